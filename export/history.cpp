// SPDX-License-Identifier: Apache-2.0
#include "export/history.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "export/json.hpp"
#include "graph/evidence_json.hpp"

namespace entente {
namespace {

constexpr std::size_t k_bar = 40;  // columns of the longest bar
constexpr std::string_view k_sides[] = {"cooperation", "conflict", "other", "denied"};

std::string name_of(Date begin, Step step) {
    const std::string day = to_string(begin);
    return step == Step::month ? day.substr(0, 7) : step == Step::year ? day.substr(0, 4) : day;
}

std::uint32_t total(const HistoryStep& p) { return p.counts[0] + p.counts[1] + p.counts[2] + p.counts[3]; }

}  // namespace

void append_periods(std::string& out, const std::vector<HistoryStep>& periods, Step step, const TextStyle& style) {
    std::uint32_t most = 1;
    for (const HistoryStep& p : periods) most = std::max(most, total(p));
    for (const HistoryStep& p : periods) {
        std::string bar;
        std::string words;
        for (std::size_t side = 0; side < 4; ++side) {
            const std::uint32_t n = p.counts[side];
            if (n == 0) continue;
            const std::size_t length = most <= k_bar ? n : std::max<std::size_t>(1, n * k_bar / most);
            const std::string part(length, "+-.~"[side]);
            const bool has_colour = style.colour && side < 2;
            bar += has_colour ? fmt::format("\x1b[{}m{}\x1b[0m", side == 0 ? 32 : 31, part) : part;
            words += fmt::format("{}{} {}", words.empty() ? "" : ", ", n, k_sides[side]);
        }
        out += fmt::format("{}  {}  {}\n", name_of(p.begin, step), bar, words);
    }
}

void append_episode(std::string& out, const Graph& graph, const Episode& e, std::size_t pair_columns, bool with_sentence,
                    const TextStyle& style) {
    const Observation o = unpack(*e.observation);
    const std::string_view phrase = o.phrase.empty() ? o.lemma : o.phrase;
    out += fmt::format("{}  {}  {:<14} {:.2f}  \"{}\"{}\n", e.day ? to_string(*e.day) : "undated   ",
                       pair_line(graph, *e.edge, style, pair_columns), class_name(*e.edge), o.confidence, printable(phrase),
                       o.status == Status::actual ? "" : fmt::format("  {}", name(o.status)));
    if (with_sentence) append_evidence(out, {o}, 2, "", style);
}

void append_episode_json(std::string& out, const Graph& graph, const Episode& e) {
    out += e.day ? fmt::format("{{\"date\":\"{}\"", to_string(*e.day)) : "{\"date\":null";
    out += ",\"subject\":";
    append_json_string(out, graph.subject(*e.edge).id);
    out += e.edge->type ? fmt::format(",\"type\":\"{}\"", name(*e.edge->type)) : ",\"type\":null";
    out += ",\"object\":";
    append_json_string(out, graph.object(*e.edge).id);
    out += fmt::format(",\"polarity\":\"{}\",\"evidence\":", name(e.edge->polarity));
    append_observation_json(out, unpack(*e.observation));
    out += "}\n";
}

}  // namespace entente
