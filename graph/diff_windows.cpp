// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "graph/development.hpp"
#include "graph/diff.hpp"

namespace entente {
namespace {

/// Two windows of one graph: counts by edge, then the evidence that only one of them has.
class Windows {
public:
    Windows(const TemporalGraph& graph, const Filter& before, const Filter& after)
        : graph_(graph), filters_{before, after}, test_(graph, before), places_(graph.edges().size(), k_no_edge) {}

    GraphDiff run() {
        const std::size_t most =
            std::min(graph_.edges().size(), graph_.within(filters_[0]).size() + graph_.within(filters_[1]).size());
        out_.changes.reserve(most);
        confidences_.reserve(most);
        for (const int w : {0, 1})
            for (const Fact& f : graph_.within(filters_[w]))
                if (test_(f)) count(f, w);
        apply_minima();
        note_earlier();
        collect();
        in_order_of_edges();
        develop(out_, bases_);
        return std::move(out_);
    }

private:
    [[nodiscard]] bool is_in(const Fact& f, int window) const {
        const Filter& w = filters_[window];
        if (!w.from && !w.to) return true;
        return f.day != k_undated && (!w.from || f.day >= w.from->days) && (!w.to || f.day < w.to->days);
    }

    [[nodiscard]] bool has_minima() const { return filters_[0].min_weight > 1 || filters_[0].min_confidence > 0; }

    void count(const Fact& f, int window) {
        std::uint32_t& place = places_[f.edge];
        if (place == k_no_edge) {
            place = static_cast<std::uint32_t>(out_.changes.size());
            EdgeChange& c = out_.changes.emplace_back();
            c.in_before = c.in_after = f.edge;
            confidences_.push_back({});
            if (has_minima()) doubts_.push_back({1, 1});
        }
        EdgeChange& c = out_.changes[place];
        ++(window ? c.after : c.before);
        if (!is_in(f, 1 - window)) ++(window ? c.gained : c.lost);
        confidences_[place][static_cast<std::size_t>(window)] += f.confidence;
        if (has_minima()) doubts_[place][static_cast<std::size_t>(window)] *= 1 - f.confidence / 1000.0;
    }

    /// An edge that falls short of a minimum in a window is not there then.
    void apply_minima() {
        if (!has_minima()) return;
        const Filter& f = filters_[0];
        const auto is_weak = [&](std::uint32_t weight, double doubt) {
            EdgeState state;
            state.doubt = doubt;
            return weight < f.min_weight || (f.min_confidence > 0 && state.confidence() < f.min_confidence);
        };
        for (std::size_t i = 0; i < out_.changes.size(); ++i) {
            EdgeChange& c = out_.changes[i];
            const bool lacks_before = is_weak(c.before, doubts_[i][0]);
            const bool lacks_after = is_weak(c.after, doubts_[i][1]);
            if (lacks_before) c.before = c.lost = 0, c.gained = c.after, confidences_[i][0] = 0;
            if (lacks_after) c.gained = 0, c.lost = c.before, c.after = 0, confidences_[i][1] = 0;
        }
    }

    void note_earlier() {
        known_.resize(out_.changes.size());
        if (!filters_[1].from) return;
        for (const Fact& f : graph_.within(k_undated + 1, filters_[1].from->days))
            if (places_[f.edge] != k_no_edge && test_(f)) known_[places_[f.edge]] = 1;
    }

    void collect() {
        std::uint32_t size = 0;
        for (EdgeChange& c : out_.changes) {
            c.evidence_begin = size;
            size += c.lost + c.gained;
        }
        out_.evidence.resize(size);
        std::vector<std::array<std::uint32_t, 2>> filled(out_.changes.size());
        for (const std::size_t w : {0u, 1u})
            for (const Fact& f : graph_.within(filters_[w])) {
                if (!test_(f)) continue;
                const std::uint32_t place = places_[f.edge];
                const EdgeChange& c = out_.changes[place];
                const bool is_here = (w ? c.after : c.before) > 0;
                const bool is_there = (w ? c.before : c.after) > 0 && is_in(f, 1 - static_cast<int>(w));
                if (!is_here || is_there) continue;
                out_.evidence[c.evidence_begin + (w ? c.lost : 0) + filled[place][w]++] = f.evidence;
            }
    }

    /// Drops what is in neither window for want of a minimum.
    void in_order_of_edges() {
        std::vector<EdgeChange> changes;
        changes.reserve(out_.changes.size());
        bases_.reserve(out_.changes.size());
        for (const auto place : places_) {
            if (place == k_no_edge || out_.changes[place].before + out_.changes[place].after == 0) continue;
            changes.push_back(out_.changes[place]);
            const EdgeKey& e = graph_.edges()[out_.changes[place].in_after];
            bases_.push_back({e.subject, e.object, confidences_[place], side_of(e.type_of(), e.polarity),
                              is_standing(e.type_of()), known_[place] != 0});
        }
        out_.changes = std::move(changes);
    }

    const TemporalGraph& graph_;
    Filter filters_[2];
    FactTest test_;
    std::vector<std::uint32_t> places_;  ///< by edge: its change
    std::vector<std::array<std::uint32_t, 2>> confidences_;  ///< by change: summed, thousandths
    std::vector<char> known_;                                ///< by change: whether observed before the later window
    std::vector<ChangeBasis> bases_;
    std::vector<std::array<double, 2>> doubts_;  ///< Π(1 - confidence); only where there are minima
    GraphDiff out_;
};

}  // namespace

GraphDiff diff(const TemporalGraph& graph, const Filter& before, const Filter& after) {
    return Windows(graph, before, after).run();
}

}  // namespace entente
