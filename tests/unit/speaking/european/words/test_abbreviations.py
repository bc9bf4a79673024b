"""Short forms by language, and where they are left alone."""

from __future__ import annotations

import pytest

from audiopress.speaking.european.words.abbreviations import say_abbreviations


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("de", "siehe S. 5 und Abb. 3", "siehe Seite 5 und Abbildung 3"),
        ("de", "Er kam am S.", "Er kam am S."),
        ("fr", "p. ex. ici", "par exemple ici"),
        ("fr", "Mlle Roy", "mademoiselle Roy"),
        ("es", "pág. 3", "página 3"),
        (
            "de",
            "gegr. 1920, mind. 3 Pers. ggü. 5 Ew.",
            "gegründet 1920, mindestens 3 Personen gegenüber 5 Einwohner.",
        ),
        ("it", "in v.le Roma, C.so Italia", "in viale Roma, corso Italia"),
        ("de", "z.B. hier usw.", "zum Beispiel hier und so weiter."),
        ("de", "Z. B. hier, 5 Min. und 3 Mio. Leute", "Zum Beispiel hier, 5 Min. und 3 Mio. Leute"),
        ("de", "geb. Meier, geb. 1950", "geborene Meier, geboren 1950"),
        ("es", "EE.UU. y JJ. OO.", "Estados Unidos y Juegos Olímpicos."),
        ("pt", "o Sr. Silva, n.º 5", "o senhor Silva, número 5"),
        ("it", "A. C. Rossi, 44 a.C. circa", "A. C. Rossi, 44 avanti Cristo circa"),
        ("nl", "dhr. Smit, d.w.z. nu", "de heer Smit, dat wil zeggen nu"),
        ("it", "pag. 3", "pagina 3"),
        ("it", "falle, ecc. I pacchetti", "falle, eccetera. I pacchetti"),
        ("it", "la Fiat S.p.A. La ditta", "la Fiat società per azioni. La ditta"),
        ("de", "300 v. Chr. Die Stadt Rom", "300 vor Christus. Die Stadt Rom"),
        (
            "de",
            "300 v. Chr. Rom, wie z. B. Die Grünen",
            "300 vor Christus Rom, wie zum Beispiel Die Grünen",
        ),
        ("es", "en EE. UU. El Sr. La Rosa", "en Estados Unidos. El señor La Rosa"),
        ("nl", "peren enz. Zij at o.a. appels", "peren enzovoort. Zij at onder andere appels"),
        ("fr", "l'eau, etc. Paris", "l'eau, et cetera. Paris"),
    ],
)
def test_example(language: str, written: str, said: str) -> None:
    assert say_abbreviations(written, language) == said
