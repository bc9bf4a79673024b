"""A block judged by what its elements are, what their boxes are called, and who chose it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.reading.cleaning.block_features import (
    count_words,
    is_alone,
    is_closed,
    is_link,
    is_sentence,
    is_standfirst,
)
from audiopress.reading.cleaning.boxes import BOX_WORDS
from audiopress.reading.cleaning.cleaning_rule import BlockCheck
from audiopress.reading.cleaning.example_blocks import ALONE, paragraph
from audiopress.reading.html.story.lone_furniture import FURNITURE

if TYPE_CHECKING:
    from audiopress.model import Article, Block, Reading
    from audiopress.reading.cleaning.cleaning_rule import Verdict
    from audiopress.reading.reasons import Reason

__all__ = ["ASIDES", "BYLINE_BOXES", "ELEMENTS", "NAMED_BOXES", "NAVIGATION", "UNCHOSEN_LINES"]

_HINTED: tuple[tuple[str, Reason], ...] = (
    ("before-title", "before-headline"),
    ("embed", "embedded-post"),
    ("code", "code"),
    ("footnotes", "footnote"),
    (FURNITURE, "banner"),
)
"""Elements that hold no text of the story, by the hint on them."""

_BOX_HINTS: tuple[Reason, ...] = (
    "newsletter",
    "share",
    "advert",
    "comments",
    "player",
    "related",
)
"""What boxes are called by their elements; the first that is found names the reason."""

_BYLINE_BOX_WORDS = 12
"""Words from which a line in a box called byline or author tells something."""

_CARRIED_ITEM_LINKED = 0.3
"""Share of an item or a quote that may be linked, if nobody voted for it and it is the story's."""

_CARRIED_SHORT_LINKED = 0.3
"""The same of a short paragraph."""

_CARRIED_LONG_LINKED = 0.55
"""The same of a long one, which may name its sources by links."""

_LONG_WORDS = 20
"""Words from which such a paragraph is long."""

_CARRIED_WORDS = 12
"""Words of the shortest paragraph that nobody voted for and that is the story's."""


def _judge_element(block: Block, _article: Article, _reading: Reading) -> Verdict:
    return next((reason for hint, reason in _HINTED if hint in block.hints), None)


ELEMENTS = BlockCheck(
    name="elements",
    judge=_judge_element,
    why="Listings of code, footnotes, notices and posts of others have elements of their own.",
    left_out=(
        paragraph("rope = lay(strands)", "code", hints=("code", "voted")),
        paragraph("Local news", "before-headline", hints=("before-title",)),
        paragraph("We use small files of yours.", "banner", hints=(FURNITURE, "voted")),
    ),
    spoken=(paragraph("A rope is laid of strands"),),
)


def _drop_navigation(block: Block, _article: Article, _reading: Reading) -> Verdict:
    # A standfirst may lie in a menu that its page has left open.
    menu = "<nav>" in block.hints and not is_standfirst(block)
    return "navigation" if menu or "<footer>" in block.hints else None


NAVIGATION = BlockCheck(
    name="navigation",
    judge=_drop_navigation,
    why="Menus and footers lead about the page.",
    left_out=(paragraph("Ferries and trams", "navigation", hints=("<nav>", "voted")),),
    spoken=(
        paragraph(
            "The council kept its word, and the ferries will have less to do.",
            hints=("<header>", "<nav>", "standfirst", "voted"),
        ),
    ),
)


def _judge_box(block: Block, _article: Article, _reading: Reading) -> Verdict:
    """Judge by what the box is called; a sentence that the extractor chose stays."""
    if _stays_in_box(block) or not (count_words(block) < BOX_WORDS or is_alone(block)):
        return None
    return next((hint for hint in _BOX_HINTS if hint in block.hints), None)


def _stays_in_box(block: Block) -> bool:
    return not is_alone(block) and is_sentence(block)


NAMED_BOXES = BlockCheck(
    name="named-boxes",
    judge=_judge_box,
    why="Pages name their boxes in classes and ids: newsletter, share, related.",
    left_out=(
        paragraph("Every week in one letter", "newsletter", hints=("newsletter", "voted")),
        paragraph("Nine of our readers", "comments", hints=("comments", "voted")),
    ),
    spoken=(
        paragraph(
            "The mayor reads her letters aloud to the clerks on Friday.",
            hints=("newsletter", "voted"),
        ),
    ),
)


def _drop_aside(block: Block, _article: Article, _reading: Reading) -> Verdict:
    """Leave out a box beside the story, and a heading as long as a paragraph of one."""
    if "<aside>" in block.hints and not _stays_in_box(block):
        return "aside"
    if not is_alone(block):
        return None
    long = block.kind == "heading" and count_words(block) > BOX_WORDS
    return "aside" if long or "aside" in block.hints else None


ASIDES = BlockCheck(
    name="asides",
    judge=_drop_aside,
    why="A box beside the story is another text.",
    left_out=(
        paragraph("Facts on the towers", "aside", hints=("<aside>", "voted")),
        paragraph("More facts on the towers", "aside", hints=("alone", "aside")),
    ),
    spoken=(
        paragraph(
            "The towers are as high as the church that stood here before.",
            hints=("<aside>", "voted"),
        ),
    ),
)


def _drop_unchosen(block: Block, _article: Article, _reading: Reading) -> Verdict:
    unchosen = is_alone(block) and block.kind != "heading"
    return "outside-the-story" if unchosen and not _carries_story(block) else None


def _carries_story(block: Block) -> bool:
    """Whether a block that nobody voted for may still be text of the story."""
    size = count_words(block)
    # Items and quotes are mostly short and open, and extractors miss them for that.
    if block.kind in ("list_item", "quote"):
        return block.links < _CARRIED_ITEM_LINKED
    if "standfirst" in block.hints and not block.links:
        return True
    partly = block.links > 0 and not is_link(block)
    # What nobody chose needs to look like a sentence, except for lists of things with shops.
    if "leads-out" in block.hints and size >= _LONG_WORDS and partly:
        return block.kind == "paragraph"  # a list of things, typed in one line, each with a shop
    linked = _CARRIED_SHORT_LINKED if size < _LONG_WORDS else _CARRIED_LONG_LINKED
    return size >= _CARRIED_WORDS and block.links < linked and is_closed(block.text)


UNCHOSEN_LINES = BlockCheck(
    name="unchosen-lines",
    judge=_drop_unchosen,
    why="What no extractor of main content chose, and what is no sentence, is the page's.",
    left_out=(paragraph("The captain at the wheel", "outside-the-story", hints=ALONE),),
    spoken=(
        paragraph(
            "The captain at the wheel said that he would miss the quiet of the old quay.",
            hints=ALONE,
        ),
    ),
)


def _drop_byline_box(block: Block, _article: Article, _reading: Reading) -> Verdict:
    short = count_words(block) < _BYLINE_BOX_WORDS
    named = "byline" in block.hints and not is_standfirst(block)
    return "byline" if short and named else None


BYLINE_BOXES = BlockCheck(
    name="byline-boxes",
    judge=_drop_byline_box,
    why="Below the headline pages say who wrote and photographed, in boxes that are named so.",
    left_out=(paragraph("Harbour correspondent", "byline", hints=("byline", "voted")),),
    spoken=(paragraph("Harbour correspondents wanted"),),
)
