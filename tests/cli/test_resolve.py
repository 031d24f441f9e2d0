#!/usr/bin/env python3
"""`entente resolve` and `entente actors lint`: test_resolve.py ENTENTE SOURCE_DIR [TEST...]."""
import unittest

import support
from support import Case


class Resolve(Case):
    def found(self, *args, status=0):
        return {m["text"]: m for m in self.run_entente("resolve", "-f", "ndjson", *args, status=status).objects}

    def test_an_office_is_its_holder_on_the_day(self):
        then = self.found("the Russian president", "--date", "2009-03-01")["the Russian president"]
        self.assertEqual((then["id"], then["country"], then["how"]), ("dmitry-medvedev", "RUS", "office"))
        self.assertIn("president of Russia on 2009-03-01", then["because"])
        now = self.found("the Russian president", "--date", "2019-03-01")["the Russian president"]
        self.assertEqual(now["id"], "vladimir-putin")

    def test_a_capital_acts_for_its_government_and_is_a_place_where_something_is(self):
        found = self.found("Moscow warned Kiev. The talks in Oslo failed.")
        self.assertEqual((found["Moscow"]["id"], found["Moscow"]["role"]), ("RUS", "GOV"))
        self.assertEqual((found["Oslo"]["id"], found["Oslo"]["kind"], found["Oslo"]["country"]), ("oslo", "place", "NOR"))

    def test_spans_are_bytes_of_the_text_and_memberships_are_of_the_day(self):
        text = "São Tomé and Finland voted."
        finland = self.found(text, "--date", "2024-01-01")["Finland"]
        self.assertEqual(text.encode()[finland["begin"]:finland["end"]].decode(), "Finland")
        self.assertIn("nato", finland["member_of"])
        self.assertNotIn("nato", self.found(text, "--date", "2019-01-01")["Finland"]["member_of"])

    def test_what_names_nobody_is_told_with_the_names_that_need_context(self):
        done = self.run_entente("resolve", "Powell", "a storm", status=1)
        self.assertIn("with more context it could be", done.err)
        self.assertIn("colin-powell", done.err)
        self.assertIn('"a storm" names no actor', done.err)

    def test_an_overlay_adds_actors(self):
        table = self.write("mine.tsv", "id\tkind\tlabel\tcountry\tnames\nnorth-sea-pact\torganisation\tNorth Sea Pact\t\tNSP\n")
        self.assertEqual(self.found("The NSP met.", "--actors", table)["The NSP"]["id"], "north-sea-pact")


class Lint(Case):
    def test_the_tables_in_the_program_are_clean(self):
        self.assertEqual(self.run_entente("actors", "lint").text, "")

    def test_a_finding_has_file_line_and_remedy(self):
        table = self.write("mine.tsv", "id\tkind\tlabel\tcountry\n# mine\nBad Id\tgroup\tBad\tXXX\n")
        lines = self.run_entente("actors", "lint", table, status=1).text.splitlines()
        self.assertEqual(len(lines), 2)
        self.assertTrue(all(line.startswith(f"{table}:3: ") for line in lines), lines)


if __name__ == "__main__":
    support.main()
