"""Law: cookies, terms, consent, copyright, trade marks."""

from __future__ import annotations

from audiopress.reading.wording.wording import Wording
from audiopress.text.vocabulary import any_of

__all__ = ["WORDINGS"]

WORDINGS: tuple[Wording, ...] = (
    Wording(
        name="cookies and consent",
        reason="banner",
        source=r"\b"
        + any_of(
            "we use cookies",
            "accept (?:all )?cookies",
            "cookie (?:policy|settings|preferences)",
            "by "
            + any_of(
                "continuing",
                "clicking",
                "using",
                "signing",
                "subscribing",
                "registering",
                "submitting",
                "entering",
            )
            + ".{0,80}(?:agree|accept|consent)",
        )
        + r"\b",
        catches="We use cookies to improve this page",
        passes="The cookies were baked in the harbour.",
    ),
    Wording(
        name="terms in a short line",
        reason="banner",
        source=r"\b"
        + any_of(
            "privacy policy",
            "terms (?:of (?:use|service)|and conditions|& conditions)",
        )
        + r"\b",
        # a link in a footer; in a sentence terms are told of
        words=12,
        catches="Privacy Policy",
        passes="The privacy that policy makers want",
    ),
    Wording(
        name="terms that are linked",
        reason="banner",
        source=r"\b"
        + any_of(
            "privacy policy",
            "terms (?:of (?:use|service)|and conditions|& conditions)",
        )
        + r"\b",
        # the terms are a twentieth of the line: a link to them, and no story about them
        links=0.05,
        catches="All that you send us is kept as it says in our long Privacy Policy",
        passes="The privacy of a policy was what they fought over in court.",
    ),
    Wording(
        name="ad blockers, scripts, notifications",
        reason="banner",
        source=r"\b"
        + any_of(
            r"ad ?block(?:er)?s?\b.{0,60}(?:disable|turn|detected|whitelist|pause)",
            "(?:enable|turn on) javascript",
            "javascript (?:is|must be) (?:disabled|enabled|required)",
            "allow notifications",
            "turn on notifications",
        ),
        catches="Please disable your ad blocker: ad blocker detected",
        passes="Notifications of the storm came late.",
    ),
    Wording(
        name="copyright at the start",
        reason="copyright",
        source="^"
        + any_of(
            r"(?:©|\(c\)|copyright)\s*"
            + any_of(
                "©",
                r"\(c\)",
                "copyright",
                r"(?:19|20)\d\d",
                "[:|]",
                r"(?-i:[A-Z][\w.&' -]{1,40}\W*$)",
                r"(?-i:[A-Z]\S+ (?:19|20)\d\d)",
            ),
            "copyright$",
        ),
        catches="© 2024 Example Press",
        passes="Copyright law will change in May",
    ),
    Wording(
        name="rights reserved",
        reason="copyright",
        source=any_of(
            r"\ball rights reserved(?:\W*$|[.,;:|©])",
            r"\bmay not be "
            + any_of(
                "published",
                "reproduced",
                "broadcast",
                "rewritten",
                "copied",
            )
            + "(?:,? or|,) (?:otherwise |re)?"
            + any_of(
                "published",
                "reproduced",
                "broadcast",
                "rewritten",
                "written",
                "copied",
                "used",
                "stored",
                "sold",
                "(?:re)?distributed",
                "transmitted",
                "displayed",
                "cached",
            )
            + r"\b",
            r"\b(?:copyright|©)\s*(?:©|\(c\))?\s*(?:19|20)\d\d\b",
            r"(?:©|\(c\))\s*(?:19|20)\d\d",
        ),
        catches="All rights reserved.",
        passes="The rights were reserved for the sons of the miller.",
    ),
    Wording(
        name="trade marks of others",
        reason="copyright",
        source=any_of(
            "は[^。]{1,60}の(?:登録)?商標です",
            r"\b(?:is|are) (?:an? |the )?(?:registered )?(?:trade|service) ?marks?"
            "(?: or registered trademarks?)? (?:of|owned by) "
            "(?:the )?(?:respective|their|its|(?-i:[A-Z]))",
        ),
        # one or two sentences below a text
        words=45,
        catches="Product names are trademarks of their respective owners.",
        passes="Long coats are trademarks of fishermen here.",
    ),
)
"""The rules of this file. A new one goes to the end; how is said in the package's docstring."""
