"""The network: word features -> three bidirectional LSTMs -> tags, arcs, labels, entities."""
import torch
from torch import nn
import torch.nn.functional as nf

import entities as E
import features as F


def barred():
    """[from, to]: 0, or -10,000 where an I- doesn't continue its own kind."""
    out = torch.zeros(len(E.LABELS), len(E.LABELS))
    for j, label in enumerate(E.LABELS):
        for i, before in enumerate(E.LABELS):
            if label[0] == "I" and before[2:] != label[2:]:
                out[i, j] = -1e4
    return out


class Parser(nn.Module):
    WORD, PIECE, HIDDEN, LAYERS, TAG, ARC, REL = 64, 24, 200, 3, 128, 128, 96
    TAG_LAYER = 1  # tags and entities are read off the first two LSTMs: the third specialises in syntax
    NER = 128

    def __init__(self, voc, vectors):
        super().__init__()
        pad = torch.zeros(1, vectors.shape[1])
        self.vectors = nn.Embedding.from_pretrained(torch.cat([pad, torch.from_numpy(vectors)]), freeze=True)
        self.words = nn.Embedding(len(voc.words), self.WORD)
        self.pieces = nn.ModuleList(nn.Embedding(F.BUCKETS, self.PIECE) for _ in F.KINDS)
        for e in [self.words, *self.pieces]:
            nn.init.normal_(e.weight, std=0.3)
        width = vectors.shape[1] + self.WORD + self.PIECE * len(F.KINDS)
        h2 = 2 * self.HIDDEN
        self.lstm = nn.ModuleList(nn.LSTM(width if i == 0 else h2, self.HIDDEN, batch_first=True, bidirectional=True)
                                  for i in range(self.LAYERS))
        self.root = nn.Parameter(torch.randn(h2) * 0.1)
        self.tag = nn.Linear(2 * h2, self.TAG)
        self.upos = nn.Linear(self.TAG, len(voc.upos))
        self.xpos = nn.Linear(self.TAG, len(voc.xpos))
        self.feats = nn.Linear(self.TAG, len(voc.feats))  # for training only
        self.ner_hidden = nn.Linear(2 * h2, self.NER)
        self.ner = nn.Linear(self.NER, len(E.LABELS))
        self.ner_next = nn.Parameter(torch.zeros(len(E.LABELS), len(E.LABELS)))  # score of label j after label i
        self.register_buffer("ner_barred", barred())
        self.dep, self.head = nn.Linear(h2, self.ARC), nn.Linear(h2, self.ARC)
        self.arc = nn.Linear(self.ARC, self.ARC)          # dep -> query; its bias is the head's prior
        self.rel_dep, self.rel_head = nn.Linear(h2, self.REL), nn.Linear(h2, self.REL, bias=False)
        self.rel = nn.Linear(self.REL, len(voc.deprel))

    def drop(self, x, p):
        """Dropout with one mask for all words of a sentence."""
        if not self.training:
            return x
        return x * (torch.rand(x.shape[0], 1, x.shape[2]) >= p) / (1 - p)

    def encode(self, x, layers):
        """Outputs of the first `layers` LSTMs."""
        vec, word = x[..., 0], x[..., 1]
        if self.training:
            vec = vec * (torch.rand(vec.shape) >= 0.1)
            word = word * (torch.rand(word.shape) >= 0.2)
        parts = [0.5 * self.vectors(vec), self.words(word)] + [e(x[..., 2 + i]) for i, e in enumerate(self.pieces)]
        h = [self.drop(torch.cat(parts, -1), 0.2)]
        for lstm in self.lstm[:layers]:
            h.append(self.drop(lstm(h[-1])[0], 0.33))
        return h[1:]

    def entity_scores(self, h):
        """[b,n,labels]"""
        return self.ner(self.drop(nf.leaky_relu(self.ner_hidden(torch.cat(h[:2], -1)), 0.1), 0.2))

    def transitions(self, following=None):
        """[from, to] and the scores of the first label; what BIO forbids is far below zero."""
        return (self.ner_next if following is None else following) + self.ner_barred, self.ner_barred[0]

    def entity_loss(self, scores, gold):
        """Negative log-likelihood of the labels per word: a linear-chain conditional random field."""
        step, first = self.transitions()
        all_paths = scores[:, 0] + first
        path = all_paths.gather(1, gold[:, :1]).squeeze(1)
        for t in range(1, scores.shape[1]):
            all_paths = torch.logsumexp(all_paths.unsqueeze(2) + step, 1) + scores[:, t]
        if scores.shape[1] > 1:
            path = path + (step[gold[:, :-1], gold[:, 1:]] + scores[:, 1:].gather(2, gold[:, 1:, None]).squeeze(2)).sum(1)
        return (torch.logsumexp(all_paths, 1) - path).sum() / gold.numel()

    def entities(self, scores, following=None):
        """The best sequences of labels [b,n]; `following` instead of the own scores of a label after another."""
        step, first = self.transitions(following)
        best, back = scores[:, 0] + first, []
        for t in range(1, scores.shape[1]):
            value, source = (best.unsqueeze(2) + step).max(1)
            best = value + scores[:, t]
            back.append(source)
        out = [best.argmax(1)]
        for source in reversed(back):
            out.append(source.gather(1, out[-1][:, None]).squeeze(1))
        return torch.stack(out[::-1], 1)

    def forward(self, x, heads=None):
        """x [b,n,8] -> logits: upos [b,n,.], xpos, feats, entities, arcs [b,n,n+1] (column 0 is the root), labels [b,n,.]
        for `heads` (the best heads where none are given)."""
        outputs = self.encode(x, self.LAYERS)
        t = self.drop(nf.leaky_relu(self.tag(torch.cat(outputs[:2], -1)), 0.1), 0.2)
        h = outputs[-1]
        with_root = torch.cat([self.root.expand(h.shape[0], 1, -1), h], 1)
        dep = self.drop(nf.leaky_relu(self.dep(h), 0.1), 0.2)
        head = self.drop(nf.leaky_relu(self.head(with_root), 0.1), 0.2)
        arcs = self.arc(dep) @ head.transpose(1, 2)
        if heads is None:
            heads = arcs.argmax(-1)
        chosen = self.rel_head(with_root).gather(1, heads.unsqueeze(-1).expand(-1, -1, self.REL))
        rel = self.rel(self.drop(nf.leaky_relu(self.rel_dep(h) + chosen, 0.1), 0.2))
        return {"upos": self.upos(t), "xpos": self.xpos(t), "feats": self.feats(t), "ner": self.entity_scores(outputs),
                "arcs": arcs, "deprel": rel, "heads": heads}
