"""What is to be built: an article by its address, or by its text beside its address."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from audiopress.errors import SourceError
from audiopress.net.public_address import is_private_host, parse_target
from audiopress.server.jobs import JobOrder

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["LONGEST_URL", "ArticleError", "make_order"]

LONGEST_URL = 2_000
"""Characters of an address; browsers and CDNs take no longer ones."""

_TEXTS = {"html": "text/html", "text": "text/markdown"}
"""Where the text of an article may stand, and what it is: plain text is a kind of Markdown."""


class ArticleError(ValueError):
    """What is asked for is no article, in a whole sentence; ``where`` is the field."""

    def __init__(self, message: str, where: str) -> None:
        """Keep the field beside the sentence."""
        super().__init__(message)
        self.where = where


def make_order(
    fields: Mapping[str, Any], origin: str, *, delivery: str = "", allow_private: bool = False
) -> JobOrder:
    """Return the order for the article that ``url``, and ``html`` or ``text``, describe.

    Raises `ArticleError`. Whether the name of a host leads to a public address is found out when
    the page is fetched, by `audiopress.net`; here numbers are refused.
    """
    url = _read_url(fields.get("url"), allow_private=allow_private)
    given = [name for name in _TEXTS if fields.get(name) is not None]
    if len(given) > 1:
        raise ArticleError("html stands beside text; give one of the two", "html")
    media_type, body = _read_text(given[0], fields[given[0]]) if given else ("", b"")
    asked = json.dumps([url, media_type, hashlib.sha256(body).hexdigest()])
    return JobOrder(
        origin=origin,
        url=url,
        digest=hashlib.sha256(asked.encode()).hexdigest(),
        delivery=f"{origin}:{delivery}" if delivery else None,
        media_type=media_type,
        body=body,
    )


def _read_url(url: Any, *, allow_private: bool) -> str:
    if url is None or url == "":
        told = "url is missing: it is the address of the article, which names it for ever"
        raise ArticleError(told, "url")
    if not isinstance(url, str):
        raise ArticleError("url is no text: it is the address of the article", "url")
    if len(url) > LONGEST_URL:
        raise ArticleError(f"url has more than {LONGEST_URL} characters", "url")
    try:
        url.encode("utf-8")
        target = parse_target(url)
    except (SourceError, UnicodeEncodeError) as error:
        # Without the address: it may hold a password.
        reason = getattr(error, "message", "this is no web address")
        raise ArticleError(f"url cannot be used: {reason}; say https://...", "url") from error
    if not allow_private and is_private_host(target.host):
        raise ArticleError("url is not of the public internet", "url")
    return url


def _read_text(name: str, text: Any) -> tuple[str, bytes]:
    if not isinstance(text, str) or not text.strip():
        raise ArticleError(f"{name} is empty, or no text: it holds the text of the article", name)
    try:
        return _TEXTS[name], text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ArticleError(f"{name} holds half a character (a lone surrogate)", name) from error
