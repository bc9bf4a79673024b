"""Who says that a run belongs to the story: the extractor, the JSON-LD body, and its neighbours.

A vote is no verdict: `audiopress.reading.html.story.main_content` takes what stands where the voted
runs stand. See docs/decisions/0100.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from audiopress.reading.html.runs.text_runs import count_letters
from audiopress.reading.html.story.element_hints import find_hints
from audiopress.reading.html.story.story_container import MOSTLY_LINKED, NO_STORY
from audiopress.reading.html.tree.elements import HEADINGS, INLINE, PARAGRAPHS, climb
from audiopress.text.comparison import make_comparable
from audiopress.text.decode import repair_double_encoding
from audiopress.text.language import without_language_identifier
from audiopress.text.sentence_ends import CUT_SHORT, SENTENCE_END

with without_language_identifier():  # it would filter by language, which is not asked of it
    import trafilatura

if TYPE_CHECKING:
    from audiopress.reading.html.runs.text_runs import TextRun
    from audiopress.reading.metadata.page_metadata import PageMetadata

__all__ = ["collect_votes"]

_LONG = 30
"""Letters above which a run is found within a longer line too; shorter ones stand anywhere."""

_LINES = 4
"""Lines of a stanza of so few letters, at most."""

_SENTENCE = 60
"""Characters above which a run is a sentence; shorter ones are headings, captions and labels."""

_PARAGRAPH = 500
"""Characters above which a run is a paragraph, though it ends in a note or in no mark at all."""

_SHORT_STORY = 150
"""Characters of the sentences that an extractor finds below which it may have found too little."""

_USUAL = 0.2
"""Share of the voted sentences that a kind of place must hold to vote for the others in it."""

_LINKED = 1 / 3
"""Share of a sentence's characters that may be linked when only its place speaks for it."""

_NEAREST = 4
"""Elements upwards that describe a place; those further up are the same for all of a page."""

_MOST_INLINE = 5_000
"""Elements of a line that the extractor is asked about. It takes them out of their line, and
libxml2 then counts the pieces of it from the first one for each, and takes no signal meanwhile.
On the 395 pages that we measure by, the most are 222. Headings that nothing stands below, it
takes away from the end and counts what is left each time: 45,000 cost more than 25 s."""


def collect_votes(runs: list[TextRun], tree: Any, metadata: PageMetadata) -> frozenset[int]:
    """Return the numbers of the runs that the extractor or the JSON-LD body contains."""
    # the runs are repaired as they are read (`tidy`): unrepaired, the extractor's lines match none
    text = repair_double_encoding(_extract(tree))
    # what it gives are lines without places: a run is found among them by its letters
    lines = _list_lines(text)
    extracted, declared = make_comparable(text), make_comparable(metadata.body)
    voted = set()
    for number, run in enumerate(runs):
        # an extractor knows nothing of note marks and readings, and gives them with the rest
        for key in {make_comparable(run.text), make_comparable(run.whole)}:
            if key in lines or (
                count_letters(key) > _LONG and (key in extracted or key in declared)
            ):
                voted.add(number)
    told = sum(runs[number].shown for number in voted if _is_sentence(runs[number]))
    # extractors pass over what is short, and fail on what no page should hold
    if told < _SHORT_STORY:
        voted |= _vote_by_structure(runs)
    # from the votes proper: one round only, or each place taken would vote for the next
    return frozenset(voted | _find_alike(runs, voted))


def _list_lines(text: str) -> frozenset[str]:
    """Return the letters of each line, and of a few in a row: an extractor parts them at a break.

    In a row they are no more than what is found anywhere.
    """
    single = [key for line in text.split("\n") if (key := make_comparable(line))]
    found = set(single)
    for at, key in enumerate(single):
        joined = key
        for other in single[at + 1 : at + _LINES]:
            joined += other
            if count_letters(joined) > _LONG:
                break
            found.add(joined)
    return frozenset(found)


def _extract(tree: Any) -> str:
    """Return what the extractor takes for the main content; nothing where it fails."""
    # counted by libxml2: hardly any page has so many elements in all
    if tree.xpath("count(//*)") > _MOST_INLINE and _find_longest_line(tree) > _MOST_INLINE:
        return ""
    try:
        return trafilatura.extract(tree, include_comments=False, include_tables=True) or ""
    except Exception:  # noqa: BLE001 - a page it was not made for must not cost the story
        return ""


def _find_longest_line(tree: Any) -> int:
    """Return the most elements of a line, or headings, in a row without a block between them."""
    row = longest = 0
    for element in tree.iter("*"):
        row = row + 1 if element.tag in INLINE or element.tag in HEADINGS else 0
        longest = max(longest, row)
    return longest


def _is_sentence(run: TextRun) -> bool:
    told = run.shown > _PARAGRAPH or bool(SENTENCE_END.search(run.text))
    return told and run.linked < MOSTLY_LINKED * run.shown


def _vote_by_structure(runs: list[TextRun]) -> set[int]:
    """Return the sentences of a page that the extractor found no story in.

    Those in ``<article>`` or ``<main>``, if there are any, and nothing that is called a menu, a
    newsletter or the like.
    """
    told = {
        number
        for number, run in enumerate(runs)
        # a teaser ends in dots where it was cut
        if _is_sentence(run) and not CUT_SHORT.search(run.text) and not find_hints(run) & NO_STORY
    }
    for tag in ("article", "main"):
        inside = {n for n in told if any(e.tag == tag for e in climb(runs[n].element))}
        if inside:
            return inside
    return told


def _find_alike(runs: list[TextRun], voted: set[int]) -> set[int]:
    """Return sentences that stand in the same kind of place as the voted ones.

    A page that breaks its text into several boxes gives each the same classes.
    """
    places = Counter(
        _describe_place(runs[number])
        for number in voted
        # teasers beside the story are voted for too, and would bring all of their kind
        if runs[number].shown > _SENTENCE and "<aside>" not in find_hints(runs[number])
    )
    with_formulas = _find_with_formulas(runs)
    usual = {place for place, count in places.items() if count >= _USUAL * places.total()}
    return {
        number
        for number, run in enumerate(runs)
        if number not in voted
        and (run.shown > _SENTENCE or (run.element in with_formulas and _is_sentence(run)))
        and run.linked < _LINKED * run.shown
        and _describe_place(run) in usual
    }


def _find_with_formulas(runs: list[TextRun]) -> frozenset[Any]:
    """Return the paragraphs with a formula in them, which the extractor gives without it."""
    formulas = runs[0].element.getroottree().iter("math") if runs else ()
    around = (next((e for e in climb(one) if e.tag in PARAGRAPHS), None) for one in formulas)
    return frozenset(around) - {None}


def _describe_place(run: TextRun) -> tuple[str, ...]:
    """Return tag and classes of the nearest elements: what two boxes of one kind share."""
    near = zip(range(_NEAREST), climb(run.element), strict=False)
    return tuple(f"{element.tag} {element.get('class') or ''}" for _, element in near)
