"""Stores: grown by `add`, merged by `build`, read by every command; nothing is lost, however a run ends.

Usage: test_store.py ENTENTE SOURCE_DIR [TEST...].
"""
import itertools
import json
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import time
import unittest

import support
from support import ARTICLES, Case

ONE = "China offered aid to the Taliban on Wednesday. Russia criticised the United States.\n"
OTHER = "Pakistan met with the Taliban in Kabul on Friday.\n"


class Store(Case):
    def setUp(self):
        super().setUp()
        self.random = random.Random(20210825)
        shutil.copytree(support.SOURCE / "examples", self.folder / "news")
        (self.folder / "news" / "README.md").unlink()
        self.copy(*ARTICLES)

    def graph(self, *inputs):
        return self.run_entente("build", *inputs, "-q", "-f", "graphml", status=None).out

    def export(self, store):
        return self.run_entente("export", store, "-f", "graphml", status=None).out

    def made_up(self, name, documents, seed=1):
        """A file of triples, four a document, and its lines."""
        template = json.loads(self.run_entente("extract", "news", "-q").out.splitlines()[0])
        lines = []
        for i in range(documents * 4):
            triple = json.loads(json.dumps(template))
            triple.update(id=f"{seed:04x}{i:016x}", doc=f"doc-{seed}-{i // 4}", source=f"{seed}/{i // 4}")
            triple["subject"]["id"] = f"actor-{(i * 7919 + seed) % 101}"
            triple["object"]["id"] = f"actor-{i * 104729 % 97 + 200}"
            lines.append(json.dumps(triple))
        self.write(name, "\n".join(lines) + "\n")
        return lines

    def test_add_and_build_say_the_same(self):
        self.run_entente("add", "a.db", "news/kabul-2021", "border.txt")
        self.run_entente("add", "a.db", "news", *ARTICLES)
        whole = self.graph("news", *ARTICLES)
        self.assert_same_bytes(self.export("a.db"), whole, "add in two steps")
        self.assert_same_bytes(self.graph("a.db"), whole, "build from a store")
        self.write("g.graphml", whole)
        of_store = self.run_entente("info", "a.db").text
        self.assertTrue(of_store.startswith(self.run_entente("info", "g.graphml").text), of_store)
        for wanted in (["why", "Taliban"], ["path", "China", "France", "--undirected"], ["actor", "Taliban"]):
            outputs = [self.run_entente(wanted[0], graph, *wanted[1:]).out for graph in ("a.db", "g.graphml")]
            self.assert_same_bytes(*outputs, " ".join(wanted))
        self.assertEqual(self.run_entente("diff", "a.db", "g.graphml").status, 0)

    def test_build_gives_the_same_store_for_any_mixture(self):
        self.run_entente("build", "news", *ARTICLES, "-o", "whole.db")
        whole = self.bytes_of("whole.db")
        self.run_entente("add", "grown.db", "news/kabul-2021")
        self.run_entente("add", "grown.db", "border.txt", "news")
        self.run_entente("build", "news/aukus-2021", "grain.txt", "-o", "part.db")
        self.run_entente("build", *ARTICLES, "news/wire.ndjson", "-o", "other.db")
        self.run_entente("extract", "news", "-o", "news.ndjson")
        parts = ["grown.db", "part.db", "other.db", "news", "news.ndjson"]
        for _ in range(4):
            self.random.shuffle(parts)
            self.run_entente("build", *parts, "-o", "merged.db")
            self.assert_same_bytes(self.bytes_of("merged.db"), whole, f"build {' '.join(parts)}")
        self.run_entente("build", "merged.db", "part.db", "-o", "merged.db")
        self.assert_same_bytes(self.bytes_of("merged.db"), whole, "a store merged into itself")
        self.assertEqual(sorted(p.name for p in self.folder.glob("*.db*")), ["grown.db", "merged.db", "other.db", "part.db", "whole.db"])

    def test_shards_join_in_any_order_and_grouping(self):
        self.run_entente("build", "news", *ARTICLES, "-o", "whole.db")
        whole = self.bytes_of("whole.db")
        lines = set()
        for i in range(1, 4):
            self.run_entente("build", "news", *ARTICLES, "--shard", f"{i}/3", "-o", f"{i}.db")
            self.run_entente("extract", "news", *ARTICLES, "--shard", f"{i}/3", "-o", f"{i}.ndjson")
            shard = self.bytes_of(f"{i}.ndjson").splitlines()
            self.assertEqual(shard, sorted(set(shard)), "a shard is sorted")
            self.assertFalse(lines & set(shard), "a triple is in one shard only")
            lines |= set(shard)
        self.assertEqual(lines, set(self.run_entente("extract", "news", *ARTICLES).out.splitlines()))
        for suffix in ("db", "ndjson"):
            outcomes = set()
            for order in itertools.permutations(f"{i}.{suffix}" for i in range(1, 4)):
                self.run_entente("build", *order, "-o", "joined.db")
                outcomes.add(self.bytes_of("joined.db"))
            a, b, c = order
            for tree in (((a, b), c), (a, (b, c)), ((a, b), (b, c)), (c, (a, b, c))):
                self.run_entente("build", self.joined(tree), "-o", "joined.db")
                outcomes.add(self.bytes_of("joined.db"))
            self.assertEqual(len(outcomes), 1, f"stores of {suffix} shards in all orders and groupings")
            if suffix == "db":
                self.assertEqual(outcomes, {whole}, "the store of all documents at once")

    def joined(self, tree):
        """The file of a store built of a tree of files."""
        if isinstance(tree, str):
            return tree
        self.trees = getattr(self, "trees", 0) + 1
        name = f"tree-{self.trees}.db"
        self.run_entente("build", *map(self.joined, tree), "-o", name)
        return name

    def test_which_shard_the_environment_says(self):
        def shard(spec, **variables):
            command = [support.ENTENTE, "extract", "news", "--shard", spec]
            return subprocess.run(command, cwd=self.folder, env={**os.environ, **variables}, capture_output=True)

        second = shard("2/3").stdout
        self.assertTrue(second)
        array = {"SLURM_ARRAY_TASK_MIN": "1", "SLURM_ARRAY_TASK_STEP": "2", "SLURM_ARRAY_TASK_COUNT": "3"}
        for variables in ({"SLURM_ARRAY_TASK_ID": "5", **array}, {"OMPI_COMM_WORLD_RANK": "2", "OMPI_COMM_WORLD_SIZE": "3"},
                          {"PMI_RANK": "2", "PMI_SIZE": "3"}, {"SLURM_PROCID": "2", "SLURM_NTASKS": "3"}):
            self.assertEqual(shard("auto", **variables).stdout, second, variables)
        self.assertEqual(shard("auto/3", OMPI_COMM_WORLD_RANK="2").stdout, second)
        self.assertEqual(shard("auto/3", **{**array, "SLURM_ARRAY_TASK_ID": "2", "SLURM_ARRAY_TASK_MIN": "2"}).stdout, second,
                         "a task that runs again in an array of its own")
        for spec in ("auto", "4/3", "1", "1/0", "x/3", "-1/3", "1/3/3", "auto/x"):
            done = shard(spec)
            self.assertEqual((done.returncode, done.stdout), (2, b""), spec)
            self.assertIn(b"3/8", done.stderr)

    def test_the_same_again_adds_nothing(self):
        self.run_entente("add", "a.db", "news")
        before = self.bytes_of("a.db")
        done = self.run_entente("add", "a.db", "news", "./news")
        self.assertIn("0 documents and 0 triples added", done.err)
        self.assert_same_bytes(self.bytes_of("a.db"), before, "the store")

    def test_a_corrected_document_replaces_its_evidence(self):
        self.write("day1.ndjson", json.dumps({"id": "7", "date": "2021-08-25", "text": ONE}))
        self.write("day2.ndjson", json.dumps({"id": "7", "date": "2021-08-25", "text": OTHER}))
        self.run_entente("add", "a.db", "day1.ndjson")
        self.assertIn("1 of them corrected", self.run_entente("add", "a.db", "day2.ndjson").err)
        self.assert_same_bytes(self.export("a.db"), self.graph("day2.ndjson"), "the corrected store")
        self.run_entente("add", "a.db", "day1.ndjson")
        self.assert_same_bytes(self.export("a.db"), self.graph("day2.ndjson"), "the old text added again")

    def test_copies_of_a_report_count_once(self):
        """The same text under two names, and a paper that cut and led in what an agency had reported."""
        text = "2021-08-25\n\nChina offered aid to the Taliban on Wednesday, officials in Beijing said. "
        self.write("wire/agency.txt", text)
        self.write("wire/copy.txt", text)
        self.write("paper.txt", "2021-08-26\n\nNobody was hurt. China offered aid to the Taliban, officials in Beijing said.\n")
        self.write("other.txt", "2021-08-26\n\nChina offered aid to the Taliban to rebuild the roads of the country.\n")
        inputs = ["wire", "paper.txt", "other.txt"]
        self.run_entente("build", *inputs, "-o", "g.graphml")
        edge = self.run_entente("why", "g.graphml", "China", "Taliban", "-f", "ndjson").objects[0]
        self.assertEqual((edge["weight"], edge["documents"], edge["sources"]), (2, 3, 4))
        self.assertIn("also published by wire/copy.txt, paper.txt", self.run_entente("why", "g.graphml", "China").text)
        whole = self.bytes_of("g.graphml")
        for suffix in ("gexf", "json", "ndjson"):
            self.run_entente("convert", "g.graphml", "-o", f"g.{suffix}")
            self.assert_same_bytes(self.run_entente("convert", f"g.{suffix}", "-f", "graphml").out, whole, f"by way of {suffix}")
        self.run_entente("build", "paper.txt", "-o", "paper.graphml")
        self.run_entente("build", "paper.graphml", "wire", "-o", "a.db")
        self.run_entente("add", "a.db", "other.txt")
        self.assert_same_bytes(self.graph("a.db"), whole, "by way of a graph and a store")
        self.write("patch", self.run_entente("diff", "paper.graphml", "g.graphml", "-f", "ndjson", status=1).out)
        self.assert_same_bytes(self.run_entente("apply", "patch", "paper.graphml", "-f", "graphml").out, whole, "by a patch")
        self.run_entente("remove", "a.db", json.loads(self.run_entente("extract", "wire/copy.txt").out)["doc"])
        self.assert_same_bytes(self.export("a.db"), self.graph("paper.txt", "other.txt"), "without the first publisher")

    def test_remove(self):
        self.run_entente("add", "a.db", "news", "border.txt")
        doc = json.loads(self.run_entente("extract", "border.txt").out.splitlines()[0])["doc"]
        self.assertIn("1 document removed", self.run_entente("remove", "a.db", doc).err)
        self.assert_same_bytes(self.export("a.db"), self.graph("news"), "after remove")
        self.assertIn("there is no document", self.run_entente("remove", "a.db", doc, status=1).err)

    def test_vacuum(self):
        self.write("day1.ndjson", json.dumps({"id": "7", "date": "2021-08-25", "text": ONE}))
        self.write("day2.ndjson", json.dumps({"id": "7", "date": "2021-08-25", "text": OTHER}))
        self.made_up("much.ndjson", 500)
        self.run_entente("add", "a.db", "much.ndjson", "day1.ndjson")
        self.run_entente("remove", "a.db", *(f"doc-1-{i}" for i in range(400)))
        self.run_entente("add", "a.db", "day2.ndjson")
        before, size = self.export("a.db"), len(self.bytes_of("a.db"))
        self.run_entente("vacuum", "a.db")
        self.assertLess(len(self.bytes_of("a.db")), size / 2)
        self.assert_same_bytes(self.export("a.db"), before, "after vacuum")
        self.run_entente("add", "a.db", "day1.ndjson")
        self.assert_same_bytes(self.export("a.db"), before, "the old text added again")

    def test_documents_read_with_other_tables(self):
        self.write("own.tsv", "id\tkind\tlabel\tcountry\tnames\nnorth-sea-pact\torganisation\tNorth Sea Pact\t\tNSP\n")
        self.run_entente("add", "a.db", "border.txt", "grain.txt")
        added = self.run_entente("add", "a.db", "damaged.txt", "--actors", "own.tsv")
        self.assertIn("2 documents in the store read with", added.err)
        readings = json.loads(self.run_entente("info", "a.db", "-f", "json").out)["store"]["read_with"]
        self.assertEqual([r["documents"] for r in readings], [2, 1])
        self.assertEqual(len({r["model"] for r in readings}), 1)
        self.assertEqual(len({r["actors"] for r in readings}), 2)
        again = self.run_entente("add", "a.db", "border.txt", "grain.txt", "--actors", "own.tsv")
        self.assertNotIn("read with another", again.err)

    def test_killed_at_any_moment(self):
        """Whatever was committed is there, whole documents only, and the run goes on from there."""
        lines = self.made_up("all.ndjson", 6000)
        whole = self.graph("all.ndjson")
        kills = int(os.environ.get("ENTENTE_KILLS", 6))
        for i in range(kills):
            process = subprocess.Popen([support.ENTENTE, "add", "k.db", "all.ndjson", "-q"], cwd=self.folder)
            time.sleep(self.random.random() * 0.5)
            process.send_signal(signal.SIGKILL)
            process.wait()
            if not (self.folder / "k.db").exists():
                continue
            with sqlite3.connect(self.folder / "k.db") as db:
                self.assertEqual(db.execute("PRAGMA integrity_check").fetchone()[0], "ok")
            db.close()
        self.run_entente("add", "k.db", "all.ndjson")
        self.assert_same_bytes(self.export("k.db"), whole, f"after {kills} kills")

    def test_readers_and_a_second_writer_while_one_writes(self):
        self.run_entente("add", "a.db", "border.txt")
        before = self.export("a.db")
        db = sqlite3.connect(self.folder / "a.db", isolation_level=None)
        db.execute("BEGIN IMMEDIATE")
        db.execute("DELETE FROM evidence")
        self.assert_same_bytes(self.export("a.db"), before, "read while another writes")
        second = subprocess.Popen([support.ENTENTE, "add", "a.db", "grain.txt", "-q"], cwd=self.folder)
        time.sleep(0.3)
        self.assertIsNone(second.poll(), "the second writer waits")
        db.execute("ROLLBACK")
        self.assertEqual(second.wait(60), 0)
        self.assert_same_bytes(self.export("a.db"), self.graph("border.txt", "grain.txt"), "both")
        db.close()

    def test_a_full_disk_loses_nothing(self):
        self.run_entente("add", "a.db", "news")
        before = self.export("a.db")
        self.made_up("much.ndjson", 3000)
        limit = (self.folder / "a.db").stat().st_size + 65536

        def small_disk():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        done = subprocess.run([support.ENTENTE, "add", "a.db", "much.ndjson"], cwd=self.folder, preexec_fn=small_disk,
                              capture_output=True, timeout=support.longest())
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"a.db: ", done.stderr)
        self.assert_same_bytes(self.export("a.db"), before, "after the failure")
        self.run_entente("add", "a.db", "much.ndjson")
        self.assert_same_bytes(self.export("a.db"), self.graph("news", "much.ndjson"), "with room")

    def test_a_disk_that_is_full_then_read_only(self):
        disk = self.folder / "disk"
        disk.mkdir()

        def mount(*options):
            return subprocess.run(["mount", *options, str(disk)], capture_output=True).returncode == 0

        if not mount("-t", "tmpfs", "-o", "size=1m", "tmpfs"):
            self.skipTest("needs to mount a disk of its own")
        self.addCleanup(subprocess.run, ["umount", str(disk)], check=True)
        self.run_entente("add", "disk/a.db", "news")
        before = self.export("disk/a.db")
        self.made_up("much.ndjson", 3000)
        for command in (["add", "disk/a.db", "much.ndjson"], ["build", "disk/a.db", "much.ndjson", "-o", "disk/a.db"]):
            self.assertIn("the disk is full", self.run_entente(*command, status=2).err)
            self.assert_same_bytes(self.export("disk/a.db"), before, f"after {command[0]}")
        mount("-o", "remount,size=64m")
        self.run_entente("add", "disk/a.db", "much.ndjson")
        whole = self.export("disk/a.db")
        self.assert_same_bytes(whole, self.graph("news", "much.ndjson"), "with room")
        mount("-o", "remount,ro")
        self.assert_same_bytes(self.export("disk/a.db"), whole, "a disk that can't be written")
        for command in (["add", "disk/a.db", "border.txt"], ["vacuum", "disk/a.db"], ["remove", "disk/a.db", "doc-1-1"]):
            self.assertIn("read-only", self.run_entente(*command, status=2).err.lower())

    def test_a_store_that_must_not_be_written(self):
        self.run_entente("add", "a.db", "border.txt")
        before = self.export("a.db")
        os.chmod(self.folder / "a.db", 0o444)
        if os.geteuid() != 0:  # root writes everywhere
            self.assertIn("read-only", self.run_entente("add", "a.db", "grain.txt", status=2).err)
        self.assert_same_bytes(self.export("a.db"), before, "the store")

    def test_what_is_no_store(self):
        self.write("text.db", "no database\n" * 100)
        self.assertIn("text.db: is no store", self.run_entente("add", "text.db", "border.txt", status=2).err)
        sqlite3.connect(self.folder / "foreign.db").execute("CREATE TABLE t(x)").connection.close()
        for args in (["add", "foreign.db", "border.txt"], ["info", "foreign.db"]):
            self.assertIn("foreign.db: is a database, but no store", self.run_entente(*args, status=2).err)
        self.run_entente("add", "new.db", "border.txt")
        with sqlite3.connect(self.folder / "new.db") as db:
            db.execute("PRAGMA user_version = 99")
        db.close()
        self.assertIn("get a newer entente", self.run_entente("info", "new.db", status=2).err)
        cut = self.bytes_of("new.db")
        self.write("cut.db", cut[: len(cut) // 2])
        self.assertIn("cut.db: ", self.run_entente("info", "cut.db", status=2).err)

    def test_sql(self):
        """docs/store.md promises this view."""
        self.run_entente("add", "a.db", "border.txt", "grain.txt")
        with sqlite3.connect(self.folder / "a.db") as db:
            rows = db.execute("SELECT date, subject, type, object, sentence, document FROM relation").fetchall()
        db.close()
        self.assertEqual(len(rows), len(self.run_entente("extract", "border.txt", "grain.txt").out.splitlines()))


if __name__ == "__main__":
    support.main()
