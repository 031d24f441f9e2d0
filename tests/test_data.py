#!/usr/bin/env python3
"""Lint of the tables under data/: test_data.py ENTENTE SOURCE_DIR"""
import collections
import pathlib
import subprocess
import sys

data = pathlib.Path(sys.argv[2]) / "data"
errors = []


def rows(path):
    """(line number, {column: cell}) of a table."""
    header = None
    for number, line in enumerate((data / path).read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [c.strip() for c in line.split("\t")]
        if header is None:
            header = cells
            continue
        if len(cells) > len(header):
            errors.append(f"{path}:{number}: {len(cells)} columns where the header names {len(header)}")
        yield number, dict(zip(header, ["" if c == "-" else c for c in cells + [""] * (len(header) - len(cells))]))


def split(cell):
    return [p.strip() for p in cell.split("|") if p.strip()]


# Actors: the program's own lint, and how many there are
lint = subprocess.run([sys.argv[1], "actors", "lint"], capture_output=True, text=True)
errors += lint.stdout.splitlines()
count = {}
for name, least in [("states", 200), ("organisations", 200), ("groups", 200), ("leaders", 1500), ("media", 80), ("parties", 120)]:
    count[name] = {row["id"] for _, row in rows(f"actors/{name}.tsv")}
    if len(count[name]) < least:
        errors.append(f"actors/{name}.tsv: {len(count[name])} actors, fewer than {least}")

# Relations
TYPES = set("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
            "COERCE ASSAULT LEADS MEMBER_OF PART_OF LOCATED_IN STATEMENT".split())
codes = {row["code"] for _, row in rows("ontology/cameo.tsv")}
classes = set()
for number, row in rows("relations/nouns.tsv"):
    classes.update(split(row["classes"]))
verbs = set()
for table in ("verbs", "nouns", "adjectives"):
    for number, row in rows(f"relations/{table}.tsv"):
        where = f"relations/{table}.tsv:{number}"
        if row["type"] and row["type"] not in TYPES:
            errors.append(f"{where}: unknown type {row['type']}")
        if row["type"] and row["cameo"] not in codes:
            errors.append(f"{where}: CAMEO code {row['cameo']!r} is not in ontology/cameo.tsv")
        for noun in split(row.get("object", "")):
            if noun.startswith("@") and noun[1:] not in classes:
                errors.append(f"{where}: no noun is in class {noun}")
        if table == "verbs":
            verbs.add(row["predicate"])
if len(verbs) < 500:
    errors.append(f"relations/verbs.tsv: {len(verbs)} predicates, fewer than 500")
operators = {row["operator"] for _, row in rows("relations/operators.tsv")}
composed = {row["operator"] for _, row in rows("relations/composition.tsv")}
for op in sorted(operators - composed):
    errors.append(f"relations/composition.tsv: no row for the operator {op}")
for op in sorted(composed - operators - {"not", "not-intend", "not-allow", "purpose"}):
    errors.append(f"relations/operators.tsv: no word is the operator {op}")

# CAMEO codes: event tables have their types and phrases of this table, articles of the lexicon: they must agree
TYPE_OF = {row["code"]: row["type"] for _, row in rows("ontology/cameo.tsv")}
told = {}
for table in ("verbs", "nouns", "adjectives"):
    for _, row in rows(f"relations/{table}.tsv"):
        if row["type"] and row["cameo"]:
            told.setdefault(row["cameo"], collections.Counter())[row["type"]] += 1
for code, types in sorted(told.items()):
    commonest, number = types.most_common(1)[0]
    if number >= 20 and TYPE_OF[code] != commonest:
        errors.append(f"ontology/cameo.tsv: {code} is {TYPE_OF[code]}, but {commonest} in {number} rows of the lexicon")
for number, row in rows("ontology/cameo.tsv"):
    if row["type"] not in TYPES or (len(row["code"]) < 4 and not row["phrase"]):
        errors.append(f"ontology/cameo.tsv:{number}: {row['code']} has no type or no phrase")

# Codes of event tables: the program checks actors and codings when it loads them
roles = {row["role"] for _, row in rows("actors/roles.tsv")} | {row.get("role") for t in ("organisations", "groups", "parties") for _, row in rows(f"actors/{t}.tsv")} | {"ELI"}
for number, row in rows("events/codes.tsv"):
    if row["role"] and row["role"] not in roles:
        errors.append(f"events/codes.tsv:{number}: no actor of data/actors has the role {row['role']}")

print("\n".join(errors) or "tables are clean: " + ", ".join(f"{len(v)} {k}" for k, v in count.items()) + f", {len(verbs)} predicates")
sys.exit(bool(errors))
