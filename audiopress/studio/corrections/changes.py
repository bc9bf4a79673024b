"""What a correction changes, as a picture: which paragraphs stay, come, go, are spoken anew."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from audiopress.press.corrections.kept_sound import find_lines
from audiopress.press.edition.planning.told_changes import list_held_changes
from audiopress.press.steps.identify import SHOW_ROLES
from audiopress.press.steps.plan import CACHED
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from audiopress.press.edition.planning.told_changes import ToldChange
    from audiopress.press.preview import PlannedArticle
    from audiopress.store.ledger import Record

__all__ = ["ChangedLine", "Picture", "compare_lines", "draw_correction", "draw_held"]

_TOKEN = re.compile(r"\S+")
"""A word with the signs beside it: what one sees to be another one."""

_WORDS = {
    "stays": "stays as it is",
    "anew": "spoken anew",
    "changed": "changed, and spoken anew",
    "comes": "new",
    "goes": "goes",
}
"""What becomes of a paragraph, as the window says it."""

_FACT_NOTES = {
    "headline": "in the feed, on its page and in podcast apps",
    "address": "where its page and podcast apps lead to",
    "date": "apps keep the date of before, by which they sort; what is read aloud has the new one",
}
"""Where a fact is seen, as the window says it."""

Kind = Literal["stays", "anew", "changed", "comes", "goes"]


class Piece(NamedTuple):
    """Words of a line that are in both (``same``), taken ``out``, or put ``in``."""

    kind: Literal["same", "out", "in"]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedLine:
    """A paragraph, what becomes of it and why; ``count`` of them where several stay together."""

    kind: Kind
    pieces: tuple[Piece, ...] = ()
    why: str = ""
    count: int = 1

    @property
    def words(self) -> str:
        """Return what becomes of it, in words."""
        return _WORDS[self.kind]


class ChangedFact(NamedTuple):
    """What is told otherwise beside the paragraphs: what it is, before, after, and a word on it."""

    name: str
    before: str
    after: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """All paragraphs of an article in order; ``summary`` counts them.

    ``facts`` are what is told beside them and changes: headline, address, picture, date.
    """

    lines: tuple[ChangedLine, ...]
    summary: str
    facts: tuple[ChangedFact, ...] = ()


def draw_correction(record: Record, planned: PlannedArticle) -> Picture:
    """Return what publishing would change of an article that is published."""
    pairs = list(zip(planned.passages, planned.reasons, strict=True))
    own = [(item.utterance.source, why) for item, why in pairs if _is_own(item.utterance.role)]
    shows = [
        ChangedLine(
            kind="anew", pieces=(Piece("same", item.utterance.source),), why="of the show itself"
        )
        for item, why in pairs
        if not _is_own(item.utterance.role) and why != CACHED
    ]
    compared = _compare(find_lines(record), [source for source, _ in own], [why for _, why in own])
    lines = (*shows, *compared)
    return _add_facts(Picture(lines=tuple(_gather(lines)), summary=_count(lines)), planned.told)


def _add_facts(picture: Picture, told: Sequence[ToldChange]) -> Picture:
    """Return a picture with what else is told otherwise."""
    if not told:
        return picture
    facts = tuple(
        ChangedFact(one.what, one.before, one.after, _FACT_NOTES.get(one.what, "")) for one in told
    )
    names = _join([fact.name for fact in facts])
    return replace(picture, facts=facts, summary=f"{names} changed, {picture.summary}")


def _join(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def draw_held(record: Record) -> Picture | None:
    """Return what a release would change of a published article; nothing where none waits."""
    if record.held is None or not record.versions:
        return None
    picture = compare_lines(find_lines(record), record.held.lines)
    return _add_facts(picture, list_held_changes(record))


def compare_lines(before: Sequence[str], after: Sequence[str]) -> Picture:
    """Return what was changed from one published text to the next."""
    lines = tuple(_compare(before, after, [CACHED] * len(after)))
    return Picture(lines=tuple(_gather(lines)), summary=_count(lines))


def _is_own(role: str) -> bool:
    """Whether a paragraph is the article's, and not the show's."""
    return role not in SHOW_ROLES


def _compare(
    before: Sequence[str], after: Sequence[str], reasons: Sequence[str]
) -> Iterator[ChangedLine]:
    matcher = difflib.SequenceMatcher(a=before, b=after, autojunk=False)
    for tag, start, end, begin, stop in matcher.get_opcodes():
        if tag == "equal":
            yield from (_keep(after[at], reasons[at]) for at in range(begin, stop))
            continue
        both = min(end - start, stop - begin)
        for step in range(both):
            pieces = tuple(_compare_words(before[start + step], after[begin + step]))
            yield ChangedLine(kind="changed", pieces=pieces)
        for text in before[start + both : end]:
            yield ChangedLine(kind="goes", pieces=(Piece("out", text),))
        for text in after[begin + both : stop]:
            yield ChangedLine(kind="comes", pieces=(Piece("in", text),))


def _keep(text: str, reason: str) -> ChangedLine:
    pieces = (Piece("same", text),)
    if reason == CACHED:
        return ChangedLine(kind="stays", pieces=pieces)
    return ChangedLine(kind="anew", pieces=pieces, why=reason)


def _compare_words(before: str, after: str) -> Iterator[Piece]:
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    matcher = difflib.SequenceMatcher(a=old, b=new, autojunk=False)
    for tag, start, end, begin, stop in matcher.get_opcodes():
        if tag == "equal":
            yield Piece("same", " ".join(old[start:end]))
            continue
        if start < end:
            yield Piece("out", " ".join(old[start:end]))
        if begin < stop:
            yield Piece("in", " ".join(new[begin:stop]))


def _gather(lines: Sequence[ChangedLine]) -> Iterator[ChangedLine]:
    """Yield lines, those that stay together as one that counts them."""
    stay = 0
    for line in lines:
        if line.kind == "stays":
            stay += 1
            continue
        if stay:
            yield ChangedLine(kind="stays", count=stay)
        stay = 0
        yield line
    if stay:
        yield ChangedLine(kind="stays", count=stay)


def _count(lines: Sequence[ChangedLine]) -> str:
    """Return ``7 paragraphs stay, 1 changed, 1 new``, without what there is none of."""
    counts = Counter(line.kind for line in lines)
    told = [f"{count_things(counts['stays'], 'paragraph')} as before"]
    words: dict[Kind, str] = {
        "changed": "changed",
        "comes": "new",
        "anew": "spoken anew as written",
        "goes": "gone",
    }
    told += [f"{counts[kind]} {said}" for kind, said in words.items() if counts[kind]]
    return ", ".join(told)
