// SPDX-License-Identifier: Apache-2.0
#include "extract/repair/context.hpp"

#include <algorithm>
#include <charconv>
#include <string>

namespace entente::repair {
namespace {

int weight(const Confusion& row, const std::string& feature) {
    const std::string key = "|" + feature + " ";
    const std::size_t at = row.features.find(key);
    if (at == std::string_view::npos) return 0;
    int value = 0;
    std::from_chars(row.features.data() + at + key.size(), row.features.data() + row.features.size(), value);
    return value;
}

bool is_long_word(std::string_view word) {
    return word.size() > 3 && std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

std::string right_ending(std::string_view word, bool number) {
    if (number) return "r~0";
    if (is_long_word(word)) return word.ends_with('s') && !word.ends_with("ss") ? "r~s" : "r~x";
    const bool letters = !word.empty() && word[0] >= 'a' && word[0] <= 'z';
    return letters ? "r~short" : "r~" + std::string(word);
}

std::string left_ending(std::string_view word) {
    return word.ends_with("ed") ? "l~ed" : word.ends_with('s') ? "l~s" : word.ends_with("ing") ? "l~ing" : "l~x";
}

}  // namespace

const Confusion* confusion_of(std::string_view form) {
    const auto rows = confusions();
    const auto found = std::ranges::find(rows, form, &Confusion::form);
    return found == rows.end() ? nullptr : &*found;
}

std::string_view choose(const Confusion& row, const std::vector<Token>& tokens, std::size_t i, std::string_view left) {
    const Token* after = i + 1 < tokens.size() ? &tokens[i + 1] : nullptr;
    const std::string right = after ? after->lower : "$";
    int sum = row.bias + weight(row, "L=" + std::string(left)) + weight(row, "R=" + right);
    sum += weight(row, right_ending(right, after && after->kind == Token::Kind::number));
    if (is_long_word(left)) sum += weight(row, left_ending(left));
    const auto is_capital = [&](std::size_t k) {
        return tokens[k].kind == Token::Kind::word && tokens[k].shape != Token::Shape::lower;
    };
    if (after && is_capital(i + 1)) sum += weight(row, "R^");
    if (i > 0 && is_capital(i - 1)) sum += weight(row, "L^");
    return sum > 0 ? row.other : row.usual;
}

}  // namespace entente::repair
