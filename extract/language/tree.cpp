// SPDX-License-Identifier: Apache-2.0
#include "extract/language/tree.hpp"

#include <algorithm>
#include <limits>

namespace entente::nn {
namespace {

/// Makes an arc from the root dearer than any sum of others: then the best tree has one, as few as there can be.
constexpr double k_root_cost = 1e7;

/// Chu and Liu 1965, Edmonds 1967: choose the best arc into every node; contract a cycle into one node, whose incoming
/// arcs cost what the arc that they replace was worth; repeat; then open the cycles again. Node 0 is the root.
class Arborescence {
public:
    Arborescence(std::span<const float> scores, std::size_t n) : size_(n + 1), arcs_(size_ * size_), members_(size_) {
        for (std::size_t v = 0; v < size_; ++v) {
            active_.push_back(v);
            members_[v] = {v};
            for (std::size_t u = 0; u < size_ && v > 0; ++u)
                at(u, v) = {scores[(v - 1) * size_ + u] - (u == 0 ? k_root_cost : 0), u, v};
        }
    }

    void solve(std::span<int> heads) {
        best_.resize(size_);
        source_.resize(size_);
        for (const std::size_t v : active_) choose(v);
        for (std::vector<std::size_t> cycle = find_cycle(); !cycle.empty(); cycle = find_cycle()) contract(cycle);
        std::vector<std::size_t> head(size_, k_none);
        for (const std::size_t v : active_)
            if (v != 0) head[best_[v].to] = best_[v].from;
        for (auto it = opened_.rbegin(); it != opened_.rend(); ++it) open(*it, head);
        for (std::size_t v = 1; v < size_; ++v) heads[v - 1] = static_cast<int>(head[v]) - 1;
    }

private:
    static constexpr std::size_t k_none = std::numeric_limits<std::size_t>::max();
    /// An arc between nodes, and the words that it joins.
    struct Arc {
        double score = 0;
        std::size_t from = 0;
        std::size_t to = 0;
    };
    /// A part of a contracted cycle: the words in it and its arc within the cycle.
    struct Part {
        std::vector<std::size_t> words;
        Arc arc;
    };

    Arc& at(std::size_t u, std::size_t v) { return arcs_[u * size_ + v]; }

    /// Finds the best arc into v.
    void choose(std::size_t v) {
        double top = -std::numeric_limits<double>::infinity();
        for (const std::size_t u : active_) {
            if (v == 0 || u == v || at(u, v).score <= top) continue;
            top = at(u, v).score;
            best_[v] = at(u, v);
            source_[v] = u;
        }
    }

    std::vector<std::size_t> find_cycle() const {
        std::vector<std::size_t> seen(size_, 0);
        for (const std::size_t start : active_) {
            std::size_t v = start;
            while (v != 0 && seen[v] == 0) {
                seen[v] = start + 1;
                v = source_[v];
            }
            if (v == 0 || seen[v] != start + 1) continue;
            std::vector<std::size_t> cycle = {v};
            for (std::size_t u = source_[v]; u != v; u = source_[u]) cycle.push_back(u);
            return cycle;
        }
        return {};
    }

    /// Costs the cycle's length times n, and every cycle makes as many nodes fewer: n^2 in all.
    void contract(const std::vector<std::size_t>& cycle) {
        const std::size_t node = cycle[0];
        std::vector<Part>& parts = opened_.emplace_back();
        std::vector<bool> inside(size_, false);
        for (const std::size_t v : cycle) {
            parts.push_back({members_[v], best_[v]});
            inside[v] = true;
        }
        std::erase_if(active_, [&](std::size_t v) { return v != node && inside[v]; });
        for (const std::size_t x : active_) {
            if (x == node) continue;
            join(cycle, x);
            if (x == 0 || !inside[source_[x]]) continue;
            source_[x] = node;  // its best arc came from the cycle, and still is the best
            best_[x] = at(node, x);
        }
        for (std::size_t i = 1; i < cycle.size(); ++i)
            members_[node].insert(members_[node].end(), members_[cycle[i]].begin(), members_[cycle[i]].end());
        choose(node);
    }

    /// The arcs between x and the node that the cycle becomes.
    void join(const std::vector<std::size_t>& cycle, std::size_t x) {
        Arc in, out;
        in.score = out.score = -std::numeric_limits<double>::infinity();
        for (const std::size_t v : cycle) {
            Arc arc = at(x, v);
            arc.score -= best_[v].score;
            if (arc.score > in.score) in = arc;
            if (at(v, x).score > out.score) out = at(v, x);
        }
        at(x, cycle[0]) = in;
        at(cycle[0], x) = out;
    }

    /// One word of the cycle has its head from outside; the other parts take their arcs within the cycle.
    static void open(const std::vector<Part>& parts, std::vector<std::size_t>& head) {
        std::vector<const Part*> inside;
        for (const Part& part : parts)
            if (std::ranges::all_of(part.words, [&](std::size_t w) { return head[w] == k_none; }))
                inside.push_back(&part);
        for (const Part* part : inside) head[part->arc.to] = part->arc.from;
    }

    std::size_t size_;
    std::vector<Arc> arcs_;
    std::vector<std::vector<std::size_t>> members_;
    std::vector<std::size_t> active_;
    std::vector<Arc> best_;
    std::vector<std::size_t> source_;
    std::vector<std::vector<Part>> opened_;
};

}  // namespace

bool is_tree(std::span<const int> heads) {
    if (std::ranges::count(heads, -1) != 1) return false;
    std::vector<int> seen(heads.size(), -1);
    for (std::size_t start = 0; start < heads.size(); ++start) {
        int v = static_cast<int>(start);
        while (v != -1 && seen[static_cast<std::size_t>(v)] == -1) {
            seen[static_cast<std::size_t>(v)] = static_cast<int>(start);
            v = heads[static_cast<std::size_t>(v)];
        }
        if (v != -1 && seen[static_cast<std::size_t>(v)] == static_cast<int>(start)) return false;
    }
    return true;
}

void best_tree(std::span<const float> scores, std::size_t n, std::span<int> heads) {
    for (std::size_t d = 0; d < n; ++d) {
        const std::span<const float> row = scores.subspan(d * (n + 1), n + 1);
        std::size_t top = 0;
        for (std::size_t h = 1; h <= n; ++h)
            if (h != d + 1 && row[h] > row[top]) top = h;
        heads[d] = static_cast<int>(top) - 1;
    }
    if (!is_tree(heads.first(n))) Arborescence(scores, n).solve(heads);
}

}  // namespace entente::nn
