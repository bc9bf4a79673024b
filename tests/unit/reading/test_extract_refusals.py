"""What cannot be read is named, with what to do."""

from __future__ import annotations

import pytest

from audiopress.errors import ReadingError
from audiopress.model import Document, Reading
from audiopress.reading.extract import MOST_BLOCKS, MOST_BYTES, MOST_CHARACTERS, extract


@pytest.mark.parametrize(
    ("media_type", "body"),
    [
        ("application/pdf", b"%PDF"),
        ("text/plain", b" \n "),
        ("text/html", b""),
        ("text/html", b"<html><body><script>x</script></body></html>"),
        ("text/markdown", b"---\nno key here\n---\ntext"),
        ("text/plain", b"x" * (MOST_BYTES + 1)),
        ("text/plain", b"x " * MOST_CHARACTERS),
        ("text/plain", b"It came.\n\n" * (MOST_BLOCKS + 1)),
        ("text/markdown", b"It came.\n\n" * (MOST_BLOCKS + 1)),
        ("text/html", b"<body><article>" + b"<p>It came.</p>" * (MOST_BLOCKS + 1)),
    ],
)
def test_what_cannot_be_read_is_named(media_type: str, body: bytes) -> None:
    with pytest.raises(ReadingError) as caught:
        extract(Document(uri="a", media_type=media_type, body=body), Reading())
    assert caught.value.where == "a"
    assert caught.value.hint
