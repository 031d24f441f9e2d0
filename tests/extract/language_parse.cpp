// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <random>

#include "core/error.hpp"
#include "extract/language/conllu.hpp"
#include "extract/language/kernels.hpp"
#include "extract/language/tree.hpp"
#include "tests/catch.hpp"
#include "tests/extract/language_fixture.hpp"

using namespace entente;

namespace {

constexpr std::string_view k_news =
    "Russian President Vladimir Putin and his Chinese counterpart Xi Jinping agreed to step up efforts against "
    "terrorism. The Taliban's fighters haven't left Kabul, officials said. 'We won,' he added.\n\nA new paragraph";

void check_sound(const std::vector<Sentence>& sentences, std::string_view text) {
    std::uint32_t last = 0;
    for (const Sentence& s : sentences) {
        std::vector<int> heads;
        for (const Token& t : s.tokens) {
            heads.push_back(t.head);
            CHECK((t.head == -1) == (t.deprel == "root"));
            CHECK(t.span.begin >= last);
            CHECK(t.span.of(text) == t.form);
            last = t.span.end;
        }
        CHECK(nn::is_tree(heads));
    }
}

}  // namespace

TEST_CASE("A news sentence is parsed as an analyst would") {
    Language::Scratch scratch;
    const auto s = test::language().analyse(k_news, scratch);
    REQUIRE(s.size() == 4);
    check_sound(s, k_news);
    const auto find = [&](std::string_view form) { return *std::ranges::find(s[0].tokens, form, &Token::form); };
    CHECK(find("agreed").deprel == "root");
    CHECK(find("agreed").lemma == "agree");
    CHECK(find("Putin").upos == Upos::PROPN);
    CHECK(find("step").deprel == "xcomp");
    CHECK(find("efforts").lemma == "effort");
    CHECK(find("efforts").deprel == "obj");
    CHECK(find("efforts").feats == "Number=Plur");
    CHECK(find("agreed").feats.find("Tense=Past") != std::string::npos);
    CHECK(s[1].multiword.size() == 2);
    CHECK(s[3].new_paragraph);
}

TEST_CASE("All kernels give the same bytes") {
    Language::Scratch scratch;
    const std::string first = to_conllu(test::language().analyse(k_news, scratch), k_news);
    for (const nn::Kernels& k : nn::kernels()) {
        INFO(k.name);
        Language::Scratch fresh;
        CHECK(to_conllu(Language(test::model_bytes(), k).analyse(k_news, fresh), k_news) == first);
    }
    CHECK(to_conllu(test::language().analyse(k_news, scratch), k_news) == first);  // nor does memory change it
}

TEST_CASE("Strange input is parsed into trees") {
    std::mt19937 random(1);
    std::string noise(3000, ' ');
    for (char& c : noise) c = static_cast<char>(random() % 256);
    const auto repeat = [](std::string_view part, int n) {
        std::string out;
        while (n-- > 0) out += part;
        return out;
    };
    Language::Scratch scratch;
    for (const std::string& text :
         {std::string(), std::string(" \n\n"), repeat("1", 5000), repeat("😀", 900), repeat("'", 900), repeat("[", 900),
          repeat("n't's're ", 300), repeat("a-", 900), repeat("习近平会见普京。", 100), repeat("+1a/=", 500), noise,
          repeat("the president said that ", 300), std::string("x\xF0\x9F")})
        check_sound(test::language().analyse(text, scratch), text);
}

TEST_CASE("Sentences of given words may have any length") {
    std::vector<Sentence> given(1);
    for (int i = 0; i < 1001; ++i) given[0].tokens.emplace_back().form = i % 7 == 0 ? "said" : "word";
    Language::Scratch scratch;
    test::language().parse(given, scratch);
    std::vector<int> heads;
    for (const Token& t : given[0].tokens) heads.push_back(t.head);
    CHECK(nn::is_tree(heads));
}

TEST_CASE("Lemmas") {
    const auto lemma = [](std::string_view text, std::size_t i) {
        Language::Scratch scratch;
        return test::language().analyse(text, scratch)[0].tokens[i].lemma;
    };
    CHECK(lemma("The countries signed it.", 1) == "country");
    CHECK(lemma("The countries signed it.", 2) == "sign");
    CHECK(lemma("They went home.", 1) == "go");
    CHECK(lemma("Merkel was meeting Putin in Moscow.", 1) == "be");
    CHECK(lemma("Merkel was meeting Putin in Moscow.", 2) == "meet");
    CHECK(lemma("Merkel was meeting Putin in Moscow.", 5) == "Moscow");
    CHECK(lemma("He didn't go.", 2) == "not");
    CHECK(lemma("The attack provoked outrage.", 2) == "provoke");  // "provok" is no word
    CHECK(lemma("The hopes faded.", 2) == "fade");
    CHECK(lemma("Troops were withdrawn from Iraq.", 2) == "withdraw");
    CHECK(lemma("Gunmen shot two guards.", 1) == "shoot");
    CHECK(lemma("Japan lent Nepal money.", 1) == "lend");
}

TEST_CASE("CoNLL-U keeps words, trees and spaces") {
    Language::Scratch scratch;
    const auto made = test::language().analyse(k_news, scratch);
    const std::string written = to_conllu(made, k_news);
    CHECK(written.find("# text = The Taliban's fighters haven't left Kabul, officials said.") != written.npos);
    CHECK(written.find("\tSpaceAfter=No|TokenRange=") != written.npos);
    const ConlluText read = from_conllu(written);
    REQUIRE(read.sentences.size() == made.size());
    for (std::size_t i = 0; i < made.size(); ++i) {
        REQUIRE(read.sentences[i].tokens.size() == made[i].tokens.size());
        for (std::size_t k = 0; k < made[i].tokens.size(); ++k) {
            const Token &a = made[i].tokens[k], &b = read.sentences[i].tokens[k];
            CHECK((a.form == b.form && a.head == b.head && a.deprel == b.deprel && a.lemma == b.lemma));
            CHECK(b.span.of(read.text) == b.form);
        }
    }
    CHECK(read.text == k_news);
}

TEST_CASE("What is no CoNLL-U is refused with its line") {
    CHECK_THROWS_AS(from_conllu("1\tonly\tthree\n"), InputError);
    CHECK_THROWS_AS(from_conllu("2\ta\ta\tX\tX\t_\t0\troot\t_\t_\n"), InputError);
    CHECK_THROWS_AS(from_conllu("1\ta\ta\tX\tX\t_\t9\tdep\t_\t_\n\n"), InputError);
    CHECK_THROWS_AS(from_conllu("1-9999999999\tab\t_\t_\t_\t_\t_\t_\t_\t_\n"), InputError);
}
