"""How well pages are read, over hosts: foreign pages, story lost, F1, with intervals.

    .venv/bin/python -m tests.campaigns.reading_measure CORPUS [--set NAME] [--json]

CORPUS is a folder of sets. A set is a folder with ``truth.json`` (by page: ``url``, ``body`` and,
if it is known, ``language``) and ``html/PAGE.html.gz``; labels of blocks are those of
``tests/corpus`` and, as ``labels.json`` of the same form, the set's own. Hosts are parted into five
folds by their registered domain, so that a rule is judged on hosts it was not written from: read
the other folds, judge on one. The intervals are drawn over hosts, for pages of one host have the
same faults.

- *foreign*: share of pages on which a paragraph is said that is no part of the truth; *below*: the
  same below the standfirst, which truths often leave out
- *labelled*: share of labelled pages on which something is said that labels want left out
- *lost*: share of the paragraphs that labels want said and that are not
- *f1*: of words in fours
- *ms*: CPU time a page, extraction and cleaning (the mean)
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import statistics
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audiopress.errors import ReadingError
from audiopress.model import Article, Document, Reading
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.extract import extract
from audiopress.reading.inline_parts import split_inline_parts
from audiopress.speaking.script import _choose_role, _is_title
from tests.campaigns.reading_scores import (
    FIGURES,
    FOLDS,
    PageScore,
    host_of,
    list_foreign,
    measure_pages,
    score_text,
)
from tests.corpus.labelled import labels, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tests.campaigns.reading_scores import Figure

BELOW_THE_HEADLINE = frozenset(("aeb",))
"""Sets whose truth begins below the headline and the standfirst."""
PROCESSES = 2
BODY = frozenset(("body", "quote", "heading", "list_item"))
"""Roles of what truths may hold; the standfirst is counted apart."""
LANGUAGES = {"en": "English", "de": "German", "es": "Spanish", "fr": "French"}
"""Languages that have a row of their own: of the others the sets have too few pages."""


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page of a set, with what is true of it."""

    corpus: Path
    name: str
    key: str
    url: str
    body: str
    labels: dict[str, str]
    language: str = ""
    """What it is in, where the truth says so."""

    def read(self) -> bytes:
        """Return the page as it was fetched."""
        path = self.corpus / self.name / "html" / f"{self.key}.html.gz"
        return gzip.decompress(path.read_bytes())


def list_sets(corpus: Path) -> list[str]:
    """Return the names of the sets in a folder."""
    return sorted(path.parent.name for path in corpus.glob("*/truth.json"))


def list_pages(corpus: Path, name: str) -> Iterator[Page]:
    """Yield the pages of a set, with their labels."""
    known = labels_of(corpus / name)
    truths = json.loads((corpus / name / "truth.json").read_text("utf-8"))
    for key, fact in sorted(truths.items()):
        yield Page(
            corpus=corpus,
            name=name,
            key=key,
            url=fact.get("url") or f"https://{key.lower()}.example/",
            body=fact["body"],
            labels=known.get(key, {}),
            language=fact.get("language", ""),
        )


@cache
def labels_of(folder: Path) -> dict[str, dict[str, str]]:
    """Return the labels of a set by page: those of the repository, and those beside the set."""
    ours = {
        key: found
        for page, found in labels().items()
        for name, _, key in [page.partition("/")]
        if name == folder.name
    }
    own = folder / "labels.json"
    return ours | (json.loads(own.read_text("utf-8")) if own.exists() else {})


def extract_page(page: Page) -> Article | None:
    """Return what extraction makes of a page, or nothing where it is refused."""
    try:
        return extract(Document(uri=page.url, media_type="text/html", body=page.read()), Reading())
    except ReadingError:
        return None


def score_page(page: Page) -> PageScore:
    """Read one page and score it."""
    begun = time.process_time()
    article = extract_page(page)
    cleaned = clean(article, Reading())[0] if article else None
    ms = (time.process_time() - begun) * 1000
    return score_article(page, article, cleaned, ms=ms)


def score_article(
    page: Page, article: Article | None, cleaned: Article | None, *, ms: float = 0.0
) -> PageScore:
    """Return the score of what is left of an article by cleaning."""
    said_as = list_said(cleaned) if cleaned else []
    texts = [text for _, text in said_as]
    below = "\n".join(text for role, text in said_as if role in BODY)
    said = below if page.name in BELOW_THE_HEADLINE else "\n".join(texts)
    precision, recall = score_text(page.body, said)
    kept, lost, furnished = judge_labels(page.labels, article, texts)
    return PageScore(
        corpus=page.name,
        key=page.key,
        host=host_of(page.url),
        language=(page.language or (article.language if article else ""))[:2],
        precision=precision,
        recall=recall,
        foreign=bool(list_foreign(page.body, said)),
        foreign_below=bool(list_foreign(page.body, below)),
        kept=kept,
        lost=lost,
        furnished=furnished,
        ms=ms,
    )


def list_said(cleaned: Article) -> list[tuple[str, str]]:
    """Return what a script says below the headline, each text with its role."""
    place = next((block for block in cleaned.blocks if _is_title(block, cleaned)), None)
    blocks = [block for block in cleaned.blocks if block is not place]
    roles = [_choose_role(block, number) for number, block in enumerate(blocks)]
    return [
        (role, block.text)
        for role, block in zip(roles, blocks, strict=True)
        if role in BODY | {"standfirst"}
    ]


def judge_labels(
    known: dict[str, str], article: Article | None, said: Sequence[str]
) -> tuple[int, int, bool | None]:
    """Return how many paragraphs labels want said, how many are not, and whether one is foreign."""
    if not known or article is None:
        return 0, 0, None
    there = {name_of(block.text) for block in article.blocks}
    # labels are of blocks with the note marks that are taken out before they are spoken
    whole = {name_of(split_inline_parts(b.text)[0]): name_of(b.text) for b in article.blocks}
    spoken = {whole.get(name, name) for name in map(name_of, said)}
    kept = {name for name, label in known.items() if label == "k" and name in there}
    foreign = any(known.get(name) == "s" for name in spoken)
    return len(kept), len(kept - spoken), foreign


def score_all(pages: Sequence[Page], jobs: int = PROCESSES) -> list[PageScore]:
    """Read and score pages, in processes that give way to others."""
    if jobs == 1:
        return [score_page(page) for page in pages]
    with ProcessPoolExecutor(jobs, initializer=os.nice, initargs=(2,)) as pool:
        return list(pool.map(score_page, pages, chunksize=4))


def group(scores: Iterable[PageScore]) -> dict[tuple[str, str, str], list[PageScore]]:
    """Return pages by set, language and fold; ``all`` has those of all folds."""
    found: dict[tuple[str, str, str], list[PageScore]] = {}
    for score in scores:
        language = LANGUAGES.get(score.language, "other")
        for name in (score.corpus, "all sets"):
            for fold in ("all", str(score.fold)):
                found.setdefault((name, language, fold), []).append(score)
    order = ("all", *map(str, range(FOLDS)))
    return dict(sorted(found.items(), key=lambda one: (*one[0][:2], order.index(one[0][2]))))


def make_rows(scores: Iterable[PageScore]) -> list[dict[str, Any]]:
    """Return the table: a row for each set, language and fold."""
    rows = []
    for (name, language, fold), pages in group(scores).items():
        figures = measure_pages(pages, seed=f"{name} {language} {fold}")
        counts = {"pages": len(pages), "hosts": len({page.host for page in pages})}
        ms = round(statistics.fmean(page.ms for page in pages), 1)
        place = {"set": name, "language": language, "fold": fold}
        rows.append({**place, **counts, **figures, "ms": ms})
    return rows


def print_rows(rows: Iterable[dict[str, Any]]) -> None:
    """Print the table, an interval behind each figure."""
    head = ("set", "language", "fold", "pages", "hosts", *FIGURES, "ms")
    print(_line(head, head))
    for row in rows:
        print(_line(head, [_show(row[name]) for name in head]))


def _line(head: Sequence[str], cells: Sequence[str]) -> str:
    widths = [20 if name in FIGURES else 14 if name == "set" else 8 for name in head]
    return " ".join(f"{cell:<{width}}" for cell, width in zip(cells, widths, strict=True)).rstrip()


def _show(value: Any) -> str:
    if value is None:
        return "-"
    if isinstance(value, (str, int, float)):
        return str(value)
    figure: Figure = value
    return " ".join(
        f"{number:.3f}".replace("0.", ".", 1) for number in (figure.value, figure.low, figure.high)
    )


def main() -> int:
    """Print the table of the sets in a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--set", action="append", help="only this set (again for another)")
    parser.add_argument("--jobs", type=int, default=PROCESSES)
    parser.add_argument("--json", action="store_true", help="print one document for programs")
    given = parser.parse_args()
    names = given.set or list_sets(given.corpus)
    if not names:
        parser.error(f"no set in {given.corpus}: a set is a folder with truth.json and html/")
    pages = [page for name in names for page in list_pages(given.corpus, name)]
    rows = make_rows(score_all(pages, given.jobs))
    if given.json:
        print(json.dumps(rows, indent=1, default=asdict))
    else:
        print_rows(rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
