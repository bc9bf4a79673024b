"""Who reported and who printed first: "Reporting by", "With agencies", "first published by"."""

from __future__ import annotations

from audiopress.reading.wording.wording import Wording
from audiopress.text.vocabulary import any_of, any_word

__all__ = ["WORDINGS"]

_DESK_WORDS = any_word(r"""
    by from in for at of on and with the an? de la van von der bin al via per additional further
    reporting writing editing research translation inputs? files agenc(?:y|ies) staff writers?
    reporters? correspondents? editors? newsroom desk team news wires? services? reports graphics
    photos? [^\W\d_a-z][\w'’-]* @\w+
""")
"""Words in small letters that a desk signs with: "by Jane Doe and staff reporters in Cairo", words
that begin with a capital (in whatever script), and names of accounts."""

_SIGNED = rf"(?:(?-i:{_DESK_WORDS})(?![\w'’-])[\s,;:.()&/—–]*)+"
"""What stands behind "Reporting by": names in capitals and the words of a desk, nothing else.

A verb ends it: "Reporting by night is what she liked best" is a sentence. Each word must end
where it is taken to end, so that a long row of names is looked at once.
"""

_WORK = any_word("""
    reporting writing editing inputs? contributions? report files? edited compiled translated
    produced written contributed research
""")
"""What a desk does for a story."""

_AGENCY = any_word(r"""
    (?:the\s)?associated\spress reuters afp pti ians bloomberg agence\sfrance-presse ap ani xinhua
    upi press\sassociation pa\smedia staff\s(?:reporter|writer) dpa cnn
""")
"""Agencies whose name stands alone below a headline."""

_MADE = any_word("""
    published produced appeared ran posted written provided adapted edited supplied reproduced
    republished syndicated translated
""")
"""What another house did with a story before."""

WORDINGS: tuple[Wording, ...] = (
    Wording(
        name="reporting by",
        reason="agency-credit",
        source=r"^\W?"
        + any_of(
            rf"(?:with )?(?:additional |further |original )?{_WORK}"
            r"(?:(?:,| and|,? &) (?:writing|editing|reporting|research|translation))*"
            r"(?: (?:by|from)\s|:\s*)",
            r"with\s",
        )
        + f"{_SIGNED}$",
        # a desk names a dozen people at most
        words=40,
        catches="Reporting by Jane Doe in Cairo and Max Muster; editing by Jo Bloggs.",
        passes="Reporting by night is what she liked best.",
    ),
    Wording(
        name="only an agency",
        reason="agency-credit",
        source=rf"^\W*(?:{_AGENCY}(?!\w)\W*)+$",
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
            r"\b(?:this|a version of this|the) (?:story|article|report|piece|post|essay|feature|"
            r"content|interview|column) (?:was|has been|is|were)?\s?"
            + any_of(
                rf"(?:originally|first|also|previously)\s{_MADE}\b",
                r"(?:auto-generated|automatically)\b",
                rf"{_MADE}\b(?: with permission| and (?:edited|distributed|provided))?,? "
                "(?:by|from|courtesy|under|in partnership|in collaboration|with|through|using|for) "
                "(?:the )?(?-i:[A-Z@])",
            ),
            r"^(?:originally|first|previously) (?:published|appeared|posted) "
            r"(?:by|in|on|at|here)\b",
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
