"""Players and programmes: "Listen to this article", "Loading video", "On air now".

Labels and messages of players for sound and video, programmes with their hours, live blogs.
"""

from __future__ import annotations

from audiopress.reading.wording.wording import Wording
from audiopress.text.vocabulary import any_of

__all__ = ["WORDINGS"]

_CLOCK = r"\d{1,2}(?:[:.]\d\d)?\s*(?:[ap](?:m|\.m\.?)|noon|midnight)?"
"""An hour of a programme: "7pm", "10:30 p.m.", "12 noon"; with nothing behind it "9" too."""

_NAME_WORDS = any_of(
    "with",
    "at",
    "on",
    "the",
    "and",
    "of",
    "in",
    "from",
    "to",
    "by",
    "for",
    "de",
    "la",
    "daily",
    "weekdays",
    "weekends",
)
"""Words in small letters that stand in the names of programmes: "Cooking with Jo Bloggs"."""

_NAME = rf"(?-i:[^\W\d_a-z][\w.,:'’&-]*|\d[\w.,:'’-]*|[&|·•–—-]+|{_NAME_WORDS}[,:]?)"
"""One word of a programme's name: with a capital, a figure, a mark, or one of the small words.

"It will open on weekdays from 9am to 5pm" has other words ("will", "open"): a sentence.
"""

WORDINGS: tuple[Wording, ...] = (
    Wording(
        name="a programme and its hours",
        reason="presenter-slot",
        source=r"^(?:"
        + _NAME
        + r"\s+){0,8}(?:on\s+)?[([]?"
        + any_of(_CLOCK, r"\d{1,2}")
        + r"\s*(?:-|–|—|to|until|till)\s*"
        + _CLOCK
        + r"[)\]]?(?:,?\s+(?:weekdays|weekends|daily|today|tonight|\w+days?))?$",
        # a programme, its host and its hours; a sentence with hours has more
        words=10,
        catches="Evening Show with Jo Bloggs, weekdays 7pm – 10 p.m.",
        passes="It will open on weekdays from 9am to 5pm.",
    ),
    Wording(
        name="what is on air",
        reason="presenter-slot",
        source="^"
        + any_of(
            "on air(?: now)?",
            "now playing",
            "live now",
            "up next",
            "coming up",
            "on now",
        )
        + r"\b",
        # a label and the name of a programme
        words=12,
        catches="On air now: Morning Harbour",
        passes="On Aire Street the shops were shut.",
    ),
    Wording(
        name="play this article",
        reason="player",
        source=r"^\W*(?:listen|play|hear|watch|pause|stop)(?: to)?(?: (?:this|the|full|our))+ "
        + any_of(
            "article",
            "story",
            "page",
            "audio",
            "news",
            "episode",
            "piece",
            "post",
            "report",
        )
        + r"\b",
        # a button, perhaps with its minutes
        words=12,
        catches="Listen to this article",
        passes="Listen to the sea and the article writes itself.",
    ),
    Wording(
        name="a button that reads aloud",
        reason="player",
        source=r"^\W*"
        + any_of(
            "(?:listen(?: to)?|play|hear|pause) (?:article|story|audio)"
            "(?: (?:now|here|aloud|instead|in full))?",
            "(?:audio|listen|spoken) version",
            "(?:read|play|hear) (?:(?:it|this|article) )?(?:aloud|out loud)",
            r"\d(?:[.,]\d+)?\s?[x×]",
            r"powered by [\w .-]{2,30}",
        )
        + r"\W*$",
        # a button says no more
        words=6,
        catches="Read aloud",
        passes="He read aloud.",
    ),
    Wording(
        name="a player that loads",
        reason="player",
        source="^(?:loading|buffering|preparing)(?: (?:the|your|this))?"
        + any_of(
            " "
            + any_of(
                "audio",
                "video",
                "player",
                "article",
                "media",
                "stream",
                "sound",
                "content",
                r"advert\w*",
                r"\w+ player",
            ),
        )
        + r"?\s*(?:\.{2,}|…|$)",
        # a message of a player
        words=8,
        catches="Loading audio player...",
        passes="Loading the ferry took an hour...",
    ),
    Wording(
        name="a player that plays or cannot",
        reason="player",
        source="^(?:audio|video|media) (?:player )?(?:is )?"
        + any_of(
            "loading",
            "playing",
            "paused",
            "unavailable",
            "not available",
            "cannot be played",
        )
        + r"\b",
        # a message of a player
        words=10,
        catches="Video player is loading",
        passes="Video is cheap now",
    ),
    Wording(
        name="a button that plays",
        reason="player",
        source="^"
        + any_of(
            "listen(?: now)?",
            "watch(?: now| live| video)?",
            "play(?: (?:now|video|audio))?",
            "listen live",
            "pause",
            "mute",
            "unmute",
            r"0?0:00(?: ?/ ?\d+:\d\d)?",
        )
        + "$",
        # a button says no more
        words=4,
        catches="Watch live",
        passes="Watch towers",
    ),
    Wording(
        name="who reads this article",
        reason="player",
        source="^"
        + any_of(
            "this (?:article|audio|story) (?:is|was) (?:read|narrated|generated|voiced|spoken) by",
        )
        + r"\b",
        # a note; a sentence of a story would go on
        words=20,
        catches="This article was narrated by a synthetic voice.",
        passes="This article of faith was held by few.",
    ),
    Wording(
        name="a browser that cannot play",
        reason="player",
        source="^"
        + any_of(
            "your browser does not support",
            "we apologi[sz]e, but this (?:video|audio)",
            "this video can ?not be played",
            "sorry, (?:this|your) (?:video|browser|audio)",
        ),
        # a message has a second sentence at most
        words=30,
        catches="Your browser does not support the audio element.",
        passes="Your browser is older than you think.",
    ),
    Wording(
        name="a transcript may err",
        reason="transcript-note",
        source=r"\btranscripts? (?:may|are|is|was)\b.{0,80}\b"
        r"(?:vary|revised|errors|rush|authoritative)\b",
        # a note of two or three sentences
        words=70,
        catches="Transcripts may contain errors and be revised",
        passes="The transcript was read in court.",
    ),
    Wording(
        name="a film and its title",
        reason="player",
        source="^(?:video|audio|podcast|listen) [–—] (?-i:[A-Z])",
        # a label and a title
        words=20,
        catches="Video – The bridge at night",
        passes="Video – and film – were his trade",
    ),
    Wording(
        name="a live blog",
        reason="live-blog",
        source="^"
        + any_of(
            r"this is a live (?:blog|page|updates?)\b",
            r"(?:follow|stay) (?:along|tuned|with us)\b"
            r".{0,60}\b(?:updates?|live|below|latest)\b",
            r"(?:scroll|read) (?:down|on)\b.{0,20}\b(?:for|to)\b.{0,40}\bupdates?\b",
            r"(?:live )?updates? below\W*$",
        ),
        # a label or one sentence
        words=20,
        catches="Follow along for live updates below",
        passes="Follow along the river until the mill.",
    ),
)
"""The rules of this file. A new one goes to the end; how is said in the package's docstring."""
