"""Lists that are no part of a story: tables of contents, other stories, links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.reading.cleaning.block_features import (
    count_words,
    is_link,
    is_sentence,
    is_voted,
    make_comparable,
)
from audiopress.reading.cleaning.cleaning_rule import CleaningRule
from audiopress.reading.cleaning.example_blocks import LATER, STORY, heading, item, paragraph
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.model import Block
    from audiopress.reading.cleaning.judged import Judged, JudgedBlocks

__all__ = ["CONTENTS", "LINKED_LISTS", "LINKS_AMONG_LINKS", "TEASERS"]

_ARTICLE_KINDS = (
    "post",
    "article",
    "guide",
    "blog(?: post)?",
    "piece",
    "video",
    "episode",
    "tutorial",
    "lesson",
    "section",
    "chapter",
)
"""What an article calls itself."""

_FINDING_OUT = (
    "learn",
    "find",
    "discover",
    "cover",
    "discuss",
    "explain",
    "explore",
    "look",
    "answer",
    "share",
    "walk",
    "show",
    "talk",
    "review",
    "outline",
)
"""What a reader is promised to do, or the article to do for them."""

_CONTENTS_LEADS = (
    rf"in (?:this|today['’]s) {any_of(_ARTICLE_KINDS)}\b.{{0,60}}\b{any_of(_FINDING_OUT)}",
    (
        r"this (?:post|article|guide|blog(?: post)?|tutorial|piece) "
        r"(?:will )?(?:covers?|discuss(?:es)?|explains?|explores?|looks? at)"
    ),
    r"here(?:['’]s| is) what (?:you(?:['’]ll| will)|we(?:['’]ll| will)|this)",
)
"""The beginnings of lines that lead in to a table of contents."""

_CONTENTS_LEAD = re.compile(rf"^{any_of(_CONTENTS_LEADS)}\b.{{0,60}}:$", re.IGNORECASE)
"""What leads in to a table of contents: "In this guide you will learn:"."""

_CONTENTS_ITEMS = 3
"""Items of the shortest table of contents."""

_TEASERS = 3
"""Teasers in a row that are other stories; one or two may belong to the text."""

_TEASER_WORDS = 5
"""Words above which a linked item is a title and no name of a section."""

_TEASER_LINKED = 0.5
"""Share of a teaser that is linked, if it is no sentence."""

_LINKED_ITEMS = 3
"""Linked items of a list that make its unlinked ones links too, if they are twice as many."""

_STORY_ITEMS = 4
"""Items of the shortest list of the story, in which a linked one is spoken."""

_AMONG_LINKED = 0.6
"""Share of an item that is linked, if it stands between links: the rest is a name of a site."""

_ONLY_LINK = 0.95
"""Share of a paragraph that is linked, if it is a link and nothing else."""

_LED_AWAY = frozenset(("call", "link", "read-more", "related", "subscribe"))
"""Reasons of lines that lead away from the article."""


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


def drop_teasers(judged: JudgedBlocks) -> None:
    """Leave out three or more list items that each begin with a link of some length."""
    for run in judged.find_runs(lambda one: _is_teaser(one.block)):
        if len(run) >= _TEASERS:
            judged.leave_out_all(run, "related")


def _is_teaser(block: Block) -> bool:
    if block.kind != "list_item" or "opens-with-link" not in block.hints:
        return False
    if "leads-out" in block.hints and is_sentence(block):
        return False  # names what it tells of, such as a product
    titled = block.links >= _TEASER_LINKED or is_sentence(block)
    return titled and count_words(block) > _TEASER_WORDS


_OWN_LINK = ("opens-with-link", "voted")
"""Hints of an item that begins with a link to a page of the same site."""

_LINK_OUT = ("leads-out", "opens-with-link", "voted")
"""Hints of an item that begins with a link to another site."""

TEASERS = CleaningRule(
    name="teasers",
    judge=drop_teasers,
    why="Items that each begin with a link are other stories of the site, each with its summary.",
    left_out=(
        *STORY,
        item("Rope of hemp is laid by hand in the north.", "related", links=0.4, hints=_OWN_LINK),
        item("Rope of flax is laid by hand in the south.", "related", links=0.4, hints=_OWN_LINK),
        item("Rope of silk is laid by hand in the east.", "related", links=0.4, hints=_OWN_LINK),
        *LATER,
    ),
    spoken=(
        *STORY,
        item("Rope of hemp is laid by hand in the north.", links=0.4, hints=_LINK_OUT),
        item("Rope of flax is laid by hand in the south.", links=0.4, hints=_LINK_OUT),
        item("Rope of silk is laid by hand in the east.", links=0.4, hints=_LINK_OUT),
        *LATER,
    ),
)


def judge_linked_lists(judged: JudgedBlocks) -> None:
    """Judge a list as a whole: most of it links, or a linked line among the story's own."""
    for run in judged.find_runs(_is_item):
        linked = [at for at in run if is_link(judged[at].block)]
        others = [at for at in run if not is_link(judged[at].block)]
        # Two thirds are links: the rest of the list leads away too, if it begins with a link.
        if len(linked) >= _LINKED_ITEMS and len(linked) >= 2 * len(others):
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
    after={"teasers": "items that are other stories are none of the story's own"},
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


def drop_links_among_links(judged: JudgedBlocks) -> None:
    """Leave out an item that is nearly all link between items that are left out."""
    before = [one.reason for one in judged]  # what this rule leaves out leads to nothing further
    for at in range(1, len(judged) - 1):
        near = (at - 1, at + 1)
        items = all(_is_item(judged[n]) for n in (*near, at))
        if (
            items
            and _is_mostly_link(judged[at].block)
            and all(before[n] in _LED_AWAY for n in near)
        ):
            judged.leave_out(at, "link")
        # In a row of linked paragraphs one leads away as the one below it does.
        pair = _leads_away(judged[at].block) and _leads_away(judged[at + 1].block)
        if pair and before[at + 1] in _LED_AWAY:
            judged.leave_out(at, "link")


def _is_mostly_link(block: Block) -> bool:
    return block.links >= _AMONG_LINKED and not is_sentence(block)


def _leads_away(block: Block) -> bool:
    """Whether a paragraph is a link to another page of the site and nothing else."""
    alone = block.kind == "paragraph" and block.links >= _ONLY_LINK
    return alone and "leads-out" not in block.hints


LINKS_AMONG_LINKS = CleaningRule(
    name="links-among-links",
    judge=drop_links_among_links,
    why="What stands between links that lead away, and is mostly a link, leads away too.",
    after={"linked-lists": "it has the linked items of a story spoken again"},
    left_out=(
        *STORY,
        item("Read more: knots", "read-more", links=0.9),
        item("Bags for sailors at every price", "link", links=0.7),
        item("Read more: ropes", "read-more", links=0.9),
        *LATER,
    ),
    spoken=(
        *STORY,
        item("Read more: knots", "read-more", links=0.9),
        item("Sailors carry what they need in bags, and little else.", links=0.2),
        item("Read more: ropes", "read-more", links=0.9),
        *LATER,
    ),
)
