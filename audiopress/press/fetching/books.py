"""Books are taken apart where they are fetched; the day of one that has none is that of its file.

A chapter is known by the book's id, in which the name of the file is lost: so what that name says
goes along with it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.model import Document, SourceFacts
from audiopress.model.media_types import EPUB
from audiopress.reading.metadata.dates.name_dates import read_name_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.model import OtherFile, Refused

__all__ = ["open_book"]


def open_book(outcome: Document | Refused) -> Iterator[Document | Refused | OtherFile]:
    """Yield the chapters of a book and what of it is none, and everything else as it is."""
    if not isinstance(outcome, Document) or outcome.media_type != EPUB:
        yield outcome
        return
    from audiopress.sources.documents.epub import read_chapters  # noqa: PLC0415 - for books

    named, _ = read_name_date(outcome.uri)
    for part in read_chapters(outcome):
        if named and isinstance(part, Document):
            # The book's own date counts before it (`audiopress.reading.metadata.listed_facts`).
            yield replace(part, facts=replace(part.facts or SourceFacts(), published=named))
        else:
            yield part
