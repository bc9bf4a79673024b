"""What is not installed unless asked for: which voices need it, and what is said of it."""

import tomllib
from collections.abc import Callable
from dataclasses import replace
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from runner import ROOT

from audiopress import plugins, voices
from audiopress.errors import ConfigError, VoiceError
from audiopress.model import Cast, Line, Voice
from audiopress.press.preflight import check_installed
from audiopress.settings import Settings, load_settings
from audiopress.voices import extras

Hide = Callable[[str], None]


@pytest.fixture
def hide(monkeypatch: pytest.MonkeyPatch) -> Hide:
    """Let a package look as if nobody had installed it."""

    def hide_package(package: str) -> None:
        def find(name: str) -> str:
            if name == package:
                raise PackageNotFoundError(name)
            return "1"

        monkeypatch.setattr(extras, "version", find)

    return hide_package


def test_every_extra_is_one_of_the_project_with_that_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = project["optional-dependencies"]
    for name, extra in extras.EXTRAS.items():
        requirement = Requirement(name)
        (part,) = requirement.extras
        assert requirement.name == project["name"]
        assert set(extra.packages) <= {Requirement(each).name for each in asked[part]}


def test_a_voice_needs_its_extra_only_where_that_is_missing(hide: Hide) -> None:
    joe, heart = voices.find("joe"), voices.find("heart")
    assert voices.find_need(joe) == ""
    for package in ("piper-tts", "onnx"):
        hide(package)
        assert voices.find_need(joe) == "audiopress[piper]"
    assert voices.find_need(heart) == ""


def test_an_extra_that_audiopress_has_not_is_a_mistake_of_the_manifest() -> None:
    text = 'name = "eva"\nengine = "piper"\nlanguages = []\nextra = "pipr"'
    with pytest.raises(VoiceError, match="no extra 'pipr'") as caught:
        voices.read_manifest(text, "eva.toml")
    assert caught.value.where == "eva.toml"


def _settings(folder: Path, cast: Cast) -> Settings:
    return replace(load_settings(None, root=folder), cast=cast)


@pytest.mark.parametrize(
    "cast",
    [
        Cast(body="joe"),
        Cast(body="heart", roles=(("quote", "joe"),)),
    ],
)
def test_no_run_begins_with_a_voice_whose_extra_is_missing(
    tmp_path: Path, hide: Hide, cast: Cast
) -> None:
    check_installed(_settings(tmp_path, cast))
    hide("piper-tts")
    with pytest.raises(ConfigError) as caught:
        check_installed(_settings(tmp_path, cast))
    assert caught.value.message == 'voice "joe" needs audiopress[piper], which is not installed'
    assert 'python -m pip install "audiopress[piper]"' in caught.value.hint
    assert "GPL-3.0" in caught.value.hint


def test_a_voice_of_a_language_whose_extra_is_missing_stops_no_other_article(
    tmp_path: Path, hide: Hide
) -> None:
    hide("piper-tts")
    cast = Cast(body="heart", languages=(("en-US", "joe"),))
    check_installed(_settings(tmp_path, cast))
    assert voices.find_need(voices.find("joe")) == "audiopress[piper]"


def test_the_kernel_fast_needs_the_extra_that_makes_it(tmp_path: Path, hide: Hide) -> None:
    slow, fast = Cast(body="af_heart"), Cast(body="af_heart", kernels=(("af_heart", "fast"),))
    hide("onnx")
    for cast, missing in ((slow, "is not installed"), (fast, "needs audiopress[fast], which")):
        with pytest.raises(ConfigError) as caught:
            check_installed(_settings(tmp_path, cast))
        assert missing in caught.value.message
    assert caught.value.hint == 'python -m pip install "audiopress[fast]"'


class _Lacking:
    """An engine of another package that lacks something, and says so of one of its voices."""

    name = "lacking"
    kernel = "f32"
    threads = True

    @property
    def version(self) -> str:
        raise VoiceError("the engine lacking is not installed", hint="python -m pip install it")

    def voices(self) -> tuple[Voice, ...]:
        return ()

    def needs(self, voice: Voice) -> str:
        return "lacking[big]" if voice.name == "big" else ""

    def speak(self, line: Line) -> None:
        raise NotImplementedError


def test_an_engine_that_lacks_its_package_is_an_engine_and_says_what(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert plugins._find_engine_fault(_Lacking()) == ""  # noqa: SLF001 - no package to install
    monkeypatch.setattr(plugins, "find_engine", lambda _name: _Lacking())
    voice = Voice(name="big", engine="lacking", languages=())
    assert voices.find_need(voice) == "lacking[big]"
    assert voices.find_need(replace(voice, name="small")) == ""
    assert extras.name_command("lacking[big]") == 'python -m pip install "lacking[big]"'


def test_all_voices_that_are_not_ready_are_named_at_once(tmp_path: Path, hide: Hide) -> None:
    hide("piper-tts")
    cast = Cast(body="joe", roles=(("quote", "joe"),), languages=(("en-US", "joe"),))
    with pytest.raises(ConfigError) as caught:
        check_installed(_settings(tmp_path, cast))
    said = caught.value.message
    assert said.startswith("3 voices are not ready:")
    for part in ("[voices] body", "[voices] quote", "languages.en-US"):
        assert part in said
