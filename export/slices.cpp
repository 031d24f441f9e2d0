// SPDX-License-Identifier: Apache-2.0
#include "export/slices.hpp"

#include <fmt/format.h>

#include <set>

#include "core/error.hpp"
#include "graph/filter.hpp"

namespace entente {
namespace {

using namespace std::chrono;

/// "2021-W34": a week belongs to the year of its Thursday (ISO 8601).
std::string week_name(Date monday) {
    const auto year = static_cast<int>(Date{monday.days + 3}.ymd().year());
    const auto begin = Date::of(year, 1, 1).value_or(monday);
    return fmt::format("{:04}-W{:02}", year, (monday.days + 3 - begin.days) / 7 + 1);
}

std::string name(DayRange range, Period period) {
    if (period == Period::week) return week_name(range.first);
    return to_string(range.first).substr(0, period == Period::month ? 7 : 10);
}

std::vector<Point> places_in(const Graph& slice, const Graph& graph, const std::vector<Point>& places) {
    std::vector<Point> out;
    for (const Actor& a : slice.actors()) out.push_back(places[graph.find(a.id).value()]);
    return out;
}

}  // namespace

DayRange period_of(Date day, Period period) {
    if (period == Period::day) return {day, day};
    if (period == Period::week) {
        const auto weekday = std::chrono::weekday{sys_days{std::chrono::days{day.days}}}.iso_encoding();
        const Date monday{day.days - static_cast<std::int32_t>(weekday) + 1};
        return {monday, Date{monday.days + 6}};
    }
    const auto ymd = day.ymd();
    const sys_days last{ymd.year() / ymd.month() / std::chrono::last};
    const Date first{day.days - static_cast<std::int32_t>(static_cast<unsigned>(ymd.day())) + 1};
    return {first, Date{static_cast<std::int32_t>(last.time_since_epoch().count())}};
}

std::size_t export_slices(const Graph& graph, const Format& format, const std::string& path, Period period,
                          const ExportOptions& options) {
    if (path == "-") throw UsageError("--split writes several files: give their name with -o");
    std::set<DayRange> ranges;
    for (const Edge& e : graph.edges())
        for (const Date day : graph.days(e)) ranges.insert(period_of(day, period));
    const std::vector<Point> places = layout(graph);
    const bool suffixed = path.ends_with(format.suffix);
    const std::string stem = suffixed ? path.substr(0, path.size() - format.suffix.size()) : path;
    for (const DayRange range : ranges) {
        Filter filter;
        filter.from = range.first;
        filter.to = Date{range.last.days + 1};
        const Graph slice = restrict(graph, filter);
        ExportOptions own = options;
        own.slice = range;
        own.positions = places_in(slice, graph, places);
        export_graph(slice, format, fmt::format("{}.{}{}", stem, name(range, period), format.suffix), own);
    }
    return ranges.size();
}

}  // namespace entente
