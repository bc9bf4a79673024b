"""Sources below an article."""

import pytest

from tests.unit.text_blocks import LATER, STORY, block, heading, item, later, read, story


def test_sources_are_left_out_up_to_the_next_heading():
    notes = [item(f"Report {n} on bridges, 2024.", links=0.3) for n in range(3)]
    said, left = read(
        *story(), *later()[1:], heading("References"), *notes, heading("Later"), later()[0]
    )
    assert left["Report 1 on bridges, 2024."] == "references"
    assert "Later" in said
    tags = block("Topics: bridges, harbours")
    said, left = read(*story(), *later(), heading("References"), notes[0], tags)
    assert left[notes[0].text] == "references"
    said, _ = read(*story(), heading("Sources"), *later())
    assert LATER[1] in said


@pytest.mark.parametrize("ordinary", ["Note", "Notes:", "Sources", "Resources", "Quellen"])
def test_an_ordinary_word_heads_sources_only_where_one_has_a_year_or_a_link(ordinary):
    steps = [item("Close the tank."), item("Turn the key to the left."), item("Wait a minute.")]
    said, _ = read(*story(), *later(), heading(ordinary), *steps)
    assert said[-3:] == [one.text for one in steps]
    dated = [item("Harbour office, a letter of 1961."), *steps]
    said, left = read(*story(), *later(), heading(ordinary), *dated)
    assert said == [*STORY, *LATER]
    assert left[steps[0].text] == "references"


def test_what_only_sources_are_called_heads_them_without_a_year():
    said, _ = read(
        *story(), *later(), heading("Bibliography"), item("A. Fenwick, Lights of the North")
    )
    assert said == [*STORY, *LATER]
