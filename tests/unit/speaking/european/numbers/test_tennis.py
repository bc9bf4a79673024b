"""Sets of tennis, whose slashes part no fraction."""

from __future__ import annotations

import pytest

from audiopress.speaking.european.numbers.tennis import write_tennis
from audiopress.speaking.normalize import normalize_text


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("por 6/4, 3/6 e 7/6", "por 6-4, 3-6 e 7-6"),
        ("gana 7/6 (7/5), 6/2", "gana 7-6 (7-5), 6-2"),
        ("bat 7-6 (7/5)", "bat 7-6 (7-5)"),
        ("vince 7-6(4), 6-2", "vince 7-6 (4), 6-2"),
        # A fraction or a date, days, a set that nobody has won.
        ("6/4 dos alunos", "6/4 dos alunos"),
        ("dia 6/4 e 6/3", "dia 6/4 e 6/3"),
        ("6/5, 5/3 e 8/7", "6/5, 5/3 e 8/7"),
        ("la loi 7-6 (article 3)", "la loi 7-6 (article 3)"),
    ],
)
def test_sets(written: str, said: str) -> None:
    assert write_tennis(written) == said


def test_a_tie_break_is_no_fraction_of_five() -> None:
    assert normalize_text("7-6 (7/5)", "fr").text == "sept à six (sept à cinq)"
