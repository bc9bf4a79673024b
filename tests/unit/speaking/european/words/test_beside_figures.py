"""Short words that a figure tells."""

from __future__ import annotations

import pytest

from audiopress.speaking.european.words.beside_figures import say_beside_figures
from audiopress.speaking.normalize import normalize_text


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("de", "3x so viel, 500 gr Mehl", "3 mal so viel, 500 g Mehl"),
        ("de", "gegen 20 h, 12 h lang", "gegen 20 Uhr, 12 h lang"),
        ("fr", "44 av. Foch, 44 av. J.-C.", "44 avenue Foch, 44 av. J.-C."),
        (
            "fr",
            "le 5e arr. et le 1er arr., bât. B",
            "le 5e arrondissement et le 1er arrondissement, bâtiment B",
        ),
        ("fr", "1,75 m, 2,5 m, 1,75 m²", "1 m 75, 2,5 m, 1,75 m²"),
        ("es", "1.200 MM€ y $500 pesos", "1.200 millones € y 500 pesos"),
        ("es", "a -12º, -12º C y el 12º", "a menos 12 °, -12º C y el 12º"),
        ("es", "3/4 partes, 3/4", "tres cuartas partes, 3/4"),
        ("es", "1/2 litro, 1/2 hora, 2 1/2 horas", "medio litro, media hora, 2 1/2 horas"),
        ("es", "1/2 de cada", "1/2 de cada"),
        ("it", "p.za Duomo, P.zza Navona", "piazza Duomo, Piazza Navona"),
        ("pt", "venceu o time por 3x1, um 4x4", "venceu o time por 3 a 1, um 4x4"),
        ("pt", "9h-18h em 10x, 9s58", "9h às 18h em 10 vezes, 9 s 58"),
        ("nl", "3x zo veel, 4x4, 3 x 100 m, 5xl", "3 keer zo veel, 4x4, 3 x 100 m, 5xl"),
    ],
)
def test_a_figure_tells_what_stands_beside_it(language: str, written: str, said: str) -> None:
    assert say_beside_figures(written, language) == said


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("es", "1.200 MM€", "mil doscientos millones de euros"),
        ("es", "a -12º", "a menos doce grados"),
        ("pt", "2x mais", "duas vezes mais"),
        ("fr", "1,75 m", "un mètre soixante-quinze"),
        ("de", "Elisabeth II.s Sohn", "Elisabeths der zweiten Sohn"),
        ("de", "Ludwig XIV.s Hof", "Ludwigs des vierzehnten Hof"),
    ],
)
def test_the_whole_is_said(language: str, written: str, said: str) -> None:
    assert normalize_text(written, language).text == said
