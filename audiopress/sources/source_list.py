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
    from collections.abc import Iterator, Sequence

__all__ = ["read_numbered_addresses", "read_source_list"]

_OPTION = "--from-list"
"""What errors name."""

_QUOTED = 80
"""Characters of a line that an error quotes."""

_SHOWN = 20
"""Lines with a fault that an error names: they are mended at once, and more fill a screen."""

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
    outside = inside and [each for each in found if not _lies_inside(each[1], inside)]
    if outside:
        raise ConfigError(
            f"--untrusted: {_count(outside, 'leads', 'lead')} out of the folder",
            where=_name_lines(file, outside),
            hint="name what lies in the folder, or leave --untrusted out",
        )
    return [name for _, name in found]


def read_numbered_addresses(file: Path) -> Iterator[tuple[int, str]]:
    """Yield every address that a file names, with the number of its line.

    Raises `ConfigError` at its end for lines without one: who has a list of thousands does not
    read notes.
    """
    wrong: list[tuple[int, str]] = []
    for number, line in list_lines(decode(_read(file, _MOST))):
        found = [address for address, _ in read_line(line)]
        if not found:
            wrong.append((number, line))
        yield from ((number, address) for address in found)
    if wrong:
        raise ConfigError(
            f"{_count(wrong, 'names', 'name')} no address of a page",
            where=_name_lines(file, wrong),
            hint="--backfill takes addresses alone; put # before a line that is none",
        )


def _count(lines: Sequence[tuple[int, str]], one: str, many: str) -> str:
    return f"this line {one}" if len(lines) == 1 else f"{len(lines)} lines {many}"


def _name_lines(file: Path, lines: Sequence[tuple[int, str]]) -> str:
    """Return where these lines stand: the first of them with what they are, and how many more."""
    named = "; ".join(f"line {number}: {line[:_QUOTED]}" for number, line in lines[:_SHOWN])
    left = len(lines) - _SHOWN
    return f"{_OPTION} {file}, {named}{f'; and {left} more' if left > 0 else ''}"


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
