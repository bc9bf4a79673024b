"""Whether files lie among those of an edition that no build writes there.

An old transcript of a version that was purged, a draft, a program that answers in the edition's
place: in the folders that are an edition's own, all names are known. Beside them a host may have
what it likes, but nothing that runs in a reader's browser.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audiopress.checking.folder.entries import Entry

__all__ = ["find_foreign_files"]

Look = tuple[str, str, str]
"""The check's name, the file, and what is wrong or ""."""

_BELOW: Final = r"(?:[0-9a-f]{32}/)?"
"""The folder of a private show, below which all of it lies."""

_OWN: Final = re.compile(rf"{_BELOW}(?:episodes|shows|by-url|player)/.*")
"""Where all files are a build's."""

_KNOWN: Final = re.compile(
    rf"{_BELOW}(?:"
    r"episodes/[^/]+/(?:index\.html|embed\.html|oembed\.json|episode\.json)"
    r"|episodes/[^/]+/(?:cover|picture)-[\w-]+\.jpg"
    r"|episodes/[^/]+/[0-9a-f]{8}/(?:alignment\.json|chapters\.json|transcript\.(?:vtt|srt|json))"
    r"|episodes/[^/]+/[0-9a-f]{8}/[^/]+\.mp3"
    r"|shows/[^/]+/(?:index\.html|older-\d+\.html|feed(?:-\d+)?\.xml)"
    r"|by-url/.+/index\.json"
    r"|player/[\w-]+\.(?:js|css)"
    r")"
)
"""What a build writes there, in all releases."""

_RUNS: Final = re.compile(r"(?:.*/)?[^/]+\.(?:m?js|wasm|swf|webmanifest|appcache)")
"""What a browser runs, or keeps pages by."""

_VERSION: Final = re.compile(rf"({_BELOW}episodes/[^/]+/[0-9a-f]{{8}})/.*")
"""A file of a version."""


def find_foreign_files(entries: Iterable[Entry]) -> Iterator[Look]:
    """Yield a look at each file whose place is an edition's own, and at each version's folder."""
    versions: dict[str, list[str]] = {}
    for entry in entries:
        path = re.sub(r"\.(?:gz|br)$", "", entry.path)
        hidden = any(part.startswith(".") for part in path.split("/"))
        if not entry.is_file or hidden:
            continue
        yield "files of an edition", entry.path, _find_fault(path)
        found = _VERSION.fullmatch(path)
        if found:
            versions.setdefault(found[1], []).append(path)
    for folder, paths in versions.items():
        # Where only texts were corrected the sound lies in a folder without any.
        whole = any(path.endswith(("/alignment.json", ".mp3")) for path in paths)
        fault = "has neither sound nor record: what was left of a version"
        yield "whole versions", f"{folder}/", "" if whole else fault


def _find_fault(path: str) -> str:
    if _OWN.fullmatch(path):
        return "" if _KNOWN.fullmatch(path) else "is no file that a build writes"
    script = _RUNS.fullmatch(path) and not re.fullmatch(rf"{_BELOW}search\.js", path)
    return "is a program for browsers that no build writes" if script else ""
