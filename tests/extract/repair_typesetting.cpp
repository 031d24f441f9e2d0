// SPDX-License-Identifier: Apache-2.0
// Characters, line ends and blanks that other programs spoilt.
#include <array>
#include <string>

#include "core/io/utf8.hpp"
#include "tests/catch.hpp"
#include "tests/extract/repair_fixture.hpp"

using namespace entente;
using entente::test::cleaned;

namespace {

std::string text(const std::string& damaged) { return cleaned(damaged).text; }

/// Every byte taken for a character, as a program does that takes UTF-8 for Windows-1252 or for Latin-1.
std::string misread(const std::string& bytes, bool windows) {
    constexpr std::array<char32_t, 32> at_80 = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
    std::string out;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        utf8::append(out, windows && byte >= 0x80 && byte < 0xA0 ? at_80[byte - 0x80u] : byte);
    }
    return out;
}

}  // namespace

TEST_CASE("UTF-8 that was read as Windows-1252 or Latin-1 is read anew", "[repair]") {
    CHECK(text("The cafÃ© in Orly") == "The café in Orly");
    CHECK(text("Iranâ€™s envoy said â€œnoâ€\u009d â€” twice") == "Iran’s envoy said “no” — twice");
    CHECK(text("Iran\u00e2\u0080\u0099s envoy") == "Iran’s envoy");
    CHECK(text("It cost Â£40 at 20Â°C") == "It cost £40 at 20°C");
    CHECK(text("RenÃ© met ErdoÄŸan") == "René met Erdoğan");
    CHECK(text("fun ðŸ˜€ he wrote") == "fun 😀 he wrote");
}

TEST_CASE("a text misread once, twice or by both programs in turn is read anew as often", "[repair]") {
    for (const std::string sound :
         {"Le président a déclaré à l’Élysée que « rien n’était décidé », ce qui a ému Ségolène…",
          "El señor García Núñez dijo: «¿Cuándo volverán?» y viajó a Córdoba mañana.",
          "İstanbul’da Erdoğan, Şırnak ile Çankırı’yı görüştü; Öcalan’ın “çağrısı” beklendi.",
          "Президент Путин и Лавров прибыли в Минск — «Да», сказал он.", "Το Κυπριακό και η Άγκυρα",
          "Przywódcy z Łodzi i Gdańska; São Tomé, Håkon, Škoda, Žižek, Müller, “Übermut”, hors-d’œuvre",
          "Beijing (北京) and Taipei (臺北) — “no comment”", "It cost £40, or €46 ½ – at 20 °C: 😀 ™ ©"}) {
        INFO(sound);
        for (const bool windows : {true, false}) {
            CHECK(text(misread(sound, windows)) == sound);
            CHECK(text(misread(misread(sound, windows), windows)) == sound);
            CHECK(text(misread(misread(sound, windows), !windows)) == sound);
        }
    }
}

TEST_CASE("bytes that a program threw away, and what else a wrong encoding leaves", "[repair]") {
    CHECK(text("He said â€œnoâ€ and left.") == "He said “no” and left.");
    CHECK(text("It can\u0092t be \u0093done\u0094") == "It can’t be “done”");
    CHECK(text("It canÂ’t be") == "It can’t be");
    CHECK(text("On MondayÂ\u00a0they met.Â\u00a0 They left.") == "On Monday\u00a0they met.\u00a0 They left.");
}

TEST_CASE("sound letters with marks stay", "[repair]") {
    for (const std::string sound : {"« Élysée » et l’Â de Genève",
                                    "RENÉ’S CAFÉ… “À”",
                                    "São Tomé, ÅLAND, Ærø",
                                    "IRMÃ’S AMANHÃ…",
                                    "Köln – Zürich – Łódź",
                                    "Владимир Путин сказал",
                                    "الرئيس",
                                    "naïve façade",
                                    "\u00c3",
                                    "\u00e2",
                                    "\xc3",
                                    "“Quién mató a José—” preguntó",
                                    "“un petit café’”",
                                    "« il est arrivé…»",
                                    "« il est arrivé\u00a0» et « voilà\u00a0»",
                                    "“Hâlâ…” dedi; “hâlâ’” “hâlâ”…",
                                    "“EL NIÑO…” “EL Ñ…”",
                                    "«weiß», “weiß”, weiß…",
                                    "« lettre Â\u00a0»",
                                    "L’Â\u00a0!",
                                    "CAFÉ™",
                                    "5\u00a0à\u00a06",
                                    "“Ö”—“Ü”",
                                    "Ísafjörður–Æðey",
                                    "ăâîșț…”"}) {
        INFO(sound);
        CHECK(text(sound) == sound);
        CHECK(text("The cafÃ© " + sound) == "The café " + sound);
    }
    CHECK(text("«Ã» e «Â»") == "«Ã» e «Â»");
}

TEST_CASE("words that were divided are joined", "[repair]") {
    CHECK(text("The gov\u00adern\u00adment fell") == "The government fell");
    CHECK(text("The govern-\nment fell") == "The government fell");
    CHECK(text("The govern- \r\n  ment, he said") == "The government, he said");
    CHECK(text("Under-\nstanding grew") == "Understanding grew");
    CHECK(text("A govern\u00ad\nment fell") == "A government fell");
}

TEST_CASE("other hyphens stay", "[repair]") {
    for (const std::string sound : {"a well-\nknown envoy", "in pre-\nand post-war years", "no-\none came",
                                    "a long-\nterm plan", "Jae-\nin said", "- one\n- two", "he said -\nand left",
                                    "http://a.example/govern-\nment", "the end-\n\nment", "x-\ny", "-", "-\n"}) {
        INFO(sound);
        CHECK(text(sound) == sound);
    }
}

TEST_CASE("a blank lost between sentences is put back", "[repair]") {
    CHECK(text("They left the city.The minister stayed.") == "They left the city. The minister stayed.");
    CHECK(text("Who won?Nobody can tell.") == "Who won? Nobody can tell.");
    CHECK(text("“We won.”He then left Kabul.In May they met.") == "“We won.” He then left Kabul. In May they met.");
    CHECK(text("It rained.Police shut roads.But he stayed.") == "It rained. Police shut roads. But he stayed.");
    CHECK(text("They met in 2014.However, no deal was made.") == "They met in 2014. However, no deal was made.");
}

TEST_CASE("stops within names, numbers and addresses stay", "[repair]") {
    for (const std::string sound : {"the U.S.A and the U.K.The",
                                    "e.g.The",
                                    "Node.js and ASP.Net run on it",
                                    "see www.Example.The/page",
                                    "3.5.The",
                                    "readme.Txt was sent",
                                    "list.Add(x) fails",
                                    "this.The_name",
                                    "mail me@site.The now",
                                    "Yahoo!The",
                                    "Amazon.Com said",
                                    "wait...The end",
                                    "a file named main.The.txt here",
                                    "no.I",
                                    "writes to system.Out every day",
                                    "a call of list.Add creates one",
                                    "until System.In is read",
                                    "told twitter.Com that",
                                    "Corriere.It was first",
                                    "the U.S.Army said",
                                    "the file report.Final is gone",
                                    "https://a.example/page.The next",
                                    "Assert.That is a check",
                                    "Vol.I of it",
                                    "3.The third"}) {
        INFO(sound);
        CHECK(text(sound) == sound);
    }
}

TEST_CASE("every such repair leads back to the bytes it was made of, and is reported", "[repair]") {
    const std::string damaged = "Advertisement\nRenÃ© left the city.The govern-\nment fell.";
    const CleanText out = cleaned(damaged);
    const auto original = [&](std::string_view word) {
        const auto at = static_cast<std::uint32_t>(out.text.find(word));
        return std::string(out.map.to_original({at, at + static_cast<std::uint32_t>(word.size())}).of(damaged));
    };
    CHECK(original("René") == "RenÃ©");
    CHECK(original("left the city") == "left the city");
    CHECK(original("The") == "The");
    CHECK(original("government") == "govern-\nment");
    CHECK(original("fell.") == "fell.");
    std::string done;
    for (const Repair& r : out.report) done += r.what + ":" + std::string(r.original.of(damaged)) + ";";
    CHECK(done == "advertisement:Advertisement;encoding:Ã©;blank:;hyphenation:-\n;");
}

TEST_CASE("a place that was misread twice is reported once", "[repair]") {
    const CleanText out = cleaned("IranÃ¢â‚¬â„¢s cafÃƒÂ©");
    REQUIRE(out.report.size() == 2);
    CHECK(out.report[0].before == "Ã¢â‚¬â„¢");
    CHECK(out.report[0].after == "’");
    CHECK(out.report[1].before == "ÃƒÂ©");
    CHECK(out.report[1].after == "é");
}
