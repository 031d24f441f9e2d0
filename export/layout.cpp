// SPDX-License-Identifier: Apache-2.0
#include "export/layout.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

namespace entente {
namespace {

constexpr std::size_t k_core = 256;
constexpr int k_core_steps = 80;
constexpr int k_most_steps = 60;
constexpr std::size_t k_evaluations = 4'000'000;
constexpr double k_spacing = 80;

Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
Point operator*(Point a, double s) { return {a.x * s, a.y * s}; }
double norm(Point a) { return std::sqrt(a.x * a.x + a.y * a.y); }

/// Directions that fill a circle evenly, whatever their number: each the golden angle on. No sine of the library: its
/// last bit depends on the processor.
class Directions {
public:
    Point next() {
        constexpr double c = -0.73736887807831990;
        constexpr double s = 0.67549029426152364;
        at_ = Point{at_.x * c - at_.y * s, at_.x * s + at_.y * c};
        return at_ = at_ * (1 / norm(at_));
    }

private:
    Point at_{1, 0};
};

/// Who is tied to whom, once per edge and end; no actor to itself.
struct Ties {
    std::vector<std::uint32_t> begins;
    std::vector<std::uint32_t> others;

    explicit Ties(const Graph& graph) : begins(graph.actors().size() + 1) {
        for (const Edge& e : graph.edges())
            if (e.subject != e.object) ++begins[e.subject + 1], ++begins[e.object + 1];
        std::partial_sum(begins.begin(), begins.end(), begins.begin());
        others.resize(begins.back());
        auto next = begins;
        for (const Edge& e : graph.edges())
            if (e.subject != e.object) {
                others[next[e.subject]++] = e.object;
                others[next[e.object]++] = e.subject;
            }
    }
    [[nodiscard]] std::size_t actors() const { return begins.size() - 1; }
    [[nodiscard]] std::uint32_t degree(std::size_t i) const { return begins[i + 1] - begins[i]; }
    [[nodiscard]] std::span<const std::uint32_t> of(std::size_t i) const {
        return std::span(others).subspan(begins[i], degree(i));
    }
    /// How strongly one edge pulls: the less, the more edges its ends have.
    [[nodiscard]] double pull(std::size_t a, std::size_t b) const {
        return 1 / std::sqrt(double(degree(a)) * degree(b));
    }
};

/// Moves by `force`, but no further than `most`.
void move(Point& p, Point force, double most) {
    const double length = norm(force);
    if (length > 0) p = p + force * (std::min(length, most) / length);
}

/// The push of b on a, where the ideal distance is 1.
Point push(Point a, Point b) {
    const Point d = a - b;
    const double square = d.x * d.x + d.y * d.y;
    return square > 1e-9 ? d * (1 / square) : Point{};
}

/// The best connected actors; all where there are few.
std::vector<std::uint32_t> core_of(const Ties& ties) {
    std::vector<std::uint32_t> order(ties.actors());
    std::iota(order.begin(), order.end(), 0u);
    const auto more = [&](std::uint32_t a, std::uint32_t b) {
        return ties.degree(a) != ties.degree(b) ? ties.degree(a) > ties.degree(b) : a < b;
    };
    const auto count = static_cast<std::ptrdiff_t>(std::min(k_core, order.size()));
    std::partial_sort(order.begin(), order.begin() + count, order.end(), more);
    order.resize(static_cast<std::size_t>(count));
    return order;
}

/// Positions of the core: an even spiral, then all forces between all pairs.
std::vector<Point> lay_out_core(const Ties& ties, std::span<const std::uint32_t> core) {
    std::vector<std::uint32_t> place(ties.actors(), k_core);
    for (std::uint32_t i = 0; i < core.size(); ++i) place[core[i]] = i;
    std::vector<double> pulls(core.size() * core.size());
    for (std::size_t i = 0; i < core.size(); ++i)
        for (const auto other : ties.of(core[i]))
            if (place[other] < k_core) pulls[i * core.size() + place[other]] += 4 * ties.pull(core[i], other);
    std::vector<Point> at;
    Directions directions;
    for (std::size_t i = 0; i < core.size(); ++i)
        at.push_back(directions.next() * (0.6 * std::sqrt(static_cast<double>(i) + 0.5)));
    std::vector<Point> forces(at.size());
    for (int step = 0; step < k_core_steps; ++step) {
        std::ranges::fill(forces, Point{});
        for (std::size_t i = 0; i < at.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                const double pull = pulls[i * at.size() + j];
                Point f = push(at[i], at[j]);
                if (pull > 0) f = f - (at[i] - at[j]) * (pull * norm(at[i] - at[j]));
                forces[i] = forces[i] + f;
                forces[j] = forces[j] - f;
            }
            forces[i] = forces[i] - at[i] * 0.1;  // towards the centre, or what has no ties would leave
        }
        const double most = 1.5 * (k_core_steps - step) / k_core_steps;
        for (std::size_t i = 0; i < at.size(); ++i) move(at[i], forces[i], most);
    }
    return at;
}

/// The actors in the order in which they get a place: the core, then by steps from what has one; components without a
/// place begin at their first actor.
class Placing {
public:
    Placing(const Ties& ties, std::span<const std::uint32_t> core)
        : ties_(ties), at_(ties.actors()), placed_(ties.actors()), guests_(ties.actors()) {
        const auto positions = lay_out_core(ties, core);
        for (std::size_t i = 0; i < core.size(); ++i) put(core[i], positions[i]);
    }

    std::vector<Point> all() {
        spread();
        for (std::uint32_t i = 0; i < ties_.actors(); ++i) {
            if (placed_[i]) continue;
            const double edge = 1.2 * std::sqrt(static_cast<double>(queue_.size()));
            put(i, directions_.next() * (edge + 1));
            spread();
        }
        return std::move(at_);
    }

private:
    void put(std::uint32_t actor, Point p) {
        at_[actor] = p;
        placed_[actor] = true;
        queue_.push_back(actor);
    }

    /// Everyone tied to those that have a place gets one.
    void spread() {
        for (; next_ < queue_.size(); ++next_)
            for (const auto other : ties_.of(queue_[next_]))
                if (!placed_[other]) put(other, beside(other));
    }

    /// The middle of those that it is tied to, and some way off: the more guests its first host has, the further.
    Point beside(std::uint32_t actor) {
        Point sum;
        double weight = 0;
        for (const auto other : ties_.of(actor)) {
            if (!placed_[other]) continue;
            const double pull = ties_.pull(actor, other);
            sum = sum + at_[other] * pull;
            weight += pull;
        }
        const double guest = ++guests_[queue_[next_]];
        return sum * (1 / weight) + directions_.next() * (0.5 * std::sqrt(guest));
    }

    const Ties& ties_;
    std::vector<Point> at_;
    std::vector<char> placed_;
    std::vector<std::uint32_t> guests_;
    std::vector<std::uint32_t> queue_;
    std::size_t next_ = 0;
    Directions directions_;
};

/// Squares of side 1.5 over all positions, with who is in them. Their corner lies `shift` before the first position: other
/// squares each time, or actors would line up along them.
class Grid {
public:
    Grid(std::span<const Point> at, Point shift) : at_(at), cells_(at.size()), members_(at.size()) {
        for (const Point p : at) low_ = {std::min(low_.x, p.x), std::min(low_.y, p.y)};
        low_ = low_ - shift;
        for (const Point p : at) columns_ = std::max(columns_, column(p) + 1), rows_ = std::max(rows_, row(p) + 1);
        begins_.resize(columns_ * rows_ + 1);
        for (std::size_t i = 0; i < at.size(); ++i) ++begins_[(cells_[i] = row(at[i]) * columns_ + column(at[i])) + 1];
        std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
        auto next = begins_;
        for (std::uint32_t i = 0; i < at.size(); ++i) members_[next[cells_[i]]++] = i;
    }

    /// All over a square, from step to step.
    [[nodiscard]] static Point shift(int step) {
        const auto part = [&](double share) { return k_side * (share * step - std::floor(share * step)); };
        return {part(0.75487766624669276), part(0.56984029099805327)};
    }

    /// What those in the nine squares around push `i`; from each square at most `k_from_cell`, whose push stands for all.
    [[nodiscard]] Point pushed(std::size_t i) const {
        Point force;
        const std::size_t r = cells_[i] / columns_;
        const std::size_t c = cells_[i] % columns_;
        for (std::size_t y = r > 0 ? r - 1 : 0; y <= std::min(r + 1, rows_ - 1); ++y)
            for (std::size_t x = c > 0 ? c - 1 : 0; x <= std::min(c + 1, columns_ - 1); ++x)
                force = force + from_cell(y * columns_ + x, i);
        return force;
    }

private:
    static constexpr std::uint32_t k_from_cell = 16;
    static constexpr double k_side = 1.5;

    [[nodiscard]] std::size_t column(Point p) const { return static_cast<std::size_t>((p.x - low_.x) / k_side); }
    [[nodiscard]] std::size_t row(Point p) const { return static_cast<std::size_t>((p.y - low_.y) / k_side); }

    [[nodiscard]] Point from_cell(std::size_t cell, std::size_t i) const {
        Point force;
        const std::uint32_t count = begins_[cell + 1] - begins_[cell];
        const std::uint32_t step = std::max(1u, count / k_from_cell);
        for (std::uint32_t m = begins_[cell]; m < begins_[cell + 1]; m += step)
            if (members_[m] != i) force = force + push(at_[i], at_[members_[m]]);
        return force * step;
    }

    std::span<const Point> at_;
    std::vector<std::size_t> cells_;
    std::vector<std::uint32_t> members_;
    std::vector<std::uint32_t> begins_;
    Point low_;
    std::size_t columns_ = 1;
    std::size_t rows_ = 1;
};

void refine(std::vector<Point>& at, const Ties& ties) {
    const std::size_t cost = 40 * at.size() + ties.others.size();
    const int steps = static_cast<int>(std::min<std::size_t>(k_most_steps, k_evaluations / (cost + 1)));
    std::vector<Point> forces(at.size());
    for (int step = 0; step < steps; ++step) {
        const Grid grid(at, Grid::shift(step));
        for (std::size_t i = 0; i < at.size(); ++i) {
            Point f = grid.pushed(i);
            for (const auto other : ties.of(i)) {
                const Point d = at[other] - at[i];
                f = f + d * (ties.pull(i, other) * norm(d));
            }
            forces[i] = f;
        }
        const double most = 1.0 * (steps - step) / steps;
        for (std::size_t i = 0; i < at.size(); ++i) move(at[i], forces[i], most);
    }
}

/// Distances from the centre such that about as many actors are on every area: the crowd in the middle gets room.
void even_out(std::vector<Point>& at) {
    std::vector<std::uint32_t> order(at.size());
    std::iota(order.begin(), order.end(), 0u);
    std::vector<double> squares;
    for (const Point p : at) squares.push_back(p.x * p.x + p.y * p.y);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t i) { return squares[i]; });
    Directions directions;
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        Point& p = at[order[rank]];
        const double length = norm(p);
        const Point direction = length > 1e-6 ? p * (1 / length) : directions.next();
        p = direction * std::sqrt(static_cast<double>(rank));
    }
}

/// Centred, scaled, one decimal.
void finish(std::vector<Point>& at) {
    Point sum;
    for (const Point p : at) sum = sum + p;
    const Point middle = sum * (1.0 / static_cast<double>(at.size()));
    for (Point& p : at) {
        p = (p - middle) * (k_spacing * 10);
        p = {std::nearbyint(p.x) / 10 + 0.0, std::nearbyint(p.y) / 10 + 0.0};
    }
}

}  // namespace

std::vector<Point> layout(const Graph& graph) {
    if (graph.actors().empty()) return {};
    const Ties ties(graph);
    auto at = Placing(ties, core_of(ties)).all();
    refine(at, ties);
    even_out(at);
    finish(at);
    return at;
}

}  // namespace entente
