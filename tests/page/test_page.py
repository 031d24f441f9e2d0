#!/usr/bin/env python3
"""The interactive page in headless Chromium: test_page.py ENTENTE SOURCE_DIR WORK_DIR [GRAPH...]

With graphs it tests nothing, but measures the pages of their 3,000 chief actors.
Makes pages with the program, then has node run page.test.mjs on them. Ends with 77, which ctest reads as skipped, where
the program has no page or what the tests need is missing; a word says what."""
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys

ENTENTE, SOURCE, WORK = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
HERE = SOURCE / "tests" / "page"


def skip(why):
    print(f"skipped: {why}")
    sys.exit(77)


def entente(*arguments, statuses=(0,), out=None):
    done = subprocess.run([ENTENTE, *map(str, arguments)], capture_output=True, text=True, cwd=SOURCE)
    assert done.returncode in statuses, f"{arguments}: {done.returncode}\n{done.stderr}"
    if out:
        out.write_text(done.stdout + done.stderr, encoding="utf-8")
    return done


def install():
    """The packages of tests/page, once for each lock file, beside a copy of the tests."""
    for file in HERE.iterdir():
        if file.is_file():
            shutil.copy(file, WORK)
    stamp = WORK / ("installed-" + hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()[:16])
    if stamp.exists():
        return
    try:
        done = subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], cwd=WORK,
                              capture_output=True, text=True, timeout=180)
    except subprocess.TimeoutExpired:
        skip("npm took too long to install playwright-core")
    if done.returncode:
        skip(f"npm could not install playwright-core: {done.stderr.strip()[:300]}")
    stamp.touch()


def check_types():
    """The sources are sound TypeScript."""
    folder = WORK / "types"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(SOURCE / "page", folder)
    (folder / "node_modules").symlink_to(WORK.parent / "page" / "node_modules")
    done = subprocess.run(["node", WORK / "node_modules/typescript/bin/tsc", "--noEmit", "-p", folder], capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)


HOSTILE = ["</script><script>window.hacked=1</script>", "<img src=x onerror=window.hacked=1>", "<!-- <script>", "{{DATA}} ]]>",
           "line\u2028end\u2029here", "\u202eكابول\u202c \u05d0\u05d1", "🦊 \"quoted\" 'names' & \\u003c \\", "__proto__"]


def hostile_triples():
    for i, text in enumerate(HOSTILE):
        other = HOSTILE[(i + 1) % len(HOSTILE)]

        def party(label):
            return {"text": label, "begin": 0, "end": 1, "id": label, "label": label, "kind": "other", "country": None, "role": None}
        sentence = f"{text} asked {other} for help, {text}."
        yield json.dumps({
            "id": f"{i:020x}", "doc": f"d{i}", "source": "javascript:window.hacked=1" if i % 2 else f"https://example.org/{text}",
            "published": "2021-08-25T00:00:00Z", "date": "2021-08-25",
            "sentence": {"index": 0, "begin": 0, "end": len(sentence.encode()), "text": sentence}, "subject": party(text),
            "relation": {"text": "asked", "lemma": "ask", "begin": 0, "end": 1, "type": "REQUEST", "cameo": "10", "quad": 3,
                         "goldstein": 1.0},
            "object": party(other), "args": [], "polarity": "affirmed", "status": "actual",
            "attribution": {"text": text, "id": None, "label": text, "verb": "say"}, "symmetric": False, "confidence": 0.5,
            "rule": "test"}, ensure_ascii=False)


def make_pages():
    entente("build", "examples", "-o", WORK / "news.graphml", "-q")
    entente("export", WORK / "news.graphml", "-o", WORK / "news.html")
    rows = [json.loads(line) for line in entente("export", WORK / "news.graphml", "-f", "ndjson").stdout.splitlines()]
    labels = {row["actor"]["id"]: row["actor"]["label"] for row in rows if "actor" in row}
    best = json.loads(entente("path", WORK / "news.graphml", "JPN", "taliban", "-k", 1, "-f", "ndjson").stdout.splitlines()[0])
    (WORK / "path.json").write_text(json.dumps([labels[actor] for actor in best["actors"]]), encoding="utf-8")
    lines = entente("info", WORK / "news.graphml").stdout.splitlines()
    chief = lines[next(i for i, line in enumerate(lines) if line.startswith("actor ")) + 1].split("  ")[0]
    (WORK / "chief.json").write_text(json.dumps(chief), encoding="utf-8")
    entente("diff", WORK / "news.graphml", "--at", "2021-08-20", "--at", "2021-09-24", statuses=(1,), out=WORK / "diff.txt")
    (WORK / "hostile.ndjson").write_text("\n".join(hostile_triples()), encoding="utf-8")
    entente("view", WORK / "hostile.ndjson", "-o", WORK / "hostile.html")
    entente("view", WORK / "news.graphml", "--from", "1800-01-01", "--to", "1800-01-02", "-o", WORK / "empty.html", statuses=(1,))
    report = "2021-08-25\n\nChina offered aid to the Taliban on Wednesday, officials in Beijing said.\n"
    for name in ("agency.txt", "paper.txt"):
        (WORK / name).write_text(report, encoding="utf-8")
    entente("build", WORK / "agency.txt", WORK / "paper.txt", "-o", WORK / "copies.html", "-q")
    page = (WORK / "hostile.html").read_bytes()
    assert page.count(b"<script") == page.count(b"</script>") == 2, "a text of the graph has become markup"


def main():
    if entente("export", "/dev/null", "-f", "html", statuses=(0, 1, 2)).stderr.count("without the interactive page"):
        skip("this program was built without the page (node and npm)")
    if not shutil.which("node") or not shutil.which("npm"):
        skip("node and npm are missing")
    version = subprocess.run(["node", "--version"], capture_output=True, text=True).stdout.strip()
    if int(version.lstrip("v").split(".")[0]) < 20:
        skip(f"the tests need node 20 or later, this is {version}")
    WORK.mkdir(parents=True, exist_ok=True)
    graphs = sys.argv[4:]
    install()
    if not graphs:
        make_pages()
        check_types()
    chromium = next((p for name in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(name))), None)
    if not chromium:
        skip("the browser is missing (apt-get install chromium)")
    environment = os.environ | {"CHROMIUM": chromium, "PAGES": str(WORK)}
    pages = [WORK / (pathlib.Path(graph).stem + "-3000.html") for graph in graphs]
    for graph, page in zip(graphs, pages):
        entente("export", pathlib.Path(graph).resolve(), "--top-actors", 3000, "-o", page)
    if graphs:
        sys.exit(subprocess.run(["node", WORK / "measure.mjs", *pages], env=environment).returncode)
    sys.exit(subprocess.run(["node", "--test", "--test-reporter=spec", WORK / "page.test.mjs"], env=environment).returncode)


main()
