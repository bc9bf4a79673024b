"""Held articles are published: their very files, as they were heard, and nothing is spoken.

The ledger says it first; a run that is cut off is finished by the next build. Where the files are
not here, as in a fresh checkout, only the ledger says it, and the next build publishes what is the
same.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from audiopress.errors import ConfigError, IdentityError
from audiopress.press.corrections.deeds import note_deed
from audiopress.press.corrections.makings import note_making
from audiopress.press.edition.planning.receipts import find_receipt
from audiopress.press.edition.promises import Promises, read_promises
from audiopress.press.edition.publishing.held import find_held_folder, is_ready, list_held
from audiopress.press.edition.publishing.show_files import open_show_files
from audiopress.press.edition.publishing.shows import (
    check_show,
    describe_facts,
    is_in_feed,
    name_place,
)
from audiopress.press.find_article import find_article, refuse_names
from audiopress.press.former_places import keep_former_places
from audiopress.press.hub import note_hubs
from audiopress.press.ledgers.held_ledger import hold_ledger
from audiopress.press.ledgers.ownership import check_owner
from audiopress.press.shows.private_show import make_private_show
from audiopress.sources.selection import EVERYTHING
from audiopress.store.atomic_files import replace_if_changed, write
from audiopress.store.cache import Cache
from audiopress.store.file_names import join_below
from audiopress.store.ledger import Ledger, Text
from audiopress.store.makings import Making

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from audiopress.press.edition.publishing.show_files import PublishedFeed
    from audiopress.settings import Settings
    from audiopress.sources.selection import ArticleSelection
    from audiopress.store.ledger import Record

__all__ = ["Released", "Releases", "find_held_preview", "release"]

_COMMAND = "audiopress release"
"""What stands before a name in what errors propose."""

_PIECE = 1 << 20
"""Bytes that are copied at once."""

_NAMED = 5
"""How many held articles an error names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """One article: ``published`` now, or by the next build; ``correction`` of a published one."""

    record: Record
    title: str
    published: bool
    correction: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Releases:
    """What was released, the feed that names it, and how many articles are still held."""

    released: tuple[Released, ...]
    feed: PublishedFeed
    left: int = 0


def release(
    settings: Settings,
    names: Sequence[str],
    *,
    every: bool = False,
    show: str = "",
    wanted: ArticleSelection = EVERYTHING,
) -> Releases:
    """Publish the held articles that ``names`` mean, or ``every`` one of a ``show`` that is wanted.

    Without a ``show`` those of all shows are meant.

    A name is anything that an article is called by (`audiopress.press.find_article`). Where one
    means none that is held nothing is released. Raises `IdentityError` then, and where nothing is
    held of what is asked for, and `ConfigError` for a show that there is not.
    """
    check_owner(settings)
    with hold_ledger(settings):
        settings = make_private_show(settings)
        ledger, cache = Ledger(settings.ledger), Cache(settings.cache)
        promises = read_promises(ledger, cache, keep=True)
        held = list_held(ledger)
        if not held:
            raise IdentityError(
                "nothing is held for review", where=str(settings.ledger), hint="audiopress status"
            )
        if every:
            chosen = _choose(settings, held, show, wanted)
        else:
            chosen = _find_all(promises, settings, names, held)
        released = [_release(settings, ledger, cache, record) for record in chosen]
        files = open_show_files(settings, cache, ledger)
        feed = files.publish()
        files.publish_held()
        keep_former_places(settings, datetime.now(UTC))
        left = len(list_held(ledger)) - sum(not each.published for each in released)
    feed = replace(feed, notes=(*feed.notes, *note_hubs(settings, cache)))
    return Releases(released=tuple(released), feed=feed, left=left)


def _choose(
    settings: Settings, held: Sequence[Record], show: str, wanted: ArticleSelection
) -> list[Record]:
    """Return what of the held articles is in a show, and wanted; raises where that is nothing."""
    if show:
        check_show(settings, show)
    if wanted.selectors:
        raise ConfigError(
            f'"css:{wanted.selectors[0]}" asks for the page, and what is held is not fetched again',
            where=_COMMAND,
            hint=f"{_COMMAND} ID ..., or a pattern of a path, section:, tag:, author: or source:",
        )
    chosen = [
        record
        for record in held
        if (not show or is_in_feed(settings, show, record)) and _is_wanted(wanted, record)
    ]
    if not chosen:
        raise _explain("nothing of that is held", None, held)
    return chosen


def _is_wanted(wanted: ArticleSelection, record: Record) -> bool:
    last = record.held.episode if record.held else record.last
    return last is not None and not wanted.explain(
        name_place(last), describe_facts(last), last.words
    )


def _find_all(
    promises: Promises, settings: Settings, names: Sequence[str], held: Sequence[Record]
) -> list[Record]:
    """Return the held articles of these names, each once; raises an error of all other names."""
    found: dict[str, Record] = {}
    errors: list[IdentityError] = []
    waiting = {record.id: record for record in held}
    for name in names:
        try:
            record = find_article(promises, settings, name, command=_COMMAND)
        except IdentityError as error:
            errors.append(_explain(error.message, error, held))
            continue
        if record.id in waiting:
            found[record.id] = waiting[record.id]
        else:
            state = "published" if record.state == "live" else "withdrawn"
            errors.append(_explain(f"{record.slug} is {state}, and not held", None, held))
    if errors:
        raise refuse_names(errors, names)
    return list(found.values())


def _explain(message: str, cause: IdentityError | None, held: Sequence[Record]) -> IdentityError:
    """Return an error that names what is held."""
    slugs = [record.slug for record in held]
    more = f" and {len(slugs) - _NAMED} more (audiopress status)" if len(slugs) > _NAMED else ""
    return IdentityError(
        message,
        where=cause.where if cause else "",
        hint=f"{_COMMAND} ID, of what is held: {', '.join(slugs[:_NAMED])}{more}",
    )


def _release(settings: Settings, ledger: Ledger, cache: Cache, record: Record) -> Released:
    held = record.held
    if held is None:  # listed as held a moment ago, under the same lock
        raise IdentityError(f"{record.slug} is not held", where=str(settings.ledger))
    correction = bool(record.versions)
    there = is_ready(settings, cache, record)
    if there:
        _copy_files(settings, cache, record)
        record = replace(
            record,
            versions=(*record.versions, held.episode),
            texts=(*record.texts, Text(key=held.episode.key, lines=held.lines)),
            held=None,
            released="",
        )
        making = held.making or Making(key=held.episode.key)
        record = note_making(record, making, datetime.now(UTC))
    else:
        # By what is heard and told: another machine may write files of other bytes.
        record = replace(record, released=held.episode.recipe)
    record = note_deed(record, "released", key=held.episode.key)
    ledger.save(record)
    return Released(
        record=record,
        title=held.episode.title or record.slug,
        published=there,
        correction=correction,
    )


def _copy_files(settings: Settings, cache: Cache, record: Record) -> None:
    """Copy the files of what is held into the output folder, the sound first."""
    receipt = find_receipt(cache, record.id)
    folder = find_held_folder(settings)
    for name, _ in receipt.files if receipt else ():
        source, target = join_below(folder, name), join_below(settings.output, name)
        if name.endswith(".mp3"):
            write(target, _read_in_pieces(source))
        else:
            replace_if_changed(target, source.read_bytes())


def _read_in_pieces(path: Path) -> Iterator[bytes]:
    """Yield a file in pieces: a version of hours is never in memory."""
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece


def find_held_preview(settings: Settings) -> str:
    """Return the folder with what is held, laid out to be looked at.

    Raises `IdentityError` where nothing is held, or nothing of it is here.
    """
    folder = find_held_folder(settings)
    if (folder / "feed.xml").is_file():
        return str(folder)
    held = list_held(Ledger(settings.ledger))
    raise IdentityError(
        f"{len(held)} are held, and their sound is not on this machine"
        if held
        else "nothing is held for review",
        where=str(settings.ledger),
        hint="audiopress build" if held else "audiopress status",
    )
