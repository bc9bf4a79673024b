"""Which lines of an article are its site's, when it is known that other articles have them."""

from __future__ import annotations

import pytest

from audiopress.model import Article, Block
from audiopress.reading.site_furniture import (
    find_furniture,
    leave_out_blocks,
    list_site_lines,
    make_line_key,
)

BODY = (
    "The ferry was late on Monday because of ice in the harbour.",
    "Nobody was hurt, said the harbour master, who had been up since four.",
    "It leaves on Tuesday at noon, if the wind turns to the west.",
)
LINE = "The Foghorn is paid for by the people of nine harbours."


def block(text: str, kind: str = "paragraph", **more: object) -> Block:
    return Block(kind=kind, text=text, **more)  # type: ignore[arg-type]


def heading(text: str, level: int = 2) -> Block:
    return block(text, "heading", level=level)


def items(*texts: str, links: float = 0.0) -> list[Block]:
    return [block(text, "list_item", links=links) for text in texts]


def article(*blocks: Block) -> Article:
    head = heading("The ferry", 1)
    return Article(uri="https://a.example/1", title="The ferry", blocks=(head, *blocks))


def left_out(one: Article, *known: str) -> list[str]:
    found = find_furniture(one, {make_line_key(text) for text in known})
    return [item.text for item in leave_out_blocks(one, found)[1]]


STORY = [block(text) for text in BODY]


def test_a_known_line_is_left_out_wherever_it_stands():
    for at in range(len(STORY) + 1):
        blocks = [*STORY[:at], block(LINE), *STORY[at:]]
        assert left_out(article(*blocks), LINE) == [LINE]


@pytest.mark.parametrize(
    "spelling",
    [LINE.upper(), f"  {LINE} ", LINE.replace(" ", "\u00a0"), LINE.rstrip("."), f"“{LINE}”"],
)
def test_a_line_is_known_in_other_spellings(spelling):
    assert left_out(article(*STORY, block(spelling)), LINE) == [spelling]


@pytest.mark.parametrize(
    "spelling", [f"{LINE} So they say.", LINE.replace("nine", "ten"), f"1 {LINE}"]
)
def test_another_line_is_not(spelling):
    assert left_out(article(*STORY, block(spelling)), LINE) == []


@pytest.mark.parametrize(
    ("blocks", "known"),
    [
        ([*STORY, heading("Background"), *STORY[:1]], ["Background"]),
        ([STORY[0], block("What did you see first?"), STORY[1]], ["What did you see first?"]),
        ([STORY[0], block("Yes."), *STORY[1:]], ["Yes."]),
        ([STORY[0], block("“I do not know.”"), *STORY[1:]], ["“I do not know.”"]),
        ([STORY[0], block("— Jamais !"), *STORY[1:]], ["— Jamais !"]),
        ([*STORY, block("You will need:"), *items("2 plums", "salt")], ["You will need:"]),
        ([*STORY, *items("salt", "butter", "2 plums")], ["salt", "butter"]),
        ([*STORY, block("Correction: the year was 1931.")], ["Correction: the year was 1931."]),
        ([*STORY, block("Update: it sails.")],
         ["Update: it sails."]),
        ([*STORY, block("This article was amended on Monday.")],
         ["This article was amended on Monday."]),
        ([block(LINE, hints=("keep",)), *STORY], [LINE]),
        (STORY, BODY),
        ([], ["The ferry"]),
    ],
    ids=["heading", "question", "answer", "quoted", "dash", "colon", "list", "correction",
         "update", "amended", "kept", "all", "headline"],
)  # fmt: skip
def test_what_is_the_storys_stays_though_others_have_it(blocks, known):
    assert left_out(article(*blocks), *known) == []


@pytest.mark.parametrize(
    ("blocks", "gone"),
    [
        ([*STORY, heading("Our harbours"), block(LINE)], ["Our harbours", LINE]),
        ([*STORY, heading("Our harbours")], ["Our harbours"]),
        ([STORY[0], heading("Our harbours"), heading("What came next"), *STORY[1:]],
         ["Our harbours"]),
        ([*STORY, block("Do you like to read?"), block(LINE)], ["Do you like to read?", LINE]),
        ([*STORY, *items("Tides", links=1.0), *items("Winds", links=1.0)], ["Tides", "Winds"]),
        ([STORY[0], block("Mind the gulls"), *STORY[1:]], ["Mind the gulls"]),
        ([STORY[0], block("Our paper is free for all."), *STORY[1:]],
         ["Our paper is free for all."]),
        ([*STORY, block("Goodbye.")], ["Goodbye."]),
        ([*STORY, block("Corrections are welcome on the slate.")],
         ["Corrections are welcome on the slate."]),
    ],
    ids=["heading", "last heading", "heading above another", "question", "menu", "label",
         "sentence", "last word", "no correction"],
)  # fmt: skip
def test_what_leads_to_nothing_of_the_story_goes(blocks, gone):
    assert left_out(article(*blocks), *gone) == gone


def test_a_list_is_one_line():
    listed = items("Tides by hand", "Winds by ear")
    assert left_out(article(*STORY, *listed), "Tides by hand · Winds by ear") == [
        "Tides by hand",
        "Winds by ear",
    ]
    lines = [line.text for line in list_site_lines(article(*listed, STORY[0], *items("salt")))]
    assert lines == ["Tides by hand · Winds by ear", BODY[0], "salt"]


def test_lines_that_come_again_by_chance_are_told_from_others():
    short, button = block("He declined to comment."), block("Our tides", links=1.0)
    telling = {line.text: line.telling for line in list_site_lines(article(short, button, *STORY))}
    assert telling == {
        "He declined to comment.": False,
        "Our tides": True,
        BODY[0]: True,
        BODY[1]: True,
        BODY[2]: True,
    }
