"""What has had its time: articles beyond the newest that every show of theirs keeps.

They are not spoken, and what was published of them goes as a withdrawn article does. Their guids
stay in the ledger and are nobody else's.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from audiopress.press.edition.publishing.shows import is_in_feed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from audiopress.settings import Settings
    from audiopress.store.ledger import Ledger, Record

__all__ = ["DatedArticle", "describe_records", "expire_articles", "find_expired", "keep_newest"]


class Kept(Protocol):
    """What is known of an article to say whether it is among the newest."""

    @property
    def id(self) -> str:
        """What decides between two of one moment."""

    @property
    def published(self) -> datetime:
        """The date by which it stands among others."""


_Kept = TypeVar("_Kept", bound=Kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedArticle:
    """An article as far as it is kept or not: its date, and the ids of the shows it is in."""

    id: str
    published: datetime
    shows: frozenset[str]


def describe_records(settings: Settings, records: Iterable[Record]) -> list[DatedArticle]:
    """Return the published articles, without joined editions."""
    names = ("main", *(table.show.id for table in settings.shows))
    return [
        DatedArticle(
            id=record.id,
            published=record.published,
            shows=frozenset(name for name in names if is_in_feed(settings, name, record)),
        )
        for record in records
        if record.versions and not record.joined and record.state in ("live", "expired")
    ]


def find_expired(settings: Settings, articles: Sequence[DatedArticle]) -> set[str]:
    """Return the ids of articles that no show keeps any more, though it takes them."""
    limits = {"main": settings.show.keep} | {
        table.show.id: table.show.keep for table in settings.shows
    }
    if not any(limits.values()):
        return set()
    kept: set[str] = set()
    for name, keep in limits.items():
        ours = [one for one in articles if name in one.shows]
        kept |= {one.id for one in keep_newest(ours, keep)}
    return {one.id for one in articles if one.shows} - kept


def keep_newest(articles: Sequence[_Kept], keep: int) -> Sequence[_Kept]:
    """Return the newest ``keep`` articles of a show, all of them where it says 0.

    The feed asks it too: of two of one moment it has the one that is kept for it.
    """
    if not keep:
        return articles
    return sorted(articles, key=lambda one: (one.published, one.id), reverse=True)[:keep]


def expire_articles(settings: Settings, ledger: Ledger) -> None:
    """Write down what has had its time; the feeds are published after it."""
    if not any(show.keep for show in (settings.show, *(table.show for table in settings.shows))):
        return
    records = ledger.load_all()
    gone = find_expired(settings, describe_records(settings, records))
    for record in records:
        if record.id in gone and record.state == "live":
            ledger.save(replace(record, state="expired"))
