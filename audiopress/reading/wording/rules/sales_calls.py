"""Calls on the reader to buy, to book, to join or to fill in a form: "Request your free demo".

Calls to write and to comment are in `calls`.
"""

from __future__ import annotations

from audiopress.reading.wording.wording import Wording
from audiopress.text.vocabulary import any_of, any_word

__all__ = ["WORDINGS"]

_BOOKED = any_word(r"demo quote consultation estimate trial walk-?through call\swith")
"""What one books with somebody who sells a service."""

WORDINGS: tuple[Wording, ...] = (
    Wording(
        name="ready to start",
        reason="call",
        source=any_of(
            r"^ready (?:to|for)\b(?!.{0,60}\? let['’]s (?:dive|get started|begin|go|jump))"
            r".{0,60}\?",
            r"^(?:get started|sign up) (?:today|now|for free)",
            r"^book a (?:free )?(?:demo|call|consultation)",
            r"^request (?:a|our|your) (?:free |demo|quote|ebook)",
            r"^(?:fill (?:out|in) the form\b|no credit card required)",
            r"^(?:free )?\d+[- ]day (?:free )?trial",
            r"^(?:try (?:it|\w+) (?:for )?free|start your free|enroll (?:now|for free))",
            r"^(?:see|find out|learn|discover) why [\d,]+\+? (?:\w+ ){1,4}"
            "(?:choose|trust|use|love)",
            # a button at the end
            r"\b(?:book|learn more|shop|read more|get started|sign up|see more|view|buy)\b"
            r"[\w ]{0,15}[❯›»→>]\W*$",
            r"\b(?:sign up here|enroll for free)\W*$",
            r"^(?=\S+(?: \S+){1,15}$)(?:try|let|get|create|join|enrol|start|unlock|invest|grow)"
            r"\b.{5,90}\b(?:today|now)\W*$",
        ),
        # a heading or a button of an offer
        words=25,
        catches="Ready to build your own ferry?",
        passes="Ready to sail at dawn, the crew slept on deck.",
    ),
    Wording(
        name="book a demo",
        reason="call",
        source=any_of(
            r"\b(?:book|request|schedule|get|ask for) (?:a|an|your|our) "
            rf"(?:free |personali[sz]ed |no-obligation |custom )*{_BOOKED}\b",
            r"\btake (?:our|the|this) (?:quick |short |free )?(?:quiz|survey|poll)\b",
            r"^(?:looking for|need|want|interested in)\b[^.?]{0,60}\?\W*(?:look no further|"
            r"(?:contact|call|e-?mail|ask|talk to|speak (?:to|with)|try|book|request) "
            r"(?:us|our|a|an|the)\b)",
        ),
        # an offer of two sentences
        words=40,
        catches="For crews of ten or more, request your free demo",
        passes="They booked a table by the window.",
    ),
    Wording(
        name="if you would like more",
        reason="call",
        source=r"^if you(?:['’]d| would|['’]re|['’]ve)?\b.{0,80}\b"
        r"(?:(?:find out|learn|know|read|see) more|more (?:about|information|details))\b"
        r".{0,160}\b(?:click|download|visit|check|contact|reach|join|call|enrol|recommend)",
        # a call of two or three sentences
        words=50,
        catches="If you'd like to know more, visit our office in Main Street",
        passes="If you'd like to know more about him, read on.",
    ),
    Wording(
        name="if you are looking for",
        reason="call",
        source=r"^if you(?:['’]re| are) looking for\b.{0,100}\b"
        r"(?:enquire|contact|call|book|reach out|get in touch|check out (?:our|these|my)|"
        r"look no further)\b",
        # an offer of two sentences, a twentieth of it linked: else it is advice
        words=45,
        links=0.05,
        catches="If you're looking for a boat, contact the yard",
        passes="If you're looking for a boat in March, wait until May.",
    ),
    Wording(
        name="join or support us",
        reason="subscribe",
        source=r"^(?:subscribe (?:to|now|today|for|and)|(?:join|support) (?:us|our|now|today)|"
        r"become a (?:member|subscriber|patron) (?:of|to|now|today|and))\b",
        # an invitation of two sentences
        words=30,
        catches="Join us today and help our newsroom.",
        passes="Join us, the strikers sang.",
    ),
)
"""The rules of this file. A new one goes to the end; how is said in the package's docstring."""
