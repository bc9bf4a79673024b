"""Which articles a command takes: those of its list, and of each source those it selects."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.cli.options.split_names import refuse_split_names
from audiopress.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path

    from audiopress.settings import Settings

__all__ = ["add_listed", "add_selection"]


def add_listed(settings: Settings, sources: list[str] | None, from_list: Path | None) -> list[str]:
    """Return the sources of the command line and those that a file names."""
    refuse_split_names(sources or ())
    if from_list is None:
        return sources or []
    from audiopress.sources.source_list import read_source_list

    inside = settings.root if settings.untrusted else None
    return [*(sources or ()), *read_source_list(from_list, inside=inside)]


def add_selection(  # noqa: PLR0913 - the options that commands share
    settings: Settings,
    *,
    limit: int = 0,
    since: str = "",
    max_age: str = "",
    include: list[str] | None = None,
    exclude: list[str] | None = None,
    archived: bool = False,
    yes: bool = False,
) -> Settings:
    """Return the settings with what options say of which articles are taken."""
    from audiopress.settings.source_tables import make_selection
    from audiopress.settings.tables import SourceTable

    table = SourceTable(
        source="",
        limit=limit,
        since=since,
        max_age=max_age,
        include=tuple(include or ()),
        exclude=tuple(exclude or ()),
        archived=archived,
    )
    try:
        selection = make_selection(table, settings.zone())
    except ValueError as error:
        raise ConfigError(str(error), where="command line") from error
    return replace(settings, selection=selection, first_feed=yes)
