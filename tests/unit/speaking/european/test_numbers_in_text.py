"""Whole texts: no figure is left, whatever stands around it, and what is said of many kinds."""

from __future__ import annotations

import random
import re

import pytest

from audiopress.speaking.european import LANGUAGES
from audiopress.speaking.european.normalize import normalize_european
from audiopress.speaking.european.numbers_in_text import say_numbers
from audiopress.speaking.normalize import normalize_text

PARTS = (
    *"0123456789012345678901234567890123456789",
    *" .,:;-–/()'’%€$£°ºª+−½²³§&#@          ",
    *("Uhr", "h", "km", "kg", "Mio.", "Mrd.", "le ", "am ", "der ", "Mai", "mai ", "de ", "las "),
    *("om ", "er", "e", "ste", "jährig", "XIV", "M€", "mln", "Tel. ", "+49 ", " R$ ", "um "),
    *("CHF", "12.5.2024", "14/07/2024", "18h30", "1.600", "2,5", "Liter", "m²", "2-1", "٣"),
)
"""What numbers are made of in news, in any order."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_figure_is_left(language: str) -> None:
    chance = random.Random(15)  # noqa: S311 - no secret
    for _ in range(1500):
        text = "".join(chance.choices(PARTS, k=chance.randrange(1, 40)))
        assert not re.search(r"\d", say_numbers(text, language)), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_of_a_long_text_is_said(language: str) -> None:
    word = normalize_european("7", language)
    said = normalize_european("Zug 7 fuhr. " * 2000, language)
    assert said.count(word) == 2000


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_does_not_depend_on_what_was_said_before(language: str) -> None:
    chance = random.Random(1)  # noqa: S311 - no secret
    text = "".join(chance.choices("0123456789  .,€%", k=4000))
    first = normalize_european(text, language)
    normalize_european(text[::-1], language)
    assert normalize_european(text, language) == first


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("de", "Tel.: 0221/45-90", "Telefon null zwei zwei eins, vier fünf, neun null"),
        ("de", "Zwischen 9.30 und 17:00 Uhr", "Zwischen neun Uhr dreißig und siebzehn Uhr"),
        ("de", "um 20:15, in 12:30 Minuten", "um zwanzig Uhr fünfzehn, in zwölf Minuten dreißig"),
        ("de", "den 1920er-Jahren", "den neunzehnhundertzwanziger Jahren"),
        ("de", "den 60ern und 3fach", "den sechzigern und dreifach"),
        ("de", "0,50 € und 1.299,00 €", "fünfzig Cent und tausendzweihundertneunundneunzig Euro"),
        ("de", "1990 Euro", "tausendneunhundertneunzig Euro"),
        ("de", "1'000'000 und 1,000,000", "eine Million und eine Million"),
        ("de", "Art. 3 Abs. 1, vor 5 Jahren", "Artikel drei Absatz eins, vor fünf Jahren"),
        ("de", "unter 112, unter 112 Euro", "unter eins eins zwei, unter hundertzwölf Euro"),
        ("de", "km 12, 3 km/h", "Kilometer zwölf, drei Kilometer pro Stunde"),
        ("fr", "1 200 € et 25 k€", "mille deux cents euros et vingt-cinq mille euros"),
        ("fr", "le 1 000e client", "le millième client"),
        ("fr", "les 80es Jeux", "les quatre-vingtièmes Jeux"),
        ("fr", "14 h à 18 h 45", "quatorze heures à dix-huit heures quarante-cinq"),
        ("fr", "le 14/07, le 3/5/24", "le quatorze juillet, le trois mai vingt-quatre"),
        ("es", "200 mil €", "doscientos mil euros"),
        ("es", "301 millones", "trescientos un millones"),
        ("es", "1.201 empresas", "mil doscientas una empresas"),
        ("es", "a las 9:15 y las 21:45", "a las nueve y cuarto y las veintiuna cuarenta y cinco"),
        ("es", "el 40.º aniversario, 1.er piso", "el cuadragésimo aniversario, primer piso"),
        ("es", "3 M€", "tres millones de euros"),
        ("es", "$25,50", "veinticinco dólares con cincuenta centavos"),
        ("it", "1 ora, 1 studente, 1 anno", "un'ora, uno studente, un anno"),
        ("it", "il 40° minuto, 20° oggi a 3", "il quarantesimo minuto, ventesimo oggi a tre"),
        ("it", "dalle 9.30 alle 13", "dalle nove e trenta alle tredici"),
        ("it", "8 mld di euro, 0,50 €", "otto miliardi di euro, cinquanta centesimi"),
        ("pt", "US$ 200 mil, 2 mil casas", "duzentos mil dólares, duas mil casas"),
        ("pt", "no dia 25/12, às 21h", "no dia vinte e cinco de dezembro, às vinte e uma horas"),
        ("pt", "R$ 1,5 bilhão", "um vírgula cinco bilhão de reais"),
        ("pt", "12° lugar, 1ª vez", "décimo segundo lugar, primeira vez"),
        ("nl", "tussen 9.30 en 17.00 uur", "tussen negen uur dertig en zeventien uur"),
        ("nl", "€ 0,50 en €5 mln", "vijftig cent en vijf miljoen euro"),
        ("nl", "in 1012 AB", "in tien twaalf AB"),
        ("nl", "won met 1-2, 10-20 dagen", "won met één twee, tien tot twintig dagen"),
    ],
)  # fmt: skip
def test_example(language: str, written: str, said: str) -> None:
    assert normalize_text(written, language).text == said
    assert normalize_text(written, language).unsure == ()
