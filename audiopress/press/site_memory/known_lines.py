"""The lines of articles that were read here, among which a correction means one.

Of the readings in the cache, so that nothing is fetched.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from audiopress.press.purge import list_sources
from audiopress.press.site_memory.site_file import (
    find_host,
    find_scoped_article,
    name_article_scope,
)
from audiopress.press.steps.read import find_readings
from audiopress.reading.site_furniture import make_line_key
from audiopress.store.cache import Cache
from audiopress.store.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.press.site_memory.correct_lines import CorrectedSite
    from audiopress.press.steps.read import Manuscript
    from audiopress.settings import Settings

__all__ = ["KnownLines", "list_known_lines", "list_lines_of", "list_unmatched"]

_AROUND = frozenset({"headline", "opening", "disclosure", "correction"})
"""Roles of what is said around a story and is none of its lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownLines:
    """What ``articles`` say, by their places: their ``lines``, spoken or left out, by their keys.

    ``around`` has the roles of what is said around them, by the keys of the texts.
    """

    articles: set[str] = field(default_factory=set)
    lines: dict[str, str] = field(default_factory=dict)
    around: dict[str, str] = field(default_factory=dict)


class _KnownText(msgspec.Struct):
    text: str


class _KnownArticle(msgspec.Struct):
    uri: str
    blocks: list[_KnownText]
    canonical: str | None = None


class _KnownUtterance(msgspec.Struct):
    role: str
    source: str


class _KnownScript(msgspec.Struct):
    utterances: list[_KnownUtterance]
    left_out: list[_KnownText] = []


class _KnownReading(msgspec.Struct):
    """Of a reading in the cache what a correction may name."""

    article: _KnownArticle
    script: _KnownScript


def list_lines_of(manuscript: Manuscript) -> KnownLines:
    """Return the lines of an article that was just read."""
    known = KnownLines()
    read = {"article": manuscript.article, "script": manuscript.script}
    _add(known, msgspec.convert(msgspec.to_builtins(read), _KnownReading))
    return known


def list_known_lines(settings: Settings, host: str) -> KnownLines:
    """Return the lines of what was read of a host ("": of every one), of any version.

    In place of a host one article may stand (`name_article_scope`).
    """
    return _gather(settings, [host])[host]


def list_unmatched(settings: Settings, sites: Sequence[CorrectedSite]) -> list[tuple[str, ...]]:
    """Return for each site its corrected lines that nothing has which was read of it here.

    None of a site of which nothing was read here.
    """
    hosts = [name_article_scope(site.article) if site.article else site.host for site in sites]
    gathered = _gather(settings, hosts) if hosts else {}
    return [
        tuple(
            line
            for line in (*site.kept, *site.dropped)
            if gathered[host].articles and make_line_key(line) not in gathered[host].lines
        )
        for host, site in zip(hosts, sites, strict=True)
    ]


def _gather(settings: Settings, hosts: Sequence[str]) -> dict[str, KnownLines]:
    """Return the known lines of each host, or article, by one look through the cache."""
    found = {host: KnownLines() for host in hosts}
    places = {host: _list_places(settings, host) for host in hosts}
    for read in find_readings(Cache(settings.cache), _KnownReading):
        article = read.article
        # A saved page is of the site whose address it has.
        own = {find_host(article.uri) or find_host(article.canonical or ""), ""}
        for host, known in found.items():
            if article.uri in places[host] if places[host] else host in own:
                _add(known, read)
    return found


def _list_places(settings: Settings, host: str) -> set[str]:
    """Return where the documents of one article came from, if one is meant."""
    article_id = find_scoped_article(host)
    if not article_id:
        return set()
    record = Ledger(settings.ledger).load(article_id)
    return list_sources(record) if record else {article_id, article_id.removeprefix("file:")}


def _add(known: KnownLines, read: _KnownReading) -> None:
    known.articles.add(read.article.uri)
    for each in (*read.article.blocks, *read.script.left_out):
        known.lines.setdefault(make_line_key(each.text), each.text)
    for said in read.script.utterances:
        if said.role in _AROUND:
            known.around.setdefault(make_line_key(said.source), said.role)
