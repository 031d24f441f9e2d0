// SPDX-License-Identifier: Apache-2.0
#include "extract/language/lemmatizer.hpp"

#include <charconv>

#include "core/error.hpp"
#include "core/io/utf8.hpp"
#include "extract/language/features.hpp"

namespace entente::nn {
namespace {

constexpr std::size_t k_longest = 5;

std::string base_of(std::string_view form, std::string_view xpos) {
    const bool proper = xpos == "NNP" || xpos == "NNPS";
    std::string out;
    for (std::size_t i = 0; i < form.size();) {
        const utf8::Decoded d = utf8::decode(form, i);
        utf8::append(out, d.code == 0x2019 ? U'\'' : proper ? d.code : lower(d.code));
        i += d.length;
    }
    return out;
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
      exception_values_(model.strings("lemma.exceptions.values")) {
    bool good = rule_keys_.size() == rule_values_.size() && exception_keys_.size() == exception_values_.size();
    for (std::size_t i = 0; good && i < rule_values_.size(); ++i)
        good = rule_values_[i].find('|') != std::string_view::npos;
    if (!good) throw InputError("model: the lemma tables are damaged; install the model again");
}

std::string_view Lemmatizer::rule(std::string_view base, std::string_view xpos, std::string& key) const {
    const std::string low = lower(base);
    std::size_t before = low.size() + 1;
    for (std::size_t n = k_longest + 1; n-- > 0;) {
        const std::size_t at = tail(low, n);
        if (at == before) continue;  // shorter than n characters
        before = at;
        key.assign(low, at).append("\t").append(xpos);
        if (const std::int32_t i = rule_keys_.find(key); i >= 0) return rule_values_[static_cast<std::size_t>(i)];
    }
    return "0|";
}

std::string Lemmatizer::lemma(std::string_view form, std::string_view xpos) const {
    const std::string base = base_of(form, xpos);
    std::string key = base;
    key.append("\t").append(xpos);
    if (const std::int32_t i = exception_keys_.find(key); i >= 0)
        return std::string(exception_values_[static_cast<std::size_t>(i)]);
    return apply(base, rule(base, xpos, key));
}

}  // namespace entente::nn
