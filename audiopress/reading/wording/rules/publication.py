"""When and where it was published: "5 min read", "Published: 3 May 2024", "3 hours ago"."""

from __future__ import annotations

from audiopress.reading.wording.wording import Wording
from audiopress.text.vocabulary import any_of

__all__ = ["WORDINGS"]

WORDINGS: tuple[Wording, ...] = (
    Wording(
        name="how long it takes to read",
        reason="reading-time",
        source="^"
        + any_of(
            r"(?:estimated )?(?:read(?:ing)?|listen(?:ing)?) time\b.{0,20}",
            r"\d+(?:-| )?\s*min(?:ute)?s?(?: |-)?(?:read|listen|watch|video|audio)?",
            r"\d+ words?",
            r"(?:tempo de leitura|tiempo de lectura|temps de lecture|lese(?:zeit|dauer)|leestijd|"
            r"tempo di lettura)\b.{0,20}",
        )
        + "$",
        # a label and a figure
        words=8,
        catches="5 min read",
        passes="5 minutes to midnight",
    ),
    Wording(
        name="published on",
        reason="published-line",
        source="^"
        + any_of(
            r"(?:(?:first |last |originally )?(?:published|updated|posted|modified)|"
            r"date|last update)\b\s*(?=.*\d)(?!.*[^\W\d_]{3,}[.!?]$)(?:[:|–-]|\d|"
            r"(?:on|at|in|by|today|yesterday)\b|"
            r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|"
            r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b).{0,70}\d?",
            r"(?:\d+|an?|one|two|three) "
            "(?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year)s? ago$",
            "this (?:article|story|piece|post|essay|interview|column|report) (?:was|is|has been) "
            "(?:re-?printed|re-?published|syndicated|cross-?posted) "
            r"(?:(?:on|in|at|by|from) (?:the )?(?-i:[A-Z])[\w&'’. -]*\W*$|"
            r"(?:here )?(?:with|by|under) .{0,20}(?:permission|licen[cs]e)\b)",
            # a label whose figure stands elsewhere
            r"(?:posted|published|updated) (?:on|by|in|at)?\s*:?$",
        ),
        # a label, a day, an hour and a zone; more is a sentence
        words=16,
        catches="Published: 3 May 2024",
        passes="Published figures show 40 people were hurt.",
    ),
)
"""The rules of this file. A new one goes to the end; how is said in the package's docstring."""
