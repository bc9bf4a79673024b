"""Language tags (BCP 47) told from names and slips."""

from __future__ import annotations

import functools
import re

__all__ = ["find_language_tag", "is_language_tag"]

_SHAPE = re.compile(r"(?P<language>[A-Za-z]{2,3})(?:-[A-Za-z0-9]{1,8})*")
"""A tag as BCP 47 shapes it: a language of two or three letters, then script, region and more."""

_OLD = frozenset(("in", "iw", "ji", "jw", "mo", "sh", "no", "tl"))
"""Languages that were renamed, and that programs still write by their old letters."""


def is_language_tag(text: str) -> bool:
    """Whether a text is the tag of a language that there is: ``en-GB``, not ``english``."""
    shaped = _SHAPE.fullmatch(text)
    if shaped is None:
        return False
    language = shaped["language"].lower()
    return language in _OLD or language in _list_languages()


def find_language_tag(name: str) -> str:
    """Return the tag of a language by its English name, or nothing."""
    wanted = name.strip().casefold()
    return next((tag for tag, said in _list_languages().items() if said.casefold() == wanted), "")


@functools.cache
def _list_languages() -> dict[str, str]:
    from babel import Locale  # noqa: PLC0415 - few files name a language

    return dict(Locale("en").languages)
