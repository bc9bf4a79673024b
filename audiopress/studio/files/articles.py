"""All articles of the window as one list: files in the folder, and what the ledger says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from audiopress.press.preview import read_sources
from audiopress.press.sync.status import ArticleState, read_status
from audiopress.store.ledger import Ledger
from audiopress.studio.files.host import PLACES, view_host
from audiopress.studio.files.intake import find_articles_folder, name_file
from audiopress.studio.files.readers import UPLOADED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from audiopress.press.sync.status import ArticleStatus
    from audiopress.settings import Settings
    from audiopress.store.ledger import Record
    from audiopress.studio.files.host import ArticlePlace, HostView

__all__ = [
    "STATES",
    "StudioArticle",
    "find_article",
    "list_articles",
    "list_files",
    "spell_names",
]

STATES = {
    "new": "not published",
    "published": "made on this computer",
    "waiting": "waiting",
    "held": "held for review",
    "failed": "failed",
    "withdrawn": "withdrawn",
}
"""What the window calls the states of an article."""


_REMEMBERED = 1_000
"""Headlines of new files that are remembered: reading a page takes tenths of a second."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StudioArticle:
    """One article: its file, if it has one here, and where it stands, if a build knows it.

    ``changed`` is when the file was saved, ``since`` since when the article is in its state;
    ``correction`` says that one of a published article waits for a release, ``place`` where it is
    that was made, or withdrawn.
    """

    title: str
    state: str
    file: str = ""
    id: str = ""
    slug: str = ""
    since: datetime | None = None
    changed: float = 0.0
    versions: int = 0
    correction: bool = False
    trouble: str = ""
    place: ArticlePlace | None = None

    @property
    def words(self) -> str:
        """Return the state in words: of what was made or withdrawn, where it is."""
        return PLACES[self.place] if self.place else STATES[self.state]


def list_articles(settings: Settings) -> list[StudioArticle]:
    """Return what is new first, the newest before others; then what a build knows, as status."""
    records = {each.id: each for each in Ledger(settings.ledger).read_all().records}
    names = {name: each.id for each in records.values() for name in _list_names(each)}
    known, host = _list_known(settings), view_host(settings)
    found: list[StudioArticle] = []
    told: set[str] = set()
    for path in list_files(settings):
        file = name_file(settings, path)
        id_ = names.get(f"file:{file}", "")
        told.add(id_)
        found.append(_join(settings, file, path, known.get(id_)))
    found += [_describe(each) for name, each in known.items() if name not in told]
    placed = (_place(article, records.get(article.id), host) for article in found)
    return sorted(placed, key=_rank)


def _place(article: StudioArticle, record: Record | None, host: HostView) -> StudioArticle:
    """Return an article with where it is, if it is anywhere."""
    if record is None or article.state not in ("published", "withdrawn"):
        return article
    return replace(article, place=host.find_place(record))


def find_article(settings: Settings, file: str, name: str = "") -> StudioArticle | None:
    """Return the article of a file, else of an id, as `list_articles` has it."""
    known = list_articles(settings)
    found = [each for each in known if file and each.file == file]
    found += [each for each in known if name and each.id == name]
    return next(iter(found), None)


def _rank(article: StudioArticle) -> tuple[int, float]:
    since = article.since.timestamp() if article.since else article.changed
    return (("new", "held", "failed").index(article.state) if _needs(article) else 3, -since)


def _needs(article: StudioArticle) -> bool:
    """Whether somebody has to do something about it."""
    return article.state in ("new", "held", "failed")


def _list_known(settings: Settings) -> dict[str, ArticleStatus]:
    status = read_status(settings)
    return {each.name: each for show in status.shows for each in show.articles}


def _list_names(record: Record) -> Iterator[str]:
    """Yield all names of an article."""
    return spell_names((record.id, *record.aliases))


def spell_names(names: tuple[str, ...]) -> Iterator[str]:
    """Yield the names of an article, also as ids of files are spelt: an alias is the path alone."""
    for name in names:
        yield name
        yield f"file:{name}"


def list_files(settings: Settings) -> list[Path]:
    """Return the files of articles in their folder, whatever is in them."""
    folder = find_articles_folder(settings)
    if not folder.is_dir():
        return []
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower() in UPLOADED
        and path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    ]


def _join(settings: Settings, file: str, path: Path, status: ArticleStatus | None) -> StudioArticle:
    changed = path.stat().st_mtime
    if status is None:
        title = _read_title(settings, path, changed)
        return StudioArticle(title=title, state="new", file=file, changed=changed)
    return _describe(status, file, changed)


@lru_cache(maxsize=_REMEMBERED)
def _read_title(settings: Settings, path: Path, _changed: float) -> str:
    """Return the headline of a file that no build knows yet, else its name."""
    found, _ = read_sources(settings, (str(path),))
    return (found[0].article.title if found else "") or path.stem


def _describe(status: ArticleStatus, file: str = "", changed: float = 0.0) -> StudioArticle:
    state: ArticleState = status.state
    return StudioArticle(
        title=status.title or status.slug or status.name,
        state=state,
        file=file,
        id=status.name,
        slug=status.slug,
        since=status.changed or status.since,
        changed=changed,
        versions=status.versions,
        correction=status.held is not None and state == "published",
        trouble=status.failure.message if status.failure else "",
    )
