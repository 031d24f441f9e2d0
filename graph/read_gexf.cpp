// SPDX-License-Identifier: Apache-2.0
#include "graph/read_gexf.hpp"

#include "graph/graph_record.hpp"
#include "graph/xml_reader.hpp"

namespace entente {
namespace {

/// What the elements mean.
class GexfContent {
public:
    void start(std::string_view element, const char** attributes) {
        if (element == "gexf") is_gexf_ = true;
        if (element == "graph" && !is_gexf_) throw InputError("is XML, but no GEXF");
        if (element == "attribute" && xml_attribute(attributes, "id") == "entente_evidence") is_ours_ = true;
        if (element == "attvalue")
            if (std::string* wanted = record_.data(xml_attribute(attributes, "for")))
                *wanted = xml_attribute(attributes, "value");
        if (element != "node" && element != "edge") return;
        check_ours();
        record_.begin(element == "edge", attributes);
        if (element == "node") *record_.data("label") = xml_attribute(attributes, "label");
    }

    void end(std::string_view element) {
        if (element == "node" || element == "edge") graph_.add(record_);
    }

    void characters(std::string_view) {}

    Graph finish() {
        if (!is_gexf_) throw InputError("is XML, but no GEXF");
        check_ours();
        return graph_.finish();
    }

private:
    void check_ours() const {
        if (!is_ours_)
            throw InputError(
                "is GEXF, but not entente's, or one for viewers only (--aggregate, --no-evidence): it has no attribute \"entente_evidence\"; build "
                "the graph anew from its articles, triples or GraphML");
    }

    bool is_gexf_ = false;
    bool is_ours_ = false;
    GraphRecord record_;
    RecordGraph graph_;
};

}  // namespace

Graph read_gexf(io::Input& in) {
    GexfContent content;
    XmlReader(in, content).read([](std::string_view) { return false; });
    return finish_reading(content, in);
}

}  // namespace entente
