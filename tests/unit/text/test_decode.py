"""Bytes to text, whatever a page says of its encoding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiopress.text.decode import decode, decode_with_notes, tidy

TEXT = "Der Präsident sagte: “Nein” – für 5 €."


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        (TEXT.encode(), None),
        (TEXT.encode("utf-8-sig"), None),
        (TEXT.encode("utf-16"), None),
        (TEXT.encode("utf-16-be"), None),
        (TEXT.encode("utf-16-le"), None),
        (TEXT.encode("utf-32"), None),
        (TEXT.encode("cp1252"), None),
        (TEXT.encode("cp1252"), "iso-8859-1"),
        (TEXT.encode(), "iso-8859-1"),
        (b"<meta charset=utf-8>" + TEXT.encode("cp1252"), None),
        (b"<meta charset=utf-16>" + TEXT.encode(), None),
    ],
)
def test_bytes_are_read_as_browsers_read_them(body: bytes, charset: str | None) -> None:
    assert decode(body, charset).removeprefix("<meta charset=utf-8>").endswith(TEXT)


def test_a_declared_encoding_counts() -> None:
    body = '<meta charset="windows-1251"><p>Москва'.encode("cp1251")
    assert decode(body).endswith("Москва")


LABELS = [
    ("x-sjis", "①番の橋は三月に開く", "cp932"),
    ("windows-31j", "港の橋が髙い", "cp932"),
    ("x-euc-jp", "港の橋は三月に開く", "euc_jp"),
    ("csiso2022jp", "港の橋は三月に開く", "iso2022_jp"),
    ("ks_c_5601-1987", "다리가 똠방각하를 만났다", "cp949"),
    ("windows-949", "다리가 똠방각하를 만났다", "cp949"),
    ("gb_2312-80", "大桥三月开通", "gb2312"),
    ("x-gbk", "大橋三月開通", "gbk"),
    ("cn-big5", "嗰條橋三月開通", "big5hkscs"),
    ("iso-8859-8-i", "הגשר נפתח במרץ", "iso8859-8"),
    ("logical", "הגשר נפתח במרץ", "iso8859-8"),
    ("x-mac-cyrillic", "Мост открыли в марте", "mac-cyrillic"),
    ("koi8-ru", "Міст відкрили в березні", "koi8-u"),
    ("dos-874", "สะพานเปิดในเดือนมีนาคม", "cp874"),
    ("iso-8859-11", "“สะพาน” เปิดแล้ว", "cp874"),
    ("sun_eu_greek", "Η γέφυρα άνοιξε τον Μάρτιο", "iso8859-7"),
    ("csisolatin9", "Le pont a coûté 5 €", "iso8859-15"),
]
"""Labels of https://encoding.spec.whatwg.org/#names-and-labels, and Python's codec for each."""


@pytest.mark.parametrize(("label", "text", "codec"), LABELS, ids=[label for label, *_ in LABELS])
def test_a_label_means_what_it_means_to_browsers(label: str, text: str, codec: str) -> None:
    body = text.encode(codec)
    assert decode(body, label) == text
    assert decode(f'<meta charset="{label.upper()}"><p>'.encode() + body).endswith(text)


def test_what_calls_itself_gb2312_may_hold_all_of_gb18030() -> None:
    assert decode("大桥㐀开通".encode("gb18030"), "gb2312") == "大桥㐀开通"


@pytest.mark.parametrize(
    "label",
    ["hex", "rot13", "punycode", "unicode_escape", "utf-7", "x-user-defined", "no-such", ""],
)
def test_what_is_no_encoding_of_pages_is_not_believed(label: str) -> None:
    assert decode(TEXT.encode("cp1252"), label) == TEXT


@pytest.mark.parametrize("label", ["iso-2022-kr", "hz-gb-2312", "replacement"])
def test_a_label_of_an_encoding_that_is_no_longer_read_counts_as_unknown(label: str) -> None:
    body = f"<meta charset={label}>The caf\xe9 by the bridge".encode("latin-1")
    assert decode(body) == body.decode("latin-1")
    assert decode("The café by the bridge".encode(), label) == "The café by the bridge"


def test_utf8_that_speaks_of_shifts_in_japanese_mail_is_utf8() -> None:
    assert decode(b"the label iso-2022-jp means shifts", "iso-2022-jp").endswith("shifts")


@given(st.text())
def test_utf8_comes_back(text: str) -> None:
    clean = text.encode("utf-8", "replace").decode("utf-8")
    expected = clean.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if "\x00" not in clean:
        assert decode(clean.encode()) == expected


@given(st.binary(max_size=200))
def test_any_bytes_become_text(body: bytes) -> None:
    assert isinstance(tidy(decode(body)), str)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("the harbour\u00e2\u20ac\u2122s boat", "the harbour\u2019s boat"),
        ("the harbour\u00e2\x80\x99s boat", "the harbour\u2019s boat"),
        ("\u00e2\u20ac\u0153Calm\u00e2\u20ac\x9d", "\u201cCalm\u201d"),
        ("the \ufffcboat", "the boat"),
        ("un ch\u00e2teau", "un ch\u00e2teau"),
        ("\u00e2\u20ac5", "\u00e2\u20ac5"),
    ],
)
def test_marks_that_were_encoded_twice_are_as_they_were_meant(written: str, meant: str) -> None:
    assert tidy(written) == meant


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (b"the\x0bharbour", "the\u240bharbour"),
        (
            b"a kee\x07per, a h\x02ouse, one\x00two, t\x01en",
            "kee\u2407per, h\u2402ouse, one\u2400two, ...",
        ),
        ("Thirty\x0bé\x1fld".encode(), "Thirty\u240bé"),
    ],
)
def test_a_control_within_a_word_is_told(body: bytes, shown: str) -> None:
    (note,) = decode_with_notes(body).notes
    assert note.endswith(f"within words: {shown}")


@pytest.mark.parametrize(
    "body", [b"the\tharbour", b"the\nharbour", b"the \x0bharbour", b"end.\x0bNext", b"\x1b[31mred"]
)
def test_a_control_that_parts_no_word_is_not(body: bytes) -> None:
    assert decode_with_notes(body).notes == ()
