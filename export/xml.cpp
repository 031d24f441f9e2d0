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
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '\r': out += "&#13;"; break;  // parsers turn bare ones into line feeds
            case '\n': out += "&#10;"; break;
            case '\t': out += "&#9;"; break;
            default: out += c;
        }
    }
}

}  // namespace entente::xml
