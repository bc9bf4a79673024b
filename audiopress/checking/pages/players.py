"""The players on a page, and what can be read of the page whatever its language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from audiopress.checking.shelf import find_path

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["find_player_fault", "read_numbers", "read_words"]

_NUMBER: Final = re.compile(r"\d+")
"""A number, in the digits of any script."""

_TEXTS: Final = re.compile(r"[0-9a-f]{8}/alignment\.json")
"""The texts of a version, below its episode's folder."""


def read_words(element: etree._Element | None) -> str:
    """Return the text of an element on one line; of none ""."""
    return "" if element is None else " ".join("".join(element.itertext()).split())


def read_numbers(element: etree._Element | None) -> list[int]:
    """Return the numbers in an element's text, in their order."""
    return [int(found) for found in _NUMBER.findall(read_words(element))]


def find_player_fault(page: etree._Element, where: str, base: str, home: str) -> str:
    """Return what is wrong with the players of ``page`` that play the episode of ``home``.

    What their browser's own control plays is looked at with the links of the page.
    """
    for player in page.iter("audiopress-player"):
        record = find_path(urljoin(f"{base}{where}", player.get("src", "")), base)
        if record != f"{home}episode.json" and not _is_of_old(record, home):
            return f"plays {record or player.get('src')}, not {home}episode.json"
        for sound in player.iter("audio"):
            if sound.get("controls") is None:
                return "has no controls for a browser without programs"
            if sound.get("autoplay") is not None or sound.get("muted") is not None:
                return "plays without being asked, or cannot be heard"
    return ""


def _is_of_old(record: str, home: str) -> bool:
    """Whether a player reads the texts of a version itself, as the pages of 0.1.0 have it."""
    return record.startswith(home) and _TEXTS.fullmatch(record.removeprefix(home)) is not None
