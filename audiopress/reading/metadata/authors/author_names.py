"""The names in a byline, without what it says besides: roles, agencies, places, addresses.

"By ANN EXAMPLE, AP National Political Writer" names one person; so does "Doe, Jane, PhD".
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from audiopress.reading.metadata.authors.author_roles import (
    ADJECTIVES,
    AGENCY,
    CREDENTIALS,
    HOUSE,
    PLACE,
    ROLE,
)
from audiopress.reading.metadata.authors.cities import is_city
from audiopress.text.decode import tidy
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["split_names"]

_GENERATION = re.compile(r"(?:Jr|Sr|Jnr|Snr)\.?|I{2,3}|IV", re.IGNORECASE)
"""What tells a son from his father, and belongs to the name."""

_WRITTEN = (
    "analysis", "author", "by", "column", "commentary", "essay", "from", "interview", "opinion",
    "perspective", "posted", "published", "reporting", "review", "story", "text", "words",
    "writing", "written",
)  # fmt: skip
"""What is done by those who wrote something."""

_MADE = (
    "art", "additional reporting", "compiled", "design", "edited", "editing", "editor", "foto",
    "fotos", "graphics?", "illustrated", "illustrations?", "images?", "photographs?",
    "photography", "photos?", "photographed", "pictures?", "produced", "production",
    "translated", "translation", "video",
)  # fmt: skip
"""What is done by those who did not: pictures, editing, translations."""

_BY = r"(?:by|von|par|por|di|de|door|av|af)"
"""How a byline says who did it."""

_LEAD = re.compile(
    rf"(?:^|(?<=[\s,;.|]))(?:(?P<made>{any_of(_MADE)})(?:\s+{_BY}\b|\s*:)\s*:?"
    rf"|{any_of(_WRITTEN)}\s+{_BY}\b\s*:?|{any_of(_WRITTEN)}\s*:)\s*",
    re.IGNORECASE,
)
"""Where a byline begins to say who did something: "Words by", "Photographs:"."""

_FIRST = re.compile(r"^(?:by|von|par|por|door)\b(?::\s*|\s+)(?=\S)", re.IGNORECASE)
"""How a byline begins: "By", "Von"."""

_CONTACT = re.compile(
    r"<?\b[\w.+-]+@[\w-]+\.[\w.-]+>?|(?:https?://|www\.)\S+|(?<!\w)@\w+|\([^)]*\)|\[[^\]]*\]"
)
"""E-mail addresses, those of the web, handles, and what stands in brackets."""

_BREAK = re.compile(r"\s*(?:[;|•·/\n、，]|\s[-–—]\s)\s*")
"""What parts one person, or a person and a role, from the next."""

_AND = re.compile(r",?\s*(?:&|\b(?:and|und|et|og|och|with|mit|avec)\b)\s*", re.IGNORECASE)
"""What joins the last two names."""

_JOINED = re.compile(r"(?<=\w\s)(?:y|e|en|con)(?=\s[A-ZÀ-Þ]\S*\s[A-ZÀ-Þ])")
"""The same in languages in which it may be part of one name: two full names are two persons."""

_WHEN = re.compile(
    r"\s(?:on|updated|published|posted|last)\b.*\d.*|\s*(?:記者|记者|기자)$|^special to .*",
    re.IGNORECASE,
)
"""A date behind a name, "reporter" in languages that write it last, "Special to the Post"."""

_PLACE = re.compile(
    r"\s(?:in|at|for|from|of|en|à|aus|desde|em|bei|para|pour|für)\s.*"
    # with a capital, as in headlines, only behind a full name
    r"|(?:^|(?<=\w)\s)(?:In|At|For|From|IN|AT|FOR|FROM)\s[A-Z].*|\s[Ss]pecial [Tt]o\s.*"
)
"""Where somebody wrote, or for whom: "in Paris", "For The Daily Mail"."""

_SHOUTED = re.compile(r"[^\W\d_]{2,}")
"""A word of a name that may be in capitals."""

_VOWEL = re.compile(r"[AEIOUYÀ-ÖØ-Þ]")
"""A letter without which capitals are initials: "BBC"."""

_ACRONYMS = frozenset(("AI", "AP", "EU", "PA", "TV", "UK", "UN", "US", "USA"))
"""Short forms with a vowel, in the names of houses."""

_LONG_CAPITALS = 4
"""Letters of a surname in capitals behind a first name in small ones: "Jean DUPONT"."""

_TITLES = frozenset(("Chef", "Chief", "President", "Professor"))
"""Roles that are said with a name: "Professor Jane Doe"."""

_MARKS = " .-–—•:"
"""What stands around a name and is no part of it."""

_LONGEST_NAME = 6
"""Words of the longest name of a person."""


def split_names(texts: Iterable[str]) -> list[str]:
    """Return the names of persons or desks, each once, as they are said."""
    names = [name for text in texts for name in _split(tidy(text))]
    return list(dict.fromkeys(_leave_agencies(names)))


def _split(text: str) -> list[str]:
    bare = tidy(_CONTACT.sub(" ", _FIRST.sub("", _WHEN.sub("", text), count=1)))
    names: list[str] = []
    for part in _BREAK.split(_leave_writers(bare)):
        names += _split_by_commas(part, names)
    return _leave_agencies(names)


def _leave_agencies(names: list[str]) -> list[str]:
    """Return the persons; an agency stands for one only where none is named."""
    return [name for name in names if not AGENCY.fullmatch(name)] or names


def _leave_writers(text: str) -> str:
    """Return a byline without those who took the pictures or edited: "Words by A, photos by B"."""
    leads = list(_LEAD.finditer(text))
    if not leads:
        return text
    ends = [lead.start() for lead in leads[1:]] + [len(text)]
    parts = [text[: leads[0].start()]]
    parts += [
        text[lead.end() : end] for lead, end in zip(leads, ends, strict=True) if not lead["made"]
    ]
    return "; ".join(parts)


def _split_by_commas(text: str, before: list[str]) -> list[str]:
    """Return the names of a part; ``before`` are those that stand before it."""
    parts = [part.strip() for part in text.split(",") if part.strip(_MARKS)]
    generations = [part for part in parts if _GENERATION.fullmatch(part)]
    turned = [part for part in parts if part not in generations]
    if _is_inverted(turned, with_more=bool(generations)):
        return [_write_name(" ".join((turned[1], _lower(turned[0], whole=True), *generations)))]
    names: list[str] = []
    # who comes behind a role is a house ("Director, Atlas Lines"), unless "and" or a role follows
    in_role = False
    for part, following in zip_longest(parts, parts[1:], fillvalue=""):
        joined = bool(_AND.match(part))
        if _GENERATION.fullmatch(part) and names:
            names[-1] = f"{names[-1]} {part}"
            continue
        if in_role and not joined and not ROLE.search(following):
            continue
        for one in filter(None, _AND.split(_JOINED.sub("&", part))):
            joined = joined or (one is not part and bool(names) and not part.startswith(one))
            name = _leave_role(one.strip(_MARKS), first=not (names or before), joined=joined)
            in_role = not name and bool(ROLE.search(one))
            if name:
                names.append(_write_name(name))
    return names


def _is_inverted(parts: list[str], *, with_more: bool) -> bool:
    """Whether two words are a surname and a first name: "Doe, Jane", "Doe, J.".

    ``with_more`` says that "Jr." follows: then the first name may have several words.
    """
    if len(parts) != len(("surname", "name")) or " " in parts[0]:
        return False
    surname, name = parts
    if (" " in name and not with_more) or not (surname[0].isupper() and name[0].isupper()):
        return False
    initial = len(name.strip(_MARKS)) == 1
    shouted = name.isupper() and not initial
    return not shouted and not any(
        ROLE.search(part) or HOUSE.search(part)
        or AGENCY.fullmatch(part) or CREDENTIALS.fullmatch(part)
        for part in parts
    )  # fmt: skip


def _leave_role(part: str, *, first: bool, joined: bool) -> str:
    """Return the name in a part of a byline, or nothing where it says what somebody is.

    ``first`` is a part with no name before it: a desk or an agency may stand for a person there.
    ``joined`` is one behind "and", which may have one word.
    """
    part = _PLACE.sub("", part)
    if not re.search(r"[^\W\d_]", part) or CREDENTIALS.fullmatch(part):
        return ""
    words = part.split()
    # "Jane Doe MD": capitals that nobody can read as a word are no name
    while len(words) > len(("first", "last")) and _is_degree(words[-1], part):
        words.pop()
        part = " ".join(words)
    # "AP National Political Writer" behind a name, "ANN EXAMPLE AP Writer" as one
    at = next((n for n, word in enumerate(words) if _is_role_word(word)), len(words))
    # "Sunday Times Chief Political Correspondent" behind a name says for whom somebody works
    for_whom = not (first or joined) and ROLE.fullmatch(words[-1])
    named_first = at >= len(("first", "last")) and all(word[0].isupper() for word in words[:at])
    if named_first and not for_whom and ROLE.search(part) and len(words) > at:
        return " ".join(words[:at])
    named = _find_name_behind_role(words)
    if named:
        return named
    if first:
        return part
    if ROLE.search(part) or AGENCY.fullmatch(part) or HOUSE.search(part):
        return ""
    placed = not joined and (PLACE.search(part) or is_city(part))
    return part if _may_be_name(words, joined=joined) and not placed else ""


def _is_degree(word: str, name: str) -> bool:
    if name.isupper() or _GENERATION.fullmatch(word):
        return False
    return bool(CREDENTIALS.fullmatch(word)) or (
        word.isupper() and word.isalpha() and len(word) > 1 and not _VOWEL.search(word)
    )


def _is_role_word(word: str) -> bool:
    adjective = (word.capitalize() if word.isupper() else word) in ADJECTIVES
    return bool(ROLE.fullmatch(word) or AGENCY.fullmatch(word)) or adjective


def _find_name_behind_role(words: list[str]) -> str:
    """Return the name in "Political Editor Jane Doe", or nothing."""
    roles = [n for n, word in enumerate(words) if ROLE.fullmatch(word) and word not in _TITLES]
    last = max(roles, default=-1)
    rest = words[last + 1 :]
    if last < 0 or len(rest) < len(("first", "last")) or not all(w[0].isupper() for w in rest):
        return ""
    return " ".join(rest)


def _may_be_name(words: list[str], *, joined: bool) -> bool:
    """Whether a part behind a name is another name: two words or more, or letters without case."""
    if len(words) > _LONGEST_NAME or words[0][0].islower() or words[0][0].isdigit():
        return False
    return joined or len(words) > 1 or words[0][0].lower() == words[0][0].upper()


def _write_name(name: str) -> str:
    """Return a name that is written in capitals as it is said: "ANN O'NEIL" is Ann O'Neil."""
    words = name.split()
    shouted = [word for word in words if _SHOUTED.search(word)]
    whole = len(words) > 1 and all(word.isupper() for word in shouted)
    return " ".join(_lower(word, whole=whole) for word in words)


def _lower(word: str, *, whole: bool) -> str:
    letters = "".join(_SHOUTED.findall(word))
    if (
        word in _ACRONYMS
        or not word.isupper()
        or not _VOWEL.search(letters)
        or "." in word.rstrip(".")
    ):
        return word
    if not whole and len(letters) < _LONG_CAPITALS:
        return word
    return re.sub(r"[^\W\d_]+", lambda found: found[0].capitalize(), word)
