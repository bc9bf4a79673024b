"""A list of addresses, a line each (RFC 2483), told from an article by its shape."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.identity import is_address
from audiopress.model import SourceFacts
from audiopress.sources.lists.listed import ListedItem, Listing
from audiopress.sources.lists.records import find_address_key

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["holds_addresses", "list_lines", "read_addresses", "read_line"]

_HEAD = 20_000
"""Bytes by which a list is told: some two hundred addresses."""

_LINE_END = re.compile(r"\r\n?|\n")
"""What ends a line in an editor."""

_BULLET = re.compile(r"^(?:(?:[-*+\u2022]|\d{1,4}[.)])\s+)?(?:\[[ xX]?\]\s+)?")
"""What stands before an item of a list that a person wrote: a mark, a number, a box to tick."""

_NEXT = re.compile(r"(?:\s*[,;]\s*|\s+)(?=<?https?://)", re.IGNORECASE)
"""Between two addresses on one line; a comma within an address has no address behind it."""

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

_WORDS_BESIDE = re.compile(
    r"(?P<before>[^\s(<].*?)[\s,;:|]+(?P<last>https?://\S+|\(https?://\S+\)|<https?://\S+>)"
    r"|(?P<first>https?://\S+)\s+(?P<after>\S.*)",
    re.IGNORECASE,
)
"""The same with nothing but a blank between, as in a sentence too: `_read_words`."""

_ADDRESS_AT = re.compile(r"https?://", re.IGNORECASE)
"""Where an address begins."""

_PARTED = re.compile(r"[\s,;:|\u2013\u2014-]+$")
"""What stood between a title and its address."""

_MOSTLY = 0.8
"""Share of a text's lines that are addresses from which it is a list, whatever the others say."""

_BESIDE_EACH = 2
"""Lines of words that an address of a list may have: its title, and a date or who wrote it."""

_SHORT = 120
"""Characters of the words for each address of a list: a title or two, and no paragraph."""

_SENTENCE = re.compile(
    r"(?:\S+\s+){3,}\S*\.[\"'\u201d\u2019\xbb)]*|.{8,}[\u3002\u0964\u06d4]\W?", re.DOTALL
)
"""A line that ends as a sentence does, and is longer than a title with an abbreviation."""

_SEVERAL = 3
"""Addresses from which sentences between them are remarks: an article has one link or two."""

_HINT = "write https:// before an address, and # before a line that is none"
"""What can be done about a line that is not understood."""

_HINT_ADDRESS = "put each address on a line of its own, its title on the line above"
"""The same where there is an address in it, which a ``#`` would take out of the list."""

_LIKE_ADDRESS = re.compile(r"\S*[./:]\S+")
"""One word that is rather an address with a mistake in it than a title: ``example.org``."""

_FRONT_MATTER = ("---", "+++")
"""What an article's own facts begin with, an address among them."""


def holds_addresses(body: bytes) -> bool:
    """Whether a text is a list of addresses and no article."""
    # Cut at a line's end: a half address at the end of the head is none.
    head = body[:_HEAD] if len(body) <= _HEAD else body[:_HEAD].rpartition(b"\n")[0]
    lines = [line for _, line in list_lines(_decode(head))]
    # A sentence may end with an address; that several lines do makes them a list.
    few = [line for line in lines if read_line(line) or _is_titled(line)]
    others = [line for line in lines if line not in few]
    if len(few) == 1 and others and (_BESIDE.fullmatch(few[0]) or not read_line(few[0])):
        return False
    found = len(lines) - len(others)
    return bool(found) and (found >= _MOSTLY * len(lines) or _are_titles(others, found))


def _are_titles(others: list[str], addresses: int) -> bool:
    """Whether lines of words are what somebody noted of ``addresses``, and no article's text."""
    if others[0] in _FRONT_MATTER or len(others) > _BESIDE_EACH * addresses + 1:
        return False
    if sum(map(len, others)) > _SHORT * (addresses + 1):
        return False
    sentences = sum(bool(_SENTENCE.fullmatch(line)) for line in others)
    return not sentences or (addresses >= _SEVERAL and sentences <= addresses)


def _is_titled(line: str) -> bool:
    """Whether a line is an address and a title beside it, rather than a sentence or a row."""
    bare = _REMARK.sub("", line)
    found = _read_words(bare)
    if not found or len(found[1]) > _SHORT or _SENTENCE.fullmatch(found[1]):
        return False
    # "One, two, address" is a row of a table, and its columns are its own
    return re.search(r"(?<![,;|])\s+[(<]?https?://|\s[^,;|]*$", bare) is not None


def _decode(body: bytes) -> str:
    wide = body.startswith((b"\xff\xfe", b"\xfe\xff"))
    return body.decode("utf-16" if wide else "utf-8-sig", "replace")


def read_addresses(text: str) -> Listing:
    """Return the articles of a list of addresses; a line that is none is an item with a fault.

    A line of words right above or below an address is its title, as most of them stand.
    """
    lines = [each for each in list_lines(text) if not _is_name(*each, text)]
    titled = _pair(lines) or _pair_beside(lines)
    titles = [title for title, _ in titled.values()]
    left = [each for each in lines if each[0] not in titles] if titled else lines
    items = (
        item
        for number, line in left
        for item in _read_items(line, number, titled.get(number, (0, ""))[1])
    )
    return Listing(items=tuple(items))


def _is_name(number: int, line: str, text: str) -> bool:
    """Whether a first line is what a program calls a column of addresses, and no title."""
    first = next(list_lines(text))[0] == number
    return first and bool(find_address_key([line]))


def _pair(lines: list[tuple[int, str]]) -> dict[int, tuple[int, str]]:
    """Return the titles by the numbers of their lines, where both take turns to the end."""
    words = [not read_item(line) for _, line in lines]
    if not any(words) or words not in ([flag, not flag] * (len(words) // 2) for flag in words[:1]):
        return {}
    first, second = lines[::2], lines[1::2]
    titles, addresses = (first, second) if words[0] else (second, first)
    if any(not _may_be_title(line) for _, line in titles):
        return {}
    return {number: title for (number, _), title in zip(addresses, titles, strict=True)}


def _pair_beside(lines: list[tuple[int, str]]) -> dict[int, tuple[int, str]]:
    """Return the titles of those addresses that have one on the next line, all above or all below.

    Below only where two are: one line behind an address is as often a mistake. What stands two
    lines from it, or behind an empty one, is no title.
    """
    addresses = {number for number, line in lines if read_item(line)}
    plain = {number for number, line in lines if number in addresses and _has_no_title(line)}
    words = {number: line for number, line in lines if number not in addresses}
    alone = {
        number: line
        for number, line in words.items()
        if not {number - 1, number + 1} & words.keys() and _may_be_title(line)
    }
    above = {at + 1: (at, line) for at, line in alone.items() if at + 1 in plain}
    below = {at - 1: (at, line) for at, line in alone.items() if at - 1 in plain}
    return below if len(below) > max(1, len(above)) else above


def _has_no_title(line: str) -> bool:
    return not any(title for _, title in read_item(line))


def _may_be_title(line: str) -> bool:
    return not _ADDRESS_AT.search(line) and not _LIKE_ADDRESS.fullmatch(line)


def list_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a list with their numbers, without empty ones and remarks."""
    # Numbered as editors do: a form feed, or a separator of Unicode, begins no line there.
    for number, line in enumerate(_LINE_END.split(text.lstrip("\ufeff")), start=1):
        line = line.strip()  # noqa: PLW2901 - the same line without what nobody sees
        if line and not line.startswith(("#", ";", "//")):
            yield number, line


def _read_items(line: str, number: int, beside: str) -> Iterator[ListedItem]:
    place = f"line {number}"
    found = read_item(line)
    for address, title in found:
        facts = SourceFacts(title=title or _REMARK.sub("", beside))
        yield ListedItem(address=address, place=place, facts=facts)
    if not found and _ADDRESS_AT.search(line):
        fault = "this line has more than an address and its title"
        yield ListedItem(id=line, place=place, fault=fault, hint=_HINT_ADDRESS)
    elif not found:
        fault = "this line is no http(s) address"
        yield ListedItem(id=line, place=place, fault=fault, hint=_HINT)


def read_item(line: str) -> list[tuple[str, str]]:
    """Return the addresses of a line that is one of a list, as `read_line` does.

    Here a title need not be set off from its address: "The ferry https://...".
    """
    return read_line(line) or list(filter(None, [_read_words(_REMARK.sub("", line))]))


def _read_words(line: str) -> tuple[str, str] | None:
    """Return the one address of a line and the words before or behind it."""
    line = _BULLET.sub("", line, count=1)
    found = _WORDS_BESIDE.fullmatch(line)
    if found is None or len(_ADDRESS_AT.findall(line)) > 1:
        return None
    address = found["last"] or found["first"]
    address = address[1:-1] if address[0] in "(<" else address.rstrip(",;")
    title = _PARTED.sub("", found["before"] or found["after"])
    # behind the address a sentence ends, too
    if not is_address(address) or address.endswith((".", "!", "?")) or not title:
        return None
    return address, title


def read_line(line: str) -> list[tuple[str, str]]:
    """Return the addresses of a line with the title beside each; none for a line of words."""
    line = _BULLET.sub("", line, count=1)
    parts = _NEXT.split(_REMARK.sub("", line).rstrip(",;"))
    found = [_read_alone(part) for part in parts] if len(parts) > 1 else []
    if found and all(address and not title for address, title in found):
        return found
    address, title = _read_alone(_REMARK.sub("", line))
    return [(address, title)] if address else []


def _read_alone(line: str) -> tuple[str, str]:
    """Return the one address of a line, and the title beside it."""
    line = line.rstrip(",;") if is_address(line) and not re.search(r"\s", line) else line
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
