"""emma, fable, fenrir and kore: fetched over HTTP, compared, spoken with."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hibari.voices import BASE_URL, VOICES

from audiopress import voices
from audiopress.engines.hibari.engine import HibariEngine
from audiopress.errors import VoiceError
from audiopress.model import Line, Voice, VoiceFile
from audiopress.net.http import download
from audiopress.net.transport import FetchLimits

OTHERS = ["emma", "fable", "fenrir", "kore"]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AUDIOPRESS_VOICES", str(tmp_path / "voices"))
    return tmp_path / "voices"


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A server that has heart's model under every voice's name."""
    heart = voices.read(voices.find("heart"), "hibari.onnx")
    (tmp_path / "served").mkdir()
    for name in OTHERS:
        (tmp_path / "served" / voices.find(name).files[0].name).write_bytes(heart)
    handler = partial(SimpleHTTPRequestHandler, directory=str(tmp_path / "served"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def fetch(url: str, offset: int) -> Iterator[bytes]:
    yield from download(url, offset, limits=FetchLimits(allow_private=True))


def served(name: str, address: str, *, right: bool) -> Voice:
    """The voice with its file at ``address``, where heart's lies; its sum may be the right one."""
    voice = voices.find(name)
    (file,) = voice.files
    (heart,) = voices.find("heart").files
    sums = {"sha256": heart.sha256, "size": heart.size} if right else {}
    return replace(voice, files=(replace(file, url=address + file.name, **sums),))


@pytest.mark.parametrize("name", OTHERS)
def test_manifests_are_those_of_the_packages_registry(name: str) -> None:
    voice, listed = voices.find(name), VOICES[name]
    assert voice.files == (
        VoiceFile(
            name=listed["file"],
            sha256=listed["sha256"],
            size=listed["bytes"],
            url=BASE_URL + listed["file"],
        ),
    )
    assert voice.languages == (listed["language"],)
    assert voice.licence == "Apache-2.0"
    assert not voice.package


@pytest.mark.parametrize("name", OTHERS)
def test_a_voice_that_is_not_installed_says_how_to_get_it(name: str, home: Path) -> None:
    line = Line(spoken="It was hot.", language="en", voice=voices.find(name))
    with pytest.raises(VoiceError, match="not installed") as caught:
        HibariEngine().speak(line)
    assert caught.value.hint == f"audiopress voices install {name}"


@pytest.mark.parametrize("name", OTHERS)
def test_an_installed_voice_speaks_its_own_english(name: str, home: Path, address: str) -> None:
    voice = served(name, address, right=True)
    voices.install(voice, fetch=fetch)
    assert [path.name for path in (home / "hibari").iterdir()] == [voice.files[0].name]
    engine = HibariEngine()
    line = Line(spoken="Ask for a bath.", language="en", voice=voice)
    assert len(engine.speak(line).words) == 4
    (run,) = engine._model(voice)._cut_runs(line.spoken)  # noqa: SLF001 - what is fed to it
    said = "".join(each.symbol for each in run.phonemes)
    assert said == ("ˈɑːsk fɔː ɐ bˈɑːθ." if name in {"emma", "fable"} else "ˈæsk fɔɹ ɐ bˈæθ.")


def test_another_file_at_the_address_is_not_taken(home: Path, address: str) -> None:
    with pytest.raises(VoiceError):
        voices.install(served("emma", address, right=False), fetch=fetch)
    assert not list(home.rglob("*.onnx*"))


def test_heart_has_no_address_and_says_where_she_is(home: Path) -> None:
    with pytest.raises(VoiceError, match="no address") as caught:
        voices.install(voices.find("heart"), fetch=fetch)
    assert caught.value.hint == "python -m pip install --force-reinstall --no-deps hibari-tts"
