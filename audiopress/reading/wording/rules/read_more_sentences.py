"""Sentences that lead to other stories: "Check out our other articles", "This story is part of".

Labels, "Read more:" among them, are in `read_more`. A sentence may be advice as well, so some of
these ask for a link.
"""

from __future__ import annotations

from audiopress.reading.wording.wording import Wording
from audiopress.text.vocabulary import any_of

__all__ = ["WORDINGS"]

_LOOKING = (
    "access",
    "browse",
    "download",
    "explore",
    "find",
    "hear",
    "read",
    "see",
    "view",
    "watch",
)
"""What one does with a page, a text or a recording."""

_LOOKED_AT = (
    "accessed",
    "browsed",
    "downloaded",
    "explored",
    "found",
    "heard",
    "read",
    "seen",
    "viewed",
    "watched",
)
"""The same, as it is done with it."""

_HERE = (
    r"(?: (?:online|in full))?"
    r"(?<!from)(?<!in)(?<!up)(?<!out)(?<!near)(?<!down)(?<!over)(?<!around) here\W*$"
)
"""The word that is the link; "from here" is a place."""

WORDINGS: tuple[Wording, ...] = (
    Wording(
        name="part of a series",
        reason="read-more",
        source="^this "
        + any_of(
            "feature",
            "article",
            "story",
            "piece",
            "post",
            "report",
            "episode",
        )
        + r" is (?:a )?part of\b.{0,80}\b(?:coverage|series|project|collaboration)\b",
        # a note of one or two sentences
        words=40,
        catches="This story is part of a series on bridges",
        passes="This story is a part of the harbour.",
    ),
    Wording(
        name="hop over to our page",
        reason="read-more",
        source=r"\b(?:hop|head|pop|jump) (?:on )?over to (?:my|our)\b",
        # an aside of two sentences
        words=45,
        catches="For knots, hop over to our page of ropes",
        passes="They hopped over to the other boat.",
    ),
    Wording(
        name="check our other articles",
        reason="read-more",
        source="^(?:you (?:may|might|should|can) )?(?:also )?check(?:[- ]?out)? "
        + any_of(
            "also",
            "all (?:our|of our|the)",
            "(?:our|these|this|the) (?:other |related |full |latest )?"
            + any_of(
                "articles?",
                "guides?",
                "posts?",
                "blogs?",
                "blog posts?",
                "stor(?:y|ies)",
                "videos?",
                "reviews?",
            ),
        )
        + r"\b",
        # an aside of one or two sentences
        words=25,
        catches="Check out our other articles",
        passes="Check out the old station before it is torn down",
    ),
    Wording(
        name="a list you can download",
        reason="read-more",
        source=r"^(?:i|we)(?:['’]ve| have) .{2,60}\byou can "
        r"(?:grab|download|get|use|buy|borrow|have|sign)\b",
        # an aside of one or two sentences, a tenth of it linked: else it may be advice
        words=30,
        links=0.1,
        catches="We've made a list that you can download",
        passes="We have seen boats you can sail to Norway.",
    ),
    Wording(
        name="for further details",
        reason="read-more",
        source="^for (?:full|more|further|additional|complete) "
        + any_of(
            "details?",
            "information",
            "info",
            "background",
            "tips",
            "advice",
        )
        + r"\b.{0,90}\b"
        + any_of(
            "see",
            "visit",
            "read",
            "check",
            "click",
            "contact",
            "go to",
            "call",
            "consult",
            "refer",
        )
        + r"\b",
        # a pointer of one or two sentences
        words=30,
        catches="For further details of the plan, see the report",
        passes="For further details they had to wait",
    ),
    Wording(
        name="a look at our guide",
        reason="read-more",
        source="^"
        + any_of(
            "take a look",
            "have a look",
            "check (?:out|my|our|this)",
            "see (?:my|our|also|the full)",
            "read (?:my|our|the full)",
            "you can (?:learn|read|find|see|check|view|download|also)",
            "(?:and )?here(?:['’]s| is) (?:my|our)",
            "(?:don['’]t forget|be sure) to "
            r"(?:check|read|see|visit|follow|subscribe)\b.{0,20}\b(?:our|my)",
            "also,? (?:check|see|read)",
        )
        + r"\b",
        # a pointer of one sentence, a quarter of it linked: else it may be advice
        words=25,
        links=0.25,
        catches="Take a look at our guide to bridges",
        passes="Check your rope for wear",
    ),
    Wording(
        name="you may like our other pieces",
        reason="read-more",
        source=r"\byou (?:may|might) (?:also )?(?:be interested in|like|enjoy)"
        r"\b.{0,40}\b(?:our|other|these)\b",
        # an aside of two sentences with a small link
        words=45,
        links=0.05,
        catches="If ropes are your thing, you may also enjoy our other stories about them",
        passes="Readers of the sea, you may like the wind.",
    ),
    Wording(
        name="you can see it here",
        reason="read-more",
        source=r"^(?:you|readers|listeners|viewers) (?:can|may) (?:also |still )?"
        + any_of(_LOOKING, "check(?: out)?", "listen to")
        + rf"\b.{{1,90}}{_HERE}",
        # one sentence, of which "here" is linked
        words=20,
        links=0.02,
        catches="You can view our notes of June here.",
        passes="You can see the harbour from here.",
    ),
)
"""The rules of this file. A new one goes to the end; how is said in the package's docstring."""
