"""Notes with a star or a dagger, and paragraphs that merely begin with one."""

from __future__ import annotations

import pytest

from tests.unit.reading_pages import read

TELLS = "of the town on the same day, the council said in a statement on Tuesday."

NOTES = [
    ("It was seen* by the people", "<p>{}</p>", "* This is the star note"),
    ("It was seen† by the people", "<p><small>{}</small></p>", "† By eye, in May."),
    ("It was seen<sup>*</sup> by all", "<p>{}</p>", "*Counted twice, it says."),
    ("It was “seen.”** by all", "<p>{}</p>", "** As told to the mayor."),
    ("It was seen,‡ by all", "<div>{}</div>", "‡ Before the storm came."),
    ("It was 40%* of it", "<p>{}</p>", "* Of all that voted."),
]


@pytest.mark.parametrize(("text", "box", "note"), NOTES)
def test_a_note_belongs_to_its_mark(text: str, box: str, note: str) -> None:
    spoken, left = read(f"<p>{text} {TELLS}</p>{box.format(note)}")
    assert (note, "footnote") in left
    assert note not in spoken


SPOKEN = {
    "It was seen by the people": "* Nobody knows why it came so late.",
    "It was an A* grade for all": "* Nobody knows why it came late.",
    "It was seen** by the people": "* Nobody knows why it came now.",
    "It was seen* by the people": "† Nobody knows why it came then.",
}


@pytest.mark.parametrize("text", SPOKEN)
def test_what_has_no_mark_is_read(text: str) -> None:
    assert SPOKEN[text] in read(f"<p>{text} {TELLS}</p><p>{SPOKEN[text]}</p>")[0]


def test_a_list_of_stars_stays() -> None:
    first, second = "* The first is the old bridge.", "* The second is the new one."
    spoken, left = read(f"<p>Two were seen* by all {TELLS}</p><p>{first}</p><p>{second}</p>")
    assert not [out for out, why in left if why == "footnote"]
    assert [line for line in spoken if "bridge" in line]
