// SPDX-License-Identifier: Apache-2.0
#include "graph/read_gexf.hpp"

#include <expat.h>
#include <fmt/format.h>

#include <map>
#include <memory>
#include <unordered_map>

#include "core/error.hpp"
#include "graph/builder.hpp"
#include "graph/evidence_json.hpp"

namespace entente {
namespace {

struct GexfNode {
    std::string id;  ///< exact, where the XML id is a NMTOKEN made of it
    std::string label;
    std::string country;
    Kind kind = Kind::other;
    [[nodiscard]] Known known() const { return {label, country, kind}; }
};

json::Document parse_value(const std::string& text) { return json::parse_object(fmt::format("{{\"v\":{}}}", text)); }

/// What the elements mean; knows nothing of expat.
class GexfContent {
public:
    /// `attributes`: expat's list of name, value, name, value …, nullptr.
    void start(std::string_view element, const char** attributes) {
        if (element == "gexf") is_gexf_ = true;
        if (element == "graph" && !is_gexf_) throw InputError("is XML, but no GEXF");
        if (element == "attribute" && attribute(attributes, "id") == "entente_evidence") is_ours_ = true;
        if (element == "attvalue") values_[std::string(attribute(attributes, "for"))] = attribute(attributes, "value");
        if (element != "node" && element != "edge") return;
        for (auto& [name, value] : attributes_) value = attribute(attributes, name);
        values_.clear();
    }

    void end(std::string_view element) {
        if (element == "node") add_node();
        if (element == "edge") add_edge();
    }

    Graph finish() {
        if (!is_gexf_) throw InputError("is XML, but no GEXF");
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
        if (!is_ours_)
            throw InputError(
                "is GEXF, but not entente's, or one that aggregates: it has no attribute \"entente_evidence\"; build "
                "the graph anew from its articles, triples or GraphML");
    }

    void add_node() {
        check_ours();
        const auto kind = parse_kind(values_["kind"]);
        if (!kind) throw InputError(fmt::format("unknown kind of actor \"{}\"", values_["kind"]));
        GexfNode node{attributes_["id"], attributes_["label"], values_["country"], *kind};
        if (const std::string& exact = values_["entente_id"]; !exact.empty())
            node.id = json::required(parse_value(exact), "v");
        if (attributes_["id"].empty() || !nodes_.emplace(attributes_["id"], std::move(node)).second)
            throw InputError(fmt::format("two nodes have the id \"{}\"", attributes_["id"]));
    }

    const GexfNode& end_of_edge(const char* which) {
        const auto node = nodes_.find(attributes_[which]);
        if (node == nodes_.end())
            throw InputError(fmt::format("an edge has no known {}: \"{}\"", which, attributes_[which]));
        return node->second;
    }

    void add_edge() {
        const GexfNode& subject = end_of_edge("source");
        const GexfNode& object = end_of_edge("target");
        const auto type = parse_type(values_["relation"]);
        if (!type && values_["relation"] != "OTHER")
            throw InputError(fmt::format("unknown relation \"{}\"", values_["relation"]));
        const json::Document all = parse_value(values_["entente_evidence"]);
        const auto list = all.FindMember("v");
        if (!list->value.IsArray() || list->value.Empty()) throw InputError("an edge has no evidence");
        for (const auto& value : list->value.GetArray()) {
            std::string args;
            Observation o = evidence_from_json(value, subject.known(), object.known(), args);
            o.subject.id = subject.id;
            o.object.id = object.id;
            o.type = type;
            o.polarity = values_["polarity"] == name(Polarity::negated) ? Polarity::negated : Polarity::affirmed;
            builder_.add(o);
        }
    }

    bool is_gexf_ = false;
    bool is_ours_ = false;
    Texts attributes_{{"id", ""}, {"label", ""}, {"source", ""}, {"target", ""}};
    Texts values_;
    std::unordered_map<std::string, GexfNode> nodes_;
    GraphBuilder builder_;
};

/// expat's side: exceptions must not cross its C frames, so the first is kept and thrown later.
struct GexfParser {
    std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser{XML_ParserCreate("UTF-8"), XML_ParserFree};
    GexfContent content;
    std::string error;

    template <class Step>
    void guard(Step step) {
        if (!error.empty()) return;
        try {
            step();
        } catch (const std::exception& e) {
            error = e.what();
            XML_StopParser(parser.get(), XML_FALSE);
        }
    }
};

GexfParser& parser_of(void* self) { return *static_cast<GexfParser*>(self); }

void on_gexf_start(void* self, const XML_Char* element, const XML_Char** attributes) {
    parser_of(self).guard([&] { parser_of(self).content.start(element, attributes); });
}

void on_gexf_end(void* self, const XML_Char* element) {
    parser_of(self).guard([&] { parser_of(self).content.end(element); });
}

/// Our files have none; entities are how XML bombs are made.
void on_gexf_doctype(void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    parser_of(self).guard(
        [] { throw InputError("has a document type declaration, which entente's files don't have"); });
}

void feed(GexfParser& p, const io::Input& in, std::string_view bytes, bool last) {
    XML_Parser parser = p.parser.get();
    if (XML_Parse(parser, bytes.data(), static_cast<int>(bytes.size()), last) == XML_STATUS_OK) return;
    const std::string why = !p.error.empty() ? p.error
                                             : fmt::format("damaged XML ({}); the file may be cut off: write it again",
                                                           XML_ErrorString(XML_GetErrorCode(parser)));
    throw InputError(fmt::format("{}:{}: {}", in.path(), XML_GetCurrentLineNumber(parser), why));
}

}  // namespace

Graph read_gexf(io::Input& in) {
    GexfParser p;
    if (!p.parser) throw std::bad_alloc();
    XML_SetUserData(p.parser.get(), &p);
    XML_SetElementHandler(p.parser.get(), on_gexf_start, on_gexf_end);
    XML_SetStartDoctypeDeclHandler(p.parser.get(), on_gexf_doctype);
    std::string line;
    for (bool first = true; true; first = false) {
        const auto got = in.next_line(line);
        if (got == io::Input::Line::end) break;
        if (got == io::Input::Line::too_long)
            throw InputError(
                fmt::format("{}:{}: a line of over {} MiB", in.path(), in.line_number(), io::k_longest_line >> 20));
        if (!first) line.insert(line.begin(), '\n');  // before, not behind: a cut-off file fails on its own last line
        feed(p, in, line, false);
    }
    feed(p, in, {}, true);
    try {
        return p.content.finish();
    } catch (const InputError& e) {
        throw InputError(fmt::format("{}: {}", in.path(), e.what()));
    }
}

}  // namespace entente
