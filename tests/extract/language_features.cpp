// SPDX-License-Identifier: Apache-2.0
#include "extract/language/features.hpp"
#include "tests/catch.hpp"

using namespace entente::nn;

namespace {

struct Row {
    std::string_view form;
    std::string_view shape;
    std::array<std::uint32_t, k_kinds> buckets;
};

// Computed by models/train/features.py: the trained network knows words by these numbers.
const Row k_rows[] = {
    {"The", "Xxx", {3420, 1481, 4069, 2526, 1731, 3908}},
    {"don't", "xx'x", {1068, 3587, 3805, 3524, 354, 2883}},
    {"Al-Qaeda's", "Xx-Xxx'x", {3955, 1118, 984, 1192, 2753, 398}},
    {"ÉCOLE", "XX", {2864, 1520, 1257, 2735, 2469, 180}},
    {"ΑΘΗΝΑ", "XX", {3681, 566, 1278, 616, 861, 180}},
    {"Россия", "Xxx", {3449, 1511, 3422, 161, 2968, 3908}},
    {"习近平", "习近平", {125, 1708, 3269, 3987, 110, 954}},
    {"``", "\"", {1478, 3736, 2164, 1275, 318, 2562}},
    {"U.S.", "X.X.", {3823, 3934, 571, 3086, 1554, 3316}},
    {"1,000", "d,dd", {3427, 3621, 942, 89, 692, 508}},
    {"…", "..", {2218, 2488, 2586, 3847, 2062, 1824}},
    {"“", "\"", {1478, 3736, 2164, 1275, 318, 2562}},
    {"e-mail", "x-xx", {1471, 3591, 2235, 683, 2623, 2659}},
    {"a", "x", {3955, 2065, 493, 462, 1131, 3844}},
    {"Łódź", "Xxx", {3431, 4013, 2737, 252, 152, 3908}},
    {"naïve", "xx", {1002, 1385, 743, 3876, 1108, 52}},
    {"😀", "😀", {2189, 1459, 3279, 1474, 3189, 1273}},
    {"2021-08-14", "dd-dd-dd", {3830, 3758, 1387, 3847, 3874, 570}},
    {"O’Brien", "X'Xxx", {1405, 3838, 1757, 3141, 3210, 2507}},
    {"--", "--", {1815, 1528, 2924, 3773, 3702, 1570}},
};

}  // namespace

TEST_CASE("Features are those that the network was trained on") {
    for (const Row& row : k_rows) {
        INFO(row.form);
        const std::string norm = normalise(row.form);
        CHECK(shape(norm) == row.shape);
        CHECK(buckets(norm) == row.buckets);
    }
}
