// SPDX-License-Identifier: Apache-2.0
#include "extract/language/cuts.hpp"

#include <algorithm>

#include "core/io/utf8.hpp"
#include "extract/language/chars.hpp"
#include "extract/language/features.hpp"
#include "extract/language/web_names.hpp"

namespace entente::nn {
namespace {

constexpr std::uint32_t k_part = 16;  ///< bytes of a part that count: what is longer is no word that could be known

/// Letters and digits are of one class each, emoji with all that joins them too; any mark is a class of its own.
char32_t class_of(char32_t c) {
    if (is_digit(c)) return 'd';
    if (is_letter(c)) return 'l';
    const bool joins = c == 0x200D || c == 0xFE0F || (c >= 0x1F3FB && c <= 0x1F3FF);
    return joins || is_emoji(c) ? U'e' : c;
}

std::uint32_t step_back(std::string_view text, std::uint32_t at) {
    do --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
    return at;
}

/// The characters of one class that end at `at`, not before `stop`.
Span part_before(std::string_view text, std::uint32_t at, std::uint32_t stop) {
    std::uint32_t begin = at;
    for (char32_t k = 0; begin > stop && at - begin < k_part;) {
        const std::uint32_t before = step_back(text, begin);
        const char32_t found = class_of(char_at(text, before));
        if (begin < at && found != k) break;
        k = found;
        begin = before;
    }
    return {begin, at};
}

/// The characters of one class that begin at `at`, not past `stop`.
Span part_after(std::string_view text, std::uint32_t at, std::uint32_t stop) {
    std::uint32_t end = at;
    for (char32_t k = 0; end < stop && end - at < k_part;) {
        const utf8::Decoded d = utf8::decode(text, end);
        if (end > at && class_of(d.code) != k) break;
        k = class_of(d.code);
        end += static_cast<std::uint32_t>(d.length);
    }
    return {at, std::min(end, stop)};
}

std::string_view one(const char& c) { return {&c, 1}; }

}  // namespace

std::uint32_t PartedWords::second(std::string_view word) const {
    if (word.size() > k_part) return 0;
    const std::int32_t i = words.find(lower(word));
    return i < 0 ? 0 : static_cast<std::uint32_t>(at[static_cast<std::size_t>(i)][0] - '0');
}

std::size_t run_end(const std::vector<Piece>& pieces, std::size_t first) {
    std::size_t last = first + 1;
    while (last < pieces.size() && pieces[last].span.begin == pieces[last - 1].span.end) ++last;
    return last;
}

void CutFeatures::gaps(std::size_t first, std::size_t last, const PartedWords& parted, std::vector<Gap>& out) const {
    out.clear();
    for (std::size_t i = first; i < last; ++i) {
        const Span span = pieces_[i].span;
        const std::string_view word = span.of(text_);
        if (i > first) out.push_back({span.begin, true, pieces_[i].joined});
        if (web_name_length(word, 0) > 0) continue;
        bool plain = true;
        for (Span part = part_after(text_, span.begin, span.end); part.end < span.end;
             part = part_after(text_, part.end, span.end)) {
            const bool cut = class_of(char_before(text_, part.end)) != class_of(char_at(text_, part.end));
            if (cut) out.push_back({part.end, false, false});
            plain = plain && !cut;
        }
        if (!plain) continue;
        if (const std::uint32_t at = parted.second(word); at > 0 && at < word.size())
            out.push_back({span.begin + at, false, false});
    }
}

void CutFeatures::set(Span span, Part& out) const {
    const std::string norm = normalise(span.of(text_));
    out.span = span;
    out.low = lower(norm);
    out.shape = shape(norm);
}

/// The lower case of a word of another run; "$" where there is none on the line.
std::string CutFeatures::neighbour(std::size_t piece, bool same_line) const {
    if (!same_line || piece >= pieces_.size()) return "$";
    return lower(pieces_[piece].span.of(text_).substr(0, k_part));
}

void CutFeatures::find(const Gap& gap, std::size_t first, std::size_t last, std::vector<std::uint32_t>& out) {
    const std::uint32_t begin = pieces_[first].span.begin, end = pieces_[last - 1].span.end;
    set(part_before(text_, gap.at, begin), left_);
    set(part_before(text_, left_.span.begin, begin), left2_);
    set(part_after(text_, gap.at, end), right_);
    set(part_after(text_, right_.span.end, end), right2_);
    const auto line = [&](std::uint32_t a, std::size_t piece) {
        return piece < pieces_.size() && text_.substr(a, pieces_[piece].span.begin - a).find('\n') == text_.npos;
    };
    const std::string next = neighbour(last, line(end, last));
    const std::string before =
        first == 0 ? "$" : neighbour(first - 1, line(pieces_[first - 1].span.end, first));
    const std::string next_shape = next == "$" ? next : shape(pieces_[last].span.of(text_)).substr(0, 2);
    const char r = gap.rule ? gap.joined ? 'J' : 'Y' : 'N';
    const char ends[] = {left_.span.begin == begin ? '^' : '-', right_.span.end == end ? '$' : '-', '\0'};
    const char ranks[] = {ranked(left_.low), ranked(right_.low), ranked(left_.low + right_.low),
                          ranked(left2_.low + left_.low + right_.low), '\0'};
    FeatureWriter f(out);
    f.add({one(r)});
    f.add({one(r), left_.low});
    f.add({one(r), right_.low});
    f.add({left_.low, right_.low});
    f.add({left2_.low, left_.low, right_.low});
    f.add({left_.low, right_.low, right2_.low});
    f.add({left2_.shape, left_.shape, right_.shape, right2_.shape});
    f.add({one(r), left_.shape, right_.shape, ends, next_shape});
    f.add({one(r), left_.low, ends, next_shape});
    f.add({one(r), left2_.low, right_.low, right2_.low});
    f.add({left2_.low, left_.low, right_.low, right2_.low});
    f.add({left_.low, right_.low, next});
    f.add({one(r), right_.low, next_shape, next});
    f.add({ranks, left_.shape, right_.shape});
    f.add({before, left_.low, right_.low});
    f.add({left2_.low, left_.low, right_.low, ends, next_shape});
    f.add({one(r), ranks, ends});
}

void Cuts::apply(std::string_view text, const std::vector<Piece>& rules, std::vector<Piece>& out) const {
    out.clear();
    CutFeatures features(text, rules, vocabulary_);
    std::vector<CutFeatures::Gap> gaps;
    std::vector<std::uint32_t> seen;
    for (std::size_t first = 0; first < rules.size();) {
        const std::size_t last = run_end(rules, first);
        features.gaps(first, last, parted_, gaps);
        std::uint32_t begin = rules[first].span.begin;
        bool joined = rules[first].joined;
        for (const CutFeatures::Gap& gap : gaps) {
            features.find(gap, first, last, seen);
            if (!answers(weights_, seen)) continue;
            out.push_back({{begin, gap.at}, joined});
            begin = gap.at;
            const bool letters = is_letter(char_before(text, gap.at)) && is_letter(char_at(text, gap.at));
            joined = gap.rule ? gap.joined : letters;
        }
        out.push_back({{begin, rules[last - 1].span.end}, joined});
        first = last;
    }
}

}  // namespace entente::nn
