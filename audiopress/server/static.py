"""Files of the edition over HTTP: HEAD, one byte range, entity tags, gzip for text.

A file is opened once for an answer, and its size, tag and bytes all come from that opening: a build
that replaces it meanwhile cannot tear the answer.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import threading
from typing import IO, TYPE_CHECKING, NamedTuple

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.routing import Route

from audiopress.server.media_types import (
    ALWAYS,
    PAGE_POLICY,
    choose_cache_control,
    find_media_type,
    is_compressible,
)
from audiopress.server.ranges import parse_range

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from starlette.datastructures import Headers
    from starlette.requests import Request
    from starlette.types import Receive, Scope, Send

__all__ = ["create_app"]

_SEGMENT = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}")
_LONGEST = 1000
_TAG = re.compile(r'"[^"]*"')
_GZIP = re.compile(
    r"(?:^|,)\s*(?:x-)?gzip\s*(?:;\s*q=(\d(?:\.\d{0,3})?)\s*)?(?=,|$)", re.IGNORECASE
)
_CHUNK = 64 * 1024
_SQUEEZED_AT_MOST = 32 * 1024 * 1024
_METHODS = ["GET", "HEAD", "OPTIONS"]
_MISSING = b"""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Not found</title>
<h1>Not found</h1>
<p>There is no such page in this edition. <a href="/">All episodes</a></p>
</html>
"""


def create_app(output: Path) -> Starlette:
    """Return the application that serves the folder ``output``, and nothing outside it.

    It lists no folders, serves no name that begins with a dot and follows no link that leads out.
    """
    shelf = _OutputFolder(output)

    async def serve(request: Request) -> Response:
        if request.method == "OPTIONS":
            return _answer_preflight()
        found = await run_in_threadpool(shelf.find, request.path_params["path"])
        if found is None:
            return _answer_missing()
        if isinstance(found, str):
            return Response(status_code=308, headers={**ALWAYS, "Location": found})
        return await run_in_threadpool(_make_answer, shelf, found, request)

    return Starlette(routes=[Route("/{path:path}", serve, methods=_METHODS)])


class _OpenFile(NamedTuple):
    path: str
    file: IO[bytes]
    status: os.stat_result


class _OutputFolder:
    """The folder, and what is known about the files in it."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self.digests = _DigestMemory(_digest_file, 4096)
        self.squeezed = _DigestMemory(_compress, 64)

    def find(self, path: str) -> _OpenFile | str | None:
        """Return an open file, where to go instead (a folder without its slash), or nothing."""
        *names, last = path.split("/")
        names += [last] if last else []
        place = self.root.joinpath(*names)
        named = len(path) <= _LONGEST and all(map(_SEGMENT.fullmatch, names))
        if not named or not self._inside(place):
            return None
        if not last:
            return _open_file("/".join([*names, "index.html"]), place / "index.html")
        if place.is_dir():
            return f"{last}/" if (place / "index.html").is_file() else None
        return _open_file(path, place)

    def _inside(self, place: Path) -> bool:
        return place.resolve().is_relative_to(self.root)


class _DigestMemory:
    """Remembers what was made of a file for as long as the file stays the same."""

    def __init__(self, make: Callable[[IO[bytes]], bytes], limit: int) -> None:
        self._make, self._limit = make, limit
        self._known: dict[tuple[int, int, int], bytes] = {}
        self._gate = threading.Lock()

    def of(self, found: _OpenFile) -> bytes:
        key = (found.status.st_ino, found.status.st_size, found.status.st_mtime_ns)
        known = self._known.get(key)
        if known is None:
            known = self._make(found.file)
            with self._gate:
                while len(self._known) >= self._limit:
                    del self._known[next(iter(self._known))]
                self._known[key] = known
        return known


def _digest_file(file: IO[bytes]) -> bytes:
    return hashlib.file_digest(file, "sha256").hexdigest().encode("ascii")  # type: ignore[arg-type]


def _compress(file: IO[bytes]) -> bytes:
    file.seek(0)
    return gzip.compress(file.read(), mtime=0)


def _open_file(path: str, place: Path) -> _OpenFile | None:
    if not place.is_file():
        return None
    try:
        file = place.open("rb")
    except FileNotFoundError:  # taken away this very moment
        return None
    return _OpenFile(path, file, os.fstat(file.fileno()))


# -- answers ---------------------------------------------------------------------------------


def _make_answer(shelf: _OutputFolder, found: _OpenFile, request: Request) -> Response:
    path, size, asked = found.path, found.status.st_size, request.headers
    squeeze = is_compressible(path) and size <= _SQUEEZED_AT_MOST and _wants_gzip(asked)
    tag = f'"{shelf.digests.of(found)[:32].decode("ascii")}{"-gzip" if squeeze else ""}"'
    headers = _make_headers(path, tag)
    if _has_tag(asked.getlist("if-none-match"), tag):
        found.file.close()
        return Response(status_code=304, headers=headers)
    if squeeze:
        body = shelf.squeezed.of(found)
        found.file.close()
        return Response(body, headers={**headers, "Content-Encoding": "gzip"})
    part = None
    if request.method == "GET" and asked.get("if-range", tag) == tag:
        part = parse_range(asked.get("range"), size)
    return _PartialFile(found, part, headers)


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


def _wants_gzip(asked: Headers) -> bool:
    match = _GZIP.search(asked.get("accept-encoding", ""))
    return "range" not in asked and match is not None and float(match[1] or 1) > 0


def _has_tag(tags: list[str], tag: str) -> bool:
    """Compare weakly, as RFC 9110 wants it for If-None-Match."""
    known = ",".join(tags)
    return known.strip() == "*" or tag in _TAG.findall(known)


class _PartialFile(Response):
    """A file or a part of it, sent in pieces; closes the file whatever happens."""

    def __init__(self, found: _OpenFile, part: range | None, headers: dict[str, str]) -> None:
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
            left = 0 if scope["method"] == "HEAD" else len(self.part)
            await run_in_threadpool(self.file.seek, self.part.start)
            while left and (piece := await run_in_threadpool(self.file.read, min(left, _CHUNK))):
                left -= len(piece)
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
