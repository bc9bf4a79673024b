# ruff: noqa: E501, PLR2004 - a pattern is read whole; typographic marks; counts are rules, said in place
"""What a publisher says for itself in prose: offers and appeals, by wording, place and name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlparse

from audiopress.reading.cleaning.block_features import LINKED, is_title, letters, told, words
from audiopress.reading.wording.narration import is_narration

if TYPE_CHECKING:
    from audiopress.model import Block

__all__ = ["promotion", "publisher"]

_ASKS = re.compile(
    r"\b(?:contact (?:us|our|the|[A-Z]\w+)|get in touch|reach out|call (?:us|now|our)|give us a call|(?:talk|speak|chat) (?:to|with) (?:us|our|an?)\b"
    r"|book (?:a|an|your|now)|schedule (?:a|an|your)|request (?:a|an|your)|get (?:a|an|your|the|started|one-on-one|help|trusted)\b"
    r"|sign up|try (?:it|our|the|us)\b|start (?:your|a|now|today|planning with)\b|take (?:the|a|our) tour|learn (?:more|how)|find out (?:more|how)"
    r"|find (?:a|an|the|your) (?:nearest|nearby|closest|location|agent|local)|download|visit (?:us|our|[\w.]+\.\w{2,})|check out our"
    r"|join (?:us|our|the|now)|enrol|shop (?:now|our|the)|explore (?:our|the)|discover (?:our|how)|see how|let us\b|click|subscribe"
    r"|order (?:now|your|from)|helps? you\b|look no further|we(?:['’]d| would) love to|we(?:['’]re| are) here to|our team|wants? to help)",
    re.IGNORECASE,
)  # fmt: skip
_OPENS = re.compile(
    r"^\W*(?:(?:are|do) you )?(?:(?:still )?(?:looking|not sure|ready|want|wanting|need|needing|keen|interested|curious|thinking|searching|planning|"
    r"struggling|tired|hoping|eager)\b(?: [\w'’&,/$%-]+){1,22}\?|(?:need|want|got|have) (?:help|questions?|more)\b[^.?!]{0,80}\?)",
    re.IGNORECASE,
)  # fmt: skip
_HEADING = re.compile(
    r"^\W*(?:let (?!me|us see)\w+|ask us|contact us|get in touch|talk to us|work with us|partner with|how we (?:can )?help|"
    r"why (?:choose )?us)\b",
    re.IGNORECASE,
)  # fmt: skip
_BUTTON = re.compile(
    r"^\W*(?:get|learn|start|try|book|contact|request|sign up|talk|speak|call|join|download|explore|discover|schedule|find)\b",
    re.IGNORECASE,
)
_FREE = re.compile(r"\b(?:free|discounts?|% off|trial|credits?|special offer)\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:we|our|us|we['’](?:re|ve|ll|d))\b", re.IGNORECASE)
_BOOKS = re.compile(
    r"^\W*(?:schedule|book|request|make|get|arrange) (?:an?|your|the)\b(?: [\w-]+){0,3} (?:appointment|consultation|call|visit|tour|demo|quote|estimate|evaluation)\b",
    re.IGNORECASE,
)
_MINE = re.compile(
    r"\b(?:my|our) (?:[\w-]+ ){0,8}(?:course|newsletter|e-?book|workbook|podcast|shop|store|program(?:me)?|workshop|webinar|quiz|"
    r"masterclass|membership|community|templates?|services?|products?|platform|app)s?\b",
    re.IGNORECASE,
)
_AT = re.compile(r"^At (?:the )?([A-Z][\w.&’'-]*(?:\s[A-Z][\w.&’'-]*){0,3}),? (?:we|our)\b")
_CUSTOM = re.compile(
    r"\b(?:customers?|clients?|homeowners?|patients?|members?|our (?:\w+ )?(?:services?|products?|solutions?|platform|software)|help(?:s|ing)? you|you(?:r|rs)?)\b",
    re.IGNORECASE,
)
_IF = re.compile(
    r"^\W*if you(?:['’]re| are|['’]d| would| want| need)\b.{0,220}\b(?:join|try|check out|sign up|enrol\w*|book|download|apply|reach out|get in touch|consider) "
    r"(?!the\b)(?:for |to |with )?(?-i:[A-Z])\w+",
    re.IGNORECASE,
)
_APPEALS = frozenset(("call", "newsletter", "subscribe", "paywall", "donation", "app"))
_YOU = re.compile(r"\b(?:you|your|yours|you['’](?:re|ve|ll|d))\b", re.IGNORECASE)
_CLOSES = re.compile(
    r"\b(?:conclusion|final (?:thoughts|words|word)|summary|takeaways?|bottom line|wrap(?:ping)? up|in short|verdict|wrap-up)\b",
    re.IGNORECASE,
)  # fmt: skip
_TURN = re.compile(
    r"\b(?:[Cc]ontact|[Cc]all|[Cc]hoose|[Jj]oin|[Tt]ry|[Tt]rust|[Pp]artner with|[Gg]et started with|[Ss]tart with|[Tt]alk to|[Ss]peak (?:to|with)|"
    r"[Bb]ook (?:with|through)|[Ss]ign up (?:with|for|to)|[Ss]hop (?:at|with)|[Rr]each out to|[Ss]ubscribe to|[Dd]ownload|[Vv]isit) "
    r"(?:the |our )?((?:[A-Z][\w.&’'-]*\s?){1,4})"
)
"""Bids to turn to somebody, and their name."""
_SELLS = re.compile(
    r"^\W*(?:maximi[sz]e|optimi[sz]e|elevate|unlock|discover|explore|transform|boost|grow|get|try|join|start|take|make|meet|experience|"
    r"strategic|simple|save|choose|find|align|upgrade|streamline|supercharge|achieve|let)\b",
    re.IGNORECASE,
)
_SECTION_WORDS = 170
_SECTION = 8
_ADVICE = 30
"""Words of sentences that head a section and say nothing of the publisher: those are the story's."""
_BUTTONS = 2
_FEW = 3
_PART = 0.3
_CAPITAL = re.compile(r"\b[A-Z][\w-]{4,}")


def publisher(uri: str) -> str:
    """Return the name in a page's host, as letters: its longest label, or nothing if short."""
    labels = (urlparse(uri).hostname or "").split(".")[:-1]
    name = max((label for label in labels if label != "www"), key=len, default="")
    return letters(name) if len(letters(name)) > 3 else ""


def promotion(blocks: list[Block], reasons: list[str], name: str) -> list[str]:
    """Leave out what offers the publisher's own: paragraphs that ask, sections that only do.

    ``name`` is the publisher as `publisher` gives it.
    """
    out, names = list(reasons), _names(blocks, name)
    for at, block in enumerate(blocks):
        if out[at] or is_title(block):
            continue
        if block.kind == "heading":
            out[at] = "promotion" if _cries(block, names) else ""
            continue
        opened = sum(told(one) for one in blocks[:at]) > 1  # a story does not open with a pitch
        if (
            (opened and _offers(block, names))
            or _slogan(block, names)
            or _recommends(block, names)
            or _calls_on(block, names)
            or _lone_offer(blocks, out, at)
        ):
            out[at] = "promotion"
    _last_section(blocks, out, names)
    _sections(blocks, out, names)
    _presents(blocks, out, names)
    _last_words(blocks, out, names)
    return out


def _offers(block: Block, names: frozenset[str]) -> bool:
    """Whether a paragraph opens with the reader's wish and goes on with what is offered."""
    opening = _OPENS.search(block.text)
    if not opening or words(block) > 90:
        return False
    rest = block.text[opening.end() :]
    own = bool(_OWN.search(rest)) or _named(rest, names)
    return bool(_ASKS.search(rest) or block.links) and (own or block.links > 0.03)


def _recommends(block: Block, names: frozenset[str]) -> bool:
    """Whether a paragraph sends the reader to the publisher's own product, by name and link."""
    if not 0 < block.links < 0.5 or words(block) > 65 or not _YOU.search(block.text):
        return False
    sends = re.search(r"\b(?:check out|try|sign up|download)\b", block.text)
    return bool(sends) and _named(block.text[sends.start() :] if sends else "", names)


def _calls_on(block: Block, names: frozenset[str]) -> bool:
    """Whether a short paragraph bids the reader turn to the publisher, by name."""
    turns = (found for found in _TURN.finditer(block.text) if words(block) <= 40)
    return any(_named(found[1], names) for found in turns) and not is_narration(block.text)


def _cries(block: Block, names: frozenset[str]) -> bool:
    """Whether a heading is as long as a sentence and sells: to the reader, or by name."""
    if _BOOKS.match(block.text) and _named(block.text, names):
        return True
    if words(block) < 9 or not re.search(r"[!:.]", block.text):
        return False
    calls = block.text.endswith("!") and bool(_YOU.search(block.text))
    return calls or (_named(block.text, names) and bool(_SELLS.match(block.text)))


def _owns(text: str, names: frozenset[str]) -> bool:
    return bool(_OWN.search(text) or _MINE.search(text)) or _named(text, names)


def _invites(block: Block, names: frozenset[str]) -> bool:
    """Whether a paragraph at the end asks the reader to come, or names the publisher in passing."""
    named = _named(block.text, names)
    if not _YOU.search(block.text) or words(block) > 90 or not _owns(block.text, names):
        return False
    return (named and words(block) <= 25) or bool(
        _ASKS.search(block.text) and (block.links > 0 or named)
    )


def _sums_up(blocks: list[Block], head: int) -> bool:
    """Whether a heading says the title again: then it heads the conclusion."""
    title = next((block.text for block in blocks if is_title(block)), "").casefold()
    own = [letters(word) for word in blocks[head].text.split()]
    return sum(word in letters(title) for word in own) >= 0.8 * len(own)


def _slogan(block: Block, names: frozenset[str]) -> bool:
    """Whether a short cry names the publisher and the reader."""
    cries = re.search(r"(?:!|\b(?:today|now)\W?)$", block.text)
    return bool(cries and words(block) <= 25 and _YOU.search(block.text)) and _named(
        block.text, names
    )


def _lone_offer(blocks: list[Block], out: list[str], at: int) -> bool:
    """Whether a line nobody chose offers something between lines that are left out."""
    if "alone" not in blocks[at].hints or not 0 < at < len(blocks) - 1 or words(blocks[at]) > 25:
        return False
    text = blocks[at].text
    return bool(out[at - 1] and out[at + 1] and (_FREE.search(text) or _ASKS.search(text)))


def _named(text: str, names: frozenset[str]) -> bool:
    """Whether a text names the publisher: in full, or by a capitalised word of the name."""
    words_of = {letters(found) for found in _CAPITAL.findall(text)}
    full = max(names, key=len, default="")
    return bool(full) and (full in letters(text) or bool(words_of & names))


def _names(blocks: list[Block], name: str) -> frozenset[str]:
    """Return the publisher's name, and capitalised words in it that few blocks use.

    A word that many use is what the article is about, whatever the host is called.
    """
    if not name:
        return frozenset()
    used: dict[str, int] = {}
    for block in blocks:
        for word in {letters(found) for found in _CAPITAL.findall(block.text)}:
            used[word] = used.get(word, 0) + 1
    few = max(_FEW, len(blocks) // 20)
    rare = (word for word in used if used[word] <= few and len(word) >= _PART * len(name))
    return frozenset({name, *(word for word in rare if word in name)})


def _sections(blocks: list[Block], out: list[str], names: frozenset[str]) -> None:
    """Leave out a short section whose heading and text both appeal, or that ends in a button."""
    buttons = sum(_button(block) for block in blocks)
    for at, block in enumerate(blocks):
        if block.kind != "heading" or is_title(block) or not at:
            continue
        end = _end(blocks, at)
        kept = [n for n in range(at + 1, end) if not out[n]]
        pressed = buttons <= _BUTTONS and _button(blocks[end - 1])
        pressed = pressed or (bool(_OPENS.search(block.text)) and _asked(out[at + 1 : end]))
        if _appeals(block, [blocks[n] for n in kept], names, pressed=pressed):
            for number in (at, *kept):
                out[number] = out[number] or "promotion"


def _asked(reasons: list[str]) -> bool:
    """Whether a section has an appeal that is left out already."""
    return any(reason in _APPEALS for reason in reasons)


def _appeals(head: Block, below: list[Block], names: frozenset[str], *, pressed: bool) -> bool:
    """Whether a heading and the little that it heads speak for the publisher to the reader."""
    said = " ".join(block.text for block in below)
    if not 0 < len(below) <= 3 or len(said.split()) > 110 or not _YOU.search(said + head.text):
        return False
    if not all(_owns(block.text, names) for block in below):
        return False
    calls = _OPENS.search(head.text) or _HEADING.search(head.text) or _named(head.text, names)
    asks = bool(_ASKS.search(said)) and any(block.links for block in below)
    return pressed or bool(calls and asks)


def _end(blocks: list[Block], at: int) -> int:
    return next((n for n in range(at + 1, len(blocks)) if blocks[n].kind == "heading"), len(blocks))


def _button(block: Block) -> bool:
    """Whether a block is a short linked line that tells the reader to do something."""
    return block.links >= LINKED and words(block) <= 7 and bool(_BUTTON.search(block.text))


def _last_section(blocks: list[Block], out: list[str], names: frozenset[str]) -> None:
    """Leave out the last section, if it asks for custom."""
    kept = [n for n, reason in enumerate(out) if not reason]
    head = next((n for n in reversed(kept) if blocks[n].kind == "heading"), None)
    if head is None or is_title(blocks[head]) or _CLOSES.search(blocks[head].text):
        return
    below = [n for n in kept if n > head]
    late = head * 3 > 2 * len(kept) or len(below) * 4 < len(kept)
    boxed = any("offer" in block.hints for block in blocks[head:])  # what asks has a box
    if boxed or not late or len(below) > _SECTION or _sums_up(blocks, head):
        return
    if _asks_custom(blocks[head], [blocks[n] for n in below], names):
        for number in _pitch(blocks, head, below, names):
            out[number] = out[number] or "promotion"


def _pitch(
    blocks: list[Block], head: int, below: list[int], names: frozenset[str]
) -> tuple[int, ...]:
    """Return what of a section asks: all of it, or what stands under advice of some length."""
    text = blocks[head].text
    first = next((n for n in below if _owns(blocks[n].text, names)), head)
    advice = sum(words(blocks[n]) for n in below if n < first and told(blocks[n]))
    whole = advice < _ADVICE or _HEADING.search(text) or _named(text, names)
    return (head, *below) if whole else tuple(n for n in below if n >= first)


def _asks_custom(head: Block, below: list[Block], names: frozenset[str]) -> bool:
    """Whether most of a section speaks of the publisher, to the reader, and asks."""
    said = " ".join(block.text for block in below)
    size = sum(words(block) for block in below)
    mine = sum(words(block) for block in below if _owns(block.text, names))
    if not 0 < size <= _SECTION_WORDS or not (2 * mine > size or _HEADING.search(head.text)):
        return False
    own = _owns(said, names) or _named(head.text, names)
    return bool(own and _ASKS.search(said) and _YOU.search(said + head.text))


def _presents(blocks: list[Block], out: list[str], names: frozenset[str]) -> None:
    """Leave out sections where the publisher presents itself, and those like it that follow."""
    under = False
    for at, block in enumerate(blocks):
        if block.kind != "heading" or is_title(block):
            continue
        below = [n for n in range(at + 1, _end(blocks, at)) if not out[n]]
        texts = [blocks[n].text for n in below]
        likewise = bool(texts) and all(len(_OWN.findall(text)) > 1 for text in texts)
        under = _serves(texts, names) or (under and likewise)
        for number in (at, *below) if under and len(below) < _FEW else ():
            out[number] = out[number] or "promotion"


def _serves(texts: list[str], names: frozenset[str]) -> bool:
    """Whether a section opens with what is believed at the publisher, and tells of its customers."""
    found = _AT.match(texts[0]) if texts else None
    return bool(found and _named(found[1], names) and _CUSTOM.search(texts[0]))


def _last_words(blocks: list[Block], out: list[str], names: frozenset[str]) -> None:
    """Leave out paragraphs at the end that ask the reader to come to the publisher."""
    story = [n for n, reason in enumerate(out) if not reason and told(blocks[n])]
    for at in range(len(blocks) - 1, 0, -1):
        if out[at]:
            continue
        block = blocks[at]
        if len(story) < 4 or at <= story[2]:
            break
        named = _named(block.text, names)
        ours = block.links > 0 and words(block) <= 60 and _owns(block.text, names)
        last = ours and bool(_IF.search(block.text))
        sells = bool(_SELLS.match(block.text)) and bool(_YOU.search(block.text))
        last = last or (sells and named and words(block) <= 90)
        if not last and (block.kind != "paragraph" or not _invites(block, names)):
            break
        out[at] = "promotion"
