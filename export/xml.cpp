// SPDX-License-Identifier: Apache-2.0
#include "export/xml.hpp"

#include "core/io/utf8.hpp"

namespace entente::xml {
namespace {

/// What can't be copied as it is: controls, mark-up, quotes, and all that is not ASCII (which may be malformed).
bool is_special(unsigned char c, char quote) {
    return c < 0x20 || c >= 0x7F || c == '&' || c == '<' || c == '>' || c == static_cast<unsigned char>(quote);
}

/// How many bytes from `text` on are plain; in blocks that a compiler turns into vector instructions.
std::size_t plain_run(const char* text, std::size_t length, char quote) {
    constexpr std::size_t block = 16;
    std::size_t i = 0;
    for (; i + block <= length; i += block) {
        unsigned found = 0;
        for (std::size_t j = 0; j < block; ++j) {
            const auto c = static_cast<unsigned char>(text[i + j]);
            found |= static_cast<unsigned>((c < 0x20) | (c >= 0x7F) | (c == '&') | (c == '<') | (c == '>') |
                                           (c == static_cast<unsigned char>(quote)));
        }
        if (found) break;
    }
    while (i < length && !is_special(static_cast<unsigned char>(text[i]), quote)) ++i;
    return i;
}

bool is_forbidden(char32_t c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0xFFFE || c == 0xFFFF;
}

/// Of a character with a meaning; white space too, which parsers change in attributes, and bare carriage returns
/// everywhere.
std::string_view escape(char c) {
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        case '\'':
            return "&apos;";
        case '\r':
            return "&#13;";
        case '\n':
            return "&#10;";
        case '\t':
            return "&#9;";
        default:
            return {};
    }
}

}  // namespace

std::string clean(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const auto d = utf8::decode(text, i);
        if (!is_forbidden(d.code)) utf8::append(out, d.code);
        i += d.length;
    }
    return out;
}

void Writer::text(std::string_view text, char quote) {
    for (std::size_t i = 0;;) {
        const std::size_t run = plain_run(text.data() + i, text.size() - i, quote);
        raw(text.substr(i, run));
        i += run;
        if (i == text.size()) return;
        special(text, i, quote);
    }
}

/// One character that is not plain.
void Writer::special(std::string_view text, std::size_t& i, char quote) {
    const auto d = utf8::decode(text, i);
    const bool other_quote = (d.code == U'"' || d.code == U'\'') && d.code != static_cast<unsigned char>(quote);
    const std::string_view escaped = d.code < 0x7F && !other_quote ? escape(static_cast<char>(d.code)) : "";
    if (!escaped.empty())
        raw(escaped);
    else if (d.code == 0xFFFD)
        raw("\xEF\xBF\xBD");
    else if (!is_forbidden(d.code))
        raw(text.substr(i, d.length));
    i += d.length;
}

void Writer::flush() {
    out_.write({buffer_.get(), static_cast<std::size_t>(at_ - buffer_.get())});
    at_ = buffer_.get();
}

void Writer::spill(std::string_view text) {
    flush();
    if (text.size() > k_size) return out_.write(text);
    std::memcpy(at_, text.data(), text.size());
    at_ += text.size();
}

}  // namespace entente::xml
