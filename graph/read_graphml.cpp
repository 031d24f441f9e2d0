// SPDX-License-Identifier: Apache-2.0
#include "graph/read_graphml.hpp"

#include <expat.h>
#include <fmt/format.h>

#include <unordered_map>

#include "core/error.hpp"
#include "graph/builder.hpp"
#include "graph/evidence_json.hpp"
#include "graph/graphml_record.hpp"

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
        is_in_graph_ |= element == "graph";
        if (element == "data") text_ = record_.data(attribute(attributes, "key"));
        if (element == "key" && attribute(attributes, "id") == "entente_evidence") is_ours_ = true;
        if (element != "node" && element != "edge") return;
        record_.clear();
        record_.is_edge = element == "edge";
        for (; *attributes; attributes += 2)
            if (std::string* wanted = record_.attribute(attributes[0])) *wanted = attributes[1];
    }

    void end(std::string_view element) {
        text_ = nullptr;
        if (element == "node" || element == "edge") take(record_);
        if (element == "graph") is_in_graph_ = false;
    }

    void characters(std::string_view text) {
        if (text_) *text_ += text;
    }

    void take(const GraphmlRecord& record) { record.is_edge ? add_edge(record) : add_node(record); }

    [[nodiscard]] bool is_in_graph() const { return is_in_graph_; }

    Graph finish() {
        check_ours();
        return builder_.finish();
    }

private:
    using Field = GraphmlRecord::Field;

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

    void add_node(const GraphmlRecord& r) {
        Node node{r[Field::id], r[Field::label], r[Field::country], read_kind(r[Field::kind])};
        if (!r[Field::entente_id].empty()) node.id = json::required(parse_value(r[Field::entente_id]), "v");
        if (r[Field::id].empty() || !nodes_.emplace(r[Field::id], std::move(node)).second)
            throw InputError(fmt::format("two nodes have the id \"{}\"", r[Field::id]));
    }

    const Node& end_of_edge(const std::string& id, std::string_view which) {
        const auto node = nodes_.find(id);
        if (node == nodes_.end()) throw InputError(fmt::format("an edge has no known {}: \"{}\"", which, id));
        return node->second;
    }

    void add_edge(const GraphmlRecord& r) {
        const Node& subject = end_of_edge(r[Field::source], "source");
        const Node& object = end_of_edge(r[Field::target], "target");
        const auto type = parse_type(r[Field::relation]);
        if (!type && r[Field::relation] != "OTHER")
            throw InputError(fmt::format("unknown relation \"{}\"", r[Field::relation]));
        const json::Document all = parse_value(r[Field::entente_evidence]);
        const auto list = all.FindMember("v");
        if (!list->value.IsArray() || list->value.Empty()) throw InputError("an edge has no evidence");
        for (const auto& value : list->value.GetArray()) {
            Observation o = evidence_from_json(value, subject.known(), object.known(), args_);
            o.subject.id = subject.id;
            o.object.id = object.id;
            o.type = type;
            o.polarity = r[Field::polarity] == name(Polarity::negated) ? Polarity::negated : Polarity::affirmed;
            builder_.add(o);
        }
    }

    bool is_graphml_ = false;
    bool is_ours_ = false;
    bool is_in_graph_ = false;
    GraphmlRecord record_;
    std::string* text_ = nullptr;  ///< the data that is being read, if it is wanted
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

/// Our own lines, nearly the whole of a file, are read as they are; all else goes to expat, which sees the frame.
class Lines {
public:
    explicit Lines(io::Input& in) : in_(in) {
        XML_SetUserData(r_.parser, &r_);
        XML_SetElementHandler(r_.parser, on_start, on_end);
        XML_SetCharacterDataHandler(r_.parser, on_text);
        XML_SetStartDoctypeDeclHandler(r_.parser, on_doctype);
    }

    Graph read() {
        std::string line;
        for (auto got = in_.next_line(line); got != io::Input::Line::end; got = in_.next_line(line)) {
            if (got == io::Input::Line::too_long) fail(fmt::format("a line of over {} MiB", io::k_longest_line >> 20));
            if (!take(line)) feed(line, false);
        }
        feed({}, true);
        try {
            return r_.content.finish();
        } catch (const InputError& e) {
            throw InputError(fmt::format("{}: {}", in_.path(), e.what()));
        }
    }

private:
    [[noreturn]] void fail(const std::string& why) const {
        throw InputError(fmt::format("{}:{}: {}", in_.path(), in_.line_number(), why));
    }

    bool take(std::string_view line) {
        if (line.find("<!") != std::string_view::npos) is_plain_ = false;  // a comment may go over lines
        if (!is_plain_ || !r_.content.is_in_graph() || !read_line(line, record_)) return false;
        try {
            r_.content.take(record_);
        } catch (const InputError& e) {
            fail(e.what());
        }
        return true;
    }

    void feed(std::string_view line, bool last) {
        // The line's end goes before the next: a cut-off file fails on its own last line.
        const std::string bytes = fmt::format("{}{}", is_first_ || last ? "" : "\n", line);
        is_first_ = false;
        if (XML_Parse(r_.parser, bytes.data(), static_cast<int>(bytes.size()), last) == XML_STATUS_OK) return;
        fail(!r_.error.empty() ? r_.error
                               : fmt::format("damaged XML ({}); the file may be cut off: write it again",
                                             XML_ErrorString(XML_GetErrorCode(r_.parser))));
    }

    io::Input& in_;
    Reader r_;
    GraphmlRecord record_;
    bool is_first_ = true;
    bool is_plain_ = true;
};

}  // namespace

Graph read_graphml(io::Input& in) { return Lines(in).read(); }

}  // namespace entente
