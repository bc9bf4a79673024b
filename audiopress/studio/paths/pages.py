"""Pages of the window: all articles, one of them, and what listeners get."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool

from audiopress.studio import articles, intake, listeners, script, texts, words
from audiopress.studio.answers import make_page
from audiopress.studio.parts import SHOWN

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from audiopress.studio.parts import Studio

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
        settings = self._studio.settle()
        folder = intake.find_articles_folder(settings)
        return make_page(
            "articles.html",
            title="Articles",
            here="articles",
            show=settings.show,
            articles=articles.list_articles(settings),
            folder=intake.name_file(settings, folder),
            is_source=intake.is_source(settings, folder),
            configured=settings.file is not None,
            endings=",".join(sorted(intake.UPLOADED)),
            largest=intake.LARGEST,
        )

    async def show_article(self, request: Request) -> Response:
        """Show one article: its script, its versions, what can be done."""
        file, name = request.query_params.get("file", ""), request.query_params.get("id", "")
        return await run_in_threadpool(self._show_article, file, name)

    def _show_article(self, file: str, name: str) -> Response:
        settings = self._studio.settle()
        path = intake.find_file(settings, file) if file else None
        known = [one for one in articles.list_articles(settings) if one.file == file and file]
        known = known or [one for one in articles.list_articles(settings) if one.id == name]
        article = known[0] if known else articles.StudioArticle(title=file, state="new", file=file)
        page = script.read_script(settings, path) if path else None
        record, versions = (
            listeners.read_versions(settings, article.id) if article.versions else (None, ())
        )
        language = page.language if page else ""
        return make_page(
            "article.html",
            title=page.title if page else article.title,
            here="articles",
            article=article,
            page=page,
            versions=versions,
            editable=path is not None and path.suffix.lower() in texts.EDITABLE,
            ending=path.suffix if path else "",
            largest=intake.LARGEST,
            embeds=listeners.list_embeds(settings, article.id)
            if record and record.state == "live" and record.versions
            else [],
            speakers=words.list_speakers(settings, language),
            shown=f"{SHOWN}{settings.secret and settings.secret + '/'}episodes/{article.slug}/",
        )

    async def show_edition(self, _request: Request) -> Response:
        """Show what listeners get."""
        settings = await run_in_threadpool(self._studio.settle)
        return make_page(
            "edition.html",
            title="What listeners get",
            here="edition",
            show=settings.show,
            there=listeners.has_edition(settings),
            shown=f"{SHOWN}{settings.secret and settings.secret + '/'}",
            embeds=listeners.list_embeds(settings),
        )

    async def show_text(self, request: Request) -> Response:
        """Show the text of a file, to be edited."""
        return await run_in_threadpool(self._show_text, request.query_params.get("file", ""))

    def _show_text(self, file: str) -> Response:
        path = intake.find_file(self._studio.settle(), file)
        text, digest = texts.read_text(path)
        title = f"Edit {path.name}"
        return make_page("edit.html", title=title, here="", file=file, text=text, digest=digest)
