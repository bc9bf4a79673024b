"""Voices that join the chosen one when they are installed."""

from pathlib import Path

import pytest

from audiopress import voices
from audiopress.settings import load_settings


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AUDIOPRESS_VOICES", str(tmp_path / "voices"))
    return tmp_path / "voices"


def install_emma(home: Path) -> None:
    (file,) = voices.find("emma").files
    (home / "hibari").mkdir(parents=True)
    (home / "hibari" / file.name).touch()


@pytest.mark.parametrize(
    ("table", "languages"),
    [
        ('body = "heart"', (("en-GB", "emma"),)),
        ('body = "heart"\n[voices.languages]\nde = "tone"', (("de", "tone"), ("en-GB", "emma"))),
        ('body = "heart"\n[voices.languages]\nen-gb = "fable"', (("en-gb", "fable"),)),
        ('body = "heart"\n[voices.languages]\nen = "kore"', (("en", "kore"),)),
        ('body = "kore"', ()),
        ('body = "tone"', ()),
    ],
)
def test_british_articles_are_spoken_by_emma_when_she_is_installed(
    tmp_path: Path, home: Path, table: str, languages: tuple[tuple[str, str], ...]
) -> None:
    (tmp_path / "audiopress.toml").write_text(f"[voices]\n{table}\n", "utf-8")
    before = load_settings(None, root=tmp_path).cast.languages
    assert "emma" not in dict(before).values()
    install_emma(home)
    assert load_settings(None, root=tmp_path).cast.languages == languages
