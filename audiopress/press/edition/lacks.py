"""What directories ask of a public show and its settings do not say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.model import Show

if TYPE_CHECKING:
    from audiopress.press.edition.told import ToldNotes

__all__ = ["list_lacks", "note_lacks"]

_WAYS = {"title": 'title = "The Evening Post"', "email": 'email = "audio@example.org"'}
"""By the name of a setting of ``[show]``: the line to write, as an example."""

_NAMES = {"title": "title", "email": "email address"}
"""What it is called in a sentence."""

_EMAIL = re.compile(r"[^\s@]+@[^\s@]+")
"""What an email address has in it, whatever name stands beside it."""


def list_lacks(show: Show) -> dict[str, str]:
    """Return what is lacking, by the name of the setting, each with why it is wanted.

    Of a preview and of a private show nothing is: no directory lists them.
    """
    if show.preview or show.private:
        return {}
    lacks = {}
    if show.title == Show().title:
        lacks["title"] = "the show is called what every new one is called"
    if not _EMAIL.search(show.email):
        lacks["email"] = "directories write to it to see that the show is yours"
    return lacks


def note_lacks(show: Show, told: ToldNotes) -> list[str]:
    """Return a note for each that is lacking, with the line to write; told once, as of drafts."""
    lacks = list_lacks(show)
    new = told.pick_new("lacks", [f"{show.id} {name}" for name in lacks])
    return [
        f"this show is public and has no {_NAMES[name]}: {why}; write {_WAYS[name]} under [show]"
        for name, why in lacks.items()
        if f"{show.id} {name}" in new
    ]
