"""What the parts of a Word document beside its text say: styles, numbers of lists, notes."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from audiopress.errors import ReadingError
from audiopress.text.decode import tidy

if TYPE_CHECKING:
    from audiopress.text.zip_parts import ZipParts

__all__ = ["DocxParts", "DocxStyle", "W", "get_value", "is_on"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of the text, in documents that are kept in the transitional form."""

_STRICT = "http://purl.oclc.org/ooxml/"
"""How the namespaces of a document in the strict form begin (ECMA-376, part 1)."""

_TRANSITIONAL = "http://schemas.openxmlformats.org/"
"""And those of the transitional form."""

_OFF = frozenset(("0", "false", "off", "none"))
"""What says that a property is not on."""

_DEEPEST = 30
"""Styles that one may be based on: those of Word are a few, a circle has no end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocxStyle:
    """A style: its name, its outline's level (1 to 9, 0 for text), and how its letters look.

    ``names`` are those of the style and of all that it is based on, in small letters.
    """

    names: tuple[str, ...] = ()
    level: int = 0
    properties: tuple[Any, ...] = ()
    number: tuple[str, int] = ("", 0)


@dataclass
class DocxParts:
    """The parts of a document by what its main part relates to them as."""

    parts: ZipParts
    where: str
    counters: dict[tuple[str, int], int] = field(default_factory=dict)

    @cached_property
    def _main(self) -> str:
        """The name of the part that has the text."""
        found = self._list_related("", "officeDocument")
        return found[0] if found else "word/document.xml"

    def read_body(self) -> Any:
        """Return the element of the text; raises `ReadingError` where there is none."""
        root = self._parse(self._main)
        body = None if root is None else root.find(f"{W}body")
        if body is None:
            raise ReadingError(
                "the document has no text in it",
                where=self.where,
                hint="open it in Word or LibreOffice, and save it as .docx again",
            )
        return body

    def _parse(self, name: str) -> Any:
        root = self.parts.parse(name)
        if root is not None and _STRICT in str(root.tag):
            for element in root.iter("*"):
                element.tag = element.tag.replace(_STRICT, _TRANSITIONAL).replace(
                    "ml/main}", "ml/2006/main}"
                )
                for key, value in list(element.attrib.items()):
                    if _STRICT in key:
                        del element.attrib[key]
                        plain = key.replace(_STRICT, _TRANSITIONAL)
                        element.set(plain.replace("ml/main}", "ml/2006/main}"), value)
        return root

    def _list_related(self, part: str, kind: str) -> list[str]:
        """Return the names of the parts that ``part`` relates to as ``kind``."""
        folder, name = posixpath.split(part)
        rels = self.parts.parse(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = [] if rels is None else list(rels)
        return [
            posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
            for each in found
            if (each.get("Type") or "").endswith(f"/{kind}")
            and each.get("TargetMode") != "External"
            and (target := each.get("Target") or "")
        ]

    def parse_related(self, kind: str) -> list[Any]:
        """Return the roots of the parts of the text's relation ``kind``."""
        roots = (self._parse(name) for name in self._list_related(self._main, kind))
        return [root for root in roots if root is not None]

    def read_properties(self) -> dict[str, str]:
        """Return what the document says of itself, by the local names of its properties."""
        names = self._list_related("", "core-properties") or ["docProps/core.xml"]
        root = self.parts.parse(names[0])
        found = [] if root is None else list(root)
        return {str(each.tag).rpartition("}")[2]: tidy(each.text or "") for each in found}

    @cached_property
    def styles(self) -> dict[str, DocxStyle]:
        """All styles by their ids; that of plain text has the empty id."""
        found: dict[str, Any] = {}
        default = ""
        for root in self.parse_related("styles"):
            for style in root.iter(f"{W}style"):
                name = style.get(f"{W}styleId") or ""
                found[name] = style
                if style.get(f"{W}type") == "paragraph" and is_on(style.get(f"{W}default") or "0"):
                    default = name
        made = {name: _make_style(name, found) for name in found}
        made[""] = made.get(default, DocxStyle())
        return made

    @cached_property
    def language(self) -> str:
        """The language that the styles give all text."""
        for root in self.parse_related("styles"):
            for tongue in root.iterfind(f"{W}docDefaults//{W}lang"):
                return tongue.get(f"{W}val") or ""
        return ""

    def read_notes(self, kind: str) -> dict[str, Any]:
        """Return the notes of a kind (``footnotes``, ``comments``) by their ids."""
        return {
            note.get(f"{W}id") or "": note
            for root in self.parse_related(kind)
            for note in root
            # lines that part notes from the text are notes too
            if note.get(f"{W}type") in (None, "normal")
        }

    @cached_property
    def _lists(self) -> dict[str, dict[int, tuple[str, int]]]:
        """Of each list (``numId``) and level how it counts, and from where on."""
        abstract: dict[str, dict[int, tuple[str, int]]] = {}
        lists: dict[str, dict[int, tuple[str, int]]] = {}
        for root in self.parse_related("numbering"):
            for each in root.iterfind(f"{W}abstractNum"):
                abstract[each.get(f"{W}abstractNumId") or ""] = {
                    int(level.get(f"{W}ilvl") or 0): _read_level(level)
                    for level in each.iterfind(f"{W}lvl")
                }
            for each in root.iterfind(f"{W}num"):
                kind = get_value(each, "abstractNumId")
                lists[each.get(f"{W}numId") or ""] = abstract.get(kind, {})
        return lists

    def count_item(self, list_id: str, level: int) -> tuple[str, int]:
        """Return how a list counts, ``bullet`` for not at all, and the number of its next item."""
        kind, start = self._lists.get(list_id, {}).get(level, ("bullet", 1))
        for deeper in [key for key in self.counters if key[0] == list_id and key[1] > level]:
            del self.counters[deeper]
        number = self.counters.get((list_id, level), start - 1) + 1
        self.counters[list_id, level] = number
        return kind, number


def _read_level(level: Any) -> tuple[str, int]:
    start = get_value(level, "start")
    return get_value(level, "numFmt") or "bullet", int(start) if start.isdigit() else 1


def _make_style(name: str, found: dict[str, Any]) -> DocxStyle:
    """Return a style with what those it is based on say where it says nothing."""
    chain: list[Any] = []
    while name in found and len(chain) < _DEEPEST:
        chain.append(found[name])
        name = get_value(found[name], "basedOn")
    names = tuple(get_value(style, "name").lower() for style in chain)
    level, number = 0, ("", 0)
    for style in reversed(chain):
        said = get_value(style, f"pPr/{W}outlineLvl")
        level = int(said) + 1 if said.isdigit() else level
        listed = get_value(style, f"pPr/{W}numPr/{W}numId")
        number = (listed, int(get_value(style, f"pPr/{W}numPr/{W}ilvl") or 0)) if listed else number
    looks = [style.find(f"{W}rPr") for style in chain]
    return DocxStyle(
        names=names,
        level=level if level <= 9 else 0,  # noqa: PLR2004 - the tenth is plain text
        properties=tuple(look for look in looks if look is not None),
        number=number,
    )


def get_value(element: Any, name: str) -> str:
    """Return the ``w:val`` of what lies below an element, nothing where there is no such."""
    found = element.find(f"{W}{name}")
    return "" if found is None else found.get(f"{W}val") or ""


def is_on(value: str | None) -> bool:
    """Whether a property that is there is on; without a value it is."""
    return value is None or value.lower() not in _OFF
