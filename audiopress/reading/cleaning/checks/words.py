"""A block judged by what it says: by wordings of the page, bids, date-lines and bylines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.reading.cleaning.block_features import (
    count_words,
    is_sentence,
    is_voted,
    make_comparable,
)
from audiopress.reading.cleaning.cleaning_rule import BlockCheck
from audiopress.reading.cleaning.example_blocks import paragraph
from audiopress.reading.metadata.authors.bylines import read_byline
from audiopress.reading.metadata.dates.dates import find_date, is_dateline
from audiopress.reading.metadata.dates.shown_lines import list_dates
from audiopress.reading.wording.boilerplate import judge_wording, points_away
from audiopress.reading.wording.invitations import asks_to_follow_link

if TYPE_CHECKING:
    from audiopress.model import Article, Block, Reading
    from audiopress.reading.cleaning.cleaning_rule import Verdict
    from audiopress.reading.reasons import Reason

__all__ = ["BIDS", "BYLINES", "DATE_LINES", "LONE_NUMBER", "WORDING"]

_NUMBER = re.compile(r"\W*\d{1,3}\W*")
"""A rank, or the number of a page or a note: "12", "(7)"; not a year."""

_DOUBTFUL: frozenset[Reason] = frozenset(
    (
        "affiliate",
        "app",
        "banner",
        "call",
        "citation",
        "deal",
        "newsletter",
        "paywall",
        "read-more",
        "subscribe",
        "topics",
    )
)
"""Reasons whose wording stories have too ("They signed up for the newsletter"): they count in a
sentence only with a link, or with words that speak to the reader."""

_DOUBTFUL_LINKED = 0.1
"""Share of such a sentence that is linked from which it is no story's."""

_ADDRESSES_READER = re.compile(
    r"\b(?:our|us|we|click|here|below|newsletters?|today|now|help you|this site|through links?|"
    r"your (?:inbox|mailbox|e-?mail|phone|device|thoughts|comments?|take|views?)|"
    r"in the (?:\w+ )?comments?|check out (?:these|this|my)|"
    r"my (?:[\w-]+ )?(?:page|site|channel|course|shop|store|guide))\b",
    re.IGNORECASE,
)
"""What a page says to its reader, of itself or of what it wants of them; a story has such words in
quotations, which are narrated."""

_BYLINE_WORDS = 25
"""Words of the longest line that begins with the author's name and is a byline."""


def _drop_number(block: Block, _article: Article, _reading: Reading) -> Verdict:
    bare = block.kind == "paragraph" and _NUMBER.fullmatch(block.text)
    return "number" if bare else None


LONE_NUMBER = BlockCheck(
    name="lone-number",
    judge=_drop_number,
    why="A number that is a paragraph is a rank, or the number of a page or a note.",
    left_out=(paragraph("12", "number"),),
    spoken=(paragraph("1912"),),
)


def _judge_words(block: Block, _article: Article, _reading: Reading) -> Verdict:
    """Judge by wording; a doubtful one needs a link, or words that speak to the reader."""
    reason = judge_wording(block.text, block.links)
    # Headings are told by what stands below them, in `kept-in-context`.
    doubtful = reason in _DOUBTFUL and not points_away(block.text)
    if doubtful and _reads_like_story(block) and block.kind != "heading":
        return reason if _ADDRESSES_READER.search(block.text) else None
    return reason


def _reads_like_story(block: Block) -> bool:
    """Whether a block is a closed sentence without links that nobody passed over."""
    chosen = is_voted(block) or not block.hints  # files have no markup to be judged by
    # A call that ends in a colon leads in to what it promises.
    closed = is_sentence(block) and not block.text.endswith(":")
    return chosen and closed and block.links < _DOUBTFUL_LINKED


WORDING = BlockCheck(
    name="wording",
    judge=_judge_words,
    why="Some wordings stand on many pages and in no story: see reading/wording/.",
    left_out=(
        paragraph("Read more: The other crossing", "read-more"),
        paragraph("Learn more about how it was built in our museum.", "read-more"),
    ),
    spoken=(paragraph("Learn more about ropes and you will never trust one again."),),
)


def _drop_bid(block: Block, _article: Article, _reading: Reading) -> Verdict:
    """Leave out a bid to follow a link, unless its wording has been weighed and found a story's."""
    bids = block.kind == "paragraph" and asks_to_follow_link(block.text, block.links)
    return "call" if bids and not judge_wording(block.text, block.links) else None


BIDS = BlockCheck(
    name="bids",
    judge=_drop_bid,
    why="A line that bids the reader follow its link has nothing for who cannot.",
    left_out=(paragraph("Explore the map of every crossing in the north.", "call", links=0.4),),
    spoken=(paragraph("Take two spoons of flour and a cup of water.", links=0.2),),
)


def _drop_dateline(block: Block, article: Article, _reading: Reading) -> Verdict:
    """Leave out a date, and a line with the article's own: "News · 3 May 2024"."""
    if is_dateline(block.text):
        return "date-line"
    if article.published is None or block.kind == "heading":
        return None
    days = (find_date(text) for text, _ in list_dates(block.text))
    own = any(day and day.date() == article.published.date() for day in days)
    return "date-line" if own else None


DATE_LINES = BlockCheck(
    name="date-lines",
    judge=_drop_dateline,
    why="The opening says the date.",
    left_out=(paragraph("Monday 3 May 2024", "date-line"),),
    spoken=(paragraph("It was to open on Monday 3 May 2024."),),
)


def _drop_byline(block: Block, article: Article, _reading: Reading) -> Verdict:
    """Leave out a line that names the author and little more."""
    if read_byline(block.text):
        return "byline"
    names, line = make_comparable(article.byline), make_comparable(block.text)
    if not names:
        return None
    if line in (names, "by" + names):
        return "byline"
    begins = line.startswith(("by" + names, names + "by"))
    return "byline" if begins and count_words(block) <= _BYLINE_WORDS else None


BYLINES = BlockCheck(
    name="bylines",
    judge=_drop_byline,
    why="The opening says who wrote it.",
    left_out=(paragraph("By Jane Doe", "byline"),),
    spoken=(paragraph("Jane Doe was the first to cross."),),
)
