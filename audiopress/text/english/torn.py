"""Figures that are written apart or in another country's way: they are put together first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.text.english.rule import rule

if TYPE_CHECKING:
    from audiopress.text.english.rule import Rule, Variety

__all__ = ["RULES"]

_MONTHS = r"January|February|March|April|May|June|July|August|September|October|November|December"
_SPACES = " \u00a0\u2009\u202f"


def _joined(match: re.Match[str], _variety: Variety) -> str:
    return re.sub(r"\D", ",", match[0])


RULES: tuple[Rule, ...] = (
    rule(
        "torn year",
        rf"(?P<before>\b\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTHS}),? )"
        r"(?P<high>1[5-9]|20) (?P<low>\d\d)(?=\s*(?:[,;)]|\.(?!\d)|$))(?!,\d)",
        r"\g<before>\g<high>\g<low>",
        ("on 31 March 19 21, they", "on the thirty first of March nineteen twenty one, they"),
    ),
    rule(
        "thousands with spaces",
        rf"(?<![\w.,+/-])(?<!\d[{_SPACES}])(?:[1-9]\d{{0,2}}(?:[{_SPACES}]\d{{3}}){{2,4}}"
        rf"|[1-9]\d{{0,2}}[\u00a0\u2009\u202f]\d{{3}})(?![\w/-]|[.,]\d|[{_SPACES}]\d)",
        _joined,
        ("some 1 000 000 birds", "some one million birds"),
        ("some 10\u202f000 birds", "some ten thousand birds"),
    ),
    rule(
        "Indian thousands",
        r"(?<![\w.,])[1-9]\d?(?:,\d\d)+,\d{3}(?![\w]|,\d)",
        lambda match, _: match[0].replace(",", ""),
        ("Rs. 2,50,000", "two hundred and fifty thousand rupees"),
    ),
    rule(
        "thousands with points",
        r"(?<![\w.,])[1-9]\d{0,2}(?:\.000){2,4}(?![\w]|[.,]\d)",
        _joined,
        ("some 1.000.000 birds", "some one million birds"),
    ),
)
