#!/usr/bin/env python3
"""What goes wrong in practice: broken files, full disks, closed pipes, kills, hostile texts and bad usage.

Usage: test_bad_input.py ENTENTE SOURCE_DIR [TEST...]. In all of it the program keeps what is good, says file and line
of what is not, ends within bounds of time and memory, and never leaves half a file.
"""
import gzip
import json
import os
import re
import resource
import signal
import subprocess
import time
import unittest
import xml.etree.ElementTree as xml

import support
from support import DATA, Case

GOOD = ["Turkey condemned Russia.", "Russia imposed sanctions on Moldova.", "Germany sent humanitarian aid to Moldova."]
LARGE_SECONDS, LARGE_MEMORY = 20, 600 << 20


def record(text, **fields):
    return json.dumps({**fields, "text": text}, ensure_ascii=False) + "\n"


def pairs(triples):
    return [(t["subject"]["id"], t["object"]["id"]) for t in triples]


class Bounded(Case):
    def run_bounded(self, *args, status=0):
        """Like run_entente; also fails above LARGE_SECONDS of the processor (a busy machine makes no difference) or
        LARGE_MEMORY (the most that any child so far took)."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = self.run_entente(*args, status=status)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        memory = after.ru_maxrss << 10
        if support.is_sanitized():
            return done
        self.assertLess(seconds, LARGE_SECONDS, f"seconds of {support.shown(args)}")
        self.assertLess(memory, LARGE_MEMORY, f"bytes of memory of {support.shown(args)}")
        return done


class Articles(Bounded):
    def test_nothing_in_it(self):
        for name, content, why in [("empty.txt", b"", "empty"), ("empty.ndjson", b"", "empty"), ("blanks.txt", b" \t\r\n\n  \n" * 50, "empty"),
                                   ("mark.txt", b"\xef\xbb\xbf", "empty"), ("program", bytes(range(256)) * 30, "binary"),
                                   ("zeros.txt", b"\0" * 5000, "binary"), ("late.txt", b"A word. " * 2000 + b"\0\1\2", "binary"),
                                   ("utf16.txt", "Turkey condemned Russia.".encode("utf-16"), "UTF-16")]:
            with self.subTest(name):
                self.write(name, content)
                for command in ("extract", "build"):
                    done = self.run_entente(command, name, status=1)
                    self.assertRegex(done.err, rf"(?m)^entente: {name}: skipped: .*{why}")
                self.run_entente("extract", name, "--strict", status=2)
                self.write("good.txt", GOOD[0])
                self.assertEqual(pairs(self.run_entente("extract", name, "good.txt").objects), [("TUR", "RUS")])
        self.write("lines.ndjson", b"\n" * 10000)
        self.assertEqual(self.run_entente("extract", "lines.ndjson", status=1).out, b"")

    def test_empty_folder(self):
        (self.folder / "none").mkdir()
        self.assertIn("none", self.run_entente("build", "none", status=1).err)

    def test_windows_1252(self):
        self.write("w.txt", "François Hollande met Angela Merkel – in Paris. “Turkey condemned Russia.”".encode("windows-1252"))
        done = self.run_entente("extract", "w.txt")
        self.assertRegex(done.err, r"w\.txt: warning: 4 bytes are not UTF-8.*iconv")
        self.assertIn(("TUR", "RUS"), pairs(done.objects))
        self.assertEqual(self.run_entente("build", "w.txt", "-q").text.count("�"), 0)
        every_byte = bytes(b for b in range(32, 256)) + b" Turkey condemned Russia. \xed\xa0\x80 \xf0\x9f \xc0\x80 \xff"
        self.write("bytes.txt", every_byte)
        json.loads(b"[" + b",".join(self.run_entente("extract", "bytes.txt").out.splitlines()) + b"]")

    def test_bad_records_among_good_ones(self):
        bad = {2: '{"id":"b","text":"Turk', 4: '{"id":"c","title":"no text"}', 6: '{"id":"d","text":""}', 7: "[1,2", 8: "null", 9: '"text"',
               10: '{"text":7}', 11: '{"text":"\\ud800"}', 12: "}{", 13: "Turkey condemned Russia."}
        lines = {1: record(GOOD[0], id="a").strip(), 3: record(GOOD[1], id="b").strip(), 5: "", 14: record(GOOD[2], id="z").strip(), **bad}
        self.write("r.ndjson", "\n".join(lines[i] for i in range(1, 15)))
        done = self.run_entente("extract", "r.ndjson")
        self.assertEqual(pairs(done.objects), [("TUR", "RUS"), ("RUS", "MDA"), ("DEU", "MDA")])
        told = {int(n) for n in re.findall(r"(?m)^entente: r\.ndjson:(\d+): skipped: ", done.err)}
        self.assertEqual(told, set(bad))
        self.assertEqual(self.run_entente("extract", "r.ndjson", "-q", quiet=True).out, done.out)
        strict = self.run_entente("build", "r.ndjson", "--strict", "-o", "g.graphml", status=2)
        self.assertIn("r.ndjson:2:", strict.err)
        self.assert_nothing_left("r.ndjson")

    def test_one_json_value_over_several_lines(self):
        """Where its lines look like records, and where a cut-off record looks like one of its lines."""
        wrapped = '{"status":"ok", "articles":[' + ",\n".join(record(t).strip() for t in GOOD) + "\n]}\n"
        array = "[\n" + ",\n".join(record(t).strip() for t in GOOD) + "\n]\n"
        for name, content in [("wrapped", wrapped), ("array", array), ("pretty", json.dumps(json.loads(wrapped), indent=2)),
                              ("one", json.dumps({"meta": [1, {}], "text": " ".join(GOOD)}, indent=1))]:
            with self.subTest(name):
                self.write(name + ".json", content)
                found = pairs(self.run_entente("extract", name + ".json", quiet=True).objects)
                self.assertEqual(found, [("TUR", "RUS"), ("RUS", "MDA"), ("DEU", "MDA")])
        for cut in ('{"id":"a","text":"In Moscow,', '{"id":"a","text":"He said \\"No\\",'):
            self.write("cut.ndjson", cut + "\n" + "".join(map(record, GOOD)))
            done = self.run_entente("extract", "cut.ndjson")
            self.assertEqual(len(done.objects), 3)
            self.assertIn("cut.ndjson:1: skipped", done.err)

    def test_bad_triples_among_good_ones(self):
        self.copy("triples.ndjson")
        lines = self.bytes_of("triples.ndjson").splitlines(keepends=True)
        broken = [lines[0][:200] + b"\n", lines[1].replace(b'"kind":"', b'"kind":"un', 1), b'{"subject":{},"relation":{}}\n', b"[]\n",
                  lines[2].replace(b'"subject":{', b'"subject":7,"was":{'), lines[3].replace(b'"status":"', b'"status":"x')]
        mixed = lines[:5] + broken + lines[5:]
        self.write("mixed.ndjson", b"".join(mixed))
        for command in ("build", "export"):
            done = self.run_entente(command, "mixed.ndjson", "-f", "ndjson")
            self.assertEqual(re.findall(r"mixed\.ndjson:(\d+): skipped", done.err), [str(6 + i) for i in range(len(broken))])
            self.assert_same_bytes(done.out, self.run_entente(command, "triples.ndjson", "-f", "ndjson").out, command)
            self.assertIn("mixed.ndjson:6:", self.run_entente(command, "mixed.ndjson", "--strict", status=2).err)

    def test_many_bad_records_are_summed_up(self):
        self.write("r.ndjson", record(GOOD[0]) + "{\n" * 5000)
        done = self.run_entente("extract", "r.ndjson")
        self.assertLess(len(done.err.splitlines()), 40)
        self.assertRegex(done.err, r"and \d+ more")

    def test_a_line_of_50_mb(self):
        for what, big in [("text", record("x" * 50_000_000)), ("title", record(GOOD[1], title="word " * 10_000_000)),
                          ("string", '{"text":"' + "y" * 50_000_000 + "\n"), ("number", '{"text":' + "1" * 50_000_000 + "}\n")]:
            with self.subTest(what):
                self.write("big.ndjson", record(GOOD[0]) + big + record(GOOD[2]))
                done = self.run_bounded("extract", "big.ndjson", "-j", 2)
                found = pairs(done.objects)
                self.assertEqual([found[0], found[-1]], [("TUR", "RUS"), ("DEU", "MDA")])
        self.write("big.ndjson", b"z" * 70_000_000 + b"\n" + record(GOOD[2]).encode())
        done = self.run_bounded("extract", "-F", "ndjson", "big.ndjson")
        self.assertEqual(pairs(done.objects), [("DEU", "MDA")])
        self.assertRegex(done.err, r"big\.ndjson:1: skipped: .*64 MiB")
        self.write("big.txt", b"x" * 50_000_000)
        self.run_bounded("extract", "big.txt", status=1)

    def test_deep_nesting(self):
        n = 100_000
        deep = ["[" * n + "]" * n, "[" * n, '{"a":' * n + "1" + "}" * n, '{"a":' * n, '{"text":' + "[" * n + "]" * n + "}"]
        for text in deep:
            self.write("deep.json", text)
            self.run_bounded("extract", "deep.json", status=1)
            self.run_bounded("info", "deep.json", status=2)
        self.write("deep.ndjson", record(GOOD[0]) + '{"x":' + deep[0] + ',"text":"' + GOOD[1] + '"}\n' + deep[2] + "\n" + deep[3] + "\n" + record(GOOD[2]))
        self.assertEqual(pairs(self.run_bounded("extract", "deep.ndjson").objects), [("TUR", "RUS"), ("RUS", "MDA"), ("DEU", "MDA")])
        triple = (DATA / "triples.ndjson").read_text(encoding="utf-8").splitlines()[0]
        self.write("t.ndjson", triple[:-1] + ',"x":' + deep[2] + "}\n")
        self.run_bounded("build", "t.ndjson")

    def test_no_full_stop_in_200_000_words(self):
        self.write("long.txt", " ".join(["the troops of Russia met the army"] * 30_000))
        self.run_bounded("extract", "long.txt", status=None)
        self.write("quotes.txt", '"' * 100_000 + "(" * 100_000 + GOOD[0])
        self.run_bounded("extract", "quotes.txt", status=None)
        self.write("stops.txt", ". " * 100_000 + GOOD[0])
        self.run_bounded("extract", "stops.txt", status=None)

    def test_line_ends_and_empty_lines(self):
        text = "\n\n".join(GOOD)
        expected = [("TUR", "RUS"), ("RUS", "MDA"), ("DEU", "MDA")]
        for name, bytes_ in [("lf", text.encode()), ("crlf", text.replace("\n", "\r\n").encode()), ("cr", text.replace("\n", "\r").encode()),
                             ("lone", ("\r\n" + text).encode()), ("many", b"\n" * 10_000 + text.encode() + b"\n" * 10_000),
                             ("wrapped", text.replace(" ", "\r\n").replace("\n\n", "\r\n\r\n").encode())]:
            with self.subTest(name):
                self.write(name + ".txt", bytes_)
                triples = self.run_bounded("extract", name + ".txt", status=None).objects
                if name != "wrapped":  # a line for a word: what is found may differ, its place may not
                    self.assertEqual(pairs(triples), expected)
                for t in triples:
                    for span in (t["sentence"], t["subject"], t["object"]):
                        self.assertEqual(bytes_[span["begin"]:span["end"]].decode(), span["text"])
        self.write("r.ndjson", "".join(record(t) for t in GOOD).replace("\n", "\r\n"))
        self.assertEqual(pairs(self.run_entente("extract", "r.ndjson", quiet=True).objects), expected)

    def test_damaged_gzip(self):
        packed = gzip.compress("".join(record(GOOD[i % 3] + " " + os.urandom(30).hex(), id=str(i)) for i in range(5000)).encode())
        self.write("cut.ndjson.gz", packed[:len(packed) // 2])
        done = self.run_entente("extract", "cut.ndjson.gz")
        self.assertGreater(len(done.objects), 1000, "what came before the damage")
        self.assertRegex(done.err, r"cut\.ndjson\.gz: skipped: .*truncated")
        self.write("bad.ndjson.gz", packed[:5000] + bytes(200) + packed[5200:])
        self.assertIn("bad.ndjson.gz: skipped: ", self.run_entente("extract", "bad.ndjson.gz", status=None).err)
        self.run_entente("extract", "cut.ndjson.gz", "--strict", "-o", "t.ndjson", status=2)
        self.assert_nothing_left("cut.ndjson.gz", "bad.ndjson.gz")


class Files(Case):
    def test_missing(self):
        self.write("good.txt", GOOD[0])
        for args in (["extract", "no.txt"], ["build", "good.txt", "no.txt", "-o", "g.graphml"], ["info", "no.txt"], ["parse", "no.txt"],
                     ["why", "no.txt", "Russia"], ["path", "no.txt", "A", "B"], ["diff", "no.txt", "good.txt"], ["export", "no.txt"]):
            self.assertIn("no.txt", self.run_entente(*args, status=2).err, args)
        self.assert_nothing_left("good.txt")

    def test_folders_and_loops(self):
        (self.folder / "dir").mkdir()
        os.symlink("loop", self.folder / "loop")
        for args in (["info", "dir"], ["parse", "dir"], ["extract", "loop"], ["info", "loop"]):
            self.assertIn(args[1], self.run_entente(*args, status=2).err)
        os.symlink("..", self.folder / "dir" / "up")
        self.write("dir/a.txt", GOOD[0])
        self.assertEqual(pairs(self.run_entente("extract", "dir").objects), [("TUR", "RUS")])

    def test_output_that_cannot_be_written(self):
        self.copy("triples.ndjson", "border.txt")
        before = sorted(os.listdir(self.folder))
        for args in (["extract", "border.txt"], ["build", "border.txt"], ["export", "triples.ndjson"], ["parse", "border.txt"]):
            for target in ("no/such/out.csv", "triples.ndjson/out.csv"):
                fmt = ["-f", "conllu"] if args[0] == "parse" else []
                done = self.run_entente(*args, *fmt, "-o", target, status=2)
                self.assertIn(target, done.err)
            (self.folder / "dir").mkdir()
            self.run_entente(*args, "-o", "dir", *(["-f", "csv"] if args[0] in ("build", "export") else []), status=2)
            (self.folder / "dir").rmdir()
        self.assertEqual(sorted(os.listdir(self.folder)), before)
        early = self.run_entente("build", "border.txt", "-o", "no/out.csv", status=2, stdin=b"")
        self.assertNotIn("documents", early.err)

    @unittest.skipUnless(os.path.exists("/dev/full"), "no /dev/full")
    def test_full_disk(self):
        self.copy("triples.ndjson", "border.txt")
        for args in (["extract", "border.txt"], ["build", "border.txt", "-f", "dot"], ["export", "triples.ndjson", "-f", "ndjson"]):
            self.assertIn("/dev/full", self.run_entente(*args, "-o", "/dev/full", status=2).err)
        for args in (["extract", "border.txt"], ["build", "border.txt"], ["info", "triples.ndjson"], ["why", "triples.ndjson", "Russia"],
                     ["path", "triples.ndjson", "Germany", "Moldova"], ["diff", "triples.ndjson", "triples.ndjson"],
                     ["parse", "border.txt"], ["export", "triples.ndjson"], ["--help"], ["build", "--help"], ["--version"]):
            with open("/dev/full", "wb") as full:
                done = subprocess.run([support.ENTENTE, *args], stdout=full, stderr=subprocess.PIPE, cwd=self.folder)
            self.assertEqual(done.returncode, 2, args)
            self.assertIn(b"No space left", done.stderr)

    def test_nobody_hears_the_messages(self):
        """What can't be said must neither end the run nor go into a file."""
        self.write("r.ndjson", record(GOOD[0]) + "{\n" + record(GOOD[1]))
        wanted = self.run_entente("extract", "r.ndjson").out
        for closed in ("2>&-", "2>/dev/full", "<&- 2>&-", "<&- >&- 2>&-"):
            subprocess.run(["sh", "-c", f'"$0" extract r.ndjson -o out {closed}', support.ENTENTE], check=True, cwd=self.folder)
            self.assert_same_bytes(self.bytes_of("out"), wanted, closed)
            (self.folder / "out").unlink()
        closed = subprocess.run(["sh", "-c", '"$0" extract r.ndjson >&-', support.ENTENTE], stderr=subprocess.PIPE, cwd=self.folder)
        self.assertEqual(closed.returncode, 2, "nothing can be written to a closed standard output")

    def test_closed_pipe(self):
        files = [str(support.SOURCE / "examples")]
        self.run_entente("build", *files, "-o", "g.graphml")
        self.run_entente("export", "g.graphml", "-o", "g.csv")
        for args in (["extract", *files, "-q"], ["build", *files, "-q"], ["export", "g.graphml"], ["why", "g.graphml", "Taliban"],
                     ["diff", "g.graphml", "g.graphml"], ["info", "g.graphml"], ["--help"], ["parse", str(DATA / "border.txt")]):
            for reader in ("head -1", "true"):
                done = subprocess.run(["bash", "-c", f'"$0" "$@" | {reader} >/dev/null; exit ${{PIPESTATUS[0]}}', support.ENTENTE, *args],
                                      capture_output=True, cwd=self.folder, timeout=support.longest())
                self.assertEqual((done.returncode, done.stderr), (0, b""), f"{args} | {reader}")

    def test_killed_while_building(self):
        """At whatever moment the kill comes, the old file is there, or the new one whole."""
        examples = str(support.SOURCE / "examples")
        self.run_entente("build", examples, "-o", "new.graphml")
        new = self.bytes_of("new.graphml")
        began = time.monotonic()
        self.run_entente("build", examples, "-o", "new.graphml", "-j", 1)
        whole = time.monotonic() - began
        outcomes = set()
        for step in range(12):
            self.write("g.graphml", "the old file")
            process = subprocess.Popen([support.ENTENTE, "build", examples, "-o", "g.graphml", "-q", "-j", "1"], cwd=self.folder)
            time.sleep(whole * step / 10)
            process.send_signal(signal.SIGKILL)
            process.wait()
            content = self.bytes_of("g.graphml")
            self.assertIn(content, (b"the old file", new), f"killed after {whole * step / 10:.3f} s")
            outcomes.add(content == new)
        self.assertIn(False, outcomes, "no kill came before the end")
        self.run_entente("build", examples, "-o", "g.graphml")
        self.assert_same_bytes(self.bytes_of("g.graphml"), new, "after a kill")
        self.assertEqual([p.name for p in self.folder.glob("*.part")], [], "a left-over part is used up by the next run")


class Graphs(Case):
    def setUp(self):
        super().setUp()
        self.run_entente("build", support.SOURCE / "examples", "-o", "g.graphml")

    def test_no_graph(self):
        whole = self.bytes_of("g.graphml")
        cut = whole[:whole.index(b"<edge", len(whole) // 2) + 12]
        bare = b'<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="directed"><node id="a"/></graph></graphml>'
        for name, content, where in [("text", b"Turkey condemned Russia.", "text: "), ("program", bytes(range(256)), "program: "),
                                     ("zeros", bytes(100), "zeros: "), ("page.html", b"<!DOCTYPE html>\n<html></html>", "page.html:1: "),
                                     ("x.xml", b"<a/>", "x.xml: "), ("foreign.graphml", bare, "foreign.graphml:1: "),
                                     ("articles.ndjson", record("Talks.", id="a").encode(), "articles.ndjson:1: "),
                                     ("cut.graphml", cut, f"cut.graphml:{cut.count(10) + 1}: "),
                                     ("bomb.graphml", b'<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b "c">]>\n<graphml>&b;</graphml>', "bomb.graphml:2: "),
                                     ("late.graphml", whole.replace(b"</graph>", b"</grapf>"), f"late.graphml:{whole[:whole.index(b'</graph>')].count(10) + 1}: ")]:
            with self.subTest(name):
                self.write(name, content)
                for command in (["info", name], ["export", name], ["why", name, "Russia"], ["path", name, "A", "B"], ["diff", "g.graphml", name]):
                    done = self.run_entente(*command, status=2)
                    self.assertTrue(done.err.startswith("entente: " + where), f"{command}: {done.err[:200]}")
                    self.assertEqual(done.out, b"")

    def test_damaged_values(self):
        whole = self.bytes_of("g.graphml").decode("utf-8")
        node = re.search(r'<node id="([^"]+)"', whole)[1]
        for what, damaged in [("a node gone", re.sub(rf'<node id="{node}".*\n', "", whole, count=1)),
                              ("a node twice", re.sub(rf'(<node id="{node}".*\n)', r"\1\1", whole, count=1)),
                              ("evidence", whole.replace('key="entente_evidence">[', 'key="entente_evidence">{', 1)),
                              ("no evidence", re.sub(r'key="entente_evidence">[^<]*<', 'key="entente_evidence">[]<', whole, count=1)),
                              ("numbers", re.sub(r'key="entente_evidence">[^<]*<', 'key="entente_evidence">[1,2]<', whole, count=1)),
                              ("kind", whole.replace('key="kind">country', 'key="kind">planet', 1)),
                              ("relation", whole.replace('key="relation">CONSULT', 'key="relation">LOVE', 1))]:
            with self.subTest(what):
                self.assertNotEqual(damaged, whole)
                self.write("d.graphml", damaged)
                self.assertRegex(self.run_entente("info", "d.graphml", status=2).err, r"^entente: d\.graphml:\d+: ")

    def test_names(self):
        for command in (["why", "g.graphml", "Talibn"], ["path", "g.graphml", "Talibn", "France"], ["path", "g.graphml", "France", "Talibn"]):
            done = self.run_entente(*command, status=1)
            self.assertIn("Talibn", done.err)
            self.assertIn("(Taliban", done.err, "near names")
        self.assertIn("qwxzqwxz", self.run_entente("why", "g.graphml", "qwxzqwxz", status=1).err)
        for command in (["why", "g.graphml", "United"], ["path", "g.graphml", "United", "Taliban"], ["path", "g.graphml", "Taliban", "united"]):
            done = self.run_entente(*command, status=2)
            self.assertIn("USA", done.err)
            self.assertIn("GBR", done.err)
        for name in ("", "\N{RIGHT-TO-LEFT OVERRIDE}", "x" * 10_000, "'; DROP TABLE"):
            self.run_entente("why", "g.graphml", name, status=1)

    def test_usage(self):
        for args in (["frobnicate"], ["exract", "a.txt"], ["extract", "--frob"], ["--frob"], ["help", "frob"], ["path", "g.graphml", "China"],
                     ["path"], ["why"], ["info"], ["info", "g.graphml", "-n", "many"], ["info", "g.graphml", "-f", "xml"], ["export", "g.graphml", "-f", "pdf"],
                     ["build", "-j", "0"], ["build", "-j", "x"], ["build", "g.txt", "-o", "g.pdf"], ["extract", "-o"], ["info", "g.graphml", "extra"],
                     ["export", "g.graphml", "--min-confidence", "high"], ["diff", "g.graphml", "g.graphml", "g.graphml"]):
            done = self.run_entente(*args, status=2)
            self.assertEqual(done.out, b"", args)
            self.assertRegex(done.err, "^entente: ", args)
        self.assertIn("extract", self.run_entente("exract", "a.txt", status=2).err)
        self.assert_nothing_left("g.graphml")


class Hostile(Case):
    TEXTS = ['Foreign Minister <b>Wang Yi</b> & "Mullah" Baradar met ]]> in Tianjin. Turkey condemned Russia.',
             "The \x01\x02\x0b\x1b[31mRed\x1b[0m Army\x7f attacked Syria. Turkey condemned Russia.",
             "President \N{RIGHT-TO-LEFT OVERRIDE}nitup\N{POP DIRECTIONAL FORMATTING} met رئيس الوزراء محمد in Paris. Turkey condemned Russia.",
             "President 😀🇫🇷👩‍👩‍👧 Smiley met Angela Merkel. Turkey 🇹🇷 condemned Russia 🇷🇺. \ufffe\uffff \U0010ffff",
             "Мария Захарова met 王毅 and Ağaoğlu Čapek. Turkey condemned Russia.",
             "=cmd|' /C calc'!A0 met @SUM(1+1). +Turkey condemned -Russia.",
             "{{constructor}} met ${jndi:ldap://x} and %s%n%x. Turkey condemned Russia. \\N \\G \\\" {0}",
             "Z̸̡͎a̵͖l̴g̷o met Angela Merkel. a" + "\u0301" * 5000 + " Turkey condemned Russia.",
             "<!DOCTYPE x [<!ENTITY a 'b'>]> Turkey condemned Russia. <![CDATA[ &#0; &#x1b; &lt; <!-- --> <?php ?>"]

    def test_hostile_texts(self):
        for i, text in enumerate(self.TEXTS):
            self.write(f"{i}.txt", text)
            self.write(f"{i}.ndjson", record(text, id=text, title=text, publisher=text, url=text, date=text))
        files = [f"{i}.{kind}" for i in range(len(self.TEXTS)) for kind in ("txt", "ndjson")]
        triples = self.run_entente("extract", *files)
        self.assertGreaterEqual(len(triples.objects), 2 * len(self.TEXTS) - 4, "what is sound among it is found")
        for t in triples.objects:
            raw = self.bytes_of(t["source"]) if t["source"].endswith(".txt") else self.TEXTS[int(t["source"][0])].encode("utf-8")
            for span in (t["sentence"], t["subject"], t["object"]):
                self.assertEqual(raw[span["begin"]:span["end"]].decode("utf-8"), span["text"])
        self.check_graph(*files)

    def test_hostile_triples(self):
        """Whatever a foreign program wrote into the fields of a triple."""
        triples = [json.loads(line) for line in (DATA / "triples.ndjson").read_text(encoding="utf-8").splitlines()]
        for i, t in enumerate(triples):
            text = self.TEXTS[i % len(self.TEXTS)] + ("\0" if i % 2 else "")
            t["doc"] = t["source"] = t["sentence"]["text"] = t["relation"]["text"] = text
            for side in ("subject", "object"):
                t[side].update(text=text, label=text, id=f"{side} {text}", role=text, country=text)
            t["args"] = [{"role": text, "text": text, "begin": 1, "end": 2, "id": text}]
            t["attribution"] = {"text": text, "id": text, "label": text, "verb": text}
        self.write("t.ndjson", "".join(json.dumps(t) + "\n" for t in triples))
        self.check_graph("t.ndjson")

    def check_graph(self, *inputs):
        for name in ("g.graphml", "g.csv", "g.dot", "g.ndjson"):
            self.run_entente("build", *inputs, "-o", name, "-q")
        root = xml.fromstring(self.bytes_of("g.graphml"))
        nodes, edges = root.findall(".//{*}node"), root.findall(".//{*}edge")
        self.assertEqual({e.get(end) for e in edges for end in ("source", "target")} - {n.get("id") for n in nodes}, set())
        objects = [json.loads(line) for line in self.bytes_of("g.ndjson").splitlines()]
        self.assertEqual(len(objects), len(nodes) + len(edges))
        self.run_entente("export", "g.graphml", "-o", "again.graphml")
        self.assert_same_bytes(self.bytes_of("again.graphml"), self.bytes_of("g.graphml"), "read back and written again")
        names = [o["actor"]["id"] for o in objects if "actor" in o and "\0" not in o["actor"]["id"]]
        for args in (*(["why", "g.graphml", name] for name in names[:20]), ["info", "g.graphml"], ["diff", "g.graphml", "g.graphml"]):
            shown = self.run_entente(*args).text
            self.assertIsNone(re.search("[\0-\x09\x0b-\x1f\x7f\N{RIGHT-TO-LEFT OVERRIDE}]", shown), f"{args}: control characters on the terminal")

    def test_hostile_messages(self):
        """Nor do the messages carry what steers a terminal."""
        self.write("r.ndjson", record(GOOD[0], date="\x1b]0;owned\a\x1b[2J") + '{"a":"\x1b[31m\n')
        self.write("\x1b[31mred.txt", b"\0")
        done = self.run_entente("extract", "r.ndjson", "\x1b[31mred.txt")
        self.assertNotIn("\x1b", done.err)
        self.assertIn("r.ndjson:2:", done.err)


if __name__ == "__main__":
    support.main()
