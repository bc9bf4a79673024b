"""Facts of a story, a name and a value each: "Distance: 4 km" of a list of terms or a table.

``<dt>Price</dt><dd>12 €</dd>`` is two lines for a walk through the page, and was read as two. A
table is one of facts where each row is headed (``<th>``) and has one short value, and no other such
table is on the page; others are figures, which nobody follows by ear.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeAlias

from audiopress.text.sentence_ends import ENDING_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from audiopress.reading.html.runs.text_runs import TextRun
    from audiopress.reading.reasons import Reason

__all__ = ["join_facts"]

_Chosen: TypeAlias = "tuple[TextRun, frozenset[str] | Reason] | None"
"""A run with its hints or why it is not the story's; ``None`` where another has taken it in."""

_NAME_WORDS, _VALUE_WORDS = 5, 12
"""Words of the longest name, and of the longest value: more are a sentence."""

_FEWEST, _MOST = 2, 12
"""Facts of a list or a table that is read; more are a register."""

_CLOSED = re.compile(rf"[{ENDING_MARKS}]\W*$")
"""The end of a sentence or a question."""

_LETTERS = re.compile(r"[^\W\d_]{2}")
"""What the name of a fact has."""


def join_facts(chosen: Sequence[_Chosen]) -> list[_Chosen]:
    """Return the runs with name and value of each fact in one; ``None`` where one went in."""
    out = list(chosen)
    found = _find_facts(chosen)
    # several tables are those of a comparison
    alone = sum(box.tag == "table" for box in found) == 1
    for box, facts in found.items():
        known = box.tag == "dl" or (alone and _is_in_story(chosen, facts))
        short = _FEWEST <= len(facts) <= _MOST
        if known and short and all(_is_fact(chosen, *fact) for fact in facts):
            for name, value in facts:
                _join(out, name, value)
    return out


def _is_in_story(chosen: Sequence[_Chosen], facts: Sequence[tuple[int, int]]) -> bool:
    """Whether the extractor chose what stands before and behind a table."""
    around = (facts[0][0] - 1, facts[-1][1] + 1)
    beside = (chosen[at] for at in around if 0 <= at < len(chosen))
    return all(one is not None and "voted" in one[1] for one in beside)


def _find_facts(chosen: Sequence[_Chosen]) -> dict[Any, list[tuple[int, int]]]:
    """Return the places of names and values of the story, by the list or the table they are of.

    A box with a text that is neither has none.
    """
    boxes: dict[Any, list[tuple[int, int]]] = {}
    broken: set[Any] = set()
    waiting: dict[Any, int] = {}
    for at, run, box, is_name in _list_parts(chosen):
        before = waiting.pop(box, None)
        if is_name and before is None:
            waiting[box] = at
        elif not is_name and before == at - 1 and _is_beside(chosen[before], run):
            boxes.setdefault(box, []).append((before, at))
        else:
            broken.add(box)
    return {box: facts for box, facts in boxes.items() if box not in broken | set(waiting)}


def _list_parts(chosen: Sequence[_Chosen]) -> Iterator[tuple[int, TextRun, Any, bool]]:
    """Yield the runs of terms and cells: place, run, list or table, and whether it is a name."""
    for at, one in enumerate(chosen):
        if one is None or not isinstance(one[1], frozenset):
            continue
        tag = one[0].element.tag
        if tag in ("dt", "dd", "th", "td"):
            box = next(one[0].element.iterancestors("dl" if tag[0] == "d" else "table"), None)
            if box is not None:
                yield at, one[0], box, tag in ("dt", "th")


def _is_beside(before: _Chosen, value: TextRun) -> bool:
    """Whether a value stands in the row of its name, or right behind it in a list."""
    if before is None:
        return False
    name = before[0].element
    return name.tag == "dt" or name.getparent() is value.element.getparent()


def _is_fact(chosen: Sequence[_Chosen], name: int, value: int) -> bool:
    first, second = chosen[name], chosen[value]
    if first is None or second is None:
        return False
    named, said = first[0], second[0]
    short = len(named.text.split()) <= _NAME_WORDS and len(said.text.split()) <= _VALUE_WORDS
    linked = named.linked + said.linked
    words = _LETTERS.search(named.text) and not _CLOSED.search(named.text)
    chose = "voted" in {*first[1], *second[1]} or named.element.tag == "th"
    return bool(short and words and not linked and chose)


def _join(out: list[_Chosen], name: int, value: int) -> None:
    """Put a fact into the place of its name."""
    first, second = out[name], out[value]
    if first is None or second is None:
        return
    named, said = first[0], second[0]
    whole = replace(
        named,
        element=said.element.getparent() if named.element.tag == "th" else named.element,
        end=said.end,
        shown=named.shown + said.shown,
        bold=0,
        text=f"{named.text.rstrip(':,; ')}: {said.text}",
        whole=f"{named.whole} {said.whole}",
        left_out=named.left_out + said.left_out,
    )
    hints = frozenset(first[1]) | frozenset(second[1])
    out[name], out[value] = (whole, hints - {"alone"} | {"voted"}), None
