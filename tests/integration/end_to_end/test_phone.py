"""The commuter's way: a pile of saved articles is heard on a phone, by one command."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import threading
import urllib.error
import urllib.request
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest
from runner import HEARS_CTRL_C, Press

from audiopress.errors import ConfigError
from audiopress.server import list_lan_addresses
from tests.integration.net.servers import Server, always, page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAMES = ("Alba", "Brae", "Corrie", "Dunlin", "Eider")
STORY = (
    "<p>{0} was late on Monday because of ice in the harbour, and the crew had to wait for the tide"
    " to turn before they could leave the pier.</p><p>Nobody was hurt on {0}, said the harbour "
    "master, who had been up since four in the morning to see to the lamps and the ropes.</p>"
)
PILES = {
    "pocket.csv": ("title,url,time_added,tags,status", "{0},{1},170000000{2},sea,unread"),
    "instapaper.csv": (
        "URL,Title,Selection,Folder,Timestamp,Tags", "{1},{0},,Unread,170000000{2},[]"
    ),
    "pile.txt": ("", "{1}"),
}  # fmt: skip


@pytest.fixture
def site() -> Iterator[Server]:
    with Server() as server:
        for name in NAMES:
            body = (
                f'<html lang="en"><head><title>{name}</title></head><body><main><article>'
                f"<h1>{name}</h1>{STORY.format(name)}</article></main></body></html>"
            )
            server.answers[f"/{name.lower()}"] = always(page(body.encode()))
        yield server


@pytest.fixture
def own() -> str:
    try:
        return list_lan_addresses()[0].host
    except ConfigError:
        pytest.skip("this machine is in no network")


def write_pile(folder: Path, name: str, site: Server, *names: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    head, row = PILES[name]
    rows = [row.format(each, site.url(f"/{each.lower()}"), at) for at, each in enumerate(names)]
    (folder / name).write_text("\n".join([head, *rows]).strip() + "\n", "utf-8")


@contextlib.contextmanager
def serving(press: Press, *words: str) -> Iterator[tuple[list[str], subprocess.Popen[str]]]:
    """Run the program until it tells the phone; give its lines so far, and the process."""
    environment = {k: v for k, v in os.environ.items() if k != "AUDIOPRESS_VOICE"}
    with subprocess.Popen(
        [sys.executable, "-c", HEARS_CTRL_C, "serve", "--lan", "--port", "0", *words],
        cwd=press.folder,
        env={**environment, "AUDIOPRESS_VOICE": "tone", "PYTHONIOENCODING": "utf-8"},
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        end = threading.Timer(100, process.kill)
        end.start()
        try:
            lines = []
            assert process.stderr is not None
            for line in process.stderr:
                lines.append(line.rstrip("\n"))
                if "Ctrl-C ends it" in line:
                    break
            yield lines, process
        finally:
            end.cancel()
            process.kill()


def test_a_folder_of_articles_is_spoken_and_a_free_port_is_told(press: Press, own: str) -> None:
    (press.folder / "saved").mkdir(parents=True)
    text = STORY.format("Alba").replace("<p>", "").replace("</p>", "\n\n")
    (press.folder / "saved" / "alba.md").write_text(f"# Alba\n\n{text}", "utf-8")
    with serving(press, "saved") as (lines, _):
        port = re.search(rf"{re.escape(own)}:(\d+)/", find_feed(lines))
        assert port
        (note,) = (line for line in lines if "--port 0" in line)
        assert f"the same command with --port {port[1]} keeps it" in note
        assert "another address" in note


@pytest.mark.parametrize("place", ["saved", "saved/alba.md"])
def test_what_is_no_edition_is_refused_with_commands_that_speak_it(
    press: Press, place: str
) -> None:
    (press.folder / "saved").mkdir(parents=True)
    (press.folder / "saved" / "alba.md").write_text("# Alba\n\nIt was late.\n", "utf-8")
    done = press.run("serve", place, ok=False)
    assert f"serve --lan {place} " in done.stderr


def find_feed(lines: list[str]) -> str:
    (feed,) = re.findall(r"^feed: (\S+)$", "\n".join(lines), re.MULTILINE)
    return feed


def get(address: str, accept: str = "*/*") -> bytes:
    request = urllib.request.Request(address, headers={"Accept": accept})  # noqa: S310 - http
    with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310 - as above
        body: bytes = answer.read()
        return body


@pytest.mark.parametrize("name", PILES)
def test_an_export_is_heard_on_a_phone_by_one_command(
    press: Press, site: Server, own: str, name: str
) -> None:
    write_pile(press.folder, name, site, *NAMES)
    with serving(press, name, "--allow-private") as (lines, process):
        feed = find_feed(lines)
        secret = json.loads(
            (press.folder / ".audiopress/ledger/shows/main.json").read_text("utf-8")
        )["secret"]
        assert re.fullmatch(rf"http://{re.escape(own)}:\d+/{secret}/feed\.xml", feed)
        assert sum("█" in line for line in lines) > 10  # the code for the camera
        # It is told with the first article, so it may be that others are spoken still.
        items: list[ET.Element] = []
        while len(items) < len(NAMES):
            items = ET.fromstring(get(feed)).findall("channel/item")  # noqa: S314 - ours
        assert sorted(str(each.findtext("title")) for each in items) == sorted(NAMES)
        for each in items:
            enclosure = each.find("enclosure")
            assert enclosure is not None
            sound = get(enclosure.attrib["url"])
            assert len(sound) == int(enclosure.attrib["length"])
        seen = get(feed, accept="text/html").decode()
        assert "<h1>" in seen
        assert f"{feed}</code>" in seen
        # Nobody finds it who does not know it.
        top = get(feed.replace(f"{secret}/feed.xml", "")).decode()
        assert secret not in top
        with pytest.raises(urllib.error.HTTPError):
            get(feed.replace(f"{secret}/", ""))
        process.send_signal(signal.SIGINT)
        process.wait(20)
        assert process.stderr is not None
        said = process.stderr.read()
        assert "stopped" in said
        assert "Traceback" not in said
        assert process.returncode == 0


def test_the_pile_grows_and_the_address_stays(press: Press, site: Server, own: str) -> None:
    write_pile(press.folder, "pile.txt", site, "Alba")
    with serving(press, "pile.txt", "--allow-private") as (lines, _):
        first = find_feed(lines)
    write_pile(press.folder, "pile.txt", site, "Brae")
    with serving(press, "pile.txt", "--allow-private") as (lines, _):
        second = find_feed(lines)
        titles: list[str | None] = []
        while len(titles) < 2:
            found = ET.fromstring(get(second)).findall("channel/item")  # noqa: S314 - ours
            titles = [each.findtext("title") for each in found]
    assert own in first
    assert first.rpartition(":")[2].partition("/")[2] == second.rpartition(":")[2].partition("/")[2]
    assert sorted(map(str, titles)) == ["Alba", "Brae"]
    # And so it does without the pile, and for a build that says nothing of being private.
    with serving(press) as (lines, _):
        assert find_feed(lines).split("/")[3] == first.split("/")[3]
    report = press.build("pile.txt", "--allow-private")
    assert not (press.folder / "output/feed.xml").exists()
    assert report["feed"]["url"] == "http://127.0.0.1:8000/***/feed.xml"


def test_the_feed_from_before_is_not_told_as_that_of_a_pile(press: Press, own: str) -> None:
    press.folder.mkdir(parents=True)
    for name in NAMES[:2]:
        text = STORY.format(name).replace("<p>", "").replace("</p>", "\n\n")
        (press.folder / f"{name}.md").write_text(f"# {name}\n\n{text}", "utf-8")
    press.run("build", "Alba.md")
    told = []
    # The first time, again, and without the pile: always the private one.
    for words in (("Brae.md",), ("Brae.md",), ()):
        with serving(press, *words) as (lines, _):
            feed = find_feed(lines)
            assert own in feed
            assert "Brae" in get(feed).decode()
            told.append(feed.split("/")[3:])
    assert re.fullmatch("[0-9a-f]{32}", told[0][0])
    assert told[0] == told[1] == told[2]
    (note,) = (line for line in lines if "before this show was private" in line)
    assert "nothing new" in note


def test_a_file_that_is_not_there_is_refused_before_a_code_is_told(press: Press, own: str) -> None:
    press.folder.mkdir(parents=True)
    text = STORY.format("Alba").replace("<p>", "").replace("</p>", "\n\n")
    (press.folder / "pocket (1).md").write_text(f"# Alba\n\n{text}", "utf-8")
    press.run("build", "pocket (1).md", "--private")
    done = press.run("serve", "--lan", "--port", "0", "pocket(1).md", ok=False)
    assert own not in done.stderr
    assert "there is no such file" in done.stderr
    assert "audiopress serve --port 0 --lan 'pocket (1).md'" in " ".join(done.stderr.split())


def test_a_pile_of_which_nothing_can_be_heard_is_told_so(press: Press, own: str) -> None:
    press.folder.mkdir(parents=True)
    text = STORY.format("Alba").replace("<p>", "").replace("</p>", "\n\n")
    (press.folder / "alba.md").write_text(f"# Alba\n\n{text}", "utf-8")
    (press.folder / "empty.md").write_text("", "utf-8")
    press.run("build", "alba.md", "--private")
    with serving(press, "empty.md") as (lines, process):
        assert own in find_feed(lines)
        said = "\n".join(lines)
        while "nothing of empty.md can be heard" not in said:
            assert process.stderr is not None
            line = process.stderr.readline()
            assert line, said
            said += line


def test_a_pile_is_built_in_private_without_serving(press: Press, site: Server) -> None:
    write_pile(press.folder, "pile.txt", site, "Alba")
    press.run("build", "pile.txt", "--private", "--allow-private")
    assert not (press.folder / "output/feed.xml").exists()
    shown = press.run("show", "address")
    assert "for a phone in the same network" in " ".join(shown.stderr.split())
    address = shown.stdout.strip()
    assert re.fullmatch(r"http://127\.0\.0\.1:8000/[0-9a-f]{32}/feed\.xml", address)
    feed = (press.folder / "output" / address.split("/")[3] / "feed.xml").read_text("utf-8")
    assert "preview" not in feed


@pytest.mark.parametrize("words", [("build", "--private"), ("serve", "--lan")])
def test_a_pile_does_not_get_into_a_public_show(
    press: Press, site: Server, words: tuple[str, ...]
) -> None:
    write_pile(press.folder, "pile.txt", site, "Alba")
    (press.folder / "audiopress.toml").write_text('[show]\ntitle = "The Post"\n', "utf-8")
    done = press.run(*words, "pile.txt", "--allow-private", ok=False)
    assert done.returncode == 2
    assert "public" in done.stderr
    assert not (press.folder / "output").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--lan", "--host", "10.0.0.1"), "--host"),
        (("pile.txt",), "--lan"),
        (("--lan",), "no edition"),
        (("--lan", "empty"), "no edition"),
        (("--lan", "gone.csv"), "gone.csv"),
        (("gone",), "no edition"),
    ],
)
def test_what_cannot_be_served_is_named(press: Press, words: tuple[str, ...], said: str) -> None:
    (press.folder / "empty").mkdir(parents=True)
    (press.folder / "pile.txt").write_text("http://127.0.0.1:1/\n", "utf-8")
    done = press.run("serve", *words, ok=False)
    assert done.returncode in (1, 2)
    assert said in done.stderr
