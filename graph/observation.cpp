// SPDX-License-Identifier: Apache-2.0
#include "graph/observation.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "graph/evidence_json.hpp"

namespace entente {
namespace {

Party party(const Mention& m) { return {m.id, m.text, m.label.empty() ? m.id : m.label, m.country, m.role, m.span, m.kind}; }

double three_decimals(double value) { return std::isfinite(value) ? std::round(value * 1000) / 1000 : 0; }

}  // namespace

bool normalise(Observation& o) {
    o.goldstein = std::clamp(three_decimals(o.goldstein), -10.0, 10.0);
    o.confidence = std::clamp(three_decimals(o.confidence), 0.0, 0.999);
    if (o.goldstein == 0) o.goldstein = 0;  // no "-0"
    if (!o.mutual || !(o.object.id < o.subject.id)) return false;
    std::swap(o.subject, o.object);
    o.swapped = !o.swapped;
    return true;
}

Observation view_of(const Triple& t, JsonTexts& texts) {
    Observation o;
    o.id = t.id;
    o.doc = t.doc;
    o.source = t.source;
    o.sentence = t.sentence.text;
    o.phrase = t.relation.text;
    o.lemma = t.relation.lemma;
    o.cameo = t.relation.cameo;
    o.rule = t.rule;
    texts.args = args_json(t.args);
    o.args = texts.args;
    o.subject = party(t.subject);
    o.object = party(t.object);
    if (t.attribution) {
        texts.via = via_json(t.attribution->via);
        o.said = {t.attribution->text, t.attribution->id, t.attribution->label, t.attribution->verb, texts.via};
    }
    o.published = t.published;
    o.date = t.date ? t.date : t.published ? std::optional(t.published->date()) : std::nullopt;
    o.sentence_index = t.sentence.index;
    o.span = t.sentence.span;
    o.phrase_span = t.relation.span;
    o.goldstein = t.relation.goldstein;
    o.confidence = t.confidence;
    o.type = t.relation.type;
    o.polarity = t.polarity;
    o.status = t.status;
    o.mutual = t.symmetric;
    normalise(o);
    return o;
}

std::string_view type_name(std::optional<Type> type) { return type ? name(*type) : "OTHER"; }

}  // namespace entente
