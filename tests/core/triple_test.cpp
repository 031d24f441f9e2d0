// SPDX-License-Identifier: Apache-2.0
#include "core/triple.hpp"

#include "core/error.hpp"
#include "tests/catch.hpp"

using namespace entente;

namespace {

Triple full() {
    Triple t;
    t.doc = "d1";
    t.source = "news.jsonl#d1";
    t.published = parse_timestamp("2021-08-25T17:30:00Z");
    t.date = parse_date("2021-08-24");
    t.sentence = {7, {912, 960}, "A \"quoted\"\tsentence \u2014 with \\ and \u00e9."};
    t.subject = {"An official", {912, 923}, "CHN", "China", Kind::country, "CHN", "GOV"};
    t.relation = {"said", "demand", {924, 928}, Type::REQUEST, "10", -5.0};
    t.object = {"the insurgents", {930, 944}, "taliban", "Taliban", Kind::group, "", "REB"};
    t.args = {{"topic", "their pledge", {945, 957}, ""}, {"place", "Kabul", {958, 959}, "AFG"}};
    t.polarity = Polarity::negated;
    t.status = Status::requested;
    t.attribution = Attribution{"the Kremlin", "RUS", "Russia", "say", {{"TASS", "tass", "TASS", "report"}, {"reports", "", "", "accord"}}};
    t.symmetric = true;
    t.confidence = 0.87;
    t.rule = "R3";
    set_id(t);
    return t;
}

}  // namespace

TEST_CASE("a triple comes back from its line as it was", "[triple]") {
    const Triple t = full();
    const std::string line = to_json(t);
    CHECK(line.find('\n') == std::string::npos);
    CHECK(to_json(triple_from_json(line)) == line);
    const Triple back = triple_from_json(line);
    CHECK(back.sentence.text == t.sentence.text);
    CHECK(back.subject.span == t.subject.span);
    CHECK(back.relation.type == Type::REQUEST);
    CHECK(back.args.size() == 2);
    CHECK(back.attribution->verb == "say");
    REQUIRE(back.attribution->via.size() == 2);
    CHECK(back.attribution->via[0].id == "tass");
    CHECK(back.attribution->via[1].text == "reports");
}

TEST_CASE("what is not known stays unknown", "[triple]") {
    Triple t = full();
    t.published.reset();
    t.date.reset();
    t.relation.type.reset();
    t.attribution.reset();
    t.args.clear();
    t.subject.country.clear();
    set_id(t);
    const std::string line = to_json(t);
    CHECK(line.find("\"published\":null") != std::string::npos);
    const Triple back = triple_from_json(line);
    CHECK(!back.published);
    CHECK(!back.relation.type);
    CHECK(!back.attribution);
    CHECK(back.subject.country.empty());
    CHECK(to_json(back) == line);
}

TEST_CASE("an id depends on content, not on confidence", "[triple]") {
    Triple a = full(), b = full();
    CHECK(a.id.size() == 20);
    b.confidence = 0.5;
    set_id(b);
    CHECK(a.id == b.id);
    b.object.id = "other";
    set_id(b);
    CHECK(a.id != b.id);
}

TEST_CASE("lines that are no triples are refused", "[triple]") {
    const std::string line = to_json(full());
    std::string backwards = line;
    backwards.replace(backwards.find("\"begin\":"), 8, "\"begin\":-5,\"was\":");
    for (const std::string& bad : {std::string(), std::string("{}"), backwards, std::string("[]"), std::string("{\"id\":1}"),
                                   line.substr(0, line.size() / 2), line + "x", std::string("\xff\xfe")}) {
        INFO(bad);
        CHECK_THROWS_AS(triple_from_json(bad), InputError);
    }
}
