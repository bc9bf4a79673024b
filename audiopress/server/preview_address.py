"""A preview's files as if they had been built for where they are served.

A preview has no address of its own: its feed and pages say where ``audiopress serve`` listens by
default. On another port, or under another name of this machine, what they say would lead nowhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.model import Show
from audiopress.press.steps.ship import read_published_address

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.requests import Request

__all__ = ["has_addresses", "is_preview", "move_addresses", "read_origin"]

_HOST = re.compile(r"(?:[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?")
"""A host and a port as browsers send them; anything else is written into no page."""

_DEFAULT = Show().address
"""What a preview says of itself."""

_OURS = re.compile(
    re.escape(_DEFAULT).encode()
    + rb"(?=[\"']|</(?:link|url)>|feed(?:-\d+)?\.xml|episodes/|artwork-|index\.html)"
)
"""An address of the edition in a page, a feed or a record: of the folder itself, as a whole value,
or of one of its files. An article may name the same host in its text, and keeps it."""

_VERSION = re.compile(r"(?:.+/)?episodes/[^/]+/[0-9a-f]{8}/[^/]+")
"""A file of a version: it names no address, and its bytes never change."""


def is_preview(output: Path) -> bool:
    """Whether the edition in a folder was built for where a preview is served."""
    return read_published_address(output) == _DEFAULT


def has_addresses(path: str) -> bool:
    """Whether a file below the output folder may say where it is served."""
    return path.endswith((".html", ".json", ".xml")) and not _VERSION.fullmatch(path)


def read_origin(request: Request) -> str:
    """Return where the browser thinks it is, such as ``http://localhost:8123/``, or nothing."""
    host = request.headers.get("host", "")
    return f"{request.url.scheme}://{host}/" if _HOST.fullmatch(host) else ""


def move_addresses(body: bytes, origin: str) -> bytes:
    """Return a page, a feed or a record with the edition's addresses at ``origin``."""
    return _OURS.sub(lambda _: origin.encode(), body)
