"""Lists of links that a sentence of the story leads in to, and behind which the story goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.reading.cleaning.block_features import is_closed, is_story_sentence, is_voted
from audiopress.reading.cleaning.cleaning_rule import KeepGround
from audiopress.reading.cleaning.example_blocks import LATER, STORY, item, paragraph
from audiopress.reading.wording.boilerplate import points_away

if TYPE_CHECKING:
    from audiopress.reading.cleaning.judged import Judged, JudgedBlocks

__all__ = ["ITEM_OF_LED_LIST"]

_ITEMS = 40
"""Items above one, and below it, at most: no sentence leads in to a longer list of links, and a
page of links would be searched to both ends for each of them."""


def is_led_in_to(judged: JudgedBlocks, at: int) -> bool:
    """Whether an item's list stands below a sentence with a colon, and above one of the story."""
    if judged[at].block.kind != "list_item":
        return False
    above, behind = range(at, max(at - _ITEMS, -1), -1), range(at, min(at + _ITEMS, len(judged)))
    lead = next((n for n in above if not _is_item(judged[n])), None)
    below = next((n for n in behind if not _is_item(judged[n])), None)
    if lead is None or below is None:
        return False
    return _leads_in(judged[lead]) and _goes_on(judged[below])


def _is_item(one: Judged) -> bool:
    return one.block.kind == "list_item"


def _leads_in(one: Judged) -> bool:
    """Whether a line is a sentence of the story with a colon, and points to no other page."""
    block = one.block
    told = one.is_spoken and block.kind == "paragraph" and is_story_sentence(block)
    return told and block.text.endswith((":", "：")) and not points_away(block.text)


def _goes_on(one: Judged) -> bool:
    """Whether a paragraph is the story's, however short."""
    chosen = one.is_spoken and one.block.kind == "paragraph" and is_voted(one.block)
    return chosen and is_closed(one.block.text)


_LINKED = ("alone", "leads-out", "opens-with-link")
"""Hints of an item that is a link to another site, and was not chosen."""

ITEM_OF_LED_LIST = KeepGround(
    name="item-of-led-list",
    reasons=("link", "outside-the-story"),
    holds=is_led_in_to,
    why="What a sentence of the story counts up is the story's, each item linked or not.",
    spoken=(
        *STORY,
        paragraph("The ropes of the bridge came from these makers on the river:"),
        item("Northern Rope Works", links=1.0, hints=_LINKED),
        item("Jones and Sons", links=1.0, hints=_LINKED),
        *LATER,
        paragraph("Trams and ferries", "after-the-story"),
    ),
    left_out=(
        *STORY,
        item("Northern Rope Works", "outside-the-story", links=1.0, hints=_LINKED),
        item("Jones and Sons", "outside-the-story", links=1.0, hints=_LINKED),
        *LATER,
    ),
)
