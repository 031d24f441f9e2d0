// SPDX-License-Identifier: Apache-2.0
// Repairs of trees where a parser's answer can't be right whatever the words mean.
#pragma once

#include "core/sentence.hpp"
#include "extract/relate/lexicon.hpp"

namespace entente {

/// Moves arcs that contradict the order of the words: an object that stands behind an infinitive but hangs on the verb
/// before it ("begins withdrawing | troops"), a subject of the next verb right behind a verb that has no object ("cuts
/// ties with Oslo, expels …"), a modifier of an object from beyond its verb ("| US suspends food supplies"), a day for a
/// subject ("said Thursday Jordan has …"). Datelines stand apart; a verb's lemma that the lexicon lacks gives way to one that
/// it knows ("freed": "fre" to "free"). The words stay, but for the tag of a past
/// tense taken for a participle; the result is a tree again. O(words).
void mend(Sentence& sentence, const Lexicon& lexicon);

}  // namespace entente
