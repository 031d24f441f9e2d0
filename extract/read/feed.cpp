// SPDX-License-Identifier: Apache-2.0
// RSS 0.9x, 1.0 and 2.0, and Atom: one article an item, of what the feed has of it.
#include <fmt/format.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <deque>
#include <memory>
#include <utility>

#include "core/error.hpp"
#include "core/words.hpp"
#include "extract/read/formats.hpp"
#include "extract/read/web/web.hpp"
#include "extract/time/dateline.hpp"

namespace entente::read {
namespace {

using Attributes = const xmlChar**;

std::string_view text_of(const xmlChar* text) { return text ? reinterpret_cast<const char*>(text) : std::string_view(); }

std::string_view attribute(Attributes attributes, std::string_view name) {
    for (; attributes && *attributes; attributes += 2)
        if (text_of(attributes[0]) == name) return text_of(attributes[1]);
    return {};
}

/// An item as it stands in the feed.
struct Item {
    std::string id, title, link, date, updated, summary, content, publisher;
};

/// The field of an item that an element is, in any of the formats; nullptr for others.
std::string Item::*field_of(std::string_view name) {
    if (name == "title") return &Item::title;
    if (name == "guid" || name == "id") return &Item::id;
    if (name == "link") return &Item::link;
    if (name == "pubDate" || name == "published" || name == "dc:date" || name == "issued") return &Item::date;
    if (name == "updated" || name == "modified") return &Item::updated;
    if (name == "description" || name == "summary") return &Item::summary;
    if (name == "content:encoded" || name == "content") return &Item::content;
    return nullptr;
}

/// Takes libxml2's events; knows where it is by a stack of its own.
class FeedBuilder {
public:
    explicit FeedBuilder(std::deque<Item>& items) : items_(items) {}

    void start(std::string_view name, Attributes attributes) {
        ++depth_;
        if (field_) return within(name);
        if (item_depth_ == 0 && (name == "item" || name == "entry")) {
            item_depth_ = depth_;
            item_ = {};
            item_.publisher = publisher_;
        } else if (item_depth_ > 0 && depth_ == item_depth_ + 1 && (field_ = field_of(name))) {
            begin_field(name, attributes);
        } else if (item_depth_ == 0 && name == "title" && (depth_ == 2 || depth_ == 3) && publisher_.empty()) {
            field_depth_ = depth_;
            is_publisher_ = true;
        }
    }

    void end(std::string_view name) {
        if (field_ && depth_ > field_depth_) value() += fmt::format("</{}>", name);
        if (depth_ == field_depth_) {
            field_ = nullptr;
            is_publisher_ = false;
            field_depth_ = 0;
        }
        if (depth_ == item_depth_) {
            item_depth_ = 0;
            items_.push_back(std::move(item_));
        }
        --depth_;
    }

    void text(std::string_view text) {
        if (is_publisher_) publisher_ += text;
        if (!field_) return;
        if (!is_escaped_) {
            value() += text;
            return;
        }
        for (const char c : text) value() += c == '<' ? "&lt;" : c == '&' ? "&amp;" : std::string_view(&c, 1);
    }

private:
    std::string& value() { return item_.*field_; }

    void begin_field(std::string_view name, Attributes attributes) {
        field_depth_ = depth_;
        const auto type = attribute(attributes, "type");
        is_escaped_ = type == "text" || type == "xhtml";
        const auto href = attribute(attributes, "href");
        const auto relation = attribute(attributes, "rel");
        if (name == "link" && !href.empty() && (relation.empty() || relation == "alternate") && value().empty()) value() = href;
    }

    /// Markup that stands in a field unescaped, as Atom's XHTML does.
    void within(std::string_view name) {
        is_escaped_ = true;
        value() += fmt::format("<{}>", name);
    }

    std::deque<Item>& items_;
    Item item_;  ///< the one that is open
    std::string publisher_;
    std::string Item::*field_ = nullptr;
    int depth_ = 0;
    int item_depth_ = 0;
    int field_depth_ = 0;
    bool is_escaped_ = false;
    bool is_publisher_ = false;
};

/// Feeds use HTML's entities, which XML doesn't know. Others are nothing: no feed needs its own, and those that define
/// some mean harm.
xmlEntityPtr html_entity(void*, const xmlChar* name) {
    if (const xmlEntityPtr known = xmlGetPredefinedEntity(name)) return known;
    const htmlEntityDesc* found = htmlEntityLookup(name);
    static thread_local xmlEntity entity;
    static thread_local xmlChar letters[8];
    const int size = found ? xmlCopyCharMultiByte(letters, static_cast<int>(found->value)) : 0;
    letters[size] = 0;
    entity = {};
    entity.name = name;
    entity.content = letters;
    entity.orig = letters;  // where it is null, the parser hangs on what a feed declares, and nobody frees it
    entity.length = size;
    entity.etype = XML_INTERNAL_PREDEFINED_ENTITY;
    return &entity;
}

xmlSAXHandler handler() {
    xmlSAXHandler sax{};
    sax.initialized = 1;  // names with their prefixes
    sax.getEntity = html_entity;
    sax.startElement = [](void* to, const xmlChar* name, Attributes attributes) {
        static_cast<FeedBuilder*>(to)->start(text_of(name), attributes);
    };
    sax.endElement = [](void* to, const xmlChar* name) { static_cast<FeedBuilder*>(to)->end(text_of(name)); };
    sax.characters = [](void* to, const xmlChar* text, int size) {
        static_cast<FeedBuilder*>(to)->text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
    };
    sax.ignorableWhitespace = sax.characters;
    sax.cdataBlock = sax.characters;
    return sax;
}

/// What was wrong where, "" for nothing. Items before it are good.
std::string parse(const std::string& text, std::deque<Item>& items) {
    FeedBuilder builder(items);
    const std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)> parser(
        xmlCreateMemoryParserCtxt(text.data(), static_cast<int>(text.size())), &xmlFreeParserCtxt);
    if (!parser) return "it is empty";
    xmlCtxtUseOptions(parser.get(), XML_PARSE_SAX1 | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET);
    *parser->sax = handler();
    parser->userData = &builder;
    xmlParseDocument(parser.get());
    if (parser->wellFormed) return {};
    std::string why(text_of(reinterpret_cast<const xmlChar*>(parser->lastError.message)));
    while (!why.empty() && why.back() == '\n') why.pop_back();
    return fmt::format("line {}: {}", parser->lastError.line, why);
}

std::string trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    return begin == std::string_view::npos ? "" : std::string(text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1));
}

class FeedReader final : public Reader {
public:
    FeedReader(io::Input input, const ReadOptions& options) : input_(std::move(input)), options_(options) {}

    std::optional<Document> next(Diagnostics& diagnostics) override {
        if (!is_read_) {
            is_read_ = true;
            problem_ = parse(input_.rest(), items_);
        }
        while (!items_.empty()) {
            const Item item = std::move(items_.front());
            items_.pop_front();
            if (auto document = to_document(item, diagnostics)) return document;
        }
        if (!problem_.empty()) throw InputError(fmt::format("{}: the feed is damaged: {}", input_.path(), std::exchange(problem_, {})));
        return std::nullopt;
    }

private:
    std::optional<Document> to_document(const Item& item, Diagnostics& diagnostics) {
        ++number_;
        Document d;
        d.title = web::shown_text(item.title);
        const std::string body = web::shown_text(item.content.size() > item.summary.size() ? item.content : item.summary);
        d.text = d.title;
        if (!body.empty() && body != d.title) d.text += (d.text.empty() ? "" : "\n\n") + body;
        if (d.text.empty()) {
            skip(options_, input_.path(), 0, fmt::format("item {}: it has no text", number_), diagnostics);
            return std::nullopt;
        }
        d.id = trimmed(item.id);
        d.url = trimmed(item.link);
        d.publisher = trimmed(item.publisher);
        d.published = time::parse_when(trimmed(item.date.empty() ? item.updated : item.date));
        finish(d, options_, input_.path(), 0, diagnostics);
        d.source = fmt::format("{}#{}", input_.path(), d.id);
        return d;
    }

    io::Input input_;
    ReadOptions options_;
    std::deque<Item> items_;
    std::string problem_;
    std::size_t number_ = 0;
    bool is_read_ = false;
};

}  // namespace

std::unique_ptr<Reader> open_feed(io::Input input, const ReadOptions& options) {
    return std::make_unique<FeedReader>(std::move(input), options);
}

}  // namespace entente::read
