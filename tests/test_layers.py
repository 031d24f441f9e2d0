#!/usr/bin/env python3
"""Who may include whom, and that no name is defined twice: check_layers.py ENTENTE SOURCE_DIR"""
import pathlib
import re
import sys

ALLOWED = {"core": {"core"}, "extract": {"core", "extract"}, "graph": {"core", "graph"},
           "export": {"core", "graph", "export"}, "cli": {"core", "extract", "graph", "export", "cli"}}
root = pathlib.Path(sys.argv[2])
errors, owner = [], {}
for layer, allowed in ALLOWED.items():
    for path in sorted((root / layer).rglob("*.[ch]pp")):
        text = path.read_text(encoding="utf-8")
        for target in re.findall(r'#include "(\w+)/', text):
            if target not in allowed:
                errors.append(f"{path.relative_to(root)} includes {target}/: {layer} may include {', '.join(sorted(allowed))}")
        space = re.findall(r"^namespace (entente[\w:]*) \{", text, re.M)
        if path.suffix == ".hpp" and space:
            for name in re.findall(r"^(?:struct|class|enum class) (\w+)[^;]*\{", text, re.M):
                first = owner.setdefault((space[0], name), path)
                if first != path:
                    errors.append(f"{space[0]}::{name} is defined in {first.relative_to(root)} and {path.relative_to(root)}")
print("\n".join(errors) or "layers are clean")
sys.exit(bool(errors))
