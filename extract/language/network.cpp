// SPDX-License-Identifier: Apache-2.0
#include "extract/language/network.hpp"

#include <algorithm>

#include "extract/language/bio.hpp"
#include "extract/language/features.hpp"
#include "extract/language/tree.hpp"
#include "extract/language/workspace.hpp"

namespace entente::nn {
namespace {

void leaky(std::vector<float>& x, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) x[i] = x[i] < 0.0f ? 0.1f * x[i] : x[i];
}

template <class T>
void grow(std::vector<T>& x, std::size_t size) {
    if (x.size() < size) x.resize(size);
}

/// `count` rows of `width` floats (a multiple of 4) as int8.
Quantised quantise(const Kernels& k, const float* x, std::size_t count, std::size_t width, QuantisedRows& space) {
    grow(space.values, count * width);
    grow(space.scale, count);
    for (std::size_t i = 0; i < count; ++i)
        space.scale[i] = k.quantise(x + i * width, width, width, space.values.data() + i * width);
    return {space.values.data(), space.scale.data(), count};
}

Quantised from(const Quantised& a, std::size_t first, std::size_t width) {
    return {a.values + first * width, a.scale + first, a.count - first};
}

/// Rows of m(a), `m.rows` apart.
void apply(const Kernels& k, const Matrix& m, const Quantised& a, std::vector<float>& out) {
    grow(out, a.count * m.rows);
    k.multiply(m, a, out.data(), m.rows);
}

void best_label(const std::vector<float>& scores, const Matrix& m, std::size_t n, std::vector<std::uint32_t>& out) {
    out.resize(n);
    for (std::size_t i = 0; i < n; ++i) {
        const float* row = scores.data() + i * m.rows;
        out[i] = static_cast<std::uint32_t>(std::max_element(row, row + m.labels) - row);
    }
}

}  // namespace

Network::Network(const ModelFile& model, const Kernels& kernels)
    : kernels_(&kernels),
      vector_strings_(model.strings("vectors.strings")),
      word_strings_(model.strings("words.strings")),
      upos_names_(model.strings("upos.strings")),
      xpos_names_(model.strings("xpos.strings")),
      feats_names_(model.strings("feats.strings")),
      label_names_(model.strings("deprel.strings")),
      name_names_(model.strings("names.strings")),
      vectors_(model.embedding("vectors", vector_strings_.size(), k_vector)),
      words_(model.embedding("words", word_strings_.size(), k_word)),
      pieces_(model.embedding("pieces", k_kinds * k_buckets, k_piece)),
      tag_(model.matrix("tag", k_tag, k_lower)),
      upos_(model.matrix("upos", upos_names_.size(), k_tag)),
      xpos_(model.matrix("xpos", xpos_names_.size(), k_tag)),
      feats_(model.matrix("feats", feats_names_.size(), k_tag)),
      name_hidden_(model.matrix("name_hidden", k_name, k_lower)),
      name_(model.matrix("name", name_names_.size(), k_name)),
      dep_(model.matrix("dep", k_arc, k_both)),
      head_(model.matrix("head", k_arc, k_both)),
      arc_(model.matrix("arc", k_arc, k_arc)),
      rel_dep_(model.matrix("rel_dep", k_rel, k_both)),
      rel_head_(model.matrix("rel_head", k_rel, k_both)),
      rel_(model.matrix("rel", label_names_.size(), k_rel)),
      root_(model.floats("root", k_both)),
      name_next_(model.floats("name_next", name_names_.size() * name_names_.size())) {
    for (std::size_t i = 0; i < k_layers; ++i)
        for (std::size_t d = 0; d < 2; ++d) {
            const std::string name = "lstm" + std::to_string(i) + (d == 0 ? ".forward" : ".backward");
            lstm_[i][d] = {model.matrix(name + ".input", k_gates, i == 0 ? k_input : k_both),
                           model.matrix(name + ".state", k_gates, k_hidden)};
        }
}

bool Network::vector(std::string_view low, float* out) const {
    const auto number = vector_strings_.find(low);
    if (number <= 0) return false;  // 0 is the unknown word
    vectors_.copy(number, out);
    return true;
}

void Network::embed(std::string_view form, float* out) const {
    const std::string norm = normalise(form);
    const std::string low = lower(norm);
    vectors_.copy(vector_strings_.find(low), out);
    words_.copy(word_strings_.find(low), out + k_vector);
    const auto numbers = buckets(norm);
    for (std::size_t i = 0; i < k_kinds; ++i)
        pieces_.copy(static_cast<std::int64_t>(i * k_buckets + numbers[i]), out + k_vector + k_word + i * k_piece);
}

/// The first layer's input depends on the word alone, so its product is remembered.
void Network::first_gates(std::string_view form, Workspace& space, float* out) const {
    const bool keep = !form.empty() && form.size() <= FormCache::k_longest;
    const FormCache::Place place = keep ? space.first.find(form, fnv1a(form)) : FormCache::Place{out, false};
    if (!place.known) {
        float x[k_input];
        embed(form, x);
        const Quantised q = quantise(*kernels_, x, 1, k_input, space.small);
        for (std::size_t d = 0; d < 2; ++d) kernels_->multiply(lstm_[0][d].input, q, place.row + d * k_gates, k_gates);
    }
    if (place.row != out) std::copy_n(place.row, 2 * k_gates, out);
}

void Network::recur(const Direction& d, bool backward, std::size_t n, float* gates, Workspace& space) const {
    space.cell.assign(k_hidden, 0.0f);
    space.h8.assign(k_hidden, 0);
    for (std::size_t i = 0; i < n; ++i) {
        const std::size_t t = backward ? n - 1 - i : i;
        float* row = gates + t * 2 * k_gates + (backward ? k_gates : 0);
        kernels_->add_state(d.state, space.h8.data(), row);
        float* h = space.states.data() + (t + 1) * k_both + (backward ? k_hidden : 0);
        kernels_->lstm_cell(row, k_hidden, space.cell.data(), h, space.h8.data());
    }
}

void Network::layer(std::size_t number, std::size_t n, Workspace& space) const {
    const auto& lstm = lstm_[number];
    if (number > 0) {
        const Quantised in = quantise(*kernels_, space.states.data() + k_both, n, k_both, space.rows);
        for (std::size_t d = 0; d < 2; ++d)
            kernels_->multiply(lstm[d].input, in, space.gates.data() + d * k_gates, 2 * k_gates);
    }
    for (std::size_t d = 0; d < 2; ++d) recur(lstm[d], d == 1, n, space.gates.data(), space);
}

/// Sets the output of one of the first two layers beside that of the other.
void Network::keep_lower(std::size_t number, std::size_t n, Workspace& space) const {
    for (std::size_t i = 0; i < n; ++i)
        std::copy_n(space.states.data() + (i + 1) * k_both, k_both, space.lower.data() + i * k_lower + number * k_both);
}

void Network::tag(const Quantised& in, Workspace& space, Analysis& out) const {
    const std::size_t n = in.count;
    apply(*kernels_, tag_, in, space.a);
    leaky(space.a, n * k_tag);
    const Quantised t = quantise(*kernels_, space.a.data(), n, k_tag, space.small);
    apply(*kernels_, upos_, t, space.b);
    best_label(space.b, upos_, n, out.upos);
    apply(*kernels_, xpos_, t, space.b);
    best_label(space.b, xpos_, n, out.xpos);
    apply(*kernels_, feats_, t, space.b);
    best_label(space.b, feats_, n, out.feats);
}

void Network::find_names(const Quantised& in, Workspace& space, Analysis& out) const {
    const std::size_t n = in.count;
    apply(*kernels_, name_hidden_, in, space.a);
    leaky(space.a, n * k_name);
    apply(*kernels_, name_, quantise(*kernels_, space.a.data(), n, k_name, space.small), space.b);
    best_sequence({space.b.data(), n, name_.rows, name_.labels}, name_next_, space.back, out.name);
}

void Network::arcs(std::size_t n, Workspace& space, Analysis& out) const {
    const Quantised all = {space.rows.values.data(), space.rows.scale.data(), n + 1};
    apply(*kernels_, dep_, from(all, 1, k_both), space.a);
    leaky(space.a, n * k_arc);
    apply(*kernels_, arc_, quantise(*kernels_, space.a.data(), n, k_arc, space.small), space.b);
    apply(*kernels_, head_, all, space.a);
    leaky(space.a, (n + 1) * k_arc);
    const std::size_t stride = (n + 64) / 64 * 64 + 16;  // whole blocks, and no multiple of 4 KiB
    space.c.assign(k_arc * stride, 0.0f);
    for (std::size_t h = 0; h <= n; ++h)
        for (std::size_t k = 0; k < k_arc; ++k) space.c[k * stride + h] = space.a[h * k_arc + k];
    grow(space.arcs, n * (n + 1));
    for (std::size_t d = 0; d < n; ++d)
        kernels_->scores(space.b.data() + d * k_arc, k_arc, space.c.data(), stride, n + 1,
                         space.arcs.data() + d * (n + 1));
    out.head.resize(n);
    best_tree(space.arcs, n, out.head);
}

void Network::label(std::size_t n, Workspace& space, Analysis& out) const {
    const Quantised all = {space.rows.values.data(), space.rows.scale.data(), n + 1};
    apply(*kernels_, rel_dep_, from(all, 1, k_both), space.a);
    apply(*kernels_, rel_head_, all, space.b);
    for (std::size_t d = 0; d < n; ++d) {
        const float* chosen = space.b.data() + static_cast<std::size_t>(out.head[d] + 1) * k_rel;
        for (std::size_t k = 0; k < k_rel; ++k) space.a[d * k_rel + k] += chosen[k];
    }
    leaky(space.a, n * k_rel);
    apply(*kernels_, rel_, quantise(*kernels_, space.a.data(), n, k_rel, space.small), space.c);
    best_label(space.c, rel_, n, out.label);
}

void Network::run(std::span<const std::string_view> forms, Workspace& space, Analysis& out) const {
    const std::size_t n = forms.size();
    grow(space.gates, n * 2 * k_gates);
    grow(space.states, (n + 1) * k_both);
    grow(space.lower, n * k_lower);
    std::copy_n(root_.data(), k_both, space.states.data());
    for (std::size_t i = 0; i < n; ++i) first_gates(forms[i], space, space.gates.data() + i * 2 * k_gates);
    for (std::size_t i = 0; i < k_layers; ++i) {
        layer(i, n, space);
        if (i < 2) keep_lower(i, n, space);
    }
    const Quantised lower = quantise(*kernels_, space.lower.data(), n, k_lower, space.rows);
    tag(lower, space, out);
    find_names(lower, space, out);
    quantise(*kernels_, space.states.data(), n + 1, k_both, space.rows);
    arcs(n, space, out);
    label(n, space, out);
}

}  // namespace entente::nn
