"""What a site's robots.txt says to us (RFC 9309): which pages we may ask for, and how often.

It is asked for once a day and host, and counts for pages that a list names. Whoever types an
address asks as with a browser.
"""

from __future__ import annotations

import copy
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from audiopress.errors import SourceError
from audiopress.net.http import BusyError, StatusError
from audiopress.net.transport import NotPublicError
from audiopress.text.commands import write_command

if TYPE_CHECKING:
    from collections.abc import Callable

    from protego import Protego

    from audiopress.net.http import Response
    from audiopress.net.public_address import Target
    from audiopress.sources.crawling.kept_pages import PageMemory

__all__ = ["AGENT", "RobotsFiles", "RobotsRefusalError"]

AGENT = "audiopress"
"""The name by which a robots.txt speaks to this program: ``User-agent: audiopress``."""

_LARGEST = 500 * 1024
"""Bytes of a robots.txt that are read: at least so many are asked for (RFC 9309, 2.5)."""

_LASTS = 24 * 3600.0
"""Seconds after which a robots.txt is asked for anew (RFC 9309, 2.4)."""

_CLIENT_ERRORS = range(400, 500)
"""Statuses of a site that has no robots.txt for us: all is allowed (RFC 9309, 2.3.1.3)."""


class RobotsRefusalError(SourceError):
    """The site does not want programs to ask for this page, or cannot say whether it does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _KeptRobots:
    """A robots.txt as it was had, and when, in seconds since 1970."""

    text: str
    fetched: float


class RobotsFiles:
    """The robots.txt of each host, as kept in a memory or asked for by ``fetch``.

    ``now`` is in seconds since 1970.
    """

    def __init__(self, memory: PageMemory, fetch: Callable[[str], Response], *, now: float) -> None:
        """Ask nobody yet."""
        self._memory, self._fetch, self._now = memory, fetch, now
        self._known: dict[str, Protego | SourceError] = {}

    def check(self, target: Target) -> float:
        """Return the seconds that the site wants between two pages, 0 if it says nothing.

        Raises:
            RobotsRefusalError: it does not want this page to be asked for, or could not be asked.
            BusyError: the site wants to be left alone.

        """
        rules = self._find(target)
        if isinstance(rules, SourceError):
            raise _name_page(rules, target)
        if not rules.can_fetch(target.url, AGENT):
            raise RobotsRefusalError(
                f"{target.authority} does not want programs to ask for it (robots.txt)",
                where=target.url,
                hint="name the page by itself if you may: "
                f"{write_command('build', target.url)}; for a "
                f'site of your own, hosts = ["{target.host}"] under [edition]',
            )
        rate = rules.request_rate(AGENT)
        pause = rate.seconds / rate.requests if rate and rate.requests else 0.0
        return max(float(rules.crawl_delay(AGENT) or 0.0), pause)

    def _find(self, target: Target) -> Protego | SourceError:
        # A robots.txt holds for scheme, host and port (RFC 9309, 2.3).
        site = f"{target.scheme}://{target.authority}"
        if site not in self._known:
            self._known[site] = self._read(site)
        return self._known[site]

    def _read(self, site: str) -> Protego | SourceError:
        kept = self._memory.find_record("robots", site, _KeptRobots)
        if kept and 0 <= self._now - kept.fetched < _LASTS:
            return _parse(kept.text)
        try:
            text = self._ask(f"{site}/robots.txt")
        except BusyError as error:
            return _parse(kept.text) if kept else error
        except SourceError as error:
            if isinstance(error, NotPublicError):
                return error  # to ask again, or by name, would be refused for the same reason
            if kept:
                return _parse(kept.text)
            return RobotsRefusalError(
                f"{error.message}, so it is not known whether programs may ask for it "
                f"({site}/robots.txt)",
                hint="run the same command again later, or name the page by itself",
            )
        self._memory.put_record("robots", site, asdict(_KeptRobots(text=text, fetched=self._now)))
        return _parse(text)

    def _ask(self, address: str) -> str:
        try:
            body = self._fetch(address).body
        except BusyError:  # says nothing of what is there
            raise
        except StatusError as error:
            if error.status in _CLIENT_ERRORS:
                return ""
            raise
        return body[:_LARGEST].decode("utf-8-sig", "replace")


def _name_page(error: SourceError, page: Target) -> SourceError:
    """Return an error on a robots.txt as one of a page, whose address leads to none."""
    named = copy.copy(error)
    vars(named).update(vars(error))
    named.where = page.url
    return named


def _parse(text: str) -> Protego:
    from protego import Protego  # noqa: PLC0415 - for lists only

    return Protego.parse(text)
