#!/usr/bin/env python3
"""Do NetworkX, igraph, Graphviz, xmllint and a CSV reader get every node, edge, label and weight of our files?"""
import csv
import json
import os
import shutil
import subprocess
import unittest
import xml.etree.ElementTree as xml

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


class Metrics(Case):
    """What `info --metrics` says is in every file, by the same names, typed."""

    NAMES = ("degree", "strength", "pagerank", "betweenness", "core", "community")
    TYPES = dict(zip(NAMES, ("int", "int", "double", "double", "int", "int")))

    def told(self, made):
        """By label, as ids differ in XML; of equal labels sorted."""
        metrics = json.loads(entente("info", made.source, "--metrics", "-f", "json"))["metrics"]
        label = {a["id"]: xml_text(a["label"]) for a in made.actors}
        return self.rows((label[m["id"]], m) for m in metrics)

    def rows(self, actors):
        return sorted((label, *(float(data[name]) for name in self.NAMES)) for label, data in actors)

    def test_graphml(self):
        for made in self.graphs:
            path = made.export("m.graphml", "--metrics")
            graph = networkx.read_graphml(path)
            self.assertEqual(self.rows((d.get("label", ""), d) for _, d in graph.nodes(data=True)), self.told(made))
            keys = {k.get("attr.name"): k.get("attr.type") for k in xml.parse(path).iter() if k.tag.endswith("}key")
                    and k.get("for") == "node"}
            self.assertEqual({name: keys[name] for name in self.NAMES}, self.TYPES)

    def test_gexf(self):
        for made in self.graphs:
            graph = networkx.read_gexf(made.export("m.gexf", "--metrics", "--gexf", "1.2"))
            self.assertEqual(self.rows((d.get("label", ""), d) for _, d in graph.nodes(data=True)), self.told(made))

    def test_json_and_csv(self):
        made = self.graphs[1]
        data = json.loads(made.export("m.json", "--metrics").read_text(encoding="utf-8"))
        self.assertEqual(self.rows((xml_text(n.get("label", "")), n) for n in data["nodes"]), self.told(made))
        made.export("m.csv", "--metrics")
        with open(self.folder / "m.nodes.csv", newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual(sorted(r[1:] for r in self.rows(("", row) for row in rows)), sorted(r[1:] for r in self.told(made)))

    def test_they_are_no_part_of_the_graph(self):
        made = self.graphs[2]
        for name in ("m.graphml", "m.gexf", "m.json", "m.ndjson"):
            back = entente("export", made.export(name, "--metrics"), "-f", "graphml")
            self.assertEqual(back, entente("export", made.source, "-f", "graphml"))
            built = self.folder / ("built-" + name)
            entente("build", made.source, "--metrics", "-o", built)
            self.assertEqual(built.read_bytes(), (self.folder / name).read_bytes(), "build and export")
            entente("convert", self.folder / name, "--metrics", "-o", built)
            self.assertEqual(built.read_bytes(), (self.folder / name).read_bytes(), "convert and export")

    def test_where_there_is_no_place(self):
        for name in ("m.dot", "m.db"):
            entente("build", self.graphs[0].source, "--metrics", "-o", self.folder / name, status=2)


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


class Changes(Case):
    """A diff as a graph: NetworkX reads what `diff -f ndjson` says."""

    def states(self):
        lines = self.graphs[2].source.read_text(encoding="utf-8").splitlines(keepends=True)
        for name, part in (("before.ndjson", lines[:200]), ("after.ndjson", lines[100:])):
            (self.folder / name).write_text("".join(part), encoding="utf-8")
            yield self.folder / name

    def told(self):
        operations = map(json.loads, entente("diff", *self.states(), "-c", "-f", "ndjson", status=1).splitlines())
        return sorted((o["change"], o["before"], o["after"], o["weight"]) for o in operations)

    def check(self, graph, changed_only):
        data = [d for *_, d in graph.edges(data=True)]
        drawn = sorted((d["change"], d["before"], d["after"], d["change_weight"]) for d in data
                       if changed_only or d["change"] != "same")
        self.assertEqual(drawn, self.told())
        self.assertEqual(any(d["change"] == "same" for d in data), not changed_only)
        marks = {d["change"] for _, d in graph.nodes(data=True)}
        self.assertTrue(marks <= {"new", "vanished", "same"}, marks)
        return data

    def test_graphml(self):
        for option in ("-q", "-c"):
            entente("diff", *self.states(), option, "-o", self.folder / "changes.graphml", status=1)
            data = self.check(networkx.read_graphml(self.folder / "changes.graphml"), option == "-c")
            colours = {(d["change"], d["color"]) for d in data}
            self.assertEqual(len(colours), len({change for change, _ in colours}), "a colour a class")
            self.assertEqual(len(colours), len({colour for _, colour in colours}))

    def test_gexf(self):
        entente("diff", *self.states(), "--gexf", "1.2", "-f", "gexf", "-o", self.folder / "changes", status=1)
        self.check(networkx.read_gexf(self.folder / "changes"), False)

    def test_reads_back(self):
        """As the graph of both states."""
        entente("diff", *self.states(), "-o", self.folder / "changes.gexf", status=1)
        again = entente("export", self.folder / "changes.gexf", "-f", "ndjson")
        self.assertEqual(again, entente("export", self.graphs[2].source, "-f", "ndjson"))


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
            for name in ("changes.graphml", "changes.gexf"):
                entente("diff", self.graphs[0].source, made.source, "-o", self.folder / name,
                        status=int(made is not self.graphs[0]))
                self.valid(name[8:] + ".rng", self.folder / name)
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
