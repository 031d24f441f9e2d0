// SPDX-License-Identifier: Apache-2.0
// The repair's knowledge as the program has it.
#pragma once

#include <string>
#include <vector>

#include "core/io/input.hpp"
#include "extract/knowledge.hpp"
#include "extract/repair/repair.hpp"
#include "tests/extract/language_fixture.hpp"

namespace entente::test {

inline const RepairKnowledge& repair_knowledge() {
    static const std::string weights = io::Input(ENTENTE_SOURCE_DIR "/models/repair.weights").rest();
    static const std::vector<std::string> words = known_words(language());
    static const std::string families = io::Input(ENTENTE_SOURCE_DIR "/models/repair.families").rest();
    static const RepairKnowledge made{WordList({words.begin(), words.end()}, word_families(language(), families)),
                                      repair::ContextModel(weights)};
    return made;
}

inline CleanText cleaned(std::string_view text) { return clean(text, repair_knowledge()); }

}  // namespace entente::test
