"""What Kokoro's engine says without its model."""

import importlib.metadata

import pytest

from audiopress import plugins, voices
from audiopress.voices import extras


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without any extra."""

    def find(_package: str) -> str:
        raise importlib.metadata.PackageNotFoundError

    monkeypatch.setattr(extras, "version", find)


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize(
    ("name", "needed"),
    [
        ("af_heart", ""),
        ("am_michael", ""),
        ("bf_emma", ""),
        ("ff_siwis", "audiopress[espeak]"),
        ("ef_dora", "audiopress[espeak]"),
        ("im_nicola", "audiopress[espeak]"),
        ("pf_dora", "audiopress[espeak]"),
    ],
)
def test_voices_of_other_languages_alone_need_the_extra(name: str, needed: str) -> None:
    engine = plugins.find_engine("kokoro")
    assert plugins.find_need(engine, voices.find(name)) == needed
    # Without piper-tts too: the version is what keys of published articles have.
    assert engine.version == "1.8.0+2"


def test_with_the_extra_nothing_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "version", lambda _package: "0.2.4")
    assert plugins.find_need(plugins.find_engine("kokoro"), voices.find("ff_siwis")) == ""
