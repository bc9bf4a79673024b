"""Pages that were fetched before, for runs that must leave the cache as it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from audiopress.model import Document
    from audiopress.store.cache import Cache

__all__ = ["ReadOnlyCache"]

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class ReadOnlyCache:
    """The cache as a source of pages that were fetched before, which keeps nothing new."""

    cache: Cache

    def find_document(self, uri: str) -> Document | None:
        """Return a page that was fetched before."""
        return self.cache.find_document(uri)

    def put_document(self, document: Document) -> None:
        """Keep nothing."""

    def find_record(self, kind: str, key: str, shape: type[_Value]) -> _Value | None:
        """Return what the cache knows under a name."""
        return self.cache.find_record(kind, key, shape)

    def put_record(self, kind: str, key: str, value: dict[str, Any]) -> None:
        """Keep nothing."""
