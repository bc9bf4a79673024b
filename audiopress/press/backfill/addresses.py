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
from audiopress.store.ledger_index import make_mark

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Container, Iterable, Sequence

__all__ = ["ListedAddress", "choose_left", "write_stretch"]

_DAY = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)[/-](?P<month>0?[1-9]|1[0-2])"
    r"(?:[/-](?P<day>0?[1-9]|[12]\d|3[01]))?(?!\d)"
)
"""A date in the path of an address: ``/2024/05/12/`` or ``/2024-05/``. It decides what comes first
and nothing else: an article's date is what its page says."""


_TOGETHER = 1000
"""Addresses that the index is asked for at once: to ask for each takes three times as long."""


@dataclass(frozen=True, slots=True)
class ListedAddress:
    """An address of a list, and the number of its line."""

    line: int
    address: str


def choose_left(
    listed: Iterable[tuple[int, str]], find_done: Callable[[Collection[int]], Container[int]]
) -> tuple[list[ListedAddress], int]:
    """Return what is not done of a list, each once, and how many are in it.

    ``find_done`` returns those that are done of some marks (`make_mark`) of addresses in normal
    form (`normalize_url`). The newest come first, as far as their addresses say when they were
    published; those that do not follow in the list's own order.
    """
    seen: set[int] = set()
    left: list[ListedAddress] = []
    rest = iter(listed)
    while part := list(islice(rest, _TOGETHER)):
        new: dict[int, tuple[int, str]] = {}
        for line, address in part:
            # Not the name itself, of which the memory would be full.
            mark = make_mark(normalize_url(address))
            if mark not in seen:
                seen.add(mark)
                new[mark] = (line, address)
        done = find_done(new)
        left += [ListedAddress(*each) for mark, each in new.items() if mark not in done]
    left.sort(key=lambda each: _find_day(each.address), reverse=True)
    return left, len(seen)


def _find_day(address: str) -> tuple[int, int, int]:
    found = _DAY.search(urlsplit(address).path)
    return (int(found["year"]), int(found["month"]), int(found["day"] or 0)) if found else (0, 0, 0)


def write_stretch(part: Sequence[ListedAddress], uri: str) -> Document:
    """Return a part of a list as a list of its own, called ``uri``.

    Each address stands on the line that it has in the whole list, as errors name it.
    """
    lines: dict[int, list[str]] = {}
    for each in part:
        lines.setdefault(each.line, []).append(each.address)
    text = "\n".join(" ".join(lines.get(at, ())) for at in range(1, max(lines) + 1))
    return Document(uri=uri, media_type=ADDRESSES, body=text.encode(), charset="utf-8")
