"""A page that leads on is a fault, but where a private show has been."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.checking.pages.foreign import find_foreign_faults
from audiopress.checking.shelf import Folder
from audiopress.press.former_places import _render_page

if TYPE_CHECKING:
    from pathlib import Path


def find_faults(folder: Path) -> list[tuple[str, str]]:
    looks = find_foreign_faults(Folder(folder), "https://listen.example/")
    return [(name, fault) for name, _, fault in looks if fault]


def write_moved(folder: Path, target: str) -> None:
    (folder / "former").mkdir()
    (folder / "former/index.html").write_bytes(_render_page(f"../{target}/index.html"))


def test_a_show_that_has_moved_may_lead_on(tmp_path: Path) -> None:
    (tmp_path / "now").mkdir()
    (tmp_path / "now/index.html").write_text('<!doctype html><meta charset="utf-8"></html>')
    write_moved(tmp_path, "now")
    assert find_faults(tmp_path) == []


def test_it_leads_to_where_the_show_is(tmp_path: Path) -> None:
    write_moved(tmp_path, "gone")
    assert find_faults(tmp_path) == [("moved page", "leads to a page that is not there")]


def test_any_other_page_may_not(tmp_path: Path) -> None:
    write_moved(tmp_path, "now")
    path = tmp_path / "former/index.html"
    path.write_bytes(path.read_bytes().replace(b"../now/index.html", b"https://else.example/"))
    assert [name for name, _ in find_faults(tmp_path)] == ["foreign to the page"]
