"""The article of a text file: what its front matter says, else what stands in its first lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.model import Article
from audiopress.reading.metadata.bylines import part_line, read_byline
from audiopress.reading.metadata.dates import find_date, is_dateline
from audiopress.reading.metadata.declared_dates import read_declared_date
from audiopress.reading.metadata.name_dates import read_name_date
from audiopress.reading.metadata.name_words import read_name_words
from audiopress.text.comparison import has_words
from audiopress.text.language import guess_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from audiopress.model import Block, Reading
    from audiopress.reading.formats.front_matter_values import FrontMatter

__all__ = ["choose_title", "make_file_article"]


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
        or guess_language(body, reading.words_language or "en"),
        language_guessed=not (reading.language or front.language),
        section=front.section,
        image=front.image,
        draft=front.draft,
        notes=(*front.notes, *notes),
    )
