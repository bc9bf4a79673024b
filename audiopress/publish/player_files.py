"""The player's files as an edition has them: modules joined, squeezed, and named with a version.

A browser may keep a module for a day: without a version an old one would meet new ones. The address
of the first, ``player/audiopress-player.js``, stands in other people's templates and stays.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache, partial
from importlib.resources import files
from string import ascii_letters
from typing import Final

from audiopress.publish.player_modules import join_modules
from audiopress.publish.player_names import LITERAL, shorten_names

__all__ = ["list_player_files", "name_player_version"]

_ENTRY: Final = "audiopress-player.js"
"""The module that a page names."""

_SERVED: Final = (".js", ".css")
"""Endings of what browsers ask for; type declarations, and the folder of the style's sources, stay
at home."""

_IMPORT: Final = re.compile(r"""(?<=['"])\./([\w-]+\.js)(?=['"])""")
"""The address of a module that comes later: ``'./listening.js'``."""

_REMARK: Final = re.compile(r"^[ \t]*(?:/\*(?:(?!\*/).)*\*/|//[^\n]*)\n", re.MULTILINE | re.DOTALL)
"""A comment that has its lines to itself: a quarter of what would be sent."""

_INDENT: Final = re.compile(r"^[ \t]+|\n(?=\n)", re.MULTILINE)
"""What sets a line in, and empty lines. No string of the player's runs over a line but the style
sheets, to which blanks mean nothing."""

_RULES: Final = re.compile(r"(?<=\bsheetOf\()`[^`]*`")
"""The rules of a style sheet, which need no lines of their own."""

_BLANKS: Final = re.compile(
    rf"(?P<kept>{LITERAL})"
    r"""
    | /\*.*?\*/[ ]?                                 # a type in the middle of a line
    | \b(?P<once>const)\b                           # a name that is given once
    | (?P<private>\#[a-z]\w*)                       # a name that only its class knows
    | [ ]*(?P<opens>=>|[=<>*/%!&|?:,;{(\[](?!\n*[}\])])
        |(?<![+-])(?<![+-][ ])[+-](?![ ]?[+-]))\s*   # no ``- -a``, which is not ``--a``
    | [,;]?\s*(?P<ends>[}\])])[ ]*
    """,
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)
"""What of a module means nothing: four of a hundred bytes that would be sent. A line never ends
before a bracket that closes, nor after a sign that wants something behind it; what stands last in
brackets needs no sign; only who changes a module gains by ``const``; and what no other can name
may have any name."""

_DIGITS: Final = 8
"""Of the digest, as hex: two releases in four billion would share a version."""


@cache
def _read_files() -> dict[str, str]:
    folder = files("audiopress") / "player"
    found = [item for item in folder.iterdir() if item.name.endswith(_SERVED) and item.is_file()]
    texts = {item.name: item.read_text("utf-8") for item in found}
    styles = {name: text for name, text in texts.items() if name.endswith(".css")}
    return {name: _squeeze(name, text) for name, text in styles.items()} | {
        name: shorten_names(_squeeze(name, text), text)
        for name, text in join_modules(texts, _ENTRY).items()
    }


def _squeeze(name: str, text: str) -> str:
    """Return a file without what is for those who change it."""
    plain = _INDENT.sub("", _REMARK.sub("", text)).lstrip("\n")
    plain = _RULES.sub(lambda found: found[0].replace("}\n", "}"), plain)
    private: dict[str, str] = {}
    return _BLANKS.sub(partial(_keep, private), plain) if name.endswith(".js") else plain


def _keep(private: dict[str, str], found: re.Match[str]) -> str:
    """Return what a browser needs of what was found; ``private`` has the short names so far."""
    if found["private"]:
        round_, letter = divmod(len(private), len(ascii_letters))
        return private.setdefault(found["private"], f"#{ascii_letters[letter]}{round_ or ''}")
    return found["kept"] or found["opens"] or found["ends"] or ("let" if found["once"] else "")


@cache
def name_player_version() -> str:
    """Return the version of all of the player's files together, for addresses: ``0a1b2c3d``."""
    texts = sorted(_read_files().items())
    return hashlib.sha256(repr(texts).encode()).hexdigest()[:_DIGITS]


def list_player_files() -> dict[str, bytes]:
    """Return the player's files by their path below the output folder."""
    version = name_player_version()
    return {
        f"player/{name}": _IMPORT.sub(rf"./\1?v={version}", text).encode()
        for name, text in _read_files().items()
    }
