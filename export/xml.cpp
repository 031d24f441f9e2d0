// SPDX-License-Identifier: Apache-2.0
#include "export/xml.hpp"

#include "core/io/utf8.hpp"

namespace entente::xml {

std::string clean(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const auto d = utf8::decode(text, i);
        const bool forbidden = (d.code < 0x20 && d.code != '\t' && d.code != '\n' && d.code != '\r') ||
                               d.code == 0xFFFE || d.code == 0xFFFF;
        if (!forbidden) utf8::append(out, d.code);
        i += d.length;
    }
    return out;
}

void append(std::string& out, std::string_view text) {
    for (std::size_t begin = 0;;) {
        const std::size_t at = text.find_first_of("&<>\r\n\t", begin);
        out.append(text.substr(begin, at - begin));
        if (at == std::string_view::npos) return;
        switch (text[at]) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '\r':
                out += "&#13;";
                break;  // parsers turn bare ones into line feeds
            case '\n':
                out += "&#10;";
                break;
            default:
                out += "&#9;";
        }
        begin = at + 1;
    }
}

}  // namespace entente::xml
