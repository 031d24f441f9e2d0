#!/usr/bin/env python3
"""What other programs' readers get of one of our files: readers.py READER FILE prints a line of JSON. Nodes, edges and
weights are counted; labels with weights and ends are summed up in figures that do not depend on the order."""
import csv
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
MODULES = Path(os.environ.get("ENTENTE_READER_MODULES", HERE / "js/node_modules"))


def plain(text):
    """What every format can hold of a text; Graphviz's has blanks for line ends."""
    return "".join(c for c in text if c > " " and c not in "\ufffe\uffff")


def figure(*texts):
    return int.from_bytes(hashlib.blake2b("\0".join(texts).encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


class Tally:
    """All that must not get lost. Readers that know no labels of nodes or ids of edges' ends leave these 0."""

    def __init__(self):
        self.nodes = self.edges = self.weight = self.node_labels = self.edge_labels = self.ends = 0

    def node(self, label=None):
        self.nodes += 1
        if label is not None:
            self.node_labels = (self.node_labels + figure(plain(label))) % 2**64

    def edge(self, label, weight, source=None, target=None):
        self.edges += 1
        self.weight += int(float(weight))
        self.edge_labels = (self.edge_labels + figure(plain(label), str(int(float(weight))))) % 2**64
        if source is not None:
            self.ends = (self.ends + figure(source, target)) % 2**64

    def lines(self, command, parse=json.loads, **how):
        """["label"] a node and ["label", weight, source, target] an edge, as a program prints them."""
        with subprocess.Popen(command, stdout=subprocess.PIPE, **how) as child:
            for line in child.stdout:
                one = parse(line[:-1].decode("utf-8"))
                self.node(*one) if len(one) == 1 else self.edge(*one)
        if child.returncode:
            sys.exit(f"{command[0]}: exit {child.returncode}")


def tally_networkx(tally, graph):
    for _, data in graph.nodes(data=True):
        tally.node(data.get("label", ""))
    for source, target, data in graph.edges(data=True):
        tally.edge(data.get("label", ""), data["weight"], source, target)


def networkx_graphml(tally, path):
    import networkx
    tally_networkx(tally, networkx.read_graphml(path))


def networkx_gexf(tally, path):
    import networkx
    tally_networkx(tally, networkx.read_gexf(path))


def networkx_json(tally, path):
    import networkx
    data = json.loads(Path(path).read_text(encoding="utf-8"))
    try:
        graph = networkx.node_link_graph(data, edges="links")
    except TypeError:  # NetworkX before 3.4
        graph = networkx.node_link_graph(data)
    tally_networkx(tally, graph)


def igraph_graphml(tally, path):
    import igraph
    graph = igraph.Graph.Read_GraphML(path)
    ids = graph.vs["id"]
    for label in graph.vs["label"]:
        tally.node(label)
    for edge, label, weight in zip(graph.get_edgelist(), graph.es["label"], graph.es["weight"]):
        tally.edge(label, weight, ids[edge[0]], ids[edge[1]])


def javascript(reader):
    def read(tally, path):
        tally.lines(["node", "--max-old-space-size=12000", HERE / "js/read.cjs", reader, path],
                    env={**os.environ, "NODE_PATH": str(MODULES)})
    return read


def boost(tally, path):
    tally.lines([os.environ["ENTENTE_READ_BOOST"], path])


def graphviz(tally, path):
    """No text in the file has a tab; backslashes stay doubled until something is drawn."""
    script = r'''N { printf("%s\n", $.label); }
        E { printf("%s\t%s\t%s\t%s\n", $.label, $.weight, $.tail.name, $.head.name); }'''
    tally.lines(["gvpr", script, path], lambda line: line.replace("\\\\", "\\").split("\t"))


def xmllint(tally, path):
    """Well-formed, and by the grammar."""
    grammar = HERE.parent / "export" / ("gexf.rng" if path.endswith(".gexf") else "graphml.rng")
    subprocess.run(["xmllint", "--huge", "--stream", "--noout", "--relaxng", grammar, path], check=True, stderr=subprocess.DEVNULL)


def spreadsheet(tally, path):
    """With Gephi's headers; an apostrophe stands before what a spreadsheet would run."""
    def cell(text):
        return text[1:] if text[:1] == "'" and text[1:2] in tuple("=+-@\t\r") else text
    with open(path[: -len(".csv")] + ".nodes.csv", newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            tally.node(cell(row["Label"]))
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            tally.edge(cell(row["Label"]), row["Weight"], cell(row["Source"]), cell(row["Target"]))


LEAN = ["--no-evidence"]
READERS = {  # name: suffix, options of export, reader, and what it needs: python3-… or a program
    "networkx-graphml": (".graphml", [], networkx_graphml, "networkx"),
    "networkx-gexf": (".gexf", ["--gexf", "1.2"], networkx_gexf, "networkx"),
    "networkx-json": (".json", LEAN, networkx_json, "networkx"),
    "igraph-graphml": (".graphml", [], igraph_graphml, "igraph"),
    "boost-graphml": (".graphml", LEAN, boost, "boost"),
    "graphology-graphml": (".graphml", LEAN, javascript("graphology-graphml"), "node"),
    "graphology-gexf": (".gexf", LEAN, javascript("graphology-gexf"), "node"),
    "cytoscape-graphml": (".graphml", LEAN, javascript("cytoscape-graphml"), "node"),
    "cytoscape-json": (".json", [*LEAN, "--json", "cytoscape"], javascript("cytoscape-json"), "node"),
    "graphviz-dot": (".dot", [], graphviz, "gvpr"),
    "xmllint-graphml": (".graphml", [], xmllint, "xmllint"),
    "xmllint-gexf": (".gexf", [], xmllint, "xmllint"),
    "csv": (".csv", [], spreadsheet, None),
}

if __name__ == "__main__":
    result = Tally()
    READERS[sys.argv[1]][2](result, sys.argv[2])
    print(json.dumps(vars(result)))
