# ruff: noqa: E501, PLR2004 - a pattern is read whole; counts are rules, said in place
"""The ends of an article: notes on who wrote it, what a company says of itself, loose headings."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from audiopress.reading.cleaning.block_features import (
    ENDS,
    is_sentence,
    is_title,
    letters,
    told,
    words,
)
from audiopress.reading.wording.end_notes import gives_contact, is_author_bio, is_company_profile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.model import Block

__all__ = ["about_section", "author_notes", "loose_headings", "tail"]

_ABOUT = re.compile(
    r"^About (?:the (?:company|organi[sz]ation|publisher|event)\b|(?:the )?[A-Z0-9]|\w+\d)[^?]*$"
)
_DOES = re.compile(
    r",? ?(?:,|\bis\b|\bwas\b|\bhas\b|\bcovers\b|\bwrites\b|\bstudied\b|\bjoined\b|\bworks\b|\breports\b|"
    r"\bbrings\b|\bspecial\w+\b|\blives\b|\bholds\b|\bserves\b)"
)
_TABLE_NAME = re.compile(
    r"^(?:key )?(?:specs|specifications|features)\b.{0,14}$|\b(?:at a glance|comparison(?: table| chart)?|compared)\W*$|"
    r"^(?:comparison|comparing) \w+",
    re.IGNORECASE,
)
_RANKED = re.compile(r"^\W*#?\d{1,3}[.):]")
_CELLS = 5
_HEADINGS = 5
_HEADING_WORDS = 20
_ABOUT_BLOCKS = 5
_LINKED_TAIL = 0.6


def author_notes(blocks: list[Block], reasons: list[str], byline: str) -> list[str]:
    """Leave out a note on an author of the byline above the story or at its end."""
    out = list(reasons)
    kept = [n for n, reason in enumerate(out) if not reason and not is_title(blocks[n])]
    for at in kept:
        near = at in (*kept[:2], *kept[-2:])
        if (near or gives_contact(blocks[at].text)) and _tells_of(blocks[at], byline):
            out[at] = "about-the-author"
    return out


def _tells_of(block: Block, byline: str) -> bool:
    """Whether a paragraph begins with an author's name and goes on with what they do."""
    if block.kind != "paragraph" or not 8 <= words(block) <= 120:
        return False
    for author in byline.split(", "):
        first = author.partition(" ")[0]
        name = author if block.text.startswith(author) else first
        if len(name) < 3 or not block.text.startswith(name):
            continue
        if _DOES.match(block.text[len(name) :]) and _WORKS.search(block.text):
            return True
    return False


_WORKS = re.compile(
    r"\b(?:journalist|author|writer|reporter|editor|correspondent|columnist|blogger|freelanc\w+|contributor|"
    r"photographer|expert|consultant|professor|researcher|engineer|founder|director|specialist|studied|covers)\b",
    re.IGNORECASE,
)


def about_section(blocks: list[Block], reasons: list[str]) -> list[str]:
    """Leave out a last section that is headed "About" and a name."""
    out = list(reasons)
    for at in range(len(blocks) - 1, len(blocks) // 2, -1):
        block = blocks[at]
        if words(block) <= 6 and not is_title(block) and _ABOUT.search(block.text):
            below = [n for n in range(at + 1, len(blocks)) if not out[n]]
            if len(below) <= _ABOUT_BLOCKS:
                out[at:] = [reason or "boilerplate" for reason in out[at:]]
            break
        if block.kind == "heading" and not out[at]:
            break
    return out


def tail(blocks: list[Block], reasons: list[str]) -> list[str]:
    """After the story: notes on the author, and short pieces that are no sentences."""
    out = list(reasons)
    chosen = _chooses(blocks, out)
    for at in range(len(blocks) - 1, 0, -1):
        block = blocks[at]
        if out[at]:
            continue
        if is_title(block) or not any(map(is_sentence, _kept(blocks[:at], out))):
            break
        if _is_led(blocks, out, at):
            break
        headed = _is_headed(blocks, out, at)
        listed = headed and block.kind == "list_item"
        reason = _of_tail(block, chosen=(chosen and not listed) or not headed)
        if not reason:
            break
        out[at] = reason
    return out


def _kept(blocks: list[Block], reasons: list[str]) -> Iterator[Block]:
    """Yield what is spoken of the first blocks, the headline excepted."""
    for block, reason in zip(blocks, reasons, strict=False):
        if not reason and not is_title(block):
            yield block


def _is_headed(blocks: list[Block], reasons: list[str], at: int) -> bool:
    """Whether nothing is left out between a block and the heading above it."""
    for number in range(at - 1, 0, -1):
        if reasons[number] and reasons[number] != "no-words":
            return False
        if blocks[number].kind == "heading":
            return True
    return False


def _is_led(blocks: list[Block], reasons: list[str], at: int) -> bool:
    """Whether a list follows a spoken line that the extractor chose and that ends in a colon."""
    if blocks[at].kind != "list_item" or blocks[at].links >= 0.3:
        return False
    first = next((n for n in range(at, 0, -1) if blocks[n].kind != "list_item"), 0)
    led = blocks[first].text.endswith(":") and "voted" in blocks[first].hints
    return led and not any(reasons[first:at])


def _of_tail(block: Block, *, chosen: bool) -> str:
    if is_author_bio(block.text):
        return "about-the-author"
    if is_company_profile(block.text):
        return "boilerplate"
    if "alone" in block.hints and block.kind != "heading":
        plain = is_sentence(block) and not block.links and "byline" not in block.hints
        return "" if plain and not chosen and block.text[0].isalnum() else "after-the-story"
    if block.kind != "paragraph":
        return ""
    short = words(block) < 12 and not ENDS.search(block.text)
    linked = block.links >= _LINKED_TAIL and not ENDS.search(block.text)
    return "after-the-story" if short or linked else ""


def _chooses(blocks: list[Block], reasons: list[str]) -> bool:
    """Whether the extractor chose most of what is spoken: only then being alone tells much."""
    kept = [block for block, reason in zip(blocks, reasons, strict=True) if not reason]
    sentences = [block for block in kept if is_sentence(block)]
    return sum(map(told, sentences)) * 4 >= 3 * len(sentences)


def loose_headings(blocks: list[Block], reasons: list[str]) -> list[str]:
    """Leave out headings with nothing under them: what they headed was left out."""
    out = list(reasons)
    story = next((n for n, b in enumerate(blocks) if not out[n] and b.kind != "heading"), 0)
    for at, block in enumerate(blocks[:story]):
        if "alone" in block.hints and not is_title(block) and not _is_first(blocks, out, at):
            out[at] = out[at] or "before-the-story"
    counted = {
        letters(b.text) for b, reason in zip(blocks, out, strict=True) if reason == "contents"
    }
    empty, left = True, False
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        if out[at] == "number":  # a rank or stars tell of the heading: it names a thing
            empty, left = False, False
        elif out[at]:
            left = True
        elif _names_table(blocks, out, at):
            out[at] = "heading-of-nothing"
        elif block.kind != "heading" or letters(block.text) in counted or _is_lead(block):
            empty, left = False, False
        elif not is_title(block) and (empty or (left and _next_is_heading(blocks, out, at))):
            out[at] = "heading-of-nothing"
        else:
            left = False
    _keep_headings(blocks, reasons, out)
    return out


def _is_first(blocks: list[Block], out: list[str], at: int) -> bool:
    """Whether a heading right above the story is the first of several that head parts of it."""
    if at + 1 >= len(blocks) or out[at + 1] or blocks[at + 1].kind == "heading":
        return False
    alike = [
        n
        for n in range(at + 1, len(blocks))
        if blocks[n].kind == "heading" and blocks[n].level == blocks[at].level
    ]
    return sum(not out[n] and _heads_sentence(blocks, out, n) for n in alike) > 1


def _heads_sentence(blocks: list[Block], out: list[str], at: int) -> bool:
    """Whether a sentence is spoken right below a heading, or below a picture there."""
    below = range(at + 1, min(len(blocks), at + 3))
    return any(is_sentence(blocks[n]) and not out[n] for n in below)


def _keep_headings(blocks: list[Block], before: list[str], out: list[str]) -> None:
    """Keep headings of one rank that are a list by themselves: many, chosen, and no links."""
    found = [
        at
        for at, block in enumerate(blocks)
        if out[at] == "heading-of-nothing" and not before[at]
        if block.kind == "heading" and "voted" in block.hints and not block.links
    ]
    for at in found:
        alike = {letters(blocks[n].text) for n in found if blocks[n].level == blocks[at].level}
        if len(alike) >= _HEADINGS:
            out[at] = ""


def _is_lead(block: Block) -> bool:
    """Whether a standfirst is marked up as a heading."""
    return "standfirst" in block.hints and words(block) > _HEADING_WORDS


def _names_table(blocks: list[Block], out: list[str], at: int) -> bool:
    """Whether a line names the table below it, which is left out."""
    block = blocks[at]
    line = block.kind == "heading" or (words(block) < 8 and block.text.endswith(":"))
    if not line or at + 1 >= len(blocks) or not out[at + 1]:
        return False
    below = list(takewhile(bool, out[at + 1 :]))
    if out[at + 1] in ("table", "heading-of-nothing") and _TABLE_NAME.search(block.text):
        return "table" in below
    typed = zip(blocks[at + 1 :], below, strict=False)
    return sum(b.kind == "paragraph" and reason == "table" for b, reason in typed) >= _CELLS


def _next_is_heading(blocks: list[Block], reasons: list[str], at: int) -> bool:
    """Whether the next spoken block is another heading of the same rank or a higher one."""
    first = next((n for n in range(at + 1, len(blocks)) if not reasons[n]), None)
    if first is None or blocks[first].kind != "heading":
        return False
    ranked = bool(_RANKED.search(blocks[first].text)) and not _RANKED.search(blocks[at].text)
    return blocks[first].level <= blocks[at].level and not ranked
