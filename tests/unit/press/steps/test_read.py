"""Reading with the words of a show."""

from __future__ import annotations

from audiopress.press.steps.read import Reader, shipped_lexicon
from audiopress.settings import load
from audiopress.speaking.lexicon import add_word
from audiopress.store.cache import Cache


def test_words_are_shipped_and_the_show_wins(tmp_path) -> None:
    (tmp_path / "own.pls").write_bytes(add_word(b"", "coup", "coop"))
    (tmp_path / "audiopress.toml").write_text('[edition]\nlexicons = ["own.pls"]\n', "utf-8")
    settings = load(tmp_path / "audiopress.toml", root=tmp_path)
    own = Reader(settings, Cache(settings.cache), keep=False).lexicon
    assert shipped_lexicon().select_words("en-GB").said["coup"] == "coo"
    assert shipped_lexicon().select_words("de").said == {}
    assert own.select_words("en-GB").said["coup"] == "coop"
    assert own.select_words("en-GB").said["Huawei"] == "Wah way"
