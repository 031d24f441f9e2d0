// SPDX-License-Identifier: Apache-2.0
#include "extract/evaluate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "core/error.hpp"
#include "core/json.hpp"
#include "extract/actors/table.hpp"

namespace entente {
namespace {

std::vector<std::string> keys(const json::Value& relation, const char* key) {
    const auto it = relation.FindMember(key);
    if (it == relation.MemberEnd() || !it->value.IsArray()) throw InputError(fmt::format("a relation has no list \"{}\"", key));
    std::vector<std::string> out;
    for (const auto& name : it->value.GetArray())
        if (name.IsString()) out.push_back(name_key({name.GetString(), name.GetStringLength()}));
    return out;
}

Type type_of(std::string_view text) {
    const auto type = parse_type(text);
    if (!type || !is_event(*type)) throw InputError(fmt::format("\"{}\" is none of the sixteen event types", text));
    return *type;
}

std::set<std::string> names_of(const Mention& m) {
    std::set<std::string> out;
    for (const std::string* text : {&m.id, &m.label, &m.country, &m.text})
        if (!text->empty()) out.insert(name_key(*text));
    return out;
}

struct Predicted {
    std::set<std::string> subject;
    std::set<std::string> object;
    const Triple* triple;
};

bool meets(const std::set<std::string>& names, const std::vector<std::string>& keys) {
    return std::ranges::any_of(keys, [&](const std::string& k) { return names.contains(k); });
}

bool agrees(const Predicted& p, const GoldRelation& g, Agreement level) {
    const bool straight = meets(p.subject, g.subject) && meets(p.object, g.object);
    const bool turned = g.symmetric && meets(p.subject, g.object) && meets(p.object, g.subject);
    if (!straight && !turned) return false;
    const Type type = *p.triple->relation.type;
    if (level == Agreement::pair) return true;
    if (level == Agreement::quad) return quad(type) == quad(g.type);
    return type == g.type || std::ranges::find(g.other_types, type) != g.other_types.end();
}

std::vector<Predicted> events_of(const GoldSentence& gold, const std::vector<Triple>& triples) {
    std::vector<Predicted> out;
    std::set<std::tuple<std::string, Type, std::string>> seen;
    for (const Triple& t : triples) {
        const bool inside = gold.text.find(t.sentence.text) != std::string::npos || t.sentence.text.find(gold.text) != std::string::npos;
        if (!inside || !t.relation.type || !is_event(*t.relation.type)) continue;
        if (seen.insert({t.subject.id, *t.relation.type, t.object.id}).second) out.push_back({names_of(t.subject), names_of(t.object), &t});
    }
    return out;
}

/// Kuhn's algorithm: the largest set of pairs in which no triple and no relation occurs twice.
class Matching {
public:
    Matching(const std::vector<Predicted>& predicted, const GoldSentence& gold, Agreement level)
        : predicted_(predicted), gold_(gold), level_(level), owner_(gold.relations.size(), -1) {
        for (std::size_t i = 0; i < predicted.size(); ++i) {
            std::vector<bool> tried(gold.relations.size());
            place(static_cast<int>(i), tried);
        }
    }

    [[nodiscard]] bool found(std::size_t relation) const { return owner_[relation] >= 0; }
    [[nodiscard]] bool used(std::size_t triple) const { return std::ranges::find(owner_, static_cast<int>(triple)) != owner_.end(); }

private:
    bool place(int i, std::vector<bool>& tried) {
        for (std::size_t j = 0; j < owner_.size(); ++j) {
            if (tried[j] || !agrees(predicted_[static_cast<std::size_t>(i)], gold_.relations[j], level_)) continue;
            tried[j] = true;
            if (owner_[j] >= 0 && !place(owner_[j], tried)) continue;
            owner_[j] = i;
            return true;
        }
        return false;
    }

    const std::vector<Predicted>& predicted_;
    const GoldSentence& gold_;
    Agreement level_;
    std::vector<int> owner_;  ///< of each relation: the triple that it is matched with
};

double ratio(std::size_t part, std::size_t whole) { return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole); }

}  // namespace

double Score::precision() const { return ratio(right, right + wrong); }
double Score::recall() const { return ratio(right, right + missed); }
double Score::f1() const { return ratio(2 * right, 2 * right + wrong + missed); }

std::string_view name(Agreement agreement) {
    static constexpr std::array<std::string_view, 3> names{"pair", "quad", "type"};
    return names[static_cast<std::size_t>(agreement)];
}

GoldSentence gold_from_json(std::string_view line) {
    const auto object = json::parse_object(line);
    GoldSentence gold{std::string(json::required(object, "id")), std::string(json::text(object, "text")), {}};
    const auto it = object.FindMember("relations");
    if (it == object.MemberEnd() || !it->value.IsArray()) throw InputError("no list \"relations\"");
    for (const auto& r : it->value.GetArray()) {
        if (!r.IsObject()) throw InputError("a relation is no object");
        GoldRelation g{keys(r, "s"), keys(r, "o"), type_of(json::required(r, "t")), {}, json::flag(r, "sym"), json::flag(r, "optional")};
        if (const auto alt = r.FindMember("alt"); alt != r.MemberEnd() && alt->value.IsArray())
            for (const auto& t : alt->value.GetArray())
                if (t.IsString()) g.other_types.push_back(type_of({t.GetString(), t.GetStringLength()}));
        gold.relations.push_back(std::move(g));
    }
    return gold;
}

Comparison compare(const GoldSentence& gold, const std::vector<Triple>& triples) {
    Comparison out;
    const auto predicted = events_of(gold, triples);
    for (const Agreement level : k_agreements) {
        Score& score = out.scores[static_cast<std::size_t>(level)];
        const Matching matching(predicted, gold, level);
        for (std::size_t j = 0; j < gold.relations.size(); ++j) {
            const GoldRelation& g = gold.relations[j];
            if (g.optional) continue;
            ++(matching.found(j) ? score.right : score.missed);
            if (level == Agreement::type && !matching.found(j))
                out.missed.push_back(fmt::format("{} {} {}", g.subject.empty() ? "?" : g.subject.front(), name(g.type), g.object.empty() ? "?" : g.object.front()));
        }
        for (std::size_t i = 0; i < predicted.size(); ++i) {
            const bool fits = std::ranges::any_of(gold.relations, [&](const GoldRelation& g) { return agrees(predicted[i], g, level); });
            if (matching.used(i) || fits) continue;
            ++score.wrong;
            const Triple& t = *predicted[i].triple;
            if (level == Agreement::type)
                out.wrong.push_back(fmt::format("{} {} {} ({})", t.subject.label, name(*t.relation.type), t.object.label, t.relation.text));
        }
    }
    return out;
}

}  // namespace entente
