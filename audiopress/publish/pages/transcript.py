"""The timeline as the paragraphs of an article, for a page to show."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from audiopress.publish.sanitize import choose_title, clean_text

if TYPE_CHECKING:
    from audiopress.model import Cue, Episode, Role, Timeline

__all__ = ["SpokenParagraph", "TranscriptParagraph", "group_paragraphs"]

_TAGS: Final = {"heading": "h2", "quote": "blockquote", "list_item": "li"}
"""Elements of HTML by role; all others are ``p``. ``h1`` is the page's own heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenParagraph:
    """What one voice says of a paragraph; ``cue`` counts the paragraphs of the alignment."""

    cue: int
    text: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscriptParagraph:
    """One paragraph as HTML shows it."""

    tag: str
    role: Role
    parts: tuple[SpokenParagraph, ...]


def group_paragraphs(episode: Episode, timeline: Timeline) -> list[list[TranscriptParagraph]]:
    """Return the paragraphs in groups: the items of one list together, any other alone.

    A spoken headline that is the episode's title is left out: the page has it as its heading.
    """
    title = choose_title(episode)
    groups: list[list[TranscriptParagraph]] = []
    for _, cues in groupby(enumerate(timeline.cues), key=lambda pair: pair[1].utterance.paragraph):
        paragraph = _make_paragraph(list(cues))
        if (
            paragraph.role == "headline"
            and " ".join(part.text for part in paragraph.parts) == title
        ):
            continue
        if paragraph.tag == "li" and groups and groups[-1][0].tag == "li":
            groups[-1].append(paragraph)
        else:
            groups.append([paragraph])
    return groups


def _make_paragraph(cues: list[tuple[int, Cue]]) -> TranscriptParagraph:
    role = cues[0][1].utterance.role
    parts = tuple(
        SpokenParagraph(
            cue=number, text=clean_text(cue.utterance.source), language=cue.utterance.language
        )
        for number, cue in cues
    )
    return TranscriptParagraph(tag=_TAGS.get(role, "p"), role=role, parts=parts)
