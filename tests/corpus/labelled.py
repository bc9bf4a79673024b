"""What is spoken against labels: `python tests/corpus/labelled.py [--wrong] [--part unseen]`.

`labels.json` says of every block of 164 development pages whether a newsreader would speak it
(``k``), would not (``s``), or whether two editors would differ (``u``). The labels were made by
readers of the blocks who had not seen what the cleaner does. A block is known by a hash of its
letters and figures, because the texts are their publishers'. `labels_unseen.json` has the same of
42 pages that were *unseen* while the rules were written; what was wrong on them was printed once
by mistake, after their first figures were taken, and no rule was written from it.
Seven headings of one seen page lost their label (``s``) later: it was given while nothing that
lies folded below them was read.
`labels_first.json` has 25 pages more, labelled before the rules of offers, buttons and scraps were
written and then used for them; `labels_second.json` has 15 that were labelled and measured after
those. In both, headlines and cells of tables are ``u``, and captions ``s``.
Needs `../shared/corpus`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE))

import measure  # noqa: E402 - beside this file

from audiopress.reading.inline_parts import split_inline_parts  # noqa: E402 - the same

LABELS = {
    "seen": HERE / "labels.json",
    "unseen": HERE / "labels_unseen.json",
    "first": HERE / "labels_first.json",
    "second": HERE / "labels_second.json",
}


def name_of(text: str) -> str:
    """Return the name of a block: twelve hex digits of the hash of its letters."""
    return hashlib.sha256(measure.letters(text).encode()).hexdigest()[:12]


@cache
def labels(part: str = "all") -> dict[str, dict[str, str]]:
    """Return the labels by page (``set/key``) and block; ``part`` is all or one of `LABELS`."""
    found: dict[str, dict[str, str]] = {}
    for name, path in LABELS.items():
        found |= json.loads(path.read_text("utf-8")) if part in (name, "all") else {}
    return found


def pages(part: str = "all", every: int = 1) -> list[str]:
    """Return the labelled pages of a part (``all`` or one of `LABELS`), or one in ``every``."""
    return list(labels(part))[::every]


def judge(page: str) -> dict[str, Any]:
    """Return what of one page was said against its labels, and what of it was lost."""
    name, _, key = page.partition("/")
    row, known = measure.read(name, key), labels()[page]
    there = {name_of(text): text for *_, text in row["blocks"]}
    # a block is labelled with the note marks and formulas that are taken out before it is spoken
    whole = {name_of(split_inline_parts(text)[0]): one for one, text in there.items()}
    spoken = {name_of(text): text for role, text, _ in row["said"] if role in measure.SPOKEN}
    said = {whole.get(one, one): text for one, text in spoken.items()}
    cells = {text for kind, *_, text in row["blocks"] if kind == "table"}
    kept = [one for one, label in known.items() if label == "k" and one in there]
    return {
        "page": page,
        "furniture": [text for one, text in said.items() if known.get(one) == "s"],
        "lost": [there[one] for one in kept if one not in said],
        "cells": sum(there[one] in cells for one in kept if one not in said),
        "kept": len(kept),
        "unlabelled": [text for one, text in said.items() if one not in known],
        "gone": sum(label == "k" and one not in there for one, label in known.items()),
    }


def judge_all(chosen: list[str], jobs: int = 1) -> list[dict[str, Any]]:
    """Judge labelled pages."""
    if jobs == 1:
        return [judge(page) for page in chosen]
    with ProcessPoolExecutor(jobs) as pool:
        return list(pool.map(judge, chosen, chunksize=4))


def figures(rows: list[dict[str, Any]]) -> dict[str, float]:
    """Return the share of pages with furniture in them, and of paragraphs lost."""
    kept = sum(row["kept"] for row in rows)
    return {
        "pages": len(rows),
        "pages with furniture": round(sum(bool(row["furniture"]) for row in rows) / len(rows), 4),
        "paragraphs": kept,
        "paragraphs lost": round(sum(len(row["lost"]) for row in rows) / kept, 4),
        "of them cells of tables": sum(row["cells"] for row in rows),
        "spoken without a label": sum(len(row["unlabelled"]) for row in rows),
        "labelled and not extracted": sum(row["gone"] for row in rows),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--wrong", action="store_true", help="print the blocks that are wrong")
    parser.add_argument("--part", choices=["all", *LABELS], default="all")
    chosen = parser.parse_args()
    rows = judge_all(pages(chosen.part), chosen.jobs)
    for row in rows if chosen.wrong else ():
        for kind in ("furniture", "lost", "unlabelled"):
            for text in row[kind]:
                print(row["page"], kind, text[:150], sep=" | ")
    for name in measure.SETS:
        of_set = [row for row in rows if row["page"].startswith(f"{name}/")]
        if of_set:
            print(name, json.dumps(figures(of_set)))
    print("all", json.dumps(figures(rows)))


if __name__ == "__main__":
    main()
