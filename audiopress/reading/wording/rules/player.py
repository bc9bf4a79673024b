"""Players and programmes: "Listen to this article", "Loading video".

Labels and messages of players for sound and video, programmes with their hours, live blogs.
"""

from __future__ import annotations

from audiopress.reading.wording.wording import Wording
from audiopress.text.vocabulary import any_of, any_word

__all__ = ["WORDINGS"]

_CLOCK = r"\d{1,2}(?:[:.]\d\d)?\s*(?:[ap](?:m|\.m\.?)|noon|midnight)?"
"""An hour of a programme: "7pm", "10:30 p.m.", "12 noon"; with nothing behind it "9" too."""

_NAME_WORDS = any_word("with at on the and of in from to by for de la daily weekdays weekends")
"""Words in small letters that stand in the names of programmes: "Cooking with Jo Bloggs"."""

_NAME = rf"(?-i:[^\W\d_a-z][\w.,:'’&-]*|\d[\w.,:'’-]*|[&|·•–—-]+|{_NAME_WORDS}[,:]?)"
"""One word of a programme's name: with a capital, a figure, a mark, or one of the small words.

"It will open on weekdays from 9am to 5pm" has other words ("will", "open"): a sentence.
"""

WORDINGS: tuple[Wording, ...] = (
    Wording(
        name="a programme and its hours",
        reason="presenter-slot",
        source=rf"^(?:{_NAME}\s+){{0,8}}(?:on\s+)?[([]?(?:{_CLOCK}|\d{{1,2}})\s*"
        rf"(?:-|–|—|to|until|till)\s*{_CLOCK}[)\]]?"
        r"(?:,?\s+(?:weekdays|weekends|daily|today|tonight|\w+days?))?$",
        # a programme, its host and its hours; a sentence with hours has more
        words=10,
        catches="Evening Show with Jo Bloggs, weekdays 7pm – 10 p.m.",
        passes="It will open on weekdays from 9am to 5pm.",
    ),
    Wording(
        name="a button of a player",
        reason="player",
        source=r"^\W*"
        + any_of(
            r"(?:listen|play|hear|watch|pause|stop)(?: to)?(?: (?:this|the|full|our))+ "
            r"(?:article|story|page|audio|news|episode|piece|post|report)\b",
            r"(?:loading|buffering|preparing)(?: (?:the|your|this))?(?: \w+){0,2}\s*(?:\.{2,}|…)",
            r"(?:audio|video|media) (?:player )?(?:is )?"
            r"(?:loading|playing|paused|unavailable|not available|cannot be played)\b",
            any_of(
                "(?:listen|watch|play)(?: now| live| video| audio)?",
                "pause|(?:un)?mute",
                "(?:listen to|play|hear|pause) (?:article|story|audio)(?: (?:now|here|aloud))?",
                "(?:audio|listen|spoken) version",
                "(?:read|play|hear) (?:it |this |article )?(?:aloud|out loud)",
                r"\d(?:[.,]\d+)?\s?[x×]",
                r"0?0:00(?: ?/ ?\d+:\d\d)?",
                r"powered by [\w .-]{2,30}",
            )
            + r"\W*$",
        ),
        # a button, perhaps with its minutes
        words=12,
        catches="Listen to this article",
        passes="Listen to the sea and the article writes itself.",
    ),
    Wording(
        name="a message of a player",
        reason="player",
        source="^"
        + any_of(
            r"this (?:article|audio|story) (?:is|was) "
            r"(?:read|narrated|generated|voiced|spoken) by\b",
            "your browser does not support",
            "(?:we apologi[sz]e, but|sorry,) (?:this|your) (?:video|browser|audio)",
            "this video can ?not be played",
            "(?:video|audio|podcast|listen) [–—] (?-i:[A-Z])",
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
        name="a live blog",
        reason="live-blog",
        source="^"
        + any_of(
            r"this is a live (?:blog|page|updates?)\b",
            r"(?:follow|stay) (?:along|tuned|with us)\b.{0,60}\b(?:updates?|live|below|latest)\b",
            r"(?:scroll|read) (?:down|on)\b.{0,60}\bupdates?\b",
            r"(?:live )?updates? below\W*$",
        ),
        # a label or one sentence
        words=20,
        catches="Follow along for live updates below",
        passes="Follow along the river until the mill.",
    ),
)
"""The rules of this file. A new one goes to the end; how is said in the package's docstring."""
