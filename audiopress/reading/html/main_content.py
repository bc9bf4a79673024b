"""Which runs of a page belong to its article: by the votes, and by where the voted ones stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from audiopress.reading.html.element_hints import HEADINGS, hints_of, letters, line, within

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audiopress.reading.html.text_runs import Run
    from audiopress.reading.metadata.page_metadata import Facts

__all__ = ["belonging"]

_ENDS = re.compile(r"[.!?…][\"”’')\]»]*$")
_LONG = 30
_SENTENCE = 60
_STORY = 500
_NEARLY_ALL = 0.85
_LISTS = frozenset(("ul", "ol", "dl"))
_NO_LEAD = frozenset(
    (
        "<aside>",
        "<nav>",
        "<figure>",
        "aside",
        "caption",
        "newsletter",
        "player",
        "byline",
        "related",
    )
)


def belonging(
    runs: list[Run],
    voted: frozenset[int],
    kept: frozenset[Any],
    facts: Facts,
    others: frozenset[Any],
) -> Iterable[tuple[Run, frozenset[str]]]:
    """Yield the headline, a standfirst, and what stands where the voted paragraphs stand.

    With a hint: ``before-title``, ``alone`` (nobody voted for it) or nothing.
    """
    lead = letters(facts.standfirst)
    head = _headline(runs, (letters(facts.title), letters(facts.heading)), voted)
    voted -= _beside(runs, head, voted)
    chosen = [runs[number] for number in sorted(voted)]
    short = [run for run in chosen if head is None or run is not runs[head]]
    weight = _weights(chosen, _LONG) or _weights(list(filter(_is_short, short)), 0)
    container = _container(weight, runs)
    inside = False
    for number, run in enumerate(runs):
        here = container is not None and within(run.element, frozenset((container,)))
        if number == head:
            yield run, frozenset()
        elif within(run.element, kept):
            yield run, hints_of(run, weight)
        elif here and (number in voted or not _foreign(run, container)):
            inside = inside or number in voted
            if within(run.element, others):
                yield run, hints_of(run, weight) | {"aside", "alone"}
                continue
            yield run, hints_of(run, weight) | _hint(number, head, voted)
        elif head is not None and number > head and not inside:  # noqa: SIM102
            if _same_start(letters(run.text), lead) or _is_lead(
                run, runs[head], voted=number in voted
            ):
                yield run, hints_of(run) | {"standfirst"}


def _headline(runs: list[Run], titles: tuple[str, str], voted: frozenset[int]) -> int | None:
    """Return the number of the run that is the headline: an h1, else a heading above the story."""
    same = [number for number, run in enumerate(runs) if letters(run.text) in titles]
    headings = [number for number in same if runs[number].element.tag in HEADINGS]
    first = [number for number in headings if runs[number].element.tag == "h1"]
    head = next(iter(first or headings or same), None)
    if head is None or runs[head].element.tag == "h1":
        return head
    before = sum(runs[number].shown for number in voted if number < head)
    whole = sum(runs[number].shown for number in voted)
    return head if before * 4 < whole else None


def _beside(runs: list[Run], head: int | None, voted: frozenset[int]) -> frozenset[int]:
    """Return the voted runs in an ``<article>`` beside the one with the headline and a story."""
    own = None if head is None else next(runs[head].element.iterancestors("article"), None)
    mine = frozenset((own,))
    told = sum(runs[number].shown for number in voted if within(runs[number].element, mine))
    if own is None or told < _STORY:
        return frozenset()
    around = frozenset(own.iterancestors())
    return frozenset(
        number
        for number in voted
        if not within(runs[number].element, mine)
        and any(e.tag == "article" and e not in around for e in line(runs[number].element))
    )


def _same_start(key: str, lead: str) -> bool:
    """Whether a line is the page's own description, which may be cut short."""
    size = min(len(key), len(lead))
    return size > _SENTENCE * 0.7 and key[:size] == lead[:size]


def _hint(number: int, head: int | None, voted: frozenset[int]) -> frozenset[str]:
    if head is not None and number < head:
        return frozenset(("before-title",))
    return frozenset(("voted",)) if number in voted else frozenset(("alone",))


def _is_short(run: Run) -> bool:
    """Whether a run may be all of a very short story: closed as a sentence, and no furniture's."""
    hints = hints_of(run)
    closed = _ENDS.search(run.text) and run.linked * 2 < run.shown
    return bool(closed) and not hints & (_NO_LEAD | {"<footer>", "share", "comments", "advert"})


def _weights(runs: list[Run], least: int) -> dict[Any, float]:
    """For each element the share of the voted text that it holds, in runs longer than ``least``."""
    weight: dict[Any, int] = {}
    total = 0
    for run in runs:
        size = max(0, run.shown - run.linked)
        if size <= least or "<nav>" in hints_of(run):
            continue
        total += size
        for element in line(run.element):
            weight[element] = weight.get(element, 0) + size
        if run.element.tag == "body":  # a text without any element around it
            weight[run.element] = weight.get(run.element, 0) + size
    return {element: size / total for element, size in weight.items()}


def _container(weight: dict[Any, float], runs: list[Run]) -> Any:
    """Return the deepest element that holds nearly all of the voted text, at last the body.

    No list: what a list is part of belongs to the story too.
    """
    holding = [e for e, share in weight.items() if share >= _NEARLY_ALL and e.tag not in _LISTS]
    if weight and not holding:
        return next(runs[0].element.iterancestors("body"), runs[0].element)
    return max(holding, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)


def _is_lead(run: Run, head: Run, *, voted: bool) -> bool:
    """Whether a run between headline and text introduces the story."""
    hints = hints_of(run)
    if hints & _NO_LEAD:
        return False
    sentence = run.shown > _LONG and bool(_ENDS.search(run.text))
    if voted and sentence and run.linked * 2 < run.shown:
        return True
    if run.linked * 3 > run.shown or run.shown <= _LONG or run.element.tag == "li":
        return False
    return voted or "standfirst" in hints or (sentence and _same_header(run, head))


def _same_header(run: Run, head: Run) -> bool:
    """Whether a run that is no link stands in the headline's own ``<header>``."""
    header = next(head.element.iterancestors("header"), None)
    return not run.linked and header is not None and within(run.element, frozenset((header,)))


def _foreign(run: Run, container: Any) -> bool:
    """Whether an element between the run and the container says that it is something else."""
    for element in line(run.element):
        if element is container:
            return False
        if element.tag in ("aside", "nav", "footer", "form", "header"):
            return True
    return False
