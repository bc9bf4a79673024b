"""Sources from a file, a line each (``--from-list``): what could stand on the command line too."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from audiopress.errors import ConfigError
from audiopress.identity import is_address, is_other_address
from audiopress.sources.files import LIMIT
from audiopress.sources.lists.address_lines import list_lines, read_line
from audiopress.text.commands import write_command
from audiopress.text.decode import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["read_numbered_addresses", "read_source_list"]

_OPTION = "--from-list"
"""What errors name."""

_QUOTED = 80
"""Characters of a line that an error quotes."""

_MOST = 100_000_000
"""Bytes of a list of addresses alone: a million of them, each with words beside it."""


def read_source_list(file: Path, *, inside: Path | None = None) -> list[str]:
    """Return the sources that a file names, ``-`` for standard input; raises `ConfigError`.

    Empty lines and those that begin with ``#`` are none. With ``inside`` a path that leads out of
    that folder is refused: its lines may be a stranger's.
    """
    text = decode(_read(file))
    found = [
        (number, name)
        for number, line in list_lines(text)
        for name in ([address for address, _ in read_line(line)] or [line])
    ]
    if not found:
        raise ConfigError(
            "this list names no source",
            where=f"{_OPTION} {file}",
            hint="write a file, a folder or an address on each line",
        )
    for number, name in found:
        if "\0" in name:
            raise ConfigError("this is no list of sources", where=f"{_OPTION} {file}: {number}")
        if inside is not None and not _lies_inside(name, inside):
            raise ConfigError(
                "--untrusted: this line leads out of the folder",
                where=f"{_OPTION} {file}, line {number}: {name}",
                hint="name what lies in the folder, or leave --untrusted out",
            )
    return [name for _, name in found]


def read_numbered_addresses(file: Path) -> Iterator[tuple[int, str]]:
    """Yield every address that a file names, with the number of its line.

    Raises `ConfigError` for a line without one: who has a list of thousands does not read notes.
    """
    for number, line in list_lines(decode(_read(file, _MOST))):
        found = [address for address, _ in read_line(line)]
        if not found:
            raise ConfigError(
                "this line names no address of a page",
                where=f"{_OPTION} {file}, line {number}: {line[:_QUOTED]}",
                hint="--backfill takes addresses alone; put # before a line that is none",
            )
        yield from ((number, address) for address in found)


def _lies_inside(name: str, folder: Path) -> bool:
    if is_address(name) or is_other_address(name):
        return True
    return Path(os.path.abspath(name)).is_relative_to(folder)  # noqa: PTH100 - keeps links


def _read(file: Path, most: int = LIMIT) -> bytes:
    try:
        if str(file) == "-":
            body = sys.stdin.buffer.read(most + 1)
        elif stat.S_ISREG(file.stat().st_mode):
            with file.open("rb") as opened:
                body = opened.read(most + 1)
        else:
            raise ConfigError(
                "this is no file", where=f"{_OPTION} {file}", hint=write_command("build", file)
            )
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise ConfigError(
            f"this list cannot be read: {why.lower()}",
            where=f"{_OPTION} {file}",
            hint=f"ls -l {file}",
        ) from error
    if len(body) > most:
        raise ConfigError(
            f"this list is larger than {most // 1_000_000} MB",
            where=f"{_OPTION} {file}",
            hint="split it",
        )
    return body
