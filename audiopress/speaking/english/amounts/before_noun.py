"""Whether an amount belongs to the noun behind it: "the five pound note", "two pounds of it".

In front of a noun the unit is singular. That it is in front of one is told by what stands before
the amount (an article, "its", "Ford's", perhaps an adjective) or by a plural behind it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from re import Match

__all__ = ["stands_before_noun"]

_BEFORE = 36
_AFTER = 24
_ADJECTIVES = (
    r"new|further|extra|additional|record|annual|initial|first|second|third|final|total|huge|whole|"
    r"massive|big|small|giant|estimated|reported|proposed|planned|recent|separate|single|similar|"
    r"full|typical|average|potential|alleged|one-off|controversial|existing|original|previous|same|"
    r"upfront|multi-year|five-year|three-year|two-year|ten-year|maximum|minimum|whopping|staggering|"
    r"roughly|nearly|almost|around|about|reinforced|standard|temporary|permanent|nationwide|blanket"
)
_ARTICLE = re.compile(
    r"(?:(?<!\w)(?P<a>[Aa]n?|[Aa]nother|[Ee]ach|[Ee]very)|(?<!\w)(?P<the>[Tt]he|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose|"
    r"[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[Mm]y|[Yy]our|[Ww]hose)|\w['’]s|s['’])"
    rf"\s(?:(?:{_ADJECTIVES})\s)?\Z"
)
# words that may follow an amount without being what it measures
_SMALL = (
    r"(?:a|an|the|in|on|to|of|for|from|by|at|as|and|or|but|per|each|more|less|was|were|is|are|be|"
    r"will|would|can|could|may|might|must|should|has|have|had|that|which|who|when|where|while|after|"
    r"before|if|than|then|with|without|over|under|into|onto|last|this|next|every|so|up|down|off|out|"
    r"back|since|between|it|he|she|they|we|you|worth|because|through|throughout|during|toward|towards|"
    r"against|until|till|via|amid|plus|away|ago|apart|above|below|about|around|across|along|beyond|"
    r"behind|near|not|only|just|also|too|yet|now|later|earlier|today|yesterday|tomorrow|tonight|again|"
    r"together|thanks|despite|compared|according|rather|instead|both|either|here|there|once|twice|"
    r"cheaper|dearer|higher|lower|lighter|heavier|longer|shorter|taller|faster|slower|wider|deeper|"
    r"further|better|worse|richer|poorer|overall|total|due|except|unless|though|although|did|does|do|vs|v|versus|yes|says|say|said)"
)
_PARTICIPLE = (
    r"(?:[a-z]+ed|going|coming|being|owing|needing|having|paid|spent|won|lost|made|owed|given|taken|"
    r"sent|held|stolen|found|set|put|cost|needed|already|currently|still|kept|got|left|bought|sold)"
)
_NOUN = re.compile(
    rf"\A\.?(?:\s|-)(?!{_SMALL}\b)(?:(?P<participle>{_PARTICIPLE})\b|[a-z][a-z-]*[a-z]|(?P<name>(?<!\.\s)[A-Z]))"
)
_PLURAL = re.compile(
    rf"\A\.?\s(?!(?:{_SMALL}|its|as|us|thus|minus|versus|less|upwards|downwards|onwards|always|besides|"
    r"perhaps|sometimes|afterwards|overseas|indoors|outdoors|years?|months|weeks|days|hours|minutes|"
    r"seconds|times|makes|takes|costs|goes|comes|says|means|remains|sits|stands|lies|runs|gives|gets|"
    r"buys|shows|covers|puts|keeps|leaves|brings|seems|helps|[a-z]+wards)\b)(?:[a-z]+-)?[a-z]+(?<![siu])s\b"
)


def stands_before_noun(match: Match[str], behind: Literal["a", "the", "any"] = "any") -> bool:
    """Whether the amount that ``match`` found is said as part of a noun.

    How little is enough depends on how tightly the amount is written: "14 km" is so ``behind``
    "a" alone, "£20m" behind "the" and "its" too, "5kg" and "£20" also behind "Ford's" and in
    front of a plural.
    """
    rest = match.string[match.end() : match.end() + _AFTER]
    if rest[:1] == "-" and rest[1:2].isalpha():
        return True
    article = _ARTICLE.search(match.string[max(0, match.start() - _BEFORE) : match.start()])
    noun = _NOUN.match(rest)
    if article and noun and _suits(article, noun, behind):
        return True
    return behind == "any" and bool(_PLURAL.match(rest))


def _suits(article: Match[str], noun: Match[str], behind: str) -> bool:
    if article["a"]:
        return True
    if noun["participle"] or noun["name"]:
        return False
    return behind == "any" or (behind == "the" and bool(article["the"]))
