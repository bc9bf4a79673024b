"""Who wrote an article: persons apart from desks and accounts, as a page or a line names them."""

from __future__ import annotations

import re
from typing import Any

from audiopress.reading.metadata.authors.author_names import split_names
from audiopress.reading.metadata.dates.credit_lines import part_credit
from audiopress.reading.metadata.dates.dates import is_dateline
from audiopress.text.decode import tidy
from audiopress.text.vocabulary import any_of

__all__ = ["find_shown_names", "is_account", "is_nobody", "part_line", "read_byline"]

_LONGEST_SHOWN = 95
"""Characters of an element that is read as a byline; what is longer is a note on the author."""

_LONGEST_LINE = 120
"""Characters of a line of text that is read as a byline: names, and what the last one is."""

_ACCOUNT = re.compile(
    any_of(
        r"(?:site|super|the|web)?\s?admin(?:istrator)?",
        r"(?:web)?master",
        "anonymous",
        "author",
        r"editor\d+",
        "guest",
        "none",
        "null",
        "root",
        "test",
        "unknown",
        r"user\d*",
    ),
    re.IGNORECASE,
)
"""An account of the site's program, which nobody would read out."""

_DESK_OF = (
    "agency",
    "bureau",
    "city",
    "content",
    "digital",
    "editorial",
    "foreign",
    "national",
    "news",
    "online",
    "special",
    "sports?",
    "staff",
    "web",
    "wire",
)
"""What a desk is of."""

_DESKS = (
    "agenc(?:y|ies)",
    "board",
    "bureau",
    "contributors?",
    "correspondents?",
    "desk",
    "editors?",
    "newsroom",
    "reporters?",
    "room",
    "service",
    "staff",
    "team",
    "writers?",
)
"""What a desk is called, or somebody who works there."""

_DESK = re.compile(
    rf"(?:(?:our|the|a|an|your|\w+)\s)?{any_of(_DESK_OF)}?[\s-]?{any_of(_DESKS)}",
    re.IGNORECASE,
)
"""A desk in place of a person: "Guardian staff", "our foreign correspondent", "News Desk"."""

_CAPITAL = f"[{''.join(char for char in map(chr, range(0x250)) if char.isupper())}]"
"""A capital of the Latin alphabets, with its accents: "Ó", "Š", "Å"."""

_PARTICLES = (
    "af", "al", "av", "bin", "bint", "da", "das", "de", "del", "della", "den", "der", "di", "do",
    "dos", "du", "e", "el", "ibn", "la", "le", "ten", "ter", "van", "vom", "von", "y", "zu", "zum",
    "zur",
)  # fmt: skip
"""What stands in small letters between two parts of a name: "Vincent van der Berg"."""

_GLUED = r"(?:(?:[DLdl]['’]|(?:a[ldnrstz]|el|ul)[-‑]))?"
"""The same in front of its part: "Carlos d'Ávila", "Ahmed al-Sharif"."""

_NAME = rf"{_GLUED}{_CAPITAL}[\w'’-]+"
"""The last part of a name."""

_INITIALS = rf"(?:{_GLUED}{_CAPITAL}[\w.'’-]+|(?![AI]\b){_CAPITAL}(?=\s{_CAPITAL}))"
"""A part of a name that may end with a full stop ("J. R. Smith"), or be one letter: "Ó", "J"."""

_WITHIN = rf"(?:{any_of(_PARTICLES)}\s){{0,2}}"
"""Particles in front of a part of a name, at most two."""

_FULL_NAME = rf"(?:{_INITIALS}\s{_WITHIN}){{1,3}}{_NAME}"
"""A name of two to four words, and what stands in small letters between them."""

_FOR_WHOM = (
    r"(?:\s+(?i:in|at|for|from|reporting from|special to)\s+(?i:the\s+)?[A-Z][\w .'’-]{1,40}"
    r"|\s*[|/(–—]\s*[A-Z][\w .'’-]{1,40}\)?)"
)
"""Where somebody wrote, and for whom, behind a full name: "in Berlin", "| Reuters"."""

_PERSON = re.compile(
    r"(?:(?:(?:[Ww]ritten|[Pp]osted)\s+)?[Bb]y:?\s+)?"
    rf"({_FULL_NAME}(?:(?:,\s|\sand\s|\s&\s){_FULL_NAME})*){_FOR_WHOM}?"
)
"""An element's text that is names of two to four words and nothing else."""

_BYLINE = re.compile(
    rf"(?:By|Von|Par|Por)\s+({_WITHIN}{_INITIALS}(?:\s+{_WITHIN}{_INITIALS}){{0,4}}"
    rf"(?:(?:,| and| und| et| y| &)\s+{_WITHIN}{_INITIALS}(?:\s+{_WITHIN}{_INITIALS}){{0,3}})*)"
    r"(?:,\s+[A-Z][\w ]{2,60})?\s*$"
)
"""A whole line in English, German, French or Spanish: "By Jane Doe and J. Roe, Political Editor".

A line that goes on in small letters ("By Monday the ferry") is a sentence.
"""

_PLACED = re.compile(
    rf"[Bb]y\s+{_FULL_NAME}(?:{_FOR_WHOM})?(?:(?:,\s|,?\sand\s|\s&\s){_FULL_NAME}(?:{_FOR_WHOM})?)*"
)
"""A line of full names with where or for whom each wrote: "By Jane Doe in Berlin"."""

_BESIDE = re.compile(r"\s+[|·•–—/]\s+")
"""What stands between the names and a date in one line."""

_MARKS = " -|/\u00b7\u2022\u2013\u2014"
"""The same around the names, of which the date is another element's."""

_DATE_BEHIND = re.compile(
    r",\s+((?:[^\W\d_]{2,12},?\s+)?(?:\d{1,2}\b|\d{4}-|[^\W\d_]{3,9}\.?\s\d).{4,40})$"
)
"""What may be a date behind the names: "By Jane Doe, Harbour Times, 3 May 2024"."""

_MARKED_BYLINES = (
    './/*[@rel="author"]|.//*[contains(@itemprop,"author")]'
    '|.//*[contains(concat(" ",normalize-space(@class)," ")," byline ")]'
    '|.//*[contains(@class,"author-name") or contains(@class,"author__name")'
    ' or contains(@class,"byline__name") or contains(@class,"byline-name")]'
    '|.//*[contains(concat(" ",normalize-space(@class)," ")," vcard ")'
    ' and contains(concat(" ",normalize-space(@class)," ")," author ")]'
)
"""Elements that a page marks as its byline, by microformats, schema.org or usual classes."""

_AUTHOR_CLASS = re.compile(
    r"p-author|posted-by|author-link|byline[-_]author"
    rf"|(?:\w+[-_])?{any_of('article', 'entry', 'meta', 'post', 'story')}(?:__?|-)(?:author|byline)"
    r"(?:[-_](?:link|name))?"
)
"""A class of a page's author: of microformats 2, and as themes call it."""

_COMMENT_CLASS = re.compile(r"comment(?:s|list|-\w+)?|comments-(?!open|closed)\w+")
"""A class, or an id, of what readers have written below an article."""

_CARD_PARTS = ("article", "h2", "h3", "h4")
"""Elements of a box beside the article in which another one is shown."""


def is_nobody(name: str) -> bool:
    """Whether a name is a desk's or an account's."""
    # accounts are nobody too, but desks may be named where nobody else is
    return is_account(name) or bool(_DESK.fullmatch(name))


def is_account(name: str) -> bool:
    """Whether a name is an account's of the site's program ("admin")."""
    return bool(_ACCOUNT.fullmatch(name))


def part_line(line: str) -> list[str]:
    """Return the parts of a line such as "By Jane Doe | 3 May 2024"."""
    if len(line) > _LONGEST_LINE:
        return [line]
    credit = part_credit(line)
    if len(credit) > 1:
        return credit
    behind = _DATE_BEHIND.search(line)
    if behind and is_dateline(behind[1]):
        return [*_BESIDE.split(line[: behind.start()]), behind[1]]
    return _BESIDE.split(line)


def read_byline(line: str) -> str:
    """Return the names of a line such as "By Jane Doe, Political Editor", else nothing.

    A date may stand beside them.
    """
    parts = part_line(line)
    undated = [part for part in parts if not is_dateline(part)]
    if len(undated) == 1:
        # beside a date a small "by" is no sentence's
        line = undated[0][:1].upper() + undated[0][1:] if len(parts) > 1 else line
    short = len(line) <= _LONGEST_LINE
    match = short and (_BYLINE.fullmatch(line) or _PLACED.fullmatch(line))
    return ", ".join(split_names([line])) if match else ""


def find_shown_names(tree: Any) -> list[str]:
    """Return the first short text of an element that is marked as a byline and is names alone.

    Where nothing is marked, the first that begins with "By" and is names alone.
    """
    marked = [*tree.xpath(_MARKED_BYLINES), *filter(_is_called_author, tree.xpath(".//*[@class]"))]
    for element in filter(_is_of_page, marked):
        found = _PERSON.fullmatch(_read_shown(element))
        if found:
            return [found[1]]
    # an element may hold the whole page; its first letters are hardly names alone
    for element in tree.iter("p", "div", "span", "address"):
        # `text` ends where the first child begins: "By <a>Jane Doe</a>" has "By " there
        if (element.text or "").lstrip()[:3] in ("By ", "By:", "By") and _is_of_page(element):
            found = _PERSON.fullmatch(_read_shown(element))
            if found and found[0][:2] == "By":
                return [found[1]]
    return []


def _read_shown(element: Any) -> str:
    """Return what an element shows, without what parts it from a date behind it."""
    return tidy(element.text_content())[:_LONGEST_SHOWN].strip(_MARKS)


def _is_called_author(element: Any) -> bool:
    return any(map(_AUTHOR_CLASS.fullmatch, element.get("class").split()))


def _is_of_page(element: Any) -> bool:
    """Whether a byline may be the article's own: no reader's, and none of a box beside it."""
    for above in element.iterancestors():
        if above.tag == "aside" and next(above.iter(*_CARD_PARTS), None) is not None:
            return False
        names = f"{above.get('class') or ''} {above.get('id') or ''}".split()
        if above.tag not in ("body", "html") and any(map(_COMMENT_CLASS.fullmatch, names)):
            return False
    return True
