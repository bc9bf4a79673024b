"""rsync as a target, with the real program, and a server of its own on the loopback."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from typing import TYPE_CHECKING

import pytest
from runner import PressHere

from audiopress.deploy.published import take_stock
from audiopress.deploy.rsync import RsyncPlace
from audiopress.errors import ConfigError, StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STORY = "# {0}\n\n{0} was late on Monday because of ice in the harbour, said the master.\n"
needs_rsync = pytest.mark.skipif(shutil.which("rsync") is None, reason="rsync is not here")


@pytest.fixture
def target(tmp_path: Path) -> Iterator[str]:
    """A module of a server; its folder is ``www``."""
    (tmp_path / "www").mkdir()
    (tmp_path / "rsyncd.conf").write_text(
        f"use chroot = no\n[listen]\npath = {tmp_path / 'www'}\nread only = no\n"
        f"uid = {tmp_path.owner()}\n",
        "utf-8",
    )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = ["rsync", "--daemon", "--no-detach", "--address=127.0.0.1", f"--port={port}"]
    server = subprocess.Popen([*words, f"--config={tmp_path / 'rsyncd.conf'}"])
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            break
        except OSError:
            time.sleep(0.05)
    yield f"rsync://127.0.0.1:{port}/listen"
    server.terminate()
    server.wait()


def write(press: PressHere, *titles: str) -> None:
    (press.folder / "articles").mkdir(parents=True, exist_ok=True)
    for title in titles:
        (press.folder / f"articles/{title.lower()}.md").write_text(STORY.format(title), "utf-8")
    (press.folder / "audiopress.toml").write_text(
        '[show]\ntitle = "P"\nemail = "a@example.org"\n'
        '[edition]\naddress = "https://audio.example.org/"\nsources = ["articles"]\n',
        "utf-8",
    )


def read(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "/.audiopress" not in path.as_posix().removeprefix(str(folder))
    }


@needs_rsync
def test_an_edition_goes_there_changes_and_loses_what_was_withdrawn(
    target: str, tmp_path: Path
) -> None:
    press, www = PressHere(tmp_path / "edition"), tmp_path / "www"
    write(press, "Alba", "Brae")
    press.build()
    (www / "ours.txt").write_bytes(b"of somebody else")
    said = press.run("deploy", f"{target}/audio")
    assert "let one builder alone deploy here" in said.stderr
    assert read(www / "audio") == read(press.folder / "output")
    assert "0 files" in press.run("deploy", f"{target}/audio").stdout
    press.run("withdraw", "alba")
    press.run("deploy", f"{target}/audio")
    assert read(www / "audio") == read(press.folder / "output")
    assert (www / "ours.txt").read_bytes() == b"of somebody else"
    assert not list(www.rglob("alba.mp3"))


@needs_rsync
def test_files_of_others_are_known_and_the_same_is_taken_over(target: str, tmp_path: Path) -> None:
    output, www = tmp_path / "output", tmp_path / "www"
    output.mkdir()
    for name in ("feed.xml", "a.html", "b.html"):
        (output / name).write_bytes(name.encode())
    (www / "a.html").write_bytes(b"a.html")
    (www / "b.html").write_bytes(b"mine")
    files = list(take_stock(output).files.values())
    place = RsyncPlace(target, "TARGET")
    assert place.compare(files) == ({"a.html"}, {"b.html"})
    assert place.read("nothing.json") is None
    assert place.read("not/there/nothing.json") is None
    first = place.write_if(".audiopress/x.json", b"1", None)
    assert place.write_if(".audiopress/x.json", b"2", None) is None
    assert place.write_if(".audiopress/x.json", b"2", first)
    assert (www / ".audiopress/x.json").read_bytes() == b"2"


@needs_rsync
def test_a_server_that_is_not_there_is_told(tmp_path: Path) -> None:
    place = RsyncPlace("rsync://127.0.0.1:9/listen", "TARGET")
    with pytest.raises(StoreError, match=r"rsync could not do it: .*onnect"):
        place.read("feed.xml")
    with pytest.raises(StoreError, match="rsync could not do it"):
        place.list_names()


def test_without_rsync_it_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ConfigError, match="needs the program rsync"):
        RsyncPlace("host:/srv", "TARGET")
