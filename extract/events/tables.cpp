// SPDX-License-Identifier: Apache-2.0
#include "extract/events/tables.hpp"

#include <algorithm>
#include <array>

#include "core/error.hpp"
#include "core/words.hpp"

namespace entente::events {
namespace {

constexpr std::size_t k_first_lines = 4;    ///< by which a table is recognised: the first may be damaged
constexpr std::size_t k_longest_list = 32;  ///< actors of a side: more are no list but damage

void add(EventRow& row, std::string_view role, std::string_view text) {
    if (!text.empty()) row.further.emplace_back(role, text);
}

void add_side(std::vector<Side>& sides, const Side& side) {
    if (side.any()) sides.push_back(side);
}

bool fits_gdelt1(const Cells& c) {
    return (c.size() == 57 || c.size() == 58) && is_digits(c[{0}]) && is_digits(c[{1}], 8);
}
bool fits_gdelt2(const Cells& c) { return c.size() == 61 && is_digits(c[{0}]) && is_digits(c[{1}], 8); }
bool fits_mentions(const Cells& c) {
    return c.size() == 16 && is_digits(c[{0}]) && is_digits(c[{1}], 14) && is_digits(c[{2}], 14);
}
bool fits_petrarch(const Cells& c) {
    const auto is_actor = [](std::string_view code) {
        return code.size() <= 30 &&
               std::ranges::all_of(code, [](char x) { return (x >= 'A' && x <= 'Z') || x == '-'; });
    };
    return c.size() >= 4 && c.size() <= 16 && is_digits(c[{0}], 8) && is_actor(c[{1}]) && is_actor(c[{2}]) &&
           is_digits(c[{3}].substr(0, 2), 2) && c[{3}].size() <= 4;
}

// ---- GDELT (codebooks of the event database 1.03, 2013, and 2.0, 2015)

/// Columns of an actor's block: code, name, country, group, ethnicity, two religions, three types.
Side gdelt_side(const Cells& c, std::size_t first) {
    return {c[{first}], c[{first + 1}], c[{first + 2}], c[{first + 3}], c[{first + 7}]};
}

/// `geo`: columns of each of the three blocks of places.
EventRow gdelt(const Cells& c, std::size_t geo) {
    constexpr Column id{0, "GLOBALEVENTID"}, day{1, "SQLDATE"}, code{26, "EventCode"};
    constexpr std::size_t actor_1 = 5, actor_2 = 15, places = 35;
    EventRow row;
    static_cast<void>(c.number(id));
    row.event = c[id];
    row.date = c.day(day);
    add_side(row.sources, gdelt_side(c, actor_1));
    add_side(row.targets, gdelt_side(c, actor_2));
    row.cameo = c.cameo(code);
    add(row, "mentions", c[{31, "NumMentions"}]);
    add(row, "sources", c[{32, "NumSources"}]);
    add(row, "articles", c[{33, "NumArticles"}]);
    add(row, "place", c[{places + 2 * geo + 1, "ActionGeo_FullName"}]);
    const Column added{places + 3 * geo, "DATEADDED"};
    row.reported = c.instant(added);
    row.document = c[added.behind(1)];
    return row;
}

EventRow read_gdelt1(const Cells& c) { return gdelt(c, 7); }
EventRow read_gdelt2(const Cells& c) { return gdelt(c, 8); }

// ---- ICEWS (coded event data of Harvard's Dataverse)

Side icews_side(const Cells& c, std::size_t name, std::size_t sectors, std::size_t country) {
    if (is_one_of(c[{name}], {"Unspecified Actor", "Unidentified State Actor"})) return {};
    return {{}, c[{name}], c[{country}], {}, c[{sectors}]};
}

EventRow read_icews(const Cells& c) {
    constexpr Column day{1, "Event Date"}, city{14, "City"}, country{17, "Country"};
    EventRow row;
    row.event = c[{0, "Event ID"}];
    row.date = c.day(day);
    if (row.date) row.reported = c.instant(day);
    add_side(row.sources, icews_side(c, 2, 3, 4));
    row.cameo = c.cameo({6, "CAMEO Code"});
    add_side(row.targets, icews_side(c, 8, 9, 10));
    row.document = c[{11, "Story ID"}];
    add(row, "sentence", c[{12, "Sentence Number"}]);
    add(row, "publisher", c[{13, "Publisher"}]);
    add(row, "place", c[city].empty() ? c[country] : c[city]);
    return row;
}

// ---- POLECAT (weekly files of Harvard's Dataverse): ";" between actors, "|" between what one of them is

std::vector<std::string_view> items(std::string_view cell) {
    std::vector<std::string_view> out;
    for (std::size_t from = 0;;) {
        const auto to = cell.find(';', from);
        std::string_view item = cell.substr(from, to - from);
        item.remove_prefix(std::min(item.find_first_not_of(' '), item.size()));
        out.push_back(is_one_of(item, {"None", "NA"}) ? std::string_view{} : item.substr(0, item.find('|')));
        if (to == std::string_view::npos || out.size() > k_longest_list) return out;
        from = to + 1;
    }
}

/// The cell's item for the actor of this number; what stands there once holds for each.
std::string_view item_of(const std::vector<std::string_view>& list, std::size_t actor, std::size_t actors) {
    if (list.size() == actors) return list[actor];
    return list.size() == 1 ? list[0] : std::string_view{};
}

/// Columns: name, country, COW's number, first sector, sectors, title, name as the story has it, Wikipedia's title.
std::vector<Side> polecat_sides(const Cells& c, std::size_t first) {
    const auto names = items(c[{first}]), countries = items(c[{first + 1}]), sectors = items(c[{first + 3}]),
               raw = items(c[{first + 6}]);
    const std::size_t actors = std::max({names.size(), countries.size(), raw.size()});
    if (actors > k_longest_list) throw InputError("a side has over 32 actors: is a line break lost?");
    std::vector<Side> out;
    for (std::size_t i = 0; i < actors; ++i) {
        const std::string_view name = item_of(names, i, actors);
        add_side(out, {{},
                       name.empty() ? item_of(raw, i, actors) : name,
                       item_of(countries, i, actors),
                       {},
                       item_of(sectors, i, actors)});
    }
    return out;
}

EventRow read_polecat(const Cells& c) {
    constexpr Column day{1, "Event Date"}, published{34, "Publication Date"}, city{24, "City"}, country{27, "Country"};
    EventRow row;
    row.event = c[{0, "Event ID"}];
    row.date = c.day(day);
    if (!c[published].empty()) row.reported = c.instant(published);
    row.type = c.plover({2, "Event Type"});
    add(row, "mode", c[{3, "Event Mode"}]);
    add(row, "context", c[{6, "Contexts"}]);
    row.sources = polecat_sides(c, 7);
    row.targets = polecat_sides(c, 15);
    add(row, "place", c[city].empty() ? c[country] : c[city]);
    add(row, "publisher", c[{33, "Source"}]);
    return row;
}

// ---- PETRARCH: date, source, target, code, issues, sentence ids, perhaps a URL, story's source

EventRow read_petrarch(const Cells& c) {
    constexpr Column day{0, "date"};
    EventRow row;
    row.date = c.day(day);
    if (row.date) row.reported = c.instant(day);
    add_side(row.sources, {c[{1, "source"}], {}, {}, {}, {}});
    add_side(row.targets, {c[{2, "target"}], {}, {}, {}, {}});
    row.cameo = c.cameo({3, "code"});
    add(row, "context", c[{4, "issues"}]);
    row.document = c[{5, "sentence ids"}];
    for (std::size_t i = 6; i < c.size(); ++i)
        if (c[{i}].starts_with("http")) add(row, "url", c[{i}]);
    return row;
}

constexpr std::array k_tables = {
    // name, coding, header, least and most columns, confidence, fits, read
    Table{"gdelt2", "cameo", "GLOBALEVENTID", 61, 61, 0.3, fits_gdelt2, read_gdelt2},
    Table{"gdelt1", "cameo", "GLOBALEVENTID", 57, 58, 0.3, fits_gdelt1, read_gdelt1},
    Table{k_mentions, "cameo", "GLOBALEVENTID", 14, 16, 0, fits_mentions, nullptr},
    Table{"icews", "icews", "Event ID\tEvent Date\tSource Name", 20, 20, 0.7, nullptr, read_icews},
    Table{"polecat", "plover", "Event ID\tEvent Date\tEvent Type", 40, 60, 0.6, nullptr, read_polecat},
    Table{"petrarch", "cameo", "", 4, 16, 0.5, fits_petrarch, read_petrarch},
};

}  // namespace

std::span<const Table> tables() { return k_tables; }

const Table* table_named(std::string_view name) {
    const auto it = std::ranges::find(k_tables, name, &Table::name);
    return it == k_tables.end() ? nullptr : &*it;
}

const Table* table_of(std::string_view head) {
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    std::vector<std::string_view> cells;
    for (std::size_t line = 0; line < k_first_lines && !head.empty(); ++line) {
        split_cells(head.substr(0, head.find_first_of("\r\n")), cells);
        const auto fits = [&](const Table& t) { return t.fits ? t.fits(Cells(cells)) : head.starts_with(t.header); };
        if (const auto it = std::ranges::find_if(k_tables, fits); it != k_tables.end()) return &*it;
        head.remove_prefix(std::min(head.find('\n'), head.size() - 1) + 1);
    }
    return nullptr;
}

}  // namespace entente::events
