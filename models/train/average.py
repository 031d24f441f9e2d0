#!/usr/bin/env python3
"""Average the weights of runs that went on from one another: often better than each.

usage: average.py OUT_DIR FILE=WEIGHT...
FILE is an averaged.pt of train.py, of any epoch; OUT_DIR gets one. A run from before names were learned counts only for
what it has."""
import os
import sys

import torch


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    out, parts = sys.argv[1], [a.rsplit("=", 1) for a in sys.argv[2:]]
    states = [(torch.load(path, map_location="cpu"), float(weight)) for path, weight in parts]
    last = states[-1][0]
    net = last["net"]
    for state, _ in states:
        tag = state["net"]["tag.weight"]
        if tag.shape[1] < net["tag.weight"].shape[1]:  # it saw the second layer alone
            state["net"]["tag.weight"] = torch.cat([torch.zeros_like(tag), tag], 1)
    mean = lambda k, has: sum(w * s["net"][k] for s, w in has) / sum(w for _, w in has)
    last["net"] = {k: mean(k, [(s, w) for s, w in states if k in s["net"]]) for k in net}
    last["scores"] = "of an average: measure it"
    os.makedirs(out, exist_ok=True)
    torch.save(last, f"{out}/averaged.pt")


if __name__ == "__main__":
    main()
