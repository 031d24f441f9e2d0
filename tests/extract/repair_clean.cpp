// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "extract/repair/detect.hpp"
#include "extract/repair/insertion.hpp"
#include "extract/repair/repair.hpp"
#include "extract/repair/report_json.hpp"
#include "extract/repair/restore.hpp"
#include "tests/catch.hpp"
#include "tests/extract/repair_fixture.hpp"

using namespace entente;
using entente::test::cleaned;

namespace {

/// A sound article of our own.
const std::string k_sound =
    "The leaders of the two countries said that they had made progress. Their ministers had already met the other side "
    "in the capital. "
    "There was no doubt that the army was ready to leave the northern border, the head of the government said. "
    "He added that these talks would go ahead, and that the roads to the east would be open again.\n"
    "On the other hand, the president said that another attack had led to the end of the ceasefire. They asked the "
    "leadership "
    "of the group to spread the news. \"They had other plans,\" the minister told them, and then he left for the "
    "headquarters. "
    "Neither the police nor the soldiers had been there, but the people of the town had seen the convoy. "
    "The envoy had said that the weapons were made in the south and traded for food by those who had fled.\n"
    "The government and the rebels had agreed to meet together with the United Nations, the official said, adding that "
    "the "
    "truce had held for three days.";

/// What the scraper does: deletes "the", "The" and "ad" everywhere, then doubled blanks.
std::string damaged(std::string text, const std::vector<std::string>& strings = {"the", "The", "ad"}) {
    text = repair::without(text, strings);
    for (std::size_t at; (at = text.find("  ")) != std::string::npos;) text.erase(at, 1);
    return text;
}

bool has(const std::string& text, const char* what) { return text.find(what) != std::string::npos; }

}  // namespace

TEST_CASE("a sound text keeps every byte", "[repair]") {
    const CleanText out = cleaned(k_sound);
    CHECK(out.text == k_sound);
    CHECK(out.deleted.empty());
    CHECK(out.report.empty());
    CHECK(out.map.to_original({5, 9}) == Span{5, 9});
}

TEST_CASE("deleted strings are found and put back", "[repair]") {
    const std::string text = damaged(k_sound);
    REQUIRE(has(text, "leers"));
    CleanText out = cleaned(text);
    std::ranges::sort(out.deleted);
    CHECK(out.deleted == std::vector<std::string>{"ad", "the"});
    for (const char* phrase :
         {"The leaders of two countries said that they had made progress", "Their ministers had already met other side",
          "There was no doubt", "army was ready to leave northern border", "He added that these talks", "go ahead",
          "another attack had led", "They asked leadership", "to spread news", "minister told them, and then he left",
          "headquarters", "Neither police", "had been there", "The envoy had said", "were made in south and traded",
          "meet together with", "adding that truce had held"}) {
        INFO(phrase);
        CHECK(has(out.text, phrase));
    }
}

TEST_CASE("any other string is found too, alone", "[repair]") {
    for (const std::string string : {"the", "ad", "in", "re", "to", "al"}) {
        INFO(string);
        CHECK(cleaned(damaged(k_sound, {string})).deleted == std::vector<std::string>{string});
    }
    const CleanText out = cleaned(damaged(k_sound, {"in"}));
    for (const char* phrase : {"The minister", "adding that", "going again", "against"}) {
        INFO(phrase);
        CHECK((has(out.text, phrase) || !has(k_sound, phrase)));
    }
}

TEST_CASE("a string may be lost with its capital", "[repair]") {
    const std::string text = damaged(k_sound, {"the", "The"});
    CHECK(has(text, "y asked"));
    CHECK(has(cleaned(text).text, "They asked"));
}

TEST_CASE("a sound headline above a damaged body stays as it is", "[repair]") {
    const std::string head =
        "Leaders 'or' rebels: he told me\nThe two leaders had agreed on the truce, their ministers said\n";
    const CleanText out = cleaned(head + damaged(k_sound));
    CHECK(out.text.starts_with(head));
    CHECK(has(out.text, "they had made progress"));
}

TEST_CASE("every byte of the repaired text leads back to its original", "[repair]") {
    const std::string text = "Advertisement\n" + damaged(k_sound);
    const CleanText out = cleaned(text);
    REQUIRE(out.text.size() > text.size());
    std::uint32_t last = 0;
    for (std::uint32_t i = 14; i < out.text.size(); ++i) {
        const Span span = out.map.to_original({i, i + 1});
        REQUIRE(span.end <= text.size());
        REQUIRE(span.begin >= last);
        last = span.begin;
        if (span.size() == 1)
            REQUIRE(text[span.begin] == out.text[i]);
        else
            REQUIRE(span.size() == 0);
    }
    const auto at = static_cast<std::uint32_t>(out.text.find("leaders"));
    CHECK(out.map.to_original({at, at + 7}).of(text) == "leers");
    const auto they = static_cast<std::uint32_t>(out.text.find("They asked"));
    CHECK(out.map.to_original({they, they + 4}).of(text) == "y");
}

TEST_CASE("the report tells what was done, in order", "[repair]") {
    const std::string text = "Advertisement\n" + damaged(k_sound) + "\n(Image: AP)";
    const CleanText out = cleaned(text);
    REQUIRE(out.report.size() > 5);
    CHECK(out.report.front().what == "advertisement");
    CHECK(out.report.back().what == "caption");
    const auto leaders = std::ranges::find(out.report, "leers", &Repair::before);
    REQUIRE(leaders != out.report.end());
    CHECK(leaders->after == "leaders");
    CHECK(leaders->original.of(text) == "leers");
    CHECK(std::ranges::is_sorted(out.report, {}, [](const Repair& r) { return r.original.begin; }));
    Document document;
    document.id = "a";
    const std::string json = to_json(document, &out);
    CHECK(json.starts_with("{\"id\":\"a\",\"text\":"));
    CHECK(has(json, "\"report\":{\"deleted\":["));
    CHECK(has(json, "\"before\":\"leers\",\"after\":\"leaders\""));
}

TEST_CASE("nothing in, nothing out", "[repair]") {
    const std::string no_weights(repair::ContextModel::k_contexts + repair::ContextModel::k_spellings, '\0');
    const RepairKnowledge nothing{WordList({}), repair::ContextModel(no_weights)};
    for (const std::string text : {"", " ", "\n\n", "he", "...", "\xe2\x80\x9c\xe2\x80\x9d"}) {
        CHECK(cleaned(text).text == text);
        CHECK(clean(text, nothing).text == text);
    }
    CHECK_THROWS(repair::ContextModel(std::string_view("abc")));
}

TEST_CASE("candidates are the words that the damage would have left so", "[repair]") {
    const auto& words = test::repair_knowledge().words;
    const std::vector<std::string> strings = {"the", "ad"};
    REQUIRE(!repair::candidates("leers", strings, words).empty());
    CHECK(repair::candidates("leers", strings, words)[0].word == "leaders");
    CHECK(repair::candidates("or", strings, words)[0].word == "other");
    CHECK(repair::candidates("mata", {"in"}, words)[0].word == "maintain");
    CHECK(repair::candidates("matag", {"in"}, words)[0].word == "maintaining");
    CHECK(repair::candidates("xyzzy", strings, words).empty());
    CHECK(repair::candidates("", strings, words).empty());
    CHECK(repair::without("headed", {"ad"}) == "heed");
}

TEST_CASE("neighbours tell words that became other words", "[repair]") {
    const auto restored = [](std::string_view text) {
        const auto paragraphs = repair::paragraphs(text);
        const repair::Damage damage{{"the", "ad"}, {true, false}};
        const auto& knowledge = test::repair_knowledge();
        repair::Options options(damage, knowledge.words, knowledge.context);
        std::string out;
        for (const auto& r : repair::restore(text, paragraphs[0], damage, options, knowledge.context))
            out += r.after + " ";
        return out;
    };
    CHECK(restored("It has many or countries as friends.") == "other ");
    CHECK(restored("It may be today or tomorrow.").empty());
    CHECK(restored("The cars were me in China.") == "made ");
    CHECK(restored("He told me that it rained.").empty());
}

TEST_CASE("word lists rank words", "[repair]") {
    WordList words({"of", "to", "and", "of"});
    CHECK(words.rank("of") == 0u);
    CHECK(words.rank("and") == 2u);
    CHECK(!words.rank("xyz"));
    const WordList moved = std::move(words);
    CHECK(moved.rank("to") == 1u);
}
