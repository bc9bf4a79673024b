"""A deploy whose last note cannot be written ends as another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runner import PressHere

from audiopress import load_settings
from audiopress.deploy.deployment import deploy
from audiopress.press.preflight import settle_settings

if TYPE_CHECKING:
    from pathlib import Path

STORY = "# Ferry\n\nIt was late on Monday because of ice in the harbour, said the master.\n"


def test_what_cannot_be_noted_here_stops_no_update(tmp_path: Path) -> None:
    press = PressHere(tmp_path / "edition")
    press.folder.mkdir()
    (press.folder / "a.md").write_text(STORY, "utf-8")
    (press.folder / "audiopress.toml").write_text(
        '[edition]\naddress = "https://listen.skerry.example/"\n'
        f'[deploy]\ntarget = "{tmp_path / "www"}"\nupdate = "cat > purged"\n',
        "utf-8",
    )
    press.build("a.md")
    settings = settle_settings(load_settings(folder=press.folder))
    # A file in the way of the folder, as a full disk would be.
    (settings.cache / "records" / "own-brought").write_bytes(b"")
    done = deploy(settings)
    assert (done.updated, done.problem) == (True, None)
    assert "feed.xml" in (press.folder / "purged").read_text("utf-8")
    assert "could not be noted on this computer" in " ".join(done.done.notes)
