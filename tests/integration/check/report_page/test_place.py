"""``check --html``: the page is written where it may be, and that is known at once."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest
from runner import Press

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow


def test_the_page_and_the_records_of_an_edition_come_together(
    edition: Path, tmp_path: Path
) -> None:
    page = tmp_path / "new" / "report.html"
    page.parent.mkdir()
    page.write_text("what was there before", "utf-8")
    done = Press(edition.parent).run("check", "--html", page, "--json")
    assert json.loads(done.stdout)["ok"]
    text = page.read_text("utf-8")
    assert text.count('class="article"') == 2
    assert text.count("<svg") == 4
    assert "All is well" in text
    assert [each.name for each in page.parent.iterdir()] == ["report.html"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("output", "is there and no file"),
        ("output/index.html", "would lie in the edition that is checked"),
        ("audiopress.toml/report.html", "a file stands where a folder is needed"),
        (os.devnull, "is there and no file"),
    ],
)
def test_a_place_that_cannot_be_is_named_before_the_work(
    edition: Path, name: str, told: str
) -> None:
    before = (edition / "index.html").read_bytes()
    # There is no such edition: were it looked for first, that would be the error.
    place = () if name.startswith("output") else ("nowhere",)
    done = Press(edition.parent).run("check", *place, "--html", name, ok=False)
    assert done.returncode
    assert told in " ".join(done.stderr.split())
    assert "try:" in done.stderr
    assert (edition / "index.html").read_bytes() == before
