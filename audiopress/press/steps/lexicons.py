"""The lexicons of an edition: those that are shipped, then the show's own, later ones winning."""

from __future__ import annotations

import re
from importlib import resources
from typing import TYPE_CHECKING

from audiopress.errors import ConfigError
from audiopress.settings.lexicon_files import list_own_lexicons

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from audiopress.settings import Settings
    from audiopress.speaking.lexicon import Lexicon

__all__ = [
    "load_shipped_lexicon",
    "merge_lexicons",
    "note_unread_words",
    "read_own_files",
    "read_shipped_files",
]

_OTHER_ALPHABET = re.compile(rb"""\balphabet\s*=\s*["'](?!ipa["'])""")
"""Matches in a PLS file where phonemes are in another alphabet: only such a file is read for it."""


def load_shipped_lexicon() -> Lexicon:
    """Return what is known of words of every language without a configuration."""
    return merge_lexicons(read_shipped_files())


def read_shipped_files() -> tuple[tuple[str, bytes], ...]:
    """Return name and bytes of every PLS file of the package, by name."""
    folder = resources.files("audiopress").joinpath("speaking", "data")
    # Sorted, as later lexicons win: the order of a disk must not decide what is said.
    files = sorted(folder.iterdir(), key=lambda item: item.name)
    return tuple((item.name, item.read_bytes()) for item in files if item.name.endswith(".pls"))


def merge_lexicons(lexicons: Iterable[tuple[str, bytes]]) -> Lexicon:
    """Return one lexicon of many PLS files, given by name and bytes; later ones win."""
    from audiopress.speaking.lexicon import Lexicon, parse_pls  # noqa: PLC0415 - only to read anew

    merged = Lexicon.empty()
    for name, body in lexicons:
        merged = merged.merge(parse_pls(body, name))
    return merged


def note_unread_words(lexicons: Iterable[tuple[str, bytes]]) -> list[str]:
    """Return a note for every word whose phonemes nobody here can read, with its line."""
    notes = []
    for name, body in lexicons:
        if not _OTHER_ALPHABET.search(body):
            continue
        from audiopress.speaking.lexicon import OtherAlphabet, parse_pls  # noqa: PLC0415

        faults: list[ConfigError] = []
        parse_pls(body, name, faults)
        notes += [
            f"{each.where}: {each.message}; {each.hint}"
            for each in faults
            if isinstance(each, OtherAlphabet)
        ]
    return notes


def read_own_files(settings: Settings) -> tuple[tuple[str, bytes], ...]:
    """Return path and bytes of every lexicon of an edition, the last to win at the end.

    Raises `ConfigError` for one that cannot be read.
    """
    return tuple((str(path), _read_file(path, settings)) for path in settings.lexicons)


def _read_file(path: Path, settings: Settings) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        hint = "audiopress lexicon add WORD --say TEXT makes one"
        if path.is_dir():
            hint = f"a folder is in the way: rename {path} or move it; {hint}"
        where = f"{_find_origin(path, settings)}: {path}"
        why = (error.strerror or str(error)).lower()
        raise ConfigError(f"no lexicon: {why}", where=where, hint=hint) from error


def _find_origin(path: Path, settings: Settings) -> str:
    """Return who named a lexicon; that of an option is looked for where the option is read."""
    if path in list_own_lexicons(settings.root):
        return "beside the configuration"
    return settings.find_origin("edition.lexicons")
