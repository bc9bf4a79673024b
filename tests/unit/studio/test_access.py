"""Who is let into the editor's window, and who is not."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.responses import PlainTextResponse

from audiopress.studio.access import WindowGuard, make_token

TOKEN = "t0ken"  # noqa: S105 - of nobody
COOKIE = f"audiopress-studio-8123={TOKEN}"
HOST = "127.0.0.1:8123"


def ask(path="/", method="GET", **headers):
    """Ask a guarded application and return status, headers and body of its answer."""
    sent = []
    name, _, query = path.partition("?")
    scope = {
        "type": "http",
        "method": method,
        "path": name,
        "query_string": query.encode(),
        "server": ("127.0.0.1", 8123),
        "headers": [
            (key.replace("_", "-").encode(), value.encode())
            for key, value in {"host": HOST, **headers}.items()
        ],
    }

    async def receive():
        return {"type": "http.request"}

    async def send(message):
        sent.append(message)

    guard = WindowGuard(PlainTextResponse("let in"), TOKEN, shown=("/shown/",))
    # In a thread: Playwright, of a test before, leaves a loop that runs in this one.
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, guard(scope, receive, send)).result()
    told = {key.decode(): value.decode() for key, value in sent[0]["headers"]}
    return sent[0]["status"], told, b"".join(each.get("body", b"") for each in sent[1:]).decode()


def test_two_windows_have_two_tokens():
    assert len({make_token() for _ in range(20)}) == 20
    assert len(make_token()) >= 43  # letters of 256 bits


def test_who_has_the_token_gets_a_cookie_and_an_address_without_it():
    status, told, _ = ask(f"/?token={TOKEN}")
    assert (status, told["location"]) == (303, "/")
    assert told["set-cookie"].startswith(COOKIE)
    assert "HttpOnly" in told["set-cookie"]
    assert "SameSite=strict" in told["set-cookie"]


@pytest.mark.parametrize("path", ["/", "/article", "/static/studio.css", "/shown/", "/?token=x"])
def test_nobody_else_is_let_in(path):
    status, told, body = ask(path)
    assert status == 403
    assert "let in" not in body
    assert "set-cookie" not in told


@pytest.mark.parametrize(
    "cookie", [f"audiopress-studio-8124={TOKEN}", "audiopress-studio-8123=t0keN", TOKEN]
)
def test_a_cookie_of_another_window_is_none(cookie):
    assert ask(cookie=cookie)[0] == 403


def test_a_browser_with_the_cookie_is_let_in():
    status, told, body = ask(cookie=COOKIE)
    assert (status, body) == (200, "let in")
    assert "default-src 'none'" in told["content-security-policy"]
    assert "frame-ancestors 'none'" in told["content-security-policy"]
    assert told["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "host", ["evil.example:8123", "127.0.0.1:8124", "127.0.0.1", "localhost.evil.example:8123", ""]
)
def test_another_name_that_leads_here_is_not_answered(host):
    assert ask(host=host, cookie=COOKIE)[0] == 421


@pytest.mark.parametrize("host", [HOST, "localhost:8123", "[::1]:8123"])
def test_the_names_of_this_machine_are(host):
    assert ask(host=host, cookie=COOKIE)[0] == 200


@pytest.mark.parametrize(
    "origin", ["", "null", "http://127.0.0.1:8124", "http://evil.example", f"https://{HOST}"]
)
def test_what_another_page_sends_is_not_done(origin):
    assert ask("/publish", "POST", cookie=COOKIE, origin=origin)[0] == 403
    assert ask("/publish", "POST", cookie=COOKIE)[0] == 403
    assert ask("/publish", "POST", cookie=COOKIE, origin=f"http://{HOST}")[0] == 200


def test_pages_of_the_edition_may_be_framed_by_the_window_alone():
    _, told, _ = ask("/shown/", cookie=COOKIE)
    assert told["content-security-policy"] == "frame-ancestors 'self'"
    assert told["cross-origin-resource-policy"] == "same-origin"
