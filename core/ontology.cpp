// SPDX-License-Identifier: Apache-2.0
#include "core/ontology.hpp"

namespace entente {
namespace {

struct Row {
    std::string_view name;
    int quad;
    std::string_view cameo;
};

constexpr std::array<Row, k_type_count> k_rows{{
    {"AGREE", 1, "03"},     {"CONSULT", 1, "04"},  {"SUPPORT", 1, "05"},  {"CONCEDE", 1, "08"},  {"COOPERATE", 2, "06"},
    {"AID", 2, "07"},       {"RETREAT", 2, "08"},  {"REQUEST", 3, "10"},  {"ACCUSE", 3, "11"},   {"REJECT", 3, "12"},
    {"THREATEN", 3, "13"},  {"PROTEST", 4, "14"},  {"SANCTION", 4, "16"}, {"MOBILIZE", 4, "15"}, {"COERCE", 4, "17"},
    {"ASSAULT", 4, "19"},   {"LEADS", 0, ""},      {"MEMBER_OF", 0, ""},  {"PART_OF", 0, ""},    {"LOCATED_IN", 0, ""},
    {"STATEMENT", 0, ""},
}};

const Row& row(Type type) { return k_rows[static_cast<std::size_t>(type)]; }

}  // namespace

std::string_view name(Type type) { return row(type).name; }
int quad(Type type) { return row(type).quad; }
std::string_view cameo_root(Type type) { return row(type).cameo; }

std::optional<Type> parse_type(std::string_view text) {
    for (std::size_t i = 0; i < k_rows.size(); ++i)
        if (k_rows[i].name == text) return static_cast<Type>(i);
    return std::nullopt;
}

}  // namespace entente
