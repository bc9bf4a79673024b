"""Articles beside the one with the headline: other stories, or the next parts of the same one.

A page cuts a story into several ``<article>``, and puts the cards of other stories, and those that
follow it when one scrolls on, into some as well. Another story has a headline of its own, an
author, a date, or leads to its own page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from audiopress.reading.html.story.element_hints import find_hints
from audiopress.reading.html.story.story_container import NO_STORY
from audiopress.reading.html.tree.elements import HEADINGS, climb, is_within
from audiopress.text.lazy_regex import compile_late
from audiopress.text.sentence_ends import SENTENCE_END

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.reading.html.runs.text_runs import TextRun

__all__ = ["settle_articles"]

_STORY = 500
"""Voted characters in the headline's own ``<article>`` that make it the story: two paragraphs."""

_PART = 200
"""Characters of sentences in the shortest part of a story; less is the teaser of another one."""

_LINKED = 0.2
"""Share of a part's characters in links, at most."""

_OF_ANOTHER = (
    ".//h1|.//time|.//form|.//iframe|.//*[@rel='author' or @rel='bookmark' or @itemprop='author']"
    "|.//*[contains(@class,'byline') or contains(@class,'author') or contains(@class,'timestamp')]"
    "|.//a[.//h2 or .//h3 or .//h4 or .//h5 or .//h6 or .//img or .//picture]"
    "|.//*[self::h2 or self::h3 or self::h4 or self::h5 or self::h6]"
    "[.//a[@href and not(starts-with(@href,'#'))]]"
)
"""What another story has: its own headline, author or date, or a link by its title or picture."""

_OF_A_PART = compile_late(
    r"^\W*(?:(?:part|chapter|section|act|day|week|episode|page|teil|kapitel|tag|partie|chapitre"
    r"|parte|cap[ií]tulo|deel|hoofdstuk)\b|(?:\d{1,2}|[ivx]{1,5})\b[.):\s])",
    re.IGNORECASE,
)
"""How the heading of a part begins: "Part 2", "Chapter two", "IV. The ferry"."""

_NAMED = ("data-url", "data-href", "data-permalink", "data-article-url", "itemid", "about")
"""Attributes that say at which address an article lies by itself."""


def settle_articles(runs: list[TextRun], head: int | None, voted: frozenset[int]) -> frozenset[int]:
    """Return the votes without those for other stories, and with those for the next parts."""
    own = None if head is None else next(runs[head].element.iterancestors("article"), None)
    mine = frozenset((own,))
    size = sum(runs[number].shown for number in voted if is_within(runs[number].element, mine))
    if own is None or size < _STORY:
        return voted
    parts = frozenset(_find_parts(runs, own))
    around = frozenset(own.iterancestors())
    others = frozenset(
        number
        for number in voted
        if not is_within(runs[number].element, mine | parts)
        and any(e.tag == "article" and e not in around for e in climb(runs[number].element))
    )
    return (voted - others) | _find_prose(runs, parts)


def _find_parts(runs: list[TextRun], own: Any) -> Iterator[Any]:
    """Yield the articles behind one, beside it, that go on with its story."""
    beside = {one for one in own.itersiblings("article") if not _is_another(one)}
    inside: dict[Any, list[TextRun]] = {}
    for run in runs if beside else ():
        article = next((one for one in climb(run.element) if one in beside), None)
        inside.setdefault(article, []).append(run)
    yield from (one for one in beside if _is_told(inside.get(one, [])))


def _is_another(article: Any) -> bool:
    named = any(article.get(name) for name in _NAMED)
    return named or _has_headline(article) or bool(article.xpath(_OF_ANOTHER))


def _has_headline(article: Any) -> bool:
    """Whether an article begins with a heading that names no part, and is no place of this page."""
    first = next(article.iter(*HEADINGS, "p"), None)
    if first is None or first.tag not in HEADINGS or first.xpath(".//a[starts-with(@href,'#')]"):
        return False
    return not _OF_A_PART.match(" ".join(first.xpath("string()").split()))


def _is_told(runs: list[TextRun]) -> bool:
    """Whether what an article holds is sentences, and called nothing else."""
    told = sum(run.shown for run in runs if SENTENCE_END.search(run.text))
    linked = sum(run.linked for run in runs)
    if told < _PART or linked > _LINKED * sum(run.shown for run in runs):
        return False
    return not find_hints(runs[0]) & NO_STORY


def _find_prose(runs: list[TextRun], parts: frozenset[Any]) -> frozenset[int]:
    """Return the headings and sentences of the parts of a story."""
    return frozenset(
        number
        for number, run in enumerate(runs)
        if is_within(run.element, parts)
        and (run.element.tag in HEADINGS or SENTENCE_END.search(run.text))
        and not find_hints(run) & NO_STORY
    )
