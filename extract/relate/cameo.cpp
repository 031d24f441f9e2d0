// SPDX-License-Identifier: Apache-2.0
#include "extract/relate/cameo.hpp"

#include <charconv>

#include "core/error.hpp"
#include "core/io/tsv.hpp"

namespace entente {

void Cameo::add(std::string_view file, std::string_view text) {
    io::read_tsv(file, text, [&](const io::TsvRow& row) {
        const std::string_view cell = row["goldstein"];
        double value = 0;
        const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
        if (error != std::errc{} || end != cell.data() + cell.size())
            throw InputError("\"" + std::string(cell) + "\" is no number");
        const auto type = parse_type(row["type"]);
        if (!type && !row["type"].empty())
            throw InputError("\"" + std::string(row["type"]) + "\" is no type of relation");
        if (!row["flags"].empty() && row["flags"] != "sym")
            throw InputError("\"" + std::string(row["flags"]) + "\" is no flag: sym is");
        rows_[std::string(row["code"])] = {value, type, std::string(row["phrase"]), row["flags"] == "sym"};
    });
}

template <class Has>
const Cameo::Row* Cameo::longest(std::string_view cameo, const Has& has) const {
    for (; !cameo.empty(); cameo.remove_suffix(1))
        if (const auto it = rows_.find(cameo); it != rows_.end() && has(it->second)) return &it->second;
    return nullptr;
}

double Cameo::value(std::string_view cameo) const {
    const Row* row = longest(cameo, [](const Row&) { return true; });
    return row ? row->value : 0;
}

std::optional<Type> Cameo::type(std::string_view cameo) const {
    const Row* row = longest(cameo, [](const Row& r) { return r.type.has_value(); });
    return row ? row->type : std::nullopt;
}

std::string_view Cameo::phrase(std::string_view cameo) const {
    const Row* row = longest(cameo, [](const Row& r) { return !r.phrase.empty(); });
    return row ? std::string_view(row->phrase) : std::string_view{};
}

bool Cameo::is_mutual(std::string_view cameo) const {
    const Row* row = longest(cameo, [](const Row&) { return true; });
    return row && row->is_mutual;
}

}  // namespace entente
