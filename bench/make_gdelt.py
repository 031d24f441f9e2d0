#!/usr/bin/env python3
"""Made-up tables in the columns of GDELT 2.0: make_gdelt.py ROWS FOLDER writes export.CSV and mentions.CSV, two mentions an
event. Half of the rows name one actor or two of one state, as in GDELT's own."""
import pathlib
import random
import sys

STATES = "CHN USA RUS IND FRA DEU GBR TUR IRN IRQ ISR EGY SAU PAK AFG UKR JPN KOR BRA ZAF NGA MEX POL ITA SYR YEM".split()
ROLES = ["", "GOV", "MIL", "COP", "BUS", "CVL", "OPP", "LEG"]
GROUPS = [("AFGINSTAL", "TALIBAN", "AFG", "TAL", "INS"), ("IGOWSTNAT", "NATO", "", "NAT", "IGO"), ("IGOUNO", "UNITED NATIONS", "", "UNO", "IGO")]
CODES = "010 020 036 040 042 043 046 051 057 061 070 084 090 111 112 120 130 141 150 163 173 180 190".split()


def side(rng):
    if rng.random() < 0.05:
        code, name, state, group, role = rng.choice(GROUPS)
    else:
        state, role, group = rng.choice(STATES), rng.choice(ROLES), ""
        code, name = state + role, f"PLACE {rng.randrange(200)}"
    return [code, name, state, group, "", "", "", role, "", ""]


def place(rng):
    n = rng.randrange(5000)
    return ["4", f"Town {n}, Somewhere", "XX", "XX01", str(n), f"{n % 90}.25", f"{n % 180}.5", str(-n)]


rows, folder = int(sys.argv[1]), pathlib.Path(sys.argv[2])
rng = random.Random(1)
with open(folder / "export.CSV", "w") as events, open(folder / "mentions.CSV", "w") as mentions:
    for i in range(rows):
        day, code = f"202108{1 + i * 28 // rows:02d}", rng.choice(CODES)
        one = side(rng)
        other = side(rng) if rng.random() < 0.52 else [""] * 10
        url = f"https://www.news{i % 997}.example/world/2021/08/story-{i // 2}-about-what-was-made-up"
        events.write("\t".join([str(10**9 + i), day, day[:6], day[:4], "2021.6", *one, *other, "1", code, code, code[:2], "1", "2.8", "6",
                                "1", "6", "-1.52", *place(rng), *place(rng), *place(rng), day + "120000", url]) + "\n")
        for _ in range(2):
            event, paper = 10**9 + rng.randrange(max(0, i - 5000), i + 1), rng.randrange(997)
            mentions.write("\t".join([str(event), day + "120000", day + "121500", "1", f"news{paper}.example",
                                      f"https://www.news{paper}.example/world/{event // 2}", str(rng.randrange(1, 30)), "-1", "120", "180", "1",
                                      str(rng.randrange(10, 101, 10)), "2400", "-1.5", "", ""]) + "\n")
