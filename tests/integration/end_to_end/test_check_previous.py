"""``audiopress check --previous``: by file, address and folder, of all that a feed named."""

from __future__ import annotations

import functools
import json
import shutil
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runner import Press

TOML = """
[show]
title = "The Mill"
email = "a@example.org"
{show}
[edition]
address = "https://audio.example.org/"
sources = ["articles"]
"""
NAMES = {
    "previous feed", "guid of the show", "kept since the previous feed",
    "files of the previous feed",
}  # fmt: skip
STORY = "# {0}\n\n{0} was late on Monday because of ice in the harbour, said the master.\n"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def serve(press: Press) -> Iterator[str]:
    """The folder ``before``, served; its address."""
    folder = functools.partial(Quiet, directory=press.folder / "before")
    with ThreadingHTTPServer(("127.0.0.1", 0), folder) as host:
        threading.Thread(target=host.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{host.server_port}/"
        host.shutdown()


def write(press: Press, *titles: str, show: str = "") -> None:
    (press.folder / "articles").mkdir(parents=True, exist_ok=True)
    (press.folder / "audiopress.toml").write_text(TOML.format(show=show), "utf-8")
    for title in titles:
        (press.folder / f"articles/{title.lower()}.md").write_text(STORY.format(title), "utf-8")


def keep(press: Press) -> None:
    shutil.copytree(press.folder / "output", press.folder / "before")


def correct(press: Press, title: str) -> None:
    text = STORY.format(title).replace("Monday", "Tuesday")
    (press.folder / f"articles/{title.lower()}.md").write_text(text, "utf-8")
    press.build()


def check(press: Press, previous: object, *words: object) -> list[dict[str, Any]]:
    done = press.run("check", "--previous", previous, "--json", *words, ok=False)
    # Of a voice that is a tone the sound has faults of its own.
    rows = [row for row in json.loads(done.stdout)["checks"] if row["ok"] is False]
    return [row for row in rows if row["name"] in NAMES]


@pytest.fixture
def corrected(press: Press) -> Press:
    """An edition of two articles, kept as it was before one of them was corrected."""
    write(press, "Alba", "Brae")
    press.build()
    keep(press)
    correct(press, "Alba")
    return press


def test_what_keep_versions_still_keeps_is_no_fault(corrected: Press, serve: str) -> None:
    for name in ("before", "before/feed.xml", serve, f"{serve}feed.xml"):
        assert check(corrected, name, "--allow-private") == []


def test_what_gc_took_is_named_file_by_file(corrected: Press, serve: str) -> None:
    corrected.run("gc", "--keep", "0h")
    for name in ("before", "before/feed.xml", serve):
        rows = check(corrected, name, "--allow-private")
        assert {row["name"] for row in rows} == {"files of the previous feed"}
        kinds = sorted(row["where"].rpartition(".")[2] for row in rows)
        assert kinds == ["json", "mp3", "srt", "vtt"]
        assert all("than keep_versions" in row["detail"] for row in rows)
    said = corrected.run("check", "--previous", "before", ok=False).stdout
    assert "among its sounds" in said
    assert "alba.mp3" in said


def test_of_an_article_that_was_withdrawn_there_is_one_row(corrected: Press) -> None:
    corrected.run("withdraw", "brae")
    (row,) = check(corrected, "before")
    assert "right only if it was withdrawn" in row["detail"]


def test_items_of_archive_pages_are_missed_too(corrected: Press) -> None:
    feed = corrected.folder / "before/feed.xml"
    page = feed.read_text("utf-8")
    older = page.replace('<guid isPermaLink="false">urn:', '<guid isPermaLink="false">older:')
    link = '<atom:link rel="prev-archive" href="https://audio.example.org/feed-1.xml"/>'
    feed.write_text(page.replace("<docs>", f"{link}<docs>"), "utf-8")
    (feed.parent / "feed-1.xml").write_text(older, "utf-8")
    rows = check(corrected, "before")
    assert sum("(guid older:" in row["detail"] for row in rows) == 2
    assert [row["where"] for row in rows if "archive page" in row["detail"]] == ["feed-1.xml"]
    # Those of another show that happen to lie there are not its own.
    other = older.replace("<podcast:guid>", "<podcast:guid>0")
    (feed.parent / "feed-1.xml").write_text(other, "utf-8")
    assert not [row for row in check(corrected, "before") if "older:" in row["detail"]]


def test_a_private_show_is_held_against_what_it_was(press: Press) -> None:
    write(press, "Alba", show="private = true")
    press.build()
    keep(press)
    assert check(press, "before") == []
    correct(press, "Alba")
    press.run("gc", "--keep", "0h")
    rows = check(press, "before")
    assert [row["name"] for row in rows] == ["files of the previous feed"] * 4


def test_a_private_show_is_found_where_it_lies(press: Press) -> None:
    write(press, "Alba", show="private = true")
    press.build()
    done = press.run("check", "--json", ok=False)
    assert not [
        row
        for row in json.loads(done.stdout)["checks"]
        if row["name"] == "itunes:block" and not row["ok"]
    ]


def test_a_show_whose_feed_is_gone_is_named(press: Press) -> None:
    shows = '[[shows]]\nid = "sport"\ntitle = "Sport"\ninclude = ["section:sport"]\n'
    write(press, "Alba", "Brae")
    (press.folder / "audiopress.toml").write_text(TOML.format(show="") + shows, "utf-8")
    story = press.folder / "articles/brae.md"
    story.write_text(f"---\nsection: sport\n---\n\n{story.read_text('utf-8')}", "utf-8")
    press.build()
    keep(press)
    (press.folder / "output/shows/sport/feed.xml").unlink()
    rows = check(press, "before")
    assert [row["where"] for row in rows] == ["before: shows/sport/feed.xml"]
    assert "has no feed here any more" in rows[0]["detail"]


@pytest.mark.parametrize(
    ("name", "told"),
    [("nowhere.xml", "nowhere.xml"), ("articles", "no earlier feed is there")],
)
def test_one_that_is_not_there_is_refused(corrected: Press, name: str, told: str) -> None:
    done = corrected.run("check", "--previous", name, ok=False)
    assert done.returncode in (1, 2)
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_one_sound_file_has_no_feed(corrected: Press) -> None:
    (sound,) = (corrected.folder / "before/episodes/brae").rglob("*.mp3")
    done = corrected.run("check", sound, "--previous", "before", ok=False)
    assert done.returncode == 2
    assert "one file has no feed to be held against an earlier one" in done.stderr
