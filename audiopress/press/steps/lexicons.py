"""The lexicons of an edition: those that are shipped, then the show's own, later ones winning."""

from __future__ import annotations

import os
from importlib import resources
from typing import TYPE_CHECKING

from audiopress.errors import ConfigError
from audiopress.settings.lexicon_files import OWN_LEXICON

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from audiopress.settings import Settings
    from audiopress.speaking.lexicon import Lexicon

__all__ = ["load_shipped_lexicon", "merge_lexicons", "read_own_files", "read_shipped_files"]


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
        where = f"{_find_origin(path, settings)}: {path}"
        why = (error.strerror or str(error)).lower()
        raise ConfigError(f"no lexicon: {why}", where=where, hint=hint) from error


def _find_origin(path: Path, settings: Settings) -> str:
    """Return who named a lexicon; that of an option is looked for where the option is read."""
    if path == settings.root / OWN_LEXICON and os.path.lexists(path):
        return "beside the configuration"
    return settings.find_origin("edition.lexicons")
