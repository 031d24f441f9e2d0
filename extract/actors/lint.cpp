// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/lint.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "core/error.hpp"
#include "core/io/tsv.hpp"
#include "extract/actors/table.hpp"

namespace entente {
namespace {

constexpr std::string_view k_roles[] = {"GOV", "LEG", "JUD", "MIL", "COP", "SPY", "REB", "SEP", "OPP", "PTY", "CVL", "REF",
                                        "MED", "BUS", "LAB", "AGR", "EDU", "HLH", "NGO", "REL", "CRM", "IGO", "ELI"};
constexpr std::string_view k_columns[] = {"id",     "kind", "label", "country",  "parent",  "role",  "names", "demonyms",
                                          "capital", "seats", "from",  "to",       "office",  "of"};
/// Offices that one person holds at a time.
constexpr std::string_view k_single[] = {"president", "prime minister", "king", "queen", "emperor", "pope", "chancellor", "foreign minister"};

bool one_of(std::string_view word, auto& list) { return std::ranges::find(list, word) != std::end(list); }

bool is_id(std::string_view id) {
    const auto all = [&](auto fits) { return !id.empty() && std::ranges::all_of(id, fits); };
    if (id.size() == 3 && all([](char c) { return c >= 'A' && c <= 'Z'; })) return true;
    return all([](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }) && id.front() != '-' &&
           id.back() != '-' && id.find("--") == std::string_view::npos;
}

/// More than a year together: rivals and rounded dates overlap for less.
bool overlap(const Validity& a, const Validity& b) {
    const std::int64_t from = std::max(a.from, b.from).days;
    return std::min(a.to, b.to).days - from > 366;
}

struct Place {
    std::string file;
    std::uint64_t line = 0;
    bool checked = false;  ///< in a file that is to be checked
    [[nodiscard]] std::string text() const { return fmt::format("{}:{}", file, line); }
};

/// What a strong name or a single office is said to belong to, and when.
struct Claim {
    std::string id;
    Validity when;
    Place place;
};

class Linter {
public:
    Diagnostics run(const std::vector<TableText>& files, const std::vector<TableText>& known) {
        for (const TableText& t : known) each_row(t, false, [&](const io::TsvRow& row, const Place& at) { enter(row, at); });
        for (const TableText& t : files) each_row(t, true, [&](const io::TsvRow& row, const Place& at) { enter(row, at); });
        for (const TableText& t : known) each_row(t, false, [&](const io::TsvRow& row, const Place& at) { check(row, at); });
        for (const TableText& t : files) {
            header(t);
            each_row(t, true, [&](const io::TsvRow& row, const Place& at) { check(row, at); });
        }
        for (const auto& [key, claims] : names_) collide(claims, "the name \"" + key.second + "\"", "write ~ before the weaker one, or dates (NAME@FROM..TO)");
        for (const auto& [key, claims] : offices_) collide(claims, fmt::format("{} of {}", key.first, key.second), "end the earlier spell where the later begins");
        std::ranges::stable_sort(found_, {}, [](const Diagnostic& d) { return std::pair(d.source, d.line); });
        return std::move(found_);
    }

private:
    template <class Row>
    void each_row(const TableText& table, bool checked, Row row) {
        try {
            io::read_tsv(table.name, table.text, [&](const io::TsvRow& r) { row(r, Place{table.name, r.line(), checked}); });
        } catch (const InputError& e) {
            const std::string text = e.what();
            if (checked && std::ranges::none_of(found_, [&](const Diagnostic& d) { return d.message == text; })) {
                const auto colon = text.find(':', table.name.size() + 1);
                const std::string line = text.substr(table.name.size() + 1, colon - table.name.size() - 1);
                found_.push_back({Severity::Warning, table.name, std::stoull(line), text.substr(colon + 2) + ": give the row as many cells as the header"});
            }
        }
    }

    /// Of a table that is not to be checked nothing is said.
    void say(const Place& at, std::string message) {
        if (at.checked) found_.push_back({Severity::Warning, at.file, at.line, std::move(message)});
    }

    void header(const TableText& table) {
        std::uint64_t number = 0;
        for (std::string_view rest = table.text; !rest.empty();) {
            const std::string_view line = rest.substr(0, rest.find('\n'));
            rest.remove_prefix(std::min(line.size() + 1, rest.size()));
            ++number;
            if (line.empty() || line.front() == '#') continue;
            for (const std::string_view column : io::split_list(line, '\t'))
                if (line.starts_with("id\t") && !one_of(column, k_columns))
                    say({table.name, number, true}, fmt::format("there is no column \"{}\": the columns are {}", column, fmt::join(k_columns, " ")));
            return;
        }
    }

    void enter(const io::TsvRow& row, const Place& at) {
        const std::string id(row["id"]);
        if (!id.empty()) rows_[id].push_back(at);
    }

    void check(const io::TsvRow& row, const Place& at) {
        if (!row["phrase"].empty() && !row["role"].empty() && !one_of(row["role"], k_roles)) unknown_role(row, at);
        if (!row["organisation"].empty()) members(row, at);
        if (row["id"].empty()) {
            if (!row["label"].empty() || !row["names"].empty()) say(at, "the row has no id: write a slug such as \"movement-for-renewal\"");
            return;
        }
        const std::string id(row["id"]);
        if (!is_id(id)) say(at, fmt::format("\"{}\" is no id: write three capitals for a state, else lower-case letters, digits and hyphens", id));
        const Place& first = rows_[id].front();
        if (row["office"].empty() && first.checked && first.text() != at.text() && first.file != at.file)
            say(at, fmt::format("{} is in {} already: join the two rows", id, first.text()));
        if (!row["kind"].empty() && !parse_kind(row["kind"]))
            say(at, fmt::format("unknown kind \"{}\": country person organisation group party place people topic other", row["kind"]));
        if (row["label"].empty() && first.text() == at.text()) say(at, id + " has no label: write its common English name");
        if (!row["role"].empty() && !one_of(row["role"], k_roles)) unknown_role(row, at);
        for (const char* column : {"country", "parent", "of"})
            if (!row[column].empty() && !rows_.contains(std::string(row[column])))
                say(at, fmt::format("{} \"{}\" is no actor of the table: add a row for it or correct the id", column, row[column]));
        if (!row["office"].empty() && row["of"].empty()) say(at, fmt::format("the office \"{}\" is of nobody: fill the column \"of\"", row["office"]));
        const auto when = dated([&] { return parse_validity(row["from"], row["to"]); }, at);
        if (when && !row["office"].empty() && one_of(row["office"], k_single))
            offices_[{std::string(row["office"]), std::string(row["of"])}].push_back({id, *when, at});
        for (const char* column : {"names", "demonyms", "capital", "seats"}) names(row[column], id, row["kind"], column, at);
        const auto written = io::split_list(row["names"]);
        if (std::ranges::find(written, "~" + std::string(row["label"])) == written.end()) names(row["label"], id, row["kind"], "names", at);
    }

    void unknown_role(const io::TsvRow& row, const Place& at) {
        say(at, fmt::format("unknown role \"{}\": the roles are {}", row["role"], fmt::join(k_roles, " ")));
    }

    template <class Parse>
    auto dated(Parse parse, const Place& at) -> std::optional<decltype(parse())> {
        try {
            return parse();
        } catch (const InputError& e) {
            say(at, e.what());
            return std::nullopt;
        }
    }

    void members(const io::TsvRow& row, const Place& at) {
        const auto known = [&](std::string_view id) {
            if (!rows_.contains(std::string(id))) say(at, fmt::format("\"{}\" is no actor of the table: add a row for it or correct the id", id));
        };
        known(row["organisation"]);
        for (const std::string_view cell : io::split_list(row["members"]))
            if (const auto member = dated([&] { return parse_dated(cell); }, at)) known(member->name);
    }

    void names(std::string_view cell, const std::string& id, std::string_view kind, const char* column, const Place& at) {
        for (std::string_view part : io::split_list(cell)) {
            const bool weak = part.front() == '~';
            if (weak) part.remove_prefix(1);
            const auto name = dated([&] { return parse_dated(part); }, at);
            if (!name) continue;
            if (name_pieces(name->name).empty()) say(at, fmt::format("\"{}\" is no name: it has no letter", part));
            if (name->name.starts_with("the ") || name->name.starts_with("The "))
                say(at, fmt::format("\"{}\": leave out \"the\", names are found with and without it", part));
            if (!weak) names_[{fmt::format("{} {}", kind, column), std::string(name->name)}].push_back({id, name->when, at});
        }
    }

    void collide(const std::vector<Claim>& claims, const std::string& what, const char* remedy) {
        for (std::size_t i = 1; i < claims.size(); ++i)
            for (std::size_t k = 0; k < i; ++k)
                if (claims[i].id != claims[k].id && overlap(claims[i].when, claims[k].when)) {
                    say(claims[i].place, fmt::format("{} is {}'s and {}'s ({}) at one time: {}", what, claims[i].id, claims[k].id,
                                                     claims[k].place.text(), remedy));
                    break;
                }
    }

    Diagnostics found_;
    std::map<std::string, std::vector<Place>> rows_;
    std::map<std::pair<std::string, std::string>, std::vector<Claim>> names_;    ///< kind and column, name
    std::map<std::pair<std::string, std::string>, std::vector<Claim>> offices_;  ///< title, body
};

}  // namespace

Diagnostics lint_actors(const std::vector<TableText>& files, const std::vector<TableText>& known) {
    return Linter().run(files, known);
}

}  // namespace entente
