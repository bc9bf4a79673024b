"""How the window answers: pages, and JSON for its modules; what is wrong is said in words."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

from starlette import status
from starlette.requests import ClientDisconnect
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from audiopress.errors import AudiopressError
from audiopress.publish.file_headers import find_media_type
from audiopress.publish.pages.template_files import open_templates
from audiopress.studio.advice import add_plain_words, address_hint
from audiopress.studio.builds import describe_error
from audiopress.studio.spoken.lines import describe_scope
from audiopress.text.zones import move_moment

if TYPE_CHECKING:
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from starlette.requests import Request

__all__ = [
    "TooMuchError",
    "answer_error",
    "answer_json",
    "go_to",
    "make_page",
    "read_body",
    "read_form",
    "send_static",
]

_PLACE = "audiopress.studio"
"""The package in which templates and modules lie."""

_STATIC = (
    "studio.css",
    "studio.js",
    "articles.js",
    "script.js",
    "settings.js",
    "edition.js",
    "focus.js",
    "requests.js",
    "places.js",
    "words.js",
)
"""Files of the window that are sent as they are."""

_BY_MODULE = "audiopress-form"
"""The header that says that a module has sent a form, and not the browser by itself."""

_FORM = 2_000_000
"""Bytes of a form: a pasted article has a tenth of that."""


class TooMuchError(AudiopressError):
    """What was sent is larger than what is taken."""


def make_page(name: str, code: int = 200, **values: Any) -> Response:
    """Return a page of the window."""
    templates = open_templates(_PLACE)
    templates.filters["address"] = address_hint
    templates.filters["plain"] = add_plain_words
    templates.filters["scope"] = describe_scope
    templates.filters["clock"] = _write_clock
    return HTMLResponse(templates.get_template(name).render(**values), code)


def _write_clock(moment: datetime, zone: ZoneInfo, form: str = "%Y-%m-%d %H:%M") -> str:
    """Return a moment as a clock of the edition shows it; with its zone where it is another."""
    moved = move_moment(moment, zone)
    return moved.strftime(form if moved.tzinfo is zone else f"{form} %Z")


def answer_json(value: Any, code: int = 200) -> Response:
    """Return what a module of the window has asked for."""
    return JSONResponse(value, code)


def answer_error(request: Request, error: Exception) -> Response:
    """Say what is wrong: to a module of the window as JSON, else in a page."""
    if not isinstance(error, AudiopressError):
        raise error
    code = (
        status.HTTP_413_CONTENT_TOO_LARGE
        if isinstance(error, TooMuchError)
        else status.HTTP_422_UNPROCESSABLE_CONTENT
    )
    if "application/json" in request.headers.get("accept", ""):
        return answer_json({"error": describe_error(error)}, code)
    return make_page("error.html", code, title="That did not work", error=error, here="")


def go_to(request: Request, place: str) -> Response:
    """Send the browser on, by a reading request: to load again does nothing twice.

    A module of the window that has sent a form is told where to go: what was typed stays until it
    is known to be kept.
    """
    if request.headers.get(_BY_MODULE):
        return answer_json({"page": place})
    return RedirectResponse(place, status.HTTP_303_SEE_OTHER)


def send_static(name: str) -> Response:
    """Return a module or the style of the window."""
    if name not in _STATIC:
        return Response("there is no such file\n", 404, media_type="text/plain")
    body = (files(_PLACE) / "static" / name).read_bytes()
    return Response(body, headers={"Content-Type": find_media_type(name)})


async def read_form(request: Request) -> dict[str, str]:
    """Return the fields of a form; of one that is there twice the first."""
    body = await read_body(request, _FORM)
    fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=100)
    return {name: values[0] for name, values in fields.items()}


async def read_body(request: Request, most: int) -> bytes:
    """Return what was sent; raises `TooMuchError` above ``most`` bytes, before it is read whole."""
    named = request.headers.get("content-length", "")
    body = bytearray()
    if named.isdecimal() and int(named) > most:
        raise _refuse_size(most)
    try:
        async for piece in request.stream():
            body += piece
            if len(body) > most:
                raise _refuse_size(most)
    except ClientDisconnect:
        raise AudiopressError("what was sent is not whole", hint="send it once more") from None
    return bytes(body)


def _refuse_size(most: int) -> TooMuchError:
    return TooMuchError(
        f"this is larger than {most // 10**6} MB, and no article is",
        hint="take the pictures out of the document, or paste its text",
    )
