"""Articles that lie on the web, asked for again only if they have changed.

A page that somebody names is asked for as a browser does. Pages that a list names are asked for as
a robot should: robots.txt counts, and a host is asked at a pace that it can bear. What cannot be
had today stays what it was when it was last had, and the failure is named.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from audiopress.errors import SourceError
from audiopress.identity import fold_host
from audiopress.model import Document, Refused
from audiopress.net.body import make_size_error
from audiopress.net.connections import OpenConnections
from audiopress.net.http import BusyError, Response, StatusError, fetch
from audiopress.net.public_address import Target, parse_target
from audiopress.net.transport import FetchLimits, NotPublicError
from audiopress.sources.crawling.broken_lists import explain_broken_list
from audiopress.sources.crawling.error_pages import explain_error_page
from audiopress.sources.crawling.failures import PageFailures
from audiopress.sources.crawling.kept_pages import KeptPage, KeptPages, PageMemory, write_mark
from audiopress.sources.crawling.pace import LONGEST_DELAY, NotAskedError, Pace, make_too_soon
from audiopress.sources.crawling.pauses import HostPauses, UnaskedPages
from audiopress.sources.crawling.robots import RobotsFiles, RobotsRefusalError
from audiopress.sources.documents.kinds import LARGE, PACKED, find_most, find_served_type
from audiopress.sources.files import LIMIT
from audiopress.sources.lists.kinds import find_collection, unpack_gzip
from audiopress.sources.sniff import name_binary_format

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audiopress.model import SourceFacts

__all__ = ["MEDIA_TYPES", "WebSource"]

MEDIA_TYPES = {
    "": "text/html",  # the server does not say
    "application/xhtml+xml": "text/html",
    "text/html": "text/html",
    "text/markdown": "text/markdown",
    "text/plain": "text/plain",
}

_GONE = frozenset((404, 410, 451))
"""Statuses of a page that is not there any more: what was fetched before is not used (RFC 9110,
15.5; 451 is "unavailable for legal reasons")."""


@dataclass(frozen=True, slots=True)
class _Wish:
    """A page to fetch: its address, and what the list says that names it, if one does."""

    uri: str
    target: Target
    listed: bool = False
    facts: SourceFacts | None = None

    @property
    def name(self) -> str:
        """The name under which it is remembered."""
        # Under an address with a letter like ß, 0.1.0 remembers what another host has said.
        return self.uri if self.uri.isascii() else self.target.url

    @property
    def mark(self) -> str:
        """What lists say of it, another one of which may tell of a change (`write_mark`)."""
        return write_mark(self.facts) if self.facts else ""


class WebSource:
    """Pages and lists by their addresses; ``uri`` is the address the last redirect led to.

    A list of articles has one of the media types of `audiopress.sources.lists.kinds`. ``hosts`` are
    the user's own, whose robots.txt is for others; ``unasked`` are the pages that it was not the
    turn of.
    """

    def __init__(
        self,
        memory: PageMemory,
        limits: FetchLimits | None = None,
        *,
        now: datetime | None = None,
        hosts: Iterable[str] = (),
    ) -> None:
        """Remember in ``memory``; ``limits`` say how far a fetch may go, ``now`` is the time."""
        self._limits = limits or FetchLimits()
        # For what may be a document: no list is one, and no robots.txt.
        most = functools.partial(find_most, page=self._limits.max_bytes)
        self._wide = replace(self._limits, find_most=most)
        self._hosts = frozenset(map(fold_host, hosts))
        moment = (now or datetime.now(UTC)).timestamp()
        self._pages = KeptPages(memory, now=moment)
        self._failures = PageFailures(memory, now=moment)
        self._pauses = HostPauses(memory, now=moment)
        self.unasked = UnaskedPages()
        self._robots = RobotsFiles(memory, self._ask_plainly, now=moment)
        self._pace = Pace()
        self._connections: OpenConnections | None = None

    def fetch(self, uri: str) -> Iterator[Document | Refused]:
        """Yield the page at ``uri`` that somebody named, or why it cannot be had.

        One that was fetched before is yielded beside the reason, as it was then. A host that asked
        for a pause longer than we wait is not asked again until it is over, in later runs too.
        """
        yield from self._fetch(uri, listed=False, facts=None)

    def fetch_listed(
        self, uri: str, facts: SourceFacts | None = None
    ) -> Iterator[Document | Refused]:
        """Yield what a list names, as `fetch` does, as politely as a robot should be.

        ``facts`` are what the list says of an article; without them it is another list, and
        robots.txt, which is about pages, is not asked.
        """
        yield from self._fetch(uri, listed=True, facts=facts)

    def find_failure(self, uri: str) -> float:
        """Return when a page failed last, in seconds since 1970; 0 if it was had since."""
        try:
            return self._failures.find(_Wish(uri, parse_target(uri)).name)
        except SourceError:  # no address, which is said when it is asked for
            return 0.0

    def close(self) -> None:
        """End the connections that were kept open; another fetch opens new ones."""
        if self._connections is not None:
            self._connections.close()

    def _fetch(
        self, uri: str, *, listed: bool, facts: SourceFacts | None
    ) -> Iterator[Document | Refused]:
        target = None
        try:
            target = parse_target(uri)
            wish = _Wish(uri, target, listed, facts)
            kept = self._pages.find(wish.name, target.authority, wish.mark)
        except SourceError as error:
            yield Refused(uri=uri, error=_name_source(error, uri, target))
            return
        try:
            document = self._fetch_page(wish, kept)
            self._failures.note(wish.name, failed=False)
            yield document
        except NotAskedError as error:
            # Not its turn: nothing has failed.
            self.unasked.add(uri, error, kept=kept is not None)
            yield kept.document if kept else Refused(uri=uri, error=error)
        except SourceError as error:
            self._failures.note(wish.name, failed=not isinstance(error, RobotsRefusalError))
            named = _name_source(error, uri, target)
            if kept and _is_passing(error):
                yield kept.document
                message = f"{error.message}; what was fetched before is used"
                named = SourceError(message, where=named.where, hint=named.hint)
            yield Refused(uri=uri, error=named)

    def _fetch_page(self, wish: _Wish, kept: KeptPage | None) -> Document:
        host = wish.target.authority
        self._pauses.check(host, wish.uri)
        try:
            if wish.listed:
                self._wait_for_turn(wish, kept)
            answer = self._ask(wish, kept)
        except BusyError as busy:
            # A redirect may have led to another host, and that is the one to be left alone.
            there = parse_target(busy.where) if busy.where else wish.target
            # Of one's own one knows when it is there again.
            lasting = fold_host(there.host) not in self._hosts
            self._pauses.note(there.authority, busy, lasting=lasting)
            raise
        finally:
            self._pace.end(host)
        if kept and answer.unchanged:
            return kept.document
        document = _make_document(answer)
        if wish.listed:
            _check_home(wish, document)
        self._check_place(wish, kept, document)
        self._pages.keep(wish.name, host, document, answer, wish.mark)
        return document

    def _check_place(self, wish: _Wish, kept: KeptPage | None, now: Document) -> None:
        """See that what came may take the place of what is kept; raises `SourceError`."""
        if kept is None:
            return
        before = kept.document
        doubt = explain_broken_list(before, now) or explain_error_page(before, now)
        # Noted either way: since when it has been so.
        if doubt and not (self._pages.doubt(wish.name, kept) and doubt.passing):
            raise SourceError(
                doubt.reason,
                where=wish.uri,
                hint="open it in a browser; run the same command again later, or correct the "
                "address in the sources",
            )

    def _wait_for_turn(self, wish: _Wish, kept: KeptPage | None) -> None:
        own = fold_host(wish.target.host) in self._hosts
        delay = 0.0 if own or wish.facts is None else self._robots.check(wish.target)
        if kept and delay > LONGEST_DELAY:
            # One page a run: it shall be one that we do not have.
            raise make_too_soon(wish.target.authority, delay)
        self._pace.wait(wish.target.authority, delay)

    def _ask(self, wish: _Wish, kept: KeptPage | None) -> Response:
        etag, modified = (kept.etag, kept.modified) if kept else ("", "")
        politely = wish.listed and wish.facts is not None
        limits = self._limits if wish.listed and not politely else self._wide
        limits = replace(limits, before_hop=self._check_hop) if politely else limits
        answer = self._ask_plainly(wish.uri, etag=etag, modified=modified, limits=limits)
        if kept and answer.unchanged and self._pages.contradicts(kept, answer):
            return self._ask_plainly(wish.uri, limits=limits)
        return answer

    def _check_hop(self, target: Target) -> None:
        """See that the place which a listed page redirects to may be asked for (RFC 9309, 2.3)."""
        self._pauses.check(target.authority, target.url)
        if fold_host(target.host) not in self._hosts:
            self._robots.check(target)

    def _ask_plainly(
        self, address: str, *, etag: str = "", modified: str = "", limits: FetchLimits | None = None
    ) -> Response:
        if self._connections is None:
            self._connections = OpenConnections(self._limits)
        return fetch(
            address,
            etag=etag,
            modified=modified,
            limits=limits or self._limits,
            connections=self._connections,
        )


def _is_passing(error: SourceError) -> bool:
    """Whether what is kept of a page is used: it is not gone, and may be asked for by us."""
    if isinstance(error, StatusError):
        return error.status not in _GONE
    return not isinstance(error, (NotPublicError, RobotsRefusalError, _HomePageError))


class _HomePageError(SourceError):
    """The address of an article leads to the front of its site."""


def _check_home(wish: _Wish, document: Document) -> None:
    """See that a listed article does not lead to the site's front page: it is gone then."""
    there = parse_target(document.uri)
    if there.path == "/" and wish.target.path != "/" and wish.facts is not None:
        raise _HomePageError(
            "it leads to the front page of its site: the article is not there any more",
            where=wish.uri,
            hint="open the address in a browser; publish it there and build it again, or correct "
            "or remove the address where it is named",
        )


def _name_source(error: SourceError, uri: str, target: Target | None) -> SourceError:
    """Name the source too where an error names the place that it led to."""
    if target is None or error.where in {uri, target.url}:
        return error
    where = f"{uri}, which led to {error.where}" if error.where else uri
    # Another one, for an error on a robots.txt is kept; of the same kind, for others ask for it.
    named = type(error)(error.message, where=where, hint=error.hint)
    if isinstance(error, StatusError) and isinstance(named, StatusError):
        named.status = error.status
    return named


def _make_document(answer: Response) -> Document:
    # Sitemaps are packed as files, which no server says in a header.
    body = unpack_gzip(answer.body, LIMIT, answer.url)
    kind = (
        find_served_type(body, answer.url, answer.media_type)
        or find_collection(body)
        or MEDIA_TYPES.get(answer.media_type)
    )
    binary = None if kind in PACKED else name_binary_format(body)
    if kind is None or binary:
        raise SourceError(
            f"this is no page but {binary or answer.media_type}",
            where=answer.url,
            hint="name the address of the article's page",
        )
    if len(body) > LIMIT and kind not in LARGE:
        raise make_size_error(answer.url, LIMIT, len(body))
    if not body.strip():
        raise SourceError("the page is empty", where=answer.url, hint="open it in a browser")
    return Document(uri=answer.url, media_type=kind, body=body, charset=answer.charset)
