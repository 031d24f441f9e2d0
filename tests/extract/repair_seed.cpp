// SPDX-License-Identifier: Apache-2.0
// The damaged article that the project began with, where its data lies beside the source tree.
#include <filesystem>
#include <set>
#include <string>

#include "core/io/input.hpp"
#include "tests/catch.hpp"
#include "tests/extract/repair_fixture.hpp"

using namespace entente;

TEST_CASE("the first article: its sixteen damaged words right, no other touched", "[repair]") {
    const std::filesystem::path folder = ENTENTE_SOURCE_DIR "/../shared/data/seed";
    if (!std::filesystem::is_directory(folder)) {
        WARN("skipped: there is no " << folder.string());
        return;
    }
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        const CleanText out = test::cleaned(io::Input(file.path().string()).rest());
        std::multiset<std::string> restored;
        for (const Repair& r : out.report)
            if (r.what == "restored") restored.insert(r.after);
        CHECK(restored == std::multiset<std::string>{"Vladimir", "readiness", "leaders", "spread", "adjacent", "They",
                                                     "leadership", "had", "made", "had", "already", "ready", "ready",
                                                     "other", "other", "their"});
    }
}
