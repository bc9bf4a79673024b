"""All articles of the window as one list: files in the folder, and what the ledger says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from audiopress.disk import is_file
from audiopress.press.edition.clock import EARLIEST
from audiopress.press.sync.status import ArticleState, read_status
from audiopress.store.ledger import Ledger
from audiopress.studio.files.host import PLACES, view_host
from audiopress.studio.files.intake import find_articles_folder, name_file
from audiopress.studio.files.readers import UPLOADED
from audiopress.studio.files.told import read_told_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from audiopress.model import Episode
    from audiopress.press.sync.memory import Failure
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

_FIRST = ("failed", "new", "held")
"""States of articles about which somebody has to do something, in the order of the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StudioArticle:
    """One article: its file, if it has one here, and where it stands, if a build knows it.

    ``trouble`` is why its last publishing failed, and ``advice`` what to do about it.
    ``changed`` is when the file was saved, ``since`` since when the article is in its state: when
    it was published here, held, or withdrawn, as far as that was kept; ``corrected`` is when its
    last correction was published, ``dated`` its own date. ``correction`` says that one of a
    published article waits for a release, ``place`` where it is that was made, or withdrawn.
    ``until`` is the date that a new one waits for; nothing is known of it but where it comes from.
    What has neither ``file`` nor ``id`` is a source that failed, such as a feed that is not there.
    """

    title: str
    state: str
    file: str = ""
    id: str = ""
    slug: str = ""
    since: datetime | None = None
    until: datetime | None = None
    corrected: datetime | None = None
    dated: datetime | None = None
    changed: float = 0.0
    versions: int = 0
    correction: bool = False
    trouble: str = ""
    advice: str = ""
    place: ArticlePlace | None = None

    @property
    def words(self) -> str:
        """Return the state in words: of what was made or withdrawn, where it is."""
        return PLACES[self.place] if self.place else STATES[self.state]


def list_articles(settings: Settings) -> list[StudioArticle]:
    """Return what is new first, the newest before others; then what a build knows, as status."""
    records = {each.id: each for each in Ledger(settings.ledger).read_all().records}
    names = {name: each.id for each in records.values() for name in _list_names(each)}
    status, host = read_status(settings), view_host(settings)
    known = {each.name: each for show in status.shows for each in show.articles}
    found: list[StudioArticle] = []
    failures = list(status.sources)
    told = _list_gone(settings, known.values())
    for path in list_files(settings):
        file = name_file(settings, path)
        id_ = names.get(f"file:{file}", "")
        article = _join(settings, file, path, known.get(id_))
        failure = _find_failure(settings, article, path, failures)
        if failure is not None:
            failures.remove(failure)
            article = _add_failure(article, failure)
        found.append(_add_date(settings, article, path))
        told |= {id_} if article.id else _list_own(settings, article, path, known.values())
    found += [_describe(each) for name, each in known.items() if name not in told]
    found += [_describe_source(each) for each in failures if not _is_gone(settings, each)]
    whole = (_complete(article, records.get(article.id), host) for article in found)
    return sorted(whole, key=_rank)


def _complete(article: StudioArticle, record: Record | None, host: HostView) -> StudioArticle:
    """Return an article with what its record says: where it is, and since when."""
    if record is None:
        return article
    dated = None if record.is_undated else record.published
    article = replace(article, dated=dated)
    if article.state not in ("published", "withdrawn"):
        return article
    article = replace(article, place=host.find_place(record))
    if article.state == "withdrawn" or not record.versions:
        return article
    corrected = _find_issued(record, record.versions[-1]) if len(record.versions) > 1 else None
    since = _find_issued(record, record.versions[0]) or record.first_seen
    return replace(article, since=since, corrected=corrected)


def _find_issued(record: Record, version: Episode) -> datetime | None:
    """Return when a version was published here; of a correction that nobody noted, its own date."""
    issued = (each.issued for each in record.makings if each.key == version.key)
    first = version is record.versions[0]
    return next(issued, None) or (None if first else version.changed)


def find_article(settings: Settings, file: str, name: str = "") -> StudioArticle | None:
    """Return the article of a file, else of an id, as `list_articles` has it."""
    known = list_articles(settings)
    found = [each for each in known if file and each.file == file]
    found += [each for each in known if name and each.id == name]
    return next(iter(found), None)


def _rank(article: StudioArticle) -> tuple[int, float]:
    last = article.corrected or article.since
    since = last.timestamp() if last else article.changed
    return (_FIRST.index(article.state) if article.state in _FIRST else len(_FIRST), -since)


def _find_failure(
    settings: Settings, article: StudioArticle, path: Path, failures: Sequence[Failure]
) -> Failure | None:
    """Return why the last publishing of a new article failed, by all names that it has."""
    if article.state != "new" or not failures:
        return None
    told = read_told_file(settings, path, article.changed)
    names = {article.file, told.address, told.id} - {""}
    return next((each for each in failures if names & {*_list_failed(each)}), None)


def _add_failure(article: StudioArticle, failure: Failure) -> StudioArticle:
    """Return a new article with why its last publishing failed, if it has not changed since."""
    if article.changed > failure.last.timestamp():
        return article
    return replace(
        article, state="failed", since=failure.since, trouble=failure.message, advice=failure.hint
    )


def _is_gone(settings: Settings, failure: Failure) -> bool:
    """Whether it was a file of the folder that failed, and is there no more."""
    folder = find_articles_folder(settings)
    places = [settings.root / name for name in _list_failed(failure) if name]
    return any(path.is_relative_to(folder) and not is_file(path) for path in places)


def _describe_source(failure: Failure) -> StudioArticle:
    """Return what failed and has neither a file here nor a place in the ledger, such as a feed."""
    return StudioArticle(
        title=failure.title or failure.name,
        state="failed",
        since=failure.since,
        trouble=failure.message,
        advice=failure.hint,
    )


def _add_date(settings: Settings, article: StudioArticle, path: Path) -> StudioArticle:
    """Return a new article that waits for its own date, as a build has it wait."""
    if article.state != "new":
        return article
    told = read_told_file(settings, path, article.changed)
    until = None if told.declined else told.published
    if until is None or not until > datetime.now(UTC) >= EARLIEST:
        return article
    return replace(article, state="waiting", until=until)


def _list_own(
    settings: Settings, article: StudioArticle, path: Path, known: Iterable[ArticleStatus]
) -> set[str]:
    """Return what a build has called the new article in a file, by its place and what it says."""
    id_ = read_told_file(settings, path, article.changed).id
    return {id_} | {each.name for each in known if each.uri and settings.root / each.uri == path}


def _list_gone(settings: Settings, known: Iterable[ArticleStatus]) -> set[str]:
    """Return what waited in a file of the folder that is there no more: it has no article."""
    folder = find_articles_folder(settings)
    waiting = ((each.name, settings.root / each.uri) for each in known if each.uri)
    return {
        name
        for name, path in waiting
        if path.is_relative_to(folder) and path.suffix.lower() in UPLOADED and not path.exists()
    }


def _list_failed(failure: Failure) -> tuple[str, ...]:
    """Return what a failure calls that which failed: its id, and where that is."""
    return failure.name, failure.name.removeprefix("file:"), failure.where


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
        title = read_told_file(settings, path, changed).title or path.stem
        return StudioArticle(title=title, state="new", file=file, changed=changed)
    return _describe(status, file, changed)


def _describe(status: ArticleStatus, file: str = "", changed: float = 0.0) -> StudioArticle:
    state: ArticleState = status.state
    return StudioArticle(
        title=status.title or status.slug or status.name,
        state=state,
        file=file,
        id=status.name,
        slug=status.slug,
        since=status.since,
        until=status.until,
        changed=changed,
        versions=status.versions,
        correction=status.held is not None and state == "published",
        trouble=status.failure.message if status.failure else "",
        advice=status.failure.hint if status.failure else "",
    )
