"""Navigation: "Skip to content", "Show more", "Image 3 of 12", "On this page", "Topics:"."""

from __future__ import annotations

from audiopress.reading.wording.wording import Wording
from audiopress.text.vocabulary import any_of

__all__ = ["WORDINGS"]

_SIGNS = "[\\s|›‹•·\u2190-\u21ff\u25a0-\u25ff\u2700-\u27bf\ue000-\uf8ff]{0,4}"
"""Arrows and pictures that labels begin with; no quotation marks, in which somebody says "OK"."""

WORDINGS: tuple[Wording, ...] = (
    Wording(
        name="a link about the page",
        reason="skip-link",
        source=f"^{_SIGNS}"
        + any_of(
            any_of(
                "skip (?:to|past|over)|jump to|back to (?:the )?(?:top|home|homepage|all)",
                r"go (?:to top|back(?= to (?:top|the (?:top|home|start|list|article|previous)|home|"
                r"all)|\W*$))|return to (?:top|home\w*)|scroll (?:down|up)",
                "(?:show|hide|toggle) captions?|load more|view (?:all|more|gallery|image|comments)",
                "see (?:all|more)|enlarge(?: this)?(?: image)?|tap (?:here|to)|swipe",
            )
            + r"\b.{0,40}$",
            r"\W*click (?:to|on|the)\b",
            r"(?:end of .{1,30}|(?:previous|next)(?: article| post| story| page)?|menu|search|home|"
            r"close|open|expand|collapse|show (?:more|less|all)|more|less|ok|cancel|submit|send|"
            r"continue|done|edit|report)\W*$",
        ),
        # a label and where it leads
        words=9,
        catches="Skip to main content",
        passes="Skip the queue and sit down.",
    ),
    Wording(
        name="a table of contents",
        reason="contents",
        source=r"^(?:on this page|(?:table of )?contents?|in this (?:article|guide|post|story|"
        r"section)|jump to(?: section)?|quick links)\W*$",
        # a label
        words=5,
        catches="On this page",
        passes="Contents of a drowned library",
    ),
    Wording(
        name="a counter of a gallery",
        reason="gallery",
        source=r"^(?:(?:(?:image|photo|slide|picture)s?\s*)?\d+\s*(?:of|/)\s*/?\s*\d+$|"
        r"(?:image|photo|slide) \d+ of \d+|(?:back to|view|see|open|launch|start|show) "
        r"(?:the )?(?:full )?(?:gallery|slideshow|photos)\b|this slideshow requires|"
        r"(?:\d+ )?(?:photos|images)$)",
        # a counter or a button
        words=8,
        catches="Image 3 of 12",
        passes="Three of 12 boats",
    ),
    Wording(
        name="topics and tags",
        reason="topics",
        source=r"^(?:(?:(?:related )?topics?|tags?|categor(?:y|ies)|keywords|labels|subjects?|"
        r"in this (?:article|story|series)|share this|explore more on these topics|"
        r"reuse this content|most viewed)\s*(?:$|[:|#•].{0,60}$)|"
        r"(?:tagged|filed under|posted in|more in|topics? in this)\b.{0,60}$)",
        # a label and a few tags
        words=9,
        catches="Topics: bridges, harbours",
        passes="Topics of the evening were tides",
    ),
)
"""The rules of this file. A new one goes to the end; how is said in the package's docstring."""
