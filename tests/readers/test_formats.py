#!/usr/bin/env python3
"""JSON, RDF, Cypher, FollowTheMoney: well-formed, complete, and read back where they can be."""
import json
import re
import unittest

import support
from support import Case, entente

(networkx,) = support.load("networkx")


def node_link_graph(data):
    """"links" is D3's word, and NetworkX's before 3.4."""
    try:
        return networkx.node_link_graph(data, edges="links")
    except TypeError:
        return networkx.node_link_graph(data)


class ReadBack(Case):
    def test_every_format_that_reads_back_gives_the_same_graph(self):
        for made in self.graphs:
            first = made.export("first.graphml").read_bytes()
            for name, options in (("g.gexf", []), ("g.gexf", ["--gexf", "1.2"]), ("g.ndjson", []), ("g.json", []),
                                  ("g.json", ["--json", "cytoscape"])):
                made.export(name, *options)
                entente("convert", self.folder / name, "-o", self.folder / "again.graphml")
                self.assertEqual((self.folder / "again.graphml").read_bytes(), first, (name, options))

    def test_cut_off_and_foreign_files_are_errors(self):
        for name in ("g.gexf", "g.json"):
            whole = self.graphs[2].export(name).read_bytes()
            (self.folder / name).write_bytes(whole[: len(whole) * 2 // 3])
            entente("info", self.folder / name, status=2)
        (self.folder / "x.gexf").write_text("<gexf><graph><nodes><node id='a'/></nodes></graph></gexf>")
        entente("info", self.folder / "x.gexf", status=2)
        self.graphs[2].export("p.gexf", "--aggregate", "pair")
        entente("info", self.folder / "p.gexf", status=2)


class Json(Case):
    def test_node_link(self):
        for made in self.graphs:
            data = json.loads(made.export("g.json").read_text(encoding="utf-8"))
            graph = node_link_graph(data)
            self.assertTrue(graph.is_directed() and graph.is_multigraph())
            self.assertEqual((len(graph), graph.number_of_edges()), (len(made.actors), len(made.edges)))
            self.assertEqual(sum(d["weight"] for *_, d in graph.edges(data=True)), made.weight)
            self.assertEqual(sorted(d["label"] for _, d in graph.nodes(data=True)), sorted(a["label"] for a in made.actors))

    def test_cytoscape(self):
        for made in self.graphs:
            data = json.loads(made.export("g.json", "--json", "cytoscape").read_text(encoding="utf-8"))["elements"]
            ids = {n["data"]["id"] for n in data["nodes"]}
            self.assertEqual(len(ids), len(made.actors))
            self.assertEqual(len(data["edges"]), len(made.edges))
            for e in data["edges"]:
                self.assertTrue({e["data"]["source"], e["data"]["target"]} <= ids)


class Rdf(Case):
    LINE = re.compile(r'(?:<[^<>"{}|^`\\\x00-\x20]+> ){2}(?:<[^<>"{}|^`\\\x00-\x20]+>|"(?:[^"\\\n\r]|\\.)*"(?:\^\^<[^>]+>)?)(?: <[^<>\s]+>)? \.')

    def test_lines(self):
        for made in self.graphs:
            for name in ("g.nt", "g.nq"):
                lines = made.export(name).read_bytes().decode("utf-8").split("\n")
                self.assertEqual(lines.pop(), "")
                for line in lines:
                    self.assertRegex(line, re.compile(self.LINE.pattern + r"\Z"))
                statements = [x for x in lines if "#type> <http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement>" in x]
                self.assertEqual(len(statements), len(made.edges))
                self.assertEqual(sum("prov#wasDerivedFrom" in x for x in lines), made.weight)


class Cypher(Case):
    def test_all_rows(self):
        for made in self.graphs:
            text = made.export("g.cypher").read_text(encoding="utf-8")
            self.assertEqual(len(re.findall(r"^\{from:", text, re.M)), len(made.edges))
            self.assertEqual(len(re.findall(r"^\{id:", text, re.M)), len(made.actors))
            outside = re.sub(r"'(?:[^'\\]|\\.)*'", "", text)
            self.assertNotIn("'", outside, "quotes are balanced")
            for opening, closing in ("()", "[]", "{}"):
                self.assertEqual(outside.count(opening), outside.count(closing))


class FollowTheMoney(Case):
    def test_entities(self):
        for made in self.graphs:
            entities = [json.loads(x) for x in made.export("g.ftm.json").read_text(encoding="utf-8").splitlines()]
            links = [e for e in entities if e["schema"] == "UnknownLink"]
            ids = {e["id"] for e in entities} - {e["id"] for e in links}
            self.assertEqual((len(ids), len(links)), (len(made.actors), len(made.edges)))
            for link in links:
                self.assertTrue({link["properties"]["subject"][0], link["properties"]["object"][0]} <= ids)
            for e in entities:
                for values in e["properties"].values():
                    self.assertTrue(values and all(isinstance(v, str) for v in values))


class Aggregates(Case):
    def test_pairs_and_single_observations(self):
        for made in self.graphs:
            pairs = {(e["subject"], e["object"]) for e in made.edges}
            for how, count in (("pair", len(pairs)), ("none", made.weight)):
                data = json.loads(made.export("a.json", "--aggregate", how).read_text(encoding="utf-8"))
                self.assertEqual(len(data["links"]), count)
                lines = made.export("a.ndjson", "--aggregate", how).read_text(encoding="utf-8").splitlines()
                self.assertEqual(sum(line.startswith('{"edge"') for line in lines), count)
                drawn = made.export("a.dot", "--aggregate", how).read_text(encoding="utf-8")
                self.assertEqual(len(re.findall(r'^".*" -> ".*\];$', drawn, re.M)), count)
                self.assertEqual(sum(x["weight"] for x in data["links"]), made.weight)

    def test_without_evidence_for_viewers_only(self):
        for name in ("v.graphml", "v.gexf", "v.json", "v.ndjson"):
            whole = self.graphs[2].export(name).stat().st_size
            lean = self.graphs[2].export(name, "--no-evidence")
            self.assertLess(lean.stat().st_size, whole / 1.5)
            entente("info", lean, status=2)

    def test_slices_hold_everything_dated(self):
        made = self.graphs[2]
        dated = sum(d is not None for e in made.edges for d in [o.get("date") for o in e["evidence"]])
        for period in ("day", "week", "month"):
            made.export("s.ndjson", "--split", period)
            parts = list(self.folder.glob("s.2021*.ndjson"))
            self.assertEqual(len(parts), {"day": 4, "week": 2, "month": 2}[period])
            found = sum(json.loads(x)["edge"]["weight"] for p in parts for x in p.read_text(encoding="utf-8").splitlines() if x.startswith('{"edge"'))
            self.assertEqual(found, dated)
            for p in parts:
                p.unlink()


if __name__ == "__main__":
    support.main()
