"""What stands around the beginning of a text that was copied from a page."""

from __future__ import annotations

import pytest

from audiopress.model import Document, Reading
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.extract import extract

TITLE = "Main bridge over the harbour to close from Monday for at least a year, council says"
LEAD = "The main bridge over the harbour will close to all traffic from Monday, it was announced."
STORY = [
    "Around 4,200 vehicles cross the bridge every day, and the detour adds about 25 minutes.",
    "Engineers found cracks in two of the six piers after the storm on Tuesday night.",
    "The council will decide on the ferry at its next meeting on Thursday, the mayor told us.",
]


def said(*lines: str) -> list[str]:
    """What is left of a text file with these lines."""
    body = "\n".join(lines).encode()
    document = Document(uri="file:bridge.txt", media_type="text/plain", body=body)
    article, _ = clean(extract(document, Reading()), Reading())
    return [block.text for block in article.blocks]


@pytest.mark.parametrize(
    "slot",
    [
        ["Marta Lind, weekdays 7pm - 10pm"],
        ["Presenter: Marta Lind | 19:00 – 22:00"],
        ["Drive with Marta Lind", "5pm - 7pm"],
        ["Marta Lind 6pm-9pm Saturdays"],
    ],
)
def test_a_programme_and_its_hours_are_no_headline(slot: list[str]) -> None:
    assert said(*slot, TITLE, "2 March 2025, 07:05", LEAD, *STORY) == [TITLE, LEAD, *STORY]


@pytest.mark.parametrize(
    "player",
    [
        ["Listen to article", "Preparing audio…"],
        ["Play article", "00:00 / 02:41"],
        ["🔊 Listen to this article", "1.5x"],
        ["Audio version", "2 min"],
        ["Read aloud", "Powered by Speechmaker"],
    ],
)
def test_the_words_of_a_player_are_not_read(player: list[str]) -> None:
    assert said(TITLE, "2 March 2025, 07:05", LEAD, *player, *STORY) == [TITLE, LEAD, *STORY]


@pytest.mark.parametrize("label", ["More on this story", "Explained", "Read more on this"])
def test_another_story_below_its_label_is_not_read(label: str) -> None:
    teaser = f"{label}: Ferry operator asks for a second landing stage"
    assert said(TITLE, LEAD, STORY[0], teaser, *STORY[1:]) == [TITLE, LEAD, *STORY]


def test_a_sentence_with_hours_in_it_is_read() -> None:
    hours = "The ferry runs from 7am to 10pm on weekdays and from 9am to 6pm on Sundays, he said."
    assert hours in said(TITLE, LEAD, hours, *STORY)
