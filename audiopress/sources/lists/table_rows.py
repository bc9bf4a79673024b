"""Tables of articles: exports of services for reading later as CSV, and lists that people keep."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from audiopress.identity import is_address
from audiopress.sources.lists.listed import Listing
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
"""Columns of a table; what has one is a list of lines."""


def has_address_column(body: bytes, *, named: bool = False) -> bool:
    """Whether a text is a table with addresses in it, and no article; with a head if ``named``."""
    head = body[:_HEAD].decode("utf-8-sig", "replace")
    first = head.lstrip().partition("\n")[0]
    if "://" not in head or not any(mark in first for mark in _DELIMITERS):
        return False
    rows = _read_rows(head)[:3]
    if len(rows) < _FEWEST or len(rows[0]) < _FEWEST:
        return False
    key = find_address_key(rows[0])
    if named and (not key or any(map(is_address, rows[0]))):
        return False
    at = rows[0].index(key) if key else _find_column(rows)
    return 0 <= at < len(rows[1]) and is_address(rows[1][at])


def read_table(text: str) -> Listing:
    """Return the articles of a table; a row without an address is an item with a fault."""
    rows = _read_rows(text)
    key = find_address_key(rows[0]) if rows else ""
    # A table without a head has its address where the first row has one.
    at = _find_column(rows)
    names = rows[0] if key else ["url" if n == at else f"{n}" for n in range(len(rows[0]))]
    return Listing(
        items=tuple(
            read_record(dict(zip(names, row, strict=False)), f"row {number}")
            for number, row in enumerate(rows, start=1)
            if not (key and number == 1)
        )
    )


def _read_rows(text: str) -> list[list[str]]:
    first = text.lstrip("\ufeff").lstrip().partition("\n")[0]
    # The mark that is there most often: the sniffer of the library takes letters for delimiters.
    delimiter = max(_DELIMITERS, key=first.count)
    before = csv.field_size_limit(_LONGEST)
    try:
        rows = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=delimiter)
        return [[cell.strip() for cell in row] for row in rows if any(map(str.strip, row))]
    except csv.Error:  # a NUL, or a cell that never ends
        return []
    finally:
        csv.field_size_limit(before)


def _find_column(rows: Sequence[Sequence[str]]) -> int:
    """Return the first column that has an address in every one of the first rows, or -1."""
    columns = range(min(map(len, rows[:3]), default=0))
    return next((at for at in columns if all(is_address(row[at]) for row in rows[:3])), -1)
