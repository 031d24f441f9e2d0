// SPDX-License-Identifier: Apache-2.0
// What a name by itself means, by the program's own table.
#include "extract/actors/bearers.hpp"
#include "extract/knowledge.hpp"
#include "tests/catch.hpp"

using namespace entente;

namespace {

const ActorTable& table() {
    static const ActorTable loaded = load_actor_table({});
    return loaded;
}

std::string who(std::string_view name, const char* day = "2021-08-25", std::string_view without = "") {
    std::string out;
    for (const ActorEntry* a : bearers(table(), name, *parse_date(day), [&](std::string_view id) { return id != without; }).actors)
        (out += out.empty() ? "" : " ") += a->id;
    return out;
}

}  // namespace

TEST_CASE("aliases, capitals, seats, demonyms and acronyms name their actor") {
    CHECK(who("Kiev") == "UKR");
    CHECK(who("Moscow") == "RUS");
    CHECK(who("the Kremlin") == "RUS");
    CHECK(who("Taleban") == "taliban");
    CHECK(who("UN") == "united-nations");
    CHECK(who("un") == "united-nations");
    CHECK(who("Afghans") == "AFG");
    CHECK(who("al-Qa'ida") == who("Al Qaeda"));
    CHECK(who("Nobody Ever") == "");
}

TEST_CASE("names have their days") {
    CHECK(who("the Kremlin", "1985-01-01") == "SUN");
    CHECK(who("Bonn", "1985-01-01") == "DEU");
    CHECK(who("the Russian president", "2009-06-01") == "dmitry-medvedev");
    CHECK(who("President of Russia", "2021-06-01") == "vladimir-putin");
}

TEST_CASE("a government comes before its city, where it counts") {
    CHECK(who("Kyiv") == "UKR");
    CHECK(who("Kyiv", "2021-08-25", "UKR") == "kyiv");
}

TEST_CASE("who bears a word that may be anything is not sure") {
    const auto all = [](std::string_view) { return true; };
    CHECK(bearers(table(), "Russia", k_no_day, all).sure);
    CHECK_FALSE(bearers(table(), "Congress", k_no_day, all).sure);
    CHECK(bearers(table(), "Congress", k_no_day, all).actors.size() > 1);
}
