"""Spoken paragraphs, and where they stand: told by the tree they were read from, found by page.js.

A place is right when it is the same occurrence of the same letters in both readings of the page,
the program's (libxml2's tree) and the browser's.
"""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lxml import etree

from audiopress.errors import ReadingError
from audiopress.model import Document
from audiopress.press.steps.read import ArticleReader
from audiopress.reading.html.runs.text_runs import read_runs
from audiopress.reading.html.runs.unread import find_unread
from audiopress.reading.html.tree.elements import HEADING_LIKE
from audiopress.reading.html.tree.page_tree import parse_page
from audiopress.settings import load_settings
from audiopress.store.cache import Cache
from audiopress.text.decode import decode

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page as Tab

URI = "https://news.example/story"
CORPORA = ("aeb", "fundus_en", "wcxb_articles")
UNREAD = frozenset(
    (
        "script", "style", "noscript", "template", "textarea", "select", "svg", "button", "dialog",
        "audio", "video", "math", "audiopress-player",
    )
)  # fmt: skip
"""Elements whose text page.js does not read."""

LOOK = """async ([html, quotes, removing]) => {
  const { findQuotes, lettersOf, readPage } = await import('/source/quotes.js');
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const page = readPage(body);
  const count = (letters, exact, to) => {
    let many = 0;
    let at = exact ? letters.indexOf(exact) : -1;
    for (; at >= 0 && at < to; at = letters.indexOf(exact, at + 1)) many += 1;
    return many;
  };
  const places = findQuotes(page, quotes);
  const said = places.map((place, number) => {
    if (!place) return null;
    const exact = lettersOf(quotes[number].exact);
    const got = place.pieces.map(([from, to]) => page.letters.slice(from, to)).join('');
    return { whole: got === exact, share: got.length / exact.length, at: place.at,
      nth: count(page.letters, exact, place.at), of: count(page.letters, exact, Infinity) };
  });
  const ghosts = [];
  for (const number of removing.filter((one) => places[one])) {
    const cuts = [...places[number].pieces].sort(([one], [other]) => other - one);
    const cut = (left, [from, to]) => left.slice(0, from) + left.slice(to);
    const letters = cuts.reduce(cut, page.letters);
    const exact = lettersOf(quotes[number].exact);
    const copies = count(letters, exact, Infinity);
    if (findQuotes({ ...page, letters }, quotes)[number]) ghosts.push({ number, copies });
    const none = copies ? letters.replaceAll(exact, '') : letters;
    const left = copies && findQuotes({ ...page, letters: none }, quotes)[number];
    if (left) ghosts.push({ number, copies: 0 });
  }
  return { said, ghosts };
}"""


@dataclass(slots=True)
class Figures:
    """What was looked for in how many pages, and what came of it.

    ``whole`` of those found are letter by letter what was read, ``wrong`` are another occurrence
    than the one that was read, ``unsure`` those whose occurrences are counted differently. Of those
    ``removed``, ``ghosts`` are found although no copy is left, ``copied`` since a verbatim copy in
    the same surroundings is.
    """

    pages: int = 0
    paragraphs: int = 0
    found: int = 0
    whole: int = 0
    wrong: int = 0
    unsure: int = 0
    removed: int = 0
    copied: int = 0
    ghosts: int = 0
    examples: list[str] = field(default_factory=list)

    def line(self) -> str:
        """Return the figures as one line of JSON, without the examples."""
        return json.dumps({name: getattr(self, name) for name in self.__slots__[:-1]})


def corpus(shared: Path) -> list[Path]:
    """Return the pages, in an order that mixes what is common and what is rare."""
    folders = (shared / "corpus" / name / "html" for name in CORPORA)
    return sorted(path for folder in folders if folder.is_dir() for path in folder.iterdir())


def letters_of(text: str) -> str:
    """Return letters and figures as page.js folds them."""
    kept = (char for char in text if unicodedata.category(char)[0] in "LN")
    folded = unicodedata.normalize("NFKD", "".join(kept)).lower()
    return "".join(char for char in folded if unicodedata.category(char)[0] != "M")


class Readings:
    """Pages as the program reads them."""

    def __init__(self, folder: Path) -> None:
        """Read with the settings of an edition without configuration."""
        settings = load_settings(None, root=folder)
        self._reader = ArticleReader(settings, Cache(settings.cache), keep=False)

    def quotes(self, body: bytes) -> list[dict[str, str]]:
        """Return the selectors of all that is spoken, each once, in order."""
        document = Document(uri=URI, media_type="text/html", body=body)
        try:
            said = self._reader.read(document).script.utterances
        except ReadingError:  # a page without an article has nothing to find
            return []
        found = [item.selector for item in said if item.selector]
        once = [
            one
            for number, one in enumerate(found)
            if one != (found[number - 1] if number else None)
        ]
        return [{"exact": o.exact, "prefix": o.prefix, "suffix": o.suffix} for o in once]


def places(text: str, quotes: list[dict[str, str]]) -> list[tuple[int, int] | None]:
    """Return which occurrence of its letters each quote is, and how many there are."""
    tree = parse_page(text, URI).find("body")
    letters, starts = _walk(tree)
    page = read_runs(tree, find_unread(tree))
    at: dict[tuple[str, str, str], list[int]] = {}
    for run in page.runs:
        one = page.make_selector(run)
        key = letters_of(one.exact)
        start = letters.find(key, starts.get(run.element, 0)) if key else -1
        if start >= 0:  # what follows in the same element stands behind it
            starts[run.element] = start + len(key)
        at.setdefault((one.exact, one.prefix, one.suffix), []).append(start)
    found: list[tuple[int, int] | None] = []
    last = -1
    for quote in quotes:  # in reading order, so of several places the next one is meant
        told = at.get((quote["exact"], quote["prefix"], quote["suffix"]), [])
        start = next((start for start in told if start > last), -1)
        last = max(last, start)
        found.append(_nth(letters, letters_of(quote["exact"]), start))
    return found


def _nth(letters: str, exact: str, at: int) -> tuple[int, int] | None:
    if at < 0:
        return None
    return _count(letters, exact, at), _count(letters, exact, len(letters))


def _count(letters: str, exact: str, to: int) -> int:
    many, at = 0, letters.find(exact)
    while exact and 0 <= at < to:
        many, at = many + 1, letters.find(exact, at + 1)
    return many


def _asks(element: Any) -> bool:
    """Whether a button opens an answer, as page.js tells it."""
    if element.tag != "button" or element.get("hidden") is not None:
        return False
    headed = any(found.tag in HEADING_LIKE for found in element.iterancestors())
    return headed or element.get("aria-expanded") is not None


def _undisplayed(element: Any) -> bool:
    style = element.get("style") or ""
    return bool(re.search(r"(^|;)\s*display\s*:\s*none", style, re.IGNORECASE))


def _walk(body: Any) -> tuple[str, dict[Any, int]]:
    """Return the letters of the page as page.js reads them, and where each element begins."""
    pieces: list[str] = []
    size = 0
    starts: dict[Any, int] = {}
    walk = etree.iterwalk(body, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        text = element.tail if event != "start" else None
        if event == "start":
            unread = element.tag in UNREAD or element.get("hidden") is not None
            unread = (unread and not _asks(element)) or _undisplayed(element)
            starts[element] = size
            if unread:
                walk.skip_subtree()
            else:
                text = element.text
        if text and not (event != "start" and element is body):
            folded = letters_of(text)
            pieces.append(folded)
            size += len(folded)
    return "".join(pieces), starts


def measure(tab: Tab, readings: Readings, paths: list[Path], *, every: int) -> Figures:
    """Look for all that is spoken of the pages, and for every n-th paragraph once it is removed."""
    figures = Figures()
    for path in paths:
        body = gzip.decompress(path.read_bytes())
        quotes = readings.quotes(body)
        if not quotes:
            continue
        text = decode(body)
        answer = tab.evaluate(LOOK, [text, quotes, list(range(0, len(quotes), every))])
        figures.pages += 1
        figures.paragraphs += len(quotes)
        figures.removed += sum(answer["said"][n] is not None for n in range(0, len(quotes), every))
        figures.copied += sum(ghost["copies"] > 0 for ghost in answer["ghosts"])
        figures.ghosts += sum(ghost["copies"] == 0 for ghost in answer["ghosts"])
        for ghost in answer["ghosts"]:
            figures.examples.append(
                f"ghost {path.name} {ghost} {quotes[ghost['number']]['exact'][:70]!r}"
            )
        for number, (place, said) in enumerate(
            zip(places(text, quotes), answer["said"], strict=True)
        ):
            _judge(
                figures,
                place,
                said,
                f"{path.name} {number} {quotes[number]['exact'][:70]!r} {place} {said}",
            )
    return figures


def _judge(
    figures: Figures, place: tuple[int, int] | None, said: dict[str, Any] | None, where: str
) -> None:
    if said is None:
        figures.examples.append(f"missed {where}")
        return
    figures.found += 1
    if not said["whole"]:
        figures.examples.append(f"pieces {where}")
        return
    figures.whole += 1
    if said["of"] == 1 or place == (said["nth"], said["of"]):
        return
    if place is None or place[1] != said["of"]:
        figures.unsure += 1
        figures.examples.append(f"unsure {where}")
    else:
        figures.wrong += 1
        figures.examples.append(f"wrong {where}")
