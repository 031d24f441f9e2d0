// SPDX-License-Identifier: Apache-2.0
#include "extract/language/lines.hpp"

#include <algorithm>

#include "extract/language/chars.hpp"
#include "extract/language/features.hpp"

namespace entente::nn {
namespace {

constexpr std::size_t k_narrowest = 40, k_widest = 132;  // lines of text that was wrapped, in bytes

bool blank(std::string_view line) { return line.find_first_not_of(" \t\r\f\v") == line.npos; }

std::string_view line_at(std::string_view text, std::size_t pos) {
    return text.substr(pos, std::min(text.find('\n', pos), text.size()) - pos);
}

}  // namespace

void LineBreaks::measure(std::size_t pos) {
    std::size_t lines = 0, last = 0, sum = 0;
    width_ = 0;
    std::size_t i = pos == 0 ? 0 : text_.rfind('\n', pos - 1) + 1;
    while (i < text_.size()) {
        const std::string_view line = line_at(text_, i);
        if (blank(line) && i > pos) break;
        last = line.size();
        width_ = std::max(width_, last);
        sum += last;
        ++lines;
        i += line.size() + 1;
    }
    block_end_ = i;
    even_ = lines > 2 && width_ >= k_narrowest && width_ <= k_widest && (sum - last) * 100 >= width_ * (lines - 1) * 80;
}

LineBreaks::Kind LineBreaks::between(std::uint32_t end, std::uint32_t begin) {
    const std::string_view gap = text_.substr(end, begin - end);
    const std::size_t first = gap.find('\n');
    if (first == gap.npos) return none;
    if (gap.find('\n', first + 1) != gap.npos) return paragraph;
    if (end >= block_end_) measure(end);
    const char32_t c = char_at(text_, begin);
    const std::string_view after = line_at(text_, begin);
    const std::size_t line_begin = end == 0 ? 0 : text_.rfind('\n', end - 1) + 1;
    const std::size_t word = std::min(after.find_first_of(" \t"), after.size());
    const bool full = end - line_begin + 1 + word > width_;
    if (even_ && full) return wrapped;
    return is_letter(c) && is_lower(c) ? wrapped : sentence;
}

}  // namespace entente::nn
