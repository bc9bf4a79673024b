"""One request and its answer, hop after hop: what `audiopress.net.http` and others are made of.

Addresses are written by strangers, so every hop goes the same way: http(s) only, the name is
resolved once, all answers must be public, and the connection is made to an answer that was looked
at, never to the name again (`audiopress.net.transport`). No cookies. An answer is read with a cap
and a deadline for the whole of it.
"""

from __future__ import annotations

import contextlib
import email.utils
import functools
import importlib.metadata
import ssl
import time
from typing import TYPE_CHECKING

import h2.exceptions
import httpcore2

from audiopress.errors import SourceError
from audiopress.net.body import make_cut_error, make_printable
from audiopress.net.certificates import make_certificate_error, make_tls_error
from audiopress.net.connections import Answer, BrokenOffError, OpenConnections, Request
from audiopress.net.public_address import Target, parse_target, resolve_redirect
from audiopress.net.transport import Budget, FetchLimits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["RedirectedError", "Request", "UnansweredError", "open_answer", "read_retry_after"]

_REDIRECTS = frozenset((301, 302, 303, 307, 308))
"""Statuses whose ``Location`` is the page's present address (RFC 9110, 15.4); 300 lets choose."""

_SAME_METHOD = frozenset((307, 308))
"""Those of them that keep method and body; after the others clients ask with GET (RFC 9110)."""

_MOST_DIGITS = 9
"""Digits of a ``Retry-After`` in seconds: 31 years. A longer number is nonsense, and `float` of
a thousand digits would be infinite."""

_DEFAULT_PAUSE = 60.0
"""Seconds to stay away when a server asks for a pause in words that we do not know."""


class UnansweredError(SourceError):
    """Nothing listens where a connection was asked for."""


class RedirectedError(SourceError):
    """What was posted would go elsewhere: whoever wrote the address has to decide that."""


def read_retry_after(text: str) -> float:
    """Return the seconds of a ``Retry-After``: a number, or a date (RFC 9110, 10.2.3)."""
    # Some count parts of a second, which the standard has not.
    counted = len(text) <= _MOST_DIGITS and text.replace(".", "", 1).isdecimal()
    return float(text) if counted else _seconds_until(text)


def _seconds_until(date: str) -> float:
    try:
        return max(0.0, email.utils.parsedate_to_datetime(date).timestamp() - time.time())
    except (ValueError, OverflowError):
        return _DEFAULT_PAUSE


# -- one hop after the other -------------------------------------------------------------------


@contextlib.contextmanager
def open_answer(  # noqa: PLR0913 - what is asked, by whom, and how far it may go
    url: str,
    request: Request,
    limits: FetchLimits,
    left: Callable[[], float],
    *,
    cap: int | None,
    connections: OpenConnections,
) -> Iterator[tuple[Target, Answer]]:
    """Ask, follow redirects, and give where the answer came from and the answer, not yet read.

    ``left`` gives the seconds that remain, ``cap`` bounds all bytes of an answer. Raises
    `SourceError` for whatever goes wrong, in the block that reads the answer too.
    """
    asked = Request(headers={"User-Agent": _name_agent(), **request.headers}, body=request.body)
    where = parse_target(url)
    for _ in range(limits.redirects + 1):
        budget = Budget(left, cap)
        with _explain_errors(where, limits), connections.ask(where, asked, budget) as answer:
            location = answer.getheader("Location")
            if answer.status not in _REDIRECTS or location is None:
                yield where, answer
                return
            answer.drain()
        target = resolve_redirect(where, location)
        if limits.before_hop is not None:
            limits.before_hop(target)
        if request.body is not None:
            _check_posted_on(where, target, answer.status)
        where = target
    raise SourceError(
        f"more than {limits.redirects} redirects", where=url, hint="name the last address instead"
    )


def _check_posted_on(where: Target, target: Target, status: int) -> None:
    same = (where.scheme, where.host, where.port) == (target.scheme, target.host, target.port)
    if not (same and status in _SAME_METHOD):
        raise RedirectedError(
            f"the server sends what was posted on to {target.url.partition('?')[0]}",
            where=where.url,
            hint="if that is right, name that address instead",
        )


@functools.cache
def _name_agent() -> str:
    # "Mozilla" because some sites send an empty page to whatever does not begin with it.
    return f"Mozilla/5.0 (compatible; audiopress/{importlib.metadata.version('audiopress')})"


# -- in words ----------------------------------------------------------------------------------


@contextlib.contextmanager
def _explain_errors(where: Target, limits: FetchLimits) -> Iterator[None]:
    again = "run the same command again"
    try:
        yield
    except SourceError as error:
        error.where = error.where or where.url
        raise
    except TimeoutError as error:
        message = f"the server did not answer within {limits.seconds:g} seconds"
        raise SourceError(message, where=where.url, hint=again) from error
    except ssl.SSLCertVerificationError as error:
        raise make_certificate_error(where, error) from error
    except ssl.SSLError as error:
        raise make_tls_error(where, error) from error
    except (OSError, httpcore2.NetworkError) as error:
        why = getattr(error, "strerror", None) or getattr(error, "reason", None) or str(error)
        message = f"the connection failed: {make_printable(str(why)).lower()}"
        kind = UnansweredError if isinstance(error, ConnectionRefusedError) else SourceError
        raise kind(message, where=where.url, hint=again) from error
    except (BrokenOffError, EOFError) as error:
        raise make_cut_error(where) from error
    except (httpcore2.ProtocolError, h2.exceptions.H2Error, AssertionError, ValueError) as error:
        message = f"the server's answer makes no sense ({make_printable(str(error))})"
        hint = "open the address in a browser; save the page as .html and build that"
        raise SourceError(message, where=where.url, hint=hint) from error
