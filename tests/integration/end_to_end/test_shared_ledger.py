"""A ledger that is kept in a bucket: two builders of one edition, and what goes wrong between."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from object_storage import BUCKET, PREFIX, Storage, find_moto, open_storage
from runner import Press, PressHere

from audiopress.errors import StoreError
from audiopress.press.build import build
from audiopress.press.ledgers.held_ledger import hold_ledger, settle_ledger
from audiopress.settings import load_settings
from audiopress.store import objects
from audiopress.store.shared import turn as turns

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytest.importorskip("obstore", reason="the extra audiopress[deploy] is not here")
if not find_moto():
    pytest.skip("moto is not here: python3 tests/run.py installs it", allow_module_level=True)

LEDGER = f"s3://{BUCKET}/{PREFIX}"
TURN = ".audiopress/building.json"
OTHER = b'{"ledger": "x", "builder": "q", "who": "process 7 on ci-2", "since": "then"}'
STORY = "# {0}\n\n{0} was late on Monday because of ice in the harbour, said the master.\n"


@pytest.fixture
def storage(monkeypatch: pytest.MonkeyPatch) -> Iterator[Storage]:
    with open_storage() as opened:
        for name, value in opened.environment().items():
            monkeypatch.setenv(name, value)
        yield opened


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "_BEAT", 0.05)
    monkeypatch.setattr(turns, "_LOOK", 0.05)
    monkeypatch.setattr(turns, "_SILENCE", 1.0)


def make(folder: Path, *titles: str, ledger: str = LEDGER, more: str = "") -> Press:
    press = PressHere(folder)
    (folder / "articles").mkdir(parents=True)
    write(press, *titles)
    (folder / "audiopress.toml").write_text(
        '[show]\ntitle = "P"\nemail = "a@example.org"\n[edition]\n'
        f'address = "https://audio.example.org/"\nsources = ["articles"]\nledger = "{ledger}"\n'
        '[voices]\nbody = "tone"\n' + more,
        "utf-8",
    )
    return press


def write(press: Press, *titles: str) -> None:
    for title in titles:
        (press.folder / f"articles/{title.lower()}.md").write_text(STORY.format(title), "utf-8")


def promises(storage: Storage) -> dict[str, bytes | None]:
    return {name: storage.get(name) for name in storage.names() if not name.startswith(".")}


def copy(press: Press) -> dict[str, bytes]:
    top = press.folder / "ledger"
    return {
        path.relative_to(top).as_posix(): path.read_bytes()
        for path in top.rglob("[!.]*/*")
        if path.is_file() and ".aside" not in path.parts
    }


def read_feed(press: Press) -> bytes:
    return (press.folder / "output/feed.xml").read_bytes()


def test_two_builders_promise_the_same(tmp_path: Path, storage: Storage) -> None:
    ci = make(tmp_path / "ci", "Alba", "Brae")
    ci.build()
    assert copy(ci) == promises(storage)
    editor = make(tmp_path / "editor", "Alba", "Brae")
    editor.build()
    assert copy(editor) == copy(ci)
    assert read_feed(editor) == read_feed(ci)
    write(editor, "Corran")
    editor.build()
    write(ci, "Corran")
    ci.build()
    assert copy(editor) == copy(ci) == promises(storage)
    assert read_feed(editor) == read_feed(ci)
    assert read_feed(ci).count(b"<item>") == 3


def test_only_what_changed_goes_over_the_line(tmp_path: Path, storage: Storage) -> None:
    ci, editor = make(tmp_path / "ci", "Alba", "Brae"), make(tmp_path / "editor", "Alba", "Brae")
    ci.build()
    editor.build()
    storage.log.clear()
    ci.build()
    moved = [(method, name) for method, name, _ in storage.log if name.startswith("articles/")]
    assert moved == []
    editor.run("withdraw", "alba")
    storage.log.clear()
    said = ci.run("status", "--json")
    assert "withdrawn" in said.stdout
    assert [method for method, name, _ in storage.log if name.startswith("articles/")] == ["GET"]
    ci.build()
    assert read_feed(ci).count(b"<item>") == 1


def test_a_ledger_of_before_goes_there(tmp_path: Path, storage: Storage) -> None:
    press = make(tmp_path / "ci", "Alba", ledger="ledger")
    press.build()
    before, feed = copy(press), read_feed(press)
    file = press.folder / "audiopress.toml"
    file.write_text(file.read_text("utf-8").replace('"ledger"', f'"{LEDGER}"'), "utf-8")
    press.build()
    assert before.items() <= promises(storage).items()
    assert read_feed(press) == feed
    stranger = make(tmp_path / "other", "Elgol", ledger="ledger")
    stranger.build()
    file = stranger.folder / "audiopress.toml"
    file.write_text(file.read_text("utf-8").replace('"ledger"', f'"{LEDGER}"'), "utf-8")
    kept = promises(storage)
    done = stranger.run("build", ok=False)
    assert "are two ledgers" in done.stderr
    assert promises(storage) == kept


def test_who_is_overtaken_publishes_nothing_and_names_both(
    tmp_path: Path, storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    # No sign of life is due meanwhile: as after a machine's sleep, nobody has told us yet.
    press = make(tmp_path / "ci", "Alba")
    press.build()
    feed, kept = read_feed(press), promises(storage)
    write(press, "Brae")
    monkeypatch.chdir(press.folder)

    def overtake(_progress: object) -> None:
        storage.put(TURN, OTHER)

    with pytest.raises(StoreError, match=r"process 7 on ci-2 has this ledger since then, and this"):
        build(load_settings(None, root=press.folder), watch=overtake)
    assert read_feed(press) == feed
    assert promises(storage) == kept
    assert storage.get(TURN) == OTHER


def test_a_promise_of_another_is_not_written_over(tmp_path: Path, storage: Storage) -> None:
    press = make(tmp_path / "ci", "Alba")
    press.build()
    settings = load_settings(None, root=press.folder)
    name = next(name for name in promises(storage) if name.startswith("articles/"))

    def promise() -> None:
        with hold_ledger(settings):
            storage.put(name, b"of another")
            path = settings.ledger / name
            path.write_bytes(path.read_bytes() + b"\n")
            settle_ledger(settings.ledger)

    with pytest.raises(StoreError, match=r"another one has this ledger, or did.*about to write"):
        promise()
    assert storage.get(name) == b"of another"


@pytest.mark.usefixtures("quick")
def test_who_comes_second_is_told_who_has_it(tmp_path: Path, storage: Storage) -> None:
    first, second = make(tmp_path / "ci", "Alba"), make(tmp_path / "editor", "Alba")
    with hold_ledger(load_settings(None, root=first.folder)):
        done = second.run("build", ok=False)
    assert done.returncode == 1
    assert "has this ledger since 2" in done.stderr
    assert "and this one, process" in done.stderr
    assert "comes second" in done.stderr
    assert "has this ledger since 2" in done.stderr.partition("waiting")[0]
    assert promises(storage) == {}
    second.build()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no signal 9")
@pytest.mark.parametrize("after", [9, 13, 14, 16])
@pytest.mark.usefixtures("quick")
def test_killed_at_any_request_the_next_one_goes_on(
    tmp_path: Path, storage: Storage, after: int
) -> None:
    ci, editor = make(tmp_path / "ci", "Alba", "Brae"), make(tmp_path / "editor", "Alba", "Brae")
    process = subprocess.Popen(
        [sys.executable, "-m", "audiopress", "build"], cwd=ci.folder, stderr=subprocess.DEVNULL
    )
    storage.kill = (after, process.pid)
    assert process.wait(60) == -signal.SIGKILL, storage.log
    # Another machine takes the turn of who is silent; the one that was killed knows its own.
    (editor if after % 2 else ci).build()
    for press in (ci, editor):
        press.build()
        assert copy(press) == promises(storage)
    assert read_feed(ci) == read_feed(editor)
    assert read_feed(ci).count(b"<item>") == 2


def test_bad_lines_lose_no_promise(tmp_path: Path, storage: Storage) -> None:
    storage.faults = 0.15
    ci, editor = make(tmp_path / "ci", "Alba", "Brae"), make(tmp_path / "editor", "Alba", "Brae")
    for turn, press in enumerate((ci, editor, ci, editor)):
        write(press, f"Corran{turn}")
        press.build()
    storage.faults = 0.0
    ci.build()
    editor.build()
    assert copy(editor) == copy(ci) == promises(storage)
    names = [name for name in promises(storage) if name.startswith("articles/")]
    assert len(names) == 6


def test_storage_that_ignores_conditions_is_refused(tmp_path: Path, storage: Storage) -> None:
    storage.ignores_conditions = True
    press = make(tmp_path / "ci", "Alba")
    done = press.run("build", ok=False)
    assert done.returncode == 1
    assert "ignores conditional writes" in done.stderr
    assert promises(storage) == {}
    assert not (press.folder / "output/feed.xml").exists()


def test_an_outage_leaves_all_as_it_was(tmp_path: Path, storage: Storage, monkeypatch) -> None:
    monkeypatch.setitem(objects._ASKED, "max_retries", 1)  # noqa: SLF001 - else each takes 12 s
    press = make(tmp_path / "ci", "Alba")
    press.build()
    feed = read_feed(press)
    write(press, "Brae")
    storage.answers_never = True
    done = press.run("build", ok=False)
    assert "the storage does not answer" in done.stderr
    assert read_feed(press) == feed
    looked = press.run("status")
    assert f"the ledger in {LEDGER} was not looked at" in looked.stderr
    assert json.loads(press.run("status", "--json").stdout)["counts"]


def test_what_both_have_changed_is_put_aside_by_name(tmp_path: Path, storage: Storage) -> None:
    press = make(tmp_path / "ci", "Alba")
    press.build()
    name = next(name for name in promises(storage) if name.startswith("articles/"))
    kept = storage.get(name) or b""
    storage.put(name, kept + b"\n")
    mine = press.folder / "ledger" / name
    mine.write_bytes(kept + b"\n\n")
    done = press.run("status")
    assert "was changed here and by another builder: theirs counts" in done.stderr
    assert mine.read_bytes() == kept + b"\n"
    folder = (press.folder / "ledger/.aside" / name).parent
    (aside,) = folder.iterdir()
    assert aside.read_bytes() == kept + b"\n\n"
    assert str(aside) in done.stderr
    # gc empties what is put aside of the cache, and leaves promises alone.
    press.run("gc", "--keep", "0h")
    assert aside.exists()
    press.run("withdraw", "alba", "--purge")
    assert list(folder.iterdir()) == []
    assert not [name for name in storage.names() if "aside" in name]


def test_a_copy_that_is_gone_takes_nothing_along(tmp_path: Path, storage: Storage) -> None:
    press = make(tmp_path / "ci", "Alba", "Brae")
    press.build()
    kept = promises(storage)
    for path in list((press.folder / "ledger/articles").rglob("*.json")):
        path.unlink()
    press.build()
    assert promises(storage) == kept == copy(press)
    for name in storage.names():
        storage.ask("DELETE", f"/{BUCKET}/{PREFIX}/{name}")
    done = press.run("build", ok=False)
    assert "is empty, and was not before" in done.stderr
    assert copy(press) == kept


def test_promises_that_were_lost_there_are_put_there_again(
    tmp_path: Path, storage: Storage
) -> None:
    ci, editor = make(tmp_path / "ci", "Alba", "Brae"), make(tmp_path / "editor", "Alba", "Brae")
    ci.build()
    editor.build()
    kept, feed = promises(storage), read_feed(editor)
    names = [name for name in kept if name.startswith("articles/")]
    storage.ask("DELETE", f"/{BUCKET}/{PREFIX}/{names[0]}")
    looked = editor.run("status")
    assert "1 file of the ledger had gone from" in looked.stderr
    assert names[0] in looked.stderr
    assert copy(editor) == kept
    editor.build()
    assert promises(storage) == copy(editor) == kept
    assert read_feed(editor) == feed
    # The other one, who has it too, is not asked anything.
    assert "had gone" not in ci.run("build").stderr
    assert promises(storage) == kept


def test_what_a_builder_took_away_is_not_put_there_again(tmp_path: Path, storage: Storage) -> None:
    ci, editor = make(tmp_path / "ci", "Alba", "Brae"), make(tmp_path / "editor", "Alba", "Brae")
    ci.build()
    editor.build()
    name = next(name for name in promises(storage) if name.startswith("articles/"))

    def take_away(press: Press) -> None:
        settings = load_settings(None, root=press.folder)
        with hold_ledger(settings):
            (settings.ledger / name).unlink()

    take_away(ci)
    assert "had gone" not in editor.run("status").stderr
    assert name not in copy(editor)
    # Promised anew it is a promise as any other, and is not lost in silence.
    editor.build()
    assert name in promises(storage)
    ci.build()
    storage.ask("DELETE", f"/{BUCKET}/{PREFIX}/{name}")
    assert "1 file of the ledger had gone" in ci.run("build").stderr
    assert name in promises(storage)


@pytest.mark.parametrize("target", [f"s3://{BUCKET}", LEDGER, f"{LEDGER}/public"])
def test_an_edition_is_not_deployed_around_its_promises(
    tmp_path: Path, storage: Storage, target: str
) -> None:
    press = make(tmp_path / "ci", "Alba")
    press.build()
    kept = storage.names()
    done = press.run("deploy", target, ok=False)
    assert done.returncode == 2
    assert "lies where the edition is deployed" in done.stderr
    assert storage.names() == kept


@pytest.mark.parametrize(
    ("ledger", "more", "words", "said"),
    [
        (LEDGER, f'[deploy]\ntarget = "s3://{BUCKET}"\n', (), "where the edition is deployed"),
        (LEDGER, f'[deploy]\ntarget = "{LEDGER}/x"\n', (), "where the edition is deployed"),
        ("s3://b", "", (), "a bucket is named as in"),
        (LEDGER, "", ("--untrusted",), "is kept with a key of this machine"),
    ],
)
def test_where_no_ledger_is_kept(
    tmp_path: Path, ledger: str, more: str, words: tuple[str, ...], said: str
) -> None:
    done = make(tmp_path / "ci", "Alba", ledger=ledger, more=more).run("build", *words, ok=False)
    assert done.returncode == 2
    assert said in done.stderr
