"""Articles of which nothing is left to speak but a headline: refused, with where their text is."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from audiopress.errors import ReadingError
from audiopress.model import Refused
from audiopress.press.steps.identify import SHOW_ROLES
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from audiopress.press.steps.read import Manuscript

__all__ = ["WRITTEN_FILES", "describe_notice", "describe_untold", "part_untold"]

_SILENT = ("headline", *SHOW_ROLES)
"""Spoken, but by themselves no article: the show says these around any page."""

_NAMED = 3
"""How many reasons an error names: the others are of a word or two each."""

_FEW_WORDS = 20
"""Words of a page below which it holds no article: the note that asks for JavaScript is longer."""

_FEW_LINES = 60
"""Words of a page that breaks off up to which it is a line or two, and no article."""

_WHOLE_PAGE = (
    "the file is cut short: open the page in a browser, save it again, and build that file"
)
"""What helps where a page breaks off."""

_SLIP = "did you mean"
"""What a note says of a key of front matter that is a slip of one that is read."""

WRITTEN_FILES = (".md", ".markdown", ".txt")
"""Ends of the names of files that somebody wrote by hand: what helps a page helps none of them."""


def part_untold(
    manuscripts: Sequence[Manuscript],
    *,
    listed: bool = False,
    is_published: Callable[[Manuscript], bool] = lambda _: False,
) -> tuple[list[Manuscript], list[Refused]]:
    """Part the articles that have a text from notices and from what has a headline and no more.

    ``listed`` says that what was left out of them is shown beside the errors. What is published of
    an address is compared with it later, whatever it is.
    """
    told: list[Manuscript] = []
    refused: list[Refused] = []
    for item in manuscripts:
        error: ReadingError | None = None
        if item.article.notice and not is_published(item):
            error = describe_notice(item)
        error = error or describe_untold(item, listed=listed)
        if error is None:
            told.append(item)
        else:
            refused.append(Refused(uri=item.uri, error=error))
    return told, refused


def describe_notice(manuscript: Manuscript) -> ReadingError | None:
    """Return why a page is not published that is a notice of its server, or ``None``."""
    notice = manuscript.article.notice
    if not notice:
        return None
    return ReadingError(
        f"this looks like a page of its server, and no article: {notice}",
        where=manuscript.where,
        hint="open it in a browser; run the same command again later; if it is the article, save "
        "the page there and build that file",
    )


def describe_untold(manuscript: Manuscript, *, listed: bool = False) -> ReadingError | None:
    """Return why an article cannot be published, ``None`` where it has something to say.

    Names the reasons for which most of its words were left out. A line or two of a page that
    breaks off are nothing to say either.
    """
    script = manuscript.script
    if any(utterance.role not in _SILENT for utterance in script.utterances):
        return _describe_break(manuscript)
    words: Counter[str] = Counter()
    for item in script.left_out:
        words[item.reason] += len(item.text.split())
    found = "only its headline" if script.utterances else "not even its headline"
    message = f"no text of an article was found, {found}"
    if words:
        message += f"; left out: {_list_most(words.most_common())}"
    hint = _find_hint(manuscript, words.total(), listed=listed)
    return ReadingError(message, where=manuscript.where, hint=hint)


def _describe_break(manuscript: Manuscript) -> ReadingError | None:
    """Return why a page is not published that breaks off in its first lines, or ``None``."""
    if not manuscript.article.broken_off:
        return None
    said = [one.source for one in manuscript.script.utterances if one.role not in _SILENT]
    words = sum(len(text.split()) for text in said)
    if words > _FEW_LINES:
        return None
    return ReadingError(
        f"the page breaks off before its end: {count_things(words, 'word')} of its text are there",
        where=manuscript.where,
        hint=_WHOLE_PAGE,
    )


def _list_most(counts: Sequence[tuple[str, int]]) -> str:
    named = [f"{count_things(count, 'word')} ({reason})" for reason, count in counts[:_NAMED]]
    more = sum(count for _, count in counts[_NAMED:])
    return ", ".join([*named, f"{more} more"] if more else named)


def _find_hint(manuscript: Manuscript, words: int, *, listed: bool) -> str:
    if manuscript.uri.lower().endswith(WRITTEN_FILES):
        # without its title the only paragraph of a file is taken for the headline
        slips = [note for note in manuscript.article.notes if _SLIP in note]
        return "; ".join([*slips, "write a paragraph below the headline"])
    if manuscript.article.broken_off:
        return _WHOLE_PAGE
    if words < _FEW_WORDS:
        return "a page made by JavaScript has no text: save it from a browser, and build that file"
    keep = '[reading] keep = ["CSS SELECTOR"] has a part spoken'
    return keep if listed else f"{keep}; audiopress script SOURCE lists what there is"
