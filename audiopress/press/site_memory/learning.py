"""What a site's file says after some articles more: a function of the file and the articles.

The order in which they came plays no part, and none is counted twice: what was counted is in the
file, by its id, and two addresses with one text are one article.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from audiopress.press.site_memory.site_file import (
    Furniture,
    PublishedText,
    SeenArticle,
    SiteFile,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from audiopress.reading.site_furniture import SiteLine

__all__ = ["ReadArticle", "count_pages", "find_waiting_lines", "learn"]

THRESHOLD = 3
"""Different articles of one host on which a line stands that is the site's."""

_LATEST = 40
"""Articles whose lines are remembered: what a site has on every page is found on the first three,
and what it has on one page in ten within thirty."""

_HALF = 0.5
"""Share of the latest articles that must have a line which could come again by chance."""

_SAME = 0.8
"""Share of an article's letters that stand on another one, from which the two are one article at
two addresses."""

_SAME_WITH_TITLE = 0.5
"""The same share for two with one title; a weekly column has one title, and other texts."""

_ID_DIGITS = 12
"""Hex digits of the digest of an article's id: 48 bits, and some thousand articles a host."""

_TEXT_DIGITS = 8
"""Hex digits of the digest of an article's text, which is compared with one other only."""


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article as it was read without any memory: id, title's key, lines.

    ``published`` is what the latest version is called that an edition has of it, if there is one.
    """

    id: str
    title: str
    lines: tuple[SiteLine, ...]
    published: str = ""

    @property
    def name(self) -> str:
        """What it is called in the file."""
        return hashlib.sha256(self.id.encode()).hexdigest()[:_ID_DIGITS]

    @property
    def text(self) -> str:
        """A digest of its lines: another one is another text."""
        joined = "\n".join(line.key for line in self.lines)
        return hashlib.sha256(joined.encode()).hexdigest()[:_TEXT_DIGITS]


def learn(site: SiteFile, articles: Iterable[ReadArticle]) -> SiteFile:
    """Return the file after these articles were seen."""
    ordered = sorted(articles, key=lambda article: article.name)
    fresh = [one for one in ordered if _is_fresh(site, one)]
    seen = _SeenLines(site.latest)
    counted = [article for article in fresh if seen.add(article)]
    latest = seen.latest
    furniture = _count_again(site, counted)
    found = _find_new(latest, counted, {one.key for one in furniture})
    revision = site.revision + bool(found)
    furniture += [Furniture(line=line.text, pages=pages, since=revision) for line, pages in found]
    kept = dict(list(latest.items())[-_LATEST:])
    return SiteFile(
        host=site.host,
        revision=revision,
        furniture=tuple(furniture),
        articles=_note_articles(site, ordered, revision),
        latest={name: " ".join(keys) for name, keys in kept.items()},
        published=_note_published(site, ordered),
        kept=site.kept,
        dropped=site.dropped,
    )


def count_pages(site: SiteFile, article: ReadArticle) -> dict[str, int]:
    """Return the keys of the lines that are left out of an article, and on how many they stand.

    An article that an edition has keeps to what was known when it was read, until its text changes.
    """
    seen = site.articles.get(article.name)
    revision = seen.revision if seen else site.revision
    return {one.key: one.pages for one in site.furniture if one.since <= revision and not one.keep}


def find_waiting_lines(site: SiteFile, article: ReadArticle) -> list[str]:
    """Return the lines of an article that one other has so far: with a third they are left out."""
    pages = _count_lines(keys.split() for keys in site.latest.values())
    known = {one.key for one in site.furniture}
    return [
        line.text
        for line in article.lines
        if line.telling and line.key not in known and pages[line.key] == THRESHOLD - 1
    ]


def _is_fresh(site: SiteFile, article: ReadArticle) -> bool:
    seen = site.articles.get(article.name)
    return seen is None or seen.text != article.text


class _SeenLines:
    """The lines of the latest articles, and by each line the articles that have it."""

    def __init__(self, latest: Mapping[str, str]) -> None:
        self.latest: dict[str, list[str]] = {}
        self._holders: dict[str, set[str]] = {}
        for name, keys in latest.items():
            self._put(name, keys.split())

    def add(self, article: ReadArticle) -> bool:
        """Add an article, unless its text stands at another address already; say whether."""
        if self._is_a_copy(article):
            return False
        for holders in map(self._holders.get, self.latest.get(article.name, [])):
            (holders or set()).discard(article.name)
        self._put(article.name, [article.title, *(line.key for line in article.lines)])
        return True

    def _put(self, name: str, keys: list[str]) -> None:
        self.latest[name] = keys
        for key in keys[1:]:
            self._holders.setdefault(key, set()).add(name)

    def _is_a_copy(self, article: ReadArticle) -> bool:
        # By the lines, and not article by article: of a thousand most share nothing.
        shared: Counter[str] = Counter()
        for line in article.lines:
            for name in self._holders.get(line.key, ()):
                shared[name] += line.size
        total = sum(line.size for line in article.lines) or 1
        return any(
            size / total >= (_SAME_WITH_TITLE if self._has_title_of(article, name) else _SAME)
            for name, size in shared.items()
            if name != article.name
        )

    def _has_title_of(self, article: ReadArticle, name: str) -> bool:
        return self.latest[name][0] == article.title


def _count_lines(lists: Iterable[Sequence[str]]) -> Counter[str]:
    return Counter(key for _, *keys in lists for key in set(keys))


def _count_again(site: SiteFile, counted: Sequence[ReadArticle]) -> list[Furniture]:
    """Return the furniture that is known, with the articles that it was seen on by now."""
    more = Counter(
        line.key for one in counted if one.name not in site.articles for line in one.lines
    )
    return [msgspec.structs.replace(one, pages=one.pages + more[one.key]) for one in site.furniture]


def _find_new(
    latest: Mapping[str, Sequence[str]], counted: Sequence[ReadArticle], known: Collection[str]
) -> list[tuple[SiteLine, int]]:
    """Return lines that stand on enough articles by now, and on how many."""
    pages = _count_lines(latest.values())
    lines = {line.key: line for one in counted for line in one.lines}
    enough = max(THRESHOLD, _HALF * len(latest))
    return [
        (lines[key], pages[key])
        for key in sorted(lines, key=lambda key: (-pages[key], lines[key].text))
        if key not in known and pages[key] >= (THRESHOLD if lines[key].telling else enough)
    ]


def _note_articles(
    site: SiteFile, articles: Sequence[ReadArticle], revision: int
) -> dict[str, SeenArticle]:
    noted = {article.name: _note_article(site, article, revision) for article in articles}
    return dict(sorted((site.articles | noted).items()))


def _note_article(site: SiteFile, article: ReadArticle, revision: int) -> SeenArticle:
    before = site.articles.get(article.name)
    if not article.published:
        return SeenArticle(article.text, revision)
    if before is None:
        # One that was published before this file knew of it was read with nothing.
        return SeenArticle(article.text, 0)
    # What is published stays as it was: a line more that is known has it not spoken again.
    if before.text == article.text:
        return before
    edition = _find_published(site, article)
    back = edition is not None and edition.text == article.text
    return SeenArticle(article.text, edition.revision if edition and back else revision)


def _note_published(site: SiteFile, articles: Sequence[ReadArticle]) -> dict[str, PublishedText]:
    """Return the texts that an edition has of articles which were read in another way since."""
    noted = dict(site.published)
    for article in articles:
        before = site.articles.get(article.name)
        if before is None or before.text == article.text:
            continue
        noted.pop(article.name, None)
        edition = _find_published(site, article)
        if edition and edition.text != article.text:
            noted[article.name] = edition
    return dict(sorted(noted.items()))


def _find_published(site: SiteFile, article: ReadArticle) -> PublishedText | None:
    """Return the text that an edition has of an article, of those that were read before.

    What a build has read last was never published where the article was refused then, or the build
    was stopped: no version of the edition is later.
    """
    before, kept = site.articles.get(article.name), site.published.get(article.name)
    if before is None or not article.published:
        return None
    if kept is not None and kept.version == article.published:
        return kept
    return PublishedText(before.text, before.revision, article.published)
