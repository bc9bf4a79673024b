"""``check --html``: the page is written where it may be, and that is known at once."""

from __future__ import annotations

import json
import os
import re
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


def test_one_file_has_a_page_with_its_sound_opened(edition: Path, tmp_path: Path) -> None:
    (path,) = edition.glob("episodes/tide-mill/*/*.mp3")
    page = tmp_path / "one.html"
    press = Press(edition.parent)
    press.run("check", path, "--html", page)
    text = page.read_text("utf-8")
    assert text.count("<svg") == 2
    assert text.count('class="article"') == 1
    assert "<h3" in text
    assert "Tide mill</bdi>" in text
    assert re.search(r'<details class="article" id="a1" open>', text)
    # The edition that lies here has it, and says which paragraphs there are.
    assert text.count("<tr><td>") == len(
        json.loads((path.parent / "alignment.json").read_bytes())["paragraphs"]
    )
    stray = tmp_path / "found.mp3"
    stray.write_bytes(path.read_bytes())
    press = Press(tmp_path / "elsewhere")
    press.run("check", stray, "--html", page)
    assert page.read_text("utf-8").count("<svg") == 2
    assert "<tr><td>" not in page.read_text("utf-8")
    stray.write_bytes(b"no sound at all")
    done = press.run("check", stray, "--html", page, ok=False)
    assert done.returncode == 1
    assert "is not possible" in done.stdout
    assert "<svg" not in page.read_text("utf-8")
