"""Pages that a list names and that are no articles: fronts of sections, notices, teasers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from runner import PressHere

from tests.integration.net.servers import Server, always, page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from runner import Press

STORY = (
    "The ferry was late on Monday because of ice in the harbour, and the crew had to wait for the "
    "tide to turn before they could leave the pier at noon."
)
XML = {"Content_Type": "application/xml"}
LOCKED = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "The ferry is back", '
    '"isAccessibleForFree": "False", "wordCount": 900}</script>'
)


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


@pytest.fixture
def press(tmp_path: Path, server: Server) -> Press:
    press = PressHere(tmp_path / "edition")
    press.folder.mkdir()
    write_settings(press, server)
    return press


def write_settings(press: Press, server: Server, more: str = "") -> None:
    source = f'[[sources]]\nsource = "{server.url("/map.xml")}"\n{more}\n'
    (press.folder / "audiopress.toml").write_text(f'[show]\ntitle = "P"\n{source}')


def serve(server: Server, path: str, title: str, body: str, head: str = "") -> None:
    html = (
        f'<html lang="en"><head><title>{title}</title>{head}</head><body><main><h1>{title}</h1>'
        f"{body}</main></body></html>"
    )
    server.answers[path] = always(page(html.encode()))


def list_pages(server: Server, *paths: str) -> None:
    urls = "".join(f"<url><loc>{server.url(path)}</loc></url>" for path in paths)
    server.answers["/map.xml"] = always(page(f"<urlset>{urls}</urlset>".encode(), **XML))


def run(press: Press, *words: str) -> dict[str, Any]:
    done = press.run(*words, "--json", "--allow-private", ok=False)
    return json.loads(done.stdout)


def test_the_front_of_a_section_with_one_article_is_passed_by(press: Press, server: Server) -> None:
    teaser = '<h2><a href="/news/ferry">The ferry is back</a></h2><p>It came on Monday.</p>'
    serve(server, "/news/", "News", f"<article>{teaser}</article>")
    serve(server, "/news/ferry", "The ferry is back", f"<p>{STORY}</p>")
    list_pages(server, "/news/", "/news/ferry")
    planned = run(press, "plan")
    assert [each["title"] for each in planned["articles"]] == ["The ferry is back"]
    (passed,) = planned["passed_by"]
    assert passed["path"] == server.url("/news/")
    assert passed["reason"].startswith("a list: it names another page of its site")
    built = run(press, "sync")
    assert built["totals"]["failed"] == 0
    assert built["feed"]["items"] == 1
    assert any(server.url("/news/") in note for note in built["notes"])
    # whoever names the page wants it, and is told what it looks like
    named = run(press, "plan", server.url("/news/"))
    assert [each["title"] for each in named["articles"]] == ["News"]
    assert any("looks like a list" in note for note in named["notes"])


def test_a_notice_is_never_the_first_article_of_a_site(press: Press, server: Server) -> None:
    notice = "<p>We are doing some work on the site. Please try again in a few minutes.</p>"
    serve(server, "/news/ferry", "We’ll be right back", notice)
    list_pages(server, "/news/ferry")
    for _ in range(2):
        built = run(press, "sync")
        (error,) = [each["error"] for each in built["articles"]]
        assert "no article" in error["message"]
        assert "right back" in error["message"]
        assert built["feed"]["items"] == 0
    # not even for whoever names it
    assert run(press, "build", server.url("/news/ferry"))["totals"]["failed"] == 1
    serve(server, "/news/ferry", "The ferry is back", f"<p>{STORY}</p>")
    assert run(press, "sync")["feed"]["items"] == 1


@pytest.mark.parametrize(
    ("name", "head", "place"),
    [
        ("pile.csv", "title,url\n", "row 3"),
        ("pile.txt", "", "line 2"),
        ("many.txt", "\n", "line 3"),
    ],
)
def test_a_notice_of_a_list_is_named_with_its_place(
    press: Press, server: Server, name: str, head: str, place: str
) -> None:
    serve(server, "/news/ferry", "The ferry is back", f"<p>{STORY}</p>")
    serve(server, "/news/ice", "Log in to continue", "<p>Please log in to your account.</p>")
    urls = [server.url(path) for path in ("/news/ferry", "/news/ice")]
    rows = [f"Ice at the wall,{url}" for url in urls] if head.startswith("title") else urls
    (press.folder / name).write_text(head + "\n".join(rows) + "\n", "utf-8")
    built = run(press, "build", name)
    (error,) = [each["error"] for each in built["articles"] if each["error"]]
    assert "no article" in error["message"]
    assert error["where"] == f"{urls[1]}, in {name}, {place}"


@pytest.mark.parametrize("status", ["500 Oops", "503 Service Unavailable"])
def test_what_comes_with_an_error_is_never_an_article(
    press: Press, server: Server, status: str
) -> None:
    html = f"<html><body><h1>The ferry is back</h1><p>{STORY}</p></body></html>"
    server.answers["/news/ferry"] = always(page(html.encode(), status=status))
    list_pages(server, "/news/ferry")
    built = run(press, "sync")
    assert (built["totals"]["failed"], built["feed"]["items"]) == (1, 0)


def test_the_beginning_of_a_text_for_subscribers_is_no_article(
    press: Press, server: Server
) -> None:
    serve(server, "/news/ferry", "The ferry is back", f"<p>{STORY}</p>", LOCKED)
    list_pages(server, "/news/ferry")
    (passed,) = run(press, "plan")["passed_by"]
    assert "of 900 of a text for subscribers (isAccessibleForFree: false)" in passed["reason"]
    built = run(press, "sync")
    assert (built["totals"]["failed"], built["feed"]["items"]) == (0, 0)
    assert any("text for subscribers" in note for note in built["notes"])
    write_settings(press, server, "teasers = true")
    built = run(press, "sync")
    assert built["feed"]["items"] == 1
    assert any("text for subscribers" in note for note in built["notes"])


def test_a_whole_text_for_subscribers_is_taken(press: Press, server: Server) -> None:
    whole = "".join(f"<p>{STORY.replace('pier', f'pier {at}')}</p>" for at in range(40))
    serve(server, "/news/ferry", "The ferry is back", whole, LOCKED)
    list_pages(server, "/news/ferry")
    built = run(press, "sync")
    assert built["feed"]["items"] == 1
    assert any("for subscribers by its own word" in note for note in built["notes"])


def test_what_wants_not_to_be_found_is_named(press: Press, server: Server) -> None:
    robots = '<meta name="robots" content="NOINDEX, follow">'
    serve(server, "/news/ferry", "The ferry is back", f"<p>{STORY}</p>", robots)
    list_pages(server, "/news/ferry")
    planned = run(press, "plan")
    assert any("noindex" in note for note in planned["notes"])
    write_settings(press, server, "skip_noindex = true")
    (passed,) = run(press, "plan")["passed_by"]
    assert "skip_noindex" in passed["reason"]


WALL = "<div class='x'><p>Subscribe to continue reading</p></div>"
PART = LOCKED.replace('"isAccessibleForFree": "False"', '"hasPart": {"isAccessibleForFree": false}')


@pytest.mark.parametrize(
    ("head", "body", "why"),
    [
        (LOCKED, "", "of 900 of a text for subscribers"),
        (PART, "", "of 900 of a text for subscribers"),
        ("", WALL, "above a paywall (Subscribe to continue reading)"),
    ],
)
def test_the_beginning_of_a_text_is_held_though_somebody_names_it(
    press: Press, server: Server, head: str, body: str, why: str
) -> None:
    serve(server, "/news/ferry", "The ferry is back", f"<p>{STORY}</p>{body}", head)
    address = server.url("/news/ferry")
    built = run(press, "build", address)
    assert (built["totals"]["failed"], built["feed"]["items"]) == (1, 0)
    (error,) = [each["error"] for each in built["articles"]]
    assert "has only the beginning" in error["message"]
    assert why in error["message"]
    assert error["where"] == address
    assert "STORY.html" in error["hint"]
    # a page that was saved is no other
    (press.folder / "saved.html").write_text(press_page(f"<p>{STORY}</p>{body}", head), "utf-8")
    (saved,) = [each["error"] for each in run(press, "build", "saved.html")["articles"]]
    assert saved["message"] == error["message"]
    # who wants it all the same says so, as the error has it
    config = f'[show]\ntitle = "P"\n[[sources]]\nsource = "{address}"\nteasers = true\n'
    (press.folder / "audiopress.toml").write_text(config)
    assert run(press, "build")["feed"]["items"] == 1
    # and what is published goes on
    write_settings(press, server)
    assert run(press, "build", address)["totals"]["failed"] == 0


def test_beginnings_in_files_elsewhere_of_one_name_are_taken_where_that_is_said(
    press: Press,
) -> None:
    tables = ""
    for folder in ("north", "south"):
        saved = press.folder.parent / folder / "page.html"
        saved.parent.mkdir()
        text = f"<p>{STORY} So it was in the {folder}.</p>"
        saved.write_text(press_page(text, LOCKED), "utf-8")
        tables += f'[[sources]]\nsource = "../{folder}/page.html"\nteasers = true\n'
    file = press.folder / "audiopress.toml"
    # What is said of one says nothing of another of the same name.
    one = tables.removesuffix("teasers = true\n")
    file.write_text(f'[show]\ntitle = "P"\n{one}', "utf-8")
    assert run(press, "plan")["failed"] == 1
    file.write_text(f'[show]\ntitle = "P"\n{tables}', "utf-8")
    built = run(press, "build")
    assert (built["totals"]["failed"], built["feed"]["items"]) == (0, 2)


def press_page(body: str, head: str) -> str:
    return (
        f'<html lang="en"><head><title>The ferry is back</title>{head}</head><body><main>'
        f"<h1>The ferry is back</h1>{body}</main></body></html>"
    )


def test_a_whole_text_is_taken_whatever_its_page_says(press: Press, server: Server) -> None:
    whole = "".join(f"<p>{STORY.replace('pier', f'pier {at}')}</p>" for at in range(40))
    serve(server, "/news/ferry", "The ferry is back", whole + WALL, LOCKED)
    assert run(press, "build", server.url("/news/ferry"))["feed"]["items"] == 1
    # one at a host of the user's own
    (press.folder / "audiopress.toml").write_text(
        '[show]\ntitle = "P"\n[edition]\nhosts = ["127.0.0.1"]\n'
    )
    serve(server, "/news/ice", "Ice", f"<p>{STORY}</p>", LOCKED)
    assert run(press, "build", server.url("/news/ice"))["feed"]["items"] == 2


@pytest.mark.parametrize("source", ["page", "map.xml"])
def test_a_beginning_at_an_own_host_is_named_with_what_leaves_it_out(
    press: Press, server: Server, source: str
) -> None:
    pitch = "<p>Get all of our stories for one pound a week, and cancel when you like.</p>"
    serve(server, "/page", "The ferry is back", f"<p>{STORY}</p>{WALL}{pitch}")
    list_pages(server, "/page")
    table = f'[[sources]]\nsource = "{server.url(f"/{source}")}"\n'
    settings = '[show]\ntitle = "P"\n[edition]\nhosts = ["127.0.0.1"]\n' + table
    file = press.folder / "audiopress.toml"
    file.write_text(settings + "teasers = false\n", "utf-8")
    planned = run(press, "plan")
    assert not [each for each in planned["articles"] if each["status"] == "new"]
    refused = [each["reason"] for each in planned["passed_by"]] or json.dumps(planned)
    assert "Subscribe to continue reading" in str(refused)
    file.write_text(settings, "utf-8")
    built = run(press, "build")
    assert built["feed"]["items"] == 1
    shown = press.run("script", server.url("/page"), "--allow-private").stderr
    for said in (" ".join(built["notes"]), shown):
        assert "has only the beginning" in said
        assert "[edition] hosts" in said
        assert "`teasers = false`" in said
    # What is published stays so.
    file.write_text(settings + "teasers = false\n", "utf-8")
    assert run(press, "build")["feed"]["items"] == 1


def test_what_a_member_s_feed_has_is_spoken(press: Press, server: Server) -> None:
    whole = "".join(f"&lt;p&gt;{STORY} It was number {at}.&lt;/p&gt;" for at in range(9))
    item = (
        f"<item><title>The ferry is back</title><link>{server.url('/news/ferry')}</link>"
        f"<description>{whole}</description></item>"
    )
    server.answers["/map.xml"] = always(
        page(f"<rss version='2.0'><channel>{item}</channel></rss>".encode(), **XML)
    )
    serve(server, "/news/ferry", "The ferry is back", f"<p>{STORY}</p>", LOCKED)
    built = run(press, "build")
    assert (built["totals"]["failed"], built["feed"]["items"]) == (0, 1)
