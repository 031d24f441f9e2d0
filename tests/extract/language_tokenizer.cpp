// SPDX-License-Identifier: Apache-2.0
#include "extract/language/sentences.hpp"
#include "extract/language/tokenizer.hpp"
#include "tests/catch.hpp"
#include "tests/extract/language_fixture.hpp"

using namespace entente;
using test::words;

namespace {

/// The sentences of a text, a bar between; a paragraph begins with a pilcrow.
std::string sentences(std::string_view text) {
    const std::vector<nn::Piece> pieces = test::pieces(text);
    std::vector<nn::SentenceRange> ranges;
    nn::split_sentences(text, pieces, test::boundaries(), ranges);
    std::string out;
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        if (i > 0) out += ranges[i].new_paragraph ? " ¶ " : " | ";
        const auto begin = pieces[ranges[i].begin].span.begin;
        out += text.substr(begin, pieces[ranges[i].end - 1].span.end - begin);
    }
    return out;
}

}  // namespace

TEST_CASE("Contractions and possessives are words of one token") {
    CHECK(words("He didn't say who's coming.") == "He did+n't say who+'s coming .");
    CHECK(words("They won’t and can't; cannot.") == "They wo+n’t and ca+n't ; can+not .");
    CHECK(words("China's rulers' aims") == "China+'s rulers+' aims");
    CHECK(words("I wouldn't've gone") == "I would+n't+'ve gone");
    CHECK(words("O'Brien met Qur'an readers") == "O'Brien met Qur'an readers");
}

TEST_CASE("Single quotation marks are told from possessives") {
    CHECK(words("counter 'threats' now") == "counter ' threats ' now");
    CHECK(words("the '90s, 'em") == "the '90s , 'em");
}

TEST_CASE("Hyphens split words but not prefixes") {
    CHECK(words("state-owned and U.S.-led") == "state - owned and U.S. - led");
    CHECK(words("non-aligned anti-Taliban mid-August ex-president e-mail") ==
          "non-aligned anti-Taliban mid-August ex-president e-mail");
    CHECK(words("Al-Qaeda—then—left") == "Al - Qaeda — then — left");
}

TEST_CASE("Periods belong to abbreviations and initials, or end the sentence") {
    CHECK(words("Mr. Xi of the U.S. met Gen. J. B. Fox at 5 p.m. on Sept. 3.") ==
          "Mr. Xi of the U.S. met Gen. J. B. Fox at 5 p.m. on Sept. 3 .");
    CHECK(words("No. 5, but he said no. Then") == "No. 5 , but he said no . Then");
    CHECK(words("Wait... what?! Yes!!") == "Wait ... what ?! Yes !!");
    CHECK(words("See St.Petersburg today.") == "See St. Petersburg today .");
}

TEST_CASE("Numbers, money and units") {
    CHECK(words("$5bn, 10% of 1,234.5km at 10:30am") == "$ 5 bn , 10 % of 1,234.5 km at 10:30 am");
    CHECK(words("2002-2005, 2021-08-14, 713-853-3989") == "2002 - 2005 , 2021-08-14 , 713-853-3989");
    CHECK(words("the 1980s, the 25th, 9/11, +1a .5") == "the 1980s , the 25th , 9/11 , +1a .5");
}

TEST_CASE("Addresses and faces are one word") {
    CHECK(words("(see https://a.org/b-c?d=e). Mail x.y@z.com, :-) ok") ==
          "( see https://a.org/b-c?d=e ) . Mail x.y@z.com , :-) ok");
}

TEST_CASE("Sentences end at marks and what closes with them") {
    CHECK(sentences("He left. \"I know,\" she said. (So did Mr. Li.) Then?") ==
          "He left. | \"I know,\" she said. | (So did Mr. Li.) | Then?");
    CHECK(sentences("“We agreed.” They met in the U.S. The talks failed.") ==
          "“We agreed.” | They met in the U.S. | The talks failed.");
    CHECK(sentences("It rose.[25] In 2020 it fell to 3.5 per cent. ok") ==
          "It rose.[25] | In 2020 it fell to 3.5 per cent. | ok");
}

TEST_CASE("Sentences end as the treebanks say where no rule knows") {
    CHECK(sentences("Byron wrote a series of elegies.[25] In later years he described the affair.") ==
          "Byron wrote a series of elegies.[25] | In later years he described the affair.");
    CHECK(
        sentences("Gen. Mark A. Milley met officials at 10 a.m. (CDT) in Houston. They left at 3 p.m. Nobody spoke.") ==
        "Gen. Mark A. Milley met officials at 10 a.m. (CDT) in Houston. | They left at 3 p.m. | Nobody spoke.");
    CHECK(sentences("WASHINGTON (AP) - The U.S. Senate voted Tuesday. \"It is done,\" Sen. Smith said.") ==
          "WASHINGTON (AP) - The U.S. Senate voted Tuesday. | \"It is done,\" Sen. Smith said.");
}

TEST_CASE("Line ends: headline, paragraph, wrapped text") {
    CHECK(sentences("Russia and China agree\nMOSCOW - They met.\n\nNext day") ==
          "Russia and China agree | MOSCOW - They met. ¶ Next day");
    CHECK(sentences("The president of the country said on\nMonday that he would go to the capital of\nChina soon.") ==
          "The president of the country said on\nMonday that he would go to the capital of\nChina soon.");
}

TEST_CASE("No sentence is longer than 400 words") {
    std::string text;
    for (int i = 0; i < 1500; ++i) text += i % 100 == 99 ? "word, " : "word ";
    std::vector<nn::Piece> pieces;
    std::vector<nn::SentenceRange> ranges;
    nn::tokenize(text, pieces);
    nn::split_sentences(text, pieces, test::boundaries(), ranges);
    std::size_t next = 0;
    for (const nn::SentenceRange& r : ranges) {
        CHECK(r.begin == next);
        CHECK(r.end - r.begin <= nn::k_longest_sentence);
        next = r.end;
    }
    CHECK(next == pieces.size());
}
