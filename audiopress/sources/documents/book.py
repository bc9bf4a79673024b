"""What a book says of itself: its files in reading order, its table of contents, who wrote it."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from audiopress.errors import SourceError
from audiopress.text.decode import tidy

if TYPE_CHECKING:
    from audiopress.text.zip_parts import ZipParts

__all__ = ["Book", "BookEntry", "open_book"]

_HTML = frozenset(("application/xhtml+xml", "text/html", "application/x-dtbook+xml"))
"""Media types of files that have the text; others are pictures and drawings."""

_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""Ways in which fonts alone are made unreadable, which locks no text (EPUB 3.3, 4.4)."""

_PLACEHOLDER = re.compile(
    r"(?:urn:(?:uuid|isbn):)?[\W0_]*"
    r"(?:none|unknown|null|undefined|bookid|id|uuid|isbn|n/?a)?[\W0_]*",
    re.IGNORECASE,
)
"""An identifier that no program has filled in: other books have the same."""

_DEEPEST = 6
"""Entries in entries of a table of contents that are followed."""

_YEAR = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?)?)?")
"""A date as books have it (W3CDTF)."""


@dataclass(frozen=True, slots=True)
class BookEntry:
    """A line of the table of contents: its words, where it leads, and the lines below it."""

    title: str
    file: str
    anchor: str = ""
    inner: tuple[BookEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A book: ``files`` in reading order, ``kinds`` what its guide calls some of them.

    ``identifier`` is empty where the book has none of its own, ``date`` where it says no day.
    """

    parts: ZipParts
    files: tuple[str, ...]
    contents: tuple[BookEntry, ...]
    title: str = ""
    author: str = ""
    language: str = ""
    identifier: str = ""
    date: str = ""
    kinds: dict[str, str] = field(default_factory=dict)


def open_book(parts: ZipParts, where: str) -> Book:
    """Return what a book says of itself; raises `AudiopressError` where it is broken or locked."""
    _refuse_locked(parts, where)
    container = parts.parse("META-INF/container.xml")
    named = () if container is None else _find_all(container, "rootfile")
    name = next((each.get("full-path") or "" for each in named), "")
    package = parts.parse(name) if name else None
    if package is None:
        raise SourceError(
            "this is no book: it does not say what is in it",
            where=where,
            hint="open it in a reader of books; a book that opens there is asked for anew",
        )
    folder = posixpath.dirname(name)
    manifest = {
        each.get("id") or "": each for each in _find_all(package, "item") if each.get("href")
    }
    files = tuple(dict.fromkeys(_list_files(package, manifest, folder)))
    contents, kinds = _read_contents(parts, package, manifest, folder)
    return Book(
        parts=parts,
        files=files,
        contents=contents,
        kinds=kinds | _read_guide(package, folder),
        title=_read_first(package, "title"),
        author=", ".join(_list_authors(package)),
        language=_read_first(package, "language"),
        identifier=_read_identifier(package),
        date=_read_date(package),
    )


def _refuse_locked(parts: ZipParts, where: str) -> None:
    """Raise `SourceError` for a book of which more than fonts is locked (DRM)."""
    root = parts.parse("META-INF/encryption.xml")
    methods = () if root is None else _find_all(root, "EncryptionMethod")
    if any(each.get("Algorithm") not in _FONTS for each in methods):
        raise SourceError(
            "this book is locked by its seller (DRM), and cannot be read",
            where=where,
            hint="ask the seller or the publisher for a copy without a lock",
        )


def _find_all(root: Any, name: str) -> list[Any]:
    """Return all elements of a name, whatever their namespace."""
    return [each for each in root.iter("*") if each.tag.rpartition("}")[2] == name]


def _read_all(package: Any, name: str) -> list[str]:
    found = (tidy("".join(each.itertext())) for each in _find_all(package, name))
    return [text for text in found if text]


def _read_first(package: Any, name: str) -> str:
    return next(iter(_read_all(package, name)), "")


def _list_authors(package: Any) -> list[str]:
    """Return who wrote the book, without translators and those who drew it."""
    roles = {
        (each.get("refines") or "").removeprefix("#"): tidy(each.text or "")
        for each in _find_all(package, "meta")
        if each.get("property") == "role"
    }
    found = []
    for creator in _find_all(package, "creator"):
        role = next((value for key, value in creator.attrib.items() if key.endswith("}role")), "")
        role = role or roles.get(creator.get("id") or "", "aut")
        if role == "aut" and (name := tidy(creator.text or "")):
            found.append(name)
    return list(dict.fromkeys(found))


def _read_identifier(package: Any) -> str:
    unique = package.get("unique-identifier") or ""
    found = _find_all(package, "identifier")
    chosen = next((each for each in found if each.get("id") == unique), found[0] if found else None)
    text = "" if chosen is None else tidy(chosen.text or "")
    return "" if _PLACEHOLDER.fullmatch(text) else text


def _read_date(package: Any) -> str:
    """Return the day on which the book came out; a year alone is no day."""
    found = [each for each in _read_all(package, "date") if _YEAR.fullmatch(each)]
    return next((each for each in found if each.count("-") > 1), "")


def _list_files(package: Any, manifest: dict[str, Any], folder: str) -> list[str]:
    found = []
    for each in _find_all(package, "itemref"):
        item = manifest.get(each.get("idref") or "")
        if item is not None and item.get("media-type") in _HTML:
            found.append(_resolve(folder, item.get("href"))[0])
    return found


def _resolve(folder: str, href: str) -> tuple[str, str]:
    """Return the name of a file in the book and the id of an element in it."""
    path, _, anchor = href.partition("#")
    return posixpath.normpath(posixpath.join(folder, unquote(path))), unquote(anchor)


def _read_guide(package: Any, folder: str) -> dict[str, str]:
    found = {}
    for each in _find_all(package, "reference"):
        name, anchor = _resolve(folder, each.get("href") or "")
        if not anchor:
            found[name] = (each.get("type") or "").lower()
    return found


def _read_contents(
    parts: ZipParts, package: Any, manifest: dict[str, Any], folder: str
) -> tuple[tuple[BookEntry, ...], dict[str, str]]:
    """Return the table of contents, of the third version of EPUB or of the second."""
    for item in manifest.values():
        if "nav" in (item.get("properties") or "").split():
            name = _resolve(folder, item.get("href"))[0]
            contents, kinds = _read_nav(parts.parse(name), posixpath.dirname(name))
            if contents:
                return contents, kinds | {name: "toc"}
    spine = next(iter(_find_all(package, "spine")), None)
    item = manifest.get(spine.get("toc") or "") if spine is not None else None
    if item is None:
        item = next(
            (one for one in manifest.values() if "dtbncx" in (one.get("media-type") or "")), None
        )
    if item is None:
        return (), {}
    name = _resolve(folder, item.get("href"))[0]
    root = parts.parse(name)
    mapped = [] if root is None else _find_all(root, "navMap")
    return (_read_points(mapped[0], posixpath.dirname(name), 0) if mapped else ()), {}


def _read_points(around: Any, folder: str, depth: int) -> tuple[BookEntry, ...]:
    """Return the entries of a table of contents of EPUB 2 (NCX)."""
    found = []
    for point in around:
        if point.tag.rpartition("}")[2] != "navPoint" or depth > _DEEPEST:
            continue
        own = {each.tag.rpartition("}")[2]: each for each in point}
        label, content = own.get("navLabel"), own.get("content")
        title = "" if label is None else tidy("".join(label.itertext()))
        file, anchor = _resolve(folder, "" if content is None else content.get("src") or "")
        found.append(BookEntry(title, file, anchor, _read_points(point, folder, depth + 1)))
    return tuple(found)


def _read_nav(root: Any, folder: str) -> tuple[tuple[BookEntry, ...], dict[str, str]]:
    """Return the entries of a navigation document of EPUB 3, and its landmarks."""
    contents: tuple[BookEntry, ...] = ()
    kinds = {}
    for nav in () if root is None else _find_all(root, "nav"):
        kind = next((value for key, value in nav.attrib.items() if key.endswith("}type")), "")
        lists = [each for each in nav if each.tag.rpartition("}")[2] == "ol"]
        if kind == "toc" or (not kind and not contents):
            contents = _read_items(lists[0], folder, 0) if lists else contents
        elif kind == "landmarks":
            for link in _find_all(nav, "a"):
                name, anchor = _resolve(folder, link.get("href") or "")
                said = next(
                    (value for key, value in link.attrib.items() if key.endswith("}type")), ""
                )
                if not anchor:
                    kinds[name] = said.split()[0] if said else ""
    return contents, kinds


def _read_items(around: Any, folder: str, depth: int) -> tuple[BookEntry, ...]:
    found: list[BookEntry] = []
    for item in around:
        own = {each.tag.rpartition("}")[2]: each for each in item if isinstance(each.tag, str)}
        link = own.get("a")
        inner = (
            _read_items(own["ol"], folder, depth + 1) if "ol" in own and depth < _DEEPEST else ()
        )
        if link is None:  # a heading of the table alone
            found += inner
            continue
        file, anchor = _resolve(folder, link.get("href") or "")
        found.append(BookEntry(tidy("".join(link.itertext())), file, anchor, inner))
    return tuple(found)
