"""Voices that join the one a person chose, when they are installed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.voices import find, is_installed

if TYPE_CHECKING:
    from audiopress.model import Cast

__all__ = ["add_companions"]

_COMPANIONS = {"heart": (("en-GB", "emma"),)}
"""By voice, who speaks another variety of its language: British English is pronounced otherwise,
and not by an American accent alone. They are not shipped, so whoever has one asked for it."""


def add_companions(cast: Cast) -> Cast:
    """Return ``cast`` with the installed companions of its body, for languages it does not name."""
    known = [tag.lower() for tag, _ in cast.languages]
    added = tuple(
        (tag, name)
        for tag, name in _COMPANIONS.get(cast.body, ())
        # "en" names "en-GB" too.
        if not any(f"{tag.lower()}-".startswith(f"{each}-") for each in known)
        and is_installed(find(name))
    )
    # Sorted, as languages of a configuration are.
    return replace(cast, languages=tuple(sorted((*cast.languages, *added)))) if added else cast
