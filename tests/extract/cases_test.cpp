// SPDX-License-Identifier: Apache-2.0
// Runs tests/cases/*.case (extract/cases.hpp says what they look like).
#include "extract/cases.hpp"

#include <algorithm>
#include <filesystem>

#include "core/io/input.hpp"
#include "tests/catch.hpp"

namespace {

using namespace entente;

std::string joined(const std::vector<std::string>& lines) {
    std::string out;
    for (const std::string& l : lines) (out += l) += '\n';
    return out.empty() ? "(none)\n" : out;
}

}  // namespace

TEST_CASE("text cases state exactly the triples that their files list") {
    const auto knowledge = Knowledge::load({});
    Language::Scratch scratch;
    std::vector<std::string> files;
    for (const auto& f : std::filesystem::directory_iterator(ENTENTE_SOURCE_DIR "/tests/cases"))
        if (f.path().extension() == ".case") files.push_back(f.path().string());
    std::ranges::sort(files);
    REQUIRE(!files.empty());
    for (const std::string& file : files)
        for (const TextCase& c : read_cases(io::Input(file).rest())) {
            INFO(file << ":" << c.line << ": " << c.title << "\n" << c.text);
            CHECK(joined(stated(c, *knowledge, scratch)) == joined(c.expected));
        }
}
