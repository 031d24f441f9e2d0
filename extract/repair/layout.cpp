// SPDX-License-Identifier: Apache-2.0
#include "extract/repair/layout.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "extract/time/dateline.hpp"

namespace entente::repair {
namespace {

constexpr std::size_t k_longest = 240;  // bytes; a longer line is a paragraph

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_upper(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

std::string lowered(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
    return out;
}

std::string_view trim(std::string_view text, std::string_view what = " \t\r\f") {
    const std::size_t begin = text.find_first_not_of(what);
    return begin == std::string_view::npos ? "" : text.substr(begin, text.find_last_not_of(what) - begin + 1);
}

struct Pattern {
    std::string_view text;  ///< lower case
    std::string_view why;
};

/// The whole line, without marks around it.
constexpr std::array k_lines = {Pattern{"advertisement", "advertisement"},
                                Pattern{"advertisements", "advertisement"},
                                Pattern{"advertising", "advertisement"},
                                Pattern{"advertisement - continue reading below", "advertisement"},
                                Pattern{"story continues below advertisement", "advertisement"},
                                Pattern{"article continues below advertisement", "advertisement"},
                                Pattern{"article continues after advertisement", "advertisement"},
                                Pattern{"continue reading the main story", "advertisement"},
                                Pattern{"continue reading", "advertisement"},
                                Pattern{"sponsored content", "advertisement"},
                                Pattern{"sponsored", "advertisement"},
                                Pattern{"promoted", "advertisement"},
                                Pattern{"skip advertisement", "advertisement"},
                                Pattern{"ad", "advertisement"},
                                Pattern{"loading", "pointer"},
                                Pattern{"share this article", "pointer"},
                                Pattern{"share this", "pointer"},
                                Pattern{"share this story", "pointer"},
                                Pattern{"share", "pointer"},
                                Pattern{"print", "pointer"},
                                Pattern{"print this article", "pointer"},
                                Pattern{"email", "pointer"},
                                Pattern{"comments", "pointer"},
                                Pattern{"comment", "pointer"},
                                Pattern{"leave a comment", "pointer"},
                                Pattern{"tweet", "pointer"},
                                Pattern{"facebook", "pointer"},
                                Pattern{"twitter", "pointer"},
                                Pattern{"whatsapp", "pointer"},
                                Pattern{"most read", "pointer"},
                                Pattern{"most popular", "pointer"},
                                Pattern{"recommended", "pointer"},
                                Pattern{"related articles", "pointer"},
                                Pattern{"related stories", "pointer"},
                                Pattern{"related topics", "pointer"},
                                Pattern{"related content", "pointer"},
                                Pattern{"more on this story", "pointer"},
                                Pattern{"more from", "pointer"},
                                Pattern{"read more", "pointer"},
                                Pattern{"also read", "pointer"},
                                Pattern{"see also", "pointer"},
                                Pattern{"show more", "pointer"},
                                Pattern{"view comments", "pointer"},
                                Pattern{"sign up", "pointer"},
                                Pattern{"subscribe", "pointer"},
                                Pattern{"subscribe now", "pointer"},
                                Pattern{"newsletter", "pointer"},
                                Pattern{"listen to this article", "pointer"},
                                Pattern{"watch live", "pointer"},
                                Pattern{"copy link", "pointer"},
                                Pattern{"all rights reserved", "copyright"},
                                Pattern{"getty images", "caption"},
                                Pattern{"image source", "caption"},
                                Pattern{"by our correspondent", "byline"},
                                Pattern{"our correspondent", "byline"},
                                Pattern{"staff reporter", "byline"},
                                Pattern{"by staff reporter", "byline"},
                                Pattern{"web desk", "byline"},
                                Pattern{"news desk", "byline"}};

/// Openings after which nothing but a pointer, a caption or a note follows.
constexpr std::array k_openings = {Pattern{"read more:", "pointer"},
                                   Pattern{"read more |", "pointer"},
                                   Pattern{"read more about", "pointer"},
                                   Pattern{"read |", "pointer"},
                                   Pattern{"read:", "pointer"},
                                   Pattern{"read also:", "pointer"},
                                   Pattern{"read also |", "pointer"},
                                   Pattern{"also read |", "pointer"},
                                   Pattern{"also read:", "pointer"},
                                   Pattern{"also read -", "pointer"},
                                   Pattern{"must read:", "pointer"},
                                   Pattern{"must read |", "pointer"},
                                   Pattern{"see also:", "pointer"},
                                   Pattern{"see also |", "pointer"},
                                   Pattern{"also see:", "pointer"},
                                   Pattern{"also watch:", "pointer"},
                                   Pattern{"also watch |", "pointer"},
                                   Pattern{"watch:", "pointer"},
                                   Pattern{"watch |", "pointer"},
                                   Pattern{"listen:", "pointer"},
                                   Pattern{"listen |", "pointer"},
                                   Pattern{"related:", "pointer"},
                                   Pattern{"related |", "pointer"},
                                   Pattern{"related stories:", "pointer"},
                                   Pattern{"related articles:", "pointer"},
                                   Pattern{"recommended:", "pointer"},
                                   Pattern{"more:", "pointer"},
                                   Pattern{"follow us on", "pointer"},
                                   Pattern{"follow us:", "pointer"},
                                   Pattern{"like us on facebook", "pointer"},
                                   Pattern{"join us on", "pointer"},
                                   Pattern{"click here to", "pointer"},
                                   Pattern{"click here for", "pointer"},
                                   Pattern{"sign up for", "pointer"},
                                   Pattern{"sign up to", "pointer"},
                                   Pattern{"subscribe to our", "pointer"},
                                   Pattern{"subscribe to the", "pointer"},
                                   Pattern{"download our", "pointer"},
                                   Pattern{"download the", "pointer"},
                                   Pattern{"get the latest", "pointer"},
                                   Pattern{"get our", "pointer"},
                                   Pattern{"catch all the", "pointer"},
                                   Pattern{"for more stories", "pointer"},
                                   Pattern{"for all the latest", "pointer"},
                                   Pattern{"for the latest news", "pointer"},
                                   Pattern{"stay up to date", "pointer"},
                                   Pattern{"register for free", "pointer"},
                                   Pattern{"tags:", "pointer"},
                                   Pattern{"topics:", "pointer"},
                                   Pattern{"filed under", "pointer"},
                                   Pattern{"image:", "caption"},
                                   Pattern{"images:", "caption"},
                                   Pattern{"image credit", "caption"},
                                   Pattern{"image source", "caption"},
                                   Pattern{"photo:", "caption"},
                                   Pattern{"photos:", "caption"},
                                   Pattern{"photo by", "caption"},
                                   Pattern{"photo credit", "caption"},
                                   Pattern{"picture:", "caption"},
                                   Pattern{"pictured:", "caption"},
                                   Pattern{"file photo", "caption"},
                                   Pattern{"file picture", "caption"},
                                   Pattern{"credit:", "caption"},
                                   Pattern{"video:", "caption"},
                                   Pattern{"source:", "caption"},
                                   Pattern{"(image", "caption"},
                                   Pattern{"[image", "caption"},
                                   Pattern{"(photo", "caption"},
                                   Pattern{"[photo", "caption"},
                                   Pattern{"(picture", "caption"},
                                   Pattern{"(file photo", "caption"},
                                   Pattern{"(source:", "caption"},
                                   Pattern{"(with inputs", "byline"},
                                   Pattern{"(with input", "byline"},
                                   Pattern{"with inputs from", "byline"},
                                   Pattern{"(with agency", "byline"},
                                   Pattern{"(reporting by", "byline"},
                                   Pattern{"reporting by ", "byline"},
                                   Pattern{"additional reporting by", "byline"},
                                   Pattern{"(additional reporting", "byline"},
                                   Pattern{"editing by ", "byline"},
                                   Pattern{"(editing by", "byline"},
                                   Pattern{"edited by:", "byline"},
                                   Pattern{"written by:", "byline"},
                                   Pattern{"reported by:", "byline"},
                                   Pattern{"written by |", "byline"},
                                   Pattern{"edited by |", "byline"},
                                   Pattern{"(this story has not been edited", "copyright"},
                                   Pattern{"(except for the headline", "copyright"},
                                   Pattern{"disclaimer:", "copyright"},
                                   Pattern{"\u00a9", "copyright"},
                                   Pattern{"(c) ", "copyright"},
                                   Pattern{"copyright \u00a9", "copyright"},
                                   Pattern{"copyright (c)", "copyright"},
                                   Pattern{"copyright 19", "copyright"},
                                   Pattern{"copyright 20", "copyright"},
                                   Pattern{"our standards:", "copyright"}};

/// "By Jane Roe", "By Jane Roe and John Doe in Kabul", "By Our Correspondent": names, no sentence.
bool is_byline(std::string_view line) {
    if (!(line.starts_with("By ") || line.starts_with("BY ")) || line.size() > 90 || line.ends_with('.')) return false;
    std::size_t words = 0;
    for (std::size_t i = 3; i < line.size();) {
        const std::size_t end = std::min(line.find_first_of(" ,|/", i), line.size());
        const std::string_view word = line.substr(i, end - i);
        i = end + 1;
        if (word.empty()) continue;
        const bool small = word == "and" || word == "in" || word == "for" || word == "of" || word == "the" ||
                           word == "al" || word == "bin" || word == "de" || word == "van" || word == "der" ||
                           word == "&";
        const bool name = is_letter(word[0]) && !(word[0] >= 'a' && word[0] <= 'z');
        if (!small && !name) return false;
        words += name;
    }
    return words >= 1 && words <= 8;
}

/// "File: Agence France-Presse", "Photo by Jane Roe via AP": words that a credit has, no sentence.
bool is_credit(std::string_view text) {
    constexpr std::array<std::string_view, 18> small = {
        "photo", "image", "picture",  "file",   "by",     "via",     "of",   "from",    "and",
        "the",   "for",   "courtesy", "photos", "images", "handout", "pool", "undated", "representative"};
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" ,:|/-", i), text.size());
        const std::string_view word = text.substr(i, end - i);
        i = end + 1;
        if (!word.empty() && is_small(word[0]) && std::ranges::find(small, word) == small.end()) return false;
    }
    return text.find_first_of(".!?") == std::string_view::npos;
}

/// "[Photo/AP]", "(AP)", "[File: AFP]": nothing but a short bracket.
bool is_bracket(std::string_view line) {
    const bool round = line.starts_with('(') && line.ends_with(')'),
               square = line.starts_with('[') && line.ends_with(']');
    return (round || square) && line.size() <= 60 && line.substr(1).find_first_of("([") == std::string_view::npos &&
           is_credit(line.substr(1, line.size() - 2));
}

std::string_view why_layout(std::string_view line) {
    if (line.empty() || line.size() > k_longest) return {};
    const std::string lower = lowered(line);
    const std::string_view bare = trim(lower, " \t\r\f.:-|>*[]()\xc2\xbb\xe2\x80\xa6");
    const bool small = is_small(line[0]);  // "watch: …" and "recommended" may be somebody's words
    for (const Pattern& p : k_lines)
        if (bare == p.text && !(small && p.why == "pointer")) return p.why;
    // "File photo of the envoy. She left Oslo in May." may be the author's words.
    const bool sentences = line.ends_with('.') && line.find(". ") != std::string_view::npos;
    for (const Pattern& p : k_openings)
        if (!small && lower.starts_with(p.text) && !(sentences && p.text.starts_with("file p"))) return p.why;
    if (time::is_date_line(line)) return "date line";
    if (is_byline(line)) return "byline";
    return is_bracket(line) ? "caption" : "";
}

/// Length of a dash with blanks around it ("- ", " — ", "-- ") at the front of `text`; 0 for none.
std::size_t dash(std::string_view text) {
    const std::size_t blanks = std::min(text.find_first_not_of(' '), text.size());
    for (const std::string_view mark : {"--", "-", "\u2013", "\u2014", ":"})
        if (text.substr(blanks).starts_with(mark)) {
            const std::size_t end = blanks + mark.size();
            const bool apart = end < text.size() && (text[end] == ' ' || static_cast<unsigned char>(mark[0]) >= 0x80);
            return apart ? std::min(text.find_first_not_of(' ', end), text.size()) : 0;
        }
    return 0;
}

/// Length of the dateline before a paragraph; 0 for none. Town in capitals, then a country, a date or an agency in
/// brackets in any order, then a dash; without brackets the town must be followed by a date.
std::size_t dateline(std::string_view line) {
    constexpr std::size_t k_longest_dateline = 80, k_shortest_town = 4;
    std::size_t town = 0;
    while (town < line.size() &&
           (is_upper(line[town]) || line[town] == ' ' || line[town] == '.' || line[town] == '/' || line[town] == '\'' ||
            line[town] == '-' || static_cast<unsigned char>(line[town]) >= 0x80))
        ++town;
    const std::string_view name = trim(line.substr(0, town), " -/");
    const bool capitals = name.size() >= k_shortest_town && name.size() <= 40;
    const std::size_t bracket = line.find('('), close = line.find(')');
    if (bracket < close && close < k_longest_dateline) {
        const std::string_view before = line.substr(0, bracket);
        const bool short_agency = close - bracket <= 30;
        const bool whole_town = capitals && name.size() >= trim(before.substr(0, before.find(','))).size();
        const std::size_t length = dash(line.substr(close + 1));
        if (short_agency && whole_town && length) return close + 1 + length;
    }
    if (!capitals || town >= line.size() || line[town] != ',') return 0;
    for (std::size_t i = town + 1; i < std::min(line.size(), k_longest_dateline); ++i)
        if (const std::size_t length = line[i] == ' ' || line[i] == ':' || static_cast<unsigned char>(line[i]) == 0xE2
                                           ? dash(line.substr(i))
                                           : 0) {
            const std::string date(trim(line.substr(town + 1, i - town - 1)));
            return time::parse_when(date) || time::parse_when(date + " 2000") ? i + length : 0;
        }
    return 0;
}

}  // namespace

std::vector<Edit> layout_lines(std::string_view text) {
    std::vector<Edit> out;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = trim(text.substr(begin, end - begin));
        const auto from = line.empty() ? begin : static_cast<std::size_t>(line.data() - text.data());
        const auto span = [&](std::size_t n) {
            return Span{static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(from + n)};
        };
        if (const std::string_view why = why_layout(line); !why.empty())
            out.push_back({span(line.size()), "", why});
        else if (const std::size_t n = dateline(line))
            out.push_back({span(n), "", "dateline"});
        begin = end + 1;
    }
    return out;
}

}  // namespace entente::repair
