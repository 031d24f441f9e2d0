"""What the command-line tests share: a folder of its own for every test, the program run in it, checks of what came out.

Each script is called with the program and the source folder: test_golden.py ENTENTE SOURCE_DIR [NAME_OF_A_TEST...].
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ENTENTE = Path()
SOURCE = Path()
DATA = Path(__file__).resolve().parent / "data"
ARTICLES = ("border.txt", "damaged.txt", "grain.txt", "records.ndjson")


def is_sanitized():
    """Built to find errors, not to be fast: bounds of time and memory mean nothing then."""
    program = ENTENTE.read_bytes()
    return any(name in program for name in (b"__asan_init", b"__tsan_init", b"__ubsan_handle"))


def longest():
    """Seconds for any one call: a hang fails instead of stopping the suite."""
    return 1200 if is_sanitized() else 120


class Done:
    """A call that ended: its bytes on standard output, its words on standard error."""

    def __init__(self, process):
        self.status = process.returncode
        self.out = process.stdout
        self.err = process.stderr.decode("utf-8", "replace")

    @property
    def text(self):
        return self.out.decode("utf-8")

    @property
    def objects(self):
        return [json.loads(line) for line in self.out.splitlines()]


class Case(unittest.TestCase):
    """A test with an empty folder, self.folder, in which the program runs."""

    maxDiff = 4000

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="entente-test-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def copy(self, *names):
        """Files of tests/cli/data into the folder; their names."""
        for name in names:
            shutil.copy(DATA / name, self.folder / name)
        return list(names)

    def run_entente(self, *args, stdin=b"", status=0, cwd=None, quiet=False):
        """Runs `entente ARGS`; fails with all that was said where the exit status is not `status` (None: 0 or 1)."""
        command = [str(ENTENTE), *map(str, args)]
        try:
            done = Done(subprocess.run(command, input=stdin, capture_output=True, cwd=cwd or self.folder, timeout=longest()))
        except subprocess.TimeoutExpired:
            self.fail(f"{shown(args)} did not end within {longest()} s")
        self.assertIn(done.status, (0, 1) if status is None else (status,), f"exit status of {shown(args)}\nstderr: {done.err[:2000]}")
        self.assertNotIn("terminate called", done.err)
        if quiet:
            self.assertEqual(done.err, "", f"standard error of {shown(args)}")
        return done

    def bytes_of(self, name):
        return (self.folder / name).read_bytes()

    def assert_same_bytes(self, one, other, what):
        """Like assertEqual, but shows only where two long texts part."""
        if one == other:
            return
        at = next((i for i, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
        window = slice(max(0, at - 80), at + 80)
        self.fail(f"{what}: {len(one)} and {len(other)} bytes part at byte {at}\n  {one[window]!r}\n  {other[window]!r}")

    def assert_nothing_left(self, *expected):
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), sorted(expected), "files in the folder")


def shown(args):
    text = " ".join(["entente", *map(str, args)])
    return text if len(text) < 300 else text[:300] + " …"


def main():
    global ENTENTE, SOURCE
    if len(sys.argv) < 3:
        sys.exit(f"usage: {sys.argv[0]} ENTENTE SOURCE_DIR [TEST...]")
    ENTENTE, SOURCE = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    os.environ["NO_COLOR"] = "1"
    unittest.main(module="__main__", argv=[sys.argv[0], *sys.argv[3:]])
