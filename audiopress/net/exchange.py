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
import http.client
import importlib.metadata
import ssl
import time
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from audiopress.errors import SourceError
from audiopress.net.body import make_cut_error, make_printable
from audiopress.net.public_address import Target, parse_target, resolve_redirect
from audiopress.net.transport import DeadlineSocket, FetchLimits, open_connection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__ = ["HEAD", "RedirectedError", "Request", "open_answer", "read_retry_after"]

HEAD = 1 << 20
"""Bytes beside those of the body, 1 MiB: status line, header fields (`http.client` alone would take
100 of 64 KiB) and the sizes of chunks. Real answers have some thousand."""

_REDIRECTS = frozenset((301, 302, 303, 307, 308))
"""Statuses whose ``Location`` is the page's present address (RFC 9110, 15.4); 300 lets choose."""

_SAME_METHOD = frozenset((307, 308))
"""Those of them that keep method and body; after the others clients ask with GET (RFC 9110)."""

_MOST_DIGITS = 9
"""Digits of a ``Retry-After`` in seconds: 31 years. A longer number is nonsense, and `float` of
a thousand digits would be infinite."""

_DEFAULT_PAUSE = 60.0
"""Seconds to stay away when a server asks for a pause in words that we do not know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is asked. A ``body`` makes it a POST; ``headers`` may hold a secret, and are not shown.

    What is posted follows a redirect only where it stays what it is and goes to the same server:
    neither text nor key is handed on to another one.
    """

    headers: Mapping[str, str] = field(repr=False)
    body: bytes | None = field(default=None, repr=False)


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
def open_answer(
    url: str,
    request: Request,
    limits: FetchLimits,
    left: Callable[[], float],
    *,
    cap: int | None,
) -> Iterator[tuple[Target, http.client.HTTPResponse]]:
    """Ask, follow redirects, and give where the answer came from and the answer, not yet read.

    ``left`` gives the seconds that remain, ``cap`` bounds all bytes of an answer. Raises
    `SourceError` for whatever goes wrong, in the block that reads the answer too.
    """
    where = parse_target(url)
    for _ in range(limits.redirects + 1):
        with _explain_errors(where, limits), open_connection(where, limits, left) as line:
            answer = _ask(where, request, DeadlineSocket(line, left, cap))
            location = answer.getheader("Location")
            if answer.status not in _REDIRECTS or location is None:
                yield where, answer
                return
        target = resolve_redirect(where, location)
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


def _ask(where: Target, request: Request, wire: DeadlineSocket) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection(where.host, where.port)
    connection.sock = wire
    about = {"Host": where.authority, "User-Agent": _name_agent(), "Connection": "close"}
    method = "GET" if request.body is None else "POST"
    connection.request(method, where.path, body=request.body, headers={**about, **request.headers})
    return connection.getresponse()


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
    except TimeoutError as error:
        message = f"the server did not answer within {limits.seconds:g} seconds"
        raise SourceError(message, where=where.url, hint=again) from error
    except ssl.SSLCertVerificationError as error:
        message = f"the server's certificate is not trusted ({error.verify_message})"
        hint = "check the address; on a bare system install its package ca-certificates"
        raise SourceError(message, where=where.url, hint=hint) from error
    except (OSError, EOFError) as error:
        why = getattr(error, "strerror", None) or getattr(error, "reason", None) or str(error)
        message = f"the connection failed: {make_printable(str(why)).lower()}"
        raise SourceError(message, where=where.url, hint=again) from error
    except http.client.IncompleteRead as error:
        raise make_cut_error(where) from error
    except (http.client.HTTPException, zlib.error, ValueError) as error:
        message = f"the server's answer makes no sense ({make_printable(str(error))})"
        hint = "open the address in a browser; save the page as .html and build that"
        raise SourceError(message, where=where.url, hint=hint) from error
