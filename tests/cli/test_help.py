#!/usr/bin/env python3
"""Help teaches: an example for every command, with options that exist.

Usage: test_help.py ENTENTE SOURCE_DIR [TEST...].
"""
import re

import support
from support import Case


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
