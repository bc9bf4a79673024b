"""The article of a text file: what its front matter says, else what stands in its first lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.model import Article, Block
from audiopress.reading.metadata.authors.bylines import part_line, read_byline
from audiopress.reading.metadata.dates.dates import find_date, is_dateline
from audiopress.reading.metadata.dates.declared_dates import read_declared_date
from audiopress.reading.metadata.dates.name_dates import read_name_date
from audiopress.reading.metadata.name_words import read_name_words
from audiopress.text.comparison import has_words, make_comparable
from audiopress.text.decode import tidy
from audiopress.text.language import doubt_language, guess_language
from audiopress.text.language_names import name_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from audiopress.model import Reading
    from audiopress.reading.formats.front_matter_values import FrontMatter

__all__ = ["choose_title", "insert_standfirst", "make_file_article"]

_BEGINNING = 3
"""Blocks among which headline and standfirst are looked for."""


def choose_title(candidates: Iterable[str], uri: str) -> str:
    """Return the first text that has a word in it, else the name of the file in words."""
    return next(filter(has_words, candidates), "") or read_name_words(uri)


def make_file_article(  # noqa: PLR0913 - each a part of the article, all by name
    front: FrontMatter,
    *,
    uri: str,
    title: str,
    blocks: tuple[Block, ...],
    body: str,
    dated_in: Sequence[str],
    signed_in: Sequence[str],
    reading: Reading,
) -> Article:
    """Return the article of a file with this front matter and these blocks.

    ``dated_in`` and ``signed_in`` are the lines in which a date and a byline are looked for where
    the front matter has none; ``body`` is what its language is guessed from.
    """
    parts = (part for line in dated_in for part in part_line(line))
    dateline = next(filter(is_dateline, parts), "")
    published = read_declared_date(front.published) or find_date(dateline)
    named, notes = (None, ()) if published else read_name_date(uri)
    return Article(
        uri=uri,
        title=title,
        blocks=blocks,
        canonical=front.canonical,
        declared_id=front.declared_id,
        byline=front.byline or next(filter(None, map(read_byline, signed_in)), ""),
        standfirst=front.standfirst,
        published=published or named,
        modified=read_declared_date(front.modified),
        language=reading.language
        or front.language
        or guess_language(body, reading.words_language.partition("-")[0] or "en"),
        language_guessed=not (reading.language or front.language),
        section=front.section,
        image=front.image,
        draft=front.draft,
        opted_out=front.opted_out,
        tags=front.tags,
        notes=(*front.notes, *notes, *_note_language(front, body, reading)),
    )


def _note_language(front: FrontMatter, body: str, reading: Reading) -> tuple[str, ...]:
    """Return a note on a text that looks to be in another language than its front matter says.

    What a person wrote there is believed all the same; of a page its text is.
    """
    if reading.language or not front.language:
        return ()
    found = doubt_language(body, front.language)
    if not found:
        return ()
    note = f"the front matter says `language: {front.language}`, which is believed, and the text"
    return (f"{note} looks like {name_language(found)}; if it is that, write `language: {found}`",)


def insert_standfirst(article: Article, front: FrontMatter) -> Article:
    """Return the article with the standfirst of its front matter below the headline.

    Unless the text begins with it, or there is none that a page shows.
    """
    text, blocks = tidy(front.shown_standfirst), article.blocks
    same = make_comparable(text)
    if not same or same in (make_comparable(block.text) for block in blocks[:_BEGINNING]):
        return article
    at = next((n + 1 for n, one in enumerate(blocks[:_BEGINNING]) if one.level == 1), 0)
    block = Block(kind="paragraph", text=text, hints=("standfirst",))
    moved = (replace(one, before=one.before + (one.before >= at)) for one in article.passed_over)
    return replace(article, blocks=(*blocks[:at], block, *blocks[at:]), passed_over=tuple(moved))
