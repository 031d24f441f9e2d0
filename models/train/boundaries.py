#!/usr/bin/env python3
"""Learn where sentences end: a logistic regression over the features of extract/language/boundaries.cpp.

usage: boundaries.py --ud DIR --features BUILD/boundary_features RUN
RUN is the --out of train.py, for its vocabulary; the weights go to RUN/boundaries.pt. About a minute. Prints
F1 of sentence ends at the gaps the features are given for (rules, learned)."""
import argparse
import subprocess
import tempfile

import numpy as np
import torch
import torch.nn.functional as nf

BUCKETS, EPOCHS, BATCH, RATE, DECAY, DROP = 1 << 15, 12, 256, 0.01, 1e-5, 0.15


def raw_text(path):
    """The text of a treebank, paragraphs apart by an empty line, and the bytes where sentences begin."""
    text, begins, fresh = [], set(), False
    size = 0
    for line in open(path, encoding="utf-8"):
        if line.startswith(("# newdoc", "# newpar")):
            fresh = True
        elif line.startswith("# text = "):
            if text:
                text.append("\n\n" if fresh else " ")
                size += len(text[-1])
            begins.add(size)
            text.append(line[9:].rstrip("\n"))
            size += len(text[-1].encode())
            fresh = False
    return "".join(text) + "\n", begins


def examples(tool, words, path):
    """(features [n, k], what the rules say [n], gold [n])"""
    text, begins = raw_text(path)
    lines = subprocess.run([tool, words], input=text.encode(), stdout=subprocess.PIPE, check=True).stdout.split(b"\n")
    rows = np.array([line.split() for line in lines if line], dtype=np.int64)
    return torch.from_numpy(rows[:, 2:].copy()), rows[:, 1] == 1, torch.tensor([float(b in begins) for b in rows[:, 0]])


def f1(found, gold):
    right = (found & gold).sum()
    return round(float(200 * right / (found.sum() + gold.sum())), 2)


def learn(x, y, seed):
    torch.manual_seed(seed)
    weights = torch.zeros(BUCKETS, requires_grad=True)
    mean = torch.zeros(BUCKETS)
    opt = torch.optim.Adam([weights], lr=RATE)
    steps = EPOCHS * (len(y) // BATCH + 1)
    step = 0
    for epoch in range(EPOCHS):
        for rows in torch.randperm(len(y)).split(BATCH):
            for g in opt.param_groups:
                g["lr"] = RATE * (1 - step / steps)
            keep = (torch.rand(len(rows), x.shape[1]) >= DROP) / (1 - DROP)
            loss = nf.binary_cross_entropy_with_logits((weights[x[rows]] * keep).sum(1), y[rows])
            loss = loss + DECAY * weights.square().sum()
            opt.zero_grad()
            loss.backward()
            opt.step()
            step += 1
            if step > steps // 2:
                mean += weights.detach()
    return mean / (steps - steps // 2)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--ud", required=True)
    ap.add_argument("--features", required=True)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("run")
    a = ap.parse_args()
    torch.set_num_threads(1)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8") as words:
        words.write("".join(w + "\n" for w in torch.load(f"{a.run}/averaged.pt", map_location="cpu")["voc"]["vectors"]))
        words.flush()
        sets = {f"{t}-{p}": examples(a.features, words.name, f"{a.ud}/{t}-{p}.conllu")
                for t in ("ewt", "gum-free") for p in ("train", "dev")}
    weights = learn(*(torch.cat([sets["ewt-train"][i], sets["gum-free-train"][i]]) for i in (0, 2)), a.seed)
    for name, (x, rule, y) in sets.items():
        gold = y.numpy() > 0.5
        print(name, "rules", f1(rule, gold), "learned", f1((weights[x].sum(1) > 0).numpy(), gold), flush=True)
    torch.save(weights, f"{a.run}/boundaries.pt")


if __name__ == "__main__":
    main()
