"""The only thing that opens connections.

Addresses are written by strangers, so every hop goes the same way: http(s) only, the name is
resolved once, all answers must be public, and the connection is made to an answer that was
looked at, never to the name again. No proxy of the environment, no cookies, no credentials. An
answer is read with a cap on what it unpacks to and a deadline for the whole of it.
"""

from __future__ import annotations

import contextlib
import email.utils
import functools
import http.client
import importlib.metadata
import io
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from audiopress.errors import SourceError
from audiopress.net.public_address import Target, is_public, redirected, target

__all__ = ["BusyError", "Response", "Rules", "download", "fetch", "system_resolver"]

_PIECE = 1 << 16
_HEAD = 1 << 20
_REDIRECTS = {301, 302, 303, 307, 308}
_BUSY = {429, 503}
_UNCHANGED = 304
_CONDITIONS = {"If-None-Match", "If-Modified-Since"}
_FULL = {200, 206}
_DIGITS = 9
_ACCEPT = "text/html,application/xhtml+xml,text/markdown;q=0.9,text/plain;q=0.9,*/*;q=0.1"

Resolver = Callable[[str, int], Sequence[str]]


def system_resolver(host: str, port: int) -> Sequence[str]:
    """Return the IP addresses of ``host`` in the order of the operating system (`OSError`)."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(answer[4][0]) for answer in found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """How far a fetch may go.

    ``limit`` bytes of the unpacked body, ``seconds`` for one `fetch` with all its hops (for one
    silence of a `download`), ``patience`` seconds of ``Retry-After`` that are waited for.
    ``trust`` holds other certificates than the system's.
    """

    allow_private: bool = False
    limit: int = 10_000_000
    seconds: float = 30.0
    redirects: int = 5
    patience: float = 5.0
    resolve: Resolver = system_resolver
    trust: ssl.SSLContext | None = None


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


def fetch(url: str, *, etag: str = "", modified: str = "", rules: Rules | None = None) -> Response:
    """Get a page, following redirects; ``etag`` and ``modified`` make the request conditional.

    A server that is busy and says so for no longer than ``rules.patience`` is asked once more.

    Raises:
        SourceError: anything but a page, in words; `BusyError` when it is to be asked later.

    """
    rules = rules or Rules()
    headers = {"Accept": _ACCEPT, "Accept-Encoding": "gzip"}
    headers |= {"If-None-Match": etag} if etag else {}
    headers |= {"If-Modified-Since": modified} if modified else {}
    until = time.monotonic() + rules.seconds
    try:
        return _get(url, headers, rules, until)
    except BusyError as busy:
        if busy.seconds > rules.patience or time.monotonic() + busy.seconds >= until:
            raise
        time.sleep(busy.seconds)
    return _get(url, headers, rules, until)


def download(url: str, offset: int = 0, *, rules: Rules | None = None) -> Iterator[bytes]:
    """Yield the file at ``url`` in pieces, from byte ``offset`` on.

    No cap and no deadline for the whole: who calls knows size and sum of what it asked for.

    Raises:
        SourceError: as `fetch`; also when the server cannot begin at ``offset``.

    """
    rules = rules or Rules()
    headers = {"Accept": "*/*", "Accept-Encoding": "identity"}
    headers |= {"Range": f"bytes={offset}-"} if offset else {}
    with _answer(url, headers, rules, lambda: rules.seconds, cap=None) as (where, answer):
        _check_status(where, answer)
        start = (answer.getheader("Content-Range") or "bytes 0-").partition("-")[0]
        if start.split() != ["bytes", str(offset)]:
            raise SourceError(
                "the server cannot resume a download", where=where.url, hint="start from the top"
            )
        yield from _packed(where, answer)


# -- one answer --------------------------------------------------------------------------------


def _get(url: str, headers: dict[str, str], rules: Rules, until: float) -> Response:
    cap = rules.limit + _HEAD
    with _answer(url, headers, rules, functools.partial(_left, until), cap=cap) as (where, answer):
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
            body=b"".join(_unpacked(where, answer, rules.limit)),
            etag=etag,
            modified=modified,
        )


def _check_status(where: Target, answer: http.client.HTTPResponse) -> None:
    if answer.status in _BUSY and answer.getheader("Retry-After"):
        raise _busy(where, answer)
    if answer.status not in _FULL:
        raise SourceError(
            f'the server says "{answer.status} {_printable(answer.reason)}"',
            where=where.url,
            hint="open the address in a browser; correct it, or remove it from the sources",
        )


def _busy(where: Target, answer: http.client.HTTPResponse) -> BusyError:
    text = answer.getheader("Retry-After") or ""
    seconds = float(text) if text.isdecimal() and len(text) <= _DIGITS else _until(text)
    busy = BusyError(
        f"the server is busy and asks to come back in {seconds:.0f} seconds",
        where=where.url,
        hint="run the same command again after that time",
    )
    busy.seconds = seconds
    return busy


def _until(date: str) -> float:
    try:
        return max(0.0, email.utils.parsedate_to_datetime(date).timestamp() - time.time())
    except (ValueError, OverflowError):
        return 60.0  # it asks for a pause in words we do not know


def _packed(where: Target, answer: http.client.HTTPResponse) -> Iterator[bytes]:
    while piece := answer.read(_PIECE):
        yield piece
    if answer.length:  # the standard library takes a cut-off body for a short one
        raise _cut(where)


def _unpacked(where: Target, answer: http.client.HTTPResponse, limit: int) -> Iterator[bytes]:
    coding = (answer.getheader("Content-Encoding") or "identity").strip().lower()
    if coding in {"identity", ""}:
        pieces = _packed(where, answer)
    elif coding in {"gzip", "x-gzip"}:
        pieces = _gunzipped(where, answer, limit)
    else:
        raise SourceError(
            f'the page is packed as "{_printable(coding)}", which was not asked for',
            where=where.url,
            hint="save the page as .html and build that",
        )
    total = 0
    for piece in pieces:
        total += len(piece)
        if total > limit:
            raise SourceError(
                f"the page is larger than {limit:,} bytes",
                where=where.url,
                hint="save its article as .html and build that",
            )
        yield piece


def _gunzipped(where: Target, answer: http.client.HTTPResponse, limit: int) -> Iterator[bytes]:
    unpack = zlib.decompressobj(wbits=31)
    for piece in _packed(where, answer):
        rest = piece
        while rest:
            if unpack.eof:  # another member follows
                unpack = zlib.decompressobj(wbits=31)
            # One byte more than allowed is enough to know, and all that is ever held.
            yield unpack.decompress(rest, limit + 1)
            rest = unpack.unconsumed_tail or unpack.unused_data
    if not unpack.eof:
        raise _cut(where)


def _cut(where: Target) -> SourceError:
    return SourceError(
        "the connection broke before the end", where=where.url, hint="run the same command again"
    )


# -- one hop after the other -------------------------------------------------------------------


@contextlib.contextmanager
def _answer(
    url: str, headers: dict[str, str], rules: Rules, left: Callable[[], float], *, cap: int | None
) -> Iterator[tuple[Target, http.client.HTTPResponse]]:
    where = target(url)
    for _ in range(rules.redirects + 1):
        with _in_words(where, rules), _connected(where, rules, left) as line:
            answer = _ask(where, headers, _Wire(line, left, cap))
            location = answer.getheader("Location")
            if answer.status not in _REDIRECTS or location is None:
                yield where, answer
                return
        where = redirected(where, location)
    raise SourceError(
        f"more than {rules.redirects} redirects", where=url, hint="name the last address instead"
    )


def _ask(where: Target, headers: dict[str, str], wire: _Wire) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection(where.host, where.port)
    connection.sock = wire
    about = {"Host": where.authority, "User-Agent": _agent(), "Connection": "close"}
    connection.request("GET", where.path, headers=about | headers)
    return connection.getresponse()


@functools.cache
def _agent() -> str:
    return f"Mozilla/5.0 (compatible; audiopress/{importlib.metadata.version('audiopress')})"


@contextlib.contextmanager
def _connected(where: Target, rules: Rules, left: Callable[[], float]) -> Iterator[socket.socket]:
    line = _connect(where, _vetted(where, rules, left), left)
    try:
        if where.scheme == "https":
            trust = rules.trust or _system_trust()
            line.settimeout(left())
            line = trust.wrap_socket(line, server_hostname=where.host)
        yield line
    finally:
        line.close()


@functools.cache
def _system_trust() -> ssl.SSLContext:
    return ssl.create_default_context()


def _connect(where: Target, answers: Sequence[str], left: Callable[[], float]) -> socket.socket:
    """Connect to the first of the vetted addresses that takes us; names play no part here."""
    failed: OSError = OSError("no address")
    for count, answer in enumerate(answers):
        try:
            # Those that come after get their share of the time; the first may be a black hole.
            share = left() / (len(answers) - count)
            return socket.create_connection((answer, where.port), timeout=share)
        except OSError as error:
            failed = error
    raise failed


def _vetted(where: Target, rules: Rules, left: Callable[[], float]) -> Sequence[str]:
    answers = _resolved(where, rules, left())
    inside = [answer for answer in answers if not is_public(answer)]
    if inside and not rules.allow_private:
        raise SourceError(
            f"{where.host} is not on the public internet ({inside[0]})",
            where=where.url,
            hint="if it is a server of your own, build with --allow-private",
        )
    return answers


def _resolved(where: Target, rules: Rules, seconds: float) -> Sequence[str]:
    """Resolve in a thread of its own: the system's resolver knows no deadline."""
    answers: list[Sequence[str]] = []
    errors: list[Exception] = []

    def ask() -> None:
        try:
            answers.append(rules.resolve(where.host, where.port))
        except (OSError, UnicodeError) as error:
            errors.append(error)

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(seconds)
    if answers and answers[0]:
        return answers[0]
    if thread.is_alive():
        raise TimeoutError
    raise SourceError(
        f"there is no host {where.host}", where=where.url, hint="check the address, and the network"
    ) from next(iter(errors), None)


# -- the line ----------------------------------------------------------------------------------


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


class _Wire:
    """What the standard library's HTTP takes for its socket; every wait ends with the deadline."""

    def __init__(self, line: socket.socket, left: Callable[[], float], cap: int | None) -> None:
        self._line, self._left, self._cap = line, left, cap

    def sendall(self, data: bytes) -> None:
        self._line.settimeout(self._left())
        self._line.sendall(data)

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Raw(self._line, self._left, self._cap), _PIECE)

    def close(self) -> None:
        """Leave the line open: the body is still to be read, and `_connected` closes it."""


class _Raw(io.RawIOBase):
    def __init__(self, line: socket.socket, left: Callable[[], float], cap: int | None) -> None:
        self._line, self._left, self._cap = line, left, cap
        self._came = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._line.settimeout(self._left())
        came = self._line.recv_into(buffer)
        self._came += came
        # What is packed or chunked oddly could pass the cap on the body; this it cannot pass.
        if self._cap is not None and self._came > self._cap:
            raise http.client.HTTPException("too many bytes")
        return came


# -- in words ----------------------------------------------------------------------------------


@contextlib.contextmanager
def _in_words(where: Target, rules: Rules) -> Iterator[None]:
    again = "run the same command again"
    try:
        yield
    except TimeoutError as error:
        told = (f"the server did not answer within {rules.seconds:g} seconds", again)
        raise SourceError(told[0], where=where.url, hint=told[1]) from error
    except ssl.SSLCertVerificationError as error:
        message = f"the server's certificate is not trusted ({error.verify_message})"
        hint = "check the address; on a bare system install its package ca-certificates"
        raise SourceError(message, where=where.url, hint=hint) from error
    except (OSError, EOFError) as error:
        why = getattr(error, "strerror", None) or getattr(error, "reason", None) or str(error)
        message = f"the connection failed: {_printable(str(why)).lower()}"
        raise SourceError(message, where=where.url, hint=again) from error
    except http.client.IncompleteRead as error:
        raise _cut(where) from error
    except (http.client.HTTPException, zlib.error, ValueError) as error:
        message = f"the server's answer makes no sense ({_printable(str(error))})"
        hint = "open the address in a browser; save the page as .html and build that"
        raise SourceError(message, where=where.url, hint=hint) from error


def _printable(text: str) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in text[:100])
