#!/bin/sh
# Makes the English model: two networks of different seeds, a third that learns from both and from the annotation, and
# what splits text into words and sentences. Five hours on two cores; goes on where it was stopped.
# usage: make.sh UD NER VECTORS NEWS BUILD WORK
#   UD, NER, VECTORS as train.py explains; NEWS: plain text of news, for the third to learn from what the two say of it;
#   BUILD: a build of the program (cmake --build BUILD --target entente splitting_features); WORK: for what comes between.
# The model is WORK/en.model; models/README.md says how the shipped one differs.
set -eu
[ $# -eq 6 ] || { sed -n '2,8s/^# //p' "$0" >&2; exit 2; }
ud=$1 ner=$2 vectors=$3 news=$4 build=$5 work=$6
here=$(dirname "$0")
export OMP_WAIT_POLICY=passive
mkdir -p "$work"

train() { python3 "$here/train.py" --ud "$ud" --ner "$ner" --vectors "$vectors" --weights upos=1,ner=2 --no-gum-names "$@"; }
export_model() { python3 "$here/export.py" --ud "$ud" --vectors "$vectors" "$work/student" "$1"; }
split() { python3 "$here/splitting.py" "$1" --ud "$ud" --features "$build/splitting_features" --model "$2" "$work/student/$1.pt"; }

train --seed 1 --epochs 12 --out "$work/teacher1"
train --seed 11 --epochs 12 --out "$work/teacher2"
[ -s "$work/news.conllu" ] || "$build/entente" parse "$news" -o "$work/news.conllu"
train --seed 3 --epochs 7 --rate 1e-3 --from "$work/teacher1" --teachers "$work/teacher1,$work/teacher2" \
    --more "$work/news.conllu" --out "$work/student"
export_model "$work/words.model"   # holds the words that the splitters look up
split cuts "$work/words.model"
export_model "$work/cuts.model"
split ends "$work/cuts.model"
export_model "$work/en.model"
