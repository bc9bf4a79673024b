"""A text that was pasted becomes the file of an article: Markdown, or a page."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from datetime import time
from html import escape

from audiopress.errors import SourceError
from audiopress.reading.formats.front_matter import opens_front_matter
from audiopress.sources.dates.stated import UnclearDateError, read_stated
from audiopress.studio.files.incoming import IncomingFile
from audiopress.text.zones import UNSAID

__all__ = ["PastedText", "add_to_head", "make_file", "read_day"]

_TITLE = 80
"""Characters of a first line that a file is named by."""

_PAGE = re.compile(
    r"\s*<(?:!doctype html|(?:html|article|body|h1|h2|p|div|section)\b)", re.IGNORECASE
)
"""How a text begins that is HTML."""


_DOTTED = re.compile(r"(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)")
"""A day in figures with full stops between them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedText:
    """What was pasted, and what was said of it beside: each may be empty; ``date`` as typed."""

    text: str
    title: str = ""
    author: str = ""
    date: str = ""

    @property
    def facts(self) -> dict[str, str]:
        """What was said of it, without what was not."""
        said = {"title": self.title, "author": self.author, "date": self.date}
        return {name: value for name, value in said.items() if value}


def make_file(pasted: PastedText) -> IncomingFile:
    """Return the file of a pasted text; raises `SourceError` for none, and for no date."""
    pasted = replace(pasted, date=read_day(pasted.date))
    text = pasted.text.replace("\r\n", "\n").strip("\n")
    if not text.strip():
        raise SourceError("there is no text yet", where="text", hint="paste an article")
    if _PAGE.match(text):
        name = pasted.title or "pasted page"
        return IncomingFile(name=name, ending=".html", body=_write_page(text, pasted))
    _check_head(text, pasted)
    # As JSON, which is YAML: a colon or a quote in a headline is no mistake.
    lines = (
        f"{key}: {json.dumps(value, ensure_ascii=False) if key != 'date' else value}\n"
        for key, value in pasted.facts.items()
    )
    head = f"---\n{''.join(lines)}---\n\n" if pasted.facts else ""
    first = next(line for line in text.splitlines() if line.strip())
    name = pasted.title or first.lstrip("# ")[:_TITLE]
    return IncomingFile(name=name, ending=".md", body=f"{head}{text}\n".encode())


def read_day(written: str) -> str:
    """Return a date that somebody has typed as ISO 8601; nothing for nothing.

    Raises `SourceError` with the form to type where it is not understood, or may mean two days.
    """
    # With full stops the day comes first, as where dates are written so (decision 0282).
    text = _DOTTED.sub(r"\3-\2-\1", written.strip())
    if not text:
        return ""
    try:
        moment = read_stated(text)
        why = "it names no day"
    except UnclearDateError as error:
        moment, why = None, str(error)
    if moment is None:
        raise SourceError(
            f'the date "{written.strip()}" is not understood: {why}',
            where="date",
            hint="write it as 14 March 2026, 14.3.2026 or 2026-03-14 09:30",
        )
    if moment.tzinfo is not UNSAID:
        return moment.isoformat()
    plain = moment.replace(tzinfo=None)
    midnight = plain.time() == time()
    return plain.date().isoformat() if midnight else plain.isoformat(timespec="minutes")


def _check_head(text: str, pasted: PastedText) -> None:
    """Refuse two heads for one text: one of them would be read as its first paragraph."""
    if pasted.facts and opens_front_matter(text):
        raise SourceError(
            "the text says at its head what the fields above it say too",
            where=", ".join(pasted.facts),
            hint="leave those fields empty, or take the head out of the text",
        )


def _write_page(text: str, pasted: PastedText) -> bytes:
    """Return a pasted page with what was said of it; a piece of one gets what makes it a page."""
    metas = {"author": pasted.author, "article:published_time": pasted.date}
    said = "".join(
        f'<meta name="{name}" content="{escape(value)}">\n'
        for name, value in metas.items()
        if value
    )
    if re.search(r"<(?:title|html)\b", text, re.IGNORECASE):
        return add_to_head(text, said)
    headed = bool(re.search(r"<h1\b", text, re.IGNORECASE)) or not pasted.title
    heading = "" if headed else f"<h1>{escape(pasted.title)}</h1>\n"
    named = f"<title>{escape(pasted.title)}</title>\n" if pasted.title else ""
    return (
        f'<!doctype html>\n<meta charset="utf-8">\n{said}{named}'
        f"<article>\n{heading}{text}\n</article>\n"
    ).encode()


def add_to_head(text: str, said: str) -> bytes:
    """Return a whole page with more in its head: before its title, else where its body begins."""
    at = re.search(r"<title\b|</head>|<body\b|(?<=<html>)", text, re.IGNORECASE)
    place = at.start() if at else len(text)
    return f"\ufeff{text[:place]}{said}{text[place:]}\n".encode()
