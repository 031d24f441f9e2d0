#!/usr/bin/env python3
"""Every command on small inputs: what it prints, byte for byte where that can't change with the language model.

Usage: test_golden.py ENTENTE SOURCE_DIR [TEST...]. The files of data/golden/ are what the commands printed for
data/triples.ndjson; ENTENTE_UPDATE_GOLDEN=1 writes them anew, for a look at `git diff`.
"""
import csv
import ctypes
import ctypes.util
import gzip
import io
import json
import os
import re
import unittest
import xml.etree.ElementTree as xml

import support
from support import ARTICLES, DATA, Case

KEYS = ["id", "doc", "source", "published", "date", "sentence", "subject", "relation", "object", "args", "polarity",
        "status", "attribution", "symmetric", "confidence", "rule"]
INNER = {"sentence": ["index", "begin", "end", "text"],
         "subject": ["text", "begin", "end", "id", "label", "kind", "country", "role"],
         "object": ["text", "begin", "end", "id", "label", "kind", "country", "role"],
         "relation": ["text", "lemma", "begin", "end", "type", "cameo", "quad", "goldstein"]}
KINDS = "country person organisation group party place people topic other".split()
QUADS = {1: "AGREE CONSULT SUPPORT CONCEDE", 2: "COOPERATE AID RETREAT", 3: "REQUEST ACCUSE REJECT THREATEN",
         4: "PROTEST SANCTION MOBILIZE COERCE ASSAULT"}
QUAD_OF = {name: quad for quad, names in QUADS.items() for name in names.split()}
STANDING = "LEADS MEMBER_OF PART_OF LOCATED_IN STATEMENT".split()

# What no version of the model may miss or turn round: plain sentences of the articles in data/.
SURE = {("andrej-plenkovic", "CONSULT", "aleksandar-vucic"), ("DEU", "AID", "MDA"), ("nato", "REQUEST", "SRB"),
        ("RUS", "SANCTION", "MDA"), ("RUS", "THREATEN", "TUR"), ("SVN", "ACCUSE", "HUN"), ("EGY", "ACCUSE", "ETH"),
        ("taliban", "ASSAULT", "islamic-state"), ("TJK", "ACCUSE", "taliban")}

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


class Extract(Case):
    def setUp(self):
        super().setUp()
        self.copy(*ARTICLES)
        done = self.run_entente("extract", *ARTICLES, quiet=True)
        self.lines, self.triples = done.out.splitlines(), done.objects

    def article(self, triple):
        """The original bytes of the article that the triple's offsets count."""
        file, _, record = triple["source"].partition("#")
        if not record:
            return (DATA / file).read_bytes()
        for line in (DATA / file).read_text(encoding="utf-8").splitlines():
            fields = json.loads(line)
            if fields["id"] == record:
                return (fields.get("text") or fields["maintext"]).encode("utf-8")
        self.fail(f"no record {record} in {file}")

    def test_keys_and_values_of_the_contract(self):
        for t in self.triples:
            self.assertEqual(list(t), KEYS)
            for key, inner in INNER.items():
                self.assertEqual(list(t[key]), inner, key)
            for a in t["args"]:
                self.assertEqual(list(a), ["role", "text", "begin", "end", "id"])
            if t["attribution"]:
                self.assertEqual(list(t["attribution"]), ["text", "id", "label", "verb"])
            for side in ("subject", "object"):
                self.assertIn(t[side]["kind"], KINDS)
                self.assertTrue(t[side]["id"] and t[side]["label"], t[side])
                self.assertTrue(t[side]["country"] is None or re.fullmatch("[A-Z]{3}", t[side]["country"]), t[side])
            self.assertIn(t["polarity"], ("affirmed", "negated"))
            self.assertIn(t["status"], ("actual", "intended", "requested", "hypothetical"))
            self.assertTrue(0 < t["confidence"] < 1, t["confidence"])
            kind = t["relation"]["type"]
            self.assertTrue(kind is None or kind in QUAD_OF or kind in STANDING, kind)
            self.assertEqual(t["relation"]["quad"], QUAD_OF.get(kind))
            self.assertTrue(-10 <= t["relation"]["goldstein"] <= 10)

    def test_every_span_has_the_bytes_that_it_claims(self):
        self.assertEqual({t["source"].split("#")[0] for t in self.triples}, set(ARTICLES), "articles that gave triples")
        for t in self.triples:
            article = self.article(t)
            for what, span in [(k, t[k]) for k in ("sentence", "subject", "object")] + [("argument", a) for a in t["args"]]:
                self.assertEqual(article[span["begin"]:span["end"]].decode("utf-8"), span["text"], f"{what} in {t['source']}")
            outer, inner = t["sentence"], t["relation"]
            self.assertTrue(outer["begin"] <= inner["begin"] < inner["end"] <= outer["end"], t)

    def test_ids(self):
        ids = [t["id"] for t in self.triples]
        self.assertEqual(len(set(ids)), len(ids), "ids are unique")
        self.assertTrue(all(re.fullmatch("[0-9a-f]{20}", i) for i in ids))
        self.assertEqual({t["doc"] for t in self.triples if "#" in t["source"]}, {"rec-1", "rec-2", "rec-3"})

    def test_id_is_the_hash_of_all_but_confidence(self):
        name = ctypes.util.find_library("xxhash")
        if not name:
            self.skipTest("libxxhash is missing")

        class Hash(ctypes.Structure):
            _fields_ = [("low", ctypes.c_uint64), ("high", ctypes.c_uint64)]
        xxh3 = ctypes.CDLL(name).XXH3_128bits
        xxh3.restype, xxh3.argtypes = Hash, [ctypes.c_char_p, ctypes.c_size_t]
        for line, triple in zip(self.lines, self.triples):
            content = re.sub(rb'"confidence":[0-9.]+,("rule":"[^"]*"\})$', rb"\1", re.sub(rb'^\{"id":"[0-9a-f]+",', b"{", line))
            self.assertNotIn(b"confidence", content)
            value = xxh3(content, len(content))
            self.assertEqual(f"{value.high:016x}{value.low:016x}"[:20], triple["id"])

    def test_dates(self):
        published = {t["source"]: t["published"] for t in self.triples}
        self.assertEqual(published["border.txt"], "2024-03-03T00:00:00Z")
        self.assertEqual(published["grain.txt"], "2024-04-09T18:30:00Z")
        self.assertEqual(published["records.ndjson#rec-2"], "2024-05-03T10:00:00Z")
        self.assertEqual(published["records.ndjson#rec-3"], "2024-05-04T00:00:00Z")
        intended = [t["date"] for t in self.triples if t["status"] == "intended" and t["date"]]
        self.assertTrue(intended and all(d.startswith("2024-05") for d in intended), f"“next month” in April: {intended}")
        dated = self.run_entente("extract", "damaged.txt", "--date", "2024-05-06").objects
        self.assertEqual({t["published"] for t in dated}, {"2024-05-06T00:00:00Z"})
        self.assertIn("--date", self.run_entente("extract", "damaged.txt", "--date", "soon", status=2).err)

    def test_today_is_the_day_of_the_articles_clock(self):
        late = b'{"id": "x", "date": "2021-08-25T23:30:00-05:00", "text": "Norway sanctioned Chad today. Peru criticised Oman."}'
        found = self.run_entente("extract", "-F", "ndjson", stdin=late).objects
        self.assertEqual({t["published"] for t in found}, {"2021-08-26T04:30:00Z"})
        self.assertEqual([t["date"] for t in found], ["2021-08-25", "2021-08-26"])  # without a time the day of `published`

    def test_plain_sentences(self):
        found = {(t["subject"]["id"], t["relation"]["type"], t["object"]["id"]) for t in self.triples}
        self.assertEqual(SURE - found, set(), "relations that were not found")
        unrecognised = [t["polarity"] for t in self.triples if (t["subject"]["id"], t["object"]["id"]) == ("HUN", "XKX")]
        self.assertEqual(set(unrecognised), {"negated"}, "Hungary did not recognise Kosovo")
        self.assertNotIn("Advertisement", "".join(t["sentence"]["text"] for t in self.triples))

    def test_phrase_of_a_denied_argument(self):
        found = self.run_entente("extract", stdin=b"Britain sent no troops to Mali. Norway supports neither Chad nor Mali.\n").objects
        self.assertEqual({(t["relation"]["text"], t["polarity"]) for t in found},
                         {("sent no troops to", "negated"), ("supports neither", "negated")})

    def test_a_pair_has_the_label_and_tone_of_what_holds(self):
        self.write("a.txt", "Norway recognised Chad. Norway recognised Chad on Monday. Norway sent no troops to Chad.")
        self.run_entente("build", "a.txt", "-o", "a.graphml")
        self.run_entente("export", "a.graphml", "--aggregate", "pair", "-o", "p.csv")
        pair, = csv.DictReader(self.bytes_of("p.csv").decode().splitlines())
        self.assertEqual((pair["Label"], float(pair["Tone"])), ("recognised", 6.0))

    def test_nothing_found(self):
        self.assertEqual(self.run_entente("extract", stdin=b"It rained all day.\n", status=1).out, b"")

    def test_damage_is_repaired_unless_told_not_to(self):
        repaired = self.run_entente("extract", "damaged.txt").objects
        plain = self.run_entente("extract", "damaged.txt", "--no-repair").objects
        self.assertGreater(len(repaired), 3)
        self.assertNotEqual([t["id"] for t in repaired], [t["id"] for t in plain])

    def test_user_actors(self):
        for option in (["--actors", "missing.tsv"], ["--lexicon", "missing"], ["--model", "missing.model"]):
            self.assertIn(option[1], self.run_entente("extract", "grain.txt", *option, status=2).err)


class Streams(Case):
    def setUp(self):
        super().setUp()
        self.copy(*ARTICLES)

    def test_through_pipes(self):
        text = (DATA / "border.txt").read_bytes()
        triples = self.run_entente("extract", "-", stdin=text, quiet=True)
        self.assertEqual({t["source"] for t in triples.objects}, {"-"})
        self.assert_same_bytes(self.run_entente("extract", stdin=text).out, triples.out, "no INPUT is standard input")
        graph = self.run_entente("build", "-", "-f", "ndjson", stdin=triples.out)
        edges = [o["edge"] for o in graph.objects if "edge" in o]
        self.assertEqual(sum(e["weight"] for e in edges), len(triples.objects))
        self.assert_same_bytes(self.run_entente("build", "-o", "-", "-f", "ndjson", stdin=text).out, graph.out, "build - of text")
        self.assertEqual(xml.fromstring(self.run_entente("build", stdin=text).out).tag.split("}")[-1], "graphml")
        self.assertEqual(self.run_entente("info", "-", stdin=triples.out).text.split()[:1], ["actors"])

    def test_gzip(self):
        for name in ("grain.txt", "records.ndjson"):
            plain = self.run_entente("extract", name).text
            packed = gzip.compress((DATA / name).read_bytes())
            self.write(name + ".gz", packed)
            through_file = self.run_entente("extract", name + ".gz").text
            self.assertEqual(self.without_names(through_file), self.without_names(plain))
            self.assertEqual(self.without_names(self.run_entente("extract", "-", stdin=packed).text), self.without_names(plain))
        triples = self.run_entente("extract", *ARTICLES).out
        middle = triples.index(b"\n", len(triples) // 2) + 1
        self.write("t.ndjson.gz", gzip.compress(triples[:middle]) + gzip.compress(triples[middle:]))  # two members
        self.assert_same_bytes(self.run_entente("build", "t.ndjson.gz").out, self.run_entente("build", *ARTICLES).out, "gzip")
        self.write("g.graphml.gz", gzip.compress(self.run_entente("build", *ARTICLES).out))
        self.run_entente("diff", "g.graphml.gz", "t.ndjson.gz", "-c")

    @staticmethod
    def without_names(ndjson):
        return [{**json.loads(line), "id": 0, "source": 0} for line in ndjson.splitlines()]

    def test_a_folder_is_its_files_in_order(self):
        (self.folder / "README.md").write_text("Russia attacked France.")
        (self.folder / ".hidden.txt").write_text("Russia attacked France.")
        files = self.run_entente("extract", *ARTICLES).text
        folder = self.run_entente("extract", self.folder).text.replace(f"{self.folder}/", "")
        self.assertEqual(self.without_names(folder), self.without_names(files))

    def test_input_format(self):
        self.copy("triples.ndjson")
        self.assertEqual(self.run_entente("build", "-F", "triples", "triples.ndjson").out, self.run_entente("build", "triples.ndjson").out)
        text = self.run_entente("extract", "-F", "text", "-", stdin=b"{ Russia sent humanitarian aid to Syria. }").objects
        self.assertEqual([(t["subject"]["id"], t["object"]["id"]) for t in text], [("RUS", "SYR")])
        self.assertIn("ndjson", self.run_entente("extract", "-F", "docx", "grain.txt", status=2).err)


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


class Parse(Case):
    def sentences(self, conllu):
        """Checks the format; yields the lists of columns of each sentence and its comments."""
        self.assertTrue(conllu.endswith("\n\n") or conllu == "")
        for block in conllu.split("\n\n")[:-1]:
            lines = block.split("\n")
            comments = [line for line in lines if line.startswith("#")]
            words = [line.split("\t") for line in lines if not line.startswith("#")]
            self.assertTrue(words and all(len(w) == 10 and all(w) for w in words), block)
            yield comments, words

    def check_tree(self, words):
        plain = [w for w in words if w[0].isdigit()]
        n = len(plain)
        self.assertEqual([int(w[0]) for w in plain], list(range(1, n + 1)))
        heads = [int(w[6]) for w in plain]
        self.assertTrue(all(0 <= h <= n for h in heads), heads)
        self.assertEqual(heads.count(0), 1, "one root")
        for w in plain:
            self.assertEqual(w[6] == "0", w[7] == "root", w)
            seen, at = set(), int(w[0])
            while at:
                self.assertNotIn(at, seen, "a circle")
                seen.add(at)
                at = heads[at - 1]

    def check(self, text):
        done = self.run_entente("parse", "-", stdin=text, quiet=True)
        covered = bytearray(text)
        numbers = []
        for comments, words in self.sentences(done.text):
            self.check_tree(words)
            numbers += [c for c in comments if c.startswith("# sent_id = ")]
            self.assertEqual(sum(c.startswith("# text = ") for c in comments), 1)
            for w in words:
                span = re.search(r"TokenRange=(\d+):(\d+)", w[9])
                if not span:
                    continue  # a part of a multiword token
                begin, end = map(int, span.groups())
                form = re.sub(r"\s+", " ", text[begin:end].decode("utf-8"))
                self.assertEqual(form, w[1])
                covered[begin:end] = b" " * (end - begin)
        self.assertEqual(numbers, [f"# sent_id = {i + 1}" for i in range(len(numbers))])
        self.assertEqual(covered.decode("utf-8").split(), [], "text that no word covers")
        return done

    def test_conllu_covers_the_text(self):
        for name in ARTICLES:
            self.check((DATA / name).read_bytes())
        self.check("They can’t go; it's the U.S.'s $5m “deal” (see http://a.b/c?d=e).\r\n\r\n😀 Łódź… cannot — gonna".encode())

    def test_given_words_are_kept(self):
        first = self.check((DATA / "border.txt").read_bytes())
        again = self.run_entente("parse", "--conllu", "-", stdin=first.out)
        words = [[w[:2] for w in words] for _, words in self.sentences(first.text)]
        self.assertEqual([[w[:2] for w in ws] for _, ws in self.sentences(again.text)], words)
        self.write("t.conllu", first.out)
        self.run_entente("parse", "--conllu", "t.conllu", "-o", "out.conllu")
        self.assert_same_bytes(self.bytes_of("out.conllu"), again.out, "-o and standard output")

    def test_bad_use(self):
        self.run_entente("parse", "-f", "xml", status=2)
        self.run_entente("parse", "--conllu", stdin=b"1\tno\tconllu\n", status=2)
        self.run_entente("parse", "missing.txt", status=2)
        self.assertEqual(self.run_entente("parse", stdin=b"").out, b"")


class Help(Case):
    def commands(self):
        text = self.run_entente("--help", quiet=True).text
        names = re.findall(r"^  ([a-z]+) {2,}", text.split("Subcommands:")[1], re.MULTILINE)
        self.assertIn("extract", names)
        return names

    def test_every_command_shows_an_example(self):
        for name in self.commands():
            text = self.run_entente(name, "--help", quiet=True).text
            self.assertIn("Examples:", text, name)
            self.assertRegex(text, rf"(?m)^  .*entente {name}\b", f"an example of {name}")
            self.assert_same_bytes(self.run_entente("help", name).out, text.encode("utf-8"), f"help {name}")

    def test_examples_use_options_that_exist(self):
        for name in self.commands():
            text = self.run_entente(name, "--help").text
            options, examples = text.split("Examples:")
            for example in re.findall(rf"entente {name}\b[^|\n]*", examples):
                for option in re.findall(r"(?<= )--?[a-zA-Z-]+", re.sub(r"'[^']*'| {3}.*", "", example)):
                    self.assertRegex(options, rf"(?m)[ ,]{option}[ ,\n]", f"{option} of: {example}")

    def test_version_and_plain_call(self):
        self.assertRegex(self.run_entente("--version", quiet=True).text, r"^entente \d+\.\d+\.\d+\n(\w+ +[0-9a-f]{20}\n){3}$")
        self.assertIn("Usage: entente", self.run_entente().text)
        self.assertIn("Usage: entente", self.run_entente("-h").text)


if __name__ == "__main__":
    support.main()
