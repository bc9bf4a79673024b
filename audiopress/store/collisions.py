"""Two articles under one name: what a merge of two ledgers leaves, found and healed.

Two branches that each publish an article "Morning news" merge without a conflict, for each article
has a file of its own, and then both have the slug ``morning-news`` and so one folder and one page.
The guid of a copied record is another such name. The article that was first keeps the name, and
the other gets one of its own: the same one on every machine, so that two who heal the same ledger
agree. Nothing of what was published moves: a version keeps folder and address.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from audiopress.identity import make_guid, make_slug

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from audiopress.store.records import Record

__all__ = ["Collision", "TakenNames", "heal", "list_slugs"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Collision:
    """Two articles that had one name of a ``kind``: ``keeper`` keeps it, ``moved`` gets another."""

    kind: str
    name: str
    keeper: Record
    moved: Record

    def describe(self) -> str:
        """Say in words what happened and what it means."""
        new = self.moved.slug if self.kind == "slug" else self.moved.guid
        means = (
            f"its page is episodes/{new}/ from now on, and its guid stays"
            if self.kind == "slug"
            else "podcast apps show it as a new episode, and its slug stays"
        )
        return (
            f"{self.keeper.id} and {self.moved.id} both had the {self.kind} {self.name}: the first "
            f"keeps it, for it was there first ({self.keeper.first_seen.isoformat()}), and "
            f"{self.moved.id} gets {new}; {means}"
        )


class TakenNames:
    """Names that nobody may get any more: those ``given`` so far, and ``others``."""

    def __init__(self, given: set[str], others: Container[str] = ()) -> None:
        """Keep ``given``, to which `add` adds."""
        self._given, self._others = given, others

    def __contains__(self, name: object) -> bool:
        """Whether a name is taken."""
        return name in self._given or name in self._others

    def add(self, name: str) -> None:
        """Take a name."""
        self._given.add(name)


def list_slugs(records: Iterable[Record]) -> set[str]:
    """Return every name of a folder that articles have, or had when a version was published."""
    return {
        slug
        for record in records
        for slug in (
            record.slug,
            *(version.slug for version in record.versions),
            *([record.held.episode.slug] if record.held else []),
        )
    }


def heal(
    records: Sequence[Record], taken: Iterable[str] = ()
) -> tuple[list[Record], list[Collision]]:
    """Return the records with names of their own, in their order, and what was changed.

    ``taken`` are slugs that no article may get besides those of the records: a damaged file may
    promise them.
    """
    healed = {record.id: record for record in records}
    collisions: list[Collision] = []
    slugs = list_slugs(records) | set(taken)
    for first, *later in _group(records, "slug"):
        for record in later:
            slug = make_slug(record.title, record.id, slugs)
            slugs.add(slug)
            # What is held was published nowhere: the next build makes it under the new name.
            moved = replace(healed[record.id], slug=slug, held=None)
            healed[record.id] = moved
            collisions.append(Collision(kind="slug", name=record.slug, keeper=first, moved=moved))
    guids = {record.guid for record in records}
    for first, *later in _group(records, "guid"):
        for record in later:
            guid = _make_other_guid(record.id, guids)
            guids.add(guid)
            # In its versions too: the feed is made of them, and has every guid once.
            versions = tuple(replace(version, guid=guid) for version in record.versions)
            moved = replace(healed[record.id], guid=guid, versions=versions, held=None)
            healed[record.id] = moved
            collisions.append(Collision(kind="guid", name=record.guid, keeper=first, moved=moved))
    return [healed[record.id] for record in records], collisions


def _group(records: Iterable[Record], kind: str) -> list[list[Record]]:
    """Return the articles that share a name, each group with the one that keeps it first."""
    found: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        # As disks may compare them, should somebody have written capitals.
        found[str(getattr(record, kind)).casefold()].append(record)
    return [sorted(group, key=_rank) for group in found.values() if len(group) > 1]


def _rank(record: Record) -> tuple[object, ...]:
    """Return by what it is decided who was first; the id decides between what is the same."""
    own = record.guid == make_guid(record.id)
    return (not record.versions, record.first_seen, not own, record.published, record.id)


def _make_other_guid(article_id: str, taken: Container[str]) -> str:
    guid, number = make_guid(article_id), 1
    while guid in taken:
        number += 1
        guid = make_guid(f"{article_id}#{number}")
    return guid
