"""How an article without a date gets one: what to write or to type, by the kind of its file."""

from __future__ import annotations

import shlex
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from audiopress.disk import is_file, shorten_path
from audiopress.identity import is_address
from audiopress.press.edition.planning.untold import WRITTEN_FILES
from audiopress.sources.documents.kinds import ENDINGS
from audiopress.sources.standard_input import NAME

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from audiopress.press.steps.read import Manuscript

__all__ = ["describe_remedies"]

_HEADED = (*WRITTEN_FILES, ".mdx")
"""Ends of the names of files at whose head a date is read."""

_DAY = "2026-03-14"
"""The day in what is shown, as in all pages of the docs."""

_CHAPTER = "epub:"
"""How the name of a chapter begins (`audiopress.sources.documents.epub`): its book is a file."""


def describe_remedies(undated: Sequence[Manuscript], root: Path) -> str:
    """Return how a date is stated, for each kind of these articles of the edition in ``root``.

    Of what a list names, neither file nor page is its reader's own.
    """
    found: dict[str, list[Manuscript]] = {}
    for each in undated:
        found.setdefault(_find_remedy(each), []).append(each)
    return " and ".join(way or _rename(those, root) for way, those in sorted(found.items()))


def _find_remedy(manuscript: Manuscript) -> str:
    """Return what states the date of such an article; nothing where only its file's name can."""
    facts = manuscript.facts
    ending = PurePosixPath(_find_path(manuscript.uri)).suffix.lower()
    if facts is not None and not manuscript.uri.startswith(_CHAPTER):
        return "write when it was published into the list (`published_at`; `pubDate` in a feed)"
    if _find_file(manuscript) == NAME:
        return f"keep it as a file whose name begins with it ({_DAY}-NAME), and name that file"
    if facts is None and ending in _HEADED:
        return "write `date: 2026-03-14` at its head, between two lines of ---"
    if facts is None and ending not in ENDINGS:
        return (
            'say it in the page: <meta property="article:published_time" '
            'content="2026-03-14T07:30:00Z">'
        )
    return ""


def _rename(manuscripts: Sequence[Manuscript], root: Path) -> str:
    """Return what dates documents: the command for the first, and how many others want one."""
    first, *others = dict.fromkeys(map(_find_file, manuscripts))
    files = "1 other file" if len(others) == 1 else f"{len(others)} other files"
    return _rename_file(first, root) + (f", and so for {files}" if others else "")


def _rename_file(file: str, root: Path) -> str:
    """Return how a document's file gets a name that begins with the day, as one types it here."""
    name = f"{_DAY}-{PurePosixPath(_find_path(file)).name}"
    told = "have the name of its file begin with it"
    if is_address(file):
        return f"{told}: {shlex.join(('curl', '-L', '-o', name, file))}, and name that file"
    path = root / file
    if not is_file(path):  # a source of a plug-in may call it as it likes
        return f"{told} ({name})"
    typed = shorten_path(path)
    # With a dot where it would be taken for an option.
    dot = "./" if str(typed).startswith("-") else ""
    words = (f"{dot}{typed}", f"{dot if typed.parent.name else ''}{typed.with_name(name)}")
    return f"{told}: {shlex.join(('mv', *words))}"


def _find_file(manuscript: Manuscript) -> str:
    """Return the file of a document: of a chapter that of its book."""
    listed = manuscript.facts.listed_in if manuscript.facts else manuscript.uri
    return manuscript.place or listed


def _find_path(uri: str) -> str:
    return urlsplit(uri).path if is_address(uri) else uri
