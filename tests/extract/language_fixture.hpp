// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "core/io/input.hpp"
#include "extract/language/boundaries.hpp"
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

inline const nn::Boundaries& boundaries() {
    static const nn::ModelFile file{model_bytes()};
    static const nn::Boundaries made{file};
    return made;
}

/// Words with blanks between; "+" joins the words of a multiword token.
inline std::string words(std::string_view text) {
    std::vector<nn::Piece> pieces;
    nn::tokenize(text, pieces);
    std::string out;
    for (const nn::Piece& p : pieces) {
        if (!out.empty()) out += p.joined ? '+' : ' ';
        out += p.span.of(text);
    }
    return out;
}

}  // namespace entente::test
