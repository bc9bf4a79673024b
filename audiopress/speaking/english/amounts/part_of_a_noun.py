"""Whether "12m of the ..." is a length or a share: what the noun behind "of" tells.

No form stands here: `distance_or_number.py` asks. The words stand in `words_behind_of.py`.
"""

from __future__ import annotations

from audiopress.speaking.english.amounts.words_behind_of import LONG_THINGS, SHARED_THINGS
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

__all__ = ["is_length_of", "names_long_thing"]

_ENDS = (
    "a", "after", "along", "and", "are", "as", "at", "be", "because", "before", "below", "but",
    "by", "during", "for", "from", "had", "has", "have", "if", "in", "into", "is", "near", "not",
    "of", "on", "or", "over", "since", "so", "than", "that", "the", "through", "to", "under",
    "until", "was", "were", "when", "where", "which", "while", "who", "will", "with", "would",
)  # fmt: skip
"""Words with which the noun and what stands before it end: "of the pier was lost"."""

_WORDS = 6
"""Words behind "of" that are looked at: seldom has a noun more before it."""

_OF = compile_late(
    r"\A\sof\s(?:(?:the|this|that|its|their|his|her|our|your|all|any)\s)*"
    rf"(?P<noun>(?:(?!{any_of(_ENDS)}\b)[\w.,]*[\w'’-]+(?:\s|\b)){{1,{_WORDS}}})"
)
"""Matches "of the" with the words behind it, up to one that no noun has before it."""

_SHARE = compile_late(
    r"\A\sof\s(?:(?:them|us|whom|you)\b|th[eo]se\b(?!\s(?!who\b|in\b|with\b)[a-z]))"
)
"""Matches a pronoun for who or what is counted; "those" only with nothing named behind it."""

_LONG = compile_late(rf"{any_of(LONG_THINGS)}")
"""Matches one word that names what is measured along itself."""

_LONG_NEAR = compile_late(rf"\b{any_of(LONG_THINGS)}\b")
"""Matches such a word in a text."""

_SHARED = compile_late(rf"{any_of(SHARED_THINGS)}")
"""Matches one word that names whom or what one counts or pays."""

_PLURAL = compile_late(r"(?:[a-z]+-)?[a-z]+(?<![siu])s")
"""Matches a plural: most words in -ss, -is and -us are none; a name with a capital is none."""


def is_length_of(ahead: str) -> bool | None:
    """Whether "m" is a length before ``ahead``, as far as a noun behind "of" tells.

    None where no "of" follows, or its noun is neither known nor a plural. The last words are asked
    first, since they are what it is about: "of the pier fund" is money. A plural that may be a verb
    gives way to a long thing before it: "of the sea wall collapses".
    """
    if _SHARE.match(ahead):
        return False
    found = _OF.match(ahead)
    plural = False
    for word in reversed(found["noun"].split() if found else ()):
        bare = word.strip(".,'’-")
        if _SHARED.fullmatch(bare):
            return False
        if _LONG.fullmatch(bare.lower()):
            return True
        plural = plural or bool(_PLURAL.fullmatch(bare))
    return False if plural else None


def names_long_thing(text: str) -> bool:
    """Whether ``text`` names something that is measured along itself: a wall, a road, a pipe."""
    return bool(_LONG_NEAR.search(text))
