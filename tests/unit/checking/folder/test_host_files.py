"""Files that tell a host or a robot to keep visitors from an edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from audiopress.checking.folder.host_files import find_host_faults
from audiopress.checking.shelf import Folder

if TYPE_CHECKING:
    from pathlib import Path

BASE = "https://listen.example/"

HARMFUL = {
    "robots.txt": (
        "User-agent: *\nDisallow: /\n",
        "User-agent: *\nAllow: /about\nDisallow: /episodes/ # trial\n",
        "user-agent: Overcast\nuser-agent: x\ndisallow: /feed\n",
        "User-agent: *\nDisallow: /*.xml$\n",
    ),
    "_redirects": (
        "/feed.xml https://else.example/feed.xml 301\n",
        "# moved\n/* https://else.example/:splat 302\n",
    ),
    ".htaccess": (
        "Redirect 301 /feed.xml https://else.example/feed.xml\n",
        "RewriteRule ^(.*)$ https://else.example/$1 [R=301,L]\n",
        "Require all denied\n",
    ),
    "vercel.json": (
        '{"redirects": [{"source": "/shows/:a*",\n "destination": "https://else.example/"}]}',
    ),
    "_headers": ("/*\n  X-Robots-Tag: noindex\n",),
}

HARMLESS = {
    "robots.txt": (
        "User-agent: *\nDisallow:\n",
        "User-agent: GPTBot\nDisallow: /\n",
        "User-agent: *\nDisallow: /admin/\nSitemap: https://listen.example/map.xml\n",
    ),
    "_redirects": (
        "https://old.example/* https://listen.example/:splat 301!\n",
        "/about https://courier.example/about 301\n",
        "# /feed.xml https://else.example/feed.xml\n",
    ),
    ".htaccess": ("AddType application/rss+xml .xml\n",),
    "_headers": ("/*\n  Access-Control-Allow-Origin: https://courier.example\n",),
}


def find_faults(folder: Path, name: str, text: str) -> list[str]:
    (folder / name).write_text(text, "utf-8")
    looks = find_host_faults(Folder(folder), BASE, ["feed.xml", "shows/a/feed.xml"])
    return [fault for _, _, fault in looks if fault]


@pytest.mark.parametrize(("name", "text"), [(n, t) for n, all_ in HARMFUL.items() for t in all_])
def test_what_keeps_visitors_away_is_named(name: str, text: str, tmp_path: Path) -> None:
    assert len(find_faults(tmp_path, name, text)) == 1


@pytest.mark.parametrize(("name", "text"), [(n, t) for n, all_ in HARMLESS.items() for t in all_])
def test_what_does_not_is_let_be(name: str, text: str, tmp_path: Path) -> None:
    assert find_faults(tmp_path, name, text) == []


def test_a_private_show_may_be_hidden(tmp_path: Path) -> None:
    (tmp_path / "robots.txt").write_text("User-agent: *\nDisallow: /\n")
    assert not any(each[2] for each in find_host_faults(Folder(tmp_path), BASE, ["a/feed.xml"]))
