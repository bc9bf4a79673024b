"""What a build says comes next, and what it opens; the code of a player to be pasted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from runner import PressHere

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

STORY = "---\ntitle: Fog\ndate: 2026-03-01\n---\n\nThe ferry was late.\n"
SERVED = '[edition]\naddress = "https://listen.example/"\n[show]\ntitle = "T"\n'


@pytest.fixture
def press(tmp_path: Path) -> PressHere:
    press = PressHere(tmp_path / "here")
    press.folder.mkdir()
    (press.folder / "fog.md").write_text(STORY, "utf-8")
    return press


def test_a_preview_says_that_it_is_one_and_how_to_look_at_it(press: PressHere) -> None:
    said = press.run("build", "fog.md").stderr
    assert "this is a preview" in said
    assert "address under [edition] of audiopress.toml (audiopress init)" in said
    assert said.endswith("serve --open\n")
    again = press.run("build", "fog.md").stderr
    assert "next:" not in again
    assert "preview" not in again


def test_an_edition_that_has_an_address_is_no_preview(press: PressHere) -> None:
    (press.folder / "audiopress.toml").write_text(SERVED, "utf-8")
    said = press.run("build", "fog.md", "-o", "public").stderr
    assert "preview" not in said
    assert said.endswith("serve --output public --open\n")


def test_a_page_is_opened_where_there_is_a_browser(
    press: PressHere, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("audiopress.cli.build.open_page", lambda page: not opened.append(page))
    press.run("build", "fog.md", "--open")
    press.run("build", "fog.md", "--no-open")
    page = press.folder / "output" / "episodes" / "fog" / "index.html"
    assert opened == [page.as_uri()]
    monkeypatch.setattr("audiopress.cli.build.open_page", lambda _page: False)
    assert "no browser can be opened here" in press.run("build", "fog.md", "--open").stderr


def test_the_code_of_a_player_is_printed_for_an_article(press: PressHere) -> None:
    (press.folder / "audiopress.toml").write_text(SERVED, "utf-8")
    press.build("fog.md")
    code = press.run("embed", "fog").stdout
    assert 'src="https://listen.example/episodes/fog/embed.html"' in code
    assert "audiopress-player.js" in press.run("embed", "Fog", "--as", "element").stdout
    missing = press.run("embed", "ferry", ok=False)
    assert (missing.returncode, missing.stdout) == (1, "")
    press.run("withdraw", "fog")
    gone = press.run("embed", "fog", ok=False)
    assert "is not published" in gone.stderr


def test_a_preview_says_where_its_code_works(press: PressHere) -> None:
    press.build("fog.md")
    assert "works on this machine alone" in press.run("embed", "fog").stderr


def test_a_folder_that_is_not_trusted_names_no_target(press: PressHere) -> None:
    deploy = '[deploy]\ntarget = "../there"\n'
    (press.folder / "audiopress.toml").write_text(SERVED + deploy, "utf-8")
    # What the folder says is not followed, so the command would be refused.
    assert "audiopress deploy" not in press.run("build", "fog.md", "--untrusted").stderr
    assert "audiopress deploy" not in press.run("status", "--untrusted").stderr
    said = press.run("withdraw", "fog", "--untrusted")
    assert "TARGET takes it from where it is served" in said.stdout + said.stderr
    assert "next: audiopress deploy\n" in press.run("status").stderr


def test_what_is_proposed_by_a_deploy_has_its_target(press: PressHere) -> None:
    (press.folder / "audiopress.toml").write_text(SERVED, "utf-8")
    press.build("fog.md")
    there = press.folder.parent / "the host"
    there.mkdir()
    (there / "index.html").write_text("Another one's.", "utf-8")
    said = press.run("deploy", "../the host", ok=False).stderr
    assert "say audiopress deploy '../the host' --overwrite" in said
    press.run("deploy", "../the host", "--overwrite")
    assert (there / "feed.xml").is_file()
