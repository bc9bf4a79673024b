"""Labels that lead to other stories: "Read more:", "Related recipes", "Most read".

Whole sentences that lead there are in `read_more_sentences`.
"""

from __future__ import annotations

from audiopress.reading.wording.wording import Wording
from audiopress.text.vocabulary import any_of

__all__ = ["WORDINGS"]

WORDINGS: tuple[Wording, ...] = (
    Wording(
        name="a label and what to read",
        reason="read-more",
        source="^"
        + any_of(
            "read",
            "see",
            "find out",
            "learn",
            "discover",
            "hear",
            "watch",
            "listen",
        )
        + r"\s+(?:more|also|next|on)\b\s*(?:[:|–—»>-]|about|on|from|in|here|$)",
        catches="Read more: why nobody crossed the bridge",
        passes="Read the letter and weep.",
    ),
    Wording(
        name="a label over other stories",
        reason="read-more",
        source="^"
        + any_of(
            "also read",
            "see also",
            "read also",
            "more on (?:this|the) (?:story|topic)",
            "more:",
            "related",
            "related "
            + any_of(
                "articles?",
                "stor(?:y|ies)",
                "posts?",
                "content",
                "news",
                "topics?",
                "coverage",
                "reading",
                "links?",
                "video",
            ),
            "recommended(?: (?:for you|reading|stories|articles))?",
            "you (?:might|may) also (?:like|be interested in|enjoy)",
            "don['’]t miss",
            "must[- ]reads?",
            "further reading",
            "continue reading",
            "keep reading",
            "editor['’]?s?['’]? (?:picks?|choice)",
            "top stories",
            "most (?:read|popular|viewed)",
            "trending(?: now)?",
            "latest (?:news|stories|headlines)",
            "in case you missed it",
            "what to read next",
            "up next",
            "in this article",
            "in this story",
            r"more (?:stories|from|news|coverage)\b.{0,40}",
        )
        + r"\s*[:>»]?$",
        catches="You might also like",
        passes="Related by marriage",
    ),
    Wording(
        name="a label with its mark",
        reason="read-more",
        source=r"^\W*"
        + any_of(
            "related",
            "read",
            "also read",
            "read also",
            "see also",
            "more",
            "recommended",
            "don['’]t miss",
            "must[- ]read",
            "watch",
            "listen",
            "video",
            "in pictures",
            "gallery",
            "explain(?:er|ed)",
            "more on (?:this|the) (?:story|topic)",
            "analysis",
            "opinion",
            "full story",
            "background",
            "live",
            "go deeper",
            "in depth",
            "read this",
            "what to read",
            "next",
            "previous",
            "previously",
        )
        + r"\s*"
        + any_of(
            "stor(?:y|ies)",
            "articles?",
            "posts?",
            "now",
            "next",
            "this",
            "here",
        )
        + r"?\s*(?::|\||»|>)\s*\S",
        catches="Analysis: why the ferry is late again",
        passes="Analysis of the water took a week.",
    ),
    Wording(
        name="the most read",
        reason="read-more",
        source="^"
        + any_of(
            "most (?:read|popular|viewed|watched|shared|commented)",
            "trending",
        )
        + any_of(
            " "
            + any_of(
                "in",
                "on",
                "now",
                "today",
                "this",
                "stories",
                "news",
                "articles?",
                "posts?",
                "videos?",
                "topics?",
                "right now",
                "searches",
                "from",
                "(?-i:[A-Z])",
            )
            + r"\b.{0,25}",
        )
        + r"?\W*$",
        # a label and a section
        words=7,
        catches="Most read in Business",
        passes="Most read it twice",
    ),
    Wording(
        name="read it later",
        reason="read-more",
        source="^read later$",
        # a button
        words=3,
        catches="Read later",
        passes="Read later books",
    ),
    Wording(
        name="you may also like",
        reason="read-more",
        source=r"^\W*"
        + any_of(
            "also read",
            "you (?:might|may) (?:also )?(?:like|enjoy|be interested in)",
            "more on (?:the|this) topic",
            r"want (?:more|to (?:see|learn|know|read)|even more)\b[^.]{0,60}\?",
        ),
        # a label and one or two titles
        words=30,
        catches="You may also like the night ferry",
        passes="You might have heard of the night ferry.",
    ),
    Wording(
        name="related things",
        reason="read-more",
        source="^related"
        + any_of(
            " "
            + any_of(
                "to (?:this|the) (?:story|article|topic)",
                r"(?:\w+ )?"
                + any_of(
                    "news",
                    "tags?",
                    "searches",
                    "pages?",
                    "products?",
                    "guides?",
                    "resources?",
                    "recipes?",
                    "galler(?:y|ies)",
                    "podcasts?",
                    "episodes?",
                    "interviews?",
                    "columns?",
                    "reports?",
                    "insights?",
                    "blogs?",
                    "now",
                    "for you",
                ),
            ),
        )
        + "?$",
        # a label
        words=4,
        catches="Related recipes",
        passes="Related languages of the north",
    ),
    Wording(
        name="this may interest you",
        reason="read-more",
        source="^(?:this|these|it|they) (?:might|may|could) (?:also )?"
        r"(?:be (?:interesting|of interest) (?:to|for)|interest) you\b",
        # a label
        words=10,
        catches="This might also be interesting to you:",
        passes="This might be of interest to the court.",
    ),
    Wording(
        name="related stories",
        reason="read-more",
        source="^related "
        + any_of(
            "articles?",
            "stor(?:y|ies)",
            "posts?",
            "content",
            "links?",
            "reading",
            "resources",
            "guides?",
        )
        + r"\b.{0,40}:?$",
        # a label and a theme
        words=9,
        catches="Related stories from the harbour",
        passes="Related by blood and by trade",
    ),
    Wording(
        name="also check",
        reason="read-more",
        source=r"^(?:you (?:may|might|should) )?also check\W*$",
        # a label
        words=5,
        catches="Also check",
        passes="Also check-in desks",
    ),
)
"""The rules of this file. A new one goes to the end; how is said in the package's docstring."""
