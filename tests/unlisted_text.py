"""Which text of a page is neither spoken nor listed: an account of every letter of its body.

It shares no code with reading: its idea of a page is plain. All text below ``<body>`` is text for
people, but for programs, styles, the source of templates, and comments. Each letter that is spoken
or listed accounts for one letter of the page, so that a text that stands there twice must be
listed twice.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING

import lxml.html

from audiopress.text.decode import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["find_unlisted", "list_texts"]

SOURCE = "not(ancestor::script or ancestor::style or ancestor::template[not(@shadowrootmode)])"
"""Text for people is none of these; a template with a shadow root is shown where it stands."""

_LETTERS = re.compile(r"[\W_]+")
"""What is no letter or figure: two writings of one text differ in it."""

_PIECE = 4
"""Letters of a piece of a text that is found within an entry; a shorter one begins or ends it."""


def list_texts(html: str) -> list[str]:
    """Return the letters of every text node of a page's body, in their order."""
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, huge_tree=True)
    tree = lxml.html.document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    body = tree.find("body")
    texts = [] if body is None else body.xpath(f".//text()[{SOURCE}]")
    return [letters for text in texts if (letters := _find_letters(text))]


def find_unlisted(html: str, listed: Iterable[str]) -> list[str]:
    """Return the texts of a page, letters only, that ``listed`` does not account for."""
    texts = list_texts(html)
    entries = sorted(filter(None, map(_find_letters, listed)), key=len, reverse=True)
    texts, entries = _match_whole_entries(texts, entries)
    # what has something left out in its middle: the longest text first, for what is short stands
    # in many places and may only take what is left
    rest = "\0".join(entries)
    broken = []
    for letters in sorted(texts, key=len, reverse=True):
        at = rest.find(letters)
        if at < 0:
            broken.append(letters)
        else:
            rest = f"{rest[:at]}\0{rest[at + len(letters) :]}"
    missing = []
    for letters in broken:
        left = _take_pieces(letters, f"\0{rest}\0")
        missing += [] if left else [letters]
        rest = left or rest
    return missing


def _take_pieces(letters: str, rest: str) -> str:
    """Return ``rest`` without the pieces that make up a text, or nothing where they do not.

    A note mark or a formula is listed by itself, and what is spoken has a gap where it stood.
    """
    at = 0
    while at < len(letters):
        pieces = (letters[at:end] for end in range(len(letters), at, -1))
        # a few letters stand in any text: they begin or end an entry
        forms = ((p, form) for p in pieces for form in _list_forms(p))
        piece, form = next(((p, form) for p, form in forms if form in rest), ("", ""))
        if not piece:
            return ""
        rest = rest.replace(form, "\0", 1)
        at += len(piece)
    return rest


def _list_forms(piece: str) -> tuple[str, ...]:
    return (piece,) if len(piece) >= _PIECE else (f"\0{piece}\0", f"\0{piece}", f"{piece}\0")


def _match_whole_entries(texts: list[str], entries: list[str]) -> tuple[list[str], list[str]]:
    """Return the texts and entries that are left when entries of whole texts are taken."""
    # one text that is the whole entry goes before several that make it up
    single = Counter(texts) & Counter(entries)
    texts, entries = _subtract(texts, single), _subtract(entries, single)
    page = "".join(texts)
    ends = set(accumulate(map(len, texts), initial=0))
    left = []
    for entry in entries:
        at = page.find(entry)
        while at >= 0 and not {at, at + len(entry)} <= ends:
            at = page.find(entry, at + 1)
        if at < 0:
            left.append(entry)
        else:
            page = f"{page[:at]}{len(entry) * chr(0)}{page[at + len(entry) :]}"
    starts = accumulate(map(len, texts), initial=0)
    return [text for at, text in zip(starts, texts, strict=False) if page[at] != "\0"], left


def _subtract(items: list[str], taken: Counter[str]) -> list[str]:
    rest = Counter(taken)
    left = []
    for item in items:
        if rest[item]:
            rest[item] -= 1
        else:
            left.append(item)
    return left


def _find_letters(text: str) -> str:
    # 10⁹ is how a power is written where the page has small figures in an element
    return _LETTERS.sub("", unicodedata.normalize("NFKC", tidy(text)).casefold())
