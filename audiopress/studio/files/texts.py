"""The text of an article's file, as it is edited in the window."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from audiopress.errors import SourceError
from audiopress.store.atomic_files import read, remove, write

if TYPE_CHECKING:
    from pathlib import Path

    from audiopress.studio.files.articles import StudioArticle

__all__ = ["EDITABLE", "FileText", "read_text", "remove_file", "replace_text"]

EDITABLE = frozenset((".md", ".markdown", ".txt", ".html", ".htm"))
"""Endings of files whose text can be edited in the window."""

_MARK = "\ufeff"
"""Byte order mark: it stays in a file that has one."""


class FileText(NamedTuple):
    """The text of a file, and a digest that tells whether it is still that."""

    text: str
    digest: str


def read_text(path: Path) -> FileText:
    """Return the text of an article; raises `SourceError` for a file that has no plain text."""
    body = read(path) or b""
    if path.suffix.lower() not in EDITABLE:
        raise SourceError(
            f"a {path.suffix} file is edited in the program that has made it",
            where=path.name,
            hint="drop the corrected file on the page of the article",
        )
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise SourceError(
            "the file is not in UTF-8, and saving it here would spoil its letters",
            where=path.name,
            hint="save it as UTF-8 in the program that has made it",
        ) from error
    return FileText(text.removeprefix(_MARK), hashlib.sha256(body).hexdigest())


def replace_text(path: Path, text: str, digest: str) -> None:
    """Write an edited text; raises `SourceError` where the file is not the one that was read."""
    known = read_text(path)
    if known.digest != digest:
        raise SourceError(
            "somebody has changed this file meanwhile, and your text was not saved",
            where=path.name,
            hint="your text is still in this page: copy it, load the page again, and put it there",
        )
    if not text.strip():
        raise SourceError("there is no text", where=path.name, hint="withdraw the article instead")
    # A browser sends lines as networks have them.
    body = text.replace("\r\n", "\n").rstrip("\n") + "\n"
    marked = (read(path) or b"").startswith(_MARK.encode())
    write(path, body.encode("utf-8-sig" if marked else "utf-8"))


def remove_file(path: Path, article: StudioArticle | None) -> None:
    """Remove a file of which nothing was ever published; raises `SourceError` for another."""
    if article is not None and (article.id or article.state not in ("new", "failed", "waiting")):
        raise SourceError(
            f"this article is not a new one ({article.words}), and its file stays",
            where=path.name,
            hint="withdraw it instead",
        )
    remove(path)
