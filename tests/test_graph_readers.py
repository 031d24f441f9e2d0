#!/usr/bin/env python3
"""Do the programs that analysts use read every node and edge of our files?

Usage: test_graph_readers.py ENTENTE SOURCE_DIR. Needs networkx, igraph and xmllint; says which is missing and passes.
"""
import csv
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

NEEDED = ("networkx", "igraph")
HOSTILE = ['a "quoted" & <b>bold</b>', "]]> &amp;", "bell\a null\0 end", "line\r\nbreak", "مجلس الأمن", "🕊️ 平和", "\ufffe", "=1+1", "plain"]


def import_or_skip():
    try:
        for name in NEEDED:
            globals()[name] = __import__(name)
    except ImportError as error:
        debian = "/usr/bin/python3"  # has the packages of Debian even where another Python comes first
        if os.path.exists(debian) and os.path.realpath(debian) != os.path.realpath(sys.executable) and "ENTENTE_RETRY" not in os.environ:
            os.environ["ENTENTE_RETRY"] = "1"
            os.execv(debian, [debian, *sys.argv])
        print(f"skipped: {error}")
        sys.exit(0)


def mention(rng, hostile):
    n = rng.randrange(7)
    label = rng.choice(HOSTILE) if hostile else f"Actor {n}"
    return {"text": label, "begin": 0, "end": 3, "id": rng.choice([f"actor-{n}", label]), "label": label,
            "kind": rng.choice(["country", "person", "group"]), "country": None, "role": None}


def triples(seed, count):
    rng = random.Random(seed)
    for i in range(count):
        hostile = rng.random() < 0.4
        yield {"id": f"{seed:04x}{i:016x}", "doc": f"doc{i % 5}", "source": f"news/doc{i % 5}.txt", "published": None,
               "date": rng.choice([None, "2021-08-25", "2021-09-03"]),
               "sentence": {"index": i, "begin": 0, "end": 9, "text": rng.choice(HOSTILE)},
               "subject": mention(rng, hostile),
               "relation": {"text": rng.choice(HOSTILE), "lemma": "x", "begin": 0, "end": 1,
                            "type": rng.choice(["AID", "ACCUSE", "CONSULT", None]), "cameo": None, "quad": None,
                            "goldstein": rng.choice([-5.0, 0.0, 4.5])},
               "object": mention(rng, hostile), "args": [],
               "polarity": rng.choice(["affirmed", "affirmed", "negated"]), "status": "actual", "attribution": None,
               "symmetric": rng.random() < 0.2, "confidence": 0.5, "rule": "R1"}


class Checks:
    def __init__(self, entente, source):
        self.entente, self.source = entente, Path(source)

    def run(self, *args, status=0):
        done = subprocess.run([self.entente, *map(str, args)], capture_output=True, text=True)
        assert done.returncode == status, f"{args}: exit {done.returncode}, not {status}\n{done.stderr}"
        return done.stdout

    def export(self, source, name):
        target = source.parent / name
        self.run("export", source, "-o", target)
        return target

    def networkx(self, graphml, actors, edges):
        graph = networkx.read_graphml(graphml)
        assert graph.is_directed() and (graph.is_multigraph() or len(edges) < 2)
        assert graph.number_of_nodes() == len(actors), graph.number_of_nodes()
        assert graph.number_of_edges() == len(edges), graph.number_of_edges()
        assert sum(d["weight"] for *_, d in graph.edges(data=True)) == sum(e["weight"] for e in edges)
        assert all(d["weight"] > 0 for *_, d in graph.edges(data=True))
        assert all(d["kind"] for _, d in graph.nodes(data=True))

    def igraph(self, graphml, actors, edges):
        graph = igraph.Graph.Read_GraphML(str(graphml))
        assert (graph.vcount(), graph.ecount()) == (len(actors), len(edges)), graph.summary()
        assert sum(graph.es["weight"]) == sum(e["weight"] for e in edges)
        assert len(set(graph.vs["id"])) == len(actors)

    def xmllint(self, graphml):
        if not shutil.which("xmllint"):
            return print("skipped: xmllint is missing")
        schema = self.source / "tests/export/graphml.rng"
        subprocess.run(["xmllint", "--noout", "--relaxng", schema, graphml], check=True, capture_output=True)

    def csv(self, path, actors, edges):
        with open(path, newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        assert len(rows) == len(edges)
        nodes = path.with_name(path.stem + ".nodes.csv")
        with open(nodes, newline="", encoding="utf-8") as file:
            ids = {row["Id"] for row in csv.DictReader(file)}
        assert len(ids) == len(actors)
        assert all(row["Source"].lstrip("'") in {i.lstrip("'") for i in ids} for row in rows)

    def graph(self, folder, seed, count):
        source = folder / "triples.ndjson"
        lines = [json.dumps(t) + "\n" for t in triples(seed, count)]
        source.write_text("".join(lines), encoding="utf-8")
        graphml = self.export(source, "g.graphml")
        objects = [json.loads(line) for line in self.export(graphml, "g.ndjson").read_text(encoding="utf-8").splitlines()]
        actors = [o["actor"] for o in objects if "actor" in o]
        edges = [o["edge"] for o in objects if "edge" in o]
        assert sum(e["weight"] for e in edges) == count
        self.networkx(graphml, actors, edges)
        self.igraph(graphml, actors, edges)
        self.xmllint(graphml)
        self.csv(self.export(source, "g.csv"), actors, edges)
        assert self.export(graphml, "again.graphml").read_bytes() == graphml.read_bytes()
        source.write_text("".join(reversed(lines * 2)), encoding="utf-8")
        assert self.export(source, "shuffled.graphml").read_bytes() == graphml.read_bytes()
        assert self.run("diff", graphml, source, "-c") == ""
        self.dot(self.export(source, "g.dot"))

    def dot(self, path):
        if shutil.which("dot"):
            subprocess.run(["dot", "-Tcanon", "-o", os.devnull, path], check=True)


def main():
    import_or_skip()
    checks = Checks(sys.argv[1], sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        for seed, count in ((1, 1), (2, 40), (3, 300)):
            checks.graph(Path(folder), seed, count)
    print("networkx, igraph, xmllint and csv read all nodes and edges")


if __name__ == "__main__":
    main()
