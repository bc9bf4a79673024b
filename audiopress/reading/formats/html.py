"""A web page to an article: runs of text, and who says that they belong to the story.

In order: the tree, what the page says of itself, its runs of text, the votes, the runs that belong
to the story, and of each of them what kind of block it is.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from audiopress.errors import ReadingError, TooLargeError
from audiopress.model import Article, Block, LeftOut, PassedOver
from audiopress.reading.formats.untitled import find_untitled
from audiopress.reading.html.fact_rows import join_facts
from audiopress.reading.html.ruby import read_foreign_ruby
from audiopress.reading.html.runs.list_numbers import ListNumbers
from audiopress.reading.html.runs.text_runs import PageText, TextRun, read_runs
from audiopress.reading.html.runs.unread import find_unread
from audiopress.reading.html.story.block_languages import settle_block_languages
from audiopress.reading.html.story.extractor_votes import collect_votes
from audiopress.reading.html.story.lone_furniture import mark_furniture
from audiopress.reading.html.story.main_content import select_main_content
from audiopress.reading.html.story.story_places import open_misused_elements, show_hidden_story
from audiopress.reading.html.story.teaser_cards import find_cards, leads_out, list_own_hosts
from audiopress.reading.html.table_rows import join_table_rows
from audiopress.reading.html.tree.elements import BLOCK_KINDS, HEADINGS, climb, is_within
from audiopress.reading.html.tree.page_tree import parse_page
from audiopress.reading.html.tree.unknown_elements import join_unknown_elements
from audiopress.reading.html.whole_pages import find_marked, select_all
from audiopress.reading.metadata.authors.bylines import is_nobody, read_byline
from audiopress.reading.metadata.dates.name_dates import read_name_date
from audiopress.reading.metadata.page_metadata import PageMetadata, read_page_metadata
from audiopress.reading.named_texts import list_selectors
from audiopress.reading.page_kinds.broken_off import breaks_off
from audiopress.reading.page_kinds.declared_kind import find_declared_kind
from audiopress.reading.page_kinds.listing_pages import explain_listing
from audiopress.reading.page_kinds.own_lists import find_own_lists
from audiopress.text.comparison import make_comparable
from audiopress.text.english_variety import guess_english_variety
from audiopress.text.language import contradict_language, guess_language
from audiopress.text.sentence_ends import ENDING_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audiopress.model import BlockKind, Reading
    from audiopress.reading.reasons import Reason

__all__ = ["MOST_TEXT", "read_html"]

MOST_TEXT = 2_000_000
"""Characters of a page, menus and comments included: twice what is spoken of one document at most.
Each megabyte more would take a second or two, to be refused in the end."""

_HEAD = 6
"""Blocks from the headline on in which a byline is looked for that the page marks nowhere."""

_TITLE_PARTS = re.compile(r":\s+|\s+[-|\u2013\u2014\u00bb\u00b7]\s+")
"""What stands between a headline and the name of its site."""

_HEADLINE_BLANKS = 2
"""Blanks of the shortest part of a title that is a headline: of three words."""

_CAPTION = 400
"""Characters below which a run in a figure is its caption, and a table's cell a cell.

Above, the figure was never closed or the table arranges the page: both hold the story.
"""

_HEADING_WORDS = 10
"""Words up to which a bold paragraph of its own can be a heading; more are a bold sentence."""

_HEADING_LEVEL = 3
"""Of a heading that says no level: a bold line, the question on a button."""

_OPENING_LINK = 1 / 7
"""Share of a run's characters in links above which a link that opens it is more than a name."""

_MOSTLY_LINKED = 0.5
"""Share of a bold line's characters in links from which it is another story's title."""

_CLOSED = re.compile(rf"[{ENDING_MARKS}:;,：；，、]\W*$")
"""The end of a sentence or of a line that leads in; headings have none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What is known of a page when its blocks are made."""

    uri: str
    text: PageText
    metadata: PageMetadata
    kept: frozenset[Any]
    dropped: frozenset[Any]
    own: frozenset[str]
    numbers: ListNumbers
    whole: bool
    layouts: dict[Any, bool] = field(default_factory=dict)


def read_html(text: str, uri: str, reading: Reading, *, whole: bool = False) -> Article:
    """Return the article of a page. Raises `ReadingError` where there is none.

    Of a ``whole`` page all text is the article's but for what it marks; of any other the story is
    looked for.
    """
    tree = parse_page(text, uri)
    # held to the end: else lxml makes an object of an element each time that one is touched
    _held = list(tree.iter())
    body = tree.find("body")
    if body is None:
        raise ReadingError("the page has no body", where=uri, hint="open it in a browser")
    # before the runs are judged: votes and the headline are looked for by what it says
    metadata = read_page_metadata(tree, uri)
    kept = _select_elements(body, list_selectors(reading.keep))
    dropped = _select_elements(body, list_selectors(reading.drop))
    # only now, since selectors may name an element that no standard has
    join_unknown_elements(body)
    read_foreign_ruby(tree)
    page = _Page(
        uri=uri,
        text=_read_whole_text(body) if whole else _read_text(body, _list_titles(metadata.title)),
        metadata=metadata,
        kept=kept,
        dropped=dropped,
        numbers=ListNumbers(),
        whole=whole,
        own=list_own_hosts(uri, metadata.canonical or ""),
    )
    _refuse_text(len(page.text.text), uri)
    kind = "article" if whole else find_declared_kind(tree, uri)
    chosen = list(select_all(page.text.runs) if whole else _choose_runs(page, tree))
    blocks, passed_over = _read_blocks(page, chosen)
    # a document without a headline is called by its file's name rather than by a sentence of it
    metadata = replace(metadata, wordless=metadata.wordless or whole)
    article = _make_article(uri, metadata, tuple(blocks), reading)
    told = [run for run, hints in chosen if isinstance(hints, frozenset)]
    return replace(
        article,
        passed_over=tuple(passed_over),
        claims=kind,
        listing=explain_listing(
            told, page.text.runs, uri=uri, canonical=metadata.canonical or "", kind=kind
        ),
        locked=metadata.locked,
        whole_words=metadata.whole_words,
        unfound=metadata.unfound,
        broken_off=not whole and breaks_off(text),
    )


def _refuse_text(size: int, uri: str) -> None:
    """Raise `TooLargeError` for a page with more text than is worth looking for an article in."""
    if size > MOST_TEXT:
        raise TooLargeError(
            f"it has {size} characters of text, more than {MOST_TEXT}",
            where=uri,
            hint="save its article alone as .html or .md and build that",
        )


def _read_whole_text(body: Any) -> PageText:
    """Return the runs of a page on which nothing stands in a wrong place."""
    return read_runs(body, find_unread(body) | find_marked(body))


def _list_titles(title: str) -> frozenset[str]:
    """Return a title, and what of it may be the headline beside a site's name, in letters alone."""
    parts = (part for part in _TITLE_PARTS.split(title) if part.count(" ") >= _HEADLINE_BLANKS)
    return frozenset(map(make_comparable, (title, *parts))) - {""}


def _read_text(body: Any, titles: frozenset[str]) -> PageText:
    """Return the runs of a page, with a story that it has in a wrong place where it belongs."""
    unread = find_unread(body)
    text = read_runs(body, unread, titles=titles)
    # rare: each is read again only when something was moved
    if show_hidden_story(text, unread):
        text = read_runs(body, unread, titles=titles)
    if open_misused_elements(text.runs):
        text = read_runs(body, unread, titles=titles)
    return text


def _read_blocks(
    page: _Page, chosen: Iterable[tuple[TextRun, frozenset[str] | Reason]]
) -> tuple[list[Block], list[PassedOver]]:
    """Return the blocks of the story, and every other text of the page with its reason."""
    blocks: list[Block] = []
    passed_over: list[PassedOver] = []
    # what no run holds stands before the run of its number
    unspoken = deque(page.text.unspoken)
    for number, found in enumerate(join_facts(join_table_rows(list(chosen)))):
        while unspoken and unspoken[0].before <= number:
            passed_over.append(PassedOver(before=len(blocks), left_out=unspoken.popleft().left_out))
        if found is None:  # a cell that its row has taken in, a value that its name has
            continue
        run, hints = found
        if isinstance(hints, frozenset):
            blocks.append(_make_block(page, run, hints))
            continue
        whole = LeftOut(text=run.text, reason=hints)
        passed_over += [
            PassedOver(before=len(blocks), left_out=left) for left in (whole, *run.left_out)
        ]
    passed_over += [PassedOver(before=len(blocks), left_out=one.left_out) for one in unspoken]
    return blocks, passed_over


def _choose_runs(page: _Page, tree: Any) -> Iterable[tuple[TextRun, frozenset[str] | Reason]]:
    """Yield the runs of a page of the web, each with its hints or why it is passed over."""
    runs = page.text.runs
    voted = collect_votes(runs, tree, page.metadata)
    metadata = page.metadata
    cards = find_cards(runs, page.own) | find_own_lists(runs, page.uri, metadata.canonical or "")
    return mark_furniture(select_main_content(runs, voted, page.kept, metadata, cards))


def _make_article(
    uri: str, metadata: PageMetadata, blocks: tuple[Block, ...], reading: Reading
) -> Article:
    said = " ".join(block.text for block in blocks)
    language, notes = _settle_language(said, metadata.language, reading)
    # a page that says "en" often leaves British or American open: its spelling tells
    language = guess_english_variety(said) if language == "en" else language
    named, unread = (None, ()) if metadata.published else read_name_date(uri)
    return Article(
        uri=uri,
        title=metadata.title or find_untitled(blocks, uri, wordless=metadata.wordless),
        blocks=settle_block_languages(blocks, language),
        canonical=metadata.canonical,
        byline=metadata.byline or _find_signature(blocks),
        standfirst=metadata.standfirst,
        published=metadata.published or named,
        modified=metadata.modified,
        language=language,
        section=metadata.section,
        image=metadata.image,
        language_guessed=not (reading.language or metadata.language),
        notes=(*metadata.notes, *notes, *unread),
        opted_out=metadata.opted_out,
        tags=metadata.tags,
    )


def _find_signature(blocks: tuple[Block, ...]) -> str:
    """Return the names in a line below the headline: cleaning leaves it out as said before."""
    at = next((at for at, block in enumerate(blocks) if block.level == 1), 0)
    found = (read_byline(block.text) for block in blocks[at : at + _HEAD])
    return next((names for names in found if names and not is_nobody(names)), "")


def _settle_language(said: str, claimed: str, reading: Reading) -> tuple[str, tuple[str, ...]]:
    """Return the language of a text: the one set, else what it is in if it tells for sure."""
    if reading.language:
        return reading.language, ()
    if not claimed:
        return guess_language(said, reading.words_language.partition("-")[0] or "en"), ()
    # templates in one language hold stories in another
    found = contradict_language(said, claimed)
    if not found:
        return claimed, ()
    note = f"the page says that it is in {claimed}, and its text is in {found}, which is believed"
    return found, (f"{note}: if that is wrong, set [reading] language",)


def _select_elements(body: Any, selectors: Iterable[str]) -> frozenset[Any]:
    """Return the elements that a show's selectors find, in any order."""
    found: set[Any] = set()
    for selector in selectors:
        try:
            found.update(body.cssselect(selector))
        except Exception as error:  # cssselect and lxml have errors of many kinds
            raise ReadingError(
                f"{selector!r} is no CSS selector",
                where="[reading] keep or drop",
                hint='write them as in a style sheet, such as "div.promo"',
            ) from error
    return frozenset(found)


def _make_block(page: _Page, run: TextRun, hints: frozenset[str]) -> Block:
    kind, level = _judge_kind(page, run, hints)
    # only what was voted: bold lines elsewhere are labels of boxes and names of authors
    if kind == "paragraph" and "voted" in hints and _is_bold_line(run):
        kind, level = "heading", _HEADING_LEVEL
    return Block(
        kind=kind,
        text=run.text,
        level=level,
        selector=page.text.make_selector(run),
        links=round(min(1.0, run.linked / max(1, run.shown)), 3),
        hints=tuple(sorted(hints | _find_own_hints(page, run))),
        left_out=run.left_out,
        number=page.numbers.take(run.element, run.text),
        language=run.language,
    )


def _find_own_hints(page: _Page, run: TextRun) -> set[str]:
    """Return the hints that lie in a run's links, and in what a show's settings say of it."""
    hints = set()
    # such a line may be a teaser, or name what the story tells of: cleaning asks its neighbours
    if run.opens_linked and run.linked > _OPENING_LINK * run.shown:
        hints.add("opens-with-link")
        if leads_out(run.element, page.own):
            hints.add("leads-out")
    if is_within(run.element, page.kept):
        hints.add("keep")
    if is_within(run.element, page.dropped):
        hints.add("drop")
    return hints


def _judge_kind(page: _Page, run: TextRun, hints: frozenset[str]) -> tuple[BlockKind, int]:
    """Return what a run is, and the level of a heading."""
    element = run.element
    if element.tag == "tr":  # a row that is read as one
        return "list_item", 0
    if element.tag in HEADINGS:
        titles = (make_comparable(page.metadata.title), make_comparable(page.metadata.heading))
        is_title = make_comparable(run.text) in titles
        # cleaning knows the headline by level 1, whatever heading the page makes it
        return "heading", 1 if is_title else int(element.tag[1])
    if element.tag == "button":  # one that opens an answer; no other is a run
        return "heading", _HEADING_LEVEL
    return _judge_kind_by_ancestors(page, run, hints)


def _judge_kind_by_ancestors(
    page: _Page, run: TextRun, hints: frozenset[str]
) -> tuple[BlockKind, int]:
    for ancestor in climb(run.element):
        # the words of some headings lie in a box of their own within them
        if ancestor.tag in HEADINGS and "voted" in hints:
            return "heading", int(ancestor.tag[1])
        if ancestor.tag in BLOCK_KINDS and not (
            ancestor.tag in ("td", "th") and _is_layout(page, ancestor)
        ):
            return BLOCK_KINDS[ancestor.tag], 0
        # a figure that was left open holds much of the story, and its hint is not among the run's
        if ancestor.tag == "figure" and "<figure>" in hints and run.shown < _CAPTION:
            return "caption", 0
    return "paragraph", 0


def _is_bold_line(run: TextRun) -> bool:
    """Whether a short bold paragraph serves as a heading."""
    short = len(run.text.split()) <= _HEADING_WORDS
    bold = run.bold >= run.shown and run.linked < _MOSTLY_LINKED * run.shown
    return short and bold and not _CLOSED.search(run.text)


def _is_layout(page: _Page, cell: Any) -> bool:
    """Whether a table only arranges the page: its cells hold paragraphs."""
    table = next(cell.iterancestors("table"), cell)
    # once for a table: each of its cells asks
    if table not in page.layouts:
        longest = max((len(found.text_content()) for found in table.iter("td")), default=0)
        page.layouts[table] = longest > _CAPTION
    return page.layouts[table]
