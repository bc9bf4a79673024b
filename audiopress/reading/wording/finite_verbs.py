"""Whether a sentence has a finite verb: what a line on a page seldom has.

No grammar is worked out. The forms are those of common verbs of news; some are nouns too ("plans"),
which gives a line the benefit of the doubt, and what is missing costs a sentence that, no more.
"""

from __future__ import annotations

import re

from audiopress.reading.wording.verb_forms import FINITE, PLURAL
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

__all__ = ["has_finite_verb"]

_PLURAL_SUBJECT = compile_late(
    r"^(?:[\w'-]+\s){0,3}(?:\w+[^\Ws]s|men|women|people|children|police)\s"
    rf"(?:now\s|also\s|often\s|still\s|\w+ly\s)?{any_of(PLURAL)}\b"
)
"""A plural within the first four words and its verb: "The new ferries still run". A word in "ss"
is no plural ("The press work"); what is no plural but ends in "s" passes ("The bus stop")."""

_PAST_WITH_OBJECT = compile_late(
    # behind one word at least: a line that opens with its participle has no subject
    r"^\S+\s(?:\S+\s)*?[a-z]{2,}ed (?:the|an?|its|his|her|their|"
    r"all|both|one|two|many|most|nearly|no)\s"
)
"""A regular past with its object: "saved the bank"; "edited by" has none."""

_ONE_SENTENCE = compile_late(
    r"^(?:[^.!?\N{HORIZONTAL ELLIPSIS}:]|[.:](?=[\w/])|(?:(?<=\b[A-Z])|(?<=\b[A-Z][a-z]))\."
    r"(?![\w/]))+[.!?\N{HORIZONTAL ELLIPSIS}][\"')\]\N{RIGHT DOUBLE QUOTATION MARK}]*$"
)
"""One closed sentence: initials and figures have points in them ("J. Doe paid 3.50 at 10:30.",
"Dr. Doe"), a colon ends one ("Photo: Jane Doe." is a label)."""


def has_finite_verb(text: str) -> bool:
    """Whether ``text`` is one closed sentence with a finite verb behind its first word.

    What stands before the verb is not looked at: "Photos, plays and shows." passes too.
    """
    # pages type the apostrophe in either way, the lists in one
    text = text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    if not _ONE_SENTENCE.match(text):
        return False
    # a form that opens the line is a noun or a command there: "Plans for the quay."
    words = re.findall(r"[\w'-]+", text)
    if any(word in FINITE for word in words[1:]):
        return True
    return bool(_PLURAL_SUBJECT.match(text) or _PAST_WITH_OBJECT.match(text))
