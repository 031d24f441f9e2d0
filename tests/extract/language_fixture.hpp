// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "core/io/input.hpp"
#include "extract/language/boundaries.hpp"
#include "extract/language/cuts.hpp"
#include "extract/language/language.hpp"
#include "extract/language/tokenizer.hpp"

namespace entente::test {

inline const std::string& model_bytes() {
    static const std::string bytes = io::Input(ENTENTE_SOURCE_DIR "/models/en.model").rest();
    return bytes;
}

inline const Language& language() {
    static const Language made{model_bytes()};
    return made;
}

inline const nn::ModelFile& model() {
    static const nn::ModelFile file{model_bytes()};
    return file;
}

inline const nn::Boundaries& boundaries() {
    static const nn::Boundaries made{model()};
    return made;
}

/// The words of a text, as learned over the rules.
inline std::vector<nn::Piece> pieces(std::string_view text) {
    static const nn::Cuts cuts{model()};
    std::vector<nn::Piece> by_rules, out;
    nn::tokenize(text, by_rules);
    cuts.apply(text, by_rules, out);
    return out;
}

/// Words with blanks between; "+" joins the words of a multiword token.
inline std::string words(std::string_view text) {
    std::string out;
    for (const nn::Piece& p : pieces(text)) {
        if (!out.empty()) out += p.joined ? '+' : ' ';
        out += p.span.of(text);
    }
    return out;
}

}  // namespace entente::test
