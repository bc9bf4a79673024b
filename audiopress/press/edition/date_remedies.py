"""How an article without a date gets one: what to write or to type, by the kind of its file."""

from __future__ import annotations

import shlex
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from audiopress.identity import is_address
from audiopress.press.edition.planning.untold import WRITTEN_FILES
from audiopress.sources.documents.kinds import ENDINGS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.press.steps.read import Manuscript

__all__ = ["describe_remedies"]

_HEADED = (*WRITTEN_FILES, ".mdx")
"""Ends of the names of files at whose head a date is read."""

_CHAPTER = "epub:"
"""How the name of a chapter begins (`audiopress.sources.documents.epub`): its book is a file."""


def describe_remedies(undated: Sequence[Manuscript]) -> str:
    """Return how a date is stated, for each kind of these articles.

    Of what a list names, neither file nor page is its reader's own.
    """
    found: dict[str, list[Manuscript]] = {}
    for each in undated:
        found.setdefault(_find_remedy(each), []).append(each)
    return " and ".join(way or _rename(those[0]) for way, those in sorted(found.items()))


def _find_remedy(manuscript: Manuscript) -> str:
    """Return what states the date of such an article; nothing where only its file's name can."""
    facts = manuscript.facts
    ending = PurePosixPath(_find_path(manuscript.uri)).suffix.lower()
    if facts is not None and not manuscript.uri.startswith(_CHAPTER):
        return "write when it was published into the list (`published_at`; `pubDate` in a feed)"
    if facts is None and ending in _HEADED:
        return "write `date: 2026-03-14` at its head, between two lines of ---"
    if facts is None and ending not in ENDINGS:
        return (
            'say it in the page: <meta property="article:published_time" '
            'content="2026-03-14T07:30:00Z">'
        )
    return ""


def _rename(manuscript: Manuscript) -> str:
    """Return the command that dates a document: its file's name begins with the day."""
    facts = manuscript.facts
    file = facts.listed_in if facts else manuscript.place or manuscript.uri
    name = f"2026-03-14-{PurePosixPath(_find_path(file)).name}"
    words = (
        ("curl", "-L", "-o", name, file)
        if is_address(file)
        else ("mv", file, str(PurePosixPath(file).with_name(name)))
    )
    also = ", and name that file" if is_address(file) else ""
    return f"have the name of its file begin with it: {shlex.join(words)}{also}"


def _find_path(uri: str) -> str:
    return urlsplit(uri).path if is_address(uri) else uri
