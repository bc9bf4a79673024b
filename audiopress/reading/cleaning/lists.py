"""Lists that are no part of a story: tables of contents, and links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.reading.cleaning.block_features import (
    is_link,
    is_voted,
    make_comparable,
)
from audiopress.reading.cleaning.cleaning_rule import CleaningRule
from audiopress.reading.cleaning.example_blocks import LATER, STORY, heading, item, paragraph
from audiopress.text.vocabulary import any_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.reading.cleaning.judged import Judged, JudgedBlocks

__all__ = ["CONTENTS", "LINKED_LISTS"]

_FINDING_OUT = any_word("""
    learn find discover cover discuss explain explore look answer share walk show talk review
    outline
""")
"""What a reader is promised to do, or the article to do for them."""

_CONTENTS_LEAD = re.compile(
    r"^(?:in (?:this|today['’]s) (?:post|article|guide|blog(?: post)?|piece|video|episode|tutorial|"
    rf"lesson|section|chapter)\b.{{0,60}}\b{_FINDING_OUT}|"
    r"this (?:post|article|guide|blog(?: post)?|tutorial|piece) "
    r"(?:will )?(?:covers?|discuss(?:es)?|explains?|explores?|looks? at)|"
    r"here(?:['’]s| is) what (?:(?:you|we)(?:['’]ll| will)|this))\b.{0,60}:$",
    re.IGNORECASE,
)
"""What leads in to a table of contents: "In this guide you will learn:"."""

_CONTENTS_ITEMS = 3
"""Items of the shortest table of contents."""

_LINKED_ITEMS = 3
"""Linked items of a list that make its unlinked ones links too, if they are twice as many."""

_STORY_ITEMS = 4
"""Items of the shortest list of the story, in which a linked one is spoken."""


def drop_contents(judged: JudgedBlocks) -> None:
    """Leave out a list that counts up the headings below it, and the line that leads it in."""
    headings = {make_comparable(one.block.text) for one in judged if one.block.kind == "heading"}
    for run in judged.find_runs(_is_item):
        lead = run[0] - 1
        texts = [judged[at].block.text for at in run]
        leads = lead >= 0 and bool(_CONTENTS_LEAD.search(judged[lead].block.text))
        headed = sum(make_comparable(text) in headings for text in texts)
        more = sum(text.rstrip(".").endswith("(More)") for text in texts)
        # A list late in the text sums it up: whoever listens has not heard it as headings yet.
        early = run[0] * 3 < len(judged)
        # Two thirds are enough: some items are worded in another way than their headings.
        counts_up = leads or more * 2 > len(run) or headed * 3 >= len(run) * 2
        if early and len(run) >= _CONTENTS_ITEMS and counts_up:
            judged.leave_out_all(run, "contents")
            # Without its list a line with a colon leads in to nothing.
            if leads or (lead >= 0 and more and judged[lead].block.text.endswith(":")):
                judged.leave_out(lead, "contents")


def _is_item(one: Judged) -> bool:
    return one.block.kind == "list_item"


CONTENTS = CleaningRule(
    name="contents",
    judge=drop_contents,
    why="A table of contents is for the eye: the headings are heard where they stand.",
    left_out=(
        paragraph("In this article you will find out all of this:", "contents"),
        item("Why it was closed", "contents"),
        item("What was repaired", "contents"),
        item("What comes next", "contents"),
        heading("Why it was closed"),
        *STORY[:2],
        heading("What was repaired"),
        *STORY[2:],
        heading("What comes next"),
        *LATER,
    ),
    spoken=(
        paragraph("The council gave three grounds for closing it:"),
        item("The cables were cracked"),
        item("The towers needed paint"),
        item("The railings were loose"),
        heading("Why it was closed"),
        *STORY[:2],
        heading("What was repaired"),
        *STORY[2:],
        heading("What comes next"),
        *LATER,
    ),
)


_OWN_LINK = ("opens-with-link", "voted")
"""Hints of an item that begins with a link to a page of the same site."""


def judge_linked_lists(judged: JudgedBlocks) -> None:
    """Judge a list as a whole: most of it links, or a linked line among the story's own."""
    for run in judged.find_runs(_is_item):
        linked = [at for at in run if is_link(judged[at].block)]
        others = [at for at in run if not is_link(judged[at].block)]
        away = [at for at in linked if not judged[at].is_spoken]
        # Two thirds are links: the rest of the list leads away too, if it begins with a link.
        if len(away) >= _LINKED_ITEMS and len(away) >= 2 * len(others):
            opened = [at for at in others if "opens-with-link" in judged[at].block.hints]
            judged.leave_out_all(opened, "link")
        if _is_story_list(judged, run, others):
            for at in linked:
                # Those that were left out for what they say (a call, an advert) stay out.
                if judged[at].reason == "link" and is_voted(judged[at].block):
                    judged.keep(at)


def _is_story_list(judged: JudgedBlocks, run: Sequence[int], others: Sequence[int]) -> bool:
    """Whether three quarters of a list are spoken and chosen items that are no links."""
    own = [at for at in others if is_voted(judged[at].block) and judged[at].is_spoken]
    return len(run) >= _STORY_ITEMS and len(own) * 4 >= len(run) * 3


LINKED_LISTS = CleaningRule(
    name="linked-lists",
    judge=judge_linked_lists,
    why="A list is a menu as a whole or the story's as a whole, whatever single items look like.",
    left_out=(
        *STORY,
        item("Eastern", "link", links=1.0, hints=_OWN_LINK),
        item("Western", "link", links=1.0, hints=_OWN_LINK),
        item("Southern", "link", links=1.0, hints=_OWN_LINK),
        item("Northern ferries, the oldest of them", "link", links=0.5, hints=_OWN_LINK),
        *LATER,
    ),
    spoken=(
        *STORY,
        item("A pair of shoes"),
        item("A bottle of water"),
        item("Buy a ticket", links=1.0, hints=_OWN_LINK),
        item("A map of the quays"),
        *LATER,
    ),
)
