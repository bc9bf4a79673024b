"""What is found wrong with the sitemaps of an edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from audiopress.checking.pages.sitemap_rules import find_sitemap_faults
from audiopress.checking.shelf import Folder
from audiopress.publish.pages import sitemap
from audiopress.publish.pages.sitemap import plan_sitemaps, write_sitemap
from tests.unit.checking.pages.test_listing import list_episode
from tests.unit.publish_samples import episode, show

if TYPE_CHECKING:
    from pathlib import Path

BASE = show().address
HOMES = [episode(n).home for n in range(9)]


@pytest.fixture
def edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sitemap, "SITEMAP_PAGES", 4)
    for planned in plan_sitemaps([episode(n, url=None) for n in range(9)]):
        for name, body in write_sitemap(show(), planned).items():
            (tmp_path / name).write_bytes(body)
    return tmp_path


def find(folder: Path, homes: list[str]) -> list[str]:
    names = [home.split("/")[1] for home in homes]
    episodes = [list_episode(name, "") for name in names]
    episodes.append(list_episode("elsewhere", "https://news.example/one"))
    looks = list(find_sitemap_faults(Folder(folder), BASE, episodes))
    assert looks
    return [fault for _, _, fault in looks if fault]


def test_sitemaps_as_they_are_written_are_right(edition: Path) -> None:
    assert find(edition, HOMES) == []


def test_an_edition_without_them_is_not_asked(tmp_path: Path) -> None:
    assert list(find_sitemap_faults(Folder(tmp_path), BASE, [])) == []


def test_a_page_that_is_not_listed_is_named(edition: Path) -> None:
    (edition / "edition-sitemap-2.xml").unlink()
    faults = find(edition, HOMES)
    assert faults[0].startswith("is no XML")
    assert "0 times" in faults[1]


def test_a_page_that_is_listed_and_is_none_is_named(edition: Path) -> None:
    assert find(edition, HOMES[1:]) == [
        f"names {BASE}{HOMES[0]}, which is no page to be found there"
    ]


def test_a_page_that_is_listed_twice_is_named(edition: Path) -> None:
    part = edition / "edition-sitemap-2.xml"
    entry = f"<url><loc>{BASE}{HOMES[0]}</loc></url>"
    part.write_text(part.read_text().replace("</urlset>", f"{entry}</urlset>"))
    assert find(edition, HOMES) == [f"has {BASE}{HOMES[0]} 2 times"]


def test_another_document_under_its_name_is_named(edition: Path) -> None:
    (edition / "edition-sitemap.xml").write_text("<rss/>")
    assert find(edition, HOMES) == ["begins with rss, which no sitemap does"]
