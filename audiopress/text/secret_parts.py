"""What is a secret in an address: feeds for members and readers of mail have a key in theirs."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

__all__ = ["find_secret_parts"]

_NAMES = re.compile(
    r"(?:^|[^a-z])(?:access|api|auth|credentials?|hash|key|pass(?:word|wd)?|pwd|secret|sig"
    r"(?:nature)?|token)(?:key|token)?(?:$|[^a-z])",
    re.IGNORECASE,
)
"""What a parameter is called that opens a feed: ``token``, ``api_key``, ``authkey``, ``X-Sig``."""

_KEY = re.compile(r"(?=[^\d]*\d)[\w.~%+/=:-]{8,}")
"""A value that was drawn and not chosen: a figure in it, and eight characters at least. A word
would be blanked out of every line that has it."""


def find_secret_parts(address: str) -> list[str]:
    """Return the values in an address that open it, as they stand there and as they are meant.

    By the names of its parameters. What of a path is one nobody can tell from the id of a page, and
    that is what programs know an article by.
    """
    try:
        query = urlsplit(address).query
    except ValueError:  # no address, which is said where it is asked for
        return []
    pairs = (part.partition("=") for part in query.split("&"))
    values = [value for name, _, value in pairs if _NAMES.search(name) and _KEY.fullmatch(value)]
    return list(dict.fromkeys(form for value in values for form in (value, unquote(value))))
