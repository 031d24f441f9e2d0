// SPDX-License-Identifier: Apache-2.0
#include "extract/language/lemmatizer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "core/error.hpp"
#include "core/io/utf8.hpp"
#include "extract/language/features.hpp"

namespace entente::nn {
namespace {

constexpr std::size_t k_longest = 5, k_shortest = 3;
constexpr std::int32_t k_known = 100000;  ///< words of the vocabulary that count
constexpr std::int32_t k_common = 200;    ///< of the vocabulary: function words, no lemmas of rare forms

template <std::size_t N>
bool one_of(std::string_view tag, const std::array<std::string_view, N>& tags) {
    return std::ranges::find(tags, tag) != tags.end();
}

bool is_proper(std::string_view tag) { return tag.starts_with("NNP"); }
bool is_inflected(std::string_view tag) {
    return one_of(tag, std::array<std::string_view, 8>{"VBD", "VBG", "VBN", "VBZ", "JJR", "JJS", "RBR", "RBS"});
}
bool may_be_acronym(std::string_view tag) { return one_of(tag, std::array<std::string_view, 3>{"NN", "GW", "FW"}); }

/// "NNP", but "NNP VERB" for the "United" of a name.
std::string tag_of(Upos upos, std::string_view xpos) {
    std::string out(xpos);
    if (is_proper(xpos) && upos != Upos::PROPN) out.append(" ").append(name(upos));
    return out;
}

bool no_lower_case(std::string_view form) {
    for (std::size_t i = 0; i < form.size();) {
        const utf8::Decoded d = utf8::decode(form, i);
        if (is_lower(d.code)) return false;
        i += d.length;
    }
    return true;
}

/// Where the last `count` characters of `text` begin; 0 where there are fewer.
std::size_t tail(std::string_view text, std::size_t count) {
    std::size_t at = text.size();
    for (; count > 0 && at > 0; --count) {
        do --at;
        while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
    }
    return at;
}

/// Whether a regular verb spells its form so: "alleges" is no form of "alley". Other forms may be of any verb.
bool is_form_of(std::string_view form, std::string_view verb, std::string_view tag) {
    const std::string_view ending = tag == "VBG" ? "ing" : tag == "VBZ" ? "s" : tag == "VBD" || tag == "VBN" ? "ed" : "";
    if (ending.empty() || !form.ends_with(ending)) return true;
    const std::string stem(form.substr(0, form.size() - ending.size()));
    const auto with = [&](std::size_t cut, std::string_view end) { return stem.size() > cut && stem.substr(0, stem.size() - cut).append(end) == verb; };
    if (tag == "VBZ") return stem == verb || (stem.ends_with('e') && with(1, "")) || (stem.ends_with("ie") && with(2, "y"));
    const std::size_t n = stem.size();
    const bool doubled = n > 2 && stem[n - 1] == stem[n - 2];
    return stem == verb || with(0, "e") || (doubled && with(1, "")) || (stem.ends_with("ck") && with(1, "")) ||
           (tag == "VBG" ? stem.ends_with('y') && with(1, "ie") : stem.ends_with('i') && with(1, "y"));
}

/// Fewer than two characters.
bool is_short(std::string_view text) { return tail(text, 1) == 0; }

std::string apply(std::string_view base, std::string_view script) {
    const std::size_t bar = script.find('|');
    std::size_t cut = 0;
    std::from_chars(script.data(), script.data() + bar, cut);
    std::string out(base.substr(0, tail(base, cut)));
    return out += script.substr(bar + 1);
}

}  // namespace

Lemmatizer::Lemmatizer(const ModelFile& model)
    : rule_keys_(model.strings("lemma.rules.keys")),
      rule_values_(model.strings("lemma.rules.values")),
      exception_keys_(model.strings("lemma.exceptions.keys")),
      exception_values_(model.strings("lemma.exceptions.values")),
      names_(model.strings("lemma.names.keys")),
      vocabulary_(model.strings("vectors.strings")) {
    bool good = rule_keys_.size() == rule_values_.size() && exception_keys_.size() == exception_values_.size();
    for (std::size_t i = 0; good && i < rule_values_.size(); ++i) {
        const std::string_view scripts = rule_values_[i];
        good = std::ranges::count(scripts, '|') == std::ranges::count(scripts, '\t') + 1;
    }
    if (!good) throw InputError("model: the lemma tables are damaged; install the model again");
}

/// Place in the vocabulary, commonest first; -1 for a word that is no evidence of a lemma.
std::int32_t Lemmatizer::rank(std::string_view word) const {
    if (tail(word, k_shortest - 1) == 0) return -1;
    const std::int32_t at = vocabulary_.find(word) - 1;  // word 0 is the unknown one
    return at < k_common || at >= k_known ? -1 : at;
}

bool Lemmatizer::keeps_case(std::string_view form, std::string_view tag) const {
    if (is_proper(tag) || tag == "ADD") return true;
    if (!may_be_acronym(tag) || !no_lower_case(form)) return false;
    const std::string low = lower(form);
    return low != form && rank(low) < 0;
}

std::string Lemmatizer::base_of(std::string_view form, std::string_view tag) const {
    const bool keep = keeps_case(form, tag);
    std::string out;
    for (std::size_t i = 0; i < form.size();) {
        const utf8::Decoded d = utf8::decode(form, i);
        utf8::append(out, d.code == 0x2019 ? U'\'' : keep ? d.code : lower(d.code));
        i += d.length;
    }
    return out;
}

/// Of the longest ending one of whose scripts makes a known word, the script whose word is the commonest.
std::string Lemmatizer::regular(std::string_view base, std::string_view tag, std::string& key) const {
    const std::string low = lower(base);
    std::optional<std::string> first;
    std::size_t before = low.size() + 1;
    for (std::size_t n = k_longest + 1; n-- > 0;) {
        const std::size_t at = tail(low, n);
        if (at == before) continue;  // shorter than n characters
        before = at;
        key.assign(low, at).append("\t").append(tag);
        const std::int32_t found = rule_keys_.find(key);
        if (found < 0) continue;
        std::string best;
        std::int32_t best_rank = -1;
        for (std::string_view scripts = rule_values_[static_cast<std::size_t>(found)]; !scripts.empty();) {
            const std::string_view script = scripts.substr(0, scripts.find('\t'));
            scripts.remove_prefix(std::min(script.size() + 1, scripts.size()));
            std::string word = apply(base, script);
            if (word.empty() || (is_short(word) && !is_short(base)) || !is_form_of(low, word, tag)) continue;
            if (!first) first = word;
            const std::int32_t r = rank(word);
            if (r < 0 || (best_rank >= 0 && r >= best_rank)) continue;
            best = std::move(word);
            best_rank = r;
        }
        if (first && !is_inflected(tag)) break;
        if (best_rank >= 0) return best;
    }
    return first ? *first : std::string(base);
}

std::string Lemmatizer::lemma(std::string_view form, Upos upos, std::string_view xpos) const {
    const std::string tag = tag_of(upos, xpos);
    const std::string base = base_of(form, tag);
    std::string key = base;
    key.append("\t").append(tag);
    if (const std::int32_t i = exception_keys_.find(key); i >= 0)
        return std::string(exception_values_[static_cast<std::size_t>(i)]);
    std::string out = regular(base, tag, key);
    if (!out.empty() && out[0] >= 'a' && out[0] <= 'z' && (tag == "NNP" || tag == "NNPS") && names_.find(out) >= 0)
        out[0] = static_cast<char>(out[0] - 'a' + 'A');
    return out;
}

bool Lemmatizer::is_plain_verb(std::string_view form) const {
    const std::string low = lower(form);
    if (!low.ends_with('s') || rank(low) < 0 || names_.find(low) >= 0) return false;
    const std::string base = lemma(low, Upos::VERB, "VBZ");
    return base != low && rank(base) >= 0 && names_.find(base) < 0;
}

}  // namespace entente::nn
