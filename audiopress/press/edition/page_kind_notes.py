"""Notes on pages that were taken although they say of themselves what most articles do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.press.fetching.page_kinds import explain_teaser, is_own

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from audiopress.press.edition.told import ToldNotes
    from audiopress.press.steps.read import Manuscript

__all__ = ["note_page_kinds"]

_NAMED = 3
"""How many pages a note names: a site may say the same of all of its pages."""

_NOTICE = "looks like one of its server, and no article"
"""What is said of a notice at a published article's address, or that somebody looks at."""

_UNFOUND = "asks search engines to leave it out (noindex), and is taken all the same"
"""What is said of a page that is found all the same by whoever reads the list."""

_LOCKED = "is for subscribers by its own word, and has its whole text all the same"
"""What is said of a page whose text may be for others than those who would hear it."""

_BROKEN = "breaks off before its end, and what follows is lacking: if it is a file, save it again"
"""What is said of a page of which enough is there to be published."""

_OWN = (
    "and is taken all the same, with what it says to sell the rest, for its host is one of "
    "[edition] hosts; `teasers = false` in a table [[sources]] with its source leaves it out"
)
"""What is said of a beginning at a host of the user's own, who may not know that it is one."""


def note_page_kinds(
    manuscripts: Sequence[Manuscript], told: ToldNotes | None = None, *, hosts: Sequence[str] = ()
) -> list[str]:
    """Return what is odd of the pages of an edition: lists, teasers, what wants not to be found.

    ``hosts`` are the user's own, of which beginnings are taken that others' are not.
    """
    notes: list[str] = []
    topics: dict[str, Callable[[Manuscript], str]] = {
        "listings": lambda item: item.article.listing and f"looks like {item.article.listing}",
        "notices": lambda item: item.article.notice and f"{_NOTICE}: {item.article.notice}",
        "teasers": lambda item: _describe_lock(item, hosts),
        "broken": lambda item: _BROKEN * item.article.broken_off,
        "noindex": lambda item: _UNFOUND if item.article.unfound else "",
    }
    for topic, describe in topics.items():
        found = [(item.uri, said) for item in manuscripts if (said := describe(item))]
        new = {uri for uri, _ in found} if told is None else told.pick_new(topic, dict(found))
        notes += _join(pair for pair in found if pair[0] in new)
    return notes


def _describe_lock(item: Manuscript, hosts: Sequence[str]) -> str:
    teaser = explain_teaser(item)
    if teaser and is_own(item, hosts):
        return f"has only the beginning, {teaser}, {_OWN}"
    return f"has {teaser}" if teaser else _LOCKED * bool(item.article.locked)


def _join(found: Iterable[tuple[str, str]]) -> list[str]:
    places: dict[str, list[str]] = {}
    for uri, said in found:
        places.setdefault(said, []).append(uri)
    return [f"{_name_some(uris)}: this page {said}" for said, uris in places.items()]


def _name_some(uris: Sequence[str]) -> str:
    more = f" and {len(uris) - _NAMED} more" if len(uris) > _NAMED else ""
    return f"{', '.join(uris[:_NAMED])}{more}"
