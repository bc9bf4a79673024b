"""Portuguese as in Portugal, where it is counted otherwise than in Brazil.

"dezasseis" for "dezesseis", and "dois mil milhões" for "dois bilhões".
"""

from __future__ import annotations

import re

from audiopress.text.lazy_regex import compile_late

__all__ = ["is_portugal", "write_long_scale", "write_teens"]

_TEENS = {"dezesseis": "dezasseis", "dezessete": "dezassete", "dezenove": "dezanove"}
"""Numbers as Brazil writes them, and as Portugal does."""

_BRAZILIAN = compile_late(r"\bdez(?:esseis|essete|enove)\b")
"""Matches one of them."""

_LARGE = compile_late(
    r"(?<![\w.,])(?:\d{1,3}(?:[. ]\d{3}){3,4}(?![.,]?\d|\w)|\d{10,15}(?!\w|[.,]\d))"
)
"""Matches a whole number from a thousand millions on."""

_MILLION = 10**6
"""What Portugal counts in up to a million of them."""


def is_portugal(language: str) -> bool:
    """Whether a tag of Portuguese is of Portugal, or of a country that writes as it does."""
    base, _, region = language.lower().partition("-")
    return base == "pt" and region not in ("", "br")


def write_long_scale(text: str) -> str:
    """Return ``text`` with numbers from a thousand millions on as millions: "2000 milhões"."""
    return _LARGE.sub(_write_millions, text)


def _write_millions(found: re.Match[str]) -> str:
    number = int(re.sub(r"\D", "", found[0]))
    high, rest = divmod(number, _MILLION)
    billions, millions = divmod(high, _MILLION)
    parts = [
        f"{billions} {'bilião' if billions == 1 else 'biliões'}" if billions else "",
        f"{millions} milhões" if millions > 1 else "1 milhão" if millions else "",
        str(rest) if rest else "",
    ]
    return " ".join(filter(None, parts))


def write_teens(said: str, written: str) -> str:
    """Return what is said with the numbers of Portugal; what was ``written`` so stays."""
    if _BRAZILIAN.search(written):
        return said
    return _BRAZILIAN.sub(lambda found: _TEENS[found[0]], said)
