"""A paragraph of Word as a line of HTML: its runs, fields, links, notes, changes and pictures."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING, Any

from audiopress.reading.documents.docx_parts import DocxParts, DocxStyle, W, get_value, is_on
from audiopress.reading.documents.page import (
    CAPTION_LETTERS,
    leave_out,
    leave_out_block,
    write_captions,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from audiopress.reading.reasons import Reason

__all__ = ["DocxLine", "DocxRunReader"]

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
"""The namespace of formulas."""

_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
"""The namespace of what older versions of Word are shown instead."""

_SIGNS = {
    f"{W}tab": " ",
    f"{W}ptab": " ",
    f"{W}cr": "<br>",
    f"{W}noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    f"{W}softHyphen": "",
}
"""What elements of a run that have no text stand for."""

_PRIVATE = range(0xE000, 0xF900)
"""Code points that are no letters but signs of one font (Unicode, private use)."""

_FURNITURE = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF"))
"""Fields that say on which page something stands."""

_CONTENTS = frozenset(("TOC", "TOA", "INDEX"))
"""Fields that Word fills with a table of contents or an index."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocxLine:
    """A paragraph's HTML, and what stands ``behind`` it: its notes, comments and boxes.

    ``contents`` says that it is a line of a table of contents, ``language`` what language all of
    it is in, where Word says another one than of the document.
    """

    text: str
    behind: str = ""
    contents: bool = False
    language: str = ""


@dataclass(slots=True)
class _OpenLine:
    """What of a paragraph has been read."""

    parts: list[str] = field(default_factory=list)
    behind: list[str] = field(default_factory=list)
    languages: set[str] = field(default_factory=set)
    contents: bool = False


class DocxRunReader:
    """Reads paragraphs; a field may go on from one to the next."""

    def __init__(self, parts: DocxParts, read_blocks: Callable[[Any], str]) -> None:
        """Know the parts, and how the paragraphs in a note or a box are read."""
        self._parts, self._read_blocks = parts, read_blocks
        # of each field that is open its instruction, and whether its result has begun
        self._fields: list[tuple[str, bool]] = []

    @cached_property
    def _notes(self) -> dict[str, dict[str, Any]]:
        return {
            kind: self._parts.read_notes(kind) for kind in ("footnotes", "endnotes", "comments")
        }

    def read_line(self, paragraph: Any, style: DocxStyle) -> DocxLine:
        """Return the line of a paragraph."""
        line = _OpenLine(contents=self._is_in_contents())
        self._read_inside(paragraph, line, style)
        text = "".join(line.parts)
        tongue = next(iter(line.languages)) if len(line.languages) == 1 else ""
        same = tongue.partition("-")[0] == self._parts.language.partition("-")[0]
        return DocxLine(
            text=text,
            behind="".join(line.behind),
            contents=line.contents,
            language="" if same else tongue,
        )

    def _is_in_contents(self) -> bool:
        return any(kind in _CONTENTS for kind, _ in self._fields)

    def _read_inside(self, around: Any, line: _OpenLine, style: DocxStyle) -> None:
        for element in around:
            self._read_element(element, line, style)

    def _read_element(self, element: Any, line: _OpenLine, style: DocxStyle) -> None:
        tag = element.tag
        if tag == f"{W}r":
            self._read_run(element, line, style)
        elif tag in (f"{W}del", f"{W}moveFrom"):
            self._leave_inside(element, line, style, "deleted")
        elif tag == f"{W}hyperlink":
            inner = self._read_apart(element, line, style)
            # where it leads says nothing that is spoken, and no link is followed
            line.parts.append(f'<a href="#">{inner}</a>' if inner else "")
        elif tag == f"{W}fldSimple":
            kind = _name_field(element.get(f"{W}instr") or "")
            inner = self._read_apart(element, line, style)
            line.parts.append(leave_out(inner, "running-head") if kind in _FURNITURE else inner)
        elif tag == f"{W}sdt":
            content = element.find(f"{W}sdtContent")
            if element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
                self._leave_inside(content, line, style, "control")
            elif content is not None:
                self._read_inside(content, line, style)
        elif tag in (f"{_MATH}oMath", f"{_MATH}oMathPara"):
            text = escape("".join(element.itertext(f"{_MATH}t")).strip())
            line.parts.append(
                text if len(text) == 1 or text.isdigit() else leave_out(text, "formula")
            )
        elif tag in (
            f"{W}ins",
            f"{W}moveTo",
            f"{W}smartTag",
            f"{W}customXml",
            f"{W}bdo",
            f"{W}dir",
        ):
            self._read_inside(element, line, style)

    def _read_apart(self, around: Any, line: _OpenLine, style: DocxStyle) -> str:
        """Return the HTML of what lies in an element, with its notes behind the same line."""
        inner = _OpenLine(behind=line.behind, languages=line.languages, contents=line.contents)
        self._read_inside(around, inner, style)
        line.contents = inner.contents
        return "".join(inner.parts)

    def _leave_inside(self, around: Any, line: _OpenLine, style: DocxStyle, reason: Reason) -> None:
        if around is not None:
            line.parts.append(leave_out(self._read_apart(around, line, style), reason))

    # -- runs ----------------------------------------------------------------------------------

    def _read_run(self, run: Any, line: _OpenLine, style: DocxStyle) -> None:
        parts = "".join(self._read_piece(piece, line) for piece in run)
        if not parts:
            return
        if any(kind in _FURNITURE and begun for kind, begun in self._fields):
            line.parts.append(leave_out(parts, "running-head"))
            return
        look = self._find_look(run, style)
        if look("vanish") and not line.contents:
            line.parts.append(leave_out(parts, "hidden"))
            return
        if parts.strip():
            line.languages.add(look.find("lang") or self._parts.language)
        line.parts.append(_dress(parts, look, heading=bool(style.level)))

    def _read_piece(self, piece: Any, line: _OpenLine) -> str:
        """Return the HTML of what a run holds."""
        tag = piece.tag
        if self._fields and not self._fields[-1][1] and tag == f"{W}instrText":
            said = f"{self._fields[-1][0]} {piece.text or ''}"
            self._fields[-1] = (_name_field(said), False)
            line.contents = line.contents or self._is_in_contents()
        elif tag in (f"{W}t", f"{W}delText"):
            return escape(piece.text or "")
        elif tag == f"{W}br":
            plain = piece.get(f"{W}type") in (None, "textWrapping")
            return "<br>" if plain else " "
        elif tag in _SIGNS:
            return _SIGNS[tag]
        elif tag == f"{W}sym":
            return _read_sign(piece)
        elif tag == f"{W}fldChar":
            self._turn_field(piece.get(f"{W}fldCharType") or "")
        elif tag == f"{W}ruby":
            return self._read_ruby(piece, line)
        else:
            self._read_beside(piece, line)
        return ""

    def _read_beside(self, piece: Any, line: _OpenLine) -> None:
        """Keep what a run leads to: a note, a comment, a picture, a box."""
        tag = piece.tag
        reasons: dict[str, tuple[str, Reason]] = {
            f"{W}footnoteReference": ("footnotes", "footnote"),
            f"{W}endnoteReference": ("endnotes", "footnote"),
            f"{W}commentReference": ("comments", "comment"),
        }
        if tag in reasons:
            kind, reason = reasons[tag]
            note = self._notes[kind].get(piece.get(f"{W}id") or "")
            if note is not None:
                line.behind.append(leave_out_block(self._read_blocks(note), reason))
        elif tag == f"{_COMPATIBLE}AlternateContent":
            for chosen in piece[:1]:  # the first that is offered; the others say the same
                for inner in chosen:
                    self._read_beside(inner, line)
        elif tag in (f"{W}drawing", f"{W}pict", f"{W}object"):
            self._read_drawing(piece, line)

    def _read_drawing(self, drawing: Any, line: _OpenLine) -> None:
        for element in drawing.iter("*"):
            name = element.tag.rpartition("}")[2]
            if name == "docPr" and element.get("descr"):
                line.behind.append(leave_out_block(escape(element.get("descr")), "picture"))
            elif name == "txbxContent" and not _lies_in_fallback(element, drawing):
                line.behind.append(self._read_box(element))

    def _read_box(self, box: Any) -> str:
        """Return what stands in a box of text: a picture with few words is one with its caption."""
        inner = self._read_blocks(box)
        names = {element.tag.rpartition("}")[2] for element in box.iter("*")}
        few = sum(len(text) for text in box.itertext()) <= CAPTION_LETTERS
        pictured = bool(names & {"blip", "imagedata"}) and not names & {"tbl", "numPr"}
        return write_captions(inner) if pictured and few else inner

    def _read_ruby(self, ruby: Any, line: _OpenLine) -> str:
        said = {
            name: self._read_apart(inner, line, DocxStyle())
            for name in ("rubyBase", "rt")
            if (inner := ruby.find(f"{W}{name}")) is not None
        }
        return f"<ruby>{said.get('rubyBase', '')}<rt>{said.get('rt', '')}</rt></ruby>"

    def _turn_field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(("", False))
        elif kind == "separate" and self._fields:
            self._fields[-1] = (self._fields[-1][0], True)
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _find_look(self, run: Any, style: DocxStyle) -> _Look:
        own = run.find(f"{W}rPr")
        named = "" if own is None else get_value(own, "rStyle")
        of_run = self._parts.styles.get(named, DocxStyle()).properties if named else ()
        direct = () if own is None else (own,)
        return _Look((*direct, *of_run, *style.properties))


@dataclass(frozen=True, slots=True)
class _Look:
    """How the letters of a run look: the first that says something of it is believed."""

    properties: tuple[Any, ...]

    def __call__(self, name: str) -> bool:
        for each in self.properties:
            found = each.find(f"{W}{name}")
            if found is not None:
                return is_on(found.get(f"{W}val"))
        return False

    def find(self, name: str) -> str:
        found = (get_value(each, name) for each in self.properties)
        return next(filter(None, found), "")


def _dress(text: str, look: _Look, *, heading: bool) -> str:
    """Return a run's HTML in the elements that say how it looks."""
    raised = {"superscript": "sup", "subscript": "sub"}.get(look.find("vertAlign"), "")
    if raised:
        text = f"<{raised}>{text}</{raised}>"
    if look("strike") or look("dstrike"):
        text = f"<s>{text}</s>"
    return f"<b>{text}</b>" if look("b") and not heading else text


def _name_field(instruction: str) -> str:
    words = instruction.split()
    return words[0].upper() if words else ""


def _read_sign(piece: Any) -> str:
    """Return a sign of a font; those that only this font has are drawings."""
    try:
        code = int(piece.get(f"{W}char") or "", 16)
    except ValueError:
        return ""
    return leave_out(chr(code), "drawing") if code in _PRIVATE else escape(chr(code))


def _lies_in_fallback(element: Any, around: Any) -> bool:
    for above in element.iterancestors():
        if above is around:
            return False
        if above.tag == f"{_COMPATIBLE}Fallback":
            return True
    return False
