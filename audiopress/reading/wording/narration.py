"""What tells of somebody: the signs that a sentence is a story's, whatever words it begins with.

Boilerplate speaks to the reader or of the page; a story speaks of third persons, of what was, of
who said it. "Join us" is a call, "Join us, the strikers sang" is not.
"""

from __future__ import annotations

import re

from audiopress.reading.wording.finite_verbs import has_finite_verb
from audiopress.reading.wording.narration_words import (
    CALL_WORDS,
    PAGE_PARTS,
    SPEECH_VERBS,
    TRADE_WORDS,
)
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of, any_word

__all__ = ["addresses_reader", "is_narration"]

_CLOSED = compile_late(r"[.!?…][\"”’')\]»]*$")
"""The end of a sentence, quotes and brackets closed: a label on a page has none."""

_ATTRIBUTION = compile_late(
    any_of(
        # "Join us, the strikers sang"; not "Sign up, which our readers said ..."
        # a clause with "which" or "who" only describes what stands before it
        r"[,?!][\"”’']?\s(?!(?:what|which|why|how|who|where|when)\b)"
        # who says so is a third person: "you said" is the page's
        r"(?:(?!you\b|we\b|our\b|your\b)[\w'’-]+\s){1,9}" + SPEECH_VERBS + r"\b",
        # "Join us, said the strikers"; not "Join us, said you"
        r"[,?!][\"”’']?\s"
        + any_word("said says asks asked wrote cried added whispers joke[sd]")
        + r"\s(?!you\b|us\b)[\w'’]",
    ),
    re.IGNORECASE,
)
"""Who said what stands before it: behind a comma or a mark, one to nine words and a verb."""

_SUBJECTS = any_word("""
    the an? his her their its he she it they one no nobody both all most many some few each
""")
"""How the subject of a main clause begins when it is a third person or thing."""

_LEADING_CLAUSE = compile_late(
    # no other mark in them: their comma is the one before the subject
    r"^(?:with\b[^,:;]{8,70}|"
    # endings of participles, regular and not: "Written", "Built", "Held", "Done"
    r"(?:(?:first|originally|previously)\s)?(?-i:[A-Za-z])\w+(?:ed|en|lt|nt|ht|ld|ne)\b[^,:;]{2,70}"
    r"),\s"
    rf"(?-i:{_SUBJECTS})\b",
    re.IGNORECASE,
)
"""A clause that leads to its subject: "Written by a miner, the play opened on Friday"."""

_THIRD_PERSON = compile_late(
    r"\b"
    + any_of(
        "he",
        "she",
        "him",
        "his",
        "her",
        "they",
        "them",
        "was",
        "were",
        "had",
        "did",
        "would",
        r"(?:in|since|until|by) (?:20|19|18|17)\d\d",
    )
    + r"\b",
    re.IGNORECASE,
)
"""Third persons, the past, and years: "The mill burnt down in 1923"."""

_PRESENT = compile_late(
    r"^(?:the|an?|some|most|many|few|all|his|her|their|its|(?-i:[A-Z])[\w'’-]+)\s"
    r"(?:[\w'’%,-]+\s){0,5}"
    "(?-i:"
    + any_word("""
        is are has have will needs? makes? earns? shows? costs? fell falls rises? survived takes?
        plays? measures? keeps? rules?
    """)
    + r")\s",
    re.IGNORECASE,
)
"""A subject and what it is or does: "The bridge is closed until May"."""

_TRADE = compile_late(
    r"\b" + TRADE_WORDS + r"\b",
    re.IGNORECASE,
)
"""Words of publishing and of law: a statement with one of them may be the publisher's own."""

_READER = compile_late(
    any_of(
        r"\b"
        + any_of(
            "we",
            "us",
            "our",
            "you",
            "your",
            "i",
            "my",
            "here",
            "below",
            "above",
            "click",
            # as a command: first in its sentence or clause, or behind or, to, and, please
            r"(?:(?<=^)|(?<=[.!?,;:]\s)|(?<=\b(?:or|to)\s)|(?<=\band\s)|(?<=please\s))"
            "(?:subscribe|sign up|e-?mail)",
            "(?:this|these|the following) " + PAGE_PARTS,
        )
        + r"\b",
        "©",
        "@",
        "https?:",
        r"www\.",
        # "2024 Example Press": a year and who has the rights
        r"\b(?:19|20)\d\d (?-i:[A-Z])",
        # credits: "(Photo credit", "courtesy of the town", "Getty"; not "credit from the bank"
        r"(?:[(/|,;:.–—-]\s*(?:\w[\w’'-]{0,24}\s){0,3}|^)"
        + any_of(
            r"credit(?! (?:from|by)\b)",
            r"courtesy(?![^,.]{2,50},\s(?-i:[a-z]))",
            "getty(?! (?!images))",
        )
        + r"\b",
        r"\b(?:by|from|of) getty(?: images)?\W*$",
    ),
    re.IGNORECASE,
)
"""What speaks to the reader, of the page itself or of its site."""

_SPEECH = compile_late(r"^(?:“[^“”]+[.!?,…]”|\"[^\"]+[.!?,…]\")$")
"""A paragraph that is one quotation."""

_MENTIONED_CALL = compile_late(
    r"^(?!(?:this|these|our|the following)\s)(?:(?-i:[A-Z])[\w'’-]+)(?:\s[\w'’-]+){1,7}"
    r"(?<!\sthat)\s(?:is|was)\s"
    + any_of(
        "all (?:that|the)",
        "what (?!you|we)",
        "how (?!you|we)",
        "the (?!best|fastest|easiest|quickest|only way|right)",
        "an? (?!great|good|free|must|quick|simple)",
    )
    + r"(?!.*\b(?:your?|our)\b)",
    re.IGNORECASE,
)
"""A call that a sentence only tells of: "Join us is the motto of the club"; not "Join us is the
best that you can do"."""

_CALLS = compile_late(
    r"^\W*(?:please |just |simply |also |so )?" + CALL_WORDS + r"\b",
    re.IGNORECASE,
)
"""How a call begins, and no subject of a sentence: "Find the ferry.", "If you like ferries"."""


def addresses_reader(text: str) -> bool:
    """Whether a text speaks to the reader, of itself, or of its own site."""
    return bool(_READER.search(text))


def is_narration(text: str) -> bool:
    """Whether a closed sentence tells of others: who said it, what was, and nothing of the page."""
    if not _CLOSED.search(text):
        return False
    # first: words to the reader may stand in what somebody is quoted with
    signs = (_ATTRIBUTION, _LEADING_CLAUSE, _SPEECH, _MENTIONED_CALL)
    if any(pattern.search(text) for pattern in signs):
        return True
    # past these signs, whoever speaks to the reader tells of nobody
    if _READER.search(text):
        return False
    if _THIRD_PERSON.search(text):
        return True
    # last: the present tense is the publisher's own too ("Bridgeways reserves all rights")
    return not _TRADE.search(text) and bool(_PRESENT.search(text) or _is_statement(text))


def _is_statement(text: str) -> bool:
    """Whether a text is one sentence that opens with its subject, and no call."""
    return not _CALLS.match(text) and has_finite_verb(text)
