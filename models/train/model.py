"""The network: word features -> three bidirectional LSTMs -> tags, arcs, labels."""
import torch
from torch import nn
import torch.nn.functional as nf

import features as F


class Parser(nn.Module):
    WORD, PIECE, HIDDEN, LAYERS, TAG, ARC, REL = 64, 24, 200, 3, 128, 128, 96
    TAG_LAYER = 1  # tags are read off the second LSTM: the third specialises in syntax

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
        self.tag = nn.Linear(h2, self.TAG)
        self.upos = nn.Linear(self.TAG, len(voc.upos))
        self.xpos = nn.Linear(self.TAG, len(voc.xpos))
        self.dep, self.head = nn.Linear(h2, self.ARC), nn.Linear(h2, self.ARC)
        self.arc = nn.Linear(self.ARC, self.ARC)          # dep -> query; its bias is the head's prior
        self.rel_dep, self.rel_head = nn.Linear(h2, self.REL), nn.Linear(h2, self.REL, bias=False)
        self.rel = nn.Linear(self.REL, len(voc.deprel))

    def drop(self, x, p):
        """Dropout with one mask for all words of a sentence."""
        if not self.training:
            return x
        return x * (torch.rand(x.shape[0], 1, x.shape[2]) >= p) / (1 - p)

    def forward(self, x, heads=None):
        """x [b,n,8] -> logits: upos [b,n,.], xpos, arcs [b,n,n+1] (column 0 is the root), labels [b,n,.] for `heads`
        (the best heads where none are given)."""
        vec, word = x[..., 0], x[..., 1]
        if self.training:
            vec = vec * (torch.rand(vec.shape) >= 0.1)
            word = word * (torch.rand(word.shape) >= 0.2)
        parts = [0.5 * self.vectors(vec), self.words(word)] + [e(x[..., 2 + i]) for i, e in enumerate(self.pieces)]
        h = self.drop(torch.cat(parts, -1), 0.2)
        for i, lstm in enumerate(self.lstm):
            h = self.drop(lstm(h)[0], 0.33)
            if i == self.TAG_LAYER:
                t = self.drop(nf.leaky_relu(self.tag(h), 0.1), 0.2)
        with_root = torch.cat([self.root.expand(h.shape[0], 1, -1), h], 1)
        dep = self.drop(nf.leaky_relu(self.dep(h), 0.1), 0.2)
        head = self.drop(nf.leaky_relu(self.head(with_root), 0.1), 0.2)
        arcs = self.arc(dep) @ head.transpose(1, 2)
        if heads is None:
            heads = arcs.argmax(-1)
        chosen = self.rel_head(with_root).gather(1, heads.unsqueeze(-1).expand(-1, -1, self.REL))
        rel = self.rel(self.drop(nf.leaky_relu(self.rel_dep(h) + chosen, 0.1), 0.2))
        return self.upos(t), self.xpos(t), arcs, rel, heads
