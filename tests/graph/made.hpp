// SPDX-License-Identifier: Apache-2.0
// Made-up triples for tests: few actors and texts, so that everything collides, and texts that hurt.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "core/triple.hpp"
#include "graph/builder.hpp"

namespace entente::made {

using Random = std::mt19937;  // the same numbers everywhere, unlike std::uniform_int_distribution's

inline std::uint32_t below(Random& random, std::size_t n) { return static_cast<std::uint32_t>(random() % n); }

template <class Range>
auto& one_of(Random& random, Range& range) {
    return range[below(random, std::size(range))];
}

/// Quotes, mark-up, controls, U+FFFE, right-to-left, emoji, a lone carriage return, what XML would end CDATA with.
inline const std::vector<std::string>& hostile_texts() {
    static const std::vector<std::string> texts{"plain",
                                                "a \"quoted\" & <b>bold</b> 'text'",
                                                "]]> &amp; &#0;",
                                                std::string("bell\a null") + std::string(1, '\0') + "!",
                                                "line\r\nbreak\rlone\ttab",
                                                "\xEF\xBF\xBE\xEF\xBF\xBF",
                                                "مجلس الأمن \xE2\x80\xAE",
                                                "🕊️ 平和 Türkiye İĞ",
                                                "=cmd|' /C calc'!A0",
                                                "\x1b[31mred\x7f",
                                                "back\\slash \\N",
                                                "-",
                                                " ",
                                                "a,b;c#d"};
    return texts;
}

struct Options {
    std::size_t actors = 6;
    bool hostile = false;
    bool typed = false;  ///< few types only, so that edges get weight
};

inline std::string actor_id(std::size_t i) { return "actor-" + std::to_string(i); }

inline Mention mention(Random& random, const Options& options) {
    const std::size_t i = below(random, options.actors);
    Mention m;
    m.id = actor_id(i);
    m.text = "the " + m.id;
    m.label = below(random, 4) == 0 ? "Actor the " + std::to_string(i) : "Actor " + std::to_string(i);
    m.kind = static_cast<Kind>(below(random, 3) == 0 ? below(random, 9) : i % 9);
    m.country = below(random, 3) == 0 ? "" : below(random, 5) == 0 ? "USA" : "CHN";
    m.role = below(random, 2) == 0 ? "" : "GOV";
    if (options.hostile && below(random, 2) == 0) {
        m.label = one_of(random, hostile_texts());
        m.text = one_of(random, hostile_texts());
        m.country = below(random, 3) == 0 ? one_of(random, hostile_texts()) : m.country;
        if (i % 2) m.id = one_of(random, hostile_texts());
    }
    return m;
}

inline Triple triple(Random& random, const Options& options = {}) {
    static const std::vector<std::string> phrases{"met", "urged", "accused", "said that it had attacked"};
    const auto& texts = options.hostile ? hostile_texts() : phrases;
    Triple t;
    t.doc = "doc" + std::to_string(below(random, 5));
    t.source = "news/" + t.doc + ".txt";
    if (below(random, 3)) t.published = Timestamp{1629849600 + std::int64_t{below(random, 60)} * 86400};
    if (below(random, 5)) t.date = Date{18864 + static_cast<std::int32_t>(below(random, 60))};
    t.sentence = {below(random, 9), {below(random, 900), 1000}, one_of(random, texts)};
    t.subject = mention(random, options);
    t.object = mention(random, options);
    t.relation.text = one_of(random, texts);
    t.relation.lemma = one_of(random, texts);
    const std::size_t type = below(random, options.typed ? 2 : k_type_count + 1);
    if (type < k_type_count) t.relation.type = static_cast<Type>(type);
    t.relation.cameo = below(random, 2) ? "040" : "";
    t.relation.goldstein = (below(random, 201) - 100.0) / 10;
    t.polarity = below(random, 5) == 0 ? Polarity::negated : Polarity::affirmed;
    t.status = static_cast<Status>(below(random, 4));
    if (below(random, 3) == 0) {
        t.attribution = Attribution{one_of(random, texts), "", "Reuters", "say"};
        for (std::uint32_t relays = below(random, 3); relays > 0; --relays) t.attribution->via.push_back({one_of(random, texts), "tass", "", "report"});
    }
    t.symmetric = below(random, 4) == 0;
    t.confidence = (1 + below(random, 998)) / 1000.0;
    t.rule = "R1";
    set_id(t);
    return t;
}

inline std::vector<Triple> triples(std::uint32_t seed, std::size_t count, const Options& options = {}) {
    Random random(seed);
    std::vector<Triple> out;
    for (std::size_t i = 0; i < count; ++i) out.push_back(triple(random, options));
    return out;
}

inline Graph graph(const std::vector<Triple>& all) {
    GraphBuilder builder;
    for (const Triple& t : all) builder.add(t);
    return builder.finish();
}

/// A triple as a test wants it.
inline Triple stated(const std::string& subject, std::optional<Type> type, const std::string& object,
                     const std::string& date = "2021-08-25", double confidence = 0.8) {
    Triple t;
    t.doc = "doc";
    t.source = "doc.txt";
    t.date = parse_date(date);
    t.sentence = {0, {0, 10}, subject + " does " + object + " on " + date};
    t.subject.id = t.subject.label = t.subject.text = subject;
    t.object.id = t.object.label = t.object.text = object;
    t.relation.type = type;
    t.relation.text = "does";
    t.confidence = confidence;
    set_id(t);
    return t;
}

}  // namespace entente::made
