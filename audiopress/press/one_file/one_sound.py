"""One file: sources become an MP3, a WAV or a book (EPUB), and no edition is left behind."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from audiopress.errors import ConfigError, StoreError
from audiopress.press.build import build
from audiopress.settings.tables import JoinedTable, ReviewTable
from audiopress.store.atomic_files import try_folder, write
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from audiopress.model import Document
    from audiopress.press.report import BuildProgress, Outcome, Report
    from audiopress.press.verify.listener import Listener
    from audiopress.settings import Settings

__all__ = ["SUFFIXES", "build_sound", "check_output_name", "is_sound_name"]

SUFFIXES: Final = (".mp3", ".wav", ".epub")
"""What a file may be called that is to be made alone: the sound, or a book that has it."""

_OTHER_FILES: Final = frozenset(
    (
        *(".aac", ".aif", ".aiff", ".azw3", ".caf", ".flac", ".m4a", ".m4b", ".mka", ".mobi"),
        *(".mp4", ".oga", ".ogg", ".opus", ".pdf", ".webm", ".wma", ".zip", ".xml", ".html"),
    )
)
"""How files are called that people may expect and that are no folders of theirs."""

_MOST: Final = 250
"""Articles that one file may hold: as many as an edition takes (docs/shows.md)."""

_JOINED: Final = "audiopress-one-sound"
"""The id of the edition in which several articles are joined."""


def is_sound_name(path: Path | None) -> bool:
    """Whether an output is called as such a file, and is no folder that is there already."""
    return path is not None and path.suffix.lower() in SUFFIXES and not path.is_dir()


def check_output_name(path: Path | None) -> None:
    """Raise `ConfigError` for an output that is called as a file which nothing here makes.

    A folder of such a name is one only where it is there already: a typing error would else make a
    second edition, with one article in its feed.
    """
    kind = path.suffix.lower() if path else ""
    if path is not None and kind in _OTHER_FILES and not path.is_dir():
        raise ConfigError(
            f"no {kind} is made here: one file is {', '.join(SUFFIXES)}, an edition a folder",
            where=f"--output {path}",
            hint=f"the same command with -o {path.with_suffix('.mp3')}",
        )


def build_sound(  # noqa: PLR0913 - what a build takes, and where it goes
    settings: Settings,
    sources: Sequence[str | Document],
    target: Path,
    *,
    strict: bool = False,
    watch: Callable[[BuildProgress], None],
    listener: Listener | None = None,
) -> Report:
    """Write what is spoken of ``sources`` to ``target``, several articles behind each other.

    Each is a chapter then, the newest first. The report is that of a build whose output is not
    kept; what was spoken stays in the cache. Where an article fails, the others are in the file.

    Raises:
        ConfigError: what concerns all of it, or more articles than a file holds.
        StoreError: the disk would not take the file.

    """
    try_folder(target.resolve().parent)
    with tempfile.TemporaryDirectory(prefix="audiopress-") as scratch:
        place = _move(settings, Path(scratch))
        report = build(place, sources, strict=strict, watch=watch, listener=listener)
        made = [one for one in report.outcomes if one.enclosure]
        if made and not report.interrupted:
            _check_count(len(made))
            _write(place, sources, made, target, watch)
    return report


def _check_count(count: int) -> None:
    if count > _MOST:
        raise ConfigError(
            f"these are {count_things(count, 'article')}, and one file holds {_MOST} at most",
            where="--output",
            hint="audiopress build SOURCE --limit 250, or a folder: --output output",
        )


def _write(
    place: Settings,
    sources: Sequence[str | Document],
    made: Sequence[Outcome],
    target: Path,
    watch: Callable[[BuildProgress], None],
) -> None:
    if target.suffix.lower() == ".epub":
        from audiopress.press.one_file.one_book import write_book  # noqa: PLC0415 - imports jinja2

        write_book(place, {one.id for one in made}, target.resolve())
        return
    whole = made[0] if len(made) == 1 else _join(place, sources, watch)
    _write_sound(place, whole, target)


def _move(settings: Settings, scratch: Path) -> Settings:
    """Return the settings with an output and a ledger that nobody keeps, for one show."""
    return replace(
        settings,
        output=scratch / "output",
        ledger=scratch / "ledger",
        # Nothing is promised by it, and no hub has news.
        ledger_bucket="",
        coming_ledger=None,
        # The address of a private show is in no file that is given away.
        show=replace(settings.show, hub="", private=False, address=settings.public_address),
        secret="",
        public_folder=None,
        public_base="",
        shows=(),
        has_main=True,
        joined=(),
        review=ReviewTable(),
        one_file=True,
    )


def _join(
    settings: Settings,
    sources: Sequence[str | Document],
    watch: Callable[[BuildProgress], None],
) -> Outcome:
    """Return the edition in which all articles are that were just spoken."""
    table = JoinedTable(
        id=_JOINED, title=settings.show.title, frequency="rolling", newest=_MOST, feed="own"
    )
    report = build(replace(settings, joined=(table,)), sources, watch=watch)
    found = [one for one in report.outcomes if one.id.startswith("edition:") and one.enclosure]
    if not found:
        raise StoreError(
            "the articles could not be joined",
            where="--output",
            hint="audiopress build SOURCE, and see what it says",
        )
    return found[0]


def _write_sound(settings: Settings, made: Outcome, target: Path) -> None:
    if made.enclosure is None:
        raise AssertionError(made.id)
    body = (settings.output / made.enclosure.path).read_bytes()
    if target.suffix.lower() == ".wav":
        from audiopress.audio.waves import make_wave  # noqa: PLC0415 - numpy and a decoder

        body = make_wave(body)
    write(target.resolve(), body)
