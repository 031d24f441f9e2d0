#!/bin/sh
# Reads articles in N parts side by side with GNU parallel and joins them in one store:
#     parallel.sh news.db 64 INPUT...
# As many parts at a time as there are cores, one core each; on other machines too with PARALLEL='--sshloginfile FILE' where
# all see the same folders. After a crash run it again: it goes on with the parts that are missing.
set -eu
store=$1
count=$2
shift 2
entente=${ENTENTE:-entente}
parts=$store.parts
mkdir -p "$parts"
seq "$count" | parallel -q --joblog "$parts.log" --resume-failed --halt soon,fail=1 \
    "$entente" build "$@" --shard "{}/$count" -j 1 -q -o "$parts/{}.db"
"$entente" build "$parts"/*.db -o "$store"
rm -r "$parts" "$parts.log"
