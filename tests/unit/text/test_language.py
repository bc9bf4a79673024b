"""Which language a text is in."""

from __future__ import annotations

import pytest

from audiopress.text.language import guess_language


def test_languages_without_asking() -> None:
    assert guess_language("The defence secretary said the programme would cost £5m.") == "en-GB"
    assert guess_language("The defense secretary said the program would cost $5.00.") == "en-US"
    assert guess_language("Der Minister sagte, dass die Kosten für das Programm steigen.") == "de"
    assert guess_language("Le ministre a dit que le coût du programme est dans la loi.") == "fr"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("北の船は今日三時間遅れた。人々は港で待っていた。", "ja"),
        ("北方的渡轮今天晚点了三个小时。乘客们在码头上等待。", "zh"),
        ("Паром вышел из гавани на рассвете, и никто не знал, когда он вернётся.", "ru"),
        ("Το πλοίο έφυγε από το λιμάνι την αυγή με σαράντα επιβάτες.", "el"),
        ("배는 새벽에 마흔 명의 승객을 태우고 항구를 떠났다.", "ko"),
        ("The cafe of Łódź, 北, is open", "en"),
    ],
)
def test_a_short_text_in_other_letters_is_not_english(text: str, language: str) -> None:
    assert guess_language(text).partition("-")[0] == language
