// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/error.hpp"
#include "core/json.hpp"
#include "extract/language/agreement.hpp"
#include "extract/language/bio.hpp"
#include "extract/language/conllu.hpp"
#include "extract/language/sentence_json.hpp"
#include "tests/catch.hpp"
#include "tests/extract/language_fixture.hpp"

using namespace entente;

namespace {

constexpr std::string_view k_text =
    "Vladimir Putin met French President Emmanuel Macron in Moscow. The United Nations welcomed the Russian offer.";

/// "Putin PER, Moscow LOC"
std::string names(std::string_view text) {
    Language::Scratch scratch;
    std::string out;
    for (const Sentence& s : test::language().analyse(text, scratch))
        for (const Entity& e : s.entities) {
            const Span span{s.tokens[static_cast<std::size_t>(e.first)].span.begin,
                            s.tokens[static_cast<std::size_t>(e.last)].span.end};
            if (!out.empty()) out += ", ";
            out.append(span.of(text)).append(" ").append(name(e.kind));
        }
    return out;
}

std::vector<std::uint32_t> best(const std::vector<float>& scores, const std::vector<float>& next) {
    std::vector<std::uint32_t> back, out;
    nn::best_sequence({scores.data(), scores.size() / 3, 3, 3}, next, back, out);
    return out;
}

/// A sentence that is all one name.
Sentence named(std::initializer_list<std::string_view> words, EntityKind kind) {
    Sentence out;
    for (const std::string_view word : words) out.tokens.emplace_back().form = word;
    out.entities.push_back({0, static_cast<int>(words.size()) - 1, kind});
    return out;
}

}  // namespace

TEST_CASE("A name has one kind in a document, where most of its mentions agree") {
    using enum EntityKind;
    std::vector<Sentence> document = {named({"West", "Bank"}, loc), named({"West", "Bank"}, org), named({"West", "Bank"}, loc),
                                      named({"Reston"}, org),       named({"Reston"}, per),       named({"RESTON"}, loc),
                                      named({"Turkish"}, norp),     named({"Turkish"}, loc)};
    nn::agree_on_kinds(document);
    std::vector<EntityKind> kinds;
    for (const Sentence& s : document) kinds.push_back(s.entities[0].kind);
    CHECK(kinds == std::vector{loc, loc, loc, org, per, loc, norp, loc});  // a tie changes nothing
}

TEST_CASE("Names agree within the documents of a treebank, not beyond") {
    const ConlluText text = from_conllu("# newdoc id = a\n1\tOne\t_\t_\t_\t_\t_\t_\t_\t_\n\n1\tTwo\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
                                        "# newdoc id = b\n1\tThree\t_\t_\t_\t_\t_\t_\t_\t_\n\n");
    CHECK(text.documents == std::vector<std::size_t>{0, 2});
}

TEST_CASE("Names of people, places and organisations, and state adjectives") {
    const std::string found = names(k_text);
    INFO(found);
    for (const std::string_view one : {"Vladimir Putin PER", "French NORP", "Emmanuel Macron PER", "Moscow LOC",
                                       "United Nations ORG", "Russian NORP"})
        CHECK(found.find(one) != found.npos);
    CHECK(names("They said that it was raining.").empty());
    for (const std::string_view text : {"Peru rejects US plan", "Peru Rejects US Plan", "US, Peru sign fishing deal"}) CHECK(names(text).find("US LOC") != std::string::npos);
    CHECK(names("Peru told us of its plan.").find("us ") == std::string::npos);
}

TEST_CASE("The best sequence of labels is the best as a whole") {
    constexpr float no = -1e4f;
    const std::vector<float> next = {0, 0, no, 0, 0, 0, 0, 0, 0};  // O B I: no I after O
    CHECK(best({0, 1, 0, 0, 0, 1}, next) == std::vector<std::uint32_t>{1, 2});
    CHECK(best({2, 1, 0, 0, 0, 3}, next) == std::vector<std::uint32_t>{1, 2});  // B I: 4, more than O O: 2
    CHECK(best({9, 1, 0, 0, 0, 3}, next) == std::vector<std::uint32_t>{0, 0});
    CHECK(best({0, 0, 7}, next) == std::vector<std::uint32_t>{0});  // nor at the beginning
    CHECK(best({}, next).empty());
}

TEST_CASE("Labels become entities") {
    const std::vector<nn::BioLabel> meaning = {nn::parse_bio("O"), nn::parse_bio("B-PER"), nn::parse_bio("I-PER"),
                                               nn::parse_bio("B-LOC"), nn::parse_bio("I-LOC")};
    std::vector<Entity> out;
    const std::vector<std::uint32_t> labels = {1, 2, 1, 0, 3, 2, 4};
    nn::add_entities(labels, meaning, 10, out);
    REQUIRE(out.size() == 5);
    CHECK((out[0].first == 10 && out[0].last == 11 && out[0].kind == EntityKind::per));
    CHECK((out[1].first == 12 && out[1].last == 12));
    CHECK((out[2].first == 14 && out[2].last == 14 && out[2].kind == EntityKind::loc));
    CHECK((out[3].first == 15 && out[3].kind == EntityKind::per));  // an I- of another kind
    CHECK_THROWS_AS(nn::parse_bio("B-THING"), InputError);
    CHECK_THROWS_AS(nn::parse_bio(""), InputError);
}

TEST_CASE("Names stand in the MISC of CoNLL-U") {
    Language::Scratch scratch;
    const std::string written = to_conllu(test::language().analyse(k_text, scratch), k_text);
    CHECK(written.find("\tNER=B-PER|TokenRange=0:8\n") != written.npos);
    CHECK(written.find("\tNER=I-PER|TokenRange=9:14\n") != written.npos);
    CHECK(written.find("\tNER=B-LOC|SpaceAfter=No|TokenRange=") != written.npos);
}

TEST_CASE("NDJSON says of a sentence what CoNLL-U does, with bytes of the text") {
    Language::Scratch scratch;
    const std::string text = "“Ça va,” said Angela Merkel in Berlin.\n\nIt was over.";
    const std::string written = to_ndjson(test::language().analyse(text, scratch), text);
    CHECK(std::ranges::count(written, '\n') == 2);
    const json::Document first = json::parse_object(std::string_view(written).substr(0, written.find('\n')));
    const auto covers = [&](const json::Value& v, const char* key) {
        const std::size_t begin = v["begin"].GetUint(), end = v["end"].GetUint();
        return text.substr(begin, end - begin) == json::text(v, key);
    };
    CHECK(covers(first, "text"));
    const auto& tokens = first["tokens"];
    int roots = 0;
    for (rapidjson::SizeType i = 0; i < tokens.Size(); ++i) {
        CHECK(covers(tokens[i], "form"));
        CHECK(tokens[i]["id"].GetUint() == i + 1);
        CHECK(tokens[i]["head"].GetUint() <= tokens.Size());
        roots += tokens[i]["head"].GetUint() == 0 ? 1 : 0;
        CHECK(!json::text(tokens[i], "upos").empty());
    }
    CHECK(roots == 1);
    std::string names;
    for (const auto& e : first["entities"].GetArray()) {
        CHECK(covers(e, "text"));
        names.append(json::text(e, "text")).append(" ").append(json::text(e, "kind")).append(";");
    }
    CHECK(names.ends_with("Angela Merkel PER;Berlin LOC;"));
}
