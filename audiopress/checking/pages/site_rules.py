"""Whether what every page of an edition needs is there: its front, its style, its player."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from audiopress.checking.files.other_kinds import find_text_fault
from audiopress.checking.files.shapes import EpisodeShape, read_record

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from audiopress.checking.shelf import Shelf

__all__ = ["find_lost_episodes", "find_site_faults", "is_of_site"]

Look = tuple[str, str, str]
"""The check's name, the file, and what is wrong or ""."""

_NEEDED: Final = (
    "index.html",
    "style.css",
    "player/audiopress-player.css",
    "player/audiopress-player.js",
)
"""Files that pages of the edition, and of publishers who embed its player, name."""

_PRIVATE: Final = ("audiopress.toml", ".env", ".git/HEAD", ".git/config", "lexicon.pls")
"""Files of the folder that an edition is made in, which say what is nobody's business."""

_PRIVATE_KINDS: Final = (".env.*", "*.key", "*.pem", "*.log")
"""The same by their kind."""

_PRIVATE_FOLDERS: Final = ("ledger", ".audiopress", ".git", ".ssh", ".aws", ".gnupg")
"""Folders of which nothing is to be seen: a ledger has texts before they were corrected, and
withdrawn ones; a cache has sound that was not published; the others have keys."""

_OF_DEPLOYS: Final = tuple(
    f".audiopress/{name}" for name in ("deployed.json", "deploying.json", "deploy.lock")
)
"""What ``audiopress deploy`` keeps at a target: digests, and whose turn it is; no secret."""

_IMPORT: Final = re.compile(r"""['"`]\./([\w-]+\.(?:js|css))""")
"""A module or style that another one names."""

_UNFINISHED: Final = ("(", "{", "[", ",", "=", "\\")
"""What no module or style ends with: such a file was cut off."""


_KEY: Final = re.compile(rb'"key": ?"([0-9a-f]*)"')
"""Where an alignment says of which making it is, far before any text."""


def find_site_faults(shelf: Shelf, root: str) -> Iterator[Look]:
    """Yield each look at the files around the episodes, with what it found wrong or "".

    ``root`` is the folder they lie in, with a slash at its end where it is not the edition's own.
    """
    yield from _find_private(shelf, root)
    names, seen = [f"{root}{name}" for name in _NEEDED], set[str]()
    while names:
        name = names.pop(0)
        if name in seen:
            continue
        seen.add(name)
        body = shelf.read(name)
        yield "files of the site", name, _find_fault(name, body)
        if name.endswith(".js") and body:
            folder = name.rpartition("/")[0]
            names += [
                f"{folder}/{each}" for each in _IMPORT.findall(body.decode("utf-8", "replace"))
            ]


def is_of_site(path: str) -> bool:
    """Whether a file is one that `find_site_faults` looks at: it lies in the edition or a secret's.

    A module of the player is looked at where another one names it.
    """
    return any(path == name or path.partition("/")[2] == name for name in _NEEDED)


def find_lost_episodes(shelf: Shelf, root: str, guids: Collection[str] | None) -> Iterator[Look]:
    """Yield a look at each episode below ``root``: whether a feed has its guid and its folder.

    ``guids`` has both of every item; None where a feed cannot be read.
    """
    for where in shelf.list_paths(f"{root}episodes/*/episode.json"):
        record = read_record(shelf, where, EpisodeShape)
        if guids is None:
            continue  # of a broken feed nothing is known
        home = where.removesuffix("episode.json")
        if isinstance(record, str):
            # Of an episode in a feed it is said with its item.
            yield "episodes in the feed", where, "" if home in guids else record
            continue
        lost = not {record.get("guid"), home} <= set(guids)
        yield "episodes in the feed", where, "is in no feed" if lost else ""
    for where in shelf.list_paths(f"{root}episodes/*/*/alignment.json"):
        told = _KEY.search(shelf.read(where) or b"")
        folder = where.split("/")[-2].encode()
        # A version that was replaced lies there for a while, under its own key.
        other = told is not None and not told[1].startswith(folder)
        yield "key of the version", where, "is not that of its folder" if other else ""


def _find_private(shelf: Shelf, root: str) -> Iterator[Look]:
    """Yield a look at what belongs beside an edition and never into what is deployed."""
    for name in _PRIVATE:
        folder = name.rpartition("/")[0]
        if folder and shelf.list_paths(f"{root}{folder}/*"):
            continue  # it is said of the folder
        there = shelf.read(f"{root}{name}") is not None
        yield "nothing private", f"{root}{name}", "is shipped with the edition" if there else ""
    for pattern in _PRIVATE_KINDS:
        for path in shelf.list_paths(f"{root}{pattern}"):
            yield "nothing private", path, "is shipped with the edition"
    for name in _PRIVATE_FOLDERS:
        yield _look_at_private(shelf, f"{root}{name}/", root)


def _look_at_private(shelf: Shelf, folder: str, root: str) -> Look:
    """Look at a folder: however much is in it, it was one mistake to have it there."""
    inside = [
        path
        for path in shelf.list_paths(f"{folder}**/*")
        if path.removeprefix(root) not in _OF_DEPLOYS
    ]
    told = f"is shipped with the edition: {inside[0]}" if inside else ""
    more = f" and {len(inside) - 1:,} more" if len(inside) > 1 else ""
    return "nothing private", folder, f"{told}{more}"


def _find_fault(name: str, body: bytes | None) -> str:
    if body is None:
        return "is not there"
    text = body.decode("utf-8", "replace").rstrip()
    if not text:
        return "is empty"
    other = find_text_fault(body, page=name.endswith(".html"))
    if other:
        return other
    if name.endswith(".html"):
        return "" if text.endswith("</html>") else "is cut off"
    cut = text.endswith(_UNFINISHED) or text.count("{") != text.count("}")
    return "is cut off" if cut else ""
