// SPDX-License-Identifier: Apache-2.0
// The network of models/train/model.py: word features → three bidirectional LSTMs → tags, arcs, labels, names.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/kernels.hpp"
#include "extract/language/model.hpp"

namespace entente::nn {

/// What the network says of the words of one sentence; word w is row w.
struct Analysis {
    std::vector<std::uint32_t> upos;  ///< numbers in Network::upos() …
    std::vector<std::uint32_t> xpos;
    std::vector<std::uint32_t> feats;
    std::vector<std::uint32_t> label;  ///< of the arc to the chosen head
    std::vector<int> head;             ///< -1 for the root
    std::vector<std::uint32_t> name;   ///< BIO labels, numbers in Network::names(); an I- always goes on its own kind
};

/// The buffers of one thread. They grow to the longest sentence seen and stay.
class Workspace;  // workspace.hpp

/// Immutable, shared between threads; holds views into the model's bytes.
class Network {
public:
    /// Throws InputError where a part of the model is missing or has another size.
    Network(const ModelFile& model, const Kernels& kernels);

    /// Analyses one sentence of n words; n^2 memory for the arcs, so n is best kept below some hundreds.
    /// The head of every word is chosen so that they form a tree with one root.
    void run(std::span<const std::string_view> forms, Workspace& space, Analysis& out) const;

    [[nodiscard]] const StringTable& upos() const { return upos_names_; }
    [[nodiscard]] const StringTable& xpos() const { return xpos_names_; }
    [[nodiscard]] const StringTable& feats() const { return feats_names_; }
    [[nodiscard]] const StringTable& labels() const { return label_names_; }
    [[nodiscard]] const StringTable& names() const { return name_names_; }
    [[nodiscard]] const StringTable& vector_words() const { return vector_strings_; }

    /// The word's GloVe vector into `out` (k_vector numbers); false where the model has none. `low` is in lower case.
    [[nodiscard]] bool vector(std::string_view low, float* out) const;

    static constexpr std::size_t k_vector = 100, k_word = 64, k_piece = 24, k_hidden = 200, k_layers = 3;
    static constexpr std::size_t k_input = k_vector + k_word + 6 * k_piece;
    static constexpr std::size_t k_gates = 4 * k_hidden, k_both = 2 * k_hidden;
    static constexpr std::size_t k_lower = 2 * k_both;  ///< the first two layers side by side: tags and names
    static constexpr std::size_t k_tag = 128, k_name = 128, k_arc = 128, k_rel = 96;

private:
    struct Direction {
        Matrix input;
        Matrix state;
    };
    void embed(std::string_view form, float* out) const;
    void first_gates(std::string_view form, Workspace& space, float* out) const;
    void layer(std::size_t number, std::size_t n, Workspace& space) const;
    void recur(const Direction& d, bool backward, std::size_t n, float* gates, Workspace& space) const;
    void keep_lower(std::size_t number, std::size_t n, Workspace& space) const;
    void tag(const Quantised& in, Workspace& space, Analysis& out) const;
    void find_names(const Quantised& in, Workspace& space, Analysis& out) const;
    void arcs(std::size_t n, Workspace& space, Analysis& out) const;
    void label(std::size_t n, Workspace& space, Analysis& out) const;

    const Kernels* kernels_;
    StringTable vector_strings_, word_strings_, upos_names_, xpos_names_, feats_names_, label_names_, name_names_;
    Embedding vectors_, words_, pieces_;
    std::array<std::array<Direction, 2>, k_layers> lstm_;
    Matrix tag_, upos_, xpos_, feats_, name_hidden_, name_, dep_, head_, arc_, rel_dep_, rel_head_, rel_;
    std::span<const float> root_;
    std::span<const float> name_next_;  ///< [before, label]: score of a label after another
};

}  // namespace entente::nn
