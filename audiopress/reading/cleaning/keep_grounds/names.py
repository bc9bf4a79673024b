"""Names of things: linked to their makers, or with a value beside them."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING

from audiopress.reading.cleaning.block_features import (
    asks_to_press,
    count_words,
    is_closed,
    is_link,
    is_voted,
)
from audiopress.reading.cleaning.cleaning_rule import KeepGround
from audiopress.reading.cleaning.example_blocks import LATER, STORY, item, paragraph

if TYPE_CHECKING:
    from audiopress.model import Block
    from audiopress.reading.cleaning.judged import JudgedBlocks

__all__ = ["FIELD_AMONG_FIELDS", "LINKED_NAME", "is_field_among_fields"]

_NAME_WORDS = 14
"""Words of the longest link that is a name."""

_TELLING_WORDS = 12
"""Words of the shortest paragraph that tells of what is named above it."""

_LITTLE_LINKED = 0.3
"""Share of a paragraph that may be linked, if it tells of the thing that is named above it."""

_NAMES = 3
"""Linked names over a paragraph each that are a list of things; one or two are links."""

_FIELD_WORDS = 18
"""Words of the longest field; more are what somebody says in an interview."""

_FIELD = re.compile(r"\W*[^\W\d_](?:[\w'’ -]{1,30}: \S|[\w'’. -]{1,60}: \d)")
"""A name and a value: "Weight: 3 tons"; the name of a figure may be longer, and an arrow or another
sign may stand before it: "→ Ships that were in the harbour in May: 214"."""


def names_what_follows(judged: JudgedBlocks, at: int) -> bool:
    """Whether a link to another site names what the paragraph below tells of, one of several."""
    if at + 1 >= len(judged) or not _is_name(judged, at):
        return False
    # From here outwards and only until there are enough: a page
    # of links would be searched to both ends for each of them.
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


_SHOP_LINK = ("alone", "leads-out")
"""Hints of a link to another site that the extractor did not choose."""


LINKED_NAME = KeepGround(
    name="linked-name",
    reasons=("outside-the-story", "link"),
    holds=names_what_follows,
    why="Lists of things name each by a link to its maker, and tell of it below.",
    spoken=(
        *STORY,
        paragraph("Ropewalk Number One", links=1.0, hints=_SHOP_LINK),
        LATER[0],
        paragraph("Ropewalk Number Two", links=1.0, hints=_SHOP_LINK),
        LATER[1],
        paragraph("Ropewalk Number Three", links=1.0, hints=_SHOP_LINK),
        LATER[2],
    ),
    left_out=(
        *STORY,
        paragraph("Ropewalk Number One", "outside-the-story", links=1.0, hints=_SHOP_LINK),
        *LATER,
    ),
)


def is_field_among_fields(judged: JudgedBlocks, at: int) -> bool:
    """Whether an item is a name and a value beside others of that shape."""
    # A field left out may be a link to a film after all: only a spoken one vouches for another.
    near = (judged[n] for n in (at - 1, at + 1) if 0 <= n < len(judged))
    return _is_field(judged[at].block) and any(
        one.is_spoken and _is_field(one.block) for one in near
    )


def _is_field(block: Block) -> bool:
    line = block.kind in ("list_item", "paragraph") and not block.links
    return line and count_words(block) <= _FIELD_WORDS and bool(_FIELD.match(block.text))


FIELD_AMONG_FIELDS = KeepGround(
    name="field-among-fields",
    reasons=("read-more", "presenter-slot", "skip-link"),
    holds=is_field_among_fields,
    why='"Video: 4K" reads like a link to a film, and is a line of specifications.',
    spoken=(
        *STORY,
        item("Weight: 3 tons"),
        item("Video: 4K, 30 pictures a second"),
        *LATER,
    ),
    left_out=(
        *STORY,
        item("Video: 4K, 30 pictures a second", "read-more"),
        *LATER,
    ),
)
