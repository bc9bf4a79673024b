"""Who wrote an article: names apart from desks and accounts, and names that a page shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from audiopress.text.decode import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["is_account", "is_nobody", "names_of", "shown_names"]

_LIMIT = 95
_ACCOUNT = re.compile(
    r"(?:(?:site|web|super|the)?\s?admin(?:istrator)?|user\d*|root|guest|author|editor\d+|unknown|anonymous|none|null|"
    r"(?:web)?master|test)",
    re.IGNORECASE,
)
"""An account of the site's program, which nobody would read out."""
_DESK = re.compile(
    r"(?:(?:our|the|a|an|your|\w+)\s)?(?:staff|news|web|digital|online|editorial|city|sports?|national|foreign|special|agency|wire|"
    r"bureau|content)?[\s-]?(?:staff|reporters?|correspondents?|writers?|editors?|desk|team|newsroom|room|service|agenc(?:y|ies)|board|"
    r"contributors?|bureau)",
    re.IGNORECASE,
)


def is_nobody(name: str) -> bool:
    """Whether a name is a desk's or an account's."""
    return is_account(name) or bool(_DESK.fullmatch(name))


def is_account(name: str) -> bool:
    """Whether a name is an account's of the site's program ("admin")."""
    return bool(_ACCOUNT.fullmatch(name))


def names_of(told: Iterable[str]) -> list[str]:
    """Names of persons or desks, each once: without "By", addresses, and picture credits."""
    names: list[str] = []
    for text in told:
        bare = re.sub(r"^(?:by|von|par|por)\s+|\([^)]*\)", "", text, flags=re.IGNORECASE)
        for part in re.split(r"\s*(?:,|;|&|\||\band\b)\s*", bare):
            name = part.strip(" .-–—•")
            if name and "://" not in name and "@" not in name and re.search(r"[^\W\d_]", name):
                names.append(name)
    return list(dict.fromkeys(names))


_BYLINE = (
    './/*[@rel="author"]|.//*[contains(@itemprop,"author")]'
    '|.//*[contains(concat(" ",normalize-space(@class)," ")," byline ")]'
    '|.//*[contains(@class,"author-name") or contains(@class,"author__name")'
    ' or contains(@class,"byline__name") or contains(@class,"byline-name")]'
)
_PERSON = re.compile(
    r"(?:[Bb]y:?\s+)?((?:[A-Z][\w.'’-]+\s){1,3}[A-Z][\w'’-]+"
    r"(?:(?:,\s|\sand\s|\s&\s)(?:[A-Z][\w.'’-]+\s){1,3}[A-Z][\w'’-]+)*)"
)


def shown_names(tree: Any) -> list[str]:
    """Return the first short text of an element that is marked as a byline and is names alone."""
    for element in tree.xpath(_BYLINE):
        found = _PERSON.fullmatch(tidy(element.text_content())[:_LIMIT])
        if found:
            return [found[1]]
    for element in tree.iter("p", "div", "span", "address"):
        if (element.text or "").lstrip()[:3] in ("By ", "By:", "By"):
            found = _PERSON.fullmatch(tidy(element.text_content())[:_LIMIT])
            if found and found[0][:2] == "By":
                return [found[1]]
    return []
