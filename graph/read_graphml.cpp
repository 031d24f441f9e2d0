// SPDX-License-Identifier: Apache-2.0
#include "graph/read_graphml.hpp"

#include "graph/graphml_record.hpp"
#include "graph/xml_reader.hpp"

namespace entente {
namespace {

/// What the elements mean.
class GraphmlContent {
public:
    void start(std::string_view element, const char** attributes) {
        text_ = nullptr;
        if (element == "graphml") is_graphml_ = true;
        if (element == "graph") check_ours();
        is_in_graph_ |= element == "graph";
        if (element == "data") text_ = record_.data(xml_attribute(attributes, "key"));
        if (element == "key" && xml_attribute(attributes, "id") == "entente_evidence") is_ours_ = true;
        if (element != "node" && element != "edge") return;
        record_.begin(element == "edge", attributes);
    }

    void end(std::string_view element) {
        text_ = nullptr;
        if (element == "node" || element == "edge") graph_.add(record_);
        if (element == "graph") is_in_graph_ = false;
    }

    void characters(std::string_view text) {
        if (text_) *text_ += text;
    }

    /// Our own lines, nearly the whole of a file, are read as they are; all else goes to expat, which sees the frame.
    bool take(std::string_view line) {
        if (line.find("<!") != std::string_view::npos) is_plain_ = false;  // a comment may go over lines
        if (!is_plain_ || !is_in_graph_ || !read_line(line, of_line_)) return false;
        graph_.add(of_line_);
        return true;
    }

    Graph finish() {
        check_ours();
        return graph_.finish();
    }

private:
    void check_ours() const {
        if (!is_graphml_) throw InputError("is XML, but no GraphML");
        if (!is_ours_)
            throw InputError(
                "is GraphML, but not entente's, or one for viewers only (--aggregate, --no-evidence): it has no key "
                "\"entente_evidence\"; build the graph anew from its articles or triples");
    }

    bool is_graphml_ = false;
    bool is_ours_ = false;
    bool is_in_graph_ = false;
    bool is_plain_ = true;
    GraphRecord record_, of_line_;
    std::string* text_ = nullptr;  ///< the data that is being read, if it is wanted
    RecordGraph graph_;
};

}  // namespace

Graph read_graphml(io::Input& in) {
    GraphmlContent content;
    XmlReader(in, content).read([&](std::string_view line) { return content.take(line); });
    return finish_reading(content, in);
}

}  // namespace entente
