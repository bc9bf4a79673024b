"""A line that says who posted it and when, in one go: "Posted by Jane on 3 May 2024".

No sign stands between the name and the date, only words, in either order.
"""

from __future__ import annotations

import re

from audiopress.reading.metadata.dates.date_words import find_update_word
from audiopress.reading.metadata.dates.dates import is_date_label, is_dateline
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

__all__ = ["is_credit", "part_credit"]

_LONGEST = 120
"""Characters of the longest such line; what is longer is a sentence."""

_NAME_WORDS = 6
"""Words of the longest name with the section it was posted in: "Jane van der Berg in Ferries"."""

_LABEL = any_of(
    "aktualisiert", "bijgewerkt", "created", "erschienen", "geschrieben", "modified", "posted",
    "publicado", "published", "publié", "pubblicato", "updated", "veröffentlicht", "written",
)  # fmt: skip
"""What was done that day, which opens the line."""

_BY = any_of("by", "von", "par", "por", "di", "door")
"""What stands before a name."""

_IN = any_of("in", "under", "unter", "dans", "en")
"""What stands before the section of a site, in a line with a label only."""

_NAME_FIRST = compile_late(
    rf"(?:(?P<label>{_LABEL})\s+)?(?P<link>{_BY}|{_IN}):?\s+(?P<name>\S.*)", re.IGNORECASE
)
"""A line whose date stands last: "Posted by Jane on 3 May 2024"."""

_DATE_WORD = compile_late(r"\s+(?=(?:on|am|le|el|il|em|op)\s+\S)", re.IGNORECASE)
"""Where the date of such a line may begin: at the word before it."""

_DATE_FIRST = compile_late(rf"\s+(?=(?P<link>{_BY}|{_IN})\s+\S)", re.IGNORECASE)
"""Where the name may begin if the date stands first: "Posted on 3 May 2024 by Jane"."""

_OPENS = compile_late(rf"{_LABEL}\b", re.IGNORECASE)
"""A line that begins with a label."""


def part_credit(line: str) -> list[str]:
    """Return the name with its "by", and the date with its label; the whole line where it is none.

    The label of a change stays before the name as well: who changed a text did not write it.
    """
    if len(line) > _LONGEST or not re.search(r"\d", line):
        return [line]
    return _part_name_first(line) or _part_date_first(line) or [line]


def is_credit(words: str) -> bool:
    """Whether words are such a line without its date, which is an element of its own."""
    return (
        len(part_credit(f"{words} 3 May 2024")) > 1 or len(part_credit(f"3 May 2024 {words}")) > 1
    )


def _part_name_first(line: str) -> list[str]:
    found = _NAME_FIRST.fullmatch(line)
    if not found:
        return []
    label = found["label"] or ""
    for cut in _DATE_WORD.finditer(line, found.start("name")):
        name, day = line[found.start("name") : cut.start()].rstrip(" ,"), line[cut.end() :]
        if is_dateline(day) and _is_name(label, found["link"], name):
            return _join(label, f"{found['link']} {name}", day)
    return []


def _part_date_first(line: str) -> list[str]:
    opens = _OPENS.match(line)
    label = opens[0] if opens else ""
    for cut in _DATE_FIRST.finditer(line):
        day, name = line[len(label) : cut.start()].strip(" ,:"), line[cut.end() :]
        link, _, bare = name.partition(" ")
        if is_dateline(day) and _is_name(label, link, bare):
            return _join(label, name, day)
    return []


def _is_name(label: str, link: str, name: str) -> bool:
    """Whether words may be somebody's name; without a label only capitals are."""
    if len(name.split()) > _NAME_WORDS or name[-1:] in ".!?:":
        return False
    # "By the river on 3 May 2024" stands below a picture, "3 May 2024 in Bonn" is an event's
    return bool(label) or (name[:1].isupper() and bool(re.fullmatch(_BY, link, re.IGNORECASE)))


def _join(label: str, name: str, day: str) -> list[str]:
    changed = f"{label} {name}" if find_update_word(label) else name
    # "written" stands beside no date by itself
    dated = f"{label} {day}" if label and is_date_label(label) else day
    return [changed, dated]
