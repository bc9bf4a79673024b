"""A folder that Dask reads as its configuration: certificates, keys, and where they are."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.util import find_spec
from typing import TYPE_CHECKING

from audiopress.errors import ConfigError, StoreError
from audiopress.press.one_file.trial_files import KEY_MODE, OPEN_MODE, write_new
from audiopress.store.os_errors import explain_os_error
from audiopress.workers.cluster.certificates import ROLES, make_certificates
from audiopress.workers.cluster.connection import INSTALL

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["write_certificates"]

_CONFIGURATION = "dask.yaml"
"""Dask reads every file of this kind in the folder that ``DASK_CONFIG`` names."""


def write_certificates(folder: Path) -> None:
    """Write certificates for a cluster into ``folder``, which is made if need be.

    Raises:
        ConfigError: the extra audiopress[cluster] is not installed.
        StoreError: there are some already, or the disk would not.

    """
    if find_spec("cryptography") is None:
        raise ConfigError(
            "certificates need the extra audiopress[cluster]",
            where="audiopress cluster certificates",
            hint=INSTALL,
        )
    _make_folder(folder)
    for name, certificate, key in make_certificates(datetime.now(UTC)):
        if key:
            write_new(folder / f"{name}-key.pem", key, KEY_MODE)
        write_new(folder / f"{name}.pem", certificate, OPEN_MODE)
    write_new(folder / _CONFIGURATION, _write_configuration(folder).encode(), OPEN_MODE)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise StoreError(
                "this folder is not empty, and a cluster may go by what is in it",
                where=str(folder),
                hint="name another one: audiopress cluster certificates FOLDER",
            )
    except OSError as error:
        raise explain_os_error(error, folder) from error


def _write_configuration(folder: Path) -> str:
    """Return the configuration, in YAML: paths are whole, for Dask may be started anywhere."""
    place = folder.absolute()
    lines = [
        "distributed:",
        "  comm:",
        "    require-encryption: true",
        "    tls:",
        f"      ca-file: {_quote(place / 'ca.pem')}",
    ]
    for role in ROLES:
        lines += [
            f"      {role}:",
            f"        cert: {_quote(place / f'{role}.pem')}",
            f"        key: {_quote(place / f'{role}-key.pem')}",
        ]
    return "\n".join(lines) + "\n"


def _quote(path: Path) -> str:
    """Return a path as YAML has a text in single quotes."""
    return "'" + str(path).replace("'", "''") + "'"
