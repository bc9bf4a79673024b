"""Measure spoken forms by tables of our own: `python tests/corpus/forms.py [--wrong]`.

Pairs of written and spoken text in English, German, French, Spanish, Italian, Portuguese and
Dutch, and the 48 golden rules of sentences. Needs nothing but the repository. Letters, figures
and signs that ought to be words are compared, not case, spaces, hyphens or marks. English (`--part`
for one half) may be said in any of the ways in braces, with or without "and"; its rows
are in two halves by their hash, and rules are made on the half `seen` alone.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
import re
import sys
import unicodedata
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from audiopress.speaking.normalize import normalize_text  # noqa: E402
from tests.corpus.sentences import sentences  # noqa: E402 - the checkout comes first

PINS = json.loads((HERE / "forms.json").read_text("utf-8"))
"""How many of each table are right today: `test_forms_gate.py` lets none fall."""

LANGUAGES = ("de", "fr", "es", "it", "pt", "nl")
PARTS = ("seen", "unseen")
BRITISH = {"gb": "en-GB", "us": "en-US"}
SIGNS = "%£$€¥¢&@#+~=±°§¶½"
CHOICE = re.compile(r"\{([^}]*)\}")


def rows(name: str) -> list[list[str]]:
    lines = (HERE / "data" / f"{name}.txt").read_text("utf-8").splitlines()
    return [[cell.strip() for cell in line.split(" | ")] for line in lines if line[:1] != "#"]


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFC", text).casefold()))


def spoken_forms(language: str) -> dict[str, Any]:
    """Return the share of pairs that are said in one of the ways of the table."""
    table = rows(language)
    wrong = []
    for kind, written, *forms in table:
        said = normalize_text(written, language).text
        if letters(said) not in map(letters, forms):
            wrong.append((kind, written, said, forms[0]))
    return {"right": len(table) - len(wrong), "pairs": len(table), "wrong": wrong}


def ways(pattern: str) -> list[str]:
    """Return all that a pattern stands for: "{a/one} pound" is "a pound" and "one pound"."""
    pieces = CHOICE.split(pattern)
    return [
        "".join(found)
        for found in itertools.product(
            *(piece.split("/") if place % 2 else [piece] for place, piece in enumerate(pieces))
        )
    ]


def plainly(text: str) -> str:
    words = re.sub(r"\band\b", " ", unicodedata.normalize("NFC", text).casefold())
    words = words.replace("meter", "metre").replace("liter", "litre")
    return "".join(sign for sign in words if sign.isalnum() or sign in SIGNS)


def part(written: str) -> str:
    """Return which half a row of English is in: by a hash, so that nobody has chosen."""
    return PARTS[hashlib.sha256(b"half" + written.encode()).digest()[0] % 2]


def english(half: str) -> dict[str, Any]:
    """Return the share of a half of the English pairs that is said in one of its ways."""
    table = [row for row in rows("en") if part(row[2]) == half]
    wrong = []
    for kind, region, written, spoken in table:
        said = normalize_text(written, BRITISH[region]).text
        if plainly(said) not in map(plainly, ways(spoken)):
            wrong.append((kind, written, said))
    return {"right": len(table) - len(wrong), "pairs": len(table), "wrong": wrong}


def measured(name: str) -> dict[str, Any]:
    if name == "golden":
        return golden()
    return english(name.removeprefix("en-")) if name.startswith("en-") else spoken_forms(name)


def golden() -> dict[str, Any]:
    """Return how many of the golden rules are cut as they should be."""
    table = rows("golden_en")
    wrong = [
        (found, wanted) for wanted in table if (found := [*sentences(" ".join(wanted))]) != wanted
    ]
    return {"right": len(table) - len(wrong), "pairs": len(table), "wrong": wrong}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wrong", action="store_true", help="print the rows that are wrong")
    parser.add_argument("--part", choices=PARTS, help="one half of the English pairs alone")
    chosen = parser.parse_args()
    english_parts = [f"en-{half}" for half in PARTS if chosen.part in {None, half}]
    for name in english_parts if chosen.part else (*english_parts, *LANGUAGES, "golden"):
        found = measured(name)
        print(name, found["right"], "of", found["pairs"], f"(at least {PINS[name]})")
        for row in found["wrong"] if chosen.wrong else ():
            print("   ", *row, sep=" | ")


if __name__ == "__main__":
    main()
