"""Whether a page says, for all to see, that a machine speaks.

The words are those of our templates. What a reader never sees is not said: what is hidden from the
eye or from a screen reader, or has a style of its own, which nothing of ours has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from audiopress.checking.pages.players import read_words
from audiopress.publish.pages.phrases import find_phrases

if TYPE_CHECKING:
    from collections.abc import Collection

    from lxml import etree

__all__ = ["find_colophon_fault", "find_label_fault", "is_out_of_sight"]

_HIDING: Final = ("hidden", "inert", "aria-hidden", "style")
"""Attributes by which something on a page is not seen, or not read out."""


def find_label_fault(page: etree._Element, language: str) -> str:
    """Return what is wrong with the label of the player in ``page``, or a part of one."""
    # A release that had no words for a language yet has written English ones.
    known = {find_phrases(each).narrated for each in (language, "en")}
    labels = [each for each in page.iterfind(".//span[@class='ai']") if read_words(each) in known]
    if not labels:
        return "does not say that a machine speaks"
    notices = [*labels, *page.iterfind(".//p[@class='disclosure']")]
    hidden = next((each for each in notices if is_out_of_sight(each)), None)
    return "" if hidden is None else f"hides {read_words(hidden)[:40]!r}"


def find_colophon_fault(page: etree._Element, language: str, own: Collection[str]) -> str:
    """Return what is wrong with the sentence at the page's foot; ``own`` are a show's own words.

    Of those each may be more than the sentence: what a credit or a description begins with it.
    """
    foot = page.find(".//p[@class='colophon']")
    told = read_words(foot)
    known = {find_phrases(each).narrated_long for each in (language, "en")}
    first = " ".join((foot.text or "").split()) if foot is not None else ""
    said = told.startswith(tuple(known | {each for each in own if each}))
    if not said and not (first and any(first in each for each in own)):
        return "does not say at its foot that a machine speaks"
    return "hides its foot" if foot is not None and is_out_of_sight(foot) else ""


def is_out_of_sight(element: etree._Element) -> bool:
    """Whether an element, or one around it, is not to be seen or not to be read out."""
    around = [element, *element.iterancestors()]
    return any(up.get(name) is not None for up in around for name in _HIDING)
