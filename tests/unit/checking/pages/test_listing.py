"""What lists say of an episode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.checking.pages.listing import ListedEpisode, find_unlisted_addresses
from audiopress.checking.shelf import Folder

if TYPE_CHECKING:
    from pathlib import Path


def list_episode(name: str, address: str) -> ListedEpisode:
    return ListedEpisode(
        home=f"episodes/{name}/",
        sound=f"episodes/{name}/00000000/{name}.mp3",
        title=name,
        language="en",
        published="2026-03-02T00:00:00+00:00",
        seconds=60.0,
        summary=None,
        address=address,
    )


def find_faults(folder: Path, *addresses: str) -> list[str]:
    episodes = [list_episode(f"n{at}", address) for at, address in enumerate(addresses)]
    return [where for _, where, fault in find_unlisted_addresses(Folder(folder), episodes) if fault]


def test_articles_without_a_page_need_no_record(tmp_path: Path) -> None:
    assert find_faults(tmp_path, "", "") == []


def test_a_folder_that_is_gone_is_told_once(tmp_path: Path) -> None:
    address = "https://courier.example/"
    assert find_faults(tmp_path, f"{address}a", f"{address}b") == ["by-url/"]


def test_a_record_that_is_gone_is_told_of_its_article(tmp_path: Path) -> None:
    kept = tmp_path / "by-url/courier.example/a/index.json"
    kept.parent.mkdir(parents=True)
    kept.write_text("{}")
    address = "https://courier.example/"
    lost = find_faults(tmp_path, f"{address}a", f"{address}b")
    assert lost == ["by-url/courier.example/b/index.json"]
