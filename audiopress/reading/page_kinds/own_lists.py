"""Lists of a site's newest pages that name the page itself: no story tells of itself so.

On a short page such a list is longer than the story, and its teasers look like more of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from audiopress.reading.html.story.teaser_cards import list_own_hosts
from audiopress.reading.html.tree.elements import is_within
from audiopress.reading.page_kinds.listing_pages import (
    find_title_place,
    list_own_places,
    measure_teasers,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.reading.html.runs.text_runs import TextRun

__all__ = ["find_own_lists"]

_OTHERS = 2
"""Other pages that a list names beside this one, at the least: one may be what goes before it."""

_TEASERS = 0.6
"""Share of teasers in the text of such a list."""


def find_own_lists(runs: list[TextRun], uri: str, canonical: str) -> frozenset[Any]:
    """Return the elements of a page that list it among others, with a line or two on each."""
    hosts, own = list_own_hosts(uri, canonical), list_own_places(uri, canonical)
    titles = [(run, place) for run in runs if (place := find_title_place(run, uri, hosts))]
    heads = [run.element for run in runs if _is_in_h1(run.element)]
    boxes = {
        _find_box(run.element, [(one.element, other) for one, other in titles if other not in own])
        for run, place in titles
        if place in own and not _is_in_h1(run.element)
    }
    return frozenset(
        box
        for box in boxes - {None}
        # The headline stands outside of it: a page that is all one box has its story there.
        if heads
        and not any(is_within(head, frozenset((box,))) for head in heads)
        and measure_teasers(_list_inside(runs, box), uri) >= _TEASERS
    )


def _find_box(element: Any, others: list[tuple[Any, str]]) -> Any | None:
    """Return the smallest element around a title that holds those of other pages too."""
    for box in element.iterancestors():
        inside = {place for other, place in others if is_within(other, frozenset((box,)))}
        if len(inside) >= _OTHERS:
            return box
    return None


def _is_in_h1(element: Any) -> bool:
    return element.tag == "h1" or next(element.iterancestors("h1"), None) is not None


def _list_inside(runs: list[TextRun], box: Any) -> Iterator[TextRun]:
    return (run for run in runs if is_within(run.element, frozenset((box,))))
