"""Printed pages (.pdf) with a text: paragraphs without what a page has for itself alone."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from audiopress.errors import ReadingError
from audiopress.reading.documents.page import DocumentPage, leave_out_block
from audiopress.reading.documents.printed.contents import find_contents
from audiopress.reading.documents.printed.flow import find_columns
from audiopress.reading.documents.printed.furniture import mark_furniture
from audiopress.reading.documents.printed.joining import join_paragraphs
from audiopress.reading.documents.printed.letters import read_letters
from audiopress.reading.documents.printed.paragraphs import (
    PrintedParagraph,
    WordJoiner,
    find_body_size,
)
from audiopress.reading.documents.properties import choose_author, choose_title

if TYPE_CHECKING:
    from audiopress.reading.documents.printed.letters import PrintedText
    from audiopress.reading.documents.printed.lines import PrintedPage
    from audiopress.reading.reasons import Reason

__all__ = ["read_pdf"]

_FEW_LETTERS = 20
"""Letters a page up to which a document has no text: a stamp or a number on pictures."""

_UNKNOWN = 0.2
"""Share of letters of which a font does not say what they are, from which none can be read."""

_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:([+-])(\d\d)'?(\d\d)|Z)?")
"""A date as PDF writes one (ISO 32000, 7.9.4)."""

_REFERENCES = re.compile(
    r"(?:[\dIVX.]+\s+)?(?:references(?: cited)?|bibliography|works cited|literature(?: cited)?|"
    r"literatur(?:verzeichnis)?|références|bibliographie|referencias|"
    r"bibliografía|bibliografia|riferimenti)",
    re.IGNORECASE,
)
"""The heading above a list of sources."""

_TITLE_PART = 0.45
"""Share of the first page from its top in which the title stands."""

_MOST_LEVEL = 6
"""The deepest heading of HTML."""

_BESIDE: dict[str, Reason] = {"footnote": "footnote", "label": "picture", "table": "table"}
"""What stands beside the text, and why it is not spoken."""


def read_pdf(body: bytes, where: str) -> DocumentPage:
    """Return the page of a PDF; raises `ReadingError` where no text can be had of it."""
    text = read_letters(body, where)
    _refuse_pictures(text, where)
    pages = text.pages
    mark_furniture(pages)
    lines = [line for page in pages for line in page.lines if not line.furniture and line.text]
    size = find_body_size(lines)
    joiner = WordJoiner(lines)
    paragraphs = join_paragraphs([column for page in pages for column in find_columns(page)], size)
    title = _find_title(paragraphs, pages, size)
    _rank_headings(paragraphs, title, size)
    shown = _write_all(paragraphs, title, joiner)
    return DocumentPage(
        body=_write_beside(pages) + shown,
        title="" if title else choose_title(text.title),
        byline=choose_author(text.author),
        created=_read_date(text.created),
        changed=_read_date(text.modified),
        language=text.language,
    )


def _refuse_pictures(text: PrintedText, where: str) -> None:
    """Raise `ReadingError` for scanned pages, and for letters that no font names."""
    said = "".join(span.text for page in text.pages for line in page.lines for span in line.spans)
    letters = len(said.replace(" ", ""))
    if letters <= _FEW_LETTERS * max(1, len(text.pages)) and any(
        page.pictures for page in text.pages
    ):
        raise ReadingError(
            "the document has no text: its pages are pictures, as scanned ones are",
            where=where,
            hint="recognise its text first: ocrmypdf IN.pdf OUT.pdf",
        )
    unknown = sum(
        "\ue000" <= sign <= "\uf8ff" or sign == "\N{REPLACEMENT CHARACTER}" for sign in said
    )
    if letters and unknown > _UNKNOWN * letters:
        raise ReadingError(
            "the fonts of the document do not say which letters they draw",
            where=where,
            hint="recognise its text: ocrmypdf --force-ocr IN.pdf OUT.pdf",
        )


def _write_beside(pages: list[PrintedPage]) -> str:
    """Return what pages have beside their text, each once."""
    heads = dict.fromkeys(line.text for page in pages for line in page.lines if line.furniture)
    turned = dict.fromkeys(text for page in pages for text in page.turned if text)
    hidden = dict.fromkeys(text for page in pages for text in page.hidden)
    return "".join(
        (
            *(leave_out_block(escape(text), "running-head") for text in (*heads, *turned)),
            *(leave_out_block(escape(text), "hidden") for text in hidden),
        )
    )


def _find_title(
    paragraphs: list[PrintedParagraph], pages: list[PrintedPage], size: float
) -> PrintedParagraph | None:
    """Return the headline: the largest heading in the upper part of the first page with text."""
    first = min((each.lines[0].page for each in paragraphs if each.lines), default=0)
    low = (1 - _TITLE_PART) * pages[first].height if pages else 0.0
    upper = [
        each
        for each in paragraphs
        if each.kind == "heading" and each.lines[0].page == first and each.lines[0].base > low
    ]
    largest = max(upper, key=lambda each: each.size, default=None)
    return largest if largest is not None and largest.size > size else None


def _rank_headings(
    paragraphs: list[PrintedParagraph], title: PrintedParagraph | None, size: float
) -> None:
    """Give headings their levels: the larger the letters, the higher."""
    for each in paragraphs:
        # some papers set the word above their sources as they set their text
        if each.kind == "text" and len(each.lines) == 1 and _REFERENCES.fullmatch(each.text):
            each.kind = "heading"
    headings = [each for each in paragraphs if each.kind == "heading" and each is not title]
    sizes = sorted({round(each.size) for each in headings if each.size > size}, reverse=True)
    for each in headings:
        place = sizes.index(round(each.size)) if round(each.size) in sizes else len(sizes)
        each.level = min(_MOST_LEVEL, place + 2)
    if title is not None:
        title.level = 1


def _write_all(
    paragraphs: list[PrintedParagraph], title: PrintedParagraph | None, joiner: WordJoiner
) -> str:
    parts, listing = [], 0
    contents = find_contents(paragraphs)
    for at, each in enumerate(paragraphs):
        if each.kind == "heading" and each is not title:
            # a list of sources goes on up to the next heading of its rank
            if listing and each.level <= listing:
                listing = 0
            listing = each.level if _REFERENCES.fullmatch(each.text) else listing
        text = joiner.write(each.lines)
        if listing and each.kind not in ("footnote", "caption"):
            parts.append(leave_out_block(text, "references"))
        elif at in contents:
            parts.append(leave_out_block(text, "contents"))
        elif text:
            parts.append(_write(each, text))
    return "".join(parts)


def _write(paragraph: PrintedParagraph, text: str) -> str:
    if paragraph.kind == "heading":
        return f"<h{paragraph.level}>{text}</h{paragraph.level}>\n"
    if paragraph.kind == "item":
        return _write_item(text)
    if paragraph.kind == "caption":
        return f"<figure><figcaption>{text}</figcaption></figure>\n"
    if paragraph.kind == "code":
        return f"<pre>{text}</pre>\n"
    if paragraph.kind in _BESIDE:
        return leave_out_block(re.sub(r"</?sup>", "", text), _BESIDE[paragraph.kind])
    return f"<p>{text}</p>\n"


def _write_item(text: str) -> str:
    mark, _, rest = text.partition(" ")
    number = mark.strip("().")
    if number.isdigit():
        return f'<ol start="{int(number)}"><li>{rest}</li></ol>\n'
    if len(number) == 1 and number.isalpha() and number.isascii():
        start = ord(number.lower()) - ord("a") + 1
        return f'<ol type="a" start="{start}"><li>{rest}</li></ol>\n'
    return f"<ul><li>{rest if not number.isalnum() else text}</li></ul>\n"


def _read_date(text: str) -> str:
    found = _DATE.match(text.strip())
    if not found:
        return ""
    year, month, day, hour, minute, second, sign, hours, minutes = found.groups()
    date = f"{year}-{month or '01'}-{day or '01'}T{hour or '00'}:{minute or '00'}:{second or '00'}"
    zone = f"{sign}{hours}:{minutes}" if sign else "Z" if text.strip().endswith("Z") else ""
    return date + zone
