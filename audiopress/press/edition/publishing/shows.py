"""Which shows an edition has, and which of their feeds name an article.

An article may be in several feeds: one sound, one page, one guid. Its page, picture and voice are
those of the first show that takes it, which the ledger keeps.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.errors import ConfigError
from audiopress.model import SourceFacts
from audiopress.settings import ShowTable
from audiopress.settings.show_tables import make_feed_show

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audiopress.model import Episode, Show
    from audiopress.press.edition.around.shelf import ShelvedEpisode
    from audiopress.press.steps.read import Manuscript
    from audiopress.settings import Settings
    from audiopress.store.ledger import Record

__all__ = [
    "EXPIRED",
    "check_show",
    "choose_show",
    "describe_facts",
    "describe_manuscript",
    "explain_no_show",
    "find_show",
    "is_in_feed",
    "list_all_shows",
    "list_other_shows",
    "list_shows",
    "name_feed",
    "name_place",
    "narrow_settings",
]

EXPIRED = "older than what its show keeps (keep)"
"""Why an article is not taken that no show has room for."""

_MAIN = "main"
"""The id of ``[show]``."""


def list_other_shows(settings: Settings) -> tuple[ShowTable, ...]:
    """Return the shows beside the main one, then the feeds of ``[[editions]]`` that have one."""
    own = (
        ShowTable(
            show=make_feed_show(
                settings.show,
                table.id,
                table.title.replace("{date}", "").strip(" ,"),
                description=table.description,
                artwork=table.artwork,
                language=table.language or settings.show.language,
            ),
            cast=settings.cast,
        )
        for table in settings.joined
        if table.feed == "own"
    )
    return (*settings.shows, *own)


def list_all_shows(settings: Settings) -> list[Show]:
    """Return the main show, where there is one, and the others."""
    main = [settings.show] if settings.has_main else []
    return [*main, *(table.show for table in list_other_shows(settings))]


def find_show(settings: Settings, show_id: str) -> Show:
    """Return a show of an edition by its id; of an unknown one the main one."""
    others = (table.show for table in list_other_shows(settings))
    return next((show for show in others if show.id == show_id), settings.show)


def check_show(settings: Settings, show_id: str) -> None:
    """Raise `ConfigError` where no show of an edition is called so."""
    known = [show.id for show in list_all_shows(settings)]
    if show_id not in known:
        raise ConfigError(f'there is no show "{show_id}"', hint=f"there are: {', '.join(known)}")


def narrow_settings(settings: Settings, table: ShowTable) -> Settings:
    """Return the settings of an edition as they are for one of its shows."""
    return replace(settings, show=table.show, cast=table.cast)


def describe_facts(episode: Episode | ShelvedEpisode) -> SourceFacts:
    """Return what patterns may ask about a published article."""
    return SourceFacts(
        section=episode.section,
        byline=episode.byline,
        language=episode.language,
        tags=episode.tags,
        listed_in=episode.source,
    )


def name_place(episode: Episode | ShelvedEpisode) -> str:
    """Return where an article came from, as patterns of paths are about it."""
    return episode.url or episode.id.removeprefix("file:")


def is_in_feed(settings: Settings, show_id: str, record: Record | ShelvedEpisode) -> bool:
    """Whether the feed of a show names a record, or would once what is held is released."""
    if record.joined:
        return (record.show or _MAIN) == show_id
    if show_id == _MAIN:
        return settings.has_main
    last = record.last
    return last is not None and any(
        not table.takes.explain(name_place(last), describe_facts(last), last.words)
        for table in settings.shows
        if table.show.id == show_id
    )


def choose_show(settings: Settings, manuscript: Manuscript) -> str:
    """Return the id of the show whose page an article has: the first of those that take it.

    Nothing stands for the main show, as in ledgers that know no other.
    """
    found = list_shows(settings, manuscript)[0]
    return "" if found == _MAIN else found


def list_shows(settings: Settings, manuscript: Manuscript) -> list[str]:
    """Return the ids of the shows that take an article, the main one last."""
    main = [_MAIN] if settings.has_main else []
    if not settings.shows:
        return main
    said = describe_manuscript(manuscript)
    return [table.show.id for table in settings.shows if not table.takes.explain(*said)] + main


def describe_manuscript(manuscript: Manuscript) -> tuple[str, SourceFacts, int]:
    """Return what settings choose an article by: its place, what is said of it, its words."""
    words = sum(len(block.text.split()) for block in manuscript.article.blocks)
    place = manuscript.identity.url or manuscript.identity.id.removeprefix("file:")
    return place, _read_facts(manuscript), words


def _read_facts(manuscript: Manuscript) -> SourceFacts:
    article = manuscript.article
    return SourceFacts(
        section=article.section,
        byline=article.byline,
        language=article.language,
        tags=manuscript.tags,
        listed_in=manuscript.source,
    )


def explain_no_show(settings: Settings, manuscript: Manuscript) -> str:
    """Say of an article that no show takes what it is, and what would have helped."""
    facts = _read_facts(manuscript)
    said = {"section": facts.section, "language": facts.language, "source": facts.listed_in}
    told = [f"{name} {value}" for name, value in said.items() if value]
    told += [f"tags {', '.join(facts.tags)}"] * bool(facts.tags)
    shows = ", ".join(table.show.id for table in settings.shows)
    return f"in no show of {shows} ({'; '.join(told) or 'it says nothing of itself'})"


def name_feed(settings: Settings, feed: str, own: str) -> str:
    """Return the id of the show that ``feed`` of ``[[editions]]`` means; main: nothing."""
    known: Iterable[str] = (table.show.id for table in settings.shows)
    if feed == "own":
        return own
    return feed if feed in known else ""
