"""An address is taken as people type it, and what is none is told in words."""

import pytest

from audiopress import load_settings
from audiopress.errors import SourceError
from audiopress.studio.files.fetched import complete_address, fetch_page


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("https://example.org/story", "https://example.org/story"),
        ("http://example.org/", "http://example.org/"),
        (" example.org/story \n", "https://example.org/story"),
        ("www.example.org", "https://www.example.org"),
        ("//example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("https:/example.org/a", "https://example.org/a"),
        ("HTTP//example.org/a", "http://example.org/a"),
        ("<https://example.org/a>", "https://example.org/a"),
        ("example.org:8000/a", "https://example.org:8000/a"),
        ("straße.example/a.html", "https://straße.example/a.html"),
        ("example.org/a@b", "https://example.org/a@b"),
        ("localhost:8765/library.html", "http://localhost:8765/library.html"),
        ("127.0.0.1:8765/library.html", "http://127.0.0.1:8765/library.html"),
        ("192.168.1.4", "http://192.168.1.4"),
        ("[::1]:8000/a", "http://[::1]:8000/a"),
        ("8.8.8.8/a", "https://8.8.8.8/a"),
    ],
)
def test_an_address_is_taken_as_it_is_typed(typed, meant):
    assert complete_address(typed) == meant


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "nothing is written"),
        ("boats", "names no site"),
        ("the late ferry", "a space"),
        ("example.org/late ferry", "a space"),
        ("ada@example.org", "mail is sent to it"),
        ("ferry.docx", "a file is dropped"),
        ("file:///etc/passwd", "not with file:"),
        ("javascript:alert(1)", "not with javascript:"),
        ("ftp://example.org/", "not with ftp:"),
        ("https://", "the name of a site"),
    ],
)
def test_what_is_no_address_is_told_with_what_is_wrong_of_it(tmp_path, typed, why):
    with pytest.raises(SourceError, match="no address of a page") as told:
        fetch_page(load_settings(folder=tmp_path), typed)
    assert why in told.value.message
    assert "example.org/story" in told.value.hint
