"""What a file is, by its bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiopress.sources.sniff import name_binary_format

TEXT = "<!doctype html><title>Größe</title><p>Ein Absatz, und noch einer.</p>"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG"),
        (b"GIF89a\1\0", "GIF"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "WebP"),
        (b"RIFF\x24\0\0\0WAVEfmt ", "WAV"),
        (b"BM\x46\0\0\0\0\0", "BMP"),
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04\x14\0", "ZIP"),
        (b"ID3\x04\0\0\0", "MP3"),
        (b"\0\0\0\x20ftypisom", "video"),
        (b"\x1f\x8b\x08\0", "gzip"),
        (b"some text\0and nuls in odd places\0\0\0", "binary"),
        (b"some text and\x02\x01\x05\x03 what no text has\0", "binary"),
    ],
)
def test_what_is_no_text_is_named(body: bytes, words: str) -> None:
    assert words in (name_binary_format(body) or "")


@pytest.mark.parametrize(
    "coding",
    ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"],
)
def test_text_in_any_coding_is_text(coding: str) -> None:
    assert name_binary_format(TEXT.encode(coding)) is None


@pytest.mark.parametrize("start", ["BMW builds", "ID3 is a tag", "MZ said", "BZh,"])
def test_words_that_begin_like_a_mark_are_text(start: str) -> None:
    assert name_binary_format(start.encode()) is None


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_no_utf_8_text_is_taken_for_something_else(text: str) -> None:
    assert name_binary_format(b"<p>" + text.encode()) is None


@pytest.mark.parametrize("at", [3, 20, -1])
def test_a_text_with_a_lost_nul_is_text(at: int) -> None:
    body = TEXT.encode()
    assert name_binary_format(body[:at] + b"\0" + body[at:]) is None


def test_a_long_text_may_have_some() -> None:
    assert name_binary_format((TEXT * 3).encode().replace(b"Absatz", b"Ab\0satz")) is None
