"""A web page to an article: runs of text, and who says that they belong to the story."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from audiopress.errors import ReadingError
from audiopress.model import Article, Block
from audiopress.reading.html.element_hints import HEADINGS, letters, line, within
from audiopress.reading.html.extractor_votes import votes
from audiopress.reading.html.main_content import belonging
from audiopress.reading.html.teaser_cards import cards, leads_out, own_sites
from audiopress.reading.html.text_runs import Page, Run, parse, read_runs
from audiopress.reading.metadata.page_metadata import Facts, read_facts
from audiopress.text.language import guess_english_variety, guess_language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audiopress.model import BlockKind, Reading

__all__ = ["read_page"]

_KINDS: dict[str, BlockKind] = {
    "blockquote": "quote",
    "figcaption": "caption",
    "caption": "caption",
    "td": "table",
    "th": "table",
    "li": "list_item",
    "dd": "list_item",
    "dt": "list_item",
}
_CAPTION = 400
_HEADING_WORDS = 10


def read_page(text: str, uri: str, reading: Reading) -> Article:
    """Return the article of a page. Raises `ReadingError` where there is none."""
    tree = parse(text, uri)
    body = tree.find("body")
    if body is None:
        raise ReadingError("the page has no body", where=uri, hint="open it in a browser")
    facts = read_facts(tree, uri)
    page = read_runs(body)
    kept = _select(body, reading.keep)
    dropped = _select(body, reading.drop)
    voted = votes(page.runs, tree, facts)
    own = own_sites(uri, facts.canonical or "")
    blocks = [
        _block(page, run, hints, facts, kept, dropped, own)
        for run, hints in belonging(page.runs, voted, kept, facts, cards(page.runs, own))
    ]
    said = " ".join(block.text for block in blocks)
    language = reading.language or facts.language or guess_language(said)
    return Article(
        uri=uri,
        title=facts.title or (blocks[0].text if blocks else ""),
        blocks=tuple(blocks),
        canonical=facts.canonical,
        byline=facts.byline,
        standfirst=facts.standfirst,
        published=facts.published,
        modified=facts.modified,
        language=guess_english_variety(said) if language == "en" else language,
        section=facts.section,
        image=facts.image,
    )


def _select(body: Any, selectors: Iterable[str]) -> frozenset[Any]:
    found: set[Any] = set()
    for selector in selectors:
        try:
            found.update(body.cssselect(selector))
        except Exception as error:
            raise ReadingError(
                f"{selector!r} is no CSS selector",
                where="[reading] keep or drop",
                hint='write them as in a style sheet, such as "div.promo"',
            ) from error
    return frozenset(found)


def _block(  # noqa: PLR0913, PLR0917 - what is known of a run comes from six places
    page: Page,
    run: Run,
    found: frozenset[str],
    facts: Facts,
    kept: frozenset[Any],
    dropped: frozenset[Any],
    own: frozenset[str],
) -> Block:
    kind, level = _kind(run, facts, found)
    if kind == "paragraph" and "voted" in found and _is_bold_line(run):
        kind, level = "heading", 3
    hints = set(found)
    if run.opens_linked and run.linked * 7 > run.shown:
        hints.add("opens-with-link")
        if leads_out(run.element, own):
            hints.add("leads-out")
    if within(run.element, kept):
        hints.add("keep")
    if within(run.element, dropped):
        hints.add("drop")
    return Block(
        kind=kind,
        text=run.text,
        level=level,
        selector=page.selector(run),
        links=round(min(1.0, run.linked / max(1, run.shown)), 3),
        hints=tuple(sorted(hints)),
    )


def _kind(run: Run, facts: Facts, found: frozenset[str]) -> tuple[BlockKind, int]:
    """Return what a run is; a figure that holds much of the story (left open) has no caption."""
    element = run.element
    if element.tag in HEADINGS:
        named = letters(run.text) in (letters(facts.title), letters(facts.heading))
        level = 1 if named else int(element.tag[1])
        return "heading", level
    if element.tag == "button":
        return "heading", 3
    for ancestor in line(element):
        if ancestor.tag in HEADINGS and "voted" in found:
            return "heading", int(ancestor.tag[1])
        if ancestor.tag in _KINDS and not (ancestor.tag in ("td", "th") and _layout(ancestor)):
            return _KINDS[ancestor.tag], 0
        if ancestor.tag == "figure" and "<figure>" in found and run.shown < _CAPTION:
            return "caption", 0
    return "paragraph", 0


def _is_bold_line(run: Run) -> bool:
    """Whether a short bold paragraph serves as a heading."""
    short = len(run.text.split()) <= _HEADING_WORDS
    told = run.bold >= run.shown and run.linked * 2 < run.shown
    return short and told and not re.search(r"[.!?:;,…]\W*$", run.text)


def _layout(cell: Any) -> bool:
    """Whether a table only arranges the page: its cells hold paragraphs."""
    table = next(cell.iterancestors("table"), cell)
    longest = max((len(found.text_content()) for found in table.iter("td")), default=0)
    return longest > _CAPTION
