"""What is left out of a page, and its reason."""

from __future__ import annotations

from tests.unit.reading_pages import read


def test_every_cell_of_a_table_is_listed() -> None:
    cells = "".join(f"<tr><td>Year {n}</td><td>{n}</td></tr>" for n in range(30))
    _, out = read(f"<table>{cells}</table>")
    assert {reason for _, reason in out} == {"table"}
    assert len(out) == 60
    assert out[0] == ("Year 0", "table")


def test_a_heading_that_calls_is_kept_over_its_section() -> None:
    under = (
        "A letter from somebody who lives in the area counts for more than a thousand signatures."
    )
    said, _ = read(f"<h3>Email your representative</h3><p>{under}</p>")
    assert "Email your representative" in said


def test_what_stands_in_a_figure_has_its_own_reason() -> None:
    _, out = read(
        "<figure><a href=#x>skip past newsletter promotion</a></figure>"
        "<figure><p>Advertisement</p></figure>"
    )
    assert dict(out) == {"skip past newsletter promotion": "skip-link", "Advertisement": "advert"}


def test_a_sentence_of_the_story_is_not_said_twice() -> None:
    _, out = read("<p>the money for the roof would have to be found in the budget</p>")
    assert out == [("the money for the roof would have to be found in the budget", "repeated")]
