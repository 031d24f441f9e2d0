#!/usr/bin/env python3
"""GEXF's timeline against the dates in the store it was made of, read by SQLite: each edge is there on exactly the days of
its evidence, each actor on those of its edges. ENTENTE_STORE=news.db checks that store too."""
import datetime
import json
import os
import sqlite3
import unittest
import xml.etree.ElementTree as xml
from pathlib import Path

import support
from support import Case, entente

X = "{http://gexf.net/1.3}"


def evidence_of_store(path):
    """id -> (date, (subject, kind, object))"""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        rows = db.execute("SELECT id, date, subject, type, object, polarity FROM relation")
        return {i: (date, (s, ("NOT_" if polarity == "negated" else "") + kind, o)) for i, date, s, kind, o, polarity in rows}


def days(element):
    """Of its spells, which are in order, apart and closed at both ends."""
    out = []
    for spell in element.iter(X + "spell"):
        start, end = (datetime.date.fromisoformat(spell.get(k)) for k in ("start", "end"))
        assert start <= end and (not out or (start - out[-1]).days > 1), out
        out += [start + datetime.timedelta(n) for n in range((end - start).days + 1)]
    return [str(day) for day in out]


def values(element):
    return {v.get("for"): v.get("value") for v in element.iter(X + "attvalue")}


class Timeline(Case):
    def check(self, store):
        said = evidence_of_store(store)
        entente("export", store, "-o", self.folder / "store.gexf")
        names, of_node, of_edges, seen = {}, {}, {}, set()
        for _, element in xml.iterparse(self.folder / "store.gexf"):
            if element.tag == X + "node":
                exact = values(element).get("entente_id")
                names[element.get("id")] = json.loads(exact) if exact else element.get("id")
                of_node[element.get("id")] = days(element)
            if element.tag == X + "edge":
                ends = element.get("source"), element.get("target")
                evidence = json.loads(values(element)["entente_evidence"])
                self.assertEqual({said[o["id"]][1] for o in evidence}, {(names[ends[0]], element.get("kind"), names[ends[1]])})
                dates = sorted({said[o["id"]][0] for o in evidence} - {None})
                self.assertEqual(days(element), dates)
                self.assertEqual(int(element.get("weight")), len(evidence))
                for end in ends:
                    of_edges.setdefault(end, set()).update(dates)
                seen.update(o["id"] for first in evidence for o in [first, *first.get("copies", [])])
            if element.tag in (X + "node", X + "edge"):
                element.clear()
        self.assertEqual(seen, set(said), "all that is in the store, and nothing else")
        self.assertEqual(of_node, {node: sorted(dates) for node, dates in of_edges.items()})
        return len(said)

    def test_made_up_stores(self):
        for made in self.graphs:
            store = self.folder / f"{made.source.stem}.db"
            lines = made.source.read_text(encoding="utf-8").splitlines(keepends=True)
            half = self.folder / "half.ndjson"
            half.write_text("".join(lines[: len(lines) // 2 + 1]), encoding="utf-8")
            entente("add", store, half)
            entente("add", store, made.source)
            self.assertEqual(self.check(store), len(lines))

    @unittest.skipUnless("ENTENTE_STORE" in os.environ, "no ENTENTE_STORE")
    def test_store(self):
        print(self.check(Path(os.environ["ENTENTE_STORE"])), "observations compared")


if __name__ == "__main__":
    support.main()
