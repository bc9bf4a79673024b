"""Reading with the words of a show."""

from __future__ import annotations

from audiopress.press.steps.lexicons import load_shipped_lexicon
from audiopress.press.steps.read import ArticleReader
from audiopress.settings import load_settings
from audiopress.speaking.lexicon_editing import add_word
from audiopress.store.cache import Cache


def test_words_are_shipped_and_the_show_wins(tmp_path) -> None:
    (tmp_path / "own.pls").write_bytes(add_word(b"", "coup", "coop"))
    (tmp_path / "audiopress.toml").write_text('[edition]\nlexicons = ["own.pls"]\n', "utf-8")
    settings = load_settings(tmp_path / "audiopress.toml", root=tmp_path)
    own = ArticleReader(settings, Cache(settings.cache), keep=False).lexicon
    assert load_shipped_lexicon().select_words("en-GB").said["coup"] == "coo"
    assert load_shipped_lexicon().select_words("de").said == {}
    assert own.select_words("en-GB").said["coup"] == "coop"
    assert own.select_words("en-GB").said["Huawei"] == "Wah way"
