"""What is published of an edition: one article after the other, then what stands around them."""

from __future__ import annotations

import hashlib
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.press.corrections.makings import describe_making, is_made_known, note_making
from audiopress.press.corrections.record import list_corrections
from audiopress.press.edition.planning.order import describe_held, describe_published
from audiopress.press.edition.planning.receipts import keep_receipt
from audiopress.press.edition.planning.review import is_to_be_held
from audiopress.press.edition.planning.versions import KEPT, list_sidecars, settle_version
from audiopress.press.edition.publishing.article_pictures import ArticlePictures
from audiopress.press.edition.publishing.episode_covers import (
    list_kept_pictures,
    make_covers,
    remove_old_covers,
)
from audiopress.press.edition.publishing.held import find_held_folder
from audiopress.press.ledgers.held_ledger import check_ledger_turn
from audiopress.press.steps.identify import SHOW_ROLES
from audiopress.press.steps.ship import list_sizes, ship_episode, ship_pages
from audiopress.store.atomic_files import remove_strays, write_fast
from audiopress.store.ledger import HeldVersion, Record, Text
from audiopress.store.lock import locate_swept

if TYPE_CHECKING:
    from collections.abc import Container, Mapping
    from datetime import datetime
    from pathlib import Path

    from audiopress.model import Article, Episode
    from audiopress.press.edition.open_edition import OpenEdition
    from audiopress.press.edition.planning.order import Order
    from audiopress.press.edition.planning.versions import SettledVersion
    from audiopress.press.edition.publishing.show_files import PublishedFeed
    from audiopress.press.report import Outcome, Status
    from audiopress.press.steps.bind import BoundEpisode, Recording
    from audiopress.press.steps.speak import ReadySegment

__all__ = ["Publication", "lay_out_order"]

_STRAY_AGE = 3600.0
"""Seconds after which a half-written file in the cache is nobody's: another edition may share the
cache, and no single file takes an hour to write."""

_SWEEP_EVERY = 86_400.0
"""Seconds after which a large edition is swept though no builder was killed: another machine's may
have been. To look into its hundred thousand folders takes longer than to publish an article."""


class Publication:
    """The writing side of one edition. Who publishes holds the build lock."""

    def __init__(self, edition: OpenEdition) -> None:
        """Write nothing yet."""
        self._edition = edition
        # Of what was published so far: the names of its pictures, by its folder.
        self._pictures = ArticlePictures(edition.settings, edition.cache)
        self._covers: dict[str, Container[str]] = {}

    def prepare(self) -> None:
        """Import and compile what the first publication would have to wait for."""
        from audiopress.press.steps import bind  # noqa: F401, PLC0415 - imports numpy and soxr
        from audiopress.publish.feed import rss  # noqa: F401, PLC0415 - imports feedgen, jinja2
        from audiopress.publish.pages import render  # noqa: PLC0415 - imports feedgen, jinja2

        render.prepare_templates()

    def look_ahead(self) -> None:
        """See of a large edition what lies there, so that its feed waits for less."""
        if self._edition.ledger.is_large():
            self._edition.show_files.look_ahead()

    def publish(self, order: Order, ready: Mapping[str, ReadySegment]) -> Outcome:
        """Bind and ship one article whose segments are all ``ready``, by their keys."""
        edition = self._edition
        check_ledger_turn(edition.settings.ledger)
        recording = lay_out_order(edition, order, ready)
        record, manuscript = order.registered.record, order.registered.manuscript
        settled = settle_version(edition, record, order.recipe, recording, kept=bool(order.kept))
        if is_to_be_held(edition.settings, record, manuscript, settled, order.recipe):
            return self._hold(order, settled, ready)
        record = _note_sound(_add_version(settled, order, edition.now), settled)
        if not settled.is_last or not is_made_known(record):
            made = None if settled.is_last else edition.now
            making = describe_making(record.versions[-1].key, order.passages, order.kept)
            record = note_making(record, making, made)
        record, covers = self._add_pictures(record, edition.settings.output)
        episode = record.versions[-1]
        show = edition.show_files.find(record.show).show
        corrections = list_corrections(record, recording.timeline.cues)
        pages = recording.render_pages(show, episode, corrections)
        pages |= covers
        changed = self._ship(settled, pages, record)
        # Their names alone: the pictures of an archive are gigabytes.
        former = list_kept_pictures(show, record.versions, edition.settings.output)
        self._covers[episode.home] = frozenset(covers) | former
        # The receipt comes after the files, so that it never says of more than is there.
        sizes = self._measure(episode, pages, edition.settings.output)
        keep_receipt(edition.cache, order, episode.key, sizes, ready)
        spoken = _count_spoken(order, ready)
        status: Status = "built" if changed or spoken else "unchanged"
        outcome = describe_published(record, status, len(order.passages), edition.settings)
        return replace(
            outcome,
            spoken=spoken,
            reissued="" if settled.reason == KEPT else settled.reason,
            corrected=_says_otherwise(order.registered.record, record),
        )

    def _hold(
        self, order: Order, settled: SettledVersion, ready: Mapping[str, ReadySegment]
    ) -> Outcome:
        """Keep a version for somebody to hear it: all its files, where nothing is deployed from."""
        edition, before = self._edition, order.registered.record
        folder, bound = find_held_folder(edition.settings), settled.bound
        if bound is None:  # only what is published already has no files to be written
            raise AssertionError(order.id)
        record = _note_sound(_add_version(settled, order, edition.now), settled)
        record, pictures = self._add_pictures(record, folder)
        episode = record.versions[-1]
        show = edition.show_files.find(record.show).show
        corrections = list_corrections(record, bound.recording.timeline.cues)
        pages = bound.recording.render_pages(show, episode, corrections)
        held = HeldVersion(
            episode=episode,
            since=before.held.since if before.held else edition.now,
            lines=record.texts[-1].lines,
            making=describe_making(episode.key, order.passages, order.kept),
        )
        changed = ship_episode(
            folder, bound, pages | pictures, replace(before, held=held), edition.ledger
        )
        sizes = self._measure(episode, pages | pictures, folder)
        stands = before.versions[-1].key if before.versions else ""
        keep_receipt(edition.cache, order, episode.key, sizes, ready, stands=stands)
        spoken = _count_spoken(order, ready)
        outcome = describe_held(before, episode, len(order.passages))
        return replace(outcome, spoken=spoken, fresh=changed)

    def _add_pictures(self, record: Record, output: Path) -> tuple[Record, dict[str, bytes]]:
        """Return the record with the name of its article's picture, and all pictures by path."""
        *former, episode = record.versions
        name, files = self._pictures.find(episode)
        episode = replace(episode, picture=name)
        show = self._edition.show_files.find(record.show).show
        body = files.get(f"{episode.home}{name}", b"")
        files |= make_covers(show, episode, output, body)
        return replace(record, versions=(*former, episode)), files

    def _ship(self, settled: SettledVersion, pages: Mapping[str, bytes], record: Record) -> bool:
        """Write what is to be written of a version; say whether any file was."""
        output, ledger = self._edition.settings.output, self._edition.ledger
        if settled.bound is None:
            return ship_pages(output, pages, record, ledger)
        return ship_episode(output, settled.bound, pages, record, ledger)

    def _measure(
        self, episode: Episode, pages: Mapping[str, bytes], output: Path
    ) -> dict[str, int]:
        """Return the sizes of all files of an episode, as they lie in a folder."""
        names = list_sidecars(episode)
        sizes = list_sizes(output, names)
        files = {name: size for name, size in zip(names, sizes, strict=True) if size is not None}
        files |= {name: len(body) for name, body in pages.items()}
        return {episode.enclosure.path: episode.enclosure.length} | files

    @property
    def notes(self) -> list[str]:
        """What is to be said of what was published: pictures that could not be had."""
        return self._pictures.notes

    def publish_show(self, *, write: bool) -> PublishedFeed:
        """Write what stands around the episodes, the feed last; or only say what it would be."""
        feed = self._edition.show_files.publish(write=write)
        if write:
            self._edition.show_files.publish_held()
        return feed

    def remove_old_pictures(self) -> None:
        """Remove, of what was published, pictures that are no version's any more."""
        for home, names in self._covers.items():
            remove_old_covers(self._edition.settings.output, home, names)
        self._covers = {}

    def remove_strays(self) -> None:
        """Remove what killed builds left half written, and pictures that no feed names any more.

        The lock is ours, so nobody writes into output and ledger now; the cache may be shared.
        """
        now, settings = time.time(), self._edition.settings
        self.remove_old_pictures()
        swept = locate_swept(settings.ledger, settings.cache)
        is_large = self._edition.ledger.is_large()
        if is_large and _is_younger(swept, _SWEEP_EVERY, now):
            return
        for folder in (settings.output, settings.ledger):
            remove_strays(folder, 0, now)
        remove_strays(settings.cache, _STRAY_AGE, now)
        if is_large:
            write_fast(swept, b"")


def _is_younger(path: Path, age: float, now: float) -> bool:
    try:
        return 0 <= now - path.stat().st_mtime < age
    except OSError:
        return False


def _count_spoken(order: Order, ready: Mapping[str, ReadySegment]) -> int:
    """Return how many lines of an article were spoken; takes that were not chosen are none."""
    return sum(ready[key].spoken for key in {item.key for item in order.passages})


def lay_out_order(
    edition: OpenEdition, order: Order, ready: Mapping[str, ReadySegment]
) -> Recording:
    """Return what is heard of an article whose segments are all ``ready``, by their keys."""
    from audiopress.press.steps.bind import lay_out_episode  # noqa: PLC0415 - imports numpy

    return lay_out_episode(
        edition.settings.sound,
        order.registered,
        [(item, ready[item.key]) for item in order.passages],
        music=edition.music,
        read=edition.cache.read_frames,
        breaks=order.breaks,
    )


def _add_version(settled: SettledVersion, order: Order, now: datetime) -> Record:
    """Return the record with the version at its end, dated if it is new."""
    record = replace(order.registered.record, held=None, released="")
    # Only the last: an edit that was taken back is a version once more, with a date of its own.
    said = (item.utterance for item in order.passages)
    # The show's own words are left out: another opening is no correction of the article.
    lines = tuple(line.source for line in said if line.role not in SHOW_ROLES)
    # Of an edition each article's record has its own.
    lines = () if record.joined else lines
    if settled.is_last:
        # Without one it was purged, and is published again.
        texts = record.texts or (Text(key=settled.episode.key, lines=lines),)
        return replace(record, versions=(*record.versions[:-1], settled.episode), texts=texts)
    changed = _date_change(record, order.registered.manuscript.article, now)
    episode = replace(settled.episode, changed=changed)
    texts = (*record.texts, Text(key=episode.key, lines=lines))
    return replace(record, versions=(*record.versions, episode), texts=texts)


def _says_otherwise(before: Record, record: Record) -> bool:
    """Whether the last version of a record says other words than what was published before."""
    return bool(before.texts) and before.texts[-1].lines != record.texts[-1].lines


def _note_sound(record: Record, settled: SettledVersion) -> Record:
    """Return the record with the digest of a new version's sound, which pages tell to everybody."""
    if settled.is_last or settled.bound is None:
        return record
    *former, episode = record.versions
    # Where only texts were corrected, the sound is a former version's.
    known = [each.sound_digest for each in former if each.enclosure == episode.enclosure]
    found = known[-1] if known else _digest_sound(settled.bound)
    return replace(record, versions=(*former, replace(episode, sound_digest=found)))


def _digest_sound(bound: BoundEpisode) -> str:
    body = hashlib.sha256()
    for piece in bound.stream_media():
        body.update(piece)
    return body.hexdigest()


def _date_change(record: Record, article: Article, now: datetime) -> datetime:
    """Return when a new version came to be: never before the one that it follows."""
    if not record.versions:
        return record.published
    before = record.versions[-1].changed  # the clock may have been set back since
    modified = article.modified
    return modified if modified and modified > before else max(now, before)
