#!/bin/sh
# Installs what is missing, builds entente, and runs it on the bundled articles.
set -eu
cd "$(dirname "$0")"
. scripts/setup.sh
install_missing $build_packages
cmake --preset release -DENTENTE_TESTS=OFF >/dev/null
cmake --build --preset release
entente=build/release/entente
out=entente-out
mkdir -p "$out"

say() { printf '\n\033[1m%s\033[0m\n' "$1"; }
say "1. Articles in, triples out: entente extract examples -o $out/triples.ndjson"
$entente extract examples -o $out/triples.ndjson -v
head -n 2 $out/triples.ndjson
say "2. One graph of them: entente build $out/triples.ndjson -o $out/news.graphml"
$entente build $out/triples.ndjson -o $out/news.graphml
say "3. What is in it: entente info $out/news.graphml"
$entente info $out/news.graphml
say "4. Who did what to whom, by which sentence: entente why $out/news.graphml 'United States' Taliban"
$entente why $out/news.graphml "United States" Taliban
say "5. How two actors are connected: entente path $out/news.graphml Pakistan France --undirected -k 2"
$entente path $out/news.graphml Pakistan France --undirected -k 2 || true
say "6. What changed between two dates: entente diff $out/news.graphml --at 2021-08-20 --at 2021-09-20 | head -20"
$entente diff $out/news.graphml --at 2021-08-20 --at 2021-09-20 > $out/diff.txt || true
head -20 $out/diff.txt
say "The graph, for Gephi and others: $(pwd)/$out/news.graphml"
