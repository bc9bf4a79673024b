"""Paragraphs that a page says are in another language than its article, where that is so.

Themes, editors and translators of pages leave a ``lang`` that says nothing of the text. So what is
long enough to tell has to agree, and what is too short is believed only where no text on the page
contradicts the same claim.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.reading.metadata.page_language import read_language_tag
from audiopress.text.language import choose_language
from audiopress.text.language_names import find_base

if TYPE_CHECKING:
    from audiopress.model import Block

__all__ = ["settle_block_languages"]

_HALF = 2
"""A language that more than one letter in two is said to be in is the template's: the article's own
was judged by all of its text."""


def settle_block_languages(blocks: tuple[Block, ...], language: str) -> tuple[Block, ...]:
    """Return the blocks, each with a language only where that is not the article's.

    Each comes with what its page says. ``language`` is that of the article.
    """
    own = find_base(language)
    claims = {said: _read_claim(said, own) for said in {block.language for block in blocks}}
    if not any(claims.values()):
        return tuple(replace(block, language="") if block.language else block for block in blocks)
    trusted = {tag: _is_trusted(blocks, claims, tag, own) for tag in claims.values() if tag}
    return tuple(
        replace(block, language=_judge(block, claims[block.language], own, trusted))
        if block.language
        else block
        for block in blocks
    )


def _read_claim(said: str, own: str) -> str:
    """Return the tag of a claim that is a language, and another than the article's, or nothing."""
    # a name ("english") is no tag, and what is written so is seldom meant for anybody
    longest = max(map(len, said.replace("_", "-").split("-")[:1]), default=0)
    tag = read_language_tag(said) if 0 < longest <= len("deu") else ""
    return "" if find_base(tag) == own else tag


def _is_trusted(blocks: tuple[Block, ...], claims: dict[str, str], tag: str, own: str) -> bool:
    """Whether a claim is believed of a text that is too short to tell."""
    claimed = [block.text for block in blocks if claims[block.language] == tag]
    if _HALF * sum(map(len, claimed)) > sum(len(block.text) for block in blocks):
        return False
    return all(choose_language(text, find_base(tag), own) != own for text in claimed)


def _judge(block: Block, tag: str, own: str, trusted: dict[str, bool]) -> str:
    """Return the language of one block, or nothing where it is the article's."""
    if not tag or not any(map(str.isalpha, block.text)):
        return ""
    found = choose_language(block.text, find_base(tag), own)
    return tag if found == find_base(tag) or (not found and trusted[tag]) else ""
