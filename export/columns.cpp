// SPDX-License-Identifier: Apache-2.0
#include "export/columns.hpp"

#include <type_traits>

namespace entente {

std::string_view Column::type() const {
    constexpr std::string_view types[] = {"int", "double", "string"};
    return types[values.index()];
}

void Column::put(Chars& out, std::size_t i) const {
    std::visit(
        [&](const auto& list) {
            if constexpr (std::is_same_v<std::decay_t<decltype(list[i])>, std::string_view>) {
                out.append(list[i]);
            } else {
                out.figure(list[i]);
            }
        },
        values);
}

std::string Column::text(std::size_t i) const {
    Chars out;
    put(out, i);
    return std::string(out.view());
}

std::string Column::json(std::size_t i) const { return type() == "string" ? '"' + text(i) + '"' : text(i); }

}  // namespace entente
