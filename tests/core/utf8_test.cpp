// SPDX-License-Identifier: Apache-2.0
#include "core/io/utf8.hpp"

#include "tests/catch.hpp"

using namespace entente;

TEST_CASE("code points decode and encode to the same bytes", "[utf8]") {
    for (const char32_t code : {U'a', U'\u00e9', U'\u20ac', U'\uffff', U'\U0001F600', U'\U0010FFFF'}) {
        std::string text;
        utf8::append(text, code);
        const auto d = utf8::decode(text, 0);
        CHECK(d.code == code);
        CHECK(d.length == text.size());
        CHECK(utf8::count_bad(text) == 0);
    }
}

TEST_CASE("malformed bytes are counted one by one", "[utf8]") {
    CHECK(utf8::count_bad("") == 0);
    CHECK(utf8::count_bad("\x80") == 1);
    CHECK(utf8::count_bad("\xc3") == 1);          // cut off
    CHECK(utf8::count_bad("\xc0\xaf") == 2);      // overlong
    CHECK(utf8::count_bad("\xed\xa0\x80") == 3);  // a surrogate
    CHECK(utf8::count_bad("\xf4\x90\x80\x80") == 4);
    CHECK(utf8::count_bad("a\xe2\x82z\u20ac") == 2);
}

TEST_CASE("make_valid keeps every offset", "[utf8]") {
    std::string text =
        "\x93"
        "Caf\xe9\x94 \u20ac na\xef"
        "ve\xff";
    const std::size_t size = text.size();
    utf8::make_valid(text);
    CHECK(text == "\"Cafe\" \u20ac naivey");
    CHECK(text.size() == size);
    std::string nul("a\0b", 3);
    utf8::make_valid(nul);
    CHECK(nul == "a b");
}
