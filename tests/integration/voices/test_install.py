"""Voices on disk: found, compared, installed, broken off, resumed."""

import contextlib
import errno
import hashlib
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from audiopress import voices
from audiopress.errors import VoiceError
from audiopress.model import Voice, VoiceFile

BODY = bytes(range(256)) * 40
URL = "https://example.org/eva.onnx"


def voice(body: bytes = BODY) -> Voice:
    file = VoiceFile(
        name="eva.onnx", sha256=hashlib.sha256(body).hexdigest(), size=len(body), url=URL
    )
    return Voice(name="eva", engine="piper", languages=("en",), files=(file,))


class Server:
    """Gives ``body`` from any place on, in pieces, and stops after ``until`` bytes of it."""

    def __init__(self, body: bytes, until: int | None = None) -> None:
        self.body = body if until is None else body[:until]
        self.asked: list[tuple[str, int]] = []

    def __call__(self, url: str, offset: int) -> Iterator[bytes]:
        self.asked.append((url, offset))
        for at in range(offset, len(self.body), 1000):
            yield self.body[at : at + 1000]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AUDIOPRESS_VOICES", str(tmp_path / "voices"))
    return tmp_path / "voices"


def test_every_manifest_here_is_right() -> None:
    names = [each.name for each in voices.list_voices()]
    assert names == sorted(names)
    assert {"joe", "tone"} <= set(names)
    for each in voices.list_voices():
        assert each.title, each.name
        assert each.licence, each.name
        assert all(len(file.sha256) == 64 and file.size > 0 for file in each.files), each.name
        # What comes with a package may have no other address.
        addresses = [file.url for file in each.files if file.url or not each.package]
        assert all(url.startswith("https://") for url in addresses), each.name


def test_joe_comes_with_pip_and_is_what_the_manifest_says() -> None:
    joe = voices.find("joe")
    voices.verify(joe)
    assert voices.is_installed(joe)
    assert "lessac" in joe.lineage


def test_what_was_installed_comes_before_the_pip_package(home: Path) -> None:
    joe = voices.find("joe")
    (home / "piper").mkdir(parents=True)
    for file in joe.files:
        (home / "piper" / file.name).write_bytes(voices.read(joe, file.name))
    assert {path.parent for path in voices.locate(joe).values()} == {home / "piper"}


def test_an_unknown_voice_is_answered_with_those_that_are_close() -> None:
    with pytest.raises(VoiceError, match="did you mean joe") as caught:
        voices.find("jo")
    assert caught.value.hint == "audiopress voices list"


def test_a_voice_that_is_not_there_says_how_to_get_it() -> None:
    assert not voices.is_installed(voice())
    with pytest.raises(VoiceError, match="not installed") as caught:
        voices.verify(voice())
    assert caught.value.hint == "audiopress voices install eva"


def test_install_by_the_network_says_how_far_it_is(home: Path) -> None:
    heard: list[tuple[str, int, int]] = []
    voices.install(voice(), fetch=Server(BODY), progress=lambda *told: heard.append(told))
    assert heard[-1] == ("eva.onnx", len(BODY), len(BODY))
    assert [done for _, done, _ in heard] == sorted(done for _, done, _ in heard)
    voices.verify(voice())
    assert [path.name for path in (home / "piper").iterdir()] == ["eva.onnx"]


def test_a_broken_off_install_goes_on_where_it_stopped() -> None:
    with pytest.raises(VoiceError, match="broke off after 3500"):
        voices.install(voice(), fetch=Server(BODY, until=3500))
    with pytest.raises(VoiceError, match="not installed"):
        voices.verify(voice())
    server = Server(BODY)
    voices.install(voice(), fetch=server)
    assert server.asked == [(URL, 3500)]
    voices.verify(voice())


@pytest.mark.parametrize("wrong", [BODY[:-1] + b"x", BODY + b"more", b"x" * len(BODY)])
def test_a_wrong_file_leaves_nothing_behind(home: Path, wrong: bytes) -> None:
    with pytest.raises(VoiceError, match="not what the manifest"):
        voices.install(voice(), fetch=Server(wrong))
    assert not list(home.rglob("*.onnx*"))


def test_install_from_a_folder(tmp_path: Path) -> None:
    (tmp_path / "eva.onnx").write_bytes(BODY)
    voices.install(voice(), source=tmp_path)
    voices.verify(voice())
    with pytest.raises(VoiceError, match="not in the folder"):
        voices.install(voice(b"another"), source=tmp_path / "voices")


def test_what_is_there_is_not_fetched_again() -> None:
    voices.install(voice(), fetch=Server(BODY))
    server = Server(BODY)
    voices.install(voice(), fetch=server)
    assert server.asked == []


@pytest.mark.parametrize("damage", [lambda b: b[:-1], lambda b: b[:9] + b"?" + b[10:]])
def test_a_changed_file_is_never_loaded_and_is_mended_by_install(home: Path, damage) -> None:  # type: ignore[no-untyped-def]
    voices.install(voice(), fetch=Server(BODY))
    path = home / "piper" / "eva.onnx"
    path.write_bytes(damage(BODY))
    with pytest.raises(VoiceError, match=r"not (what its manifest says|installed whole)"):
        voices.read(voice(), "eva.onnx")
    voices.install(voice(), fetch=Server(BODY))
    assert voices.read(voice(), "eva.onnx") == BODY


def test_a_folder_that_cannot_be_made_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("AUDIOPRESS_VOICES", str(tmp_path / "file" / "voices"))
    with pytest.raises(VoiceError, match="cannot be installed"):
        voices.install(voice(), fetch=Server(BODY))


@pytest.mark.parametrize("first", [BODY[:5000], b"another file" * 100, b""])
def test_a_folder_that_had_a_cut_or_wrong_file_works_the_second_time(
    tmp_path: Path, first: bytes
) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "eva.onnx").write_bytes(first)
    with pytest.raises(VoiceError):
        voices.install(voice(), source=source)
    (source / "eva.onnx").write_bytes(BODY)
    voices.install(voice(), source=source)
    assert voices.read(voice(), "eva.onnx") == BODY


def test_what_was_no_beginning_of_the_file_is_fetched_anew(home: Path) -> None:
    (home / "piper").mkdir(parents=True)
    (home / "piper" / ".eva.onnx.part").write_bytes(b"x" * 3000)
    server = Server(BODY)
    voices.install(voice(), fetch=server)
    assert [offset for _, offset in server.asked] == [3000, 0]
    assert voices.read(voice(), "eva.onnx") == BODY


@pytest.mark.skipif(sys.platform == "win32", reason="links of Unix")
@pytest.mark.parametrize("kind", ["link", "dangling", "hard", "pipe"])
@pytest.mark.parametrize("way", ["network", "folder"])
def test_nothing_is_written_through_what_stands_where_the_part_should(
    tmp_path: Path, home: Path, kind: str, way: str
) -> None:
    (home / "piper").mkdir(parents=True)
    part, theirs = home / "piper" / ".eva.onnx.part", tmp_path / "theirs"
    if kind != "dangling":
        theirs.write_bytes(b"theirs")
    if kind == "hard":
        os.link(theirs, part)
    elif kind == "pipe":
        os.mkfifo(part)
    else:
        part.symlink_to(theirs)
    source = tmp_path / "source"
    source.mkdir()
    (source / "eva.onnx").write_bytes(BODY)
    if way == "network":
        voices.install(voice(), fetch=Server(BODY))
    else:
        voices.install(voice(), source=source)
    assert voices.read(voice(), "eva.onnx") == BODY
    assert not (home / "piper" / "eva.onnx").is_symlink()
    assert theirs.read_bytes() == b"theirs" if kind != "dangling" else not theirs.exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_said_and_leaves_no_voice(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", refuse)
        with pytest.raises(VoiceError, match="No space left"):
            voices.install(voice(), fetch=Server(BODY))
    assert not voices.is_installed(voice())
    voices.install(voice(), fetch=Server(BODY))
    assert voices.read(voice(), "eva.onnx") == BODY


def test_a_voice_of_the_same_model_fetches_its_own_style_alone(home: Path) -> None:
    first, second = voices.find("ff_siwis"), voices.find("ef_dora")
    assert first.files[0] == second.files[0]
    # Small files in place of those of the manifests, whose model has 92 MB.
    bodies = {file.url: os.urandom(3000) for each in (first, second) for file in each.files}

    def shrink(of: Voice) -> Voice:
        files = (
            replace(file, sha256=hashlib.sha256(bodies[file.url]).hexdigest(), size=3000)
            for file in of.files
        )
        return replace(of, files=tuple(files))

    asked = []

    def fetch(url: str, offset: int) -> Iterator[bytes]:
        asked.append(url.rpartition("/")[2])
        yield bodies[url][offset:]

    voices.install(shrink(first), fetch=fetch)
    voices.install(shrink(second), fetch=fetch)
    assert asked == ["kokoro-v1.0.int8.onnx", "ff_siwis.bin", "ef_dora.bin"]
    assert sorted(path.name for path in (home / "kokoro").iterdir()) == sorted(asked)


@pytest.mark.parametrize("until", [None, 6000], ids=["ends", "is broken off"])
def test_two_installers_at_once_spoil_nothing(home: Path, until: int | None) -> None:
    """The second one begins while the first is at 3,000 bytes, and ends before it or not."""

    def fetch(_url: str, offset: int) -> Iterator[bytes]:
        for at in range(offset, len(BODY), 1000):
            if at == 3000:
                with contextlib.suppress(VoiceError):
                    voices.install(voice(), fetch=Server(BODY, until))
            yield BODY[at : at + 1000]

    if until is None:
        voices.install(voice(), fetch=fetch)
    else:
        with pytest.raises(VoiceError, match="another audiopress is installing"):
            voices.install(voice(), fetch=fetch)
        voices.install(voice(), fetch=Server(BODY))
    assert (home / "piper" / "eva.onnx").read_bytes() == BODY
    assert [path.name for path in (home / "piper").iterdir()] == ["eva.onnx"]


def test_a_folder_without_the_files_names_all_of_them_and_where_they_are(tmp_path: Path) -> None:
    one = voice()
    two = replace(one.files[0], name="eva.bin", url="https://example.org/eva.bin")
    both = replace(one, files=(*one.files, two))
    (tmp_path / "eva.bin").mkdir()
    with pytest.raises(VoiceError) as caught:
        voices.install(both, source=tmp_path)
    assert "eva.onnx is not in the folder" in caught.value.message
    assert "eva.bin is a folder, and not the file" in caught.value.message
    assert f"{URL} and https://example.org/eva.bin" in caught.value.hint
    assert f"audiopress voices install eva --from {tmp_path}" in caught.value.hint


def test_a_file_that_is_not_whole_is_the_folders_fault_and_not_the_networks(tmp_path: Path) -> None:
    (tmp_path / "eva.onnx").write_bytes(BODY[:100])
    with pytest.raises(VoiceError, match=r"eva\.onnx is 100 bytes there, and") as caught:
        voices.install(voice(), source=tmp_path)
    assert caught.value.where == str(tmp_path)
    assert f"audiopress voices install eva --from {tmp_path}" in caught.value.hint
