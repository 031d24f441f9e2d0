#!/usr/bin/env python3
"""The triples of small articles: keys, spans, ids and dates of the contract, and input by pipes, folders and gzip.

Usage: test_extract.py ENTENTE SOURCE_DIR [TEST...].
"""
import csv
import ctypes
import ctypes.util
import gzip
import json
import re
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


PAGE = b"""<!DOCTYPE html><html><head><title>Norway and Chad quarrel | Tern</title>
<meta property="article:published_time" content="2024-03-05T10:00:00Z"></head><body><nav><a href="/">Russia attacked Chad</a></nav>
<article><h1>Norway and Chad quarrel</h1><p>Norway imposed sanctions on Chad on Monday, the first that it has ever imposed.</p>
</article><div class="comments"><p>France invaded Mali, I am told, and nobody says so.</p></div></body></html>"""


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
                self.assertEqual(list(t["attribution"])[:4], ["text", "id", "label", "verb"])
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
        intended = [t["date"] for t in self.triples if t["status"] == "intended" and "next month" in t["sentence"]["text"]]
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

    def test_pages(self):
        """A page, the same page in an archive and as clean writes it give the same relations, with spans of its text."""
        self.write("page.html", PAGE)
        answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
        self.write("page.warc.gz", gzip.compress(b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: %d\r\n\r\n%b\r\n\r\n"
                                                 % (len(answer), answer)))
        article = self.run_entente("clean", "--no-repair", "-f", "ndjson", "page.html", quiet=True).objects[0]
        self.write("page.ndjson", json.dumps(article) + "\n")
        self.assertEqual((article["title"], article["date"]), ("Norway and Chad quarrel", "2024-03-05T10:00:00Z"))
        self.assertEqual(article["text"], self.run_entente("clean", "--no-repair", "page.html", quiet=True).text)
        triples = self.run_entente("extract", "page.html", quiet=True)
        self.assertIn(("NOR", "SANCTION", "TCD"), {(t["subject"]["id"], t["relation"]["type"], t["object"]["id"]) for t in triples.objects})
        self.assertEqual({t[end]["id"] for t in triples.objects for end in ("subject", "object")}, {"NOR", "TCD"})
        for t in triples.objects:
            self.assertEqual(article["text"].encode()[t["object"]["begin"]:t["object"]["end"]].decode(), t["object"]["text"])
        for name in ("page.warc.gz", "page.ndjson"):
            self.assertEqual(self.without_names(self.run_entente("extract", name, quiet=True).text), self.without_names(triples.text))

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


if __name__ == "__main__":
    support.main()
