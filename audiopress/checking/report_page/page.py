"""The page itself: what a receipt says, put into the words and rows of the template."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from audiopress.checking.check_groups import group_checks
from audiopress.checking.receipt import find_moment
from audiopress.checking.report_page import charts
from audiopress.checking.report_page.heard_words import compare_texts
from audiopress.publish.pages.phrases import find_direction
from audiopress.publish.pages.render import read_colours
from audiopress.publish.pages.template_files import open_templates, read_template
from audiopress.publish.sanitize import clean_text, clean_url, shorten
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.checking.article import CheckedArticle
    from audiopress.checking.receipt import Check, Receipt

__all__ = ["render_report"]

_PLACE: Final = "audiopress.checking.report_page"
"""The package in which the template and its style lie."""

_BEGINNING: Final = 90
"""Characters of a paragraph that are shown: a line of a page, two of a phone."""

_MOST_OPEN: Final = 12
"""Articles with faults that are shown opened: about as many screens of a desk."""

_MARKS: Final = {False: "wrong", None: "not checked", True: "ok"}
"""The word that stands before each look, beside its colour."""

_KINDS: Final = {False: "wrong", None: "unseen", True: "right"}
"""Classes of the style for them."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A look as the page has it."""

    mark: str
    kind: str
    name: str
    told: str
    where: str


def render_report(receipt: Receipt, place: str) -> bytes:
    """Return the HTML of a receipt on what a person called ``place``.

    The same receipt gives the same bytes: nothing tells when it was written.
    """
    checks = receipt.list_checks()
    wrong = sum(each.ok is False for each in checks)
    articles = _list_articles(receipt)
    seconds = sum(each.curves.seconds for each in receipt.articles if each.curves)
    text = (
        open_templates(_PLACE)
        .get_template("report.html")
        .render(
            style=read_colours() + read_template(_PLACE, "report.css"),
            place=clean_text(place),
            ok=receipt.ok,
            wrong=count_things(wrong, "fault"),
            unseen=sum(each.ok is None for each in checks),
            kinds=len({each.name for each in checks}),
            length=charts.format_time(seconds) if seconds else "",
            articles=articles,
            rows=_part_rows(receipt.list_own_checks()),
            minus=charts.MINUS,
            levels=[(level, charts.draw_level(level)) for level in charts.LEVELS],
            width=charts.WIDTH,
            height=charts.HEIGHT,
        )
    )
    return text.encode()


def _list_rows(checks: Sequence[Check]) -> list[_Row]:
    return [
        _Row(
            mark=_MARKS[group.first.ok],
            kind=_KINDS[group.first.ok],
            name=group.first.name,
            told=clean_text(group.told),
            where=clean_text("; ".join(group.places)),
        )
        for group in group_checks(checks)
    ]


def _part_rows(checks: Sequence[Check]) -> dict[str, list[_Row]]:
    """Return what was found, and what is right."""
    return {
        "found": _list_rows([each for each in checks if each.ok is not True]),
        "right": _list_rows([each for each in checks if each.ok]),
    }


def _list_articles(receipt: Receipt) -> list[dict[str, Any]]:
    """Return the articles in the order of the feed, those with faults before the others."""
    found = [_describe_article(*each) for each in enumerate(receipt.articles, 1)]
    kinds = list(_KINDS.values())
    found.sort(key=lambda each: kinds.index(each["kind"]))
    # Where so many are wrong it is one thing with all of them, and each would be in the way.
    few = sum(each["kind"] != "right" for each in found) <= _MOST_OPEN
    alone = len(found) == 1
    return [each | {"open": alone or (few and each["kind"] != "right")} for each in found]


def _describe_article(number: int, article: CheckedArticle) -> dict[str, Any]:
    """Return what the template shows of an article, which is the feed's ``number``th."""
    checks = article.receipt.list_own_checks()
    wrong = [each for each in checks if each.ok is False]
    worst = False if wrong else None if any(each.ok is None for each in checks) else True
    return {
        "id": f"a{number}",
        "title": clean_text(article.title) or "without a title",
        "link": clean_url(article.link),
        "date": clean_text(article.date),
        "language": article.language or "en",
        "direction": find_direction(article.language or "en"),
        "mark": count_things(len(wrong), "fault") if wrong else _MARKS[worst],
        "kind": _KINDS[worst],
        "path": clean_text(article.path),
        "size": f"{article.size:,} bytes",
        "digest": article.digest,
        "rows": _part_rows(checks),
        "sound": _describe_sound(article, wrong),
        "parts": _list_parts(article),
        "heard": _list_heard(article),
    }


def _describe_sound(article: CheckedArticle, wrong: Sequence[Check]) -> dict[str, object] | None:
    """Return the drawings of an article's sound, and in words what they show."""
    curves = article.curves
    if curves is None or not curves.heights or not curves.loudness:
        return None
    length = curves.seconds
    moments = sorted({at for each in wrong if (at := find_moment(each.where)) is not None})
    loudest = curves.heights.index(max(curves.heights)) * length / len(curves.heights)
    return {
        "length": charts.format_time(length),
        "wave": charts.draw_wave(curves.heights),
        "loudness": charts.draw_loudness(curves.loudness),
        "bands": charts.draw_bands(article.parts, length),
        "numbers": charts.list_numbers(article.parts, length),
        "ticks": charts.list_ticks(length),
        "faults": [charts.Mark(left=charts.place(at, length), text="") for at in moments],
        "loudest": charts.format_time(loudest),
        "low": charts.format_level(min(curves.loudness)),
        "high": charts.format_level(max(curves.loudness)),
        "window": f"{curves.window:g}",
        "whole": "silence" if curves.whole is None else f"{charts.format_level(curves.whole)} LUFS",
        "peak": f"{charts.format_level(curves.peak)} dBTP",
    }


def _list_parts(article: CheckedArticle) -> list[dict[str, object]]:
    levels = article.curves.parts if article.curves else (None,) * len(article.parts)
    return [
        {
            "number": number,
            "start": charts.format_time(part.start),
            "role": "" if part.role == "body" else part.role,
            "text": shorten(clean_text(part.beginning), _BEGINNING),
            "level": "" if level is None else charts.format_level(level),
        }
        for number, (part, level) in enumerate(zip(article.parts, levels, strict=True), 1)
    ]


def _list_heard(article: CheckedArticle) -> dict[str, list[dict[str, object]]]:
    """Return the paragraphs in which other words were heard: wrong ones, and misheard ones."""
    found: dict[str, list[dict[str, object]]] = {"wrong": [], "misheard": []}
    for number, (part, heard) in enumerate(zip(article.parts, article.heard, strict=False), 1):
        if heard.runs:
            texts = compare_texts(heard)
            found["wrong" if heard.fault else "misheard"].append(
                {
                    "number": number,
                    "start": charts.format_time(part.start),
                    "lines": (("Meant", "del", texts.meant), ("Heard", "ins", texts.heard)),
                }
            )
    return found
