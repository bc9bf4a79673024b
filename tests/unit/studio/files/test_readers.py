"""The window promises what this installation reads, and says who can change what it does not."""

import pytest

from audiopress.errors import SourceError
from audiopress.studio.files import readers


def test_what_needs_nothing_more_is_read_everywhere(monkeypatch):
    monkeypatch.setattr(readers, "find_spec", lambda _: None)
    assert readers.UPLOADED - readers.list_readable() == {".pdf", ".rst"}
    assert (
        readers.describe_readable() == "Word, OpenDocument, a saved page, an e-mail, Markdown, text"
    )
    readers.check_readable("a.docx", ".docx")


def test_what_lacks_its_reader_is_refused_with_another_way(monkeypatch):
    monkeypatch.setattr(readers, "find_spec", lambda name: None if "pdf" in name else object())
    readers.check_readable("a.rst", ".rst")
    with pytest.raises(SourceError, match=r"a \.pdf file cannot be read here") as found:
        readers.check_readable("a.pdf", ".pdf")
    assert "paste its text" in found.value.hint


def test_with_all_installed_pdf_is_promised(monkeypatch):
    monkeypatch.setattr(readers, "find_spec", lambda _: object())
    assert "PDF" in readers.describe_readable()
    assert readers.list_readable() == readers.UPLOADED
