# ruff: noqa: E501 - a pattern is read whole, and typographic marks are what it is about
"""What tells of somebody: the signs that a sentence is a story's, whatever words it begins with.

Furniture speaks to the reader or of the page; a story speaks of third persons, of what was, of who
said it. "Join us" is a call, "Join us, the strikers sang" is not.
"""

from __future__ import annotations

import re

from audiopress.reading.wording.finite_verbs import has_finite_verb

__all__ = ["addresses_reader", "is_narration"]

_CLOSED = re.compile(r"[.!?…][\"”’')\]»]*$")
_VERBS = (
    r"(?:said|says?|tells?|told|asked|asks|wrote|writes?|warn(?:ed|s)?|shouted|shouts|sang|sings|read|reads|plead(?:s|ed)?|repeats|cried|"
    r"called|ordered|urged|urges|advised?|advises|added|adds|argued|argues|admitted|announced|answered|insist(?:ed|s)|joked|"
    r"explained|explains|recalled|recalls|replied|promised|claimed|whisper(?:ed|s)|begged|taught|thought|promises|runs?|ran|went|goes)"
)
_ATTRIBUTED = re.compile(
    rf"[,?!][\"”’']?\s(?!(?:what|which|why|how|who|where|when)\b)(?:(?!you\b|we\b|our\b|your\b)[\w'’-]+\s){{1,9}}{_VERBS}\b"
    rf"|[,?!][\"”’']?\s(?:said|says|asks|asked|wrote|cried|added|whispers|joke[sd])\s(?!you\b|us\b)[\w'’]",
    re.IGNORECASE,
)
_LED = re.compile(
    r"^(?:with\b[^,:;]{8,70}|(?:(?:first|originally|previously)\s)?(?-i:[A-Za-z])\w+(?:ed|en|lt|nt|ht|ld|ne)\b[^,:;]{2,70}),\s"
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
    r"contributor|correspondent|columnist|transcripts?|(?:re)?published|permission|distributed|contents?)\b",
    re.IGNORECASE,
)
_HERE = re.compile(
    r"\b(?:we|us|our|you|your|i|my|here|below|above|click|"
    r"(?:(?<=^)|(?<=[.!?,;:]\s)|(?<=\b(?:or|to)\s)|(?<=\band\s)|(?<=please\s))(?:subscribe|sign up|e-?mail)|"
    r"(?:this|these|the following) (?:article|story|report|post|page|piece|site|video|episode|podcast|newsletter|content|"
    r"material|feature|interview|essay|column|series|guide|links?|image|photo\w*|picture|transcript|press release))\b"
    r"|©|@|https?:|www\.|\b(?:19|20)\d\d (?-i:[A-Z])"
    r"|(?:[(/|,;:.–—-]\s*(?:\w[\w’'-]{0,24}\s){0,3}|^)(?:credit(?! (?:from|by)\b)|courtesy(?![^,.]{2,50},\s(?-i:[a-z]))|getty(?! (?!images)))\b"
    r"|\b(?:by|from|of) getty(?: images)?\W*$",
    re.IGNORECASE,
)


_SPEECH = re.compile(r"^(?:“[^“”]+[.!?,…]”|\"[^\"]+[.!?,…]\")$")
_MENTIONED = re.compile(
    r"^(?!(?:this|these|our|the following)\s)(?:(?-i:[A-Z])[\w'’-]+)(?:\s[\w'’-]+){1,7}(?<!\sthat)\s(?:is|was)\s(?:all (?:that|the)|what (?!you|we)|how (?!you|we)|"
    r"the (?!best|fastest|easiest|quickest|only way|right)|an? (?!great|good|free|must|quick|simple))(?!.*\b(?:your?|our)\b)",
    re.IGNORECASE,
)
"""A call that a sentence only tells of: "Join us is the motto of the club"."""


_CALLS = re.compile(
    r"^\W*(?:please |just |simply |also |so )?(?:add|apply|ask|become|book|browse|buy|call|check|choose|click|come|connect|contact|create|"
    r"discover|don['’]t|donate|download|drop|e-?mail|enjoy|enrol|enter|explore|fill|find|follow|get|give|go|grab|have|head|hear|help|if|install|"
    r"join|keep|learn|leave|let|like|listen|log|look|make|meet|message|miss|need|never|not|order|pick|play|plus|press|read|register|request|save|"
    r"scroll|see|send|share|shop|sign|start|stay|stream|submit|subscribe|support|swipe|take|tap|tell|text|try|turn|tune|unlock|upgrade|use|"
    r"view|visit|vote|want|watch|whether|write)\b",
    re.IGNORECASE,
)


def addresses_reader(text: str) -> bool:
    """Whether a text speaks to the reader, of itself, or of its own site."""
    return bool(_HERE.search(text))


def is_narration(text: str) -> bool:
    """Whether a closed sentence tells of others: who said it, what was, and nothing of the page."""
    if not _CLOSED.search(text):
        return False
    told = (_ATTRIBUTED, _LED, _SPEECH, _MENTIONED)
    if any(pattern.search(text) for pattern in told):
        return True
    if _HERE.search(text):
        return False
    if _THIRD.search(text):
        return True
    return not _OF_THE_TRADE.search(text) and bool(_PRESENT.search(text) or _states(text))


def _states(text: str) -> bool:
    """Whether a text is one sentence that opens with its subject, and no call."""
    return not _CALLS.match(text) and has_finite_verb(text)
