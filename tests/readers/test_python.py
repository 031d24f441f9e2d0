#!/usr/bin/env python3
"""Do NetworkX, igraph, Graphviz, xmllint and a CSV reader get every node, edge, label and weight of our files?"""
import csv
import os
import shutil
import subprocess
import unittest

import support
from support import Case, entente

networkx, igraph = support.load("networkx", "igraph")
DIALECTS = ("gephi", "yed", "neo4j", "strict")


def xml_text(text):
    """What XML 1.0 can hold of it."""
    return "".join(c for c in text if (c >= " " or c in "\t\n\r") and c not in "\ufffe\uffff")


def labels(things):
    return sorted(xml_text(t["label"]) for t in things)


class Graphml(Case):
    def test_networkx(self):
        for made in self.graphs:
            for dialect in DIALECTS[::2]:  # NetworkX knows yEd's shapes and leaves our own data aside then
                graph = networkx.read_graphml(made.export("nx.graphml", "--dialect", dialect))
                self.assertTrue(graph.is_directed() and (graph.is_multigraph() or len(made.edges) < 2))
                self.assertEqual(graph.number_of_nodes(), len(made.actors))
                self.assertEqual(graph.number_of_edges(), len(made.edges))
                data = [d for *_, d in graph.edges(data=True)]
                self.assertEqual(sum(d["weight"] for d in data), made.weight)
                self.assertEqual(sorted(d.get("label", "") for d in data), labels(made.edges))
                self.assertEqual(sorted(d.get("label", "") for _, d in graph.nodes(data=True)), labels(made.actors))
                self.assertTrue(all(d["kind"] for _, d in graph.nodes(data=True)))

    def test_igraph(self):
        for made in self.graphs:
            for dialect in DIALECTS:
                graph = igraph.Graph.Read_GraphML(str(made.export("ig.graphml", "--dialect", dialect)))
                self.assertEqual((graph.vcount(), graph.ecount()), (len(made.actors), len(made.edges)))
                self.assertEqual(sum(graph.es["weight"]), made.weight)
                self.assertEqual(sorted(graph.es["label"]), labels(made.edges))
                self.assertEqual(sorted(graph.vs["label"]), labels(made.actors))
                self.assertEqual(len(set(graph.vs["id"])), len(made.actors))

    def test_round_trip_is_the_identity(self):
        for made in self.graphs:
            first = made.export("first.graphml").read_bytes()
            for dialect in DIALECTS:
                entente("export", made.export("other.graphml", "--dialect", dialect), "-o", self.folder / "again.graphml")
                self.assertEqual((self.folder / "again.graphml").read_bytes(), first, dialect)

    def test_order_and_repetition_change_nothing(self):
        for made in self.graphs:
            first = made.export("first.graphml").read_bytes()
            lines = made.source.read_text(encoding="utf-8").splitlines(keepends=True)
            shuffled = self.folder / "shuffled.ndjson"
            shuffled.write_text("".join(reversed(lines * 2)), encoding="utf-8")
            entente("export", shuffled, "-o", self.folder / "again.graphml")
            self.assertEqual((self.folder / "again.graphml").read_bytes(), first)
            self.assertEqual(entente("diff", self.folder / "first.graphml", shuffled, "-c"), "")


class Gexf(Case):
    def test_networkx(self):
        for made in self.graphs:
            graph = networkx.read_gexf(made.export("g.gexf", "--gexf", "1.2"))
            self.assertEqual(graph.number_of_nodes(), len(made.actors))
            self.assertEqual(graph.number_of_edges(), len(made.edges))
            data = [d for *_, d in graph.edges(data=True)]
            self.assertEqual(sum(d["weight"] for d in data), made.weight)
            self.assertEqual(sorted(d.get("label", "") for d in data), labels(made.edges))
            self.assertEqual(sorted(d.get("label", "") for _, d in graph.nodes(data=True)), labels(made.actors))
            self.assertTrue(all(4 <= d["viz"]["size"] <= 100 for _, d in graph.nodes(data=True)))


@unittest.skipUnless(shutil.which("xmllint"), "xmllint is missing")
class Schemas(Case):
    def valid(self, schema, path):
        schema = support.SOURCE / "tests/export" / schema
        done = subprocess.run(["xmllint", "--noout", "--relaxng", schema, path], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr[:2000])

    def test_graphml(self):
        for made in self.graphs:
            for dialect in DIALECTS:
                self.valid("graphml.rng", made.export("s.graphml", "--dialect", dialect))
            for how in ("pair", "none"):
                self.valid("graphml.rng", made.export("s.graphml", "--aggregate", how))

    def test_gexf(self):
        for made in self.graphs:
            self.valid("gexf.rng", made.export("s.gexf"))
            self.valid("gexf.rng", made.export("s.gexf", "--aggregate", "pair"))
            made.export("part.gexf", "--split", "month")
            for part in self.folder.glob("part.*.gexf"):
                self.valid("gexf.rng", part)


class Csv(Case):
    def test_all_rows(self):
        for made in self.graphs:
            with open(made.export("g.csv"), newline="", encoding="utf-8") as file:
                rows = list(csv.DictReader(file))
            self.assertEqual(len(rows), len(made.edges))
            with open(self.folder / "g.nodes.csv", newline="", encoding="utf-8") as file:
                ids = {row["Id"] for row in csv.DictReader(file)}
            self.assertEqual(len(ids), len(made.actors))
            self.assertTrue({row["Source"].lstrip("'") for row in rows} <= {i.lstrip("'") for i in ids})


@unittest.skipUnless(shutil.which("dot"), "Graphviz is missing")
class Dot(Case):
    def test_graphviz(self):
        for made in self.graphs:
            done = subprocess.run(["gvpr", "BEG_G { printf(\"%d %d\", nNodes($G), nEdges($G)) }", made.export("g.dot")],
                                  capture_output=True, text=True, check=True)
            self.assertEqual(done.stdout.split(), [str(len(made.actors)), str(len(made.edges))])
            subprocess.run(["dot", "-Tcanon", "-o", os.devnull, self.folder / "g.dot"], check=True)


if __name__ == "__main__":
    support.main()
