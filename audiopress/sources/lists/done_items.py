"""What a reader is done with, by the word of a service for reading later: archived, deleted.

Who hands over a pile of saved articles means what is unread in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["find_done", "is_archive"]

_PLACES = ("status", "state", "location", "folder", "collection")
"""Names of where a record lies, or how it stands: of Pocket, Omnivore, Readwise and Instapaper."""

_WORDS = {
    "archive": "archived",
    "archived": "archived",
    "read archive": "archived",
    "read": "archived",
    "done": "archived",
    "deleted": "deleted",
    "trash": "deleted",
}
"""What such a place is called of what is done with, and what we call it."""

_FLAGS = {
    "is_archived": "archived",
    "isarchived": "archived",
    "archived": "archived",
    "archived_at": "archived",
    "archivedat": "archived",
    "is_deleted": "deleted",
    "isdeleted": "deleted",
    "deleted_at": "deleted",
    "deletedat": "deleted",
}
"""Names of what is true, or a moment, of what is done with: of wallabag, Readeck and others."""

_NO = frozenset(("", "0", "false", "no", "none", "null", "n"))
"""Values of a flag that is not set, as tables and programs write them."""

_POCKET = frozenset(("resolved_id", "item_id"))
"""Names that only Pocket's own records have; their status is a number."""

_NUMBERS = {"1": "archived", "2": "deleted"}
"""Pocket's numbers: 0 is unread."""


def find_done(said: Mapping[str, Any]) -> str:
    """Return ``archived`` or ``deleted`` of a record by its names in small letters, or nothing."""
    for name, word in _FLAGS.items():
        if str(said.get(name, "")).strip().lower() not in _NO:
            return word
    if _POCKET & said.keys() and (word := _NUMBERS.get(str(said.get("status", "")).strip(), "")):
        return word
    places = (said.get(name) for name in _PLACES)
    found = (_WORDS.get(each.strip().lower()) for each in places if isinstance(each, str))
    return next(filter(None, found), "")


def is_archive(folder: str) -> bool:
    """Whether a folder of bookmarks is where a service puts what is read."""
    return _WORDS.get(folder.strip().lower()) is not None
