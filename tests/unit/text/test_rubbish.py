"""What is no text is told from text with a damaged letter, and text encoded twice is mended."""

from __future__ import annotations

import random

import pytest

from audiopress.errors import ReadingError
from audiopress.model import Document, Reading
from audiopress.reading.extract import extract
from audiopress.text.decode import decode, decode_with_notes
from audiopress.text.rubbish import find_rubbish

RUSSIAN = "Паром опоздал на час, и никто не знал почему. Мост закрыли на год."
CHINESE = "渡轮星期一晚点了一个小时,没有人知道原因。港口大桥将关闭一年。"
FRENCH = "Le café fermé a été célébré à l’école du château, près de la forêt."
GERMAN = "Die Fähre kam über eine Stunde zu spät, und niemand wußte, warum."
VIETNAMESE = "Hội đồng thành phố cho biết cây cầu bắc qua cảng sẽ đóng cửa ít nhất một năm."
STORY = "The ferry was late on Monday, and nobody knew why it had not left the quay. " * 20


def read(body: bytes, media_type: str) -> None:
    extract(Document(uri="a.html", media_type=media_type, body=body), Reading())


@pytest.mark.parametrize("media_type", ["text/html", "text/plain", "text/markdown"])
@pytest.mark.parametrize(
    "text",
    [
        RUSSIAN.encode("cp1251").decode("cp1252"),
        RUSSIAN.encode("koi8-r").decode("latin-1"),
        CHINESE.encode("gb18030").decode("cp1252", "replace"),
        "フェリーは月曜日に一時間遅れたが、理由は誰にもわからなかった。".encode("euc_jp").decode(
            "latin-1"
        ),
        FRENCH.encode("cp1252").decode("utf-8", "replace"),
        "\ufffd\ufffd\ufffd \ufffd\ufffd \ufffd\ufffd\ufffd\ufffd",
        "\x01\x02\x03\x04 ab \x05\x06" * 20,
    ],
)
def test_rubbish_is_refused_with_its_place(text: str, media_type: str) -> None:
    body = f"<p>{text}</p>" if media_type == "text/html" else text
    with pytest.raises(ReadingError) as caught:
        read(body.encode(), media_type)
    assert caught.value.where == "a.html"
    assert caught.value.hint


@pytest.mark.parametrize("media_type", ["text/html", "text/plain"])
@pytest.mark.parametrize("seed", range(5))
def test_a_binary_file_is_refused_whatever_it_is_called(seed: int, media_type: str) -> None:
    body = random.Random(seed).randbytes(4000).replace(b"\0", b"")  # noqa: S311 - no secret
    with pytest.raises(ReadingError):
        read(body, media_type)


@pytest.mark.parametrize("text", [RUSSIAN, CHINESE, FRENCH, GERMAN, VIETNAMESE, STORY])
def test_text_is_no_rubbish(text: str) -> None:
    assert find_rubbish(text) == ""
    assert find_rubbish(f"<p>{text}</p>" * 200) == ""


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (f"{GERMAN} It’s ".encode() + b"it\x92s", "it’s"),
        (f"{GERMAN} ".encode() + b"\x93No\x94", "“No”"),
        (STORY.encode() + "“No” ".encode() + b"\xe2\x80", "“No” \ufffd"),
        (STORY.encode() + "caf\ufffd".encode(), "caf\ufffd"),
    ],
)
def test_a_damaged_letter_is_noted_and_the_rest_read(body: bytes, said: str) -> None:
    decoded = decode_with_notes(body)
    assert decoded.text.endswith(said)
    assert decoded.notes
    article = extract(Document(uri="a.txt", media_type="text/plain", body=body), Reading())
    assert article.notes == decoded.notes


@pytest.mark.parametrize("codec", ["latin-1", "cp1252"])
@pytest.mark.parametrize("text", [GERMAN, FRENCH, f"<p>{GERMAN}</p>" * 5])
def test_what_was_encoded_twice_is_read_as_it_was_meant(text: str, codec: str) -> None:
    twice = b"".join(
        bytes((byte,)).decode(codec, "replace").encode()
        if bytes((byte,)).decode(codec, "replace") != "\ufffd"
        else chr(byte).encode()
        for byte in text.encode()
    )
    assert decode(twice) == text


@pytest.mark.parametrize("text", ["fÃ¼r", "Ã¼ is what “ü” becomes, Ã¶ what “ö” becomes, Ã¤, Ã©"])
def test_a_text_that_quotes_such_letters_is_left_alone(text: str) -> None:
    assert decode(text.encode()) == text


@pytest.mark.parametrize("label", ["iso-8859-1", "windows-1252", "ascii"])
@pytest.mark.parametrize(("codec", "text"), [("cp1251", RUSSIAN), ("gb18030", CHINESE)])
def test_a_label_that_makes_rubbish_is_not_believed(codec: str, text: str, label: str) -> None:
    assert decode(text.encode(codec), label) == text
    page = f"<meta charset={label}><p>{text}</p>"
    assert decode(page.encode(codec)) == page
