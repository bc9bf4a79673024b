# ruff: noqa: E501, RUF001 - a pattern is read whole, and typographic marks are what it is about
"""What tells of somebody: the signs that a sentence is a story's, whatever words it begins with.

Furniture speaks to the reader or of the page; a story speaks of third persons, of what was, of who
said it. "Join us" is a call, "Join us, the strikers sang" is not.
"""

from __future__ import annotations

import re

__all__ = ["narrates", "of_the_page"]

_CLOSED = re.compile(r"[.!?…][\"”’')\]»]*$")
_VERBS = (
    r"(?:said|says?|tells?|told|asked|asks|wrote|writes?|warn(?:ed|s)?|shouted|shouts|sang|sings|read|reads|pleaded|pleads|cried|"
    r"called|ordered|urged|urges|advised?|advises|added|adds|argued|argues|admitted|announced|answered|insist(?:ed|s)|joked|"
    r"explained|explains|recalled|recalls|replied|promised|claimed|whispered|begged|taught|thought|promises|runs?|ran|went|goes)"
)
_ATTRIBUTED = re.compile(
    rf"[,?!][\"”’']?\s(?:(?!you\b|we\b|our\b|your\b)[\w'’-]+\s){{1,9}}{_VERBS}\b"
    rf"|[,?!][\"”’']?\s(?:said|says|asked|wrote|cried|added)\s(?!you\b|us\b)[\w'’]",
    re.IGNORECASE,
)
_LED = re.compile(
    r"^(?:with\b[^,:;]{8,70}|(?-i:[A-Z])\w+(?:ed|en|lt|nt|ht|ld|ne)\b[^,:;]{2,70}),\s"
    r"(?-i:the|an?|his|her|their|its|he|she|it|they|one|no|nobody|both|all|most|many|some|few|each)\b",
    re.IGNORECASE,
)
_THIRD = re.compile(
    r"\b(?:he|she|him|his|her|they|them|was|were|had|did|would|(?:in|since|until|by) (?:20|19|18|17)\d\d)\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"^(?:the|an?|some|most|many|few|all|his|her|their|its|(?-i:[A-Z])[\w'’-]+)\s(?:[\w'’%,-]+\s){0,5}"
    r"(?-i:is|are|has|have|will|needs?|makes?|earns?|shows?|costs?|fell|falls|rises?|survived|takes?|plays?|measures?|keeps?|rules?)\s",
    re.IGNORECASE,
)
_OF_THE_TRADE = re.compile(
    r"\b(?:rights|terms|conditions|prices?|policy|cookies|independent|copyright|trademarks?|opinions|views|information|advice|"
    r"affiliates?|sponsor\w*|advertis\w+|newsletters?|subscri\w+|members?|readers?|journalis\w+|reporter|editor|author|writer|"
    r"contributor|correspondent|columnist|published|distributed|contents?)\b",
    re.IGNORECASE,
)
_HERE = re.compile(
    r"\b(?:we|us|our|you|your|i|my|here|below|above|click|subscribe|sign up|e-?mail|credit|courtesy|getty|"
    r"(?:this|these|the following) (?:article|story|report|post|page|piece|site|video|episode|podcast|newsletter|content|"
    r"material|feature|interview|essay|column|series|guide|links?|image|photo\w*|picture|transcript|press release))\b"
    r"|©|@|https?:|www\.|\b(?:19|20)\d\d [A-Z]",
    re.IGNORECASE,
)


_SPEECH = re.compile(r"^(?:“[^“”]+[.!?,…]”|\"[^\"]+[.!?,…]\")$")
_MENTIONED = re.compile(
    r"^(?:(?-i:[A-Z])[\w'’-]+)(?:\s[\w'’-]+){1,7}\s(?:is|was)\s(?:all (?:that|the)|what (?!you|we)|how (?!you|we)|"
    r"the (?!best|fastest|easiest|quickest|only way|right)|an? (?!great|good|free|must|quick|simple))(?!.*\b(?:your?|our)\b)",
    re.IGNORECASE,
)
"""A call that a sentence only tells of: "Join us is the motto of the club"."""


def of_the_page(text: str) -> bool:
    """Whether a text speaks to the reader, of itself, or of its own site."""
    return bool(_HERE.search(text))


def narrates(text: str) -> bool:
    """Whether a closed sentence tells of others: who said it, what was, and nothing of the page."""
    if not _CLOSED.search(text):
        return False
    told = (_ATTRIBUTED, _LED, _SPEECH, _MENTIONED)
    if any(pattern.search(text) for pattern in told):
        return True
    if _HERE.search(text):
        return False
    return bool(_THIRD.search(text) or (_PRESENT.search(text) and not _OF_THE_TRADE.search(text)))
