"""The lexicons of an edition: those that are shipped, then the show's own, later ones winning."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

from audiopress.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from audiopress.speaking.lexicon import Lexicon

__all__ = ["load_shipped_lexicon", "merge_lexicons", "read_lexicon_file", "read_shipped_files"]


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


def read_lexicon_file(path: Path, origin: str) -> bytes:
    """Return the bytes of a lexicon that ``origin`` names; raises `ConfigError` without it."""
    try:
        return path.read_bytes()
    except OSError as error:
        hint = "audiopress lexicon add WORD --say TEXT makes one"
        where, why = f"{origin}: {path}", (error.strerror or str(error)).lower()
        raise ConfigError(f"no lexicon: {why}", where=where, hint=hint) from error
