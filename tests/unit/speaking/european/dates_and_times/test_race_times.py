"""Times with marks and paces, postal codes, and the numbers of Portugal."""

from __future__ import annotations

import pytest

from audiopress.speaking.normalize import normalize_text

SAID = {
    ("de", "39'45\""): "neununddreißig Minuten fünfundvierzig Sekunden",
    ("de", "4:30/km"): "vier Minuten dreißig Sekunden pro Kilometer",
    ("de", "4:30 min/km"): "vier Minuten dreißig Sekunden pro Kilometer",
    ("fr", "en 39'45''"): "en trente-neuf minutes quarante-cinq secondes",
    ("fr", "3'50\"/km"): "trois minutes cinquante secondes par kilomètre",
    ("es", "5:15/km"): "cinco minutos quince segundos por kilómetro",
    ("it", "in 1'58\""): "in un minuto cinquantotto secondi",
    ("nl", "4:00/km"): "vier minuten per kilometer",
    ("de", "10117 Berlin"): "eins null eins eins sieben Berlin",
    ("de", "D-10115 Berlin"): "D eins null eins eins fünf Berlin",
    ("de", "Markt 5, 06108 Halle"): "Markt fünf, null sechs eins null acht Halle",
    ("de", "1010 Wien"): "eins null eins null Wien",
    ("fr", "75008 Paris"): "sept cinq zéro zéro huit Paris",
    ("es", "28013 Madrid"): "dos ocho cero uno tres Madrid",
    ("it", "20121 Milano"): "due zero uno due uno Milano",
    ("nl", "1012 AB Amsterdam"): "één nul één twee A B Amsterdam",
    ("pt", "1100-053 Lisboa"): "um um zero zero zero cinco três Lisboa",
    ("pt-PT", "16, 17 e 19 casas"): "dezasseis, dezassete e dezanove casas",
    ("pt-PT", "2.000.000.000 de euros"): "dois mil milhões de euros",
    ("pt-PT", "1.500.000.000"): "mil e quinhentos milhões",
    ("pt-PT", "2 milhões"): "dois milhões",
    ("pt-AO", "16 casas"): "dezasseis casas",
    ("pt-PT", "3.000.000.000.000"): "três biliões",
    ("pt-BR", "16 casas"): "dezesseis casas",
    ("pt", "2.000.000.000 de euros"): "dois bilhões de euros",
    # what looks alike
    ("de", "12345 Menschen"): "zwölftausenddreihundertfünfundvierzig Menschen",
    ("de", "20000 Berliner"): "zwanzigtausend Berliner",
    ("fr", "12000 Parisiens"): "douze mille Parisiens",
    ("fr", "Paris 2024"): "Paris deux mille vingt-quatre",
}


@pytest.mark.parametrize(("language", "text"), SAID)
def test_what_is_said(language: str, text: str) -> None:
    assert normalize_text(text, language).text == SAID[language, text]
