// SPDX-License-Identifier: Apache-2.0
#include "cli/graph_options.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "cli/report.hpp"
#include "core/error.hpp"
#include "core/io/output.hpp"
#include "graph/load.hpp"

namespace entente::cli {
namespace {

Kind kind_argument(const std::string& text) {
    if (const auto kind = parse_kind(text)) return *kind;
    std::string all;
    for (std::size_t i = 0; i < 9; ++i) all += fmt::format(" {}", name(static_cast<Kind>(i)));
    throw UsageError(fmt::format("--kind: there is no kind of actor \"{}\"; there are{}", text, all));
}

Status status_argument(const std::string& text) {
    for (const Status s : {Status::actual, Status::intended, Status::requested, Status::hypothetical})
        if (name(s) == text) return s;
    throw UsageError(
        fmt::format("--status: there is no status \"{}\"; there are actual intended requested hypothetical", text));
}

}  // namespace

std::optional<Type> type_argument(std::string text, std::string_view option) {
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    if (text == "OTHER") return std::nullopt;
    if (const auto type = parse_type(text)) return type;
    std::string all;
    for (std::size_t i = 0; i < k_type_count; ++i) all += fmt::format("{} ", name(static_cast<Type>(i)));
    throw UsageError(fmt::format("{}: there is no relation type \"{}\"; there are {}and OTHER", option, text, all));
}

Date date_argument(const std::string& text, std::string_view option) {
    const auto date = parse_date(text);
    if (!date) throw UsageError(fmt::format("{}: \"{}\" is no date; write it as 2021-08-25", option, text));
    return *date;
}

void GraphOptions::add_to(CLI::App& app) {
    app.add_option("--from", from, "only what is dated on this day or later")->type_name("DATE");
    app.add_option("--to", to, "only what is dated before this day")->type_name("DATE");
    app.add_option("--at", at, "the state at this day: what was observed in the days up to and including it (--window)")
        ->type_name("DATE");
    add_undated_to(app);
}

void GraphOptions::add_undated_to(CLI::App& app) {
    const auto list = [&](const char* option, auto& values, const char* what, const char* type) {
        app.add_option(option, values, what)->type_name(type)->delimiter(',')->allow_extra_args(false);
    };
    app.add_option("--window", window, "how many days --at looks back")->type_name("DAYS")->capture_default_str();
    app.add_option("--clock", clock, "which dates count: when it happened, or when it was published")
        ->check(CLI::IsMember({"event", "reported"}))
        ->capture_default_str();
    list("--type", types, "only relations of this type (REQUEST …, OTHER for those without; repeatable)", "TYPE");
    list("--quad", quads,
         "only relations of this class: 1 verbal, 2 material cooperation, 3 verbal, 4 material conflict (repeatable)",
         "1..4");
    list("--kind", kinds, "only between actors of this kind: country, organisation, person … (repeatable)", "KIND");
    list("--status", statuses, "only what is said to be so: actual, intended, requested or hypothetical (repeatable)",
         "STATUS");
    list("--source", sources, "only from sources with this in their name (repeatable)", "TEXT");
    app.add_option("--polarity", polarity, "only what is affirmed, or only what is denied")
        ->check(CLI::IsMember({"affirmed", "negated"}));
    app.add_option("--min-weight", min_weight, "only relations with at least so many observations")->type_name("N");
    app.add_option("--min-confidence", min_confidence, "only relations that are at least so sure, 0 to 1")
        ->type_name("X");
    app.add_option("--top-actors", top, "only what happens among the N most mentioned actors")->type_name("N");
    app.add_flag("--strict", strict, "stop at the first bad record");
    app.add_flag("-q,--quiet", quiet, "say nothing about bad records");
}

void GraphOptions::check_window() const {
    if (window < 1 || window > 100000) throw UsageError("--window: give at least 1 day");
}

Filter GraphOptions::undated_filter() const {
    Filter filter;
    if (clock == "reported") filter.clock = Clock::reported;
    for (const auto& type : types) filter.types.push_back(type_argument(type, "--type"));
    for (const int q : quads)
        if (q < 1 || q > 4) throw UsageError("--quad: give 1, 2, 3 or 4");
    filter.quads = quads;
    for (const auto& kind : kinds) filter.kinds.push_back(kind_argument(kind));
    for (const auto& status : statuses) filter.statuses.push_back(status_argument(status));
    filter.sources = sources;
    if (!polarity.empty()) filter.polarity = polarity == "negated" ? Polarity::negated : Polarity::affirmed;
    filter.min_weight = min_weight;
    filter.min_confidence = min_confidence;
    filter.top = top;
    return filter;
}

Filter GraphOptions::filter() const {
    if (!at.empty() && (!from.empty() || !to.empty()))
        throw UsageError("--at can't be combined with --from or --to: it is a window of its own (--window DAYS)");
    if (!at.empty()) return filter_at(at);
    Filter filter = undated_filter();
    if (!from.empty()) filter.from = date_argument(from, "--from");
    if (!to.empty()) filter.to = date_argument(to, "--to");
    if (filter.from && filter.to && *filter.to <= *filter.from)
        throw UsageError("--to must be after --from: the day of --to is not included");
    return filter;
}

Filter GraphOptions::filter_at(const std::string& date) const {
    check_window();
    Filter filter = undated_filter();
    const Filter state = state_at(date_argument(date, "--at"), window);
    filter.from = state.from;
    filter.to = state.to;
    return filter;
}

Graph GraphOptions::load(const std::string& path) const {
    Diagnostics diagnostics;
    Graph graph = load_graph(path, diagnostics);
    tell_of(diagnostics);
    return graph;
}

Chronicle GraphOptions::load_over_time(const std::string& path, Clock which) const {
    Diagnostics diagnostics;
    Chronicle chronicle = load_chronicle(path, which, diagnostics);
    tell_of(diagnostics);
    return chronicle;
}

void GraphOptions::tell_of(Diagnostics& diagnostics) const {
    if (strict && !diagnostics.empty()) throw InputError(format(diagnostics.front()));
    Report(quiet, false).diagnostics(diagnostics);
}

TextStyle text_style(std::size_t evidence) {
    TextStyle style;
    style.evidence = evidence;
    if (isatty(STDOUT_FILENO) != 1) return style;
    const char* no_colour = std::getenv("NO_COLOR");
    style.colour = !no_colour || *no_colour == '\0';
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        style.width = std::clamp<std::size_t>(size.ws_col, 60, 120);
    return style;
}

void add_format(CLI::App& app, std::string& format, std::vector<std::string> formats) {
    format = formats.front();
    app.add_option("-f,--format", format, "how to print it")
        ->check(CLI::IsMember(std::move(formats)))
        ->capture_default_str();
}

void print_out(const std::string& text, const std::string& path) {
    io::Output out(path);
    out.write(text);
    out.close();
}

}  // namespace entente::cli
