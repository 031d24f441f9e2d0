#!/usr/bin/env python3
"""The rules of Gephi's importers, and of the readers beside it, that silently cost edges, labels, weights or the timeline
where a file breaks them. Found by running those importers; checked here on the files, since Gephi is no test tool."""
import re
import unittest
import xml.etree.ElementTree as xml
from collections import Counter

import support
from support import Case

G = "{http://graphml.graphdrawing.org/xmlns}"
X = "{http://gexf.net/1.3}"
VIZ = "{http://gexf.net/1.3/viz}"
NAME = re.compile(r"[\w.:-]+\Z")
PROPERTIES = {"node": {"label", "size", "x", "y", "r", "g", "b"}, "edge": {"edgelabel", "weight", "color"}}
EATEN = {"label", "nodelabel", "edgelabel", "weight", "edge weight", "x", "y", "z", "xpos", "ypos", "zpos", "size", "r", "g", "b",
         "color", "timeset", "interval", "id", "source", "target", "parent"}


class Rules(Case):
    def head(self, path):
        raw = path.read_bytes()
        self.assertTrue(raw.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<'), "no byte order mark, UTF-8")
        self.assertNotIn(b"<!DOCTYPE", raw[:500])
        self.assertNotIn(b"schemaLocation", raw[:500])
        return xml.fromstring(raw)

    def sizes(self, sizes):
        """Gephi scales sizes to 4..100 and positions with them: a file in that range stays as it is."""
        self.assertEqual(min(sizes) if len(set(sizes)) > 1 else 4, 4)
        self.assertEqual(max(sizes) if len(set(sizes)) > 1 else 100, 100)
        self.assertTrue(all(4 <= s <= 100 for s in sizes))

    def edges(self, edges):
        """(id, source, target, kind, weight): none merged, none dropped."""
        self.assertEqual(Counter(e[1:4] for e in edges).most_common(1)[0][1], 1, "parallel edges of one kind are merged")
        self.assertLessEqual(len({e[3] for e in edges}), 44, "Gephi keeps an array per node and kind")
        self.assertTrue(all(e[3] for e in edges), "every edge has a kind")
        self.assertTrue(all(float(e[4]) > 0 for e in edges), "an edge of weight 0 is dropped")

    def ids(self, ids):
        self.assertEqual(len(set(ids)), len(ids), "nodes and edges share one name space in Cytoscape")
        for one in ids:
            self.assertRegex(one, NAME)


    def files(self, suffix):
        """With all that a file can carry."""
        for made in self.graphs:
            yield made.export("g" + suffix)
            yield made.export("metrics" + suffix, "--metrics")
            support.entente("diff", self.graphs[0].source, made.source, "-o", self.folder / ("changes" + suffix),
                            status=int(made is not self.graphs[0]))
            yield self.folder / ("changes" + suffix)


class Graphml(Rules):
    def test_keys(self):
        for path in self.files(".graphml"):
            root = self.head(path)
            keys = root.findall(G + "key")
            self.assertEqual({k.get("for") for k in keys}, {"node", "edge"}, "for=all crashes Gephi Lite")
            self.assertLessEqual({k.get("attr.type") for k in keys}, {"string", "int", "double"})
            self.assertFalse(root.findall(f".//{G}default"), "ignored for labels and weights")
            self.assertFalse(root.findall(f".//{G}desc"), "overwrites the label")
            for of in ("node", "edge"):
                own = [k for k in keys if k.get("for") == of]
                self.assertEqual(len({k.get("id").lower() for k in own}), len(own), "ids that differ by case collide")
                for k in own:
                    self.assertEqual(k.get("id"), k.get("id").lower())
                    self.assertEqual(k.get("attr.name"), "label" if k.get("id") == "edgelabel" else k.get("id"))
                    if k.get("id") not in PROPERTIES[of]:
                        self.assertNotIn(k.get("id"), EATEN, "taken for a property")
                self.assertLessEqual(PROPERTIES[of], {k.get("id") for k in own})

    def test_nodes_and_edges(self):
        for path in self.files(".graphml"):
            root = self.head(path)
            graph = root.find(G + "graph")
            self.assertEqual(graph.get("edgedefault"), "directed")
            tags = [child.tag for child in graph]
            self.assertEqual(tags, sorted(tags, reverse=True), "nodes before edges")
            nodes, edges = graph.findall(G + "node"), graph.findall(G + "edge")
            self.ids([x.get("id") for x in nodes + edges])
            self.assertTrue(all(e.get("directed") is None for e in edges), "mixed graphs abort the import")
            data = [{d.get("key"): d.text for d in e} for e in edges]
            self.edges([(e.get("id"), e.get("source"), e.get("target"), e.get("label"), d["weight"]) for e, d in zip(edges, data)])
            self.assertTrue(all(re.fullmatch("#[0-9a-f]{6}", d["color"]) for d in data))
            self.assertEqual({d["symmetric"] for d in data} - {"0", "1"}, set())
            self.sizes([float(n.find(f"{G}data[@key='size']").text) for n in nodes])


class Gexf(Rules):
    def test_head(self):
        for path in self.files(".gexf"):
            root = self.head(path)
            graph = root.find(X + "graph")
            self.assertEqual((graph.get("mode"), graph.get("timeformat"), graph.get("timerepresentation"), graph.get("timezone")),
                             ("dynamic", "date", "interval", "UTC"), "else no timeline, or none on first open")
            self.assertEqual(graph.get("defaultedgetype"), "directed")
            blocks = graph.findall(X + "attributes")
            self.assertEqual([b.get("class") for b in blocks], ["node", "edge"], "Gephi Lite takes the last block only")
            for a in graph.iter(X + "attribute"):
                self.assertEqual(a.get("id"), a.get("title"), "Gephi Lite names by title")
                self.assertIn(a.get("type"), ("string", "integer", "double"))
                self.assertNotIn(a.get("id"), EATEN)

    def test_nodes_and_edges(self):
        for path in self.files(".gexf"):
            root = self.head(path)
            nodes, edges = list(root.iter(X + "node")), list(root.iter(X + "edge"))
            self.ids([x.get("id") for x in nodes + edges])
            self.assertTrue(all(e.get("type") is None for e in edges), "directed by default is binding")
            self.edges([tuple(e.get(k) for k in ("id", "source", "target", "kind", "weight")) for e in edges])
            self.sizes([float(n.find(VIZ + "size").get("value")) for n in nodes])

    def test_spells_are_the_days(self):
        import datetime
        for made in self.graphs:
            root = self.head(made.export("g.gexf"))
            of_edge = {e["id"]: e["days"] for e in made.edges}
            of_node = {}
            for x in list(root.iter(X + "edge")) + list(root.iter(X + "node")):
                days, last = [], None
                for spell in x.iter(X + "spell"):
                    start, end = (datetime.date.fromisoformat(spell.get(k)) for k in ("start", "end"))
                    self.assertTrue(start <= end and (last is None or (start - last).days > 1), "sorted, apart, fused")
                    days += [str(start + datetime.timedelta(n)) for n in range((end - start).days + 1)]
                    last = end
                if x.tag == X + "edge":
                    self.assertEqual(days, of_edge[x.get("id")])
                    for end in (x.get("source"), x.get("target")):
                        of_node.setdefault(end, set()).update(days)
                else:
                    of_node[x.get("id")] = (days, of_node[x.get("id")])
            for days, of_edges in of_node.values():
                self.assertEqual(days, sorted(of_edges), "an actor is there when one of its edges is")


if __name__ == "__main__":
    support.main()
