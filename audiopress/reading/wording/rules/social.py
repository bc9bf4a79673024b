"""Networks: "Follow us on Twitter", "Share this article", "Listen on Spotify"."""

from __future__ import annotations

from audiopress.reading.wording.wording import Wording
from audiopress.text.vocabulary import any_of, any_word

__all__ = ["WORDINGS"]

_NETWORKS = any_word(r"""
    twitter facebook instagram linkedin youtube tiktok whatsapp telegram threads x social
    google\snews bluesky snapchat pinterest apple\snews
""")
"""Where somebody is followed."""

_PLATFORMS = any_word(r"""
    youtube apple\spodcasts? spotify google\spodcasts? audible stitcher amazon\smusic
    wherever\syou all\smajor
""")
"""Where a show is heard."""

WORDINGS: tuple[Wording, ...] = (
    Wording(
        name="follow us on a network",
        reason="follow-us",
        source=r"^(?:please )?(?:follow|like|join|find|add|connect with)\s+"
        r"(?:us|me|our|him|her|the author|(?:\S+ ){0,3}on)\b"
        rf".{{0,90}}\b(?:{_NETWORKS}|channels?)\b",
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
            "share|print|save|copy link|e-?mail|tweet|pin|comments?|bookmark",
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
            "(?:link )?copied.{0,20}",
        )
        + "[.!:]?$",
        # a button, or a row of them
        words=12,
        catches="Share on WhatsApp",
        passes="Share prices",
    ),
    Wording(
        name="on every platform",
        reason="follow-us",
        source=r"\b(?:out|available|listen|find|follow|subscribe|watch|streaming)\b.{0,60}\bon\b"
        rf".{{0,40}}\b{_PLATFORMS}\b.{{0,40}}\b{_PLATFORMS}\b",
        # a note that names the platforms
        words=70,
        catches="Listen to the show on Apple Podcasts, Spotify or wherever you get your sound",
        passes="The band is on Spotify and on every ferry.",
    ),
)
"""The rules of this file. A new one goes to the end; how is said in the package's docstring."""
