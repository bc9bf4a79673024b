"""Words to write the examples of rules with: ``item("Six ropes", "related", links=1.0)``.

Each takes the text, the reason if the block must be left out, the share of it that is linked (0
to 1), and what the page says of it in hints. Blocks are of a web page, and chosen by the extractor
of main content (``voted``) unless the hints say otherwise; ``ALONE`` is what it did not choose.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from audiopress.model import Block, Selector
from audiopress.reading.cleaning.judged import Judged

if TYPE_CHECKING:
    from audiopress.model import BlockKind
    from audiopress.reading.cleaning.cleaning_rule import Example
    from audiopress.reading.reasons import Reason

__all__ = [
    "ALONE",
    "LATER",
    "STORY",
    "caption",
    "cell",
    "heading",
    "item",
    "paragraph",
    "quote",
]

_Why: TypeAlias = Literal[""]
"""No reason: the block is spoken."""

VOTED = ("voted",)
"""Hints of a block that the extractor of main content chose."""

ALONE = ("alone",)
"""Hints of a block that stands in the story's place, but that the extractor did not choose."""


def _write(  # noqa: PLR0913, PLR0917 - what a block is
    kind: BlockKind,
    text: str,
    reason: Reason | _Why,
    links: float,
    hints: tuple[str, ...],
    level: int = 0,
) -> Judged:
    found = Selector(exact=text)
    return Judged(
        Block(kind=kind, text=text, level=level, selector=found, links=links, hints=hints), reason
    )


def paragraph(
    text: str, reason: Reason | _Why = "", *, links: float = 0.0, hints: tuple[str, ...] = VOTED
) -> Judged:
    """Return a paragraph."""
    return _write("paragraph", text, reason, links, hints)


def heading(
    text: str,
    reason: Reason | _Why = "",
    *,
    level: int = 2,
    links: float = 0.0,
    hints: tuple[str, ...] = VOTED,
) -> Judged:
    """Return a heading of the second rank, or of another."""
    return _write("heading", text, reason, links, hints, level)


def item(
    text: str, reason: Reason | _Why = "", *, links: float = 0.0, hints: tuple[str, ...] = VOTED
) -> Judged:
    """Return an item of a list."""
    return _write("list_item", text, reason, links, hints)


def quote(
    text: str, reason: Reason | _Why = "", *, links: float = 0.0, hints: tuple[str, ...] = VOTED
) -> Judged:
    """Return a quotation that is set apart."""
    return _write("quote", text, reason, links, hints)


def caption(
    text: str, reason: Reason | _Why = "", *, links: float = 0.0, hints: tuple[str, ...] = VOTED
) -> Judged:
    """Return the caption of a picture."""
    return _write("caption", text, reason, links, hints)


def cell(
    text: str, reason: Reason | _Why = "", *, links: float = 0.0, hints: tuple[str, ...] = VOTED
) -> Judged:
    """Return a cell of a table."""
    return _write("table", text, reason, links, hints)


STORY: Example = (
    paragraph("The bridge reopened on Monday after two years of repairs to its towers."),
    paragraph("Engineers had found cracks in the cables during a routine inspection."),
    paragraph("The council paid for the work out of a fund that was set up for storms."),
    paragraph("Ferries will go on running until the end of the summer season."),
)
"""Four sentences of a story: what stands above the blocks that an example is about."""

LATER: Example = (
    paragraph("Two shops on the quay have said that they may move to the far side."),
    paragraph("A second crossing has been talked about for as long as anyone remembers."),
    paragraph("Painters will come back in the spring to finish the railings in green."),
    paragraph("The oldest of the cables is now kept in a museum beside the town hall."),
)
"""Four more: what stands below them."""
