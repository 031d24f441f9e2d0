// SPDX-License-Identifier: Apache-2.0
// Runs tests/cases/time.tsv, whose head says how it is read.
#include <fstream>
#include <string>

#include "extract/time/time.hpp"
#include "tests/catch.hpp"

using namespace entente;

namespace {

std::string told(std::string_view text, std::optional<Date> published) {
    std::string out;
    for (const auto& t : time::find_times(text, published)) {
        const Date last{t.end.days - 1};
        out += (out.empty() ? "" : "; ") + to_string(t.begin) + (last == t.begin ? "" : ".." + to_string(last)) + "/" +
               std::string(name(t.precision));
    }
    return out.empty() ? "-" : out;
}

}  // namespace

TEST_CASE("time expressions mean what an analyst takes them for", "[time]") {
    std::ifstream file(ENTENTE_SOURCE_DIR "/tests/cases/time.tsv");
    int cases = 0, right = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line[0] == '#') continue;
        const auto text = line.find('\t'), expected = line.rfind('\t');
        const auto published = parse_date(line.substr(0, text));
        REQUIRE((published && expected > text));
        const std::string sentence = line.substr(text + 1, expected - text - 1);
        const std::string got = told(sentence, published);
        ++cases;
        right += got == line.substr(expected + 1);
        if (got != line.substr(expected + 1)) WARN(sentence << "\n  expected " << line.substr(expected + 1) << "\n  got " << got);
    }
    CHECK(cases >= 200);
    CHECK(right * 100 >= cases * 97);
}
