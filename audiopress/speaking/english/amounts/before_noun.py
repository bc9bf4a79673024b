"""Whether an amount belongs to the noun behind it: "the five pound note", "two pounds of it".

In front of a noun the unit is singular. That it is in front of one is told by what stands before
the amount (an article, "its", "Ford's", perhaps an adjective) or by a plural behind it. No form
stands here: those of money and of measures ask.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from audiopress.speaking.english.amounts.words_beside_amounts import (
    ADJECTIVES,
    DETERMINERS,
    NO_NOUNS,
    NO_PLURALS,
    PARTICIPLES,
)
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from re import Match

__all__ = ["stands_before_noun"]

_BEFORE = 36
"""Characters in front of an amount that are looked at: the longest article and adjective."""

_AFTER = 24
"""Characters behind an amount that are looked at: a noun, or the word that shows there is none."""

_WITH_BRACKETS = _AFTER + 24
"""Characters behind an amount, with the same measure in brackets."""

_NO_OWNERS = r"(?:[Ii]t|[Hh]e|[Ss]he|[Tt]hat|[Ww]ho|[Ww]hat|[Hh]ere|[Tt]here|[Ww]here|[Ll]et)"
"""Matches words behind which "'s" is no owner: "it's £5m more"."""

_BEHIND_ARTICLE = r"(?:(?<=\b[Tt]he\s)|(?<=\b[Aa]\s)|(?<=\b[Ii]ts\s)|(?<=\b[Tt]heir\s))"
"""Matches behind an article alone: "the stalled £5m deal", not "those raised £5m"."""

_ARTICLE = compile_late(
    r"(?:(?<!\w)(?P<a>[Aa]n?|(?P<more>[Aa]nother|[Ee]ach|[Ee]very))"
    rf"|(?<!\w)(?P<the>{any_of(DETERMINERS)})"
    rf"|(?<!\w)(?P<owner>(?!{_NO_OWNERS}['’])\w+(?:['’]s|(?<=s)['’]))|\w['’]s)"
    rf"\s(?:{any_of(ADJECTIVES)}\s|{_BEHIND_ARTICLE}[a-z]+ed\s)?\Z"
)
"""Matches an article up to the amount, perhaps with an adjective: "a ", "its record "."""

_DAY = (
    r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:days?)?\b"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
"""Matches a day or month behind an amount, which is when: "every 15 min Monday"."""

_NOUN = compile_late(
    rf"\A\.?(?:\s|-)(?!{any_of(NO_NOUNS)}\b)"
    rf"(?:(?P<participle>{any_of(PARTICIPLES)})\b|[a-z][a-z-]*[a-z]|(?P<day>{_DAY})"
    r"|(?P<name>(?<!\.\s)[A-Z]))"
)
"""Matches a word behind an amount that may be a noun; a capital is a name or a new sentence."""

_PLURAL = compile_late(
    rf"\A\.?\s(?!(?:{any_of(NO_NOUNS)}|{any_of(NO_PLURALS)}|[a-z]+wards)\b)"
    r"(?:[a-z]+-)?[a-z]+(?<![siu])s\b"
)
"""Matches a plural behind an amount, which is then in front of a noun: "50kg sacks"."""

_IN_BRACKETS = compile_late(r"\A\s\(\d[^()]{1,20}\)(?=\s)")
"""Matches the same measure in other units: "a 3.5 kg (7.7 lb) bag"."""

_MAYBE_VERB = compile_late(r"[^siu]s\Z")
"""Matches the end of a word that is a plural or a verb."""


def stands_before_noun(match: Match[str], behind: Literal["a", "the", "any"] = "any") -> bool:
    """Whether the amount that ``match`` found is said as part of a noun.

    How little is enough depends on how tightly the amount is written: "14 km" is so ``behind``
    "a" alone, "£20m" behind "the", "its" and "Ford's" too, "5kg" and "£20" also in front of a
    plural.
    """
    behind_all = match.string[match.end() : match.end() + _WITH_BRACKETS]
    rest = _IN_BRACKETS.sub("", behind_all)[:_AFTER]
    # "5km-long": the hyphen ties it to its noun, whatever stands before.
    if rest[:1] == "-" and rest[1:2].isalpha():
        return True
    article = _ARTICLE.search(match.string[max(0, match.start() - _BEFORE) : match.start()])
    noun = _NOUN.match(rest)
    if article and noun and _makes_noun(article, noun, behind):
        return True
    return behind == "any" and bool(_PLURAL.match(rest))


def _makes_noun(article: Match[str], noun: Match[str], behind: str) -> bool:
    """Whether an article makes a noun of what follows the amount, as surely as is asked for."""
    apart = noun["participle"] or noun["day"]
    # "a" is never said of the amount itself, which is many: a noun has to come.
    # "Another £5m raised" is, and "every 15 min Monday".
    if article["a"] and not (article["more"] and apart):
        return True
    if apart or noun["name"]:
        return False
    # behind an owner a word with s may be a verb: "Today's £5m rises in value"
    owned = article["owner"] and not _MAYBE_VERB.search(noun[0])
    return behind == "any" or (behind == "the" and bool(article["the"] or owned))
