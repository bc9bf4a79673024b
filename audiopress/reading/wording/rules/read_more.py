"""Labels over other stories, and bids to read them: "Read more about it", "Related stories".

Labels with a title behind them are in `pointers`.
"""

from __future__ import annotations

from audiopress.reading.wording.rules.pointers import LABELS, THINGS
from audiopress.reading.wording.wording import Wording
from audiopress.text.vocabulary import any_of

__all__ = ["WORDINGS"]

_STORIES = r"(?:stor(?:y|ies)|articles?|posts?|now|next|this|here)"
"""What a label speaks of."""

WORDINGS: tuple[Wording, ...] = (
    Wording(
        name="a label and what to read",
        reason="read-more",
        source=r"^(?:read|see|find out|learn|discover|hear|watch|listen)\s+(?:more|also|next|on)\b"
        r"\s*(?:[:|–—»>-]|about|on|from|in|here|$)",
        catches="Read more: why nobody crossed the bridge",
        passes="Read the letter and weep.",
    ),
    Wording(
        name="a label over other stories",
        reason="read-more",
        source="^"
        + any_of(
            LABELS,
            "editor['’]?s?['’]? (?:picks?|choice)|top stories|latest (?:news|stories|headlines)",
            "read later|in this (?:article|story)|more:|continue reading",
            r"(?:you (?:may|might|should) )?also check",
            rf"related {THINGS}\b.{{0,40}}",
            r"more (?:stories|from|news|coverage)\b.{0,40}",
            "(?:most (?:read|popular|viewed|watched|shared|commented)|trending)"
            r"(?: (?:in|on|now|today|this|stories|news|articles?|topics?|from|(?-i:[A-Z]\w*))\b"
            ".{0,25})?",
        )
        + r"\s*[:>»]?$",
        # a label and a section
        words=9,
        catches="You might also like",
        passes="Related by marriage",
    ),
    Wording(
        name="a label with its mark",
        reason="read-more",
        source=r"^\W*"
        + any_of(
            LABELS,
            "read|more|video|in pictures|gallery|explain(?:er|ed)|analysis|opinion|full story",
            "background|live|go deeper|in depth|what to read|next|previous(?:ly)?|listen",
        )
        + rf"\s*{_STORIES}?\s*[:|»>]\s*\S",
        catches="Analysis: why the ferry is late again",
        passes="Analysis of the water took a week.",
    ),
    Wording(
        name="you may also like",
        reason="read-more",
        source=r"^\W*(?:also read|you (?:might|may) (?:also )?(?:like|enjoy|be interested in)|"
        "more on (?:the|this) topic|"
        r"want (?:more|to (?:see|learn|know|read)|even more)\b[^.]{0,60}\?|"
        r"(?:this|these|it|they) (?:might|may|could) (?:also )?"
        r"(?:be (?:interesting|of interest) (?:to|for)|interest) you\b)",
        # a label and one or two titles
        words=30,
        catches="You may also like the night ferry",
        passes="You might have heard of the night ferry.",
    ),
)
"""The rules of this file. A new one goes to the end; how is said in the package's docstring."""
