// SPDX-License-Identifier: Apache-2.0
// Prose scores for the elements that hold it, the nearer the more, as Readability (Arc90, 2009) does; names of classes
// tell what surrounds an article, unless most of the page's prose stands in it.
#include "extract/read/web/article.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/words.hpp"

namespace entente::read::web {
namespace {

constexpr std::size_t k_prose = 25;    // bytes of the shortest block that scores
constexpr double k_lead = 2;           // prose of the least paragraph or box of a lead beside the best one
constexpr double k_column = 8;         // and of a column after it
constexpr std::uint32_t k_levels = 5;  // ancestors that a block scores for

constexpr std::array<std::string_view, 11> k_aside = {"nav",     "footer",     "aside", "menu", "dialog", "figure",
                                                      "caption", "figcaption", "form",  "address", "header"};
constexpr std::array<std::string_view, 74> k_junk = {
    "ad", "ads", "advert", "adverts", "advertisement", "advertising", "author", "banner", "bio", "breadcrumb", "breadcrumbs", "byline",
    "caption", "carousel", "comment", "commentlist", "comments", "complementary", "consent", "contentinfo", "cookie", "cookies",
    "copyright", "credit", "credits", "dialog", "disclaimer", "discussion", "disqus", "extra", "foot",
    "footer", "footnote", "gallery", "hidden", "login", "masthead", "menu", "meta", "modal", "mostread", "nav", "navbar",
    "navigation", "newsletter", "outbrain", "pager", "pagination", "paywall", "popular", "popup", "promo", "promotion", "recirc",
    "recommend", "recommended", "recommendations", "related", "relatedlinks", "respond", "rss", "share", "sharing", "sidebar",
    "signup", "skip", "social", "sponsor", "sponsored", "subscribe", "subscription", "taboola", "tags", "trending"};
constexpr std::array<std::string_view, 13> k_good = {"article",  "articlebody", "body", "content", "entry",   "main", "page",
                                                     "post", "story", "storybody", "text",  "hentry", "paragraphs"};

template <std::size_t N>
bool among(const std::array<std::string_view, N>& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

/// Whether `names` has one of `words` between marks or changes of case: "c-RelatedLinks__list" has "related".
template <std::size_t N>
bool names_one(std::string_view names, const std::array<std::string_view, N>& words) {
    const auto is_letter = [&](std::size_t i) { return (names[i] | 32) >= 'a' && (names[i] | 32) <= 'z'; };
    const auto is_upper = [&](std::size_t i) { return names[i] >= 'A' && names[i] <= 'Z'; };
    for (std::size_t i = 0; i < names.size();) {
        if (!is_letter(i)) {
            ++i;
            continue;
        }
        std::size_t end = i + 1;
        while (end < names.size() && is_letter(end) && !(is_upper(end) && !is_upper(end - 1))) ++end;
        if (among(words, ascii_lower(names.substr(i, end - i)))) return true;
        i = end;
    }
    return false;
}

bool is_text_element(std::string_view tag) {
    return is_one_of(tag, {"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "dd", "dt", "td"});
}

double bonus(const Element& e) {
    double sum = is_one_of(e.tag, {"article"})            ? 15
                 : is_one_of(e.tag, {"div", "section", "main"}) ? 5
                 : is_one_of(e.tag, {"blockquote", "td", "pre"}) ? 3
                 : is_one_of(e.tag, {"ol", "ul", "dl", "dd", "dt", "li", "tr"}) ? -3
                 : is_one_of(e.tag, {"h1", "h2", "h3", "h4", "h5", "h6", "th"}) ? -5 : 0;
    return sum + (names_one(e.names, k_good) ? 10 : 0);
}

class Selection {
public:
    explicit Selection(const Page& page) : page_(page), prose_(page.blocks.size()), junk_(page.elements.size()) {
        for (std::size_t i = 0; i < prose_.size(); ++i) prose_[i] = prose(page.blocks[i]);
        mark_junk();
        for (std::size_t i = 0; i < prose_.size(); ++i)
            if (is_junk(page.blocks[i])) prose_[i] = 0;
        held_ = held();
    }

    std::vector<std::uint32_t> run() const {
        std::vector<std::uint32_t> out;
        const std::uint32_t top = best();
        if (top == k_none) return out;
        const auto roots = with_siblings(top);
        for (std::uint32_t i = 0; i < page_.blocks.size(); ++i)
            if (std::ranges::any_of(roots, [&](std::uint32_t root) { return holds(root, page_.blocks[i].element); }) && belongs(page_.blocks[i]))
                out.push_back(i);
        drop_headings(out);
        return out;
    }

private:
    static double prose(const Block& b) {
        if (b.text.size() < k_prose || b.linked * 2 > b.text.size()) return 0;
        const auto commas = static_cast<double>(std::ranges::count(b.text, ','));
        return 1 + commas + std::min(static_cast<double>(b.text.size() - b.linked) / 100, 3.0);
    }

    bool is_junk(const Block& b) const { return b.element != k_none && junk_[b.element]; }
    bool holds(std::uint32_t root, std::uint32_t element) const {
        return element != k_none && root <= element && element < page_.elements[root].end;
    }

    /// The prose within each element.
    std::vector<double> held() const {
        std::vector<double> out(page_.elements.size());
        for (std::size_t i = 0; i < prose_.size(); ++i)
            if (page_.blocks[i].element != k_none) out[page_.blocks[i].element] += prose_[i];
        for (std::size_t e = out.size(); e-- > 0;)
            if (page_.elements[e].parent != k_none) out[page_.elements[e].parent] += out[e];
        return out;
    }

    void mark_junk() {
        const std::vector<double> all = held();
        double total = 0;
        for (const double p : prose_) total += p;
        for (std::size_t e = 0; e < junk_.size(); ++e) {
            const Element& element = page_.elements[e];
            const bool is_named = among(k_aside, element.tag) || names_one(element.names, k_junk);
            const bool is_most = all[e] * 2 > total;
            junk_[e] = (element.parent != k_none && junk_[element.parent]) || (is_named && !is_most);
        }
    }

    /// The element that its prose makes the likeliest container; k_none where there is no prose.
    std::uint32_t best() const {
        double total = 0;
        for (const double p : prose_) total += p;
        std::uint32_t found = k_none;
        for (std::uint32_t e = 0; e < page_.elements.size(); ++e)
            if (ascii_lower(page_.elements[e].itemprop).find("articlebody") != std::string::npos && held_[e] * 3 > total &&
                (found == k_none || held_[e] > held_[found]))
                found = e;
        if (found != k_none) return found;
        const auto scores = score();
        for (std::uint32_t e = 0; e < scores.size(); ++e)
            if (held_[e] > 0 && (found == k_none || scores[e] > scores[found])) found = e;
        return found;
    }

    std::vector<double> score() const {
        std::vector<double> out(page_.elements.size());
        std::vector<double> linked(out.size());
        std::vector<double> bytes(out.size());
        for (std::size_t i = 0; i < prose_.size(); ++i) {
            const Block& b = page_.blocks[i];
            if (b.element == k_none) continue;
            bytes[b.element] += static_cast<double>(b.text.size());
            linked[b.element] += static_cast<double>(b.linked);
            std::uint32_t e = is_text_element(page_.elements[b.element].tag) ? page_.elements[b.element].parent : b.element;
            for (std::uint32_t level = 0; e != k_none && level < k_levels && prose_[i] > 0; ++level, e = page_.elements[e].parent)
                out[e] += prose_[i] / (level == 0 ? 1 : level == 1 ? 2 : level * 3);
        }
        for (std::size_t e = out.size(); e-- > 0;) {
            const std::uint32_t parent = page_.elements[e].parent;
            if (parent != k_none) linked[parent] += linked[e], bytes[parent] += bytes[e];
            if (out[e] > 0) out[e] = (out[e] + bonus(page_.elements[e])) * (1 - linked[e] / std::max(1.0, bytes[e]));
        }
        return out;
    }

    /// Containers beside the best one that go on with its text, as pages have it that part an article in boxes or columns.
    std::vector<std::uint32_t> with_siblings(std::uint32_t top) const {
        const std::uint32_t parent = page_.elements[top].parent;
        if (parent == k_none) return {top};
        std::vector<std::uint32_t> out;
        const double column = std::max(k_column, held_[top] / 5);
        for (std::uint32_t e = parent + 1; e < page_.elements[parent].end; e = page_.elements[e].end) {
            const double least = page_.elements[e].tag == "p" || e < top ? k_lead : column;
            if (e == top || (!junk_[e] && held_[e] > least)) out.push_back(e);
        }
        return out;
    }

    bool belongs(const Block& b) const { return !is_junk(b) && b.linked * 2 <= b.text.size(); }

    /// A heading belongs to the prose that follows it.
    void drop_headings(std::vector<std::uint32_t>& blocks) const {
        while (!blocks.empty() && is_heading(page_, page_.blocks[blocks.back()])) blocks.pop_back();
    }

    const Page& page_;
    std::vector<double> prose_;  ///< score of each block
    std::vector<char> junk_;     ///< of each element
    std::vector<double> held_;
};

}  // namespace

bool is_heading(const Page& page, const Block& block) {
    return block.element != k_none && is_one_of(page.elements[block.element].tag, {"h1", "h2", "h3", "h4", "h5", "h6"});
}

std::vector<std::uint32_t> article_blocks(const Page& page) { return Selection(page).run(); }

}  // namespace entente::read::web
