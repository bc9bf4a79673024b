"""What a feed says of an article, where its page says nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from audiopress.model import Article, SourceFacts

__all__ = ["add_facts"]


def add_facts(article: Article, facts: SourceFacts) -> Article:
    """Return the article with what its list says of it added; its page's own word counts first.

    The language is not taken for a page: that of a feed is a template's, and often wrong.
    """
    # An address has a date in it as often as not, and a feed has the time too.
    day = article.published
    exact = facts.published if day and _is_same_day(article, facts) else None
    return replace(
        article,
        byline=article.byline or facts.byline,
        published=exact or day or facts.published,
        modified=article.modified or facts.modified,
        section=article.section or facts.section,
        notes=(*article.notes, *facts.notes),
    )


def _is_same_day(article: Article, facts: SourceFacts) -> bool:
    """Whether the page says the day alone, and the feed a time on that day."""
    said, listed = article.published, facts.published
    if said is None or listed is None or (said.hour, said.minute, said.second) != (0, 0, 0):
        return False
    return said.date() == listed.date()
