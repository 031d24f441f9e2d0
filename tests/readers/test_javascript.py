#!/usr/bin/env python3
"""Do the readers of Gephi Lite (graphology) and Cytoscape.js get everything? Needs node and the packages of js/; says what
is missing and passes."""
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import support
from support import Case

JS = Path(__file__).resolve().parent / "js"
MODULES = Path(os.environ.get("ENTENTE_READER_MODULES", JS / "node_modules"))


def plain(text):
    return "".join(c for c in text if c >= " " and c not in "\ufffe\uffff")


class JavaScript(Case):
    def check(self, reader, name, *options, sized=True):
        for made in self.graphs:
            path = made.export(name, *options)
            done = subprocess.run(["node", JS / "read.cjs", reader, path], capture_output=True, text=True,
                                  env={**os.environ, "NODE_PATH": str(MODULES)})
            self.assertEqual(done.returncode, 0, done.stderr[-2000:])
            got = json.loads(done.stdout)
            self.assertEqual(len({n[0] for n in got["nodes"]}), len(made.actors))
            self.assertEqual(sorted(e[0] for e in got["edges"]), sorted(e["id"] for e in made.edges))
            self.assertEqual(sum(e[4] for e in got["edges"]), made.weight)
            weights = {e["id"]: (e["weight"], plain(e["label"])) for e in made.edges}
            self.assertEqual({e[0]: (e[4], plain(e[3])) for e in got["edges"]}, weights)
            self.assertEqual(sorted(plain(n[1]) for n in got["nodes"]), sorted(plain(a["label"]) for a in made.actors))
            self.assertTrue(not sized or all(4 <= n[2] <= 100 for n in got["nodes"]))

    def test_gephi_lite_graphml(self):
        self.check("graphology-graphml", "g.graphml")

    def test_gephi_lite_gexf(self):
        self.check("graphology-gexf", "g.gexf")

    def test_cytoscape_graphml(self):
        self.check("cytoscape-graphml", "g.graphml")

    def test_cytoscape_json(self):
        self.check("cytoscape-json", "g.json", "--json", "cytoscape")


if __name__ == "__main__":
    if not shutil.which("node") or not (MODULES / "graphology").is_dir():
        print(f"skipped: node or its packages are missing: npm ci --prefix {JS}")
        sys.exit(0)
    support.main()
