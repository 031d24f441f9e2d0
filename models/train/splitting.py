#!/usr/bin/env python3
"""Learn where words begin within a run without blanks (cuts), or where sentences end (ends): a logistic regression over
the features of extract/language/cuts.cpp and boundaries.cpp, the rules' answer among them.

usage: splitting.py {cuts|ends} --ud DIR --features BUILD/splitting_features --model MODEL OUT.pt
MODEL is a file of export.py, for ends with the cuts in it. About a minute. Prints F1 at the gaps the features are given
for: the rules', the learned."""
import argparse
import subprocess

import numpy as np
import torch
import torch.nn.functional as nf

PLACES, BATCH, RATE = 1 << 15, 256, 0.01
SETTINGS = {"cuts": (6, 1e-4, 0.3), "ends": (12, 1e-5, 0.15)}  # epochs, decay, features dropped


class Text:
    """A treebank's raw text, paragraphs apart by an empty line; the bytes where its sentences and words begin; spans
    whose words are written otherwise than apart."""

    def __init__(self, path):
        self.parts, self.size = [], 0
        self.sentences, self.words, self.unknown = set(), set(), []
        fresh, sentence, skip = False, "", 0
        for line in open(path, encoding="utf-8"):
            if line.startswith(("# newdoc", "# newpar")):
                fresh = True
            elif line.startswith("# text = "):
                if self.parts:
                    self.add("\n\n" if fresh else " ")
                sentence, at, fresh = line[9:].rstrip("\n"), 0, False
                self.begin = self.size
                self.sentences.add(self.begin)
                self.add(sentence)
            elif line[0].isdigit():
                c = line.split("\t")
                if "-" in c[0]:
                    first, last = map(int, c[0].split("-"))
                    skip, at = last - first + 1, self.token(sentence, c[1], at)
                    self.inner = (at - len(c[1]), c[1])
                elif skip:
                    skip -= 1
                    self.part(sentence, c[1])
                elif "." not in c[0]:
                    at = self.token(sentence, c[1], at)

    def add(self, text):
        self.parts.append(text)
        self.size += len(text.encode())

    def byte(self, sentence, at):
        return self.begin + len(sentence[:at].encode())

    def token(self, sentence, form, at):
        at = sentence.index(form, at)
        self.words.add(self.byte(sentence, at))
        return at + len(form)

    def part(self, sentence, form):
        """One more word of the token self.inner: (where, what is left of it)."""
        at, left = self.inner
        if left.startswith(form):
            self.words.add(self.byte(sentence, at))
            self.inner = at + len(form), left[len(form):]
        elif left:
            self.unknown.append((self.byte(sentence, at), self.byte(sentence, at + len(left))))
            self.inner = at, ""


def examples(tool, kind, model, path):
    """(features [n, k], what the rules say [n], gold [n])"""
    text = Text(path)
    raw = ("".join(text.parts) + "\n").encode()
    lines = subprocess.run([tool, kind, model], input=raw, stdout=subprocess.PIPE, check=True).stdout.split(b"\n")
    rows = np.array([line.split() for line in lines if line], dtype=np.int64)
    if kind == "cuts":
        inside = {b for first, end in text.unknown for b in range(first + 1, end)}
        rows = rows[[b not in inside for b in rows[:, 0]]]
    begins = text.words if kind == "cuts" else text.sentences
    return torch.from_numpy(rows[:, 2:].copy()), rows[:, 1] == 1, torch.tensor([float(b in begins) for b in rows[:, 0]])


def f1(found, gold):
    right = (found & gold).sum()
    return round(float(200 * right / (found.sum() + gold.sum())), 2)


def learn(x, y, settings, seed):
    epochs, decay, drop = settings
    torch.manual_seed(seed)
    weights = torch.zeros(PLACES, requires_grad=True)
    mean = torch.zeros(PLACES)
    opt = torch.optim.Adam([weights], lr=RATE)
    steps = epochs * (len(y) // BATCH + 1)
    step = 0
    for epoch in range(epochs):
        for rows in torch.randperm(len(y)).split(BATCH):
            for g in opt.param_groups:
                g["lr"] = RATE * (1 - step / steps)
            keep = (torch.rand(len(rows), x.shape[1]) >= drop) / (1 - drop)
            loss = nf.binary_cross_entropy_with_logits((weights[x[rows]] * keep).sum(1), y[rows])
            loss = loss + decay * weights.square().sum()
            opt.zero_grad()
            loss.backward()
            opt.step()
            step += 1
            if step > steps // 2:
                mean += weights.detach()
    return mean / (steps - steps // 2)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("kind", choices=("cuts", "ends"))
    for name in ("--ud", "--features", "--model"):
        ap.add_argument(name, required=True)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("out")
    a = ap.parse_args()
    torch.set_num_threads(1)
    sets = {f"{t}-{p}": examples(a.features, a.kind, a.model, f"{a.ud}/{t}-{p}.conllu")
            for t in ("ewt", "gum-free") for p in ("train", "dev")}
    weights = learn(*(torch.cat([sets["ewt-train"][i], sets["gum-free-train"][i]]) for i in (0, 2)), SETTINGS[a.kind], a.seed)
    for name, (x, rule, y) in sets.items():
        gold, found = y.numpy() > 0.5, (weights[x].sum(1) > 0).numpy()
        print(name, "gaps", len(gold), "rules", f1(rule, gold), (rule != gold).sum(), "wrong; learned", f1(found, gold),
              (found != gold).sum(), "wrong", flush=True)
    torch.save(weights, a.out)


if __name__ == "__main__":
    main()
