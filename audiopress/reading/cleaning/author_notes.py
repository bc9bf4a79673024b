"""Notes on who wrote an article, and what a company says of itself below it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.reading.cleaning.block_features import count_words, is_title
from audiopress.reading.cleaning.cleaning_rule import CleaningRule
from audiopress.reading.cleaning.example_blocks import STORY, heading, paragraph
from audiopress.reading.wording.end_notes import ROLES, gives_contact, is_author_bio

if TYPE_CHECKING:
    from audiopress.model import Block
    from audiopress.reading.cleaning.judged import JudgedBlocks

__all__ = ["ABOUT_SECTION", "AUTHOR_NOTES"]

_ABOUT = re.compile(
    r"^About (?:the (?:company|organi[sz]ation|publisher|event)\b|(?:the )?[A-Z0-9]|\w+\d)[^?]*$"
)
"""A heading over what a company says of itself: "About Bridgeways"; not "About those towers"."""

_ABOUT_WORDS = 6
"""Words of the longest such heading."""

_ABOUT_BLOCKS = 5
"""Blocks of the longest section below it; a longer one tells of what the article is about."""

_PERSON = re.compile(r"\b(?:he|she|his|her|hers|him)\b", re.IGNORECASE)
"""How a story goes on about somebody; a company is "it" or "we"."""

_DOES = re.compile(
    r",? ?(?:,|(?:is|was|has|covers|writes|studied|joined|works|reports|brings|special\w+"
    r"|lives|holds|serves)\b)"
)
"""What follows the name of an author in a note on them, a comma or what they are and do now: "Jane
Doe covers bridges"; any verb would take a story that begins with its teller's name."""

_WORKS = re.compile(rf"\b(?:{ROLES}|studied|covers)\b", re.IGNORECASE)
"""What a note on an author says of their work, anywhere in it."""

_NOTE_WORDS = range(8, 121)
"""Words of a note on an author: shorter is a byline, longer is a part of the story."""

_NAME_LETTERS = 3
"""Letters of the shortest name that a note is known by."""

_NOTE_PLACES = 2
"""Blocks at either end of the article in which a note on the author stands."""


def drop_author_notes(judged: JudgedBlocks) -> None:
    """Leave out a note on an author of the byline above the story or at its end."""
    spoken = [at for at in judged.numbers_spoken() if not is_title(judged[at].block)]
    for at in spoken:
        # Amid the text an author may be a person of the story, unless the note is an address.
        near = at in (*spoken[:_NOTE_PLACES], *spoken[-_NOTE_PLACES:])
        block = judged[at].block
        if (near or gives_contact(block.text)) and _tells_of_author(block, judged.byline):
            judged.leave_out(at, "about-the-author")


def _tells_of_author(block: Block, byline: str) -> bool:
    """Whether a paragraph begins with an author's name and goes on with what they do."""
    if block.kind != "paragraph" or count_words(block) not in _NOTE_WORDS:
        return False
    # So `page_metadata` joins the names of several authors.
    return any(_begins_note(block.text, author) for author in byline.split(", "))


def _begins_note(text: str, author: str) -> bool:
    """Whether a text begins with a name, in full or the first of it, and says what they do."""
    name = author if text.startswith(author) else author.partition(" ")[0]
    if len(name) < _NAME_LETTERS or not text.startswith(name):
        return False
    # Both, since "Jane Doe, 40, was the first to cross" has a comma behind a name too.
    return bool(_DOES.match(text[len(name) :]) and _WORKS.search(text))


AUTHOR_NOTES = CleaningRule(
    name="author-notes",
    judge=drop_author_notes,
    why="Who wrote the article is said in its opening; a note on them is no part of the story.",
    after={"boxes": "what is left out does not part a note from the end of the article"},
    left_out=(
        paragraph(
            "Jane is a writer who covers bridges and has done so for 20 years.",
            "about-the-author",
        ),
        *STORY,
    ),
    spoken=(
        paragraph("Max is a writer who covers bridges and has done so for 20 years."),
        *STORY,
    ),
)


def drop_about_section(judged: JudgedBlocks) -> None:
    """Leave out a last section that is headed "About" and a name."""
    for at in range(len(judged) - 1, len(judged) // 2, -1):
        block = judged[at].block
        if count_words(block) <= _ABOUT_WORDS and not is_title(block) and _ABOUT.search(block.text):
            # A long section is what the article is about, not a note below it.
            short = len(judged.numbers_spoken(at + 1)) <= _ABOUT_BLOCKS
            if short and not _tells_of_person(judged, at):
                judged.leave_out_all(range(at, len(judged)), "boilerplate")
            break
        # A section of the story stands below: what is above it is no note.
        if block.kind == "heading" and judged[at].is_spoken:
            break


def _tells_of_person(judged: JudgedBlocks, at: int) -> bool:
    """Whether a section headed "About Tom" tells of him, and is no note on an author or manager."""
    name = judged[at].block.text.partition(" ")[2]
    if frozenset(name.split()) & frozenset(judged.byline.replace(",", "").split()):
        return False
    texts = [one.block.text for one in judged[at + 1 :]]
    return any(map(_PERSON.search, texts)) and not any(
        gives_contact(text) or is_author_bio(text) or _begins_note(text, name) for text in texts
    )


ABOUT_SECTION = CleaningRule(
    name="about-section",
    judge=drop_about_section,
    why="News releases end with what the company says of itself, under its name.",
    after={"boxes": "only what is spoken counts for how long the section is"},
    left_out=(
        *STORY,
        heading("About Bridgeways", "boilerplate"),
        paragraph("Bridgeways makes maps of every crossing.", "boilerplate"),
    ),
    spoken=(
        *STORY,
        heading("About Tom"),
        paragraph("Tom was born above the fish shop in 1941. He never married."),
    ),
)
