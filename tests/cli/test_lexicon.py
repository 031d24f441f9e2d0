#!/usr/bin/env python3
"""What an expert uses to extend the lexicon: extract --explain, lexicon lint and test, eval.

Usage: test_lexicon.py ENTENTE SOURCE_DIR [TEST...]
"""
import json

import support
from support import Case

HEADER = "predicate\tobject\ttarget\ttype\tcameo\tflags\n"


class Explain(Case):
    def test_shows_tree_clauses_rows_and_events_on_stderr(self):
        self.write("a.txt", "Norway sanctioned Chad.\n")
        done = self.run_entente("extract", "a.txt", "--explain")
        self.assertEqual([t["relation"]["type"] for t in done.objects], ["SANCTION"])
        for part in ("nsubj", 'clause "sanction"', "verbs.tsv:", "fits", "NOR [Norway] SANCTION"):
            self.assertIn(part, done.err)

    def test_says_why_a_row_did_not_fire(self):
        self.write("a.txt", "Norway praised the weather.\n")
        self.assertIn("no actor stands there", self.run_entente("extract", "a.txt", "--explain", status=1).err)


class Lint(Case):
    def test_own_tables_are_sound(self):
        self.assertEqual(self.run_entente("lexicon", "lint").text, "")

    def test_names_file_line_and_fault(self):
        self.write("v.tsv", HEADER + "zap\t@nonsense\tobj\tASSAULT\t19\t-\nzap\t-\tsideways\tASSAULT\t19\t-\nzip\t-\tobj\tAID\t999\t-\n")
        text = self.run_entente("lexicon", "lint", "v.tsv", status=1).text
        self.assertIn("v.tsv:2: no noun is in the class @nonsense", text)
        self.assertIn('v.tsv:3: "sideways" is no slot', text)
        self.assertIn("v.tsv:4: the ontology has no code 999", text)

    def test_what_cannot_be_loaded_is_a_fault_too(self):
        self.write("v.tsv", HEADER + "zap\t-\tobj\tFRIENDSHIP\t-\t-\n")
        self.assertIn('v.tsv:2: unknown type "FRIENDSHIP"', self.run_entente("lexicon", "lint", "v.tsv", status=1).text)


class Test(Case):
    def test_cases_hold_or_are_shown(self):
        self.write("good.case", "Norway sanctioned Chad.\n----\nNOR SANCTION TCD\n====\nIt rained.\n----\n(none)\n")
        self.assertEqual(self.run_entente("lexicon", "test", "good.case").text, "2 of 2 cases hold\n")
        self.write("bad.case", "# a title\nNorway sanctioned Chad.\n----\nNOR AID TCD\n")
        text = self.run_entente("lexicon", "test", "bad.case", status=1).text
        self.assertIn("bad.case:1: a title", text)
        self.assertIn("missing: NOR AID TCD", text)
        self.assertIn("too much: NOR SANCTION TCD", text)


class Eval(Case):
    GOLD = [{"id": "1", "text": "Norway sanctioned Chad.", "relations": [{"s": ["NOR"], "t": "SANCTION", "o": ["TCD", "Chad"]}]},
            {"id": "2", "text": "Chad thanked Oman.", "relations": [{"s": ["TCD"], "t": "AID", "o": ["OMN"], "alt": ["SUPPORT"]},
                                                                  {"s": ["OMN"], "t": "ACCUSE", "o": ["TCD"], "optional": True}]},
            {"id": "3", "text": "Peru met Chile.", "relations": [{"s": ["CHL"], "t": "ASSAULT", "o": ["PER"], "sym": True}]}]

    def test_figures(self):
        self.write("gold.ndjson", "".join(json.dumps(g) + "\n" for g in self.GOLD))
        self.write("pred.ndjson", self.run_entente("extract", "gold.ndjson").out.decode())
        figures = json.loads(self.run_entente("eval", "gold.ndjson", "pred.ndjson", "-f", "json").text)
        self.assertEqual([figures["pair"][k] for k in ("right", "wrong", "missed")], [3, 0, 0])
        self.assertEqual([figures["type"][k] for k in ("right", "wrong", "missed")], [2, 1, 1])
        shown = self.run_entente("eval", "gold.ndjson", "pred.ndjson", "--errors", "1").text
        self.assertIn("3: Peru met Chile.\n  wrong:  Peru CONSULT Chile (met)\n  missed: chl ASSAULT per", shown)

    def test_triples_of_other_documents_are_an_error(self):
        self.write("gold.ndjson", json.dumps(self.GOLD[0]) + "\n")
        self.write("a.txt", "Norway sanctioned Chad.\n")
        self.write("pred.ndjson", self.run_entente("extract", "a.txt").out.decode())
        self.assertIn("pred.ndjson:1:", self.run_entente("eval", "gold.ndjson", "pred.ndjson", status=2).err)


if __name__ == "__main__":
    support.main()
