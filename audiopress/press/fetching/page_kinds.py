"""Pages that are no articles, or no whole ones: fronts of sections, teasers of a paywall.

A page that a list names is passed by, of whatever kind. Whoever names a page by itself gets it, but
for a new one that has the beginning only: that is an error, which says what to do.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from audiopress.errors import ReadingError
from audiopress.identity import fold_host
from audiopress.model import OtherFile, Refused
from audiopress.press.steps.identify import SHOW_ROLES
from audiopress.text.commands import write_command
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Sequence

    from audiopress.press.steps.read import Manuscript
    from audiopress.sources.selection import ArticleSelection

__all__ = ["explain_left_page", "explain_teaser", "is_own", "part_teasers"]

_WHOLE = 0.6
"""The part of its own count of words from which a page has its whole text: sites count captions,
boxes and what stands below the article as well."""

_TEASER_WORDS = 250
"""Words of a page for subscribers, which says no count, below which it has the beginning only."""

_STUB_WORDS = 120
"""Words above the box of a paywall, of a page that does not say that it is for subscribers, below
which it has the beginning only: two paragraphs, where an article has at least three."""

_WALL = re.compile(
    r"\b(?:continue|keep|finish) reading\b|\bread the (?:full|rest|whole)\b", re.IGNORECASE
)
"""What a paywall says where the text breaks off, and no other invitation to subscribe."""


def part_teasers(
    manuscripts: Sequence[Manuscript],
    hosts: Iterable[str],
    *,
    wanted: Container[str],
    unwanted: Container[str] = (),
    is_published: Callable[[Manuscript], bool],
) -> tuple[list[Manuscript], list[Refused]]:
    """Part the articles from new pages that have the beginning only of a text for subscribers.

    Of those that a list names `explain_left_page` decides. ``wanted`` are the places of articles
    that are taken as they are, or their names where they have none, ``unwanted`` of those that are
    not, at one of ``hosts`` either; what a feed has is its whole text, whatever its page says.
    """
    ready, refused = [], []
    for item in manuscripts:
        place = item.place or item.uri
        asked = item.facts is not None or place in wanted
        teaser = "" if asked else explain_teaser(item)
        own = is_own(item, hosts) and place not in unwanted
        if teaser and not own and not is_published(item):
            refused.append(Refused(uri=item.uri, error=_refuse_teaser(item, teaser)))
        else:
            ready.append(item)
    return ready, refused


def _refuse_teaser(manuscript: Manuscript, teaser: str) -> ReadingError:
    return ReadingError(
        f"the page has only the beginning: {teaser}",
        where=manuscript.where,
        hint="save the whole page from a browser in which you may read it, and build that file: "
        f"{write_command('build', 'STORY.html')}; or, to have the beginning spoken, name it as "
        "`source` in a table [[sources]] of audiopress.toml with `teasers = true`",
    )


def is_own(manuscript: Manuscript, hosts: Iterable[str]) -> bool:
    """Whether a page lies at one of the user's own hosts, or says that it does."""
    own = set(map(fold_host, hosts))
    places = (manuscript.uri, manuscript.identity.url or "")
    return not own.isdisjoint(fold_host(urlsplit(each).hostname or "") for each in places)


def explain_left_page(
    manuscript: Manuscript, selection: ArticleSelection, hosts: Iterable[str]
) -> OtherFile | None:
    """Return a page that is not taken of its list, with the reason; ``None`` for an article.

    ``hosts`` are the user's own: what they have behind a paywall is theirs to read aloud.
    """
    article, facts = manuscript.article, manuscript.facts
    if facts is None or facts.text_from != "page":
        return None
    # A feed and a news sitemap say of an article what it is called and when it was published.
    if article.listing and not (facts.title and facts.published):
        return OtherFile(uri=manuscript.uri, reason=article.listing)
    said = selection.teasers
    taken = is_own(manuscript, hosts) if said is None else said
    if not taken and (teaser := explain_teaser(manuscript)):
        reason = f"{teaser}; teasers = true takes it"
        return OtherFile(uri=manuscript.uri, reason=reason, unwanted=True)
    if article.unfound and selection.skip_noindex:
        reason = "asks search engines to leave it out (skip_noindex)"
        return OtherFile(uri=manuscript.uri, reason=reason, unwanted=True)
    return None


def explain_teaser(manuscript: Manuscript) -> str:
    """Say that a page has the beginning only of a text for subscribers; nothing where it is whole.

    Many have the whole text all the same, and show it when somebody has logged in.
    """
    article = manuscript.article
    said = manuscript.script.utterances
    words = sum(len(line.source.split()) for line in said if line.role not in SHOW_ROLES)
    if not article.locked:
        wall = _find_wall(manuscript) if words < _STUB_WORDS else ""
        return f"{count_things(words, 'word')} above a paywall ({wall})" if wall else ""
    whole = article.whole_words
    if words >= (whole * _WHOLE if whole else _TEASER_WORDS):
        return ""
    of_all = f" of {whole:,}" if whole else ""
    return f"{count_things(words, 'word')}{of_all} of a text for subscribers ({article.locked})"


def _find_wall(manuscript: Manuscript) -> str:
    """Return what a paywall says in a page, where the text breaks off."""
    walls = (left.text for left in manuscript.script.left_out if left.reason == "paywall")
    return next((text for text in walls if _WALL.search(text)), "")
