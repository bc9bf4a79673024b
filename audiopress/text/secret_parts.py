"""What is a secret: in an address, for feeds for members have a key in theirs, and in a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus, unquote, unquote_plus, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["blank_tokens", "find_secret_parts", "is_secret"]

_NAMES = re.compile(
    r"(?:^|[^a-z])(?:access|api|auth|credentials?|hash|pass|sig)(?:$|[^a-z])"
    r"|(?:key|jwt|passwo?r?d|pwd|secret|signature|token)(?:$|[^a-z])",
    re.IGNORECASE,
)
"""What a parameter is called that opens a feed: ``auth`` and ``X-Sig`` as a word, and all that ends
as ``token``, ``api_key``, ``feedkey`` and ``accessToken`` do."""

_KEY = re.compile(r"(?=\D*\d).{8,}|.{16,}", re.DOTALL)
"""A value that was drawn and not chosen: eight characters at least with a figure among them, or
sixteen. A shorter word would be blanked out of every line that has it."""

_SHORTEST = 8
"""Characters of the shortest key that is blanked in a text: one of a real storage has sixteen or
more, and what stand-ins take (``test``, ``s``) is a part of any line. As long as the shortest one
of an address, and of a server that speaks."""

_WORD = re.compile(r"[A-Z]?[a-z]{,11}|[A-Z]{,11}")
"""A value that may be a word of any text: up to eleven letters written as words are. Stand-ins for
storage have two short ones (``minioadmin``, ``rustfsadmin``); few longer words are at all common,
and a drawn key has sixteen signs or more, with figures among them."""

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
"""Begins an address that is the value of another one's parameter."""

_AS_WRITTEN = "%!$'()*+,-./:;=?@_~"
"""What of a value stays as it was written where only the rest of it is escaped."""


def find_secret_parts(address: str) -> list[str]:
    """Return the values in an address that open it, in all forms they may be printed in.

    By the names of its parameters. What of a path is one nobody can tell from the id of a page, and
    that is what programs know an article by.
    """
    try:
        query = urlsplit(address).query
    except ValueError:  # no address, which is said where it is asked for
        return []
    found: list[str] = []
    for name, _, value in (part.partition("=") for part in query.split("&")):
        if _NAMES.search(unquote(name)) and _KEY.fullmatch(unquote_plus(value)):
            found += _list_forms(value)
        elif _ADDRESS.match(inner := unquote(value)):
            # A reader or a proxy is given the feed's own address, escaped once more.
            parts = find_secret_parts(inner)
            found += [*parts, *(quote(each, safe="") for each in parts)]
    return list(dict.fromkeys(found))


def is_secret(value: str) -> bool:
    """Whether a value is long and odd enough to be a key, and can be blanked wherever it stands."""
    return len(value) >= _SHORTEST and not _WORD.fullmatch(value)


def blank_tokens(text: str, secrets: Iterable[str]) -> str:
    """Return a text with ``***`` in the place of each of the ``secrets`` that stands by itself.

    What is no secret by `is_secret` stays, and so does one that is the part of a longer word.
    """
    for secret in sorted(filter(is_secret, secrets), key=len, reverse=True):
        text = re.sub(rf"(?<![^\W_]){re.escape(secret)}(?![^\W_])", "***", text)
    return text


def _list_forms(value: str) -> Iterator[str]:
    """Yield a value as it stands, as it is meant, and as addresses are written anew.

    A plus sign may mean a space, and the normal form of an address has other escapes than it.
    """
    yield from (value, quote(value, safe=_AS_WRITTEN))
    for meant in (unquote(value), unquote_plus(value)):
        yield from (meant, quote_plus(meant), quote(meant, safe=""), quote(meant))
