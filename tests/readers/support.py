"""What the tests of other programs' readers share: made-up graphs, some with texts that hurt, exported in every format.

Each script is called with the program and the source folder: test_python.py ENTENTE SOURCE_DIR [TEST...].
"""
import importlib
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ENTENTE = Path()
SOURCE = Path()
HOSTILE = ['a "quoted" & <b>bold</b>', "]]> &amp;", "bell\a null\0 end", "line\r\nbreak", "مجلس الأمن", "🕊️ 平和", "\ufffe", "=1+1",
           "it's", "back\\slash", "plain"]


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
               "date": rng.choice([None, "2021-08-25", "2021-08-26", "2021-08-28", "2021-09-03"]),
               "sentence": {"index": i, "begin": 0, "end": 9, "text": rng.choice(HOSTILE)},
               "subject": mention(rng, hostile),
               "relation": {"text": rng.choice(HOSTILE), "lemma": "x", "begin": 0, "end": 1,
                            "type": rng.choice(["AID", "ACCUSE", "CONSULT", None]), "cameo": None, "quad": None,
                            "goldstein": rng.choice([-5.0, 0.0, 4.5])},
               "object": mention(rng, hostile), "args": [],
               "polarity": rng.choice(["affirmed", "affirmed", "negated"]), "status": "actual", "attribution": None,
               "symmetric": rng.random() < 0.2, "confidence": 0.5, "rule": "R1"}


class Made:
    """A graph as triples, and what our NDJSON says is in it."""

    def __init__(self, folder, seed, count):
        self.folder = folder
        self.source = folder / f"triples-{seed}.ndjson"
        self.source.write_text("".join(json.dumps(t) + "\n" for t in triples(seed, count)), encoding="utf-8")
        objects = [json.loads(line) for line in self.export(f"{seed}.ndjson").read_text(encoding="utf-8").splitlines()]
        self.actors = [o["actor"] for o in objects if "actor" in o]
        self.edges = [o["edge"] for o in objects if "edge" in o]
        self.weight = sum(e["weight"] for e in self.edges)
        assert self.weight == count

    def export(self, name, *options):
        entente("export", self.source, "-o", self.folder / name, *options)
        return self.folder / name


def entente(*args, status=0):
    done = subprocess.run([ENTENTE, *map(str, args)], capture_output=True, text=True)
    assert done.returncode == status, f"{args}: exit {done.returncode}, not {status}\n{done.stderr}"
    return done.stdout


class Case(unittest.TestCase):
    """A test with a folder and three graphs: one edge, some, and many that collide."""

    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="entente-readers-"))
        cls.graphs = [Made(cls.folder, seed, count) for seed, count in ((1, 1), (2, 40), (3, 300))]

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder, ignore_errors=True)


def load(*modules):
    """Python packages; without them the script passes and says so. Debian's Python has them even where another comes
    first."""
    try:
        return [importlib.import_module(name) for name in modules]
    except ImportError as error:
        debian = "/usr/bin/python3"
        other = os.path.exists(debian) and os.path.realpath(debian) != os.path.realpath(sys.executable)
        if other and "ENTENTE_RETRY" not in os.environ:
            os.environ["ENTENTE_RETRY"] = "1"
            os.execv(debian, [debian, *sys.argv])
        print(f"skipped: {error}")
        sys.exit(0)


def main():
    global ENTENTE, SOURCE
    if len(sys.argv) < 3:
        sys.exit(f"usage: {sys.argv[0]} ENTENTE SOURCE_DIR [TEST...]")
    ENTENTE, SOURCE = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    unittest.main(module="__main__", argv=[sys.argv[0], *sys.argv[3:]])
