"""Volts, amps and watts by one letter: "16 A" is a current where something electric stands near.

No form stands here: `measures.py` asks, with the words around the unit. Alone the letters are a
numeral, a grade, a seat or a point of the compass: "World War 2 V", "4 A grades", "45 W 25th St".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.text.lazy_regex import compile_late

if TYPE_CHECKING:
    import re

__all__ = ["ELECTRIC", "is_before_thing", "is_current", "is_electric"]

ELECTRIC = frozenset(("A", "V", "W"))
"""Units of one letter that is a name, a numeral or a grade where nothing electric is near."""

_THINGS = (
    r"(?:fuses?|fused|sockets?|plugs?|bulbs?|lamps?|LEDs?|charg(?:er|ers|es|ing)|batter(?:y|ies)"
    r"|circuits?|breakers?|inverters?|heaters?|kettles?|current|suppl(?:y|ies)|wiring|USB|mains)\b"
)
"""Matches what runs on electricity, or brings it."""

_IS_ELECTRIC = compile_late(
    r"\d[ -]?(?:[kMmµμ]?[VWΩ]|[mk]?Ah|[mµμ]A|k?Wh|Hz)(?![\w’'])"
    rf"|\b(?:amps?|amperes?|volts?|voltage|watts?|ohms?|[AD]C)\b|\b{_THINGS}"
)
"""Matches another electric measure, or such a thing."""

_IS_THING = compile_late(rf"\s{_THINGS}")
"""Matches one right behind a measure."""

_NEAR = 60
"""Characters on either side in which one tells."""

_LONGEST_CURRENT = 3
"""Figures of the strongest current: four are a year."""


def is_electric(match: re.Match[str]) -> bool:
    """Whether an electric measure, or what runs on electricity, is near a measure."""
    text, start, end = match.string, match.start(), match.end()
    # apart, for the measure itself tells nothing
    return bool(
        _IS_ELECTRIC.search(text[max(0, start - _NEAR) : start])
        or _IS_ELECTRIC.search(text[end : end + _NEAR])
    )


def is_current(match: re.Match[str]) -> bool:
    """Whether "16 A" is a current: "in 2026 A new charger" tells of none."""
    return len(match["number"].partition(".")[0]) <= _LONGEST_CURRENT and is_electric(match)


def is_before_thing(match: re.Match[str]) -> bool:
    """Whether what a measure is told of stands right behind it: "16 A socket"."""
    return bool(_IS_THING.match(match.string[match.end() :][:_NEAR]))
