"""What a person should know of the shows of an edition: those without articles, those dropped."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from audiopress.press.edition.publishing.retention import describe_records
from audiopress.press.edition.publishing.shows import list_other_shows, list_shows
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from audiopress.press.edition.open_edition import OpenEdition
    from audiopress.press.edition.told import ToldNotes
    from audiopress.press.steps.identify import RegisteredArticle
    from audiopress.settings import Settings
    from audiopress.store.ledger import Record

__all__ = ["note_dropped_shows", "note_idle_shows"]

_NAMED = 8
"""Sections or tags that a note names, the commonest first: enough to see how they are written."""


def note_idle_shows(
    settings: Settings,
    articles: Sequence[RegisteredArticle],
    records: Sequence[Record],
    told: ToldNotes,
) -> list[str]:
    """Return a note on each show that takes none of the articles, with what there is to take."""
    used = {name for item in articles for name in list_shows(settings, item.manuscript)}
    used |= {name for one in describe_records(settings, records) for name in one.shows}
    idle = [table for table in settings.shows if table.show.id not in used]
    new = told.pick_new("shows", [table.show.id for table in idle])
    there = _name_facts(articles)
    return [
        f"the show {table.show.id} takes no article, so it has no feed yet: "
        f"{', '.join((*table.takes.include, *(f'not {one}' for one in table.takes.exclude)))}"
        f"{there}"
        for table in idle
        if table.show.id in new
    ]


def _name_facts(articles: Sequence[RegisteredArticle]) -> str:
    """Name the sections and tags of articles: a feed's categories are tags and no sections."""
    sections = _name_commonest(item.manuscript.article.section for item in articles)
    tags = _name_commonest(tag for item in articles for tag in item.manuscript.tags)
    said = (("sections", sections), ("tags", tags))
    return "".join(f"; {kind} here: {names}" for kind, names in said if names)


def _name_commonest(names: Iterable[str]) -> str:
    counts = Counter(filter(None, names))
    # By name where they are as common: the order of fetching says nothing.
    found = sorted(counts, key=lambda name: (-counts[name], name))
    more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
    return f"{', '.join(found[:_NAMED])}{more}"


def note_dropped_shows(
    edition: OpenEdition, records: Sequence[Record], told: ToldNotes
) -> list[str]:
    """Return a note on each show that had a feed, and that the configuration does not name."""
    known = {"main", *(table.show.id for table in list_other_shows(edition.settings))}
    dropped = {name for name in edition.ledger.list_shows() if name not in known}
    held = Counter(record.show for record in records if record.joined and record.state == "live")
    new = told.pick_new("dropped shows", sorted(dropped))
    return [
        f"the configuration does not name the show {name} any more: its feed stays as it was "
        "last written; remove its folder of the output, here and where it is deployed, if "
        "nobody is to have it"
        + f" ({count_things(held[name], 'edition')} of it in no feed now)"
        * bool(held[name])
        for name in sorted(dropped)
        if name in new
    ]
