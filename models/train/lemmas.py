"""Lemma rules out of a treebank: endings for what is regular, a list of words for what is not.

A rule says of a tag and an ending of the lower-cased form how many characters (code points) to take off the end and
what to put there; the longest ending wins. Proper nouns keep the case of the form. Exceptions are whole forms."""
import collections

import features as F

LONGEST = 5
PROPER = ("NNP", "NNPS")


def edit(form, lemma):
    """"2|y": take two characters off the end, add "y"; None where they have too little in common."""
    n = 0
    while n < min(len(form), len(lemma)) and form[n] == lemma[n]:
        n += 1
    if n == 0 and form != lemma:
        return None
    return f"{len(form) - n}|{lemma[n:]}"


def apply(form, script):
    cut, add = script.split("|", 1)
    return form[:len(form) - int(cut)] + add if len(form) >= int(cut) else form


def base_of(form, xpos):
    """What rules and exceptions see: a straight apostrophe, and no capitals but in proper nouns."""
    form = form.replace("\u2019", "'")
    return form if xpos in PROPER else F.lower(form)


def rule_of(rules, form, xpos):
    low = F.lower(form)
    for n in range(min(LONGEST, len(low)), -1, -1):
        got = rules.get(f"{low[len(low) - n:]}\t{xpos}")
        if got is not None:
            return got
    return "0|"


def lemmatise(rules, exceptions, form, xpos):
    base = base_of(form, xpos)
    got = exceptions.get(f"{base}\t{xpos}")
    return apply(base, rule_of(rules, base, xpos)) if got is None else got


def pairs_of(sentences):
    """(form, xpos) -> its commonest lemma; the form lower-cased unless it is a proper noun."""
    seen = collections.defaultdict(collections.Counter)
    for s in sentences:
        for form, lemma, _, xpos, _, _ in s:
            seen[base_of(form, xpos), xpos][lemma] += 1
    return {k: (max(sorted(c), key=c.get), sum(c.values())) for k, c in seen.items()}


def rules_of(pairs):
    votes = collections.defaultdict(collections.Counter)
    for (form, xpos), (lemma, n) in pairs.items():
        script = edit(form, lemma)
        if script is None:
            continue
        low = F.lower(form)
        for k in range(min(LONGEST, len(low)) + 1):
            votes[low[len(low) - k:], xpos][script] += 1
    rules = {}
    for ending, xpos in sorted(votes, key=lambda x: (len(x[0]), x)):
        best = max(sorted(votes[ending, xpos]), key=votes[ending, xpos].get)
        if rule_of(rules, ending, xpos) != best and (not ending or votes[ending, xpos][best] > 1):
            rules[f"{ending}\t{xpos}"] = best
    return rules


def exceptions_of(pairs, rules):
    out = {}
    for (form, xpos), (lemma, n) in sorted(pairs.items(), key=lambda x: x[1][1]):
        if lemmatise(rules, {}, form, xpos) != lemma and (xpos not in PROPER or n > 1):
            out[f"{form}\t{xpos}"] = lemma
    return out


def tables(sentences):
    """name -> (keys, values): "lemma.rules" and "lemma.exceptions"."""
    pairs = pairs_of(sentences)
    rules = rules_of(pairs)
    exceptions = exceptions_of(pairs, rules)
    return {"lemma.rules": (list(rules), list(rules.values())),
            "lemma.exceptions": (sorted(exceptions), [exceptions[k] for k in sorted(exceptions)])}
