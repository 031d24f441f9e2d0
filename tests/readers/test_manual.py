#!/usr/bin/env python3
"""Man pages and completions: every command, every option, and the shells take them."""
import re
import shutil
import subprocess
import unittest

import support
from support import entente

HELP_COMMANDS = re.compile(r"^  (\w+) {2,}", re.M)


class Manual(unittest.TestCase):
    def commands(self):
        text = entente("--help")
        return HELP_COMMANDS.findall(text[text.index("Subcommands:"):])

    def test_a_page_for_every_command(self):
        commands = self.commands()
        self.assertIn("export", commands)
        for command in commands:
            page = entente("man", command).replace("\\-", "-")
            self.assertTrue(page.startswith(f".TH ENTENTE-{command.upper()} 1"))
            for flag in set(re.findall(r"--[a-z][a-z-]+", entente(command, "--help"))) - {"--help-all"}:
                if re.search(rf"^ .*{flag}\b", entente(command, "--help"), re.M):
                    self.assertIn(flag, page, command)
        self.assertIn("entente-export", entente("man").replace("\\-", "-"))

    @unittest.skipUnless(shutil.which("groff"), "groff is missing")
    def test_groff_has_nothing_to_say(self):
        for command in [None, *self.commands()]:
            page = entente("man", *([command] if command else []))
            done = subprocess.run(["groff", "-man", "-Tutf8", "-ww", "-z"], input=page, capture_output=True, text=True)
            self.assertEqual(done.stderr, "", command)

    def test_completions(self):
        for shell in ("bash", "zsh", "fish"):
            script = entente("completion", shell)
            for command in self.commands():
                self.assertIn(command, script)
            self.assertIn("aggregate", script)
            if shutil.which(shell):
                done = subprocess.run([shell, "-n", "/dev/stdin"], input=script, capture_output=True, text=True)
                self.assertEqual((done.returncode, done.stderr), (0, ""), shell)
        entente("completion", "cmd", status=2)

    def test_bash_completes(self):
        if not shutil.which("bash"):
            self.skipTest("bash is missing")
        script = entente("completion", "bash") + '\nCOMP_WORDS=(entente export --agg); COMP_CWORD=2; _entente; echo "${COMPREPLY[*]}"\n'
        done = subprocess.run(["bash", "-c", script], capture_output=True, text=True)
        self.assertEqual(done.stdout.strip(), "--aggregate")

    def test_version_names_what_decides_the_output(self):
        lines = entente("--version").splitlines()
        self.assertRegex(lines[0], r"entente \d+\.\d+\.\d+\Z")
        self.assertEqual([line.split()[0] for line in lines[1:]], ["model", "lexicon", "actors"])
        for line in lines[1:]:
            self.assertRegex(line.split()[1], r"[0-9a-f]{20}\Z")


if __name__ == "__main__":
    support.main()
