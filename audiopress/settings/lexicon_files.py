"""Which files of pronunciations an edition has: those it names, and its own, which nobody names.

A PLS file has one language, so an edition may have one for each: ``lexicon.pls`` and beside it
``lexicon.de.pls``, ``lexicon.en-GB.pls``.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from audiopress.errors import ConfigError
from audiopress.settings.boundary import explain_way_out

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = [
    "OWN_LEXICON",
    "check_own_lexicon",
    "find_lexicons",
    "list_own_lexicons",
    "list_passed_by",
    "name_own_lexicon",
    "read_own_language",
]

OWN_LEXICON = "lexicon.pls"
"""Name of the lexicon beside the configuration that is used without being named there."""

_OF_A_LANGUAGE = re.compile(r"lexicon\.([^.]+)\.pls")
"""Matches the name of one that is used so for a language; the tag is between the dots."""


def name_own_lexicon(language: str) -> str:
    """Return the name of the edition's own lexicon of a language: ``lexicon.de.pls``."""
    return f"lexicon.{language}.pls"


def read_own_language(name: str) -> str:
    """Return the tag in the name of an own lexicon, or nothing: it has none, or it is no tag."""
    from audiopress.text.language_slips import is_known  # noqa: PLC0415 - only for such a file

    match = _OF_A_LANGUAGE.fullmatch(name)
    return match[1] if match and is_known(match[1]) else ""


def list_own_lexicons(root: Path) -> tuple[Path, ...]:
    """Return the lexicons that are used without being named, the last to win at the end.

    That of a language wins over ``lexicon.pls``, that of a country over its language's.
    """
    tagged = {read_own_language(name): name for name in _list_tagged(root)}
    tagged.pop("", None)
    names = [tagged[tag] for tag in sorted(tagged, key=lambda tag: (tag.lower(), tag))]
    # Not `exists`: a link that leads nowhere is an error that names it, and not passed over.
    own = [OWN_LEXICON] if os.path.lexists(root / OWN_LEXICON) else []
    return tuple(root / name for name in (*own, *names))


def list_passed_by(root: Path) -> tuple[Path, ...]:
    """Return files beside the configuration that look like own lexicons, of no known language."""
    return tuple(root / name for name in _list_tagged(root) if not read_own_language(name))


def _list_tagged(root: Path) -> list[str]:
    try:
        names = os.listdir(root)  # noqa: PTH208 - at each start, in folders of thousands
    except OSError:  # said where something is read
        return []
    return sorted(name for name in names if _OF_A_LANGUAGE.fullmatch(name))


def find_lexicons(root: Path, named: Sequence[str] = ()) -> tuple[Path, ...]:
    """Return the lexicons of the edition in ``root``: those ``named``, then its own.

    The later wins, so the show's own files win over those it shares. A setting that names one of
    them too says at which place it stands.
    """
    files = tuple(root / name for name in named)
    same = set(map(os.path.normpath, files))
    own = (file for file in list_own_lexicons(root) if os.path.normpath(file) not in same)
    return (*files, *own)


def check_own_lexicon(root: Path) -> None:
    """Refuse a lexicon beside an untrusted configuration that leads out of ``root``.

    Raises `ConfigError`.
    """
    for file in list_own_lexicons(root):
        way = explain_way_out(root, file.name)
        if way:
            raise ConfigError(f"--untrusted: the lexicon {way}", where=str(file))
