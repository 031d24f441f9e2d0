// SPDX-License-Identifier: Apache-2.0
// RDF as N-Triples and N-Quads, written by libserd. A relation is said twice: plainly (China REQUEST Taliban), and as an
// rdf:Statement with weight, dates and tone that was derived (PROV-O) from observations, each a quotation from an
// article. In N-Quads the plain relations and the observations of an article are the graph of that article.
#include <fmt/format.h>
#include <serd/serd.h>

#include <algorithm>
#include <memory>
#include <set>

#include "core/error.hpp"
#include "export/arcs.hpp"
#include "export/look.hpp"
#include "export/writers.hpp"
#include "export/xml.hpp"

namespace entente {
namespace {

template <Literal space, Literal name>
constexpr auto k_iri = space + name;

template <Literal name>
constexpr std::string_view rdf = k_iri<"http://www.w3.org/1999/02/22-rdf-syntax-ns#", name>.view();
template <Literal name>
constexpr std::string_view rdfs = k_iri<"http://www.w3.org/2000/01/rdf-schema#", name>.view();
template <Literal name>
constexpr std::string_view prov = k_iri<"http://www.w3.org/ns/prov#", name>.view();
template <Literal name>
constexpr std::string_view xsd = k_iri<"http://www.w3.org/2001/XMLSchema#", name>.view();
template <Literal name>
constexpr std::string_view term = k_iri<"urn:entente:term:", name>.view();

/// What may stand in an IRI as it is; the rest as %XX.
std::string encoded(std::string_view text) {
    constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           std::string_view("-._~").find(c) != std::string_view::npos;
        const auto byte = static_cast<unsigned char>(c);
        if (plain)
            out += c;
        else
            ((out += '%') += digits[byte >> 4]) += digits[byte & 15];
    }
    return out;
}

std::string ours(std::string_view kind, std::string_view name) {
    return std::string("urn:entente:").append(kind).append(":").append(encoded(name));
}

/// An article: its URL where that can be an IRI.
std::string article(const Observation& o) {
    const bool url = o.source.starts_with("http://") || o.source.starts_with("https://");
    const bool sound = std::ranges::all_of(o.source, [](char c) {
        return c > 0x20 && c < 0x7F && std::string_view("<>\"{}|^`\\").find(c) == std::string_view::npos;
    });
    return url && sound ? std::string(o.source) : ours("document", o.doc);
}

struct SerdFree {
    void operator()(SerdWriter* writer) const { serd_writer_free(writer); }
    void operator()(SerdEnv* env) const { serd_env_free(env); }
};

/// What serd_node_from_string() finds beside its length only matters for Turtle.
SerdNode node(SerdType type, std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size(), text.size(), 0, type};
}

/// Neither controls nor anything beyond ASCII.
bool is_plain(std::string_view text) {
    return plain_run(text, 0, [](auto c) { return (c < 0x20) | (c >= 0x7F); }) == text.size();
}

class RdfWriter {
public:
    RdfWriter(const Graph& graph, const ExportOptions& options, io::Output& out, bool quads)
        : graph_(graph), options_(options), out_(out), quads_(quads),
          writer_(serd_writer_new(quads ? SERD_NQUADS : SERD_NTRIPLES, SerdStyle{}, env_.get(), nullptr, take, &out_)) {}

    void write() {
        for (const Actor& a : graph_.actors()) actor(a);
        for_each_arc(graph_, options_.aggregate, [&](const Arc& arc) { relation(arc); });
        serd_writer_finish(writer_.get());
        out_.flush();
    }

private:
    static std::size_t take(const void* bytes, std::size_t length, void* self) {
        static_cast<xml::Writer*>(self)->append({static_cast<const char*>(bytes), length});
        return length;
    }

    void statement(std::string_view s, std::string_view p, const SerdNode& o, std::string_view datatype = {}) {
        const SerdNode subject = node(SERD_URI, s);
        const SerdNode predicate = node(SERD_URI, p);
        const SerdNode graph = node(SERD_URI, context_);
        const SerdNode type = node(SERD_URI, datatype);
        const SerdStatus status =
            serd_writer_write_statement(writer_.get(), 0, quads_ && !context_.empty() ? &graph : nullptr, &subject,
                                        &predicate, &o, datatype.empty() ? nullptr : &type, nullptr);
        if (status != SERD_SUCCESS)
            throw InputError(std::string("RDF: ").append(reinterpret_cast<const char*>(serd_strerror(status))));
        out_.checkpoint();
    }
    void iri(std::string_view s, std::string_view p, std::string_view o) { statement(s, p, node(SERD_URI, o)); }
    void text(std::string_view s, std::string_view p, std::string_view value, std::string_view type = {}) {
        if (value.empty()) return;
        if (is_plain(value)) return statement(s, p, node(SERD_LITERAL, value), type);
        statement(s, p, node(SERD_LITERAL, xml::clean(value)), type);
    }

    void actor(const Actor& a) {
        const std::string self = ours("actor", a.id);
        iri(self, rdf<"type">, ours("kind", name(a.kind)));
        text(self, rdfs<"label">, a.label);
        if (!a.country.empty()) iri(self, term<"country">, ours("actor", a.country));
    }

    void relation(const Arc& arc) {
        const Edge& e = arc.edge;
        const std::string subject = ours("actor", graph_.subject(e).id);
        const std::string object = ours("actor", graph_.object(e).id);
        const std::string predicate = ours("relation", arc.kind);
        std::set<std::string> articles;
        for (const Observation& o : arc.observations()) articles.insert(article(o));
        for (const std::string& one : quads_ ? articles : std::set<std::string>{""}) {
            context_ = one;
            iri(subject, predicate, object);
        }
        context_.clear();
        const std::string self = ours("edge", arc.id.substr(2));
        iri(self, rdf<"type">, rdf<"Statement">);
        iri(self, rdf<"subject">, subject);
        iri(self, rdf<"predicate">, predicate);
        iri(self, rdf<"object">, object);
        text(self, rdfs<"label">, e.label);
        text(self, term<"weight">, std::to_string(e.weight), xsd<"integer">);
        text(self, term<"confidence">, fmt::format("{}", e.confidence), xsd<"decimal">);
        text(self, term<"tone">, fmt::format("{}", e.goldstein), xsd<"decimal">);
        for (const Date day : arc.days) text(self, term<"day">, to_string(day), xsd<"date">);
        for (const Observation& o : arc.observations()) {
            context_.clear();
            iri(self, prov<"wasDerivedFrom">, ours("observation", o.id));
            observation(o);
        }
        context_.clear();
    }

    void observation(const Observation& o) {
        const std::string self = ours("observation", o.id);
        const std::string from = article(o);
        context_ = from;
        iri(self, rdf<"type">, prov<"Quotation">);
        iri(self, prov<"wasQuotedFrom">, from);
        text(self, prov<"value">, o.sentence);
        text(self, term<"sentence">, std::to_string(o.sentence_index), xsd<"integer">);
        text(self, term<"begin">, std::to_string(o.span.begin), xsd<"integer">);
        text(self, term<"end">, std::to_string(o.span.end), xsd<"integer">);
        text(self, term<"phrase">, o.phrase);
        text(self, term<"status">, name(o.status));
        text(self, term<"confidence">, fmt::format("{}", o.confidence), xsd<"decimal">);
        if (o.date) text(self, term<"day">, to_string(*o.date), xsd<"date">);
        if (o.published) text(from, prov<"generatedAtTime">, to_string(*o.published), xsd<"dateTime">);
    }

    const Graph& graph_;
    const ExportOptions& options_;
    xml::Writer out_;
    bool quads_;
    std::string context_;  ///< the graph of what is being said; empty = the default graph
    std::unique_ptr<SerdEnv, SerdFree> env_{serd_env_new(nullptr)};
    std::unique_ptr<SerdWriter, SerdFree> writer_;
};

}  // namespace

void write_ntriples(const Graph& graph, const ExportOptions& options, io::Output& out) {
    RdfWriter(graph, options, out, false).write();
}

void write_nquads(const Graph& graph, const ExportOptions& options, io::Output& out) {
    RdfWriter(graph, options, out, true).write();
}

}  // namespace entente
