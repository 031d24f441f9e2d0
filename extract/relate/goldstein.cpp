// SPDX-License-Identifier: Apache-2.0
#include "extract/relate/goldstein.hpp"

#include <charconv>

#include "core/error.hpp"
#include "core/io/tsv.hpp"

namespace entente {

void Goldstein::add(std::string_view file, std::string_view text) {
    io::read_tsv(file, text, [&](const io::TsvRow& row) {
        const std::string_view cell = row["goldstein"];
        double value = 0;
        const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
        if (error != std::errc{} || end != cell.data() + cell.size())
            throw InputError("\"" + std::string(cell) + "\" is no number");
        values_[std::string(row["code"])] = value;
    });
}

double Goldstein::value(std::string_view cameo) const {
    for (; !cameo.empty(); cameo.remove_suffix(1))
        if (const auto it = values_.find(cameo); it != values_.end()) return it->second;
    return 0;
}

}  // namespace entente
