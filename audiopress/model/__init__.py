"""The values that travel through the house: frozen, without behaviour that has effects.

Terms are the field's own: utterance (Web Speech), role and lexicon (SSML, PLS), cue (WebVTT),
chapter and transcript (Podcasting 2.0), enclosure and guid (RSS), selector (W3C Web Annotation).
All times are whole samples at a stated rate; dates are aware datetimes; sequences are tuples.

In the order in which they are made::

    article       Document -> Article (Block) -> Script (Utterance, LeftOut)
    speech        Line (Voice) -> Speech (Word) -> Segment (Loudness) -> Frames
    episode       Timeline (Cue, Chapter) -> Episode (Enclosure, Imprint)
    correction    when and where a published article began to say something else
    preferences   what a person asked for: Reading, Cast, Sound (Pauses, Music)
    show          and of the podcast: Show (Subscribe)
"""

from audiopress.model.article import (
    Article,
    Block,
    BlockKind,
    Document,
    LeftOut,
    OtherFile,
    PassedOver,
    Refused,
    Role,
    Script,
    Selector,
    SourceFacts,
    Utterance,
)
from audiopress.model.correction import Correction
from audiopress.model.episode import (
    UNDATED,
    Chapter,
    Cue,
    Enclosure,
    Episode,
    Imprint,
    Timeline,
)
from audiopress.model.preferences import (
    DISCLOSURES,
    Cast,
    Music,
    Pauses,
    Reading,
    Sound,
)
from audiopress.model.show import Show, Subscribe
from audiopress.model.speech import (
    Frames,
    Line,
    Loudness,
    Segment,
    Speech,
    SpeechServer,
    Voice,
    VoiceFile,
    Word,
)

__all__ = [
    "DISCLOSURES",
    "UNDATED",
    "Article",
    "Block",
    "BlockKind",
    "Cast",
    "Chapter",
    "Correction",
    "Cue",
    "Document",
    "Enclosure",
    "Episode",
    "Frames",
    "Imprint",
    "LeftOut",
    "Line",
    "Loudness",
    "Music",
    "OtherFile",
    "PassedOver",
    "Pauses",
    "Reading",
    "Refused",
    "Role",
    "Script",
    "Segment",
    "Selector",
    "Show",
    "Sound",
    "SourceFacts",
    "Speech",
    "SpeechServer",
    "Subscribe",
    "Timeline",
    "Utterance",
    "Voice",
    "VoiceFile",
    "Word",
]
