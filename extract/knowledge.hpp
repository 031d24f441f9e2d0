// SPDX-License-Identifier: Apache-2.0
// All that reading a language and a world needs: the model and the tables. Loaded once, immutable, shared.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/fingerprints.hpp"
#include "extract/actors/table.hpp"
#include "extract/events/codes.hpp"
#include "extract/language/language.hpp"
#include "extract/relate/cameo.hpp"
#include "extract/relate/lexicon.hpp"
#include "extract/relate/similar.hpp"
#include "extract/repair/repair.hpp"

namespace entente {

/// What to read instead of, or after, what is linked into the program.
struct KnowledgeFiles {
    std::string model;                ///< a model file; empty: the one in the program
    std::vector<std::string> actors;  ///< actor tables (TSV) read after the program's own
    std::string lexicon;              ///< a folder with verbs.tsv, nouns.tsv … read instead of the program's own
};

struct Knowledge {
    std::string model_bytes;  ///< of a model file; empty where the program's own is used
    std::unique_ptr<const Language> language;
    ActorTable actors;
    Lexicon lexicon;
    Cameo cameo;
    events::Codes codes{actors};  ///< of event tables; documents are not read with it
    std::unique_ptr<const SimilarVerbs> similar;
    std::unique_ptr<const RepairKnowledge> repair;
    Fingerprints fingerprints;  ///< of the bytes of all of these

    /// About 0.1 s. Throws InputError with file and line.
    [[nodiscard]] static std::unique_ptr<const Knowledge> load(const KnowledgeFiles& files);
};

/// The actor table alone, the program's and then `overlays`. Throws InputError with file and line.
[[nodiscard]] ActorTable load_actor_table(const std::vector<std::string>& overlays);

/// The words that the repair of damaged text knows, commonest first: the model's, then names of the program's actors.
[[nodiscard]] std::vector<std::string> known_words(const Language& language);

/// A name for the model's vocabulary, 16 characters: with it begins a file that has something of each of its words.
[[nodiscard]] std::string vocabulary_name(const Language& language);

/// The words' families of a file's bytes; none where it was made for another vocabulary. 5 ms.
[[nodiscard]] std::string_view word_families(const Language& language, std::string_view file);

}  // namespace entente
