"""Who says that a run belongs to the story: the extractor, the JSON-LD body, and its neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from audiopress.reading.html.element_hints import hints_of, letters, line
from audiopress.text.decode import repair_double_encoding
from audiopress.text.language import without_language_identifier

with without_language_identifier():  # it would filter by language, which is not asked of it
    import trafilatura

if TYPE_CHECKING:
    from audiopress.reading.html.text_runs import Run
    from audiopress.reading.metadata.page_metadata import Facts

__all__ = ["votes"]

_LONG = 30
_SENTENCE = 60
_USUAL = 0.2


def votes(runs: list[Run], tree: Any, facts: Facts) -> frozenset[int]:
    """Return the numbers of the runs that the extractor or the JSON-LD body contains."""
    text = repair_double_encoding(
        trafilatura.extract(tree, include_comments=False, include_tables=True) or ""
    )
    lines = frozenset(letters(line) for line in text.split("\n"))
    whole, told = letters(text), letters(facts.body)
    found = set()
    for number, run in enumerate(runs):
        key = letters(run.text)
        if key in lines or (len(key) > _LONG and (key in whole or key in told)):
            found.add(number)
    return frozenset(found | _like(runs, found))


def _like(runs: list[Run], voted: set[int]) -> set[int]:
    """Sentences that stand in the same kind of place as the voted ones.

    A page that breaks its text into several boxes gives each the same classes.
    """
    places: dict[tuple[str, ...], int] = {}
    for number in voted:
        if runs[number].shown > _SENTENCE and "<aside>" not in hints_of(runs[number]):
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
    for depth, element in enumerate(line(run.element)):
        if depth > 3:  # noqa: PLR2004 - further up it is the same for all
            break
        names.append(f"{element.tag} {element.get('class') or ''}")
    return tuple(names)
