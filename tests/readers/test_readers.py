#!/usr/bin/env python3
"""Does every reader of readers.py get every node, edge, label and weight? Of made-up graphs; of any graph with

    ENTENTE_GRAPH=news.db tests/readers/test_readers.py ENTENTE SOURCE_DIR Graph [-k READER]

which prints what it took: processor time and memory of the reader's process, counting and comparing included. Readers
that are missing are named and left out. ENTENTE_READER_MEMORY bounds a reader's memory, in GiB."""
import csv
import json
import os
import resource
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

import readers
import support
from support import Case, entente

HERE = Path(__file__).resolve().parent


def missing(need):
    if need == "node":
        return not shutil.which("node") or not (readers.MODULES / "graphology").is_dir()
    if need == "boost":
        return not shutil.which(os.environ.get("ENTENTE_READ_BOOST", ""))  # bench_read_boost
    if need in ("networkx", "igraph"):
        return False  # support.load saw to it
    return need is not None and not shutil.which(need)


class Expected:
    """What our NDJSON says is in a graph. Ids are those of XML and CSV too."""

    def __init__(self, graph, folder):
        self.tally, exact = readers.Tally(), readers.Tally()
        entente("export", graph, "-o", folder / "expected.csv")
        entente("export", graph, "-o", folder / "expected.ndjson", "--no-evidence")
        with open(folder / "expected.nodes.csv", newline="", encoding="utf-8") as file:
            ids = [row["Id"] for row in csv.DictReader(file)]
        names = {}
        with open(folder / "expected.ndjson", encoding="utf-8") as file:
            for line in file:
                one = json.loads(line)
                if "actor" in one:
                    names[one["actor"]["id"]] = ids[len(names)]
                    self.tally.node(one["actor"]["label"])
                else:
                    edge = one["edge"]
                    exact.edge(edge["label"], edge["weight"], edge["subject"], edge["object"])
                    self.tally.edge(edge["label"], edge["weight"], names[edge["subject"]], names[edge["object"]])
        self.ends = {0, self.tally.ends, exact.ends}
        for path in folder.glob("expected.*"):
            path.unlink()


def bounded():
    limit = float(os.environ.get("ENTENTE_READER_MEMORY", 0)) * 2**30
    if limit:
        resource.setrlimit(resource.RLIMIT_DATA, (int(limit), int(limit)))


class Readers(Case):
    def read(self, name, graph, expected):
        """Asserts that `name` got all; returns seconds of processor time, MiB, MB of the file."""
        suffix, options, _, need = readers.READERS[name]
        file = self.folder / f"{name}{suffix}"
        entente("export", graph, "-o", file, *options)
        child = subprocess.Popen([sys.executable, HERE / "readers.py", name, str(file)], stdout=subprocess.PIPE, text=True,
                                 preexec_fn=bounded)
        printed = child.stdout.read()
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        child.stdout.close()
        size = file.stat().st_size / 1e6
        for path in self.folder.glob(f"{name}.*"):
            path.unlink()
        self.assertEqual(child.returncode, 0, name)
        if need != "xmllint":
            self.compare(json.loads(printed), expected)
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, size

    def compare(self, got, expected):
        want = expected.tally
        self.assertEqual((got["nodes"], got["edges"], got["weight"]), (want.nodes, want.edges, want.weight))
        self.assertEqual(got["node_labels"], want.node_labels, "labels of actors")
        self.assertEqual(got["edge_labels"], want.edge_labels, "labels of edges, with their weights")
        self.assertIn(got["ends"], expected.ends, "which actors the edges join")


def of_made_graphs(name):
    def test(self):
        if missing(readers.READERS[name][3]):
            self.skipTest(f"{readers.READERS[name][3]} is missing")
        for made in self.graphs[1:]:
            self.read(name, made.source, Expected(made.source, self.folder))
    return test


def of_the_graph(name):
    def test(self):
        if missing(readers.READERS[name][3]):
            self.skipTest(f"{readers.READERS[name][3]} is missing")
        seconds, memory, size = self.read(name, os.environ["ENTENTE_GRAPH"], self.expected)
        print(f"\n| {name} | {size:,.0f} MB | {seconds:.1f} s | {memory:,.0f} MiB | all there |", flush=True)
    return test


class MadeUp(Readers):
    pass


@unittest.skipUnless("ENTENTE_GRAPH" in os.environ, "no ENTENTE_GRAPH")
class Graph(Readers):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.expected = Expected(os.environ["ENTENTE_GRAPH"], cls.folder)


for reader in readers.READERS:
    setattr(MadeUp, "test_" + reader.replace("-", "_"), of_made_graphs(reader))
    setattr(Graph, "test_" + reader.replace("-", "_"), of_the_graph(reader))

if __name__ == "__main__":
    support.load("networkx", "igraph")
    support.main()
