"""The samples in docs/voices: small, of voices that have a manifest, each linked and each there."""

import re
from pathlib import Path

import pytest
import soundfile

from audiopress import voices
from tests.benchmarks.samples import SAMPLED, SAMPLES, SENTENCES

PAGE = SAMPLES / "README.md"
FOUND = sorted(SAMPLES.glob("*.mp3"))


def linked(text: str) -> set[str]:
    return set(re.findall(r"\(([\w./-]+\.mp3)\)", text))


def test_each_sample_is_linked_and_each_link_leads_to_one() -> None:
    assert linked(PAGE.read_text("utf-8")) == {path.name for path in FOUND}
    assert len(FOUND) >= 12


def test_the_readme_leads_to_the_samples() -> None:
    readme = (SAMPLES.parents[1] / "README.md").read_text("utf-8")
    assert "](docs/voices/README.md)" in readme
    assert {SAMPLES.parents[1] / name for name in linked(readme)} <= set(FOUND)


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.stem)
def test_a_sample_is_small_and_of_a_voice_with_a_manifest(path: Path) -> None:
    assert path.stat().st_size <= 60_000
    assert path.stem in SAMPLED
    voice = voices.find(path.stem)
    row = next(line for line in PAGE.read_text("utf-8").split("\n") if f"({path.name})" in line)
    assert row.startswith(f"| `{voice.name}` |")
    assert f" {voice.licence.partition(' ')[0].rstrip(',')}" in row
    info = soundfile.info(path)
    assert (info.samplerate, info.channels) == (44100, 1)
    assert 4 < info.duration < 10


@pytest.mark.parametrize("name", SAMPLED)
def test_every_voice_has_its_sentences(name: str) -> None:
    assert voices.find(name).languages[0][:2] in SENTENCES


def test_each_voice_of_the_house_is_on_the_page() -> None:
    page = PAGE.read_text("utf-8")
    assert [voice.name for voice in voices.list_voices() if f"| `{voice.name}` |" not in page] == []
