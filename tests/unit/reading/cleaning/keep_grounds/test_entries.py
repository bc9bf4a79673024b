"""Entries of a list that goes on in a box, and cards of other stories in one."""

import pytest

from audiopress.model import Document, Reading
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.extract import extract
from tests.unit.text_blocks import LATER, STORY, block, heading, later, read, story

TOLD = [
    "From here one sees the ferries come in, and the hills behind the town.",
    "The stones of this one were brought over the river by barge, one by one.",
]
BOXED = ("alone", "aside")


def entries(line, names=("Eastern Quay", "Western Quay", "Northern Quay", "Old Quay"), level=3):
    """Return what the story tells of several things, each with the same line below it."""
    return [
        part
        for name, told in zip(names, later(), strict=True)
        for part in (heading(name, level=level), told, block(line, links=1.0, hints=("alone",)))
    ]


def boxed(line, *, level=3, names=("Southern Quay", "Little Quay")):
    """Return two entries in a box, linked as those of cards are."""
    return [
        part
        for name, told in zip(names, TOLD, strict=True)
        for part in (
            heading(name, level=level, links=1.0, hints=BOXED),
            block(told, hints=BOXED),
            block(line, links=1.0, hints=BOXED),
        )
    ]


@pytest.mark.parametrize("line", ["Map", "View the camera", "Zum Rezept", "★★★★ 4.2", "Open daily"])
def test_entries_of_the_form_of_those_above_are_the_story_s(line):
    said, _ = read(*story(), *entries(line), *boxed(line))
    assert said[-4:] == ["Southern Quay", TOLD[0], "Little Quay", TOLD[1]]
    assert line not in said


def test_one_entry_is_enough_in_the_box():
    assert read(*story(), *entries("Map"), *boxed("Map")[:3])[0][-2:] == ["Southern Quay", TOLD[0]]


@pytest.mark.parametrize(
    "cards",
    [
        boxed("Continue"),
        boxed("Map", level=4),
        [heading("The town in pictures", level=3, hints=BOXED), *boxed("Map")],
        [heading("The town in pictures", level=2, hints=BOXED), *boxed("Map")],
        [one for one in boxed("Map") if one.text != "Map"],
    ],
    ids=["another line", "another rank", "a heading of their own", "a higher one", "no line"],
)
def test_cards_of_other_stories_are_not(cards):
    said, out = read(*story(), *entries("Map"), *cards)
    assert not {"Southern Quay", "Little Quay", *TOLD} & set(said)
    assert {*STORY, *LATER} <= set(said)
    assert {one.text for one in cards} <= set(out)


def test_two_entries_may_share_a_line_by_chance():
    assert TOLD[0] not in read(*story(), *entries("Map")[:6], *later()[2:], *boxed("Map"))[0]


def test_what_is_no_sentence_in_the_box_stays_out():
    status = block("Status: open from June", hints=BOXED)
    said, _ = read(*story(), *entries("Map"), *boxed("Map")[:2], status, *boxed("Map")[2:])
    assert status.text not in said
    assert TOLD[0] in said


def page(head="", rank="h2"):
    """Return a page on which two of six cameras lie in a box beside the others."""
    told = [*LATER, *TOLD]
    parts = [
        f"<{rank}>Camera number {n}</{rank}><p>{text} {STORY[n % 4]}</p>"
        f"<p class=go><a href='/camera/{n}'>View camera</a></p>"
        for n, text in enumerate(told)
    ]
    lead = "".join(f"<p>{text}</p>" for text in STORY)
    box = "".join(parts[4:])
    return (
        f"<html lang=en><body><main><h1>Cameras of the harbour</h1>{lead}{''.join(parts[:4])}"
        f"<div class=sidebar>{head}{box}</div></main></body></html>"
    )


@pytest.mark.parametrize(("head", "stays"), [("", True), ("<h2>Elsewhere in town</h2>", False)])
def test_a_page_goes_on_in_its_box(head, stays):
    source = Document(uri="https://a.example/", media_type="text/html", body=page(head).encode())
    article = extract(source, Reading())
    said = [one.text for one in clean(article, Reading())[0].blocks]
    assert ("Camera number 5" in said) is stays
