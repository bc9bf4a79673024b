"""Articles come in: files, texts and addresses; a text is edited, a file that nobody needs goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool

from audiopress.studio.answers import answer_json, go_to, read_body, read_form
from audiopress.studio.files import articles, dated, intake, texts
from audiopress.studio.files.alike import find_alike, find_copy, find_nearer
from audiopress.studio.files.fetched import fetch_page
from audiopress.studio.files.kept import read_kept
from audiopress.studio.files.pasted import PastedText, make_file
from audiopress.studio.files.replaced import replace_file
from audiopress.studio.parts import name_page
from audiopress.studio.spoken import lines

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from audiopress.settings import Settings
    from audiopress.studio.files.incoming import IncomingFile
    from audiopress.studio.parts import Studio

__all__ = ["TakingPaths"]


class TakingPaths:
    """Lets articles in, and their texts be edited."""

    def __init__(self, studio: Studio) -> None:
        """Know what the window works with."""
        self._studio = studio

    async def take_file(self, request: Request) -> Response:
        """Keep a file that was dropped, or one in its place; ask first where it looks known."""
        asked = request.query_params
        body = await read_body(request, intake.LARGEST)
        name = asked.get("name", "")
        return answer_json(await self._take(asked, lambda _: intake.take_upload(name, body)))

    async def take_text(self, request: Request) -> Response:
        """Keep a text that was pasted, as `take_file`."""
        form = await read_form(request)
        pasted = PastedText(
            text=form.get("text", ""),
            title=" ".join(form.get("title", "").split()),
            author=" ".join(form.get("author", "").split()),
            date=form.get("date", "").strip(),
        )
        return _answer_form(request, await self._take(form, lambda _: make_file(pasted)))

    async def take_address(self, request: Request) -> Response:
        """Keep the page at an address, as `take_file`."""
        form = await read_form(request)
        address = form.get("address", "")
        told = await self._take(form, lambda settings: fetch_page(settings, address))
        return _answer_form(request, told)

    async def _take(
        self, asked: Mapping[str, str], make: Callable[[Settings], IncomingFile]
    ) -> dict[str, Any]:
        """Keep what came in and return its page, or the articles that it looks like.

        The article whose file it is already, byte for byte, is returned, and nothing kept.
        ``replaces`` is the file that it is a correction of, ``another`` says that it is none;
        ``asked`` says that a person has answered already.
        """
        return await run_in_threadpool(self._keep, asked, make)

    def _keep(
        self, asked: Mapping[str, str], make: Callable[[Settings], IncomingFile]
    ) -> dict[str, Any]:
        settings = self._studio.settle()
        incoming = make(settings)
        old, answered = asked.get("replaces", ""), asked.get("another") or asked.get("asked")
        copy = find_copy(settings, incoming, old)
        if copy:
            return {"have": copy.to_json()}
        if not answered:
            alike = find_nearer(settings, incoming, old) if old else find_alike(settings, incoming)
            if alike:
                return {"alike": [each.to_json() for each in alike]}
        if old:
            path = replace_file(settings, incoming, old)
        else:
            path = intake.keep_file(settings, incoming)
        return {"page": name_page(intake.name_file(settings, path))}

    async def put_back(self, request: Request) -> Response:
        """Put a file that was replaced back into its place; that which is there is kept."""
        form = await read_form(request)
        return go_to(request, name_page(await run_in_threadpool(self._put_back, form)))

    def _put_back(self, form: dict[str, str]) -> str:
        settings, file = self._studio.settle(), form.get("file", "")
        incoming = read_kept(settings, intake.find_file(settings, file), form.get("kept", ""))
        return intake.name_file(settings, replace_file(settings, incoming, file))

    async def save(self, request: Request) -> Response:
        """Write an edited text."""
        form = await read_form(request)
        await run_in_threadpool(self._save, form)
        return go_to(request, name_page(form.get("file", "")))

    def _save(self, form: dict[str, str]) -> None:
        path = intake.find_file(self._studio.settle(), form.get("file", ""))
        texts.replace_text(path, form.get("text", ""), form.get("digest", ""))

    async def date(self, request: Request) -> Response:
        """Write into its file when an article is dated."""
        form = await read_form(request)
        await run_in_threadpool(self._date, form)
        return go_to(request, name_page(form.get("file", "")))

    def _date(self, form: dict[str, str]) -> None:
        settings = self._studio.settle()
        path = intake.find_file(settings, form.get("file", ""))
        dated.date_file(settings, path, form.get("date", ""))

    async def choose_line(self, request: Request) -> Response:
        """Have a line read always or never, or as reading decides."""
        form = await read_form(request)
        await run_in_threadpool(self._choose_line, form)
        return go_to(request, name_page(form["file"]) if form.get("file") else "/words#lines")

    def _choose_line(self, form: dict[str, str]) -> None:
        settings, file = self._studio.settle(), form.get("file", "")
        lines.choose_line(settings, form, intake.find_file(settings, file) if file else None)

    async def remove(self, request: Request) -> Response:
        """Remove a file of which nothing was published."""
        form = await read_form(request)
        await run_in_threadpool(self._remove, form.get("file", ""))
        return go_to(request, "/")

    def _remove(self, file: str) -> None:
        settings = self._studio.settle()
        texts.remove_file(intake.find_file(settings, file), articles.find_article(settings, file))


def _answer_form(request: Request, told: dict[str, Any]) -> Response:
    """Send the browser on to the page of what was kept; a question is for a module to ask."""
    return go_to(request, told["page"]) if "page" in told else answer_json(told)
