"""German ordinals: the ending of the article, and the full stop that ends a sentence."""

from __future__ import annotations

import pytest

from audiopress.speaking.european.german_ranks import say_german_ranks


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("der 3. Platz", "der dritte Platz"),
        ("den 3. Platz, sie den 2. und", "den dritten Platz, sie den zweiten und"),
        ("vom 3. bis 5. Mai", "vom dritten bis fünften Mai"),
        (
            "vom 3.-5. Mai, der 3.–5. Platz",
            "vom dritten bis fünften Mai, der dritte bis fünfte Platz",
        ),
        ("3.-5. Mai", "dritter bis fünfter Mai"),
        ("A-6. Dann", "A-6. Dann"),
        ("der 2. und 3. Platz", "der zweite und dritte Platz"),
        ("im 2. Quartal", "im zweiten Quartal"),
        ("2. Quartal, 2. Liga, 2. Platz", "zweites Quartal, zweite Liga, zweiter Platz"),
        ("seinem 40. Geburtstag", "seinem vierzigsten Geburtstag"),
        ("seit 3. Mai", "seit dritten Mai"),
        ("Es waren 20. Danach kam nichts.", "Es waren 20. Danach kam nichts."),
        ("Platz 5. Alle jubelten.", "Platz 5. Alle jubelten."),
        ("Das war 1990. Dann", "Das war 1990. Dann"),
        ("Er wurde 2. und sie 3. im Rennen", "Er wurde zweiter und sie dritter im Rennen"),
        ("zu 2. gegen", "zu zweit gegen"),
        ("Version 1.2.3 und 3.", "Version 1.2.3 und 3."),
    ],
)
def test_example(written: str, said: str) -> None:
    assert say_german_ranks(written) == said
