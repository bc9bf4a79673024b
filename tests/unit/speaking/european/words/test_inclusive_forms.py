"""Words for men and women at once."""

from __future__ import annotations

import pytest

from audiopress.speaking.european.normalize import normalize_european


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2 chercheur·euse·s", "deux chercheurs et chercheuses"),
        ("les étudiant·es inscrit·e·s", "les étudiants et étudiantes inscrits et inscrites"),
        ("les étudiant.e.s", "les étudiants et étudiantes"),
        ("un élu(e) heureux(se)", "un élue heureux ou heureuse"),
        ("tou·te·s les acteur·rice·s", "tous et toutes les acteurs et actrices"),
        ("tous·tes, sportif•ve•s", "tous et toutes, sportifs et sportives"),
        ("les citoyen·ne·s français·es", "les citoyens et citoyennes français et françaises"),
        ("il·elle est infirmier⋅ère", "il ou elle est infirmier ou infirmière"),
        ("élu·e·s régional·e·s", "élues régionaux et régionales"),
        ("les auteur·e·s", "les auteures"),
        ("les nouveau(elle)s", "les nouveaux et nouvelles"),
        ("Paris · Lyon", "Paris, Lyon"),
        ("voir exemple.se demain", "voir exemple.se demain"),
    ],
)
def test_french(written: str, said: str) -> None:
    assert normalize_european(written, "fr") == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("drei Wähler*innen", "drei Wähler-innen"),
        ("Jede Bürger:in", "Jede Bürger-in"),
        ("Lehrer_innen und Lehrer/-innen", "Lehrer-innen und Lehrer-innen"),
        ("Das Einwohner*innenmeldeamt", "Das Einwohner-innenmeldeamt"),
        ("SchülerInnen, Leser(innen)", "Schüler-innen, Leser-innen"),
        ("Die Innenstadt", "Die Innenstadt"),
    ],
)
def test_german(written: str, said: str) -> None:
    assert normalize_european(written, "de") == said
