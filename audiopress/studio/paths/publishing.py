"""What listeners notice: articles are published, taken back, brought back, released."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool

from audiopress.press.release import release
from audiopress.press.withdraw import restore, withdraw
from audiopress.studio import listeners
from audiopress.studio.answers import answer_json, go_to, make_page, read_form
from audiopress.studio.files import intake
from audiopress.studio.parts import name_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request
    from starlette.responses import Response

    from audiopress.settings import Settings
    from audiopress.studio.parts import Studio

__all__ = ["PublishingPaths"]


class PublishingPaths:
    """Does what listeners notice."""

    def __init__(self, studio: Studio) -> None:
        """Know what the window works with."""
        self._studio = studio

    async def publish(self, request: Request) -> Response:
        """Begin to publish one article, or all."""
        form = await read_form(request)
        state = await run_in_threadpool(self._publish, form.get("file", ""))
        return answer_json(state)

    def _publish(self, file: str) -> dict[str, Any]:
        settings = self._studio.settle()
        all_ = intake.list_sources(settings)
        named = [str(intake.find_file(settings, file))] if file else all_
        return self._studio.builds.start(self._studio.begin, named).to_json()

    async def deploy(self, _request: Request) -> Response:
        """Begin to bring the edition to its host, as ``audiopress deploy`` does."""
        return answer_json(
            await run_in_threadpool(
                lambda: self._studio.builds.start_deploy(self._studio.settle).to_json()
            )
        )

    async def tell_build(self, _request: Request) -> Response:
        """Tell how far the publishing is."""
        return answer_json(self._studio.builds.state.to_json())

    async def withdraw(self, request: Request) -> Response:
        """Take an article back."""
        form = await read_form(request)
        reason = form.get("reason", "").strip()
        return await self._do(
            request, form, lambda have, name: withdraw(have, [name], reason=reason)
        )

    async def restore(self, request: Request) -> Response:
        """Bring an article back: at once, and not with the next build as a command does."""
        form = await read_form(request)
        done = await self._do(request, form, lambda have, name: restore(have, [name]))
        await run_in_threadpool(self._publish, form.get("file", ""))
        return done

    async def release(self, request: Request) -> Response:
        """Publish what was held, as it was heard."""
        form = await read_form(request)
        return await self._do(request, form, lambda have, name: release(have, [name]))

    async def _do(
        self, request: Request, form: dict[str, str], act: Callable[[Settings, str], Any]
    ) -> Response:
        """Do something to a published article, and show it again."""
        await run_in_threadpool(lambda: act(self._studio.settle(), form.get("id", "")))
        file = form.get("file", "")
        if form.get("back") == "articles":
            return go_to(request, "/")
        return go_to(request, name_page(file, form.get("id", "")))

    async def check(self, _request: Request) -> Response:
        """Look whether the edition is what it says."""
        found = await run_in_threadpool(lambda: listeners.check_edition(self._studio.settle()))
        return make_page("checks.html", checks=found, wrong=[one for one in found if not one.ok])
