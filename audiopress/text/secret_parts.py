"""What is a secret in an address: feeds for members and readers of mail have a key in theirs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus, unquote, unquote_plus, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["find_secret_parts"]

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


def _list_forms(value: str) -> Iterator[str]:
    """Yield a value as it stands, as it is meant, and as addresses are written anew.

    A plus sign may mean a space, and the normal form of an address has other escapes than it.
    """
    yield from (value, quote(value, safe=_AS_WRITTEN))
    for meant in (unquote(value), unquote_plus(value)):
        yield from (meant, quote_plus(meant), quote(meant, safe=""), quote(meant))
