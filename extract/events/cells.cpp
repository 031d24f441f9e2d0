// SPDX-License-Identifier: Apache-2.0
#include "extract/events/cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "core/error.hpp"
#include "core/io/utf8.hpp"
#include "core/words.hpp"

namespace entente::events {
namespace {

constexpr std::size_t k_quoted = 40;  ///< characters of a cell that a message shows

/// "20210825" as ISO writes it; what is written otherwise as it is.
std::string iso_day(std::string_view text) {
    if (is_digits(text, 8)) return fmt::format("{}-{}-{}", text.substr(0, 4), text.substr(4, 2), text.substr(6));
    return std::string(text);
}

bool is_month_or_year(std::string_view text) {
    if (!is_digits(text)) return false;
    const bool is_month = text.size() >= 6 && text.substr(4, 2) >= "00" && text.substr(4, 2) <= "12";
    return text.size() == 4 || (text.size() == 6 && is_month) || (text.size() == 8 && is_month && text.ends_with("00"));
}

}  // namespace

std::string_view Cells::operator[](Column c) const {
    std::string_view cell = c.at < cells_.size() ? cells_[c.at] : std::string_view{};
    cell.remove_prefix(std::min(cell.find_first_not_of(' '), cell.size()));
    cell = cell.substr(0, cell.find_last_not_of(' ') + 1);
    return is_one_of(cell, {"NA", "None", "NULL", "---"}) ? std::string_view{} : cell;
}

void Cells::fail(Column c, std::string_view what) const {
    std::string cell = c.at < cells_.size() ? std::string(cells_[c.at].substr(0, k_quoted)) : "";
    if (c.at < cells_.size() && cells_[c.at].size() > k_quoted) cell += "…";
    throw InputError(fmt::format("column {} ({}): \"{}\" is {}", c.at + 1, c.name, cell, what));
}

std::optional<Date> Cells::day(Column c) const {
    const std::string_view text = (*this)[c];
    if (const auto date = parse_date(iso_day(text))) return date;
    if (is_month_or_year(text)) return std::nullopt;
    if (const auto time = parse_timestamp(text)) return time->date();
    fail(c, "no date: 20210825 and 2021-08-25 are");
}

Timestamp Cells::instant(Column c) const {
    const std::string_view text = (*this)[c];
    std::string full = iso_day(text);
    if (is_digits(text, 14)) full = fmt::format("{}T{}Z", text.substr(0, 8), text.substr(8));
    if (const auto time = parse_timestamp(full)) return *time;
    fail(c, "no time: 20210825, 20210825173000 and 2021-08-25T17:30:00Z are");
}

std::uint64_t Cells::number(Column c) const {
    const std::string_view text = (*this)[c];
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) fail(c, "no number");
    return value;
}

std::string_view Cells::cameo(Column c) const {
    const std::string_view code = (*this)[c];
    const bool fits = code.size() >= 2 && code.size() <= 4 && is_digits(code) && code.substr(0, 2) >= "01" &&
                      code.substr(0, 2) <= "20";
    if (!fits) fail(c, "no event code of CAMEO: these have two to four digits, the first two 01 to 20");
    return code;
}

Type Cells::plover(Column c) const {
    const auto type = parse_type((*this)[c]);
    if (!type || !is_event(*type)) fail(c, "no event type of PLOVER: AGREE, CONSULT … ASSAULT are");
    return *type;
}

bool is_digits(std::string_view text, std::size_t count) {
    return !text.empty() && (count == 0 || text.size() == count) &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

void split_cells(std::string_view line, std::vector<std::string_view>& out) {
    out.clear();
    for (std::size_t from = 0;;) {
        const auto to = line.find('\t', from);
        out.push_back(line.substr(from, to - from));
        if (to == std::string_view::npos) return;
        from = to + 1;
    }
}

void clean(std::string& line) {
    for (char& c : line)
        if (static_cast<unsigned char>(c) < ' ' && c != '\t') c = ' ';
    if (utf8::count_bad(line) == 0) return;
    std::string out;
    for (const char c : line) utf8::append(out, static_cast<unsigned char>(c));
    line = std::move(out);
}

}  // namespace entente::events
