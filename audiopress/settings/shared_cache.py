"""What of cache and ledger is this machine's, and what lies where several builders see it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.errors import ConfigError
from audiopress.settings.deploy_table import parse_target
from audiopress.settings.values import EditionTable

if TYPE_CHECKING:
    from audiopress.settings.mistakes import Mistakes
    from audiopress.settings.values import Settings

__all__ = ["check_bucket_ledger", "is_bucket", "name_ledger_folder", "settle_caches"]

_WAYS = "is s3://bucket/prefix, or a folder that several machines see"
"""What may be shared, for errors."""


def is_bucket(text: str) -> bool:
    """Whether what is named lies in object storage."""
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


def name_ledger_folder(ledger: str) -> str:
    """Return the ledger's folder; of one in a bucket that of the copy, where it always was."""
    return EditionTable().ledger if is_bucket(ledger) else ledger


def check_bucket_ledger(settings: Settings, mistakes: Mistakes) -> None:
    """Note a ledger that lies nowhere, or where everybody may read it."""
    if not settings.ledger_bucket:
        return
    try:
        kept = parse_target(settings.ledger_bucket, "ledger")
    except ConfigError as error:
        mistakes.add("edition", "ledger", error.message)
        return
    if settings.untrusted:
        way = (
            "is kept with a key of this machine (--untrusted); build strangers' changes without it"
        )
        mistakes.add("edition", "ledger", way)
    try:
        target = parse_target(settings.deploy.target, "target") if settings.deploy.target else None
    except ConfigError:  # said where the table is read
        return
    if target and target.kind == "s3" and target.bucket == kept.bucket:
        ours, theirs = (f"{each.prefix}/".lstrip("/") for each in (kept, target))
        if ours.startswith(theirs) or theirs.startswith(ours):
            what = "lies where the edition is deployed, which is for everybody; give it a bucket "
            mistakes.add("edition", "ledger", f"{what}or a prefix of its own")
