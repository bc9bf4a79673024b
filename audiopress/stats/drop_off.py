"""How far an episode's listeners came: of each paragraph, how many fetched its bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audiopress.stats.downloads import Download
    from audiopress.stats.episode_files import EpisodeFile, SoundingPart

__all__ = ["DropOff", "ReachedPart", "find_drop_off"]


@dataclass(frozen=True, slots=True)
class ReachedPart:
    """A paragraph, and how many of the listeners fetched the middle of its sound."""

    part: SoundingPart
    listeners: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DropOff:
    """The paragraphs of one version and who reached them.

    Only ``listeners`` count who fetched piece by piece and had a second of sound at least, also
    those who stopped within the minute that makes a download: ``whole`` had everything with one
    request, as apps do before anybody listens, which says nothing. ``guessed`` of them are from a
    log without ranges, whose requests were read as one behind the other.
    """

    file: EpisodeFile
    listeners: int
    whole: int
    guessed: int
    parts: tuple[ReachedPart, ...]


def find_drop_off(downloads: Iterable[Download]) -> list[DropOff]:
    """Return for each version that was listened to piece by piece how far, the most heard first."""
    by_file: dict[tuple[str, str], list[Download]] = {}
    for each in downloads:
        by_file.setdefault((each.file.slug, each.file.key), []).append(each)
    found = [_describe(own) for own in by_file.values()]
    heard = [each for each in found if each.listeners and each.parts]
    return sorted(heard, key=lambda each: (-each.listeners, each.file.slug, each.file.key))


def _describe(downloads: list[Download]) -> DropOff:
    file = downloads[0].file
    heard = [each for each in downloads if each.sounding >= file.a_second]
    streamed = [each for each in heard if not each.is_whole]
    return DropOff(
        file=file,
        listeners=len(streamed),
        whole=len(heard) - len(streamed),
        guessed=sum(each.guessed for each in streamed),
        parts=tuple(
            ReachedPart(part, sum(_has(each, part) for each in streamed)) for part in file.parts
        ),
    )


def _has(download: Download, part: SoundingPart) -> bool:
    middle = (part.first + part.last) // 2
    return any(first <= middle < last for first, last in download.ranges)
