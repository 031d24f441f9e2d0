// SPDX-License-Identifier: Apache-2.0
// What the confidence of open triples is learned from: open_features MODEL VIEW < SENTENCES
// SENTENCES: one a line, words apart by blanks. VIEW: full or graph. A line for each triple, before any is taken out:
// sentence, subject, relation, object, further arguments (joined), features (joined by |), apart by tabs.
#include <fmt/format.h>

#include <string>
#include <vector>

#include "core/io/input.hpp"
#include "extract/language/language.hpp"
#include "extract/language/segmented.hpp"
#include "extract/open/confidence.hpp"

using namespace entente;

namespace {

std::string joined(std::string_view text, const Tree& tree, const open::Words& words) {
    std::string out;
    for (const int w : words) (out += out.empty() ? "" : " ") += tree[w].span.of(text);
    return out;
}

void print(std::string_view text, const Sentence& sentence, open::View view) {
    const Tree tree(sentence);
    const auto clauses = open::clauses(tree);
    for (const open::OpenTriple& t : open::print(tree, clauses, view)) {
        std::string further, features;
        for (const open::Slot& s : t.args) (further += further.empty() ? "" : " ") += joined(text, tree, s.words);
        open::features(tree, t, [&](std::string_view f) { (features += features.empty() ? "" : "|") += f; });
        std::string relation(t.inferred);
        if (!t.relation.empty()) (relation += relation.empty() ? "" : " ") += joined(text, tree, t.relation);
        fmt::print("{}\t{}\t{}\t{}\t{}\t{}\n", sentence.span.of(text), joined(text, tree, t.subject.words), relation,
                   joined(text, tree, t.object.words), further, features);
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    const std::string model = io::Input(argv[1]).rest();
    const Language language(model);
    Language::Scratch scratch;
    const std::string text = io::Input("-").rest();
    std::vector<Sentence> sentences = segmented(text);
    language.parse(sentences, scratch);
    const bool graph = std::string_view(argv[2]) == "graph";
    for (const Sentence& s : sentences) print(text, s, graph ? open::View::graph : open::View::full);
}
