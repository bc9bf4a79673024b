"""What an edition keeps that nothing names any more, and how it goes.

Of the cache: speech and MP3 frames of paragraphs that no article says in its last version, and
files that were put aside because they were damaged. Of the output: versions that were superseded
so long ago that no app or page asks for them. Nothing that a build needs to make the same bytes
again goes; what is young stays, for a build or a preview may just have made it.
"""

from __future__ import annotations

import contextlib
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from audiopress.press.corrections.old_versions import (
    OldVersion,
    find_expired_versions,
    read_feeds,
)
from audiopress.press.edition.planning.receipts import list_receipts
from audiopress.press.edition.promises import read_promises
from audiopress.press.ledgers.former_preview import find_preview_files
from audiopress.press.ledgers.held_ledger import hold_ledger
from audiopress.press.ledgers.ownership import check_owner
from audiopress.settings.corrections_table import parse_kept
from audiopress.store.atomic_files import remove
from audiopress.store.cache import Cache
from audiopress.store.ledger import Ledger
from audiopress.store.os_errors import explain_os_error

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from audiopress.settings import Settings
    from audiopress.store.cache import KeptSound, SoundKind
    from audiopress.store.records import Record

__all__ = ["Garbage", "collect_garbage"]

CACHE_AGE = timedelta(days=30)
"""How long what nothing names stays in the cache unless somebody says otherwise: a correction is
compared with what it corrects, or taken back, within days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Garbage:
    """What nothing names: speech and frames of the cache, damaged files, old versions.

    ``previews`` are folders and files of a preview from before there was a configuration.
    """

    speech: tuple[KeptSound, ...]
    frames: tuple[KeptSound, ...]
    aside: tuple[Path, ...]
    versions: tuple[OldVersion, ...]
    previews: tuple[Path, ...] = ()

    @property
    def cache_bytes(self) -> int:
        """The bytes that the cache would have less."""
        aside = sum(path.stat().st_size for path in self.aside if path.exists())
        return aside + sum(kept.size for kept in (*self.speech, *self.frames))

    @property
    def output_bytes(self) -> int:
        """The bytes that the output would have less."""
        return sum(version.size for version in self.versions) + self.preview_bytes

    @property
    def preview_bytes(self) -> int:
        """The bytes of them that a preview has left."""
        files = (each for path in self.previews for each in (path, *path.rglob("*")))
        return sum(each.stat().st_size for each in files if each.is_file())


def collect_garbage(
    settings: Settings,
    keep: timedelta | None = None,
    *,
    dry_run: bool = False,
    now: datetime | None = None,
) -> Garbage:
    """Return what is named by nothing and older than ``keep``, and remove it unless ``dry_run``.

    Without ``keep`` it is `CACHE_AGE` in the cache, and of old versions what the settings say.

    Raises:
        StoreError: another one is building, or the disk would not.

    """
    check_owner(settings)
    now = now or datetime.now(UTC)
    # As a build does: one under way would miss what goes. Of a rehearsal nothing goes.
    with contextlib.nullcontext() if dry_run else hold_ledger(settings):
        cache = Cache(settings.cache)
        records = read_promises(Ledger(settings.ledger), cache, keep=not dry_run).records
        garbage = _find_garbage(settings, cache, records, keep, now)
        if not dry_run:
            _remove(cache, garbage)
    return garbage


def _find_garbage(
    settings: Settings,
    cache: Cache,
    records: Sequence[Record],
    keep: timedelta | None,
    now: datetime,
) -> Garbage:
    before = now - (CACHE_AGE if keep is None else keep)
    kept = parse_kept(settings.corrections.keep_versions) if keep is None else keep
    feeds = read_feeds(settings)
    speech, frames = _list_used(cache, records)
    return Garbage(
        speech=tuple(_list_unused(cache, "segment", speech, before)),
        frames=tuple(_list_unused(cache, "frames", frames, before)),
        aside=tuple(path for path in cache.list_aside() if _written(path) < before),
        versions=tuple(
            version
            for record in records
            if record.state == "live"
            for version in find_expired_versions(settings, record, feeds, kept=kept, now=now)
        ),
        # Of a record that cannot be read nobody knows what it names.
        previews=()
        if Ledger(settings.ledger).read_all().faults
        else find_preview_files(settings, records),
    )


def _list_used(cache: Cache, records: Sequence[Record]) -> tuple[set[str], set[str]]:
    """Return the keys of speech and of frames that an article of any edition still says.

    A receipt is of the last binding: of an article that is held that is what nobody has heard yet,
    so all that was ever made for it stays.
    """
    held = {record.id for record in records if record.held}
    speech, frames = set[str](), set[str]()
    for article_id, receipt in list_receipts(cache):
        said = receipt.list_segments()
        speech |= said
        for spoken, encoded in receipt.heard:
            if spoken in said or article_id in held:
                speech.add(spoken)
                frames.add(encoded)
    return speech, frames


def _list_unused(
    cache: Cache, kind: SoundKind, used: set[str], before: datetime
) -> Iterator[KeptSound]:
    kept = list(cache.list_sound(kind))
    # Two keys may have the same bytes: what one of them still needs stays for both.
    needed = {one.digest for one in kept if one.key in used or one.written >= before}
    yield from (
        one
        for one in kept
        if one.key not in used and one.written < before and one.digest not in needed
    )


def _written(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)


def _remove(cache: Cache, garbage: Garbage) -> None:
    for kept in garbage.frames:
        cache.remove_frames(kept.key)
    for kept in garbage.speech:
        cache.remove_speech(kept.key)
    for path in garbage.aside:
        path.unlink(missing_ok=True)
    for version in garbage.versions:
        # Its folder last: by it the next one finds what this one has left when it is cut off.
        for picture in version.pictures:
            remove(picture)
        try:
            shutil.rmtree(version.folder)
        except OSError as error:
            raise explain_os_error(error, version.folder) from error
    for path in garbage.previews:
        remove(path)
