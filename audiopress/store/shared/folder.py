"""A folder that several machines see, used as a bucket is: whole files, and marks of their bytes.

Nobody locks it, for many network disks cannot: a file is renamed into its place, so whoever reads
has one whole or the other.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from audiopress.errors import StoreError
from audiopress.store.atomic_files import read, remove, write_fast
from audiopress.store.objects import Stored

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

__all__ = ["SharedFolder"]


class SharedFolder:
    """The folder ``root``, which has to be there (`audiopress.store.shared.speech.SharedPlace`)."""

    def __init__(self, root: Path) -> None:
        """Use it; raises `StoreError` where it is not there."""
        # Never made here: where a disk is not mounted, it would be a folder beneath its place.
        if not root.is_dir():
            raise StoreError(
                "the shared folder is not there",
                where=str(root),
                hint=f"mount it, or: mkdir {root}",
            )
        self._root = root

    def read(self, name: str) -> Stored | None:
        """Return a file with its mark, ``None`` where there is none. Raises `StoreError`."""
        body = read(self._root / name)
        return None if body is None else Stored(body=body, mark=_mark(body))

    def put_if(
        self, name: str, body: bytes, headers: Mapping[str, str], mark: str | None
    ) -> str | None:
        """Write a file where it is still the one of ``mark``; ``None``: where there is none.

        Two who do it at once both have written what is right. Raises `StoreError`.
        """
        del headers  # a folder has none
        now = self.read(name)
        if (now.mark if now else None) != mark:
            return None
        write_fast(self._root / name, body)
        return _mark(body)

    def probe(self, folder: str) -> bool:
        """Say that marks are looked at."""
        del folder
        return True

    def remove(self, names: Collection[str]) -> None:
        """Remove files; one that is not there is removed already. Raises `StoreError`."""
        for name in names:
            remove(self._root / name)


def _mark(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()
