"""What must be spoken, and why, in words. Pure: what is cached and what was before is given."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from audiopress import plugins, voices
from audiopress.keys import seed_of, segment_key
from audiopress.model import Line

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from audiopress.model import Cast, Utterance

__all__ = ["Passage", "Past", "passages", "reasons"]

CACHED = "cached"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """An utterance with the line an engine would get and the key of its segment."""

    utterance: Utterance
    line: Line
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """An utterance of the last build, as far as it explains what is different now."""

    source: str
    spoken: str
    voice: str
    key: str


def passages(utterances: Sequence[Utterance], cast: Cast) -> tuple[Passage, ...]:
    """Give every utterance its line and key; raises `VoiceError` for a voice that is unknown."""
    rates = dict(cast.rates)
    return tuple(_passage(utterance, rates) for utterance in utterances)


def _passage(utterance: Utterance, rates: dict[str, float]) -> Passage:

    voice = voices.find(utterance.voice)
    engine = plugins.engine(voice.engine)
    options = dict(voice.options)
    if voice.name in rates:
        options["rate"] = f"{rates[voice.name]:g}"
    line = Line(
        spoken=utterance.spoken,
        language=utterance.language,
        voice=voice,
        options=tuple(sorted(options.items())),
    )
    key = segment_key(
        line,
        voice_digest=voices.digest(voice),
        engine_version=engine.version,
        kernel=engine.kernel,
    )
    return Passage(utterance=utterance, line=replace(line, seed=seed_of(key)), key=key)


def reasons(
    now: Sequence[Passage], past: Sequence[Past], cached: Container[str]
) -> tuple[str, ...]:
    """Say for every passage ``cached``, or why it would be spoken.

    The reasons are ``new``, ``text changed``, ``spoken form changed``, ``voice changed``,
    ``pace, engine or voice files changed`` and ``cached speech is gone``.
    """
    edited = _edited(now, past)
    return tuple(
        CACHED if item.key in cached else _reason(item, past, edited=index in edited)
        for index, item in enumerate(now)
    )


def _reason(item: Passage, past: Sequence[Past], *, edited: bool) -> str:
    if any(old.key == item.key for old in past):
        return "cached speech is gone"
    said = item.utterance
    same = [old for old in past if old.source == said.source]
    if not same:
        return "text changed" if edited else "new"
    if all(old.voice != said.voice for old in same):
        return "voice changed"
    if all(old.spoken != said.spoken for old in same):
        return "spoken form changed"
    return "pace, engine or voice files changed"


def _edited(now: Sequence[Passage], past: Sequence[Past]) -> set[int]:
    """Positions that stand where another text stood before."""
    matcher = difflib.SequenceMatcher(
        a=[old.source for old in past],
        b=[item.utterance.source for item in now],
        autojunk=False,
    )
    return {
        start + step
        for tag, old_start, old_end, start, end in matcher.get_opcodes()
        if tag == "replace"
        for step in range(min(end - start, old_end - old_start))
    }
