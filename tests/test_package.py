#!/usr/bin/env python3
"""The Debian packages: made, unpacked into a folder of their own, run from there: test_package.py ENTENTE SOURCE_DIR"""
import shutil
import sys
import tempfile
from pathlib import Path

from commands import run, skip, skip_if_sanitized

entente, source = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
build = entente.parent

for tool in ("dpkg-deb", "dpkg-shlibdeps"):
    if not shutil.which(tool):
        skip(f"{tool} is missing (apt-get install dpkg-dev)")
skip_if_sanitized(build, "a sanitized program is not for packages")
with tempfile.TemporaryDirectory(prefix="entente-package-") as folder:
    folder = Path(folder)
    run("cpack", "-G", "DEB", "-B", folder, "-D", "CPACK_STRIP_FILES=OFF", cwd=build)  # stripping takes longer than all else
    packages = {run("dpkg-deb", "--field", deb, "Package").strip(): deb for deb in folder.glob("*.deb")}
    assert set(packages) == {"entente", "libentente-dev"}, packages
    fields = run("dpkg-deb", "--field", packages["entente"])
    for library in ("libsqlite3-0", "libexpat1", "libserd-0-0"):
        assert library in fields, fields
    root = folder / "root"
    for deb in packages.values():
        run("dpkg-deb", "--extract", deb, root)
    for expected in ("usr/share/man/man1/entente.1.gz", "usr/share/bash-completion/completions/entente",
                     "usr/share/doc/entente/copyright", "usr/share/doc/libentente-dev/changelog.gz",
                     "usr/include/entente/graph/graph.hpp"):
        assert (root / expected).is_file(), expected
    installed = root / "usr/bin/entente"
    assert run(installed, "--version") == run(entente, "--version")
    graph = run(installed, "-", "-f", "ndjson", "-q", input="Norway sanctioned Chad.", cwd=folder)
    assert '"type":"SANCTION"' in graph, graph
    print("packaged, unpacked, run:", *sorted(deb.name for deb in packages.values()))
