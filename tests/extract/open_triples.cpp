// SPDX-License-Identifier: Apache-2.0
// Open triples. Runs tests/cases/open/*.case: a case is a sentence, "----", and all triples that it states, one a line:
//   SUBJECT | RELATION | OBJECT | FURTHER ARGUMENT | …
// or "(none)". Cases stand apart by "===="; a line before the sentence may be "# title". A file's name is its view.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "extract/extract.hpp"
#include "tests/catch.hpp"

namespace {

using namespace entente;

struct OpenCase {
    std::string title;
    std::string sentence;
    std::string expected;
};

std::vector<OpenCase> read_open_cases(const std::string& view) {
    std::ifstream in(std::string(ENTENTE_SOURCE_DIR "/tests/cases/open/") + view + ".case");
    std::vector<OpenCase> cases(1);
    bool expecting = false;
    for (std::string line; std::getline(in, line);) {
        if (line == "====") cases.emplace_back();
        if (line == "====" || line == "----") expecting = line == "----";
        else if (line.starts_with("# ")) cases.back().title = line.substr(2);
        else (expecting ? cases.back().expected : cases.back().sentence) += line + "\n";
    }
    return cases;
}

class Open {
public:
    std::vector<Triple> operator()(const std::string& text, open::View view, bool segmented = false) {
        ExtractOptions options;
        options.open = view;
        options.segmented = segmented;
        const Document doc{"case", "case", "", "", "", std::nullopt, text};
        return extract(doc, *knowledge_, scratch_, options);
    }

private:
    std::unique_ptr<const Knowledge> knowledge_ = Knowledge::load({});
    Language::Scratch scratch_;
};

std::string lines_of(const std::vector<Triple>& triples) {
    std::string out;
    for (const Triple& t : triples) {
        out += t.subject.text + " | " + t.relation.text + " | " + t.object.text;
        for (const Argument& a : t.args) out += " | " + a.text;
        out += "\n";
    }
    return out.empty() ? "(none)\n" : out;
}

std::set<std::string> words_in(const std::string& text) {
    std::istringstream in(text);
    return {std::istream_iterator<std::string>(in), std::istream_iterator<std::string>()};
}

}  // namespace

TEST_CASE("open text cases state exactly the triples that their files list") {
    Open extract_openly;
    for (const auto& [name, view] : {std::pair{"full", open::View::full}, std::pair{"graph", open::View::graph}}) {
        const auto cases = read_open_cases(name);
        REQUIRE(cases.size() > 1);
        for (const OpenCase& c : cases) {
            INFO(name << ": " << c.title << "\n" << c.sentence);
            CHECK(lines_of(extract_openly(c.sentence, view)) == c.expected);
        }
    }
}

TEST_CASE("a relation has no word but those of its sentence and is, are, was, were, has, have, of") {
    Open extract_openly;
    const std::set<std::string> allowed{"is", "are", "was", "were", "has", "have", "of"};
    std::string text;
    for (const char* name : {"full", "graph"})
        for (const OpenCase& c : read_open_cases(name)) text += c.sentence;
    for (const auto view : {open::View::full, open::View::graph}) {
        const auto triples = extract_openly(text, view);
        CHECK(triples.size() > 50);
        for (const Triple& t : triples) {
            for (const std::string& w : words_in(t.relation.text)) {
                INFO(t.relation.text << " in " << t.sentence.text);
                const bool there = t.sentence.text.find(w) != std::string::npos;
                CHECK((there || allowed.contains(w)));
            }
        }
    }
}

TEST_CASE("segmented text keeps its tokens as they stand, one sentence a line") {
    Open extract_openly;
    const std::string text =
        "Norway did n't join the bloc -LRB- it voted twice -RRB- .\n\n`` Ships will sail , '' the captain said .\n";
    const auto triples = extract_openly(text, open::View::full, true);
    REQUIRE(triples.size() >= 2);
    CHECK(triples.front().relation.text == "did n't join");
    CHECK(triples.front().polarity == Polarity::negated);
    CHECK(triples.front().sentence.text == "Norway did n't join the bloc -LRB- it voted twice -RRB- .");
    CHECK(triples.back().sentence.index == 1);
    for (const Triple& t : triples) {
        CHECK(t.sentence.span.of(text) == t.sentence.text);
        CHECK(t.subject.span.of(text) == t.subject.text);
    }
}

TEST_CASE("arguments of open triples carry actors, roles and bytes") {
    Open extract_openly;
    const std::string text = "Russia sold grain to Egypt on Friday.";
    const auto triples = extract_openly(text, open::View::full);
    REQUIRE(triples.size() == 1);
    const Triple& t = triples.front();
    CHECK(t.subject.id == "RUS");
    CHECK(t.relation.lemma == "sell");
    CHECK(!t.relation.type);
    CHECK(t.confidence > 0.33);
    CHECK(t.rule == "open:verb");
    REQUIRE(t.args.size() == 2);
    CHECK(t.args[0].role == "to");
    CHECK(t.args[0].id == "EGY");
    CHECK(t.args[0].span.of(text) == t.args[0].text);
    CHECK(t.args[1].role == "on");
}

TEST_CASE("open triples tell on whose word, and whether it is done") {
    Open extract_openly;
    struct Row {
        const char* sentence;
        const char* predicate;
        Status status;
        const char* speaker;
    };
    for (const Row& row : {Row{"The ministry said Norway had closed the port.", "close", Status::actual, "The ministry"},
                           Row{"Norway will close the port.", "close", Status::intended, ""},
                           Row{"Norway plans to close the port.", "plan", Status::intended, ""},
                           Row{"Norway may close the port.", "close", Status::hypothetical, ""},
                           Row{"According to Kyiv, rebels destroyed the bridge.", "destroy", Status::actual, "Kyiv"},
                           Row{"Norway closed the port.", "close", Status::actual, ""}}) {
        INFO(row.sentence);
        const auto triples = extract_openly(row.sentence, open::View::full);
        const auto t = std::ranges::find(triples, row.predicate, [](const Triple& x) { return x.relation.lemma; });
        REQUIRE(t != triples.end());
        CHECK(name(t->status) == name(row.status));
        CHECK((t->attribution ? t->attribution->text : "") == row.speaker);
    }
}
