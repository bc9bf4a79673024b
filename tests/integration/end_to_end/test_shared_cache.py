"""A cache that several builders share, in a bucket behind bad lines or in a folder."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from object_storage import BUCKET, PREFIX, Storage, find_moto, open_storage
from runner import Press, PressHere

from audiopress.press import withdraw as withdrawals
from audiopress.settings import load_settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SHARED = f"s3://{BUCKET}/{PREFIX}"
WORDS = ("Alba", "Brae", "Corran", "Dunoon")
needs_storage = pytest.mark.skipif(not find_moto(), reason="python3 tests/run.py installs moto")


@pytest.fixture
def storage(monkeypatch: pytest.MonkeyPatch) -> Iterator[Storage]:
    pytest.importorskip("obstore", reason="the extra audiopress[deploy] is not here")
    with open_storage() as opened:
        for name, value in opened.environment().items():
            monkeypatch.setenv(name, value)
        yield opened


def make(folder: Path, setting: str, *words: str) -> Press:
    """An edition of one article with a paragraph a word, and a headline."""
    press = PressHere(folder)
    (folder / "articles").mkdir(parents=True)
    text = "\n\n".join(f"{word} was late on Monday, said the master." for word in words or WORDS)
    (folder / "articles/ferry.md").write_text(
        f"---\ndate: 2026-11-02\n---\n# Ferries\n\n{text}\n", "utf-8"
    )
    (folder / "audiopress.toml").write_text(
        '[show]\ntitle = "P"\nemail = "a@example.org"\n'
        '[edition]\naddress = "https://audio.example.org/"\nsources = ["articles"]\n' + setting,
        "utf-8",
    )
    return press


def in_bucket(folder: Path, *words: str) -> Press:
    return make(folder, f'cache = "{SHARED}"\n', *words)


def build_apart(press: Press) -> dict:
    """Build in a process of its own, as others do at the same time."""
    return Press(press.folder).build()


def notes(said: dict) -> str:
    return "\n".join(note for note in said["notes"] if "shared cache" in note)


@needs_storage
def test_two_builders_speak_each_paragraph_once(tmp_path: Path, storage: Storage) -> None:
    ci, editor = in_bucket(tmp_path / "ci"), in_bucket(tmp_path / "editor")
    first = ci.build()["totals"]
    assert first["spoken"] == first["segments"] == len(storage.names())
    said = editor.build()
    assert (said["totals"]["spoken"], said["totals"]["cached"]) == (0, first["segments"])
    assert f"from the shared cache {SHARED}: {first['segments']} paragraphs" in notes(said)
    assert editor.tree() == ci.tree()
    # All is here by now: nobody is asked.
    storage.log.clear()
    assert notes(editor.build()) == ""
    assert storage.log == []


@needs_storage
def test_only_what_a_build_lacks_is_asked_for(tmp_path: Path, storage: Storage) -> None:
    in_bucket(tmp_path / "ci").build()
    editor = in_bucket(tmp_path / "editor", "Alba", "Elgol")
    storage.log.clear()
    totals = editor.build()["totals"]
    assert totals["spoken"] == 1
    methods = [method for method, name, _ in storage.log if name.startswith("speech/")]
    assert methods.count("GET") == totals["segments"]
    assert methods.count("PUT") == 1
    # No list of the bucket, which may hold the speech of years.
    others = [name for _, name, _ in storage.log if not name.startswith(("speech/", "probe-"))]
    assert {name.partition("?")[0] for name in others} <= {f"/{BUCKET}"}  # the probe is removed


@needs_storage
def test_a_damaged_object_is_spoken_again_and_put_right(tmp_path: Path, storage: Storage) -> None:
    in_bucket(tmp_path / "ci").build()
    names = storage.names()
    bodies = {name: storage.get(name) or b"" for name in names}
    kinds = [
        bodies[names[0]][:-1],
        b"",
        b"\0" * 100,
        bytes([*bodies[names[3]][:-9], bodies[names[3]][-9] ^ 1, *bodies[names[3]][-8:]]),
        bodies[names[3]],  # of another paragraph, and whole
    ]
    for name, body in zip(names, kinds, strict=False):
        storage.put(name, body)
    editor = in_bucket(tmp_path / "editor")
    said = editor.build()
    assert said["totals"]["spoken"] == 5
    assert "5 paragraphs in the shared cache" in notes(said)
    assert {name: storage.get(name) for name in names} == bodies
    third = in_bucket(tmp_path / "third").build()
    assert third["totals"]["spoken"] == 0
    assert "damaged" not in notes(third)


@needs_storage
def test_bad_lines_cost_time_and_no_paragraph(tmp_path: Path, storage: Storage) -> None:
    storage.faults = 0.2
    ci = in_bucket(tmp_path / "ci")
    assert ci.build()["totals"]["failed"] == 0
    editor = in_bucket(tmp_path / "editor")
    assert editor.build()["totals"]["failed"] == 0
    assert editor.tree() == ci.tree()


@needs_storage
def test_an_outage_is_one_note_and_no_failure(tmp_path: Path, storage: Storage) -> None:
    storage.answers_never = True
    begun = time.monotonic()
    said = in_bucket(tmp_path / "ci").build()
    assert said["totals"]["spoken"] == said["totals"]["segments"]
    assert notes(said).startswith(f"the shared cache {SHARED} is not used: the storage does not")
    assert notes(said).count("\n") == 0
    assert time.monotonic() - begun < 30


@pytest.mark.parametrize("why", ["key", "bucket", "folder"])
def test_what_was_never_there_is_one_note(tmp_path: Path, why: str, request) -> None:
    setting = 'shared_cache = "not-mounted"\n'
    press = make(tmp_path / "edition", setting if why == "folder" else f'cache = "{SHARED}"\n')
    if why == "bucket":
        storage = request.getfixturevalue("storage")
        storage.ask("DELETE", f"/{BUCKET}")
    elif why == "key":
        pytest.importorskip("obstore", reason="the extra audiopress[deploy] is not here")
        press.without = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")
    said = press.build()
    assert said["totals"]["failed"] == 0
    reasons = {"key": "has no key", "bucket": "no such bucket", "folder": "is not there"}
    assert reasons[why] in notes(said)
    assert "is not used" in notes(said)
    assert not (press.folder / "not-mounted").exists()


@needs_storage
def test_two_at_once_leave_whole_objects(tmp_path: Path, storage: Storage) -> None:
    presses = [in_bucket(tmp_path / name) for name in ("ci", "editor", "third")]
    with ThreadPoolExecutor(3) as pool:
        said = list(pool.map(build_apart, presses))
    assert {each["totals"]["failed"] for each in said} == {0}
    late = in_bucket(tmp_path / "late").build()
    assert late["totals"]["spoken"] == 0
    assert "damaged" not in notes(late)
    assert len(storage.names()) == late["totals"]["segments"]


@needs_storage
@pytest.mark.skipif(sys.platform == "win32", reason="there is no signal 9")
def test_killed_while_it_gives_leaves_whole_objects(tmp_path: Path, storage: Storage) -> None:
    ci = in_bucket(tmp_path / "ci")
    words = [sys.executable, "-m", "audiopress", "build", "--voice", "tone"]
    process = subprocess.Popen(words, cwd=ci.folder, stderr=subprocess.DEVNULL)
    storage.kill = (9, process.pid)
    assert process.wait(60) == -signal.SIGKILL
    said = in_bucket(tmp_path / "editor").build()
    assert "damaged" not in notes(said)
    assert said["totals"]["failed"] == 0
    assert ci.build()["totals"]["failed"] == 0


def test_a_folder_is_shared_by_several_at_once(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    setting = 'shared_cache = "../shared"\n'
    presses = [make(tmp_path / name, setting) for name in ("ci", "editor", "third")]
    with ThreadPoolExecutor(3) as pool:
        said = list(pool.map(build_apart, presses))
    assert {each["totals"]["failed"] for each in said} == {0}
    late = make(tmp_path / "late", setting)
    said = late.build()
    assert said["totals"]["spoken"] == 0
    assert late.tree() == presses[0].tree()
    # Nothing but whole objects.
    files = [path for path in (tmp_path / "shared").rglob("*") if path.is_file()]
    assert len(files) == said["totals"]["segments"]
    files[0].write_bytes(files[0].read_bytes()[:-1])
    assert "1 paragraph in the shared cache ../shared" in notes(
        make(tmp_path / "x", setting).build()
    )
    assert notes(make(tmp_path / "y", setting).build()).startswith("from the shared")


def test_gc_and_plan_ask_nobody(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    press = make(tmp_path / "ci", 'shared_cache = "../shared"\n')
    planned = press.run("plan").stdout + press.run("plan").stderr
    assert "a build takes from the shared cache ../shared what that has" in planned
    press.build()
    before = press.tree("../shared")
    (press.folder / "articles/ferry.md").write_text("# Ferries\n\nNothing of it.\n", "utf-8")
    press.build()
    said = press.run("gc", "--keep", "0h").stderr
    assert "../shared is left as it is" in said
    assert before.items() <= press.tree("../shared").items()


def test_what_is_purged_goes_from_there_too(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    press = make(tmp_path / "ci", 'shared_cache = "../shared"\n')
    press.build()
    assert press.tree("../shared")
    press.run("withdraw", "ferries", "--purge")
    assert press.tree("../shared") == {}


@needs_storage
def test_what_cannot_be_purged_there_is_said(tmp_path: Path, storage: Storage) -> None:
    press = in_bucket(tmp_path / "ci")
    press.build()
    storage.answers_never = True
    said = press.run("withdraw", "ferries", "--purge")
    assert f"still in the shared cache {SHARED}" in said.stdout + said.stderr
    assert [name for name in storage.names() if not name.startswith(".")]
    # It is not known any more what the article said, but it is what is to go from there.
    storage.answers_never = False
    storage.log.clear()
    assert "still in" not in press.run("build").stderr
    assert storage.names() == []
    storage.log.clear()
    press.run("build")
    assert storage.log == []


@needs_storage
def test_a_purge_that_is_killed_is_ended_by_the_next_build(
    tmp_path: Path, storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    press = in_bucket(tmp_path / "ci")
    press.build()
    settings = load_settings(None, root=press.folder)

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(withdrawals, "forget_shared", die)
        with pytest.raises(KeyboardInterrupt):
            withdrawals.withdraw(settings, ["ferries"], purge=True)
    assert storage.names()
    press.run("build")
    assert storage.names() == []


@needs_storage
def test_an_option_names_it_and_a_folder_takes_its_place(tmp_path: Path, storage: Storage) -> None:
    plain = make(tmp_path / "ci", "")
    plain.build("--cache", SHARED)
    assert storage.names()
    assert (plain.folder / ".audiopress").is_dir()
    alone = in_bucket(tmp_path / "editor")
    storage.log.clear()
    alone.build("--cache", "elsewhere")
    assert storage.log == []
    assert (alone.folder / "elsewhere").is_dir()


@needs_storage
def test_a_strangers_file_names_none(tmp_path: Path, storage: Storage) -> None:
    press = in_bucket(tmp_path / "ci")
    assert "is not asked" in notes(press.build("--untrusted"))
    assert storage.log == []
    (press.folder / "articles/ferry.md").write_text("# Ferries\n\nAnother word.\n", "utf-8")
    press.build("--untrusted", "--cache", SHARED)
    assert storage.names()


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ('cache = "s3://b"', "a bucket is named as in s3://bucket/prefix"),
        ('cache = "s3://key:secret@bucket/x"', "credentials do not stand here"),
        ('shared_cache = "user@host:/srv"', "a folder that several machines see"),
        ('cache = "s3://bucket/x"\nshared_cache = "y"', "names a shared cache, and so does"),
        ('shared_cache = "output/shared"', "lies in the output folder"),
    ],
)
def test_what_is_no_shared_cache_is_an_error(tmp_path: Path, setting: str, said: str) -> None:
    done = make(tmp_path / "edition", setting + "\n").run("build", ok=False)
    assert done.returncode == 2
    assert said in done.stderr
    assert "secret" not in done.stderr
    assert json.dumps("secret") not in done.stdout
