"""Which addresses of a list led to others, so that the next run need not ask them again.

It lies in the cache: without it they are asked once more. An article's names in the ledger are no
place for it, for an address that leads on today may lead to another article tomorrow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.store.keys import digest
from audiopress.store.ledger_index import make_mark

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from audiopress.store.cache import Cache
    from audiopress.store.ledger_index import LedgerIndex

__all__ = ["DoneAddresses", "remember_led"]

_KIND = "led-addresses"
"""The kind of record in the cache, one for each stretch of a list."""


def remember_led(cache: Cache, led: Iterable[tuple[str, str]]) -> None:
    """Keep pairs of addresses (`normalize_url`), of which the first led to the second.

    Marks of them: an article may be purged later, and no cache is to have its name then.
    """
    kept = {str(make_mark(asked)): str(make_mark(found)) for asked, found in led}
    if kept:
        cache.put_record(_KIND, digest(sorted(kept)), dict(sorted(kept.items())))


class DoneAddresses:
    """The addresses (`normalize_url`) of what is done, and of what led there."""

    def __init__(self, cache: Cache, index: LedgerIndex) -> None:
        """Read what led on; the ``index`` says what is done."""
        self._index = index
        self._led: dict[int, int] = {}
        for _, each in cache.list_records(_KIND, dict[str, str]):
            # What an earlier version kept are digests in hex, of which nothing is known.
            marks = ((asked, found) for asked, found in each.items() if _is_mark(asked))
            self._led.update((int(asked), int(found)) for asked, found in marks)

    def find(self, marks: Collection[int]) -> set[int]:
        """Return those of addresses, by their marks, that need not be asked for."""
        led = {mark: self._led.get(mark, mark) for mark in marks}
        done = self._index.find_done({*marks, *led.values()})
        return {mark for mark in marks if mark in done or led[mark] in done}


def _is_mark(text: str) -> bool:
    return text.removeprefix("-").isdigit() and len(text) <= 20  # noqa: PLR2004 - of 64 bits
