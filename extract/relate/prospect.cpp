// SPDX-License-Identifier: Apache-2.0
#include "extract/relate/prospect.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "core/words.hpp"
#include "extract/relate/clause.hpp"
#include "extract/relate/modality.hpp"
#include "extract/relate/operators.hpp"

namespace entente {
namespace {

/// "the war", "Chad's attack", "these talks"
bool is_known(const Tree& tree, int noun) {
    if (tree.has(noun, "nmod:poss")) return true;
    const int det = tree.child(noun, "det");
    return det >= 0 && is_one_of(ascii_lower(tree[det].form), {"the", "this", "that", "these", "those"});
}

bool has_article(const Tree& tree, int noun) {
    const int det = tree.child(noun, "det");
    return det >= 0 && is_one_of(tree[det].lemma, {"a", "an", "any", "another"});
}

bool is_about(const Tree& tree, int noun) {
    return is_one_of(tree.preposition(noun), {"on", "over", "about", "for", "towards", "toward"});
}

bool is_friendly(Type type) { return quad(type) == 1 || quad(type) == 2; }

/// One walk from a noun up to what says whether its act happened.
class Ascent {
public:
    Ascent(const Tree& tree, const Lexicon& lexicon, Type type) : tree_(tree), lexicon_(lexicon), type_(type) {}

    Prospect from(int noun) {
        is_speech_ = is_one_of(lexicon_.operation('n', ascii_lower(tree_[noun].lemma)), {"offer", "promise", "appeal", "demand", "order"});
        for (const int c : tree_.children(noun))  // "a possible invasion"
            if (tree_.is(c, "amod") && lexicon_.listed("unreal", ascii_lower(tree_[c].lemma))) found_.status = Status::hypothetical;
        for (int at = noun; at >= 0;) at = step(tree_.first_conjunct(at));
        return found_;
    }

private:
    /// The next noun up, or -1.
    int step(int noun) {
        if (tree_.preposition(noun) == "without") found_.denied = true;
        const int governor = tree_.head(noun);
        if (governor < 0) return -1;
        if (tree_.is(noun, "nmod") && tree_[governor].upos == Upos::NOUN) return of_noun(noun, governor);
        if (tree_[governor].upos == Upos::VERB || tree_[governor].upos == Upos::AUX) of_verb(noun, governor);
        else if (tree_.is(noun, "nsubj") && tree_.has(governor, "cop") && !is_known(tree_, noun)) predicted(lexicon_.operation('a', tree_[governor].lemma));
        return -1;
    }

    [[nodiscard]] bool consults(int noun) const {
        const NounEntry* entry = noun < 0 ? nullptr : lexicon_.noun(ascii_lower(tree_[noun].lemma));
        return entry && entry->meaning.type == Type::CONSULT;
    }

    int of_noun(int noun, int governor) {
        const std::string lemma = ascii_lower(tree_[governor].lemma);
        const std::string_view preposition = tree_.preposition(noun);
        const auto operation = lexicon_.operation('n', lemma);
        // "talks on a truce": there is none yet.
        if (is_about(tree_, noun) && consults(governor) && is_friendly(type_) && !is_known(tree_, noun)) apply("purpose");
        if (lemma == "case" && preposition == "of" && tree_.preposition(governor) == "in") apply("suppose");
        else if (operation.empty() || (preposition != "of" && is_known(tree_, noun))) return -1;
        else if (operation != "resume") apply(operation == "threaten" ? "suppose" : operation);  // "the threat of an attack"
        return governor;
    }

    void of_verb(int noun, int verb) {
        const auto operation = lexicon_.operation('v', clause_of(tree_, lexicon_, verb).lemma);
        const bool object = tree_.is(noun, "obj") || tree_.is(noun, "nsubj:pass");
        const bool oblique = tree_.is(noun, "obl") && !is_known(tree_, noun) && is_one_of(tree_.preposition(noun), {"for", "of", "to", "towards", "toward", "about", "against"});
        if (object && lexicon_.listed("unreal", clause_of(tree_, lexicon_, verb).lemma)) found_.status = Status::hypothetical;
        if ((object || oblique) && !lexicon_.listed("lasting", tree_[verb].lemma)) {
            if (operation == "warn") apply("suppose");
            else if (operation != "resume") apply(operation);
        }
        if (is_known(tree_, noun)) return;
        if (is_friendly(type_) && tree_.is(noun, "obl") && is_about(tree_, noun) && consults(tree_.child(verb, "obj"))) apply("purpose");
        if ((object || is_about(tree_, noun)) && is_friendly(type_) && lexicon_.listed("moot", tree_[verb].lemma)) apply("purpose");
        if ((is_friendly(type_) && !lexicon_.listed("lasting", tree_[verb].lemma)) || has_article(tree_, noun)) of_clause(noun, verb);
    }

    /// "talks could resume", "if there is a war", "will sign a deal between"
    void of_clause(int noun, int verb) {
        if (!tree_.is(noun, "nsubj") && !tree_.is(noun, "obj")) return;
        for (const Operator& op : operators_over(tree_, lexicon_, verb)) {
            if (op.operation == "say") break;
            if (is_one_of(op.operation, {"intend", "able", "suppose", "promise", "offer", "try"})) apply(op.operation);
        }
        const bool happens = lexicon_.listed("happen", tree_[verb].lemma);
        if (happens && tree_.is_negated(verb)) found_.denied = true;
    }

    void predicted(std::string_view operation) {
        if (is_one_of(operation, {"intend", "able", "suppose", "fail"})) found_.status = operation == "intend" ? Status::intended : Status::hypothetical;
    }

    /// The operator's row says the status; the type stays the noun's.
    void apply(std::string_view operation) {
        if (operation.empty() || is_one_of(operation, {"say", "accuse", "praise", "allow", "order", "stop"})) return;
        // "rejected an accusation", "an offer of talks": it was made all the same.
        if (is_one_of(operation, {"refuse", "deny"}) && (quad(type_) == 3 || is_speech_)) return;
        if (is_one_of(operation, {"refuse", "forbid", "fail"})) {
            found_.status = Status::hypothetical;
            return;
        }
        const auto composition = lexicon_.compose(operation, type_);
        if (!composition) return;
        if (composition->negates) found_.denied = true;
        else if (composition->status != Status::actual) found_.status = composition->status;
    }

    const Tree& tree_;
    const Lexicon& lexicon_;
    Type type_;
    bool is_speech_ = false;  ///< the noun names something said: an offer, a request
    Prospect found_;
};

}  // namespace

Prospect prospect_of(const Tree& tree, const Lexicon& lexicon, int noun, Type type) { return Ascent(tree, lexicon, type).from(noun); }

}  // namespace entente
