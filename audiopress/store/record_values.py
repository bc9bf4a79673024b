"""Values of a record that cannot be: of the right type, but no promise could be kept by them.

A hand or a merge can leave them. Feeds, pages and paths are made of these values, so one of them
would cost every article's feed, and not only its own.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from audiopress.errors import StoreError
from audiopress.store.file_names import join_below
from audiopress.store.records import SECRET_DIGITS, Record, ShowRecord
from audiopress.text.lazy_regex import compile_late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.model import Episode

__all__ = ["find_impossible_value"]

_SLUG = compile_late(r"[a-z0-9-]{1,80}")
"""A name of the article's folder, as `audiopress.identity.make_slug` gives it."""

_KEY = compile_late(r"[0-9a-f]{64}")
"""A version's key: its folder carries the first digits of it."""

_FOLDER = compile_late(r"[0-9a-f]{8}")
"""The folder of a version, in that of its article."""

_SECRET = compile_late(rf"[0-9a-f]{{{SECRET_DIGITS}}}")
"""The folder of a private show. A fault does not quote it."""

_ILLEGAL = compile_late("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, and so no feed: controls, halves of letters, non-characters."""

_LARGEST = 2**53
"""The largest count of bytes or samples: the largest whole number that JavaScript has exactly."""

_MOST_TAKES = 1000
"""The highest number of a take: many more than a build tries."""

_FASTEST = 1_000_000
"""The highest sampling rate in Hz; studios use 192,000."""


def find_impossible_value(record: Record | ShowRecord) -> str:
    """Say in words which value of a record cannot be, or nothing."""
    if isinstance(record, ShowRecord):
        return _find_wrong_secret(record)
    return next(_list_faults(record), "")


def _find_wrong_secret(record: ShowRecord) -> str:
    """Say which folder of a private show is none: it becomes a part of paths and addresses."""
    names = [record.secret] * bool(record.secret) + [each.secret for each in record.former]
    wrong = next((name for name in names if not _SECRET.fullmatch(name)), "")
    return wrong and "the folder of the private show is no name that audiopress gives"


def _list_faults(record: Record) -> Iterator[str]:
    if not record.id or not record.guid:
        yield "it has no id or no guid"
    if not _SLUG.fullmatch(record.slug):
        yield f"slug {record.slug!r} is no name of a folder"
    if record.first_seen.tzinfo is None or record.published.tzinfo is None:
        yield "a date has no time zone"
    for number, episode in enumerate(record.versions, 1):
        for fault in _list_episode_faults(episode, record):
            yield f"{fault} (version {number} of {len(record.versions)})"
    if any(one.issued and one.issued.tzinfo is None for one in record.makings) or any(
        one.at.tzinfo is None for one in record.deeds
    ):
        yield "a date has no time zone"
    yield from _list_take_faults(record)
    if record.held:
        if record.held.since.tzinfo is None:
            yield "a date has no time zone"
        for fault in _list_episode_faults(record.held.episode, record):
            yield f"{fault} (the version that is held)"


def _list_take_faults(record: Record) -> Iterator[str]:
    held = record.held.making if record.held else None
    for take in (take for one in (*record.makings, held) if one for take in one.takes):
        if not 0 < take.number <= _MOST_TAKES or not _KEY.fullmatch(take.segment):
            yield f"{take.number} is no number of a take of the line {take.segment!r}"


def _list_episode_faults(episode: Episode, record: Record) -> Iterator[str]:
    if episode.published.tzinfo is None or episode.changed.tzinfo is None:
        yield "a date has no time zone"
    # A merge by hand can put another article's version here, and the feed is made of versions.
    if episode.guid != record.guid:
        yield f"it has the guid {episode.guid}, and the article {record.guid}"
    numbers = [
        ("rate in Hz", episode.rate, 1, _FASTEST),
        ("number of samples", episode.samples, 0, _LARGEST),
        ("number of words", episode.words, 0, _LARGEST),
        ("length of an enclosure", episode.enclosure.length, 1, _LARGEST),
    ]
    for name, value, least, most in numbers:
        if not least <= value <= most:
            yield f"{value} is no {name}"
    if not _KEY.fullmatch(episode.key):
        yield f"{episode.key!r} is no key of a version"
    if episode.sound_digest and not _KEY.fullmatch(episode.sound_digest):
        yield f"{episode.sound_digest!r} is no digest of a sound file"
    if not _SLUG.fullmatch(episode.slug):
        yield f"slug {episode.slug!r} is no name of a folder"
    if not _lies_in_home(episode):
        yield f"the enclosure {episode.enclosure.path!r} lies in no folder of the article"
    told = (episode.title, episode.summary, episode.byline, episode.section)
    texts = (
        *told,
        episode.voice,
        episode.language_voice,
        episode.notice,
        *episode.narrators,
        *episode.credits,
    )
    if any(_ILLEGAL.search(text) for text in texts):
        yield "a text of it holds a character that no feed can hold"


def _lies_in_home(episode: Episode) -> bool:
    """Whether the sound lies where the version's files do, under a name that a file can have."""
    path = episode.enclosure.path
    try:
        join_below(Path(), path)
    except StoreError:
        return False
    # Where only texts were corrected, the sound is in the folder of a version before.
    folder, _, name = path.removeprefix(episode.home).partition("/")
    return path.startswith(episode.home) and bool(_FOLDER.fullmatch(folder)) and bool(name)
