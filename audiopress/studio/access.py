"""Who is let in: a browser on this machine that was given the address with its token.

A page of a stranger must neither read the window nor do anything in it. It does not know the token
and gets no cookie that it could send; another name that leads to this machine (DNS rebinding) is
not answered; and what changes something comes from a page of the window itself.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from starlette import status
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["WindowGuard", "make_token"]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "media-src 'self'; connect-src 'self'; font-src 'self'; frame-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
"""Content-Security-Policy of the window: nothing of another host, nothing written into a page."""

SHOWN_POLICY = "frame-ancestors 'self'"
"""Added to the policy that pages of the edition have already: only the window may frame them."""

_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    # Not "no-referrer": a form would then be sent with `Origin: null`, which is refused.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
"""Sent with every answer of the window."""

_TOKEN_BYTES = 32
"""Random bytes of the token: 256 bits are never guessed."""

_HOST = re.compile(r"(?:127\.0\.0\.1|localhost|\[::1\])(?::(?P<port>\d{1,5}))?", re.IGNORECASE)
"""What a browser calls this machine that was given the address of the window."""

_READING = ("GET", "HEAD")
"""Methods that change nothing."""


def make_token() -> str:
    """Return a token that nobody can guess, in letters that an address may have."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


class WindowGuard:
    """The application in front of the window; ``shown`` is where the edition's files are."""

    def __init__(self, app: ASGIApp, token: str, *, shown: tuple[str, ...]) -> None:
        """Let in who knows ``token``."""
        self._app, self._token, self._shown = app, token, shown

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer who is let in; everybody else hears why not, and no more."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        refused = self._refuse(request)
        inner = self._app if refused is None else refused
        await inner(scope, receive, self._add_headers(request, send))

    def _refuse(self, request: Request) -> Response | None:
        """Return what is said to a request that is not let in, or that shows its token first."""
        port = str(request.url.port or 80)
        host = request.headers.get("host", "")
        found = _HOST.fullmatch(host)
        if found is None or (found["port"] or "80") != _own_port(request, port):
            return _say(status.HTTP_421_MISDIRECTED_REQUEST, "this window is on this machine alone")
        given = parse_qs(request.url.query).get("token", [""])[0]
        if given and request.url.path == "/" and request.method in _READING:
            return self._welcome(request, given)
        if not self._knows(request.cookies.get(_name_cookie(request), "")):
            return _say(
                status.HTTP_403_FORBIDDEN,
                "Open the window by the address that audiopress studio has printed: it has a "
                "token in it, which this browser has not shown.",
            )
        if request.method not in _READING and not _is_own_page(request, host):
            return _say(status.HTTP_403_FORBIDDEN, "this was sent by another page, and is not done")
        return None

    def _welcome(self, request: Request, given: str) -> Response:
        """Give the browser a cookie for the token, and an address without it."""
        if not self._knows(given):
            return _say(
                status.HTTP_403_FORBIDDEN,
                "This address is of a window that was closed: audiopress studio prints a new one.",
            )
        answer = RedirectResponse("/", status.HTTP_303_SEE_OTHER)
        answer.set_cookie(_name_cookie(request), given, httponly=True, samesite="strict")
        return answer

    def _knows(self, given: str) -> bool:
        # By digests of one length: how long it takes tells nothing.
        return hmac.compare_digest(_digest(given), _digest(self._token))

    def _add_headers(self, request: Request, send: Send) -> Send:
        shown = request.url.path.startswith(self._shown)

        async def send_more(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if shown:
                    headers.append("Content-Security-Policy", SHOWN_POLICY)
                    del headers["Access-Control-Allow-Origin"]
                else:
                    headers["Content-Security-Policy"] = POLICY
                headers.update(_HEADERS)
            await send(message)

        return send_more


def _own_port(request: Request, otherwise: str) -> str:
    """Return the port that is listened on, as the server knows it."""
    server = request.scope.get("server")
    return str(server[1]) if server and server[1] else otherwise


def _name_cookie(request: Request) -> str:
    """Return the cookie's name: cookies know no ports, and there may be two windows."""
    return f"audiopress-studio-{_own_port(request, '80')}"


def _is_own_page(request: Request, host: str) -> bool:
    """Whether a page of the window has sent this: browsers say so with all that changes something.

    A page at another port of this machine is of the same site, and would send the cookie.
    """
    origin = urlsplit(request.headers.get("origin", ""))
    return origin.scheme == "http" and origin.netloc == host


def _say(code: int, words: str) -> Response:
    return PlainTextResponse(f"{words}\n", code)


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
