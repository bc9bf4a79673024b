"""Each how-to is followed to the letter, as the tutorials are, and does what it says."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from followed_pages import Reader, read_items
from runner import ROOT

HOW_TOS = ROOT / "docs" / "how-to"
VOICES = {"nora": "en-GB", "anna": "de-DE"}
"""Voices that their reader has added, each a tone here, and the language that it speaks."""


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    reader = Reader(tmp_path, HOW_TOS)
    folder = tmp_path / "voices"
    (folder / "tone").mkdir(parents=True)
    for name, language in VOICES.items():
        (folder / "tone" / f"{name}.onnx").write_bytes(b"12345")
        (folder / f"{name}.toml").write_text(
            f'name = "{name}"\nengine = "tone"\nlanguages = ["{language}"]\ncost = 0.001\n'
            f'title = "{name.title()}: a tone"\nsample_rate = 22050\n[[files]]\n'
            f'name = "{name}.onnx"\nsize = 5\nsha256 = "{"0" * 64}"\n'
            f'url = "https://a.example/{name}.onnx"\n',
            "utf-8",
        )
    reader.environment["AUDIOPRESS_VOICES"] = str(folder)
    return reader


def find_voices(reader: Reader) -> dict[str, set[str]]:
    """Return who spoke each role, as the records of the edition say."""
    found: dict[str, set[str]] = {}
    for path in reader.folder.glob("output/episodes/*/*/alignment.json"):
        for each in json.loads(path.read_text("utf-8"))["paragraphs"]:
            found.setdefault(each["role"], set()).add(each["voice"])
    return found


def test_names_are_said_as_the_lexicon_has_them(reader: Reader) -> None:
    reader.follow("names")
    kept = (reader.folder / "lexicon.pls").read_text("utf-8")
    assert ("Skerry" in kept, "Tayyip" in kept) == (True, False)
    assert "Calais" in (reader.folder / "lexicon.de.pls").read_text("utf-8")
    assert (reader.folder / "output" / "feed.xml").is_file()


def test_headlines_and_quotations_have_a_voice_of_their_own(reader: Reader) -> None:
    del reader.environment["AUDIOPRESS_VOICE"]  # it would speak all of it
    reader.follow("voices")
    spoken = find_voices(reader)
    assert (spoken["headline"], spoken["body"]) == ({"nora"}, {"heart"})
    assert (reader.folder / "nora.wav").is_file()


def test_german_articles_have_their_voice_and_their_feed(reader: Reader) -> None:
    del reader.environment["AUDIOPRESS_VOICE"]  # as above
    reader.follow("languages")
    output = reader.folder / "output"
    assert len(read_items(output / "feed.xml")) == 2
    assert read_items(output / "shows" / "deutsch" / "feed.xml") == ["Eis im Hafen"]
    assert find_voices(reader)["body"] == {"heart", "anna"}


def test_the_day_has_an_edition_of_its_own(reader: Reader) -> None:
    reader.follow("daily-edition")
    (title,) = read_items(reader.folder / "output" / "shows" / "morning" / "feed.xml")
    assert title.startswith("Morning edition")
    assert len(read_items(reader.folder / "output" / "feed.xml")) == 2


def test_an_article_is_corrected_taken_back_and_had_again(reader: Reader) -> None:
    reader.follow("corrections")
    (page,) = (reader.folder / "output" / "episodes").glob("*/index.html")
    assert "three suitcases" in page.read_text("utf-8")
    assert len(read_items(reader.folder / "output" / "feed.xml")) == 1
    assert len([*page.parent.glob("*/alignment.json")]) == 1


def test_every_how_to_is_followed_here() -> None:
    followed = set(re.findall(r'reader\.follow\("([\w-]+)"\)', Path(__file__).read_text("utf-8")))
    assert {page.stem for page in HOW_TOS.glob("*.md")} == followed
