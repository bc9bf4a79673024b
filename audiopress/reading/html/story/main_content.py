"""Which runs of a page belong to its article: by the votes, and by where the voted ones stand.

The container is the deepest element that holds nearly all of the voted text. What lies in it
belongs, voted or not, with a hint that says which: cleaning decides about the rest. The headline
and a standfirst often stand above the container and are looked for by themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from audiopress.reading.html.story.element_hints import find_hints
from audiopress.reading.html.story.heading_boxes import find_past_boxes
from audiopress.reading.html.story.sibling_articles import settle_articles
from audiopress.reading.html.story.story_container import (
    BESIDE_STORY,
    LONG,
    MOSTLY_LINKED,
    choose_container,
    weigh_story,
)
from audiopress.reading.html.tree.elements import HEADINGS, climb, is_within
from audiopress.text.comparison import make_comparable
from audiopress.text.sentence_ends import SENTENCE_END

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audiopress.reading.html.runs.text_runs import TextRun
    from audiopress.reading.metadata.page_metadata import PageMetadata
    from audiopress.reading.reasons import Reason

__all__ = ["select_main_content"]

_SAME_START = 42
"""Letters that a line shares with the page's description before it is taken for it."""

_BEFORE_HEADLINE = 0.25
"""Share of the voted text that may stand above a heading that is no h1 and yet the headline."""

_PARTLY_LINKED = 1 / 3
"""Share of a run's characters in links above which it is no standfirst that was not voted for."""


_PASSED: dict[str, Reason] = {
    "aside": "aside",
    "button": "control",
    "figcaption": "caption",
    "footer": "navigation",
    "form": "control",
    "header": "navigation",
    "nav": "navigation",
}
"""Why a run in such an element is no part of the story, when it lies outside of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Selection:
    """What of a page was found: numbers of runs, elements, and each element's share of the text."""

    runs: list[TextRun]
    head: int | None
    voted: frozenset[int]
    kept: frozenset[Any]
    cards: frozenset[Any]
    weight: dict[Any, float]
    container: Any
    lead: str
    past_boxes: frozenset[int]


def select_main_content(
    runs: list[TextRun],
    voted: frozenset[int],
    kept: frozenset[Any],
    metadata: PageMetadata,
    cards: frozenset[Any],
) -> Iterable[tuple[TextRun, frozenset[str] | Reason]]:
    """Yield every run with its hints, or with the reason why it is passed over.

    Taken are the headline, a standfirst, and what stands where the voted paragraphs stand.

    ``voted`` are numbers of runs, ``kept`` elements that a show wants read, ``cards`` elements that
    belong to other stories. The hints of a run are those of its elements, and ``before-title``,
    ``voted``, ``alone`` (nobody voted for it), ``standfirst`` or ``past-box`` (it stands behind the
    element of the heading above it).
    """
    titles = (make_comparable(metadata.title), make_comparable(metadata.heading))
    # the headline first: it tells which of several articles is the story's own
    head = _find_headline(runs, titles, voted)
    # before the weights: a teaser's votes would push the container up to what holds both
    voted = settle_articles(runs, head, voted)
    weight = weigh_story(runs, head, voted)
    found = _Selection(
        runs=runs,
        head=head,
        voted=voted,
        kept=kept,
        cards=cards,
        weight=weight,
        container=choose_container(weight, runs),
        lead=make_comparable(metadata.standfirst),
        past_boxes=find_past_boxes(runs),
    )
    yield from _walk_runs(found)


def _walk_runs(found: _Selection) -> Iterable[tuple[TextRun, frozenset[str] | Reason]]:
    inside = False
    for number, run in enumerate(found.runs):
        if number == found.head:  # whatever it lies in, it is read
            yield run, frozenset()
        elif is_within(run.element, found.kept):
            yield run, find_hints(run, found.weight)
        elif _is_inside(run, number, found):
            inside = inside or number in found.voted
            yield run, find_hints(run, found.weight) | _say_place(run, number, found)
        # above the story only: what stands below its first paragraph leads in to nothing
        elif not inside and _leads_in(run, number, found):
            yield run, find_hints(run) | {"standfirst"}
        else:
            yield run, _say_why_passed(run, number, found)


def _say_why_passed(run: TextRun, number: int, found: _Selection) -> Reason:
    """Return why a run is no part of the story: by the nearest element that says so."""
    if "footnotes" in find_hints(run):
        return "footnote"
    named = (_PASSED[element.tag] for element in climb(run.element) if element.tag in _PASSED)
    above = found.head is not None and number < found.head
    return next(named, "before-headline" if above else "outside-the-story")


def _find_headline(
    runs: list[TextRun], titles: tuple[str, str], voted: frozenset[int]
) -> int | None:
    """Return the number of the run that is the headline: an h1, else a heading above the story."""
    same = [number for number, run in enumerate(runs) if make_comparable(run.text) in titles]
    headings = [number for number in same if runs[number].element.tag in HEADINGS]
    first = [number for number in headings if runs[number].element.tag == "h1"]
    head = next(iter(first or headings or same), None)
    if head is None or runs[head].element.tag == "h1":
        return head
    # a heading with the title's words deep in the story is the title of a section, or of a card
    before = sum(runs[number].shown for number in voted if number < head)
    whole = sum(runs[number].shown for number in voted)
    return head if before < _BEFORE_HEADLINE * whole else None


def _is_inside(run: TextRun, number: int, found: _Selection) -> bool:
    """Whether a run lies in the container, and in nothing foreign there unless it was voted."""
    if found.container is None or not is_within(run.element, frozenset((found.container,))):
        return False
    return number in found.voted or not _is_foreign(run, found.container)


def _is_foreign(run: TextRun, container: Any) -> bool:
    """Whether an element between the run and the container says that it is something else."""
    for element in climb(run.element):
        if element is container:
            return False
        if element.tag in ("aside", "nav", "footer", "form", "header"):
            return True
    return False


def _say_place(run: TextRun, number: int, found: _Selection) -> frozenset[str]:
    """Return the hints that tell where in the container a run stands."""
    # a card may have been voted for: it is prose, but another story's
    if is_within(run.element, found.cards):
        return frozenset(("aside", "alone"))
    if found.head is not None and number < found.head:
        return frozenset(("before-title",))
    past = ("past-box",) if number in found.past_boxes else ()
    return frozenset(("voted" if number in found.voted else "alone", *past))


def _leads_in(run: TextRun, number: int, found: _Selection) -> bool:
    """Whether a run below the headline, outside of the container, is the story's standfirst."""
    if found.head is None or number < found.head:
        return False
    if _has_same_start(make_comparable(run.text), found.lead):
        return True
    return _is_standfirst(run, found.runs[found.head], voted=number in found.voted)


def _has_same_start(key: str, lead: str) -> bool:
    """Whether a line is the page's own description, which may be cut short."""
    size = min(len(key), len(lead))
    return size > _SAME_START and key[:size] == lead[:size]


def _is_standfirst(run: TextRun, head: TextRun, *, voted: bool) -> bool:
    """Whether a run between headline and text introduces the story."""
    hints = find_hints(run)
    if hints & BESIDE_STORY:
        return False
    sentence = run.shown > LONG and bool(SENTENCE_END.search(run.text))
    if voted and sentence and run.linked < MOSTLY_LINKED * run.shown:
        return True
    if run.linked > _PARTLY_LINKED * run.shown or run.shown <= LONG or run.element.tag == "li":
        return False
    return voted or "standfirst" in hints or (sentence and _shares_header(run, head))


def _shares_header(run: TextRun, head: TextRun) -> bool:
    """Whether a run that is no link stands in the headline's own ``<header>``."""
    header = next(head.element.iterancestors("header"), None)
    return not run.linked and header is not None and is_within(run.element, frozenset((header,)))
