"""Newsletters and apps: "Sign up for our newsletter", "Available on Google Play"."""

from __future__ import annotations

from audiopress.reading.wording.wording import Wording
from audiopress.text.vocabulary import any_of, any_word

__all__ = ["WORDINGS"]

WORDINGS: tuple[Wording, ...] = (
    Wording(
        name="sign up for a newsletter",
        reason="newsletter",
        source=any_of(
            r"\b(?:sign(?:ing)?[- ]?up|subscribe|register)\b"
            r"(?!.{0,60}\b(?:using|with) (?:the same|the|an?|one) e-?mail).{0,80}\b"
            + any_word("""
                newsletters? e-?mails? inbox alerts? updates briefing daily weekly digest bulletin
                mailing\\slist
            """)
            + r"\b",
            r"\b(?:newsletters?|briefing|digest)\b.{0,60}\b(?:sign[- ]?up|subscribe|inbox|"
            r"delivered|every (?:morning|evening|week|day))\b",
            r"\b(?:get|receive|want|delivered|straight|direct(?:ly)?|sent)\b"
            r".{0,60}\b(?:in|to) your (?:inbox|mailbox|e-?mail|phone|device)\b",
            r"^(?:enter|type|add|provide) your e-?mail(?: address)?\b",
            r"^e-?mail address\b",
        ),
        catches="Sign up for our weekly newsletter",
        passes="Register using the same e-mail address and wait for updates.",
    ),
    Wording(
        name="get the app",
        reason="app",
        source=r"\b(?:download|get|install|available)\b.{0,50}\b(?:app store|google play|"
        r"play store|(?:our|the|free|mobile) (?:\w+ )?app\b)",
        # one invitation
        words=40,
        catches="Available on Google Play",
        passes="The app that sank a bank",
    ),
)
"""The rules of this file. A new one goes to the end; how is said in the package's docstring."""
