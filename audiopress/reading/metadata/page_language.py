"""The language that a page says it is in, as a tag: "en-GB" of ``lang="en_GB"``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from audiopress.reading.html.tree.elements import find_language
from audiopress.reading.metadata.declared.language_tags import find_language_tag, is_language_tag
from audiopress.reading.unused import describe_unused
from audiopress.text.language import COMMON_LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.reading.metadata.declared.meta_tags import MetaTags

__all__ = ["find_page_language", "read_language_tag"]

_NAMES = ("og:locale", "content-language", "language", "inlanguage", "dc.language")
"""Meta tags with the language, in their order."""

_NONE = frozenset(("mis", "mul", "und", "x-default", "zxx"))
"""Tags that say of a text that its language is none, several, or not known."""

_REGIONS = {"UK": "GB"}
"""Regions that people write by another name than the standard's."""


def find_page_language(
    tree: Any, meta: MetaTags, headline: Any | None
) -> tuple[str, tuple[str, ...]]:
    """Return the tag of the language that a page claims, or nothing, and notes on unknown ones.

    ``headline`` is its h1: an article may say another language than the page around it.
    """
    notes: list[str] = []
    for text, place in _list_claims(tree, meta, headline):
        tag = read_language_tag(text)
        if tag:
            return tag, tuple(notes)
        if text.lower() not in _NONE:
            why = "is none that we know, and is not used"
            notes.append(describe_unused("language", text, place, why))
    return "", tuple(dict.fromkeys(notes))


def _list_claims(tree: Any, meta: MetaTags, headline: Any | None) -> Iterator[tuple[str, str]]:
    # `lang` stands on .96 of the pages that we measure by, so that it is asked first
    around = [tree] if headline is None else [headline, *headline.iterancestors()]
    for element in around:
        if said := find_language(element):
            yield said, f"lang of <{element.tag}>"
    for name in _NAMES:
        # "en, de" is a list of those it is for
        for text in meta.get(name, [])[:1]:
            yield text.partition(",")[0].strip(), name


def read_language_tag(text: str) -> str:
    """Return a tag of language and region ("en-GB"), or nothing for what is no language.

    Of names ("English"), locales ("en_GB.UTF-8") and tags with more ("de-DE-u-nu-latn") too.
    """
    parts = re.split(r"[-_.@\s]+", text.strip())
    # a script stands before the region: "zh-Hans-CN"
    named = next((part for part in parts[1:3] if re.fullmatch(r"[A-Za-z]{2}", part)), "")
    region = _REGIONS.get(named.upper(), named.upper())
    language = _read_language(parts[0]) if text.lower() not in _NONE else ""
    return f"{language}-{region}" if language and region else language


def _read_language(name: str) -> str:
    language = name.lower()
    if language in COMMON_LANGUAGES:
        return language
    if not re.fullmatch(r"[a-z]{2,3}", language):
        return find_language_tag(name)
    from babel.core import get_global  # noqa: PLC0415 - most pages are in one of the common

    # ISO 639-2 has three letters for what has two: "deu", "ger"
    language = str(get_global("language_aliases").get(language, language))
    return language if is_language_tag(language) else ""
