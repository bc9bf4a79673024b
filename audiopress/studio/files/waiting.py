"""What the next publishing would do of each article, remembered until something changes.

To ask reads every article, which takes a tenth of a second each; the page is there before.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from audiopress.press.preview import plan
from audiopress.studio.advice import address_hint
from audiopress.studio.files.articles import list_files, spell_names
from audiopress.studio.files.intake import name_file
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from audiopress.model import Refused
    from audiopress.press.preview import PlannedArticle
    from audiopress.settings import Settings

__all__ = ["ArticleInLine", "WaitingLine", "WaitingMemory"]

_MOST = 200
"""Articles that are looked at, the newest: some twenty seconds of reading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleInLine:
    """What waits of the article in ``file``, in words."""

    file: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingLine:
    """What waits to be published; ``unseen`` is how many older articles were not looked at.

    ``refused`` are those that cannot be published as they are, with why.
    """

    articles: tuple[ArticleInLine, ...] = ()
    refused: tuple[ArticleInLine, ...] = ()
    unseen: int = 0


@dataclass
class WaitingMemory:
    """Keeps what was found until a file, the configuration or what is published has changed."""

    _turn: threading.Lock = field(default_factory=threading.Lock)
    _marks: object = None
    _found: WaitingLine = field(default_factory=WaitingLine)

    def find(self, settings: Settings) -> WaitingLine:
        """Return what waits; raises what a plan does."""
        with self._turn:
            marks = (settings, *_mark(_list_watched(settings)))
            if marks != self._marks:
                self._found, self._marks = list_waiting(settings), marks
            return self._found


def list_waiting(settings: Settings) -> WaitingLine:
    """Return what the next publishing would publish of the articles in the folder."""
    files = sorted(list_files(settings), key=lambda path: path.stat().st_mtime, reverse=True)
    planned = plan(settings, [str(path) for path in files[:_MOST]]) if files else None
    named = {
        name: one
        for one in (planned.articles if planned else ())
        for name in spell_names((one.id, *one.aliases))
    }
    found = ((name_file(settings, path), path) for path in files[:_MOST])
    waiting = (_describe(file, named.get(f"file:{file}")) for file, _ in found)
    return WaitingLine(
        articles=tuple(each for each in waiting if each),
        refused=tuple(_describe_refused(each) for each in (planned.refused if planned else ())),
        unseen=max(0, len(files) - _MOST),
    )


def _describe_refused(refused: Refused) -> ArticleInLine:
    hint = address_hint(refused.error.hint)
    advice = f" What to do: {hint}" if hint else ""
    return ArticleInLine(
        file=refused.uri, words=f"cannot be published: {refused.error.message}.{advice}"
    )


def _describe(file: str, planned: PlannedArticle | None) -> ArticleInLine | None:
    if planned is None or planned.settled:
        return None
    spoken = count_things(planned.to_speak, "paragraph")
    if not planned.published:
        words = f"{spoken} to be spoken" if planned.to_speak else "all of it is spoken already"
    elif planned.to_speak:
        words = f"{spoken} to be said anew"
    else:
        words = "changed, with nothing to be said anew"
    return ArticleInLine(file=file, words=words)


def _list_watched(settings: Settings) -> Iterator[Path]:
    """Yield every file that what is found depends on."""
    yield from list_files(settings)
    yield from settings.lexicons
    yield from sorted(settings.ledger.rglob("*.json"))


def _mark(paths: Iterable[Path]) -> Iterator[tuple[str, int, int]]:
    for path in paths:
        try:
            status = path.stat()
        except OSError:  # gone since it was listed
            continue
        yield str(path), status.st_mtime_ns, status.st_size
