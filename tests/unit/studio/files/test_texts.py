"""The text of a file, edited in the window."""

import pytest

from audiopress.errors import SourceError
from audiopress.studio.files.articles import StudioArticle
from audiopress.studio.files.texts import read_text, remove_file, replace_text


def test_a_text_is_read_and_written_as_utf_8(tmp_path):
    file = tmp_path / "a.md"
    file.write_text("# Fähre\n", "utf-8")
    text, digest = read_text(file)
    replace_text(file, text + "\r\nNeu.\r\n\r\n", digest)
    assert file.read_bytes() == "# Fähre\n\nNeu.\n".encode()


def test_a_byte_order_mark_stays(tmp_path):
    file = tmp_path / "a.md"
    file.write_bytes("\ufeffBoats".encode())
    text, digest = read_text(file)
    assert text == "Boats"
    replace_text(file, "Ships", digest)
    assert file.read_bytes() == "\ufeffShips\n".encode()


def test_what_somebody_else_has_written_meanwhile_is_not_lost(tmp_path):
    file = tmp_path / "a.md"
    file.write_text("one", "utf-8")
    digest = read_text(file).digest
    file.write_text("two", "utf-8")
    with pytest.raises(SourceError, match="changed this file meanwhile"):
        replace_text(file, "three", digest)
    assert file.read_text("utf-8") == "two"


def test_an_empty_text_is_no_edit(tmp_path):
    file = tmp_path / "a.md"
    file.write_text("one", "utf-8")
    with pytest.raises(SourceError, match="no text"):
        replace_text(file, " \n", read_text(file).digest)
    assert file.read_text("utf-8") == "one"


def test_letters_that_would_be_spoilt_are_not_edited(tmp_path):
    file = tmp_path / "a.txt"
    file.write_bytes("Fähre".encode("latin-1"))
    with pytest.raises(SourceError, match="not in UTF-8"):
        read_text(file)


def test_a_document_is_edited_elsewhere(tmp_path):
    file = tmp_path / "a.docx"
    file.write_bytes(b"PK")
    with pytest.raises(SourceError, match=r"a \.docx file is edited in the program"):
        read_text(file)


def test_a_file_goes_only_while_nothing_of_it_is_published(tmp_path):
    file = tmp_path / "a.md"
    file.write_text("one", "utf-8")
    with pytest.raises(
        SourceError, match=r"not a new one \(made on this computer\), and its file stays"
    ):
        remove_file(file, StudioArticle(title="A", state="published"))
    assert file.exists()
    remove_file(file, StudioArticle(title="A", state="new"))
    assert not file.exists()
