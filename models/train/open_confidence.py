#!/usr/bin/env python3
"""Trains the confidence of open triples: one logistic model a view, over the features of extract/open/confidence.cpp.

usage: open_confidence.py OPEN_FEATURES MODEL CARB_GOLD.tsv BENCHIE_GOLD.txt EVAL_DIR [--held SENTENCES] > confidence_weights.cpp

OPEN_FEATURES  the program that prints triples and features (cmake --build BUILD --target open_features)
EVAL_DIR       holds score_carb.py and score_benchie.py, whose matching gives the targets
--held         hold back the sentences of a file, one a line, and say on stderr what the model is worth there

The target of a full triple is the share of its words that CaRB's gold confirms (0 to 1), that of a graph triple whether
BenchIE's gold has it. Deterministic; needs nothing but Python. A minute.
"""
import collections
import math
import subprocess
import sys

PENALTY = 5.0  # L2; the bias is free
ROUNDS = 12    # Newton steps


def triples(program, model, view, sentences):
    """Sentence → [(subject, relation, [object, further…], features)]."""
    out = subprocess.run([program, model, view], input="\n".join(sentences) + "\n", capture_output=True, text=True, check=True).stdout
    found = collections.defaultdict(list)
    for line in out.splitlines():
        sentence, subject, relation, obj, further, features = line.split("\t")
        found[sentence].append((subject, relation, [obj] + ([further] if further else []), features.split("|")))
    return found


def carb_targets(carb, gold, found):
    """Precision of each triple in the best one-to-one assignment."""
    rows = []
    for sentence, list_ in found.items():
        golds = gold.get(carb.key(sentence), [])
        parsed = [carb.binarise(r, a) for r, a in golds]
        cells = []
        for j, (subject, relation, args, _) in enumerate(list_):
            p = carb.binarise(relation, [subject] + args)
            for i, g in enumerate(parsed):
                score = carb.pair(g, p)[0]
                if any(v in golds[i][0] for v in carb.SAID):
                    score = max(score, carb.pair(g, (p[0], [p[1][1], p[1][0]]))[0])
                cells.append((-score, i, j))
        target, used_gold, used = [0.0] * len(list_), set(), set()
        for score, i, j in sorted(cells):
            if i not in used_gold and j not in used:
                used_gold.add(i)
                used.add(j)
                target[j] = -score
        rows += [(sentence, t[3], y) for t, y in zip(list_, target)]
    return rows


def benchie_targets(benchie, facts, ids, found):
    rows = []
    for sentence, list_ in found.items():
        clusters = facts[ids["".join(sentence.split()).lower()]]
        for subject, relation, args, features in list_:
            said = "".join(x + " \0" for x in (subject, relation, " ".join(args)))
            rows.append((sentence, features, float(any(r.fullmatch(said) for c in clusters for r in c))))
    return rows


def solve(a, b):
    """Gauss: a is positive definite."""
    n = len(b)
    for i in range(n):
        for k in range(i + 1, n):
            factor = a[k][i] / a[i][i]
            if factor:
                row, top = a[k], a[i]
                for j in range(i, n):
                    row[j] -= factor * top[j]
                b[k] -= factor * b[i]
    x = [0.0] * n
    for i in reversed(range(n)):
        x[i] = (b[i] - sum(a[i][j] * x[j] for j in range(i + 1, n))) / a[i][i]
    return x


def train(rows, names):
    index = {f: i for i, f in enumerate(names)}
    data = [([index[f] for f in features if f in index], y) for _, features, y in rows]
    n, w = len(names), [0.0] * len(names)
    for _ in range(ROUNDS):
        gradient = [-PENALTY * x for x in w]
        hessian = [[0.0] * n for _ in range(n)]
        for i in range(n):
            hessian[i][i] = PENALTY
        free = index["bias"]
        gradient[free], hessian[free][free] = 0.0, 1e-6
        for active, y in data:
            p = 1 / (1 + math.exp(-sum(w[i] for i in active)))
            for i in active:
                gradient[i] += y - p
                row = hessian[i]
                for j in active:
                    row[j] += p * (1 - p)
        w = [a + b for a, b in zip(w, solve(hessian, gradient))]
    return dict(zip(names, w))


def frequent(rows, least=8):
    count = collections.Counter(f for _, features, _ in rows for f in features)
    return sorted(f for f, n in count.items() if n >= least)


def probability(weights, features):
    return 1 / (1 + math.exp(-sum(weights.get(f, 0) for f in features)))


def report(view, weights, rows):
    """How well the confidence ranks unseen triples: mean target of the better and of the worse half."""
    ranked = sorted(rows, key=lambda r: -probability(weights, r[1]))
    half = len(ranked) // 2
    mean = lambda part: sum(r[2] for r in part) / max(1, len(part))
    print(f"{view}: held back {len(rows)} triples, right {mean(rows):.3f}; upper half {mean(ranked[:half]):.3f}, "
          f"lower half {mean(ranked[half:]):.3f}", file=sys.stderr)


def main():
    args = sys.argv[1:]
    held_back = []
    if "--held" in args:
        at = args.index("--held")
        held_back = open(args[at + 1], encoding="utf-8").read().splitlines()
        del args[at:at + 2]
    program, model, carb_gold, benchie_gold, scorers = args
    sys.path.insert(0, scorers)
    import score_benchie
    import score_carb

    order = list(dict.fromkeys(line.split("\t")[0].strip() for line in open(carb_gold, encoding="utf-8")))
    held = {score_carb.key(s) for s in held_back}
    facts, ids = score_benchie.load_gold(benchie_gold)
    bench = [l.rstrip("\n").split("\t", 1)[1].strip() for l in open(benchie_gold, encoding="utf-8") if l.startswith("sent_id:")]
    rows = {"full": carb_targets(score_carb, score_carb.read_gold(carb_gold), triples(program, model, "full", order)),
            "graph": benchie_targets(score_benchie, score_benchie.compile_gold(facts), ids, triples(program, model, "graph", bench))}
    weights = {}
    for view, all_rows in rows.items():
        seen = [r for r in all_rows if score_carb.key(r[0]) not in held]
        weights[view] = train(seen, frequent(seen))
        if held:
            report(view, weights[view], [r for r in all_rows if score_carb.key(r[0]) in held])
    names = sorted(set(weights["full"]) | set(weights["graph"]), key=lambda s: s.encode())
    print("// SPDX-License-Identifier: Apache-2.0\n// Generated by models/train/open_confidence.py.\n#include \"extract/open/confidence.hpp\"\n")
    print("namespace entente::open {\nnamespace {\n\nconstexpr FeatureWeight k_weights[] = {")
    for f in names:
        print(f'    {{"{f}", {weights["full"].get(f, 0):.3f}, {weights["graph"].get(f, 0):.3f}}},')
    print("};\n\n}  // namespace\n\nstd::span<const FeatureWeight> feature_weights() { return k_weights; }\n\n}  // namespace entente::open")


if __name__ == "__main__":
    main()
