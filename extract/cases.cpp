// SPDX-License-Identifier: Apache-2.0
#include "extract/cases.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/error.hpp"

namespace entente {
namespace {

/// " by RUS via tass"
std::string speakers_of(const Attribution& said) {
    const auto name = [](const Attribution& a) { return a.id.empty() ? a.text : a.id; };
    std::string out = " by " + name(said);
    for (const Attribution& relay : said.via) out += " via " + name(relay);
    return out;
}

std::string line_of(const Triple& t, bool with_speakers) {
    std::string line = fmt::format("{} {} {}", t.subject.id, t.relation.type ? name(*t.relation.type) : "-", t.object.id);
    if (t.symmetric) line += " sym";
    if (t.polarity == Polarity::negated) line += " negated";
    if (t.status != Status::actual) line += fmt::format(" {}", name(t.status));
    if (with_speakers && t.attribution) line += speakers_of(*t.attribution);
    return line;
}

}  // namespace

std::vector<TextCase> read_cases(std::string_view file) {
    std::vector<TextCase> cases;
    TextCase current;
    bool expecting = false;
    std::uint64_t number = 0;
    const auto end_case = [&] {
        std::ranges::sort(current.expected);
        if (!current.text.empty()) cases.push_back(std::move(current));
        current = {};
        expecting = false;
    };
    while (!file.empty()) {
        const auto end = std::min(file.find('\n'), file.size());
        const std::string line(file.substr(0, end));
        file.remove_prefix(std::min(end + 1, file.size()));
        ++number;
        if (current.line == 0) current.line = number;
        if (line == "====") end_case();
        else if (line == "----") expecting = true;
        else if (expecting && (line.empty() || line == "(none)")) continue;
        else if (expecting) current.expected.push_back(line);
        else if (line.starts_with("# ")) current.title = line.substr(2);
        else if (line.starts_with("date: ")) current.date = line.substr(6);
        else current.text += line + "\n";
    }
    end_case();
    return cases;
}

std::vector<std::string> stated(const TextCase& text_case, const Knowledge& knowledge, Language::Scratch& scratch) {
    Document document;
    document.id = document.source = "case";
    document.text = text_case.text;
    if (!text_case.date.empty() && !(document.published = parse_timestamp(text_case.date)))
        throw InputError(fmt::format("line {}: the date \"{}\": write 2021-08-25", text_case.line, text_case.date));
    std::vector<std::string> lines;
    const bool with_speakers = std::ranges::any_of(text_case.expected, [](const std::string& line) { return line.find(" by ") != std::string::npos; });
    for (const Triple& t : extract(document, knowledge, scratch)) lines.push_back(line_of(t, with_speakers));
    std::ranges::sort(lines);
    return lines;
}

}  // namespace entente
