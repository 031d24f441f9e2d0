"""What the network sees of a word: ids of whole forms and hashed pieces of them.

extract/language/features.cpp computes the same from the same bytes; a change here is a change there and a new
model version (tests/language compares both on a list of odd words)."""

BUCKETS = 4096
KINDS = ("p1", "p3", "s2", "s3", "s4", "shape")

_SAME = {"\u2018": "'", "\u2019": "'", "\u201b": "'", "\u00b4": "'", "`": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"',
         "\u00ab": '"', "\u00bb": '"', "``": '"', "''": '"', "\u2013": "-", "\u2014": "-", "\u2212": "-", "\u2010": "-",
         "\u2011": "-", "\u2026": "...", "\u00a0": " "}


def normalise(form):
    """Typographic variants of one mark become one mark."""
    if form in _SAME:
        return _SAME[form]
    return "".join(_SAME.get(c, c) for c in form)


def lower_char(c):
    o = ord(c)
    if 0x41 <= o <= 0x5A or (0xC0 <= o <= 0xDE and o != 0xD7) or 0x391 <= o <= 0x3A9 or 0x410 <= o <= 0x42F:
        return chr(o + 32)
    if 0x400 <= o <= 0x40F:
        return chr(o + 80)
    if (0x100 <= o <= 0x137 or 0x14A <= o <= 0x177) and o % 2 == 0:
        return chr(o + 1)
    if (0x139 <= o <= 0x148 or 0x179 <= o <= 0x17E) and o % 2 == 1:
        return chr(o + 1)
    return c


def is_lower(c):
    o = ord(c)
    return (0x61 <= o <= 0x7A or (0xDF <= o <= 0xFF and o != 0xF7) or 0x3B1 <= o <= 0x3C9 or 0x430 <= o <= 0x45F
            or (0x100 <= o <= 0x17E and lower_char(c) == c))


def lower(form):
    return "".join(map(lower_char, form))


def shape(form):
    """Classes of characters, runs cut to two: "Al-Qaeda's" -> Xx-Xxx'x."""
    out = []
    for c in form:
        k = "d" if "0" <= c <= "9" else "X" if lower_char(c) != c else "x" if is_lower(c) else c
        if len(out) < 2 or out[-1] != k or out[-2] != k:
            out.append(k)
    return "".join(out)


def fnv1a(data):
    h = 2166136261
    for b in data:
        h = (h ^ b) * 16777619 & 0xFFFFFFFF
    return h


def buckets(form):
    """Six bucket numbers of a normalised form, one for each of KINDS."""
    low = lower(form)
    pieces = (low[:1], low[:3], low[-2:], low[-3:], low[-4:], shape(form))
    return [fnv1a(f"{k}:{p}".encode()) % BUCKETS for k, p in zip(KINDS, pieces)]
