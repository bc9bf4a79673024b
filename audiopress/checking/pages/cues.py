"""Whether the text of a page is what is spoken: paragraph by paragraph, in order, by number."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any, Final

from audiopress.checking.pages.players import read_words
from audiopress.publish.sanitize import clean_text

if TYPE_CHECKING:
    from lxml import etree

    from audiopress.checking.version import Version

__all__ = ["find_cue_fault"]

_LETTERS: Final = re.compile(r"\W+")
"""What may differ between a page and the record without a word being different."""


def find_cue_fault(page: etree._Element, version: Version) -> str:
    """Return where the numbered texts of a page part from the paragraphs, or "".

    Pages of old have no numbers; of these only the text can be looked at.
    """
    cues = [
        (each.get("data-cue", ""), read_words(each)) for each in page.iterfind(".//*[@data-cue]")
    ]
    numbers = [int(number) for number, _ in cues if number.isdecimal()]
    if not cues:
        return ""
    if len(numbers) != len(cues) or numbers != sorted(set(numbers)):
        return "has paragraphs that are not in the order of what is spoken"
    paragraphs = version.paragraphs
    for number, (_, shown) in zip(numbers, cues, strict=True):
        said = paragraphs[number]["source"] if number < len(paragraphs) else ""
        if _squeeze(shown) != _squeeze(clean_text(said)):
            return f"has {shown[:40]!r} as number {number}, where {said[:40]!r} is spoken"
        unseen = _list_unseen(shown) - _list_unseen(said)
        if unseen:
            return f"has {min(unseen)!r} in number {number}, which nobody sees and finds"
    fault = _find_language_fault(page, paragraphs) or _find_role_fault(page, paragraphs)
    return fault or _find_place_fault(page) or _find_stranger(page, paragraphs)


def _find_language_fault(page: etree._Element, paragraphs: list[dict[str, Any]]) -> str:
    """Return which paragraph is said to be of another language than the one it is spoken in."""
    whole = page.get("lang") or ""
    for each in page.iterfind(".//*[@data-cue]"):
        number, spoken = each.get("data-cue", ""), paragraphs[int(each.get("data-cue", ""))]
        shown, told = each.get("lang"), str(spoken.get("language") or "")
        # A page that says nothing of a paragraph says that it is of its own language.
        alike = whole.partition("-")[0] == told.partition("-")[0]
        other = shown != told if shown else bool(whole) and not alike
        if told and other:
            return f"has number {number} in {shown or whole!r}, which is spoken in {told!r}"
    return ""


def _find_role_fault(page: etree._Element, paragraphs: list[dict[str, Any]]) -> str:
    """Return which paragraph is shown as something else than it is spoken as."""
    for each in page.iterfind(".//div[@class='transcript']/*[@class]/*[@data-cue]"):
        parent = each.getparent()
        shown = "" if parent is None else parent.get("class")
        spoken = paragraphs[int(each.get("data-cue", ""))].get("role")
        if spoken and each.getprevious() is None and shown != spoken:
            return f"shows number {each.get('data-cue')} as {shown}, which is spoken as {spoken}"
    return ""


def _find_place_fault(page: etree._Element) -> str:
    """Return which paragraph another page could not lead to."""
    for each in page.iterfind(".//*[@data-cue]"):
        places = [
            up.get("id") for up in each.iterancestors() if (up.get("id") or "").startswith("p")
        ]
        first = each.getprevious() is None
        if first and places and places[0] != f"p{each.get('data-cue')}":
            return f"has number {each.get('data-cue')} in the place {places[0]}"
    return ""


def _find_stranger(page: etree._Element, paragraphs: list[dict[str, Any]]) -> str:
    """Return a text among the paragraphs that nobody speaks."""
    spoken = any(each.get("role") == "disclosure" for each in paragraphs)
    for each in page.iterfind(".//div[@class='transcript']//*"):
        inside = each.get("data-cue") is not None or each.find(".//*[@data-cue]") is not None
        within = any(up.get("data-cue") is not None for up in each.iterancestors())
        told = spoken and each.get("class") == "disclosure"  # in the words of another language
        if not (inside or within or told) and read_words(each):
            return f"has {read_words(each)[:40]!r}, which is not spoken"
    return ""


def _list_unseen(text: str) -> set[str]:
    """Return signs that are not seen and part words: a search or a copy of them finds nothing."""
    return {letter for letter in text if unicodedata.category(letter) == "Cf"}


def _squeeze(text: str) -> str:
    return _LETTERS.sub("", text)
