"""A line that is left out is spoken after all, or one that is spoken is left out.

For one article, for all of its site or for every article, as ``audiopress reading keep``, ``drop``
and ``forget`` have it; what stands in ``[reading] keep`` and ``drop`` of audiopress.toml is shown
with them, and taken back there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, get_args

from audiopress.errors import ConfigError
from audiopress.press.preview import read_sources
from audiopress.press.site_memory.correct_lines import (
    CorrectedLine,
    Correction,
    correct_line,
    find_corrected_lines,
    list_corrected,
)
from audiopress.press.site_memory.corrections import list_scopes
from audiopress.press.site_memory.site_file import find_scoped_article, name_article_scope
from audiopress.reading.named_texts import TEXT
from audiopress.reading.site_furniture import make_line_key
from audiopress.settings import check_text
from audiopress.settings.value_editing import replace_list
from audiopress.store.atomic_files import replace_if_changed
from audiopress.text.comparison import make_comparable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from audiopress.press.steps.read import Manuscript
    from audiopress.settings import Settings

__all__ = [
    "SETTINGS",
    "LineChoice",
    "ListedLine",
    "choose_line",
    "describe_scope",
    "find_corrections",
    "list_choices",
    "list_lines",
]

SETTINGS = "audiopress toml"
"""What stands in place of a host for what the configuration names; no host has a space."""


class LineChoice(NamedTuple):
    """For what a line may be corrected: as the ledger has it, and in words."""

    scope: str
    words: str


class ListedLine(NamedTuple):
    """A correction as the list has it: a line, whether it is kept, and where; ``file`` if here."""

    line: str
    kept: bool
    scope: str
    words: str
    file: str


def list_choices(manuscript: Manuscript) -> tuple[LineChoice, ...]:
    """Return for what a line of an article may be corrected: for it alone, and for more."""
    scopes = list_scopes(manuscript.uri, manuscript.identity)
    # Where an article is of a site, that is meant by "everywhere".
    return tuple(LineChoice(scope, describe_scope(scope)) for scope in scopes[:2])


def describe_scope(scope: str) -> str:
    """Return for what a correction holds, in words."""
    if scope == SETTINGS:
        return "in every article, by the settings file"
    if find_scoped_article(scope):
        return "in this article"
    return f"in all of {scope}" if scope else "in every article"


def find_corrections(settings: Settings, manuscript: Manuscript) -> dict[str, CorrectedLine]:
    """Return what was corrected of an article by the keys of its lines, the nearest first."""
    named: dict[str, CorrectedLine] = {}
    for how in ("keep", "drop"):
        for line in _list_named(settings, how):
            named[make_line_key(line)] = CorrectedLine(how, SETTINGS)
    scopes = list_scopes(manuscript.uri, manuscript.identity)
    return named | find_corrected_lines(settings.ledger, scopes)


def _list_named(settings: Settings, how: str) -> Iterator[str]:
    """Yield the lines that the configuration names by their words."""
    entries: Sequence[str] = getattr(settings.reading, how)
    yield from (one.removeprefix(TEXT).strip() for one in entries if one.startswith(TEXT))


def list_lines(settings: Settings) -> list[ListedLine]:
    """Return all corrections, as ``audiopress reading list`` has them, and the configuration's."""
    found = []
    for site in list_corrected(settings.ledger):
        scope = name_article_scope(site.article) if site.article else site.host
        words = site.article.removeprefix("file:") if site.article else describe_scope(scope)
        file = words if site.article.startswith("file:") else ""
        for kept, lines in ((True, site.kept), (False, site.dropped)):
            found += [ListedLine(line, kept, scope, words, file) for line in lines]
    for how in ("keep", "drop"):
        found += [
            ListedLine(line, how == "keep", SETTINGS, describe_scope(SETTINGS), "")
            for line in _list_named(settings, how)
        ]
    return found


def choose_line(settings: Settings, asked: Mapping[str, str], path: Path | None) -> None:
    """Have a ``line`` read (``how``: keep), left out (drop) or as reading decides (forget).

    ``scope`` says for what. What was said for less, such as for the article in ``path`` alone, is
    taken back: it would count before that. Raises `ConfigError` for what is no such choice.
    """
    line, scope = " ".join(asked.get("line", "").split()), asked.get("scope", "")
    how = next((one for one in get_args(Correction) if one == asked.get("how")), None)
    if how is None or not make_comparable(line):
        raise ConfigError("a line is kept or dropped by its words", where=line)
    if scope == SETTINGS:
        _forget_named(settings, line)
        return
    for nearer in _list_nearer(settings, scope, path) if path and how != "forget" else ():
        correct_line(settings, line, nearer, "forget")
    correct_line(settings, line, scope, how)


def _list_nearer(settings: Settings, scope: str, path: Path) -> list[str]:
    """Return for what less than a scope corrections of an article may hold; refuse another's."""
    found, _ = read_sources(settings, (str(path),))
    scopes = list_scopes(found[0].uri, found[0].identity) if found else []
    if scope not in scopes:
        raise ConfigError(
            "the article is another one by now", where=path.name, hint="load the page again"
        )
    return scopes[: scopes.index(scope)]


def _forget_named(settings: Settings, line: str) -> None:
    """Take a line out of what the configuration names; raises `ConfigError` where it cannot be."""
    file = settings.file
    if file is None:
        return
    text = file.read_bytes().decode()  # lines end as they do
    for key in ("keep", "drop"):
        before: Sequence[str] = getattr(settings.reading, key)
        left = [one for one in before if not _names(one, line)]
        if len(left) != len(before):
            text = replace_list(text, "reading", key, left, where=str(file))
    check_text(text, file)
    replace_if_changed(file, text.encode())


def _names(entry: str, line: str) -> bool:
    words = make_comparable(entry.removeprefix(TEXT))
    return entry.startswith(TEXT) and words == make_comparable(line)
