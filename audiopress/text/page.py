"""A web page to an article: runs of text, and who says that they belong to the story."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import trafilatura

from audiopress.errors import ReadingError
from audiopress.model import Article, Block
from audiopress.text.dom import Page, Run, parse, read_runs
from audiopress.text.hints import HINTS
from audiopress.text.languages import english_variety, guess_language
from audiopress.text.metadata import Facts, read_facts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audiopress.model import BlockKind, Reading

__all__ = ["read_page"]

_LETTERS = re.compile(r"\W+")
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
_ENDS = re.compile(r"[.!?…][\"”’')\]»]*$")  # noqa: RUF001 - as they are printed
_LONG = 30
_SENTENCE = 60
_CAPTION = 400
_USUAL = 0.2
_SLUG = 0.6
_NEARLY_ALL = 0.85
_GOOD_PART = 0.25
_HEADING_WORDS = 10
_NO_LEAD = frozenset(
    (
        "<aside>",
        "<nav>",
        "<figure>",
        "aside",
        "caption",
        "newsletter",
        "player",
        "byline",
        "related",
    )
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


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
    voted = _votes(page.runs, tree, facts)
    blocks = [
        _block(page, run, hints, facts, kept, dropped)
        for run, hints in _belonging(page.runs, voted, kept, facts)
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
        language=english_variety(said) if language == "en" else language,
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


def _votes(runs: list[Run], tree: Any, facts: Facts) -> frozenset[int]:
    """Return the numbers of the runs that the extractor or the JSON-LD body contains."""
    text = trafilatura.extract(tree, include_comments=False, include_tables=True) or ""
    lines = frozenset(_letters(line) for line in text.split("\n"))
    whole, told = _letters(text), _letters(facts.body)
    found = set()
    for number, run in enumerate(runs):
        key = _letters(run.text)
        if key in lines or (len(key) > _LONG and (key in whole or key in told)):
            found.add(number)
    return frozenset(found | _like(runs, found))


def _like(runs: list[Run], voted: set[int]) -> set[int]:
    """Sentences that stand in the same kind of place as the voted ones.

    A page that breaks its text into several boxes gives each the same classes.
    """
    places: dict[tuple[str, ...], int] = {}
    for number in voted:
        if runs[number].shown > _SENTENCE and "<aside>" not in _hints(runs[number]):
            place = _place(runs[number])
            places[place] = places.get(place, 0) + 1
    usual = {place for place, count in places.items() if count >= _USUAL * sum(places.values())}
    return {
        number
        for number, run in enumerate(runs)
        if number not in voted
        and run.shown > _SENTENCE
        and run.linked * 3 < run.shown
        and _place(run) in usual
    }


def _place(run: Run) -> tuple[str, ...]:
    names = []
    for depth, element in enumerate(_line(run.element)):
        if depth > 3:  # noqa: PLR2004 - further up it is the same for all
            break
        names.append(f"{element.tag} {element.get('class') or ''}")
    return tuple(names)


def _letters(text: str) -> str:
    return _LETTERS.sub("", text.casefold())


def _belonging(
    runs: list[Run], voted: frozenset[int], kept: frozenset[Any], facts: Facts
) -> Iterable[tuple[Run, frozenset[str]]]:
    """Yield the headline, a standfirst, and what stands where the voted paragraphs stand.

    With a hint: ``before-title``, ``alone`` (nobody voted for it) or nothing.
    """
    weight = _weights([runs[number] for number in sorted(voted)])
    container = _container(weight, runs)
    lead = _letters(facts.standfirst)
    head = _headline(runs, (_letters(facts.title), _letters(facts.heading)), voted)
    inside = False
    for number, run in enumerate(runs):
        within = container is not None and _within(run.element, frozenset((container,)))
        if number == head:
            yield run, frozenset()
        elif _within(run.element, kept):
            yield run, _hints(run, weight)
        elif within and (number in voted or not _foreign(run, container)):
            inside = inside or number in voted
            yield run, _hints(run, weight) | _hint(number, head, voted)
        elif head is not None and number > head and not inside:  # noqa: SIM102
            if _same_start(_letters(run.text), lead) or _is_lead(
                run, runs[head], voted=number in voted
            ):
                yield run, _hints(run) | {"standfirst"}


def _headline(runs: list[Run], titles: tuple[str, str], voted: frozenset[int]) -> int | None:
    """Return the number of the run that is the headline: an h1, else a heading above the story."""
    same = [number for number, run in enumerate(runs) if _letters(run.text) in titles]
    headings = [number for number in same if runs[number].element.tag in _HEADINGS]
    first = [number for number in headings if runs[number].element.tag == "h1"]
    head = next(iter(first or headings or same), None)
    if head is None or runs[head].element.tag == "h1":
        return head
    before = sum(runs[number].shown for number in voted if number < head)
    whole = sum(runs[number].shown for number in voted)
    return head if before * 4 < whole else None


def _same_start(key: str, lead: str) -> bool:
    """Whether a line is the page's own description, which may be cut short."""
    size = min(len(key), len(lead))
    return size > _SENTENCE * 0.7 and key[:size] == lead[:size]


def _hint(number: int, head: int | None, voted: frozenset[int]) -> frozenset[str]:
    if head is not None and number < head:
        return frozenset(("before-title",))
    return frozenset(("voted",)) if number in voted else frozenset(("alone",))


def _weights(runs: list[Run]) -> dict[Any, float]:
    """For each element the share of the voted text that it holds."""
    weight: dict[Any, int] = {}
    total = 0
    for run in runs:
        size = max(0, run.shown - run.linked)
        if size <= _LONG or "<nav>" in _hints(run):
            continue
        total += size
        for element in _line(run.element):
            weight[element] = weight.get(element, 0) + size
    return {element: size / total for element, size in weight.items()}


def _container(weight: dict[Any, float], runs: list[Run]) -> Any:
    """Return the deepest element that holds nearly all of the voted text, at last the body."""
    holding = [element for element, share in weight.items() if share >= _NEARLY_ALL]
    if weight and not holding:
        return next(runs[0].element.iterancestors("body"), runs[0].element)
    return max(holding, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)


def _is_lead(run: Run, head: Run, *, voted: bool) -> bool:
    """Whether a run between headline and text introduces the story."""
    hints = _hints(run)
    if hints & _NO_LEAD:
        return False
    sentence = run.shown > _LONG and bool(_ENDS.search(run.text))
    if voted and sentence and run.linked * 2 < run.shown:
        return True
    if run.linked * 3 > run.shown or run.shown <= _LONG or run.element.tag == "li":
        return False
    return voted or "standfirst" in hints or (sentence and _same_header(run, head))


def _same_header(run: Run, head: Run) -> bool:
    """Whether a run that is no link stands in the headline's own ``<header>``."""
    header = next(head.element.iterancestors("header"), None)
    return not run.linked and header is not None and _within(run.element, frozenset((header,)))


def _foreign(run: Run, container: Any) -> bool:
    """Whether an element between the run and the container says that it is something else."""
    for element in _line(run.element):
        if element is container:
            return False
        if element.tag in ("aside", "nav", "footer", "form", "header"):
            return True
    return False


def _within(element: Any, elements: frozenset[Any]) -> bool:
    while elements and element is not None:
        if element in elements:
            return True
        element = element.getparent()
    return False


def _block(  # noqa: PLR0913, PLR0917 - what is known of a run comes from five places
    page: Page,
    run: Run,
    found: frozenset[str],
    facts: Facts,
    kept: frozenset[Any],
    dropped: frozenset[Any],
) -> Block:
    kind, level = _kind(run, facts)
    if kind == "paragraph" and "voted" in found and _is_bold_line(run):
        kind, level = "heading", 3
    hints = set(found)
    if run.opens_linked and run.linked * 7 > run.shown:
        hints.add("opens-with-link")
    if _within(run.element, kept):
        hints.add("keep")
    if _within(run.element, dropped):
        hints.add("drop")
    return Block(
        kind=kind,
        text=run.text,
        level=level,
        selector=page.selector(run),
        links=round(min(1.0, run.linked / max(1, run.shown)), 3),
        hints=tuple(sorted(hints)),
    )


def _kind(run: Run, facts: Facts) -> tuple[BlockKind, int]:
    element = run.element
    if element.tag in _HEADINGS:
        named = _letters(run.text) in (_letters(facts.title), _letters(facts.heading))
        level = 1 if named else int(element.tag[1])
        return "heading", level
    if element.tag == "button":
        return "heading", 3
    for ancestor in _line(element):
        if ancestor.tag in _KINDS and not (ancestor.tag in ("td", "th") and _layout(ancestor)):
            return _KINDS[ancestor.tag], 0
        if ancestor.tag == "figure" and run.shown < _CAPTION:
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


def _line(element: Any) -> Iterable[Any]:
    """Yield the element and its ancestors up to the body."""
    while element is not None and element.tag != "body":
        yield element
        element = element.getparent()


def _name(element: Any, run: Run) -> str:
    """Return an element's id, unless it is made of the words of the heading it belongs to."""
    name = element.get("id") or ""
    if run.element.tag not in _HEADINGS:
        return name
    words, key = _letters(run.text), _letters(name).replace("_", "")
    same = len(key) > _SLUG * len(words) and (key in words or words in key)
    return "" if same and " " in run.text else name


def _hints(run: Run, weight: dict[Any, float] | None = None) -> frozenset[str]:
    """Words on the elements that a run lies in, the nearest four.

    What an element is called says nothing of a run if it holds a good part of the story too.
    """
    found: set[str] = set()
    for depth, element in enumerate(_line(run.element)):
        if weight and weight.get(element, 0) > _GOOD_PART:
            break
        if element.tag in ("aside", "nav", "footer", "figure", "header"):
            found.add(f"<{element.tag}>")
        if depth > 3 or element.tag in ("article", "main"):  # noqa: PLR2004
            continue
        names = f"{element.get('class') or ''} {_name(element, run)}".lower()
        if names.strip():
            found.update(hint for hint, pattern in HINTS.items() if pattern.search(names))
    return frozenset(found)
