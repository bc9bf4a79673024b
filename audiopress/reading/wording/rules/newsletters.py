"""Newsletters, apps and membership: "Sign up for our newsletter", "Join us today"."""

from __future__ import annotations

from audiopress.reading.wording.wording import Wording
from audiopress.text.vocabulary import any_of

__all__ = ["WORDINGS"]

WORDINGS: tuple[Wording, ...] = (
    Wording(
        name="sign up for a newsletter",
        reason="newsletter",
        source=(
            r"\b(?:sign(?:ing)?[- ]?up|subscribe|register)\b"
            r"(?!.{0,60}\b(?:using|with) (?:the same|the|an?|one) e-?mail).{0,80}\b"
        )
        + any_of(
            "newsletters?",
            "e-?mails?",
            "inbox",
            "alerts?",
            "updates",
            "briefing",
            "daily",
            "weekly",
            "digest",
            "bulletin",
            "mailing list",
        )
        + r"\b",
        catches="Sign up for our weekly newsletter",
        passes="Register using the same e-mail address and wait for updates.",
    ),
    Wording(
        name="a newsletter that comes",
        reason="newsletter",
        source=r"\b(?:newsletters?|briefing|digest)\b.{0,60}\b"
        + any_of(
            "sign[- ]?up",
            "subscribe",
            "inbox",
            "delivered",
            "every (?:morning|evening|week|day)",
        )
        + r"\b",
        # two sentences of an invitation; a paragraph is longer
        words=50,
        catches="Our briefing, delivered every morning",
        passes="The briefing for reporters lasted an hour.",
    ),
    Wording(
        name="delivered to your inbox",
        reason="newsletter",
        source=r"\b(?:delivered|straight|direct(?:ly)?|sent)\b"
        r".{0,30}\bto your (?:inbox|e-?mail|phone|device)\b",
        catches="The best stories, straight to your inbox",
        passes="The parcel was delivered to her door.",
    ),
    Wording(
        name="a field for an address",
        reason="newsletter",
        source=any_of(
            r"^(?:enter|type|add|provide) your e-?mail(?: address)?\b",
            r"^e-?mail address\b",
            r"^(?:get|receive|want)\b.{0,60}\b(?:in|to) your (?:inbox|mailbox)\b",
        ),
        # a field and its label
        words=40,
        catches="Enter your email address",
        passes="Enter your name in the book of the lighthouse",
    ),
    Wording(
        name="get the app",
        reason="app",
        source=r"\b(?:download|get|install|available)\b.{0,50}\b"
        + any_of(
            "app store",
            "google play",
            "play store",
            r"(?:our|the|free|mobile) (?:\w+ )?app\b",
        ),
        # one invitation
        words=40,
        catches="Available on Google Play",
        passes="The app that sank a bank",
    ),
    Wording(
        name="join or support us",
        reason="subscribe",
        source="^"
        + any_of(
            "subscribe (?:to|now|today|for|and)",
            "join (?:us|our|now|today)",
            "become a (?:member|subscriber|patron) (?:of|to|now|today|and)",
            "support (?:us|our|now|today)",
        )
        + r"\b.{0,140}",
        # an invitation of two sentences
        words=30,
        catches="Join us today and help our newsroom.",
        passes="Join us, the strikers sang.",
    ),
)
"""The rules of this file. A new one goes to the end; how is said in the package's docstring."""
