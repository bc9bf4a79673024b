"""Whether other extractors, or the page's own ``articleBody``, tell furniture from the story.

    .venv/bin/python -m tests.campaigns.extractor_agreement CORPUS

CORPUS is what `reading_measure` takes. Of each English page the blocks are taken that would be
spoken if no wording were asked, and counted by whose text has them: the extractor that votes, the
same where it is to be strict (``favor_precision``), jusText (by the share of small words in a
paragraph), and the body that the page gives in JSON-LD. *story for one of furniture* says what
leaving them out would cost: below one it is a gain.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import justext.core
import trafilatura

from audiopress.reading.html.tree.page_tree import parse_page
from audiopress.reading.metadata.page_metadata import read_page_metadata
from audiopress.text.comparison import make_comparable
from audiopress.text.decode import decode
from tests.campaigns.reading_measure import PROCESSES, extract_page, list_pages, list_sets
from tests.campaigns.rule_pieces import RulePiece, find_fired, judge_without
from tests.campaigns.rules_worth import UNSAID, tell_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.campaigns.reading_measure import Page

_DECLARED = 0.9
"""Share of the letters spoken that ``articleBody`` must hold, to be a story and no teaser."""

_WORDING = RulePiece("check", "wording")
"""What is not asked: furniture that is known by its words is not what others are to tell."""

Cell = tuple[tuple[str, ...], str]
"""Those that do not have a block, and what it is: ``s`` furniture, ``k`` the story."""


def judge_page(page: Page) -> Counter[Cell]:
    """Return how many blocks of a page each group of extractors does not have."""
    article = extract_page(page)
    if article is None or not article.language.startswith("en"):
        return Counter()
    _, _, known = find_fired(article)
    without = judge_without(article, _WORDING, known)
    blocks = [one.block for one in without if one.is_spoken and one.block.level != 1]
    blocks = [block for block in blocks if block.kind not in UNSAID]
    letters = [make_comparable(block.text) for block in blocks]
    others = _read_others(page)
    declared = _read_declared(page, letters)
    found: Counter[Cell] = Counter()
    for block, text in zip(blocks, letters, strict=True):
        kind = tell_kind(page, block.text)
        missing = [] if "voted" in block.hints else ["votes"]
        missing += [name for name, body in others.items() if text not in body]
        found[tuple(missing), kind] += 1
        if declared and text not in declared:
            found[("articleBody",), kind] += 1
    return found


def _read_others(page: Page) -> dict[str, str]:
    """Return the letters that each of the other extractors takes for the story."""
    body = page.read()
    strict = trafilatura.extract(body, favor_precision=True, include_comments=False) or ""
    untyped: Any = justext.core
    pieces = untyped.justext(body, untyped.get_stoplist("English"))
    good = " ".join(one.text for one in pieces if not one.is_boilerplate)
    return {"strict": make_comparable(strict), "jusText": make_comparable(good)}


def _read_declared(page: Page, letters: Sequence[str]) -> str:
    """Return the letters of the page's ``articleBody`` where it holds the story, else nothing."""
    metadata = read_page_metadata(parse_page(decode(page.read()), page.url), page.url)
    declared = make_comparable(metadata.body)
    held = sum(len(text) for text in letters if text in declared)
    return declared if declared and held >= _DECLARED * sum(map(len, letters)) else ""


def print_table(found: Counter[Cell]) -> None:
    """Print for each group of extractors what leaving out its blocks would catch and lose."""
    print(f"{'not had by':<28} {'furniture':>9} {'story':>7}  story for one of furniture")
    for missing in sorted({cell[0] for cell in found}, key=lambda names: (len(names), names)):
        caught, lost = found[missing, "s"], found[missing, "k"]
        cost = f"{lost / caught:.1f}" if caught else "-"
        print(f"{', '.join(missing) or 'nobody lacks it':<28} {caught:>9} {lost:>7}  {cost}")


def main() -> int:
    """Print the table of all sets in a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    given = parser.parse_args()
    names = list_sets(given.corpus)
    if not names:
        parser.error(f"no set in {given.corpus}: a set is a folder with truth.json and html/")
    pages = [page for name in names for page in list_pages(given.corpus, name)]
    found: Counter[Cell] = Counter()
    with ProcessPoolExecutor(PROCESSES, initializer=os.nice, initargs=(2,)) as pool:
        for one in pool.map(judge_page, pages, chunksize=4):
            found.update(one)
    print_table(found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
