// SPDX-License-Identifier: Apache-2.0
#include "core/io/input.hpp"

#include <filesystem>

#include "core/error.hpp"
#include "tests/catch.hpp"
#include "tests/core/temp_folder.hpp"

using namespace entente;
using io::Input;
using test::TempFolder;

namespace {

std::vector<std::string> lines_of(const std::string& path) {
    Input input(path);
    std::vector<std::string> out;
    std::string line;
    while (input.next_line(line) != Input::Line::end) out.push_back(line);
    return out;
}

}  // namespace

TEST_CASE("lines end with either newline, the last with none", "[io]") {
    const TempFolder folder;
    using Lines = std::vector<std::string>;
    CHECK(lines_of(folder.write("a", "one\r\n\ntwo")) == Lines{"one", "", "two"});
    CHECK(lines_of(folder.write("b", "one\n")) == Lines{"one"});
    CHECK(lines_of(folder.write("c", "")).empty());
    CHECK(lines_of(folder.write("d", "\n")) == Lines{""});
    CHECK(lines_of(folder.write("e", std::string("a\0b\n", 4))) == Lines{std::string("a\0b", 3)});
}

TEST_CASE("gzip is unpacked, also of several members", "[io]") {
    const TempFolder folder;
    const std::string one = test::slurp(folder.write_gz("1.gz", "one\n")),
                      two = test::slurp(folder.write_gz("2.gz", "two\n"));
    CHECK(lines_of(folder.write("12.gz", one + two)) == std::vector<std::string>{"one", "two"});
    Input input(folder.path("1.gz"));
    CHECK(input.peek() == "one\n");
    CHECK(input.rest() == "one\n");
}

TEST_CASE("of a truncated gzip file the good part is handed on", "[io]") {
    const TempFolder folder;
    std::string text;
    for (int i = 0; i < 20000; ++i) text += "line " + std::to_string(i * 7919 % 10007) + "\n";
    const std::string packed = test::slurp(folder.write_gz("whole.gz", text));
    const std::string cut = folder.write("cut.gz", packed.substr(0, packed.size() / 2));
    Input input(cut);
    std::string line;
    std::size_t good = 0;
    CHECK_THROWS_WITH(
        [&] {
            while (input.next_line(line) == Input::Line::good) ++good;
        }(),
        Catch::Matchers::Contains("truncated"));
    CHECK(good > 100);
}

TEST_CASE("a line that is too long is passed over", "[io]") {
    const TempFolder folder;
    const std::string path = folder.path("long");
    {
        std::ofstream out(path, std::ios::binary);
        const std::string mib(1u << 20, 'x');
        out << "first\n";
        for (int i = 0; i < 70; ++i) out << mib;
        out << "\nlast\n";
    }
    Input input(path);
    std::string line;
    CHECK(input.next_line(line) == Input::Line::good);
    CHECK(input.next_line(line) == Input::Line::too_long);
    CHECK(input.line_number() == 2);
    CHECK(input.next_line(line) == Input::Line::good);
    CHECK(line == "last");
    CHECK(input.next_line(line) == Input::Line::end);
}

TEST_CASE("what can't be opened says why", "[io]") {
    const TempFolder folder;
    CHECK_THROWS_AS(Input(folder.path("missing")), InputError);
    CHECK_THROWS_WITH(Input(folder.path()), Catch::Matchers::Contains("folder"));
    CHECK_THROWS_WITH(io::expand({folder.path("missing")}), Catch::Matchers::Contains("no such file"));
}

TEST_CASE("folders are walked in the order of names", "[io]") {
    const TempFolder folder;
    for (const char* name : {"b.txt", "a/z.txt", "a/y.txt", ".hidden/x.txt", ".dot", "README.md", "c.txt"})
        folder.write(name, "x");
    const auto files = io::expand({folder.path("c.txt"), folder.path()});
    std::vector<std::string> names;
    for (const auto& file : files) names.push_back(std::filesystem::relative(file, folder.path()).string());
    CHECK(names == std::vector<std::string>{"c.txt", "a/y.txt", "a/z.txt", "b.txt", "c.txt"});
    CHECK(io::expand({"-"}) == std::vector<std::string>{"-"});
}
