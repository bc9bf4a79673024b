"""An old version of an article goes at once, from output, cache and ledger: libel does not wait.

What was promised stays: guid, dates, and the keys of the versions. The version that is published
stays, whatever it says; that one is corrected at its source first, or withdrawn.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from audiopress.errors import IdentityError
from audiopress.press.corrections.deeds import note_deed
from audiopress.press.corrections.makings import forget_kept
from audiopress.press.corrections.old_versions import list_lone_pictures, list_needed_folders
from audiopress.press.edition.planning.receipts import find_receipt, forget_heard, list_receipts
from audiopress.press.edition.promises import read_promises
from audiopress.press.edition.publishing.show_files import open_show_files
from audiopress.press.find_article import find_article
from audiopress.press.former_places import keep_former_places
from audiopress.press.hub import note_hubs
from audiopress.press.joined.editions import take_out
from audiopress.press.ledgers.held_ledger import hold_ledger
from audiopress.press.ledgers.ownership import check_owner
from audiopress.press.purge import Holdings, list_sources
from audiopress.press.site_memory.site_file import list_article_files
from audiopress.press.steps.read import forget_forms, forget_reading, list_readings
from audiopress.press.steps.shared import forget_shared, owe_shared
from audiopress.store.atomic_files import remove
from audiopress.store.cache import Cache
from audiopress.store.file_names import join_below
from audiopress.store.ledger import Ledger
from audiopress.store.signatures import SignatureShelf

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from audiopress.model import Episode
    from audiopress.settings import Settings
    from audiopress.store.ledger import Record

__all__ = ["PurgedVersions", "VersionState", "list_versions", "purge_versions"]

COMMAND = "audiopress correct"
"""What stands before a name in what errors propose."""

_SHORTEST = 4
"""Hex digits of a key that may name a version: of the few of an article these tell one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionState:
    """One version: ``here`` says that its files are in the output, ``text`` that its text is kept.

    ``address`` is where its folder is served, ``heard`` the file in it that the published version
    plays, if it does.
    """

    episode: Episode
    address: str
    current: bool
    here: bool
    text: bool
    heard: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PurgedVersions:
    """Which versions went, and what output, cache and ledger held of them; ``notes`` in words.

    ``pictures`` are the addresses of those that went with them, beside their folders.
    """

    record: Record
    versions: tuple[VersionState, ...]
    held: Holdings
    notes: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()


def list_versions(settings: Settings, name: str) -> tuple[Record, tuple[VersionState, ...]]:
    """Return an article and all of its versions, the oldest first; raises as `find_article`."""
    ledger = Ledger(settings.ledger)
    promises = read_promises(ledger, Cache(settings.cache), keep=False)
    record = find_article(promises, settings, name, command=COMMAND)
    return record, _describe_versions(settings, record)


def purge_versions(
    settings: Settings, name: str, key: str = "", *, dry_run: bool = False
) -> PurgedVersions:
    """Remove an old version of an article, or all of them without a ``key`` (its first digits).

    With ``dry_run`` only say which, and what would go with it. Raises `IdentityError` where the
    ledger has no such article, or it no such old version.
    """
    check_owner(settings, takedown=True)
    if dry_run:
        return _foresee_purge(settings, name, key)
    with hold_ledger(settings):
        ledger, cache = Ledger(settings.ledger), Cache(settings.cache)
        promises = read_promises(ledger, cache, keep=True)
        found = find_article(promises, settings, name, command=COMMAND)
        chosen = _choose(settings, found, key)
        keys = {each.episode.key for each in chosen}
        texts = _list_other_texts(found, keys)
        pictures = list_lone_pictures(settings, found, keys)  # by words that are then forgotten
        # The ledger first: what it does not promise any more may go, however this ends.
        record = _note_purged(_forget_told(found, keys), chosen)
        ledger.save(record)
        ledger.forget_aside(record.id)
        notes = take_out(ledger, cache, promises.records, {record.id})
        open_show_files(settings, cache, ledger).publish()
        keep_former_places(settings, datetime.now(UTC))
        for each in chosen:
            _remove_files(settings, record, each.episode)
        for path in pictures:
            remove(path)
        # A signed tag has the headline and digests of the paragraphs.
        left = tuple(one for one in record.versions if one.key not in keys)
        SignatureShelf(settings.ledger).remove_unnamed(replace(record, versions=left))
        held = _forget_heard(settings, cache, record, texts=len(texts))
        shared = forget_shared(settings, cache)
    return PurgedVersions(
        record=record,
        versions=chosen,
        held=held,
        pictures=_name_pictures(settings, pictures),
        notes=(
            *notes,
            *promises.notes,
            *_note_corrected(settings, record),
            *shared,
            *note_hubs(settings, cache),
        ),
    )


def _foresee_purge(settings: Settings, name: str, key: str) -> PurgedVersions:
    """Return what `purge_versions` would remove; nothing is written, not even a lock."""
    cache = Cache(settings.cache)
    promises = read_promises(Ledger(settings.ledger), cache, keep=False)
    found = find_article(promises, settings, name, command=COMMAND)
    chosen = _choose(settings, found, key)
    keys = {each.episode.key for each in chosen}
    held, _ = _find_heard(cache, found, texts=len(_list_other_texts(found, keys)))
    told = _forget_told(found, keys)
    return PurgedVersions(
        record=told,
        versions=chosen,
        held=held,
        notes=(*promises.notes, *_note_corrected(settings, found)),
        pictures=_name_pictures(settings, list_lone_pictures(settings, found, keys)),
    )


def _name_pictures(settings: Settings, paths: Iterable[Path]) -> tuple[str, ...]:
    """Return the addresses of pictures in the output."""
    address, output = settings.show.address, settings.output
    return tuple(address + path.relative_to(output).as_posix() for path in paths)


def _note_corrected(settings: Settings, record: Record) -> list[str]:
    """Name the files with lines that an editor kept or dropped: without them one is spoken again.

    Only its editor knows whether the source that is published still has such a line.
    """
    return [
        f"{path} still has the words of lines that were kept or dropped in this article, which "
        "its source may have: once it has not, audiopress reading forget TEXT --in SOURCE"
        for path in list_article_files(settings.ledger, {record.id, *record.aliases})
    ]


def _describe_versions(settings: Settings, record: Record) -> tuple[VersionState, ...]:
    # One that was published again stands in the list twice; the later place counts.
    versions = {each.key: each for each in record.versions}
    texts = {text.key for text in record.texts if text.lines}
    last = record.versions[-1].key if record.versions else ""
    heard = record.versions[-1].enclosure.path if record.versions else ""
    return tuple(
        VersionState(
            episode=each,
            address=settings.show.address + each.folder,
            current=each.key == last,
            here=join_below(settings.output, f"{each.folder}alignment.json").is_file(),
            text=each.key in texts,
            heard=heard.removeprefix(each.folder) if heard.startswith(each.folder) else "",
        )
        for each in versions.values()
    )


def _choose(settings: Settings, record: Record, key: str) -> tuple[VersionState, ...]:
    """Return the old versions that are meant; raises where that is none."""
    versions = _describe_versions(settings, record)
    old = tuple(each for each in versions if not each.current)
    if not old:
        named = "" if settings.sources or settings.selected else " SOURCE"
        raise IdentityError(
            f"{record.slug} has no old version",
            where=str(settings.ledger),
            hint=f"correct its source and run audiopress build{named} first; or take it back: "
            f"audiopress withdraw {record.slug} --purge",
        )
    if not key:
        return old
    chosen = [each for each in versions if each.episode.key.startswith(key)]
    known = ", ".join(each.episode.key[:8] for each in old)
    if len(key) < _SHORTEST or len(chosen) != 1:
        raise IdentityError(
            f"{key!r} names no version of {record.slug}",
            where=str(settings.ledger),
            hint=f"--version with one of {known}; {COMMAND} {record.slug} lists them",
        )
    if chosen[0].current:
        raise IdentityError(
            f"{key!r} is the version of {record.slug} that is published",
            where=str(settings.ledger),
            hint=f"--version with one of {known}; or audiopress withdraw {record.slug} --purge",
        )
    return tuple(chosen)


def _list_other_texts(record: Record, keys: set[str]) -> set[str]:
    """Return the keys of those versions whose text is another one than the published."""
    last = record.texts[-1].lines if record.texts else ()
    return {text.key for text in record.texts if text.key in keys and text.lines not in ((), last)}


def _forget_told(record: Record, keys: set[str]) -> Record:
    """Return the record without what these versions said.

    That each was there stays, and that it said something else: the page tells of a correction.
    """
    other = _list_other_texts(record, keys)
    return replace(
        forget_kept(record, other),
        versions=tuple(
            replace(each, title="", summary="", byline="", section="", image=None)
            if each.key in keys
            else each
            for each in record.versions
        ),
        texts=tuple(
            replace(text, lines=()) if text.key in other else text for text in record.texts
        ),
    )


def _note_purged(record: Record, chosen: tuple[VersionState, ...]) -> Record:
    """Return the record with which versions lost their words; of some that is long so."""
    purged = {one.key for one in record.deeds if one.what == "purged"}
    for each in chosen:
        if each.episode.key not in purged:
            record = note_deed(record, "purged", key=each.episode.key)
    return record


def _remove_files(settings: Settings, record: Record, version: Episode) -> None:
    """Remove the folder of a version; of one whose sound is published all but that sound."""
    folder = join_below(settings.output, f"{version.folder}alignment.json").parent
    if version.folder not in list_needed_folders(record.versions[-1:]):
        remove(folder)
        return
    sound = join_below(settings.output, record.versions[-1].enclosure.path)
    for path in folder.iterdir() if folder.is_dir() else ():
        if path != sound:
            remove(path)


def _forget_heard(settings: Settings, cache: Cache, record: Record, *, texts: int) -> Holdings:
    """Remove from the cache what only old versions said; return what that was."""
    held, past = _find_heard(cache, record, texts=texts)
    owe_shared(settings, cache, {speech for speech, _ in held.heard})
    for speech, frames in held.heard:
        cache.remove_frames(frames)
        cache.remove_speech(speech)
    for reading in held.readings:
        forget_reading(cache, reading)
    for uri in list_sources(record):
        forget_forms(cache, uri)
    forget_heard(cache, record.id, past)
    return held


def _find_heard(
    cache: Cache, record: Record, *, texts: int
) -> tuple[Holdings, set[tuple[str, str]]]:
    """Return what the cache has that only old versions said, and all that they said."""
    receipt = find_receipt(cache, record.id)
    said = receipt.list_segments() if receipt else set()
    others = {
        key
        for article_id, other in list_receipts(cache)
        if article_id != record.id
        for key in other.list_segments()
    }
    past = {pair for pair in receipt.heard if pair[0] not in said} if receipt else set()
    heard = tuple(sorted(pair for pair in past if pair[0] not in others))
    # The text as it was read each time, the last one too: it is read again from its source.
    readings = tuple(list_readings(cache, list_sources(record)))
    shared = len({speech for speech, _ in past} & others)
    return Holdings(texts=texts, heard=heard, shared=shared, readings=readings), past
