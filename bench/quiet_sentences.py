#!/usr/bin/env python3
"""The sentences of quiet_sentences.txt as articles, to count what is found where nothing is.

usage: quiet_sentences.py DATA > quiet.ndjson && entente extract -F ndjson quiet.ndjson | wc -l
DATA holds ud/*.conllu and articles/*.jsonl.
"""
import json
import pathlib
import sys

data = pathlib.Path(sys.argv[1])
texts = {}


def treebank(name):
    sentence = None
    for line in (data / "ud" / f"{name}.conllu").open(encoding="utf-8"):
        if line.startswith("# sent_id = "):
            sentence = line[12:].strip()
        elif line.startswith("# text = "):
            texts[f"ud/{name}#{sentence}"] = line[9:].strip()


def articles(name):
    for line in (data / "articles" / f"{name}.jsonl").open(encoding="utf-8"):
        article = json.loads(line)
        texts[f"articles/{name}#{article['id']}"] = article["text"].replace("\n", " ")


loaded = set()
for line in (pathlib.Path(__file__).parent / "quiet_sentences.txt").open(encoding="utf-8"):
    if line.startswith("#"):
        continue
    key = line.strip()
    kind, name = key.split("#")[0].split("/")
    if (kind, name) not in loaded:
        loaded.add((kind, name))
        (treebank if kind == "ud" else articles)(name)
    if kind == "ud":
        text = texts[key]
    else:
        article, span = key.rsplit("#", 1)
        begin, end = map(int, span.split("-"))
        text = texts[article][begin:end]
    print(json.dumps({"id": key, "text": text}, ensure_ascii=False))
