"""What goes when an article was withdrawn: its own files, and nothing that another record names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiopress.press.steps.ship import holds_page_of, unship_episode, unship_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from audiopress.store.ledger import Fault, Record

__all__ = ["Claims", "remove_episode"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """What all records of a ledger name in the output, the unreadable ones as far as it is seen."""

    records: Sequence[Record]
    faults: Sequence[Fault]

    def is_shared(self, home: str, record: Record) -> bool:
        """Whether anything in an episode's stable folder may be another article's."""
        return (
            bool(self.list_kept(home, record))
            or any(
                home in (_name_home(other.slug), *(version.home for version in other.versions))
                for other in self._list_others(record)
            )
            or any(_name_home(slug) == home for fault in self.faults for slug in fault.slugs)
        )

    def list_kept(self, home: str, record: Record) -> set[str]:
        """Return the immutable folders in a stable one that other records name."""
        kept = {
            version.folder
            for other in self._list_others(record)
            for version in other.versions
            if version.home == home
        }
        # Of what cannot be read only the bytes can be asked.
        return kept | {
            version.folder
            for version in record.versions
            for fault in self.faults
            if version.home == home and version.key.encode() in fault.body
        }

    def _list_others(self, record: Record) -> Iterable[Record]:
        return (other for other in self.records if other.id != record.id)


def remove_episode(output: Path, record: Record, claims: Claims, page: bytes) -> None:
    """Let ``page`` stand where the article was, and take away all files that are its alone."""
    own = _name_home(record.slug)
    # An article that got another name has versions where the other one's are.
    for home in dict.fromkeys((own, *(version.home for version in record.versions))):
        kept = claims.list_kept(home, record)
        if not claims.is_shared(home, record) or holds_page_of(output, home, record.guid):
            unship_episode(output, home, page, kept)
            continue
        for version in record.versions:
            if version.home == home and version.folder not in kept:
                unship_folder(output, version.folder)


def _name_home(slug: str) -> str:
    return f"episodes/{slug}/"
