// SPDX-License-Identifier: Apache-2.0
#include "core/ordered_pool.hpp"

#include <atomic>
#include <numeric>
#include <stdexcept>

#include "tests/catch.hpp"

using namespace entente;

namespace {

/// Squares 0 … n-1 on some threads; items of odd number take longer.
std::vector<int> squares(std::size_t threads, int n, int fails_at = -1) {
    int next = 0;
    std::vector<int> out;
    ordered_pool<int, int>(
        threads, [&]() -> std::optional<int> { return next < n ? std::optional(next++) : std::nullopt; },
        [&](int&& item, std::size_t worker) {
            if (worker >= std::max<std::size_t>(threads, 1)) throw std::logic_error("worker");
            if (item % 2) std::this_thread::sleep_for(std::chrono::microseconds(300));
            if (item >= fails_at && fails_at >= 0) throw std::runtime_error(std::to_string(item));
            return item * item;
        },
        [&](int&& result) { out.push_back(result); });
    return out;
}

}  // namespace

TEST_CASE("results come in the order of the items on any number of threads", "[pool]") {
    std::vector<int> expected(200);
    for (int i = 0; i < 200; ++i) expected[static_cast<std::size_t>(i)] = i * i;
    for (const std::size_t threads : {0u, 1u, 2u, 5u, 16u}) CHECK(squares(threads, 200) == expected);
    CHECK(squares(4, 0).empty());
    CHECK(squares(4, 1) == std::vector<int>{0});
}

TEST_CASE("the first exception in input order ends the run", "[pool]") {
    for (const std::size_t threads : {1u, 3u, 8u}) CHECK_THROWS_WITH(squares(threads, 200, 57), "57");
}

TEST_CASE("exceptions of the ends pass through", "[pool]") {
    int next = 0;
    const auto give = [&]() -> std::optional<int> { return next < 100 ? std::optional(next++) : std::nullopt; };
    const auto same = [](int&& item, std::size_t) { return item; };
    CHECK_THROWS_AS((ordered_pool<int, int>(4, give, same,
                                            [](int&& r) {
                                                if (r == 10) throw std::runtime_error("x");
                                            })),
                    std::runtime_error);
    const auto broken = []() -> std::optional<int> { throw std::runtime_error("x"); };
    CHECK_THROWS_AS((ordered_pool<int, int>(4, broken, same, [](int&&) {})), std::runtime_error);
}
