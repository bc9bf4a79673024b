"""Whole texts: our rules, then the library."""

from __future__ import annotations

import pytest

from audiopress.speaking.european.normalize import normalize_european
from audiopress.speaking.normalize import normalize_text


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("de", "Im Jahr 2000", "Im Jahr zweitausend"),
        ("de", "20 €", "zwanzig Euro"),
        ("fr", "Louis XIV", "Louis quatorze"),
        ("fr", "François I", "François premier"),
        ("fr", "Malcolm X", "Malcolm X"),
        ("es", "Isabel II", "Isabel segunda"),
        ("es", "Alfonso XIII", "Alfonso trece"),
        ("it", "5 €", "cinque euro"),
        ("fr", "2½ heures", "deux heures et demie"),
        ("fr", "1½ h", "une heure et demie"),
        ("fr", "une ½ heure", "une demi-heure"),
        ("fr", "3 ½ kilos et 2½ tonnes", "trois kilos et demi et deux tonnes et demie"),
        ("fr", "½ litre", "un demi litre"),
    ],
)
def test_example(language: str, written: str, said: str) -> None:
    assert normalize_european(written, language) == said


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        # A one behind a decimal comma is no number of its own.
        ("de", "Inflation: 3,1 Prozent", "Inflation: drei Komma eins Prozent"),
        ("de", "2,1 Stunden und 1 Stunde", "zwei Komma eins Stunden und eine Stunde"),
        ("de", "10,1 Kilo, 1,1 Tonnen", "zehn Komma eins Kilo, eins Komma eins Tonnen"),
        ("de", "4,1 Euro und 1 Prozent", "vier Komma eins Euro und ein Prozent"),
        ("fr", "3,1 tonnes, 1 tonne", "trois virgule un tonnes, une tonne"),
        ("fr", "5,1 heures et 2,1h", "cinq virgule un heures et deux virgule un heures"),
        # A rank behind a preposition and "der", or in a genitive.
        ("de", "Kane traf in der 12. Minute.", "Kane traf in der zwölften Minute."),
        ("de", "aus der 5. Klasse", "aus der fünften Klasse"),
        ("de", "An der 5. Avenue", "An der fünften Avenue"),
        ("de", "Es war der 3. Tag.", "Es war der dritte Tag."),
        ("de", "der Sieg der 1. Mannschaft", "der Sieg der ersten Mannschaft"),
        ("de", "jeder 3. Wähler, in jeder 3. Familie",
         "jeder dritte Wähler, in jeder dritten Familie"),
        ("de", "in der 12., 45. und 78. Minute",
         "in der zwölften, fünfundvierzigsten und achtundsiebzigsten Minute"),
        # A stop that is a rank's and the sentence's.
        ("de", "Heute ist der 3. Dann kommt er.", "Heute ist der dritte. Dann kommt er."),
        ("de", "Wir sind am 12. Es regnet.", "Wir sind am zwölften. Es regnet."),
        ("de", "Heute ist der 3.", "Heute ist der dritte."),
        # And of a time or its unit.
        ("nl", "Het is 13.00 uur. Dan komt hij.", "Het is dertien uur. Dan komt hij."),
        ("nl", "Om 7.45 u. vertrok hij.", "Om zeven uur vijfenveertig vertrok hij."),
        ("nl", "Om 8 u. Hij kwam.", "Om acht uur. Hij kwam."),
        ("es", "Llega a las 7:45 h. Luego sale.",
         "Llega a las siete cuarenta y cinco. Luego sale."),
        ("es", "Llega a las 23.05.", "Llega a las veintitrés cero cinco."),
        ("it", "Si parte alle 13.00.", "Si parte alle tredici."),
        ("it", "Verso le 20.30 arriva", "Verso le venti e trenta arriva"),
        # Dutch short forms with a slash, or with a title's name behind them.
        ("nl", "3 t/m 5 juni, ma t/m vr", "drie tot en met vijf juni, maandag tot en met vrijdag"),
        ("nl", "blz. 3 t/m 8", "bladzijde drie tot en met acht"),
        ("nl", "Daar is mevr. De Vries", "Daar is mevrouw De Vries"),
        # A round million counts by "of".
        ("es", "1.000.000 $ y 2.000.000 euros", "un millón de dólares y dos millones de euros"),
        ("es", "1.500.000 €", "un millón quinientos mil euros"),
        ("pt", "R$ 1.000.000", "um milhão de reais"),
        ("fr", "2 000 000 habitants", "deux millions d'habitants"),
        ("it", "1.000.000 km", "un milione di chilometri"),
        # The first of a month behind an article that has lost its vowel, or with its sign.
        ("it", "L'1 maggio, dall'1° maggio", "Il primo maggio, dal primo maggio"),
        ("it", "l'8 maggio", "l'otto maggio"),
        ("it", "dal 1° al 3 maggio", "dal primo al tre maggio"),
        ("it", "1°-3 maggio", "dal primo al tre maggio"),
        ("it", "dal 2° al 5°, sale di 5°", "dal secondo al quinto, sale di cinque gradi"),
        ("fr", "du 1er-3 mai", "du premier au trois mai"),
        # How a match ended: no ton, and no words.
        ("fr", "(3 t.a.b. à 1), 3 tab à 1", "(trois tirs au but à un), trois tirs au but à un"),
        ("de", "4:3 i. E. und 2:1 n. V.",
         "vier zu drei im Elfmeterschießen und zwei zu eins nach Verlängerung"),
        # No cents.
        ("de", "12,- Euro und 3,– €.", "zwölf Euro und drei Euro."),
        ("de", "5.- Franken, vom 3.-5. Mai", "fünf Franken, vom dritten bis fünften Mai"),
        ("nl", "€ 3,- of € 12,–", "drie euro of twaalf euro"),
        # Numbers as the Americas write them.
        ("es", "$1,234.56",
         "mil doscientos treinta y cuatro dólares con cincuenta y seis centavos"),
        ("es", "unos $1,234 al mes", "unos mil doscientos treinta y cuatro dólares al mes"),
        ("es-MX", "1,234 personas", "mil doscientas treinta y cuatro personas"),
        ("es", "612 000 200 mujeres", "seiscientos doce millones doscientas mujeres"),
        ("es", "200 000 mujeres", "doscientas mil mujeres"),
        ("pt", "200 000 300 mulheres", "duzentos milhões e trezentas mulheres"),
        ("de", "(90.+4)", "(neunzig plus vier)"),
        ("de", "am 3.+4. Mai", "am dritten und vierten Mai"),
        ("es", "los 60's", "los sesenta"),
        ("it", "gli 1980's", "gli millenovecentottanta"),
        ("nl", "in de XXe eeuw", "in de twintigste eeuw"),
        ("nl", "de XVIIe en XVIIIe eeuw", "de zeventiende en achttiende eeuw"),
        ("es-ES", "1,234 metros", "uno coma dos tres cuatro metros"),
        ("pt", "US$ 1,234.50",
         "mil duzentos e trinta e quatro dólares e cinquenta centavos"),
        # How long something took.
        ("fr", "en 2 h 03 min 12 s", "en deux heures trois minutes douze secondes"),
        ("fr", "en 9''58", "en neuf secondes cinquante-huit"),
        ("pt", "em 2h03min12s", "em duas horas três minutos doze segundos"),
        ("es", "en 2h03:12.", "en dos horas tres minutos doce segundos."),
        ("it", "in 2h03'12\"", "in due ore tre minuti dodici secondi"),
        ("nl", "in 2:03:12 uur", "in twee uur drie minuten twaalf seconden"),
        ("de", "in 26:17,53 Minuten",
         "in sechsundzwanzig Minuten siebzehn Komma fünf drei Sekunden"),
        # What stands behind the number is no noun.
        ("es", "Real Decreto 463/2020",
         "Real Decreto cuatrocientos sesenta y tres barra dos mil veinte"),
        ("de", "6,5 l/100 km", "sechs Komma fünf Liter pro hundert Kilometer"),
        ("de", "im Q3/2024", "im Q drei zweitausendvierundzwanzig"),
        # The minute of a match, which is no quotation mark.
        ("es", "goles en el 12', 45'+2 y 78'.",
         "goles en el minuto doce, minuto cuarenta y cinco más dos y minuto setenta y ocho."),
        ("it", "gol al 12' e 78'", "gol al minuto dodici e minuto settantotto"),
        ("it", "'Apollo 13' vola", "'Apollo tredici' vola"),
        ("pt", "gols aos 12'", "gols aos doze minutos"),
        ("fr", "but (12')", "but (douzième minute)"),
        # Telephones without a nought; in front of a noun such figures are a count.
        ("es", "al 91 123 45 67",
         "al noventa y uno, uno dos tres, cuarenta y cinco, sesenta y siete"),
        ("es", "al 612 34 56 78",
         "al seis uno dos, treinta y cuatro, cincuenta y seis, setenta y ocho"),
        ("es", "el 900 123 123 o", "el nueve cero cero, uno dos tres, uno dos tres o"),
        ("es", "unos 700 100 100 euros",
         "unos setecientos millones cien mil cien euros"),
        ("pt", "(11) 91234-5678", "um um, nove um dois três quatro, cinco seis sete oito"),
        ("it", "il 347 123 4567", "il tre quattro sette, uno due tre, quattro cinque sei sette"),
        ("de", "Tel 030 / 12 34 56",
         "Tel null drei null, eins zwei, drei vier, fünf sechs"),
        # A number of two parts is no range.
        ("fr", "l'art. L. 121-3", "l'article L. cent vingt et un trois"),
        ("fr", "n° 2023-1195",
         "numéro deux mille vingt-trois, mille cent quatre-vingt-quinze"),
        ("fr", "l'article 49-3, 10-15 ans", "l'article quarante-neuf trois, dix à quinze ans"),
        ("de", "Boeing 737-800, 5-10 Tage",
         "Boeing siebenhundertsiebenunddreißig, achthundert, fünf bis zehn Tage"),
        # Scores that go upwards.
        ("nl", "met 6-4, 3-6, 7-6", "met zes vier, drie zes, zeven zes"),
        ("nl", "verloor met 2-3", "verloor met twee drie"),
        ("nl", "5-10 jaar, met 2-3 dagen", "vijf tot tien jaar, met twee tot drie dagen"),
        # Roman numerals behind what they count, and in a row.
        ("de", "Hartz IV, Kapitel IV, Typ X", "Hartz vier, Kapitel vier, Typ X"),
        ("de", "Das II. Vatikanische Konzil", "Das zweite Vatikanische Konzil"),
        ("es", "los siglos XV y XVI", "los siglos quince y dieciséis"),
        ("pt", "os séculos XV e XVI", "os séculos quinze e dezesseis"),
        ("it", "i secoli XV e XVI", "i secoli quindicesimo e sedicesimo"),
        ("it", "la 21esima, il 12mo", "la ventunesima, il dodicesimo"),
    ],
)  # fmt: skip
def test_what_news_writes(language: str, written: str, said: str) -> None:
    assert normalize_text(written, language).text == said
