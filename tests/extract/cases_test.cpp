// SPDX-License-Identifier: Apache-2.0
// Runs tests/cases/*.case. A case is an article, "----", and all triples that it states, one a line:
//   SUBJECT TYPE OBJECT [sym] [negated] [intended|requested|hypothetical]
// or "(none)". Cases stand apart by "===="; lines before the text may be "# title" and "date: 2021-08-25".
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "extract/extract.hpp"
#include "tests/catch.hpp"

namespace {

using namespace entente;

struct Case {
    std::string title;
    std::string date;
    std::string text;
    std::vector<std::string> expected;
};

std::vector<Case> read_cases(const std::filesystem::path& path) {
    std::ifstream in(path);
    std::vector<Case> cases;
    Case current;
    bool expecting = false;
    const auto end_case = [&] {
        std::ranges::sort(current.expected);
        if (!current.text.empty()) cases.push_back(current);
        current = {};
        expecting = false;
    };
    for (std::string line; std::getline(in, line);) {
        if (line == "====") end_case();
        else if (line == "----") expecting = true;
        else if (expecting && line.empty()) continue;
        else if (expecting && line != "(none)") current.expected.push_back(line);
        else if (!expecting && line.starts_with("# ")) current.title = line.substr(2);
        else if (!expecting && line.starts_with("date: ")) current.date = line.substr(6);
        else if (!expecting) current.text += line + "\n";
    }
    end_case();
    return cases;
}

std::string line_of(const Triple& t) {
    std::string line = t.subject.id + " " + (t.relation.type ? std::string(name(*t.relation.type)) : "-") + " " + t.object.id;
    if (t.symmetric) line += " sym";
    if (t.polarity == Polarity::negated) line += " negated";
    if (t.status != Status::actual) line += " " + std::string(name(t.status));
    return line;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string out;
    for (const std::string& l : lines) (out += l) += '\n';
    return out.empty() ? "(none)\n" : out;
}

}  // namespace

TEST_CASE("text cases state exactly the triples that their files list") {
    const auto knowledge = Knowledge::load({});
    Language::Scratch scratch;
    std::vector<std::filesystem::path> files;
    for (const auto& f : std::filesystem::directory_iterator(ENTENTE_SOURCE_DIR "/tests/cases"))
        if (f.path().extension() == ".case") files.push_back(f.path());
    std::ranges::sort(files);
    REQUIRE(!files.empty());
    for (const auto& file : files)
        for (const Case& c : read_cases(file)) {
            Document doc{"case", "case", "", "", "", c.date.empty() ? std::nullopt : parse_timestamp(c.date), c.text};
            std::vector<std::string> found;
            for (const Triple& t : extract(doc, *knowledge, scratch)) found.push_back(line_of(t));
            std::ranges::sort(found);
            INFO(file.filename().string() << ": " << c.title << "\n" << c.text);
            CHECK(joined(found) == joined(c.expected));
        }
}
