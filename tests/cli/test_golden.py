#!/usr/bin/env python3
"""Every command on small inputs: what it prints, byte for byte, where that can't change with the language model.

Usage: test_golden.py ENTENTE SOURCE_DIR [TEST...]. The files of data/golden/ are what the commands printed for
data/triples.ndjson; ENTENTE_UPDATE_GOLDEN=1 writes them anew, for a look at `git diff`.
"""
import os

import support
from support import DATA, Case

GOLDEN = [  # file, exit status, arguments
    ("graph.graphml", 0, "build triples.ndjson -q -f graphml"),
    ("graph.gexf", 0, "build triples.ndjson -q -f gexf"),
    ("graph.json", 0, "build triples.ndjson -q -f json"),
    ("graph.nq", 0, "build triples.ndjson -q -f nq"),
    ("graph.cypher", 0, "build triples.ndjson -q -f cypher"),
    ("graph.ftm.json", 0, "build triples.ndjson -q -f ftm"),
    ("neo4j.csv", 0, "export triples.ndjson -f csv --dialect neo4j"),
    ("graph.csv", 0, "build triples.ndjson -q -f csv"),
    ("graph.dot", 0, "build triples.ndjson -q -f dot"),
    ("graph.ndjson", 0, "build triples.ndjson -q -f ndjson"),
    ("info.txt", 0, "info triples.ndjson -n 4"),
    ("info.json", 0, "info triples.ndjson -n 2 -f json"),
    ("path.txt", 0, "path triples.ndjson Turkey Taliban --undirected -k 2"),
    ("path.ndjson", 0, "path triples.ndjson Germany Moldova -f ndjson"),
    ("why.txt", 0, "why triples.ndjson Russia"),
    ("why-pair.txt", 0, "why triples.ndjson Hungary Kosovo"),
    ("why.ndjson", 0, "why triples.ndjson Kenya --type CONSULT -f ndjson"),
    ("diff-dates.txt", 1, "diff triples.ndjson --at 2024-03-05 --at 2024-05-04 -s"),
    ("filtered.csv", 0, "export triples.ndjson -f csv --from 2024-04-01 --to 2024-05-03 --type REQUEST --type ACCUSE,SANCTION"),
]


class Golden(Case):
    def test_same_bytes_as_before(self):
        self.copy("triples.ndjson")
        for name, status, arguments in GOLDEN:
            with self.subTest(arguments):
                got = self.run_entente(*arguments.split(), status=status).out
                path = DATA / "golden" / name
                if os.environ.get("ENTENTE_UPDATE_GOLDEN"):
                    path.write_bytes(got)
                self.assert_same_bytes(path.read_bytes(), got, f"{name}, entente {arguments}")


if __name__ == "__main__":
    support.main()
