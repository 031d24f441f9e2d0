// SPDX-License-Identifier: Apache-2.0
#include "core/io/output.hpp"

#include <filesystem>

#include "core/error.hpp"
#include "tests/catch.hpp"
#include "tests/core/temp_folder.hpp"

using namespace entente;
using io::Output;

TEST_CASE("a file appears with close() and not before", "[io]") {
    const test::TempFolder folder;
    const std::string path = folder.write("out", "old");
    {
        Output out(path);
        out.write("new ");
        out.write("bytes");
        CHECK(test::slurp(path) == "old");
        out.close();
    }
    CHECK(test::slurp(path) == "new bytes");
    CHECK(!std::filesystem::exists(path + ".part"));
}

TEST_CASE("without close() the old file stays", "[io]") {
    const test::TempFolder folder;
    const std::string path = folder.write("out", "old");
    { Output(path).write("half"); }
    CHECK(test::slurp(path) == "old");
    CHECK(!std::filesystem::exists(path + ".part"));
}

TEST_CASE("what can't be written says why", "[io]") {
    const test::TempFolder folder;
    CHECK_THROWS_AS(Output(folder.path("no/such/folder/out")), InputError);
    if (std::filesystem::exists("/dev/full")) {
        Output out("/dev/full");
        CHECK_THROWS_AS(
            [&] {
                out.write(std::string(1u << 20, 'x'));
                out.close();
            }(),
            InputError);
    }
}
