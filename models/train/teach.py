"""What an ensemble of networks says of sentences, for another network to learn from (knowledge distillation).

A word's last column, SOFT, holds its teachers' mean probabilities, float16: UPOS, XPOS, relations to its head, and its
head (the root first). Sentences without a tree or names get the ensemble's own as their hard labels too."""
import random

import numpy as np
import torch

import data
import entities as E


def names(nets, outs):
    """The best labels under the mean of the teachers' scores."""
    following = sum(net.ner_next for net in nets) / len(nets)
    return nets[0].entities(sum(o["ner"] for o in outs) / len(outs), following)


@torch.no_grad()
def probabilities(nets, x, heads=None):
    """(mean probabilities by output, heads, name labels) of one batch."""
    outs = [net(x, heads) for net in nets]
    mean = lambda k: sum(o[k].softmax(-1) for o in outs) / len(outs)
    p = {k: mean(k) for k in ("upos", "xpos", "feats", "arcs")}
    if heads is None:
        heads = p["arcs"].argmax(-1)
        outs = [net(x, heads) for net in nets]
    p["deprel"] = mean("deprel")
    return p, heads, names(nets, outs)


def teach(nets, sentences, voc, tokens=4000):
    """The sentences with the column SOFT, in another order."""
    for net in nets:
        net.eval()
    out = []
    for batch in data.batches(sentences, tokens, random.Random(0)):
        t = {k: torch.from_numpy(v) for k, v in data.encode(batch, voc).items()}
        p, heads, found = probabilities(nets, t["x"], t.get("head"))
        soft = torch.cat([p["upos"], p["xpos"], p["deprel"], p["arcs"]], -1).numpy().astype(np.float16)
        best = {k: p[k].argmax(-1).tolist() for k in ("upos", "xpos", "feats", "deprel")}
        for b, s in enumerate(batch):
            if s[0][data.NER] is None:
                s = [w[:data.NER] + (E.LABELS[int(found[b, i])],) for i, w in enumerate(s)]
            if s[0][4] is None:
                s = [(w[0], w[1], voc.upos[best["upos"][b][i]], voc.xpos[best["xpos"][b][i]], int(heads[b, i]),
                      voc.deprel[best["deprel"][b][i]], voc.feats[best["feats"][b][i]], w[data.NER])
                     for i, w in enumerate(s)]
            out.append([w + (soft[b, i],) for i, w in enumerate(s)])
    return out


def read_bare(path, most=14_000, seed=1):
    """At most `most` sentences of 5 to 45 words of a CoNLL-U file, none twice, in random order; nothing known of them."""
    forms = list(dict.fromkeys(tuple(w[0] for w in s) for s in data.read_conllu(path) if 5 <= len(s) <= 45))
    random.Random(seed).shuffle(forms)
    return [[(f, None, None, None, None, "", None, None) for f in s] for s in forms[:most]]
