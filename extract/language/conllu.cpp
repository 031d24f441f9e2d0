// SPDX-License-Identifier: Apache-2.0
#include "extract/language/conllu.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <iterator>

#include "core/error.hpp"
#include "core/io/utf8.hpp"
#include "extract/language/chars.hpp"

namespace entente {
namespace {

std::string_view or_blank(std::string_view value) { return value.empty() ? "_" : value; }

/// `text` with every run of white space as one blank.
std::string one_line(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const utf8::Decoded d = utf8::decode(text, i);
        if (!nn::is_space(d.code))
            out.append(text.substr(i, d.length));
        else if (!out.empty() && out.back() != ' ')
            out.push_back(' ');
        i += d.length;
    }
    return out;
}

class Writer {
public:
    explicit Writer(std::string_view text) : text_(text) {}

    void sentence(const Sentence& s, std::size_t number) {
        if (s.new_paragraph) out_ += "# newpar\n";
        fmt::format_to(std::back_inserter(out_), "# sent_id = {}\n# text = {}\n", number, one_line(s.span.of(text_)));
        const std::vector<std::string> names = entity_marks(s);
        std::size_t next = 0;
        for (std::size_t i = 0; i < s.tokens.size(); ++i) {
            const bool range = next < s.multiword.size() && s.multiword[next].first == static_cast<int>(i);
            if (range) multiword(s, s.multiword[next]);
            const bool inside = range || (next < s.multiword.size() && s.multiword[next].first < static_cast<int>(i));
            word(s.tokens[i], i, inside, names[i]);
            if (inside && s.multiword[next].last <= static_cast<int>(i)) ++next;
        }
        out_ += '\n';
    }

    std::string take() { return std::move(out_); }

private:
    /// "NER=B-PER|" and the like, by word.
    static std::vector<std::string> entity_marks(const Sentence& s) {
        std::vector<std::string> out(s.tokens.size());
        for (const Entity& e : s.entities)
            for (int i = e.first; i <= e.last; ++i)
                out[static_cast<std::size_t>(i)] = fmt::format("NER={}-{}|", i == e.first ? 'B' : 'I', name(e.kind));
        return out;
    }

    void multiword(const Sentence& s, MultiwordToken m) {
        const Span span{s.tokens[static_cast<std::size_t>(m.first)].span.begin,
                        s.tokens[static_cast<std::size_t>(m.last)].span.end};
        fmt::format_to(std::back_inserter(out_), "{}-{}\t{}\t_\t_\t_\t_\t_\t_\t_\t", m.first + 1, m.last + 1,
                       one_line(span.of(text_)));
        misc(span, glued(span));
    }

    void word(const Token& t, std::size_t i, bool inside, std::string_view mark) {
        fmt::format_to(std::back_inserter(out_), "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t_\t", i + 1, or_blank(t.form),
                       or_blank(t.lemma), name(t.upos), or_blank(t.xpos), or_blank(t.feats), t.head + 1,
                       or_blank(t.deprel));
        out_ += mark;
        misc(t.span, !inside && glued(t.span));
    }

    void misc(Span span, bool no_space) {
        fmt::format_to(std::back_inserter(out_), "{}TokenRange={}:{}\n", no_space ? "SpaceAfter=No|" : "", span.begin,
                       span.end);
    }

    bool glued(Span span) const { return span.end < text_.size() && !nn::is_space(nn::char_at(text_, span.end)); }

    std::string_view text_;
    std::string out_;
};

using Columns = std::array<std::string_view, 10>;

class Reader {
public:
    ConlluText read(std::string_view conllu) {
        while (!conllu.empty()) {
            ++line_;
            std::string_view line = conllu.substr(0, conllu.find('\n'));
            conllu.remove_prefix(std::min(line.size() + 1, conllu.size()));
            if (line.ends_with('\r')) line.remove_suffix(1);
            if (line.empty())
                end_sentence();
            else if (line.starts_with("# newpar") || line.starts_with("# newdoc"))
                begin(line.starts_with("# newdoc"));
            else if (line[0] != '#')
                row(columns(line));
        }
        end_sentence();
        return std::move(out_);
    }

private:
    [[noreturn]] void fail(std::string_view what) const {
        throw InputError(fmt::format("CoNLL-U line {}: {}; see universaldependencies.org/format.html", line_, what));
    }

    Columns columns(std::string_view line) const {
        Columns c;
        for (std::size_t i = 0; i < c.size(); ++i) {
            const std::size_t tab = line.find('\t');
            if ((tab == line.npos) != (i + 1 == c.size())) fail("there must be ten columns between tabs");
            c[i] = line.substr(0, tab);
            line.remove_prefix(tab == line.npos ? line.size() : tab + 1);
        }
        return c;
    }

    int number(std::string_view text) const {
        int value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc() || end != text.data() + text.size() || value < 0) fail("a number is expected");
        return value;
    }

    /// A paragraph, and perhaps a document.
    void begin(bool document) {
        const std::size_t next = out_.sentences.size();
        if (document && out_.documents.back() != next) out_.documents.push_back(next);
        now_.new_paragraph = true;
        if (!out_.text.empty()) space_ = "\n\n";
    }

    void row(const Columns& c) {
        if (c[0].find('.') != c[0].npos) return;  // an empty node
        const bool glue = c[9].find("SpaceAfter=No") != c[9].npos;
        if (const std::size_t dash = c[0].find('-'); dash != c[0].npos) {
            now_.multiword.push_back({number(c[0].substr(0, dash)) - 1, number(c[0].substr(dash + 1)) - 1});
            const MultiwordToken m = now_.multiword.back();
            if (m.first != static_cast<int>(now_.tokens.size()) || m.last < m.first || m.last - m.first > 100)
                fail("a range must stand before its words");
            range_ = place(c[1]);
            range_left_ = m.last - m.first + 1;
            space_ = glue ? "" : " ";
            return;
        }
        word(c, glue);
    }

    void word(const Columns& c, bool glue) {
        if (c[1].empty()) fail("the form is empty");
        if (number(c[0]) != static_cast<int>(now_.tokens.size()) + 1) fail("words must be numbered 1, 2 ...");
        Token& t = now_.tokens.emplace_back();
        if (range_left_ > 0) {
            t.span = part_of_range(c[1]);
            --range_left_;
        } else {
            t.span = place(c[1]);
            space_ = glue ? "" : " ";
        }
        t.form = c[1];
        t.lemma = c[2];
        t.upos = parse_upos(c[3]);
        t.xpos = c[4] == "_" ? std::string_view() : c[4];
        t.feats = c[5];
        t.head = c[6] == "_" ? -1 : number(c[6]) - 1;
        t.deprel = c[7] == "_" ? std::string_view() : c[7];
    }

    /// Adds a token to the text.
    Span place(std::string_view form) {
        if (!out_.text.empty()) out_.text += space_;
        const auto begin = static_cast<std::uint32_t>(out_.text.size());
        out_.text += form;
        return {begin, static_cast<std::uint32_t>(out_.text.size())};
    }

    /// The next bytes of the range, where they are the word's form; else all that is left of it ("au" = "à" + "le").
    Span part_of_range(std::string_view form) {
        Span span = range_;
        if (range_left_ > 1 && span.of(out_.text).starts_with(form))
            span.end = span.begin + static_cast<std::uint32_t>(form.size());
        range_.begin = range_left_ > 1 && span.end < range_.end ? span.end : range_.begin;
        return span;
    }

    void end_sentence() {
        if (now_.tokens.empty()) return;
        if (range_left_ != 0) fail("a multiword token lacks words");
        const int n = static_cast<int>(now_.tokens.size());
        for (const Token& t : now_.tokens)
            if (t.head >= n) fail("the sentence above has a head out of range");
        now_.span = {now_.tokens.front().span.begin, now_.tokens.back().span.end};
        out_.sentences.push_back(std::move(now_));
        now_ = {};
    }

    ConlluText out_{.text = {}, .sentences = {}, .documents = {0}};
    Sentence now_;
    std::string_view space_;
    Span range_;
    int range_left_ = 0;
    std::size_t line_ = 0;
};

}  // namespace

std::string to_conllu(const std::vector<Sentence>& sentences, std::string_view text) {
    Writer writer(text);
    for (std::size_t i = 0; i < sentences.size(); ++i) writer.sentence(sentences[i], i + 1);
    return writer.take();
}

std::span<Sentence> ConlluText::document(std::size_t number) {
    const std::size_t begin = documents[number];
    const std::size_t end = number + 1 < documents.size() ? documents[number + 1] : sentences.size();
    return std::span(sentences).subspan(begin, end - begin);
}

ConlluText from_conllu(std::string_view conllu) { return Reader().read(conllu); }

}  // namespace entente
