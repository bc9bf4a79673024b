"""The file of a host, as editors find and leave it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from audiopress.errors import StoreError
from audiopress.press.site_memory.site_file import (
    Furniture,
    PublishedText,
    SeenArticle,
    SiteFile,
    load_site,
    locate_site,
    save_site,
)

if TYPE_CHECKING:
    from pathlib import Path

SITE = SiteFile(
    host="news.example.org",
    revision=2,
    furniture=(Furniture(line="Wir lesen „alles“.", pages=14, since=1),),
    articles={"0123456789ab": SeenArticle("01234567", 2), "1123456789ab": SeenArticle("11234567")},
    latest={"0123456789ab": "aaaaaaaaaaaa bbbbbbbbbbbb"},
)


def test_a_file_is_read_as_it_was_written(tmp_path: Path) -> None:
    save_site(tmp_path, SITE)
    assert (tmp_path / "sites" / "news.example.org.json").is_file()
    assert load_site(tmp_path, "news.example.org") == SITE
    assert load_site(tmp_path, "other.example.org") == SiteFile(host="other.example.org")


def test_a_published_text_is_kept_and_no_file_without_one_names_any(tmp_path: Path) -> None:
    save_site(tmp_path, SITE)
    assert '"published"' not in locate_site(tmp_path, SITE.host).read_text("utf-8")
    published = {"0123456789ab": PublishedText("01234567", 1, "ab" * 32)}
    site = msgspec.structs.replace(SITE, published=published)
    save_site(tmp_path, site)
    assert load_site(tmp_path, SITE.host) == site
    # Programs that know nothing of it read the rest.
    assert '"format": 1' in locate_site(tmp_path, SITE.host).read_text("utf-8")


def test_people_can_read_it(tmp_path: Path) -> None:
    save_site(tmp_path, SITE)
    text = locate_site(tmp_path, SITE.host).read_text("utf-8")
    assert '      "line": "Wir lesen „alles“.",\n      "pages": 14,\n' in text
    assert '    "0123456789ab": ["01234567", 2],\n' in text


def test_nothing_is_written_when_nothing_changed(tmp_path: Path) -> None:
    save_site(tmp_path, SITE)
    before = locate_site(tmp_path, SITE.host).stat()
    save_site(tmp_path, SITE)
    assert locate_site(tmp_path, SITE.host).stat().st_ino == before.st_ino


def test_what_an_editor_wrote_is_taken(tmp_path: Path) -> None:
    path = locate_site(tmp_path, "a.example")
    path.parent.mkdir()
    path.write_text('\ufeff{"host": "a.example", "furniture": [{"line": "Mind the gulls"}]}\r\n')
    assert load_site(tmp_path, "a.example").furniture == (Furniture(line="Mind the gulls"),)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"host": 1}',
        '{"host": "b.example"}',
        '{"host": "a.example", "format": 3}',
        '{"host": "a.example", "furniture": [{"pages": 3}]}',
        '<<<<<<< HEAD\n{"host": "a.example"}',
    ],
)
def test_a_file_that_cannot_be_used_is_named_and_left(tmp_path: Path, text: str) -> None:
    path = locate_site(tmp_path, "a.example")
    path.parent.mkdir()
    path.write_text(text)
    with pytest.raises(StoreError) as caught:
        load_site(tmp_path, "a.example")
    assert caught.value.where == str(path)
    assert caught.value.hint
    assert path.read_text() == text


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1:8000",
        "[::1]:80",
        "xn--strae-oqa.example",
        "..",
        "a/../../b",
        "A.example",
        "x" * 400,
    ],
)
def test_no_host_leads_out_of_the_folder(tmp_path: Path, host: str) -> None:
    path = locate_site(tmp_path, host)
    assert path.parent == tmp_path / "sites"
    assert path.suffix == ".json"
    assert not path.name.startswith("..")
    save_site(tmp_path, SiteFile(host=host))
    assert load_site(tmp_path, host) == SiteFile(host=host)
