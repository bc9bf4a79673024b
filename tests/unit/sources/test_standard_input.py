"""What comes by standard input and cannot be taken."""

from __future__ import annotations

import io
import sys

import pytest

from audiopress.model import Refused
from audiopress.sources.standard_input import read_standard_source


@pytest.mark.parametrize(
    ("body", "said", "hint"),
    [
        (b"PK\x03\x04\x14\x00\x00\x00pile", "a ZIP archive", "audiopress build FILE.zip"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a PNG picture", "audiopress build - < FILE"),
        (b" \n", "nothing came", "audiopress build - < FILE"),
    ],
)
def test_what_cannot_be_taken_is_told_with_what_can(
    monkeypatch: pytest.MonkeyPatch, body: bytes, said: str, hint: str
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(body)))
    found = read_standard_source()
    assert isinstance(found, Refused)
    assert said in found.error.message
    assert hint in found.error.hint
