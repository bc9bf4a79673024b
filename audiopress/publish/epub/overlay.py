"""The media overlay of one article: which part of its sound belongs to which element of its page.

A paragraph's clip has the times of ``alignment.json``. What sounds between two of them, a pause or
music, is a clip of its own with the paragraph before it: reading systems go from clip to clip, and
what is in none is never heard.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from audiopress.publish.pages.template_files import open_templates
from audiopress.publish.timed.alignment import to_seconds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from audiopress.model import Timeline

__all__ = ["OverlayClip", "format_clock", "make_clips", "render_overlay"]

_PLACE: Final = "audiopress.publish.epub"
"""The package in which the templates lie."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlayClip:
    """A part of the sound: ``begin`` and ``end`` are clock values, ``target`` the element's id.

    ``name`` is its own id: the paragraph's number, with ``-pause`` for what sounds behind it.
    """

    name: str
    target: str
    begin: str
    end: str


def format_clock(samples: int, rate: int) -> str:
    """Return a time as SMIL has it (``12.345s``): the number that ``alignment.json`` says."""
    return f"{to_seconds(samples, rate):.6f}".rstrip("0").rstrip(".") + "s"


def make_clips(timeline: Timeline) -> tuple[OverlayClip, ...]:
    """Return the clips in time order, each beginning where the one before it ended.

    The element of a cue is called by its number, ``p7``; all that sounds is in one of them.
    """
    return tuple(_list_clips(timeline))


def _list_clips(timeline: Timeline) -> Iterator[OverlayClip]:
    at, before, target = 0, "lead-in", "p0"
    for number, cue in enumerate(timeline.cues):
        if cue.start > at:
            yield _cut(timeline, before, target, at, cue.start)
        target = f"p{number}"
        yield _cut(timeline, f"c{number}", target, cue.start, cue.end)
        at, before = cue.end, f"c{number}-pause"
    if timeline.samples > at:
        yield _cut(timeline, before, target, at, timeline.samples)


def _cut(timeline: Timeline, name: str, target: str, start: int, end: int) -> OverlayClip:
    return OverlayClip(
        name=name,
        target=target,
        begin=format_clock(start, timeline.rate),
        end=format_clock(end, timeline.rate),
    )


def render_overlay(slug: str, clips: Sequence[OverlayClip]) -> bytes:
    """Return the SMIL file of an article; page and sound lie beside it."""
    template = open_templates(_PLACE).get_template("overlay.smil")
    return (template.render(slug=slug, clips=clips) + "\n").encode()
