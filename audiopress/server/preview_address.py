"""Files of an edition as if they had been built for where they are served.

A preview has no address of its own: its feed and pages say where ``audiopress serve`` listens by
default. On another port, or under another name of this machine, what they say would lead nowhere.
In the own network (``--lan``) it is so of every edition: a phone is to hear what lies here, and not
what is deployed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from audiopress.model import Show
from audiopress.press.steps.ship import read_published_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from starlette.requests import Request

__all__ = [
    "ServedEdition",
    "ServedEditions",
    "has_addresses",
    "list_editions",
    "list_feeds",
    "move_addresses",
    "read_origin",
]

_HOST = re.compile(r"(?:[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?")
"""A host and a port as browsers send them; anything else is written into no page."""

_PLACE = re.compile(r"(?:/[A-Za-z0-9-]+)*")
"""A path below which a program serves the folder, without its closing slash."""

_DEFAULT = Show().address
"""What a preview says of itself."""

_AHEAD = (
    rb"(?=[\"']|</(?:link|url)>"
    rb"|feed(?:-\d+)?\.xml|episodes/|artwork-|index\.html|moved\.mp3|shows/)"
)
"""What follows an address of the edition in a page, a feed or a record: nothing, as it is the
folder's itself, or the name of one of its files. An article may name the same host in its text, and
keeps it."""

_QR_CODE = re.compile(rb'<svg [^>]*class="qr"[^>]*>.*?</svg>', re.DOTALL)
"""The code on a front page: it holds the address of the feed, and no text can be replaced in it."""

_VERSION = re.compile(r"(?:.+/)?episodes/[^/]+/[0-9a-f]{8}/[^/]+")
"""A file of a version: it names no address, and its bytes never change."""


@dataclass(frozen=True, slots=True)
class ServedEdition:
    """A feed below the served folder: ``folder`` with a closing slash, or nothing for the top.

    ``base`` is where the served folder is said to be.
    """

    folder: str
    base: str


def list_editions(output: Path) -> list[ServedEdition]:
    """Return the feeds in a folder, the outermost first: of one show, of private ones, of several.

    An address that a private show has left is none of them.
    """
    found = []
    for folder in ("", *_list_folders(output, ""), *_list_folders(output / "shows", "shows/")):
        address = read_published_address(output / folder)
        if address.endswith(f"/{folder}"):
            found.append(ServedEdition(folder, address.removesuffix(folder)))
    return found


def list_feeds(output: Path) -> list[str]:
    """Return the paths of the feeds below a served folder, as in their addresses."""
    return [f"{each.folder}feed.xml" for each in list_editions(output)]


def _list_folders(top: Path, prefix: str) -> Iterator[str]:
    if top.is_dir():
        for path in sorted(top.iterdir()):
            if (path / "feed.xml").is_file():
                yield f"{prefix}{path.name}/"


class ServedEditions:
    """The editions in a served folder, looked for again when one of their feeds has changed."""

    def __init__(self, output: Path, *, everywhere: bool) -> None:
        """Look for those of previews, or with ``everywhere`` for all."""
        self._output, self._everywhere = output, everywhere
        self._marks: object = None
        self._found: list[ServedEdition] = []

    def find(self) -> list[ServedEdition]:
        """Return those whose addresses are to be moved."""
        marks = [_mark(path) for path in self._list_feeds()]
        if marks != self._marks:
            found = list_editions(self._output)
            self._found = [each for each in found if self._everywhere or each.base == _DEFAULT]
            self._marks = marks
        return self._found

    def _list_feeds(self) -> Iterator[Path]:
        yield self._output / "feed.xml"
        for top, prefix in ((self._output, ""), (self._output / "shows", "shows/")):
            for folder in _list_folders(top, prefix):
                yield self._output / folder / "feed.xml"


def _mark(path: Path) -> tuple[str, int, int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return str(path), status.st_ino, status.st_mtime_ns, status.st_size


def has_addresses(path: str) -> bool:
    """Whether a file below the output folder may say where it is served."""
    return path.endswith((".html", ".json", ".xml")) and not _VERSION.fullmatch(path)


def read_origin(request: Request) -> str:
    """Return where the browser thinks the served folder is, or nothing.

    Such as ``http://localhost:8123/``, or below it where the folder is a part of another program.
    """
    host, place = request.headers.get("host", ""), request.scope.get("root_path", "")
    plain = _HOST.fullmatch(host) and _PLACE.fullmatch(place)
    return f"{request.url.scheme}://{host}{place}/" if plain else ""


def move_addresses(
    body: bytes, origin: str, editions: Iterable[ServedEdition] = (ServedEdition("", _DEFAULT),)
) -> bytes:
    """Return a page, a feed or a record with the addresses of the editions at ``origin``.

    Also as links to apps have them: without their scheme, or quoted.
    """
    for edition in editions:
        body = _move(body, edition, origin)
    return body


def _move(body: bytes, edition: ServedEdition, origin: str) -> bytes:
    folder = re.escape(edition.folder).encode()
    bare = edition.base.partition("://")[2]
    raw = rb"(?P<raw>%s)(?=%s)" % (re.escape(edition.base).encode(), folder)
    quoted = re.escape(quote(edition.base + edition.folder, safe="")).encode()
    pattern = (
        raw
        + _AHEAD.replace(b"(?=", b"(?=" + folder + b"(?:", 1)
        + b")"
        + rb"|(?P<quoted>%s)(?=feed\.xml)" % quoted
        + rb"|(?<=/)(?P<bare>%s)(?=%sfeed\.xml)" % (re.escape(bare).encode(), folder)
    )
    spellings = {
        "raw": origin,
        "quoted": quote(origin + edition.folder, safe=""),
        "bare": origin.partition("://")[2],
    }
    moved = re.sub(pattern, lambda match: spellings[str(match.lastgroup)].encode(), body)
    if moved == body:
        return body
    return _redraw(_offer_apps(moved, origin), f"{origin}{edition.folder}feed.xml")


def _offer_apps(body: bytes, origin: str) -> bytes:
    """Return a page with buttons of those apps alone that can fetch a feed from there."""
    if b'<ul class="apps"' not in body:
        return body
    from audiopress.publish.pages import podcast_apps  # noqa: PLC0415 - few pages have buttons

    return podcast_apps.drop_unreachable(body) if podcast_apps.is_near(origin) else body


def _redraw(body: bytes, feed: str) -> bytes:
    """Return a page in which the code holds this feed's address."""
    if not _QR_CODE.search(body):
        return body
    from audiopress.publish.pages.qr_code import draw_qr_code  # noqa: PLC0415 - few pages have one

    code = draw_qr_code(feed).encode()
    return _QR_CODE.sub(lambda _: code, body)
