"""The settings that an editor decides, and the music of the show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool

from audiopress.studio.answers import answer_json, make_page, read_body, read_form
from audiopress.studio.files.intake import LARGEST, name_file
from audiopress.studio.settings import music_files, settings_file
from audiopress.studio.spoken.speakers import list_lacking

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from audiopress.studio.parts import Studio

__all__ = ["SettingPaths"]


class SettingPaths:
    """Shows and keeps the settings."""

    def __init__(self, studio: Studio) -> None:
        """Know what the window works with."""
        self._studio = studio

    async def show(self, request: Request) -> Response:
        """Show what is set, and what counts where nothing is."""
        return await run_in_threadpool(self._show, "saved" in request.query_params)

    def _show(self, saved: bool) -> Response:
        settings = self._studio.settle()
        known = settings_file.read_file(settings)
        return make_page(
            "settings.html",
            title="Settings",
            here="settings",
            sections=settings_file.find_sections(settings),
            values=known.values,
            digest=known.digest,
            begun=settings.file is not None,
            body=settings.cast.body,
            offers=settings_file.list_offers(settings),
            unfit=settings_file.list_unfit(settings, known.values),
            lacking=list_lacking(settings),
            own=settings_file.list_own(settings, known.values),
            music=[(name, name) for name in music_files.list_music(settings)],
            largest=LARGEST,
            show=settings.show,
            saved=saved,
        )

    async def save(self, request: Request) -> Response:
        """Write what was set."""
        form = await read_form(request)
        await run_in_threadpool(lambda: settings_file.save_fields(self._studio.settle(), form))
        return answer_json({"page": "/settings?saved"})

    async def take_music(self, request: Request) -> Response:
        """Keep a sound file that the music may be."""
        name = request.query_params.get("name", "")
        body = await read_body(request, LARGEST)
        return answer_json({"file": await run_in_threadpool(self._take_music, name, body)})

    def _take_music(self, name: str, body: bytes) -> str:
        settings = self._studio.settle()
        return name_file(settings, music_files.save_music(settings, name, body))
