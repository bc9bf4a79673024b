"""Whether a line is boilerplate by its wording alone, and for which reason it is left out.

The rules, "Read more:" and its kin among them, are in `audiopress.reading.wording.rules`, a file
a kind; how to add one is said there. They hold wherever a line stands. What needs support by
position, neighbours or links is decided in `audiopress.reading.cleaning`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.reading.wording.narration import is_narration
from audiopress.reading.wording.rules import RULES

if TYPE_CHECKING:
    from audiopress.reading.reasons import Reason
    from audiopress.reading.wording.wording import Wording

__all__ = ["RULES", "find_wording", "is_boilerplate", "judge_wording", "points_away"]

_CREDIT_BEHIND_SENTENCE = re.compile(
    r"[.!?] (?:photo(?:graph)?|image|picture)s?(?: credit)?(?: by)? ?: ?\S", re.IGNORECASE
)
"""A credit behind a whole sentence: "The mayor opened it. Photo: Jane Doe" is a caption, whatever
it tells; "She kept the photo: it was hers" is not."""

_LABELS = frozenset(("gallery", "rating", "skip-link", "topics"))
"""Reasons of what stands on a page as a label: no label ends with a full stop."""

_LINKED = 0.1
"""Share of a line that is linked from which on it leads away, so that no sentence saves it."""

_CLAUSE = 4
"""Words of the shortest sentence that may tell of somebody: "The bridge fell down."."""


def find_wording(text: str, links: float = 0.0) -> Wording | None:
    """Return the first rule that matches ``text``, of which the share ``links`` is linked."""
    words = text.count(" ") + 1
    return next(
        (
            rule
            for rule in RULES
            # figures first: where a line is too long for a rule its pattern is not even compiled
            if words <= rule.words and links >= rule.links and rule.pattern.search(text)
        ),
        None,
    )


def judge_wording(text: str, links: float = 0.0) -> Reason | None:
    """Return the reason for which ``text`` is left out wherever it stands, or ``None``.

    A sentence that tells of others is spoken though a rule matches it ("Join us, the strikers
    sang."), unless it leads away: ``links`` is the share of it that is linked, and a label with a
    title leads away by its form.
    """
    rule = find_wording(text, links)
    if rule is None:
        return None
    if rule.certain:
        return rule.reason
    # a line that leads away is no story's, even where it tells of somebody
    if links < _LINKED and text.count(" ") + 1 >= _CLAUSE and _is_sentence(text, rule.reason):
        return None
    return rule.reason


def points_away(text: str) -> bool:
    """Whether ``text`` is a label and the title of another story, whatever that tells of."""
    rule = find_wording(text)
    return rule is not None and rule.certain


def _is_sentence(text: str, reason: Reason) -> bool:
    """Whether a line that a rule matches is a sentence of a story all the same."""
    if text[-1] == "." and reason in _LABELS:
        return True
    return is_narration(text) and not _CREDIT_BEHIND_SENTENCE.search(text)


def is_boilerplate(text: str) -> bool:
    """Whether a line of a file cannot be its headline; one may call ("Tell us the truth")."""
    return judge_wording(text) not in (None, "call")
