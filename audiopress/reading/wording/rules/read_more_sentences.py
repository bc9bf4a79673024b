"""Sentences that lead to another page: "Take a look at our guide", "You can see it here"."""

from __future__ import annotations

from audiopress.reading.wording.wording import Wording
from audiopress.text.vocabulary import any_of, any_word

__all__ = ["WORDINGS"]

_LOOK = any_word(r"""
    access browse download explore find hear read see view watch check(?:\sout)? listen\sto
""")
"""What one does with a page, a text or a recording."""

WORDINGS: tuple[Wording, ...] = (
    Wording(
        name="for further details",
        reason="read-more",
        source=any_of(
            r"^this (?:feature|article|story|piece|post|report|episode) is (?:a )?part of\b"
            r".{0,80}\b(?:coverage|series|project|collaboration)\b",
            r"\b(?:hop|head|pop|jump) (?:on )?over to (?:my|our)\b",
            r"^(?:you (?:may|might|should|can) )?(?:also )?check(?:[- ]?out)? "
            r"(?:also|all (?:of )?our|"
            r"(?:our|these|this|the) (?:other |related |full |latest )?"
            r"(?:articles?|guides?|(?:blog )?posts?|blogs?|stor(?:y|ies)|videos?|reviews?))\b",
            r"^for (?:full|more|further|additional|complete) "
            r"(?:details?|info(?:rmation)?|background|tips|advice)\b.{0,90}\b"
            r"(?:see|visit|read|check|click|contact|go to|call|consult|refer)\b",
        ),
        # a pointer of one or two sentences
        words=45,
        catches="For further details of the plan, see the report",
        passes="For further details they had to wait",
    ),
    Wording(
        name="a look at our guide",
        reason="read-more",
        source=r"^(?:(?:take|have) a look|check (?:out|my|our|this)|see (?:my|our|also|the full)|"
        r"read (?:my|our|the full)|you can (?:learn|read|find|see|check|view|download|also)|"
        r"(?:and )?here(?:['’]s| is) (?:my|our)|(?:don['’]t forget|be sure) to "
        r"(?:check|read|see|visit|follow|subscribe)\b.{0,20}\b(?:our|my)|"
        r"also,? (?:check|see|read))\b",
        # a pointer of one sentence, a quarter of it linked: else it may be advice
        words=25,
        links=0.25,
        catches="Take a look at our guide to bridges",
        passes="Check your rope for wear",
    ),
    Wording(
        name="you can see it here",
        reason="read-more",
        source=any_of(
            rf"^(?:you|readers|listeners|viewers) (?:can|may) (?:also |still )?{_LOOK}\b.{{1,90}}"
            # the word that is the link; "from here" is a place
            r"(?: (?:online|in full))?(?<!from)(?<!in)(?<!up)(?<!out)(?<!near)(?<!down)(?<!over)"
            r"(?<!around) here\W*$",
            r"^(?:i|we)(?:['’]ve| have) .{2,60}\byou can "
            r"(?:grab|download|get|use|buy|borrow|have|sign)\b",
            r"\byou (?:may|might) (?:also )?(?:be interested in|like|enjoy)"
            r"\b.{0,40}\b(?:our|other|these)\b",
        ),
        # one or two sentences with a small link
        words=45,
        links=0.02,
        catches="You can view our notes of June here.",
        passes="You can see the harbour from here.",
    ),
)
"""The rules of this file. A new one goes to the end; how is said in the package's docstring."""
