"""Pages and files by HTTP: the only thing that asks strangers' servers.

Every hop is looked at before it is taken (`audiopress.net.exchange`). No cookies, no credentials.
An answer is read with a cap on what it unpacks to (`audiopress.net.body`) and a deadline for the
whole of it.
"""

from __future__ import annotations

import functools
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiopress.errors import SourceError
from audiopress.net.body import make_printable, read_body
from audiopress.net.connections import OpenConnections
from audiopress.net.exchange import Request, open_answer, read_retry_after
from audiopress.net.transport import HEAD, FetchLimits, time_left
from audiopress.net.unpacking import ACCEPTED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.net.connections import Answer
    from audiopress.net.public_address import Target

__all__ = ["BusyError", "Response", "StatusError", "download", "fetch"]

_TOO_MANY = 429
"""The status of a server that was asked too often (RFC 6585, 4)."""

_BUSY = frozenset((_TOO_MANY, 503))
"""Statuses that may say when to come back (RFC 6585, 4; RFC 9110, 15.6.4)."""

_UNCHANGED = 304
"""The status of an answer without a body: what we have is still the page (RFC 9110, 15.4.5)."""

_CONDITIONS = frozenset(("If-None-Match", "If-Modified-Since"))
"""What makes a request conditional; a 304 to one that was not is an error."""

_FULL = frozenset((200, 206))
"""Statuses with a body to read: the whole page, or the rest of a file from an offset."""

_ACCEPT = "text/html,application/xhtml+xml,text/markdown;q=0.9,text/plain;q=0.9,*/*;q=0.1"
"""What we read, the best first, for servers that have a page in several formats."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """An answer, unpacked. ``url`` is the last hop's; ``unchanged`` answers have no body.

    ``etag`` and ``modified`` are to be handed to the next `fetch` of the same address;
    ``origins`` is which pages' scripts may read it (``Access-Control-Allow-Origin``).
    """

    url: str
    unchanged: bool = False
    media_type: str = ""
    charset: str | None = None
    body: bytes = b""
    etag: str = ""
    modified: str = ""
    origins: str = ""


class StatusError(SourceError):
    """The server answers with a ``status`` that has no page."""

    status: int = 0


class BusyError(StatusError):
    """The server asks to be left alone for ``seconds``."""

    seconds: float = 0.0


def fetch(  # noqa: PLR0913 - what a request may say
    url: str,
    *,
    etag: str = "",
    modified: str = "",
    origin: str = "",
    limits: FetchLimits | None = None,
    connections: OpenConnections | None = None,
) -> Response:
    """Get a page, following redirects; ``etag`` and ``modified`` make the request conditional.

    With ``origin`` it is asked for as a script in a page of that origin would do.
    ``connections`` stay open for the next question; they were made with the same ``limits``. A
    server that is busy for no longer than ``limits.longest_pause`` is asked once more.

    Raises:
        SourceError: anything but a page, in words; `BusyError` when it is to be asked later.

    """
    limits = limits or FetchLimits()
    headers = {"Accept": _ACCEPT, "Accept-Encoding": ACCEPTED}
    headers |= {"If-None-Match": etag} if etag else {}
    headers |= {"If-Modified-Since": modified} if modified else {}
    headers |= {"Origin": origin} if origin else {}
    if connections is None:
        with OpenConnections(limits) as own:
            return _get_patiently(url, headers, limits, own)
    return _get_patiently(url, headers, limits, connections)


def download(url: str, offset: int = 0, *, limits: FetchLimits | None = None) -> Iterator[bytes]:
    """Yield the file at ``url`` in pieces, from byte ``offset`` on.

    No cap and no deadline for the whole: who calls knows size and sum of what it asked for.

    Raises:
        SourceError: as `fetch`; also when the server cannot begin at ``offset``.

    """
    limits = limits or FetchLimits()
    headers = {"Accept": "*/*", "Accept-Encoding": "identity"}
    headers |= {"Range": f"bytes={offset}-"} if offset else {}
    with (
        OpenConnections(limits) as own,
        open_answer(
            url,
            Request(headers=headers),
            limits,
            lambda: limits.seconds,
            cap=None,
            connections=own,
        ) as (where, answer),
    ):
        _check_status(where, answer)
        start = (answer.getheader("Content-Range") or "bytes 0-").partition("-")[0]
        if start.split() != ["bytes", str(offset)]:
            raise SourceError(
                "the server cannot resume a download", where=where.url, hint="start from the top"
            )
        yield from answer.read_pieces()


# -- one answer --------------------------------------------------------------------------------


def _get_patiently(
    url: str, headers: dict[str, str], limits: FetchLimits, connections: OpenConnections
) -> Response:
    until = time.monotonic() + limits.seconds
    try:
        return _get(url, headers, limits, until, connections)
    except BusyError as busy:
        if busy.seconds > limits.longest_pause:
            raise
        time.sleep(busy.seconds)
    return _get(url, headers, limits, time.monotonic() + limits.seconds, connections)


def _get(
    url: str,
    headers: dict[str, str],
    limits: FetchLimits,
    until: float,
    connections: OpenConnections,
) -> Response:
    cap = limits.max_bytes + HEAD
    left = functools.partial(time_left, until)
    with open_answer(
        url, Request(headers=headers), limits, left, cap=cap, connections=connections
    ) as (where, answer):
        etag = answer.getheader("ETag") or ""
        modified = answer.getheader("Last-Modified") or ""
        if answer.status == _UNCHANGED and headers.keys() & _CONDITIONS:
            # It has no body; the connection is free once that was seen.
            b"".join(answer.read_pieces())
            return Response(url=where.url, unchanged=True, etag=etag, modified=modified)
        if answer.status not in _FULL:
            answer.drain()
        _check_status(where, answer)
        stated = "Content-Type" in answer.headers
        return Response(
            url=where.url,
            media_type=answer.headers.get_content_type() if stated else "",
            charset=answer.headers.get_content_charset(),
            body=read_body(where, answer, limits, until),
            etag=etag,
            modified=modified,
            origins=answer.getheader("Access-Control-Allow-Origin") or "",
        )


def _check_status(where: Target, answer: Answer) -> None:
    after = answer.getheader("Retry-After")
    if answer.status == _TOO_MANY or (answer.status in _BUSY and after):
        raise _make_busy_error(where, answer.status, after or "")
    if answer.status not in _FULL:
        error = StatusError(
            f'the server says "{answer.status} {make_printable(answer.reason)}"',
            where=where.url,
            hint="open the address in a browser; publish it there and build it again, or correct "
            "or remove the address where it is named",
        )
        error.status = answer.status
        raise error


def _make_busy_error(where: Target, status: int, after: str) -> BusyError:
    seconds = read_retry_after(after)
    asks = f"asks to come back in {seconds:.0f} seconds" if after else "does not say until when"
    busy = BusyError(
        f"the server is busy and {asks}",
        where=where.url,
        hint="run the same command again after that time",
    )
    busy.status, busy.seconds = status, seconds
    return busy
