"""Boxes in the middle of a story: a heading or line that owns what stands under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.reading.cleaning.block_features import (
    count_words,
    goes_on_past_box,
    is_alone,
    is_closed,
    is_sentence,
    is_story_sentence,
    is_title,
    is_voted,
)
from audiopress.reading.cleaning.cleaning_rule import CleaningRule
from audiopress.reading.cleaning.example_blocks import ALONE, LATER, STORY, heading, item, paragraph
from audiopress.reading.wording.invitations import heads_story_list, names_sponsor

if TYPE_CHECKING:
    from audiopress.model import Block
    from audiopress.reading.cleaning.judged import JudgedBlocks
    from audiopress.reading.reasons import Reason

__all__ = ["BOXES", "BOX_WORDS", "MOST_OWNED", "SPONSORED_SECTIONS", "UNCHOSEN_BOXES"]

BOX_WORDS = 30
"""Words of the longest line in a box; a longer one is a paragraph of the story, and ends it."""

MOST_OWNED = 5
"""Blocks that a heading owns at most: an appeal or a sponsor has little more to say."""

_OWNED_ABOVE = 8
"""Lines above the name of a sponsor, at most, that belong to its box."""

_TITLE_WORDS = 5
"""Words of the shortest title of another story; shorter headings name parts of this one."""

_OPENERS: frozenset[Reason] = frozenset(
    (
        "account",
        "advert",
        "app",
        "aside",
        "banner",
        "before-headline",
        "call",
        "citation",
        "comments",
        "contents",
        "correction-form",
        "donation",
        "dropped-by-config",
        "follow-us",
        "link",
        "navigation",
        "newsletter",
        "no-words",
        "outside-the-story",
        "paywall",
        "player",
        "presenter-slot",
        "read-more",
        "related",
        "share",
        "skip-link",
        "subscribe",
        "topics",
    )
)
"""Reasons of headings and lines that open a box: what stands below them is more of the same. A
caption, a date or a byline opens none."""

_APPEALS: frozenset[Reason] = frozenset(
    ("donation", "follow-us", "newsletter", "share", "subscribe"),
)
"""Reasons of appeals, which own a whole section and the list of grounds below them."""

_LABELS: frozenset[Reason] = frozenset(("advert", "read-more"))
"""Reasons of lines that head other stories, or an advert."""

_LABEL_WORDS = 6
"""Words of the longest of them; headlines of stories have more."""

_ASIDE = frozenset(("aside", "<aside>"))
"""Hints of what lies in a box beside the story."""


def drop_boxes(judged: JudgedBlocks) -> None:
    """Judge what stands under the heading of a box as the box is, until a long paragraph."""
    under: Reason | None = None
    aside = False
    for at, one in enumerate(judged):
        block, reason = one.block, one.reason or None
        # A box that the page sets aside ends with its element, whatever is behind it.
        if aside and is_voted(block) and not _lies_aside(block):
            under, aside = None, False
        if block.kind == "heading" or _is_label(block, reason, aside=aside):
            # A heading that is spoken closes the box above it: the story goes on below.
            under = reason if reason in _OPENERS and not is_title(block) else None
            aside = _lies_aside(block)
            if under in _APPEALS:
                _own_short_section(judged, at)
        elif reason in _APPEALS and not is_alone(block):
            # An appeal in a line of its own has no section, only the list of what one gets.
            _own_list(judged, at)
        elif count_words(block) > BOX_WORDS or (not reason and _ends_box(judged, block)):
            under = None
        elif under:
            judged.leave_out(at, under)


def _is_label(block: Block, reason: Reason | None, *, aside: bool) -> bool:
    """Whether a line heads a list of other stories; beside the story any short label does.

    Within a box beside it (``aside``) one that nothing else tells of is a part of that box.
    """
    if not _lies_aside(block):
        return heads_story_list(block.text)
    if reason in _LABELS and count_words(block) <= _LABEL_WORDS and not is_closed(block.text):
        return True
    return heads_story_list(block.text) and not aside


def _lies_aside(block: Block) -> bool:
    return not _ASIDE.isdisjoint(block.hints)


def _ends_box(judged: JudgedBlocks, block: Block) -> bool:
    """Whether a sentence is the story's: chosen on a page, any that is closed in a plain text."""
    chosen = is_story_sentence(block) or goes_on_past_box(block)
    return chosen if judged.has_votes else is_closed(block.text)


def _own_short_section(judged: JudgedBlocks, at: int) -> None:
    """Give an appeal its section, if that is short and stands in the second half."""
    end, reason = judged.find_section_end(at), judged[at].reason
    # In the first half a heading that sounds like an appeal may be the story's own.
    if reason and end - at - 1 <= MOST_OWNED and 2 * at > len(judged):
        judged.leave_out_all(range(at + 1, end), reason)


def _own_list(judged: JudgedBlocks, at: int) -> None:
    """Give an appeal the list of grounds that follows it directly."""
    reason = judged[at].reason
    for number in range(at + 1, len(judged)):
        if not reason or judged[number].block.kind != "list_item":
            break
        judged.leave_out(number, reason)


BOXES = CleaningRule(
    name="boxes",
    judge=drop_boxes,
    why="What stands below the heading of a box belongs to the box, whatever it says.",
    after={
        "contents": "the heading of a table of contents opens a box",
        "sponsored-sections": "so does the name of a sponsor",
    },
    left_out=(
        *STORY,
        paragraph("Related stories", "read-more", hints=ALONE),
        paragraph("Ferry strike in its second week", "read-more"),
        paragraph("Tunnel toll to rise in May", "read-more"),
        *LATER,
        heading("Sign up for our newsletter", "newsletter"),
        paragraph("All that happens on both shores, in one letter a week.", "newsletter"),
        item("Ferry times", "newsletter"),
    ),
    spoken=(
        *STORY,
        heading("By the numbers"),
        paragraph("Two towers, nine cables and a toll."),
        *LATER,
    ),
)


def drop_sponsored_sections(judged: JudgedBlocks) -> None:
    """Give a line that names who paid its section below, or the unchosen lines above it."""
    for at, one in enumerate(judged):
        if not names_sponsor(one.block.text):
            continue
        judged.leave_out(at, "advert")
        if one.block.kind == "heading":
            _own_sponsored(judged, at)
        elif at and _is_lower_heading(judged[at - 1].block):
            judged.leave_out(at - 1, "advert")
            _own_sponsored(judged, at)
        else:
            # Below a box the sponsor signs it; what was chosen above is the story's.
            _own_unchosen_above(judged, at)


def _is_lower_heading(block: Block) -> bool:
    return block.kind == "heading" and not is_title(block)


def _own_sponsored(judged: JudgedBlocks, at: int) -> None:
    end = min(judged.find_section_end(at), at + 1 + MOST_OWNED)
    judged.leave_out_all(range(at + 1, end), "advert")


def _own_unchosen_above(judged: JudgedBlocks, at: int) -> None:
    # Upwards to what was chosen, for a box has its sponsor's name at its foot.
    for number in range(at - 1, max(-1, at - 1 - _OWNED_ABOVE), -1):
        block = judged[number].block
        if not is_alone(block) or is_title(block):
            break
        judged.leave_out(number, "advert")


SPONSORED_SECTIONS = CleaningRule(
    name="sponsored-sections",
    judge=drop_sponsored_sections,
    why="Who paid for a section is named in it, once: all of the section is advertising.",
    left_out=(
        *STORY,
        heading("A kettle for everyone", "advert"),
        paragraph("This post is sponsored by Kettles.", "advert"),
        paragraph("It boils faster than any other kettle that we have seen this year.", "advert"),
        heading("Back to the bridge"),
        *LATER,
    ),
    spoken=(
        *STORY,
        heading("A festival for everyone"),
        paragraph("The festival on the bridge was sponsored by a bank and drew large crowds."),
        heading("Back to the bridge"),
        *LATER,
    ),
)


def drop_unchosen_boxes(judged: JudgedBlocks) -> None:
    """Leave out a heading that nobody chose over one paragraph that nobody chose: a box."""
    for at, one in enumerate(judged):
        if not one.is_spoken or not _is_unchosen_title(one.block):
            continue
        numbers = range(at + 1, len(judged))
        end = next((n for n in numbers if _is_border(judged[n].block)), len(judged))
        spoken = judged.numbers_spoken(at + 1, end)
        amid_story = end < len(judged) and is_voted(judged[end].block)
        # Two sentences may be a part of the story that the extractor has missed.
        if amid_story and len(spoken) == 1 and is_sentence(judged[spoken[0]].block):
            judged.leave_out_all((at, *spoken), "outside-the-story")


def _is_unchosen_title(block: Block) -> bool:
    """Whether a heading that nobody chose is as long as a title and asks nothing."""
    if not _is_lower_heading(block) or not is_alone(block):
        return False
    # A question heads its answer, which extractors pass over too.
    return count_words(block) >= _TITLE_WORDS and not block.text.endswith("?")


def _is_border(block: Block) -> bool:
    return block.kind == "heading" or is_voted(block)


UNCHOSEN_BOXES = CleaningRule(
    name="unchosen-boxes",
    judge=drop_unchosen_boxes,
    why="A title and a sentence that the extractor chose neither of is another story's card.",
    after={"repetition": "only what is still spoken stands under a title"},
    pages_only=True,
    left_out=(
        *STORY,
        heading("Another crossing in another town was closed", "outside-the-story", hints=ALONE),
        paragraph(
            "It may be years before the old one opens again, they fear.",
            "outside-the-story",
            hints=ALONE,
        ),
        *LATER,
    ),
    spoken=(
        *STORY,
        heading("Will the other crossing be closed too?", hints=ALONE),
        paragraph("It may be years before the old one opens again, they fear.", hints=ALONE),
        *LATER,
    ),
)
