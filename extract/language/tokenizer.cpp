// SPDX-License-Identifier: Apache-2.0
#include "extract/language/tokenizer.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "core/io/utf8.hpp"
#include "extract/language/chars.hpp"
#include "extract/language/features.hpp"
#include "extract/language/web_names.hpp"
#include "extract/language/word_lists.hpp"

namespace entente::nn {
namespace {

constexpr std::size_t k_longest_run = 1024;

/// One run of characters without white space.
class Run {
public:
    /// `next` is the first character after the run and its white space (0 at the end of a line), `line_start` whether
    /// the run is the first of its line; `open` whether a single quotation mark is open, kept from run to run.
    Run(std::string_view text, Span span, char32_t next, bool line_start, bool& open, std::vector<Piece>& out)
        : c_(span.of(text)), base_(span.begin), next_(next), line_start_(line_start), open_(open), out_(out) {}

    void split() {
        for (std::size_t i = 0; i < c_.size();) i = step(i);
    }

private:
    char32_t at(std::size_t i) const { return char_at(c_, i); }
    std::size_t after(std::size_t i) const { return i + utf8::decode(c_, i).length; }
    /// Lower case of a short part; empty for what is too long to be in any list, so that a run costs linear time.
    std::string low(std::size_t a, std::size_t b) const {
        return b - a > 24 ? std::string() : lower(c_.substr(a, b - a));
    }

    std::size_t emit(std::size_t a, std::size_t b, bool joined = false) {
        const auto offset = [this](std::size_t i) { return base_ + static_cast<std::uint32_t>(i); };
        out_.push_back({{offset(a), offset(b)}, joined});
        return b;
    }

    /// Takes what begins at i; where the next begins.
    std::size_t step(std::size_t i) {
        const char32_t ch = at(i);
        const bool fresh = i == 0 || !is_alnum(char_before(c_, i));
        if (fresh)
            if (const std::size_t n = web_name_length(c_, i); n > 0) return emit(i, i + n);
        if (is_apostrophe(ch) || ch == '`' || ch == 0x2018) return quote(i);
        if (is_letter(ch)) return word(i, i);
        if (is_digit(ch) || (is_digit(at(i + 1)) && i == number_sign(i))) return number(i);
        if (is_emoji(ch)) return emit(i, emoji_end(i));
        if ((ch == '@' || ch == '#') && fresh && is_letter(at(i + 1))) return emit(i, plain_end(i + 1));
        return emit(i, marks_end(i));
    }

    /// i where a sign or point may belong to the number after it.
    std::size_t number_sign(std::size_t i) const {
        const char32_t before = char_before(c_, i);
        const bool good = (at(i) == '.' && (before == 0 || before == '$')) || (at(i) == '+' && before == 0);
        return good ? i : c_.size();
    }

    std::size_t plain_end(std::size_t i) const {
        while (i < c_.size() && (is_alnum(at(i)) || c_[i] == '_')) i = after(i);
        return i;
    }

    std::size_t emoji_end(std::size_t i) const {
        i = after(i);
        for (bool joiner = false; i < c_.size(); i = after(i)) {
            const char32_t ch = at(i);
            if (!joiner && ch != 0xFE0F && ch != 0x200D && !(ch >= 0x1F3FB && ch <= 0x1F3FF)) break;
            joiner = ch == 0x200D;
        }
        return i;
    }

    /// Runs of one mark ("...", "--", "!!!"), mixed ! and ?, doubled quotes; any other mark alone.
    std::size_t marks_end(std::size_t i) const {
        constexpr std::u32string_view runs = U".-*=_~!?+#|\u2014\u2026";
        const char32_t ch = at(i);
        std::size_t end = after(i);
        if (ch == '!' || ch == '?') {
            while (at(end) == '!' || at(end) == '?') ++end;
        } else if (runs.find(ch) != runs.npos) {
            while (end < c_.size() && at(end) == ch) end = after(end);
            if (ch == '.' && at(end) == '?' && end == i + 1) ++end;  // ".?"
        } else if ((ch == '<' || ch == '>') && at(end) == ch) {
            ++end;
        }
        return end;
    }

    std::size_t quote(std::size_t i) {
        const char32_t ch = at(i);
        const std::size_t end = after(i);
        if (at(end) == ch && ch != 0x2019) return emit(i, after(end));    // '' and ``
        if (i == 0 && is_digit(at(end))) return emit(i, plain_end(end));  // '90s
        if (i == 0) {
            constexpr std::array<std::string_view, 10> whole = {"s",   "em",   "til",  "cause", "n",
                                                                "tis", "twas", "bout", "re",    "ll"};
            const std::size_t stop = plain_end(end);
            if (stop > end && std::ranges::find(whole, low(end, stop)) != whole.end()) return emit(i, stop);
        }
        open_ = i == 0 || !is_alnum(char_before(c_, i)) ? ch != 0x2019 && end < c_.size() : false;
        return emit(i, end);
    }

    // ---- words

    /// The word from `begin`, known to be one up to `i`.
    std::size_t word(std::size_t begin, std::size_t i) {
        while (i < c_.size()) {
            const std::size_t end = plain_end(i);
            if (at(end) == '.' && is_letter(at(end + 1)) && is_title(low(begin, end)))
                return emit(begin, end + 1);  // "St.Petersburg"
            const std::size_t more = end < c_.size() ? link(begin, i, end) : end;
            if (more == end) return finish(begin, end);
            if (more >= c_.size()) return finish(begin, more);
            i = more;
        }
        return finish(begin, i);
    }

    /// Where the word that begins at `begin`, whose last part is [part, end), goes on after the mark at `end`; `end`
    /// itself where the word is over.
    std::size_t link(std::size_t begin, std::size_t part, std::size_t end) {
        const char32_t mark = at(end);
        const std::size_t next = after(end);
        const bool goes_on = next < c_.size() && is_alnum(at(next));
        if (mark == '.') return period(begin, part, end);
        if (is_apostrophe(mark) || mark == '`') return goes_on && !is_clitic(end) ? next : end;
        if (mark == '-' || mark == 0x2010 || mark == 0x2011) return hyphen(begin, part, end, goes_on);
        if (mark == '@') return goes_on ? next : end;
        if (mark == '&') return goes_on && end - part <= 3 && is_upper(at(part)) == is_upper(at(next)) ? next : end;
        if (mark == '$') return end - begin <= 3 && is_upper(at(begin)) && is_digit(at(next)) ? next : end;
        if (mark == '*') return link_stars(next, end);
        if (mark == 0x200D || mark == 0xAD) return next;  // joiner, soft hyphen
        return end;
    }

    /// "non-aligned" goes on; so does a word that breaks off: "pre- and post-war", "th- there".
    std::size_t hyphen(std::size_t begin, std::size_t part, std::size_t end, bool goes_on) const {
        const std::size_t next = after(end);
        const bool prefix = part == begin && is_prefix(low(begin, end));
        const bool broken = next == c_.size() && next_ != 0 && (prefix || (single(begin, end) && is_letter(next_)));
        return (prefix && goes_on) || broken ? next : end;
    }

    std::size_t link_stars(std::size_t i, std::size_t end) const {
        while (at(i) == '*') ++i;
        return is_letter(at(i)) ? i : end;
    }

    std::size_t period(std::size_t begin, std::size_t part, std::size_t end) {
        const std::size_t next = end + 1;
        if (!is_alnum(at(next))) return takes_period(begin, part, end) ? next : end;
        const std::size_t next_end = plain_end(next);
        if (single(part, end) && is_letter(at(next)) && (single(next, next_end) || part > begin)) return next;
        if (is_name_ending(low(next, next_end)) || low(begin, next_end) == "ph.d") return next;
        if (part > begin && c_[part - 1] == '.' && !single(begin, part - 1) && !is_upper(at(next)))
            return next;  // alt.animals.dog
        if (at(next_end) == '.' && is_letter(at(next_end + 1)) && !is_upper(at(next)) && !is_upper(at(next_end + 1)))
            return next;
        return end;
    }

    bool single(std::size_t a, std::size_t b) const { return a < b && after(a) == b; }

    /// Whether the period at `end`, after which the word is over, is part of the word.
    bool takes_period(std::size_t begin, std::size_t part, std::size_t end) const {
        const char32_t follower = at(end + 1);
        if (follower == '.') return false;  // an ellipsis
        const bool last = end + 1 == c_.size();
        const std::string word = low(begin, end);
        if (part > begin && c_[part - 1] == '.') return single(part, end) || is_abbreviation(word);
        if (single(begin, end)) {
            if (is_upper(at(begin))) return word != "i" && (!last || is_upper(next_));
            return (word == "v" || word == "c" || word == "p") && last && next_ != 0;
        }
        if (last && is_number_abbreviation(word)) return is_digit(next_) || next_ == '#';
        if (is_title(word)) return last ? next_ != 0 : is_alnum(follower);
        if (is_abbreviation(word))
            return word != "ill" && word != "est" && word != "ed" && word != "in" ? true : is_upper(at(begin));
        return false;
    }

    /// Whether the apostrophe at i begins a clitic: 's, 're, n't …
    bool is_clitic(std::size_t i) const {
        const std::size_t begin = after(i);
        const std::size_t end = plain_end(begin);
        const std::string tail = low(begin, end);
        constexpr std::array<std::string_view, 6> clitics = {"s", "re", "ve", "ll", "d", "m"};
        if (std::ranges::find(clitics, tail) != clitics.end()) return true;
        return tail == "t" && i > 0 && (c_[i - 1] | 32) == 'n';
    }

    /// The word is [begin, end): splits it where it is two, and takes the clitics after it.
    std::size_t finish(std::size_t begin, std::size_t end) {
        const char32_t mark = at(end);
        const bool apostrophe = end < c_.size() && (is_apostrophe(mark) || mark == '`');
        const std::size_t next = apostrophe ? after(end) : end;
        if (apostrophe && next < c_.size() && is_clitic(end)) {
            const std::size_t stop = plain_end(next);
            const bool negation = low(next, stop) == "t";
            const std::size_t cut = negation ? end - 1 : end;
            if (cut > begin) emit(begin, cut);
            return more_clitics(emit(cut, stop, cut > begin));
        }
        if (const std::size_t cut = joined_split(low(begin, end)); cut > 0 && !apostrophe) {
            emit(begin, begin + cut);
            return emit(begin + cut, end, true);
        }
        emit(begin, end);
        const bool possessive = apostrophe && mark != '`' && (c_[end - 1] | 32) == 's' && !open_ && !is_alnum(at(next));
        return possessive ? emit(end, next, true) : end;
    }

    /// "wouldn't've"
    std::size_t more_clitics(std::size_t i) {
        while (i < c_.size() && is_apostrophe(at(i)) && after(i) < c_.size() && is_clitic(i))
            i = emit(i, plain_end(after(i)), true);
        return i;
    }

    // ---- numbers

    std::size_t digits_end(std::size_t i) const {
        while (is_digit(at(i))) ++i;
        return i;
    }

    std::size_t number(std::size_t begin) {
        std::size_t i = digits_end(is_digit(at(begin)) ? begin : begin + 1);
        i = hyphens(begin, i);
        constexpr std::u32string_view links = U".,:/";
        while (i < c_.size() && links.find(at(i)) != links.npos && is_digit(at(i + 1)))
            i = hyphens(i + 1, digits_end(i + 1));
        if (is_letter(at(i))) return number_with_letters(begin, i);
        if (is_apostrophe(at(i)) && low(after(i), plain_end(after(i))) == "s") return emit(begin, plain_end(after(i)));
        if (at(i) == '.' && i + 1 == c_.size() && line_start_ && begin == 0 && i <= 2 && next_ != 0)
            return emit(begin, i + 1);
        return emit(begin, i);
    }

    /// Telephone numbers, dates and postal codes keep their hyphens; a range from one number to another does not.
    std::size_t hyphens(std::size_t begin, std::size_t end) const {
        std::size_t groups = 1, i = end, second = 0;
        while (at(i) == '-' && is_digit(at(i + 1))) {
            const std::size_t stop = digits_end(i + 1);
            if (groups++ == 1) second = stop - i - 1;
            i = stop;
        }
        const std::size_t first = end - begin;
        return groups > 2 || (groups == 2 && second == 4 && (first == 3 || first == 5)) ? i : end;
    }

    std::size_t number_with_letters(std::size_t begin, std::size_t i) {
        const std::size_t stop = plain_end(i);
        const std::string letters = low(i, stop);
        if (is_unit(letters) && !(at(stop) == '-' && is_alnum(at(stop + 1)) && letters == "m")) return emit(begin, i);
        if ((letters == "a" || letters == "p") && at(stop) == '.' && (at(stop + 1) | 32) == 'm') return emit(begin, i);
        return word(begin, i);
    }

    std::string_view c_;
    std::uint32_t base_;
    char32_t next_;
    bool line_start_;
    bool& open_;
    std::vector<Piece>& out_;
};

/// First byte at or after `i` that is white space (or not, by `space`); newlines passed are counted.
std::size_t skip(std::string_view text, std::size_t i, bool space, int& lines) {
    while (i < text.size()) {
        const utf8::Decoded d = utf8::decode(text, i);
        if (is_space(d.code) != space) break;
        lines += d.code == '\n';
        i += d.length;
    }
    return i;
}

}  // namespace

void tokenize(std::string_view text, std::vector<Piece>& out) {
    out.clear();
    int lines = 1;
    bool open = false;
    std::size_t i = skip(text, 0, true, lines);
    while (i < text.size()) {
        const bool line_start = lines > 0;
        if (line_start) open = false;
        std::size_t end = i;
        while (end < text.size() && end - i < k_longest_run && !is_space(char_at(text, end)))
            end += utf8::decode(text, end).length;
        lines = 0;
        const std::size_t next = skip(text, end, true, lines);
        const Span span{static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end)};
        Run(text, span, lines > 0 ? U'\0' : char_at(text, next), line_start, open, out).split();
        i = next;
    }
}

}  // namespace entente::nn
