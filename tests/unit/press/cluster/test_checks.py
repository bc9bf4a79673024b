"""What a worker is asked before it gets articles, and what is said of one that does not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from warm import forget_environment

from audiopress.errors import ConfigError
from audiopress.model import Cast
from audiopress.press.cluster.checks import (
    MachineFacts,
    check_workers,
    look_around,
    read_versions,
    require_shared,
)
from audiopress.press.steps.shared import SharedLocation
from audiopress.settings import load_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

ENGINE = """
from audiopress.model import Voice

class Hum:
    name, version, kernel, threads = "hum", "1", "f64", False

    def voices(self):
        return (Voice(name="hum", engine="hum", languages=("en",), sample_rate=16000),)

    def speak(self, line):
        raise NotImplementedError
"""
"""An engine of another package."""

WORKER = "tls://10.0.0.7:4001"
RIGHT = MachineFacts(versions=read_versions(), lacks={}, store="")


class Answers:
    """A cluster of one worker that says what it is told to; nobody is connected."""

    address = "tls://10.0.0.5:8786"

    def __init__(self, answer: Any) -> None:
        self.answer = answer

    def ask_all(self, _ask: Callable, *_words: object) -> dict[str, Any]:
        return {WORKER: self.answer}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shared = tmp_path / "shared"
    shared.mkdir()
    return shared


def check(folder: Path, answer: Any) -> None:
    settings = load_settings(None, root=folder.parent)
    check_workers(Answers(answer), settings, SharedLocation(where="cache", folder=folder))


def refuse(folder: Path, answer: Any) -> str:
    with pytest.raises(ConfigError) as caught:
        check(folder, answer)
    assert caught.value.where == Answers.address
    return caught.value.message


def test_a_worker_that_is_as_this_machine_is_taken(folder: Path) -> None:
    check(folder, RIGHT)
    assert not list(folder.iterdir())  # what it was asked to read


@pytest.mark.parametrize("name", ["audiopress", "lameenc", "Python"])
def test_two_versions_are_both_named(folder: Path, name: str) -> None:
    theirs = MachineFacts(versions=read_versions() | {name: "0.0.7"}, lacks={}, store="")
    said = refuse(folder, theirs)
    assert f"{WORKER} has {name} 0.0.7, and this machine has {read_versions()[name]}" in said


def test_all_that_is_wrong_is_said_at_once(folder: Path) -> None:
    lacks = {"alba": 'voice "alba" is not installed: audiopress voices install alba'}
    said = refuse(folder, MachineFacts(versions={}, lacks=lacks, store="the storage refuses"))
    assert f"for {len(read_versions()) + 2} things" in said
    assert f"{WORKER}: {lacks['alba']}" in said
    assert f"{WORKER}: the store: the storage refuses" in said


def test_a_worker_without_audiopress_is_named(folder: Path) -> None:
    said = refuse(folder, ModuleNotFoundError("No module named 'audiopress'"))
    assert f"{WORKER}: audiopress does not run there: ModuleNotFoundError: No module" in said


def test_a_worker_says_which_voice_it_lacks(folder: Path) -> None:
    location = SharedLocation(where="cache", folder=folder)
    (folder / "probe").write_bytes(b"1")
    found = look_around([Cast(body="tone", roles=(("quote", "emma"),))], location, "probe", b"1")
    assert list(found.lacks) == ["emma"]
    assert "audiopress voices install emma" in found.lacks["emma"]
    assert found.store == ""
    assert look_around([Cast(body="nobody")], location, "probe", b"1").lacks.keys() == {"nobody"}


def test_a_worker_says_that_it_sees_another_store(folder: Path, tmp_path: Path) -> None:
    def look(place: Path, body: bytes) -> str:
        location = SharedLocation(where="cache", folder=place)
        return look_around([Cast(body="tone")], location, "probe", body).store

    (folder / "probe").write_bytes(b"1")
    assert "does not see what this machine puts there" in look(folder, b"2")
    assert str(tmp_path / "gone") in look(tmp_path / "gone", b"1")


@pytest.fixture
def _humming(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    info = tmp_path / "site/humming-1.0.dist-info"
    info.mkdir(parents=True)
    (info.parent / "humming.py").write_text(ENGINE, "utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: humming\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[audiopress.engines]\nhum = humming:Hum\n")
    monkeypatch.syspath_prepend(info.parent)
    forget_environment()
    yield
    monkeypatch.undo()
    forget_environment()


@pytest.mark.usefixtures("_humming")
def test_a_package_that_brings_an_engine_is_of_one_version_everywhere(
    folder: Path, tmp_path: Path
) -> None:
    assert read_versions([Cast(body="tone"), Cast(body="hum")])["humming"] == "1.0"
    settings = tmp_path / "audiopress.toml"
    settings.write_text('[show]\ntitle = "P"\n[voices]\nbody = "hum"\n', "utf-8")
    theirs = MachineFacts(versions=read_versions() | {"humming": "2.0"}, lacks={}, store="")
    location = SharedLocation(where="cache", folder=folder)
    with pytest.raises(ConfigError) as caught:
        check_workers(Answers(theirs), load_settings(settings, root=tmp_path), location)
    assert f"{WORKER} has humming 2.0, and this machine has 1.0" in caught.value.message


def test_what_an_engine_is_made_of_is_compared() -> None:
    assert {"espeakng-loader", "onnx"} <= read_versions().keys()


def test_the_voices_of_every_show_are_asked_for(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "audiopress.toml"
    file.write_text(
        '[show]\ntitle = "P"\n[voices]\nbody = "tone"\n'
        '[[shows]]\nid = "sport"\ntitle = "S"\n[shows.voices]\nbody = "emma"\n',
        "utf-8",
    )
    asked = []

    class Kept(Answers):
        def ask_all(self, _ask: Callable, *words: object) -> dict[str, Any]:
            asked.append(words[0])
            return {WORKER: self.answer}

    settings = load_settings(file, root=tmp_path)
    casts = (settings.cast, *(table.cast for table in settings.shows))
    answer = MachineFacts(versions=read_versions(casts), lacks={}, store="")
    check_workers(Kept(answer), settings, SharedLocation(where="cache", folder=folder))
    assert [cast.body for cast in asked[0]] == ["tone", "emma"]


def test_a_worker_that_is_silent_is_named(folder: Path) -> None:
    said = refuse(folder, TimeoutError("it has not answered for 120 seconds"))
    assert f"{WORKER}: it has not answered for 120 seconds" in said


def test_a_cache_of_this_machine_alone_is_refused(tmp_path: Path) -> None:
    settings = load_settings(None, root=tmp_path)
    with pytest.raises(ConfigError) as caught:
        require_shared(settings)
    assert "a folder of this machine" in caught.value.message
    assert "s3://bucket/prefix" in caught.value.hint
