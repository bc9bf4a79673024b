"""The dates that a page shows at the head of its article: beside headline and byline.

``<time>`` stands in stories too ("The light was lit on 1 May 1911"), in comments, events, cards
of other stories and footers. So one counts by its place, and by what its line says besides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from audiopress.reading.html.tree.elements import INLINE
from audiopress.reading.metadata.dates.credit_lines import is_credit
from audiopress.reading.metadata.dates.date_words import find_update_word
from audiopress.reading.metadata.dates.dates import is_date_label
from audiopress.reading.metadata.dates.shown_lines import list_line_dates, says_date
from audiopress.reading.metadata.declared.own_items import belongs_to_page
from audiopress.text.decode import tidy
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["ShownDate", "find_shown_dates"]

_SENTENCE = 60
"""Characters of an element's own text from which on it is a paragraph; labels are shorter."""

_STANDFIRSTS = 1
"""Paragraphs between headline and byline: the next one is the story's first."""

_ABOVE = 200
"""Characters between a date and the headline below it: a section's name, a byline, no teasers."""

_NEAREST = 4
"""Dates above a headline, less one, among which the nearest is taken."""

_MARKED = frozenset(("published", "dt-published", "entry-date", "pubdate"))
"""Classes by which microformats (hAtom, h-entry) and WordPress mark the date of publication."""

_ELSEWHERE = frozenset(("aside", "dd", "dl", "footer", "form", "nav", "table"))
"""Elements beside the headline in which a date is that of something else."""

_OTHERS = compile_late(
    r"(?:^|[-_ ])"
    + any_of(
        "calendar",
        r"cards?",
        r"comments?",
        r"events?",
        r"latest",
        r"most-?read",
        "popular",
        r"promos?",
        r"recirc\w*",
        r"recommend\w*",
        r"related",
        r"repl(?:y|ies)",
        "sidebar",
        r"teasers?",
        "ticker",
        "trending",
        r"widgets?",
    )
    + r"(?:$|[-_ ])",
    re.IGNORECASE,
)
"""Classes and ids of boxes that show other things, or what readers say."""

_PUBLISHED = compile_late(
    any_of(
        r"creat\w*", r"dat[aeo]\w*", r"datum", r"dátum", r"erschien\w*", r"fecha", r"julkaistu",
        r"opublik\w*", r"oprettet", r"post\w*", r"publ\w*", r"skapad", r"udgivet",
        r"veröffentlich\w*", r"written",
    ),
    re.IGNORECASE,
)  # fmt: skip
"""Labels of the day of publication, in more languages than dates are read in: "Publicerad:"."""

_BY = compile_late(r"(?:by|von|par|por|di|door|av|af)\b", re.IGNORECASE)
"""How a byline begins, in which the date often stands."""


_READING_TIME = compile_late(
    r"\d+\s?-?\s?min(?:ute[ns]?|utos?|uti|uut|s)?\.?(?:\s\w{2,9}){0,2}", re.IGNORECASE
)
"""How long a story takes to read, which stands beside its date: "3 minute read"."""


@dataclass(frozen=True, slots=True)
class ShownDate:
    """A date as the page shows it: ``text`` for programs or else for readers.

    ``updated`` says that it is called the date of a change, ``marked`` that the page marks it as
    the date of publication.
    """

    text: str
    updated: bool
    marked: bool


def find_shown_dates(tree: Any, headline: Any | None, own: Any | None) -> list[ShownDate]:
    """Return the dates at the head of an article: those that are marked as its date first.

    ``headline`` is its h1, ``own`` its item of microdata.
    """
    body = tree.find("body")
    if body is None:
        return []
    timed = _find_timed(body, headline, own) if next(_iterate_dates(body), None) is not None else []
    return (
        timed
        if any(not date.updated for date in timed)
        else [*timed, *_find_lines(body, headline, own)]
    )


def _find_lines(body: Any, headline: Any | None, own: Any | None) -> list[ShownDate]:
    """Return the dates that stand in plain words below the headline, or just above it."""
    before, after, _ = _part_by_place(body, headline, says_date)
    lines = [line for line in (*after, *before[::-1]) if not _lies_elsewhere(line, headline, own)]
    return [
        ShownDate(text, updated=updated, marked=False)
        for line in lines
        for text, updated in list_line_dates(line)
    ]


def _find_timed(body: Any, headline: Any | None, own: Any | None) -> list[ShownDate]:
    before, after, later = _part_by_place(body, headline, _is_date)
    found = [_read(element) for element in after if _speaks_of(element, headline, own)]
    above = [_read(element) for element in before if _speaks_of(element, headline, own)]
    # WordPress has "Posted on ..." below the story: there it counts as marked only
    below = [_read(element) for element in later if _is_own_mark(element, headline, own)]
    dates = [date for date in (*found, *above[:-_NEAREST:-1], *below) if date]
    return sorted(dates, key=lambda date: not date.marked)


def _iterate_dates(body: Any) -> Iterator[Any]:
    return (element for element in body.iter("time", "abbr") if _is_date(element))


def _is_date(element: Any) -> bool:
    return element.tag == "time" or bool(_MARKED & set((element.get("class") or "").split()))


def _part_by_place(
    body: Any, headline: Any | None, is_date: Callable[[Any], bool]
) -> tuple[list[Any], list[Any], list[Any]]:
    """Return the dates just above the headline, those below it, and those within the story."""
    before: list[Any] = []
    after: list[Any] = []
    later: list[Any] = []
    paragraphs, passed, since = 0, headline is None, 0
    for element in body.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style", "noscript"):
            continue
        if element is headline:
            passed = True
            # what stands far above it is a menu's or another story's
            before = before if since < _ABOVE else []
        elif is_date(element):
            (before if not passed else after if paragraphs <= _STANDFIRSTS else later).append(
                element
            )
            since = 0
        own = _count_own_text(element)
        since += own
        paragraphs += passed and own >= _SENTENCE and not _is_label(element)
    return before, after, later


def _count_own_text(element: Any) -> int:
    """Count the characters of an element's line: its own, and those of inline elements in it."""
    if element.tag in INLINE:
        return 0
    return len(_read_line(element))


def _read_line(element: Any) -> str:
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag in INLINE:
            parts.append(child.text_content())
        parts.append(child.tail or "")
    return tidy(" ".join(parts))


def _is_label(element: Any) -> bool:
    """Whether a long line is a byline or a dateline all the same."""
    line = _read_line(element)
    return bool(_BY.match(line)) and line[-1:] not in ".!?"


def _speaks_of(element: Any, headline: Any | None, own: Any | None) -> bool:
    """Whether a date near the headline is the article's, by its place and by its line."""
    return not _lies_elsewhere(element, headline, own) and _is_dateline(element)


def _is_own_mark(element: Any, headline: Any | None, own: Any | None) -> bool:
    return _is_marked(element) and not _lies_elsewhere(element, headline, own, below=True)


def _lies_elsewhere(
    element: Any, headline: Any | None, own: Any | None, *, below: bool = False
) -> bool:
    """Whether a date lies in a box that the headline does not lie in and that is another's."""
    if not belongs_to_page(element, own):
        return True
    shared = set() if headline is None else set(headline.iterancestors())
    articles = 0
    for around in (element, *element.iterancestors()):
        if around in shared or around.tag == "body":
            break
        # the foot of the article itself may hold a date that is marked
        if around.tag in _ELSEWHERE and not (below and around.tag == "footer"):
            return True
        if _OTHERS.search(f"{around.get('class') or ''} {around.get('id') or ''}"):
            return True
        articles += around.tag == "article"
    # a story may have its article below the headline, the cards of others are several
    return articles > 0 and (headline is None or _count_articles(element, shared) > 1)


def _count_articles(element: Any, shared: set[Any]) -> int:
    """Count the articles that lie beside the headline's."""
    around = next((found for found in element.iterancestors() if found in shared), None)
    if around is None:
        return 0
    return sum(1 for found in around.iter("article") if found not in shared)


def _is_dateline(element: Any) -> bool:
    """Whether the line that a date stands in is a dateline, a byline, or no line at all."""
    line, rest = _split_line(element)
    if not rest or is_date_label(rest) or is_credit(rest) or _is_marked(element):
        return True
    # "By Jane Doe, Harbour Radio | 3 May 2024"; "The light was lit on 1 May 1911" is a sentence
    if _BY.match(rest):
        return len(line) <= _ABOVE
    # "Fair: 2 May 2031" is the day of the fair
    if ":" in rest and not _PUBLISHED.match(rest):
        return False
    words = re.findall(r"[^\W\d_]+", rest)
    small = [word for word in words if word[0].islower() and not is_date_label(word)]
    return len(line) < _SENTENCE and not small and not line.endswith(".")


def _split_line(element: Any) -> tuple[str, str]:
    """Return the line that a date stands in, and what it says besides."""
    block = next((found for found in element.iterancestors() if found.tag not in INLINE), element)
    line = _read_line(block)
    rest = line.replace(tidy(element.text_content()), " ", 1)
    for other in block.iter("time"):
        rest = rest.replace(tidy(other.text_content()), " ", 1)
    return line, tidy(_READING_TIME.sub(" ", rest))


def _is_marked(element: Any) -> bool:
    names = set((element.get("class") or "").lower().split())
    said = element.get("itemprop") in ("datePublished", "dateCreated")
    return bool(names & _MARKED) or said or element.get("pubdate") is not None


def _read(element: Any) -> ShownDate | None:
    # programs read `datetime`, where it is; else the words that are shown
    text = tidy(element.get("datetime") or element.get("title") or element.text_content())
    if not text:
        return None
    names = f"{element.get('class') or ''} {element.get('itemprop') or ''}".lower()
    marked = _is_marked(element)
    # WordPress marks a story that was never changed as "published updated"
    updated = not marked and ("updated" in names.split() or "datemodified" in names)
    # "Published 3 May 2024, updated 4 May": the words before a date are about it
    words = f"{_read_words_before(element)} {'' if element.get('datetime') else text}"
    updated = updated or (not marked and find_update_word(words))
    return ShownDate(text, updated=updated, marked=marked)


def _read_words_before(element: Any) -> str:
    """Return what stands in a line before a date, back to the date before it."""
    words: list[str] = []
    for sibling in element.itersiblings(preceding=True):
        words.insert(0, sibling.tail or "")
        if sibling.tag == "time":
            break
        words.insert(0, sibling.text_content() if isinstance(sibling.tag, str) else "")
    else:
        parent = element.getparent()
        words.insert(0, parent.text or "")
        # "<span>Updated</span> <span><time>": the label may be an element of its own
        if parent.tag in INLINE and not "".join(words).strip():
            return _read_words_before(parent)
    return " ".join(words)
