"""Pages of the window: all articles, one of them, and what listeners get."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool

from audiopress.studio import listeners
from audiopress.studio.answers import answer_json, make_page
from audiopress.studio.corrections import changes, log
from audiopress.studio.files import articles, dated, intake, kept, readers, texts
from audiopress.studio.files.host import view_host
from audiopress.studio.parts import SHOWN
from audiopress.studio.spoken import lines, script, speakers, words
from audiopress.text.language_names import name_language

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from audiopress.settings import Settings
    from audiopress.store.ledger import Record
    from audiopress.studio.corrections.changes import Picture
    from audiopress.studio.parts import Studio
    from audiopress.studio.spoken.script import ScriptPage

__all__ = ["PagePaths"]


class PagePaths:
    """Shows what there is."""

    def __init__(self, studio: Studio) -> None:
        """Know what the window works with."""
        self._studio = studio

    async def show_articles(self, _request: Request) -> Response:
        """Show all articles, and where new ones come in."""
        return await run_in_threadpool(self._show_articles)

    def _show_articles(self) -> Response:
        ended = self._studio.builds.ended
        settings = self._studio.settle()
        folder = intake.find_articles_folder(settings)
        found = articles.list_articles(settings)
        return make_page(
            "articles.html",
            host=view_host(settings),
            made=any(one.place for one in found),
            away=sum(one.place in ("here", "former", "still") for one in found),
            ended=ended,
            title="Articles",
            here="articles",
            show=settings.show,
            zone=settings.zone(),
            articles=found,
            folder=intake.name_file(settings, folder),
            is_source=intake.is_source(settings, folder),
            configured=settings.file is not None,
            endings=_list_endings(),
            kinds=readers.describe_readable(),
            largest=intake.LARGEST,
        )

    async def tell_waiting(self, _request: Request) -> Response:
        """Tell what the next publishing would do: asked for by the list once it is there."""
        found = await run_in_threadpool(lambda: self._studio.waiting.find(self._studio.settle()))
        told = {one.file: one.words for one in found.articles}
        refused = {one.file: one.words for one in found.refused}
        return answer_json({"articles": told, "refused": refused, "unseen": found.unseen})

    async def show_article(self, request: Request) -> Response:
        """Show one article: its script, its versions, what can be done."""
        file, name = request.query_params.get("file", ""), request.query_params.get("id", "")
        return await run_in_threadpool(self._show_article, file, name)

    def _show_article(self, file: str, name: str) -> Response:
        ended = self._studio.builds.ended
        settings = self._studio.settle()
        path = intake.find_file(settings, file) if file else None
        article = articles.find_article(settings, file, name)
        article = article or articles.StudioArticle(title=file, state="new", file=file)
        if article.file and path is None:
            path = intake.find_file(settings, article.file)
        page = script.read_script(settings, path) if path else None
        record, versions = (
            listeners.read_versions(settings, article.id) if article.versions else (None, ())
        )
        language = page.language if page else ""
        return make_page(
            "article.html",
            ended=ended,
            title=page.title if page else article.title,
            here="articles",
            article=article,
            host=view_host(settings),
            page=page,
            record=record,
            versions=versions,
            picture=_draw_picture(page, record),
            held=listeners.find_held(settings, article.id) if article.id else None,
            editable=path is not None and path.suffix.lower() in texts.EDITABLE,
            endings=_list_endings(),
            datable=path is not None and path.suffix.lower() in dated.DATABLE,
            kept=kept.list_kept(settings, path) if path else [],
            zone=settings.zone(),
            largest=intake.LARGEST,
            embeds=listeners.list_embeds(settings, article.id)
            if record and record.state == "live" and record.versions
            else [],
            **_list_voices(settings, language),
            shown=f"{SHOWN}{settings.secret and settings.secret + '/'}episodes/{article.slug}/",
        )

    async def show_edition(self, _request: Request) -> Response:
        """Show what listeners get."""
        ended = self._studio.builds.ended
        settings = await run_in_threadpool(self._studio.settle)
        return make_page(
            "edition.html",
            ended=ended,
            title="What listeners get",
            here="edition",
            show=settings.show,
            there=listeners.has_edition(settings),
            host=view_host(settings),
            left=listeners.has_pages(settings),
            shown=f"{SHOWN}{settings.secret and settings.secret + '/'}",
            embeds=listeners.list_embeds(settings),
        )

    async def show_words(self, _request: Request) -> Response:
        """Show how the show says words."""
        return await run_in_threadpool(self._show_words)

    def _show_words(self) -> Response:
        ended = self._studio.builds.ended
        settings = self._studio.settle()
        rules, shipped = words.list_rules(settings)
        return make_page(
            "words.html",
            ended=ended,
            title="Words and lines",
            here="words",
            show=settings.show,
            rules=rules,
            shipped=shipped,
            lines=lines.list_lines(settings),
            **_list_voices(settings, ""),
        )

    async def show_log(self, _request: Request) -> Response:
        """Show what was corrected and taken back."""
        ended = self._studio.builds.ended
        entries = await run_in_threadpool(lambda: log.read_log(self._studio.settle()))
        return make_page(
            "log.html",
            ended=ended,
            title="Corrections",
            here="corrections",
            entries=entries[: log.MOST],
            more=max(0, len(entries) - log.MOST),
        )

    async def show_text(self, request: Request) -> Response:
        """Show the text of a file, to be edited."""
        return await run_in_threadpool(self._show_text, request.query_params.get("file", ""))

    def _show_text(self, file: str) -> Response:
        ended = self._studio.builds.ended
        path = intake.find_file(self._studio.settle(), file)
        text, digest = texts.read_text(path)
        title = f"Edit {path.name}"
        return make_page(
            "edit.html", ended=ended, title=title, here="", file=file, text=text, digest=digest
        )


def _list_endings() -> str:
    """Return the endings of files that are taken, as a field for files has them."""
    return ",".join(sorted(readers.list_readable()))


def _list_voices(settings: Settings, language: str) -> dict[str, Any]:
    """Return who can speak a language here, and what helps where nobody can."""
    tongue = language or settings.show.language
    return {
        "speakers": speakers.list_ready(settings, tongue),
        "remedy": speakers.name_remedy(settings, tongue),
        "lacking": speakers.list_lacking(settings, tongue),
        "tongue": name_language(tongue),
    }


def _draw_picture(page: ScriptPage | None, record: Record | None) -> Picture | None:
    """Return what publishing would change of a published article, else what a release would."""
    planned = page.planned if page else None
    if record is None or not record.versions:
        return None
    if planned is None or planned.settled:
        return changes.draw_held(record)
    return changes.draw_correction(record, planned)
