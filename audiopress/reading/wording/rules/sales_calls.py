"""Calls on the reader to buy, to book or to fill in a form: "Request your free demo".

Calls to write and to comment are in `calls`.
"""

from __future__ import annotations

from audiopress.reading.wording.wording import Wording
from audiopress.text.vocabulary import any_of

__all__ = ["WORDINGS"]

WORDINGS: tuple[Wording, ...] = (
    Wording(
        name="ready to start",
        reason="call",
        source="^"
        + any_of(
            r"ready (?:to|for)\b"
            r"(?!.{0,60}\? let['’]s (?:dive|get started|begin|go|jump))(?:.{0,60})\?",
            "get started (?:today|now)",
            "sign up (?:today|now|for free)",
            "book a (?:free )?(?:demo|call|consultation)",
            "request (?:a|our|your) (?:free |demo|quote|ebook)",
            r"fill (?:out|in) the form\b",
            "no credit card required",
            r"(?:free )?\d+[- ]day (?:free )?trial",
            r"try (?:it|\w+) (?:for )?free",
            "start your free",
            "enroll (?:now|for free)",
            r"(?:see|find out|learn|discover) why [\d,]+\+? "
            r"(?:\w+ ){1,4}(?:choose|trust|use|love)",
        ),
        # a heading or a button of an offer
        words=25,
        catches="Ready to build your own ferry?",
        passes="Ready to sail at dawn, the crew slept on deck.",
    ),
    Wording(
        name="a button with an arrow",
        reason="call",
        source=any_of(
            r"\b"
            + any_of(
                "book",
                "learn more",
                "shop",
                "read more",
                "get started",
                "sign up",
                "see more",
                "view",
                "buy",
            )
            + r"\b[\w ]{0,15}[❯›»→>]\W*$",
            r"\b(?:sign up here|enroll for free)\W*$",
        ),
        # a line of an offer that ends with a button
        words=25,
        catches="Ropes for every boat: buy the rope »",
        passes="Buy the book",
    ),
    Wording(
        name="do it today",
        reason="call",
        source="^"
        + any_of(
            "try",
            "let",
            "get",
            "create",
            "join",
            "enroll",
            "start",
            "unlock",
            "invest",
            "grow",
        )
        + r"\b.{5,90}\b(?:today|now)\W*$",
        # a heading or a button of an offer
        words=16,
        catches="Join thousands of sailors today",
        passes="Join the queue at the quay",
    ),
    Wording(
        name="take our quiz",
        reason="call",
        source=r"\btake (?:our|the|this) (?:quick |short |free )?(?:quiz|survey|poll)\b",
        # an invitation of two sentences
        words=40,
        catches="How well do you know ropes? Take our quick quiz",
        passes="They took the quiz in the pub.",
    ),
    Wording(
        name="looking for something",
        reason="call",
        source=r"^(?:looking for|need|want|interested in)\b[^.?]{0,60}\?\W*"
        + any_of(
            "look no further",
            any_of(
                "contact",
                "call",
                "e-?mail",
                "ask",
                "talk to",
                "speak (?:to|with)",
                "try",
                "book",
                "request",
            )
            + r" (?:us|our|a|an|the)\b",
        ),
        catches="Looking for a new rope? Look no further",
        passes="Looking for his brother? He went the other way.",
    ),
    Wording(
        name="book a demo",
        reason="call",
        source=r"\b(?:book|request|schedule|get|ask for) (?:a|an|your|our) "
        + any_of(
            "free ",
            "personali[sz]ed ",
            "no-obligation ",
            "custom ",
        )
        + "*"
        + any_of(
            "demo",
            "quote",
            "consultation",
            "estimate",
            "trial",
            "walk-?through",
            "call with",
        )
        + r"\b",
        # an offer of two sentences
        words=40,
        catches="For crews of ten or more, request your free demo",
        passes="They booked a table by the window.",
    ),
    Wording(
        name="a code and its terms",
        reason="call",
        source=any_of(
            r"\buse (?:the )?(?:promo |discount |coupon )?code [A-Z0-9]{3,}\b",
            r"\bterms (?:and conditions )?apply\.?$",
        ),
        catches="Save on ropes when you use code SPRING",
        passes="They use a code of flags.",
    ),
    Wording(
        name="fill in the form",
        reason="call",
        source=r"\bfill (?:out|in) (?:the|this|our) form (?:below|above|here)\b",
        catches="To be called back, fill in the form below",
        passes="They had to fill in a form in the harbour office.",
    ),
    Wording(
        name="a form or a button below",
        reason="call",
        source=any_of(
            r"\bfill (?:out|in) (?:the|our|this) "
            r"(?:form|survey|questionnaire) (?:below|above|here)\b",
            r"\bclick (?:the|on the) (?:button|link|banner|image)s? (?:below|above)\b",
        ),
        # a paragraph that leads to a form
        words=90,
        catches="To talk to an adviser who knows your town, click the button below",
        passes="The button below his collar was gone.",
    ),
    Wording(
        name="if you would like more",
        reason="call",
        source=r"^if you(?:['’]d| would|['’]re|['’]ve)?\b.{0,80}\b"
        + any_of(
            "find out more",
            "learn more",
            "know more",
            "read more",
            "see more",
            "more (?:about|information|details)",
        )
        + r"\b.{0,160}\b"
        + any_of(
            "click",
            "download",
            "visit",
            "check",
            "contact",
            "reach",
            "join",
            "call",
            "enrol",
            "recommend",
        ),
        # a call of two or three sentences
        words=50,
        catches="If you'd like to know more, visit our office in Main Street",
        passes="If you'd like to know more about him, read on.",
    ),
    Wording(
        name="if you are looking for",
        reason="call",
        source=r"^if you(?:['’]re| are) looking for\b.{0,100}\b"
        + any_of(
            "enquire",
            "contact",
            "call",
            "book",
            "reach out",
            "get in touch",
            "check out (?:our|these|my)",
            "look no further",
        )
        + r"\b",
        # an offer of two sentences, a twentieth of it linked: else it is advice
        words=45,
        links=0.05,
        catches="If you're looking for a boat, contact the yard",
        passes="If you're looking for a boat in March, wait until May.",
    ),
)
"""The rules of this file. A new one goes to the end; how is said in the package's docstring."""
