"""What the tests of an installed entente share."""
import subprocess
import sys


def run(*command, **how):
    """Standard output of a command; ends the test with all that was said where it fails."""
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, **how)
    if done.returncode != 0:
        sys.exit(f"{command}: exit {done.returncode}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}")
    return done.stdout


def skip(reason):
    print("skipped:", reason)
    sys.exit(0)


def skip_if_sanitized(build, reason):
    if "fsanitize" in (build / "CMakeCache.txt").read_text(encoding="utf-8"):
        skip(reason)
