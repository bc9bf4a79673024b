"""What an editor has corrected in one article, from its first build on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from runner import Press

LINE = "Sign up with the harbour master."
STORY = f"# Ferry\n\nIt sails on Tuesday.\n\nNo fog is expected.\n\n{LINE}\n"


@pytest.mark.parametrize("place", ["new/ferry.md", "old/boat.md", "new/boat.md"])
def test_a_dropped_line_of_a_file_that_moved_is_dropped_again(press: Press, place: str) -> None:
    for folder in ("old", "new"):
        (press.folder / "all" / folder).mkdir(parents=True)
    (press.folder / "audiopress.toml").write_text('[edition]\nsources = ["all"]\n', "utf-8")
    (press.folder / "all" / "old" / "ferry.md").write_text(STORY, "utf-8")
    press.run("reading", "drop", LINE, "--in", "all/old/ferry.md")
    before = press.build()["articles"][0]
    (press.folder / "all" / "old" / "ferry.md").rename(press.folder / "all" / place)
    for _ in range(2):
        report = press.build()
        assert [each["guid"] for each in report["articles"]] == [before["guid"]]
        assert report["totals"]["spoken"] == 0
        page = (press.folder / "output" / "episodes" / "ferry" / "index.html").read_text("utf-8")
        assert "No fog is expected." in page
        assert LINE not in page


def test_a_new_file_with_a_line_that_was_dropped_elsewhere_says_it(press: Press) -> None:
    (press.folder / "all" / "old").mkdir(parents=True)
    (press.folder / "audiopress.toml").write_text('[edition]\nsources = ["all"]\n', "utf-8")
    ferry = press.folder / "all" / "old" / "ferry.md"
    ferry.write_text(STORY, "utf-8")
    press.run("reading", "drop", LINE, "--in", "all/old/ferry.md")
    press.build()
    # It went and did not move: what comes in its place is another article.
    ferry.unlink()
    other = f"# Bus\n\nIt leaves on Friday.\n\nNo snow is expected.\n\n{LINE}\n"
    (press.folder / "all" / "bus.md").write_text(other, "utf-8")
    press.build()
    page = (press.folder / "output" / "episodes" / "bus" / "index.html").read_text("utf-8")
    assert LINE in page
