// SPDX-License-Identifier: Apache-2.0
#include "graph/packed.hpp"

#include <cstring>
#include <tuple>

#include "graph/detail.hpp"

namespace entente {
namespace {

/// What `rest` begins with; then come the two texts, then the detail.
struct Sizes {
    std::uint32_t id = 0;
    std::uint32_t copies = 0;
};

Sizes sizes_of(std::string_view rest) {
    Sizes sizes;
    std::memcpy(&sizes, rest.data(), sizeof sizes);
    return sizes;
}

std::string_view detail_of(std::string_view rest) {
    const Sizes sizes = sizes_of(rest);
    return rest.substr(sizeof sizes + sizes.id + sizes.copies);
}

std::size_t mixed(std::size_t a, std::size_t b) { return (a ^ (b >> 7)) * 0x9E3779B97F4A7C15u; }

std::size_t hash_of(std::string_view document, std::string_view source) {
    return mixed(FlatIndex::hash(document), FlatIndex::hash(source));
}

std::size_t hash_of(std::string_view id, std::string_view label, Kind kind) {
    return mixed(FlatIndex::hash(id), FlatIndex::hash(label) + static_cast<std::size_t>(kind));
}

}  // namespace

std::string_view PackedObservation::id() const {
    return rest.substr(sizeof(Sizes), sizes_of(rest).id);
}

std::string_view PackedObservation::lemma() const { return unpack(*this).lemma; }

Observation unpack(const PackedObservation& p) {
    Observation o;
    o.id = p.id();
    o.doc = p.report->document;
    o.source = p.report->source;
    o.published = p.report->published;
    o.sentence = p.sentence;
    o.phrase = p.phrase;
    const auto put = [](Party& party, const Named& named) {
        party.id = named.id;
        party.label = named.label;
        party.country = named.country;
        party.kind = named.kind;
    };
    put(o.subject, *p.subject);
    put(o.object, *p.object);
    o.date = p.date();
    o.goldstein = from_thousandths(p.goldstein);
    o.confidence = from_thousandths(p.confidence);
    o.type = p.type_of();
    set_flags(o, p.flags);
    if (p.has_copies()) o.copies = p.rest.substr(sizeof(Sizes) + o.id.size(), sizes_of(p.rest).copies);
    read_detail(detail_of(p.rest), o);
    return o;
}

bool is_earlier(const PackedObservation& a, const PackedObservation& b) {
    if (a.day != b.day) return a.day < b.day;
    if (a.report != b.report && a.report->document != b.report->document)
        return a.report->document < b.report->document;
    if (a.sentence_index != b.sentence_index) return a.sentence_index < b.sentence_index;
    return a.id() < b.id();
}

PackedObservation Archive::pack(const Observation& o) {
    return pack(o, report(o.doc, o.source, o.published), name(o.subject), name(o.object));
}

PackedObservation Archive::pack(const Observation& o, const Report* report, const Named* subject, const Named* object) {
    PackedObservation p;
    p.report = report;
    p.subject = subject;
    p.object = object;
    p.sentence = texts_.intern(o.sentence);
    p.phrase = texts_.intern(o.phrase);
    p.sentence_index = o.sentence_index;
    if (o.date) p.day = o.date->days;
    p.goldstein = thousandths(o.goldstein);
    p.confidence = thousandths(o.confidence);
    p.type = static_cast<std::uint8_t>(rank(o.type));
    p.flags = flags_of(o);
    detail_.clear();
    append_detail(detail_, o);
    p.rest = keep_rest(o.id, {}, detail_);
    return p;
}

std::string_view Archive::keep_rest(std::string_view id, std::string_view copies, std::string_view detail) {
    const Sizes sizes{static_cast<std::uint32_t>(id.size()), static_cast<std::uint32_t>(copies.size())};
    rest_.assign(reinterpret_cast<const char*>(&sizes), sizeof sizes);
    rest_.append(id).append(copies).append(detail);
    return texts_.keep(rest_);
}

void Archive::set_copies(PackedObservation& p, std::string_view copies) {
    p.rest = keep_rest(p.id(), copies, detail_of(p.rest));
    p.flags |= k_has_copies;
}

const Report* Archive::report(std::string_view document, std::string_view source, std::optional<Timestamp> published) {
    const auto is_it = [&](std::uint32_t i) {
        const Report& r = reports_[i];
        return r.document == document && r.source == source && r.published == published;
    };
    const std::size_t hash = hash_of(document, source);
    if (const auto known = known_reports_.find(hash, is_it); known != FlatIndex::k_nothing) return &reports_[known];
    const auto number = static_cast<std::uint32_t>(reports_.size());
    known_reports_.insert(hash, number);
    return &reports_.emplace_back(Report{texts_.intern(document), texts_.intern(source), published, number});
}

const Named* Archive::name(const Party& p, const Named* guess) {
    const bool is_guess = guess && p.id.data() == guess->id.data() && p.label.data() == guess->label.data() &&
                          p.country.data() == guess->country.data() && p.kind == guess->kind;
    return is_guess ? guess : name(p);
}

const Named* Archive::name(const Party& p) {
    const auto is_it = [&](std::uint32_t i) {
        const Named& n = names_[i];
        return n.id == p.id && n.label == p.label && n.country == p.country && n.kind == p.kind;
    };
    const std::size_t hash = hash_of(p.id, p.label, p.kind);
    if (const auto known = known_names_.find(hash, is_it); known != FlatIndex::k_nothing) return &names_[known];
    const auto number = static_cast<std::uint32_t>(names_.size());
    known_names_.insert(hash, number);
    return &names_.emplace_back(Named{texts_.intern(p.id), texts_.intern(p.label), texts_.intern(p.country), p.kind});
}

void Archive::freeze() {
    texts_.freeze();
    known_reports_.clear();
    known_names_.clear();
}

}  // namespace entente
