"""espeak's phonemes in Kokoro's symbols."""

import pytest

from audiopress.engines.speech.misaki import convert_symbols


@pytest.mark.parametrize(
    ("language", "espeak", "kokoro"),
    [
        ("en-us", "tʃˈɜːtʃ", "ʧˈɜɹʧ"),
        ("en-us", "dʒˈɔɪn", "ʤˈYn"),
        ("en-us", "bˈoʊts", "bˈOts"),
        ("en-us", "wˈɔːɾɚ", "wˈɔTəɹ"),
        ("en-us", "nˈaʊ fˈaɪv dˈeɪz", "nˈW fˈIv dˈAz"),
        ("en-us", "bˈɑːɾəl", "bˈɑTᵊl"),
        ("en-gb-x-rp", "bˈəʊts", "bˈQts"),
        ("en-gb-x-rp", "nˌiə ˈeə", "nˌɪə ˈɛː"),
        ("en-gb-x-rp", "kˈɑː", "kˈɑː"),
        ("fr-fr", "bɔ̃ʒˈuʁ", "bɔ̃ʒˈuʁ"),
        ("it", "tʃˈao", "ʧˈao"),
    ],
)
def test_symbols_are_those_the_model_was_trained_with(
    language: str, espeak: str, kokoro: str
) -> None:
    assert convert_symbols(espeak, language) == kokoro
