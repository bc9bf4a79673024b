"""Which kinds of files this installation reads: two need what is not installed with the rest."""

from __future__ import annotations

from importlib.util import find_spec

from audiopress.errors import SourceError
from audiopress.sources.documents.kinds import ENDINGS
from audiopress.sources.files import MEDIA_TYPES

__all__ = ["UPLOADED", "check_readable", "describe_readable", "list_readable"]

UPLOADED = frozenset(MEDIA_TYPES | ENDINGS)
"""Endings of the files that are articles, in small letters."""

_NEEDS = {".pdf": "pypdfium2", ".rst": "docutils"}
"""The module that reads a kind, of those that are in the extra ``documents`` alone."""

_INSTALL = "python -m pip install 'audiopress[documents]'"
"""What brings that extra."""

_NAMED = {
    ".docx": "Word",
    ".odt": "OpenDocument",
    ".pdf": "PDF",
    ".html": "a saved page",
    ".eml": "an e-mail",
    ".md": "Markdown",
    ".txt": "text",
}
"""The kinds that the window names, as people call them."""


def list_readable() -> frozenset[str]:
    """Return the endings of the files that can be read here and now."""
    return frozenset(ending for ending in UPLOADED if not _lacks(ending))


def describe_readable() -> str:
    """Return the kinds of documents that can be read here, as a line of a page names them."""
    readable = list_readable()
    return ", ".join(words for ending, words in _NAMED.items() if ending in readable)


def check_readable(name: str, ending: str) -> None:
    """Refuse a file that nothing here reads, with who can change that; raises `SourceError`."""
    if _lacks(ending):
        raise SourceError(
            f"a {ending} file cannot be read here, for the part that reads it is not installed",
            where=name,
            hint=f"{_INSTALL}; or save the article as .docx, or paste its text",
        )


def _lacks(ending: str) -> bool:
    return ending in _NEEDS and find_spec(_NEEDS[ending]) is None
