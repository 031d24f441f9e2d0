// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"

namespace entente::cli {
namespace {

constexpr CommandRow k_commands[] = {
    {"extract", "read articles, print the relations they state as triples (NDJSON)",
     "Examples:\n"
     "  entente extract article.txt\n"
     "  entente extract news/ -o triples.ndjson\n"
     "  zcat crawl.ndjson.gz | entente extract -F ndjson - | jq -r '[.subject.label, .relation.text, .object.label] | @tsv'\n"
     "  entente extract news/ --shard 3/8 -o 3.ndjson       an eighth of the documents, sorted; build joins the parts\n"
     "Exit status: 0 relations found (of a shard: done), 1 none found, 2 an error.",
     make_extract},
    {"build", "read articles, triples or stores, write one graph or store",
     "Examples:\n"
     "  entente build news/ -o news.graphml\n"
     "  entente news/ -o news.graphml                  the same: build is the default\n"
     "  entente build monday.ndjson tuesday.ndjson -o week.csv\n"
     "  entente build archive.db today/ -o news.db     a store: the same bytes for the same inputs in any order\n"
     "  entente build news/ --shard 3/8 -o 3.db        an eighth of the documents; then: entente build ?.db -o news.db\n"
     "The format follows from the suffix of -o, or -f.",
     make_build},
    {"add", "add articles, triples or other stores to a store",
     "Examples:\n"
     "  entente add news.db today/\n"
     "  zcat crawl.ndjson.gz | entente add news.db -\n"
     "A document that is there is not read again; one with a known id and another text takes its place. A store is\n"
     "a file that every command with GRAPH takes: entente path news.db China Taliban\n"
     "Exit status: 0 done, 1 there was nothing in INPUT, 2 an error; what was added before it is kept.",
     make_add},
    {"remove", "take documents and all their evidence out of a store",
     "Examples:\n"
     "  entente remove news.db 0f5c2f1e6b7a88d09c11",
     make_remove},
    {"vacuum", "give back the room of what was removed from a store, or replaced",
     "Examples:\n"
     "  entente vacuum news.db\n"
     "The evidence of earlier texts of corrected documents goes; what counts stays. Others may read meanwhile.",
     make_vacuum},
    {"export", "write a graph in another format",
     "Examples:\n"
     "  entente export news.graphml -o news.gexf               for Gephi, with a timeline\n"
     "  entente export news.graphml -o news.gexf --split month  news.2021-08.gexf, news.2021-09.gexf …\n"
     "  entente export news.graphml --metrics -o news.gexf      with PageRank, communities … of each actor\n"
     "  entente export news.graphml -o news.dot\n"
     "  entente export news.graphml --from 2021-08-15 --to 2021-09-01 --type AGREE -o august.graphml",
     make_export},
    {"convert", "a graph from one of the formats that entente reads back into another",
     "Examples:\n"
     "  entente convert news.gexf -o news.graphml\n"
     "  entente convert news.graphml -o news.json --json cytoscape",
     make_convert},
    {"view", "show a graph as an interactive page: one file, offline",
     "Examples:\n"
     "  entente view news.graphml                       opens it in the browser\n"
     "  entente view news.graphml --top-actors 500 -o news.html\n"
     "In the page: / searches an actor, ? lists the keys; every view has an address of its own.",
     make_view},
    {"path", "how two actors are connected, with the sentence behind each step",
     "Examples:\n"
     "  entente path news.graphml China Taliban\n"
     "  entente path news.graphml Russia 'Islamic State' -k 3 --max-hops 3 --undirected\n"
     "  entente path news.graphml China Taliban --weight confidence --not-via organisation --from 2021-08-01\n"
     "  entente path news.graphml China Taliban --via Pakistan --via CONSULT\n"
     "  entente path news.graphml Iran France --time-respecting     each step on a later day, or the same\n"
     "  entente path news.graphml China Taliban -o between.graphml -f graphml\n"
     "Exit status: 0 a path was found, 1 there is none, 2 an error.",
     make_path},
    {"diff", "what changed between two graphs, or between two dates of one",
     "Examples:\n"
     "  entente diff monday.graphml tuesday.graphml\n"
     "  entente diff news.graphml --at 2021-08-14 --at 2021-09-14 --brief --top 20\n"
     "  entente diff news.db --during 2021-07-01..2021-08-01 --during 2021-08-01..2021-09-01 --kind country -s\n"
     "  entente diff news.db --at 2021-08-14 --at 2021-09-14 -c -o august.gexf   a graph for Gephi, coloured by change\n"
     "  entente diff monday.graphml tuesday.graphml -f ndjson   operations for 'entente apply'\n"
     "Exit status: 0 the same, 1 different, 2 an error.",
     make_diff},
    {"apply", "a graph and what 'diff -f ndjson' printed, to the later graph",
     "Examples:\n"
     "  entente diff monday.graphml tuesday.graphml -f ndjson -c > tuesday.patch\n"
     "  entente apply tuesday.patch monday.graphml -o tuesday.graphml",
     make_apply},
    {"why", "the sentences behind an actor's or a pair's relations",
     "Examples:\n"
     "  entente why news.graphml Russia Taliban\n"
     "  entente why news.graphml Pakistan --type CONSULT\n"
     "  entente why news.graphml Kiev Moscow --explain       and how each name was found to be that actor",
     make_why},
    {"actor", "who an actor is: names, partners, relations over time",
     "Examples:\n"
     "  entente actor news.graphml China\n"
     "  entente actor news.db Taliban --from 2021-08-01 --by week",
     make_actor},
    {"timeline", "the history of two actors with each other",
     "Examples:\n"
     "  entente timeline news.graphml Russia Ukraine --brief\n"
     "  entente timeline news.db China Australia --by year -f ndjson",
     make_timeline},
    {"info", "counts, dates, chief actors and relation types of a graph",
     "Examples:\n"
     "  entente info news.graphml\n"
     "  entente info news.db --metrics --from 2021-08-01 -n 20",
     make_info},
    {"parse", "text to trees: words, tags, lemmas, Universal Dependencies and names as CoNLL-U or NDJSON",
     "Examples:\n"
     "  echo 'Russia offered ties to the Taliban.' | entente parse\n"
     "  entente parse news.txt -f ndjson                        an object a sentence, with byte offsets\n"
     "  entente parse --conllu gold.conllu -o system.conllu     keeps the given words and sentences",
     make_parse},
    {"eval", "precision, recall and F1 of extracted relations against an annotated file",
     "Examples:\n"
     "  entente extract sentences.ndjson | entente eval sentences.ndjson -\n"
     "  entente eval gold.ndjson triples.ndjson --errors 20\n"
     "Figures: pair, the right two actors in the right direction; quad, and the right class (verbal or material, cooperation or "
     "conflict); type, and the right type.\n"
     "Exit status: 0 something is right, 1 nothing is, 2 an error.",
     make_eval},
    {"lexicon", "check tables of the relation lexicon, or what sentences state by them",
     "Examples:\n"
     "  entente lexicon lint my-lexicon/verbs.tsv\n"
     "  entente lexicon test my.case --lexicon my-lexicon\n"
     "  echo 'Norway sanctioned Chad.' | entente extract --explain         which rows fired, and why others did not\n"
     "Exit status: 0 sound, 1 something to correct, 2 an error.",
     make_lexicon},
    {"clean", "what extract reads: the text without layout lines, with the damage of scrapers undone",
     "Examples:\n"
     "  entente clean article.txt                    the text; what was done to it goes to standard error\n"
     "  entente clean -v article.txt > clean.txt     every change with its line\n"
     "  entente clean news.ndjson -f ndjson | jq -r '.report.changes[] | [.what, .before, .after] | @tsv'\n"
     "  entente clean crawl.warc.gz --no-repair -f ndjson -o crawl.ndjson    the articles of a web archive\n"
     "Undone: UTF-8 read as Latin-1 or Windows-1252, once or twice (encoding), soft hyphens, words divided at line ends\n"
     "(hyphenation), blanks lost between sentences (blank), strings of two to four letters that were deleted throughout,\n"
     "inside words too (restored). Left out: advertisements, captions, bylines, pointers, copyright notes, datelines.\n"
     "`begin` and `end` of a change are bytes of the text as it was read. A sound text comes out byte for byte.",
     make_clean},
    {"resolve", "which actor each name in a text is, and why",
     "Examples:\n"
     "  entente resolve 'the Russian president' --date 2009-03-01\n"
     "  entente resolve 'Moscow warned Kiev.' 'talks in Moscow'\n"
     "  entente resolve -f ndjson < article.txt\n"
     "One line a mention: its words, the actor's id, label, kind and state, and how it was found.\n"
     "Exit status: 0 each TEXT names an actor, 1 some name none, 2 an error.",
     make_resolve},
    {"actors", "check tables of actors",
     "Examples:\n"
     "  entente actors lint my-actors.tsv\n"
     "  entente actors lint                    the tables in the program\n"
     "A finding is FILE:LINE: what is wrong and what helps. data/actors/README.md describes the tables.\n"
     "Exit status: 0 nothing found, 1 something is wrong, 2 an error.",
     make_actors},
    {"man", "print the manual page of a command",
     "Examples:\n"
     "  entente man build | man -l -\n"
     "  entente man --all share/man/man1",
     make_man},
    {"completion", "print a completion script for a shell",
     "Examples:\n"
     "  source <(entente completion bash)\n"
     "  entente completion fish > ~/.config/fish/completions/entente.fish",
     make_completion},
};

}  // namespace

std::span<const CommandRow> commands() { return k_commands; }

}  // namespace entente::cli
