"""Lines that many articles of one site have: which of an article could be, and which are left out.

What a site puts around every story ("The Foghorn is read in forty harbours.") no rule on words or
place can know. That the same line stands on other articles of the host tells it, whatever it says
(`audiopress.press.site_memory` keeps that). Some lines come again and are the story's all the same,
and those are told by what stands around them: an ingredient, a question of an interview, the
heading of a section.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from audiopress.model import LeftOut
from audiopress.reading.cleaning.block_features import is_title
from audiopress.text.comparison import make_comparable
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterator, Sequence

    from audiopress.model import Article, Block

__all__ = [
    "REASON",
    "SiteLine",
    "find_furniture",
    "leave_out_blocks",
    "list_site_lines",
    "make_line_key",
]

REASON = "site-furniture"
"""The reason of what is left out here."""

_KEY_DIGITS = 12
"""Hex digits of a line's key, 48 bits: two of the ten thousand lines that a host's file may know
share one once in five million hosts."""

_LONG = 12
"""Words of a line that does not come again by chance: shorter ones ("Serve at once.", "He declined
to comment.") stand in stories of one kind."""

_LINKED = 0.5
"""Share of a line that is linked from which it is a button or a pointer, however short."""

_JOIN = " · "
"""What stands between the items of a list where it is written as one line."""

_MARKS = " \"'”’»"
"""Marks that may close a quotation, behind the sign that ends its sentence."""

_OPENING = ('"', "“", "‘", "«", "„", "‹", "–", "—")
"""Signs with which a line begins that somebody says; a dash in French and Spanish."""

_ANSWER = 2
"""Words of an answer that comes in any dialogue: "Yes.", "Not yet."."""

_MOST = 0.8
"""Share of an article's letters that may be left out as furniture: a page of which more would go is
something else than its neighbours."""

_CORRECTION = compile_late(
    any_of(
        r"\W*"
        + any_of(
            r"corrections?",
            r"clarifications?",
            r"corrigend(?:um|a)",
            r"errat(?:um|a)",
            r"editor['’]s note",
            r"updated?",
            r"retraction",
            r"korrektur",
            r"berichtigung",
            r"richtigstellung",
            r"anmerkung der redaktion",
            r"rectificati(?:f|on)",
            r"correctif",
            r"mise à jour",
            r"note de la rédaction",
            r"correcci[oó]n",
            r"rectificaci[oó]n",
            r"aclaraci[oó]n",
            r"nota del editor",
            r"rettifica",
            r"correzione",
            r"errata corrige",
            r"nota della redazione",
            r"rectificatie",
            r"correctie",
            r"naschrift",
            r"correção",
            r"retificação",
            r"nota do editor",
        )
        + r"\s*(?:[:(\[–—-]|\d|$)",
        r"\W*this (?:article|story|post|piece|report|page) (?:was|has been) "
        + any_of("amended", "corrected", "updated", "changed"),
        r"\W*an earlier version of this ",
    )
)
"""How a notice begins that tells what was wrong: the same on all articles on the matter, and what
an editor wants said on each."""


@dataclass(frozen=True, slots=True)
class SiteLine:
    """A line of an article as it is compared: ``key``, its ``text``, how many letters it has.

    ``telling`` says that it does not come again by chance, being long or a link.
    """

    key: str
    text: str
    size: int
    telling: bool


def make_line_key(text: str) -> str:
    """Return what a line is known by: the same for another case, other spaces, other marks."""
    return hashlib.sha256(make_comparable(text).encode()).hexdigest()[:_KEY_DIGITS]


def list_site_lines(article: Article) -> tuple[SiteLine, ...]:
    """Return the lines of a cleaned article that could be its site's, each once."""
    lines: dict[str, SiteLine] = {}
    for places in _part_lines(article):
        blocks = [article.blocks[at] for at in places]
        text = _JOIN.join(block.text for block in blocks)
        linked = blocks[0].links >= _LINKED
        telling = len(text.split()) >= _LONG or linked
        size = len(make_comparable(text))
        if size:
            key = make_line_key(text)
            lines[key] = SiteLine(key, text, size, telling)
    return tuple(lines.values())


def find_furniture(article: Article, furniture: Container[str]) -> dict[int, str]:
    """Return the numbers of the blocks whose lines are ``furniture``, with the key of each.

    Which are left out, what stands around a line decides too: see the head of this file.
    """
    found: dict[int, str] = {}
    for places in _part_lines(article):
        key = make_line_key(_JOIN.join(article.blocks[at].text for at in places))
        if key in furniture:
            found |= dict.fromkeys(places, key)
    _keep_what_leads_on(article.blocks, found)
    return found if _is_bearable(article.blocks, found) else {}


def leave_out_blocks(
    article: Article, places: Collection[int]
) -> tuple[Article, tuple[LeftOut, ...]]:
    """Return an article without the blocks of these numbers, and what they were."""
    spoken = tuple(block for at, block in enumerate(article.blocks) if at not in places)
    left_out = (block for at, block in enumerate(article.blocks) if at in places)
    return (
        replace(article, blocks=spoken),
        tuple(LeftOut(text=block.text, reason=REASON) for block in left_out),
    )


def _part_lines(article: Article) -> Iterator[list[int]]:
    """Yield the blocks that are one line: each its own, the items of a list together.

    An ingredient is on many recipes, and a list of ingredients on one. Items that are links are
    lines of their own: a menu differs by where one is.
    """
    blocks = article.blocks
    items: list[int] = []
    for at, block in enumerate(blocks):
        in_list = block.kind == "list_item"
        if items and not in_list:
            yield items
            items = []
        if _is_the_articles(block, article):
            continue
        if in_list and block.links < _LINKED:
            items.append(at)
        else:
            yield [at]
    if items:
        yield items


def _is_the_articles(block: Block, article: Article) -> bool:
    """Whether a block is the article's whoever else has it: headline, corrections, what is kept."""
    title = is_title(block) and make_comparable(block.text) == make_comparable(article.title)
    return title or "keep" in block.hints or _CORRECTION.match(block.text.casefold()) is not None


def _keep_what_leads_on(blocks: Sequence[Block], found: dict[int, str]) -> None:
    """Keep a heading, a question or "Ingredients:" that the story goes on from."""
    # From the end: of two headings one above the other the lower is decided first.
    for at in sorted(found, reverse=True):
        last = at + 1 == len(blocks)
        if last or at + 1 in found or blocks[at + 1].kind == "heading":
            continue
        amid = at > 0 and at - 1 not in found
        if _leads_on(blocks[at]) or (amid and _is_said(blocks[at].text)):
            del found[at]


def _leads_on(block: Block) -> bool:
    return block.kind == "heading" or block.text.rstrip(_MARKS).endswith((":", "："))


def _is_said(text: str) -> bool:
    """Whether a line amid a story may be somebody's words: a question, "Yes.", what is quoted."""
    bare, words = text.rstrip(_MARKS), len(text.split())
    answer = words <= _ANSWER and bare.endswith((".", "!", "…", "。"))
    return bare.endswith(("?", "？")) or answer or (words < _LONG and text.startswith(_OPENING))


def _is_bearable(blocks: Sequence[Block], found: Container[int]) -> bool:
    """Whether an article is left when what was found goes."""
    sizes = {
        at: len(make_comparable(block.text))
        for at, block in enumerate(blocks)
        if block.kind != "heading"
    }
    return sum(size for at, size in sizes.items() if at in found) <= _MOST * sum(sizes.values())
