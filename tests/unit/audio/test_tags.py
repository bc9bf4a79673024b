"""The tag of an episode, as mutagen reads it."""

from datetime import UTC, datetime
from io import BytesIO

import pytest
from mutagen.id3 import ID3

from audiopress.audio.tags import make_tag
from audiopress.errors import SoundError
from audiopress.model import Chapter, Enclosure, Episode, Imprint, Timeline

EPISODE = Episode(
    id="a",
    guid="g",
    slug="minutes",
    key="",
    title="Minutes",
    summary="",
    published=datetime(2026, 1, 2, tzinfo=UTC),
    changed=datetime(2026, 1, 2, tzinfo=UTC),
    language="en",
    enclosure=Enclosure(path="", length=0),
    rate=44100,
    samples=0,
)


def read_tag(count: int, samples_each: int = 44_100) -> ID3:
    timeline = Timeline(
        rate=44_100,
        samples=count * samples_each,
        cues=(),
        chapters=tuple(
            Chapter(start=number * samples_each, title=f"Item {number}") for number in range(count)
        ),
    )
    return ID3(BytesIO(make_tag(EPISODE, timeline, Imprint(show="Council"))))


def list_entries(tag: ID3, name: str) -> list[str]:
    """Return the chapters of a table of contents, those of its tables in their place."""
    found = []
    for entry in tag[f"CTOC:{name}"].child_element_ids:
        found += list_entries(tag, entry) if f"CTOC:{entry}" in tag else [entry]
    return found


@pytest.mark.parametrize("count", [2, 255, 256, 511, 1000])
def test_every_chapter_is_in_the_table_of_contents(count: int) -> None:
    tag = read_tag(count)
    entries = list_entries(tag, "toc")
    titles = [str(tag[f"CHAP:{entry}"].sub_frames["TIT2"]) for entry in entries]
    assert titles == [f"Item {number}" for number in range(count)]
    roots = [each.element_id for each in tag.getall("CTOC") if each.flags & 2]
    assert roots == ["toc"]
    assert all(each.flags & 1 for each in tag.getall("CTOC"))
    assert (len(tag.getall("CTOC")) == 1) == (count <= 255)


def test_a_chapter_beyond_what_the_tag_can_say_is_named() -> None:
    with pytest.raises(SoundError, match="ID3 can say 1,193"):
        read_tag(2, samples_each=44_100 * 3600 * 600)
