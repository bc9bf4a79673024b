"""The folder that a browser puts beside a page it saves: pictures, scripts, frames, no article."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import quote

from audiopress.sources.documents.kinds import ENDINGS
from audiopress.sources.file_endings import ADVICE
from audiopress.sources.page_stubs import HEAD
from audiopress.text.lazy_regex import compile_late

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

__all__ = ["FRAME", "explain_named_parts", "explain_parts", "read_head"]

_PAGES = (".html", ".htm", ".HTML", ".HTM", ".xhtml", ".shtml", ".php", ".asp", ".aspx", ".md")
"""Endings of pages beside which browsers, and programs that write reports, put a folder."""

_PARTS = compile_late(r"(?P<stem>.+)[-_. ](?P<word>[^\W\d_]{3,14})")
"""What browsers put behind a page's name for the folder of its pictures and frames, a word of the
user's language: ``_files``, ``-Dateien``, ``_fichiers``, ``_archivos``."""

_PARTS_WORDS = frozenset(
    (
        "files",
        "file",
        "dateien",
        "fichiers",
        "bestanden",
        "archivos",
        "filer",
        "tiedostot",
        "pliki",
        "soubory",
        "súbory",
        "elemei",
        "ficheiros",
        "arquivos",
        "dosyalar",
        "datoteke",
        "fitxers",
        "failid",
        "fails",
        "faili",
        "bylos",
        "failai",
        "fajlovi",
        "fitxategiak",
        "fișiere",
        "fisiere",
        "файлы",
        "файлове",
        "αρχεία",
        "skrár",
        "berkas",
    )
)
"""That word in the languages of the browsers. Any other, as in ``news-stories`` beside
``news.html``, counts only where the page takes pictures or scripts from there."""

_LOADED = (".js", ".mjs", ".css", ".woff", ".woff2", ".download")
"""Ends of the names of what a page loads, in small letters; Chrome saves ``site.js.download``."""

FRAME = compile_late(r"saved_resource(?:\(\d+\))?\.html?")
"""What Chrome calls a page within a page that it saves, in small letters: never an article."""

_READ = ENDINGS.keys() | ADVICE.keys() | {".htm", ".html", ".markdown", ".md", ".txt"}
"""Ends of the names of files that a walk reads, or tells of: one of them, and a folder is read."""


def explain_parts(folder: Path, names: Collection[str]) -> str:
    """Say of which saved page a folder has the parts, or nothing; ``names`` are those beside it."""
    page = _find_page(folder, names)
    return f"parts of the saved page {page}" if page else _explain_lost(folder, names)


def explain_named_parts(folder: Path) -> str:
    """Say so of a folder that somebody names, as a shell does for ``*`` beside its page.

    Only of one in which nothing could be read: what is named is read, whatever it is called.
    """
    called = _PARTS.fullmatch(folder.name)
    if called is None or not _is_saved(called, folder):
        return ""
    try:
        names = {path.name for path in folder.parent.iterdir()}
    except OSError:  # it may be named all the same
        names = set()
    page = _find_page(folder, names)
    return f"parts of the saved page {page}" if page else ""


def _explain_lost(folder: Path, names: Collection[str]) -> str:
    """Say of which saved page that is not there a folder has the parts, or nothing.

    It may as well be a folder about a court that is called ``court_files``, with a style sheet
    beside its articles: so only where nothing below it could be read.
    """
    called = _PARTS.fullmatch(folder.name)
    if called is None or not _is_saved(called, folder):
        return ""
    page = called["stem"]
    if page in names:
        return f"parts of the saved page {page} (its name has to end in .html)"
    return f"parts of a saved page that is not here (put {page}.html beside them)"


def _is_saved(called: re.Match[str], folder: Path) -> bool:
    return _find_word(called) in _PARTS_WORDS and _is_loaded(folder)


def _find_word(called: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", called["word"]).casefold()


def _is_loaded(folder: Path) -> bool:
    """Whether a folder and those below it hold what a page loads, and nothing that is read."""
    unreadable: list[OSError] = []  # what cannot be read is said when its turn comes
    loaded = False
    for _, _, names in os.walk(folder, onerror=unreadable.append):
        found = (name.lower() for name in names if not FRAME.fullmatch(name.lower()))
        endings = {PurePath(name).suffix for name in found}
        if endings & _READ:
            return False
        loaded = loaded or not endings.isdisjoint(_LOADED)
    return loaded and not unreadable


def read_head(path: Path) -> bytes:
    """Return the first bytes of a file; none of what is no file or cannot be read."""
    try:
        # Asked first: to open a pipe waits for ever.
        if not path.is_file():
            return b""
        with path.open("rb") as file:
            return file.read(HEAD)
    except OSError:  # what cannot be read is said when its turn comes
        return b""


def _find_page(folder: Path, names: Collection[str]) -> str:
    """Return which of the files ``names`` beside a folder is the page it has the parts of.

    Browsers name the folder after the page and a word of the user's language.
    """
    called = _PARTS.fullmatch(folder.name)
    if called is None:
        return ""
    word = _find_word(called)
    for page in (called["stem"] + ending for ending in _PAGES):
        if page in names and (word in _PARTS_WORDS or _takes_parts(folder.parent / page, folder)):
            return page
    return ""


def _takes_parts(page: Path, folder: Path) -> bool:
    """Whether a page shows pictures or loads scripts and styles out of a folder beside it."""
    spelt = {folder.name, quote(folder.name), folder.name.replace(" ", "%20")}
    names = "|".join(re.escape(name) for name in sorted(spelt))
    taken = compile_late(
        rf"(?:\bsrc|\bsrcset|\bbackground|<link\b[^<>]*\bhref)\s*=\s*[\"']?(?:\./)?(?:{names})/",
        re.IGNORECASE,
    )
    return bool(taken.search(read_head(page).decode("utf-8", "replace")))
