"""What a deploy goes by: the output folder, the inventory, and the feeds that stand there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import msgspec

from audiopress.deploy.changes import Changes, compare
from audiopress.deploy.inventory import INVENTORY, Inventory, decode, mark_name
from audiopress.deploy.other_builders import check_sound, check_there, list_withdrawn
from audiopress.deploy.published import take_stock
from audiopress.errors import ConfigError, StoreError
from audiopress.store.cache import Cache
from audiopress.store.ledger import Ledger
from audiopress.store.lock import await_holder, lock_ledger
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from collections.abc import Callable

    from audiopress.deploy.places import DeployPlace
    from audiopress.deploy.published import PublishedFile, Stock
    from audiopress.settings import Settings
    from audiopress.store.objects import Stored

__all__ = [
    "Comparison",
    "DeployRun",
    "compare_with_place",
    "find_withdrawn",
    "look_at_output",
    "name_gone",
]

_BUILD_WAIT = 120.0
"""Seconds to wait for a build that is running before the output folder is looked at."""

_KIND: Final = "deploy"
"""The kind of record in the cache: digests of sound that has not changed since."""

_NAMED = 3
"""Names of files that an error names."""


class _Digests(msgspec.Struct):
    """Digests of sound files, by a mark of each as it lies (`Stock.digests`)."""

    digests: dict[str, str]


def _keep_quiet(_said: str) -> None:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class DeployRun:
    """A deploy on its way, and what it has sent and removed by now."""

    settings: Settings
    place: DeployPlace
    builder: str
    overwrite: bool = False
    everything: bool = False
    tell: Callable[[str], None] = _keep_quiet
    sent: dict[str, PublishedFile] = field(default_factory=dict)
    removed: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What is to be done, and what it goes by: the inventory with its mark, feeds by name."""

    changes: Changes
    inventory: Inventory
    mark: str | None
    there: dict[str, Stored]


def look_at_output(settings: Settings, *, anew: bool = False, keep: bool = True) -> Stock:
    """Return what is published, as no build is changing it; ``anew`` reads sound again, too.

    With ``keep`` false nothing is written, not even that somebody looks.
    """
    if settings.show.preview:
        raise ConfigError(
            "this edition is a preview: its feed is for this machine alone",
            where=str(settings.root),
            hint='address = "https://audio.example.org/" under [edition] of '
            + (settings.file.name if settings.file else "audiopress.toml (audiopress init)"),
        )
    cache = Cache(settings.cache)
    kept = cache.find_record(_KIND, "digests", _Digests)
    known = kept.digests if kept and not anew else {}
    held = lock_ledger if keep else await_holder
    with held(settings.ledger, settings.cache, wait=_BUILD_WAIT):
        stock = take_stock(settings.public_output, known)
    if keep and stock.digests != known:
        cache.put_record(_KIND, "digests", {"digests": stock.digests})
    if not stock.feeds:
        raise ConfigError(
            "there is no feed in the output folder",
            where=str(settings.public_output),
            hint="audiopress build",
        )
    check_sound(stock)
    return stock


def _read_inventory(place: DeployPlace) -> tuple[Inventory, str | None]:
    stored = place.read(INVENTORY)
    return (decode(stored.body, place.name), stored.mark) if stored else (Inventory(), None)


def compare_with_place(run: DeployRun, stock: Stock) -> Comparison:
    """Return what there is to do; raises `StoreError` where the place knows more."""
    inventory, mark = _read_inventory(run.place)
    if mark is None:
        inventory = _take_over(run, stock, inventory)
    changes = compare(stock, inventory, everything=run.everything)
    feeds = [each.name for each in changes.send if each.body is not None]
    found = {name: run.place.read(name) for name in feeds}
    there = {name: stored for name, stored in found.items() if stored is not None}
    if there and not run.overwrite:
        bodies = {name: stored.body for name, stored in there.items()}
        records = Ledger(run.settings.ledger).load_all()
        check_there(
            run.place.name, bodies, stock, records, inventory=inventory, builder=run.builder
        )
    return Comparison(changes=changes, inventory=inventory, mark=mark, there=there)


def _take_over(run: DeployRun, stock: Stock, inventory: Inventory) -> Inventory:
    """Return an inventory of what is there on the first deploy; refuse to replace what is not ours.

    What was copied there by hand is known by its bytes.
    """
    same, other = run.place.compare(list(stock.files.values()))
    if other and not run.overwrite:
        named = ", ".join(sorted(other)[:_NAMED])
        raise StoreError(
            f"{count_things(len(other), 'file')} would be replaced that no deploy has put "
            f"there: {named}",
            where=run.place.name,
            hint="choose another place, or say audiopress deploy --overwrite",
        )
    return inventory.change({name: stock.files[name].digest for name in same})


def find_withdrawn(run: DeployRun, stock: Stock, found: Comparison) -> dict[str, str]:
    """Return what is taken out of the feeds by now, and by whom, as the inventory keeps it."""
    records = Ledger(run.settings.ledger).load_all()
    bodies = {name: stored.body for name, stored in found.there.items()}
    return list_withdrawn(bodies, stock, records, inventory=found.inventory, builder=run.builder)


def name_gone(place: DeployPlace, changes: Changes) -> list[str]:
    """Return the names of files that go: the inventory has only what stands for them."""
    if not changes.gone:
        return []
    return sorted(name for name in place.list_names() if mark_name(name) in changes.gone)
