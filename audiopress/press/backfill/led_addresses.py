"""Which addresses of a list led to others, so that the next run need not ask them again.

It lies in the cache: without it they are asked once more. An article's names in the ledger are no
place for it, for an address that leads on today may lead to another article tomorrow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.identity import is_address, normalize_url
from audiopress.store.keys import digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from audiopress.store.cache import Cache
    from audiopress.store.ledger import Record

__all__ = ["list_done", "remember_led"]

_KIND = "led-addresses"
"""The kind of record in the cache, one for each stretch of a list."""


def remember_led(cache: Cache, led: Iterable[tuple[str, str]]) -> None:
    """Keep pairs of addresses (`normalize_url`), of which the first led to the second.

    Digests of them: an article may be purged later, and no cache is to have its name then.
    """
    kept = {_sign(asked): _sign(found) for asked, found in led}
    if kept:
        cache.put_record(_KIND, digest(sorted(kept)), dict(sorted(kept.items())))


def list_done(cache: Cache, records: Iterable[Record], asked: Sequence[str]) -> set[str]:
    """Return the names of records, and which of ``asked`` led to one of them; all normalized."""
    names = (each for one in records for each in (one.id, *one.aliases))
    done = {normalize_url(each) if is_address(each) else each for each in names}
    led: dict[str, str] = {}
    for _, each in cache.list_records(_KIND, dict[str, str]):
        led |= each
    if led:
        signs = {_sign(each) for each in done}
        done |= {each for each in map(normalize_url, asked) if led.get(_sign(each)) in signs}
    return done


def _sign(address: str) -> str:
    return digest([address])
