"""Who reported and who printed first: "Reporting by", "With agencies", "first published by"."""

from __future__ import annotations

from audiopress.reading.wording.wording import Wording
from audiopress.text.vocabulary import any_of

__all__ = ["WORDINGS"]

_DESK_WORDS = (
    "by",
    "from",
    "in",
    "for",
    "at",
    "of",
    "on",
    "and",
    "with",
    "the",
    "an?",
    "de",
    "la",
    "van",
    "von",
    "der",
    "bin",
    "al",
    "via",
    "per",
    "additional",
    "further",
    "reporting",
    "writing",
    "editing",
    "research",
    "translation",
    "inputs?",
    "files",
    "agenc(?:y|ies)",
    "staff",
    "writers?",
    "reporters?",
    "correspondents?",
    "editors?",
    "newsroom",
    "desk",
    "team",
    "news",
    "wires?",
    "services?",
    "reports",
    "graphics",
    "photos?",
)
"""Words in small letters that a desk signs with: "by Jane Doe and staff reporters in Cairo"."""

_CAPITALISED = (r"[^\W\d_a-z][\w'’-]*", r"@\w+")
"""A word that begins with a capital (in whatever script), or the name of an account."""

_SIGNED = (
    f"(?:(?-i:{'|'.join((*_DESK_WORDS, *_CAPITALISED))})"
    r"(?![\w'’-])[\s,;:.()&/—–]*)+"
)
"""What stands behind "Reporting by": names in capitals and the words of a desk, nothing else.

A verb ends it: "Reporting by night is what she liked best" is a sentence. Each word must end
where it is taken to end, so that a long row of names is looked at once.
"""

WORDINGS: tuple[Wording, ...] = (
    Wording(
        name="reporting by",
        reason="agency-credit",
        source=r"^\W?(?:with )?(?:additional |further |original )?"
        + any_of(
            "reporting",
            "writing",
            "editing",
            "inputs?",
            "contributions?",
            "report",
            "files?",
            "edited",
            "compiled",
            "translated",
            "produced",
            "written",
            "contributed",
            "research",
        )
        + r"(?:(?:,| and|,? &) (?:writing|editing|reporting|research|translation))*"
        + r"(?: (?:by|from)\s|:\s*)"
        + _SIGNED
        + "$",
        # a desk names a dozen people at most
        words=40,
        catches="Reporting by Jane Doe in Cairo and Max Muster; editing by Jo Bloggs.",
        passes="Reporting by night is what she liked best.",
    ),
    Wording(
        name="with agencies",
        reason="agency-credit",
        source=r"^\W?with " + any_of("agenc(?:y|ies)", _SIGNED) + "$",
        # an addition to a byline
        words=8,
        catches="With agencies",
        passes="With agencies of every kind closed, they went home",
    ),
    Wording(
        name="only an agency",
        reason="agency-credit",
        source=r"^\W*"
        + any_of(
            "(?:the )?"
            + any_of(
                "associated press",
                "reuters",
                "afp",
                "pti",
                "ians",
                "bloomberg",
                "agence france-presse",
                "ap",
                "ani",
                "xinhua",
                "upi",
                "press association",
                "pa media",
                "staff (?:reporter|writer)",
                "dpa",
                "cnn",
            )
            + r"(?!\w)\W*",
        )
        + "+$",
        # names of agencies and nothing else
        words=6,
        catches="The Associated Press",
        passes="The Associated Press building",
    ),
    Wording(
        name="first published elsewhere",
        reason="agency-credit",
        source=any_of(
            r"\bcontributed (?:additional )?(?:reporting )?to this "
            r"(?:report|story|article|guide|piece)(?:\W*$| from\b)",
            r"\b(?:this|a version of this|the) "
            + any_of(
                "story",
                "article",
                "report",
                "piece",
                "post",
                "essay",
                "feature",
                "content",
            )
            + r" (?:was|has been|is|were)?\s?"
            + any_of(
                r"(?:originally|first|also|previously)\s"
                + any_of(
                    "published",
                    "produced",
                    "appeared",
                    "ran",
                    "posted",
                    "written",
                )
                + r"\b",
                r"(?:auto-generated|automatically)\b",
                any_of(
                    "published",
                    "produced",
                    "provided",
                    "written",
                    "adapted",
                    "edited",
                    "supplied",
                    "reproduced",
                    "republished",
                    "syndicated",
                    "translated",
                )
                + r"\b"
                + any_of(
                    " (?:with permission|and (?:edited|distributed|provided))",
                )
                + "?,? "
                + any_of(
                    "by",
                    "from",
                    "courtesy",
                    "under",
                    "in partnership",
                    "in collaboration",
                    "with",
                    "through",
                    "using",
                    "for",
                )
                + " (?:the )?(?-i:[A-Z@])",
            ),
            "^(?:originally|first|previously) "
            r"(?:published|appeared|posted) (?:by|in|on|at|here)\b",
        ),
        # one or two sentences
        words=50,
        catches="This story was originally published by Example Press.",
        passes="The story of the bridge was told by her mother.",
    ),
    Wording(
        name="reviewed by",
        reason="byline",
        source=r"^(?:\w+ and |medically |expert |legally )?"
        r"(?:reviewed|fact[- ]checked|verified) by [^\W\d_].{2,50}$",
        # a name and a degree
        words=12,
        catches="Medically reviewed by Jane Doe",
        passes="Reviewed by the court, the case fell apart.",
    ),
)
"""The rules of this file. A new one goes to the end; how is said in the package's docstring."""
