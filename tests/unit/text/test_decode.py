"""Bytes to text, whatever a page says of its encoding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiopress.text.decode import decode, tidy

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


@given(st.text())
def test_utf8_comes_back(text: str) -> None:
    clean = text.encode("utf-8", "replace").decode("utf-8")
    expected = clean.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if "\x00" not in clean:
        assert decode(clean.encode()) == expected


@given(st.binary(max_size=200))
def test_any_bytes_become_text(body: bytes) -> None:
    assert isinstance(tidy(decode(body)), str)
