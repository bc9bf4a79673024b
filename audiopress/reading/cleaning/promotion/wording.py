"""What publishers ask of the reader and offer. None of it decides alone: news has such words.

Each pattern looks for one sign (a bid, the reader, a sale); the rules in `pitches` and `sections`
ask for several at once, and mostly for the publisher by name.
"""

from __future__ import annotations

import re

from audiopress.reading.wording.narration_words import BIDS, IMPERATIVES
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of, any_word

__all__ = [
    "BID",
    "CALLING_HEADING",
    "CLOSING_HEADING",
    "FREE_OFFER",
    "OFFERING",
    "OPENING_WISH",
    "TURN_TO",
]

BID = compile_late(
    r"\b"
    + any_of(
        rf"(?!read|see|view|watch){IMPERATIVES} (?:us|our)\b",
        r"(?:book|schedule|request|get|start|order|join|shop) "
        r"(?:an?|the|your|now|today|started|help)\b",
        r"(?:learn|find out|discover|see) (?:more|how)\b",
        r"(?:talk|speak|chat) (?:to|with) (?:us|our|an?)\b",
        r"(?:contact|join) (?-i:[A-Z])|visit [\w.]+\.\w{2,}",
        "get in touch|reach out|check out our|sign up|download|enrol|click|subscribe",
        "look no further|our team",
        r"helps? you\b|wants? to help|we(?:['’]d| would) love to|we(?:['’]re| are) here to",
    ),
    re.IGNORECASE,
)
"""What a publisher asks of the reader, anywhere in a text: "book a seat", "we'd love to"."""

_WISHING = any_word("""
    looking not\\ssure ready want wanting need needing keen interested curious thinking searching
    planning struggling tired hoping eager
""")
"""Wishes that a reader is asked about: what they look for, or what they need."""

OPENING_WISH = compile_late(
    r"^\W*(?:(?:are|do) you )?"
    + any_of(
        # up to 22 words and no full stop among them: the question is one sentence
        rf"(?:still )?{_WISHING}\b(?: [\w'’&,/$%-]+){{1,22}}\?",
        r"(?:need|want|got|have) (?:help|questions?|more)\b[^.?!]{0,80}\?",
    ),
    re.IGNORECASE,
)
"""A question at the start that guesses the reader's wish: "Looking for a way to cross?", and not
"Who is looking for a way to cross?". The match ends with the question."""

CALLING_HEADING = compile_late(
    r"^\W*(?:let (?!me|us see)\w+|(?:ask|contact|talk to|work with|why(?: choose)?) us|"
    r"get in touch|partner with|how we (?:can )?help)\b",
    re.IGNORECASE,
)
"""A heading over an appeal: "Let us help"; not "Let me explain"."""

FREE_OFFER = compile_late(r"\b(?:free|discounts?|% off|trial|credits?)\b", re.IGNORECASE)
"""What is given to win a customer."""

CLOSING_HEADING = compile_late(
    r"\b(?:conclusion|final (?:thoughts|words?)|summary|takeaways?|bottom line|"
    r"wrap(?:ping)?[- ]up|in short|verdict)\b",
    re.IGNORECASE,
)
"""A heading over the last words of the story itself: whatever stands below it, it is no appeal."""

TURN_TO = compile_late(
    r"\b(?i:contact|call|choose|join|try|trust|download|visit|partner with|(?:reach out|subscribe)"
    r" to|(?:get started|start|sign up|book|shop|speak|talk) (?:with|to|for|at|through)) "
    r"(?:the |our )?((?:[A-Z][\w.&’'-]*\s?){1,4})"
)
"""A bid to turn to somebody, whose name is group 1: "Contact Bridgeways for a plan"."""

OFFERING = compile_late(rf"^\W*{BIDS}\b", re.IGNORECASE)
"""What advertising copy and the buttons below it begin with: "Unlock the secrets of your ropes"."""
