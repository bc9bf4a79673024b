"""Initials with full stops: "C. S. Lewis", "the U.S.", "John F. Kennedy".

Here belongs what has a full stop behind each letter. Letters without stops ("the IMF") stand in
`initialisms.py`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.speaking.english.spoken_form import SENTENCE_START, ends_sentence, spoken_form

if TYPE_CHECKING:
    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]


def _say_initials(match: re.Match[str], _variety: Variety) -> str:
    letters = match[0].replace(".", "").replace(" ", "")
    # The stop of the last letter is often the sentence's too: "in Washington D.C."
    ends = match[0].endswith(".") and ends_sentence(match)
    return letters + ("." if ends else "")


# Two initials in front of a name before "U.S.", which would join them.
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "two initials and a name",
        rf"(?<![A-Z]\.)\b(?:[A-Z]\.\s?){{2,6}}(?=\s?[A-Z][a-z])(?!\s?{SENTENCE_START})",
        lambda match, _: " ".join(re.findall("[A-Z]", match[0])) + " ",
        ("C. S. Lewis", "C S Lewis"),
        needs=".",
    ),
    spoken_form(
        "dotted initials",
        r"\b(?:[A-Za-z]\.){2,}(?![a-z])|\b(?:[A-Z]\.){1,}[A-Z]\b(?!\.)",
        _say_initials,
        ("the U.S. said", "the US said"),
        ("to the U.S. The company", "to the US. The company"),
        ("the U.S. Attorney", "the U S Attorney"),
        ("the U.S. Most Wanted list", "the U S Most Wanted list"),
        ("in the U.K. Most people", "in the UK. Most people"),
        ("in Washington D.C.", "in Washington DC."),
        needs=".",
    ),
    spoken_form(
        "initial",
        rf"(?<=[a-z] )(?P<i>[A-Z])\.(?=\s[A-Z][a-z])(?!\s{SENTENCE_START})",
        r"\g<i>",
        ("John F. Kennedy", "John F Kennedy"),
        ("plenty of vitamin A. In May", "plenty of vitamin A. In May"),
        needs=".",
    ),
)
