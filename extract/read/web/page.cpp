// SPDX-License-Identifier: Apache-2.0
#include "extract/read/web/page.hpp"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <memory>

#include "core/words.hpp"
#include "extract/read/web/charset.hpp"

namespace entente::read::web {
namespace {

using Attributes = const xmlChar**;

/// Elements that leave no trace in the tree: their text is part of what surrounds them.
constexpr std::array<std::string_view, 35> k_inline = {
    "a",   "abbr", "acronym", "b",     "bdi",  "bdo",   "big",    "blink",  "cite",   "code", "data", "del",
    "dfn", "em",   "font",    "i",     "img",  "ins",   "kbd",    "label",  "mark",   "nobr", "q",    "s",
    "samp", "small", "span",  "strike", "strong", "sub", "sup",   "time",   "tt",     "u",    "var"};

/// Elements of whose text nothing is shown, or nothing that is prose.
constexpr std::array<std::string_view, 20> k_silent = {
    "script", "style",  "noscript", "template", "svg",    "math",   "object", "iframe", "canvas", "select",
    "option", "button", "textarea", "audio",    "video",  "map",    "input",  "datalist", "embed", "head"};

template <std::size_t N>
bool among(const std::array<std::string_view, N>& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

std::string_view text_of(const xmlChar* text) { return text ? reinterpret_cast<const char*>(text) : std::string_view(); }

std::string_view attribute(Attributes attributes, std::string_view name) {
    for (; attributes && *attributes; attributes += 2)
        if (text_of(attributes[0]) == name) return text_of(attributes[1]);
    return {};
}

bool has(Attributes attributes, std::string_view name) {
    for (; attributes && *attributes; attributes += 2)
        if (text_of(attributes[0]) == name) return true;
    return false;
}

bool is_hidden(Attributes attributes) {
    std::string style(attribute(attributes, "style"));
    std::erase(style, ' ');
    return has(attributes, "hidden") || style.find("display:none") != std::string::npos;
}

/// Takes libxml2's events. Open elements are a stack of its own, so that hostile nesting costs memory only.
class PageBuilder {
public:
    void start(std::string_view name, Attributes attributes) {
        Open open;
        open.tag = ascii_lower(name);
        open.is_silent = among(k_silent, open.tag);
        open.is_link = open.tag == "a";
        note_facts(open.tag, attributes);
        if (open.tag == "br")
            line_end();
        else if (open.tag != "wbr" && !among(k_inline, open.tag))
            open.element = add_element(open.tag, attributes);
        silent_ += open.is_silent;
        links_ += open.is_link;
        takes_title_ = open.tag == "title" && page_.title.empty();
        is_linked_data_ = open.tag == "script" && ascii_lower(attribute(attributes, "type")).starts_with("application/ld+json");
        if (is_linked_data_) page_.linked_data.emplace_back();
        preformatted_ += open.tag == "pre";
        open_.push_back(std::move(open));
    }

    void end(std::string_view name) {
        const std::string tag = ascii_lower(name);
        while (!open_.empty()) {
            const Open last = std::move(open_.back());
            open_.pop_back();
            close(last);
            if (last.tag == tag) return;
        }
    }

    void text(std::string_view text) {
        if (takes_title_) page_.title += text;
        if (is_linked_data_) page_.linked_data.back() += text;
        if (silent_ > 0 || takes_title_) return;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text.substr(i).starts_with("\xC2\xA0")) ++i, blank();
            else if (text[i] == '\n' && preformatted_ > 0) line_end();
            else if (text[i] == ' ' || text[i] == '\n' || text[i] == '\t' || text[i] == '\r' || text[i] == '\f') blank();
            else letter(text[i]);
        }
    }

    Page finish() {
        flush();
        while (!open_.empty()) {
            close(open_.back());
            open_.pop_back();
        }
        return std::move(page_);
    }

private:
    struct Open {
        std::string tag;
        std::uint32_t element = k_none;  ///< none where it is inline
        bool is_silent = false;
        bool is_link = false;
    };

    void close(const Open& open) {
        takes_title_ = takes_title_ && open.tag != "title";
        is_linked_data_ = is_linked_data_ && open.tag != "script";
        silent_ -= open.is_silent;
        links_ -= open.is_link;
        preformatted_ -= open.tag == "pre";
        if (open.element == k_none) return;
        flush();
        page_.elements[open.element].end = static_cast<std::uint32_t>(page_.elements.size());
        current_ = page_.elements[open.element].parent;
    }

    std::uint32_t add_element(const std::string& tag, Attributes attributes) {
        flush();
        Element e;
        e.parent = current_;
        e.tag = tag;
        e.itemprop = attribute(attributes, "itemprop");
        for (const std::string_view name : {"class", "id", "role", "data-testid", "data-component"})
            if (const auto value = attribute(attributes, name); !value.empty()) e.names.append(value).append(" ");
        if (is_hidden(attributes)) e.names += "hidden ";
        page_.elements.push_back(std::move(e));
        return current_ = static_cast<std::uint32_t>(page_.elements.size() - 1);
    }

    void note_facts(const std::string& tag, Attributes attributes) {
        const auto note = [&](std::string_view name, std::string_view value) {
            if (!name.empty() && !value.empty()) page_.facts.emplace_back(ascii_lower(name), value);
        };
        if (tag == "html") page_.language = attribute(attributes, "lang");
        if (tag == "meta") {
            for (const std::string_view key : {"property", "name", "itemprop"})
                note(attribute(attributes, key), attribute(attributes, "content"));
        } else if (tag == "link") {
            note(attribute(attributes, "rel"), attribute(attributes, "href"));
        } else if (tag == "time") {
            note(has(attributes, "itemprop") ? attribute(attributes, "itemprop") : "time", attribute(attributes, "datetime"));
        } else if (has(attributes, "itemprop") && has(attributes, "content")) {
            note(attribute(attributes, "itemprop"), attribute(attributes, "content"));
        }
    }

    void blank() { blank_ = !block_.text.empty() && block_.text.back() != '\n'; }

    void letter(char c) {
        if (blank_) put(' ');
        blank_ = false;
        put(c);
    }

    void put(char c) {
        block_.text += c;
        block_.linked += links_ > 0;
    }

    /// Two in a row part paragraphs, as older pages do.
    void line_end() {
        blank_ = false;
        if (silent_ > 0) return;
        if (!block_.text.empty() && block_.text.back() == '\n') return flush();
        if (!block_.text.empty()) block_.text += '\n';
    }

    void flush() {
        blank_ = false;
        while (!block_.text.empty() && block_.text.back() == '\n') block_.text.pop_back();
        if (!block_.text.empty()) {
            block_.element = current_;
            page_.blocks.push_back(std::move(block_));
        }
        block_ = {};
    }

    Page page_;
    Block block_;
    std::vector<Open> open_;
    std::uint32_t current_ = k_none;
    int silent_ = 0;
    int links_ = 0;
    int preformatted_ = 0;
    bool blank_ = false;  ///< white space since the last letter
    bool takes_title_ = false;
    bool is_linked_data_ = false;
};

htmlSAXHandler handler() {
    htmlSAXHandler sax{};
    sax.initialized = 1;
    sax.startElement = [](void* to, const xmlChar* name, Attributes attributes) {
        static_cast<PageBuilder*>(to)->start(text_of(name), attributes);
    };
    sax.endElement = [](void* to, const xmlChar* name) { static_cast<PageBuilder*>(to)->end(text_of(name)); };
    sax.characters = [](void* to, const xmlChar* text, int size) {
        static_cast<PageBuilder*>(to)->text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
    };
    sax.ignorableWhitespace = sax.characters;
    sax.cdataBlock = sax.characters;
    return sax;
}

}  // namespace

Page read_page(std::string_view bytes, std::string_view charset) {
    const std::string text = to_utf8(bytes, charset);
    PageBuilder builder;
    const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(
        htmlCreateMemoryParserCtxt(text.data(), static_cast<int>(text.size())), &htmlFreeParserCtxt);
    if (!parser) return builder.finish();  // an empty text
    xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8);
    htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    *parser->sax = handler();
    parser->userData = &builder;
    htmlParseDocument(parser.get());
    return builder.finish();
}

}  // namespace entente::read::web
