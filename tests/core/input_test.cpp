// SPDX-License-Identifier: Apache-2.0
#include "core/io/input.hpp"

#include <zstd.h>

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

/// All of a file, or "damaged".
std::string rest_of(const std::string& path) {
    try {
        return Input(path).rest();
    } catch (const InputError&) {
        return "damaged";
    }
}

/// A zip archive of one file, as GDELT's are; `is_piped`: its checksum and sizes follow it.
std::string zipped(const std::string& text, bool is_piped) {
    const auto little = [](std::size_t value, int bytes) {
        std::string out;
        for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i));
        return out;
    };
    std::string packed(compressBound(text.size()), '\0');
    z_stream z{};
    deflateInit2(&z, 9, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    std::string bytes = text;
    z.next_in = reinterpret_cast<Bytef*>(bytes.data());
    z.avail_in = static_cast<uInt>(bytes.size());
    z.next_out = reinterpret_cast<Bytef*>(packed.data());
    z.avail_out = static_cast<uInt>(packed.size());
    deflate(&z, Z_FINISH);
    packed.resize(z.total_out);
    deflateEnd(&z);
    const std::size_t sum = crc32(0, reinterpret_cast<const Bytef*>(text.data()), static_cast<uInt>(text.size()));
    const std::string sizes = little(sum, 4) + little(packed.size(), 4) + little(text.size(), 4);
    const std::string head = little(20, 2) + little(is_piped ? 8 : 0, 2) + little(8, 2) + little(0, 4) +
                             (is_piped ? std::string(12, '\0') : sizes) + little(5, 2) + little(0, 2);
    return "PK\3\4" + head + "a.CSV" + packed + (is_piped ? "PK\7\10" + sizes : "") + "PK\1\2" + little(20, 2) + head +
           std::string(14, '\0') + "a.CSV" + "PK\5\6" + std::string(18, '\0');
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

TEST_CASE("Zstandard is unpacked, also of several frames", "[io]") {
    const TempFolder folder;
    const auto packed = [](const std::string& text) {
        std::string out(ZSTD_compressBound(text.size()), 0);
        out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 3));
        return out;
    };
    CHECK(lines_of(folder.write("12.zst", packed("one\n") + packed("two\n"))) == std::vector<std::string>{"one", "two"});
    const std::string whole = packed(std::string(1000000, 'a'));
    CHECK(Input(folder.write("long.zst", whole)).rest().size() == 1000000);
    CHECK_THROWS_WITH(Input(folder.write("cut.zst", whole.substr(0, whole.size() / 2))).rest(),
                      Catch::Matchers::Contains("cut.zst: can't be read: the zstd stream is truncated"));
    CHECK_THROWS_WITH(Input(folder.write("bad.zst", packed("one\n") + "two")).rest(), Catch::Matchers::Contains("can't be read: zstd"));
}

TEST_CASE("bytes can be taken and passed over", "[io]") {
    const TempFolder folder;
    Input input(folder.write("a", "head\n0123456789tail\n"));
    std::string line;
    CHECK(input.next_line(line) == Input::Line::good);
    CHECK(input.next_bytes(4) == "0123");
    CHECK(input.skip_bytes(6) == 6);
    CHECK(input.next_bytes(100) == "tail\n");
    CHECK(input.skip_bytes(1) == 0);
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

TEST_CASE("a zip archive that is cut or bent anywhere is never taken for whole", "[io]") {
    const TempFolder folder;
    std::string text;
    for (int i = 0; i < 40; ++i) text += "line " + std::to_string(i * 7919 % 10007) + "\n";
    for (const bool is_piped : {false, true}) {
        const std::string whole = zipped(text, is_piped);
        REQUIRE(rest_of(folder.write("whole.zip", whole)) == text);
        const std::size_t end = whole.find("PK\1\2");
        for (std::size_t size = 4; size < end + 4; ++size)
            CHECK(rest_of(folder.write("cut.zip", whole.substr(0, size))) == "damaged");
        for (std::size_t at = 4; at < end + 4; ++at)
            for (const char bit : {'\1', '\x10', '\x80'}) {
                std::string bent = whole;
                bent[at] = static_cast<char>(bent[at] ^ bit);
                const std::string got = rest_of(folder.write("bent.zip", bent));
                CHECK((got == "damaged" || got == text));  // a name or a time may be any
            }
    }
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
