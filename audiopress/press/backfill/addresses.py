"""Which addresses of a list are still to be done, and in which order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from audiopress.identity import normalize_url
from audiopress.model import Document
from audiopress.sources.lists.kinds import ADDRESSES

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

__all__ = ["ListedAddress", "choose_left", "cut_stretches"]

_DAY = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)[/-](?P<month>0?[1-9]|1[0-2])"
    r"(?:[/-](?P<day>0?[1-9]|[12]\d|3[01]))?(?!\d)"
)
"""A date in the path of an address: ``/2024/05/12/`` or ``/2024-05/``. It decides what comes first
and nothing else: an article's date is what its page says."""


@dataclass(frozen=True, slots=True)
class ListedAddress:
    """An address of a list, and the number of its line."""

    line: int
    address: str


def choose_left(
    listed: Iterable[tuple[int, str]], done: Container[str]
) -> tuple[list[ListedAddress], int]:
    """Return what is not ``done`` (`normalize_url`) of a list, each once, and how many are in it.

    The newest come first, as far as their addresses say when they were published; those that do not
    follow in the list's own order.
    """
    seen: set[str] = set()
    left = []
    for line, address in listed:
        name = normalize_url(address)
        if name not in seen:
            seen.add(name)
            if name not in done:
                left.append(ListedAddress(line, address))
    left.sort(key=lambda each: _find_day(each.address), reverse=True)
    return left, len(seen)


def _find_day(address: str) -> tuple[int, int, int]:
    found = _DAY.search(urlsplit(address).path)
    return (int(found["year"]), int(found["month"]), int(found["day"] or 0)) if found else (0, 0, 0)


def cut_stretches(
    left: Sequence[ListedAddress], length: int, uri: str
) -> Iterator[tuple[Document, int]]:
    """Yield parts of a list as lists of their own, called ``uri``, with how many are in each.

    Each address stands on the line that it has in the whole list, as errors name it.
    """
    rest = iter(left)
    while part := list(islice(rest, length)):
        lines: dict[int, list[str]] = {}
        for each in part:
            lines.setdefault(each.line, []).append(each.address)
        text = "\n".join(" ".join(lines.get(at, ())) for at in range(1, max(lines) + 1))
        yield (
            Document(uri=uri, media_type=ADDRESSES, body=text.encode(), charset="utf-8"),
            len(part),
        )
