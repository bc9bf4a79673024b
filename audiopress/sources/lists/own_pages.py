"""Which items of a feed have a page of their own: some feeds give one address to all of them.

A changelog links each entry to a place on one page, a programme all its items to its front page.
Known by that address they would be one article, which the next item replaces.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urlsplit

from audiopress.identity import normalize_url

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["NamedItem", "find_shared_pages", "note_doubles"]

_MANY = 3
"""Items with one address from which it is no page of theirs; two may be one link posted twice."""

_NAMED = 60
"""Characters of a title by which an item is named."""


@dataclass(frozen=True, slots=True)
class NamedItem:
    """What an item of a feed may be known by: ``sound`` is the address of what is attached."""

    address: str
    id: str
    title: str
    sound: str = ""


def find_shared_pages(items: Sequence[NamedItem], *, home: str) -> dict[int, str]:
    """Return the items whose address is not theirs alone, by their places, with an id for each.

    They differ in id and title, and their address is the front page, or one page with a place for
    each (``#v2``), or that of many. ``home`` is the address that the feed gives for its site.
    """
    shared: dict[int, str] = {}
    for name, places in _group(items).items():
        group = [items[at] for at in places]
        front = urlsplit(name).path in {"", "/"} or bool(home and name == normalize_url(home))
        ids = _find_ids(group, front=front)
        parted = {urldefrag(each.address).fragment for each in group}
        many = front or len(parted) == len(group) or len(group) >= _MANY
        if len(group) > 1 and many and len({each.title for each in group}) == len(group):
            shared.update(zip(places, ids, strict=True) if len(set(ids)) == len(group) else ())
    return shared


def _find_ids(group: Sequence[NamedItem], *, front: bool) -> list[str]:
    """Return what each is known by: its own id, else what is attached to it, else its title.

    One id for all is none on a front page; elsewhere it is the same item twice.
    """
    ids = [each.id for each in group]
    if len(set(ids)) < len(group) and (front or not any(ids)):
        sounds = [each.sound for each in group]
        return sounds if len({*sounds} - {""}) == len(group) else [each.title for each in group]
    return ids


def note_doubles(items: Sequence[NamedItem], shared: dict[int, str]) -> Iterator[str]:
    """Yield a note on items that differ in title only, of which one is taken."""
    for places in _group(items).values():
        group = [items[at] for at in places if at not in shared]
        titles = list(dict.fromkeys(each.title for each in group))
        if len({each.id for each in group}) == 1 and len(titles) > 1:
            named = ", ".join(f'"{title[:_NAMED]}"' for title in titles)
            yield f"{len(titles)} items have the same address and id, and one is taken: {named}"


def _group(items: Sequence[NamedItem]) -> dict[str, list[int]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for at, each in enumerate(items):
        if each.address:
            groups[normalize_url(each.address)].append(at)
    return groups
