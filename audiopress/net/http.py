"""Pages and files by HTTP: the only thing that asks strangers' servers.

Addresses are written by strangers, so every hop goes the same way: http(s) only, the name is
resolved once, all answers must be public, and the connection is made to an answer that was
looked at, never to the name again (`audiopress.net.transport`). No cookies, no credentials. An
answer is read with a cap on what it unpacks to (`audiopress.net.body`) and a deadline for the
whole of it.
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
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiopress.errors import SourceError
from audiopress.net.body import make_cut_error, make_printable, read_raw, unpack_body
from audiopress.net.public_address import Target, parse_target, resolve_redirect
from audiopress.net.transport import DeadlineSocket, FetchLimits, open_connection, time_left

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["BusyError", "Response", "download", "fetch"]

_HEAD = 1 << 20
"""Bytes beside those of the body, 1 MiB: status line, header fields (`http.client` alone would take
100 of 64 KiB) and the sizes of chunks. Real answers have some thousand."""

_REDIRECTS = frozenset((301, 302, 303, 307, 308))
"""Statuses whose ``Location`` is the page's present address (RFC 9110, 15.4); 300 lets choose."""

_BUSY = frozenset((429, 503))
"""Statuses that may say when to come back (RFC 6585, 4; RFC 9110, 15.6.4)."""

_UNCHANGED = 304
"""The status of an answer without a body: what we have is still the page (RFC 9110, 15.4.5)."""

_CONDITIONS = frozenset(("If-None-Match", "If-Modified-Since"))
"""What makes a request conditional; a 304 to one that was not is an error."""

_FULL = frozenset((200, 206))
"""Statuses with a body to read: the whole page, or the rest of a file from an offset."""

_MOST_DIGITS = 9
"""Digits of a ``Retry-After`` in seconds: 31 years. A longer number is nonsense, and `float` of
a thousand digits would be infinite."""

_DEFAULT_PAUSE = 60.0
"""Seconds to stay away when a server asks for a pause in words that we do not know."""

_ACCEPT = "text/html,application/xhtml+xml,text/markdown;q=0.9,text/plain;q=0.9,*/*;q=0.1"
"""What we read, the best first, for servers that have a page in several formats."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """An answer, unpacked. ``url`` is the last hop's; ``unchanged`` answers have no body.

    ``etag`` and ``modified`` are to be handed to the next `fetch` of the same address.
    """

    url: str
    unchanged: bool = False
    media_type: str = ""
    charset: str | None = None
    body: bytes = b""
    etag: str = ""
    modified: str = ""


class BusyError(SourceError):
    """The server asks to be left alone for ``seconds``."""

    seconds: float = 0.0


def fetch(
    url: str, *, etag: str = "", modified: str = "", limits: FetchLimits | None = None
) -> Response:
    """Get a page, following redirects; ``etag`` and ``modified`` make the request conditional.

    A server that is busy for no longer than ``limits.longest_pause`` is asked once more.

    Raises:
        SourceError: anything but a page, in words; `BusyError` when it is to be asked later.

    """
    limits = limits or FetchLimits()
    headers = {"Accept": _ACCEPT, "Accept-Encoding": "gzip"}
    headers |= {"If-None-Match": etag} if etag else {}
    headers |= {"If-Modified-Since": modified} if modified else {}
    until = time.monotonic() + limits.seconds
    try:
        return _get(url, headers, limits, until)
    except BusyError as busy:
        if busy.seconds > limits.longest_pause or time.monotonic() + busy.seconds >= until:
            raise
        time.sleep(busy.seconds)
    return _get(url, headers, limits, until)


def download(url: str, offset: int = 0, *, limits: FetchLimits | None = None) -> Iterator[bytes]:
    """Yield the file at ``url`` in pieces, from byte ``offset`` on.

    No cap and no deadline for the whole: who calls knows size and sum of what it asked for.

    Raises:
        SourceError: as `fetch`; also when the server cannot begin at ``offset``.

    """
    limits = limits or FetchLimits()
    headers = {"Accept": "*/*", "Accept-Encoding": "identity"}
    headers |= {"Range": f"bytes={offset}-"} if offset else {}
    with _open_answer(url, headers, limits, lambda: limits.seconds, cap=None) as (where, answer):
        _check_status(where, answer)
        start = (answer.getheader("Content-Range") or "bytes 0-").partition("-")[0]
        if start.split() != ["bytes", str(offset)]:
            raise SourceError(
                "the server cannot resume a download", where=where.url, hint="start from the top"
            )
        yield from read_raw(where, answer)


# -- one answer --------------------------------------------------------------------------------


def _get(url: str, headers: dict[str, str], limits: FetchLimits, until: float) -> Response:
    cap = limits.max_bytes + _HEAD
    left = functools.partial(time_left, until)
    with _open_answer(url, headers, limits, left, cap=cap) as (where, answer):
        etag = answer.getheader("ETag") or ""
        modified = answer.getheader("Last-Modified") or ""
        if answer.status == _UNCHANGED and headers.keys() & _CONDITIONS:
            return Response(url=where.url, unchanged=True, etag=etag, modified=modified)
        _check_status(where, answer)
        stated = "Content-Type" in answer.headers
        return Response(
            url=where.url,
            media_type=answer.headers.get_content_type() if stated else "",
            charset=answer.headers.get_content_charset(),
            body=b"".join(unpack_body(where, answer, limits.max_bytes)),
            etag=etag,
            modified=modified,
        )


def _check_status(where: Target, answer: http.client.HTTPResponse) -> None:
    if answer.status in _BUSY and answer.getheader("Retry-After"):
        raise _make_busy_error(where, answer)
    if answer.status not in _FULL:
        raise SourceError(
            f'the server says "{answer.status} {make_printable(answer.reason)}"',
            where=where.url,
            hint="open the address in a browser; correct it, or remove it from the sources",
        )


def _make_busy_error(where: Target, answer: http.client.HTTPResponse) -> BusyError:
    text = answer.getheader("Retry-After") or ""
    counted = text.isdecimal() and len(text) <= _MOST_DIGITS
    seconds = float(text) if counted else _seconds_until(text)
    busy = BusyError(
        f"the server is busy and asks to come back in {seconds:.0f} seconds",
        where=where.url,
        hint="run the same command again after that time",
    )
    busy.seconds = seconds
    return busy


def _seconds_until(date: str) -> float:
    try:
        return max(0.0, email.utils.parsedate_to_datetime(date).timestamp() - time.time())
    except (ValueError, OverflowError):
        return _DEFAULT_PAUSE


# -- one hop after the other -------------------------------------------------------------------


@contextlib.contextmanager
def _open_answer(
    url: str,
    headers: dict[str, str],
    limits: FetchLimits,
    left: Callable[[], float],
    *,
    cap: int | None,
) -> Iterator[tuple[Target, http.client.HTTPResponse]]:
    where = parse_target(url)
    for _ in range(limits.redirects + 1):
        with _explain_errors(where, limits), open_connection(where, limits, left) as line:
            answer = _ask(where, headers, DeadlineSocket(line, left, cap))
            location = answer.getheader("Location")
            if answer.status not in _REDIRECTS or location is None:
                yield where, answer
                return
        where = resolve_redirect(where, location)
    raise SourceError(
        f"more than {limits.redirects} redirects", where=url, hint="name the last address instead"
    )


def _ask(where: Target, headers: dict[str, str], wire: DeadlineSocket) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection(where.host, where.port)
    connection.sock = wire
    about = {"Host": where.authority, "User-Agent": _name_agent(), "Connection": "close"}
    connection.request("GET", where.path, headers=about | headers)
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
