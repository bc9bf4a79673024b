"""Calls on the reader to write, to tell or to comment: "Tell us what you think!".

Calls to buy, to book and to fill in a form are in `sales_calls`.
"""

from __future__ import annotations

from audiopress.reading.wording.wording import Wording
from audiopress.text.vocabulary import any_of

__all__ = ["WORDINGS"]

WORDINGS: tuple[Wording, ...] = (
    Wording(
        name="a call to write or to tell",
        reason="call",
        source="^"
        + any_of(
            "have you "
            + any_of(
                "been affected",
                "got a (?:story|tip|news tip|question|confidential)",
            ),
            "do you have "
            + any_of(
                "a (?:story|tip|question|news)",
                "information",
                "any (?:information|questions|tips)",
            ),
            "got a (?:story|tip|news tip|question|confidential)",
            any_of(
                "contact",
                "e-?mail",
                "message",
                "get in touch with",
                "reach",
                "send",
            )
            + " "
            + any_of(
                "us",
                "our",
                "your",
                "the (?:author|reporter|writer|editor)",
                "me",
            )
            + r"\b",
            "write to (?:us|the)",
            r"to (?:contact|reach) (?:the|this|us)\b",
            r"tell us\b",
            r"let us know\b",
            r"what do you think\?$",
            r"what do you think (?:about|of) (?:this|the)\b",
            "share your (?:thoughts|views|story|stories|opinion)",
            r"for more (?:stories|news|information|on)\b.{0,80}",
            r"want more\b[^,.]{0,40}\?",
            r"click here(?:\W*$| (?:to|for|if|and)\b)",
            r"download (?:the|our)\b",
            r"get the (?:latest|app|best|day['’]s)\b",
            r"stay (?:up[- ]to[- ]date|informed|connected|tuned)\b",
        ),
        # a call of two or three sentences
        words=45,
        catches="Have you been affected by the flood",
        passes="Have you ever seen a flood like this one?",
    ),
    Wording(
        name="click here, closed comments",
        reason="call",
        source=any_of(
            r"\bclick here (?:for|to) "
            + any_of(
                "more",
                "subscribe",
                "read",
                "find",
                "sign",
                "see",
                "get",
                "join",
                "download",
                "view",
            )
            + r"\b",
            r"\bdelivered (?:through|to) your (?:letterbox|door|home)\b",
            r"\b"
            + any_of(
                r"moderat\w+",
                "close[ds]?",
                "clos(?:ing)?",
                "turn(?:ed)? off",
                "allow(?:ed)?",
            )
            + r" (?:all |the )?(?:comments?|commenting)\b",
            r"^(?:all )?comments (?:are|will be) (?:moderated|closed|subject|reviewed)\b",
        ),
        # a call of two or three sentences
        words=45,
        catches="For the full list click here to download it",
        passes="They clicked with each other from the first day.",
    ),
    Wording(
        name="a tip for the desk",
        reason="call",
        source=any_of(
            r"^is there something (?:you think )?we should know\b",
            r"^(?:have|got) (?:an? )?(?:tip|information)\b",
            r"\be-?mail the (?:writer|author|reporter)\b",
        ),
        catches="Is there something we should know?",
        passes="The tip of the mast broke",
    ),
    Wording(
        name="share your photos",
        reason="call",
        source=r"^\W*share your (?:story|experience|photos?)\W*$",
        # a heading
        words=6,
        catches="Share your photos",
        passes="Share your bread",
    ),
    Wording(
        name="scroll down for",
        reason="call",
        source=r"^scroll (?:down|up|on) (?:to|for)\b",
        # a hint of one line
        words=20,
        catches="Scroll down to see what the harbour looked like when the mill still stood there",
        passes="Scroll saws are loud",
    ),
    Wording(
        name="an address to write to",
        reason="call",
        source=r"\bget in touch (?:at|by|via|through|on|with (?:us|our))\b.{0,40}\S+@\S+",
        # a call of two or three sentences
        words=45,
        catches="Get in touch at desk@example.org",
        passes="They got in touch at last.",
    ),
    Wording(
        name="leave a comment",
        reason="call",
        source=any_of(
            "^(?:so,? )?what(?:['’]s| are| is) your "
            + any_of(
                "thoughts",
                "take",
                "opinion",
                "experiences?",
                "favou?rites?",
            )
            + r"\b",
            r"\b(?:let|tell|share|drop|leave|post)\b.{0,60}\b"
            + any_of(
                r"in the (?:\w+ )?comments?",
                "comments? below",
                "comments? section",
            )
            + r"\b",
            "^(?:leave|drop|post|share) (?:a|your) "
            r"(?:comment|thoughts?|questions?|experience)\b",
        ),
        # a call of several sentences at the end
        words=70,
        catches="Let us all know what you saw in the comments",
        passes="The comments of the judge were short.",
    ),
    Wording(
        name="check out our guides",
        reason="call",
        source=r"(?:^|[,.!?] )(?:be sure to |please )?check out (?:our|my|these) (?:[\w-]+ ){0,2}"
        + any_of(
            "articles?",
            "posts?",
            "guides?",
            "stories",
            "infographics?",
            "videos?",
            "podcasts?",
            "episodes?",
            "faqs?",
            "blogs?",
            "newsletters?",
            "shop",
            "store",
            "website",
            "channel",
            "lists?",
            "round-?ups?",
            "recipes?",
            "reviews?",
        )
        + r"\b",
        # a call of two sentences
        words=40,
        catches="Check out our infographic on how to breathe.",
        passes="Check out at noon and leave the key.",
    ),
    Wording(
        name="a question for us",
        reason="call",
        source="^do you have an? "
        + any_of(
            "issue",
            "problem",
            "question",
            "concern",
            "complaint",
            "tip",
            "story",
        )
        + r"\b.{0,140}\b(?:we|us|our|wants? to (?:help|hear))\b",
        # a call of two or three sentences
        words=50,
        catches="Do you have an issue with a landlord that we could look into?",
        passes="Do you have an umbrella?",
    ),
)
"""The rules of this file. A new one goes to the end; how is said in the package's docstring."""
