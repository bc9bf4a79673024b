"""Which date an article's opening says: what is published says the same until the date changes.

A date that its source gives later, or gives no more, was not wrong before: the ledger has promised
one, which stands in the feed and never moves (docs/decisions/0272).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.press.edition.planning.receipts import recall_utterances
from audiopress.speaking.opening import says_date, write_date

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from audiopress.model import Article
    from audiopress.press.steps.read import ArticleReader, Manuscript
    from audiopress.store.cache import Cache
    from audiopress.store.ledger import Record

__all__ = ["keep_told_date"]

_FIRST = 3
"""Lines among which an opening stands: behind a headline and the notice on the voice."""


def keep_told_date(
    manuscript: Manuscript, record: Record | None, reader: ArticleReader, cache: Cache
) -> Manuscript:
    """Return a manuscript whose opening says the date that the published version says."""
    if record is None or not record.versions:
        return manuscript
    told = [past.source for past in recall_utterances(cache, record.id)[:_FIRST]]
    date = _choose_date(manuscript.article, record, told)
    return reader.say_date(manuscript, date) if date != manuscript.article.published else manuscript


def _choose_date(article: Article, record: Record, told: Sequence[str]) -> datetime | None:
    """Return the date to say; ``told`` are the first lines of before, none if they are forgotten.

    A record whose date is that of its first build was made when no date was known.
    """
    undated = record.is_undated
    if article.published is not None:
        # Before 0.2.0 one that appeared was spoken, and is corrected like any other.
        was_said = any(says_date(line, article.language) for line in told)
        return None if undated and not was_said else article.published
    promised = write_date(record.published, article.language).casefold()
    was_said = not told or any(promised in line.casefold() for line in told)
    return record.published if not undated and was_said else None
