"""The sitemaps of an edition: which pages they list, and which file one article more changes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from audiopress.publish.pages import sitemap
from audiopress.publish.pages.sitemap import plan_sitemaps, write_sitemap
from tests.unit.publish_samples import episode, show

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.model import Episode

ADDRESS = show().address


def write(episodes: Sequence[Episode]) -> dict[str, bytes]:
    """Return all sitemaps by their names."""
    files: dict[str, bytes] = {}
    for each in plan_sitemaps(episodes):
        files |= write_sitemap(show(), each)
    return files


def places(body: bytes) -> list[str]:
    etree.fromstring(body)  # well-formed
    return re.findall("<loc>(.*?)</loc>", body.decode())


def own(number: int) -> Episode:
    return episode(number, url=None)


def test_a_page_that_is_the_only_one_of_its_text_is_listed_with_its_day() -> None:
    (body,) = write([own(1), own(0)]).values()
    assert places(body) == [ADDRESS, f"{ADDRESS}{own(0).home}", f"{ADDRESS}{own(1).home}"]
    assert f"<lastmod>{own(0).changed.date()}</lastmod>" in body.decode()


def test_an_article_with_a_page_of_its_publisher_is_not() -> None:
    (body,) = write([episode(0, url="https://news.example/one")]).values()
    assert places(body) == [ADDRESS]


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "SITEMAP_PAGES", 4)


@pytest.mark.usefixtures("small")
def test_a_large_edition_has_an_index_of_its_parts() -> None:
    files = write([own(n) for n in range(14)])
    assert list(files) == [*(f"edition-sitemap-{n}.xml" for n in (1, 2, 3)), "edition-sitemap.xml"]
    assert places(files["edition-sitemap.xml"]) == [f"{ADDRESS}{name}" for name in files][:3]
    listed = [place for name in list(files)[:3] for place in places(files[name])]
    assert listed == [ADDRESS, *(f"{ADDRESS}{own(n).home}" for n in range(14))]


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("count", "changed"), [(5, ["edition-sitemap.xml"]), (13, ["edition-sitemap-3.xml"])]
)
def test_one_article_more_changes_one_file(count: int, changed: list[str]) -> None:
    before, after = (write([own(n) for n in range(size)]) for size in (count, count + 1))
    assert [name for name in after if after[name] != before[name]] == changed


def test_signs_of_xml_in_an_address_are_written_as_such() -> None:
    odd = show(address="https://listen.example/a&b/")
    (planned,) = plan_sitemaps([own(0)])
    (body,) = write_sitemap(odd, planned).values()
    assert etree.fromstring(body)[0][0].text == "https://listen.example/a&b/"
