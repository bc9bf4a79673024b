"""What an editor has corrected in one article, from its first build on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from runner import Press

LINE = "Sign up with the harbour master."
STORY = f"# Ferry\n\nIt sails on Tuesday.\n\nNo fog is expected.\n\n{LINE}\n"


def test_a_dropped_line_of_a_file_that_moved_is_dropped_again(press: Press) -> None:
    for folder in ("old", "new"):
        (press.folder / "all" / folder).mkdir(parents=True)
    (press.folder / "audiopress.toml").write_text('[edition]\nsources = ["all"]\n', "utf-8")
    (press.folder / "all" / "old" / "ferry.md").write_text(STORY, "utf-8")
    press.run("reading", "drop", LINE, "--in", "all/old/ferry.md")
    before = press.build()["articles"][0]
    (press.folder / "all" / "old" / "ferry.md").rename(press.folder / "all" / "new" / "ferry.md")
    press.build()
    after = press.build()["articles"][0]
    assert after["guid"] == before["guid"]
    page = (press.folder / "output" / "episodes" / "ferry" / "index.html").read_text("utf-8")
    assert "No fog is expected." in page
    assert LINE not in page
