"""What a document says of itself and what could not be used of it, in words for `Article.notes`."""

from __future__ import annotations

from audiopress.text.decode import tidy

__all__ = ["describe_unused"]

_LONGEST = 60
"""Characters of a value that are shown: enough to find it again, and a note stays one line."""


def describe_unused(what: str, value: str, place: str, why: str) -> str:
    """Return a note such as: the date "2024-13-45" (datePublished) is no day, and is not used.

    ``what`` is what it should have been, ``place`` where it stands, ``why`` a clause with a verb.
    """
    value = tidy(value)
    shown = value if len(value) <= _LONGEST else value[: _LONGEST - 1] + "…"
    return f'the {what} "{shown}" ({place}) {why}'
