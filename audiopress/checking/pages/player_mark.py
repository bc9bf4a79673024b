"""Whether the files of the site are whole, ours, and of one version.

The version that a page names (``?v=``, decision 0224) is a digest of the player's files without it,
so it is worked out again from what lies there, whatever release has written it.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Final

from audiopress.checking.feed.pictures import find_opening_fault
from audiopress.checking.pages.style_rules import find_hiding_fault

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from audiopress.checking.shelf import Shelf

__all__ = ["find_mark_faults"]

Look = tuple[str, str, str]
"""The check's name, the file, and what is wrong or ""."""

_MARK: Final = re.compile(rb"player/audiopress-player\.js\?v=([0-9a-f]{8})")
"""Where a page names the version of the player's files; editions of old have none."""

_MARKED: Final = re.compile(r"""(?<=['"])(\./[\w-]+\.js)\?v=[0-9a-f]{8}(?=['"])""")
"""Where a module names another one with the version of both."""

_IMPORT: Final = re.compile(r"""['"`]\./([\w-]+\.(?:js|css))""")
"""A module that another one names."""

_FIRST: Final = ("audiopress-player.js", "audiopress-player.css")
"""Files of the player that pages name."""

_FONT: Final = "literata-semibold.woff"
"""The letters of headlines ..."""

_LICENCE: Final = "literata-licence.txt"
"""... which may only be given away with their licence (OFL 1.1, 2)."""

_LOADS: Final = re.compile(r"@import|url\((?!\s*['\"]?[.\w/-]+\.woff2?['\"]?\s*\))[^)]*")
"""What a style of ours never has: another style, and an address but that of its letters."""

_REMARK: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
"""What a style says to those who read it."""


def find_mark_faults(shelf: Shelf, root: str) -> Iterator[Look]:
    """Yield each look at the player, the styles, the letters and the icon below ``root``."""
    page = shelf.read(f"{root}index.html") or b""
    mark = _MARK.search(page)
    if mark:
        where = f"{root}player/"
        yield "version of the player", where, _find_mark_fault(shelf, root, mark[1].decode())
    for name in ("style.css", "player/audiopress-player.css"):
        yield "styles", f"{root}{name}", _find_style_fault(shelf.read(f"{root}{name}"))
    if _FONT.encode() in page:
        yield "letters", f"{root}{_FONT}", _find_font_fault(shelf.read(f"{root}{_FONT}"))
        lost = shelf.read(f"{root}{_LICENCE}") is None
        yield "letters", f"{root}{_LICENCE}", "is not there" if lost else ""
    if b'icon.png"' in page:
        yield "icon", f"{root}icon.png", find_opening_fault(shelf.read(f"{root}icon.png"))
    script = shelf.read(f"{root}search.js")
    if b'src="search.js"' in page:
        fault = "is not there" if script is None else _find_end_fault(script)
        yield "files of the site", f"{root}search.js", fault


def _find_mark_fault(shelf: Shelf, root: str, mark: str) -> str:
    # Files of a release that went before may be left, and a host lists none.
    there = {path.rpartition("/")[2] for path in shelf.list_paths(f"{root}player/*")}
    listed = {name for name in there if name.endswith((".js", ".css"))}
    found = {_digest_files(shelf, root, names) for names in (_follow(shelf, root), listed)}
    if mark in found:
        return ""
    return f"is not {mark}, as the front page has it: a file is of another version, or changed"


def _follow(shelf: Shelf, root: str) -> set[str]:
    """Return the names of the player's files that pages lead to."""
    names, found = list(_FIRST), set[str]()
    while names:
        name = names.pop()
        if name not in found:
            found.add(name)
            body = shelf.read(f"{root}player/{name}") or b""
            names += _IMPORT.findall(body.decode("utf-8", "replace"))
    return found


def _digest_files(shelf: Shelf, root: str, names: Collection[str]) -> str:
    """Return what `audiopress.publish.player_files.name_player_version` made of these files."""
    bodies = {name: shelf.read(f"{root}player/{name}") or b"" for name in names}
    texts = {
        name: _MARKED.sub(r"\1", body.decode("utf-8", "replace")) for name, body in bodies.items()
    }
    return hashlib.sha256(repr(sorted(texts.items())).encode()).hexdigest()[:8]


def _find_style_fault(body: bytes | None) -> str:
    if not body:
        return ""  # it is said elsewhere
    text = _REMARK.sub("", body.decode("utf-8", "replace"))
    foreign = _LOADS.search(text)
    if foreign:
        return f"has {foreign[0][:60]!r}, which no style of ours has"
    return find_hiding_fault(body) or _find_end_fault(body)


def _find_end_fault(body: bytes) -> str:
    # Every file of ours ends with a line, every style and script with a whole one.
    text = _REMARK.sub("", body.decode("utf-8", "replace"))
    whole = text.endswith("\n") and text.count("{") == text.count("}")
    return "" if whole else "is cut off"


def _find_font_fault(body: bytes | None) -> str:
    if body is None:
        return "is not there"
    # Behind the signature and the kind of letters stands the length of the whole (WOFF 1.0, 3).
    whole = body[:4] == b"wOFF" and int.from_bytes(body[8:12]) == len(body)
    return "" if whole else "is cut off, or no WOFF"
