"""Whether what every page of an edition needs is there: its front, its style, its player."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.check.shelf import Shelf

__all__ = ["find_site_faults"]

Look = tuple[str, str, str]
"""The check's name, the file, and what is wrong or ""."""

_NEEDED: Final = (
    "index.html",
    "style.css",
    "player/audiopress-player.css",
    "player/audiopress-player.js",
)
"""Files that pages of the edition, and of publishers who embed its player, name."""

_IMPORT: Final = re.compile(r"""['"`]\./([\w-]+\.(?:js|css))""")
"""A module or style that another one names."""

_UNFINISHED: Final = ("(", "{", "[", ",", "=", "\\")
"""What no module or style ends with: such a file was cut off."""


def find_site_faults(shelf: Shelf, root: str) -> Iterator[Look]:
    """Yield each look at the files around the episodes, with what it found wrong or "".

    ``root`` is the folder they lie in, with a slash at its end where it is not the edition's own.
    """
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


def _find_fault(name: str, body: bytes | None) -> str:
    if body is None:
        return "is not there"
    text = body.decode("utf-8", "replace").rstrip()
    if not text:
        return "is empty"
    if name.endswith(".html"):
        return "" if text.endswith("</html>") else "is cut off"
    cut = text.endswith(_UNFINISHED) or text.count("{") != text.count("}")
    return "is cut off" if cut else ""
