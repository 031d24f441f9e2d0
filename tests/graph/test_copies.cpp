// SPDX-License-Identifier: Apache-2.0
// Copies of a report count once, whatever was merged first.
#include <algorithm>
#include <sstream>

#include "graph/copies.hpp"
#include "graph/sentence_words.hpp"
#include "graph/temporal.hpp"
#include "tests/catch.hpp"
#include "tests/graph/made.hpp"

using namespace entente;
using made::Random;

namespace {

const std::string k_sentence = "Chile urged Peru to reopen the border posts that it had closed.";

Triple report(const std::string& doc, const std::string& sentence = k_sentence,
              const std::string& date = "2021-08-25") {
    Triple t = made::stated("CHL", Type::REQUEST, "PER", date);
    t.doc = doc;
    t.source = doc + ".txt";
    t.sentence.text = sentence;
    t.relation.lemma = "urge";
    set_id(t);
    return t;
}

std::vector<std::uint32_t> weights(const std::vector<Triple>& all) {
    std::vector<std::uint32_t> out;
    const Graph graph = made::graph(all);
    for (const Edge& e : graph.edges()) out.push_back(e.weight);
    return out;
}

bool are_folded(const Triple& a, const Triple& b) { return weights({a, b}) == std::vector<std::uint32_t>{1}; }

bool are_same(const Graph& a, const Graph& b) {
    return std::ranges::equal(a.observations(), b.observations()) &&
           std::ranges::equal(a.edges(), b.edges(), [](const Edge& x, const Edge& y) {
               return x.weight == y.weight && x.documents == y.documents && x.sources == y.sources &&
                      x.confidence == y.confidence;
           });
}

Graph merged(const std::vector<const Graph*>& graphs) {
    GraphBuilder builder;
    for (const Graph* g : graphs) builder.merge(*g);
    return builder.finish();
}

/// Reports that were copied, cut, led in and mixed up.
std::vector<Triple> press(std::uint32_t seed, std::size_t count) {
    Random random(seed);
    std::vector<Triple> out;
    for (std::size_t i = 0; i < count; ++i) {
        std::string sentence;
        std::istringstream words(k_sentence + " Officials of both said so on Monday.");
        for (std::string word; words >> word;)
            if (made::below(random, 8) > 0) sentence += word + " ";
        const std::string day = "2021-08-" + std::to_string(10 + made::below(random, 15));
        Triple t = report("doc" + std::to_string(made::below(random, 12)), sentence, day);
        if (made::below(random, 10) == 0) t.date.reset();
        if (made::below(random, 6) == 0) t.source = "elsewhere/" + t.source;
        t.confidence = (1 + made::below(random, 998)) / 1000.0;
        if (seed % 2 == 1) {
            t.subject.label = made::one_of(random, made::hostile_texts());
            t.relation.text = made::one_of(random, made::hostile_texts());
            t.attribution = Attribution{made::one_of(random, made::hostile_texts()), "", "", "say"};
            t.args = {{"topic", made::one_of(random, made::hostile_texts()), {1, 2}, "x"}};
            t.published = Timestamp{1629849600 + std::int64_t{made::below(random, 9)}};
        }
        set_id(t);
        out.push_back(std::move(t));
    }
    return out;
}

}  // namespace

TEST_CASE("a copy counts once, with several publishers") {
    const Graph graph = made::graph({report("wire"), report("paper", k_sentence, "2021-08-26"), report("site")});
    REQUIRE(graph.edges().size() == 1);
    const Edge& edge = graph.edges()[0];
    CHECK(edge.weight == 1);
    CHECK(edge.documents == 3);
    CHECK(edge.sources == 3);
    CHECK(edge.confidence == 0.8);
    const Observation& o = graph.observations()[0];
    CHECK(o.doc == "site");  // of equal days the smaller
    const auto copies = publications(o);
    REQUIRE(copies.size() == 2);
    CHECK(copies[0].source == "wire.txt");
    CHECK(copies[1].source == "paper.txt");
}

TEST_CASE("what an editor does to a report leaves it the same, what a reporter does makes another") {
    const Triple wire = report("wire");
    for (const char* edited :
         {"CHILE urged Peru to reopen the border posts that it had closed",
          "Chile urged Peru on Monday to reopen the border posts that it had closed, officials said.",
          "Chile urged Peru to reopen the border posts.",
          "“Chile urged Peru to reopen the border posts that it had closed”"})
        CHECK(are_folded(wire, report("paper", edited)));
    for (const char* another : {"Bolivia's Chile urged Peru to reopen the border.", "Chile urged Peru.",
                                "Chile urged Bolivia to reopen the border posts that it had closed."})
        CHECK_FALSE(are_folded(wire, report("paper", another)));
    CHECK_FALSE(are_folded(report("wire", "Chile urged Peru to free 12 men."),
                           report("paper", "Chile urged Peru to free 15 men.")));
    CHECK(are_folded(report("wire", "The U.S. urged Peru to free 1.2 men"),
                     report("paper", "The US urged Peru to free 1.2 men.")));
    CHECK(are_folded(wire, report("paper", k_sentence, "2021-08-28")));
    CHECK_FALSE(are_folded(wire, report("paper", k_sentence, "2021-08-29")));
    Triple other_verb = report("paper");
    other_verb.relation.lemma = "press";
    set_id(other_verb);
    CHECK_FALSE(are_folded(wire, other_verb));
    Triple twice = wire;
    twice.sentence.index = 7;
    set_id(twice);
    CHECK_FALSE(are_folded(wire, twice));
}

TEST_CASE("one text under two names is one report, however short") {
    Triple a = report("hash", "Chile urged Peru.");
    Triple b = a;
    b.source = "copy.txt";
    set_id(b);
    CHECK(are_folded(a, b));
    CHECK_FALSE(are_folded(a, report("other", "Chile urged Peru.")));
}

TEST_CASE("copies do not depend on the order and grouping in which reports are merged") {
    for (std::uint32_t seed = 0; seed < 30; ++seed) {
        auto all = press(seed, 60);
        const Graph whole = made::graph(all);
        REQUIRE(whole.observations().size() < all.size());
        std::shuffle(all.begin(), all.end(), Random(seed + 99));
        REQUIRE(are_same(made::graph(all), whole));
        const Graph a = made::graph({all.begin(), all.begin() + 25});
        const Graph b = made::graph({all.begin() + 20, all.begin() + 40});
        const Graph c = made::graph({all.begin() + 40, all.end()});
        const Graph ab = merged({&a, &b});
        const Graph cb = merged({&c, &b});
        REQUIRE(are_same(merged({&ab, &c}), whole));
        REQUIRE(are_same(merged({&a, &cb}), whole));
        REQUIRE(are_same(merged({&whole, &b}), whole));
        std::size_t published = 0;
        for (const Observation& o : whole.observations()) published += 1 + publications(o).size();
        std::ranges::sort(all, {}, &Triple::id);
        REQUIRE(published ==
                static_cast<std::size_t>(
                    std::unique(all.begin(), all.end(), [](const Triple& x, const Triple& y) { return x.id == y.id; }) -
                    all.begin()));
    }
}

TEST_CASE("a report is found by the source of its copy") {
    const Graph graph = made::graph({report("wire"), report("paper")});
    Filter filter;
    filter.sources = {"wire.txt"};
    CHECK(restrict(graph, filter).edges().size() == 1);
    CHECK(states(TemporalGraph(graph, Clock::event), filter)[0].weight == 1);
    filter.sources = {"site.txt"};
    CHECK(restrict(graph, filter).edges().empty());
    CHECK(states(TemporalGraph(graph, Clock::event), filter)[0].weight == 0);
}

TEST_CASE("words are a bag") {
    const SentenceWords some("to Peru, Chile");
    CHECK(some.count() == 3);
    CHECK(some.is_within(SentenceWords("chile says “no” to PERU")));
    CHECK_FALSE(some.is_within(SentenceWords("chile says no to you")));
    CHECK_FALSE(SentenceWords("to to").is_within(SentenceWords("to")));
    CHECK(SentenceWords("Türkiye’s").count() == 2);
    CHECK(SentenceWords("...").count() == 0);
}
