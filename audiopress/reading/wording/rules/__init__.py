"""The rules of boilerplate by wording, and the order in which they are asked.

To add a rule:

1. Open the file of its kind: "Read more:" and its kin are in `read_more`, and so on.
2. Where a rule has the same shape already, add your words to its alternatives, and your lines to
   ``tests/unit/reading/wording/test_boilerplate_lines.py``. Else write a `Wording` at the file's
   end, with a line that it catches and a line that it lets pass. No rule names a site or quotes a
   page: invent the examples.
3. Run ``.venv/bin/python -m pytest tests/unit/reading/wording``: it tries all of them.

A reason that is new is explained in `audiopress.reading.reasons`; a new file is named in `KINDS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.reading.wording.rules import (
    accounts,
    adverts,
    agency_credits,
    calls,
    legal,
    navigation,
    newsletters,
    other_languages,
    picture_credits,
    player,
    pointers,
    publication,
    read_more,
    read_more_sentences,
    references,
    sales_calls,
    social,
)

if TYPE_CHECKING:
    from audiopress.reading.wording.wording import Wording

__all__ = ["KINDS", "RULES"]

KINDS = (
    player,
    pointers,
    read_more,
    newsletters,
    social,
    legal,
    adverts,
    accounts,
    navigation,
    read_more_sentences,
    calls,
    sales_calls,
    publication,
    picture_credits,
    agency_credits,
    references,
    other_languages,
)
"""The files of rules in the order in which they are asked: a line gets the reason of the first that
matches. "In this article" is a label over other stories before it is a topic; "Check out our other
articles" leads to them before it is a call. In a file the rules are asked from top to bottom.
"""

RULES: tuple[Wording, ...] = tuple(rule for kind in KINDS for rule in kind.WORDINGS)
"""What `audiopress.reading.wording.boilerplate` asks, in this order."""
