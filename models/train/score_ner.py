#!/usr/bin/env python3
"""Exact-span F1 of named entities.

usage: score_ner.py uner GOLD.iob2 SYSTEM.conllu     PER ORG LOC
       score_ner.py gmb GMB.csv SYSTEM.conllu        PER ORG GEO+GPE (LOC and NORP of the system), the last tenth
       score_ner.py words {uner|gmb} GOLD            the words of the gold standard as CoNLL-U, for entente parse --conllu
SYSTEM must have the words of the gold standard: its entities are the NER=B-PER, NER=I-PER … of MISC. A span is right
where its words and its kind are."""
import random
import sys

import entities as E

SAME = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}


def read_gold(kind, path):
    """[(forms, labels)]: the dev set's own labels, or gmb's, its GEO and GPE as LOC."""
    if kind == "uner":
        return E.read_iob2(path, 1, 2)
    return [(forms, E.well_formed(labels)) for forms, labels in E.gmb_parts(path)[1]]


def read_system(path):
    out, forms, labels = [], [], []
    for line in open(path, encoding="utf-8"):
        c = line.rstrip("\n").split("\t")
        if len(c) == 10 and c[0].isdigit():
            marks = [m[4:] for m in c[9].split("|") if m.startswith("NER=")]
            forms.append(c[1])
            labels.append(marks[0] if marks else "O")
        elif len(c) == 1 and not c[0] and forms:
            out.append((forms, labels))
            forms, labels = [], []
    return out


def spans(labels, kinds):
    """{(first, end, kind)} of the entities of these kinds."""
    out, first, now = set(), 0, None
    for i, label in enumerate([*labels, "O"]):
        if now and label[:2] != "I-":
            if now in kinds:
                out.add((first, i, kinds[now]))
            now = None
        if label[:2] == "B-":
            first, now = i, label[2:]
    return out


def rows(pairs):
    """(kind, precision, recall, F1, gold) in percent, "all" last."""
    kinds = sorted({s[2] for a, b in pairs for s in a | b})
    for kind in kinds + ["all"]:
        one = lambda spans: {s for s in spans if kind in (s[2], "all")}
        gold, found = sum(len(one(a)) for a, _ in pairs), sum(len(one(b)) for _, b in pairs)
        right = sum(len(one(a) & one(b)) for a, b in pairs)
        yield kind, 100 * right / max(1, found), 100 * right / max(1, gold), 200 * right / max(1, gold + found), gold


def interval(pairs, rounds=500):
    """The middle 95 % of F1 over resampled sentences."""
    counts = [(len(a & b), len(a) + len(b)) for a, b in pairs if a or b]
    rng, found = random.Random(1), []
    for _ in range(rounds):
        sample = rng.choices(counts, k=len(counts))
        found.append(200 * sum(c[0] for c in sample) / max(1, sum(c[1] for c in sample)))
    found.sort()
    return found[rounds // 40], found[-1 - rounds // 40]


def main():
    if len(sys.argv) != 4 or sys.argv[1] not in ("uner", "gmb", "words"):
        sys.exit(__doc__)
    if sys.argv[1] == "words":
        for forms, _ in read_gold(sys.argv[2], sys.argv[3]):
            print("".join(f"{i + 1}\t{f}" + "\t_" * 8 + "\n" for i, f in enumerate(forms)))
        return
    kind, gold_path, system_path = sys.argv[1:]
    gold, system = read_gold(kind, gold_path), read_system(system_path)
    if [g[0] for g in gold] != [s[0] for s in system]:
        sys.exit("score_ner.py: the words of the system are not those of the gold standard; see `words`")
    theirs = SAME if kind == "uner" else dict(SAME, NORP="LOC")
    pairs = [(spans(g[1], SAME), spans(s[1], theirs)) for g, s in zip(gold, system)]
    for row in rows(pairs):
        print("{:5} P {:5.2f} R {:5.2f} F1 {:5.2f}  of {}".format(*row))
    print("95 % of resampled sets: {:.1f} to {:.1f}".format(*interval(pairs)))


if __name__ == "__main__":
    main()
