"""The paths of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.routing import Mount, Route

from audiopress.errors import AudiopressError
from audiopress.press.edition.publishing.held import find_held_folder
from audiopress.studio.access import WindowGuard
from audiopress.studio.answers import answer_error, send_static
from audiopress.studio.parts import HELD, SHOWN
from audiopress.studio.paths import (
    HearingPaths,
    PagePaths,
    PublishingPaths,
    SettingPaths,
    TakingPaths,
)
from audiopress.studio.served import ServedFolder

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp

    from audiopress.studio.parts import Studio

    Answer = Callable[[Request], Awaitable[Response]]

__all__ = ["create_studio"]


def create_studio(studio: Studio, token: str) -> ASGIApp:
    """Return the application of the window, which answers who has the ``token``."""
    routes = [
        *(Route(path, answer) for path, answer in _list_readings(studio).items()),
        *(Route(path, answer, methods=["POST"]) for path, answer in _list_deeds(studio).items()),
        Mount(SHOWN.rstrip("/"), app=ServedFolder(lambda: studio.settle().public_output)),
        Mount(HELD.rstrip("/"), app=ServedFolder(lambda: find_held_folder(studio.settle()))),
    ]
    app = Starlette(routes=routes, exception_handlers={AudiopressError: _answer_error})
    return WindowGuard(app, token, shown=(SHOWN, HELD))


def _list_readings(studio: Studio) -> dict[str, Answer]:
    """Return what changes nothing."""
    pages, hearing = PagePaths(studio), HearingPaths(studio)
    return {
        "/": pages.show_articles,
        "/article": pages.show_article,
        "/edit": pages.show_text,
        "/edition": pages.show_edition,
        "/waiting": pages.tell_waiting,
        "/words": pages.show_words,
        "/corrections": pages.show_log,
        "/settings": SettingPaths(studio).show,
        "/static/{name}": _send_static,
        "/sounds/{name}": hearing.send_sound,
        "/word": hearing.tell_word,
        "/building": PublishingPaths(studio).tell_build,
    }


def _list_deeds(studio: Studio) -> dict[str, Answer]:
    """Return what does something, or lets the machine work."""
    taking, hearing, publishing = TakingPaths(studio), HearingPaths(studio), PublishingPaths(studio)
    settings = SettingPaths(studio)
    return {
        "/take/file": taking.take_file,
        "/take/text": taking.take_text,
        "/take/address": taking.take_address,
        "/save": taking.save,
        "/date": taking.date,
        "/put-back": taking.put_back,
        "/line": taking.choose_line,
        "/remove": taking.remove,
        "/hear": hearing.hear,
        "/try": hearing.try_word,
        "/keep": hearing.keep_word,
        "/forget": hearing.forget_word,
        "/settings/save": settings.save,
        "/settings/music": settings.take_music,
        "/publish": publishing.publish,
        "/withdraw": publishing.withdraw,
        "/restore": publishing.restore,
        "/release": publishing.release,
        "/deploy": publishing.deploy,
        "/check": publishing.check,
    }


async def _send_static(request: Request) -> Response:
    return send_static(request.path_params["name"])


async def _answer_error(request: Request, error: Exception) -> Response:
    return answer_error(request, error)
