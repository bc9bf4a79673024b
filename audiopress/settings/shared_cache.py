"""What of cache and ledger is this machine's, and what lies where several builders see it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.errors import ConfigError
from audiopress.settings.deploy_table import parse_target
from audiopress.settings.tables import EditionTable

if TYPE_CHECKING:
    from audiopress.settings.deploy_table import DeployTarget
    from audiopress.settings.mistakes import Mistakes
    from audiopress.settings.values import Settings

__all__ = [
    "check_bucket_ledger",
    "check_target_apart",
    "is_bucket",
    "name_ledger_folder",
    "settle_caches",
]

_WAYS = "is s3://bucket/prefix, or a folder that several machines see"
"""What may be shared, for errors."""


_FOR_EVERYBODY = (
    "lies where the edition is deployed, which is for everybody; give it a bucket or a prefix "
    "of its own"
)
"""What is wrong with a ledger that readers get to: it has texts from before a correction."""


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
    if target and _overlap(kept, target):
        mistakes.add("edition", "ledger", _FOR_EVERYBODY)


def check_target_apart(settings: Settings, target: DeployTarget, where: str) -> None:
    """Raise `ConfigError` where a target that was named holds the ledger, or lies in it."""
    if settings.ledger_bucket and _overlap(parse_target(settings.ledger_bucket, where), target):
        raise ConfigError(
            f"the ledger {settings.ledger_bucket} {_FOR_EVERYBODY}",
            where=where,
            hint="audiopress deploy with another bucket or prefix",
        )


def _overlap(one: DeployTarget, other: DeployTarget) -> bool:
    if (one.kind, one.bucket) != (other.kind, other.bucket):
        return False
    ours, theirs = (f"{each.prefix}/".lstrip("/") for each in (one, other))
    return ours.startswith(theirs) or theirs.startswith(ours)
