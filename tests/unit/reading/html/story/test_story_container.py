"""What element holds a story, and what in it is none of it."""

from __future__ import annotations

from tests.unit.ferry_page import STORY, said


def test_what_stands_before_a_list_belongs_to_a_story_that_is_mostly_a_list() -> None:
    """The page shows another headline than it tells of, so that nothing marks where it begins."""
    points = "".join(f"<li><p>{line} {line[:-1]}, too.</p></li>" for line in STORY[1:] * 2)
    body = f"<div id=menu><a href=/>Home</a></div><div class=text><p>{STORY[0]}</p><ul>{points}</ul></div>"  # noqa: E501
    assert said(body, "Ferries")[0] == STORY[0]
