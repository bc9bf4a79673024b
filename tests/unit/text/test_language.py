"""Which language a text is in."""

from __future__ import annotations

from audiopress.text.language import guess_language


def test_languages_without_asking() -> None:
    assert guess_language("The defence secretary said the programme would cost £5m.") == "en-GB"
    assert guess_language("The defense secretary said the program would cost $5.00.") == "en-US"
    assert guess_language("Der Minister sagte, dass die Kosten für das Programm steigen.") == "de"
    assert guess_language("Le ministre a dit que le coût du programme est dans la loi.") == "fr"
