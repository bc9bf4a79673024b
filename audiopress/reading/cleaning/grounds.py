"""What makes a ground hold to keep a block that was judged alone (see `kept_in_context.GROUNDS`).

Each function is asked of a block that is left out so far, by its number, and looks at what stands
around it. A sentence *of the story* is one that the extractor of main content chose.
"""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING

from audiopress.reading.cleaning.block_features import (
    asks_to_press,
    count_words,
    is_closed,
    is_link,
    is_sentence,
    is_story_sentence,
    is_title,
    is_voted,
)
from audiopress.reading.wording.finite_verbs import has_finite_verb
from audiopress.reading.wording.narration import addresses_reader
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from audiopress.model import Block
    from audiopress.reading.cleaning.judged import JudgedBlocks

__all__ = [
    "calls_over_sentence",
    "closes_between_spoken",
    "heads_what_follows",
    "is_chosen_label",
    "is_field_among_fields",
    "is_introduced_post",
    "leads_list",
    "names_sharing_site",
    "names_what_follows",
    "shares_box_with_story",
    "states_in_the_thick",
]

_RANK = re.compile(r"(?:^|\s)#\s?\d{1,3}\b|^\W*\d{1,3}[.):]\s|\bno\. ?\d{1,3}\b", re.IGNORECASE)
"""A place in a ranking: "#3", "3. Northern ferries", "no. 3"."""

_AWARDS = (
    "best",
    "most",
    "top pick",
    "runner[- ]up",
    "also great",
    "budget",
    "upgrade",
)

_AWARD = re.compile(rf"^(?:our |the )?(?:overall )?{any_of(_AWARDS)}\b", re.IGNORECASE)
"""What a test gives the thing whose heading follows: "Our top pick", "Best for sailors"."""

_AWARD_WORDS = 5
"""Words of the longest award."""

_QUESTION = re.compile(r"[?？](?: [a-z]+(?:_[a-z]+)+| [+×−–-])?$")
"""The end of a question, perhaps with the name or sign of the icon that opens its answer."""

_SIGNED = re.compile(r"^\W{0,3}[—–-]\s?\S.*\(?@\w+\)?|^\W*(?:https?://|pic\.)\S+$")
"""A line of an embedded post that says nothing: "— Town Hall (@town) May 3", a bare address."""

_POSTED = (
    r"[Tt]weet\w*",
    r"Twitter",
    r"posted",
    r"explained",
    r"announced",
    r"wrote",
    r"(?:an?|the) (?:update|statement)",
    r"(?:post|shared|video|photo) on",
    r"X",
    r"Instagram",
    r"Facebook",
    r"Telegram",
    r"Bluesky",
    r"Threads",
    r"TikTok",
    r"Reddit",
    r"[Ss]ocial media",
)

_INTRODUCES = re.compile(rf":\W*$|\b{any_of(_POSTED)}\b")
"""How a sentence leads in to a post: by a colon at its end, or by a word for it anywhere."""

_QUOTE_WORDS = 4
_POST_WORDS = 8
# Words of the shortest post that is quoted; and of the shortest that is so without a word for it.

_LED_TO = (
    "are",
    "as",
    "by",
    "for",
    "includ(?:es?|ing)",
    "of",
    "such",
    "that",
    "to",
    "which",
    "with",
)

_GOES_ON = re.compile(rf"[a-z,] {any_of(_LED_TO)}$")
"""The end of a line whose sentence goes on in a list: "The ropes are laid such that"."""

_FIELD = re.compile(r"[^\W\d_][\w'’ -]{1,30}: \S")
"""A name and a value: "Weight: 3 tons"."""

_SITES = (
    "facebook",
    "flipboard",
    "linkedin",
    "messenger",
    "pinterest",
    "reddit",
    "twitter",
    "whatsapp",
    "x",
)

_SITE = re.compile(any_of(_SITES), re.IGNORECASE)
"""The name of a place to share on, and nothing else."""

_AT_ENDS = frozenset(("agency-credit", "citation"))
"""Reasons of notes that stand at the ends of an article; amid the text they are sentences of it."""

_PUBLISHING = (
    "originally",
    "first",
    "previously",
    "version",
    "permission",
    "part",
    "partnership",
    "contributed",
)

_ELSEWHERE = re.compile(rf"\b{any_of(_PUBLISHING)}\b")
"""A word on where a text was published before, which may be told anywhere in it."""

_HALF_LINKED = 0.5
"""Share of a line that is linked from which it leads away, whatever it says."""

_LITTLE_LINKED = 0.3
"""Share of a paragraph that may be linked, if it tells of the thing that is named above it."""

_LINE_WORDS = 4
"""Words of the shortest line that may be a sentence or a question; shorter ones are labels."""

_RANKED_WORDS = 3
"""Words of the shortest line with a rank and a name."""

_RANKED_BELOW = 2
"""Blocks below a rank among which the sentence on it stands: there may be a picture above it."""

_BOX_SENTENCE_WORDS = 12
"""Words of the shortest sentence in a box that may be the story's; shorter ones are captions."""

_NAME_WORDS = 14
"""Words of the longest link that is a name."""

_TELLING_WORDS = 12
"""Words of the shortest paragraph that tells of what is named above it."""

_NAMES = 3
"""Linked names over a paragraph each that are a list of things; one or two are links."""


def is_introduced_post(judged: JudgedBlocks, at: int) -> bool:
    """Whether words of an embedded post follow what introduces them."""
    block = judged[at].block
    if block.kind != "quote" or block.links >= _HALF_LINKED or count_words(block) < _QUOTE_WORDS:
        return False
    return at > 0 and _is_introduced(judged, at) and not _SIGNED.search(block.text)


def _is_introduced(judged: JudgedBlocks, at: int) -> bool:
    """Whether the block above is spoken and of the same post, leads in to it, or is a sentence."""
    above = judged[at - 1].block
    if not judged[at - 1].is_spoken:
        return False
    if "embed" in above.hints or _INTRODUCES.search(above.text):
        return True
    long = count_words(judged[at].block) >= _POST_WORDS
    return long and is_story_sentence(above) and _is_signed_below(judged, at)


def _is_signed_below(judged: JudgedBlocks, at: int) -> bool:
    """Whether a post is one paragraph, signed in the next line, and the story goes on below."""
    if at + 2 >= len(judged) or not _SIGNED.search(judged[at + 1].block.text):
        return False
    return judged[at + 2].is_spoken and is_sentence(judged[at + 2].block)


def closes_between_spoken(judged: JudgedBlocks, at: int) -> bool:
    """Whether a line without links stands between spoken ones and closes as a sentence does."""
    if not 0 < at < len(judged) - 1:
        return False
    block, above, below = judged[at].block, judged[at - 1], judged[at + 1]
    if not above.is_spoken or not below.is_spoken or is_title(above.block):
        return False
    if block.links or block.text[0].isdigit():
        return False
    return is_closed(block.text) and count_words(block) >= _LINE_WORDS


def heads_what_follows(judged: JudgedBlocks, at: int) -> bool:
    """Whether a line heads what follows: a question, a rank in a list, an award in a test."""
    block = judged[at].block
    if block.kind not in ("paragraph", "heading") or at + 1 >= len(judged):
        return False
    below, size = judged[at + 1], count_words(block)
    if not block.links and size >= _LINE_WORDS and _QUESTION.search(block.text):
        return below.is_spoken and below.block.kind != "heading"
    if not block.links and size <= _AWARD_WORDS and _AWARD.search(block.text):
        return below.is_spoken and below.block.kind == "heading"
    return _is_rank(block) and _is_sentence_below(judged, at)


def _is_rank(block: Block) -> bool:
    named = count_words(block) >= _RANKED_WORDS and block.links < _HALF_LINKED
    return named and bool(_RANK.search(block.text))


def _is_sentence_below(judged: JudgedBlocks, at: int) -> bool:
    """Whether the first that is spoken of the next two blocks is a sentence of the story."""
    near = judged.numbers_spoken(at + 1, min(len(judged), at + 1 + _RANKED_BELOW))
    return bool(near) and is_story_sentence(judged[near[0]].block)


def leads_list(judged: JudgedBlocks, at: int) -> bool:
    """Whether a line ends in a colon, or goes on, and a list of the story follows."""
    block = judged[at].block
    if not (block.text.endswith(":") or _GOES_ON.search(block.text)):
        return False
    if block.links >= _HALF_LINKED or at + 1 >= len(judged) or not judged[at + 1].is_spoken:
        return False
    below = judged[at + 1].block
    return below.kind == "list_item" and below.links < _HALF_LINKED


def names_what_follows(judged: JudgedBlocks, at: int) -> bool:
    """Whether a link to another site names what the paragraph below tells of, one of several."""
    if at + 1 >= len(judged) or not _is_name(judged, at):
        return False
    nearest = chain(range(at, -1, -1), range(at + 1, len(judged) - 1))
    found = islice((n for n in nearest if _is_name(judged, n)), _NAMES)
    return len(list(found)) == _NAMES


def _is_name(judged: JudgedBlocks, at: int) -> bool:
    block, below = judged[at].block, judged[at + 1].block
    if "leads-out" not in block.hints or not is_link(block) or count_words(block) > _NAME_WORDS:
        return False
    if asks_to_press(block.text) or is_closed(block.text):
        return False
    tells = is_voted(below) and count_words(below) >= _TELLING_WORDS
    plain = below.links < _LITTLE_LINKED and judged[at + 1].is_spoken
    return below.kind == block.kind and tells and plain


def shares_box_with_story(judged: JudgedBlocks, at: int) -> bool:
    """Whether a sentence in a box has neighbours of the same box that the extractor chose."""
    block = judged[at].block
    if not is_sentence(block) or count_words(block) < _BOX_SENTENCE_WORDS:
        return False
    if "<aside>" in block.hints:
        return False
    near = (judged[n] for n in (at - 2, at - 1, at + 1, at + 2) if 0 <= n < len(judged))
    return any(
        one.is_spoken and is_story_sentence(one.block) and "aside" in one.block.hints
        for one in near
    )


def is_chosen_label(judged: JudgedBlocks, at: int) -> bool:
    """Whether a line without figures that sounds like a programme stands between chosen ones."""
    if not 0 < at < len(judged) - 1 or re.search(r"\d", judged[at].block.text):
        return False
    chosen = all(is_voted(one.block) for one in judged[at - 1 : at + 2])
    return chosen and judged[at + 1].is_spoken


def calls_over_sentence(judged: JudgedBlocks, at: int) -> bool:
    """Whether a heading stands right above a sentence of the story, and more of them follow."""
    if judged[at].block.kind != "heading" or at + 1 >= len(judged):
        return False
    if not judged[at + 1].is_spoken or not _is_of_story(judged, at + 1):
        return False
    later = judged.numbers_spoken(at + 1)
    return sum(_is_of_story(judged, number) for number in later) > 1


def _is_of_story(judged: JudgedBlocks, at: int) -> bool:
    """Whether a block is a sentence of the story: any, in a text made by hand."""
    block = judged[at].block
    return is_story_sentence(block) or (not judged.has_votes and is_sentence(block))


def names_sharing_site(judged: JudgedBlocks, at: int) -> bool:
    """Whether a heading is the name of a place to share on, over what the story says of it."""
    return bool(_SITE.fullmatch(judged[at].block.text)) and calls_over_sentence(judged, at)


def is_field_among_fields(judged: JudgedBlocks, at: int) -> bool:
    """Whether an item is a name and a value beside others of that shape."""
    near = (judged[n] for n in (at - 1, at + 1) if 0 <= n < len(judged))
    return _is_field(judged[at].block) and any(
        one.is_spoken and _is_field(one.block) for one in near
    )


def _is_field(block: Block) -> bool:
    return block.kind == "list_item" and not block.links and bool(_FIELD.match(block.text))


def states_in_the_thick(judged: JudgedBlocks, at: int) -> bool:
    """Whether a sentence without links stands between sentences of the story on both sides.

    What only sounds like furniture is text there: a subject, a verb, nothing of the page or reader.
    """
    block = judged[at].block
    if not _states(block) or not (_is_story_side(judged, at, -1) and _is_story_side(judged, at, 1)):
        return False
    ends = judged[at].reason in _AT_ENDS and not _ELSEWHERE.search(block.text)
    return ends or not addresses_reader(block.text)


def _states(block: Block) -> bool:
    """Whether a paragraph is one closed sentence with a verb, without a link."""
    plain = block.kind == "paragraph" and not block.links
    return plain and count_words(block) >= _LINE_WORDS and has_finite_verb(block.text)


def _is_story_side(judged: JudgedBlocks, at: int, step: int) -> bool:
    """Whether the next two blocks on one side are spoken, and the nearer one is a sentence."""
    near, far = at + step, at + 2 * step
    if not (0 <= near < len(judged) and 0 <= far < len(judged)):
        return False
    if not judged[near].is_spoken or not judged[far].is_spoken or is_title(judged[far].block):
        return False
    block = judged[near].block
    return is_story_sentence(block) or (not block.hints and is_sentence(block))
