// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/lint.hpp"

#include "tests/catch.hpp"

namespace {

using namespace entente;

const TableText k_known{"own.tsv",
                        "id\tkind\tlabel\tcountry\tnames\toffice\tof\tfrom\tto\n"
                        "PER\tcountry\tPeru\t\t\t\t\t\t\n"
                        "ana-soto\tperson\tAna Soto\tPER\tSoto\tpresident\tPER\t2011\t\n"};

/// The messages for rows under this header, one a line.
std::string lint(const std::string& rows, const std::string& header = "id\tkind\tlabel\tcountry\tnames\toffice\tof\tfrom\tto\trole") {
    std::string out;
    for (const Diagnostic& d : lint_actors({{"mine.tsv", header + "\n" + rows}}, {k_known}))
        out += d.source + ":" + std::to_string(d.line) + ": " + d.message + "\n";
    return out;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a sound overlay has no findings") {
    CHECK(lint("luis-rey\tperson\tLuis Rey\tPER\tRey|~Luis\tforeign minister\tPER\t2019-03\t2020-01-05\n").empty());
}

TEST_CASE("each finding names its line and the remedy") {
    CHECK(has(lint("Luis Rey\tperson\tLuis Rey\n"), "mine.tsv:2: \"Luis Rey\" is no id: write"));
    CHECK(has(lint("# note\nx\tgod\tX\n"), "mine.tsv:3: unknown kind \"god\""));
    CHECK(has(lint("x\tgroup\tX\tXXX\n"), "country \"XXX\" is no actor of the table: add"));
    CHECK(has(lint("x\tgroup\tX\tPER\t\t\t\t\t\tBOSS\n"), "unknown role \"BOSS\""));
    CHECK(has(lint("x\tperson\tX\tPER\t\tmayor\t\t\t\n"), "is of nobody: fill"));
    CHECK(has(lint("x\tperson\tX\tPER\t\tmayor\tPER\t2020\t2018\n"), "ends (2018) before it begins (2020)"));
    CHECK(has(lint("x\tperson\tX\tPER\t\tmayor\tPER\tsoon\t\n"), "\"soon\" is no date"));
    CHECK(has(lint("x\tgroup\tX\tPER\tthe Xs\n"), "leave out \"the\""));
    CHECK(has(lint("x\tgroup\n"), "x has no label"));
    CHECK(has(lint("x\tgroup\tX\tPER\ta\tb\tc\td\te\tf\tg\n"), "mine.tsv:2: 11 columns where the header names 10"));
    CHECK(has(lint("x\tgroup\tX\n", "id\tkind\tlabel\tnickname"), "mine.tsv:1: there is no column \"nickname\""));
}

TEST_CASE("a strong name and a single office have one bearer at a time") {
    CHECK(has(lint("eva-soto\tperson\tEva Soto\tPER\tSoto\n"), "\"Soto\" is eva-soto's and ana-soto's (own.tsv:3) at one time: write ~"));
    CHECK(lint("eva-soto\tperson\tEva Soto\tPER\t~Soto\n").empty());
    CHECK(has(lint("eva-soto\tperson\tEva Soto\tPER\t\tpresident\tPER\t2016\t\n"), "president of PER is eva-soto's and ana-soto's"));
}
