"""What files are called that cannot be read, and what to do about each."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from audiopress.errors import SourceError
from audiopress.sources.sniff import name_binary_format

if TYPE_CHECKING:
    from collections.abc import Container
    from pathlib import Path

__all__ = ["ADVICE", "ARTICLE_ENDINGS", "check_archive", "check_ending", "is_named_as_file"]

ARTICLE_ENDINGS = ".html, .md, .txt, .docx, .odt, .pdf, .epub or .eml"
"""Endings of articles as errors name them, the most common first."""

ADVICE = {
    ".adoc": "convert it to .html with Asciidoctor",
    ".doc": "open it in Word or LibreOffice, and save it as .docx",
    ".rtf": "open it in Word or LibreOffice, and save it as .docx",
    ".pages": "open it in Pages, and export it as Word (.docx)",
    ".msg": "open it in Outlook, and save it as .eml",
    ".mobi": "open it in Calibre, and convert it to .epub",
    ".azw3": "open it in Calibre, and convert it to .epub",
    ".odm": "open it in LibreOffice, and export it as .odt",
    ".org": "export it from Emacs as .html or .md",
    ".tex": "convert it to .docx or .html with pandoc, or name its .pdf",
    ".xhtml": "name it .html",
}
"""What to do about documents that are near those that can be read, in folders too."""

_OF_LISTS = {
    **dict.fromkeys(
        (".csv", ".tsv", ".tab"),
        "write the articles' addresses into one of its columns, each whole (https://...)",
    ),
    **dict.fromkeys(
        (".xlsx", ".xls", ".ods", ".numbers"), "save it as .csv, with a column of addresses"
    ),
    **dict.fromkeys(
        (".json", ".jsonl", ".xml", ".opml", ".rss", ".atom"),
        "have it written again as a feed, as OPML, or as .csv with a column of addresses",
    ),
}
"""What to do about files that are named as lists are, and hold none."""

_ARCHIVES = frozenset((".zip", ".gz", ".tgz", ".zst", ".bz2", ".7z"))
"""Endings of what is packed, of which some lists are exported in one file."""


def is_named_as_file(name: str, known: Container[str]) -> bool:
    """Whether a name ends as that of a file and not of a host, also of one that is not read."""
    ending = PurePath(name).suffix.lower()
    # Of all endings, one is a host's more often than a file's.
    named = ending in ADVICE | _OF_LISTS or ending in _ARCHIVES or ending in known
    return named and ending != ".org"


def check_ending(path: Path, known: Container[str]) -> None:
    """Refuse a file whose ending is not one of ``known``, with what to do about its kind."""
    ending = path.suffix.lower()
    if ending not in known:
        raise SourceError(
            f'a file ending in "{path.suffix}" cannot be read, and it is no feed, sitemap or list',
            hint=(ADVICE | _OF_LISTS).get(ending, f"save it as {ARTICLE_ENDINGS}"),
        )


def check_archive(body: bytes, path: Path) -> None:
    """Refuse a packed file, before what is in it is taken for a table or a text."""
    binary = name_binary_format(body)
    if binary and path.suffix.lower() in _ARCHIVES:
        raise SourceError(
            f"the file is packed ({binary})",
            hint="unpack it, and name the list or the article that is in it",
        )
