"""Bytes that do not say their encoding; the table of all is in tests/corpus/undeclared.py."""

from __future__ import annotations

import pytest

from audiopress.text.decode import decode, decode_with_notes

SENTENCES = [
    ("cp1251", "Мостът над пристанището се затваря за поне една година, съобщи общината."),
    ("iso8859-5", "Паром опоздал на час, и никто не знал почему."),
    ("cp866", "Паром опоздал на час, и никто не знал почему."),
    ("iso8859-2", "Główny most zostanie zamknięty, mówią mieszkańcy."),
    ("iso8859-7", "Η γέφυρα άνοιξε τον Μάρτιο."),
    ("cp1257", "Tiltas per uostą nuo pirmadienio bus uždarytas metams, pranešė savivaldybė."),
    ("cp1250", "Podul peste port va fi închis de luni pentru cel puţin un an, a anunţat primăria."),
    ("cp1252", "Þetta er brú yfir höfnina, sagði bæjarstjórinn."),
]


@pytest.mark.parametrize(("codec", "text"), SENTENCES, ids=[codec for codec, _ in SENTENCES])
def test_a_sentence_tells_its_encoding(codec: str, text: str) -> None:
    decoded = decode_with_notes(text.encode(codec))
    assert decoded.text == text
    assert any("read as" in note for note in decoded.notes)


@pytest.mark.parametrize(
    "text",
    [
        "“No,” she said – and that was all…",
        "It costs £3.4m, or €4m.",
        "Tuesday’s ferry · 5 °C · 3½ miles",
        "The naïve café’s “façade”",
        "© 2024 Harbour News™",
        "Zoë’s boat",
    ],
)
def test_english_with_the_signs_of_windows_is_western(text: str) -> None:
    assert decode(text.encode("cp1252")) == text
    assert decode(f"<p>{text}</p>".encode("cp1252")) == f"<p>{text}</p>"


def test_markup_does_not_outvote_a_headline() -> None:
    menu = '<li class="menu-item"><a href="/section/news.html" title="News">News</a></li>' * 200
    page = f"<style>.a {{ color: red }}</style>{menu}<h1>Паром опоздал на час</h1>"
    assert decode(page.encode("koi8-r")) == page


@pytest.mark.parametrize("codec", ["gb18030", "cp1251", "cp932", "big5"])
def test_a_long_text_is_cut_between_letters(codec: str) -> None:
    said = {
        "cp1251": "Паром опоздал. ",
        "cp932": "フェリーは遅れた。 ",
        "big5": "渡輪星期一晚點了。 ",
    }
    text = said.get(codec, "渡轮星期一晚点了。 ") * 4000
    assert decode(text.encode(codec)) == text
