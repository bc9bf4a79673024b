"""oEmbed 1.0: the player of an article, by the address of its page or of the article itself."""

from __future__ import annotations

import json
import posixpath
import re
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool

from audiopress.errors import AudiopressError
from audiopress.publish.by_url import make_by_url_path
from audiopress.publish.file_headers import ALWAYS
from audiopress.server.api.answers import ProblemError, answer
from audiopress.server.api.articles import LONGEST_URL
from audiopress.server.output_folder import OpenFile, OutputFolder
from audiopress.server.preview_address import ServedEditions, move_addresses, read_origin

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from starlette.requests import Request
    from starlette.responses import Response

__all__ = ["OembedRecords", "OembedRoute", "fit_record"]

_PAGE = re.compile(r"(?:shows/[^/?#]+/|[^/?#]+/)?episodes/[^/?#]+/")
"""The folder of an article's page below the address of what is served."""


_ANY = 1_000_000
"""Pixels: wider than any screen."""


class OembedRecords:
    """The records of an output folder, which are files in it: ``episodes/<slug>/oembed.json``."""

    def __init__(self, output: Path) -> None:
        """Look at nothing yet."""
        self._folder, self._editions = OutputFolder(output), ServedEditions(output, everywhere=True)
        self._previews = ServedEditions(output, everywhere=False)

    def find(self, url: str, origin: str) -> dict[str, Any] | None:
        """Return the record for an address, or nothing.

        ``origin`` is where we are asked, for an edition that does not know where it is served.
        """
        for place in self._list_places(url, origin):
            record = self._read(place, origin)
            if record is not None:
                return record
        return None

    def _list_places(self, url: str, origin: str) -> Iterator[str]:
        for base in dict.fromkeys([origin, *(each.base for each in self._editions.find())]):
            found = _PAGE.match(url.removeprefix(base)) if base and url.startswith(base) else None
            if found:
                yield f"{found[0]}oembed.json"
        try:
            pointer = make_by_url_path(url)
        except AudiopressError:  # no address of a page
            return
        # At the top alone: what lies below it may be a private show, whose place is a secret.
        record = self._read(pointer)
        page = record.get("page") if record else None
        if isinstance(page, str):
            home = posixpath.dirname(posixpath.join(posixpath.dirname(pointer), page))
            yield f"{posixpath.normpath(home)}/oembed.json"

    def _read(self, path: str, origin: str = "") -> dict[str, Any] | None:
        found = self._folder.find(path)
        if not isinstance(found, OpenFile):
            return None
        with found.file:
            body = found.file.read()
        # A preview knows of itself only where it would be served by default.
        record = json.loads(move_addresses(body, origin, self._previews.find() if origin else ()))
        return record if isinstance(record, dict) else None


def fit_record(record: dict[str, Any], width: int, height: int) -> dict[str, Any]:
    """Return a record that is no wider and no higher than asked for."""
    for name, most in (("width", width), ("height", height)):
        own = record.get(name)
        if isinstance(own, int) and most < own:
            html = re.sub(rf'\b{name}="{own}"', f'{name}="{most}"', str(record.get("html", "")))
            record = {**record, name: most, "html": html}
    return record


class OembedRoute:
    """Answers ``GET /oembed?url=...``: JSON, as the edition's own files are open to all pages."""

    def __init__(self, output: Path) -> None:
        """Know where the records lie."""
        self._records = OembedRecords(output)

    async def answer(self, request: Request) -> Response:
        """Answer with the record of an article."""
        asked = request.query_params
        wanted = asked.get("format", "json")
        if wanted != "json":
            # 501 is oEmbed's own word for a format that it knows (1.0, 2.3.5).
            status = 501 if wanted == "xml" else 400
            raise ProblemError(status, "answers are in JSON", where="format", headers=ALWAYS)
        url = asked.get("url", "")
        if not url or len(url) > LONGEST_URL:
            raise ProblemError(400, "is the address of an article", where="url", headers=ALWAYS)
        width, height = (_read_pixels(asked.get(name), name) for name in ("maxwidth", "maxheight"))
        record = await run_in_threadpool(self._records.find, url, read_origin(request))
        if record is None:
            raise ProblemError(404, "no article has this address", where="url", headers=ALWAYS)
        kept = {**ALWAYS, "Cache-Control": "public, max-age=60"}
        return answer(fit_record(record, width, height), headers=kept)


def _read_pixels(text: str | None, name: str) -> int:
    if text is None:
        return _ANY
    if not re.fullmatch(r"[1-9][0-9]{0,5}", text):
        raise ProblemError(400, "is a number of pixels", where=name, headers=ALWAYS)
    return int(text)
