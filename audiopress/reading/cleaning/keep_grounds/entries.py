"""Entries of a list that the story tells under headings, of which a page boxes the later ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.reading.cleaning.block_features import (
    is_sentence,
    is_story_sentence,
    make_comparable,
)
from audiopress.reading.cleaning.cleaning_rule import KeepGround
from audiopress.reading.cleaning.example_blocks import ALONE, LATER, STORY, heading, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.reading.cleaning.cleaning_rule import Example
    from audiopress.reading.cleaning.judged import JudgedBlocks

__all__ = ["ENTRY_AFTER_ENTRIES", "goes_on_with_entries"]

_ENTRIES = 3
"""Entries of the story that have the same line, at least: fewer may share it by chance."""

_ENTRY_BLOCKS = 40
"""Blocks of the longest entry, with its heading: a page is not searched to its top for each."""

_ENTRIES_ABOVE = 60
"""Entries above one that are looked at, at most, for the same ground."""


def goes_on_with_entries(judged: JudgedBlocks, at: int) -> bool:
    """Whether an entry in a box has the form of the story's entries, which end right above it.

    Its heading has their rank, a sentence stands right below it, and it has a line that they have
    too, such as a label or a button. Cards of other stories stand below a heading of their own.
    """
    head = _find_heading(judged, at)
    if head is None or head + 1 == len(judged) or not is_sentence(judged[head + 1].block):
        return False
    if at != head and not (judged[head].is_spoken and is_sentence(judged[at].block)):
        return False
    lines = _list_lines(judged, head)
    entries = _list_entries_above(judged, head) if lines else ()
    shared = [lines & _list_lines(judged, entry) for entry in entries]
    return any(sum(line in found for found in shared) >= _ENTRIES for line in lines)


def _find_heading(judged: JudgedBlocks, at: int) -> int | None:
    """Return the number of a block that is a heading, or of the nearest heading above it."""
    near = range(at, max(at - _ENTRY_BLOCKS, -1), -1)
    return next((n for n in near if judged[n].block.kind == "heading"), None)


def _list_entries_above(judged: JudgedBlocks, head: int) -> Iterator[int]:
    """Yield the headings of the story's entries above one of their rank, upwards."""
    at = head
    for _ in range(_ENTRIES_ABOVE):
        above = _find_heading(judged, at - 1)
        if above is None or not _is_entry(judged, above, judged[head].block.level):
            break
        at = above
        # One that was boxed and kept stands among them, and vouches for none.
        if is_story_sentence(judged[at + 1].block):
            yield at


def _is_entry(judged: JudgedBlocks, at: int, level: int) -> bool:
    one = judged[at]
    return one.is_spoken and one.block.level == level and is_sentence(judged[at + 1].block)


def _list_lines(judged: JudgedBlocks, head: int) -> set[str]:
    """Return the lines below a heading that are no sentences, up to the next heading."""
    blocks = (judged[n].block for n in range(head + 1, judged.find_section_end(head)))
    return {make_comparable(block.text) for block in blocks if not is_sentence(block)}


_BOXED = ("alone", "aside")
"""Hints of what lies in a box beside the story, and was not chosen."""

_BUTTON = paragraph("Show the picture", "outside-the-story", hints=ALONE)
"""A line that each of the story's entries has."""

_ENTRIES_OF_STORY: Example = tuple(
    block
    for name, told in zip(("Eastern Quay", "Western Quay", "Northern Quay"), LATER, strict=False)
    for block in (heading(name), told, _BUTTON)
)
"""Three entries with the same button."""

_TOLD = "From here one sees the ferries come in, and the hills behind the town."
"""What an entry in the box says."""

_BOXED_BUTTON = paragraph("Show the picture", "aside", hints=_BOXED)
"""The same button in the box."""

ENTRY_AFTER_ENTRIES = KeepGround(
    name="entry-after-entries",
    reasons=("aside",),
    holds=goes_on_with_entries,
    why="A list of things goes on in a box whose entries have the form of those above it.",
    spoken=(
        *STORY,
        *_ENTRIES_OF_STORY,
        heading("Southern Quay", links=1.0, hints=_BOXED),
        paragraph(_TOLD, hints=_BOXED),
        _BOXED_BUTTON,
    ),
    left_out=(
        *STORY,
        *_ENTRIES_OF_STORY,
        heading("The town in pictures", "aside", hints=_BOXED),
        heading("Southern Quay", "aside", links=1.0, hints=_BOXED),
        paragraph(_TOLD, "aside", hints=_BOXED),
        _BOXED_BUTTON,
    ),
)
