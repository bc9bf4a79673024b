"""The styles of an OpenDocument: what each is called, how its letters look, how lists count."""

from __future__ import annotations

from typing import Any

__all__ = ["FO", "OFFICE", "STYLE", "TEXT", "OdtStyles"]

FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
"""The namespace of how text looks."""

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
"""The namespace of a document's parts."""

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
"""The namespace of styles."""

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
"""The namespace of text."""

_DEEPEST = 30
"""Styles that one may be made from: those of LibreOffice are a few, a circle has no end."""


class OdtStyles:
    """The styles of a document; ``roots`` are those of its files that have any."""

    def __init__(self, roots: list[Any]) -> None:
        """Find them by their names."""
        self._styles: dict[str, Any] = {}
        self._lists: dict[str, Any] = {}
        self.language = ""
        for root in roots:
            for style in root.iter(f"{STYLE}style"):
                self._styles[style.get(f"{STYLE}name") or ""] = style
            for style in root.iter(f"{TEXT}list-style"):
                self._lists[style.get(f"{STYLE}name") or ""] = style
            for style in root.iter(f"{STYLE}default-style"):
                if style.get(f"{STYLE}family") == "paragraph":
                    self.language = _read_language(style) or self.language

    def _climb(self, name: str) -> list[Any]:
        """Return a style and what it is made from, the nearest first."""
        chain: list[Any] = []
        while name in self._styles and len(chain) < _DEEPEST:
            chain.append(self._styles[name])
            name = chain[-1].get(f"{STYLE}parent-style-name") or ""
        return chain

    def list_names(self, name: str) -> list[str]:
        """Return what a style and those it is made from are called, in small letters."""
        found = []
        for style in self._climb(name):
            shown = style.get(f"{STYLE}display-name") or style.get(f"{STYLE}name") or ""
            found.append(shown.replace("_20_", " ").lower())
        return found or [name.replace("_20_", " ").lower()]

    def find_look(self, name: str) -> dict[str, str]:
        """Return how letters of a style look."""
        look: dict[str, str] = {}
        for style in reversed(self._climb(name)):
            for each in style.iterfind(f"{STYLE}text-properties"):
                look.update(each.attrib)
        return look

    def is_hidden(self, name: str) -> bool:
        """Whether text of a style is not shown."""
        return bool(name) and self.find_look(name).get(f"{TEXT}display") == "none"

    def find_language(self, name: str) -> str:
        """Return the language that a style says of its text, nothing where it says none."""
        return next(filter(None, map(_read_language, self._climb(name))), "")

    def find_numbers(self, name: str, depth: int) -> tuple[str, int]:
        """Return how a list counts at a depth, nothing for not at all, and from where on."""
        style = self._lists.get(name)
        for level in () if style is None else style.iter(f"{TEXT}list-level-style-number"):
            if level.get(f"{TEXT}level") == str(depth):
                start = level.get(f"{TEXT}start-value") or "1"
                kind = level.get(f"{STYLE}num-format") or ""
                return kind, int(start) if start.isdigit() else 1
        return "", 1


def _read_language(style: Any) -> str:
    for each in style.iterfind(f"{STYLE}text-properties"):
        tongue, country = each.get(f"{FO}language") or "", each.get(f"{FO}country") or ""
        if tongue not in ("", "none", "zxx"):
            return f"{tongue}-{country}" if country not in ("", "none") else tongue
    return ""
