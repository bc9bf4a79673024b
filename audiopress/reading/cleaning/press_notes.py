"""The end mark of a press release, and what stands below it for the press and for nobody else.

A mark by itself ends nothing: three number signs part the chapters of a story too. What follows is
left out from the line that says whom it is for: "Notes to editors", "Media contact", "About ...".
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from audiopress.reading.cleaning.block_features import count_words, is_sentence, is_title
from audiopress.reading.cleaning.cleaning_rule import CleaningRule
from audiopress.reading.cleaning.example_blocks import STORY, heading, item, paragraph
from audiopress.text.comparison import has_words
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from audiopress.model import Block
    from audiopress.reading.cleaning.judged import JudgedBlocks

__all__ = ["PRESS_NOTES"]

_MARKED = re.compile(
    # what a story quotes is said by somebody: "End."
    r"(?![\"“”„‟‘’'«»‹›「『])\W{0,8}\b"
    + any_of(
        r"ENDS?",
        r"FIN",
        r"(?i:ends?|end of (?:the )?(?:press |news |media )?(?:release|statement|announcement))",
        r"(?i:mitteilung ende|ende der (?:presse)?mitteilung|fin du communiqué)",
    )
    + r"\b\W{0,8}"
    r"|(?:[-–—#*]{1,3}\s?)?30\s?[-–—#*]{1,3}"
)
"""The mark as a line: "ENDS", "- ends -", "[End]", "-30-", "End of release"."""

_BARE = re.compile(r"[Ee]nds?\W{0,8}|FIN\W?|END\W?")
"""A mark without a sign before it: a line of a poem or the end of a film, unless more follows."""

_NUMBER_SIGNS = re.compile(r"#(?:\s?#){2,9}")
"""The mark that parts chapters as well: "###", "# # #"."""

_FOR_PRESS = re.compile(
    any_of(
        r"(?:additional )?notes? (?:to|for) (?:the )?"
        + any_of(
            "editors?", "press", "media", "journalists?", "reporters", "news ?(?:desk|room)s?"
        ),
        r"editors?['’]? notes",
        r"(?:press|media) notes",
        r"hinweise? (?:an|für) (?:die )?(?:redaktion(?:en)?|presse)",
        r"(?:note|informations?) (?:aux|pour les?) (?:rédactions?|presse|rédacteurs)",
    )
    + r"\s*(?:$|[:.–—-])",
    re.IGNORECASE,
)
"""A line that says whom the notes below it are for. No story has it."""

_REACHING = re.compile(
    any_of(
        r"(?:(?:press|media|news|pr|public relations|editorial|investors?|investor relations)"
        r"(?: (?:and|&) (?:press|media|investor))? )?"
        r"(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|relations|office)"
        r"(?: (?:details|information|persons?))?\s*(?:$|:)",
        r"(?:pressekontakt|kontakt|ansprechpartner(?:in)?|contact presse|contacto de prensa)"
        r"\s*(?:$|:)",
        r"(?:for )?(?:more|further|additional|all)? ?(?:press|media)? ?"
        r"(?:information|details|enquiries|inquiries|interviews?|images?|photos)"
        r"(?: and \w+)?(?: requests)?,? ?(?:please )?(?:contact|call|e-?mail|visit|$|:)",
    ),
    re.IGNORECASE,
)
"""A line over or with an address for the press."""

_ABOUT = re.compile(r"about (?:the )?(?:us\b|(?-i:[A-Z0-9]))[^.?!]{0,80}|notes?\W?", re.IGNORECASE)
"""A heading over what somebody says of itself: such a section of a story needs no end mark."""

_ADDRESS = re.compile(r"\S@\S|(?:\d[\s()/.-]{0,2}){6}|https?:|www\.")
"""What an address for the press has: a mail, a number, a page."""

_HEADING_WORDS = 8
"""Words of the longest line that heads notes; one with an address may be longer."""

_NEAR = 6
"""Blocks below "Contact" in which an address stands if it is one for the press."""

_ABOVE = 2
"""Sentences above a mark or the notes, at least: else it heads the release."""


def drop_press_notes(judged: JudgedBlocks) -> None:
    """Leave out the mark that ends a release, and the notes below it."""
    marked = False
    under: Block | None = None
    for at, one in enumerate(judged):
        block = one.block
        if not marked:
            marked = _is_end(judged, at)
            if marked:
                # a number by itself, or no words, said less of it
                judged.keep(at)
                judged.leave_out(at, "end-mark")
                continue
        if _opens_notes(judged, at, marked=marked) and _has_story_above(judged, at):
            under, marked = block, True
        elif under and _heads_anew(block, under):
            # several releases on one page
            under, marked = None, False
        if under:
            judged.leave_out(at, "press-notes")


def _is_end(judged: JudgedBlocks, at: int) -> bool:
    """Whether a line is an end mark for sure; number signs are where notes follow them."""
    block = judged[at].block
    # what is above is looked through for a mark only: it is as long as the story
    if not _MARKED.fullmatch(block.text) and not _NUMBER_SIGNS.fullmatch(block.text):
        return False
    if is_title(block) or not _has_story_above(judged, at):
        return False
    opened = _is_opened_below(judged, at)
    if _MARKED.fullmatch(block.text):
        return opened or not _BARE.fullmatch(block.text)
    return opened and bool(_NUMBER_SIGNS.fullmatch(block.text))


def _is_opened_below(judged: JudgedBlocks, at: int) -> bool:
    """Whether the next line below a mark begins the notes."""
    numbers = range(at + 1, len(judged))
    below = next((n for n in numbers if has_words(judged[n].block.text)), None)
    if below is None or not _opens_notes(judged, below, marked=True):
        return False
    # where the signs part chapters, one of them may be about somebody
    signs = sum(bool(_NUMBER_SIGNS.fullmatch(one.block.text)) for one in judged)
    return signs <= 1 or not _ABOUT.fullmatch(judged[below].block.text)


def _has_story_above(judged: JudgedBlocks, at: int) -> bool:
    above = (one for one in judged[:at] if one.is_spoken and is_sentence(one.block))
    return sum(1 for _ in islice(above, _ABOVE)) == _ABOVE


def _opens_notes(judged: JudgedBlocks, at: int, *, marked: bool) -> bool:
    """Whether a line begins the notes: by its words, and below a mark by its like."""
    block = judged[at].block
    if _FOR_PRESS.match(block.text):
        return marked or _is_last(judged, at)
    if not marked:
        return False
    if _REACHING.match(block.text):
        near = (one.block.text for one in judged[at : at + _NEAR])
        return any(map(_ADDRESS.search, near))
    short = count_words(block) <= _HEADING_WORDS
    return short and bool(_ABOUT.fullmatch(block.text))


def _is_last(judged: JudgedBlocks, at: int) -> bool:
    """Whether no section of a text stands below, as it does in one on how to write a release."""
    below = range(at + 1, len(judged))
    return not any(
        _heads_anew(judged[n].block, judged[at].block) and not _opens_notes(judged, n, marked=True)
        for n in below
    )


def _heads_anew(block: Block, under: Block) -> bool:
    """Whether a heading of the same rank as that of the notes, or higher, begins another text."""
    return block.kind == "heading" and (not under.level or block.level <= under.level)


PRESS_NOTES = CleaningRule(
    name="press-notes",
    judge=drop_press_notes,
    why="Below the end mark of a release stands what is for the press: notes, whom to call.",
    after={"boxes": "only what is spoken above counts as the story"},
    left_out=(
        *STORY,
        paragraph("- ENDS -", "end-mark"),
        heading("Notes to editors", "press-notes"),
        paragraph("The bridge was built in 1911 and has two towers.", "press-notes"),
        heading("About Bridgeways", "press-notes"),
        item("It is open all year, and nobody pays a toll on Sundays.", "press-notes"),
    ),
    spoken=(
        *STORY,
        paragraph("###", "no-words"),
        paragraph("In the morning the first bus crossed it, and the children waved."),
        heading("Contact"),
        paragraph("It was years before the two shores would speak to each other again."),
    ),
)
