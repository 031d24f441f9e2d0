// SPDX-License-Identifier: Apache-2.0
#include "core/io/tsv.hpp"

#include <fmt/format.h>

#include "core/error.hpp"

namespace entente::io {
namespace {

std::string_view trim(std::string_view s) {
    const auto first = s.find_first_not_of(" \r");
    if (first == std::string_view::npos) return {};
    return s.substr(first, s.find_last_not_of(" \r") - first + 1);
}

void split(std::string_view line, char separator, std::vector<std::string_view>& out) {
    out.clear();
    for (std::size_t from = 0;;) {
        const auto to = line.find(separator, from);
        out.push_back(trim(line.substr(from, to - from)));
        if (to == std::string_view::npos) return;
        from = to + 1;
    }
}

}  // namespace

std::string_view TsvRow::operator[](std::string_view column) const {
    for (std::size_t i = 0; i < header_.size(); ++i)
        if (header_[i] == column) return cells_[i] == "-" ? std::string_view{} : cells_[i];
    return {};
}

void read_tsv(std::string_view name, std::string_view text, const std::function<void(const TsvRow&)>& row) {
    std::vector<std::string_view> header;
    std::vector<std::string_view> cells;
    std::uint64_t number = 0;
    while (!text.empty()) {
        const auto end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        ++number;
        if (trim(line).empty() || line.front() == '#') continue;
        if (header.empty()) {
            split(line, '\t', header);
            continue;
        }
        split(line, '\t', cells);
        if (cells.size() > header.size())
            throw InputError(fmt::format("{}:{}: {} columns where the header names {}", name, number, cells.size(), header.size()));
        cells.resize(header.size());  // empty cells at the end may be left out
        try {
            row(TsvRow(header, cells, number));
        } catch (const InputError& e) {
            throw InputError(fmt::format("{}:{}: {}", name, number, e.what()));
        }
    }
}

std::vector<std::string_view> split_list(std::string_view cell, char separator) {
    std::vector<std::string_view> parts;
    if (cell.empty()) return parts;
    split(cell, separator, parts);
    std::erase_if(parts, [](std::string_view p) { return p.empty(); });
    return parts;
}

}  // namespace entente::io
