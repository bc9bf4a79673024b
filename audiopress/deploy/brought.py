"""What the last deploy from this computer left at a target: kept here, so that nobody is asked.

The window and others tell by it whether an article is at the host or on this computer alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

import msgspec

from audiopress.deploy.inventory import mark_name
from audiopress.deploy.opening import find_target
from audiopress.store.cache import Cache

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audiopress.settings import Settings

__all__ = ["BroughtEdition", "find_brought", "keep_brought"]

_KIND: Final = "brought"
"""The kind of record in the cache."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtEdition:
    """What stands at a target since ``when``: folders of versions, by marks of their names."""

    when: datetime
    marks: frozenset[str]

    def has(self, folder: str) -> bool:
        """Whether the version is there whose folder below what is served this is."""
        return mark_name(folder) in self.marks


class _Brought(msgspec.Struct):
    """A `BroughtEdition` in the cache. Of a private show the names are secret: it has marks."""

    when: datetime
    marks: list[str]


def keep_brought(settings: Settings, target: str, folders: Iterable[str]) -> None:
    """Note which versions a deploy to a target that has just ended has left there."""
    value = {"when": datetime.now(UTC).isoformat(), "marks": sorted(map(mark_name, folders))}
    Cache(settings.cache).put_record(_KIND, _name_target(settings, target), value)


def find_brought(settings: Settings) -> BroughtEdition | None:
    """Return what the target of the configuration has; nothing where no deploy of here ended.

    Raises `ConfigError` where the configuration has no target.
    """
    name = _name_target(settings, "")
    found = Cache(settings.cache).find_record(_KIND, name, _Brought)
    return BroughtEdition(when=found.when, marks=frozenset(found.marks)) if found else None


def _name_target(settings: Settings, target: str) -> str:
    """Return what tells a target from others: one bucket's name may be at several servers."""
    found, _ = find_target(settings, target)
    return f"{found.name} {settings.deploy.endpoint} {settings.deploy.region}"
