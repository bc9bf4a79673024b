"""Measure spoken forms by tables of our own: `python tests/corpus/forms.py [--wrong]`.

German, French and Spanish pairs of written and spoken text, and the 48 golden rules of
sentences. Needs nothing but the repository. Letters and figures are compared, not case, spaces,
hyphens or marks.
"""

from __future__ import annotations

import argparse
import sys
import unicodedata
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from audiopress.text.sentences import sentences  # noqa: E402 - the checkout comes first
from audiopress.text.speakable import speakable  # noqa: E402

LANGUAGES = ("de", "fr", "es")


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
        said = speakable(written, language).text
        if letters(said) not in map(letters, forms):
            wrong.append((kind, written, said, forms[0]))
    return {"right": len(table) - len(wrong), "pairs": len(table), "wrong": wrong}


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
    chosen = parser.parse_args()
    for name in (*LANGUAGES, "golden"):
        found = golden() if name == "golden" else spoken_forms(name)
        print(name, found["right"], "of", found["pairs"])
        for row in found["wrong"] if chosen.wrong else ():
            print("   ", *row, sep=" | ")


if __name__ == "__main__":
    main()
