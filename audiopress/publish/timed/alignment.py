"""The open record of one version: what is said when, and where it stands in the article.

``docs/alignment.md`` describes the format. Every other timed file, and the player, could be made
from it; it is the one to read for a program that wants to do something of its own.
"""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Final

from audiopress.publish.sanitize import choose_title, clean_text, clean_url, encode_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.model import Cue, Episode, Selector, Timeline, Word

__all__ = ["FORMAT_VERSION", "Span", "name_key", "to_seconds", "write_alignment"]

FORMAT_VERSION: Final = 1
"""Raised when a reader of the last version would misread the file; new fields alone do not."""

Span = tuple[int, int] | None


def to_seconds(samples: int, rate: int) -> float:
    """Return the time of ``samples`` at ``rate`` Hz in seconds, to the microsecond.

    ``round(seconds * rate)`` gives the sample count back at every rate up to 192 kHz.
    """
    return round(samples / rate, 6)


def write_alignment(
    episode: Episode,
    timeline: Timeline,
    *,
    spans: Sequence[Sequence[Span]] | None = None,
    peaks: bytes | None = None,
) -> bytes:
    """Return ``alignment.json`` of one version.

    ``spans[cue][word]`` says which characters of the source a spoken word reads aloud, or
    ``None`` where it reads none; without ``spans`` words are tied to the source only where it is
    spoken as written. ``peaks`` are the waveform's loudest points, one byte each, evenly spaced.
    """
    record: dict[str, object] = {
        "version": FORMAT_VERSION,
        "id": episode.id,
        "guid": episode.guid,
        "key": episode.key,
        "title": choose_title(episode),
        "byline": clean_text(episode.byline),
        "language": episode.language,
        "url": clean_url(episode.url),
        "audio": episode.enclosure.path.removeprefix(episode.folder),
        "mediaType": episode.enclosure.media_type,
        "duration": to_seconds(timeline.samples, timeline.rate),
        "samples": timeline.samples,
        "rate": timeline.rate,
        "aiNarrated": True,
        "narrators": [clean_text(name) for name in episode.narrators],
        "chapters": [
            {"start": to_seconds(chapter.start, timeline.rate), "title": clean_text(chapter.title)}
            | ({"url": clean_url(chapter.url)} if clean_url(chapter.url) else {})
            for chapter in timeline.chapters
        ],
        "paragraphs": [
            _describe_paragraph(cue, timeline.rate, spans[number] if spans else None)
            for number, cue in enumerate(timeline.cues)
        ],
    }
    if peaks is not None:
        record["peaks"] = base64.b64encode(peaks).decode("ascii")
    return encode_json(record)


def name_key(alignment: bytes, key: str) -> bytes:
    """Return an ``alignment.json`` that was written of a version without a key, with it.

    The same bytes as written with it from the start, at a small part of the time.
    """
    # In no text of it: there the quotation marks are escaped.
    return alignment.replace(b'"key":""', f'"key":"{key}"'.encode(), 1)


def _describe_paragraph(cue: Cue, rate: int, spans: Sequence[Span] | None) -> dict[str, object]:
    utterance = cue.utterance
    return {
        "paragraph": utterance.paragraph,
        "role": utterance.role,
        "language": utterance.language,
        "voice": utterance.voice,
        "source": utterance.source,
        "spoken": utterance.spoken,
        "start": to_seconds(cue.start, rate),
        "end": to_seconds(cue.end, rate),
        "estimated": cue.estimated,
        "selector": _describe_selector(utterance.selector),
        "words": [
            _describe_word(word, rate, _find_source_span(cue, word, number, spans))
            for number, word in enumerate(cue.words)
        ],
    }


def _find_source_span(cue: Cue, word: Word, number: int, spans: Sequence[Span] | None) -> Span:
    if spans is not None:
        return spans[number]
    as_written = cue.utterance.source == cue.utterance.spoken
    return (word.at, word.to) if as_written else None


def _describe_word(word: Word, rate: int, span: Span) -> dict[str, object]:
    timed: dict[str, object] = {
        "start": to_seconds(word.start, rate),
        "end": to_seconds(word.end, rate),
        "spoken": [word.at, word.to],
    }
    if span is not None:
        timed["source"] = list(span)
    return timed


def _describe_selector(selector: Selector | None) -> dict[str, str] | None:
    if selector is None:
        return None
    return {
        "type": "TextQuoteSelector",
        "exact": selector.exact,
        "prefix": selector.prefix,
        "suffix": selector.suffix,
    }
