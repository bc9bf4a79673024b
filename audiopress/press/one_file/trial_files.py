"""The files of a pair for trying: a certificate, and a key that only its owner can read."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from audiopress.errors import StoreError
from audiopress.signing.extra import require
from audiopress.store.os_errors import explain_os_error

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["KEY_MODE", "OPEN_MODE", "make_trial_files", "write_new"]

_CERTIFICATE, _KEY = "test-certificate.pem", "test-key.pem"
"""Names that say in every list of files what they are."""

KEY_MODE = 0o600
"""Read and written by its owner alone."""

OPEN_MODE = 0o644
"""A certificate goes to whoever is to believe it: anybody may read it."""


def make_trial_files(folder: Path) -> tuple[Path, Path]:
    """Return a new certificate and a new key in ``folder``, which is made if need be.

    Raises:
        ConfigError: the extra audiopress[sign] is not installed.
        StoreError: there is such a file already, or the disk would not.

    """
    require("audiopress sign")
    from audiopress.signing.trial_pair import make_trial_pair  # noqa: PLC0415 - loads the extra

    paths = folder / _CERTIFICATE, folder / _KEY
    for path in paths:
        if os.path.lexists(path):
            raise StoreError(
                "is there already, and may have signed what is published",
                where=str(path),
                hint="name another folder: audiopress sign --test-certificate FOLDER",
            )
    certificate, key = make_trial_pair(datetime.now(UTC))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise explain_os_error(error, folder) from error
    write_new(paths[1], key, KEY_MODE)
    write_new(paths[0], certificate, OPEN_MODE)
    return paths


def write_new(path: Path, body: bytes, mode: int) -> None:
    """Write a file that nobody else could read for even a moment, and that was not there."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(path, flags, mode), "wb") as file:
            file.write(body)
    except OSError as error:
        raise explain_os_error(error, path) from error
