"""Which articles what comes in looks like: nothing is published twice without a question."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from audiopress.identity import fold_address, is_address
from audiopress.store.atomic_files import read
from audiopress.store.ledger import Ledger
from audiopress.studio.files.articles import list_articles, list_files
from audiopress.studio.files.headlines import count_otherwise, is_one_headline
from audiopress.studio.files.incoming import make_document
from audiopress.studio.files.intake import choose_place, name_file
from audiopress.studio.files.shared_words import count_shared
from audiopress.studio.files.told import ToldArticle, read_told, read_told_file
from audiopress.studio.parts import name_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from audiopress.settings import Settings
    from audiopress.store.ledger import Record
    from audiopress.studio.files.articles import StudioArticle
    from audiopress.studio.files.incoming import IncomingFile

__all__ = ["AlikeArticle", "find_alike", "find_copy", "find_nearer"]

_MOST = 3
"""Articles that are named, those most alike: a show may have a hundred of one headline."""

_SHARED = 0.5
"""The part of the shorter text's runs of words that both have: a correction keeps most of them."""

_FEW = 0.1
"""The part of the shorter text's runs below which nothing of an article is in another text."""

_SERIES = 2
"""Articles whose headlines differ in a figure alone: with so many it is a series, and not asked."""

_SAME = ("file", "address", "text", "headline", "figure")
"""What may be the same, the surest first."""

_WHY = {
    "file": "the file is the same",
    "address": "it has the same address",
    "text": "much of its text is the same",
    "headline": "it has the same headline",
    "figure": "its headline is the same but for a figure",
}
"""The same, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlikeArticle:
    """An article that something looks like, in words; its ``file`` here, and its ``page``."""

    title: str
    state: str
    why: str
    file: str
    page: str

    def to_json(self) -> dict[str, str]:
        """Return it as the page gets it."""
        return {
            "title": self.title,
            "state": self.state,
            "why": self.why,
            "file": self.file,
            "page": self.page,
        }


_UNLIKE = "nothing of it is in this file"
"""What is told of an article whose file is to be replaced by another text."""


class _Weighed(NamedTuple):
    rank: int
    apart: float
    since: float
    article: AlikeArticle
    told: bool = True

    @property
    def is_unlike(self) -> bool:
        """Whether nothing is the same; of an article that says nothing nobody can know."""
        return self.told and self.rank == len(_SAME) and -self.apart < _FEW


def find_copy(settings: Settings, incoming: IncomingFile, old: str = "") -> AlikeArticle | None:
    """Return the article whose file is byte for byte what came in, and of its kind.

    Where it is to replace the file ``old``, that one alone, if it is still there.
    """
    files = (path for path in list_files(settings) if not old or path == settings.root / old)
    same = (path for path in files if path.suffix.lower() == incoming.ending)
    found = {name_file(settings, path) for path in same if _has_body(path, incoming.body)}
    known = ((each, record) for each, record in _list_known(settings) if each.file in found)
    return next((_tell(each, record, "file") for each, record in known), None)


def find_alike(settings: Settings, incoming: IncomingFile) -> tuple[AlikeArticle, ...]:
    """Return the articles of the edition that what came in looks like, the most alike first.

    Raises as `choose_place`.
    """
    place = name_file(settings, choose_place(settings, incoming))
    known = list(_list_known(settings))
    if any(_comes_back(record, each, place) for each, record in known):
        return ()
    return _pick(_weigh_all(settings, incoming, known, place))


def find_nearer(settings: Settings, incoming: IncomingFile, file: str) -> tuple[AlikeArticle, ...]:
    """Return other articles that are more like what came in than that of ``file``, else none.

    That one itself where nothing of it is in what came in, and it is like no other.
    """
    weighed = _weigh_all(settings, incoming, _list_known(settings), file)
    own = [each for each in weighed if each.article.file == file]
    nearer = _pick(
        each for each in weighed if each not in own and all(_key(each) < _key(it) for it in own)
    )
    unlike = (replace(each.article, why=_UNLIKE) for each in own if each.is_unlike)
    return nearer or tuple(unlike)


def _list_known(settings: Settings) -> Iterator[tuple[StudioArticle, Record | None]]:
    """Yield the articles of the edition, each with its record, if it has one."""
    records = {each.id: each for each in Ledger(settings.ledger).load_all()}
    for article in list_articles(settings):
        # a source that failed is no article
        if (article.file or article.id) and not _is_joined(records.get(article.id)):
            yield article, records.get(article.id)


def _weigh_all(
    settings: Settings,
    incoming: IncomingFile,
    known: Iterable[tuple[StudioArticle, Record | None]],
    place: str,
) -> list[_Weighed]:
    told = read_told(settings, make_document(incoming, place))
    return [_weigh(settings, incoming, told, each, record) for each, record in known]


def _pick(weighed: Iterable[_Weighed]) -> tuple[AlikeArticle, ...]:
    """Return those of which something is the same, the most alike first."""
    found = sorted((each for each in weighed if each.rank < len(_SAME)), key=_key)
    counted = [each for each in found if each.rank == _SAME.index("figure")]
    if len(counted) >= _SERIES:
        found = [each for each in found if each not in counted]
    return tuple(each.article for each in found[:_MOST])


def _key(weighed: _Weighed) -> tuple[int, float, float]:
    return weighed.rank, weighed.apart, weighed.since


def _is_joined(record: Record | None) -> bool:
    """Whether it is an edition of articles, and none itself."""
    return record is not None and bool(record.joined)


def _comes_back(record: Record | None, article: StudioArticle, place: str) -> bool:
    """Whether an article whose file went would have this place: it is known by it."""
    names = {record.id, *record.aliases} if record else set()
    return not article.file and bool(names & {place, f"file:{place}"})


def _weigh(
    settings: Settings,
    incoming: IncomingFile,
    told: ToldArticle,
    article: StudioArticle,
    record: Record | None,
) -> _Weighed:
    """Return how alike an article is, and in what."""
    path = settings.root / article.file if article.file else None
    if record is None and path is not None:
        other = read_told_file(settings, path, article.changed)
    else:
        other = _recall(record)
    shared = count_shared(told.lines, other.lines)
    same = {
        "file": path is not None and _has_body(path, incoming.body),
        "address": bool(_fold(told) & _fold(other, record)),
        "text": shared >= _SHARED,
        "headline": is_one_headline(told.title, other.title),
        "figure": count_otherwise(told.title, other.title),
    }
    found = next((name for name in _SAME if same[name]), "")
    since = article.since.timestamp() if article.since else article.changed
    rank = _SAME.index(found) if found else len(_SAME)
    described = _tell(article, record, found)
    return _Weighed(rank, -shared, -since, described, told=bool(other.lines))


def _tell(article: StudioArticle, record: Record | None, same: str) -> AlikeArticle:
    """Return an article in words, and what of it is the same."""
    return AlikeArticle(
        title=article.title,
        state=_describe_state(article, record),
        why=_WHY.get(same, ""),
        file=article.file,
        page=name_page(article.file, article.id),
    )


def _has_body(path: Path, body: bytes) -> bool:
    """Whether a file has these bytes; those of another length are not read."""
    return path.stat().st_size == len(body) and read(path) == body


def _recall(record: Record | None) -> ToldArticle:
    """Return what a record knows of what its article says."""
    if record is None:
        return ToldArticle()
    lines = record.held.lines if record.held else ()
    title = record.last.title if record.last else ""
    return ToldArticle(title=title, lines=record.texts[-1].lines if record.texts else lines)


def _fold(told: ToldArticle, record: Record | None = None) -> set[str]:
    """Return the addresses of an article, by what servers give one page under."""
    names = {told.address, *((record.id, *record.aliases) if record else ())}
    return {fold_address(each) for each in names if is_address(each)}


def _describe_state(article: StudioArticle, record: Record | None) -> str:
    """Return where an article stands, as it follows "which"."""
    if record is None or article.state in ("new", "waiting"):
        return "waits to be published"
    if article.state == "held":
        return "is held for review"
    day = f"{article.since.day} {article.since:%B %Y}" if article.since else ""
    if article.state == "withdrawn":
        return f"was withdrawn on {day}" if day else "was withdrawn"
    if article.place in ("host", "former"):
        return f"is published since {day}"
    return f"is made on this computer since {day}"
