"""What somebody may have meant who wrote something that is no tag of a language."""

from __future__ import annotations

import difflib
from functools import cache

from audiopress.text.language_names import find_base, is_tag, name_language, write_tag

__all__ = ["check_tag", "explain_slip", "is_known", "list_meant", "suggest_tag"]

_BY_OWN_NAME = (
    "cs", "da", "de", "el", "es", "fi", "fr", "hu", "it", "ja", "ko", "nl", "no", "pl", "pt", "ro",
    "ru", "sv", "tr", "uk", "zh",
)  # fmt: skip
"""Languages that are known by what they call themselves too, "deutsch": each costs 12 ms to ask."""

_OTHER_NAMES = {
    "plattdeutsch": "nds", "platt": "nds", "niederdeutsch": "nds", "schwiizertüütsch": "gsw",
    "schweizerdeutsch": "gsw", "flämisch": "nl", "vlaams": "nl", "castellano": "es",
    "català": "ca", "euskara": "eu", "galego": "gl", "brezhoneg": "br", "cymraeg": "cy",
    "gaeilge": "ga", "farsi": "fa", "føroyskt": "fo", "íslenska": "is", "rumantsch": "rm",
}  # fmt: skip
"""What else languages are called by those who speak them, or beside them."""

_EXAMPLES = "; say de or en-GB"
"""What follows where nothing is near."""

_CLEARLY = 0.05
"""Difference in likeness (0 to 1) by which a rare language is meant: "klingonish" is not Finnish,
with .82 and .71."""

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


def check_tag(tag: str) -> str:
    """Say why a text cannot stand in a feed as the tag of a language; nothing where it can.

    A tag of a language that nobody knows can: that is no matter of how it is written.
    """
    return "" if is_tag(tag) else explain_slip(tag) or f"is written {write_tag(tag)}"


def explain_slip(tag: str) -> str:
    """Say that a tag names no language, with what is near to it; nothing where it is one."""
    if is_known(tag):
        return ""
    meant = " or ".join(f"{near} ({name_language(near)})" for near in list_meant(tag))
    return f"{tag!r} is no tag of a language{f'; did you mean {meant}?' if meant else _EXAMPLES}"


def suggest_tag(tag: str, option: str) -> str:
    """Return what to write for a tag that names no language: ``--language de``.

    ``option`` is what stands before the tag, with its space or its sign.
    """
    return f"{option}{next(iter(list_meant(tag)), 'en-GB')}"


def list_meant(text: str) -> list[str]:
    """Return the tags that somebody may have meant: by a longer code, a country, or a name.

    The nearest comes first; there are two at most ("dutsch" is German or Dutch), and perhaps none.
    """
    from babel import Locale  # noqa: PLC0415 - only for errors
    from babel.core import get_global  # noqa: PLC0415

    text = text.strip().replace("_", "-")
    base, _, country = text.partition("-")
    # "ger" and "deu" are codes too, of librarians.
    alias = get_global("language_aliases").get(base.lower())
    if alias:
        found = write_tag(f"{alias}-{country}" if country else alias)
        return [found if is_known(found) else write_tag(alias)]
    countries = Locale("en").territories
    if country and is_known(base):
        # "UK" is a country by another name.
        other = get_global("territory_aliases").get(country.upper(), [""])[0]
        return [write_tag(f"{base}-{other}" if other in countries else base)]
    if base.upper() in countries:
        return [_find_spoken(base.upper())]
    return _list_named(text.casefold())


def _list_named(name: str) -> list[str]:
    """Return the tags of the languages, or of what is spoken in the country, named most alike."""
    names = _list_names()
    if name in names:
        return [names[name]]
    close = difflib.get_close_matches(name, names, n=1, cutoff=0.7)
    # Of the best known two may be meant: "dutsch".
    own = difflib.get_close_matches(name, _list_best_known(), n=2, cutoff=0.7)
    if close and own and _is_nearer(close[0], own[0], name):
        return [names[close[0]]]
    return list(dict.fromkeys(_list_best_known().get(one, names[one]) for one in own or close))


def _is_nearer(one: str, known: str, name: str) -> bool:
    """Whether a language is so much nearer to a name that a well-known one is not meant."""
    alike = [difflib.SequenceMatcher(None, name, each).ratio() for each in (one, known)]
    return alike[0] - alike[1] > _CLEARLY


def _find_spoken(country: str) -> str:
    """Return the tag of what is spoken in a country most."""
    from babel.core import get_global  # noqa: PLC0415 - only for this error

    # Where English is, the table has nothing.
    spoken = get_global("likely_subtags").get(f"und_{country}", "en")
    return f"{spoken.partition('_')[0]}-{country}"


@cache
def _list_best_known() -> dict[str, str]:
    """Return what the languages of `_BY_OWN_NAME` are called, in English and by themselves."""
    from babel import Locale  # noqa: PLC0415 - only for this error

    english = Locale("en").languages
    own = {str(Locale(tag).languages.get(tag, tag)).casefold(): tag for tag in _BY_OWN_NAME}
    return {str(english[tag]).casefold(): tag for tag in _BY_OWN_NAME} | own


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
    plain = {str(name).casefold(): tag for tag, name in english.languages.items() if "_" not in tag}
    return countries | plain | _OTHER_NAMES | _list_best_known()
