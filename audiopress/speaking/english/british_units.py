"""Units as the article's English spells them: "twenty square metres" in British English.

The rules write them as in America. A word that the article itself spells so ("parking meters")
stays.
"""

from __future__ import annotations

import re

__all__ = ["spell_as_british"]

_UNIT = re.compile(
    r"\b(?P<stem>(?:kilo|centi|milli|micro|nano|deci|hecto)?(?:met|lit))er(?P<s>s?)\b"
)
"""Matches the units of which the two spell the end in another way."""


def spell_as_british(said: str, written: str) -> str:
    """Return ``said`` with the units in it that ``written`` does not spell itself."""
    if "eter" not in said and "iter" not in said:
        return said
    own = {found[0] for found in _UNIT.finditer(written)}
    return _UNIT.sub(lambda found: found[0] if found[0] in own else _respell(found), said)


def _respell(found: re.Match[str]) -> str:
    return f"{found['stem']}re{found['s']}"
