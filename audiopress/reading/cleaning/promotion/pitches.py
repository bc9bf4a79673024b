"""Single paragraphs and headings in which the publisher offers its own to the reader.

None is left out for its words alone: it takes the reader's wish with a link, or the publisher's
name beside a bid.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.reading.cleaning.block_features import (
    count_words,
    is_alone,
    is_story_sentence,
    is_title,
)
from audiopress.reading.cleaning.cleaning_rule import CleaningRule
from audiopress.reading.cleaning.example_blocks import LATER, STORY, paragraph
from audiopress.reading.cleaning.promotion import own_words, wording
from audiopress.reading.cleaning.promotion.publisher_names import names_publisher
from audiopress.reading.wording.narration import is_narration

if TYPE_CHECKING:
    from audiopress.model import Block
    from audiopress.reading.cleaning.judged import JudgedBlocks

__all__ = ["CLOSING_BIDS", "PITCHES", "invites_reader", "speaks_of_own"]

_OPENED_BY = 2
"""Sentences of the story that stand above a pitch: a story does not open with one, but a test or
a guide may well open with the reader's question."""

_PITCH_WORDS = 90
"""Words of the longest paragraph that is a pitch; longer ones tell something besides."""

_OWN_LINK = 0.03
"""Share of a pitch that is linked, if it does not say whose offer it is: a link of one word."""

_PRODUCT_WORDS = 65
"""Words of the longest recommendation of the publisher's product; longer ones are advice."""

_PRODUCT_LINKED = 0.5
"""Share of it that may be linked: what is linked from end to end is judged as a link."""

_TURN_WORDS = 40
"""Words of the longest paragraph that does no more than bid the reader turn to the publisher."""

_CRY_WORDS = 9
"""Words of the shortest heading that cries a sale; shorter ones are names of sections."""

_SLOGAN_WORDS = 25
"""Words of the longest slogan, and of the longest line that names the publisher in passing."""

_STORY_SENTENCES = 4
"""Sentences of the shortest story with closing bids: of shorter ones a bid may be the half."""

_STORY_ABOVE = 3
"""Sentences of it that stand above them in any case."""

_CRY = re.compile(r"(?:!|\b(?:today|now)\W?)$")
"""How a slogan ends: "Cross with Bridgeways today"."""


_MAIL = re.compile(r"\S{1,64}@\S+")
"""An address of e-mail: who has one at the publisher's host does not speak of it."""


def drop_pitches(judged: JudgedBlocks) -> None:
    """Leave out paragraphs and headings that offer the publisher's own."""
    names = judged.publisher_names
    opened = 0
    for at, one in enumerate(judged):
        block = one.block
        if one.is_spoken and not is_title(block) and _is_pitch(judged, at, names, opened):
            judged.leave_out(at, "promotion")
        # Those that are left out count too: the story had begun by then.
        opened += is_story_sentence(block)


def _is_pitch(judged: JudgedBlocks, at: int, names: frozenset[str], opened: int) -> bool:
    block = judged[at].block
    if block.kind == "heading":
        return _cries(block, names)
    return (
        (opened >= _OPENED_BY and _offers(block, names))
        or _is_slogan(block, names)
        or _recommends_product(block, names)
        or _sends_to_publisher(block, names)
        or _is_lone_offer(judged, at)
    )


def _offers(block: Block, names: frozenset[str]) -> bool:
    """Whether a paragraph opens with the reader's wish and goes on with what is offered."""
    opening = wording.OPENING_WISH.search(block.text)
    if not opening or count_words(block) > _PITCH_WORDS:
        return False
    # What the question itself says is the reader's wish and not the offer.
    rest = block.text[opening.end() :]
    own = bool(own_words.OWN_WORD.search(rest)) or names_publisher(rest, names)
    return bool(wording.BID.search(rest) or block.links) and (own or block.links > _OWN_LINK)


def _recommends_product(block: Block, names: frozenset[str]) -> bool:
    """Whether a paragraph sends the reader to the publisher's own product, by name and link."""
    if not 0 < block.links < _PRODUCT_LINKED or count_words(block) > _PRODUCT_WORDS:
        return False
    sends = own_words.CUSTOM_VERB.search(block.text)
    if not sends or not own_words.READER.search(block.text):
        return False
    # Behind the verb: before it the publisher may be who tells of the product.
    return names_publisher(block.text[sends.start() :], names)


def _sends_to_publisher(block: Block, names: frozenset[str]) -> bool:
    """Whether a short paragraph bids the reader turn to the publisher, by name."""
    if count_words(block) > _TURN_WORDS:
        return False
    turns = wording.TURN_TO.finditer(block.text)
    # "Contact Bridgeways, the mayor said" is told of somebody.
    return any(names_publisher(found[1], names) for found in turns) and not is_narration(block.text)


def _cries(block: Block, names: frozenset[str]) -> bool:
    """Whether a heading is as long as a sentence and sells: to the reader, or by name."""
    if names_publisher(block.text, names) and wording.OFFERING.match(block.text):
        return True
    if count_words(block) < _CRY_WORDS:
        return False
    return block.text.endswith("!") and bool(own_words.READER.search(block.text))


def _is_slogan(block: Block, names: frozenset[str]) -> bool:
    """Whether a short cry names the publisher and the reader."""
    if not _CRY.search(block.text) or count_words(block) > _SLOGAN_WORDS:
        return False
    return bool(own_words.READER.search(block.text)) and names_publisher(block.text, names)


def _is_lone_offer(judged: JudgedBlocks, at: int) -> bool:
    """Whether a line nobody chose offers something between lines that are left out."""
    block = judged[at].block
    if not is_alone(block) or not 0 < at < len(judged) - 1 or count_words(block) > _SLOGAN_WORDS:
        return False
    # Between two lines of the story it may be the story's, though nobody chose it.
    if judged[at - 1].is_spoken or judged[at + 1].is_spoken:
        return False
    return bool(wording.FREE_OFFER.search(block.text) or wording.BID.search(block.text))


PITCHES = CleaningRule(
    name="pitches",
    judge=drop_pitches,
    why="A paragraph that guesses the reader's wish and offers something, or names the publisher "
    "and bids the reader turn there, is advertising in the middle of the text.",
    after={"boxes": "a line between two that are left out is judged more strictly"},
    pages_only=True,
    left_out=(
        *STORY,
        paragraph(
            "Looking for a way to cross? Our boats leave every hour: book a seat today.",
            "promotion",
            links=0.2,
        ),
        paragraph(
            "Unsure which way to cross? Contact Bridgeways for a plan that suits you.",
            "promotion",
        ),
        *LATER,
    ),
    spoken=(
        *STORY,
        paragraph("Looking for a way to cross? The old tunnel is open to all, and it is dry."),
        paragraph("Unsure which way to cross? Contact Portsmouth for a plan that suits you."),
        *LATER,
    ),
)


def drop_closing_bids(judged: JudgedBlocks) -> None:
    """Leave out paragraphs at the end that ask the reader to come to the publisher."""
    spoken = judged.numbers_spoken()
    story = [at for at in spoken if is_story_sentence(judged[at].block)]
    for at in range(len(judged) - 1, 0, -1):
        if not judged[at].is_spoken:
            continue
        if len(story) < _STORY_SENTENCES or at <= story[_STORY_ABOVE - 1]:
            break
        if not _is_closing_bid(judged[at].block, judged.publisher_names):
            break  # from here on up it is the story
        judged.leave_out(at, "promotion")


def _is_closing_bid(block: Block, names: frozenset[str]) -> bool:
    block = replace(block, text=_MAIL.sub(" ", block.text))
    size = count_words(block)
    sells = wording.OFFERING.match(block.text) and own_words.READER.search(block.text)
    # Selling words alone are headlines too: they need the reader and the name.
    if sells and size <= _PITCH_WORDS and names_publisher(block.text, names):
        return True
    return block.kind == "paragraph" and invites_reader(block, names)


def invites_reader(block: Block, names: frozenset[str]) -> bool:
    """Whether a paragraph at the end asks the reader to come, or names the publisher in passing."""
    size = count_words(block)
    if not own_words.READER.search(block.text) or size > _PITCH_WORDS:
        return False
    if not speaks_of_own(block.text, names):
        return False
    named = names_publisher(block.text, names)
    asks = bool(wording.BID.search(block.text)) and (block.links > 0 or named)
    return asks or (named and size <= _SLOGAN_WORDS)


def speaks_of_own(text: str, names: frozenset[str]) -> bool:
    """Whether a text speaks of the publisher: as "we", of its product, or by name."""
    own = own_words.OWN_WORD.search(text) or own_words.OWN_PRODUCT.search(text)
    return bool(own) or names_publisher(text, names)


CLOSING_BIDS = CleaningRule(
    name="closing-bids",
    judge=drop_closing_bids,
    why="Below the story many a publisher writes a last paragraph in which it asks for custom.",
    after={
        "tail": "a note on the author may stand below the bid",
        "pitches": "a pitch below the bid is no end of the story",
    },
    pages_only=True,
    left_out=(
        *STORY,
        *LATER,
        paragraph(
            "Unlock the secrets of your ropes with a course at Bridgeways, day or night.",
            "promotion",
        ),
    ),
    spoken=(
        *STORY,
        *LATER,
        paragraph("Unlock the secrets of your ropes with a course at Ropery, day or night."),
    ),
)
