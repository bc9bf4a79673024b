"""What somebody may have meant who wrote something that is no tag of a language."""

from __future__ import annotations

import difflib
from functools import cache

from audiopress.text.language_names import find_base, is_tag, name_language, write_tag

__all__ = ["explain_slip", "is_known"]

_BY_OWN_NAME = (
    "cs", "da", "de", "el", "es", "fi", "fr", "hu", "it", "ja", "ko", "nl", "no", "pl", "pt", "ro",
    "ru", "sv", "tr", "uk", "zh",
)  # fmt: skip
"""Languages that are known by what they call themselves too, "deutsch": each costs 12 ms to ask."""

_REGION = 2
"""Letters of a country's part of a tag."""


def is_known(tag: str) -> bool:
    """Whether a tag names a language, and no country that there is not: ``de``, ``de-AT``."""
    from babel import Locale  # noqa: PLC0415 - only where a language is named by hand

    if not is_tag(tag.replace("_", "-")):
        return False
    english = Locale("en")
    base, *parts = tag.replace("_", "-").split("-")
    countries = [part.upper() for part in parts if len(part) == _REGION]
    return (base.lower() in english.languages or find_base(tag) in english.languages) and all(
        each in english.territories for each in countries
    )


def explain_slip(tag: str) -> str:
    """Say that a tag names no language, with what is near to it; nothing where it is one."""
    if is_known(tag):
        return ""
    near = _find_near(tag.strip().replace("_", "-"))
    meant = f"; did you mean {near} ({name_language(near)})?" if near else "; say de or en-GB"
    return f"{tag!r} is no tag of a language{meant}"


def _find_near(text: str) -> str:
    """Return the tag that is nearest to a text: by a longer code, a country, or a name."""
    from babel import Locale  # noqa: PLC0415 - only for this error
    from babel.core import get_global  # noqa: PLC0415

    base, _, country = text.partition("-")
    # "ger" and "deu" are codes too, of librarians.
    alias = get_global("language_aliases").get(base.lower())
    if alias:
        found = write_tag(f"{alias}-{country}" if country else alias)
        return found if is_known(found) else write_tag(alias)
    countries = Locale("en").territories
    if country and is_known(base):
        # "UK" is a country by another name.
        other = get_global("territory_aliases").get(country.upper(), [""])[0]
        return write_tag(f"{base}-{other}" if other in countries else base)
    if base.upper() in countries:
        return _find_spoken(base.upper())
    names = _list_names()
    close = difflib.get_close_matches(text.casefold(), names, n=1, cutoff=0.7)
    return names[close[0]] if close else ""


def _find_spoken(country: str) -> str:
    """Return the tag of what is spoken in a country most."""
    from babel.core import get_global  # noqa: PLC0415 - only for this error

    # Where English is, the table has nothing.
    spoken = get_global("likely_subtags").get(f"und_{country}", "en")
    return f"{spoken.partition('_')[0]}-{country}"


@cache
def _list_names() -> dict[str, str]:
    """Return what languages are called, in English and some by themselves, and their tags.

    Countries too, with what is spoken there: "Germany".
    """
    from babel import Locale  # noqa: PLC0415 - only for this error

    english = Locale("en")
    countries = {
        str(name).casefold(): _find_spoken(code).partition("-")[0]
        for code, name in english.territories.items()
        if code.isalpha()
    }
    own = {str(Locale(tag).languages.get(tag, tag)).casefold(): tag for tag in _BY_OWN_NAME}
    plain = {str(name).casefold(): tag for tag, name in english.languages.items() if "_" not in tag}
    return countries | own | plain
