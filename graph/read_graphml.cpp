// SPDX-License-Identifier: Apache-2.0
#include "graph/read_graphml.hpp"

#include <expat.h>
#include <fmt/format.h>

#include <map>
#include <unordered_map>

#include "core/error.hpp"
#include "graph/builder.hpp"
#include "graph/evidence_json.hpp"

namespace entente {
namespace {

struct Node {
    std::string id;  ///< exact, where the XML id is a NMTOKEN made of it
    std::string label;
    std::string country;
    Kind kind = Kind::other;
    [[nodiscard]] Known known() const { return {label, country, kind}; }
};

json::Document parse_value(const std::string& text) { return json::parse_object(fmt::format("{{\"v\":{}}}", text)); }

Kind read_kind(const std::string& text) {
    const auto kind = parse_kind(text);
    if (!kind && !text.empty()) throw InputError(fmt::format("unknown kind of actor \"{}\"", text));
    return kind.value_or(Kind::other);
}

/// What the elements mean; knows nothing of expat.
class Content {
public:
    /// `attributes`: expat's list of name, value, name, value …, nullptr.
    void start(std::string_view element, const char** attributes) {
        text_ = nullptr;
        if (element == "graphml") is_graphml_ = true;
        if (element == "graph") check_ours();
        if (element == "key" && attribute(attributes, "id") == "entente_evidence") is_ours_ = true;
        if (element == "data") {
            const auto wanted = data_.find(attribute(attributes, "key"));
            if (wanted != data_.end()) text_ = &wanted->second;
        }
        if (element != "node" && element != "edge") return;
        for (auto& [name, value] : attributes_) value = attribute(attributes, name);
        for (auto& [key, text] : data_) text.clear();
    }

    void end(std::string_view element) {
        text_ = nullptr;
        if (element == "node") add_node();
        if (element == "edge") add_edge();
    }

    void characters(std::string_view text) {
        if (text_) *text_ += text;
    }

    Graph finish() {
        check_ours();
        return builder_.finish();
    }

private:
    using Texts = std::map<std::string, std::string, std::less<>>;

    static std::string_view attribute(const char** attributes, std::string_view name) {
        for (; *attributes; attributes += 2)
            if (name == attributes[0]) return attributes[1];
        return {};
    }

    void check_ours() const {
        if (!is_graphml_) throw InputError("is XML, but no GraphML");
        if (!is_ours_)
            throw InputError(
                "is GraphML, but not entente's: it has no key \"entente_evidence\"; build the graph anew from "
                "its articles or triples");
    }

    void add_node() {
        const std::string xml_id = attributes_["id"];
        const std::string exact = data_["entente_id"];
        Node node{xml_id, data_["label"], data_["country"], read_kind(data_["kind"])};
        if (!exact.empty()) node.id = json::required(parse_value(exact), "v");
        if (xml_id.empty() || !nodes_.emplace(xml_id, std::move(node)).second)
            throw InputError(fmt::format("two nodes have the id \"{}\"", xml_id));
    }

    const Node& end_of_edge(const char* which) {
        const auto node = nodes_.find(attributes_[which]);
        if (node == nodes_.end())
            throw InputError(fmt::format("an edge has no known {}: \"{}\"", which, attributes_[which]));
        return node->second;
    }

    void add_edge() {
        const Node& subject = end_of_edge("source");
        const Node& object = end_of_edge("target");
        const auto type = parse_type(data_["relation"]);
        if (!type && data_["relation"] != "OTHER")
            throw InputError(fmt::format("unknown relation \"{}\"", data_["relation"]));
        const json::Document all = parse_value(data_["entente_evidence"]);
        const auto list = all.FindMember("v");
        if (!list->value.IsArray() || list->value.Empty()) throw InputError("an edge has no evidence");
        for (const auto& value : list->value.GetArray()) {
            Observation o = evidence_from_json(value, subject.known(), object.known(), args_);
            o.subject.id = subject.id;
            o.object.id = object.id;
            o.type = type;
            o.polarity = data_["polarity"] == name(Polarity::negated) ? Polarity::negated : Polarity::affirmed;
            builder_.add(o);
        }
    }

    bool is_graphml_ = false;
    bool is_ours_ = false;
    std::string* text_ = nullptr;  ///< the data that is being read, if it is wanted
    Texts attributes_{{"id", ""}, {"source", ""}, {"target", ""}};
    Texts data_{{"label", ""},    {"kind", ""},     {"country", ""},         {"entente_id", ""},
                {"relation", ""}, {"polarity", ""}, {"entente_evidence", ""}};
    std::unordered_map<std::string, Node> nodes_;
    std::string args_;
    GraphBuilder builder_;
};

/// expat's side: exceptions must not cross its C frames, so the first is kept and thrown later.
struct Reader {
    XML_Parser parser = XML_ParserCreate("UTF-8");
    Content content;
    std::string error;

    Reader() {
        if (!parser) throw std::bad_alloc();
    }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    ~Reader() { XML_ParserFree(parser); }

    template <class Step>
    void guard(Step step) {
        if (!error.empty()) return;
        try {
            step();
        } catch (const std::exception& e) {
            error = e.what();
            XML_StopParser(parser, XML_FALSE);
        }
    }
};

Reader& reader(void* self) { return *static_cast<Reader*>(self); }

void on_start(void* self, const XML_Char* element, const XML_Char** attributes) {
    reader(self).guard([&] { reader(self).content.start(element, attributes); });
}

void on_end(void* self, const XML_Char* element) {
    reader(self).guard([&] { reader(self).content.end(element); });
}

void on_text(void* self, const XML_Char* text, int length) {
    reader(self).guard([&] { reader(self).content.characters({text, static_cast<std::size_t>(length)}); });
}

/// Our files have none; entities are how XML bombs are made.
void on_doctype(void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    reader(self).guard([] { throw InputError("has a document type declaration, which entente's files don't have"); });
}

void feed(Reader& r, const std::string& path, std::string_view bytes, bool last) {
    if (XML_Parse(r.parser, bytes.data(), static_cast<int>(bytes.size()), last) == XML_STATUS_OK) return;
    const std::string why = !r.error.empty() ? r.error
                                             : fmt::format("damaged XML ({}); the file may be cut off: write it again",
                                                           XML_ErrorString(XML_GetErrorCode(r.parser)));
    throw InputError(fmt::format("{}:{}: {}", path, XML_GetCurrentLineNumber(r.parser), why));
}

}  // namespace

Graph read_graphml(io::Input& in) {
    Reader r;
    XML_SetUserData(r.parser, &r);
    XML_SetElementHandler(r.parser, on_start, on_end);
    XML_SetCharacterDataHandler(r.parser, on_text);
    XML_SetStartDoctypeDeclHandler(r.parser, on_doctype);
    std::string line;
    for (bool first = true; true; first = false) {
        const auto got = in.next_line(line);
        if (got == io::Input::Line::end) break;
        if (got == io::Input::Line::too_long)
            throw InputError(
                fmt::format("{}:{}: a line of over {} MiB", in.path(), in.line_number(), io::k_longest_line >> 20));
        if (!first) line.insert(line.begin(), '\n');  // before, not behind: a cut-off file fails on its own last line
        feed(r, in.path(), line, false);
    }
    feed(r, in.path(), {}, true);
    try {
        return r.content.finish();
    } catch (const InputError& e) {
        throw InputError(fmt::format("{}: {}", in.path(), e.what()));
    }
}

}  // namespace entente
