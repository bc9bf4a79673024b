"""A page is fetched at an address that somebody has typed, and becomes what came in."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from audiopress.errors import SourceError
from audiopress.identity import is_address
from audiopress.model import Document
from audiopress.net.public_address import is_public
from audiopress.press.steps.fetch import SourceFetcher
from audiopress.sources.documents.kinds import ENDINGS
from audiopress.sources.files import MEDIA_TYPES
from audiopress.store.cache import Cache
from audiopress.studio.files.incoming import IncomingFile
from audiopress.studio.files.readers import UPLOADED

if TYPE_CHECKING:
    from audiopress.settings import Settings

__all__ = ["complete_address", "fetch_page"]

_BARE = re.compile(
    r"(?P<host>[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)*\.[^\W\d_]{2,24})"
    r"(?::\d{1,5})?(?:[/?#]\S*)?"
)
"""An address whose ``https://`` was left out: a host with a dot in it, and what follows it."""

_NEAR = re.compile(
    r"(?P<host>(?:[\w-]+\.)*localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]+\])"
    r"(?::\d{1,5})?(?:[/?#]\S*)?",
    re.IGNORECASE,
)
"""An address without ``http://`` that names this machine, or one by its number."""

_BEGUN = re.compile(r"^(?:(?:(https?):?)?//+|(https?):/?(?=[^\W_]))", re.IGNORECASE)
"""How ``https://`` is mistyped."""

_MAIL = re.compile(r"(?:mailto:)?[^\s/@]+@[^\s/@]+\.[^\s/@]+")
"""Where somebody is written to, and no page."""

_SCHEME = re.compile(r"(?P<name>[a-z][a-z0-9+.-]*):(?!\d)", re.IGNORECASE)
"""What an address begins with that is of no page: ``file:``, ``ftp:``, ``javascript:``."""


def complete_address(typed: str) -> str:
    """Return the address that somebody has meant, with ``https://`` where that was left out.

    It is ``http://`` for this machine and for addresses of a private network.

    Raises `SourceError` for what is none, with what is wrong of it.
    """
    text = typed.strip(" \t\r\n<>\"'")
    text = _BEGUN.sub(_write_scheme, text)
    if is_address(text) and not re.search(r"\s", text):
        return text
    if (near := _NEAR.fullmatch(text)) and is_address(f"http://{text}"):
        # Machines of one's own network have no certificate as a rule.
        return f"http{'s' if is_public(near['host'].strip('[]')) else ''}://{text}"
    if _BARE.fullmatch(text) and not _is_file(text):
        return f"https://{text}"
    raise SourceError(
        f"this is no address of a page: {_explain(text)}",
        where=typed.strip(),
        hint="copy it from the address line of the browser; it looks like example.org/story",
    )


def _write_scheme(found: re.Match[str]) -> str:
    return f"{(found[1] or found[2] or 'https').lower()}://"


def _is_file(text: str) -> bool:
    """Whether it is rather the name of a file, or where mail is sent to."""
    return bool(_MAIL.fullmatch(text)) or ("/" not in text and Path(text).suffix in UPLOADED)


def _explain(text: str) -> str:
    scheme = _SCHEME.match(text)
    name = scheme["name"].lower() if scheme else ""
    reasons = {
        "nothing is written": not text,
        "it has a space in it": bool(re.search(r"\s", text)),
        "mail is sent to it": bool(_MAIL.fullmatch(text)),
        "a file is dropped, or chosen, beside it": _is_file(text),
        f"a page begins with https://, not with {name}:": name not in ("", "http", "https"),
        "behind https:// stands the name of a site, such as example.org": bool(name),
        "it names no site, such as example.org": True,
    }
    return next(words for words, holds in reasons.items() if holds)


def fetch_page(settings: Settings, typed: str) -> IncomingFile:
    """Return the page at an address, as it is kept.

    Raises `SourceError` for an address that cannot be had, or has a list and no article.
    """
    address = complete_address(typed)
    fetcher = SourceFetcher(settings, Cache(settings.cache), now=datetime.now(UTC), keep=False)
    found = list(fetcher.fetch([address]))
    if len(found) != 1:
        raise SourceError(
            f"this address has {len(found)} articles, and one is taken at a time",
            where=address,
            hint="name it under sources of [edition] in audiopress.toml, to have all of them",
        )
    if not isinstance(found[0], Document):
        raise found[0].error
    return _describe(found[0])


def _describe(document: Document) -> IncomingFile:
    endings = {kind: ending for ending, kind in reversed((MEDIA_TYPES | ENDINGS).items())}
    ending = endings.get(document.media_type, ".html")
    body = document.body
    if document.charset and document.media_type.startswith("text/"):
        # What its server has said of its letters would be lost with it.
        body = body.decode(document.charset, "replace").encode("utf-8-sig")
    name = document.uri.rstrip("/").rpartition("/")[2].partition("?")[0]
    return IncomingFile(name=Path(name).stem or "page", ending=ending, body=body)
