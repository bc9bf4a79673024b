"""What a language tag names: the language without its region, and its name in English."""

from __future__ import annotations

import re

__all__ = ["find_base", "is_tag", "name_language"]

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""A language tag (BCP 47), as far as one can be told from a slip: ``en-GB``, not ``english``."""

_SAME = {
    "arb": "ar",
    "cmn": "zh",
    "fil": "tl",
    "in": "id",
    "iw": "he",
    "ji": "yi",
    "mo": "ro",
    "nb": "no",
    "nn": "no",
    "pes": "fa",
    "sh": "sr",
    "zsm": "ms",
}
"""Languages by another tag of theirs, as the registry of tags renamed them (IANA), and the members
of a language that people call by its own name: a voice for Norwegian reads Bokmål."""


def is_tag(text: str) -> bool:
    """Whether a text that somebody wrote may be a language tag: ``de``, ``zh-Hans-CN``."""
    return bool(_TAG.fullmatch(text))


def find_base(tag: str) -> str:
    """Return ``en`` of the tag ``en-GB`` or ``en_US``: any English voice reads any English."""
    base = _cut_region(tag)
    return _SAME.get(base, base)


def name_language(tag: str) -> str:
    """Return the English name of a tag's language, such as "German", else the tag itself."""
    from babel import Locale  # noqa: PLC0415 - only for errors and lists

    base = _cut_region(tag)
    names = Locale("en").languages
    return str(names.get(base) or names.get(find_base(tag)) or tag)


def _cut_region(tag: str) -> str:
    return tag.replace("_", "-").partition("-")[0].lower()
