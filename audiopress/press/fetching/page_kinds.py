"""Pages of a list that are no articles, or no whole ones: fronts of sections, teasers of a paywall.

Only what a list names is judged so: whoever names a page by itself gets it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from audiopress.identity import fold_host
from audiopress.model import OtherFile
from audiopress.press.steps.identify import SHOW_ROLES
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audiopress.press.steps.read import Manuscript
    from audiopress.sources.selection import ArticleSelection

__all__ = ["explain_left_page", "explain_teaser"]

_WHOLE = 0.6
"""The part of its own count of words from which a page has its whole text: sites count captions,
boxes and what stands below the article as well."""

_TEASER_WORDS = 250
"""Words of a page for subscribers, which says no count, below which it has the beginning only."""


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
    own = fold_host(urlsplit(manuscript.uri).hostname or "") in set(map(fold_host, hosts))
    if (teaser := explain_teaser(manuscript)) and not (selection.teasers or own):
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
    if not article.locked:
        return ""
    said = manuscript.script.utterances
    words = sum(len(line.source.split()) for line in said if line.role not in SHOW_ROLES)
    whole = article.whole_words
    if words >= (whole * _WHOLE if whole else _TEASER_WORDS):
        return ""
    of_all = f" of {whole:,}" if whole else ""
    return f"{count_things(words, 'word')}{of_all} of a text for subscribers ({article.locked})"
