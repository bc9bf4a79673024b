"""The element of a page that holds its story: the deepest one with nearly all of the voted text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from audiopress.reading.html.story.element_hints import find_hints
from audiopress.reading.html.tree.elements import PARAGRAPHS, climb
from audiopress.text.sentence_ends import SENTENCE_END

if TYPE_CHECKING:
    from audiopress.reading.html.runs.text_runs import TextRun

__all__ = [
    "BESIDE_STORY",
    "LONG",
    "MOSTLY_LINKED",
    "NO_STORY",
    "choose_container",
    "weigh_story",
]

LONG = 30
"""Characters above which a run can be a sentence and has a weight; below are labels and names."""

MOSTLY_LINKED = 0.5
"""Share of a run's characters in links from which it is no sentence of the story's own."""

BESIDE_STORY = frozenset(
    (
        "<aside>",
        "<figure>",
        "<nav>",
        "aside",
        "byline",
        "caption",
        "newsletter",
        "player",
        "related",
    )
)
"""Hints of what often stands between headline and story and is neither story nor standfirst."""

NO_STORY = BESIDE_STORY | {"<footer>", "advert", "comments", "share"}
"""Hints of what is not all of a very short story."""

_NEARLY_ALL = 0.85
"""Share of the voted text in the container; the rest is a stray vote for a box beside it."""

_PARTS = PARAGRAPHS | {"ul", "ol", "dl"}
"""Never the container: what a paragraph or a list is part of belongs to the story too."""


def weigh_story(runs: list[TextRun], head: int | None, voted: frozenset[int]) -> dict[Any, float]:
    """Return the share of the voted text that each element holds, between 0 and 1.

    ``head`` is the number of the headline, ``voted`` those of the voted runs. Empty where no run
    can be a sentence of a story.
    """
    chosen = [runs[number] for number in sorted(voted)]
    # a story of one short sentence has no long run; its headline would outweigh it
    short = [run for run in chosen if head is None or run is not runs[head]]
    return _weigh_elements(chosen, LONG) or _weigh_elements(
        [run for run in short if _is_short_story(run)], 0
    )


def _weigh_elements(runs: list[TextRun], least: int) -> dict[Any, float]:
    """For each element the share of the voted text that it holds, in runs longer than ``least``."""
    weight: dict[Any, int] = {}
    total = 0
    for run in runs:
        # a menu may be voted for, as a whole or by its longest entries
        size = max(0, run.shown - run.linked)
        if size <= least or "<nav>" in find_hints(run):
            continue
        total += size
        for element in climb(run.element):
            # without the body, which holds everything and
            # would be no choice; it is what is left at last
            weight[element] = weight.get(element, 0) + size
        if run.element.tag == "body":  # a text without any element around it
            weight[run.element] = weight.get(run.element, 0) + size
    return {element: size / total for element, size in weight.items()}


def choose_container(weight: dict[Any, float], runs: list[TextRun]) -> Any:
    """Return the deepest element that holds nearly all of the voted text, at last the body.

    ``None`` where nothing has a weight.
    """
    holding = [e for e, share in weight.items() if share >= _NEARLY_ALL and e.tag not in _PARTS]
    if weight and not holding:
        # the votes lie in boxes that have nothing but the body, or a list, in common
        return next(runs[0].element.iterancestors("body"), runs[0].element)
    # the deepest: all around it hold as much, and the page's menus besides
    return max(holding, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)


def _is_short_story(run: TextRun) -> bool:
    """Whether a run may be all of a very short story: closed as a sentence, and not boilerplate."""
    closed = SENTENCE_END.search(run.text) and run.linked < MOSTLY_LINKED * run.shown
    return bool(closed) and not find_hints(run) & NO_STORY
