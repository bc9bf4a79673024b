"""A block judged by itself: by the configuration, its words, its element, its box, its links.

`CHECKS` are asked in their order; the first that has an opinion decides. What a block loses here
it may get back for what stands around it (`audiopress.reading.cleaning.kept_in_context`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.reading.cleaning.block_features import (
    asks_to_press,
    count_words,
    is_alone,
    is_closed,
    is_link,
    is_sentence,
    is_title,
    is_voted,
    make_comparable,
)
from audiopress.reading.cleaning.boxes import BOX_WORDS
from audiopress.reading.cleaning.cleaning_rule import BlockCheck
from audiopress.reading.cleaning.example_blocks import (
    ALONE,
    caption,
    cell,
    paragraph,
)
from audiopress.reading.metadata.bylines import read_byline
from audiopress.reading.metadata.dates import is_dateline
from audiopress.reading.wording.boilerplate import judge_wording
from audiopress.reading.wording.invitations import asks_to_follow_link
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from audiopress.model import Article, Block, Reading
    from audiopress.reading.cleaning.cleaning_rule import Verdict
    from audiopress.reading.reasons import Reason

__all__ = ["CHECKS", "judge_block"]

_ANY_LETTER = re.compile(r"[^\W_]")
_NUMBER = re.compile(r"\W*\d{1,3}\W*")
_TYPED_ROW = re.compile(r"\|[^|]+(?:\|[^|]*){4,}")
# A letter or figure; a rank or the number of a note; a row of a table typed with bars between at
# least four cells, as nobody parts words in a sentence.

_IN_CAPTIONS: frozenset[Reason] = frozenset(("advert", "newsletter", "skip-link"))
"""Reasons of what pages put into figures that is no caption: it is named for what it is."""

_CAPTION_WORDS = 60
"""Words from which a text in a box that is called a caption is a paragraph beside a picture."""

_CHOSEN_CAPTION_WORDS = 18
"""Words of the shortest sentence there that is the story's, if the extractor chose it."""

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

_ADDRESSING = (
    r"our",
    r"us",
    r"we",
    r"click",
    r"here",
    r"below",
    r"newsletters?",
    r"today",
    r"now",
    r"help you",
    r"this site",
    r"through links?",
    r"your (?:inbox|mailbox|e-?mail|phone|device|thoughts|comments?|take|views?)",
    r"in the (?:\w+ )?comments?",
    r"check out (?:these|this|my)",
    r"my (?:[\w-]+ )?(?:page|site|channel|course|shop|store|guide)",
)

_ADDRESSES_READER = re.compile(rf"\b{any_of(_ADDRESSING)}\b", re.IGNORECASE)
"""What a page says to its reader, of itself or of what it wants of them."""

_BYLINE_WORDS = 25
"""Words of the longest line that begins with the author's name and is a byline."""

_BYLINE_BOX_WORDS = 12
"""Words from which a line in a box called byline or author tells something."""

_HINTED: tuple[tuple[str, Reason], ...] = (
    ("before-title", "before-headline"),
    ("embed", "embedded-post"),
    ("code", "code"),
    ("footnotes", "footnote"),
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

_CARRIED_ITEM_LINKED = 0.3
_CARRIED_SHORT_LINKED = 0.3
_CARRIED_LONG_LINKED = 0.55
# Shares of an item, a short paragraph and a long one that may be linked, if nobody voted for it
# and it is the story's all the same: long ones name their sources.

_LONG_WORDS = 20
"""Words from which such a paragraph is long."""

_CARRIED_WORDS = 12
"""Words of the shortest paragraph that nobody voted for and that is the story's."""

_LINK_WORDS = 25
"""Words of the longest linked line that is the title of another page."""

_NAME_WORDS = 3
"""Words of the shortest name of a thing to which a link leads; shorter ones are buttons."""


def judge_block(
    block: Block, article: Article, reading: Reading, checks: tuple[BlockCheck, ...]
) -> Reason | None:
    """Return the reason that a block gives by itself, or nothing: the first check decides."""
    for check in checks:
        verdict = check.judge(block, article, reading)
        if verdict is not None:
            return verdict or None
    return None


# -- what is asked for, and what has no words -------------------------------------------------


def _keep_asked_for(block: Block, article: Article, _reading: Reading) -> Verdict:
    named = is_title(block) and make_comparable(block.text) == make_comparable(article.title)
    return "" if named or "keep" in block.hints else None


def _drop_asked_for(block: Block, _article: Article, _reading: Reading) -> Verdict:
    return "dropped-by-config" if "drop" in block.hints else None


def _drop_wordless(block: Block, _article: Article, _reading: Reading) -> Verdict:
    return None if _ANY_LETTER.search(block.text) else "no-words"


# -- captions and tables, which are spoken where somebody wants them --------------------------


def _judge_caption(block: Block, _article: Article, reading: Reading) -> Verdict:
    if not _is_caption(block):
        return None
    other = judge_wording(block.text, block.links)
    if other in _IN_CAPTIONS:
        return other
    return "" if reading.captions else "caption"


def _is_caption(block: Block) -> bool:
    """Whether a block is a caption by its element, or lies in a box that is called one."""
    if block.kind == "caption":
        return True
    if {"caption", "pictured"}.isdisjoint(block.hints) or count_words(block) >= _CAPTION_WORDS:
        return False
    long = count_words(block) >= _CHOSEN_CAPTION_WORDS
    return not ((long and is_voted(block) and is_sentence(block)) or _is_standfirst(block))


def _is_standfirst(block: Block) -> bool:
    """Whether a sentence introduces the story from within the page's head."""
    return {"standfirst", "<header>"} <= set(block.hints) and is_sentence(block)


def _judge_table(block: Block, _article: Article, reading: Reading) -> Verdict:
    if block.kind != "table" and not _TYPED_ROW.match(block.text):
        return None
    return "" if reading.tables else "table"


# -- words -------------------------------------------------------------------------------------


def _drop_number(block: Block, _article: Article, _reading: Reading) -> Verdict:
    bare = block.kind == "paragraph" and _NUMBER.fullmatch(block.text)
    return "number" if bare else None


def _judge_words(block: Block, _article: Article, _reading: Reading) -> Verdict:
    """Judge by wording; a doubtful one needs a link, or words that speak to the reader."""
    reason = judge_wording(block.text, block.links)
    if reason in _DOUBTFUL and _reads_like_story(block) and block.kind != "heading":
        return reason if _ADDRESSES_READER.search(block.text) else None
    return reason


def _reads_like_story(block: Block) -> bool:
    """Whether a block is a closed sentence without links that nobody passed over."""
    chosen = is_voted(block) or not block.hints  # files have no markup to be judged by
    closed = is_sentence(block) and not block.text.endswith(":")
    return chosen and closed and block.links < _DOUBTFUL_LINKED


def _drop_bid(block: Block, _article: Article, _reading: Reading) -> Verdict:
    """Leave out a bid to follow a link, unless its wording has been weighed and found a story's."""
    bids = block.kind == "paragraph" and asks_to_follow_link(block.text, block.links)
    return "call" if bids and not judge_wording(block.text, block.links) else None


def _drop_dateline(block: Block, _article: Article, _reading: Reading) -> Verdict:
    return "date-line" if is_dateline(block.text) else None


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


# -- elements and boxes ------------------------------------------------------------------------


def _judge_element(block: Block, _article: Article, _reading: Reading) -> Verdict:
    return next((reason for hint, reason in _HINTED if hint in block.hints), None)


def _drop_navigation(block: Block, _article: Article, _reading: Reading) -> Verdict:
    menu = "<nav>" in block.hints and not _is_standfirst(block)
    return "navigation" if menu or "<footer>" in block.hints else None


def _judge_box(block: Block, _article: Article, _reading: Reading) -> Verdict:
    """Judge by what the box is called; a sentence that the extractor chose stays."""
    if _stays_in_box(block) or not (count_words(block) < BOX_WORDS or is_alone(block)):
        return None
    return next((hint for hint in _BOX_HINTS if hint in block.hints), None)


def _stays_in_box(block: Block) -> bool:
    return not is_alone(block) and is_sentence(block)


def _drop_aside(block: Block, _article: Article, _reading: Reading) -> Verdict:
    """Leave out a box beside the story, and a heading as long as a paragraph of one."""
    if "<aside>" in block.hints and not _stays_in_box(block):
        return "aside"
    if not is_alone(block):
        return None
    long = block.kind == "heading" and count_words(block) > BOX_WORDS
    return "aside" if long or "aside" in block.hints else None


def _drop_unchosen(block: Block, _article: Article, _reading: Reading) -> Verdict:
    unchosen = is_alone(block) and block.kind != "heading"
    return "outside-the-story" if unchosen and not _carries_story(block) else None


def _carries_story(block: Block) -> bool:
    """Whether a block that nobody voted for may still be text of the story."""
    size = count_words(block)
    if block.kind in ("list_item", "quote"):
        return block.links < _CARRIED_ITEM_LINKED
    if "standfirst" in block.hints and not block.links:
        return True
    partly = block.links > 0 and not is_link(block)
    if "leads-out" in block.hints and size >= _LONG_WORDS and partly:
        return block.kind == "paragraph"  # a list of things, typed in one line, each with a shop
    linked = _CARRIED_SHORT_LINKED if size < _LONG_WORDS else _CARRIED_LONG_LINKED
    return size >= _CARRIED_WORDS and block.links < linked and is_closed(block.text)


def _drop_byline_box(block: Block, _article: Article, _reading: Reading) -> Verdict:
    short = count_words(block) < _BYLINE_BOX_WORDS
    return "byline" if short and "byline" in block.hints else None


# -- links -------------------------------------------------------------------------------------


def _drop_link(block: Block, _article: Article, _reading: Reading) -> Verdict:
    """Leave out a linked title that is no sentence: it leads to another page."""
    if not is_link(block) or count_words(block) > _LINK_WORDS:
        return None
    if block.kind == "heading" and is_voted(block):
        return None
    if block.kind == "paragraph" and _names_thing(block):
        return None
    if block.kind == "paragraph" and block.links < 1 and is_closed(block.text):
        return None
    return "link"


def _names_thing(block: Block) -> bool:
    """Whether a linked line names what the story tells of, such as a product on another site."""
    chosen = {"voted", "leads-out"} <= set(block.hints)
    return chosen and count_words(block) >= _NAME_WORDS and not asks_to_press(block.text)


# -- all of them, in the order in which they are asked -----------------------------------------

CHECKS: tuple[BlockCheck, ...] = (
    BlockCheck(
        name="asked-for",
        judge=_keep_asked_for,
        why="What [reading] keep names is spoken, and so is the headline.",
        keeps=True,
        left_out=(paragraph("Sign up for our newsletter", "newsletter"),),
        spoken=(paragraph("Sign up for our newsletter", hints=("keep", "voted")),),
    ),
    BlockCheck(
        name="not-asked-for",
        judge=_drop_asked_for,
        why="What [reading] drop names is not.",
        left_out=(
            paragraph(
                "Trams were late on Monday, as they were on Friday.",
                "dropped-by-config",
                hints=("drop", "voted"),
            ),
        ),
        spoken=(paragraph("Trams were late on Monday, as they were on Friday."),),
    ),
    BlockCheck(
        name="wordless",
        judge=_drop_wordless,
        why="Three asterisks between two parts of a text are not to be read out.",
        left_out=(paragraph("* * *", "no-words"),),
        spoken=(paragraph("C * D * E"),),
    ),
    BlockCheck(
        name="captions",
        judge=_judge_caption,
        why="Without its picture a caption is a riddle; [reading] captions has them spoken.",
        left_out=(caption("The towers at dawn, seen from the quay", "caption"),),
        spoken=(
            paragraph(
                "The towers are the oldest of their kind in the north, and they were built by men "
                "who had never seen the sea.",
                hints=("caption", "voted"),
            ),
        ),
    ),
    BlockCheck(
        name="tables",
        judge=_judge_table,
        why="Nobody follows a table of figures by ear; [reading] tables has them spoken.",
        left_out=(
            cell("Height of the towers", "table"),
            paragraph("| Rope | Length | Strands | Price | Maker |", "table"),
        ),
        spoken=(paragraph("Ropes | knots"),),
    ),
    BlockCheck(
        name="lone-number",
        judge=_drop_number,
        why="A number that is a paragraph is a rank, or the number of a page or a note.",
        left_out=(paragraph("12", "number"),),
        spoken=(paragraph("1912"),),
    ),
    BlockCheck(
        name="wording",
        judge=_judge_words,
        why="Some wordings stand on many pages and in no story: see reading/wording/.",
        left_out=(
            paragraph("Read more: The other crossing", "read-more"),
            paragraph("Learn more about how it was built in our museum.", "read-more"),
        ),
        spoken=(paragraph("Learn more about ropes and you will never trust one again."),),
    ),
    BlockCheck(
        name="bids",
        judge=_drop_bid,
        why="A line that bids the reader follow its link has nothing for who cannot.",
        left_out=(paragraph("Explore the map of every crossing in the north.", "call", links=0.4),),
        spoken=(paragraph("Take two spoons of flour and a cup of water.", links=0.2),),
    ),
    BlockCheck(
        name="date-lines",
        judge=_drop_dateline,
        why="The opening says the date.",
        left_out=(paragraph("Monday 3 May 2024", "date-line"),),
        spoken=(paragraph("It was to open on Monday 3 May 2024."),),
    ),
    BlockCheck(
        name="bylines",
        judge=_drop_byline,
        why="The opening says who wrote it.",
        left_out=(paragraph("By Jane Doe", "byline"),),
        spoken=(paragraph("Jane Doe was the first to cross."),),
    ),
    BlockCheck(
        name="elements",
        judge=_judge_element,
        why="Listings of code, footnotes and posts of others have elements of their own.",
        left_out=(paragraph("rope = lay(strands)", "code", hints=("code", "voted")),),
        spoken=(paragraph("A rope is laid of strands"),),
    ),
    BlockCheck(
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
    ),
    BlockCheck(
        name="named-boxes",
        judge=_judge_box,
        why="Pages name their boxes in classes and ids: newsletter, share, related.",
        left_out=(
            paragraph("Every week in one letter", "newsletter", hints=("newsletter", "voted")),
        ),
        spoken=(
            paragraph(
                "The mayor reads her letters aloud to the clerks on Friday.",
                hints=("newsletter", "voted"),
            ),
        ),
    ),
    BlockCheck(
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
    ),
    BlockCheck(
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
    ),
    BlockCheck(
        name="byline-boxes",
        judge=_drop_byline_box,
        why="Below the headline pages say who wrote and photographed, in boxes that are named so.",
        left_out=(paragraph("Harbour correspondent", "byline", hints=("byline", "voted")),),
        spoken=(paragraph("Harbour correspondents wanted"),),
    ),
    BlockCheck(
        name="links",
        judge=_drop_link,
        why="A linked title leads to another page.",
        left_out=(paragraph("Ten ropes that we like", "link", links=1.0),),
        spoken=(
            paragraph("Northern Rope Works Model Nine", links=1.0, hints=("leads-out", "voted")),
        ),
    ),
)
"""Every check, in the order in which they are asked."""
