"""What publishers ask of the reader and offer. None of it decides alone: news has such words.

Each pattern looks for one sign (a bid, the reader, a sale); the rules in `pitches` and `sections`
ask for several at once, and mostly for the publisher by name.
"""

from __future__ import annotations

import re

from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

__all__ = [
    "BID",
    "BOOKING",
    "BUTTON_LABEL",
    "CALLING_HEADING",
    "CLOSING_HEADING",
    "FREE_OFFER",
    "OPENING_WISH",
    "SELLING_OPENING",
    "TURN_TO",
    "WISH_TO_JOIN",
]

_BIDS = (
    r"contact (?:us|our|the|[A-Z]\w+)",
    r"get in touch",
    r"reach out",
    r"call (?:us|now|our)",
    r"give us a call",
    r"(?:talk|speak|chat) (?:to|with) (?:us|our|an?)\b",
    r"book (?:a|an|your|now)",
    r"schedule (?:a|an|your)",
    r"request (?:a|an|your)",
    r"get (?:a|an|your|the|started|one-on-one|help|trusted)\b",
    r"sign up",
    r"try (?:it|our|the|us)\b",
    r"start (?:your|a|now|today|planning with)\b",
    r"take (?:the|a|our) tour",
    r"learn (?:more|how)",
    r"find out (?:more|how)",
    r"find (?:a|an|the|your) (?:nearest|nearby|closest|location|agent|local)",
    r"download",
    r"visit (?:us|our|[\w.]+\.\w{2,})",
    r"check out our",
    r"join (?:us|our|the|now)",
    r"enrol",
    r"shop (?:now|our|the)",
    r"explore (?:our|the)",
    r"discover (?:our|how)",
    r"see how",
    r"let us\b",
    r"click",
    r"subscribe",
    r"order (?:now|your|from)",
    r"helps? you\b",
    r"look no further",
    r"we(?:['’]d| would) love to",
    r"we(?:['’]re| are) here to",
    r"our team",
    r"wants? to help",
)
"""Bids of advertising, and what a publisher says that it does for the reader."""

BID = compile_late(rf"\b{any_of(_BIDS)}", re.IGNORECASE)
"""What a publisher asks of the reader, anywhere in a text: "book a seat", "we'd love to"."""

_WISHING = (
    "(?:still )?"
    + any_of(
        "looking",
        "not sure",
        "ready",
        "want",
        "wanting",
        "need",
        "needing",
        "keen",
        "interested",
        "curious",
        "thinking",
        "searching",
        "planning",
        "struggling",
        "tired",
        "hoping",
        "eager",
    )
    # up to 22 words and no full stop among them: the question is one sentence
    + r"\b(?: [\w'’&,/$%-]+){1,22}\?",
    r"(?:need|want|got|have) (?:help|questions?|more)\b[^.?!]{0,80}\?",
)
"""Wishes that a reader is asked about: what they look for, or what they need."""

OPENING_WISH = compile_late(rf"^\W*(?:(?:are|do) you )?{any_of(_WISHING)}", re.IGNORECASE)
"""A question at the start that guesses the reader's wish: "Looking for a way to cross?", and not
"Who is looking for a way to cross?". The match ends with the question."""

_CALLING = (
    r"let (?!me|us see)\w+",
    r"ask us",
    r"contact us",
    r"get in touch",
    r"talk to us",
    r"work with us",
    r"partner with",
    r"how we (?:can )?help",
    r"why (?:choose )?us",
)
"""What headings over appeals begin with."""

CALLING_HEADING = compile_late(rf"^\W*{any_of(_CALLING)}\b", re.IGNORECASE)
"""A heading over an appeal: "Let us help"; not "Let me explain"."""

_BUTTON_VERBS = (
    "get",
    "learn",
    "start",
    "try",
    "book",
    "contact",
    "request",
    "sign up",
    "talk",
    "speak",
    "call",
    "join",
    "download",
    "explore",
    "discover",
    "schedule",
    "find",
)
"""Verbs on buttons under offers."""

BUTTON_LABEL = compile_late(rf"^\W*{any_of(_BUTTON_VERBS)}\b", re.IGNORECASE)
"""What the button under a section of promotion begins with: "Get started"."""

_FREE_THINGS = (
    r"free",
    r"discounts?",
    r"% off",
    r"trial",
    r"credits?",
    r"special offer",
)
"""Things given away."""

FREE_OFFER = compile_late(rf"\b{any_of(_FREE_THINGS)}\b", re.IGNORECASE)
"""What is given to win a customer."""

_BOOKED = (
    "appointment",
    "consultation",
    "call",
    "visit",
    "tour",
    "demo",
    "quote",
    "estimate",
    "evaluation",
)
"""What one books with somebody who sells a service."""

BOOKING = compile_late(
    r"^\W*(?:schedule|book|request|make|get|arrange) (?:an?|your|the)\b(?: [\w-]+){0,3} "
    # up to three words between: "Schedule your first free appointment"
    rf"{any_of(_BOOKED)}\b",
    re.IGNORECASE,
)
"""A heading over a form: "Schedule an appointment at Bridgeways"."""

_JOINING = (
    r"join",
    r"try",
    r"check out",
    r"sign up",
    r"enrol\w*",
    r"book",
    r"download",
    r"apply",
    r"reach out",
    r"get in touch",
    r"consider",
)
"""What a reader with a wish is sent to do."""

WISH_TO_JOIN = compile_late(
    r"^\W*if you(?:['’]re| are|['’]d| would| want| need)\b"
    # "join the queue" names nobody; a name has its capital, though case counts nowhere else
    rf".{{0,220}}\b{any_of(_JOINING)} (?!the\b)(?:for |to |with )?(?-i:[A-Z])\w+",
    re.IGNORECASE,
)
"""A wish, and a name to turn to: "If you're serious about ropes, then join Ropery"."""

_CONCLUSIONS = (
    r"conclusion",
    r"final (?:thoughts|words|word)",
    r"summary",
    r"takeaways?",
    r"bottom line",
    r"wrap(?:ping)? up",
    r"in short",
    r"verdict",
    r"wrap-up",
)
"""Headings of conclusions."""

CLOSING_HEADING = compile_late(rf"\b{any_of(_CONCLUSIONS)}\b", re.IGNORECASE)
"""A heading over the last words of the story itself: whatever stands below, it is no appeal."""

_TURNS = (
    "[Cc]ontact",
    "[Cc]all",
    "[Cc]hoose",
    "[Jj]oin",
    "[Tt]ry",
    "[Tt]rust",
    "[Pp]artner with",
    "[Gg]et started with",
    "[Ss]tart with",
    "[Tt]alk to",
    "[Ss]peak (?:to|with)",
    "[Bb]ook (?:with|through)",
    "[Ss]ign up (?:with|for|to)",
    "[Ss]hop (?:at|with)",
    "[Rr]each out to",
    "[Ss]ubscribe to",
    "[Dd]ownload",
    "[Vv]isit",
)
"""Bids before a name, which are told from verbs of a story by their first letter alone."""

TURN_TO = compile_late(rf"\b{any_of(_TURNS)} (?:the |our )?((?:[A-Z][\w.&’'-]*\s?){{1,4}})")
"""A bid to turn to somebody, whose name is group 1: "Contact Bridgeways for a plan"."""

_SELLING_WORDS = (
    "maximi[sz]e",
    "optimi[sz]e",
    "elevate",
    "unlock",
    "discover",
    "explore",
    "transform",
    "boost",
    "grow",
    "get",
    "try",
    "join",
    "start",
    "take",
    "make",
    "meet",
    "experience",
    "strategic",
    "simple",
    "save",
    "choose",
    "find",
    "align",
    "upgrade",
    "streamline",
    "supercharge",
    "achieve",
    "let",
)
"""Imperatives and adjectives that headlines of advertising begin with."""

SELLING_OPENING = compile_late(rf"^\W*{any_of(_SELLING_WORDS)}\b", re.IGNORECASE)
"""What advertising copy begins with: "Unlock the secrets of your ropes"."""
