"""Files of the edition over HTTP: HEAD, one byte range, entity tags, gzip for text.

`audiopress.server.output_folder` finds and opens them; here they become answers.
"""

from __future__ import annotations

import gzip
import hashlib
import re
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.routing import Route

from audiopress.publish.file_headers import (
    ALWAYS,
    PAGE_POLICY,
    choose_cache_control,
    find_media_type,
    is_compressible,
)
from audiopress.server.file_pieces import read_piece
from audiopress.server.lan import is_own_host
from audiopress.server.output_folder import OpenFile, OutputFolder
from audiopress.server.preview_address import (
    ServedEditions,
    has_addresses,
    move_addresses,
    read_origin,
)
from audiopress.server.ranges import parse_range

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.datastructures import Headers
    from starlette.requests import Request
    from starlette.types import Receive, Scope, Send

__all__ = ["create_app"]

_TAG = re.compile(r'"[^"]*"')
"""An entity tag in If-None-Match without its ``W/``, which a weak comparison ignores."""

_GZIP = re.compile(
    r"(?:^|,)\s*(?:x-)?gzip\s*(?:;\s*q=(\d(?:\.\d{0,3})?)\s*)?(?=,|$)", re.IGNORECASE
)
"""``gzip`` or ``x-gzip`` as a whole word of Accept-Encoding; ``gzip;q=0`` refuses it."""

_CHUNK = 64 * 1024
"""Bytes read and sent at once: enough that threads and events cost little beside the disk."""

_LARGEST_COMPRESSED = 32 * 1024 * 1024
"""Bytes of a file that is compressed at most; it is held in memory whole, packed and unpacked."""

_TAG_LENGTH = 32
"""Hexadecimal figures of SHA-256 in an entity tag: 128 bits, by which no two files meet."""

_METHODS = ["GET", "HEAD", "OPTIONS"]
"""What is answered; OPTIONS because browsers ask first before they send a Range elsewhere."""

# In English, as is everything that the server says of itself; editions have many languages.
_MISSING = b"""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Not found</title>
<h1>Not found</h1>
<p>There is no such page in this edition. <a href="/">All episodes</a></p>
</html>
"""


def create_app(output: Path, *, lan: bool = False, moved: bool = False) -> Starlette:
    """Return the application that serves the folder ``output``, and nothing outside it.

    It lists no folders, serves no name that begins with a dot and follows no link that leads out.
    With ``moved`` what it says of addresses is true here, whatever the edition was built for; with
    ``lan`` that is so too, and only who means this machine is answered.
    """
    folder = OutputFolder(output)
    editions = ServedEditions(output, everywhere=lan or moved)
    # Of what is deployed nothing is moved: it need not be looked at for each page.
    moves = lan or moved or bool(editions.find())

    async def serve(request: Request) -> Response:
        if lan and not is_own_host(request.headers.get("host", "")):
            return _answer_misdirected()
        return _answer_preflight() if request.method == "OPTIONS" else await answer(request)

    async def answer(request: Request) -> Response:
        found = await run_in_threadpool(folder.find, request.path_params["path"])
        if found is None:
            return _answer_missing()
        if isinstance(found, str):
            return Response(status_code=308, headers={**ALWAYS, "Location": found})
        if lan and _wants_page(found.path, request.headers):
            found.file.close()
            return Response(status_code=303, headers={**ALWAYS, "Location": "./", "Vary": "Accept"})
        if moves and has_addresses(found.path) and (origin := read_origin(request)):
            return await run_in_threadpool(_answer_moved, found, request, origin, editions)
        return await run_in_threadpool(_make_answer, folder, found, request)

    return Starlette(routes=[Route("/{path:path}", serve, methods=_METHODS)])


# -- answers ---------------------------------------------------------------------------------


def _make_answer(folder: OutputFolder, found: OpenFile, request: Request) -> Response:
    path, size, wanted = found.path, found.status.st_size, request.headers
    compress = is_compressible(path) and size <= _LARGEST_COMPRESSED and _wants_gzip(wanted)
    digest = folder.digests.recall(found)[:_TAG_LENGTH].decode("ascii")
    # Packed bytes are other bytes, and a strong tag must say so.
    tag = f'"{digest}{"-gzip" if compress else ""}"'
    headers = _make_headers(path, tag)
    if _has_tag(wanted.getlist("if-none-match"), tag):
        found.file.close()
        return Response(status_code=304, headers=headers)
    if compress:
        body = folder.compressed.recall(found)
        found.file.close()
        return Response(body, headers={**headers, "Content-Encoding": "gzip"})
    part = None
    if request.method == "GET" and wanted.get("if-range", tag) == tag:
        part = parse_range(wanted.get("range"), size)
    return _PartialFile(found, part, headers)


def _answer_moved(
    found: OpenFile, request: Request, origin: str, editions: ServedEditions
) -> Response:
    """Answer with a page as if its edition had been built for ``origin``, whole and packed."""
    with found.file:
        body = move_addresses(found.file.read(), origin, editions.find())
    packed = _wants_gzip(request.headers)
    digest = hashlib.sha256(body).hexdigest()[:_TAG_LENGTH]
    headers = _make_headers(found.path, f'"{digest}{"-gzip" if packed else ""}"')
    if _has_tag(request.headers.getlist("if-none-match"), headers["ETag"]):
        return Response(status_code=304, headers=headers)
    if packed:
        body = gzip.compress(body, mtime=0)
        headers["Content-Encoding"] = "gzip"
    return Response(body, headers=headers)


def _wants_page(path: str, headers: Headers) -> bool:
    """Whether a browser has opened a feed, as after a look at its code: it would show the XML."""
    named = path.rpartition("/")[2] == "feed.xml"
    return named and "text/html" in headers.get("accept", "")


def _answer_misdirected() -> Response:
    text = "This is audiopress on somebody's machine: ask for it by its number or its own name.\n"
    headers = {"X-Content-Type-Options": "nosniff", "Content-Type": "text/plain; charset=utf-8"}
    return Response(text, status_code=421, headers=headers)


def _make_headers(path: str, tag: str) -> dict[str, str]:
    headers = {
        **ALWAYS,
        "Accept-Ranges": "bytes",
        "Cache-Control": choose_cache_control(path),
        "Content-Type": find_media_type(path),
        "ETag": tag,
    }
    if is_compressible(path):
        headers["Vary"] = "Accept-Encoding"
    if path.endswith(".html"):
        headers["Content-Security-Policy"] = PAGE_POLICY
    return headers


def _wants_gzip(headers: Headers) -> bool:
    match = _GZIP.search(headers.get("accept-encoding", ""))
    return "range" not in headers and match is not None and float(match[1] or 1) > 0


def _has_tag(tags: list[str], tag: str) -> bool:
    """Compare weakly, as RFC 9110 wants it for If-None-Match."""
    known = ",".join(tags)
    return known.strip() == "*" or tag in _TAG.findall(known)


class _PartialFile(Response):
    """A file or a part of it, sent in pieces; closes the file whatever happens."""

    def __init__(self, found: OpenFile, part: range | None, headers: dict[str, str]) -> None:
        size = found.status.st_size
        self.file, self.part = found.file, range(size) if part is None else part
        status = 200 if part is None else 206 if part else 416
        if part is not None:
            span = f"{part.start}-{part.stop - 1}" if part else "*"
            headers = {**headers, "Content-Range": f"bytes {span}/{size}"}
        super().__init__(None, status, {**headers, "Content-Length": str(len(self.part))})

    async def __call__(
        self,
        scope: Scope,
        receive: Receive,  # noqa: ARG002 - the protocol's; nothing more is read
        send: Send,
    ) -> None:
        with self.file:
            start = {"type": "http.response.start", "status": self.status_code}
            await send({**start, "headers": self.raw_headers})
            at = self.part.stop if scope["method"] == "HEAD" else self.part.start
            while size := min(self.part.stop - at, _CHUNK):
                piece = await read_piece(self.file, at, size)
                if not piece:
                    break
                at += len(piece)
                await send({"type": "http.response.body", "body": piece, "more_body": True})
            await send({"type": "http.response.body"})


def _answer_preflight() -> Response:
    allow = {
        "Access-Control-Allow-Methods": ", ".join(_METHODS),
        "Access-Control-Allow-Headers": "If-None-Match, If-Range, Range",
        "Access-Control-Max-Age": "86400",
    }
    return Response(status_code=204, headers={**ALWAYS, **allow})


def _answer_missing() -> Response:
    headers = {
        **ALWAYS,
        "Cache-Control": "no-cache",
        "Content-Type": find_media_type("404.html"),
        "Content-Security-Policy": PAGE_POLICY,
    }
    return Response(_MISSING, 404, headers)
