"""The speech that the settings share with other builders, opened."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from audiopress.settings.deploy_table import parse_target
from audiopress.settings.tables import DeployTable
from audiopress.store.objects import open_store
from audiopress.store.shared.folder import SharedFolder
from audiopress.store.shared.speech import SharedSpeech

if TYPE_CHECKING:
    from collections.abc import Collection

    from audiopress.settings import Settings
    from audiopress.store.cache import Cache
    from audiopress.store.shared.speech import SharedPlace

__all__ = [
    "PASSED_BY",
    "SharedLocation",
    "forget_shared",
    "is_passed_by",
    "locate_shared",
    "open_shared_speech",
    "owe_shared",
]

PASSED_BY = (
    "--untrusted: the shared cache that the file names is not asked (--cache s3://... names one)"
)
"""What is said where a stranger's file names one."""


_OWED = "shared-purge"
"""Kind and key of the record of what is to go out of the shared cache."""


class _OwedSpeech(msgspec.Struct, frozen=True):
    """Keys of speech that was purged here."""

    keys: tuple[str, ...] = ()


def open_shared_speech(settings: Settings, cache: Cache, *, keep: bool = True) -> SharedSpeech:
    """Return what is shared behind ``cache``; nobody is asked yet, and without ``keep`` ever."""
    if not settings.shared_cache or not keep or is_passed_by(settings):
        return SharedSpeech(cache)
    return SharedSpeech(
        cache, settings.shared_cache, lambda: locate_shared(settings).open(hurry=True)
    )


def owe_shared(settings: Settings, cache: Cache, keys: Collection[str]) -> None:
    """Note that this speech is to go out of the shared cache, before what named it here goes."""
    owed = {*_list_owed(cache), *keys}
    if owed and settings.shared_cache:
        cache.put_record(_OWED, _OWED, {"keys": sorted(owed)})


def forget_shared(settings: Settings, cache: Cache) -> list[str]:
    """Take out of the shared cache what is owed to go; return a note where it is there still.

    What could not be removed stays owed: the next build or purge tries again.
    """
    owed = _list_owed(cache)
    if not owed or not settings.shared_cache:
        return []
    if is_passed_by(settings):
        return [f"{PASSED_BY}: what was purged here is still there"]
    left = open_shared_speech(settings, cache).forget(owed)
    if not left:
        cache.remove_record(_OWED, _OWED)
    return [f"{left}; the next build tries again"] if left else []


def _list_owed(cache: Cache) -> tuple[str, ...]:
    owed = cache.find_record(_OWED, _OWED, _OwedSpeech)
    return owed.keys if owed else ()


def is_passed_by(settings: Settings) -> bool:
    """Whether a stranger's file names a shared cache, which is then not asked: nor with our key."""
    origin = settings.find_origin("edition.shared_cache")
    named = settings.file is not None and origin.startswith(f"{settings.file.name}, ")
    return settings.untrusted and named and bool(settings.shared_cache)


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedLocation:
    """Where shared speech lies, as any machine finds it: a bucket, or else a folder.

    ``where`` is who named it. The key to a bucket is in the environment of each machine.
    """

    where: str
    folder: Path | None = None
    bucket: str = ""
    prefix: str = ""
    region: str = ""
    endpoint: str = ""

    def open(self, *, hurry: bool) -> SharedPlace:
        """Open it; in a ``hurry`` one who does not answer is soon given up. Raises `StoreError`."""
        if self.folder is not None:
            return SharedFolder(self.folder)
        return open_store(
            self.bucket,
            self.prefix,
            region=self.region,
            endpoint=self.endpoint,
            where=self.where,
            hurry=hurry,
        )


def locate_shared(settings: Settings) -> SharedLocation:
    """Return where the shared speech of these settings lies."""
    where = settings.find_origin("edition.shared_cache")
    target = parse_target(settings.shared_cache, where)
    if target.kind != "s3":
        folder = settings.root / Path(target.name).expanduser()
        return SharedLocation(where=where, folder=Path(os.path.normpath(folder)))
    # A stranger's endpoint would be sent what this machine's key signs.
    table = DeployTable() if settings.untrusted else settings.deploy
    return SharedLocation(
        where=where,
        bucket=target.bucket,
        prefix=target.prefix,
        region=table.region,
        endpoint=table.endpoint,
    )
