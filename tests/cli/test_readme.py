#!/usr/bin/env python3
"""Does everything that README.md shows work, and print what README.md says it prints?

Usage: test_readme.py ENTENTE SOURCE_DIR. Runs the lines of its ```sh blocks that begin with `entente` (or `$ entente`)
in their order, beside a copy of examples/. A line ends with status 0, or with 1 where its comment says `# exit 1`. A
```text block that follows is the output of the block before it, byte for byte.
"""
import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

LONGEST = 300  # seconds for one line


def fences(text):
    """The fenced blocks: language, number of the first line within, lines."""
    language, first, lines = None, 0, []
    for number, line in enumerate(text.splitlines(), 1):
        fence = re.match(r" {0,3}```\s*(\w*)", line)
        if fence and language is None:
            language, first, lines = fence[1] or "none", number + 1, []
        elif fence:
            yield language, first, lines
            language = None
        elif language is not None:
            lines.append(line)
    if language is not None:
        raise SystemExit(f"README.md:{first - 1}: this block has no end")


def commands(first, lines):
    """The command lines of a ```sh block: number, text with continuation lines joined."""
    number, command = 0, ""
    for at, line in enumerate(lines, first):
        start = re.match(r"\s*(?:\$ )?(entente\b.*)", line) if not command else None
        if start:
            number, command = at, start[1]
        elif command:
            command += line
        if command.endswith("\\"):
            command = command[:-1] + " "
        elif command:
            yield number, command
            command = ""


class Run:
    def __init__(self, entente, source, folder):
        self.folder, self.failures, self.ran = folder, [], 0
        shutil.copytree(source / "examples", folder / "examples")
        (folder / "bin").mkdir()
        os.symlink(entente, folder / "bin" / "entente")
        self.environment = {**os.environ, "PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "NO_COLOR": "1"}

    def line(self, number, command):
        """Runs one; its standard output and error."""
        said = re.search(r"#\s*exit(?: status)? (\d)", command)
        wanted = int(said[1]) if said else 0
        self.ran += 1
        try:
            done = subprocess.run(["sh", "-c", command], cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL,
                                  capture_output=True, timeout=LONGEST)
        except subprocess.TimeoutExpired:
            self.failures.append(f"README.md:{number}: {command}\n  did not end within {LONGEST} s")
            return b"", b""
        if done.returncode != wanted:
            said = done.stderr.decode("utf-8", "replace")
            self.failures.append(f"README.md:{number}: {command}\n  exit status {done.returncode}, not {wanted}\n  {said}")
        return done.stdout, done.stderr

    def compare(self, number, shown, out, err):
        """The summary on standard error may be shown, too; it comes before or after."""
        if shown in (out, err + out, out + err):
            return
        difference = difflib.unified_diff(shown.decode("utf-8").splitlines(), out.decode("utf-8", "replace").splitlines(),
                                          "README.md", "printed", lineterm="", n=1)
        lines = list(difference) or ["(they differ in white space at the end)"]
        self.failures.append(f"README.md:{number}: this is not what the command prints:\n  " + "\n  ".join(lines[:60]))


def check(text, run):
    printed = None
    for language, first, lines in fences(text):
        if language in ("sh", "bash", "shell", "console"):
            results = [run.line(*command) for command in commands(first, lines)]
            printed = tuple(map(b"".join, zip(*results))) if results else None
        elif language == "text" and printed is not None:
            run.compare(first, "".join(line + "\n" for line in lines).encode("utf-8"), *printed)
            printed = None
        else:
            printed = None


def main():
    if len(sys.argv) < 3:
        sys.exit(f"usage: {sys.argv[0]} ENTENTE SOURCE_DIR")
    entente, source = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    readme = source / "README.md"
    if not readme.exists():
        sys.exit(f"{readme}: there is no README.md to test")
    with tempfile.TemporaryDirectory(prefix="entente-readme-") as folder:
        run = Run(entente, source, Path(folder))
        check(readme.read_text(encoding="utf-8"), run)
    if run.ran == 0:
        run.failures.append("README.md: not one line of its ```sh blocks begins with `entente`")
    for failure in run.failures:
        print(failure, file=sys.stderr)
    print(f"{run.ran} command lines of README.md ran, {len(run.failures)} failures")
    sys.exit(1 if run.failures else 0)


if __name__ == "__main__":
    main()
