"""What was judged alone and is spoken for what stands around it: lines in the thick of the story.

A line may sound like a call to the reader, or be no sentence, and still be the story's: a question
that an answer follows, a name that a list tells of. `GROUNDS` names every ground to keep a block
and the reasons it speaks against; what makes it hold is in `audiopress.reading.cleaning.grounds`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.reading.cleaning import grounds
from audiopress.reading.cleaning.block_features import (
    count_words,
    is_story_sentence,
    make_comparable,
)
from audiopress.reading.cleaning.cleaning_rule import CleaningRule, KeepGround
from audiopress.reading.cleaning.example_blocks import (
    ALONE,
    LATER,
    STORY,
    heading,
    item,
    paragraph,
    quote,
)

if TYPE_CHECKING:
    from audiopress.reading.cleaning.judged import JudgedBlocks

__all__ = ["GROUNDS", "KEPT_IN_CONTEXT"]

_SUBHEADS = 4
"""Different short lines that stand like headings, from which they are taken for headings: one or
two may be labels of pictures."""

_SUBHEAD_WORDS = 10
"""Words of the longest such line."""

_LEFT_OUT_BELOW = 4
"""Blocks left out (a picture, a button) that may stand between it and the sentence it heads."""

_LOWER_RANK = 3
"""Rank from which a heading is that of a thing, over which a test has its award."""

_POST = ("alone", "embed")
_SHOP_LINK = ("alone", "leads-out")
# Hints of a sentence in a box, of an embedded post, of a link to another site.

GROUNDS: tuple[KeepGround, ...] = (
    KeepGround(
        name="introduced-post",
        reasons=("embedded-post",),
        holds=grounds.is_introduced_post,
        why="Words of an embedded post are quoted by the story where it leads in to them.",
        spoken=(
            *STORY,
            paragraph("The mayor posted her thanks:"),
            quote("We are so proud of everyone who worked on this.", hints=_POST),
            *LATER,
        ),
        left_out=(
            *STORY,
            quote("We are so proud of everyone who worked on this.", "embedded-post", hints=_POST),
            *LATER,
        ),
    ),
    KeepGround(
        name="line-between-sentences",
        reasons=("outside-the-story",),
        holds=grounds.closes_between_spoken,
        why="Extractors pass over short sentences, such as those of a dialogue.",
        spoken=(*STORY, paragraph("“Oh no,” said the captain.", hints=ALONE), *LATER),
        left_out=(
            *STORY,
            paragraph("The captain at the wheel", "outside-the-story", hints=ALONE),
            *LATER,
        ),
    ),
    KeepGround(
        name="heading-line",
        reasons=("outside-the-story",),
        holds=grounds.heads_what_follows,
        why="A question over its answer, or a rank over what is ranked, is a heading by its place.",
        spoken=(*STORY, paragraph("3. Northern ferries", hints=ALONE), *LATER),
        left_out=(
            *STORY,
            paragraph("Northern ferries", "outside-the-story", hints=ALONE),
            *LATER,
        ),
    ),
    KeepGround(
        name="lead-of-a-list",
        reasons=("outside-the-story", "call", "read-more"),
        holds=grounds.leads_list,
        why="A line that a list of the story follows belongs to the list.",
        spoken=(
            *STORY,
            paragraph("Needed:", hints=ALONE),
            item("A good pair of shoes"),
            item("A bottle of water"),
            *LATER,
        ),
        left_out=(
            *STORY,
            paragraph("Needed:", "outside-the-story", hints=ALONE),
            *LATER,
        ),
    ),
    KeepGround(
        name="linked-name",
        reasons=("outside-the-story", "link"),
        holds=grounds.names_what_follows,
        why="Lists of things name each by a link to its maker, and tell of it below.",
        spoken=(
            *STORY,
            paragraph("Ropewalk Number One", links=1.0, hints=_SHOP_LINK),
            LATER[0],
            paragraph("Ropewalk Number Two", links=1.0, hints=_SHOP_LINK),
            LATER[1],
            paragraph("Ropewalk Number Three", links=1.0, hints=_SHOP_LINK),
            LATER[2],
        ),
        left_out=(
            *STORY,
            paragraph("Ropewalk Number One", "outside-the-story", links=1.0, hints=_SHOP_LINK),
            *LATER,
        ),
    ),
    KeepGround(
        name="sentence-in-a-box",
        reasons=("aside",),
        holds=grounds.shares_box_with_story,
        why="A box beside the story is part of it where the extractor chose sentences in it.",
        spoken=(
            *STORY,
            paragraph(
                "The towers were built by two brothers, who had never seen the sea before.",
                hints=("aside", "voted"),
            ),
            paragraph(
                "They came back for the opening, and went home on foot over the hills.",
                hints=("alone", "aside"),
            ),
            *LATER,
        ),
        left_out=(
            *STORY,
            paragraph(
                "They came back for the opening, and went home on foot over the hills.",
                "aside",
                hints=("alone", "aside"),
            ),
            *LATER,
        ),
    ),
    KeepGround(
        name="label-in-the-story",
        reasons=("presenter-slot",),
        holds=grounds.is_chosen_label,
        why='"Coming up" is a programme on the page of a station, and a label in a story.',
        spoken=(*STORY, paragraph("Coming up the river"), *LATER),
        left_out=(*STORY, paragraph("Coming up at 9", "presenter-slot"), *LATER),
    ),
    KeepGround(
        name="calling-heading",
        reasons=("call",),
        holds=grounds.calls_over_sentence,
        why="Advice has headings that call on the reader, and sentences below them.",
        spoken=(*STORY, heading("Contact your council"), *LATER),
        left_out=(
            *STORY,
            *LATER,
            heading("Contact our council", "call"),
            paragraph("Ask for Jo at the gate.", "call"),
        ),
    ),
    KeepGround(
        name="named-site",
        reasons=("share",),
        holds=grounds.names_sharing_site,
        why="An article on places to share on has their names as headings.",
        spoken=(*STORY, heading("Pinterest"), *LATER),
        left_out=(*STORY, heading("Share this", "share"), *LATER),
    ),
    KeepGround(
        name="field-among-fields",
        reasons=("read-more",),
        holds=grounds.is_field_among_fields,
        why='"Video: 4K" reads like a link to a film, and is a line of specifications.',
        spoken=(
            *STORY,
            item("Weight: 3 tons"),
            item("Video: 4K, 30 pictures a second"),
            *LATER,
        ),
        left_out=(
            *STORY,
            item("Video: 4K, 30 pictures a second", "read-more"),
            *LATER,
        ),
    ),
    KeepGround(
        name="sentence-in-the-thick",
        reasons=(
            "account",
            "agency-credit",
            "app",
            "banner",
            "boilerplate",
            "call",
            "citation",
            "correction-form",
            "credit",
            "deal",
            "donation",
            "follow-us",
            "live-blog",
            "newsletter",
            "paywall",
            "published-line",
            "read-more",
            "share",
            "subscribe",
        ),
        holds=grounds.states_in_the_thick,
        why="A sentence with a verb between sentences of the story tells of something, whatever "
        "words of the page it uses.",
        spoken=(
            *STORY,
            paragraph("Some 400 towns now subscribe to the weather bulletin."),
            *LATER,
        ),
        left_out=(
            *STORY,
            paragraph("You can subscribe to the weather bulletin.", "newsletter"),
            *LATER,
        ),
    ),
)
"""Every ground to keep a block, each with what it keeps and what it does not."""


def keep_in_context(judged: JudgedBlocks) -> None:
    """Have what stands between parts of the story, and reads like one, spoken."""
    lines = [at for at in range(len(judged)) if _is_subhead(judged, at)]
    if len({make_comparable(judged[at].block.text) for at in lines}) >= _SUBHEADS:
        for at in lines:
            judged.keep(at)
    for at, one in enumerate(judged):
        against = (ground for ground in GROUNDS if one.reason in ground.reasons)
        if any(ground.holds(judged, at) for ground in against):
            judged.keep(at)


def _is_subhead(judged: JudgedBlocks, at: int) -> bool:
    """Whether a short line stands above a sentence of the story, as a heading does.

    Or above a lower heading, as the award that the thing below was given.
    """
    block = judged[at].block
    if judged[at].reason != "outside-the-story" or block.links or not 0 < at < len(judged) - 1:
        return False
    if count_words(block) > _SUBHEAD_WORDS or not block.text[:1].isalpha():
        return False
    if re.search(r"[%$€£¥]", block.text):
        return False
    near = judged.numbers_spoken(at + 1, min(len(judged), at + 2 + _LEFT_OUT_BELOW))
    below = judged[near[0]].block if near else None
    return below is not None and (is_story_sentence(below) or below.level >= _LOWER_RANK)


KEPT_IN_CONTEXT = CleaningRule(
    name="kept-in-context",
    judge=keep_in_context,
    why="A block judged alone may sound like furniture of the page and be the story's.",
    keeps=True,
    spoken=(
        *STORY,
        paragraph("The towers", hints=ALONE),
        LATER[0],
        paragraph("The cables", hints=ALONE),
        LATER[1],
        paragraph("The railings", hints=ALONE),
        LATER[2],
        paragraph("The road", hints=ALONE),
        LATER[3],
    ),
    left_out=(
        *STORY,
        paragraph("The towers", "outside-the-story", hints=ALONE),
        *LATER,
    ),
)
