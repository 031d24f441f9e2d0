// SPDX-License-Identifier: Apache-2.0
// What stands around single expressions of time and changes them.
#include "extract/time/time.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "extract/time/atoms.hpp"

namespace entente::time {
namespace {

using Atoms = std::vector<Atom>;

/// "August last year", "3 January of this year": one expression.
void join_years(Atoms& atoms, const Scan& scan) {
    for (std::size_t i = 0; i + 1 < atoms.size(); ++i) {
        const Atom& next = atoms[i + 1];
        const std::ptrdiff_t gap = next.first - atoms[i].last;
        const bool near = gap == 0 || (gap == 1 && any_of(scan.at(atoms[i].last), "of"));
        if (!atoms[i].month || atoms[i].own_year || !next.counts_years || !near) continue;
        if (const auto range = in_year(atoms[i], year_of(next.range.begin))) atoms[i].range = *range;
        atoms[i].own_year = true;
        atoms[i].last = next.last;
        atoms.erase(atoms.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
}

/// "early August", "the end of 2014", "the first half of last year", "the week of 9 August".
void narrow(Atom& atom, const Scan& scan) {
    std::ptrdiff_t k = atom.first - 1;
    const Precision p = atom.range.precision;
    const bool long_one = p == Precision::month || p == Precision::year || p == Precision::decade;
    if (any_of(scan.at(k), "-") && any_of(scan.at(k - 1), "mid", "early", "late")) --k;
    const auto cut = [&](std::ptrdiff_t first, int index, int parts) {
        atom.range = part_of(atom.range, index, parts);
        atom.first = first;
    };
    if (long_one && any_of(scan.at(k), "early")) return cut(k, 0, 3);
    if (long_one && any_of(scan.at(k), "mid")) return cut(k, 1, 3);
    if (long_one && any_of(scan.at(k), "late")) return cut(k, 2, 3);
    if (any_of(scan.at(k), "the")) --k;
    if (!any_of(scan.at(k), "of")) return;
    const Lexeme* what = scan.at(--k);
    if (any_of(what, "week") && p == Precision::day) {
        atom.range = week_of(atom.range.begin);
        atom.first = k;
    } else if (any_of(what, "half") && any_of(scan.at(k - 1), "first", "second")) {
        cut(k - 1, any_of(scan.at(k - 1), "second") ? 1 : 0, 2);
    } else if (any_of(what, "quarter") && p == Precision::year) {
        for (const auto& [name, index] : {std::pair{"first", 0}, {"second", 1}, {"third", 2}, {"fourth", 3}, {"last", 3}})
            if (any_of(scan.at(k - 1), name)) {
                atom.range = quarter_range(year_of(atom.range.begin), index);
                atom.first = k - 1;
            }
    } else if (any_of(what, "end")) {
        const std::ptrdiff_t before = any_of(scan.at(k - 1), "the") ? k - 2 : k - 1;
        if (any_of(scan.at(before), "by", "until", "till", "before")) {  // a deadline
            atom.range = day_range(moved(atom.range.end, Precision::day, -1));
            atom.first = k;
        } else {
            cut(k, 2, 3);
        }
    } else if (any_of(what, "beginning", "start", "middle")) {
        cut(k, any_of(what, "middle") ? 1 : 0, 3);
    }
}

/// "from 3 May to 7 June", "between 2014 and 2016": one expression. A year told last holds for both ends.
void join_ranges(Atoms& atoms, const Scan& scan) {
    for (std::size_t i = 0; i + 1 < atoms.size(); ++i) {
        Atom& a = atoms[i];
        const Atom& b = atoms[i + 1];
        const Lexeme *before = scan.at(a.first - 1), *link = scan.at(a.last);
        const bool joined = (any_of(before, "from") && any_of(link, "to", "until", "till", "through", "-")) ||
                            (any_of(before, "between") && any_of(link, "and")) ||
                            (any_of(link, "-") && a.month && b.month);
        if (!joined || b.first != a.last + 1) continue;
        if (a.month && !a.own_year && b.own_year) {
            auto range = in_year(a, year_of(b.range.begin));
            if (range && range->begin > b.range.begin) range = in_year(a, year_of(b.range.begin) - 1);
            if (range) a.range = *range;
        }
        Range last = b.range;
        if (b.month && !b.own_year && last.begin < a.range.begin)
            last = in_year(b, year_of(a.range.begin) + 1).value_or(in_year(b, year_of(a.range.begin)).value_or(last));
        if (last.begin < a.range.begin) continue;
        a.range = from_to(a.range, last);
        a.last = b.last;
        a.future = a.future || b.future;
        atoms.erase(atoms.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
}

/// The unit `units` away from a day; days by themselves.
Range away(Date day, Precision unit, int units) {
    return unit == Precision::day ? day_range(moved(day, unit, units)) : shifted(day, unit, units);
}

/// What is told by another date: "two days later", "the following month", "two days after the attack of 13 August".
class Neighbours {
public:
    Neighbours(Atoms& atoms, const Scan& scan) : atoms_(atoms), scan_(scan) {}

    void run() {
        Atoms out;
        std::size_t next = 0;
        for (std::ptrdiff_t i = 0; i < scan_.size(); ++i) {
            while (next < atoms_.size() && atoms_[next].first <= i) {
                i = std::max(i, atoms_[next].last);
                out.push_back(atoms_[next++]);
            }
            const Atom* before = out.empty() ? nullptr : &out.back();
            const Atom* after = next < atoms_.size() ? &atoms_[next] : nullptr;
            if (auto found = later(i, before)) out.push_back(*found);
            else if (auto beside = beside_next(i, after)) out.push_back(*beside);
        }
        atoms_ = std::move(out);
    }

private:
    static Atom made(std::ptrdiff_t first, std::ptrdiff_t last, Range range) {
        Atom out;
        out.first = first;
        out.last = last;
        out.range = range;
        return out;
    }

    [[nodiscard]] std::optional<Atom> later(std::ptrdiff_t i, const Atom* before) const {
        if (!before) return std::nullopt;
        const int count = scan_.count_at(i);
        const auto unit = scan_.unit_at(i + 1);
        const bool finer = unit && *unit >= before->range.precision;
        if (count && finer && any_of(scan_.at(i + 2), "later", "after", "afterwards", "earlier", "before")) {
            const bool back = any_of(scan_.at(i + 2), "earlier", "before");
            return made(i, i + 3, away(before->range.begin, *unit, back ? -count : count));
        }
        const bool following = any_of(scan_.at(i), "following") || (any_of(scan_.at(i), "next") && any_of(scan_.at(i - 1), "the"));
        if (!finer || (!following && !any_of(scan_.at(i), "previous"))) return std::nullopt;
        return made(i, i + 2, away(before->range.begin, *unit, following ? 1 : -1));
    }

    [[nodiscard]] std::optional<Atom> beside_next(std::ptrdiff_t i, const Atom* next) const {
        constexpr std::ptrdiff_t k_reach = 6;  // "the attack of"
        const int count = scan_.count_at(i);
        const auto unit = scan_.unit_at(i + 1);
        const bool after = any_of(scan_.at(i + 2), "after"), before = any_of(scan_.at(i + 2), "before");
        if (!next || !count || !unit || !(after || before) || next->first - i > 3 + k_reach) return std::nullopt;
        for (std::ptrdiff_t k = i + 3; k < next->first; ++k)
            if (scan_.at(k)->kind == Lexeme::Kind::mark) return std::nullopt;
        return made(i, i + 3, away(next->range.begin, *unit, after ? count : -count));
    }

    Atoms& atoms_;
    const Scan& scan_;
};

/// "since 2014" reaches to the day of publication.
void reach_to_now(Atom& atom, const Scan& scan, std::optional<Date> published) {
    const Lexeme* before = scan.at(atom.first - 1);
    const bool since = any_of(before, "since") || (any_of(before, "the") && any_of(scan.at(atom.first - 2), "since"));
    if (since && published && atom.range.begin <= *published) atom.range.end = moved(*published, Precision::day, 1);
}

}  // namespace

std::string_view name(Precision precision) {
    constexpr std::array<std::string_view, 7> names = {"day", "week", "month", "quarter", "year", "decade", "century"};
    return names[static_cast<std::size_t>(precision)];
}

std::vector<TimeExpression> find_times(std::string_view sentence, std::optional<Date> published, bool future) {
    const Scan scan(sentence);
    Atoms atoms = find_atoms(scan, published, future);
    join_years(atoms, scan);
    for (Atom& atom : atoms) narrow(atom, scan);
    join_ranges(atoms, scan);
    Neighbours(atoms, scan).run();
    std::vector<TimeExpression> out;
    for (Atom& atom : atoms) {
        reach_to_now(atom, scan, published);
        const Span span{scan.at(atom.first)->span.begin, scan.at(atom.last - 1)->span.end};
        out.push_back({span, atom.range.begin, atom.range.end, atom.range.precision, atom.future});
    }
    return out;
}

}  // namespace entente::time
