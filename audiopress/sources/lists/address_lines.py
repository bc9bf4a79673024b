"""A list of addresses, a line each (RFC 2483), told from an article by its shape."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.identity import is_address
from audiopress.model import SourceFacts
from audiopress.sources.lists.listed import ListedItem, Listing

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["holds_addresses", "list_lines", "read_addresses", "read_line"]

_HEAD = 20_000
"""Bytes by which a list is told: some two hundred addresses."""

_BULLET = re.compile(r"^(?:[-*+\u2022]|\d{1,4}[.)])\s+")
"""What stands before an item of a list that a person wrote."""

_MARKED = re.compile(r"\[([^\[\]]*)\]\((\S+?)\)$|<(\S+)>$")
"""An address in Markdown: ``[title](address)`` or ``<address>``."""

_BARE = re.compile(
    r"(?:www\.[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,24}(?:/[^\s,;]*)?"
    r"|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,24}/[^\s,;]*)",
    re.IGNORECASE,
)
"""An address of which somebody has left ``https://`` out: a host that begins with ``www.``, or one
with a path."""

_REMARK = re.compile(r"\s+(?:#|//|;)(?:\s.*)?$")
"""What somebody noted behind an address: a blank before the sign, which a fragment has not."""

_BESIDE = re.compile(
    r"(?P<before>\S.*?)(?::\s+|\s+[-\u2013\u2014:]\s*)(?P<last>https?://\S+)"
    r"|(?P<first>https?://\S+)(?:\s+[-\u2013\u2014:]\s+|\s+(?=\())(?P<after>\S.*)",
    re.IGNORECASE,
)
"""A title beside its address: ``Title: address``, ``Title - address``, ``address (title)``."""

_MOSTLY = 0.8
"""Share of a text's lines that are addresses from which it is a list: an article with its sources
below it has more lines of its own than that leaves."""


def holds_addresses(body: bytes) -> bool:
    """Whether a text is a list of addresses and no article."""
    # Cut at a line's end: a half address at the end of the head is none.
    head = body[:_HEAD] if len(body) <= _HEAD else body[:_HEAD].rpartition(b"\n")[0]
    text = _decode(head)
    lines = [line for _, line in list_lines(text)]
    # A sentence may end with an address; that several lines do makes them a list.
    if len(lines) == 1 and _BESIDE.fullmatch(lines[0]):
        return False
    found = sum(bool(read_line(line)[0]) for line in lines)
    return bool(found) and found >= _MOSTLY * len(lines)


def _decode(body: bytes) -> str:
    wide = body.startswith((b"\xff\xfe", b"\xfe\xff"))
    return body.decode("utf-16" if wide else "utf-8-sig", "replace")


def read_addresses(text: str) -> Listing:
    """Return the articles of a list of addresses; a line that is none is an item with a fault."""
    return Listing(items=tuple(_read_item(line, number) for number, line in list_lines(text)))


def list_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a list with their numbers, without empty ones and remarks."""
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), start=1):
        line = line.strip()  # noqa: PLW2901 - the same line without what nobody sees
        if line and not line.startswith(("#", ";", "//")):
            yield number, line


def _read_item(line: str, number: int) -> ListedItem:
    address, title = read_line(line)
    return ListedItem(
        address=address,
        id="" if address else line,
        place=f"line {number}",
        fault="" if address else "this line is no http(s) address",
        facts=SourceFacts(title=title),
    )


def read_line(line: str) -> tuple[str, str]:
    """Return the address of a line, and the title beside it; nothing for a line of words."""
    line = _REMARK.sub("", _BULLET.sub("", line, count=1))
    if marked := _MARKED.match(line):
        title, address = marked[1] or "", marked[2] or marked[3]
        return (address, title) if is_address(address) else ("", "")
    if _BARE.fullmatch(line):
        return f"https://{line}", ""
    if beside := _BESIDE.fullmatch(line):
        address = beside["last"] or beside["first"]
        title = beside["before"] or beside["after"].strip("()")
        return (address, title) if is_address(address) else ("", "")
    # Columns are parted by tabs or bars; an address has no blank in it.
    parts = [part.strip() for part in re.split(r"\t|\s\|\s", line)]
    addresses = [part for part in parts if is_address(part) and not re.search(r"\s", part)]
    if len(addresses) != 1:
        return "", ""
    return addresses[0], " ".join(part for part in parts if part not in addresses)
