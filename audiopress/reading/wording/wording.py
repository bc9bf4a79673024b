"""A rule of boilerplate by wording: what it searches for, and two lines that are its tests."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiopress.text.lazy_regex import compile_once

if TYPE_CHECKING:
    from audiopress.reading.reasons import Reason

__all__ = ["LONGEST", "Wording"]

LONGEST = 60
"""Words of the longest line that a rule judges unless it says otherwise.

Three or four sentences: the longest invitation on the pages that were read has as many. What is
longer is a paragraph of a story in which the words stand by chance.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Words by which a line is known for boilerplate wherever it stands.

    A closed sentence that tells of somebody is spoken all the same ("Join us, the strikers sang."),
    unless a tenth of it is linked: `judge_wording` asks `narration` before it leaves a line out.

    ``source`` is a pattern that is searched for without regard to capitals, in lines of at most
    ``words`` words of which at least the share ``links`` (0 to 1, by letters) is linked. It is
    compiled when it is first searched with: a page needs some of the rules, and to compile them
    all takes as long as to read it. ``reason`` is what users are told. ``certain`` is true of
    a form that no sentence of a story has, whatever it tells: a label, its mark and a title.

    ``catches`` is a line that this rule is the first of all to match, ``passes`` one that looks
    alike and is spoken; the tests try both, linked as much as ``links`` asks for.
    """

    name: str
    reason: Reason
    source: str
    words: int = LONGEST
    links: float = 0.0
    certain: bool = False
    catches: str
    passes: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """What is searched for, compiled once."""
        return compile_once(self.source, re.IGNORECASE)
