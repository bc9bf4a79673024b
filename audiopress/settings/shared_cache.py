"""Which cache is this machine's, and which one several have: two settings, or one for both."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.errors import ConfigError
from audiopress.settings.deploy_table import parse_target
from audiopress.settings.values import EditionTable

if TYPE_CHECKING:
    from audiopress.settings.mistakes import Mistakes

__all__ = ["is_bucket", "settle_caches"]

_WAYS = "is s3://bucket/prefix, or a folder that several machines see"
"""What may be shared, for errors."""


def is_bucket(text: str) -> bool:
    """Whether a cache is named that lies in object storage."""
    return text.startswith("s3://")


def settle_caches(edition: EditionTable, mistakes: Mistakes) -> EditionTable:
    """Return ``[edition]`` with ``cache`` as a folder, and what several share beside it."""
    key = "shared_cache"
    if is_bucket(edition.cache):
        if edition.shared_cache:
            mistakes.add("edition", "cache", "names a shared cache, and so does shared_cache")
        # The folder of this machine is where it ever was.
        own, key = EditionTable().cache, "cache"
        edition = replace(edition, cache=own, shared_cache=edition.cache)
    if edition.shared_cache:
        try:
            if parse_target(edition.shared_cache, key).kind == "rsync":
                mistakes.add("edition", key, _WAYS)
        except ConfigError as error:
            mistakes.add("edition", key, f"{error.message}; it {_WAYS}")
    return edition
