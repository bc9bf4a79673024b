"""Articles come in: files, texts and addresses; a text is edited, a file that nobody needs goes."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool

from audiopress.studio.answers import answer_json, go_to, read_body, read_form
from audiopress.studio.files import articles, intake, texts
from audiopress.studio.files.pasted import PastedText
from audiopress.studio.parts import name_page
from audiopress.studio.spoken import lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request
    from starlette.responses import Response

    from audiopress.studio.parts import Studio

__all__ = ["TakingPaths"]


class TakingPaths:
    """Lets articles in, and their texts be edited."""

    def __init__(self, studio: Studio) -> None:
        """Know what the window works with."""
        self._studio = studio

    async def take_file(self, request: Request) -> Response:
        """Keep a file that was dropped, or one in its place."""
        asked = request.query_params
        body = await read_body(request, intake.LARGEST)
        keep = functools.partial(
            self._take,
            intake.save_upload,
            asked.get("name", ""),
            body,
            replaces=asked.get("replaces", ""),
        )
        return answer_json({"page": await run_in_threadpool(keep)})

    async def take_text(self, request: Request) -> Response:
        """Keep a text that was pasted."""
        form = await read_form(request)
        pasted = PastedText(
            text=form.get("text", ""),
            title=" ".join(form.get("title", "").split()),
            author=" ".join(form.get("author", "").split()),
            date=form.get("date", "").strip(),
        )
        return go_to(request, await run_in_threadpool(self._take, intake.save_text, pasted))

    async def take_address(self, request: Request) -> Response:
        """Keep the page at an address."""
        form = await read_form(request)
        address = form.get("address", "")
        return go_to(request, await run_in_threadpool(self._take, intake.save_address, address))

    def _take(self, save: Callable[..., Any], *given: Any, **named: Any) -> str:
        settings = self._studio.settle()
        return name_page(intake.name_file(settings, save(settings, *given, **named)))

    async def save(self, request: Request) -> Response:
        """Write an edited text."""
        form = await read_form(request)
        await run_in_threadpool(self._save, form)
        return go_to(request, name_page(form.get("file", "")))

    def _save(self, form: dict[str, str]) -> None:
        path = intake.find_file(self._studio.settle(), form.get("file", ""))
        texts.replace_text(path, form.get("text", ""), form.get("digest", ""))

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
