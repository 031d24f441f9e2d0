// SPDX-License-Identifier: Apache-2.0
#include "extract/read/web/web.hpp"

#include <algorithm>

#include "core/words.hpp"
#include "extract/read/web/article.hpp"
#include "extract/read/web/facts.hpp"
#include "extract/read/web/page.hpp"
#include "extract/time/dateline.hpp"

namespace entente::read::web {
namespace {

constexpr std::size_t k_short = 250;      // bytes of a text that is rather a teaser
constexpr std::size_t k_date_line = 160;  // bytes of the longest line that may be a page's date

constexpr std::string_view k_blank = " \t\r\n";
constexpr std::size_t k_telling = 60;      // words from which on shares tell
constexpr std::size_t k_least_common = 8;  // per cent: English news has 25 to 35, where a scraper ate "the" 15 to 25, others up to 4

void append(std::string& text, std::string_view block) {
    if (block.empty()) return;
    if (!text.empty()) text += "\n\n";
    text += block;
}

/// From the lines around the article, as pages without metadata have it.
std::optional<Timestamp> date_shown(const Page& page, std::uint32_t last) {
    for (std::uint32_t i = 0; i <= last && i < page.blocks.size(); ++i) {
        const std::string& line = page.blocks[i].text;
        if (line.size() > k_date_line) continue;
        if (const auto time = time::parse_when(line)) return time;
        if (time::is_date_line(line))
            if (const auto time = time::find_publication(line)) return time;
    }
    return std::nullopt;
}

}  // namespace

Document to_article(std::string_view bytes, std::string_view charset) {
    const Page page = read_page(bytes, charset);
    const auto blocks = article_blocks(page);
    Document d = page_facts(page);
    std::string body;
    for (const auto i : blocks) append(body, page.blocks[i].text);
    if (body.size() < k_short && d.text.size() > body.size()) body = std::move(d.text);
    if (!d.published && !blocks.empty()) d.published = date_shown(page, blocks.back());
    d.id.clear();
    d.text.clear();
    if (body.empty()) return d;
    if (!body.starts_with(d.title)) append(d.text, d.title);
    append(d.text, body);
    return d;
}

bool may_be_english(std::string_view text) {
    const auto others = static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
    if (others * 3 > text.size()) return false;
    std::size_t words = 0;
    std::size_t common = 0;
    for (std::size_t begin = text.find_first_not_of(k_blank); begin != std::string_view::npos;) {
        const std::size_t end = std::min(text.find_first_of(k_blank, begin), text.size());
        const std::string word = ascii_lower(text.substr(begin, end - begin));
        ++words;
        common += is_one_of(word, {"the", "of", "and", "to", "in", "is", "that", "for", "was", "on", "with", "as", "by", "at", "from", "has", "it"});
        begin = text.find_first_not_of(k_blank, end);
    }
    return words < k_telling || common * 100 >= words * k_least_common;
}

std::string shown_text(std::string_view html) {
    std::string text;
    for (const Block& b : read_page(html, "utf-8").blocks) append(text, b.text);
    return text;
}

}  // namespace entente::read::web
