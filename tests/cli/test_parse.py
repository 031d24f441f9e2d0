#!/usr/bin/env python3
"""entente parse: CoNLL-U that covers the text, given words.

Usage: test_parse.py ENTENTE SOURCE_DIR [TEST...].
"""
import re

import support
from support import ARTICLES, DATA, Case


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


if __name__ == "__main__":
    support.main()
