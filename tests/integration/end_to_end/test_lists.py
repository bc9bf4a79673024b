"""Editions of feeds, sitemaps and lists, from real servers of this machine."""

from __future__ import annotations

import contextlib
import gzip
import json
import os
import re
import subprocess
import sys
import threading
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.integration.net.servers import Server, always, page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runner import Press

STORY = (
    "<p>{0} was late on Monday because of ice in the harbour, and the crew had to wait for the tide"
    " to turn before they could leave the pier.</p><p>Nobody was hurt on {0}, said the harbour "
    "master, who had been up since four in the morning to see to the lamps and the ropes.</p>"
    "<p>It leaves on Tuesday at noon, if the wind turns to the west as the forecast has it.</p>"
)


def article(name: str, head: str = "") -> bytes:
    return (
        f'<html lang="en"><head><title>{name}</title>{head}</head><body><main><article>'
        f"<h1>{name}</h1>{STORY.format(name)}</article></main></body></html>"
    ).encode()


def feed(*items: str) -> bytes:
    return (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>P</title><language>en</language>{''.join(items)}</channel></rss>"
    ).encode()


def item(title: str, link: str, *, whole: bool, day: int = 2) -> str:
    text = f"<content:encoded><![CDATA[{STORY.format(title)}]]></content:encoded>" if whole else ""
    return (
        f"<item><title>{title}</title><link>{link}</link><description>Short.</description>{text}"
        f"<pubDate>{day:02} Mar 2026 10:00:00 +0000</pubDate></item>"
    )


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


@pytest.fixture
def site(server: Server) -> Server:
    for name in ("Alba", "Brae", "Corrie"):
        server.answers[f"/{name.lower()}"] = always(page(article(name)))
    return server


def serve(server: Server, path: str, body: bytes, kind: str = "application/xml") -> str:
    server.answers[path] = always(page(body, Content_Type=kind))
    return server.url(path)


def plan(press: Press, *sources: str, status: int = 0) -> dict:
    press.folder.mkdir(exist_ok=True)
    done = press.run("plan", *sources, "--allow-private", "--json", ok=status == 0)
    return json.loads(done.stdout)


def titles(found: dict) -> set[str]:
    return {each["title"] for each in found["articles"]}


def test_a_feed_is_an_edition_and_its_pages_are_the_same_articles(
    press: Press, site: Server
) -> None:
    address = serve(
        site,
        "/feed",
        feed(
            item("Alba", site.url("/alba?utm_source=rss"), whole=True, day=3),
            item("Brae", site.url("/brae"), whole=False),
        ),
        "text/html",
    )
    built = press.build(address, "--allow-private")["articles"]
    assert [each["status"] for each in built] == ["built", "built"]
    assert "/alba?utm_source=rss" not in site.paths
    guids = {each["guid"] for each in built}
    again = press.build(site.url("/alba"), site.url("/brae"), "--allow-private")["articles"]
    assert {each["guid"] for each in again} == guids
    assert [each["spoken"] for each in again] == [0, 0]


def test_a_page_that_names_another_address_goes_on_as_the_article_of_its_feed(
    press: Press, site: Server
) -> None:
    address = serve(site, "/feed", feed(item("Alba", site.url("/p/1"), whole=True)))
    (built,) = press.build(address, "--allow-private")["articles"]
    link = f'<link rel="canonical" href="{site.url("/alba-is-late")}">'
    serve(site, "/p/1", article("Alba", link), "text/html")
    address = serve(site, "/feed", feed(item("Alba", site.url("/p/1"), whole=False)))
    (again,) = press.build(address, "--allow-private")["articles"]
    assert again["guid"] == built["guid"]


def test_plan_says_whose_text_it_is(press: Press, site: Server) -> None:
    items = (
        item("Alba", site.url("/alba"), whole=True),
        item("Brae", site.url("/brae"), whole=False),
    )
    address = serve(site, "/feed", feed(*items))
    found = {each["title"]: each for each in plan(press, address)["articles"]}
    assert {name: each["text_from"] for name, each in found.items()} == {
        "Alba": "feed", "Brae": "page"
    }  # fmt: skip
    said = press.run("plan", address, "--allow-private").stdout
    assert f"its text is that of {address}" in said
    assert "a summary of it only" in said


def test_a_file_is_as_good_as_an_address_whatever_its_name(press: Press, site: Server) -> None:
    press.folder.mkdir(exist_ok=True)
    (press.folder / "notes.txt").write_bytes(feed(item("Alba", site.url("/alba"), whole=True)))
    assert titles(plan(press, "notes.txt")) == {"Alba"}


def test_a_bad_item_is_named_and_the_others_go_on(press: Press, site: Server) -> None:
    bad = "<item><description>Short.</description></item>"
    gone = item("Gone", site.url("/gone"), whole=False)
    good = item("Alba", site.url("/alba"), whole=True)
    address = serve(site, "/feed", feed(bad, gone, good, good))
    found = plan(press, address, status=1)
    assert titles(found) == {"Alba"}
    said = " ".join(each["message"] + each["where"] for each in found["errors"])
    assert "item 1" in said
    assert "404" in said
    assert [each["reason"] for each in found["passed_by"]] == ["named twice"]
    shown = press.run("plan", address, "--allow-private", ok=False).stdout
    assert "passed by, for it is taken already:\n  named twice: " in shown
    assert "no article" not in shown


def test_a_page_without_a_text_is_named_with_its_line(press: Press, site: Server) -> None:
    site.answers["/empty"] = always(page(b"<html><body></body></html>"))
    press.folder.mkdir(parents=True, exist_ok=True)
    (press.folder / "my list.txt").write_text(f"# mine\n\n{site.url('/empty')}\n", "utf-8")
    done = press.run("build", "my list.txt", "--allow-private", ok=False)
    assert "the page holds no text" in done.stderr
    assert f"where: {site.url('/empty')}, in my list.txt, line 3" in done.stderr


@pytest.mark.parametrize("packed", [False, True])
def test_an_index_of_sitemaps_is_followed_once(press: Press, site: Server, packed: bool) -> None:
    urls = "".join(f"<url><loc>{site.url(path)}</loc></url>" for path in ("/", "/alba", "/brae"))
    body = f"<urlset>{urls}</urlset>".encode()
    serve(site, "/a.xml.gz", gzip.compress(body) if packed else body, "application/x-gzip")
    names = ("/a.xml.gz", "/index.xml", "/a.xml.gz")
    index = "".join(f"<sitemap><loc>{site.url(path)}</loc></sitemap>" for path in names)
    address = serve(site, "/index.xml", f"<sitemapindex>{index}</sitemapindex>".encode())
    found = plan(press, address)
    assert titles(found) == {"Alba", "Brae"}
    assert site.paths.count("/index.xml") == site.paths.count("/a.xml.gz") == 1
    assert [each["reason"] for each in found["passed_by"]] == ["the home page of a site"]


def test_an_index_without_an_end_ends(press: Press, site: Server) -> None:
    def answer(path: str):
        deeper = site.url(f"{path}x")
        site.answers[f"{path}x"] = answer
        body = f"<sitemapindex><sitemap><loc>{deeper}</loc></sitemap></sitemapindex>"
        return [page(body.encode(), Content_Type="application/xml")]

    site.answers["/x"] = answer
    found = plan(press, site.url("/x"), status=1)
    assert "lists lead to lists" in found["errors"][0]["message"]
    assert len(site.paths) < 10


LISTS = {
    "lines.txt": "# mine\n{0}\n- [Brae]({1})\n",
    "table.csv": "Title,URL,Tags\nAlba,{0},sea\nBrae,{1},\n",
    "instapaper.csv": "URL,Title,Selection,Folder,Timestamp,Tags\n{0},Alba,,Unread,1700000000,[]\n"
    "{1},Brae,,Unread,1700000001,[]\n",
    "pocket.csv": "title,url,time_added,tags,status\nAlba,{0},1700000000,a|b,unread\n"
    "Brae,{1},1700000001,,unread\n",
    "pocket.html": '<!DOCTYPE html><html><title>Pocket Export</title><ul><li><a href="{0}" '
    'time_added="1700000000" tags="a,b">Alba</a></li><li><a href="{1}" time_added="1700000000" '
    'tags="">Brae</a></ul></html>',
    "raindrop.csv": "id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n"
    '1,Alba,,,{0},Sea,"a, b",2026-03-02T10:00:00Z,,,false\n'
    "2,Brae,,,{1},Sea,,2026-03-02T10:00:00Z,,,false\n",
    "readwise.csv": "Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n"
    "Alba,{0},01h,\"['a']\",2026-03-02 10:00:00+00:00,0.5,later,True\n"
    "Brae,{1},01j,[],2026-03-02 10:00:00+00:00,0,new,False\n",
    "bookmarks.html": "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE><DL><p><DT><H3>"
    'Sea</H3><DL><p><DT><A HREF="{0}" ADD_DATE="1">Alba</A><DT><A HREF="{1}">Brae</A>'
    '<DT><A HREF="javascript:x()">Tool</A></DL></DL>',
    "wallabag.json": '[{{"id": 1, "title": "Alba", "url": "{0}", "content": "", "tags": ["a"]}},'
    '{{"id": 2, "title": "Brae", "url": "{1}", "is_archived": 0, "published_at": null}}]',
    "readeck.json": '[{{"id": "a1", "url": "{0}", "title": "Alba", "authors": ["Ada"], "labels": '
    '["a"], "published": "2026-03-02T10:00:00Z"}}, {{"id": "a2", "url": "{1}"}}]',
    "pocket.json": '{{"status": 1, "list": {{"12": {{"item_id": "12", "given_url": "{0}"}}, '
    '"13": {{"item_id": "13", "resolved_url": "{1}"}}}}}}',
    "raindrop.json": '{{"items": [{{"_id": 1, "link": "{0}"}}, {{"_id": 2, "link": "{1}"}}]}}',
    "plain.json": '["{0}", "{1}"]',
}


@pytest.mark.parametrize("name", LISTS)
def test_lists_and_exports(press: Press, site: Server, name: str) -> None:
    press.folder.mkdir(exist_ok=True)
    text = LISTS[name].format(site.url("/alba"), site.url("/brae"))
    (press.folder / name).write_text(text, "utf-8")
    found = plan(press, name)
    assert titles(found) == {"Alba", "Brae"}
    assert found["errors"] == []


@pytest.mark.parametrize(
    ("said", "inside", "lacks"),
    [
        ({}, "", ["author", "date"]),
        ({"published_by": ["Ada"]}, "", ["date"]),
        ({"published_at": "2026-03-01T10:00:00Z"}, "", ["author"]),
        ({"published_by": ["Ada"], "published_at": "2026-03-01"}, "", []),
        ({"published_at": "2026-03-01"}, '<p>By <a rel="author" href="/a">Ada</a></p>', []),
    ],
)
def test_what_nobody_says_of_a_text_from_an_export_is_said_by_plan(
    press: Press, site: Server, said: dict, inside: str, lacks: list[str]
) -> None:
    press.folder.mkdir(exist_ok=True)
    record = {"url": site.url("/alba"), "title": "Alba", "content": inside + STORY.format("Alba")}
    (press.folder / "w.json").write_text(json.dumps([record | said]), "utf-8")
    (planned,) = plan(press, "w.json")["articles"]
    assert planned["text_from"] == "feed"
    assert planned["lacks"] == lacks
    told = press.run("plan", "w.json", "--allow-private").stdout
    assert (f"its {' and '.join(lacks)} " in told) is bool(lacks)
    assert site.paths == []


def test_a_pile_of_several_tables_in_a_zip_is_one_list(press: Press, site: Server) -> None:
    press.folder.mkdir(exist_ok=True)
    row = "title,url,published\n{0},{1},2026-03-0{2}\n"
    with zipfile.ZipFile(press.folder / "pile.zip", "w") as archive:
        archive.writestr("part_0.csv", row.format("Alba", site.url("/alba"), 2))
        archive.writestr("part_1.csv", row.format("Brae", site.url("/brae"), 3))
        archive.writestr("notes.md", "It was late.")
    assert titles(plan(press, "pile.zip")) == {"Alba", "Brae"}
    found = plan(press, "pile.zip", "--limit", "1")
    assert titles(found) == {"Brae"}
    assert "pile.zip/notes.md" in {each["path"] for each in found["passed_by"]}


@pytest.mark.parametrize(
    ("feed_says", "map_says"),
    [
        ("/alba", "/alba/"),
        ("/alba?utm_source=feed", "/alba"),
        ("/alba#top", "/alba?fbclid=1"),
        ("/alba", "/alba"),
    ],
)
@pytest.mark.parametrize("dated", [True, False], ids=["dated", "undated"])
def test_what_a_feed_and_a_sitemap_name_is_left_out_once(
    press: Press, site: Server, feed_says: str, map_says: str, *, dated: bool
) -> None:
    day = "<pubDate>02 Mar 2026 10:00:00 +0000</pubDate>" if dated else ""
    own = '<meta property="article:published_time" content="2026-03-02T10:00:00Z">'
    for path in (feed_says.partition("#")[0], map_says):
        site.answers[path] = always(page(article("Alba", own)))
    told = f"<item><title>Alba</title><link>{site.url(feed_says)}</link>{day}</item>"
    pages = f"<urlset><url><loc>{site.url(map_says)}</loc></url></urlset>"
    lists = (
        serve(site, "/feed", feed(told)),
        serve(site, "/sitemap.xml", pages.encode()),
    )
    for sources in (lists, lists[::-1]):
        found = plan(press, *sources, "--since", "2026-03-04")
        assert [each["unwanted"] for each in found["passed_by"]] == [True]


def test_opml_gives_the_articles_of_its_feeds_and_names_what_is_none(
    press: Press, site: Server
) -> None:
    press.folder.mkdir(exist_ok=True)
    good = serve(site, "/feed", feed(item("Alba", site.url("/alba"), whole=True)))
    outlines = f'<outline xmlUrl="{good}"/><outline xmlUrl="{site.url("/brae")}"/>'
    (press.folder / "feeds.opml").write_text(f"<opml><body>{outlines}</body></opml>", "utf-8")
    found = plan(press, "feeds.opml", status=1)
    assert titles(found) == {"Alba"}
    assert [each["message"] for each in found["errors"]] == ["this is a page and no feed"]


def test_a_pattern_and_a_folder_with_a_list_in_it(press: Press, site: Server) -> None:
    folder = press.folder / "articles"
    folder.mkdir(parents=True)
    for name in ("Alba", "Brae"):
        (folder / f"{name}.html").write_bytes(article(name))
    (folder / "later.txt").write_text(f"{site.url('/corrie')}\n", "utf-8")
    assert titles(plan(press, "articles/*.html")) == {"Alba", "Brae"}
    assert titles(plan(press, "articles/*.md", status=1)) == set()
    found = plan(press, "articles")
    assert titles(found) == {"Alba", "Brae"}
    assert found["passed_by"][0]["reason"].startswith("a list of articles")
    assert site.paths == []


def test_private_addresses_in_a_feed_are_not_fetched(press: Press, site: Server) -> None:
    press.folder.mkdir(exist_ok=True)
    (press.folder / "feed.xml").write_bytes(feed(item("Alba", site.url("/alba"), whole=False)))
    done = press.run("plan", "feed.xml", ok=False)
    assert "not on the public internet" in done.stderr
    assert site.paths == []


def test_a_feed_of_fifty_megabytes_is_refused(press: Press, site: Server) -> None:
    address = serve(site, "/feed", feed(f"<item><title>{'a' * 50_000_000}</title></item>"))
    assert "larger than" in plan(press, address, status=1)["errors"][0]["message"]


FRONT = (
    '<html><head><link rel="alternate" type="application/rss+xml" title="News" href="/feed">{0}'
    "</head><body><h1>The Post</h1><article><h2>Alba</h2></article></body></html>"
)
SECOND = '<link rel=alternate type="application/atom+xml" href="/second">'


def test_a_page_that_announces_one_feed_gives_its_articles(press: Press, site: Server) -> None:
    serve(site, "/", FRONT.format("").encode(), "text/html")
    serve(site, "/feed", feed(item("Alba", site.url("/alba"), whole=True)))
    assert titles(plan(press, site.url("/"))) == {"Alba"}


SORRY = b"<html><title>Back soon</title><h1>Back soon</h1><p>Come back in an hour.</p></html>"


def test_a_front_page_in_maintenance_is_no_article(press: Press, site: Server) -> None:
    serve(site, "/", FRONT.format("").encode(), "text/html")
    serve(site, "/feed", feed(item("Alba", site.url("/alba"), whole=True)))
    press.folder.mkdir(exist_ok=True)
    press.run("build", site.url("/"), "--allow-private", "--json")
    serve(site, "/", SORRY, "text/html")
    found = plan(press, site.url("/"), status=1)
    assert titles(found) == {"Alba"}
    assert [each["where"] for each in found["errors"]] == [site.url("/")]


@pytest.mark.parametrize("path", ["/feed", "/sitemap.xml", "/?feed=rss2", "/news/rss"])
def test_a_page_at_a_feeds_address_is_no_article_from_the_first_time_on(
    press: Press, site: Server, path: str
) -> None:
    found = plan(press, serve(site, path, SORRY, "text/html"), status=1)
    assert titles(found) == set()
    assert [each["message"] for each in found["errors"]] == ["this is a page and no feed"]


def test_of_several_feeds_each_is_named_with_its_command(press: Press, site: Server) -> None:
    serve(site, "/", FRONT.format(SECOND).encode(), "text/html")
    serve(site, "/feed", feed(item("Alba", site.url("/alba"), whole=True)))
    (error,) = plan(press, site.url("/"), status=1)["errors"]
    for path in ("/feed", "/second"):
        assert f"audiopress build {site.url(path)}" in error["message"]
    assert titles(plan(press, site.url("/"), "--yes")) == {"Alba"}


def test_an_article_that_announces_feeds_is_an_article(press: Press, site: Server) -> None:
    head = '<link rel="alternate" type="application/rss+xml" href="/feed">'
    serve(site, "/alba", article("Alba", head), "text/html")
    assert titles(plan(press, site.url("/alba"))) == {"Alba"}


def three(site: Server) -> str:
    items = (
        item(name, site.url(f"/{name.lower()}"), whole=True, day=day)
        for name, day in (("Brae", 2), ("Alba", 3), ("Corrie", 1))
    )
    return serve(site, "/feed", feed(*items))


@pytest.mark.parametrize(
    ("options", "taken"),
    [
        (("--limit", "2"), {"Alba", "Brae"}),
        (("--since", "2026-03-02"), {"Alba", "Brae"}),
        (("--include", "/a*", "--include", "/c*"), {"Alba", "Corrie"}),
        (("--exclude", "/corrie"), {"Alba", "Brae"}),
        (("--max-age", "8w", "--include", "tag:none"), set()),
    ],
)
def test_options_say_which_are_taken(
    press: Press, site: Server, options: tuple[str, ...], taken: set[str]
) -> None:
    found = plan(press, three(site), *options)
    assert titles(found) == taken
    assert len(found["passed_by"]) == 3 - len(taken)
    assert all(each["unwanted"] for each in found["passed_by"])


def test_tables_of_the_configuration_say_which_are_taken(press: Press, site: Server) -> None:
    press.folder.mkdir(exist_ok=True)
    (press.folder / "files").mkdir()
    for name in ("Dee", "Eil"):
        (press.folder / "files" / f"{name}.html").write_bytes(article(name))
    (press.folder / "audiopress.toml").write_text(
        f'[[sources]]\nsource = "{three(site)}"\nsince = 2026-03-02\nlimit = 1\n'
        '[[sources]]\nsource = "files"\nlimit = 1\nmin_words = 5\n',
        "utf-8",
    )
    found = plan(press)
    assert len(found["articles"]) == 2
    assert "Alba" in titles(found)


@pytest.mark.parametrize(
    "line", ["limt = 1", "limit = -1", 'since = "soon"', 'max_age = "old"', "include = 1"]
)
def test_a_mistake_in_a_table_is_named(press: Press, line: str) -> None:
    press.folder.mkdir(exist_ok=True)
    text = f'[[sources]]\nsource = "a.html"\n{line}\n'
    (press.folder / "audiopress.toml").write_text(text, "utf-8")
    done = press.run("plan", ok=False)
    assert done.returncode == 2
    assert line.partition(" ")[0] in done.stderr


def test_who_opts_out_is_not_published_and_named(press: Press) -> None:
    press.folder.mkdir(exist_ok=True)
    (press.folder / "a.html").write_bytes(article("Alba", '<meta name="audiopress" content="no">'))
    (press.folder / "b.md").write_text("---\ntitle: Brae\naudio: false\n---\n\nIt is late.\n")
    (press.folder / "c.md").write_text("---\ntitle: Corrie\naudio: /c.mp3\n---\n\nIt is late.\n")
    found = plan(press, "a.html", "b.md", "c.md")
    assert titles(found) == {"Corrie"}
    assert sum("is not published" in note for note in found["notes"]) == 2


def test_a_future_date_waits(press: Press) -> None:
    press.folder.mkdir(exist_ok=True)
    (press.folder / "a.md").write_text("---\ntitle: A\ndate: 2199-01-01\n---\n\nIt is late.\n")
    (press.folder / "b.md").write_text("---\ntitle: B\ndate: 2026-01-01\n---\n\nIt is here.\n")
    report = press.build("a.md", "b.md")
    assert [each["status"] for each in report["articles"]] == ["built"]
    assert any("waits until 2199-01-01 00:00 UTC" in note for note in report["notes"])
    assert "2199" not in (press.folder / "output" / "feed.xml").read_text("utf-8")


@pytest.mark.parametrize("kind", ["list", "page", "markdown"])
def test_standard_input(press: Press, site: Server, kind: str) -> None:
    given = {
        "list": f"{site.url('/alba')}\n".encode(),
        "page": article("Alba"),
        "markdown": b"# Alba\n\nIt was late.\n",
    }[kind]
    press.folder.mkdir(exist_ok=True)
    words = [sys.executable, "-m", "audiopress", "plan", "-", "--allow-private", "--json"]
    done = subprocess.run(
        [*words, "--voice", "tone"], input=given, cwd=press.folder, capture_output=True, check=True
    )
    assert titles(json.loads(done.stdout)) == {"Alba"}


def test_script_takes_the_newest_of_a_feed(press: Press, site: Server) -> None:
    items = (
        item("Alba", site.url("/alba"), whole=True, day=3),
        item("Brae", site.url("/brae"), whole=True, day=4),
    )
    address = serve(site, "/feed", feed(*items))
    press.folder.mkdir(exist_ok=True)
    shown = press.run("script", address, "--limit", "1", "--allow-private", "--json")
    assert json.loads(shown.stdout)["article"]["title"] == "Brae"


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of POSIX")
@pytest.mark.parametrize(
    ("answers", "title"), [("2\n", "Brae"), ("\n", "Alba"), ("9\n2\n", "Brae")]
)
def test_a_terminal_is_asked_which_feed_is_meant(
    press: Press, site: Server, answers: str, title: str
) -> None:
    import os  # noqa: PLC0415 - here only
    import pty  # noqa: PLC0415 - as above

    links = ""
    for name in ("Alba", "Brae"):
        address = serve(site, f"/{name}.xml", feed(item(name, site.url(f"/{name}"), whole=True)))
        links += (
            f'<link rel="alternate" type="application/rss+xml" title="{name}" href="{address}">'
        )
    serve(site, "/", f"<html><head>{links}</head><body></body></html>".encode(), "text/html")
    press.folder.mkdir(exist_ok=True)
    ours, theirs = pty.openpty()
    os.write(ours, answers.encode())
    seen = ""

    def watch() -> None:
        # All the time: on a busy machine the bar fills the terminal, and whoever writes waits.
        nonlocal seen
        with contextlib.suppress(OSError):  # how the end of a terminal is told
            while part := os.read(ours, 100_000):
                seen += part.decode("utf-8", "replace")

    reader = threading.Thread(target=watch)
    reader.start()
    words = ("build", site.url("/"), "--allow-private", "--json")
    done = subprocess.run(
        [sys.executable, "-m", "audiopress", *words],
        cwd=press.folder,
        env={**os.environ, "AUDIOPRESS_VOICE": "tone"},
        stdin=theirs,
        stderr=theirs,
        stdout=subprocess.PIPE,
        check=True,
    )
    os.close(theirs)
    reader.join()
    os.close(ours)
    assert "Which is meant" in seen
    (built,) = json.loads(done.stdout)["articles"]
    assert title in json.dumps(built)


def sitemap(*pages: tuple[str, str]) -> bytes:
    urls = "".join(f"<url><loc>{at}</loc><lastmod>{day}</lastmod></url>" for at, day in pages)
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<urlset xmlns="{space}">{urls}</urlset>'.encode()


@pytest.mark.parametrize("order", [("/feed", "/map"), ("/map", "/feed")])
def test_lists_are_joined_before_a_page_is_asked(
    press: Press, site: Server, order: tuple[str, str]
) -> None:
    """A feed has the text of one, a sitemap the change of another, which its server hides."""
    whole, short = (item(n, site.url(f"/{n.lower()}"), whole=n == "Alba") for n in ("Alba", "Brae"))
    serve(site, "/feed", feed(whole, short))

    def tell(text: bytes, day: str) -> None:
        pages = [(site.url("/alba"), "2026-03-02"), (site.url("/brae"), day)]
        serve(site, "/map", sitemap(*pages))

        def answer(_: str) -> list[bytes]:
            if "If-None-Match" in site.heads[-1]:
                return [page(b"", status="304 Not Modified", ETag='"1"')]
            return [page(text, ETag='"1"')]

        site.answers["/brae"] = answer

    sources = [site.url(path) for path in order]
    tell(article("Brae"), "2026-03-02")
    first = press.build(*sources, "--allow-private")
    assert first["totals"]["articles"] == 2
    tell(article("Brae").replace(b"Tuesday", b"Friday"), "2026-03-09")
    second = press.build(*sources, "--allow-private")
    assert second["totals"]["spoken"] == 1
    assert not [head for head in site.heads if head.startswith("GET /alba ")]


PAGES = {
    # name: section, tags, author, day of publication, class of the page, sentences
    "alba": ("Harbour", "ice", "Ada Fenwick", "2026-03-04", "news", 9),
    "brae": ("Harbour", "sea", "Ben Lowe", "2026-03-03", "opinion", 9),
    "corrie": ("Sport", "sea", "Ada Fenwick", "2026-03-02", "news", 9),
    "dee": ("Sport", "race", "Agency", "2026-03-01", "news live", 2),
}


def story(name: str, *, dated: bool = True) -> bytes:
    section, tag, author, day, look, count = PAGES[name]
    text = "".join(
        f"<p>{name} sailed at {at}, and {at} people of {name} saw it.</p>"
        for at in range(1, count + 1)
    )
    date = f'<meta property="article:published_time" content="{day}T10:00:00Z">' if dated else ""
    return (
        f'<html lang="en"><head><title>{name}</title><meta property="og:type" content="article">'
        f'<meta property="article:section" content="{section}">{date}'
        f'<meta property="article:tag" content="{tag}"><meta name="author" content="{author}">'
        f'</head><body class="{look}"><main><article><h1>{name}</h1>{text}</article></main>'
    ).encode()


@pytest.fixture
def map_of_pages(site: Server) -> str:
    """A sitemap, which says nothing but when the pages changed last: the day after."""
    for name in PAGES:
        serve(site, f"/{name}", story(name), "text/html")
    changed = {name: said[3][:-1] + str(int(said[3][-1]) + 1) for name, said in PAGES.items()}
    return serve(
        site, "/map.xml", sitemap(*((site.url(f"/{name}"), day) for name, day in changed.items()))
    )


@pytest.mark.parametrize(
    ("options", "taken"),
    [
        ("include=['section:harbour']", "alba brae"),
        ("exclude=['tag:sea']", "alba dee"),
        ("include=['author:Ada*']", "alba corrie"),
        ("include=['author:Ada*', 'section:Sport']", "corrie"),
        ("include=['css:body.news']", "alba corrie dee"),
        ("exclude=['css:.opinion', 'css:body.live']", "alba corrie"),
        ("include=['css:article > h1', '/a*']", "alba"),
        ("include=['css:.nothing']", ""),
        ("min_words=60", "alba brae corrie"),
        ("max_words=60", "dee"),
        ("since=2026-03-03", "alba brae"),
        ("limit=2", "alba brae"),
        ("limit=1\nexclude=['css:.news']", "brae"),
        ("limit=2\ninclude=['tag:sea']", "brae corrie"),
    ],
)
def test_pages_of_a_sitemap_are_taken_by_what_they_are(
    press: Press, site: Server, map_of_pages: str, options: str, taken: str
) -> None:
    press.folder.mkdir(exist_ok=True)
    table = f'[[sources]]\nsource = "{map_of_pages}"\n{options}\n'
    (press.folder / "audiopress.toml").write_text(table, "utf-8")
    found = plan(press)
    assert titles(found) == set(taken.split())
    left = [each for each in found["passed_by"] if each["unwanted"]]
    assert len(left) == len(PAGES) - len(taken.split())


def test_what_changed_last_before_a_day_is_not_asked_for(
    press: Press, site: Server, map_of_pages: str
) -> None:
    found = plan(press, map_of_pages, "--since", "2026-03-04")
    assert titles(found) == {"alba"}
    asked = {head.split()[1] for head in site.heads}
    assert asked & {"/corrie", "/dee"} == set()


def test_a_page_without_a_date_has_that_of_its_sitemap(
    press: Press, site: Server, map_of_pages: str
) -> None:
    for name in PAGES:
        serve(site, f"/{name}", story(name, dated=False), "text/html")
    assert titles(plan(press, map_of_pages, "--since", "2026-03-03")) == {"alba", "brae", "corrie"}
    assert titles(plan(press, map_of_pages, "--limit", "2")) == {"alba", "brae"}


def test_a_selector_is_asked_of_the_page_and_not_of_the_feeds_text(
    press: Press, site: Server
) -> None:
    serve(
        site, "/alba", article("Alba").replace(b"<article>", b'<article class="long">'), "text/html"
    )
    address = serve(
        site,
        "/feed",
        feed(*(item(n, site.url(f"/{n.lower()}"), whole=True) for n in ("Alba", "Brae"))),
    )
    found = plan(press, address, "--include", "css:article.long")
    assert [(each["title"], each["text_from"]) for each in found["articles"]] == [("Alba", "page")]


@pytest.mark.parametrize("pattern", ["css:", "css:p[", "tags:ice", "sections:Harbour"])
def test_a_pattern_that_can_match_nothing_is_named(press: Press, pattern: str) -> None:
    press.folder.mkdir(exist_ok=True)
    done = press.run("plan", "a.html", "--include", pattern, ok=False)
    assert done.returncode == 2
    assert pattern in done.stderr


def test_sources_come_from_a_file(press: Press, site: Server) -> None:
    press.folder.mkdir(exist_ok=True)
    (press.folder / "brae.html").write_bytes(article("Brae by hand"))
    (press.folder / "more").mkdir()
    (press.folder / "more/dun.html").write_bytes(article("Dun"))
    lines = f"# ours\n\nbrae.html\n- {site.url('/alba')}\nmore\n"
    (press.folder / "wanted.txt").write_text(lines)
    assert titles(plan(press, "--from-list", "wanted.txt")) == {"Alba", "Brae by hand", "Dun"}
    (press.folder / "one.html").write_bytes(article("One"))
    both = plan(press, "one.html", "--from-list", "wanted.txt")
    assert titles(both) == {"Alba", "Brae by hand", "Dun", "One"}


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("", (), "names no source"),
        ("# none\n\n", (), "names no source"),
        (None, (), "no such file"),
        ("/etc/hostname\n", ("--untrusted",), "leads out of the folder"),
        ("../other\n", ("--untrusted",), "leads out of the folder"),
        ("gone.html\n", (), "there is no such file"),
    ],
)
def test_a_file_of_sources_that_cannot_be_used_says_why(
    press: Press, text: str | None, words: tuple[str, ...], told: str
) -> None:
    press.folder.mkdir(exist_ok=True)
    if text is not None:
        (press.folder / "wanted.txt").write_text(text)
    done = press.run("plan", "--from-list", "wanted.txt", *words, ok=False)
    assert done.returncode in (1, 2)
    assert told in done.stderr


def test_from_list_reads_standard_input(press: Press) -> None:
    press.folder.mkdir(exist_ok=True)
    (press.folder / "brae.html").write_bytes(article("Brae"))
    done = subprocess.run(
        [sys.executable, "-m", "audiopress", "plan", "--json", "--from-list", "-"],
        input=b"brae.html\n",
        capture_output=True,
        cwd=press.folder,
        env=os.environ | {"AUDIOPRESS_VOICE": "tone"},
        check=True,
    )
    assert titles(json.loads(done.stdout)) == {"Brae"}


def test_listed_pages_that_are_not_public_say_which_option_helps(
    press: Press, site: Server
) -> None:
    press.folder.mkdir(exist_ok=True)
    (press.folder / "pile.txt").write_text(site.url("/alba") + "\n")
    done = press.run("plan", "pile.txt", ok=False)
    assert done.returncode == 1
    assert "is not on the public internet" in done.stderr
    assert "--allow-private" in done.stderr
    assert "run the same command again later" not in done.stderr


def test_of_a_pile_what_is_archived_is_left_out_unless_asked_for(
    press: Press, site: Server
) -> None:
    press.folder.mkdir()
    pile = press.folder / "pile.csv"
    rows = [("alba", "unread"), ("brae", "archive"), ("corrie", "archive"), ("corrie", "unread")]
    told = "".join(f"{name},{site.url(f'/{name}')},{status}\n" for name, status in rows)
    pile.write_text(f"title,url,status\n{told}")
    found = plan(press, "pile.csv")
    assert titles(found) == {"Alba", "Corrie"}
    (left,) = found["passed_by"]
    assert (left["path"], left["unwanted"]) == (site.url("/brae"), True)
    assert "archived" in left["reason"]
    built = json.loads(
        press.run("build", "pile.csv", "--allow-private", "--limit", "1", "--json").stdout
    )
    (note,) = (note for note in built["notes"] if "not taken of the sources" in note)
    assert re.search(r"archived.* \(1\); their names", note)
    assert titles(plan(press, "pile.csv", "--archived")) == {"Alba", "Brae", "Corrie"}
    (press.folder / "audiopress.toml").write_text(
        '[[sources]]\nsource = "pile.csv"\narchived = true\n'
    )
    assert titles(plan(press)) == {"Alba", "Brae", "Corrie"}


def test_what_cannot_be_had_is_named_with_its_place_in_the_list(press: Press, site: Server) -> None:
    press.folder.mkdir()
    told = f"title,url\nAlba,{site.url('/alba')}\nGone,{site.url('/gone')}\n"
    (press.folder / "pile.csv").write_text(told)
    (error,) = plan(press, "pile.csv", status=1)["errors"]
    assert error["where"] == f"{site.url('/gone')}, in pile.csv, row 3"


@pytest.mark.parametrize("name", ["pile.csv", "pile.txt", "bookmarks.html"])
def test_what_is_taken_out_of_a_list_is_told_once_with_what_takes_it_down(
    press: Press, site: Server, name: str
) -> None:
    press.folder.mkdir()

    def build(*pages: str) -> list[str]:
        urls = [site.url(f"/{page}") for page in pages]
        rows = {
            "pile.csv": "url,title\n" + "".join(f"{url},\n" for url in urls),
            "pile.txt": "".join(f"{url}\n" for url in urls),
            "bookmarks.html": "<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p>"
            + "".join(f'<DT><A HREF="{url}">x</A>' for url in urls),
        }
        (press.folder / name).write_text(rows[name], "utf-8")
        notes = press.build(name, "--allow-private")["notes"]
        return [note for note in notes if "no longer in" in note]

    assert build("alba", "brae", "corrie") == []
    (note,) = build("alba")
    assert note.startswith(f"no longer in {name}, and kept in the edition: ")
    assert note.endswith("to take them down: audiopress withdraw brae corrie")
    # Told already; a plan tells it each time, and another list has nothing to do with it.
    assert build("alba") == []
    told = press.run("plan", name, "--allow-private").stderr
    assert f"no longer in {name}" in told
    (press.folder / "other.txt").write_text(site.url("/alba") + "\n", "utf-8")
    assert press.build("other.txt", "--allow-private")["notes"] == []
    press.run("withdraw", *note.partition(" withdraw ")[2].split())
    assert "no longer in" not in press.run("plan", name, "--allow-private").stderr
    assert "Brae" not in (press.folder / "output" / "feed.xml").read_text("utf-8")


def test_what_has_left_a_feed_or_is_not_taken_is_not_told(press: Press, site: Server) -> None:
    entries = [item(name, site.url(f"/{name.lower()}"), whole=True) for name in ("Alba", "Brae")]
    address = serve(site, "/feed", feed(*entries))
    press.build(address, "--allow-private")
    serve(site, "/feed", feed(entries[0]))
    assert press.build(address, "--allow-private")["notes"] == []
    pile = press.folder / "pile.txt"
    pile.write_text("".join(f"{site.url(f'/{name}')}\n" for name in ("alba", "corrie")), "utf-8")
    press.build("pile.txt", "--allow-private")
    notes = press.build("pile.txt", "--allow-private", "--limit", "1")["notes"]
    assert not any("no longer in" in note for note in notes)
    site.answers["/corrie"] = always(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
    failed = press.build("pile.txt", "--allow-private", ok=False)
    assert not any("no longer in" in note for note in failed["notes"])
