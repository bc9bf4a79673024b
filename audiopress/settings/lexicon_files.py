"""Which files of pronunciations an edition has: those it names, and its own, which nobody names."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from audiopress.errors import ConfigError
from audiopress.settings.boundary import explain_way_out

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["OWN_LEXICON", "check_own_lexicon", "find_lexicons"]

OWN_LEXICON = "lexicon.pls"
"""Name of the lexicon beside the configuration that is used without being named there."""


def find_lexicons(root: Path, named: Sequence[str] = ()) -> tuple[Path, ...]:
    """Return the lexicons of the edition in ``root``: those ``named``, then its own.

    The later wins, so the show's own file wins over those it shares. A setting that names it too
    says at which place it stands.
    """
    files = tuple(root / name for name in named)
    own = root / OWN_LEXICON
    same = os.path.normpath(own) in map(os.path.normpath, files)
    # Not `exists`: a link that leads nowhere is an error that names it, and not passed over.
    return files if same or not os.path.lexists(own) else (*files, own)


def check_own_lexicon(root: Path) -> None:
    """Refuse a lexicon beside an untrusted configuration that leads out of ``root``.

    Raises `ConfigError`.
    """
    way = explain_way_out(root, OWN_LEXICON)
    if way and os.path.lexists(root / OWN_LEXICON):
        raise ConfigError(f"--untrusted: the lexicon {way}", where=str(root / OWN_LEXICON))
