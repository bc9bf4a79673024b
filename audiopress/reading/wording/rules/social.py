"""Networks: "Follow us on Facebook", "Share this", "Leave a comment"."""

from __future__ import annotations

from audiopress.reading.wording.wording import Wording
from audiopress.text.vocabulary import any_of

__all__ = ["WORDINGS"]

WORDINGS: tuple[Wording, ...] = (
    Wording(
        name="follow us on a network",
        reason="follow-us",
        source=(
            "^(?:please )?(?:follow|like|join|find|add|connect with)"
            r"\s+(?:us|me|our|him|her|the author|\S+ on)\b.{0,90}\b"
        )
        + any_of(
            "twitter",
            "facebook",
            "instagram",
            "linkedin",
            "youtube",
            "tiktok",
            "whatsapp",
            "telegram",
            "threads",
            "x",
            "social",
            "google news",
            "bluesky",
            "snapchat",
            "pinterest",
            "apple news",
            "channels?",
        )
        + r"\b",
        # one invitation, with its networks
        words=40,
        catches="Follow us on Twitter and Facebook",
        passes="Follow us down to the river.",
    ),
    Wording(
        name="a button to share or comment",
        reason="share",
        source="^"
        + any_of(
            "share",
            "print",
            "save",
            "copy link",
            "e-?mail",
            "tweet",
            "pin",
            "comment",
            "comments?",
            "bookmark",
            "whatsapp",
            "facebook",
            "twitter",
            "linkedin",
            "reddit",
            "x",
            "messenger",
            "flipboard",
            "pinterest",
            r"share (?:this|on|via|with|to)\b.{0,50}",
            r"share the (?:article|link|love|news|page|post|recipe|story|video)\b.{0,50}",
            r"(?:click|tap) to (?:share|print|e-?mail|copy)\b.{0,60}",
            "share (?:article|story|full article)",
            r"(?:view|read|show|add|leave|post|see)(?: \w+)? (?:\d+ )?comments?(?: \(\d+\))?",
            r"\d+ (?:comments?|shares?|views?|likes?)",
            "join the (?:conversation|discussion)",
            "leave a (?:reply|comment)",
            "have your say",
            "gift (?:this )?article",
            "copied",
            "link copied.{0,20}",
        )
        + "[.!:]?$",
        # a button, or a row of them
        words=12,
        catches="Share on WhatsApp",
        passes="Share prices",
    ),
    Wording(
        name="follow somebody on a network",
        reason="follow-us",
        source=r"^follow (?:\w+ ){0,3}on "
        + any_of(
            "social",
            "twitter",
            "facebook",
            "instagram",
            r"x\b",
            "tiktok",
            "youtube",
            "linkedin",
            "threads",
            "bluesky",
        ),
        # one invitation
        words=25,
        catches="Follow Jane Doe on Twitter",
        passes="Follow the path on foot",
    ),
    Wording(
        name="on every platform",
        reason="follow-us",
        source=r"\b"
        + any_of(
            "out",
            "available",
            "listen",
            "find",
            "follow",
            "subscribe",
            "watch",
            "streaming",
        )
        + r"\b.{0,60}\bon\b.{0,40}\b"
        + any_of(
            "youtube",
            "apple podcasts?",
            "spotify",
            "google podcasts?",
            "audible",
            "stitcher",
        )
        + r"\b.{0,40}\b"
        + any_of(
            "youtube",
            "apple podcasts?",
            "spotify",
            "google podcasts?",
            "amazon music",
            "wherever you",
            "all major",
        )
        + r"\b",
        # a note that names the platforms
        words=70,
        catches="Listen to the show on Apple Podcasts, Spotify or wherever you get your sound",
        passes="The band is on Spotify and on every ferry.",
    ),
)
"""The rules of this file. A new one goes to the end; how is said in the package's docstring."""
