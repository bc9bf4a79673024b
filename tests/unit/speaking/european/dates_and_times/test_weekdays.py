"""Short forms of weekdays, which are other words as well."""

from __future__ import annotations

import pytest

from audiopress.speaking.european.dates_and_times.weekdays import say_weekdays
from audiopress.speaking.normalize import normalize_text


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("de", "Es läuft Mo.-Fr. von 9", "Es läuft Montag bis Freitag von 9"),
        ("de", "am Fr. um 9 Uhr", "am Freitag um 9 Uhr"),
        ("de", "Fr. und Sa. offen", "Freitag und Samstag offen"),
        ("de", "Mo., Mi. und Fr. ab 10", "Montag, Mittwoch und Freitag ab 10"),
        ("de", "Di. Mi. Do. offen", "Dienstag, Mittwoch, Donnerstag offen"),
        ("de", "Sa/So 10-18 Uhr, Do 20 Uhr", "Samstag und Sonntag 10-18 Uhr, Donnerstag 20 Uhr"),
        ("de", "Mo. Ruhetag", "Montag Ruhetag"),
        (
            "de",
            "Sa und So ist zu, Di+Do auch",
            "Samstag und Sonntag ist zu, Dienstag und Donnerstag auch",
        ),
        ("fr", "fermé lun. et dim.", "fermé lundi et dimanche."),
        ("es", "lun. cerrado", "lunes cerrado"),
        ("it", "gio. chiuso, mar. chiaro", "giovedì chiuso, mar. chiaro"),
        ("pt", "seg. fechado", "segunda-feira fechado"),
        ("nl", "ma. gesloten", "maandag gesloten"),
        ("de", "Es ist am So. Die Lage", "Es ist am Sonntag. Die Lage"),
        ("fr", "lun.-ven. 9h, du lun.-ven.", "lundi à vendredi 9h, du lundi au vendredi."),
        ("fr", "Le mar. 8 déc., le sam. fermé", "Le mardi 8 déc., le samedi fermé"),
        ("es", "lun. a vie. y sáb. 10:00", "lunes a viernes y sábado 10:00"),
        ("es", "L-V 9:00, el jue. 4 de mayo", "lunes a viernes 9:00, el jueves 4 de mayo"),
        ("it", "dal lun. al ven., lun-ven 9", "dal lunedì al venerdì, da lunedì a venerdì 9"),
        ("it", "Gio 4 maggio, dal lun.-ven.", "Giovedì 4 maggio, dal lunedì al venerdì."),
        ("pt", "seg. a sex., na qui.", "segunda a sexta, na quinta-feira."),
        ("pt", "Qua. 9/12, sáb. e dom.", "Quarta-feira 9/12, sábado e domingo."),
        ("nl", "ma-vr, op za. 5 mei", "maandag tot en met vrijdag, op zaterdag 5 mei"),
        ("nl", "di en do 10-12 uur, vr 4 dec.", "dinsdag en donderdag 10-12 uur, vrijdag 4 dec."),
    ],
)
def test_day(language: str, written: str, said: str) -> None:
    assert say_weekdays(written, language) == said


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("de", "Hr. und Fr. Klein, Fr. Dr. Klein, Fr. 12.50 und Fr. 9-17"),
        ("de", "Frau Do. und Xi Di. trafen sich. So 3 Leute"),
        ("de", "kosten Fr. 12.50. So war es"),
        ("fr", "Ils ont vu la mer. Il est là, par 4 mer calme"),
        ("es", "Van al mar. Luego mar y sol; el mar. Y"),
        ("it", "il mar Rosso"),
        ("pt", "Vai ter 4 de maio ou não; o dom. Depois"),
        ("nl", "Dat is zo. Do it, zo 9 uur, ma en pa"),
        ("nl", "do-do"),
    ],
)
def test_no_day(language: str, written: str) -> None:
    assert say_weekdays(written, language) == written


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("de", "am Fr., 4.12., um 9", "am Freitag, dem vierten Dezember, um neun"),
        ("de", "Am Fr. 4.12. kommt Fr. Klein", "Am Freitag, dem vierten Dezember kommt Frau Klein"),
        ("nl", "ma. t/m vr. 9-17 u.", "maandag tot en met vrijdag negen tot zeventien uur."),
        ("pt", "na quarta-feira (9/12)", "na quarta-feira (nove de dezembro)"),
        ("fr", "Vendredi 3/4. Il", "Vendredi trois avril. Il"),
        ("es", "jue. 4 dic. 2026", "jueves cuatro de diciembre de dos mil veintiséis"),
        ("pt", "4 dez. e 5 de dez. de 2026",
         "quatro de dezembro e cinco de dezembro de dois mil e vinte e seis"),
        ("it", "4 dic. 2026", "quattro dicembre duemilaventisei"),
    ],
)  # fmt: skip
def test_in_its_place(language: str, written: str, said: str) -> None:
    assert normalize_text(written, language).text == said
