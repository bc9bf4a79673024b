"""Short forms by language, and where they are left alone."""

from __future__ import annotations

import pytest

from audiopress.speaking.european.abbreviations import say_abbreviations


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("de", "siehe S. 5 und Abb. 3", "siehe Seite 5 und Abbildung 3"),
        ("de", "Er kam am S.", "Er kam am S."),
        ("fr", "p. ex. ici", "par exemple ici"),
        ("fr", "Mlle Roy", "mademoiselle Roy"),
        ("es", "pág. 3", "página 3"),
        ("es", "a las 15:05", "a las 15 cero 5"),
        ("it", "pag. 3", "pagina 3"),
    ],
)
def test_example(language: str, written: str, said: str) -> None:
    assert say_abbreviations(written, language) == said
