"""What stands at a target and the ledger does not know: another builder has put it there.

A feed is written whole, so who has not heard of an episode would take it out again, and who has not
heard of a correction would bring back what was corrected. That is an error which names both.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiopress.deploy.inventory import mark_name
from audiopress.errors import StoreError
from audiopress.text.commands import write_command
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from audiopress.deploy.inventory import Inventory
    from audiopress.deploy.published import Stock
    from audiopress.store.records import Record

__all__ = ["check_sound", "check_there", "list_withdrawn"]

_ITEM = re.compile(rb"<item>(.*?)</item>", re.DOTALL)
"""An episode in a feed of ours."""

_GUID = re.compile(rb"<guid[^>]*>([^<]+)</guid>")
"""Its identity."""

_TITLE = re.compile(rb"<title>([^<]*)</title>")
"""Its title."""

_SOUND = re.compile(rb'<enclosure [^>]*url="[^"]*?(episodes/[^/"]+/[0-9a-f]{8}/[^/"]+)"')
"""Its sound, from the folder of all episodes on: in a name that changes with the bytes. The notice
of a show that has moved is no episode, and has no such name."""

_HOME = re.compile(r"(?:.+/)?episodes/([^/]+)/index\.html")
"""The page of an article."""

_TOGETHER = "bring both ledgers together (git pull), then: audiopress build && audiopress deploy"
"""What to do when two builders have published what the other does not know."""

_NAMED = 3
"""Titles that an error names; of others it says how many they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """An episode as a feed has it; ``sound`` is its path from ``episodes/`` on."""

    guid: str
    title: str
    sound: str


def check_there(  # noqa: PLR0913 - both sides of the comparison
    place: str,
    there: Mapping[str, bytes],
    stock: Stock,
    records: Iterable[Record],
    *,
    inventory: Inventory,
    builder: str,
) -> None:
    """Refuse to write over feeds that know more; ``there`` are those at the target by name.

    Raises:
        StoreError: an episode or a version there is not in the ledger, one is to come back that
            another builder has taken out, or one is live and its files are not here.

    """
    known = {record.guid: record for record in records}
    items = [item for body in there.values() for item in _list_items(body)]
    strange = [item.title for item in items if not _is_known(item, known)]
    deployed = f"builder {inventory.builder or 'unknown'} ({inventory.when or 'at some time'})"
    here = f"this one is {builder}"
    if strange:
        raise StoreError(
            f"{deployed} has deployed what this ledger does not know: {_name(strange)}; {here}",
            where=place,
            hint=_TOGETHER,
        )
    back = _list_back(there, stock, inventory, builder)
    if back:
        raise StoreError(
            f"another builder has taken out what this ledger has as live: {_name(back)}; {here}",
            where=place,
            hint=f"{_TOGETHER}; to bring it back: audiopress deploy --overwrite",
        )
    here_slugs = {found[1] for name in stock.files if (found := _HOME.fullmatch(name))}
    live = [item for item in items if known[item.guid].state == "live"]
    gone = [item for item in live if known[item.guid].slug not in here_slugs]
    lost = [item.title for item in gone]
    if lost:
        raise StoreError(
            f"the output folder lacks what is deployed and was not withdrawn: {_name(lost)}",
            where=place,
            hint="make it again: audiopress build; or take it back: "
            + write_command("withdraw", *(known[item.guid].slug for item in gone[:_NAMED])),
        )


def check_sound(stock: Stock) -> None:
    """Refuse feeds that name sound which is not in the output folder; raises `StoreError`."""
    for feed in stock.feeds:
        # The folder of a show that is private, or has its own: what its paths begin from.
        above = {each.rpartition("episodes/")[0] for each in stock.files if "episodes/" in each}
        for item in _list_items(feed.body or b""):
            if not any(f"{folder}{item.sound}" in stock.files for folder in above):
                raise StoreError(
                    f"the feed names a sound file that is not here: {item.sound}",
                    where=str(feed.path),
                    hint="audiopress build",
                )


def list_withdrawn(
    there: Mapping[str, bytes],
    stock: Stock,
    records: Iterable[Record],
    *,
    inventory: Inventory,
    builder: str,
) -> dict[str, str]:
    """Return what is taken out by now, and by whom, when feeds ``there`` are written over."""
    gone = {record.guid for record in records if record.state != "live"}
    lost = {item.guid for body in there.values() for item in _list_items(body)} & gone
    now = {item.guid for feed in stock.feeds for item in _list_items(feed.body or b"")}
    withdrawn = {**inventory.withdrawn, **{mark_name(guid): builder for guid in lost - now}}
    for guid in now:
        withdrawn.pop(mark_name(guid), None)
    return withdrawn


def _list_back(
    there: Mapping[str, bytes], stock: Stock, inventory: Inventory, builder: str
) -> list[str]:
    """Return titles that feeds would name again which another builder has taken out of them."""
    feeds = [feed.body or b"" for feed in stock.feeds if feed.name in there]
    return [
        item.title
        for body in feeds
        for item in _list_items(body)
        if inventory.withdrawn.get(mark_name(item.guid), builder) != builder
    ]


def _is_known(item: _Item, known: Mapping[str, Record]) -> bool:
    record = known.get(item.guid)
    return record is not None and any(
        version.enclosure.path == item.sound for version in record.versions
    )


def _list_items(body: bytes) -> Iterator[_Item]:
    for found in _ITEM.findall(body):
        guid, title, sound = (part.search(found) for part in (_GUID, _TITLE, _SOUND))
        if guid and sound:
            yield _Item(
                guid=html.unescape(guid[1].decode("utf-8", "replace")),
                title=html.unescape(title[1].decode("utf-8", "replace")) if title else "",
                sound=sound[1].decode("utf-8", "replace"),
            )


def _name(titles: list[str]) -> str:
    several = list(dict.fromkeys(titles))
    named = ", ".join(f'"{title}"' for title in several[:_NAMED])
    more = len(several) - _NAMED
    return f"{named} and {count_things(more, 'other')}" if more > 0 else named
