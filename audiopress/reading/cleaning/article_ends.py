"""The end of an article: labels, links and notes below the last sentence of the story."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from audiopress.reading.cleaning.block_features import (
    count_words,
    is_alone,
    is_closed,
    is_sentence,
    is_story_sentence,
    is_title,
    is_voted,
)
from audiopress.reading.cleaning.cleaning_rule import CleaningRule
from audiopress.reading.cleaning.example_blocks import LATER, STORY, heading, paragraph
from audiopress.reading.cleaning.keep_grounds.entries import goes_on_with_entries
from audiopress.reading.cleaning.keep_grounds.names import is_field_among_fields
from audiopress.reading.wording.end_notes import (
    gives_contact,
    is_author_bio,
    is_company_profile,
    tells_of_work,
)

if TYPE_CHECKING:
    from audiopress.model import Block
    from audiopress.reading.cleaning.judged import JudgedBlocks
    from audiopress.reading.reasons import Reason

__all__ = ["TAIL"]

_LED_LINKED = 0.3
"""Share of an item that may be linked, if a line of the story leads in to it."""

_LINKED_TAIL = 0.6
"""Share of a line below the story that is linked, if it is no sentence."""

_NAME_LETTERS = 3
"""Letters of the shortest name that an author is known by."""

_SHORT_WORDS = 12
"""Words below which a line below the story that is not closed is a label."""


_WRITER = re.compile(r"\b(?:I|me|[Mm]y|ich|je|yo)\b(?!\.)")
"""The one who tells a story, if it is his own; many languages have no such word of their own."""

_QUOTED = re.compile(r"[\"“„«][^\"”“»]*[\"”“»]?")
"""What somebody else says, who is "I" there."""

_OCCASION = re.compile(
    r"^(?!.*\b(?:newsroom|(?:news)?desk|rights|reprints?|editors?)\b).*?"
    r"(?:[£$€]\s?\d|\d\s?(?:€|EUR\b)|\b\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\b|Uhr\b)"
    r"|\b\d{1,2}[:h]\d\d\b)",
    re.IGNORECASE | re.DOTALL,
)
"""A price or a time of day: what a story says of an event, and no note on who wrote it, unless it
tells how to reach an office of who publishes."""

_HEADS_NOTE = re.compile(r"^(?:about|author|contact)\b", re.IGNORECASE)
"""A heading of a note on who wrote the story, or how to reach them."""


def drop_tail(judged: JudgedBlocks) -> None:
    """Leave out below the story: notes on the author, and short pieces that are no sentences.

    It goes up from the last block and ends at the first that is the story's.
    """
    # Before the walk, which changes what is spoken: its own work must not tip the balance.
    chosen = _is_mostly_chosen(judged)
    headed = _list_headed(judged)
    for at in range(len(judged) - 1, 0, -1):
        block = judged[at].block
        # What other rules have left out does not part a note from the end.
        if not judged[at].is_spoken:
            continue
        if is_title(block) or not _has_sentence_above(judged, at) or _is_led_in(judged, at):
            break
        # Under a heading of its own, with nothing left out between, an item is still the story's.
        listed = headed[at] and block.kind == "list_item"
        reason = _judge_tail(block, chosen=(chosen and not listed) or not headed[at])
        if not reason or (reason == "about-the-author" and _is_of_story(judged, at)):
            break
        if reason == "after-the-story" and _is_one_of_several(judged, at, headed=headed[at]):
            break
        judged.leave_out(at, reason)


def _is_one_of_several(judged: JudgedBlocks, at: int, *, headed: bool) -> bool:
    """Whether a block is like others of the story above it.

    "Distance: 4 km" among its like, below a heading of the story, or the last entries of a list.
    """
    return (headed and is_field_among_fields(judged, at)) or goes_on_with_entries(judged, at)


def _has_sentence_above(judged: JudgedBlocks, at: int) -> bool:
    """Whether a sentence is spoken above: the tail never takes the whole story."""
    above = (judged[number] for number in range(at))
    return any(
        one.is_spoken and not is_title(one.block) and is_sentence(one.block) for one in above
    )


def _list_headed(judged: JudgedBlocks) -> list[bool]:
    """Return of each block whether nothing is left out between it and the heading above it."""
    headed = [False]
    for one in judged[1:]:
        kept = one.reason in ("", "no-words")
        headed.append(kept and (headed[-1] or one.block.kind == "heading"))
    # what stands at a place tells of the block below it; nothing stands above the first two
    return [False, *headed[:-1]]


def _is_led_in(judged: JudgedBlocks, at: int) -> bool:
    """Whether a list follows a spoken line that the extractor chose and that ends in a colon."""
    block = judged[at].block
    if block.kind != "list_item" or block.links >= _LED_LINKED:
        return False
    lead = next((n for n in range(at, 0, -1) if judged[n].block.kind != "list_item"), 0)
    line = judged[lead].block
    leads = line.text.endswith(":") and is_voted(line)
    return leads and all(one.is_spoken for one in judged[lead:at])


def _judge_tail(block: Block, *, chosen: bool) -> Reason | Literal[""]:
    """Return why a block below the story is left out; ``chosen``: being alone tells much of it."""
    if is_author_bio(block.text):
        return "about-the-author"
    if is_company_profile(block.text):
        return "boilerplate"
    if is_alone(block) and block.kind != "heading":
        plain = is_sentence(block) and not block.links and "byline" not in block.hints
        return "" if plain and not chosen and block.text[0].isalnum() else "after-the-story"
    # A heading is left to `loose-headings`, a sentence that was chosen is the story's.
    if block.kind != "paragraph" or is_closed(block.text):
        return ""
    label = count_words(block) < _SHORT_WORDS or block.links >= _LINKED_TAIL
    return "after-the-story" if label else ""


def _is_of_story(judged: JudgedBlocks, at: int) -> bool:
    """Whether an address stands in the story's own end, and tells of nobody who wrote it.

    It is all that a heading of the story has below it ("Where to write"), or the story is told by
    one who says "I", and so is its end; or it says when something is, or what it costs.
    """
    block = judged[at].block
    if (judged.has_votes and not is_voted(block)) or tells_of_work(block.text):
        return False
    names = judged.byline.replace(",", "").split()
    if any(name in block.text for name in names if len(name) >= _NAME_LETTERS):
        return False
    occasion = bool(_OCCASION.search(block.text))
    return occasion or _is_all_of_section(judged, at) or _is_told_by_writer(judged, at)


def _is_all_of_section(judged: JudgedBlocks, at: int) -> bool:
    """Whether addresses are all that is spoken between a heading of the story and its end."""
    for one in reversed(judged[1:at]):
        if one.block.kind == "heading":
            heads = one.is_spoken and not is_title(one.block)
            chosen = is_voted(one.block) or not judged.has_votes
            named = judged[at].block.text.startswith(one.block.text.split()[0])
            return heads and chosen and not named and not _HEADS_NOTE.search(one.block.text)
        if one.is_spoken and not gives_contact(one.block.text):
            return False
    return False


def _is_told_by_writer(judged: JudgedBlocks, at: int) -> bool:
    if not _WRITER.search(judged[at].block.text):
        return False
    above = (one.block for one in judged[:at] if one.is_spoken and is_sentence(one.block))
    return any(_WRITER.search(_QUOTED.sub("", block.text)) for block in above)


def _is_mostly_chosen(judged: JudgedBlocks) -> bool:
    """Whether the extractor chose most of what is spoken: only then being alone tells much."""
    spoken = (one.block for one in judged if one.is_spoken)
    sentences = [block for block in spoken if is_sentence(block)]
    return sum(map(is_story_sentence, sentences)) * 4 >= 3 * len(sentences)


TAIL = CleaningRule(
    name="tail",
    judge=drop_tail,
    why="Below the last sentence of a story stand labels, links and notes on who wrote it.",
    after={
        "author-notes": "a note that is left out is no end of the story",
        "about-section": "nor is what a company says of itself",
    },
    left_out=(
        *STORY,
        *LATER,
        paragraph("Unlock the secrets of your ropes with a course at Bridgeways.", "promotion"),
        paragraph(
            "Those who were there may tell Jo Bloggs at jo@press.example.", "about-the-author"
        ),
        paragraph("Trams and ferries", "after-the-story"),
    ),
    spoken=(
        *STORY,
        heading("Where to write"),
        paragraph("Those who were there may tell Jo Bloggs at jo@press.example."),
    ),
)
