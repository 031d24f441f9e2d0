#!/usr/bin/env python3
"""Lint of the tables under data/: test_data.py ENTENTE SOURCE_DIR"""
import pathlib
import re
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


def check_date(where, cell):
    if cell and not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", cell):
        errors.append(f"{where}: {cell!r} is no date")


# Actors
FILES = ["states", "organisations", "groups", "parties", "peoples", "media", "places", "leaders"]
actors, owner, count = {}, {}, {}
for name in FILES:
    for number, row in rows(f"actors/{name}.tsv"):
        where = f"actors/{name}.tsv:{number}"
        if name != "leaders" and row["id"] in actors:
            errors.append(f"{where}: {row['id']} is in {owner[row['id']]} already")
        if not re.fullmatch(r"[A-Z]{3}|[a-z0-9]+(-[a-z0-9]+)*", row["id"]):
            errors.append(f"{where}: {row['id']!r} is neither an ISO code nor a slug")
        actors.setdefault(row["id"], []).append((where, row))
        owner.setdefault(row["id"], where)
        count.setdefault(name, set()).add(row["id"])
for entries in actors.values():
    for where, row in entries:
        for column in ("country", "parent", "of"):
            if row.get(column) and row[column] not in actors:
                errors.append(f"{where}: {column} {row[column]!r} is no actor of the table")
        check_date(where, row.get("from", ""))
        check_date(where, row.get("to", ""))
        if row.get("from") and row.get("to") and row["to"] < row["from"][: len(row["to"])]:
            errors.append(f"{where}: it ends ({row['to']}) before it begins ({row['from']})")
        if row.get("office") and not row.get("of"):
            errors.append(f"{where}: the office {row['office']!r} is of nobody")
for name, least in [("states", 200), ("organisations", 80), ("groups", 60), ("leaders", 200), ("media", 80), ("parties", 100)]:
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
for op in sorted(composed - operators - {"not", "not-intend", "not-allow"}):
    errors.append(f"relations/operators.tsv: no word is the operator {op}")

print("\n".join(errors) or "tables are clean: " + ", ".join(f"{len(v)} {k}" for k, v in count.items()) + f", {len(verbs)} predicates")
sys.exit(bool(errors))
