"""The date in the name of a file, by which Jekyll dates a post: ``2014-03-02-old-ferry.md``."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from audiopress.reading.metadata.dates.declared_dates import read_declared_date

if TYPE_CHECKING:
    from datetime import datetime

__all__ = ["read_name_date", "strip_name_date"]

_DATE = re.compile(r"(?P<day>(?:19|20)\d\d-\d\d-\d\d)(?:[-_ ]+|$)|(?P<digits>(?:19|20)\d{6})[-_ ]+")
"""A day that begins a name; without dashes something must follow, else it may be any number."""

_DATE_IN_TITLE = re.compile(r"(?:19|20)\d\d-?\d\d-?\d\d[-_ ]+")
"""The same as it is taken out of a title."""

_INDEX = "index"
"""The name of a file that is called by its folder: ``2014-03-02-old-ferry/index.md``."""


def read_name_date(uri: str) -> tuple[datetime | None, tuple[str, ...]]:
    """Return the day with which a file's name begins, and a note on one that no calendar has.

    An address on the web has none: the page says when it was published.
    """
    path = PurePosixPath(unquote(uri))
    name = path.parent.name if path.stem.lower() == _INDEX else path.stem
    found = _DATE.match(name) if "://" not in uri else None
    if not found:
        return None, ()
    digits = found["digits"]
    day = found["day"] or f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
    if date := read_declared_date(day):
        return date, ()
    return None, (f"the name begins with {day}, which is no day of any calendar: rename it",)


def strip_name_date(name: str) -> str:
    """Return the name of a file without the date that it begins with."""
    return _DATE_IN_TITLE.sub("", name)
