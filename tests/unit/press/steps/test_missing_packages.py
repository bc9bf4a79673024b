"""A library that is lacking is named, with the command: the page has nothing to do with it."""

from __future__ import annotations

import importlib
import sys

import pytest

from audiopress.model import Document, Refused
from audiopress.press.steps.missing_packages import describe_missing
from audiopress.press.steps.read import ArticleReader
from audiopress.press.steps.read_all import read_documents
from audiopress.settings import load_settings
from audiopress.store.cache import Cache

LXML = (
    "lxml.html.clean module is now a separate project lxml_html_clean.\n"
    "Install lxml[html_clean] or lxml_html_clean directly."
)


def test_a_package_is_named_by_its_error() -> None:
    with pytest.raises(ImportError) as caught:
        importlib.import_module("no_such_package.at_all")
    error = describe_missing(caught.value, "a.html")
    assert error.message == "the package no_such_package is not installed, and reading needs it"
    assert error.hint.startswith("python -m pip install no_such_package,")
    assert error.where == "a.html"


def test_a_package_is_named_by_the_words_of_its_error() -> None:
    error = describe_missing(ImportError(LXML), "a.html")
    assert error.hint.startswith("python -m pip install lxml_html_clean,")


def test_an_error_without_a_name_is_told_whole() -> None:
    error = describe_missing(ImportError("cannot open shared object"), "a.html")
    assert "cannot open shared object" in error.message
    assert "--force-reinstall" in error.hint


def test_no_page_is_sent_to_anybody_for_it(tmp_path, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "audiopress.reading.cleaning.pipeline", None)
    settings = load_settings(None, root=tmp_path)
    reader = ArticleReader(settings, Cache(settings.cache), keep=False)
    page = Document(uri="a.md", media_type="text/markdown", body=b"# A pier\n\nIt is mended.\n")
    (refused,) = read_documents(reader, [page])
    assert isinstance(refused, Refused)
    assert "send the page" not in refused.error.hint
    assert "pip install" in refused.error.hint
