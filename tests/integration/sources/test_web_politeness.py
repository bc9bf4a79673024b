"""Pages that lists name: robots.txt, pace, servers that are busy, and servers that lie."""

from __future__ import annotations

import socket
import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from audiopress.model import Document, Refused, SourceFacts
from audiopress.net.transport import FetchLimits, resolve_host
from audiopress.sources.crawling.pace import NotAskedError
from audiopress.sources.web import WebSource
from audiopress.store.cache import Cache
from tests.integration.net.servers import Server, always, page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
FACTS = SourceFacts(title="A ferry")
STORY = b"<p>The ferry sailed at noon, and nobody was on the quay.</p>" * 8
PAGE = (
    b'<link rel="canonical" href="/a"><meta property="og:type" content="article">'
    b"<article><h1>A ferry</h1>" + STORY + b"</article>"
)


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        server.answers["/a"] = always(page(PAGE))
        yield server


def open_source(folder: Path, now: datetime = NOW, **settings: object) -> WebSource:
    limits = FetchLimits(allow_private=True, seconds=5)
    return WebSource(Cache(folder), limits, now=now, **settings)  # type: ignore[arg-type]


def listed(source: WebSource, url: str, facts: SourceFacts | None = FACTS) -> list[object]:
    return list(source.fetch_listed(url, facts))


def only_page(outcomes: list[object]) -> Document:
    (outcome,) = outcomes
    assert isinstance(outcome, Document), outcome
    return outcome


def only_error(outcomes: list[object]) -> Refused:
    (outcome,) = outcomes
    assert isinstance(outcome, Refused), outcome
    assert outcome.error.hint
    return outcome


def robots(server: Server, text: str, status: str = "200 OK") -> None:
    server.answers["/robots.txt"] = always(
        page(text.encode(), status=status, Content_Type="text/plain")
    )


# -- robots.txt ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("User-agent: *\nDisallow: /a", False),
        ("User-agent: *\nDisallow: /b", True),
        ("User-agent: *\nDisallow:", True),
        ("User-agent: audiopress\nDisallow: /\n\nUser-agent: *\nAllow: /", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: audiopress\nAllow: /", True),
        ("User-agent: otherbot\nDisallow: /", True),
        ("User-agent: *\nDisallow: /*a$", False),
        ("user-agent:*\ndisallow:/\n", False),
        ("\ufeffUser-agent: *\r\nDisallow: /\r\n", False),
        ("User-agent: *\nDisallow: /\nAllow: /a", True),
        ("<html><body><h1>Not found</h1></body></html>", True),
        ("", True),
    ],
)
def test_what_robots_txt_forbids_is_not_asked_for(
    server: Server, tmp_path: Path, text: str, *, allowed: bool
) -> None:
    robots(server, text)
    outcomes = listed(open_source(tmp_path), server.url("/a"))
    assert ("/a" in server.paths) is allowed
    if allowed:
        assert only_page(outcomes).body == PAGE
    else:
        error = only_error(outcomes).error
        assert "robots.txt" in error.message
        assert f"audiopress build {server.url('/a')}" in error.hint


def test_who_names_a_page_asks_as_with_a_browser(server: Server, tmp_path: Path) -> None:
    robots(server, "User-agent: *\nDisallow: /")
    assert only_page(list(open_source(tmp_path).fetch(server.url("/a")))).body == PAGE
    assert server.paths == ["/a"]


def test_a_list_that_a_list_names_is_no_page(server: Server, tmp_path: Path) -> None:
    robots(server, "User-agent: *\nDisallow: /")
    feed = b'<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>'
    server.answers["/feed"] = always(page(feed, Content_Type="application/rss+xml"))
    assert only_page(listed(open_source(tmp_path), server.url("/feed"), None)).body == feed


def test_the_robots_txt_of_a_host_of_ones_own_is_for_others(server: Server, tmp_path: Path) -> None:
    robots(server, "User-agent: *\nDisallow: /")
    source = open_source(tmp_path, hosts=["127.0.0.1"])
    assert only_page(listed(source, server.url("/a"))).body == PAGE


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("NEWS.example", "news.example"),
        ("news.example.", "news.example"),
        ("straße.example", "xn--strae-oqa.example"),
        ("news.example", "www.news.example"),
        ("www.news.example", "news.example"),
    ],
)
def test_a_host_of_ones_own_is_known_however_it_is_written(
    server: Server, tmp_path: Path, host: str, own: str
) -> None:
    robots(server, "User-agent: *\nDisallow: /")
    limits = FetchLimits(allow_private=True, seconds=5, resolve=lambda _host, _port: ["127.0.0.1"])
    source = WebSource(Cache(tmp_path), limits, now=NOW, hosts=[host])
    assert only_page(listed(source, f"http://{own}:{server.port}/a")).body == PAGE


@pytest.mark.parametrize("status", ["404 Not Found", "401 Unauthorized", "403 No", "410 Gone"])
def test_a_site_without_robots_txt_allows_all(server: Server, tmp_path: Path, status: str) -> None:
    robots(server, "User-agent: *\nDisallow: /", status)
    assert only_page(listed(open_source(tmp_path), server.url("/a"))).body == PAGE


@pytest.mark.parametrize("status", ["500 Oops", "502 Bad Gateway", "429 Too Many Requests"])
def test_a_site_that_cannot_say_is_not_asked(server: Server, tmp_path: Path, status: str) -> None:
    robots(server, "", status)
    source = open_source(tmp_path)
    for _ in range(2):
        # The page leads nowhere: what fails is asked for beside it.
        assert only_error(listed(source, server.url("/a"))).error.where == server.url("/a")
    assert server.paths == ["/robots.txt"]
    later = open_source(tmp_path, NOW + timedelta(hours=1))
    robots(server, "User-agent: *\nDisallow: /b")
    assert only_page(listed(later, server.url("/a"))).body == PAGE


def test_robots_txt_is_asked_for_once_a_day_and_a_broken_one_is_the_last_one(
    server: Server, tmp_path: Path
) -> None:
    robots(server, "User-agent: *\nDisallow: /a")
    for hours in (0, 1, 23):
        source = open_source(tmp_path, NOW + timedelta(hours=hours))
        only_error(listed(source, server.url("/a")))
        only_error(listed(source, server.url("/a?b")))
    assert server.paths == ["/robots.txt"]
    robots(server, "", "503 Away")
    later = open_source(tmp_path, NOW + timedelta(hours=25))
    only_error(listed(later, server.url("/a")))
    assert server.paths == ["/robots.txt"] * 2
    robots(server, "")
    assert only_page(listed(open_source(tmp_path, NOW + timedelta(hours=26)), server.url("/a")))


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("gone", "there is no host gone.invalid"),
        ("closed", "the connection failed: connection refused"),
        ("silent", "the server did not answer within 1 second"),
    ],
)
def test_of_a_host_that_does_not_answer_that_is_told_first(
    tmp_path: Path, kind: str, said: str
) -> None:
    with socket.socket() as quiet:
        quiet.bind(("127.0.0.1", 0))
        if kind == "silent":
            quiet.listen()
        place = "gone.invalid" if kind == "gone" else f"127.0.0.1:{quiet.getsockname()[1]}"
        limits = FetchLimits(allow_private=True, seconds=1, resolve=find_host)
        source = WebSource(Cache(tmp_path), limits, now=NOW)
        error = only_error(listed(source, f"http://{place}/a")).error
    assert error.message.startswith(said)
    assert error.message.endswith(f"may ask for it (http://{place}/robots.txt)")


def find_host(host: str, port: int) -> list[str]:
    if host == "gone.invalid":
        raise OSError("no address")
    return list(resolve_host(host, port))


# -- pace ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("User-agent: *\nCrawl-delay: 0.5", 0.5),
        ("User-agent: audiopress\nCrawl-delay: 0.6", 0.6),
        ("User-agent: *\nRequest-rate: 2/1s", 0.5),
        ("User-agent: *\nCrawl-delay: soon", 0.1),
        ("", 0.1),
    ],
)
def test_a_host_is_left_time_between_pages(
    server: Server, tmp_path: Path, text: str, seconds: float
) -> None:
    robots(server, text)
    source = open_source(tmp_path)
    begun = time.monotonic()
    for _ in range(3):
        listed(source, server.url("/a"))
    # No machine is too slow to have waited.
    assert time.monotonic() - begun >= 2 * seconds


def test_a_slow_host_is_left_more_time(server: Server, tmp_path: Path) -> None:
    def slowly(_path: str) -> list[bytes]:
        time.sleep(0.3)
        return [page(PAGE)]

    server.answers["/a"] = slowly
    source = open_source(tmp_path)
    before = time.monotonic()
    for _ in range(3):
        listed(source, server.url("/a"))
    assert time.monotonic() - before >= 0.6 + 0.6 + 0.3


def test_a_site_that_wants_an_hour_between_pages_gives_a_new_one_a_run(
    server: Server, tmp_path: Path
) -> None:
    robots(server, "User-agent: *\nCrawl-delay: 3600")
    for name in ("/b", "/c"):
        server.answers[name] = always(page(PAGE))
    for run in range(3):
        source = open_source(tmp_path, NOW + timedelta(minutes=run))
        outcomes = [listed(source, server.url(name))[0] for name in ("/a", "/b", "/c")]
        had = [isinstance(outcome, Document) for outcome in outcomes]
        assert had == [True] * (run + 1) + [False] * (2 - run)
    assert server.paths == ["/robots.txt", "/a", "/b", "/c"]


# -- servers that cannot ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "answer",
    [
        page(b"", status="503 Away", Retry_After="600"),
        page(b"", status="429 Too Many Requests"),
        page(b"Oops", status="500 Oops"),
        page(b"", status="403 Forbidden"),
        b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nbroken",
        page(b"\x89PNG\r\n\x1a\n\0", Content_Type="image/png"),
        page(b" "),
    ],
    ids=["busy", "too many", "broken", "forbidden", "cut", "picture", "empty"],
)
def test_what_cannot_be_had_stays_what_it_was_and_is_named(
    server: Server, tmp_path: Path, answer: bytes
) -> None:
    first = only_page(listed(open_source(tmp_path), server.url("/a")))
    server.answers["/a"] = always(answer)
    kept, refused = listed(open_source(tmp_path, NOW + timedelta(hours=1)), server.url("/a"))
    assert kept == first
    assert isinstance(refused, Refused)
    assert "what was fetched before is used" in refused.error.message
    assert refused.error.where == server.url("/a")


@pytest.mark.parametrize("status", ["404 Not Found", "410 Gone", "451 Unavailable"])
def test_a_page_that_is_gone_is_gone(server: Server, tmp_path: Path, status: str) -> None:
    listed(open_source(tmp_path), server.url("/a"))
    server.answers["/a"] = always(page(b"", status=status))
    only_error(listed(open_source(tmp_path), server.url("/a")))


@pytest.mark.parametrize(
    ("path", "allowed"), [("/private/a", False), ("/a2", True), ("/private/b?c=1", False)]
)
@pytest.mark.parametrize("kind", ["other host", "same host"])
def test_where_a_listed_page_leads_is_asked_by_its_robots_txt_too(
    server: Server, tmp_path: Path, kind: str, path: str, allowed: bool
) -> None:
    with Server() as other:
        there = other if kind == "other host" else server
        robots(there, "User-agent: *\nDisallow: /private/")
        there.answers[path] = always(page(PAGE))
        server.answers["/old"] = always(page(b"", status="301 Moved", Location=there.url(path)))
        outcomes = listed(open_source(tmp_path), server.url("/old"))
        asked = [head for head in there.heads if head.startswith(f"GET {path} ")]
        assert len(asked) == allowed
        if allowed:
            assert only_page(outcomes).uri == there.url(path)
        else:
            error = only_error(outcomes).error
            assert "robots.txt" in error.message
            assert server.url("/old") in error.where
        # Who names the page by itself gets it; so does who says that the host is his own.
        own = open_source(tmp_path / "own", hosts={"127.0.0.1"})
        assert only_page(list(open_source(tmp_path / "named").fetch(server.url("/old"))))
        assert only_page(listed(own, server.url("/old")))


def test_a_listed_page_that_leads_to_the_front_page_is_gone(server: Server, tmp_path: Path) -> None:
    listed(open_source(tmp_path), server.url("/a"))
    server.answers["/"] = always(page(PAGE))
    server.answers["/a"] = always(page(b"", status="302 Found", Location="/"))
    error = only_error(listed(open_source(tmp_path), server.url("/a"))).error
    assert "front page" in error.message


def test_a_host_that_says_too_many_is_not_asked_for_the_rest_of_the_list(
    server: Server, tmp_path: Path
) -> None:
    server.answers["/a"] = always(page(b"", status="429 Too Many Requests"))
    source = open_source(tmp_path)
    assert "busy" in only_error(listed(source, server.url("/a"))).error.message
    for name in ("/b", "/c"):
        assert "left alone" in only_error(listed(source, server.url(name))).error.message
    assert server.paths == ["/robots.txt", "/a"]


# -- servers that lie ---------------------------------------------------------------------------

EDITED = PAGE.replace(b"at noon", b"at night")


def tell(server: Server, body: bytes, etag: str = '"1"', modified: str = "") -> None:
    """Serve a page with marks, and 304 to whoever has the mark."""
    marks = {"ETag": etag, **({"Last_Modified": modified} if modified else {})}

    def answer(_path: str) -> list[bytes]:
        if f"If-None-Match: {etag}\r\n" in server.heads[-1]:
            return [page(b"", status="304 Not Modified", **marks)]
        return [page(body, **marks)]

    server.answers["/a"] = answer


def later(minutes: float) -> datetime:
    return NOW + timedelta(minutes=minutes)


def test_a_page_that_did_not_change_is_not_sent_again(server: Server, tmp_path: Path) -> None:
    tell(server, PAGE)
    pages = [only_page(listed(open_source(tmp_path, later(n)), server.url("/a"))) for n in range(4)]
    assert len(set(pages)) == 1
    asked = [head for head in server.heads if head.startswith("GET /a ")]
    assert ["If-None-Match" in head for head in asked] == [False, True, True, True]


@pytest.mark.parametrize(
    "facts",
    [
        SourceFacts(title="A ferry", modified=NOW),
        SourceFacts(title="A ferry, corrected"),
        SourceFacts(title="A ferry", published=NOW),
    ],
)
def test_an_edit_that_the_list_tells_of_is_had_though_the_mark_stayed(
    server: Server, tmp_path: Path, facts: SourceFacts
) -> None:
    tell(server, PAGE)
    listed(open_source(tmp_path), server.url("/a"))
    tell(server, EDITED)
    assert (
        only_page(listed(open_source(tmp_path, later(5)), server.url("/a"), facts)).body == EDITED
    )
    # From now on its marks are known to be worth nothing.
    tell(server, PAGE)
    assert only_page(listed(open_source(tmp_path, later(9)), server.url("/a"), facts)).body == PAGE


@pytest.mark.parametrize(
    "gap",
    [
        SourceFacts(),
        SourceFacts(title="A ferry"),
        SourceFacts(title="A ferry", published=NOW - timedelta(days=90)),
        None,
    ],
)
def test_a_round_without_dates_does_not_hide_the_edit_after_it(
    server: Server, tmp_path: Path, gap: SourceFacts | None
) -> None:
    """The lists' dates are days before what was had: only that they are others tells."""
    dated = SourceFacts(title="A ferry", modified=NOW - timedelta(days=60))
    tell(server, PAGE)
    listed(open_source(tmp_path), server.url("/a"), dated)
    # It comes whole, in a round whose lists have no dates.
    tell(server, PAGE + b"<!-- -->", etag='"2"')
    listed(open_source(tmp_path, later(5)), server.url("/a"), gap)
    tell(server, EDITED, etag='"2"')
    edited = SourceFacts(title="A ferry", modified=NOW - timedelta(days=30))
    after = listed(open_source(tmp_path, later(9)), server.url("/a"), edited)
    assert only_page(after).body == EDITED


def test_an_edit_is_had_when_the_answer_contradicts_itself(server: Server, tmp_path: Path) -> None:
    tell(server, PAGE, modified="Mon, 04 May 2026 10:00:00 GMT")
    listed(open_source(tmp_path), server.url("/a"))
    tell(server, EDITED, modified="Mon, 04 May 2026 12:03:00 GMT")
    assert only_page(listed(open_source(tmp_path, later(5)), server.url("/a"))).body == EDITED


def test_an_edit_that_nothing_tells_of_is_had_within_a_week(server: Server, tmp_path: Path) -> None:
    tell(server, PAGE)
    listed(open_source(tmp_path), server.url("/a"))
    tell(server, EDITED)
    after = open_source(tmp_path, NOW + timedelta(days=7))
    assert only_page(listed(after, server.url("/a"))).body == EDITED


def test_a_host_whose_marks_lied_once_is_asked_without_them(server: Server, tmp_path: Path) -> None:
    tell(server, PAGE)
    listed(open_source(tmp_path), server.url("/a"))
    tell(server, EDITED)
    week = NOW + timedelta(days=7)
    listed(open_source(tmp_path, week), server.url("/a"))
    tell(server, PAGE)
    after = open_source(tmp_path, week + timedelta(minutes=5))
    assert only_page(listed(after, server.url("/a"))).body == PAGE


@pytest.mark.parametrize(
    "error_page",
    [
        b"<html><title>Not found</title><p>We could not find that page.</p></html>",
        b"<html><h1>Sorry</h1><p>The site is being worked on.</p><p>Come back soon.</p></html>",
        b'<link rel="canonical" href="/"><p>Nous revenons bientot.</p>',
        b"<html><body><div id=challenge>Just a moment...</div></body></html>",
        b"Database error",
    ],
)
def test_an_error_that_says_all_is_well_does_not_take_the_articles_place(
    server: Server, tmp_path: Path, error_page: bytes
) -> None:
    first = only_page(listed(open_source(tmp_path), server.url("/a")))
    server.answers["/a"] = always(page(error_page))
    for day in (0, 1, 2, 40):
        source = open_source(tmp_path, NOW + timedelta(days=day))
        kept, refused = listed(source, server.url("/a"))
        assert kept == first
        assert "looks like an error" in refused.error.message  # type: ignore[attr-defined]


CONSENT = (
    b"<html><title>Your privacy</title><body>"
    + b"<p>We and our partners keep things on your device, and read them.</p>" * 9
    + b"</body></html>"
)
LOGIN = (
    b'<html><title>Sign in</title><link rel="canonical" href="/login"><article class="page">'
    b"<h1>Sign in</h1><form><p>Name <input name=user></p><p>Password <input></p></form></article>"
)
FOOTER = b"<p>The Post is printed in Skerry by the Skerry Printing Company, since 1901.</p>"


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (PAGE, CONSENT),
        (PAGE, LOGIN),
        (PAGE.replace(STORY, STORY + FOOTER), LOGIN.replace(b"</form>", b"</form>" + FOOTER)),
        # A site whose pages never said that they are articles.
        (b"<h1>A ferry</h1>" + STORY, b"<h1>Back soon</h1><p>We are working on it.</p>"),
        (PAGE, PAGE.replace(b'"/a"', b'"/b"').replace(b"A ferry", b"Ice").replace(b"sailed", b"!")),
    ],
    ids=["consent", "login", "login with the footer", "no markup", "another article"],
)
def test_another_page_does_not_take_the_articles_place(
    server: Server, tmp_path: Path, before: bytes, now: bytes
) -> None:
    server.answers["/a"] = always(page(before))
    first = only_page(listed(open_source(tmp_path), server.url("/a")))
    server.answers["/a"] = always(page(now))
    kept, refused = listed(open_source(tmp_path, later(5)), server.url("/a"))
    assert kept == first
    assert isinstance(refused, Refused)
    server.answers["/a"] = always(page(before.replace(b"noon", b"night")))
    assert b"night" in only_page(listed(open_source(tmp_path, later(9)), server.url("/a"))).body


def test_a_login_that_an_article_leads_to_does_not_take_its_place(
    server: Server, tmp_path: Path
) -> None:
    first = only_page(listed(open_source(tmp_path), server.url("/a")))
    server.answers["/login"] = always(page(LOGIN))
    server.answers["/a"] = always(page(b"", status="302 Found", Location="/login"))
    kept, _ = listed(open_source(tmp_path, later(5)), server.url("/a"))
    assert kept == first


def test_what_is_left_of_an_article_is_believed_after_some_days(
    server: Server, tmp_path: Path
) -> None:
    first = only_page(listed(open_source(tmp_path), server.url("/a")))
    rest = b"<html><h1>A ferry</h1><p>This story is being looked at.</p></html>"
    server.answers["/a"] = always(page(rest))
    for day in (0, 1, 2):
        kept, _ = listed(open_source(tmp_path, NOW + timedelta(days=day)), server.url("/a"))
        assert kept == first
    after = open_source(tmp_path, NOW + timedelta(days=4))
    assert only_page(listed(after, server.url("/a"))).body == rest


@pytest.mark.parametrize(
    "body",
    [
        PAGE.replace(STORY, STORY[:180]),  # cut to its first paragraphs by its editor
        b"<article><h1>A ferry</h1>" + STORY + b"</article>",  # another template
        b'<meta property="og:type" content="article"><p>Withdrawn.</p><time>Today</time>',
        PAGE.replace(b"noon", b"night"),
        # written anew, under another headline, by who says still that it is this article
        PAGE.replace(b"A ferry", b"Ice").replace(b"The ferry sailed", b"Nothing went"),
        b"<main>" + STORY[:400] + b"</main>",
    ],
)
def test_an_article_that_was_edited_is_no_error(
    server: Server, tmp_path: Path, body: bytes
) -> None:
    listed(open_source(tmp_path), server.url("/a"))
    server.answers["/a"] = always(page(body))
    assert only_page(listed(open_source(tmp_path, later(5)), server.url("/a"))).body == body


# -- pages that it is not the turn of -----------------------------------------------------------


def test_what_was_not_asked_for_is_named_with_the_time_until_which(
    server: Server, tmp_path: Path
) -> None:
    server.answers["/b"] = always(page(PAGE))
    before = only_page(listed(open_source(tmp_path), server.url("/b")))
    server.answers["/a"] = always(page(b"", status="503 Away", Retry_After="600"))
    source = open_source(tmp_path, NOW + timedelta(hours=1))
    listed(source, server.url("/a"))
    assert listed(source, server.url("/b")) == [before]
    waiting = only_error(listed(source, server.url("/c")))
    assert isinstance(waiting.error, NotAskedError)
    assert 599 < (waiting.error.until - NOW - timedelta(hours=1)).total_seconds() < 660
    (note,) = source.unasked.describe()
    assert note.endswith(
        "2 pages not asked for, 1 as fetched before, 1 new and waiting: " + server.url("/c")
    )
    assert "left alone until 2026-05-04 13:1" in note


@pytest.mark.parametrize(
    ("after", "minutes", "asked"),
    [("600", 9, False), ("600", 12, True), ("7200", 119, False), ("999999999", 1500, True)],
)
def test_a_pause_lasts_over_runs_and_a_day_at_most(
    server: Server, tmp_path: Path, after: str, minutes: int, *, asked: bool
) -> None:
    server.answers["/b"] = always(page(b"", status="503 Away", Retry_After=after))
    listed(open_source(tmp_path), server.url("/b"))
    outcomes = listed(open_source(tmp_path, later(minutes)), server.url("/a"))
    assert isinstance(outcomes[0], Document) is asked
    assert ("/a" in server.paths) is asked


def test_a_host_of_ones_own_is_asked_again_by_the_next_run(server: Server, tmp_path: Path) -> None:
    server.answers["/b"] = always(page(b"", status="503 Away", Retry_After="600"))
    source = open_source(tmp_path, hosts=["127.0.0.1"])
    listed(source, server.url("/b"))
    assert isinstance(only_error(listed(source, server.url("/a"))).error, NotAskedError)
    again = open_source(tmp_path, later(1), hosts=["127.0.0.1"])
    assert only_page(listed(again, server.url("/a"))).body == PAGE


def test_the_host_that_a_redirect_led_to_is_the_one_left_alone(
    server: Server, tmp_path: Path
) -> None:
    with Server() as other:
        other.answers["/there"] = always(page(b"", status="429 Too Many", Retry_After="600"))
        server.answers["/short"] = always(
            page(b"", status="302 Found", Location=other.url("/there"))
        )
        source = open_source(tmp_path)
        listed(source, server.url("/short"))
        assert only_page(listed(source, server.url("/a"))).body == PAGE
        error = only_error(listed(source, server.url("/short"))).error
        assert isinstance(error, NotAskedError)
        assert other.paths == ["/robots.txt", "/there"]


@pytest.mark.parametrize("status", ["503 Away", "404 Not Found", "500 Oops"])
def test_a_page_that_failed_is_known_until_it_can_be_had(
    server: Server, tmp_path: Path, status: str
) -> None:
    server.answers["/b"] = always(page(b"", status=status))
    source = open_source(tmp_path)
    listed(source, server.url("/b"))
    listed(source, server.url("/a"))
    assert source.find_failure(server.url("/b")) == NOW.timestamp()
    assert source.find_failure(server.url("/a")) == 0
    server.answers["/b"] = always(page(PAGE))
    tomorrow = open_source(tmp_path, NOW + timedelta(days=1))
    listed(tomorrow, server.url("/b"))
    assert tomorrow.find_failure(server.url("/b")) == 0


def test_of_a_slow_site_what_was_not_asked_for_is_named(server: Server, tmp_path: Path) -> None:
    robots(server, "User-agent: *\nCrawl-delay: 3600")
    server.answers["/b"] = always(page(PAGE))
    for _ in range(2):
        source = open_source(tmp_path)
        for name in ("/a", "/b", "/c"):
            listed(source, server.url(name))
    (note,) = source.unasked.describe()
    assert "3600 seconds between two pages" in note
    assert "2 pages not asked for, 1 as fetched before, 1 new and waiting" in note
