"""What each rule of cleaning is worth, over hosts: it is taken out, and what changes is counted.

    .venv/bin/python -m tests.campaigns.rules_worth CORPUS [--write] [--json]

CORPUS is what `reading_measure` takes. Every check, rule, ground to keep a block, wording and list
of words is taken out alone. Counted are blocks, by their label or else by the truth: *furniture*
that is spoken without it, and *story* that is spoken without it (less than nothing: story that
would be lost). A rule may have been written from one of the hosts on which it catches something, so
what it is worth elsewhere is told by *hosts* and by *folds* of hosts on which it does. A piece
that catches nothing on two hosts and saves no story on two is marked. ``--write`` makes
``docs/testing/rules.md``.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import sys
from collections import Counter, defaultdict
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.campaigns.reading_measure import (
    PROCESSES,
    extract_page,
    list_pages,
    list_sets,
)
from tests.campaigns.reading_scores import fold_of, host_of, list_foreign
from tests.campaigns.rule_pieces import (
    RulePiece,
    find_fired,
    judge_without,
    list_pieces,
    time_pieces,
)
from tests.corpus.labelled import name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from audiopress.model import Block
    from audiopress.reading.cleaning.judged import JudgedBlocks
    from tests.campaigns.reading_measure import Page

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "docs" / "testing" / "rules.md"
ROOMS = ("cleaning", "wording")
UNSAID = frozenset(("caption", "table"))
"""Kinds of blocks that are said only where a show asks for them."""
FEWEST = 2
"""Hosts on which a piece must be of use: on one of them it may have been written."""
EXAMPLES = frozenset(("catches", "passes", "left_out", "spoken"))
"""What a rule's two examples are given as."""


@dataclass(frozen=True, kw_only=True)
class Change:
    """What is spoken more on a page without a piece, in blocks; less is below nothing."""

    piece: RulePiece
    corpus: str
    host: str
    furniture: int
    story: int


@dataclass(frozen=True, kw_only=True)
class Worth:
    """What a piece is worth over all pages."""

    kind: str
    name: str
    furniture: int
    story: int
    hosts: int
    """Hosts on which more furniture would be spoken without it, or more story lost."""
    folds: int
    ms: float | None

    @property
    def is_little(self) -> bool:
        return self.hosts < FEWEST or self.furniture - self.story <= 0


def judge_page(page: Page) -> tuple[list[Change], Counter[RulePiece]]:
    """Return what changes on a page without each piece that has a part in it, and seconds."""
    article = extract_page(page)
    if article is None:
        return [], Counter()
    judged, fired, known = find_fired(article)
    kinds: dict[str, str] = {}
    changes = []
    for piece in sorted(fired):
        found = compare(page, judged, judge_without(article, piece, known), kinds)
        if found["s"] or found["k"]:
            changes.append(
                Change(
                    piece=piece,
                    corpus=page.name,
                    host=host_of(page.url),
                    furniture=found["s"],
                    story=found["k"],
                )
            )
    return changes, time_pieces(article)


def compare(
    page: Page, judged: JudgedBlocks, without: JudgedBlocks, kinds: dict[str, str]
) -> Counter[str]:
    """Return how many blocks more are spoken, of furniture (``s``) and of the story (``k``)."""
    more: Counter[str] = Counter()
    for old, new in zip(judged, without, strict=True):
        if old.is_spoken != new.is_spoken and _may_be_said(old.block):
            text = old.block.text
            kind = kinds.setdefault(text, tell_kind(page, text))
            more[kind] += 1 if new.is_spoken else -1
    return more


def _may_be_said(block: Block) -> bool:
    return block.kind not in UNSAID and block.level != 1


def tell_kind(page: Page, text: str) -> str:
    """Return ``k`` for a block of the story, ``s`` for furniture, ``u`` where editors differ."""
    label = page.labels.get(name_of(text))
    return label or ("s" if list_foreign(page.body, text) else "k")


def judge_all(pages: Sequence[Page], jobs: int) -> tuple[list[Change], Counter[RulePiece]]:
    """Judge pages in processes that give way to others."""
    changes: list[Change] = []
    seconds: Counter[RulePiece] = Counter()
    with ProcessPoolExecutor(jobs, initializer=os.nice, initargs=(2,)) as pool:
        for found, took in pool.map(judge_page, pages, chunksize=4):
            changes += found
            seconds.update(took)
    return changes, seconds


def weigh(changes: Iterable[Change], seconds: Counter[RulePiece], pages: int) -> list[Worth]:
    """Return what each piece is worth, in the order in which they are asked."""
    by_piece: dict[RulePiece, list[Change]] = defaultdict(list)
    for change in changes:
        by_piece[change.piece].append(change)
    found = []
    for piece in list_pieces():
        of_use = {one.host for one in by_piece[piece] if one.furniture > 0 or one.story < 0}
        found.append(
            Worth(
                kind=piece.kind,
                name=piece.name,
                furniture=sum(one.furniture for one in by_piece[piece]),
                story=sum(one.story for one in by_piece[piece]),
                hosts=len(of_use),
                folds=len(set(map(fold_of, of_use))),
                ms=seconds[piece] / pages * 1000 if piece in seconds else None,
            )
        )
    return found


def count_characters() -> dict[str, int]:
    """Return the characters of vocabulary and rules, file by file.

    Not counted are examples, docstrings, comments, imports and the spaces that indent.
    """
    reading = ROOT / "audiopress" / "reading"
    return {
        path.relative_to(reading).as_posix(): len(strip(path.read_text("utf-8")))
        for room in ROOMS
        for path in sorted((reading / room).rglob("*.py"))
        if path.name != "example_blocks.py"
    }


def strip(source: str) -> str:
    """Return a module's own words: what it does and what it looks for."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            node.keywords = [one for one in node.keywords if one.arg not in EXAMPLES]
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)):
            node.body = [one for one in node.body if not _is_beside(one)] or [ast.Pass()]
    return "\n".join(line.strip() for line in ast.unparse(tree).splitlines() if line.strip())


def _is_beside(node: ast.stmt) -> bool:
    """Whether a statement is an import, also one for types alone, or a docstring."""
    says = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    typed = isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    return says or typed or isinstance(node, (ast.Import, ast.ImportFrom))


def write_page(worths: Sequence[Worth], pages: int, hosts: int) -> str:
    """Return the page of the docs."""
    sizes = count_characters()
    head = [
        "# What each rule of cleaning is worth",
        "",
        (
            "Made by `.venv/bin/python -m tests.campaigns.rules_worth CORPUS --write`, of "
            f"{pages} pages of {hosts} hosts. Each piece was taken out alone. *furniture*: blocks "
            "of furniture that would be spoken without it; *story*: blocks of the story that "
            "would be spoken without it (with a minus: that would be lost). *hosts* and *folds*: "
            "on how many hosts, of how many of the five folds of hosts, it is of use: on one it "
            "may have been written. *ms*: CPU time a page. What has nothing in it was not needed "
            "on any of these pages."
        ),
        "",
        (
            "Characters of vocabulary and rules, without examples, comments and imports: "
            f"{sum(sizes.values()):,} in {len(sizes)} files."
        ),
        "",
    ]
    rows = ["| kind | name | furniture | story | hosts | folds | ms |", ""]
    rows[1] = "| --- | --- | ---: | ---: | ---: | ---: | ---: |"
    rows += [_write_row(worth) for worth in worths]
    return "\n".join([*head, *rows, ""])


def _write_row(worth: Worth) -> str:
    figures = (worth.furniture, worth.story, worth.hosts, worth.folds)
    ms = "" if worth.ms is None else f"{worth.ms:.2f}"
    cells = (worth.kind, f"`{worth.name}`", *(str(one or "") for one in figures), ms)
    return f"| {' | '.join(cells)} |"


def read_names(page: str) -> list[tuple[str, str]]:
    """Return kind and name of every row of the page."""
    rows = (line.split(" | ") for line in page.splitlines() if line.count(" | ") > 5)
    return [(kind.lstrip("| "), name.strip("`")) for kind, name, *_ in rows if name[0] == "`"]


def main() -> int:
    """Print or write what each piece is worth."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--jobs", type=int, default=PROCESSES)
    parser.add_argument("--write", action="store_true", help=f"make docs/testing/{TABLE.name}")
    parser.add_argument("--json", action="store_true", help="print one document for programs")
    given = parser.parse_args()
    pages = [one for name in list_sets(given.corpus) for one in list_pages(given.corpus, name)]
    if not pages:
        parser.error(f"no set in {given.corpus}: a set is a folder with truth.json and html/")
    changes, seconds = judge_all(pages, given.jobs)
    worths = weigh(changes, seconds, len(pages))
    hosts = len({host_of(page.url) for page in pages})
    text = write_page(worths, len(pages), hosts)
    if given.json:
        whole = {"worth": list(map(asdict, worths)), "changes": list(map(asdict, changes))}
        print(json.dumps(whole, indent=1))
    if given.write:
        TABLE.write_text(text, "utf-8")
    elif not given.json:
        print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
