"""A WebSub hub is told of a feed that has changed: when it is served, once, and never in the way.

The edition is served by a server of this machine, and so is the hub.
"""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

import pytest

from audiopress.press.withdraw import withdraw
from audiopress.public import load_settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from runner import Press

STORY = "# {0}\n\n{0} was late on Monday because of ice in the harbour, said the master.\n"


class Host(ThreadingHTTPServer):
    """Serves a folder, as far as it is deployed, and is a hub that notes what it is told."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.files: dict[str, bytes] = {}
        self.told: list[str] = []
        self.status = 204
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"

    def deploy(self, output: Path) -> None:
        self.files = {
            f"/{path.relative_to(output).as_posix()}": path.read_bytes()
            for path in output.rglob("*.xml")
        }


class _Handler(BaseHTTPRequestHandler):
    server: Host

    def do_GET(self) -> None:
        body = self.server.files.get(self.path)
        self.send_response(200 if body is not None else 404)
        self.send_header("Content-Type", "application/rss+xml")
        self.send_header("Content-Length", str(len(body or b"")))
        self.end_headers()
        self.wfile.write(body or b"")

    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        if self.server.status // 100 == 2:
            assert form["hub.mode"] == ["publish"]
            self.server.told += form["hub.url"]
        self.send_response(self.server.status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def host() -> Iterator[Host]:
    with Host() as opened:
        yield opened
        opened.shutdown()


@pytest.fixture
def press(press: Press, host: Host) -> Press:
    write(press, "alba", "Alba")
    configure(press, host)
    return press


def write(press: Press, name: str, title: str) -> None:
    (press.folder / "articles").mkdir(parents=True, exist_ok=True)
    (press.folder / f"articles/{name}.md").write_text(STORY.format(title))


def configure(press: Press, host: Host, more: str = "", show: str = "") -> None:
    (press.folder / "audiopress.toml").write_text(
        f'[show]\ntitle = "P"\nemail = "a@example.org"\nhub = "{host.url("/hub")}"\n{show}'
        f'[edition]\naddress = "{host.url("/")}"\nsources = ["articles"]\n{more}'
    )


def ping(press: Press, *, ok: bool = True) -> list[dict]:
    done = press.run("show", "ping", "--allow-private", "--json", ok=ok)
    return json.loads(done.stdout)["hubs"]


def build(press: Press) -> dict:
    return press.build("--allow-private")


def test_a_hub_is_told_when_the_feed_is_deployed_and_once(press: Press, host: Host) -> None:
    notes = build(press)["notes"]
    assert host.told == []
    assert any("deploy the output folder, then audiopress show ping" in note for note in notes)
    assert f'rel="hub" href="{host.url("/hub")}"' in (press.folder / "output/feed.xml").read_text()
    host.deploy(press.folder / "output")
    assert [each["told"] for each in ping(press)] == [True]
    assert [each["told"] for each in ping(press)] == [False]
    build(press)
    assert host.told == [host.url("/feed.xml")]


def test_another_feed_that_is_still_served_is_no_reason_to_tell(press: Press, host: Host) -> None:
    build(press)
    host.deploy(press.folder / "output")
    ping(press)
    write(press, "brae", "Brae")
    build(press)
    (told,) = ping(press, ok=False)
    assert "another one is there" in told["problem"]
    host.deploy(press.folder / "output")
    # what a build finds deployed since the last one, it tells
    assert not any("hub" in note for note in build(press)["notes"])
    assert host.told == [host.url("/feed.xml")] * 2


@pytest.mark.parametrize("status", [404, 500, 429])
def test_a_hub_that_refuses_is_named_and_told_later(press: Press, host: Host, status: int) -> None:
    build(press)
    host.deploy(press.folder / "output")
    host.status = status
    report = build(press)
    assert report["totals"]["failed"] == 0
    assert any(f"it answers {status}" in note for note in report["notes"])
    host.status = 202
    build(press)
    assert host.told == [host.url("/feed.xml")]


def test_a_hub_that_is_not_there_is_named(press: Press, host: Host) -> None:
    configure(press, host)
    toml = press.folder / "audiopress.toml"
    toml.write_text(toml.read_text().replace(host.url("/hub"), "http://127.0.0.1:9/hub"))
    build(press)
    host.deploy(press.folder / "output")
    assert any("the hub http://127.0.0.1:9/hub" in note for note in build(press)["notes"])


def test_each_feed_that_changed_is_told(press: Press, host: Host) -> None:
    shows = '[[shows]]\nid = "ice"\ntitle = "Ice"\ninclude = ["*brae*"]\n'
    editions = '[[editions]]\nid = "all"\ntitle = "All"\nfeed = "own"\n'
    configure(press, host, shows + editions)
    write(press, "brae", "Brae")
    build(press)
    host.deploy(press.folder / "output")
    ping(press)
    paths = {told.removeprefix(host.url("/")) for told in host.told}
    assert {"feed.xml", "shows/ice/feed.xml"} < paths
    assert len(paths) == 3
    write(press, "corrie", "Corrie")
    build(press)
    host.told.clear()
    host.deploy(press.folder / "output")
    ping(press)
    assert host.url("/shows/ice/feed.xml") not in host.told
    assert host.url("/feed.xml") in host.told


def test_release_tells_it(press: Press, host: Host) -> None:
    configure(press, host, "[review]\nhold = true\n")
    build(press)
    done = press.run("release", "--all")
    assert "does not know yet" in done.stderr


def test_a_private_show_has_no_hub(press: Press, host: Host) -> None:
    configure(press, host, show="private = true\n")
    done = press.run("build", ok=False)
    assert done.returncode == 2
    assert "would tell a stranger the secret address" in done.stderr


def test_untrusted_builds_tell_nobody(press: Press, host: Host) -> None:
    build(press)
    host.deploy(press.folder / "output")
    notes = press.build("--untrusted")["notes"]
    assert host.told == []
    assert any("--untrusted" in note and "told nothing" in note for note in notes)


def test_without_a_hub_ping_says_how_to_name_one(press: Press) -> None:
    (press.folder / "audiopress.toml").write_text('[edition]\nsources = ["articles"]\n')
    done = press.run("show", "ping", ok=False)
    assert done.returncode == 2
    assert "hub = " in done.stderr


def test_withdraw_tells_it(press: Press, host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    write(press, "brae", "Brae")
    build(press)
    host.deploy(press.folder / "output")
    ping(press)
    host.told.clear()
    monkeypatch.chdir(press.folder)
    settings = replace(load_settings(), allow_private=True)
    (done,) = withdraw(settings, ["alba"])
    assert any("deploy the output folder, then audiopress show ping" in x for x in done.notes)
    host.deploy(press.folder / "output")
    withdraw(settings, ["alba"])  # a folder that is served as it is
    assert host.told == [host.url("/feed.xml")]


def test_withdraw_prints_what_a_hub_does_not_know(press: Press) -> None:
    build(press)
    done = press.run("withdraw", "alba", "--json")
    assert "does not know yet" in done.stderr
    assert any("does not know yet" in note for note in json.loads(done.stdout)["notes"])
    # nothing lies here, and no feed has changed
    again = press.run("withdraw", "alba", "--restore")
    assert "hub" not in again.stderr


def test_what_sync_withdraws_is_told(press: Press, host: Host) -> None:
    for name in ("brae", "corrie"):
        write(press, name, name.title())
    build(press)
    host.deploy(press.folder / "output")
    ping(press)
    (press.folder / "articles/brae.md").unlink()
    done = press.run("sync", "--withdraw-missing", "--allow-private", "--json")
    notes = json.loads(done.stdout)["notes"]
    assert len([note for note in notes if "does not know yet" in note]) == 1, notes
