"""Two prices with one sign, and shares with two."""

from __future__ import annotations

import pytest

from audiopress.speaking.normalize import normalize_text


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("nl", "€ 5-6 mln", "vijf tot zes miljoen euro"),
        ("nl", "€5-€6 miljoen", "vijf tot zes miljoen euro"),
        ("nl", "€5 mln-€6 mln", "vijf miljoen euro tot zes miljoen euro"),
        ("de", "€ 5–6", "fünf bis sechs Euro"),
        ("de", "5 € - 6 €", "fünf bis sechs Euro"),
        ("es", "$5 a 6 millones", "cinco a seis millones de dólares"),
        ("pt", "R$ 5 a 6 milhões", "cinco a seis milhões de reais"),
        ("it", "€ 5-6 mln", "cinque sei milioni di euro"),
        ("fr", "5%-6%", "cinq à six pour cent"),
        # One price, and two things.
        ("nl", "€ 5, 6 mln", "vijf euro, zes miljoen"),
        ("fr", "5 € à 6 amis", "cinq euros à six amis"),
    ],
)
def test_a_sign_counts_for_both(language: str, written: str, said: str) -> None:
    assert normalize_text(written, language).text == said
