"""Tables of articles: exports of services for reading later as CSV, and lists that people keep."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.identity import is_address
from audiopress.sources.lists.listed import ListedItem, Listing
from audiopress.sources.lists.records import find_address_key, read_record

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["has_address_column", "read_table"]

_HEAD = 20_000
"""Bytes by which a table is told."""

_DELIMITERS = ",;\t|"
"""What parts columns: spreadsheets in countries with a decimal comma write semicolons."""

_LONGEST = 10_000_000
"""Characters of one cell: some exports hold the whole text of an article in one."""

_FEWEST = 2
"""Columns of a table without a name that we know; what has one is a list of lines."""

_NAMED = 60
"""Characters of a row by which it is named."""

_LOOKED_AT = 3
"""Rows by which the column of the addresses is found; the first may be one of names."""


def has_address_column(body: bytes, *, named: bool = False) -> bool:
    """Whether a text is a table with addresses in it, and no article; with a head if ``named``."""
    head = body[:_HEAD].decode("utf-8-sig", "replace")
    if "://" not in head:
        return False
    every = [row for _, row in _read_rows(head)]
    rows = every[:_LOOKED_AT]
    if len(rows) < _FEWEST:
        return False
    key, at = find_address_key(rows[0]), _find_column(rows)
    if len(rows[0]) < _FEWEST:
        # A title or a remark beside one of them makes them lines that a person wrote.
        plain = all(len("".join(row).split()) == 1 for row in every[1:])
        return bool(key or _is_name(rows)) and plain and _has_addresses(rows[1:], 0)
    if named and any(map(is_address, rows[0])):
        return False
    return _has_addresses(rows[1:2], rows[0].index(key)) if key else at >= 0


def _is_name(rows: Sequence[Sequence[str]]) -> bool:
    """Whether one word, above two addresses at least, is the name of the only column."""
    word = rows[0][0].isalpha() and not is_address(rows[0][0])
    return word and len(rows) == _LOOKED_AT and all(len(row) == 1 for row in rows)


def _has_addresses(rows: Sequence[Sequence[str]], at: int) -> bool:
    return bool(rows) and all(at < len(row) and is_address(row[at]) for row in rows)


def read_table(text: str) -> Listing:
    """Return the articles of a table; a row without an address is an item with a fault.

    A row is known by its number in a program that shows the table, where empty ones count too.
    """
    numbered = _read_rows(text)
    rows = [row for _, row in numbered]
    key = find_address_key(rows[0]) if rows else ""
    # Without a name that we know, addresses stand where each of the first rows has one.
    at = _find_column(rows)
    names = rows[0] if key else ["url" if n == at else f"{n}" for n in range(_count(rows))]
    head = bool(key) or (bool(rows) and not any(map(is_address, rows[0])))
    return Listing(
        items=tuple(_read_row(names, row, f"row {number}") for number, row in numbered[head:]),
        remarks=tuple(_note_head(*numbered[0]) for _ in range(head and not key)),
    )


def _read_row(names: Sequence[str], row: Sequence[str], place: str) -> ListedItem:
    """Return the article of a row, by its only address where its cells are not those of the head.

    One that is none is named by what stands in it.
    """
    item = read_record(dict(zip(names, row, strict=False)), place)
    found = [cell for cell in row if is_address(cell) and len(cell.split()) == 1]
    if item.fault and len(row) != len(names) and len(found) == 1:
        return read_record({"url": found[0]}, place)
    said = ", ".join(filter(None, row))[:_NAMED]
    return replace(item, id=item.id or said) if item.fault else item


def _note_head(number: int, row: Sequence[str]) -> str:
    """Return a note on a first row that no service has: somebody may have meant an article."""
    what = "names of the columns" if len(row) > 1 else "name of the column"
    named = ", ".join(row)[:_NAMED]
    return f"row {number} is taken for the {what}, and is no article: {named}"


def _count(rows: Sequence[Sequence[str]]) -> int:
    return max(map(len, rows[:_LOOKED_AT]), default=0)


def _read_rows(text: str) -> list[tuple[int, list[str]]]:
    """Return the rows with something in them, each with its number among all."""
    first = text.lstrip("\ufeff").lstrip().partition("\n")[0]
    # The mark that is there most often: the sniffer of the library takes letters for delimiters.
    delimiter = max(_DELIMITERS, key=first.count)
    before = csv.field_size_limit(_LONGEST)
    lines = text.lstrip("\ufeff")
    try:
        rows = list(csv.reader(io.StringIO(lines, newline=""), delimiter=delimiter))
        if _swallows_rows(rows, lines, delimiter):
            plain = csv.reader(io.StringIO(lines), delimiter=delimiter, quoting=csv.QUOTE_NONE)
            rows = [[cell.strip(' "') for cell in row] for row in plain]
        return [
            (number, [cell.strip() for cell in row])
            for number, row in enumerate(rows, start=1)
            if any(map(str.strip, row))
        ]
    except csv.Error:  # a NUL, or a cell that never ends
        return []
    finally:
        csv.field_size_limit(before)


def _swallows_rows(rows: Sequence[Sequence[str]], text: str, delimiter: str) -> bool:
    """Whether a mark of quotation that nobody closed has made one cell of several rows."""
    if not any("\n" in cell and "://" in cell for row in rows for cell in row):
        return False
    try:
        list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        return True
    return False


def _find_column(rows: Sequence[Sequence[str]]) -> int:
    """Return the first column with an address in each of the first rows, or in all but a head."""
    first = rows[:_LOOKED_AT]
    columns = range(min(map(len, first), default=0))
    whole = (at for at in columns if _has_addresses(first, at))
    # Names of columns, in whatever language, stand above as many cells, and are no addresses.
    counts = [sum(map(is_address, row)) for row in first]
    alike = len({*map(len, first)}) == 1 and counts[1:] == [1] * len(counts[1:]) and not counts[0]
    below = (at for at in columns if alike and _has_addresses(first[1:], at))
    return next(whole, next(below, -1))
