"""Which language a text is in."""

from __future__ import annotations

import pytest

from audiopress.text.language import contradict_language, guess_language


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


@pytest.mark.parametrize(
    ("text", "usual", "language"),
    [
        ("# Маяк\n\nВ 1923 году маяк закрыли.", "en", "ru"),
        ("# Маяк\n\nВ 1923 году маяк закрыли.", "uk", "uk"),
        ("每天晚上,守塔人点亮灯。" * 9, "en", "zh"),
        ("東京の灯台は1923年に閉鎖された。", "en", "ja"),
        ("守塔人说:さくら。" + "每天晚上,守塔人点亮灯。" * 4, "en", "zh"),
        ("東京都", "ja", "ja"),
        ("등대는 1923년에 문을 닫았다.", "de", "ko"),
        ("Ο φάρος έκλεισε το 1923.", "en", "el"),
        ("המגדלור נסגר בשנת 1923.", "en", "he"),
        ("أُغلقت المنارة عام 1923.", "en", "ar"),
        ("فانوس دریایی بسته شد.", "fa", "fa"),
        ("ประภาคารปิดในปี 1923", "en", "th"),
        ("दीपघर 1923 में बंद हुआ।", "en", "hi"),
        ("დახურეს 1923 წელს.", "en", "ka"),
        ("使用 JavaScript 编程的人点亮灯。", "en", "zh"),
        ("Maják zavřeli roku 1923.", "cs", "cs"),
        ("La notte era lunga, la luce no.", "it", "it"),
        ("De vuurtoren is in 1923 gesloten en de man bleef.", "nl", "nl"),
        ("Leuchtturm geschlossen.", "de", "de"),
        ("1923", "de", "de"),
        ("Lighthouse closed.", "ru", "en"),
        ("The lighthouse was closed in 1923.", "nl", "en"),
        ("The lighthouse was closed in 1923.", "de", "en"),
        ("Lighthouse closed.", "en", "en"),
        ("Svetionik zatvoren.", "sr", "sr"),
        ("Пором вийшов із гавані на світанку, і ніхто не знав, коли він повернеться.", "en", "uk"),
    ],
)
def test_short_text_is_in_the_usual_language_or_that_of_its_script(
    text: str, usual: str, language: str
) -> None:
    assert guess_language(text, usual) == language


@pytest.mark.parametrize(
    ("text", "claimed", "language"),
    [
        ("В 1923 году маяк закрыли.", "en", "ru"),
        ("每天晚上,守塔人点亮灯。", "de-AT", "zh"),
        ("В 1923 году маяк закрыли.", "bg", ""),
        ("Lighthouse closed.", "ru", ""),
        ("Der Leuchtturm wurde geschlossen.", "en", ""),
    ],
)
def test_short_text_contradicts_its_page_by_its_script(
    text: str, claimed: str, language: str
) -> None:
    assert contradict_language(text, claimed) == language
