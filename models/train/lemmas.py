"""Lemma rules out of a treebank: endings for what is regular, a list of words for what is not.

A rule says of a tag and an ending of the lower-cased form how many characters (code points) to take off the end and
what to put there. An ending of a verb or a comparative has up to three scripts, the commonest first; longer endings come before shorter. The
script that makes the commonest known word of which the form may be (one of the vectors', the 200 commonest left out) wins, else the first of all: "provoked" is no form of "provok".
Proper nouns keep the case of the form, and get a capital where the treebank mostly writes the name with one. Exceptions
are whole forms: the treebank's, and those of the irregular verbs (irregular.tsv)."""
import collections
import os

import features as F

LONGEST, SCRIPTS, SHORTEST, COMMON = 5, 3, 3, 200
KNOWN = 100_000  # words of the vectors that count
PROPER = ("NNP", "NNPS")
PAST, PRESENT = ("VBD", "VBN"), ("VB", "VBP")
INFLECTED = ("VBD", "VBG", "VBN", "VBZ", "JJR", "JJS", "RBR", "RBS")
KEPT = ("NN", "GW", "FW")  # of these, unknown words in capitals are acronyms


def tag_of(upos, xpos):
    """"NNP", but "NNP VERB" for the "United" of a name."""
    return f"{xpos} {upos}" if xpos in PROPER and upos != "PROPN" else xpos


def irregular_forms():
    """(form, base) of the past forms and participles of irregular.tsv, and its bases."""
    lines = open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "irregular.tsv"), encoding="utf-8")
    rows = [line.rstrip("\n").split("\t") for line in lines if line[0] != "#"][1:]
    return [(form, r[0]) for r in rows for form in "|".join(r[1:]).split("|") if form], {r[0] for r in rows}


def edit(form, lemma):
    """"2|y": take two characters off the end, add "y"; None where they have too little in common."""
    n = 0
    while n < min(len(form), len(lemma)) and form[n] == lemma[n]:
        n += 1
    if n == 0 and form != lemma:
        return None
    return f"{len(form) - n}|{lemma[n:]}"


def is_form_of(form, verb, tag):
    """Whether a regular verb spells its form so: "alleges" is no form of "alley". Other forms may be of any verb."""
    ending = {"VBG": "ing", "VBZ": "s", "VBD": "ed", "VBN": "ed"}.get(tag, "")
    if not ending or not form.endswith(ending):
        return True
    stem = form[:-len(ending)]
    if tag == "VBZ":
        return verb == stem or (stem.endswith("e") and verb == stem[:-1]) or (stem.endswith("ie") and verb == stem[:-2] + "y")
    doubled = len(stem) > 2 and stem[-1] == stem[-2]
    last = stem.endswith("y") and verb == stem[:-1] + "ie" if tag == "VBG" else stem.endswith("i") and verb == stem[:-1] + "y"
    return verb in (stem, stem + "e") or ((doubled or stem.endswith("ck")) and verb == stem[:-1]) or last


def apply(form, script):
    cut, add = script.split("|", 1)
    return form[:len(form) - int(cut)] + add if len(form) >= int(cut) else form


class Lemmatizer:
    def __init__(self, vocabulary):
        self.vocabulary = {w: i for i, w in enumerate(vocabulary) if len(w) >= SHORTEST and i >= COMMON}
        self.rules, self.exceptions, self.names = {}, {}, set()

    def keeps_case(self, form, tag):
        if tag.split(" ")[0] in PROPER or tag == "ADD":
            return True
        return tag in KEPT and not any(map(F.is_lower, form)) and F.lower(form) != form and F.lower(form) not in self.vocabulary

    def base_of(self, form, tag):
        """What rules and exceptions see: a straight apostrophe, and no capitals but in proper nouns, addresses and acronyms."""
        form = form.replace("\u2019", "'")
        return form if self.keeps_case(form, tag) else F.lower(form)

    def script_of(self, form, tag):
        low, first = F.lower(form), None
        for n in range(min(LONGEST, len(low)), -1, -1):
            scripts = self.rules.get(f"{low[len(low) - n:]}\t{tag}", "").split("\t")
            scripts = [s for s in scripts if s and len(apply(form, s)) >= min(2, len(form)) and is_form_of(low, F.lower(apply(form, s)), tag)]
            first = first or (scripts[0] if scripts else None)
            if tag not in INFLECTED and first:
                break
            known = [s for s in scripts if apply(form, s) in self.vocabulary]
            if known:
                return min(known, key=lambda s: self.vocabulary[apply(form, s)])
        return first or "0|"

    def lemma(self, form, tag):
        base = self.base_of(form, tag)
        got = self.exceptions.get(f"{base}\t{tag}")
        if got is not None:
            return got
        out = apply(base, self.script_of(base, tag))
        return out[:1].upper() + out[1:] if tag in PROPER and out in self.names else out

    def learn(self, sentences):
        seen, names = collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter)
        for s in sentences:
            for form, lemma, upos, xpos, *_ in s:
                tag = tag_of(upos, xpos)
                seen[self.base_of(form, tag), tag][lemma] += 1
                if tag in PROPER:
                    names[F.lower(lemma)][lemma] += 1
        pairs = {k: (max(sorted(c), key=c.get), sum(c.values())) for k, c in seen.items()}
        self.names = {w for w, c in names.items() if w.isascii() and w.isalpha() and len(w) > 2
                      and c[w[:1].upper() + w[1:]] >= 3 and c[w[:1].upper() + w[1:]] > 3 * c[w]}
        self.learn_rules(pairs)
        for (form, tag), (lemma, n) in sorted(pairs.items(), key=lambda x: (x[1][1], x[0])):
            if self.lemma(form, tag) != lemma and (tag not in PROPER or n > 1):
                self.exceptions[f"{form}\t{tag}"] = lemma
        self.learn_irregular(pairs)

    def learn_irregular(self, pairs):
        """The verbs' own tags, and those of the present for what is no present form of any verb: tags may be wrong."""
        forms, bases = irregular_forms()
        for form, base in forms:
            ambiguous = form in bases or any((form, tag) in pairs for tag in PRESENT)
            for tag in PAST + (() if ambiguous else PRESENT):
                if self.lemma(form, tag) != base:
                    self.exceptions[f"{form}\t{tag}"] = base

    def learn_rules(self, pairs):
        votes = collections.defaultdict(collections.Counter)
        for (form, tag), (lemma, _) in pairs.items():
            script = edit(form, lemma)
            for k in range(min(LONGEST, len(form)) + 1) if script is not None else ():
                votes[F.lower(form)[len(form) - k:], tag][script] += 1
        for ending, tag in sorted(votes, key=lambda x: (len(x[0]), x)):
            counted = votes[ending, tag]
            common = sorted(counted, key=lambda s: (-counted[s], s))[:SCRIPTS if tag in INFLECTED else 1]
            common = [s for s in common if not ending or counted[s] > 1]
            shorter = self.rules.get(f"{ending[1:]}\t{tag}", "").split("\t") if ending else []
            if common and common != shorter[:len(common)]:
                self.rules[f"{ending}\t{tag}"] = "\t".join(common)


def tables(sentences, vocabulary):
    """name -> (keys, values): "lemma.rules", "lemma.exceptions" and "lemma.names" (without values)."""
    made = Lemmatizer(vocabulary)
    made.learn(sentences)
    return {"lemma.rules": (list(made.rules), list(made.rules.values())),
            "lemma.exceptions": (sorted(made.exceptions), [made.exceptions[k] for k in sorted(made.exceptions)]),
            "lemma.names": (sorted(made.names), [])}
