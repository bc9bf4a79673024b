"""Text documents of LibreOffice and its kin (.odt), read from their XML (OpenDocument 1.3, part 3).

What is no running text has elements of its own there: notes, comments, what was deleted while
changes were tracked, tables of contents, running heads.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from audiopress.errors import ReadingError
from audiopress.reading.documents.odt_styles import FO, OFFICE, STYLE, TEXT, OdtStyles
from audiopress.reading.documents.page import (
    CAPTION_LETTERS,
    DocumentPage,
    choose_preformatted,
    keep_linked_sentence,
    leave_out,
    leave_out_block,
    write_captions,
)
from audiopress.reading.documents.properties import choose_author, choose_dates, choose_title
from audiopress.text.decode import tidy
from audiopress.text.zip_parts import ZipParts

if TYPE_CHECKING:
    from collections.abc import Callable

    from audiopress.reading.reasons import Reason

__all__ = ["read_odt"]

_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
"""The namespace of drawings and pictures."""

_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
"""The namespace of what they are called."""

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
"""The namespace of tables."""

_MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
"""The namespace of what a package holds."""

_MOST_LEVEL = 6
"""The deepest heading of HTML."""

_LEFT_OUT: dict[str, Reason] = {
    f"{TEXT}alphabetical-index": "contents",
    f"{TEXT}bibliography": "references",
    f"{TEXT}illustration-index": "contents",
    f"{TEXT}object-index": "contents",
    f"{TEXT}table-index": "contents",
    f"{TEXT}table-of-content": "contents",
    f"{TEXT}user-index": "contents",
    f"{TEXT}tracked-changes": "deleted",
}
"""Blocks that are no running text, and why not."""

_SIGNS = {
    f"{TEXT}line-break": "<br>",
    f"{TEXT}s": " ",
    f"{TEXT}tab": " ",
    f"{TEXT}soft-page-break": "",
}
"""What elements without text stand for."""

_BESIDE: dict[str, Reason] = {
    f"{OFFICE}annotation": "comment",
    f"{OFFICE}annotation-end": "comment",
    f"{TEXT}note": "footnote",
}
"""What stands in a line and is shown elsewhere, and why it is not spoken."""

_UNSAID: dict[str, Reason] = {
    f"{TEXT}hidden-paragraph": "hidden",
    f"{TEXT}hidden-text": "hidden",
    f"{TEXT}page-continuation": "running-head",
    f"{TEXT}page-count": "running-head",
    f"{TEXT}page-number": "running-head",
    f"{TEXT}placeholder": "control",
}
"""What in a line is not spoken: on which page it stands, a field to fill in."""

_STYLES = (
    ("title", "<h1>", "</h1>"),
    ("subtitle", '<p class="standfirst">', "</p>"),
    ("quotations", "<blockquote>", "</blockquote>"),
    ("quote", "<blockquote>", "</blockquote>"),
    ("caption", "<figure><figcaption>", "</figcaption></figure>"),
    ("preformatted text", "<pre>", "</pre>"),
)
"""What a paragraph is by the name of its style, or of one that it is made from."""


def read_odt(body: bytes, where: str) -> DocumentPage:
    """Return the page of a text document; raises `ReadingError` where it cannot be read."""
    parts = ZipParts(body, where)
    _refuse_locked(parts, where)
    content, styles = parts.parse("content.xml"), parts.parse("styles.xml")
    text = None if content is None else content.find(f"{OFFICE}body/{OFFICE}text")
    if text is None:
        raise ReadingError(
            "the document has no text in it",
            where=where,
            hint="open it in LibreOffice, and save it as .odt again",
        )
    reader = _OdtReader(OdtStyles([root for root in (styles, content) if root is not None]))
    reader.find_top(text)
    said = _read_properties(parts)
    shown = reader.read_blocks(text)
    author = said.get("initial-creator") or said.get("creator", "")
    saved = said.get("date", "")
    created, changed = choose_dates(said.get("creation-date", ""), saved, packed=parts.packed)
    return DocumentPage(
        body=_read_heads(reader, styles) + shown,
        title="" if "<h1>" in shown else choose_title(said.get("title", "")),
        byline=choose_author(author),
        created=created or changed,
        changed=changed,
        language=said.get("language", "") or reader.styles.language,
    )


def _refuse_locked(parts: ZipParts, where: str) -> None:
    manifest = parts.parse("META-INF/manifest.xml")
    if (
        manifest is not None
        and next(manifest.iter(f"{_MANIFEST}encryption-data"), None) is not None
    ):
        raise ReadingError(
            "the document is locked with a password",
            where=where,
            hint="open it in LibreOffice, and save it without a password",
        )


def _read_properties(parts: ZipParts) -> dict[str, str]:
    root = parts.parse("meta.xml")
    found = [] if root is None else list(root.iterfind(f"{OFFICE}meta/*"))
    return {str(each.tag).rpartition("}")[2]: tidy(each.text or "") for each in found}


def _read_heads(reader: _OdtReader, styles: Any) -> str:
    pages = [] if styles is None else styles.iter(f"{STYLE}header", f"{STYLE}footer")
    return "".join(leave_out_block(reader.read_blocks(each), "running-head") for each in pages)


class _OdtReader:
    """Reads the text of one document, from top to bottom."""

    def __init__(self, styles: OdtStyles) -> None:
        self.styles = styles
        self._top = 0
        self._behind: list[str] = []
        self._counts: dict[tuple[str, int], int] = {}

    def find_top(self, text: Any) -> None:
        """Find which level is the headline's: that of the first heading, where it is alone."""
        names = (
            self.styles.list_names(each.get(f"{TEXT}style-name") or "")
            for each in text.iter(f"{TEXT}p")
        )
        levels = [_read_level(each) for each in text.iter(f"{TEXT}h")]
        alone = levels and levels.count(levels[0]) == 1 and levels[0] == min(levels)
        self._top = levels[0] if alone and not any("title" in found for found in names) else 0

    # -- blocks --------------------------------------------------------------------------------

    def read_blocks(self, around: Any) -> str:
        """Return the HTML of all paragraphs, lists and tables in an element."""
        return "".join(self._read_block(element) for element in around)

    def _read_block(self, element: Any) -> str:
        tag = element.tag
        readers: dict[str, Callable[[Any], str]] = {
            f"{TEXT}p": self._read_paragraph,
            f"{TEXT}h": self._read_paragraph,
            f"{TEXT}list": self._read_list,
            f"{_TABLE}table": self._read_table,
        }
        if tag in readers:
            return readers[tag](element)
        if tag.startswith(_DRAW):
            return self._read_drawing(element)
        hidden = tag == f"{TEXT}section" and element.get(f"{TEXT}display") == "none"
        reason = "hidden" if hidden else _LEFT_OUT.get(tag)
        inner = self.read_blocks(element) if len(element) else ""
        return leave_out_block(inner, reason) if reason else inner

    def _read_list(self, around: Any, depth: int = 1, name: str = "") -> str:
        name = around.get(f"{TEXT}style-name") or name
        kind, start = self.styles.find_numbers(name, depth)
        goes_on = around.get(f"{TEXT}continue-numbering") == "true" or around.get(
            f"{TEXT}continue-list"
        )
        number = self._counts.get((name, depth), start - 1) if goes_on else start - 1
        found = []
        for item in around:
            inner = []
            for place, element in enumerate(item):
                if element.tag == f"{TEXT}list":
                    inner.append(self._read_list(element, depth + 1, name))
                    continue
                block = self._read_block(element)
                if item.tag == f"{TEXT}list-item" and place == 0:
                    number += 1
                    shape = f' type="{kind}"' if kind not in ("", "1") else ""
                    opening = f'<ol start="{number}"{shape}>' if kind else "<ul>"
                    block = f"{opening}<li>{block}</li>{'</ol>' if kind else '</ul>'}"
                inner.append(block)
            found += inner
        self._counts[name, depth] = number
        return "".join(found)

    def _read_table(self, table: Any) -> str:
        rows = (
            row
            for row in table.iter(f"{_TABLE}table-row")
            if next(row.iterancestors(f"{_TABLE}table")) is table
        )
        text = ""
        for row in rows:
            name = "th" if row.getparent().tag == f"{_TABLE}table-header-rows" else "td"
            cells = (
                f"<{name}>{self.read_blocks(cell)}</{name}>"
                for cell in row.iterfind(f"{_TABLE}table-cell")
            )
            text += f"<tr>{''.join(cells)}</tr>"
        return f"<table>{text}</table>\n"

    def _read_drawing(self, element: Any) -> str:
        said = (
            leave_out_block(escape(tidy(each.text or "")), "picture")
            for each in element.iter(f"{_SVG}title", f"{_SVG}desc")
        )
        boxes = (
            self._read_box(box)
            for box in element.iter(f"{_DRAW}text-box")
            if _is_outer(box, element)
        )
        return "".join((*said, *boxes))

    def _read_box(self, box: Any) -> str:
        """Return what stands in a box of text: a picture with few words is one with its caption."""
        inner = self.read_blocks(box)
        pictured = next(box.iter(f"{_DRAW}image"), None) is not None
        few = sum(len(text) for text in box.itertext()) <= CAPTION_LETTERS
        listed = next(box.iter(f"{_TABLE}table", f"{TEXT}list"), None) is not None
        return write_captions(inner) if pictured and few and not listed else inner

    def _read_paragraph(self, paragraph: Any) -> str:
        behind, self._behind = self._behind, []
        name = paragraph.get(f"{TEXT}style-name") or ""
        text = self._read_line(paragraph, heading=paragraph.tag == f"{TEXT}h")
        after, self._behind = "".join(self._behind), behind
        if self.styles.is_hidden(name):
            return leave_out_block(text, "hidden") + after
        if not text.strip():
            return after
        opening, closing = self._choose_tags(paragraph, name)
        if opening == "<pre>":
            opening, closing = choose_preformatted(text)
        tongue = self.styles.find_language(name)
        if tongue and tongue.partition("-")[0] != self.styles.language.partition("-")[0]:
            opening = opening.replace(">", f' lang="{escape(tongue)}">', 1)
        return f"{opening}{keep_linked_sentence(text)}{closing}\n{after}"

    def _choose_tags(self, paragraph: Any, style: str) -> tuple[str, str]:
        names = self.styles.list_names(style)
        found = next(((o, c) for name, o, c in _STYLES if name in names), None)
        if found and (paragraph.tag == f"{TEXT}p" or "title" in names):
            return found
        if paragraph.tag != f"{TEXT}h":
            return "<p>", "</p>"
        level = _read_level(paragraph)
        level = 1 if level == self._top else min(_MOST_LEVEL, max(2, level + 1))
        return f"<h{level}>", f"</h{level}>"

    # -- lines ---------------------------------------------------------------------------------

    def _read_line(self, around: Any, *, heading: bool = False) -> str:
        """Return the HTML of the text in an element; what stands beside it comes behind."""
        parts = [escape(around.text or "")]
        for element in around:
            parts.append(self._read_inline(element, heading=heading))
            parts.append(escape(element.tail or ""))
        return "".join(parts)

    def _read_inline(self, element: Any, *, heading: bool) -> str:
        tag = element.tag
        if tag in _SIGNS:
            return _SIGNS[tag]
        if tag in _BESIDE or tag.startswith(_DRAW):
            self._behind.append(self._read_beside(element))
            return ""
        if tag == f"{TEXT}ruby":
            said = (element.find(f"{TEXT}ruby-{part}") for part in ("base", "text"))
            base, reading = ("" if each is None else self._read_line(each) for each in said)
            return f"<ruby>{base}<rt>{reading}</rt></ruby>"
        text = self._read_line(element, heading=heading)
        if tag in _UNSAID:
            return leave_out(text, _UNSAID[tag])
        if tag == f"{TEXT}a":
            return f'<a href="#">{text}</a>' if text else ""
        return self._dress(text, element.get(f"{TEXT}style-name") or "", heading=heading)

    def _read_beside(self, element: Any) -> str:
        """Return what a line leads to: a note, a comment, a picture, a box."""
        if element.tag.startswith(_DRAW):
            return self._read_drawing(element)
        body = element.find(f"{TEXT}note-body")
        inner = self.read_blocks(element if body is None else body)
        return leave_out_block(inner, _BESIDE[element.tag])

    def _dress(self, text: str, style: str, *, heading: bool) -> str:
        if not style or not text:
            return text
        if self.styles.is_hidden(style):
            return leave_out(text, "hidden")
        look = self.styles.find_look(style)
        raised = (look.get(f"{STYLE}text-position") or "").split()
        if raised and raised[0] not in ("0%", "0"):
            name = "sub" if raised[0].startswith(("sub", "-")) else "sup"
            text = f"<{name}>{text}</{name}>"
        if (look.get(f"{STYLE}text-line-through-style") or "none") != "none":
            text = f"<s>{text}</s>"
        return f"<b>{text}</b>" if look.get(f"{FO}font-weight") == "bold" and not heading else text


def _read_level(heading: Any) -> int:
    said = heading.get(f"{TEXT}outline-level") or "1"
    return int(said) if said.isdigit() else 1


def _is_outer(box: Any, around: Any) -> bool:
    """Whether a box of text lies in no other one of the same drawing."""
    for above in box.iterancestors():
        if above is around:
            return True
        if above.tag == f"{_DRAW}text-box":
            return False
    return True
