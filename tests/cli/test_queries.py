#!/usr/bin/env python3
"""What is asked of a graph: build, path, why, diff, actor, timeline, info.

Usage: test_queries.py ENTENTE SOURCE_DIR [TEST...].
"""
import csv
import io
import json
import re
import xml.etree.ElementTree as xml

import support
from support import ARTICLES, Case


class Graphs(Case):
    def setUp(self):
        super().setUp()
        self.copy("triples.ndjson")
        self.triples = [json.loads(line) for line in self.bytes_of("triples.ndjson").splitlines()]

    def graph(self, *args):
        lines = self.run_entente("build", "triples.ndjson", "-q", "-f", "ndjson").objects if not args else self.run_entente(*args).objects
        return [o["actor"] for o in lines if "actor" in o], [o["edge"] for o in lines if "edge" in o]

    def test_build_writes_every_format(self):
        actors, edges = self.graph()
        self.assertEqual({a["id"] for a in actors}, {t[s]["id"] for t in self.triples for s in ("subject", "object")})
        self.assertEqual({i["id"] for e in edges for i in e["evidence"]}, {t["id"] for t in self.triples})
        for name in ("g.graphml", "g.csv", "g.dot", "g.ndjson"):
            self.assertEqual(self.run_entente("build", "triples.ndjson", "-o", name).out, b"")
            self.run_entente("export", "triples.ndjson", "-o", "from-export", "-f", name[2:])
            self.assert_same_bytes(self.bytes_of("from-export"), self.bytes_of(name), f"export and build, {name}")
        root = xml.fromstring(self.bytes_of("g.graphml"))
        found = [(len(root.findall(f".//{{*}}{tag}"))) for tag in ("node", "edge")]
        self.assertEqual(found, [len(actors), len(edges)])
        rows = list(csv.DictReader(io.StringIO(self.bytes_of("g.csv").decode("utf-8"))))
        self.assertEqual(len(rows), len(edges))
        self.assertEqual(len(self.bytes_of("g.nodes.csv").splitlines()), 1 + len(actors))
        self.assertEqual(self.bytes_of("g.dot").count(b" -> "), len(edges))

    def test_without_a_command_it_builds(self):
        self.copy(*ARTICLES)
        self.run_entente("border.txt", "records.ndjson", "-o", "short.graphml")
        self.run_entente("build", "border.txt", "records.ndjson", "-o", "long.graphml")
        self.assert_same_bytes(self.bytes_of("short.graphml"), self.bytes_of("long.graphml"), "with and without `build`")
        self.run_entente("-o", "first.graphml", "border.txt", "records.ndjson")
        self.assert_same_bytes(self.bytes_of("first.graphml"), self.bytes_of("long.graphml"), "options first")

    def test_a_file_is_summed_up_on_standard_error(self):
        self.assertIn("27 triples", self.run_entente("build", "triples.ndjson", "-o", "g.graphml").err)
        self.run_entente("build", "triples.ndjson", "-o", "g.graphml", "-q", quiet=True)

    def test_round_trip_through_graphml(self):
        self.run_entente("build", "triples.ndjson", "-o", "g.graphml")
        for fmt in ("graphml", "csv", "dot", "ndjson"):
            again = self.run_entente("export", "g.graphml", "-f", fmt).out
            self.assert_same_bytes(again, self.run_entente("export", "triples.ndjson", "-f", fmt).out, f"{fmt} of GraphML")

    def test_filters(self):
        for arguments, keep in [
                (["--type", "ACCUSE"], lambda t: t["relation"]["type"] == "ACCUSE"),
                (["--type", "accuse", "--type", "AID"], lambda t: t["relation"]["type"] in ("ACCUSE", "AID")),
                (["--from", "2024-05-02"], lambda t: (t["date"] or "") >= "2024-05-02"),
                (["--to", "2024-05-02"], lambda t: t["date"] and t["date"] < "2024-05-02"),
                (["--from", "2024-05-02", "--to", "2024-05-03"], lambda t: t["date"] == "2024-05-02"),
                (["--at", "2024-05-03", "--window", "2"], lambda t: t["date"] in ("2024-05-02", "2024-05-03"))]:
            with self.subTest(arguments):
                _, edges = self.graph("export", "triples.ndjson", "-f", "ndjson", *arguments)
                self.assertEqual({i["id"] for e in edges for i in e["evidence"]}, {t["id"] for t in self.triples if keep(t)})
        _, edges = self.graph()
        for option, key in (("--min-weight", "weight"), ("--min-confidence", "confidence")):
            limit = sorted(e[key] for e in edges)[len(edges) // 2]
            _, kept = self.graph("export", "triples.ndjson", "-f", "ndjson", option, limit)
            self.assertEqual([e["id"] for e in kept], [e["id"] for e in edges if e[key] >= limit])
        self.run_entente("export", "triples.ndjson", "--from", "2030-01-01", status=1)
        for bad in (["--type", "LOVE"], ["--from", "May"], ["--from", "2024-05-02", "--to", "2024-05-02"],
                    ["--at", "2024-05-02", "--from", "2024-05-01"], ["--min-weight", "-1"], ["--window", "0", "--at", "2024-05-02"]):
            self.run_entente("export", "triples.ndjson", *bad, status=2)

    def test_path(self):
        text = self.run_entente("path", "triples.ndjson", "Germany", "Moldova", quiet=True).text
        self.assertIn("Germany sent humanitarian aid to Moldova.", text)
        paths = self.run_entente("path", "triples.ndjson", "UKR", "Moldova", "--undirected", "-f", "ndjson").objects
        self.assertEqual([p["rank"] for p in paths], list(range(1, len(paths) + 1)))
        for p in paths:
            self.assertEqual((p["actors"][0], p["actors"][-1]), ("UKR", "MDA"))
            self.assertEqual([h["from"] for h in p["hops"]] + ["MDA"], p["actors"])
            self.assertEqual(len(set(p["actors"])), len(p["actors"]), "a path visits nobody twice")
        self.run_entente("path", "triples.ndjson", "Kenya", "Moldova", status=1)
        self.assertIn("--undirected", self.run_entente("path", "triples.ndjson", "Moldova", "Germany", status=1).err)
        self.run_entente("path", "triples.ndjson", "Kenya", "KEN", status=2)
        self.run_entente("path", "triples.ndjson", "Kenya", "Egypt", "-k", "0", status=2)
        self.run_entente("path", "triples.ndjson", "Kenya", "Egypt", "--via", "nobody at all", status=2)
        self.run_entente("path", "triples.ndjson", "Kenya", "Egypt", "--time-respecting", "--weight", "strength", status=2)

    def test_names_of_actors(self):
        """As the actor table knows them, then as the graph does."""
        who = lambda name, status=0: self.run_entente("actor", "triples.ndjson", name, status=status)
        for name, id in (("Kiev", "UKR"), ("Moscow", "RUS"), ("the Kremlin", "RUS"), ("Taleban", "taliban"), ("moldova", "MDA"),
                         ("Erdogan", "recep-tayyip-erdogan"), ("the Turkish president", "recep-tayyip-erdogan"), ("UKR", "UKR"),
                         ("Plenk", "andrej-plenkovic")):
            self.assertIn(f"({id}, ", who(name).text.splitlines()[0], name)
        absent = who("UN", 1).err
        self.assertIn("United Nations (united-nations)", absent)
        self.assertIn("(Moldova, country, ", who("Moldava", 1).err)
        several = who("k", 2).err
        self.assertTrue("KEN  (Kenya" in several and "XKX  (Kosovo" in several, several)
        self.write("my.tsv", b"id\tlabel\tkind\tnames\nMDA\tMoldova\tcountry\tBessarabia\n")
        who("Bessarabia", 1)
        self.run_entente("actor", "triples.ndjson", "Bessarabia", "--actors", "my.tsv")
        text = self.run_entente("path", "triples.ndjson", "Berlin", "Moldova", quiet=True).out
        self.assertEqual(text, self.run_entente("path", "triples.ndjson", "DEU", "MDA", quiet=True).out)
        self.run_entente("path", "triples.ndjson", "Berlin", "Chisinau", "--not-via", "the Kremlin", quiet=True)
        self.assertIn("without --via", self.run_entente("path", "triples.ndjson", "Berlin", "Moldova", "--via", "Kiev", status=1).err)

    def test_why_explained(self):
        text = self.run_entente("why", "triples.ndjson", "Hungary", "Kosovo", "--explain", quiet=True).text
        self.assertIn("(HUN): ", text)
        self.copy(*ARTICLES)
        self.run_entente("build", *ARTICLES, "-o", "own.db", "-q")
        told = [e for who in ("taliban", "RUS") for e in self.run_entente("why", "own.db", who, "--explain", "-f", "ndjson").objects]
        reasons = [r[end] for e in told for r in e["reasons"].values() for end in ("subject", "object")]
        self.assertTrue(reasons and not any(r.startswith("not known") for r in reasons), reasons)
        self.assertEqual({i for e in told for i in e["reasons"]}, {o["id"] for e in told for o in e["evidence"]})
        self.write("talks.txt", b"BERLIN, March 4, 2024 - The Taliban met Foreign Minister Wang Yi. They thanked China. Moscow warned Kiev.\n")
        self.run_entente("build", "talks.txt", "-o", "talks.graphml", "-q")
        told = self.run_entente("why", "talks.graphml", "China", "--explain", quiet=True).text
        self.assertRegex(told, r"They = Taliban \(taliban\): pronoun: .*Taliban")
        self.assertIn("Kiev = Ukraine (UKR): metonym; capital in the row UKR",
                      self.run_entente("why", "talks.graphml", "Kiev", "--explain", quiet=True).text)
        (self.folder / "talks.txt").unlink()
        gone = self.run_entente("why", "talks.graphml", "China", "--explain", quiet=True).text
        self.assertRegex(gone, r"They = Taliban \(taliban\): not known: .* talks.txt any more")
        self.assertIn("China = China (CHN): name", gone)

    def test_path_limits(self):
        """What stands in the way is named."""
        ask = ("path", "triples.ndjson", "Germany", "Moldova")
        for limit, name in ((["--not-via", "AID"], "--not-via"), (["--type", "ASSAULT"], "--type"),
                            (["--via", "ASSAULT"], "--via"), (["--to", "2000-01-01"], "time"), (["--quad", "4"], "--quad"),
                            (["--kind", "person"], "--kind"), (["--min-weight", "99"], "--min-weight"),
                            (["--source", "nowhere"], "--source"), (["--top-actors", "1"], "--top-actors"), (["--polarity", "negated"], "--polarity")):
            self.assertIn("without " + ("the limits of time" if name == "time" else name), self.run_entente(*ask, *limit, status=1).err)
        both = self.run_entente(*ask, "--type", "ASSAULT", "--to", "2000-01-01", "--min-confidence", "0.1", status=1).err
        self.assertIn("without the limits of time and --type there is one", both)

    def test_path_as_graph(self):
        found = self.run_entente("path", "triples.ndjson", "UKR", "Moldova", "--undirected", "-f", "ndjson").objects
        edges = {r["id"] for p in found for h in p["hops"] for r in h["relations"]}
        self.run_entente("path", "triples.ndjson", "UKR", "Moldova", "--undirected", "-f", "graphml", "-o", "paths.graphml")
        part = self.run_entente("export", "paths.graphml", "-f", "ndjson").objects
        self.assertEqual({e["edge"]["id"] for e in part if "edge" in e}, edges)
        dated = self.run_entente("path", "triples.ndjson", "UKR", "Moldova", "--undirected", "--time-respecting", "-f", "ndjson").objects
        for p in dated:
            days = [h["date"] for h in p["hops"]]
            self.assertEqual(days, sorted(days))

    def test_who_relays_what_is_said(self):
        self.write("a.txt", "Russia attacked a village in Chad, the Kremlin said, according to Tass.\n")
        for graph in ("a.graphml", "a.db"):
            self.run_entente("build", "a.txt", "-q", "-o", graph)
            self.assertIn("(say: Russia, via TASS)", self.run_entente("why", graph, "RUS", "TCD").text, graph)
            said = self.run_entente("why", graph, "RUS", "TCD", "-f", "ndjson").objects[0]["evidence"][0]["attribution"]
            self.assertEqual([said["id"], said["via"]["id"], said["via"].get("via")], ["RUS", "tass", None], graph)
        self.assertIn("says [the Kremlin] (say), via [Tass] (accord)", self.run_entente("extract", "--explain", "a.txt").err)

    def test_why(self):
        everything = self.run_entente("why", "triples.ndjson", "Taliban", quiet=True).text
        for t in self.triples:
            if "taliban" in (t["subject"]["id"], t["object"]["id"]):
                self.assertIn(" ".join(t["sentence"]["text"].split())[:40], everything)
        pair = self.run_entente("why", "triples.ndjson", "Moldova", "RUS", "-f", "ndjson").objects
        self.assertEqual([(e["subject"], e["type"], e["object"]) for e in pair], [("RUS", "SANCTION", "MDA")])
        self.assertIn("entente path", self.run_entente("why", "triples.ndjson", "Kenya", "Moldova", status=1).err)

    def test_diff(self):
        self.run_entente("build", "triples.ndjson", "-o", "all.graphml")
        lines = self.bytes_of("triples.ndjson").splitlines(keepends=True)
        self.write("less.ndjson", b"".join(lines[:-3]))
        same = self.run_entente("diff", "all.graphml", "triples.ndjson")
        self.assertTrue(same.text and all(line.startswith(" ") for line in same.text.splitlines()))
        self.assertEqual(self.run_entente("diff", "all.graphml", "all.graphml", "-c", quiet=True).out, b"")
        patch = self.run_entente("diff", "less.ndjson", "all.graphml", "-f", "ndjson", status=1)
        gained = {o["id"] for c in patch.objects for o in c["gained"]}
        self.assertEqual(gained, {json.loads(line)["id"] for line in lines[-3:]})
        self.write("patch.ndjson", patch.out)
        self.run_entente("apply", "patch.ndjson", "less.ndjson", "-o", "patched.graphml")
        self.assert_same_bytes(self.bytes_of("patched.graphml"), self.bytes_of("all.graphml"), "A with the patch, and B")
        self.run_entente("apply", "triples.ndjson", "less.ndjson", status=2)
        undo = self.run_entente("diff", "all.graphml", "less.ndjson", "-f", "ndjson", status=1)
        self.assertIn("another", self.run_entente("apply", "-", "less.ndjson", stdin=undo.out, status=2).err)
        back = self.run_entente("diff", "all.graphml", "less.ndjson", "-c", status=1).text
        self.assertTrue(all(line[0] in "-* " for line in back.splitlines()), back)
        self.run_entente("diff", "all.graphml", "--at", "2024-03-05", "--at", "2024-03-05")
        self.run_entente("diff", "all.graphml", "--at", "2024-03-05", "--at", "2024-05-05", "-q", status=1, quiet=True)
        for bad in (["all.graphml"], ["all.graphml", "--at", "2024-03-05"],
                    ["all.graphml", "less.ndjson", "--at", "2024-03-05", "--at", "2024-05-05"]):
            self.run_entente("diff", *bad, status=2)

    def test_diff_options(self):
        """A patch of two states turns one into the other, whatever limits both."""
        dates = ("2024-03-05", "2024-05-04")
        for limits in ([], ["--kind", "country"], ["--quad", "3,4"], ["--polarity", "affirmed"], ["--min-confidence", "0.7"],
                       ["--clock", "reported"], ["--window", "90"], ["--source", "grain"], ["--status", "actual"]):
            patch = self.run_entente("diff", "triples.ndjson", "--at", dates[0], "--at", dates[1], *limits, "-o", "p.ndjson", status=None)
            self.assertEqual(patch.out, b"", "-o, and the format by its suffix")
            for name, day in (("a", dates[0]), ("b", dates[1])):
                self.run_entente("export", "triples.ndjson", "--at", day, *limits, "-o", name + ".graphml", status=None)
            self.run_entente("apply", "p.ndjson", "a.graphml", "-o", "a-later.graphml", status=None)
            self.assert_same_bytes(self.bytes_of("a-later.graphml"), self.bytes_of("b.graphml"), f"{limits}")
            self.run_entente("diff", "triples.ndjson", "--at", dates[0], "--at", dates[1], *limits, "-o", "p.gexf", status=patch.status)
            self.run_entente("diff", "a.graphml", "b.graphml", *limits, "-o", "q.gexf", status=patch.status)
            drawn = [sorted(re.findall(r'for="(before|after)" value="(\d+)"', self.bytes_of(f).decode())) for f in ("p.gexf", "q.gexf")]
            self.assertEqual(*drawn)
        self.run_entente("export", "triples.ndjson", "--top-actors", "6", "-o", "six.graphml")
        ask = ("--at", dates[0], "--at", dates[1], "-f", "ndjson")
        self.assert_same_bytes(self.run_entente("diff", "triples.ndjson", "--top-actors", "6", *ask, status=None).out,
                               self.run_entente("diff", "six.graphml", *ask, status=None).out, "--top-actors")

    def test_actor_and_timeline(self):
        text = self.run_entente("actor", "triples.ndjson", "Moldova", quiet=True).text
        self.assertTrue(text.startswith("Moldova  (MDA, country"), text)
        mine = [t for t in self.triples if "MDA" in (t["subject"]["id"], t["object"]["id"])]
        told = self.run_entente("actor", "triples.ndjson", "Moldova", "-f", "ndjson").objects
        self.assertEqual(sorted(e["evidence"]["id"] for e in told), sorted(t["id"] for t in mine))
        pair = self.run_entente("timeline", "triples.ndjson", "Russia", "Moldova", "-f", "ndjson").objects
        self.assertTrue(all({e["subject"], e["object"]} == {"RUS", "MDA"} for e in pair) and pair)
        self.assertIn("conflict", self.run_entente("timeline", "triples.ndjson", "Russia", "Moldova", "--by", "year").text)
        self.run_entente("timeline", "triples.ndjson", "Kenya", "Moldova", status=1)

    def test_metrics(self):
        counts = json.loads(self.run_entente("info", "triples.ndjson", "--metrics", "-f", "json", quiet=True).out)
        self.assertEqual(len(counts["metrics"]), counts["actors"])
        self.assertAlmostEqual(sum(m["pagerank"] for m in counts["metrics"]), 1, places=3)
        self.assertIn("community", self.run_entente("info", "triples.ndjson", "--metrics").text)

    def test_info(self):
        counts = json.loads(self.run_entente("info", "triples.ndjson", "-f", "json", quiet=True).out)
        self.assertEqual(counts["observations"], len(self.triples))
        self.assertEqual(counts["documents"], len({t["doc"] for t in self.triples}))
        dates = sorted(t["date"] for t in self.triples if t["date"])
        self.assertEqual((counts["first"], counts["last"]), (dates[0], dates[-1]))
        self.assertEqual(sum(t["observations"] for t in counts["types"]), len(self.triples))
        self.run_entente("info", "triples.ndjson", "--type", "PROTEST", status=1)


if __name__ == "__main__":
    support.main()
