"""What a language tag names: the language without its region, and its name in English."""

from __future__ import annotations

import re

__all__ = ["find_base", "is_tag", "name_language", "name_variety", "suits", "write_tag"]

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


_REGION = 2
"""Letters of a country's part of a tag, which are capitals."""

_SCRIPT = 4
"""Letters of a script's part, of which the first is a capital."""


def is_tag(text: str) -> bool:
    """Whether a text that somebody wrote may be a language tag: ``de``, ``zh-Hans-CN``."""
    return bool(_TAG.fullmatch(text))


def find_base(tag: str) -> str:
    """Return ``en`` of the tag ``en-GB`` or ``en_US``: any English voice reads any English."""
    base = _cut_region(tag)
    return _SAME.get(base, base)


def write_tag(tag: str) -> str:
    """Return a tag as it is written (BCP 47, 2.1.1): ``de-AT`` of ``DE_at``, ``zh-Hant``."""
    base, *parts = tag.strip().replace("_", "-").split("-")
    written = (
        part.upper() if len(part) == _REGION else part.title() if len(part) == _SCRIPT else part
        for part in parts
    )
    return "-".join((base.lower(), *written))


def suits(tag: str, wanted: str) -> bool:
    """Whether what is for the language ``tag`` is for a text in ``wanted`` too.

    "en" suits "en-GB", and "en-GB" suits "en"; "en-US" does not suit "en-GB". No tag suits all.
    Another tag of the same language (``iw`` of ``he``) is as good; of the two Norwegians neither
    is the other.
    """
    if not tag:
        return True
    one, other = write_tag(tag).lower(), write_tag(wanted).lower()
    bases = one.partition("-")[0], other.partition("-")[0]
    if bases[0] != bases[1]:
        base = find_base(bases[0])
        if base != find_base(bases[1]) or base not in bases:
            return False
        one, other = (
            base + each.removeprefix(b) for each, b in zip((one, other), bases, strict=True)
        )
    return f"{one}-".startswith(f"{other}-") or f"{other}-".startswith(f"{one}-")


def name_language(tag: str) -> str:
    """Return the English name of a tag's language, such as "German", else the tag itself."""
    from babel import Locale  # noqa: PLC0415 - only for errors and lists

    base = _cut_region(tag)
    names = Locale("en").languages
    return str(names.get(base) or names.get(find_base(tag)) or tag)


def name_variety(tag: str) -> str:
    """Return the English name of a language as a region has it, such as "British English"."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - only for errors and lists

    written = write_tag(tag).replace("-", "_")
    try:
        named = Locale("en").languages.get(written) or Locale.parse(written).get_display_name("en")
    except (ValueError, UnknownLocaleError):
        named = None
    return str(named or name_language(tag))


def _cut_region(tag: str) -> str:
    return tag.replace("_", "-").partition("-")[0].lower()
