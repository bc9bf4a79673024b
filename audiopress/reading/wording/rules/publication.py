"""When it was published and how long it takes: "Published: 3 May 2024", "5 min read"."""

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
            r"\d+(?:-| )?\s*(?:min(?:ute)?s?)(?: |-)?(?:read|listen|watch|video|audio)?",
            r"\d+ words?",
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
            "(?:first |last |originally )?(?:published|updated|posted|modified)",
            "date",
            "last update",
        )
        + r"\b\s*(?=.*\d)(?!.*[^\W\d_]{3,}[.!?]$)"
        + any_of(
            "[:|–-]",
            r"\d",
            r"(?:on|at|in|by|today|yesterday)\b",
            r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b",
            r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b",
        )
        + r".{0,70}\d?",
        # a label, a day, an hour and a zone; more is a sentence
        words=16,
        catches="Published: 3 May 2024",
        passes="Published figures show 40 people were hurt.",
    ),
    Wording(
        name="so long ago",
        reason="published-line",
        source=r"^(?:\d+|an?|one|two|three) "
        + any_of(
            "sec(?:ond)?",
            "min(?:ute)?",
            "hour",
            "hr",
            "day",
            "week",
            "month",
            "year",
        )
        + "s? ago$",
        # only the span
        words=5,
        catches="3 hours ago",
        passes="3 hours ago in Leeds",
    ),
    Wording(
        name="reprinted from",
        reason="published-line",
        source="^this "
        + any_of(
            "article",
            "story",
            "piece",
            "post",
            "essay",
            "interview",
            "column",
            "report",
        )
        + " (?:was|is|has been) "
        + any_of(
            "re-?printed",
            "re-?published",
            "syndicated",
            "cross-?posted",
        )
        + " "
        + any_of(
            r"(?:on|in|at|by|from) (?:the )?(?-i:[A-Z])[\w&'’. -]*\W*$",
            r"(?:here )?(?:with|by|under) .{0,20}(?:permission|licen[cs]e)\b",
        ),
        # one sentence
        words=25,
        catches="This essay was reprinted in the Harbour Review.",
        passes="This essay was reprinted in every year of the war.",
    ),
    Wording(
        name="published, without a day",
        reason="published-line",
        source=r"^(?:posted|published|updated) (?:on|by|in|at)?\s*:?$",
        # a label whose figure stands elsewhere
        words=3,
        catches="Published on",
        passes="Posted missing",
    ),
)
"""The rules of this file. A new one goes to the end; how is said in the package's docstring."""
