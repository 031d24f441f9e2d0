// SPDX-License-Identifier: Apache-2.0
#include "extract/relate/lexicon.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/error.hpp"
#include "core/io/tsv.hpp"

namespace entente {
namespace {

std::vector<std::string> list(std::string_view cell) {
    std::vector<std::string> out;
    for (const std::string_view part : io::split_list(cell)) out.emplace_back(part);
    return out;
}

std::optional<Type> type_cell(std::string_view cell) {
    if (cell.empty()) return std::nullopt;
    const auto type = parse_type(cell);
    if (!type) throw InputError(fmt::format("unknown type \"{}\"", cell));
    return type;
}

Meaning meaning(const io::TsvRow& row) {
    Meaning m{type_cell(row["type"]), std::string(row["cameo"]), row.line()};
    for (const std::string_view flag : io::split_list(row["flags"], ',')) {
        if (flag == "sym") m.symmetric = true;
        else if (flag == "say") m.says = true;
        else if (flag == "obl") m.oblique = true;
        else if (flag == "inv") m.inverted = true;
        else if (flag == "spk") m.speaker = true;
        else if (flag == "bare") m.bare = true;
        else if (flag == "trans") m.transitive = true;
        else if (flag == "power") m.power = true;
        else if (flag == "inf") m.infinitive = true;
        else if (flag.starts_with('@')) m.doer = flag.substr(1);
        else throw InputError(fmt::format("unknown flag \"{}\": sym, say, obl, inv, spk, bare, trans, power, inf or the @class of who does it", flag));
    }
    if (m.type && m.cameo.empty()) m.cameo = cameo_root(*m.type);
    return m;
}

std::string key_cell(const io::TsvRow& row, std::string_view column) {
    if (row[column].empty()) throw InputError(fmt::format("the row has no {}", column));
    return std::string(row[column]);
}

Status status_cell(std::string_view cell) {
    for (const Status s : {Status::actual, Status::intended, Status::requested, Status::hypothetical})
        if (name(s) == cell) return s;
    if (!cell.empty() && cell != "=") throw InputError(fmt::format("unknown status \"{}\"", cell));
    return Status::actual;
}

/// Bases from the most to the least specific.
std::array<std::string, 4> bases(Type type) {
    static constexpr std::array<std::string_view, 5> quads{"", "verbal-coop", "material-coop", "verbal-conf", "material-conf"};
    const int q = quad(type);
    return {std::string(name(type)), std::string(quads[static_cast<std::size_t>(q)]), q <= 2 ? "coop" : "conf", "any"};
}

template <class Map>
auto* find_in(const Map& map, const std::string& key) {
    const auto it = map.find(key);
    return it == map.end() ? nullptr : &it->second;
}

}  // namespace

void Lexicon::add_verbs(std::string_view file, std::string_view text) {
    io::read_tsv(file, text, [&](const io::TsvRow& row) {
        const VerbEntry entry{list(row["object"]), list(row["target"]), meaning(row)};
        for (const std::string& predicate : list(key_cell(row, "predicate"))) verbs_[predicate].push_back(entry);
    });
}

void Lexicon::add_nouns(std::string_view file, std::string_view text) {
    io::read_tsv(file, text, [&](const io::TsvRow& row) {
        for (const std::string& noun : list(key_cell(row, "noun"))) {
            for (const std::string_view cls : io::split_list(row["classes"])) members_.insert(fmt::format("{}|{}", cls, noun));
            const NounEntry entry{list(row["source"]), list(row["target"]), meaning(row)};
            (entry.meaning.doer.empty() ? nouns_ : nouns_by_doer_)[noun] = entry;
        }
    });
}

void Lexicon::add_adjectives(std::string_view file, std::string_view text) {
    io::read_tsv(file, text, [&](const io::TsvRow& row) {
        for (const std::string& adjective : list(key_cell(row, "adjective"))) adjectives_[adjective] = {list(row["target"]), meaning(row)};
    });
}

void Lexicon::add_operators(std::string_view file, std::string_view text) {
    io::read_tsv(file, text, [&](const io::TsvRow& row) {
        if (row["pos"].size() != 1) throw InputError("pos is v, a or n");
        operators_[fmt::format("{}:{}", row["pos"], key_cell(row, "lemma"))] = key_cell(row, "operator");
    });
}

void Lexicon::add_compositions(std::string_view file, std::string_view text) {
    io::read_tsv(file, text, [&](const io::TsvRow& row) {
        Composition c;
        c.keep = row["type"] == "=";
        c.type = c.keep ? std::nullopt : type_cell(row["type"]);
        c.cameo = row["cameo"] == "=" ? "" : row["cameo"];
        c.status = status_cell(row["status"]);
        c.negates = row["polarity"] == "negated";
        if (c.type && c.cameo.empty()) c.cameo = cameo_root(*c.type);
        compositions_[fmt::format("{}|{}", key_cell(row, "operator"), key_cell(row, "base"))] = c;
    });
}

void Lexicon::add_words(std::string_view file, std::string_view text) {
    io::read_tsv(file, text, [&](const io::TsvRow& row) { words_[key_cell(row, "list")].push_back(key_cell(row, "word")); });
}

const std::vector<std::string>& Lexicon::words(const std::string& list) const {
    static const std::vector<std::string> none;
    const auto* found = find_in(words_, list);
    return found ? *found : none;
}

bool Lexicon::listed(const std::string& list, std::string_view word) const {
    return std::ranges::find(words(list), word) != words(list).end();
}

const std::vector<VerbEntry>& Lexicon::verb(const std::string& predicate) const {
    static const std::vector<VerbEntry> none;
    const auto* entries = find_in(verbs_, predicate);
    return entries ? *entries : none;
}

std::vector<std::pair<std::string, Type>> Lexicon::plain_verbs() const {
    std::vector<std::pair<std::string, Type>> out;
    for (const auto& [verb, rows] : verbs_) {
        const auto plain = std::ranges::find_if(rows, [](const VerbEntry& row) {
            return row.objects.empty() && row.meaning.type && is_event(*row.meaning.type) && !row.meaning.inverted &&
                   std::ranges::find(row.targets, "obj") != row.targets.end();
        });
        if (plain != rows.end() && verb.find(' ') == std::string::npos) out.emplace_back(verb, *plain->meaning.type);
    }
    std::ranges::sort(out);
    return out;
}

const NounEntry* Lexicon::noun(const std::string& lemma) const { return find_in(nouns_, lemma); }
const NounEntry* Lexicon::noun_by_doer(const std::string& lemma) const { return find_in(nouns_by_doer_, lemma); }
const AdjectiveEntry* Lexicon::adjective(const std::string& lemma) const { return find_in(adjectives_, lemma); }

std::string_view Lexicon::operation(char pos, const std::string& lemma) const {
    const auto* op = find_in(operators_, std::string{pos, ':'} + lemma);
    return op ? std::string_view(*op) : std::string_view{};
}

bool Lexicon::in_class(const std::string& noun, const std::string& cls) const {
    return members_.contains(cls + "|" + noun);
}

std::optional<Composition> Lexicon::compose(std::string_view operation, Type base) const {
    for (const std::string& b : bases(base))
        if (const auto* c = find_in(compositions_, fmt::format("{}|{}", operation, b))) return *c;
    return std::nullopt;
}

std::optional<Composition> Lexicon::compose_unknown(std::string_view operation) const {
    const auto* c = find_in(compositions_, fmt::format("{}|none", operation));
    return c ? std::optional(*c) : std::nullopt;
}

}  // namespace entente
