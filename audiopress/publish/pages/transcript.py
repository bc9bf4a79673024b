"""The timeline as the paragraphs of an article, for a page to show."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from audiopress.publish.sanitize import clean, title_of

if TYPE_CHECKING:
    from audiopress.model import Cue, Episode, Role, Timeline

__all__ = ["Paragraph", "Part", "transcript"]

_TAGS: Final = {"heading": "h2", "quote": "blockquote", "list_item": "li"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one voice says of a paragraph; ``cue`` counts the paragraphs of the alignment."""

    cue: int
    text: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph as HTML shows it."""

    tag: str
    role: Role
    parts: tuple[Part, ...]


def transcript(episode: Episode, timeline: Timeline) -> list[list[Paragraph]]:
    """Return the paragraphs in groups: the items of one list together, any other alone.

    A spoken headline that is the episode's title is left out: the page has it as its heading.
    """
    title = title_of(episode)
    groups: list[list[Paragraph]] = []
    for _, cues in groupby(enumerate(timeline.cues), key=lambda pair: pair[1].utterance.paragraph):
        found = _paragraph(list(cues))
        if found.role == "headline" and " ".join(part.text for part in found.parts) == title:
            continue
        if found.tag == "li" and groups and groups[-1][0].tag == "li":
            groups[-1].append(found)
        else:
            groups.append([found])
    return groups


def _paragraph(cues: list[tuple[int, Cue]]) -> Paragraph:
    role = cues[0][1].utterance.role
    parts = tuple(
        Part(cue=number, text=clean(cue.utterance.source), language=cue.utterance.language)
        for number, cue in cues
    )
    return Paragraph(tag=_TAGS.get(role, "p"), role=role, parts=parts)
