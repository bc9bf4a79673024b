"""What words beside figures tell, said whole: a figure that is read alone is read wrongly."""

from __future__ import annotations

import pytest

from audiopress.speaking.european.words.telling_words import say_telling_words
from audiopress.speaking.normalize import normalize_text


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        # A sentence of a law, and a page.
        ("de", "§ 14 Abs. 2 S. 1 GG", "Paragraf vierzehn Absatz zwei Satz eins GG"),
        ("de", "Art. 3 S. 1, S. 12", "Artikel drei Satz eins, Seite zwölf"),
        # Hours of a day, and how many.
        ("de", "am So 17 h, Beginn: 20 h", "am Sonntag siebzehn Uhr, Beginn: zwanzig Uhr"),
        ("de", "Mo-Fr 8-12 h", "Montag bis Freitag acht bis zwölf Uhr"),
        ("de", "ab 20.15 h, um 7.05 h", "ab zwanzig Uhr fünfzehn, um sieben Uhr fünf"),
        ("de", "heute 19:40 h", "heute neunzehn Uhr vierzig"),
        ("de", "es dauert 8-12 h, so 3 h", "es dauert acht bis zwölf Stunden, so drei Stunden"),
        ("de", "Fax -99", "Fax Durchwahl neunundneunzig"),
        ("de", "bei -99 Grad", "bei minus neunundneunzig Grad"),
        ("de", "Bürgermstr. Ott, Baumstr. 3", "Bürgermeister Ott, Baumstraße drei"),
        ("de", "Der 12. Sp. im 1. UG", "Der zwölfte Spieltag im ersten Untergeschoss"),
        ("de", "der 1. Vors. und die 2. Vors. Ott",
         "der erste Vorsitzende und die zweite Vorsitzende Ott"),
        ("de", "2. Vors. Ott", "zweiter Vorsitzender Ott"),
        ("de", "vom 24.12.-6.1. zu", "vom vierundzwanzigsten Dezember bis sechsten Januar zu"),
        ("de", "am 1./2. Dezember", "am ersten und zweiten Dezember"),
        ("de", "in der 90.+4. Min. traf er", "in der neunzig plus vierten Minute traf er"),
        ("de", "Am 3. u. 4. Mai", "Am dritten und vierten Mai"),
        ("de", "Brot u. Bier, u. a. Wein, u. U. mehr",
         "Brot und Bier, unter anderem Wein, unter Umständen mehr"),
        ("de", "250 T€ pro kg, 80 qm", ("zweihundertfünfzigtausend Euro pro Kilogramm,"
         " achtzig Quadratmeter")),
        ("de", "Tel.: 07071/123-456",
         "Telefon null sieben null sieben eins, eins zwei drei, vier fünf sechs"),
        ("fr", "Les - de 18 ans et les + de 26 ans",
         "Les moins de dix-huit ans et les plus de vingt-six ans"),
        ("fr", "- 2 °C à Lille", "moins deux degrés à Lille"),
        ("fr", "25 p. 100 et p. 100", "vingt-cinq pour cent et page cent"),
        ("fr", "4 x 400 m, 3 x 20 min, 3 x 2 m",
         "quatre fois quatre cents mètres, trois fois vingt minutes, trois sur deux mètres"),
        ("fr", "9h-12h/14h-18h",
         "neuf heures à douze heures et quatorze heures à dix-huit heures"),
        ("fr", "8h30-12h/13h30-17h", ("huit heures trente à douze heures et treize heures trente"
         " à dix-sept heures")),
        ("fr", "Plus de 1/3 a 300 k€", "Plus d'un tiers a trois cent mille euros"),
        ("fr", "24h/24, 7j/7", "vingt-quatre heures sur vingt-quatre, sept jours sur sept"),
        # A part of something, and a day.
        ("es", "7,5% de 1/3 de ellos", "siete coma cinco por ciento de un tercio de ellos"),
        ("es", "más de 2/3, el 4/7", "más de dos tercios, el cuatro de julio"),
        ("es", "el 1/3 de 2024", "el uno de marzo de dos mil veinticuatro"),
        ("es", "2h 47m, a 47 m", "dos horas cuarenta y siete minutos, a cuarenta y siete metros"),
        ("es", "Isabel II visitó", "Isabel segunda visitó"),
        ("es", "la 21.ª edición, el 31.º congreso",
         "la vigésima primera edición, el trigésimo primer congreso"),
        ("es", "máx. 12º, el 12º", "máximo doce grados, el duodécimo"),
        ("pt", "7,5% de 1/3 de tudo", "sete vírgula cinco por cento de um terço de tudo"),
        ("pt", "Sporting 1-1 Benfica", "Sporting um a um Benfica"),
        ("pt", "Santos 2 x 2 Vitória", "Santos dois a dois Vitória"),
        ("pt", "máx. 32º", "máximo trinta e dois graus"),
        ("pt", "em 1º/1/2026", "em primeiro de janeiro de dois mil e vinte e seis"),
        ("pt", "1/2 l no 2T25", "meio litro no segundo trimestre de dois mil e vinte e cinco"),
        ("es", "1/2 l y Guillermo II", "medio litro y Guillermo segundo"),
        ("fr", "Guillaume II, 1/2 l", "Guillaume deux, un demi-litre"),
        ("nl", "Charles III, 1/2 l", "Charles de derde, een halve liter"),
        ("pt", "3min09s60", "três minutos nove segundos sessenta"),
        ("nl", "7,5% van 1/3 van alles", "zeven komma vijf procent van één derde van alles"),
        ("nl", "vr. 4-12 om 9 uur", "vrijdag vier december om negen uur"),
        ("nl", "de marathon in 2.04.12", "de marathon in twee uur vier minuten twaalf seconden"),
        ("nl", "van 4-12 jr. en € 45K", "van vier tot twaalf jaar en vijfenveertigduizend euro"),
        ("nl", "in 3.27,46, € 3.270,46", ("in drie minuten zevenentwintig komma zesenveertig"
         " seconden, drieduizendtweehonderdzeventig euro zesenveertig")),
        ("nl", "2u47", "twee uur zevenenveertig"),
        ("it", "Dall'1/1/2026", "Dal primo gennaio duemilaventisei"),
        ("it", "al 2° p., a 2°", "al secondo piano, a due gradi"),
        ("it", "2h47', all'88'", "due ore quarantasette minuti, al minuto ottantotto"),
        ("it", "tel. 02 123456 o 800 123 456",
         ("telefono zero due, uno due tre quattro cinque sei o otto zero zero, uno due tre,"
         " quattro cinque sei")),
    ],
)  # fmt: skip
def test_example(language: str, written: str, said: str) -> None:
    assert normalize_text(written, language).text == said


def test_a_text_without_figures_stays() -> None:
    assert say_telling_words("Les - de", "fr") == "Les - de"
