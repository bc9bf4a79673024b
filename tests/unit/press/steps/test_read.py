"""Reading with the words of a show."""

from __future__ import annotations

import pytest

from audiopress.model import Document
from audiopress.press.steps.lexicons import load_shipped_lexicon
from audiopress.press.steps.read import ArticleReader, forget_forms
from audiopress.settings import load_settings
from audiopress.speaking import spoken_forms
from audiopress.speaking.lexicon_editing import add_word
from audiopress.speaking.normalize import normalize_text
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


PAGE = """<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>The pier</title></head><body><main><article>
<h1>The pier</h1>
<p>The old pier will be mended for £1.2m by spring, said the harbour's keeper on Tuesday.</p>
<p>{} of its 300 planks are sound, and the rest will be sold to whoever comes first.</p>
<p>Nobody was hurt when the storm came over the bay; 3 boats were lost, and 12 nets.</p>
</article></main></body></html>
"""


@pytest.fixture
def made(monkeypatch) -> list[str]:
    """The texts of which a spoken form was made, as they are made."""
    texts: list[str] = []

    def count(text, *rest):
        texts.append(text)
        return normalize_text(text, *rest)

    monkeypatch.setattr(spoken_forms, "normalize_text", count)
    return texts


def read_page(tmp_path, planks, *, keep=True, settings=None):
    settings = settings or load_settings(None, root=tmp_path)
    body = PAGE.format(planks).encode()
    page = Document(uri="pier.html", media_type="text/html", body=body, charset="utf-8")
    return ArticleReader(settings, Cache(settings.cache), keep=keep).read(page).script


def test_an_edit_has_one_spoken_form_made(tmp_path, made) -> None:
    before = read_page(tmp_path, "Half")
    assert len(made) == len(before.utterances)
    made.clear()
    after = read_page(tmp_path, "A third")
    assert [text[:17] for text in made] == ["A third of its 30"]
    made.clear()
    assert read_page(tmp_path / "elsewhere", "A third") == after
    assert len(made) == len(after.utterances)


def test_other_words_of_a_lexicon_have_all_forms_made(tmp_path, made) -> None:
    read_page(tmp_path, "Half")
    made.clear()
    (tmp_path / "own.pls").write_bytes(add_word(b"", "pier", "peer"))
    (tmp_path / "audiopress.toml").write_text('[edition]\nlexicons = ["own.pls"]\n', "utf-8")
    settings = load_settings(tmp_path / "audiopress.toml", root=tmp_path)
    script = read_page(tmp_path, "A third", settings=settings)
    assert len(made) == len(script.utterances)
    assert any("old peer" in line.spoken for line in script.utterances)


def test_a_plan_keeps_no_forms(tmp_path, made) -> None:
    read_page(tmp_path, "Half", keep=False)
    made.clear()
    script = read_page(tmp_path, "A third", keep=False)
    assert len(made) == len(script.utterances)


def test_forgotten_forms_are_made_again(tmp_path, made) -> None:
    read_page(tmp_path, "Half")
    forget_forms(Cache(load_settings(None, root=tmp_path).cache), "pier.html")
    made.clear()
    script = read_page(tmp_path, "A third")
    assert len(made) == len(script.utterances)
