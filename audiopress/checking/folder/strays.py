"""What was left or copied into the folder and would be deployed with it."""

from __future__ import annotations

import gzip
import re
import zlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from audiopress.checking.folder.entries import Entry

__all__ = ["find_stray_faults"]

Look = tuple[str, str, str]
"""The check's name, the file, and what is wrong or ""."""

_LEFT: Final = re.compile(
    r".*~|\.#.*|#.*#|.*\.(?:bak|old|orig|rej|sw[a-p]|te?mp\w*|part|partial|crdownload|sql|sqlite3?"
    r"|db|dump)|.*\.(?:tar|tgz|tbz2?|txz|zip|7z|rar)(?:\.\w+)?",
    re.IGNORECASE,
)
"""Names of copies, of half written files, of packed folders, and of databases."""

_PROGRAM: Final = re.compile(
    r".*\.(?:php\d?|phtml|phar|cgi|fcgi|pl|py|rb|aspx?|ashx|jspx?|cfm|sh|exe|dll|bat|ps1)",
    re.IGNORECASE,
)
"""Names of what a host may run."""

_SOURCE: Final = re.compile(
    r".*\.(?:md|markdown|mdx|rst|adoc|docx?|odt|rtf|epub|wav|flac|aiff?|w64)", re.IGNORECASE
)
"""Names of articles as they are written, drafts among them, and of sound before it is an MP3."""

_ABOUT: Final = re.compile(r"(?:README|LICEN[CS]E|CONTRIBUTING|SECURITY)\b.*", re.IGNORECASE)
"""What the repository of a host has beside the files that it serves."""

_KEY: Final = re.compile(rb"-----BEGIN [A-Z0-9 ]*PRIVATE KEY|^PuTTY-User-Key-File-\d", re.MULTILINE)
"""How a private key begins, under whatever name (RFC 7468, OpenSSH, PuTTY)."""

_MANY: Final = 3
"""Files of a folder from which on they are told as one."""

_HEAD: Final = 4096
"""Bytes of a file in which that is looked for."""

_OWN: Final = (".mp3", ".jpg", ".png", ".woff", ".gz", ".br")
"""Endings of files that are looked at elsewhere, and are no text."""

_TEXTS: Final = (".html", ".css", ".js", ".json", ".xml", ".vtt", ".srt")
"""Endings of the texts of an edition."""

_MERGED: Final = re.compile(rb"^(?:<{7}|>{7}|\|{7})(?: |$)", re.MULTILINE)
"""The marks that a repository leaves where two versions of a file met."""


def find_stray_faults(root: Path, entries: list[Entry]) -> Iterator[Look]:
    """Yield each look at whether a file belongs into an edition, by its name and its bytes."""
    files = {entry.path: entry for entry in entries if entry.is_file}
    yield from _look_at_names(files)
    for path in files:
        if path.endswith((".gz", ".br")) and path[:-3] in files:
            yield "packed files", path, _find_twin_fault(root, path, files)
        if path.lower().endswith(_OWN):
            continue
        body = _read(root, path, None if path.endswith(_TEXTS) else _HEAD)
        key = _KEY.search(body[:_HEAD])
        named = "/" not in path and path.endswith((".key", ".pem"))  # said elsewhere
        yield "nothing private", path, "is a private key" if key and not named else ""
        if path.endswith(_TEXTS):
            merged = _MERGED.search(body)
            yield "merged files", path, "has marks of a merge in it" if merged else ""


def _look_at_names(files: Mapping[str, Entry]) -> Iterator[Look]:
    """Look at each name; a folder of which many files are wrong was copied here at once."""
    wrong: dict[tuple[str, str], list[str]] = {}
    for path in files:
        fault = _find_name_fault(path)
        if fault:
            wrong.setdefault((path.rpartition("/")[0], fault), []).append(path)
        else:
            yield "nothing left over", path, ""
    for (folder, fault), paths in wrong.items():
        if len(paths) < _MANY or not folder:
            yield from (("nothing left over", path, fault) for path in paths)
        else:
            told = f"has {len(paths)} files of which each {fault}: {paths[0].rpartition('/')[2]}"
            yield "nothing left over", f"{folder}/", told


def _find_name_fault(path: str) -> str:
    name = path.rpartition("/")[2]
    if path.startswith(".well-known/"):
        return ""
    if _LEFT.fullmatch(name):
        return "is a copy, or was left half written"
    if _PROGRAM.fullmatch(name):
        return "is a program that a host might run"
    source = _SOURCE.fullmatch(name) and not ("/" not in path and _ABOUT.fullmatch(name))
    return "is an article or a sound as it is before it is published" if source else ""


def _read(root: Path, path: str, limit: int | None) -> bytes:
    try:
        with (root / path).open("rb") as file:
            return file.read(-1 if limit is None else limit)
    except OSError:
        return b""  # its rights are looked at elsewhere


def _find_twin_fault(root: Path, path: str, files: Mapping[str, Entry]) -> str:
    """Return whether a packed file is of another making: a host sends it in the file's place."""
    plain = path[:-3]
    if path.endswith(".gz"):
        try:
            same = gzip.decompress(_read(root, path, None)) == _read(root, plain, None)
        except (OSError, EOFError, zlib.error):
            return "cannot be unpacked"
        return "" if same else f"is not {plain} as it is now"
    return f"is older than {plain}" if files[path].changed < files[plain].changed else ""
