"""Who joins the body's voice for British articles: asked for by installing, told by the tag."""

from pathlib import Path

import pytest

from audiopress import voices
from audiopress.press.edition.voices.companions import find_companion


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AUDIOPRESS_VOICES", str(tmp_path / "voices"))
    return tmp_path / "voices"


@pytest.mark.parametrize(
    ("body", "language", "name"),
    [
        ("heart", "en-GB", "emma"),
        ("heart", "en-gb", "emma"),
        ("heart", "en-US", ""),
        ("heart", "en", ""),
        ("heart", "fr-FR", ""),
        ("joe", "en-GB", ""),
    ],
)
def test_emma_joins_heart_where_she_is_installed(
    home: Path, body: str, language: str, name: str
) -> None:
    assert find_companion(body, language) == ""
    (file,) = voices.find("emma").files
    (home / "hibari").mkdir(parents=True)
    with (home / "hibari" / file.name).open("wb") as stream:
        stream.truncate(file.size)
    assert find_companion(body, language) == name
