// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <random>

#include "extract/language/tree.hpp"
#include "tests/catch.hpp"

using namespace entente::nn;

namespace {

double total(const std::vector<float>& scores, const std::vector<int>& heads) {
    double sum = 0;
    for (std::size_t d = 0; d < heads.size(); ++d)
        sum += static_cast<double>(scores[d * (heads.size() + 1) + static_cast<std::size_t>(heads[d] + 1)]);
    return sum;
}

/// The best sum over all trees with one root, by trying all heads.
double best_by_trial(const std::vector<float>& scores, std::size_t n) {
    std::vector<int> heads(n, -1);
    double best = -1e9;
    for (std::size_t i = 0; i < n;) {
        if (i == 0 && is_tree(heads)) best = std::max(best, total(scores, heads));
        if (++heads[i] < static_cast<int>(n)) {
            i = 0;
        } else {
            heads[i++] = -1;
        }
    }
    return best;
}

}  // namespace

TEST_CASE("The tree is the best of all with one root") {
    std::mt19937 random(7);
    for (int round = 0; round < 2000; ++round) {
        const std::size_t n = 1 + random() % 5;
        std::vector<float> scores(n * (n + 1));
        for (float& s : scores) s = static_cast<float>(random() % 2000) / 100.0f - 10.0f;
        std::vector<int> heads(n);
        best_tree(scores, n, heads);
        REQUIRE(is_tree(heads));
        REQUIRE(std::abs(total(scores, heads) - best_by_trial(scores, n)) < 1e-3);
    }
}

TEST_CASE("What is no tree is seen") {
    CHECK(is_tree(std::vector<int>{1, -1, 1}));
    CHECK_FALSE(is_tree(std::vector<int>{-1, -1}));
    CHECK_FALSE(is_tree(std::vector<int>{-1, 2, 1}));
    CHECK_FALSE(is_tree(std::vector<int>{0}));
}
