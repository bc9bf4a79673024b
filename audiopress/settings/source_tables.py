"""The tables ``[[sources]]``: a source each, and which of its articles are taken."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from audiopress.reading.html.tree.css_selectors import is_selector
from audiopress.settings.mistakes import fill_value, name_number
from audiopress.settings.tables import SourceTable
from audiopress.sources.selection import (
    CSS,
    PATTERN_KINDS,
    ArticleSelection,
    parse_age,
    parse_since,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.settings.mistakes import Mistakes

__all__ = ["are_source_tables", "find_fault", "make_selection", "read_source_tables"]


def are_source_tables(value: Any) -> bool:
    """Whether what stands as ``sources`` outermost are tables, and no list in a wrong place."""
    return isinstance(value, list) and all(isinstance(each, dict) for each in value)


def read_source_tables(
    tables: list[dict[str, Any]], zone: str, mistakes: Mistakes
) -> tuple[tuple[str, ArticleSelection], ...]:
    """Return each source and what is taken of it."""
    found = []
    for number, table in enumerate(tables, start=1):
        where = name_number("sources", number)
        written = {key: _write_date(value) for key, value in table.items()}
        read = fill_value(SourceTable, written, where, mistakes)
        faults = [*_list_faults(read)]
        for fault in faults:
            mistakes.add(where, "", fault)
        try:
            found += [] if faults else [(read.source, make_selection(read, ZoneInfo(zone)))]
        except (ValueError, KeyError, OSError):  # the zone, which [edition] has noted
            continue
    return tuple(found)


def _list_faults(table: SourceTable) -> Iterator[str]:
    """Yield all that is wrong with a table, whatever is wrong with the zone of its dates."""
    yield from filter(None, map(find_fault, (*table.include, *table.exclude)))
    for name in ("limit", "min_words", "max_words"):
        if getattr(table, name) < 0:
            yield f"{name} is no number below 0"
    readers = (
        (table.since, lambda text: parse_since(text, ZoneInfo("UTC"))),
        (table.max_age, parse_age),
    )
    for text, read in readers:
        try:
            _ = read(text) if text else None
        except ValueError as error:
            yield str(error)


def make_selection(table: SourceTable, zone: ZoneInfo) -> ArticleSelection:
    """Return what a table takes; raises `ValueError` that says what is wrong with it."""
    for fault in _list_faults(table):
        raise ValueError(fault)
    return ArticleSelection(
        limit=table.limit,
        since=parse_since(table.since, zone) if table.since else None,
        max_age=parse_age(table.max_age) if table.max_age else None,
        include=table.include,
        exclude=table.exclude,
        min_words=table.min_words,
        max_words=table.max_words,
        archived=table.archived,
        teasers=table.teasers,
        skip_noindex=table.skip_noindex,
    )


def find_fault(pattern: str, *, selectors: bool = True) -> str:
    """Say what is wrong with a pattern, or nothing; without ``selectors`` it may be none."""
    kind, colon, rest = pattern.partition(":")
    if pattern.startswith(CSS) and not selectors:
        return f'"{pattern}": a CSS selector is of a source; here are {", ".join(PATTERN_KINDS)}'
    if pattern.startswith(CSS) and not is_selector(rest.strip()):
        return f'"{pattern}" is no CSS selector; write it as in a style sheet, such as css:.opinion'
    known = (*PATTERN_KINDS, CSS.removesuffix(":"))
    # An address is a path and has a colon too, and so has a path of Windows.
    named = colon and kind.isalpha() and len(kind) > 1 and not rest.startswith("//")
    if not named or kind in known:
        return ""
    return f'"{pattern}": no such kind "{kind}"; there are {", ".join(known)}'


def _write_date(value: Any) -> Any:
    """Return a date of TOML as the text that it is elsewhere."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime.combine(value, time()).isoformat()
    return value.isoformat() if isinstance(value, datetime) else value
