"""Sentences and clauses: where a voice may breathe.

sentencex cuts, repairs stand around it: items that are counted within a line are cut first, and
their figures stay with them; it joins "The U.S. said no." to a next sentence, and cuts after
abbreviations that a figure follows.
"""

from __future__ import annotations

import re

__all__ = ["clauses", "sentences"]

_ABBREVIATED = re.compile(
    r"(?:^|[\s(\"“'‘])(?:[Aa]pprox|[Vv]ols?|[Nn]os?|[Ff]igs?|[Pp]p?|[Cc]h|[Ee]d|[Ii]ncl|[Ee]xcl|[Ee]st|"
    r"[Cc]a|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Art|Sec|Rev|Gen|Col|Lt|Sgt|Capt|Maj|Hon|"
    r"Gov|Sen|Rep|Prof|Dr|Mr|Mrs|Ms|St|Mt|Q\.C|K\.C)\.$"
)
_MISSED = re.compile(r"(?<=[a-z]{2}[.!?]) (?=(?:[\"“'‘])?[A-Z][a-z]+ (?:[A-Z][a-z]+ )?[a-z]+)")
_CAMEL = re.compile(r"(?<=[a-z]{2}[.!?]) (?=[a-z][A-Z][a-z])")
_ITEM = re.compile(r"(?:(?<=\s)|^)[•⁃·–-]?\s?(?P<mark>\d{1,2}|[a-z])(?:\.\)?|\))\s+(?=\S)")
_MARK = re.compile(r"[•⁃·–-]?\s?(?:\d{1,2}|[a-z])\.")
_NOON = re.compile(r"\b[ap]\.m\.$")
_ZONE = re.compile(
    r"(?:Eastern|Central|Mountain|Pacific|Greenwich|British|Local|E[SD]?T|P[SD]?T|GMT|BST)\b"
)
_CLAUSE = re.compile(
    r"(?<=[;:,—–])\s+|(?<!\s)\s++(?=(?:and|but|or|because|although|while|which|who)\s)"
)


def sentences(text: str, language: str = "en") -> tuple[str, ...]:
    """Return the sentences of a paragraph without the spaces around them."""
    base = language.partition("-")[0]
    return tuple(found for item in _items(text) for found in _sentences(item, base))


def _sentences(text: str, language: str) -> list[str]:
    import sentencex  # noqa: PLC0415 - a native library, needed only where text is cut

    cut = [piece.strip() for piece in sentencex.segment(language, text)]  # type: ignore[attr-defined]
    joined: list[str] = []
    for piece in filter(None, cut):
        if joined and _belongs(joined[-1], piece):
            joined[-1] = f"{joined[-1]} {piece}"
        elif len(joined) == 1 and _MARK.fullmatch(joined[0]):
            joined[0] += piece if piece.startswith(")") else f" {piece}"
        else:
            joined.append(piece)
    return [part for piece in joined for part in _cut_missed(piece)]


def _items(text: str) -> list[str]:
    """Cut a line at "1. ... 2. ... 3. ..." when it begins with the first and they follow."""
    starts: list[int] = []
    last = 0
    for match in _ITEM.finditer(text.lstrip()):
        mark = match["mark"]
        worth = int(mark) if mark.isdecimal() else ord(mark)
        if (not starts and match.start() == 0) or (starts and worth == last + 1):
            starts.append(match.start())
            last = worth
    if len(starts) < 2:
        return [text]
    ends = (*starts[1:], None)
    return [text.lstrip()[start:end] for start, end in zip(starts, ends, strict=True)]


def _belongs(before: str, after: str) -> bool:
    if re.match(r"[a-z0-9]", after) and _ABBREVIATED.search(before):
        return True
    if _NOON.search(before) and _ZONE.match(after):
        return True
    return bool(re.match(r"[a-z]", after)) and not re.search(r"[.!?][\"”’']$", before)


def _cut_missed(piece: str) -> list[str]:
    """Cut where a plain word ends one sentence and a name or word begins the next."""
    parts = _CAMEL.split(piece)
    if len(parts) > 1 or re.search(r"[\"“]", piece) or not re.search(r"\b(?:[A-Z]\.){2,}", piece):
        return parts
    parts = _MISSED.split(piece)
    short = (part for part in parts[:-1] if _ABBREVIATED.search(part))
    return [piece] if any(not part.endswith(" no.") for part in short) else parts


def clauses(sentence: str, longest: int) -> tuple[str, ...]:
    """Cut a sentence at commas and conjunctions into pieces of at most ``longest`` characters.

    A piece without a place to cut stays whole, however long.
    """
    if len(sentence) <= longest:
        return (sentence,)
    pieces: list[str] = []
    for part in _CLAUSE.split(sentence):
        if pieces and len(pieces[-1]) + 1 + len(part) <= longest:
            pieces[-1] = f"{pieces[-1]} {part}"
        else:
            pieces.append(part)
    return tuple(pieces)
