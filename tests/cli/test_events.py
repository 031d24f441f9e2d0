"""Event tables of others (GDELT, ICEWS, POLECAT, PETRARCH) become relations. All rows are made up.

Usage: test_events.py ENTENTE SOURCE_DIR [TEST...].
"""
import gzip
import io
import resource
import unittest
import zipfile

import support
from support import Case


def gdelt(event, one, other, code, url="http://news.example/1", version=1, day="20210825", added=None):
    """`one` and `other`: code, name, country, known group, type."""
    def side(s):
        return [s[0], s[1], s[2], s[3], "", "", "", s[4], "", ""]
    geo = [""] * (6 + version)
    place = ["4", "Kabul, Afghanistan"] + geo[2:]
    added = added or day + ("120000" if version == 2 else "")
    return "\t".join([event, day, day[:6], day[:4], "2021.6"] + side(one) + side(other) + ["1", code, code, code[:2], "1", "2.8"] +
                     ["5", "1", "4", "-1.5"] + geo + geo + place + [added] + ([url] if url else []))


def mention(event, url, sure=50, time="20210825121500", sentence=3, publisher="a.example"):
    return "\t".join([str(event), "20210825120000", time, "1", publisher, url, str(sentence), "-1", "120", "180", "1", str(sure), "2400",
                      "-1.5", "", ""])


CHINA = ("CHNGOV", "BEIJING", "CHN", "", "GOV")
INDIA = ("IND", "MUMBAI", "IND", "", "")
TALIBAN = ("AFGINSTAL", "TALIBAN", "AFG", "TAL", "INS")
NATO = ("IGOWSTNAT", "NATO", "", "NAT", "IGO")
POLICE = ("COP", "POLICE", "", "", "COP")
NOBODY = ("", "", "", "", "")

ICEWS_HEADER = ("Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\t"
                "Target Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude")


def icews(source, target, code="173"):
    """`source` and `target`: name, sectors, country."""
    return "\t".join(["7", "2018-06-02", *source, "Made-up text", code, "-5", *target, "900", "3", "Made-up Wire", "Tbilisi", "NA", "NA",
                      "Georgia", "41.7", "44.8"])


POLECAT_HEADER = "\t".join(["Event ID", "Event Date", "Event Type"] + [f"column {i}" for i in range(4, 41)])


def polecat(kind, actor, recipient):
    """`actor` and `recipient`: name, country, sector, each a list with semicolons."""
    cells = [""] * 40
    cells[0:7] = ["DV-1", "2021-08-25", kind, "expel", "-5.5", "MATERIAL CONFLICT", "diplomatic"]
    for at, (name, country, sector) in ((7, actor), (15, recipient)):
        cells[at:at + 4] = [name, country, "365", sector]
    cells[34] = "2021-08-26"
    return "\t".join(cells)


def packed(text, name="e.CSV", **how):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, **how) as archive:
        archive.writestr(name, text)
    return out.getvalue()


class Events(Case):
    def lines(self, name, *rows):
        self.write(name, "\n".join(rows) + "\n")

    def extract(self, *args, status=0):
        return self.run_entente("extract", *args, status=status)

    def ends(self, triples):
        return [(t["subject"]["id"], t["relation"]["type"], t["object"]["id"]) for t in triples]

    def test_gdelt_of_both_versions(self):
        for version in (1, 2):
            self.lines("e.csv", gdelt("1", CHINA, TALIBAN, "042", version=version), gdelt("2", NATO, INDIA, "190", version=version),
                       gdelt("3", CHINA, NOBODY, "010", version=version), gdelt("4", INDIA, INDIA, "040", version=version))
            run = self.extract("e.csv")
            self.assertEqual(self.ends(run.objects), [("CHN", "CONSULT", "taliban"), ("nato", "ASSAULT", "IND")])
            self.assertIn("4 rows of gdelt%d: 1 name one actor or none, 1 what happens within one" % version, run.err)
            one = run.objects[0]
            self.assertEqual((one["subject"]["role"], one["date"], one["source"], one["sentence"]["text"], one["relation"]["text"]),
                             ("GOV", "2021-08-25", "http://news.example/1", "", "visited"))
            self.assertEqual(one["published"], "2021-08-25T12:00:00Z" if version == 2 else "2021-08-25T00:00:00Z")
            self.assertIn(("mentions", "5"), [(a["role"], a["text"]) for a in one["args"]])
            self.assertIn(("place", "Kabul, Afghanistan"), [(a["role"], a["text"]) for a in one["args"]])

    def test_an_edge_has_evidence_of_an_article_and_of_a_row(self):
        self.write("news/a.txt", "KABUL (Reuters) - China negotiated with the Taliban in Kabul on Wednesday.\n")
        self.write("20210825.export.CSV.zip", packed(gdelt("1", TALIBAN, CHINA, "046") + "\n"))
        self.run_entente("build", "20210825.export.CSV.zip", "news", "--date", "2021-08-25", "-o", "both.graphml")
        (edge,) = self.run_entente("why", "both.graphml", "China", "Taliban", "-f", "ndjson").objects
        self.assertEqual((edge["type"], edge["weight"], edge["documents"], edge["sources"]), ("CONSULT", 2, 2, 2))
        self.assertEqual(sorted(e["source"] for e in edge["evidence"]), ["http://news.example/1", "news/a.txt"])
        text = self.run_entente("why", "both.graphml", "China", "Taliban").text
        self.assertIn("http://news.example/1, by gdelt1", text)
        self.assertIn("news/a.txt, sentence 1", text)

    def test_two_clocks(self):
        self.lines("e.csv", gdelt("1", CHINA, INDIA, "042", version=2, day="20210820", added="20210903080000"))
        self.run_entente("build", "e.csv", "-q", "-o", "g.db")
        for clock, inside in (("event", "2021-08-20"), ("reported", "2021-09-03")):
            day = inside[:-2] + "%02d" % (int(inside[-2:]) + 1)
            found = self.run_entente("info", "g.db", "--clock", clock, "--from", inside, "--to", day, "-f", "json", status=None).text
            self.assertIn("CHN", found, clock)

    def test_a_table_may_know_only_the_month(self):
        self.lines("e.csv", gdelt("1", CHINA, INDIA, "042", day="20210800", added="20210903"))
        (one,) = self.extract("e.csv").objects
        self.assertEqual((one["date"], one["published"]), (None, "2021-09-03T00:00:00Z"))

    def test_gdelt_without_url_stands_beside_rows_that_have_one(self):
        self.lines("e.csv", gdelt("1", CHINA, INDIA, "042", url=""), gdelt("2", CHINA, INDIA, "042"))
        self.assertEqual([t["doc"] for t in self.extract("e.csv").objects], ["gdelt:1", "gdelt:http://news.example/1"])

    def test_one_article_taken_in_on_two_days_keeps_both_rows(self):
        self.lines("e.csv", gdelt("1", CHINA, INDIA, "042"), gdelt("2", CHINA, INDIA, "042", added="20210827"))
        self.run_entente("build", "e.csv", "-q", "-o", "g.db")
        (edge,) = self.run_entente("why", "g.db", "China", "India", "-f", "ndjson").objects
        self.assertEqual((edge["weight"], edge["documents"]), (2, 1))

    def test_mutual_events_are_one_edge_whoever_stands_first(self):
        self.lines("e.csv", gdelt("1", CHINA, INDIA, "046"), gdelt("2", INDIA, CHINA, "046"))
        self.run_entente("build", "e.csv", "-q", "-o", "g.db")
        (edge,) = self.run_entente("why", "g.db", "China", "India", "-f", "ndjson").objects
        self.assertTrue(edge["symmetric"])

    def test_actors_by_code_and_name(self):
        for side, expected in ((("USAGOV", "WHITE HOUSE", "USA", "", "GOV"), ("USA", "country", "USA", "GOV")),
                               (("RUSGOV", "VLADIMIR PUTIN", "RUS", "", "GOV"), ("vladimir-putin", "person", "RUS", "GOV")),
                               (("ZMB", "LUSAKA", "ZMB", "", ""), ("ZMB", "country", "ZMB", None)),
                               (POLICE, ("police", "organisation", None, "COP")),
                               (("USAGOV", "PRESIDENT", "USA", "", "GOV"), ("joe-biden", "person", "USA", "GOV")),
                               (("PSEREBHMS", "HAMAS", "PSE", "HMS", "REB"), ("hamas", "group", "PSE", "REB")),
                               (("MNCUSA", "MADE UP MOTORS", "USA", "", "MNC"), ("USA", "country", "USA", "BUS")),
                               (("NGO", "MADE UP RELIEF", "", "", "NGO"), ("made-up-relief", "organisation", None, "NGO"))):
            self.lines("e.csv", gdelt("1", side, ("FRA", "FRANCE", "FRA", "", ""), "112"))
            s = self.extract("e.csv").objects[0]["subject"]
            self.assertEqual((s["id"], s["kind"], s["country"], s["role"]), expected, side)

    def test_icews(self):
        putin = ("Vladimir Vladimirovich Putin", "Executive,Government", "Russian Federation")
        self.lines("e.tab", ICEWS_HEADER, icews(("Police (Georgia)", "Police,Government", "Georgia"), putin),
                   icews(("Made Up Front", "Social,Insurgents", "Georgia"), ("European Union", "International Government Organization", "NA"), "112"))
        one, two = self.extract("e.tab").objects
        self.assertEqual(self.ends([one, two]), [("GEO", "COERCE", "vladimir-putin"), ("made-up-front", "ACCUSE", "european-union")])
        self.assertEqual((one["subject"]["role"], one["object"]["country"], one["relation"]["cameo"], one["relation"]["text"]),
                         ("COP", "RUS", "173", "arrested or charged"))
        self.assertEqual((two["subject"]["label"], two["subject"]["country"], two["subject"]["role"]), ("Made Up Front", "GEO", "REB"))

    def test_polecat_in_latin_1(self):
        rows = [POLECAT_HEADER, polecat("SANCTION", ("None", "RUS", "GOV"), ("Caf\u00e9 Society", "FRA", "CVL")),
                polecat("DANCE", ("None", "RUS", "GOV"), ("None", "FRA", "GOV"))]
        self.write("e.txt", "\n".join(rows).encode("latin-1"))
        run = self.extract("e.txt")
        (one,) = run.objects
        self.assertEqual((one["subject"]["id"], one["relation"]["type"], one["object"]["label"]), ("RUS", "SANCTION", "Caf\u00e9 Society"))
        self.assertEqual((one["date"], one["published"]), ("2021-08-25", "2021-08-26T00:00:00Z"))
        self.assertIn('e.txt:3: skipped: column 3 (Event Type): "DANCE" is no event type of PLOVER', run.err)

    def test_polecat_lists_are_pairs(self):
        self.lines("e.txt", POLECAT_HEADER, polecat("CONSULT", ("None;None;None", "RUS;CHN;IND", "GOV"), ("", "", "")),
                   polecat("ACCUSE", ("None;None", "USA;GBR", "GOV|EXE;GOV"), ("None", "IRN", "GOV")),
                   polecat("PROTEST", ("None;None", "USA;GBR", "CVL"), ("", "", "")))
        run = self.extract("e.txt")
        self.assertEqual(self.ends(run.objects), [("RUS", "CONSULT", "CHN"), ("RUS", "CONSULT", "IND"), ("CHN", "CONSULT", "IND"),
                                                  ("USA", "ACCUSE", "IRN"), ("GBR", "ACCUSE", "IRN")])
        self.assertEqual([t["symmetric"] for t in run.objects], [True] * 3 + [False] * 2)
        self.assertIn("3 rows of polecat: 1 name one actor", run.err)

    def test_petrarch_and_told_kind(self):
        self.lines("e.tsv", "20210825\tCHNGOV\tPSEREBHMS\t040\tID,1\tstory_1", "20210825\tXYZ\tIGOUNO\t190\t\tstory_2")
        self.assertEqual(self.ends(self.extract("e.tsv").objects), [("CHN", "CONSULT", "hamas"), ("xyz", "ASSAULT", "united-nations")])
        self.assertEqual(len(self.extract("e.tsv", "-F", "petrarch").objects), 2)

    def test_mentions_are_further_reports_of_an_event(self):
        self.lines("e.csv", gdelt("7", CHINA, TALIBAN, "042", version=2), gdelt("8", CHINA, NOBODY, "010", version=2))
        self.lines("a.mentions.CSV", mention(7, "http://news.example/1"), mention(7, "http://b.example/2", 100, "20210826090000"),
                   mention(7, "http://b.example/2", 20), mention(8, "http://b.example/2"), mention(9, "http://b.example/2"))
        run = self.extract("a.mentions.CSV", "e.csv")  # whatever the order
        self.assertIn("5 mentions: 1 of events that are no relations, 1 of events that no table given has", run.err)
        event, *more = run.objects
        self.assertEqual([(t["source"], t["published"], t["confidence"]) for t in more],
                         [("http://b.example/2", "2021-08-26T09:00:00Z", 0.5), ("http://b.example/2", "2021-08-25T12:15:00Z", 0.1)])
        for t in more:
            self.assertEqual((t["date"], t["sentence"]["index"], t["rule"]), ("2021-08-25", 2, "gdelt2-mentions"))
            self.assertEqual((t["subject"], t["relation"], t["object"]), (event["subject"], event["relation"], event["object"]))
            self.assertEqual([(a["role"], a["text"]) for a in t["args"]], [("event", "7"), ("publisher", "a.example")])

    def test_mentions_without_their_events_say_what_to_give(self):
        self.lines("m.csv", mention(7, "http://a.example/1"))
        self.assertIn("m.csv: skipped: mentions tell events by their number only: give the export table", self.extract("m.csv", status=1).err)

    def test_bad_rows_are_told_with_file_line_and_column_and_the_rest_is_kept(self):
        self.lines("e.csv", gdelt("1", CHINA, INDIA, "042"), "2\ttoo few", gdelt("3", CHINA, INDIA, "042", day="20211399"),
                   gdelt("4", CHINA, INDIA, "X"), gdelt("5", CHINA, INDIA, "042", added="noon"), gdelt("6x", CHINA, INDIA, "042"),
                   gdelt("7", CHINA, INDIA, "210"), gdelt("8", CHINA, INDIA, "042"))
        run = self.extract("e.csv")
        self.assertEqual(len(run.objects), 2)
        for words in ("e.csv:2: skipped: 2 columns between tabs, a row of gdelt1 has 57 to 58: fetch the file again",
                      'e.csv:3: skipped: column 2 (SQLDATE): "20211399" is no date: 20210825',
                      'e.csv:4: skipped: column 27 (EventCode): "X" is no event code of CAMEO',
                      'e.csv:5: skipped: column 57 (DATEADDED): "noon" is no time',
                      'e.csv:6: skipped: column 1 (GLOBALEVENTID): "6x" is no number', "e.csv:7: skipped: column 27"):
            self.assertIn(words, run.err)
        self.assertIn("e.csv:2", self.extract("e.csv", "--strict", status=2).err)

    def test_a_damaged_first_row_does_not_hide_the_table(self):
        self.lines("e.csv", "cut off", gdelt("1", CHINA, INDIA, "042"))
        self.assertEqual(len(self.extract("e.csv").objects), 1)

    def test_a_line_that_names_the_columns_is_no_row(self):
        self.lines("e.csv", "GLOBALEVENTID\tSQLDATE\tand so on", gdelt("1", CHINA, INDIA, "042"))
        run = self.extract("e.csv")
        self.assertEqual(len(run.objects), 1)
        self.assertNotIn("skipped", run.err)

    def test_the_tally_is_told_after_however_many_bad_rows(self):
        self.lines("e.csv", gdelt("1", CHINA, INDIA, "042"), *["cut off"] * 50)
        run = self.extract("e.csv")
        self.assertIn("1 row of gdelt1", run.err)
        self.assertIn("and 30 more messages", run.err)

    def test_hostile_rows(self):
        wide = "x" * (2 << 20)
        rows = [gdelt("1", CHINA, INDIA, "042"), wide, "\t" * 100000, gdelt("2", ("\0\1CHN", "\x1b[31m\0", "CHN", "", ""), INDIA, "042"),
                gdelt("99999999999999999999999", CHINA, INDIA, "042"), gdelt("3", ("X" * 5000, "Y" * 5000, "", "", ""), INDIA, "042"),
                gdelt("4", CHINA, INDIA, "042")]
        self.write("e.csv", ("\n".join(rows) + "\n").encode() + b"\xff\xfe\t\xc0\n")
        run = self.extract("e.csv")
        self.assertEqual(len(run.objects), 4)
        self.assertIn("e.csv:2: skipped: the row is over 1 MiB", run.err)
        self.assertIn("e.csv:8: skipped", run.err)
        self.assertNotIn("\\u0000", run.text)
        self.lines("p.txt", POLECAT_HEADER, polecat("CONSULT", (";" * 100000, "", ""), ("", "", "")))
        self.assertIn("p.txt:2: skipped: a side has over 32 actors", self.extract("p.txt", status=1).err)

    def test_zip_archives(self):
        row = gdelt("1", CHINA, INDIA, "042") + "\n"
        self.write("e.CSV.zip", packed(row * 5))
        self.assertEqual(len(self.extract("e.CSV.zip").objects), 5)
        self.assertEqual(len(self.run_entente("extract", "-", stdin=packed(row)).objects), 1)
        stored = io.BytesIO()
        with zipfile.ZipFile(stored, "w") as archive:
            archive.writestr("a.txt", row)
        self.write("stored.zip", stored.getvalue())
        self.assertEqual(len(self.extract("stored.zip").objects), 1)

        class Pipe(io.RawIOBase):  # cannot seek, so that checksum and sizes follow the file
            def __init__(self):
                self.bytes = b""

            def writable(self):
                return True

            def write(self, more):
                self.bytes += bytes(more)
                return len(more)

        pipe = Pipe()
        with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("a.txt", row * 5)
        self.write("pipe.zip", pipe.bytes)
        self.assertEqual(len(self.extract("pipe.zip").objects), 5)

    def test_damaged_zip_archives_keep_what_was_good(self):
        rows = "".join(gdelt(str(i), CHINA, INDIA, "042", f"http://news.example/{i * 7919 % 10007}") + "\n" for i in range(3000))
        whole = packed(rows)
        self.write("cut.zip", whole[:len(whole) // 2])
        run = self.extract("cut.zip")
        self.assertTrue(100 < len(run.objects) < 3000, len(run.objects))
        self.assertIn("the zip archive is truncated", run.err)
        self.assertIn("truncated", self.extract("cut.zip", "--strict", status=2).err)
        at = whole.index(b"PK\1\2") + 16  # where the checksum stands again; the first is that of the file's own head
        self.assertEqual(whole[14:18], whole[at:at + 4])
        self.write("bent.zip", whole[:14] + bytes([whole[14] ^ 1]) + whole[15:])
        self.assertIn("the zip archive is damaged: the checksum differs", self.extract("bent.zip").err)
        two = io.BytesIO()
        with zipfile.ZipFile(two, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("a.txt", rows)
            archive.writestr("b.txt", rows)
        self.write("two.zip", two.getvalue())
        run = self.extract("two.zip")
        self.assertEqual(len(run.objects), 3000)
        self.assertIn("holds several files: unpack it first", run.err)

    def test_same_bytes_in_any_order_and_on_any_number_of_threads(self):
        rows = [gdelt(str(i), CHINA if i % 3 else NATO, TALIBAN if i % 5 else INDIA, ("042", "046", "112", "190")[i % 4],
                      f"http://news.example/{i % 7}", 2) for i in range(1000)]
        spots = [mention(i * 7 % 1000, f"http://news.example/{i % 11}", 10 * (i % 11)) for i in range(3000)]
        self.lines("e.csv", *rows)
        (self.folder / "z.csv.gz").write_bytes(gzip.compress(("\n".join(reversed(rows)) + "\n").encode()))
        self.lines("m.csv", *spots)
        self.lines("n.csv", *reversed(spots))
        self.write("a.txt", "China met with the Taliban on Wednesday.\n")
        graphs = []
        for inputs in (["a.txt", "e.csv", "m.csv"], ["n.csv", "z.csv.gz", "a.txt", "-j", "1"],
                       ["m.csv", "e.csv", "a.txt", "z.csv.gz", "n.csv", "-j", "4"]):
            self.run_entente("build", *inputs, "-q", "--date", "2021-08-25", "-o", "g.db")
            graphs.append(((self.folder / "g.db").read_bytes(), self.run_entente("export", "g.db", "-f", "graphml").out))
        for i, graph in enumerate(graphs):
            self.assert_same_bytes(graphs[0][1], graph[1], f"graph {i}")
            self.assertEqual(graphs[0][0], graph[0], f"store {i}")
        one = self.extract("e.csv", "m.csv", "-j", "1").out
        self.assert_same_bytes(one, self.extract("e.csv", "m.csv", "-j", "3").out, "-j")
        shards = [self.extract("e.csv", "m.csv", "-q", "--shard", f"{i}/3").out for i in (1, 2, 3)]
        self.assertEqual(sorted(set(one.splitlines())), sorted({line for s in shards for line in s.splitlines()}))

    def test_memory_is_bounded(self):
        if support.is_sanitized():
            self.skipTest("memory means nothing under a sanitizer")
        with open(self.folder / "e.csv", "w") as out:
            for i in range(60000):
                out.write(gdelt(str(i), CHINA, INDIA, "042", f"http://news.example/2021/08/25/story-{i}", 2) + "\n")
            out.write("x" * (200 << 20) + "\n" + gdelt("60001", CHINA, INDIA, "042", version=2) + "\n")
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        run = self.extract("e.csv", "-o", "/dev/null", "-v")
        self.assertIn("60001 triples", run.err)
        self.assertIn("e.csv:60001: skipped: the row is over 1 MiB", run.err)
        self.assertLess(max(0, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss - before), 400 << 10)


if __name__ == "__main__":
    support.main()
