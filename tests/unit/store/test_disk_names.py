"""A file is found however the disk spells its name."""

import unicodedata
from pathlib import Path

import pytest

from audiopress.store.disk_names import is_there

LONG = "\u0958" * 60  # 180 bytes, and 360 when its letters are composed (it has no composed form)


@pytest.mark.parametrize(
    ("kept", "asked"),
    [
        ("a.md", "a.md"),
        ("cafe\u0301.md", "café.md"),
        (f"{LONG}.md", unicodedata.normalize("NFC", f"{LONG}.md")),
        (f"{LONG}/{LONG}.md", unicodedata.normalize("NFC", f"{LONG}/{LONG}.md")),
    ],
)
def test_a_file_is_there_under_its_composed_name(tmp_path: Path, kept: str, asked: str) -> None:
    (tmp_path / kept).parent.mkdir(exist_ok=True)
    (tmp_path / kept).write_bytes(b"")
    assert is_there(tmp_path, asked)


@pytest.mark.parametrize("name", ["b.md", "a" * 300, f"{'a' * 300}/b.md", "a\0b", "a.md/b", ""])
def test_no_name_is_an_error_where_there_is_no_file(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.md").write_bytes(b"")
    assert is_there(tmp_path, name) == (name == "")
