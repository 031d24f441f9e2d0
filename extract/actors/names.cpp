// SPDX-License-Identifier: Apache-2.0
// Spelling: when two strings are the same name.
#include <array>

#include "core/io/utf8.hpp"
#include "extract/actors/table.hpp"

namespace entente {
namespace {

/// Base letters of U+00C0–U+017F, and of the few others that names in the news carry.
char base_letter(char32_t c) {
    static constexpr std::string_view latin1 = "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty";
    static constexpr std::string_view extended_a =
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
    static_assert(latin1.size() == 64 && extended_a.size() == 128);
    if (c >= 0xC0 && c < 0x100) return latin1[c - 0xC0];
    if (c >= 0x100 && c < 0x180) return extended_a[c - 0x100];
    return c == 0x218 || c == 0x219 ? 's' : c == 0x21A || c == 0x21B ? 't' : '\0';
}

enum class Class : std::uint8_t { letter, joins, breaks };

/// What a character does to a piece: periods vanish inside it, blanks and marks end it.
Class class_of(char32_t c, char& ascii) {
    ascii = '\0';
    if (c >= 'A' && c <= 'Z') ascii = static_cast<char>(c + 32);
    else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '&' || c == '+') ascii = static_cast<char>(c);
    else if (c >= 0x80) ascii = base_letter(c);
    if (ascii != '\0' && ascii != '*') return Class::letter;
    if (c == '.' || c == 0x2BC || c == 0x2BF) return Class::joins;
    return c < 0x80 || (c >= 0x2000 && c < 0x2070) || c == 0xA0 ? Class::breaks : Class::letter;
}

}  // namespace

std::vector<std::string> name_pieces(std::string_view text) {
    std::vector<std::string> pieces;
    std::string piece;
    const auto end_piece = [&] {
        if (!piece.empty() && piece != "the") pieces.push_back(piece);
        piece.clear();
    };
    for (std::size_t i = 0; i < text.size();) {
        const auto [code, length] = utf8::decode(text, i);
        char ascii = '\0';
        switch (class_of(code, ascii)) {
            case Class::letter: ascii != '\0' ? piece.push_back(ascii) : utf8::append(piece, code); break;
            case Class::breaks: end_piece(); break;
            case Class::joins: break;
        }
        i += length;
    }
    end_piece();
    return pieces;
}

std::string name_key(std::string_view text) {
    std::string key;
    for (const std::string& piece : name_pieces(text)) {
        if (!key.empty()) key += ' ';
        key += piece;
    }
    return key;
}

std::string skeleton(std::string_view text) {
    std::string out;
    std::size_t consonants = 0;
    const auto pieces = name_pieces(text);
    for (const std::string& piece : pieces) {
        if (piece == "al" || piece == "el") continue;
        if (!out.empty()) out += ' ';
        char last = '\0';
        for (std::size_t i = 0; i < piece.size(); ++i) {
            char c = piece[i];
            const char next = i + 1 < piece.size() ? piece[i + 1] : '\0';
            if (std::string_view("aeiouyj").find(c) != std::string_view::npos) {
                if (i == 0) out += '@';
                last = '\0';
                continue;
            }
            if (c == 'h' && i > 0) continue;  // kh, gh, dh, sh
            if (c == 'p' && next == 'h') c = 'f';
            if (c == 'c' || c == 'q') c = next == 'h' ? 'c' : 'k';
            if (c == 'w') c = 'v';
            if (c == 'x') {
                out += 'k';
                c = 's';
            }
            if (c == last) continue;
            out += last = c;
            ++consonants;
        }
    }
    return consonants >= (pieces.size() > 1 ? 5u : 4u) ? out : std::string{};
}

std::string slug(std::string_view text) {
    std::string out;
    for (const std::string& piece : name_pieces(text)) {
        if (!out.empty()) out += '-';
        for (const char c : piece)
            if (c != '&' && c != '+') out += c;
    }
    return out.empty() ? "unnamed" : out;
}

bool capitals_fit(std::string_view text, std::string_view form) {
    const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
    bool form_upper = false;
    bool form_lower = false;
    for (const char c : form) {
        form_upper |= upper(c);
        form_lower |= lower(c);
    }
    if (form_upper && !form_lower) {  // an acronym: no lower-case letter may stand in the text
        for (const char c : text)
            if (lower(c)) return false;
        return true;
    }
    if (!form_upper) return true;
    const auto first_letter = text.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    return first_letter == std::string_view::npos || !upper(form.front()) || upper(text[first_letter]);
}

}  // namespace entente
