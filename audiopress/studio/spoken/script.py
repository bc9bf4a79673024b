"""One article as it will be spoken: each paragraph beside its source, and what is left out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from audiopress.errors import AudiopressError
from audiopress.model import Document
from audiopress.model.media_types import PDF
from audiopress.press.edition.notes import list_notes
from audiopress.press.edition.planning.untold import part_untold
from audiopress.press.preview import plan, read_sources
from audiopress.press.steps.guarded import LARGE_PAGE
from audiopress.reading.extract import extract
from audiopress.reading.reasons import explain_reason
from audiopress.reading.site_furniture import make_line_key
from audiopress.sources.files import FileSource
from audiopress.studio.advice import SortedNotes, sort_notes
from audiopress.studio.spoken.lines import find_corrections, list_choices
from audiopress.text.comparison import make_comparable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from audiopress.model import Article, LeftOut, Utterance
    from audiopress.press.preview import PlannedArticle
    from audiopress.press.site_memory.correct_lines import CorrectedLine
    from audiopress.press.steps.read import Manuscript
    from audiopress.settings import Settings
    from audiopress.studio.spoken.lines import LineChoice

__all__ = ["ScriptPage", "ScriptRow", "pick_paragraph", "read_script"]

_OWN = ("headline", "opening", "disclosure", "correction")
"""What is said whatever lines are named: the headline, and the show's own words."""


_CALLED = {
    "headline": "headline",
    "opening": "who wrote it, and when",
    "standfirst": "lead",
    "heading": "heading within the text",
    "body": "paragraph",
    "quote": "quotation",
    "list_item": "item of a list",
    "caption": "caption of a picture",
    "table": "table",
    "disclosure": "says that the voice is synthetic",
    "correction": "says what was corrected",
}
"""What the window calls a paragraph by its role."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptRow:
    """A paragraph that is spoken, by its ``number``, or a text that is left out for a ``reason``.

    ``new`` says that a build would speak it, ``unsure`` has pieces that no rule understood, and
    ``why`` a sentence on the reason. ``choice`` is what may be done about it by its words: ``keep``
    or ``drop``; nothing of what the show says, and of what is no block of the document.
    ``corrected`` is what an editor has wanted of it.
    """

    source: str
    number: int = -1
    role: str = ""
    spoken: str = ""
    voices: tuple[str, ...] = ()
    language: str = ""
    new: bool = False
    unsure: tuple[str, ...] = ()
    reason: str = ""
    why: str = ""
    choice: str = ""
    corrected: CorrectedLine | None = None

    @property
    def called(self) -> str:
        """Return what it is, in words."""
        return _CALLED.get(self.role, self.role)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptPage:
    """What the window shows of an article; ``groups`` are its rows, what is left out together.

    ``choices`` are for what a line of it may be corrected, ``errors`` why it would not be
    published, ``planned`` what a build would do of it.
    """

    title: str
    byline: str = ""
    language: str = ""
    draft: bool = False
    groups: tuple[tuple[ScriptRow, ...], ...] = ()
    choices: tuple[LineChoice, ...] = ()
    notes: SortedNotes = field(default_factory=SortedNotes)
    errors: tuple[AudiopressError, ...] = ()
    planned: PlannedArticle | None = None


def read_script(settings: Settings, path: Path) -> ScriptPage:
    """Return the script of the article in a file; what a build would refuse is shown too."""
    manuscripts, rejected = read_sources(settings, (str(path),))
    told = [item for item in manuscripts if not item.article.draft]
    errors = [each.error for each in (*rejected, *part_untold(told, listed=True)[1])]
    if not manuscripts:
        return ScriptPage(title=path.name, errors=tuple(errors))
    manuscript = manuscripts[0]
    planned = None if errors else _plan(settings, path, errors)
    order = _find_order(settings, path)._replace(corrected=find_corrections(settings, manuscript))
    rows = _order_rows(manuscript, order, planned)
    return ScriptPage(
        title=manuscript.article.title or path.stem,
        byline=manuscript.article.byline,
        language=manuscript.article.language,
        draft=manuscript.article.draft,
        groups=tuple(tuple(group) for _, group in groupby(rows, _name_group)),
        choices=list_choices(manuscript),
        notes=sort_notes(list_notes(manuscript, settings.cast)),
        errors=tuple(errors),
        planned=planned,
    )


def pick_paragraph(settings: Settings, path: Path, number: int) -> tuple[Utterance, ...]:
    """Return what is said for a paragraph of the script, by its number; nothing if it has none."""
    manuscripts, _ = read_sources(settings, (str(path),))
    return tuple(
        item
        for manuscript in manuscripts[:1]
        for item in manuscript.script.utterances
        if item.paragraph == number
    )


def _plan(settings: Settings, path: Path, errors: list[AudiopressError]) -> PlannedArticle | None:
    """Return what a build would do of an article, or note why it would not."""
    try:
        found = plan(settings, (str(path),))
    except AudiopressError as error:
        errors.append(error)
        return None
    errors.extend(each.error for each in found.refused)
    return next(iter(found.articles), None)


def _name_group(row: ScriptRow) -> int:
    """Return the same for rows of one group: what is left out, or one paragraph."""
    return row.number


class _TextOrder(NamedTuple):
    """The texts of a document in the order in which it has them, and those that are blocks.

    ``corrected`` is what an editor has wanted of them, by the keys of lines.
    """

    texts: list[str]
    blocks: frozenset[str]
    corrected: dict[str, CorrectedLine]


def _find_order(settings: Settings, path: Path) -> _TextOrder:
    """Return the texts of a document.

    Nothing for printed pages and for what is as large as traps are: they are read in a process of
    their own, and once is enough.
    """
    documents = FileSource(settings.root, output=settings.output).fetch(str(path))
    document = next((each for each in documents if isinstance(each, Document)), None)
    if document is None or document.media_type == PDF or len(document.body) > LARGE_PAGE:
        return _TextOrder([], frozenset(), {})
    article = extract(document, settings.reading)
    blocks = frozenset(make_comparable(each.text) for each in article.blocks)
    return _TextOrder(list(_list_texts(article)), blocks, {})


def _list_texts(article: Article) -> Iterator[str]:
    passed = list(article.passed_over)
    for at, block in enumerate(article.blocks):
        while passed and passed[0].before <= at:
            yield passed.pop(0).left_out.text
        yield block.text
    yield from (each.left_out.text for each in passed)


def _order_rows(
    manuscript: Manuscript, order: _TextOrder, planned: PlannedArticle | None
) -> list[ScriptRow]:
    """Return the rows in the order of the document; what has no place there stays where it was."""
    script = manuscript.script
    new = _list_new(planned)
    found: list[tuple[int, int, ScriptRow]] = []
    at = -1
    for _, parts in groupby(script.utterances, lambda item: item.paragraph):
        row = _describe_paragraph(tuple(parts), script.unsure, new)
        row = _add_choice(row, "drop" if row.role not in _OWN else "", order)
        at = _place(row.source, order.texts, at)
        found.append((at, 0, row))
    at = -1
    for item in script.left_out:
        at = _place(item.text, order.texts, at)
        found.append((at, 1, _add_choice(_describe_left_out(item), "keep", order)))
    return [row for _, _, row in sorted(found, key=lambda each: each[:2])]


def _place(text: str, order: Sequence[str], last: int) -> int:
    """Return which text of the document this is, or is a part of; else the place of the last."""
    for same in (lambda one: one == text, lambda one: text in one):
        places = [at for at, one in enumerate(order) if same(one)]
        if places:
            return next((at for at in places if at >= last), places[0])
    return last


def _list_new(planned: PlannedArticle | None) -> set[str]:
    """Return the spoken forms that a build would have to speak."""
    if planned is None:
        return set()
    pairs = zip(planned.passages, planned.reasons, strict=True)
    return {passage.utterance.spoken for passage, why in pairs if passage.key in planned.missing}


def _describe_paragraph(
    parts: tuple[Utterance, ...], unsure: Sequence[str], new: set[str]
) -> ScriptRow:
    source = " ".join(item.source for item in parts)
    return ScriptRow(
        source=source,
        number=parts[0].paragraph,
        role=parts[0].role,
        spoken=" ".join(item.spoken for item in parts),
        voices=tuple(dict.fromkeys(item.voice for item in parts if item.voice)),
        language=parts[0].language,
        new=any(item.spoken in new for item in parts),
        unsure=tuple(each for each in unsure if each in source),
    )


def _add_choice(row: ScriptRow, choice: str, order: _TextOrder) -> ScriptRow:
    if make_comparable(row.source) not in order.blocks:
        return row
    corrected = order.corrected.get(make_line_key(row.source))
    return replace(row, choice=choice, corrected=corrected)


def _describe_left_out(item: LeftOut) -> ScriptRow:
    return ScriptRow(source=item.text, reason=item.reason, why=explain_reason(item.reason))
