"""Who a builder is to others: a name that says nothing of its machine."""

from __future__ import annotations

import platform
import secrets
from typing import TYPE_CHECKING, Final

import msgspec

from audiopress.store.keys import digest

if TYPE_CHECKING:
    from audiopress.store.cache import Cache

__all__ = ["name_builder"]

_KIND: Final = "deploy"
"""The kind of record in the cache."""

_DIGITS = 8
"""Hex digits of a builder's name: it is said in errors, and two of some builders never meet."""


class _Builder(msgspec.Struct):
    """A random name, of which what is said of this machine is made."""

    seed: str


def name_builder(cache: Cache, *, keep: bool = True) -> str:
    """Return what this builder is called: the same for one cache on one machine.

    With ``keep`` false one that has no name yet gets it for this run alone.
    """
    known = cache.find_record(_KIND, "builder", _Builder)
    seed = known.seed if known else secrets.token_hex(16)
    if known is None and keep:
        cache.put_record(_KIND, "builder", {"seed": seed})
    # A cache that was copied to another machine makes another builder, and nothing names either.
    return digest([seed, platform.node()])[:_DIGITS]
