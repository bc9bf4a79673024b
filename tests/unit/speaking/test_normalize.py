"""Texts as they are said, by language, and what no rule understood."""

from __future__ import annotations

from audiopress.speaking.normalize import normalize_text


def test_other_languages_say_their_numbers() -> None:
    assert "zweitausendvierundzwanzig" in normalize_text("Im Jahr 2024 kam er.", "de").text
    assert normalize_text("Louis XIV a payé 5 €.", "fr").text == "Louis quatorze a payé cinq euros."
    assert normalize_text("Felipe VI llegó.", "es").text == "Felipe sexto llegó."


def test_what_no_rule_understood_is_listed() -> None:
    assert normalize_text("It is ^_^ well.", "en").unsure == ("^_^",)
    assert normalize_text("It cost £5.", "en").unsure == ()
    assert normalize_text("The word Зима and 冬 (winter).", "en").unsure == ("Зима", "冬")
    assert normalize_text("¿Qué es «esto»?", "es").unsure == ()
    assert normalize_text("Это зима.", "ru").unsure == ()
