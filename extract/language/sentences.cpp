// SPDX-License-Identifier: Apache-2.0
#include "extract/language/sentences.hpp"

#include <algorithm>
#include <string>

#include "extract/language/chars.hpp"
#include "extract/language/features.hpp"
#include "extract/language/lines.hpp"
#include "extract/language/word_lists.hpp"

namespace entente::nn {
namespace {

bool one_of(char32_t c, std::u32string_view set) { return c != 0 && set.find(c) != set.npos; }

class Splitter {
public:
    Splitter(std::string_view text, const std::vector<Piece>& pieces) : text_(text), pieces_(pieces) {}

    /// Whether a sentence ends between words i - 1 and i.
    bool ends_before(std::size_t i) const {
        if (pieces_[i].joined || starts_closing(i)) return false;
        const std::size_t stop = last_mark(i);
        const std::string_view mark = word(stop);
        const bool quoted = stop + 1 < i;  // the mark is followed by closing quotes or brackets
        if (is_stop(mark)) return after_stop(mark, quoted, i);
        if (mark.size() > 1 && mark.back() == '.') return !quoted && after_abbreviation(mark, i);
        return false;
    }

private:
    std::string_view word(std::size_t i) const { return pieces_[i].span.of(text_); }
    bool glued(std::size_t i) const { return pieces_[i].span.begin == pieces_[i - 1].span.end; }

    static bool is_stop(std::string_view w) {
        const bool marks = std::ranges::all_of(w, [](char c) { return c == '.' || c == '!' || c == '?'; });
        return marks || w == "\xE2\x80\xA6" || w == "\xE3\x80\x82";  // … and the Chinese full stop
    }

    bool closes(std::size_t i) const {
        const char32_t c = char_at(word(i), 0);
        const bool mark = one_of(c, U")]}\u201d\u00bb") || word(i) == "''";
        const bool quote = one_of(c, U"\"'\u2019") && word(i).size() <= 3;
        return mark || (quote && i > 0 && glued(i) && (i + 1 == pieces_.size() || !glued(i + 1)));
    }

    /// The word at i belongs to what came before: a closing quote or bracket, a further mark.
    bool starts_closing(std::size_t i) const {
        return closes(i) || is_stop(word(i)) || one_of(char_at(word(i), 0), U",;:%") || in_reference(i);
    }

    /// "[25]" right after the mark, a reference: i is any of its three words.
    bool in_reference(std::size_t i) const {
        for (std::size_t a = i < 2 ? 0 : i - 2; a <= i; ++a)
            if (a > 0 && a + 2 < pieces_.size() && glued(a) && word(a) == "[" && word(a + 2) == "]" &&
                is_digit(char_at(word(a + 1), 0)))
                return true;
        return false;
    }

    /// The word before i, closing quotes and brackets passed over.
    std::size_t last_mark(std::size_t i) const {
        std::size_t at = i - 1;
        while (at > 0 && i - at < 7 && (closes(at) || in_reference(at))) --at;
        return at;
    }

    bool after_stop(std::string_view mark, bool quoted, std::size_t i) const {
        const char32_t c = start_of(i);
        const bool small = is_letter(c) && is_lower(c);
        if (glued(i) && mark.size() <= 1 && !quoted) return !small && is_letter(c);
        if (mark == "." && !quoted) return true;
        return !small && !one_of(char_at(word(i), 0), U"-\u2013\u2014");
    }

    /// First character of the word at i, opening quotes and brackets passed over.
    char32_t start_of(std::size_t i) const {
        std::size_t at = i;
        while (at + 1 < pieces_.size() && at < i + 3 && one_of(char_at(word(at), 0), U"\"'`([{\u2018\u201c\u00ab"))
            ++at;
        return char_at(word(at), 0);
    }

    bool after_abbreviation(std::string_view mark, std::size_t i) const {
        const std::string abbreviation = lower(mark.substr(0, mark.size() - 1));
        const char32_t c = start_of(i);
        if (!is_upper(c) || is_title(abbreviation)) return false;
        if (abbreviation.size() == 1 || is_digit(char_at(abbreviation, 0))) return false;
        if (abbreviation == "a.m" || abbreviation == "p.m" || abbreviation == "etc") return true;
        return is_starter(lower(word(i))) && word(i) != "I";
    }

    std::string_view text_;
    const std::vector<Piece>& pieces_;
};

/// Where to cut words [begin, begin + k_longest_sentence]: after the last of the best kind of mark in the second half.
std::size_t best_cut(std::string_view text, const std::vector<Piece>& pieces, std::size_t begin) {
    const std::size_t end = begin + k_longest_sentence;
    for (const std::u32string_view kind : {U".!?\u2026", U";:", U",\u2014\u2013-)"})
        for (std::size_t i = end; i > begin + k_longest_sentence / 2; --i)
            if (one_of(char_at(pieces[i - 1].span.of(text), 0), kind) && !pieces[i].joined) return i;
    return pieces[end].joined ? end - 1 : end;
}

void add(std::string_view text, const std::vector<Piece>& pieces, SentenceRange range,
         std::vector<SentenceRange>& out) {
    while (range.end - range.begin > k_longest_sentence) {
        const std::size_t cut = best_cut(text, pieces, range.begin);
        out.push_back({range.begin, cut, range.new_paragraph});
        range = {cut, range.end, false};
    }
    out.push_back(range);
}

}  // namespace

bool rules_end_before(std::string_view text, const std::vector<Piece>& pieces, std::size_t i) {
    return Splitter(text, pieces).ends_before(i);
}

void split_sentences(std::string_view text, const std::vector<Piece>& pieces, const Boundaries& learned,
                     std::vector<SentenceRange>& out) {
    out.clear();
    if (pieces.empty()) return;
    const Splitter splitter(text, pieces);
    BoundaryFeatures features(text, pieces, learned.vocabulary());
    std::vector<std::uint32_t> seen;
    const auto ends_before = [&](std::size_t i) {
        if (!features.candidate(i)) return false;
        features.find(i, splitter.ends_before(i), seen);
        return learned.ends(seen);
    };
    LineBreaks lines(text);
    SentenceRange open{0, 0, true};
    for (std::size_t i = 1; i <= pieces.size(); ++i) {
        const LineBreaks::Kind gap =
            i == pieces.size() ? LineBreaks::none : lines.between(pieces[i - 1].span.end, pieces[i].span.begin);
        if (i < pieces.size() && gap < LineBreaks::sentence && !ends_before(i)) continue;
        open.end = i;
        add(text, pieces, open, out);
        open = {i, i, gap == LineBreaks::paragraph};
    }
}

}  // namespace entente::nn
