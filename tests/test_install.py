#!/usr/bin/env python3
"""cmake --install, and a project of its own that finds and links the library: test_install.py ENTENTE SOURCE_DIR"""
import os
import sys
import tempfile
from pathlib import Path

from commands import run, skip_if_sanitized

entente, source = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
build = entente.parent

skip_if_sanitized(build, "a sanitized library needs a sanitized consumer")
with tempfile.TemporaryDirectory(prefix="entente-install-") as folder:
    root = Path(folder) / "root"
    run("cmake", "--install", build, "--prefix", root)
    for expected in ("bin/entente", "share/man/man1/entente.1.gz", "share/man/man1/entente-build.1.gz",
                     "share/bash-completion/completions/entente", "include/entente/graph/graph.hpp",
                     "share/entente/cluster/parallel.sh"):
        assert (root / expected).is_file(), expected
    compiler = [f"-DCMAKE_CXX_COMPILER_LAUNCHER={os.environ['ENTENTE_LAUNCHER']}"] if "ENTENTE_LAUNCHER" in os.environ else []
    consumer = Path(folder) / "consumer"
    run("cmake", "-S", source / "tests/consumer", "-B", consumer, f"-DCMAKE_PREFIX_PATH={root}", "-DCMAKE_BUILD_TYPE=Debug", *compiler)
    run("cmake", "--build", consumer)
    graph = run(consumer / "consumer", cwd=folder)
    assert 'label="ACCUSE"' in graph, graph
    print("installed, found, linked")
