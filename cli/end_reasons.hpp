// SPDX-License-Identifier: Apache-2.0
// Why the ends of observations are who they are: `why --explain`.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "extract/knowledge.hpp"
#include "extract/mentions.hpp"
#include "graph/observation.hpp"

namespace entente::cli {

/// Graphs keep no reasons: the sentence is read again, and where it doesn't tell, the article, if it is still where it was
/// read from.
class EndReasons {
public:
    /// About 0.2 s.
    explicit EndReasons(const KnowledgeFiles& files);

    /// Of subject and object. Where it can't be known, says so and why. A sentence costs a millisecond or so, an article
    /// what `extract` takes for it, once.
    [[nodiscard]] std::pair<std::string, std::string> of(const Observation& observation);

private:
    /// A text that was read again.
    struct Reread {
        std::string text;
        std::vector<FoundActor> found;
    };
    [[nodiscard]] Reread read(const Document& document, bool repair);
    [[nodiscard]] const Reread* article(const Observation& observation);
    [[nodiscard]] std::string of_end(const Observation& observation, const Party& end, const Reread& sentence);

    std::unique_ptr<const Knowledge> knowledge_;
    Language::Scratch scratch_;
    std::map<std::string, std::unique_ptr<const Reread>> articles_;  ///< by source and id; null: not there any more
};

}  // namespace entente::cli
