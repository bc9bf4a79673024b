"""Word documents (.docx): paragraphs by their styles, without what Word keeps beside them.

Read from their XML (ECMA-376, part 1, 17), since what is left out has to be listed: libraries that
make HTML of Word's documents drop comments, tracked deletions and running heads in silence, and
speak hidden text.
"""

from __future__ import annotations

from html import escape
from typing import Any

from audiopress.reading.documents.docx_parts import DocxParts, DocxStyle, W, get_value
from audiopress.reading.documents.docx_runs import DocxRunReader
from audiopress.reading.documents.page import (
    DocumentPage,
    choose_preformatted,
    keep_linked_sentence,
    leave_out_block,
)
from audiopress.reading.documents.properties import choose_author, choose_dates, choose_title
from audiopress.reading.html.whole_pages import MARK
from audiopress.text.zip_parts import ZipParts

__all__ = ["read_docx"]

_MOST_LEVEL = 6
"""The deepest heading of HTML."""

_NUMBER_TYPES = {
    "lowerLetter": "a",
    "lowerRoman": "i",
    "upperLetter": "A",
    "upperRoman": "I",
}
"""How a list of Word counts, as HTML calls it; all others are said as figures."""

_UNNUMBERED = frozenset(("bullet", "none"))
"""How a list counts that shows no number."""

_STYLES = (
    ("title", "<h1>", "</h1>"),
    ("subtitle", '<p class="standfirst">', "</p>"),
    ("caption", "<figure><figcaption>", "</figcaption></figure>"),
    ("quote", "<blockquote>", "</blockquote>"),
    ("intense quote", "<blockquote>", "</blockquote>"),
    ("block text", "<blockquote>", "</blockquote>"),
    ("html preformatted", "<pre>", "</pre>"),
    ("source code", "<pre>", "</pre>"),
    ("plain code", "<pre>", "</pre>"),
)
"""What a paragraph is by the name of its style. Word keeps these names in English in all languages,
and shows others."""

_TABLE_OF_CONTENTS = ("toc ", "table of figures", "index ", "contents heading")
"""How the names of the styles begin that a table of contents is written in."""


def read_docx(body: bytes, where: str) -> DocumentPage:
    """Return the page of a Word document; raises `ReadingError` where it cannot be read."""
    parts = DocxParts(ZipParts(body, where), where)
    return _DocxReader(parts).read()


class _DocxReader:
    """Reads the text of one document, from top to bottom."""

    def __init__(self, parts: DocxParts) -> None:
        self._parts = parts
        self._runs = DocxRunReader(parts, self._read_blocks)
        self._top = 0

    def read(self) -> DocumentPage:
        body = self._parts.read_body()
        self._top = self._find_top(body)
        heads = "".join(
            leave_out_block(self._read_blocks(root), "running-head")
            for kind in ("header", "footer")
            for root in self._parts.parse_related(kind)
        )
        # what a header says is no paragraph of the text, and counts no item
        self._parts.counters.clear()
        said = self._parts.read_properties()
        text = self._read_blocks(body)
        creator, packed = said.get("creator", ""), self._parts.parts.packed
        created, changed = choose_dates(
            said.get("created", ""), said.get("modified", ""), packed=packed, author=creator
        )
        return DocumentPage(
            body=heads + text,
            title="" if "<h1>" in text else choose_title(said.get("title", "")),
            byline=choose_author(creator),
            created=created,
            changed=changed,
            language=said.get("language", "") or self._parts.language,
        )

    def _find_top(self, body: Any) -> int:
        """Return the level that is the headline's: of the first heading where it is the only one.

        Nothing where a paragraph is in the style of a title.
        """
        styles = [self._style_of(each) for each in body.iter(f"{W}p")]
        levels = [style.level for style in styles if style.level and not _is_contents(style)]
        if any("title" in style.names[:1] for style in styles) or not levels:
            return 0
        return levels[0] if levels.count(levels[0]) == 1 and levels[0] == min(levels) else 0

    def _style_of(self, paragraph: Any) -> DocxStyle:
        name = get_value(paragraph, f"pPr/{W}pStyle")
        styles = self._parts.styles
        return styles.get(name, styles[""])

    # -- blocks --------------------------------------------------------------------------------

    def _read_blocks(self, around: Any) -> str:
        """Return the HTML of all paragraphs and tables in an element."""
        found: list[str] = []
        for element in around:
            if element.tag == f"{W}p":
                found.append(self._read_paragraph(element))
            elif element.tag == f"{W}tbl":
                found.append(self._read_table(element))
            elif element.tag == f"{W}sdt":
                found.append(self._read_control(element))
            elif element.tag in (f"{W}del", f"{W}moveFrom"):
                found.append(leave_out_block(self._read_blocks(element), "deleted"))
            elif len(element) and element.tag != f"{W}sectPr":
                found.append(self._read_blocks(element))
        return "".join(found)

    def _read_control(self, element: Any) -> str:
        content = element.find(f"{W}sdtContent")
        if content is None:
            return ""
        text = self._read_blocks(content)
        gallery = get_value(element, f"sdtPr/{W}docPartObj/{W}docPartGallery").lower()
        if gallery == "table of contents":
            return leave_out_block(text, "contents")
        if gallery == "bibliographies":
            return leave_out_block(text, "references")
        if element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
            return leave_out_block(text, "control")
        return text

    def _read_table(self, table: Any) -> str:
        rows = []
        for row in table.iter(f"{W}tr"):
            if next(row.iterancestors(f"{W}tbl")) is not table:
                continue
            deleted = row.find(f"{W}trPr/{W}del") is not None
            head = row.find(f"{W}trPr/{W}tblHeader") is not None
            name = "th" if head else "td"
            cells = "".join(
                f"<{name}>{self._read_blocks(cell)}</{name}>" for cell in _list_cells(row)
            )
            mark = f' {MARK}="deleted"' if deleted else ""
            rows.append(f"<tr{mark}>{cells}</tr>")
        return f"<table>{''.join(rows)}</table>\n"

    def _read_paragraph(self, paragraph: Any) -> str:
        style = self._style_of(paragraph)
        line = self._runs.read_line(paragraph, style)
        if _is_contents(style) or line.contents:
            return leave_out_block(line.text, "contents") + line.behind
        if "bibliography" in style.names[:1]:
            return leave_out_block(line.text, "references") + line.behind
        if not line.text.strip():
            return line.behind
        opening, closing = self._choose_tags(paragraph, style)
        if opening == "<pre>":
            opening, closing = choose_preformatted(line.text)
        if line.language:
            opening = opening.replace(">", f' lang="{escape(line.language)}">', 1)
        return f"{opening}{keep_linked_sentence(line.text)}{closing}\n{line.behind}"

    def _choose_tags(self, paragraph: Any, style: DocxStyle) -> tuple[str, str]:
        direct = get_value(paragraph, f"pPr/{W}outlineLvl")
        level = int(direct) + 1 if direct.isdigit() else style.level
        named = {name: (opening, closing) for name, opening, closing in _STYLES}
        found = next((named[name] for name in style.names if name in named), None)
        if found and not (level and style.names[:1] != ("title",)):
            return found
        if 0 < level <= 9:  # noqa: PLR2004 - the levels of an outline
            # the headline is the only h1: what has no such has its headings one level deeper
            level = 1 if level == self._top else min(_MOST_LEVEL, max(2, level + 1))
            return f"<h{level}>", f"</h{level}>"
        return self._open_item(paragraph, style) or ("<p>", "</p>")

    def _open_item(self, paragraph: Any, style: DocxStyle) -> tuple[str, str] | None:
        """Return the tags of an item of a list, each in a list of its own: it says its number."""
        listed = get_value(paragraph, f"pPr/{W}numPr/{W}numId")
        depth = get_value(paragraph, f"pPr/{W}numPr/{W}ilvl")
        list_id = listed or style.number[0]
        if list_id in ("", "0"):
            return None
        kind, number = self._parts.count_item(
            list_id, int(depth) if depth.isdigit() else style.number[1]
        )
        if kind in _UNNUMBERED:
            return "<ul><li>", "</li></ul>"
        shape = f' type="{_NUMBER_TYPES[kind]}"' if kind in _NUMBER_TYPES else ""
        return f'<ol start="{number}"{shape}><li>', "</li></ol>"


def _list_cells(row: Any) -> list[Any]:
    """Return the cells of a row, without those that only go on from the row above."""
    cells = [cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr")) is row]
    goes_on = f"{W}tcPr/{W}vMerge"
    return [
        cell
        for cell in cells
        if cell.find(goes_on) is None or cell.find(goes_on).get(f"{W}val") == "restart"
    ]


def _is_contents(style: DocxStyle) -> bool:
    return bool(style.names) and style.names[0].startswith(_TABLE_OF_CONTENTS)
