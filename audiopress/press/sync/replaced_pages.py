"""Pages that stand in an article's place and are none: of maintenance, of a login.

By words they could not be told: an article may be about such pages. So they are told by what they
have in common with what was published, which is nothing, and with each other, which is all
(docs/decisions/0274).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from audiopress.errors import SourceError
from audiopress.identity import fold_address, is_address
from audiopress.model import Refused
from audiopress.press.steps.identify import SHOW_ROLES
from audiopress.press.sync.memory import recall_round
from audiopress.text.commands import write_command

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence
    from datetime import datetime

    from audiopress.press.edition.open_edition import OpenEdition
    from audiopress.press.steps.identify import RegisteredArticle
    from audiopress.press.sync.memory import Failure

__all__ = ["part_replaced"]

_DOUBT = timedelta(days=3)
"""How long a page is doubted that says nothing of what was published: who shows it for longer
means it. As long as pages of errors are (`audiopress.sources.crawling.kept_pages`)."""

_SHARED = 0.05
"""The part of the shorter text's runs of letters that a correction has in common with what was
published, at the least: two texts on other things have next to none."""

_RUN = 12
"""Letters of a run: two words of English, a clause of Chinese."""

_MOST = 2
"""Addresses that may have one text: a page for printing, and its own."""

_NAMED = 3
"""Addresses that an error names."""

_OTHER = "what is at the article's address has nothing of what was published: that stays as it is"
"""The message; the same each time, for by it is known since when."""


@dataclass(frozen=True, slots=True)
class _Checks:
    """What pages are judged by: what failed before, the time, and pages that somebody named."""

    failures: Mapping[str, Failure]
    now: datetime
    named: Container[str]

    def is_believed(self, address: str, notice: str) -> bool:
        """Whether a page is taken for what it is: it was asked for, or stays as it is.

        A ``notice`` of its server is never an article, however long it is there.
        """
        known = None if notice else self.failures.get(address)
        waited = known is not None and known.message == _OTHER and self.now - known.since > _DOUBT
        return waited or fold_address(address) in self.named


def part_replaced(
    articles: Sequence[RegisteredArticle], edition: OpenEdition, sources: Sequence[object]
) -> tuple[list[RegisteredArticle], list[Refused]]:
    """Part the articles from pages that are none of them, each with what to do.

    Who names a page in ``sources`` wants that page.
    """
    checks, repeated = _recall_checks(edition, sources), _find_repeated(articles)
    taken: list[RegisteredArticle] = []
    refused: list[Refused] = []
    for item in articles:
        uri = item.manuscript.uri
        error = None
        if _is_page(item) and not checks.is_believed(uri, item.manuscript.article.notice):
            alike = repeated.get(_list_lines(item), [])
            error = _explain_repeated(alike, uri) if uri in alike else _explain_replaced(item)
        if error is None:
            taken.append(item)
        else:
            refused.append(Refused(uri=uri, error=error))
    return taken, refused


def _recall_checks(edition: OpenEdition, sources: Iterable[object]) -> _Checks:
    failures = recall_round(edition.settings, edition.cache).failures
    addresses = (each for each in sources if isinstance(each, str) and is_address(each))
    named = frozenset(map(fold_address, addresses))
    return _Checks({each.name: each for each in failures}, edition.now, named)


def _is_page(item: RegisteredArticle) -> bool:
    """Whether a text comes from a page of the web: a feed that is whole has the right one."""
    facts = item.manuscript.facts
    return is_address(item.manuscript.uri) and (facts is None or facts.text_from != "feed")


def _explain_replaced(item: RegisteredArticle) -> SourceError | None:
    """Return the error on a page that says nothing of what was published at its address."""
    record, facts = item.record, item.manuscript.facts
    before = record.texts[-1].lines if record.texts else ()
    lines = _list_lines(item)
    listed = facts is not None and facts.title and facts.title in lines
    if record.state != "live" or not before or listed or not _is_other(before, lines):
        return None
    uri = item.manuscript.uri
    return SourceError(
        _OTHER,
        where=item.manuscript.where,
        hint="open it in a browser; if it is the article now: "
        f"{write_command('build', uri)}; after three days it is taken for it",
    )


def _is_other(before: Sequence[str], now: Sequence[str]) -> bool:
    if set(before) & set(now):
        return False
    said, says = _list_runs(before), _list_runs(now)
    return len(said & says) < _SHARED * min(len(said), len(says))


def _list_runs(lines: Iterable[str]) -> set[str]:
    text = " ".join(" ".join(lines).casefold().split())
    return {text[at : at + _RUN] for at in range(max(1, len(text) - _RUN + 1))}


def _find_repeated(articles: Iterable[RegisteredArticle]) -> dict[tuple[str, ...], list[str]]:
    """Return the texts that come from too many addresses of a site, with these.

    An article in several sections has one name in each: then it is one.
    """
    found: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for item in articles:
        published = item.record.texts[-1].lines if item.record.texts else ()
        lines = _list_lines(item)
        if _is_page(item) and lines != published:
            found[lines].append(item.manuscript.uri)
    return {lines: uris for lines, uris in found.items() if _count_names(uris) > _MOST}


def _count_names(uris: Iterable[str]) -> int:
    names: dict[str, set[str]] = defaultdict(set)
    for uri in uris:
        parts = urlsplit(uri)
        last = parts.path.rstrip("/").rpartition("/")[2]
        names[parts.netloc].add(f"{last}?{parts.query}")
    return max(map(len, names.values()))


def _explain_repeated(uris: Sequence[str], uri: str) -> SourceError:
    named = ", ".join(uris[:_NAMED])
    more = f" and {len(uris) - _NAMED} more" if len(uris) > _NAMED else ""
    return SourceError(
        f"{len(uris)} addresses have one and the same page, which is an article of none: "
        f"{named}{more}",
        where=uri,
        hint="open it in a browser; run the same command again later; if it is right: "
        + write_command("build", uri),
    )


def _list_lines(item: RegisteredArticle) -> tuple[str, ...]:
    said = item.manuscript.script.utterances
    return tuple(line.source for line in said if line.role not in SHOW_ROLES)
