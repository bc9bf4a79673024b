"""When an article is dated: an editor says it, and it is written into the file, as its kind has it.

A document of an office program has its date among its properties, a page in its head, Markdown in
the lines before its text. Of other kinds nothing is written.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from audiopress.errors import ReadingError, SourceError
from audiopress.reading.formats.front_matter import opens_front_matter
from audiopress.store.atomic_files import read, write
from audiopress.studio.files.incoming import IncomingFile, make_document
from audiopress.studio.files.intake import name_file
from audiopress.studio.files.pasted import add_to_head, read_day
from audiopress.studio.files.told import ToldArticle, read_told
from audiopress.text.zip_parts import change_part

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from audiopress.settings import Settings

__all__ = ["DATABLE", "date_file"]

_OFFICE = {
    ".docx": ("docProps/core.xml", "dcterms:created", "cp:coreProperties"),
    ".docm": ("docProps/core.xml", "dcterms:created", "cp:coreProperties"),
    ".dotx": ("docProps/core.xml", "dcterms:created", "cp:coreProperties"),
    ".odt": ("meta.xml", "meta:creation-date", "office:meta"),
    ".ott": ("meta.xml", "meta:creation-date", "office:meta"),
}
"""The part of a packed document that has its properties, the element of its date, and around it."""

_CORE = (
    '<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties'
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"></cp:coreProperties>'
)
"""The properties of a Word document that has none."""

_TYPED = ' xsi:type="dcterms:W3CDTF" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
"""What says that a property of Word is a date."""


_CHANGE = re.compile(
    rb"<(?P<name>dcterms:modified|dc:date)\b[^>]*(?<!/)>(?P<change>\d{4}-[^<]*)</(?P=name)>"
)
"""When a document was changed last, as Word and LibreOffice write it."""

_META = re.compile(r"<meta (?:name|property)=\"article:published_time\"[^>]*>\n?", re.IGNORECASE)
"""What a page says of its date, as pasted ones and those that were dated here have it."""


def date_file(settings: Settings, path: Path, typed: str) -> None:
    """Write a date that somebody has typed into the file of an article.

    Raises `SourceError` for what is no date, and for a file that has another one which counts.
    """
    day = read_day(typed)
    if not day:
        raise SourceError(
            "no date is written",
            where="date",
            hint="write it as 14 March 2026, 14.3.2026 or 2026-03-14 09:30",
        )
    body, ending = read(path) or b"", path.suffix.lower()
    if ending not in DATABLE:
        raise SourceError(
            f"no date can be written into a {ending} file",
            where=path.name,
            hint="paste its text instead: there is a field for the date",
        )
    try:
        dated = DATABLE[ending](body, ending, _place(settings, day))
    except (UnicodeDecodeError, ReadingError) as error:
        raise SourceError(
            "no date can be written into this file: it is damaged, locked, or not UTF-8",
            where=path.name,
            hint="save it anew from its program (a text or page as UTF-8), and replace the file",
        ) from error
    _check(settings, _read(settings, path, body), _read(settings, path, dated), path, day)
    write(path, dated)


def _place(settings: Settings, day: str) -> str:
    """Return a date; one with a time and no zone as of the edition's."""
    moment = datetime.fromisoformat(day)
    if "T" not in day or moment.tzinfo:
        return day
    return moment.replace(tzinfo=settings.zone()).isoformat()


def _read(settings: Settings, path: Path, body: bytes) -> ToldArticle:
    """Return what a file would say with these bytes."""
    incoming = IncomingFile(name=path.stem, ending=path.suffix.lower(), body=body)
    return read_told(settings, make_document(incoming, name_file(settings, path)))


def _check(
    settings: Settings, former: ToldArticle, told: ToldArticle, path: Path, day: str
) -> None:
    """Raise `SourceError` where the file would be of another date, or say anything else anew."""
    meant = datetime.fromisoformat(_place(settings, day))
    found = told.published
    by_day = "T" not in day
    if found is None or (found.date() != meant.date() if by_day else found != meant):
        says = f"it is read as of {found.day} {found:%B %Y}" if found else "it is read without one"
        raise SourceError(
            f"the file keeps its own date: with this one among its properties {says}",
            where=path.name,
            hint="write the date in the document itself, and replace the file",
        )
    if (former.title, former.lines) != (told.title, told.lines):
        raise SourceError(
            "the date cannot be written into the file without a change of what it says",
            where=path.name,
            hint="write the date in the document itself, and replace the file",
        )


def _date_text(body: bytes, _ending: str, day: str) -> bytes:
    """Return Markdown with a date in the lines before it."""
    text = body.decode("utf-8-sig").replace("\r\n", "\n")
    if not opens_front_matter(text):
        return f"---\ndate: {day}\n---\n\n{text}".encode()
    first, _, rest = text.lstrip("\n").partition("\n")
    head, fence, after = rest.partition(f"\n{first.strip()}")
    lines = [line for line in head.split("\n") if not re.match(r"date\s*[:=]", line)]
    said = f'date = "{day}"' if first.startswith("+") else f"date: {day}"
    return "\n".join((first, said, *lines)).encode() + f"{fence}{after}".encode()


def _date_page(body: bytes, _ending: str, day: str) -> bytes:
    """Return a page with a date in its head, in place of one that stood there."""
    text = _META.sub("", body.decode("utf-8-sig"))
    return add_to_head(text, f'<meta name="article:published_time" content="{day}">\n')


def _date_document(body: bytes, ending: str, day: str) -> bytes:
    """Return a packed document whose properties have the date; all else stays."""
    part, _, _ = _OFFICE[ending]
    return change_part(
        body,
        part,
        lambda text: _drop_change(_set_property(text or _CORE.encode(), ending, day), day),
    )


def _drop_change(text: bytes, day: str) -> bytes:
    """Return properties without a last change that is before ``day``.

    A date after the last change does not count; and many programs leave there a template's.
    """
    found = _CHANGE.search(text)
    if not found or found["change"].decode("ascii", "replace")[:10] >= day[:10]:
        return text
    return text[: found.start()] + text[found.end() :]


def _set_property(text: bytes, ending: str, day: str) -> bytes:
    _, element, around = _OFFICE[ending]
    name = element.partition(":")[2].encode()
    found = re.compile(rb"(<(?:\w+:)?" + name + rb"\b[^>]*(?<!/)>)[^<]*(</)")
    if found.search(text):
        return found.sub(rb"\g<1>" + day.encode() + rb"\g<2>", text, count=1)
    typed = _TYPED if ending.startswith(".do") else ""
    whole = f"<{element}{typed}>{day}</{element}></{around}>".encode()
    return text.replace(f"</{around}>".encode(), whole, 1)


DATABLE: dict[str, Callable[[bytes, str, str], bytes]] = {
    ".md": _date_text,
    ".markdown": _date_text,
    ".html": _date_page,
    ".htm": _date_page,
    **dict.fromkeys(_OFFICE, _date_document),
}
"""What writes a date into a file, by its ending."""
