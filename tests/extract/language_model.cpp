// SPDX-License-Identifier: Apache-2.0
#include <zlib.h>

#include <cstring>
#include <random>

#include "core/error.hpp"
#include "tests/catch.hpp"
#include "tests/extract/language_fixture.hpp"

using namespace entente;

namespace {

/// Makes the checksum right again, so that what is behind it is tested too.
void seal(std::string& bytes) {
    const auto crc = static_cast<std::uint32_t>(
        crc32_z(0, reinterpret_cast<const unsigned char*>(bytes.data()) + 64, bytes.size() - 64));
    const std::uint64_t size = bytes.size();
    std::memcpy(bytes.data() + 12, &crc, sizeof crc);
    std::memcpy(bytes.data() + 16, &size, sizeof size);
}

}  // namespace

TEST_CASE("A damaged model is refused") {
    const std::string& good = test::model_bytes();
    CHECK_THROWS_AS(Language(std::string_view()), InputError);
    CHECK_THROWS_AS(
        Language(std::string_view("not a model at all, but long enough for a head of sixty-four bytes ...")),
        InputError);
    CHECK_THROWS_AS(Language(std::string_view(good).substr(0, good.size() / 2)), InputError);
    std::string bad = good;
    bad[good.size() / 2] = static_cast<char>(bad[good.size() / 2] ^ 1);
    CHECK_THROWS_AS(Language(bad), InputError);
    bad = good;
    bad[8] = 99;  // another version
    CHECK_THROWS_AS(Language(bad), InputError);
}

TEST_CASE("A table of contents with wrong numbers is refused though the checksum is right") {
    std::mt19937 random(5);
    std::string bytes = test::model_bytes();
    for (int round = 0; round < 60; ++round) {
        const std::size_t at = 64 + 64 * (random() % 20) + (random() % 2 == 0 ? 32 + random() % 12 : 56 + random() % 8);
        const char old = bytes[at];
        bytes[at] = static_cast<char>(old ^ static_cast<char>(1 + random() % 255));
        seal(bytes);
        CHECK_THROWS_AS(Language(bytes), InputError);
        bytes[at] = old;
    }
}
