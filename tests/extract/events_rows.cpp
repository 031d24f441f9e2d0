// SPDX-License-Identifier: Apache-2.0
// Rows of event tables that were bent at random: each is told as bad or gives triples that read back, and none is lost.
#include <random>

#include "core/io/utf8.hpp"
#include "core/json.hpp"
#include "extract/events/coder.hpp"
#include "extract/events/mentions.hpp"
#include "extract/knowledge.hpp"
#include "tests/catch.hpp"

using namespace entente;
using namespace entente::events;

namespace {

std::string joined(std::size_t columns, const std::vector<std::pair<std::size_t, std::string>>& cells) {
    std::vector<std::string> row(columns);
    for (const auto& [at, cell] : cells) row[at] = cell;
    std::string out;
    for (std::size_t i = 0; i < columns; ++i) out += (i == 0 ? "" : "\t") + row[i];
    return out;
}

std::string sound_row(std::string_view table) {
    const std::vector<std::pair<std::size_t, std::string>> gdelt = {
        {0, "7"},          {1, "20210825"},  {5, "CHNGOV"},         {6, "BEIJING"}, {7, "CHN"},
        {15, "AFGINSTAL"}, {16, "TALIBAN"},  {17, "AFG"},           {18, "TAL"},    {26, "042"},
        {31, "5"},         {56, "20210825"}, {59, "20210825120000"}};
    if (table == "gdelt1") return joined(57, {gdelt.begin(), gdelt.end() - 1});
    if (table == "gdelt2") return joined(61, gdelt);
    if (table == k_mentions)
        return joined(16, {{0, "7"},
                           {1, "20210825120000"},
                           {2, "20210825121500"},
                           {4, "b.example"},
                           {5, "http://b.example/2"},
                           {6, "3"},
                           {11, "50"}});
    if (table == "icews")
        return joined(20, {{0, "7"},
                           {1, "2018-06-02"},
                           {2, "Police (Georgia)"},
                           {3, "Police,Government"},
                           {4, "Georgia"},
                           {6, "173"},
                           {8, "Vladimir Putin"},
                           {10, "Russian Federation"},
                           {11, "900"}});
    if (table == "polecat")
        return joined(40, {{0, "DV-1"},
                           {1, "2021-08-25"},
                           {2, "CONSULT"},
                           {7, "None;None;Some Body"},
                           {8, "RUS;CHN;IND"},
                           {10, "GOV"},
                           {16, "FRA"},
                           {34, "2021-08-26"}});
    return joined(6, {{0, "20210825"}, {1, "CHNGOV"}, {2, "PSEREBHMS"}, {3, "040"}, {5, "story_1"}});
}

std::string bent(std::string row, std::mt19937& random) {
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    for (std::size_t times = 1 + below(4); times > 0 && !row.empty(); --times) {
        const std::size_t at = below(row.size());
        switch (below(5)) {
            case 0:
                row[at] = static_cast<char>(below(256));
                break;
            case 1:
                row.insert(at, 1 + below(3), "\t;|\0\xFF(9\n"[below(8)]);
                break;
            case 2:
                row.erase(at, 1 + below(12));
                break;
            case 3:
                row.insert(at, row.substr(below(row.size()), below(40)));
                break;
            default:
                row.resize(at);
                break;
        }
    }
    return row;
}

}  // namespace

TEST_CASE("bent rows of event tables are told or read, never lost", "[events]") {
    static const auto knowledge = Knowledge::load({});
    const EventCoder gdelt(*table_named("gdelt2"), knowledge->codes, knowledge->cameo);
    EventIndex index;
    index.add(gdelt.code({"events", {{1, sound_row("gdelt2")}}}));
    index.seal();
    std::mt19937 random(1);
    for (const Table& table : tables()) {
        const EventCoder coder(table, knowledge->codes, knowledge->cameo);
        const auto code = [&](Rows&& rows) {
            return table.read ? coder.code(std::move(rows)) : MentionCoder(index).code(std::move(rows));
        };
        REQUIRE_FALSE(code({"rows", {{1, sound_row(table.name)}}}).triples.empty());
        for (int i = 0; i < 3000; ++i) {
            Rows rows{"rows", {{1, bent(sound_row(table.name), random)}}};
            const std::string row = rows.lines[0].text;
            const CodedRows coded = code(std::move(rows));
            INFO(table.name << ": " << row);
            const bool is_blank = row.find_first_not_of(" \t") == std::string::npos;
            REQUIRE(coded.tally.rows + coded.diagnostics.size() == (is_blank ? 0 : 1));
            for (const Triple& t : coded.triples) {
                REQUIRE_FALSE((t.subject.id.empty() || t.object.id.empty() || t.subject.id == t.object.id));
                REQUIRE(to_json(triple_from_json(to_json(t))) == to_json(t));
            }
        }
    }
}
