"""A built site gets its sound, whatever generator built it."""

from __future__ import annotations

import json
import os
import re
import stat
import sys
from typing import TYPE_CHECKING

import pytest
from runner import EXAMPLE

from audiopress.settings import load_settings
from audiopress.site.build import open_site

if TYPE_CHECKING:
    from pathlib import Path

    from runner import Press

HEAD = (
    '<!DOCTYPE html>\r\n<html lang="en"><head><meta charset="{0}"><title>{1}</title>{2}</head>\r\n'
)
STORIES = {
    "ferry": "The night ferry has opened a library of two hundred books on its lower deck.",
    "mill": "The tide mill at Skar ground flour on Tuesday for the first time in ninety years.",
}
MORE = (
    "Passengers may take a book ashore and return it on any other ship of the line.",
    "The work took eleven months, and nobody was paid for any of it, said Zoë Møller.",
    "It is open on Saturdays, and the lamps are warm all through the long crossing.",
    "The council will speak about the roof in June, when the painters have left again.",
)
SITE = "https://coast.example/"
WITH = ("--address", SITE)


def page(title: str, body: str, charset: str = "utf-8", head: str = "") -> bytes:
    text = HEAD.format(charset, title, head) + f"<body><main>{body}</main></body></html>\r\n"
    return text.encode(charset)


def story(title: str, first: str, **how: str) -> bytes:
    text = "".join(f"<p>{line}</p>\r\n" for line in (first, *MORE))
    return page(title, f"<h1>{title}</h1>{text}", **how)


@pytest.fixture
def site(press: Press) -> Path:
    folder = press.folder / "public"
    for name, text in STORIES.items():
        place = folder / "posts" / name
        place.mkdir(parents=True)
        charset = "latin-1" if name == "mill" else "utf-8"
        (place / "index.html").write_bytes(story(f"The {name}", text, charset=charset))
    links = "".join(f'<h2><a href="/posts/{name}/">The {name}</a></h2>' for name in STORIES)
    for name in ("index.html", "posts/index.html", "tags/sea.html"):
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(page("All", links))
    return folder


def actions(pages: list[dict[str, str]]) -> dict[str, str]:
    return {item["path"]: item["action"] for item in pages if item["action"] != "none"}


def run(press: Press, *words: object) -> dict[str, object]:
    return json.loads(press.run("site", "public", "--json", *words).stdout)


def test_a_dry_run_writes_nothing_and_says_why(press: Press, site: Path) -> None:
    before = press.tree(".")
    said = press.run("site", "public", "--dry-run", *WITH).stdout
    assert "add      posts/ferry/index.html" in said
    assert "pass by  posts/index.html  (a list: 2 of its headings lead to other pages)" in said
    told = run(press, "--dry-run", *WITH)
    assert actions(told["pages"]) == dict.fromkeys(pages_of(), "added")
    assert len(told["articles"]) == 2
    assert press.tree(".") == before


def test_other_commands_are_led_to_the_edition(press: Press, site: Path) -> None:
    said = press.run("site", site, *WITH).stderr
    assert "audiopress serve public/audio" in said
    (setting,) = re.findall(r'find this edition: (output = "[^"]*")', said)
    (press.folder / "audiopress.toml").write_text(f"[edition]\n{setting}\n", "utf-8")
    assert "find this edition" not in press.run("site", site, *WITH).stderr
    assert "2 published" in press.run("status").stdout
    assert "all is well" in press.run("check").stderr


def test_status_tells_where_the_edition_of_a_site_is(press: Press, site: Path) -> None:
    (press.folder / "audiopress.toml").write_text(f'[site]\naddress = "{SITE}"\n', "utf-8")
    assert "audiopress site DIR" in press.run("status").stderr
    press.run("site", site)
    told = press.run("status")
    assert f"  feed: {SITE}audio/feed.xml\n" in told.stdout
    assert "the edition lies in public/audio; audiopress serve public/audio" in told.stderr
    assert "audiopress site DIR" in told.stderr
    said = json.loads(press.run("status", "--json").stdout)
    assert said["output"] == str(site.resolve() / "audio")
    assert [show["feed"] for show in said["shows"]] == [f"{SITE}audio/feed.xml"]


def pages_of(*names: str) -> list[str]:
    return [f"posts/{name}/index.html" for name in names or STORIES]


def test_pages_are_marked_and_keep_every_other_byte(press: Press, site: Path) -> None:
    before = {path: path.read_bytes() for path in site.rglob("*.html")}
    mode = site / "posts/ferry/index.html"
    mode.chmod(0o640)
    told = run(press, *WITH)
    assert actions(told["pages"]) == dict.fromkeys(pages_of(), "added")
    assert stat.S_IMODE(mode.stat().st_mode) == 0o640
    for path, body in before.items():
        now = path.read_bytes()
        if b"audiopress" not in now:
            assert now == body
            continue
        head, _, rest = now.partition(b"<!-- audiopress")
        added, _, tail = rest.partition(b"<!-- audiopress: end -->\r\n")
        above, _, rest = tail.partition(b"<!-- audiopress: the player's place -->")
        player, _, below = rest.partition(b"<!-- audiopress: the player's place ends -->")
        assert head + above + below == body
        assert above.endswith(b"</h1>")
        assert player.startswith(b"<audiopress-player><audio controls ")
        assert b"\n" not in added.replace(b"\r\n", b"")
    marked = mode.read_text("utf-8")
    assert 'src="../../audio/player/audiopress-player.js?v=' in marked
    assert f'content="{SITE}audio/episodes/the-ferry/' in marked
    assert f'href="{SITE}audio/feed.xml"' in marked
    assert (site / "audio/episodes/the-ferry/episode.json").is_file()
    assert f"<link>{SITE}posts/ferry/</link>" in (site / "audio/feed.xml").read_text("utf-8")


def test_a_page_without_a_place_is_named(press: Press, site: Path) -> None:
    path = site / "posts/ferry/index.html"
    path.write_bytes(path.read_bytes().replace(b"<body>", b"<body id='__next'>"))
    (note,) = [one for one in run(press, *WITH)["notes"] if "place is kept" in one]
    assert "posts/ferry/index.html: its script writes the page anew" in note
    assert b"<audiopress-player" not in path.read_bytes()


def test_a_second_run_speaks_nothing_and_writes_nothing(press: Press, site: Path) -> None:
    assert run(press, *WITH)["totals"]["spoken"] > 5
    before = press.tree("public"), press.times("public")
    told = run(press, *WITH)
    assert told["totals"]["spoken"] == 0
    assert actions(told["pages"]) == dict.fromkeys(pages_of(), "unchanged")
    assert (press.tree("public"), press.times("public")) == before


def test_a_site_that_is_built_anew_gets_the_same_bytes(press: Press, site: Path) -> None:
    built = {path: path.read_bytes() for path in site.rglob("*.html")}
    run(press, *WITH)
    before = press.tree("public")
    for path, body in built.items():
        path.write_bytes(body)
    assert run(press, *WITH)["totals"]["spoken"] == 0
    assert press.tree("public") == before


def test_an_edited_article_gets_new_values(press: Press, site: Path) -> None:
    run(press, *WITH)
    path = site / "posts/ferry/index.html"
    old = path.read_bytes()
    path.write_bytes(story("The ferry", "The night ferry has lost its library to the sea."))
    told = run(press, "--dry-run", *WITH)
    assert actions(told["pages"])["posts/ferry/index.html"] == "added"
    told = run(press, *WITH)
    assert told["totals"]["spoken"] == 1
    sound = b'og:audio" content='
    now = path.read_bytes()
    assert now.partition(sound)[2].partition(b">")[0] != old.partition(sound)[2].partition(b">")[0]


def test_an_edit_under_the_mark_is_an_update(press: Press, site: Path) -> None:
    run(press, *WITH)
    path = site / "posts/ferry/index.html"
    path.write_bytes(path.read_bytes().replace(b"two hundred", b"four hundred"))
    assert actions(run(press, "--dry-run", *WITH)["pages"])["posts/ferry/index.html"] == "updated"
    assert actions(run(press, *WITH)["pages"])["posts/ferry/index.html"] == "updated"
    assert path.read_bytes().count(b"<!-- audiopress: end") == 1
    assert path.read_bytes().count(b"<audiopress-player>") == 1


def test_what_was_added_goes_with_the_sound(press: Press, site: Path) -> None:
    path = site / "posts/ferry/index.html"
    body = path.read_bytes()
    run(press, *WITH)
    press.folder.joinpath("audiopress.toml").write_text(
        f'[site]\naddress = "{SITE}"\nexclude = ["posts/f*"]\n'
    )
    told = actions(run(press)["pages"])
    # The mill has no date: its day is that of the first build that is no preview, a second later.
    assert told.pop(pages_of("mill")[0]) in {"updated", "unchanged"}
    assert told == {pages_of("ferry")[0]: "removed"}
    assert path.read_bytes() == body


def test_the_configuration_says_which_pages_and_where(press: Press, site: Path) -> None:
    press.folder.joinpath("audiopress.toml").write_text(
        f'[site]\naddress = "{SITE}news"\ninclude = ["posts/m*"]\nplace = "main h1"\n'
        '[edition]\noutput = "public/listen"\n'
    )
    told = run(press)
    assert actions(told["pages"]) == {pages_of("mill")[0]: "added"}
    marked = (site / "posts/mill/index.html").read_text("latin-1")
    assert f'content="{SITE}news/listen/episodes/' in marked
    assert 'data-place="main h1"' in marked
    feed = (site / "listen/feed.xml").read_text("utf-8")
    assert "<podcast:guid>" in feed
    assert "<itunes:block>" not in feed
    assert not (site / "audio").exists()


def test_an_edition_elsewhere_is_linked_by_its_address(press: Press, site: Path) -> None:
    press.folder.joinpath("audiopress.toml").write_text(
        f'[site]\naddress = "{SITE}"\n[edition]\naddress = "https://listen.example/"\n'
    )
    run(press)
    marked = (site / "posts/ferry/index.html").read_text("utf-8")
    assert 'src="https://listen.example/player/audiopress-player.js?v=' in marked
    assert (press.folder / "output/feed.xml").is_file()
    assert not (site / "audio").exists()


def test_a_base_element_makes_addresses_absolute(press: Press, site: Path) -> None:
    path = site / "posts/ferry/index.html"
    path.write_bytes(path.read_bytes().replace(b"<title>", b'<base href="/x/"><title>'))
    run(press, *WITH)
    assert f'src="{SITE}audio/player/' in path.read_text("utf-8")


def test_the_site_is_where_its_pages_say(press: Press, site: Path) -> None:
    for name in STORIES:
        path = site / f"posts/{name}/index.html"
        link = f'<link rel="canonical" href="{SITE}blog/posts/{name}/"></head>'
        path.write_bytes(path.read_bytes().replace(b"</head>", link.encode()))
    run(press)
    assert f'content="{SITE}blog/audio/' in (site / "posts/ferry/index.html").read_text("utf-8")


def test_a_folder_called_output_is_not_taken_for_the_edition(press: Press, site: Path) -> None:
    site.rename(press.folder / "output")
    home = (press.folder / "output/index.html").read_bytes()
    press.run("site", "output", *WITH)
    assert (press.folder / "output/audio/feed.xml").is_file()
    assert (press.folder / "output/index.html").read_bytes() == home
    again = press.run("site", "output", "--json")
    assert json.loads(again.stdout)["totals"]["spoken"] == 0, "its address is known by its feed"


def test_the_feed_has_the_address_in_ascii_whoever_says_it(press: Press, site: Path) -> None:
    ferry = site / "posts/ferry/index.html"
    claim = '<link rel="canonical" href="https://stra\u00dfe.example/posts/ferry/"></head>'
    ferry.write_bytes(ferry.read_bytes().replace(b"</head>", claim.encode()))
    run(press)
    claimed = (site / "audio/feed.xml").read_bytes()
    assert b'href="https://xn--strae-oqa.example/audio/feed.xml"' in claimed
    assert "stra\u00dfe.example" not in claimed.decode()
    run(press, "--address", "https://Stra\u00dfe.example")
    assert (site / "audio/feed.xml").read_bytes() == claimed


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("site", "public"), "nothing says where this site is served"),
        (("site", "public", "--address", "coast"), "is no http(s) address"),
        (("site", "public", "--address", "https://../"), "is no http(s) address"),
        (("site", "nowhere", *WITH), "there is no such folder"),
        (("site", ".", *WITH), "the ledger lies in the site's folder"),
    ],
)
def test_what_cannot_be_done_is_said_in_words(
    press: Press, site: Path, words: tuple[str, ...], message: str
) -> None:
    done = press.run(*words, ok=False)
    assert done.returncode == 2
    assert message in done.stderr
    assert "try:" in done.stderr
    assert not (site / "audio").exists()


def test_strict_leaves_every_page_when_one_fails(press: Press, site: Path) -> None:
    bad = site / "posts/bad/index.html"
    bad.parent.mkdir()
    linked = "<a href='#a'>" + "Nothing here is text of an article. " * 20 + "</a>"
    bad.write_bytes(page("Bad", f"<figure><figcaption>{linked}</figcaption></figure>"))
    before = press.tree("public")
    done = press.run("site", "public", "--strict", *WITH, ok=False)
    assert done.returncode == 1
    assert {k: v for k, v in press.tree("public").items() if "audio/" not in k} == before
    assert press.run("site", "public", *WITH, ok=False).returncode == 1
    assert b"audiopress" in (site / "posts/ferry/index.html").read_bytes()


def test_links_are_not_followed_and_packed_copies_are_named(press: Press, site: Path) -> None:
    outside = press.folder / "outside.html"
    outside.write_bytes(story("Outside", STORIES["mill"]))
    (site / "posts/outside.html").symlink_to(outside)
    (site / "posts/ferry/index.html.gz").write_bytes(b"old")
    done = press.run("site", "public", *WITH)
    assert b"audiopress" not in outside.read_bytes()
    assert "posts/ferry/index.html.gz is older than its page" in done.stderr


def test_an_article_is_taken_out_of_feed_and_page_and_comes_back(press: Press, site: Path) -> None:
    press.folder.joinpath("audiopress.toml").write_text(f'[site]\naddress = "{SITE}"\n')
    path = site / "posts/ferry/index.html"
    body = path.read_bytes()
    run(press)
    before = press.tree("public")
    done = press.run("withdraw", "the-ferry", ok=False)
    assert "--site DIR" in done.stderr, "elsewhere than where an edition would be"
    done = press.run("withdraw", f"{SITE}posts/ferry/", "--site", "public")
    assert "posts/ferry/index.html" in done.stdout
    assert path.read_bytes() == body
    assert "The ferry" not in (site / "audio/feed.xml").read_text("utf-8")
    assert f"{SITE}audio/episodes/the-mill" in (site / "audio/feed.xml").read_text("utf-8")
    assert not list(site.glob("audio/episodes/the-ferry/**/*.mp3"))
    assert actions(run(press)["pages"]) == {pages_of("mill")[0]: "unchanged"}
    press.run("withdraw", "the-ferry", "--restore", "--site", "public")
    assert run(press)["totals"]["spoken"] == 0
    assert press.tree("public") == before


def test_taking_one_back_moves_nothing_and_touches_no_other_page(press: Press, site: Path) -> None:
    """The address is the one that was published, whatever pages claim, and whoever says it."""
    home = site / "index.html"
    other = b'<link rel="canonical" href="https://www.coast.example/index.html"></head>'
    home.write_bytes(home.read_bytes().replace(b"</head>", other))
    run(press, *WITH)
    mill, body = site / pages_of("mill")[0], (site / pages_of("mill")[0]).read_bytes()
    done = press.run("withdraw", "the-ferry", "-o", "public/audio", ok=False)
    assert f"the edition in this folder is at {SITE}audio/" in done.stderr
    assert "--site DIR" in done.stderr
    done = press.run("withdraw", "the-ferry", "-o", "out", "--site", "public", ok=False)
    assert "-o and --site each name" in done.stderr
    done = press.run("withdraw", "the-ferry", "--site", "public")
    assert mill.read_bytes() == body
    feed = (site / "audio/feed.xml").read_text("utf-8")
    assert "the-ferry" not in feed
    assert f'href="{SITE}audio/feed.xml"' in feed
    assert "www.coast.example" not in feed
    assert run(press)["totals"]["spoken"] == 0, "nor does a run without --address move it"
    assert mill.read_bytes() == body


def test_a_page_that_went_is_named_while_the_feed_has_it(press: Press, site: Path) -> None:
    run(press, *WITH)
    (site / "posts/ferry/index.html").unlink()
    told = press.run("site", "public", *WITH).stderr
    assert "on no page of the site: the-ferry; audiopress withdraw the-ferry --site" in told
    press.run("site", "public", *WITH)
    (site / "posts/mill/index.html").write_bytes(page("Gone", "<p>Nothing.</p>"))
    told = press.run("site", "public", *WITH).stderr
    assert "on no page of the site: the-mill; audiopress withdraw the-mill --site" in told
    assert "the-ferry" not in told, "that one was told of already"


def judge(press: Press, site: Path) -> dict[str, str]:
    """Return the reasons given for the pages of a site, which has its own articles besides."""
    press.folder.joinpath("audiopress.toml").write_text(f'[site]\naddress = "{SITE}"\n')
    opened = open_site(load_settings(None, root=press.folder), site)
    assert sorted(found.uri for found in opened.articles) == [f"{SITE}posts/{n}/" for n in STORIES]
    return {told.path: told.reason for told in opened.rehearse().pages}


@pytest.mark.parametrize(
    ("body", "limit"),
    [
        ("<p " + " ".join(f"a{n}" for n in range(11_000)) + ">Words.</p>", "attributes"),
        ("<p " + " ".join(f"a{n}" for n in range(400_000)) + ">Words.</p>", "attributes"),
        ("<p>Words." * 51_000, "elements"),
        ("<div>" * 1_100 + "Words.", "deep"),
    ],
    ids=["attributes", "attributes of a large page", "elements", "depth"],
)
def test_a_page_beyond_the_limits_is_named_with_its_limit(
    press: Press, site: Path, body: str, limit: str
) -> None:
    (site / "trap.html").write_bytes(page("Trap", body))
    reason = judge(press, site)["trap.html"]
    assert reason.startswith("too large or too tangled to be read: ")
    assert limit in reason


def test_a_page_that_no_parser_ends_is_named_and_the_others_are_judged(
    press: Press, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # no page within the limits is known that takes so long: the largest, and hardly any time, and
    # not the half second more in which a late task is looked at for whether it was starved
    monkeypatch.setattr("audiopress.site.scan._JUDGING_TIMEOUT", 0.01)
    monkeypatch.setattr("audiopress.workers.pool._LEAST_PATIENCE", 0.01)
    (site / "trap.html").write_bytes(page("Trap", f"<p>{'Words of a ferry. ' * 10}</p>\n" * 45_000))
    assert judge(press, site)["trap.html"] == "too large or too tangled to be read"


@pytest.mark.skipif(os.name == "nt", reason="pipes and names of Unix")
def test_a_file_that_is_no_page_costs_itself_only(press):
    posts = press.folder / "public" / "posts"
    posts.mkdir(parents=True)
    page = EXAMPLE.read_text("utf-8").replace("harbour-post.example/coast/", "s.example/posts/")
    page = page.replace("last-keeper-of-skerry-light/", "a.html")
    (posts / "a.html").write_text(page)
    os.mkfifo(posts / "pipe.html")
    (posts / "folder.html").mkdir()
    (posts / "dangling.html").symlink_to("/nowhere/x.html")
    (posts / "huge.html").write_bytes(b"<html><head></head><body>" + b"<p>word</p>" * 1_000_000)
    if sys.platform == "linux":
        (posts / os.fsdecode(b"caf\xe9.html")).write_text(page)
    done = press.run("site", "public", "--json", "--address", "https://s.example/")
    document = json.loads(done.stdout)
    assert document["totals"]["articles"] == 1
    pages = {page["path"]: page for page in document["pages"]}
    assert pages["posts/a.html"]["action"] == "added"
    assert pages["posts/pipe.html"]["reason"] == "no file, although it is called one"
    assert pages["posts/huge.html"]["reason"] == "larger than 10 MB"
    assert pages["posts/dangling.html"]["reason"] == "a link to another file"
    for name in set(pages) - {"posts/a.html"}:
        assert f"note: {name} is passed by" in done.stderr
    assert sys.platform != "linux" or "posts/caf\\udce9.html" in pages
