#!/usr/bin/env python3
"""The same bytes for the same inputs: whatever the number of threads, the order and grouping of files, the folder.

Usage: test_determinism.py ENTENTE SOURCE_DIR [TEST...].
"""
import json
import random
import shutil
import unittest

import support
from support import ARTICLES, DATA, Case


class Determinism(Case):
    def setUp(self):
        super().setUp()
        self.random = random.Random(20210825)  # a failure can be repeated
        shutil.copytree(support.SOURCE / "examples", self.folder / "news")
        self.copy(*ARTICLES)
        self.files = sorted(str(p.relative_to(self.folder)) for p in (self.folder / "news").rglob("*.*") if p.suffix != ".md")
        self.files += ARTICLES
        self.assertGreater(len(self.files), 10)

    def shuffled(self, items):
        items = list(items)
        self.random.shuffle(items)
        return items

    def build(self, *inputs, **how):
        return self.run_entente("build", *inputs, "-q", "-f", how.pop("format", "graphml"), **how).out

    def extract(self, *inputs, **how):
        return self.run_entente("extract", *inputs, "-q", **how).out

    def test_any_number_of_threads(self):
        triples, graph = self.extract(*self.files, "-j", 1), self.build(*self.files, "-j", 1)
        for threads in (2, 4, 17):
            self.assert_same_bytes(self.extract(*self.files, "-j", threads), triples, f"extract -j {threads}")
            self.assert_same_bytes(self.build(*self.files, "-j", threads), graph, f"build -j {threads}")
        self.assert_same_bytes(self.extract(*self.files), triples, "extract on all cores")

    def test_again(self):
        for what in ("extract", "build"):
            first, second = (self.run_entente(what, *self.files, "-q").out for _ in range(2))
            self.assert_same_bytes(first, second, what)

    def test_any_order_of_articles(self):
        triples, graph = sorted(self.extract(*self.files).splitlines()), self.build(*self.files)
        for _ in range(3):
            files = self.shuffled(self.files)
            self.assertEqual(sorted(self.extract(*files).splitlines()), triples, f"extract {files}")
            self.assert_same_bytes(self.build(*files), graph, f"build {files}")

    def test_any_order_and_grouping_of_triples(self):
        lines = self.extract(*self.files).splitlines(keepends=True)
        wanted = {name: self.build(*self.files, format=name) for name in ("graphml", "csv", "dot", "ndjson")}
        for parts in (1, 2, 5):
            mixed = self.shuffled(lines + self.random.sample(lines, 20))  # some twice
            names = [f"part{i}.ndjson" for i in range(parts)]
            for i, name in enumerate(names):
                self.write(name, b"".join(mixed[i::parts]))
            for name, graph in wanted.items():
                self.assert_same_bytes(self.build(*self.shuffled(names), format=name), graph, f"{name} of triples in {parts} files")
        self.assert_same_bytes(self.run_entente("export", "part0.ndjson").out, self.build("part0.ndjson"), "export of triples")

    def test_triples_in_foreign_json(self):
        """Other tools reorder keys, put blanks in and escape what is not ASCII: the triple stays the same."""
        triples = [json.loads(line) for line in self.extract(*self.files).splitlines()]
        foreign = "".join(json.dumps(dict(self.shuffled(t.items())), ensure_ascii=True) + "\r\n" for t in triples)
        self.write("foreign.ndjson", foreign)
        self.assert_same_bytes(self.build("foreign.ndjson"), self.build(*self.files), "triples in foreign JSON")
        self.write("marked.ndjson", b"\xef\xbb\xbf" + foreign.encode("ascii"))
        self.assert_same_bytes(self.build("marked.ndjson", "--strict"), self.build(*self.files), "after a byte order mark")

    def test_articles_and_triples_together(self):
        half = len(self.files) // 2
        self.write("half.ndjson", self.extract(*self.files[:half]))
        whole = self.build(*self.files)
        self.assert_same_bytes(self.build("half.ndjson", *self.files[half:]), whole, "triples and articles")
        self.assert_same_bytes(self.build(*self.files, "half.ndjson", "-j", 4), whole, "articles and their own triples")
        self.assert_same_bytes(self.build("-", *self.files[half:], stdin=self.bytes_of("half.ndjson")), whole, "triples on standard input")

    def test_the_same_article_twice_counts_once(self):
        once = self.build(*self.files)
        for twice in ([*self.files, *self.files], ["news", *self.files], [*self.files, "./border.txt", "news//wire.ndjson"], ["."],
                      ["./"], ["./news/", *ARTICLES]):
            self.assert_same_bytes(self.build(*twice), once, f"build {' '.join(twice)[:200]}")

    def test_any_folder(self):
        there = self.folder / "another folder" / "ünïcode"
        shutil.copytree(self.folder / "news", there / "news")
        for name in ARTICLES:
            shutil.copy(DATA / name, there / name)
        self.assert_same_bytes(self.extract(*self.files, cwd=there), self.extract(*self.files), "extract")
        for here in (self.folder, there):
            self.run_entente("build", *self.files, "-o", "g.graphml", "-q", cwd=here)
        self.assert_same_bytes((there / "g.graphml").read_bytes(), self.bytes_of("g.graphml"), "build -o")

    def test_queries(self):
        self.run_entente("build", *self.files, "-o", "a.graphml")
        self.run_entente("build", *self.shuffled(self.files), "-o", "b.graphml", "-j", 3)
        self.write("c.ndjson", b"".join(self.shuffled(self.extract(*self.files).splitlines(keepends=True))))
        for args in (["info"], ["info", "-f", "json"], ["why", "Taliban"], ["path", "China", "France", "--undirected"],
                     ["path", "China", "France", "--undirected", "-f", "ndjson", "-k", "50"], ["export", "-f", "dot", "--at", "2021-09-15"]):
            outputs = [self.run_entente(args[0], graph, *args[1:]).out for graph in ("a.graphml", "b.graphml", "c.ndjson")]
            for other in outputs[1:]:
                self.assert_same_bytes(other, outputs[0], " ".join(args))


if __name__ == "__main__":
    support.main()
