"""What kind of document a file is: by its first bytes where they tell, else by its ending."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath
from urllib.parse import urlsplit

from audiopress.model.media_types import (
    DOCX,
    EPUB,
    MAIL,
    MDX,
    NOTEBOOK,
    ODT,
    PDF,
    RST,
    SAFARI_PAGE,
    WEB_ARCHIVE,
)

__all__ = [
    "DOCUMENT_LIMIT",
    "ENDINGS",
    "LARGE",
    "PACKED",
    "find_document_type",
    "find_most",
    "find_packed_type",
    "find_served_type",
    "looks_like_mail",
]

DOCUMENT_LIMIT = 100_000_000
"""Bytes a document may have that holds pictures beside its text: ten times a text's. The text of
the largest books has a hundredth of that."""

ENDINGS = {
    ".docx": DOCX,
    ".docm": DOCX,
    ".dotx": DOCX,
    ".eml": MAIL,
    ".epub": EPUB,
    ".ipynb": NOTEBOOK,
    ".mdx": MDX,
    ".mht": WEB_ARCHIVE,
    ".mhtml": WEB_ARCHIVE,
    ".odt": ODT,
    ".ott": ODT,
    ".pdf": PDF,
    ".rst": RST,
    ".webarchive": SAFARI_PAGE,
}
"""Endings of files, in small letters, and what such a file is."""

PACKED = frozenset((DOCX, EPUB, ODT, PDF, SAFARI_PAGE))
"""Kinds of which the first bytes tell, whatever the file is called; they are no text."""

LARGE = PACKED | {MAIL, NOTEBOOK, WEB_ARCHIVE}
"""Kinds that hold pictures and attachments beside their text."""

_BY_TYPE = {
    "application/epub+zip": EPUB,
    "application/pdf": PDF,
    "application/x-ipynb+json": NOTEBOOK,
    "application/x-mimearchive": WEB_ARCHIVE,
    "application/x-webarchive": SAFARI_PAGE,
    "message/rfc822": MAIL,
    "multipart/related": WEB_ARCHIVE,
    "text/mdx": MDX,
    "text/prs.fallenstein.rst": RST,
    "text/x-rst": RST,
    DOCX: DOCX,
    ODT: ODT,
}
"""What servers call documents, and what such a one is."""

_UNTOLD = frozenset(("", "application/octet-stream", "binary/octet-stream", "text/plain"))
"""Media types of servers that do not know what they send: the ending of its address tells."""

_PDF_HEAD = 1024
"""Bytes in which a PDF says what it is: something may stand before (ISO 32000, annex H)."""

_ZIP = b"PK\x03\x04"
"""How a ZIP begins (APPNOTE.TXT, 4.3.7)."""

_PROPERTY_LIST = re.compile(rb"bplist0|<\?xml[^>]*>\s*<!DOCTYPE plist\b")
"""How property lists of Apple's begin, binary ones and those in XML."""

_SAFARI = b"WebMainResource"
"""What stands in those that are a saved page: the key of its HTML."""

_MAIL = re.compile(
    rb"(?:From [^\n]*\n)?(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}\r?\n"
)
"""The head of a message: fields of a name and a colon, folded ones, and an empty line."""

_MAIL_FIELDS = re.compile(
    rb"^(?:message-id|mime-version|received|return-path|x-[\w-]+):", re.IGNORECASE | re.MULTILINE
)
"""Fields that a message has and no article that begins with its author and date."""

_ARCHIVE = re.compile(rb"^content-type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)
"""How a page says that it is saved with its parts."""

_SAVED = re.compile(
    rb"^(?:snapshot-content-location|content-location):", re.IGNORECASE | re.MULTILINE
)
"""And where it came from: a message has no such place."""


def find_document_type(body: bytes, name: str) -> str:
    """Return the media type of a document by its bytes and its name, nothing for what is none."""
    packed = find_packed_type(body)
    kind = ENDINGS.get(PurePath(name).suffix.lower(), "")
    if packed or kind in PACKED:
        # what should be packed and is not is broken: reading says so
        return packed or kind
    if kind in (MAIL, WEB_ARCHIVE) and _MAIL.match(body):
        return _tell_archive(body)
    return kind


def find_served_type(body: bytes, address: str, media_type: str) -> str:
    """Return the media type of a document that a server sent, nothing for what is none."""
    said = _BY_TYPE.get(media_type, "")
    if not said and media_type not in _UNTOLD:
        # a page is a page, whatever its address ends in; a document may be called one by mistake
        return find_packed_type(body)
    ending = next((end for end, kind in ENDINGS.items() if kind == said), "")
    return find_document_type(body, f"a{ending}" if ending else urlsplit(address).path)


def find_most(address: str, media_type: str, first: bytes, *, page: int) -> int:
    """Return how many bytes an answer may have by what comes first of it; ``page`` is a page's."""
    said = _BY_TYPE.get(media_type, "")
    if not said and media_type in _UNTOLD:
        said = ENDINGS.get(PurePath(urlsplit(address).path).suffix.lower(), "")
    packed = b"%PDF-" in first or first.startswith(_ZIP) or _PROPERTY_LIST.match(first)
    # What a ZIP is stands at its end: it is looked at again when it is there.
    return DOCUMENT_LIMIT if said in LARGE or packed else page


def find_packed_type(body: bytes) -> str:
    """Return the media type of a document that is no text, by its bytes alone."""
    if b"%PDF-" in body[:_PDF_HEAD]:
        return PDF
    if _PROPERTY_LIST.match(body) and _SAFARI in body:
        return SAFARI_PAGE
    return _find_zipped_type(body) if body.startswith(_ZIP) else ""


def _find_zipped_type(body: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            names = frozenset(archive.namelist())
            said = _read_mimetype(archive) if "mimetype" in names else ""
    except (zipfile.BadZipFile, OSError, ValueError, EOFError):
        return ""
    if said.startswith(ODT):
        return ODT
    if said == EPUB or "META-INF/container.xml" in names:
        return EPUB
    return DOCX if any(one.startswith("word/") for one in names) else ""


def _read_mimetype(archive: zipfile.ZipFile) -> str:
    try:
        with archive.open("mimetype") as part:
            return part.read(len(ODT) + 10).decode("ascii", "replace").strip()
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError):
        return ""


def looks_like_mail(body: bytes) -> str:
    """Return the media type of a message or a saved page that has no name, else nothing."""
    head = _MAIL.match(body)
    return _tell_archive(body) if head and _MAIL_FIELDS.search(head[0]) else ""


def _tell_archive(body: bytes) -> str:
    head = _MAIL.match(body)
    fields = head[0] if head else b""
    saved = _ARCHIVE.search(fields) and _SAVED.search(body[: len(fields) + 2000])
    return WEB_ARCHIVE if saved else MAIL
