"""A folder as a target: whole files, a lock, and nothing of anybody else's touched."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest

from audiopress.deploy.folder import FolderPlace
from audiopress.deploy.places import OutputChangedError
from audiopress.deploy.published import take_stock
from audiopress.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path

    from audiopress.deploy.published import PublishedFile

HOLDER = """
import sys, time
from pathlib import Path
from audiopress.deploy.folder import FolderPlace
with FolderPlace(Path(sys.argv[1])).take_turn("other", print):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def output(tmp_path: Path) -> Path:
    for name in ("feed.xml", "episodes/a/0123abcd/a.mp3", "index.html"):
        path = tmp_path / "output" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    return tmp_path / "output"


def stock(output: Path) -> list[PublishedFile]:
    return list(take_stock(output).files.values())


def test_files_are_sent_compared_and_removed(output: Path, tmp_path: Path) -> None:
    place, sent = FolderPlace(tmp_path / "www"), []
    files = stock(output)
    assert place.compare(files) == (set(), set())
    place.send(files, sent.append)
    assert sent == files
    assert place.compare(files) == ({each.name for each in files}, set())
    (tmp_path / "www/index.html").write_bytes(b"another")
    assert place.compare(files)[1] == {"index.html"}
    place.remove(["episodes/a/0123abcd/a.mp3", "gone.html"])
    assert sorted(place.list_names()) == ["feed.xml", "index.html"]
    assert not (tmp_path / "www/episodes").exists()


def test_a_folder_with_something_else_in_it_stays(output: Path, tmp_path: Path) -> None:
    place = FolderPlace(tmp_path / "www")
    place.send(stock(output), lambda _: None)
    (tmp_path / "www/episodes/ours.txt").write_bytes(b"ours")
    place.remove(["episodes/a/0123abcd/a.mp3"])
    assert (tmp_path / "www/episodes/ours.txt").read_bytes() == b"ours"


def test_a_write_by_condition_sees_who_was_quicker(tmp_path: Path) -> None:
    place = FolderPlace(tmp_path / "www")
    first = place.write_if("feed.xml", b"1", None)
    assert place.write_if("feed.xml", b"2", None) is None
    assert place.write_if("feed.xml", b"2", first)
    assert place.write_if("feed.xml", b"3", first) is None
    found = place.read("feed.xml")
    assert found
    assert found.body == b"2"


def test_a_file_that_has_changed_meanwhile_is_not_sent(output: Path, tmp_path: Path) -> None:
    files = stock(output)
    (output / "index.html").write_bytes(b"of a build that goes on")
    with pytest.raises(OutputChangedError):
        FolderPlace(tmp_path / "www").send(files, lambda _: None)
    (output / "index.html").unlink()
    with pytest.raises(OutputChangedError):
        FolderPlace(tmp_path / "www").send(files, lambda _: None)
    assert not (tmp_path / "www/index.html").exists()


def test_no_link_is_followed(output: Path, tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "www/episodes").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(StoreError, match="a link is not followed"):
        FolderPlace(tmp_path / "www").send(stock(output), lambda _: None)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_one_deploy_at_a_time_and_strays_of_the_dead_go(
    output: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("audiopress.deploy.folder._WAIT", 0.0)
    www = tmp_path / "www"
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(www)], stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout
    assert holder.stdout.readline() == "held\n"
    place = FolderPlace(www)
    with pytest.raises(StoreError, match="another audiopress"), place.take_turn("me", print):
        pass
    holder.kill()
    holder.wait()
    (www / ".audiopress-0123.tmp").write_bytes(b"half")
    with place.take_turn("me", print) as turn:
        turn.check()
        place.send(stock(output), lambda _: None)
    assert not (www / ".audiopress-0123.tmp").exists()


def test_the_lock_is_gone_when_the_deploy_ends(output: Path, tmp_path: Path) -> None:
    place = FolderPlace(tmp_path / "www")
    for _ in range(2):
        with place.take_turn("me", print):
            place.send(stock(output), lambda _: None)
        assert not [name for name in place.list_names() if "lock" in name]


def test_who_waited_for_a_lock_that_went_holds_one_that_is_there(tmp_path: Path) -> None:
    place, held = FolderPlace(tmp_path / "www"), []

    def wait() -> None:
        with place.take_turn("other", print):
            held.append((tmp_path / "www/.audiopress/deploy.lock").exists())

    waiting = threading.Thread(target=wait)
    with place.take_turn("me", print):
        waiting.start()
        time.sleep(0.2)
        assert held == []
    waiting.join()
    assert held == [True]
