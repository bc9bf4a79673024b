"""What is held for review: spoken and kept, and published nowhere until somebody releases it.

Its files lie beside the cache and not in the output folder, so nothing that is deployed holds them.
They are laid out as an edition, with pages and a feed marked as a preview, that ``audiopress serve
--held`` lets one hear. The ledger has what was promised of them, and since when they wait.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.press.edition.planning.receipts import find_receipt
from audiopress.press.steps.ship import is_complete, ship_show
from audiopress.store.atomic_files import remove
from audiopress.store.keys import digest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from audiopress.model import Episode, Show
    from audiopress.settings import Settings
    from audiopress.store.cache import Cache
    from audiopress.store.ledger import Ledger, Record

__all__ = [
    "drop_held_files",
    "find_held_folder",
    "is_ready",
    "list_held",
    "publish_held",
]

_DIGITS = 16
"""Hex digits of the digest that names an edition's folder: a cache may serve several."""


def find_held_folder(settings: Settings) -> Path:
    """Return the folder in which the held articles of an edition lie."""
    name = digest([str(settings.ledger.absolute())])[:_DIGITS]
    return settings.cache / "held" / name


def list_held(ledger: Ledger) -> list[Record]:
    """Return the articles that wait for a release, those that wait longest first."""
    held = [record for record in ledger.load_all() if record.state == "live" and record.held]
    return sorted(held, key=lambda record: (record.held and record.held.since, record.id))


def is_ready(settings: Settings, cache: Cache, record: Record) -> bool:
    """Whether the files of what is held are all here, as they were made."""
    receipt = find_receipt(cache, record.id)
    return (
        record.held is not None
        and receipt is not None
        and receipt.key == record.held.episode.key
        and is_complete(find_held_folder(settings), receipt.files)
    )


def drop_held_files(settings: Settings, record: Record, others: Iterable[Record] = ()) -> None:
    """Remove the files of what was held of an article."""
    home = record.held.episode.home if record.held else f"episodes/{record.slug}/"
    kept = {each.held.episode.home for each in others if each.held and each.id != record.id}
    if home not in kept:
        remove(find_held_folder(settings) / home.rstrip("/"))


def publish_held(
    settings: Settings, show: Show, ledger: Ledger, *, pictures: dict[str, bytes]
) -> None:
    """Write what stands around the held articles, or remove it all where none is held.

    ``pictures`` are those of the show by their paths. The build lock is ours.
    """
    folder = find_held_folder(settings)
    records = list_held(ledger)
    episodes = [record.held.episode for record in records if record.held]
    there = [each for each in episodes if _is_there(folder, each)]
    _remove_others(folder, {each.slug for each in there})
    if not there:
        remove(folder)
        return
    from audiopress.publish.feed import rss  # noqa: PLC0415 - imports feedgen
    from audiopress.publish.pages import front_pages, render  # noqa: PLC0415 - import jinja2
    from audiopress.publish.player_files import list_player_files  # noqa: PLC0415 - as above

    # No directory is to list what is in no feed yet, should anybody deploy this by mistake.
    marked = replace(show, preview=True, private=False)
    files = {"style.css": render.read_stylesheet(), **render.read_fonts(), **list_player_files()}
    files |= pictures | front_pages.make_search_files(there)
    files |= front_pages.render_index_pages(marked, there)
    ship_show(folder, files, rss.write_feeds(marked, there))


def _is_there(folder: Path, episode: Episode) -> bool:
    return is_complete(folder, [(episode.enclosure.path, episode.enclosure.length)])


def _remove_others(folder: Path, slugs: set[str]) -> None:
    """Remove what is held no more: it was published, or taken back."""
    top = folder / "episodes"
    for path in sorted(top.iterdir()) if top.is_dir() else ():
        if path.name not in slugs:
            remove(path)
