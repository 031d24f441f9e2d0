"""Named entities for training: one label a word, B-/I- and PER ORG LOC NORP MISC, or O.

The sets keep their conventions (one takes "President" into a person's name, one doesn't): the network tells them by the
text. NORP are state adjectives and peoples ("Russian", "Afghans"), by the demonyms of data/actors/states.tsv."""
import csv
import os

KINDS = ("PER", "ORG", "LOC", "NORP", "MISC")
LABELS = ["O"] + [f"{p}-{k}" for k in KINDS for p in "BI"]
_KIND = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "OTH": "MISC", "MISC": "MISC", "EVENT": "MISC", "PROD": "MISC",
         "per": "PER", "org": "ORG", "geo": "LOC", "gpe": "LOC", "art": "MISC", "eve": "MISC", "nat": "MISC"}
HELD_OUT = 0.1  # of gmb.csv, its end: for measuring only
COLUMN = 7  # of the label, in a word of data.py


def well_formed(labels):
    """An I- that continues nothing becomes a B-; unknown kinds become O."""
    out, before = [], None
    for label in labels:
        mark, _, kind = label.partition("-")
        kind = kind if kind in KINDS else _KIND.get(kind)
        if kind is None:
            out.append("O")
        else:
            out.append(("I-" if mark == "I" and kind == before else "B-") + kind)
        before = kind
    return out


def states(path):
    """The rows of the table of states, each by its columns' names."""
    lines = (line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8") if line[0] not in "#\n")
    header = next(lines)
    return [dict(zip(header, line)) for line in lines]


def demonyms(path):
    """The demonyms of a table of states that are one word and no name of a state."""
    rows = states(path)
    names = {r["label"] for r in rows}
    return {d for r in rows for d in r["demonyms"].split("|")
            if d[:1].isupper() and " " not in d and d not in names} | {"European", "Europeans", "Western"}


def mark_demonyms(forms, labels, words):
    """Demonyms that are no part of a longer name or of a person's or organisation's."""
    out = list(labels)
    for i, (form, label) in enumerate(zip(forms, labels)):
        alone = label[:2] != "I-" and (i + 1 == len(labels) or labels[i + 1][:2] != "I-")
        if form in words and alone and label in ("O", "B-MISC", "B-LOC"):
            out[i] = "B-NORP"
    return out


def read_iob2(path, form, label, separator="\t"):
    """(forms, labels) of the sentences of a table with an empty line between them."""
    out, forms, labels = [], [], []
    for line in [*open(path, encoding="utf-8"), "\n"]:
        c = line.rstrip("\n").split(separator)
        if line.startswith("# ") and separator == "\t":
            continue
        if len(c) > max(form, label):
            forms.append(c[form])
            labels.append(c[label])
        elif forms:
            out.append((forms, well_formed(labels)))
            forms, labels = [], []
    return out


def read_gmb(path):
    """(forms, labels) of the sentences of gmb.csv, with its own kinds: geo, gpe, per, org ..."""
    out = []
    with open(path, encoding="latin-1", newline="") as f:
        for row in list(csv.reader(f))[1:]:
            if row[0]:
                out.append(([], []))
            if len(row) == 4 and row[1].strip():
                out[-1][0].append(row[1].strip())
                out[-1][1].append(row[3])
    return [s for s in out if s[0]]


def gmb_parts(path):
    """Sentences to train with, and those of the end, for measuring."""
    sentences = read_gmb(path)
    cut = int(len(sentences) * (1 - HELD_OUT) + 1e-6)
    return sentences[:cut], sentences[cut:]


def join(sentences, annotated):
    """Gives the sentences of a treebank the labels of the annotated ones with the same words, in order or not."""
    by_forms = {tuple(forms): labels for forms, labels in annotated}
    out = []
    for s in sentences:
        labels = by_forms.get(tuple(w[0] for w in s))
        out.append([w[:COLUMN] + (labels[i],) for i, w in enumerate(s)] if labels else s)
    return out


def relabel(sentences, words):
    """Treebank sentences, with demonyms marked."""
    out = []
    for s in sentences:
        if s[0][COLUMN] is None:
            out.append(s)
            continue
        labels = mark_demonyms([w[0] for w in s], [w[COLUMN] for w in s], words)
        out.append([w[:COLUMN] + (label,) for w, label in zip(s, labels)])
    return out


def bare(annotated, words):
    """Sentences of which only the entities are known."""
    return [[(f, None, None, None, None, "", None, label) for f, label in
             zip(forms, mark_demonyms(forms, well_formed(labels), words))] for forms, labels in annotated]


def load(ner, states, sets):
    """Adds labels to the treebanks in `sets` and returns the sentences with entities only: (train, held-out gmb)."""
    words = demonyms(states)
    for tree, file, columns in (("ewt", "uner-ewt-{}.iob2", (1, 2)), ("gum-free", "gum-free-{}.ner.iob2", (1, 2))):
        for part in ("train", "dev"):
            annotated = read_iob2(os.path.join(ner, file.format(part)), *columns)
            joined = join(sets[f"{tree}-{part}"], annotated)
            sets[f"{tree}-{part}"] = relabel(joined, words) if part == "train" else joined
    first, end = gmb_parts(os.path.join(ner, "gmb.csv"))
    wikigold = read_iob2(os.path.join(ner, "wikigold.conll"), 0, 1, " ")
    return bare(first, words) + bare(wikigold, words), [
        [(f, None, None, None, None, "", None, label) for f, label in zip(forms, well_formed(labels))]
        for forms, labels in end]
