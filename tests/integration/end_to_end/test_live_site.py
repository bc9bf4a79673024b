"""A site that has an address and no folder: what its owner is told, and what copied lines do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from runner import PressHere

from audiopress.public import load_settings

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

STORY = "---\ntitle: Fog\ndate: 2026-03-01\n---\n\nThe ferry was late.\n"


@pytest.fixture
def press(tmp_path: Path) -> PressHere:
    press = PressHere(tmp_path / "here")
    press.folder.mkdir()
    return press


def test_a_site_at_an_address_is_no_folder(press: PressHere) -> None:
    done = press.run("site", "http://127.0.0.1:8731/", ok=False)
    assert done.returncode == 2
    assert "init http://127.0.0.1:8731/" in done.stderr
    assert "--as script" in done.stderr
    assert not list(press.folder.iterdir())


def test_init_takes_an_address_as_the_source(press: PressHere) -> None:
    done = press.run("init", "https://blog.example/feed/?a=1")
    assert "its articles come from https://blog.example/feed/?a=1" in done.stdout
    assert done.stdout.endswith("audiopress build\n")
    assert [each.name for each in press.folder.iterdir()] == ["audiopress.toml"]
    assert load_settings(folder=press.folder).sources == ("https://blog.example/feed/?a=1",)
    again = press.run("init", "https://blog.example/", ok=False)
    assert "there is one already" in again.stderr


def test_init_proposes_what_fetches_from_the_own_network(press: PressHere) -> None:
    said = press.run("init", "http://127.0.0.1:8731/feed.xml").stdout
    assert said.endswith("audiopress build --allow-private\n")


def test_init_refuses_an_address_that_is_none(press: PressHere) -> None:
    done = press.run("init", "ftp://blog.example/", ok=False)
    assert done.returncode == 2
    assert "'ftp://blog.example/' is no http(s) address" in done.stderr
    assert not list(press.folder.iterdir())


def test_what_init_proposes_for_another_folder_begins_there(press: PressHere) -> None:
    said = press.run("init", "my show", "--yes").stdout
    assert "put articles into my show/articles/" in said
    assert "then cd 'my show' && " in said
    here = press.run("init", ".", "--yes").stdout
    assert "cd " not in here.rpartition("next:")[2]


def test_deploy_proposes_a_check_that_reaches_this_machine(press: PressHere) -> None:
    address = '[edition]\naddress = "http://127.0.0.1:8732/listen/"\n'
    (press.folder / "audiopress.toml").write_text(address, "utf-8")
    (press.folder / "fog.md").write_text(STORY, "utf-8")
    press.build("fog.md")
    said = press.run("deploy", "served").stderr + press.run("deploy", "served").stdout
    assert "check http://127.0.0.1:8732/listen/ --allow-private" in said
