// SPDX-License-Identifier: Apache-2.0
#include "export/xml.hpp"

#include "core/io/utf8.hpp"

namespace entente::xml {
namespace {

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

/// One character that can't be copied as it is; its length.
std::size_t put_special(Chars& out, std::string_view text, std::size_t i) {
    const auto d = utf8::decode(text, i);
    const std::string_view escaped = d.code < 0x7F ? escape(static_cast<char>(d.code)) : "";
    if (!escaped.empty())
        out.append(escaped);
    else if (d.code == 0xFFFD)
        out.append("\xEF\xBF\xBD");
    else if (!is_forbidden(d.code))
        out.append(text.substr(i, d.length));
    return d.length;
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

void put_text(Chars& out, std::string_view text, char quote) {
    // Controls, mark-up, the quote, and all that is not ASCII, which may be malformed.
    const auto special = [q = static_cast<unsigned char>(quote)](auto c) {
        return (c < 0x20) | (c >= 0x7F) | (c == '&') | (c == '<') | (c == '>') | (c == q);
    };
    for (std::size_t i = 0;;) {
        const std::size_t run = plain_run(text, i, special);
        out.append(text.substr(i, run));
        i += run;
        if (i == text.size()) return;
        i += put_special(out, text, i);
    }
}

}  // namespace entente::xml
