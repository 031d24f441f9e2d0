// SPDX-License-Identifier: Apache-2.0
#include "graph/store_evidence.hpp"

#include <string>

namespace entente {
namespace {

const Report* report_of(Archive& archive, const Statement& row) {
    const auto published = row.optional(3);
    return archive.report(row.text(1), row.text(2), published ? std::optional(Timestamp{*published}) : std::nullopt);
}

std::string select(std::string_view what) { return std::string("SELECT ").append(k_evidence_columns).append(what); }

}  // namespace

StoredEvidence::StoredEvidence(Database& db, Archive& archive)
    : db_(db),
      archive_(archive),
      parties_(read_parties(db, pool_)),
      document_(db.prepare("SELECT number, id, source, published FROM document WHERE number = ?1")),
      row_(db.prepare(select(" FROM evidence WHERE number = ?1"))) {
    for (const Party& p : parties_) names_.push_back(archive.name(p));
}

void StoredEvidence::read_documents() {
    Statement rows = db_.prepare("SELECT number, id, source, published FROM document WHERE current");
    while (rows.step()) {
        const auto number = static_cast<std::size_t>(rows.integer(0));
        if (number >= reports_.size()) reports_.resize(number + 1);
        reports_[number] = report_of(archive_, rows);
    }
}

const Report* StoredEvidence::report(std::int64_t document) {
    const auto number = static_cast<std::size_t>(document);
    if (number >= reports_.size()) reports_.resize(number + 1);
    if (reports_[number]) return reports_[number];
    document_.bind(document);
    if (document_.step()) reports_[number] = report_of(archive_, document_);
    document_.reset();
    return reports_[number];
}

PackedObservation StoredEvidence::pack(const Statement& row, const Report& report) {
    const Observation o = read_evidence(row, {report.document, report.source, report.published}, parties_);
    return archive_.pack(o, &report, names_[static_cast<std::size_t>(row.integer(1))],
                         names_[static_cast<std::size_t>(row.integer(2))]);
}

std::vector<PackedObservation> StoredEvidence::all() {
    read_documents();
    std::vector<PackedObservation> out;
    Statement rows = db_.prepare(select(" FROM evidence"));
    while (rows.step()) {
        const auto document = static_cast<std::size_t>(rows.integer(0));
        if (document < reports_.size() && reports_[document]) out.push_back(pack(rows, *reports_[document]));
    }
    return out;
}

PackedObservation StoredEvidence::at(std::uint32_t row) {
    row_.bind(std::int64_t{row});
    static_cast<void>(row_.step());
    const PackedObservation out = pack(row_, *report(row_.integer(0)));
    row_.reset();
    return out;
}

}  // namespace entente
