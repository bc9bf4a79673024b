"""Notes on accents, on English words in other languages, and on voices named for no language."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from audiopress.identity import Identity
from audiopress.model import Article, Cast, Reading, Script, Utterance
from audiopress.press.edition.told import ToldNotes
from audiopress.press.edition.voices.spoken_notes import note_spoken
from audiopress.press.steps.identify import RegisteredArticle
from audiopress.press.steps.read import Manuscript
from audiopress.settings import load_settings
from audiopress.speaking.opening import write_disclosure
from audiopress.store.cache import Cache
from audiopress.store.ledger import Record

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)


def article(language: str, voice: str = "") -> RegisteredArticle:
    """Return a new article with one line, which says that the voice is synthetic."""
    said = write_disclosure(language, Reading(), ahead=True)
    line = Utterance(
        role="disclosure", source=said, spoken=said, language=language, voice=voice, pause=0,
        paragraph=0,
    )  # fmt: skip
    return RegisteredArticle(
        manuscript=Manuscript(
            identity=Identity(id="a", url=None),
            uri="a.md",
            former="",
            digest="a",
            article=Article(uri="a.md", title="A", blocks=(), language=language),
            script=Script(utterances=(line,)),
            language_voice=voice,
        ),
        record=Record(id="a", guid="a", slug="a", first_seen=NOW, published=NOW),
    )


@pytest.fixture
def told(tmp_path) -> ToldNotes:
    settings = load_settings(None, root=tmp_path)
    return ToldNotes(settings, Cache(tmp_path / "cache"), (), keep=True)


@pytest.mark.parametrize(
    ("language", "cast", "voice", "noted"),
    [
        ("pt-PT", Cast(languages=(("pt", "pf_dora"),)), "", "pf_dora speaks pt-BR, which has"),
        ("es-MX", Cast(), "ef_dora", "ef_dora speaks es-ES, which has"),
        # The same country, a country that nobody named, one that somebody did, and English.
        ("pt-BR", Cast(), "pf_dora", ""),
        ("pt", Cast(), "pf_dora", ""),
        ("pt-PT", Cast(languages=(("pt-PT", "pf_dora"),)), "", ""),
        ("en-AU", Cast(), "", ""),
        ("ja", Cast(body="system"), "", "1 article in Japanese will say in English"),
        ("ru-RU", Cast(body="system"), "", 'ru = "TEXT" under [reading.disclosures]'),
        ("nl", Cast(body="system"), "", ""),
        ("en", Cast(languages=(("xx", "heart"),)), "", "'xx' is no tag of a language"),
        ("en", Cast(languages=(("de", "system"), ("ja", "system"))), "", ""),
    ],
)
def test_what_is_heard_otherwise_is_noted(
    told: ToldNotes, language: str, cast: Cast, voice: str, noted: str
) -> None:
    notes = note_spoken([article(language, voice)], cast, told)
    assert (noted in notes[0] and len(notes) == 1) if noted else notes == []


def test_it_is_told_once(told: ToldNotes, tmp_path) -> None:
    both = [article("ja"), article("pt-PT", "pf_dora")]
    cast = Cast(languages=(("xx", "heart"),))
    assert len(note_spoken(both, cast, told)) == 3
    told.remember()
    again = ToldNotes(load_settings(None, root=tmp_path), Cache(tmp_path / "cache"), (), keep=True)
    assert note_spoken(both, cast, again) == []
