"""Which end of a page's ``<title>`` is the name of its site: "Harbour Radio | Ferry returns"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiopress.reading.metadata.declared.site_names import cut_last_part, find_separators
from audiopress.text.comparison import make_comparable

if TYPE_CHECKING:
    from audiopress.reading.metadata.shown_words import ShownWords

__all__ = ["TitleParts", "leave_section", "part_title"]

_LINE = 0.5
"""What a line of the page that says a part is worth, where all its words in the text are 1."""

_HALF = 0.5
"""Share of a part's words that a story may have by chance: "harbour" of "Harbour Encyclopedia"."""

_BETTER = 0.3
"""How much more of the last part than of the first a page must show for it to be the headline."""

_SECTION_WORDS = 2
"""Words of a section's name before a headline."""

_HEADLINE_WORDS = 3
"""Words of a headline, before which one or two others may be a section."""

_LONGER = 2
"""Words that a part has more than the other, where nothing else tells which is the headline."""


@dataclass(frozen=True, slots=True)
class TitleParts:
    """The headline of a ``<title>``, the letters of its site, whether anything told which is it."""

    headline: str
    site: str
    told: bool = True


def part_title(title: str, shown: ShownWords, headlines: frozenset[str]) -> TitleParts:
    """Return a title in its parts; the site is the last of them unless the page tells otherwise.

    ``headlines`` are the letters of what the page names elsewhere. A site's name leads to its front
    or has its host's letters; a headline stands in a line, and the story has its words.
    """
    parts = find_separators(title)
    if not parts:
        return TitleParts(title, "")
    first, last = title[: parts[0].start()], title[parts[-1].end() :]
    named = [make_comparable(part) in headlines for part in (first, last)]
    site_first, told = named[1], True
    if named[0] == named[1]:
        site_first, told = _is_site_first(first, last, len(parts), shown)
    if site_first:
        rest = _cut_section(title[parts[0].end() :], parts[0][0], shown)
        return TitleParts(rest, make_comparable(first), told)
    rest = _cut_section(cut_last_part(title), parts[-1][0], shown)
    return TitleParts(rest, make_comparable(last), told)


def leave_section(title: str, shown: ShownWords) -> str:
    """Return a title, whose site is cut already, without the section at either of its ends."""
    parts = find_separators(title)
    if not parts:
        return title
    last = title[parts[-1].end() :]
    # a headline goes on behind a dash: "Ferry returns - after nine years"
    if _count(last) <= _SECTION_WORDS or _measure(last, shown) < _LINE:
        return cut_last_part(title)
    return _cut_section(title, parts[0][0], shown)


def _is_site_first(first: str, last: str, joints: int, shown: ShownWords) -> tuple[bool, bool]:
    """Return whether the first part is the site's name, and whether anything told."""
    named = shown.is_site(first), shown.is_site(last)
    if named[0] != named[1]:
        return named[0], True
    worth = [_measure(part, shown) for part in (first, last)]
    if abs(worth[0] - worth[1]) > _BETTER:
        sure = shown.is_line(last) or worth[1] > _HALF
        better = worth[1] > worth[0] and sure
        return better and _may_be_headline(first, last, joints, worth[0]), True
    if max(worth) >= _LINE or joints > 1:
        return False, True
    return _count(last) - _count(first) >= _LONGER, False


def _may_be_headline(first: str, last: str, joints: int, worth: float) -> bool:
    """Whether the last part is long enough for a headline; ``worth`` is that of the first."""
    long, others = _count(last), _count(first)
    # of three parts the first may be a section, which no story names
    if joints > 1:
        return long >= _HEADLINE_WORDS
    # a story may name the firm that publishes it: "A guide to tiny houses | LoadUp"
    return long > others or (worth < _BETTER and long == others > 1)


def _measure(part: str, shown: ShownWords) -> float:
    return shown.measure_share(part) + (_LINE if shown.is_line(part) else 0)


def _cut_section(title: str, joint: str, shown: ShownWords) -> str:
    """Return a title without the section before it, which is parted as the site's name is.

    "Ferry returns - after nine years" is whole: a dash is a mark of headlines too.
    """
    parts = find_separators(title)
    if not parts or parts[0][0].strip() != joint.strip() or joint.strip() in "-–—/~":
        return title
    section, rest = title[: parts[0].start()], title[parts[0].end() :]
    short = _count(section) <= _SECTION_WORDS and _count(rest) >= _HEADLINE_WORDS
    better = _measure(rest, shown) >= _measure(section, shown)
    return rest if short and better else title


def _count(text: str) -> int:
    return len(re.findall(r"\w+", text))
