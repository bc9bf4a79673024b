"""Short forms of what was done, or is: "est. 1920", "we est. $5m", "breakfast incl.".

Here belongs a short form that is a verb in one place and none in another: words beside it tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.speaking.english.spoken_form import ends_sentence, spoken_form
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    import re

    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]

_WHO_ESTIMATES = (
    "analysts", "authorities", "brokers", "economists", "experts", "forecasters", "I", "officials",
    "police", "researchers", "scientists", "sources", "strategists", "they", "traders", "we",
    "who", "can", "could", "might", "must", "now", "still", "to", "would",
)  # fmt: skip
"""Words behind which "est." is a verb: "analysts est. a rise"."""


def _say_included(match: re.Match[str], _variety: Variety) -> str:
    word = f"{match['in']}cluded"
    in_bracket = match.string[match.end() : match.end() + 1] == ")"
    ends = match["stop"] and not in_bracket and ends_sentence(match)
    return match["thing"] + word + ("." if ends else "")


def _say_estimated(match: re.Match[str], _variety: Variety) -> str:
    word = f"{match['head']}stimated"
    return word + ("." if ends_sentence(match) else "")


FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "established",
        # a year behind it, or when or by whom
        r"\b(?P<head>[Ee])st\.\s?(?=(?:(?:in|c\.|circa|around)\s)?(?:1\d{3}|20\d\d)(?![\d%.,]*\d|%)"
        r"|(?:by|since)\s)",
        r"\g<head>stablished ",
        ("a shop, est. 1920, in town", "a shop, established nineteen twenty, in town"),
        ("Est. in 2005 by two", "Established in two thousand and five by two"),
    ),
    spoken_form(
        "they estimate",
        rf"(?P<who>\b(?i:{any_of(_WHO_ESTIMATES)})\s)est\.(?=\s[a-z\d$£€])",
        r"\g<who>estimate",
        ("Analysts est. a rise", "Analysts estimate a rise"),
        ("we est. $5m", "we estimate five million dollars"),
        needs="e",
    ),
    spoken_form(
        "estimated",
        r"\b(?P<head>[Ee])st\.(?!\w)",
        _say_estimated,
        ("71 cents vs. 70 est.", "seventy one cents versus seventy estimated."),
        ("an est. 3,000 people", "an estimated three thousand people"),
    ),
    spoken_form(
        "included",
        # behind a thing, at the end of what is told: "service incl."
        r"(?P<thing>\b(?!(?:all|is|are|not)\b)[^\W\d_]{3,}\.? )(?P<in>in|ex)cl\b"
        r"(?P<stop>\.?)(?=\s*$|[,;)!?]|\s[A-Z])",
        _say_included,
        ("£900 with util. incl.", "nine hundred pounds with utilities included."),
        ("(breakfast incl.)", "(breakfast included)"),
        ("rent, bills incl., from May", "rent, bills included, from May"),
        ("all meals incl. wine", "all meals including wine"),
        needs="l",
    ),
    spoken_form(
        "retired",
        r"\b(?P<r>[Rr])etd\b(?:\.(?=[),;]|\s[a-z]))?",
        lambda match, _: "Retired" if match["r"] == "R" else "retired",
        ("Major Hart (retd.) opened it", "Major Hart (retired) opened it"),
        ("Capt. Hart, retd.", "Captain Hart, retired."),
        ("retdate", "retdate"),
        needs="d",
    ),
    spoken_form(
        "number in a sentence",
        # what is said "no" has no article
        r"(?P<whose>\b(?:[Tt]he|[Aa]|[Mm]y|[Yy]our|[Hh]is|[Hh]er|[Ii]ts|[Oo]ur|[Tt]heir)\s"
        r"(?:(?:total|large|small|phone|mobile|account)\s)?)"
        r"(?P<n>[Nn])o\.(?=\s(?:of|is|was)\s)(?!\sof\scourse)",
        lambda match, _: match["whose"] + ("Number" if match["n"] == "N" else "number"),
        ("my no. is 5", "my number is five"),
        ("The no. of swimmers", "The number of swimmers"),
        ("a large no. of them", "a large number of them"),
        ("He said no. It was late.", "He said no. It was late."),
        ("The answer is no. of course not", "The answer is no. of course not"),
        needs=".",
    ),
)
