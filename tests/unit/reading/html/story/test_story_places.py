"""A story is read where a page has it, also where no page should have one."""

from __future__ import annotations

import pytest

from tests.unit.ferry_page import HEAD, PARAGRAPHS, STORY, read, said

H1 = f"<h1>{HEAD}</h1>"
MENU = "<ul><li><a href=/>Home</a><li><a href=/news>News</a></ul>"
FOOT = "<footer><p>© Harbour Post 2026. All rights reserved.</p></footer>"

MISUSED = {
    "nav": f"{H1}<nav>{PARAGRAPHS}</nav>",
    "aside": f"{H1}<aside>{PARAGRAPHS}</aside>",
    "form": f"<form>{H1}{PARAGRAPHS}</form>",
    "header": f"<header>{H1}{PARAGRAPHS}</header>",
    "footer": f"{H1}<footer>{PARAGRAPHS}</footer>",
    "a menu left open": f"<nav>{MENU}{H1}{PARAGRAPHS}{FOOT}",
    "an open menu in a header": f"<header><nav>{MENU}</header>{H1}{PARAGRAPHS}{FOOT}",
    "a nav within a header": f"<header><nav>{H1}{PARAGRAPHS}</nav></header>",
    "an aside beside a menu": f"<nav>{MENU}</nav><aside>{H1}{PARAGRAPHS}</aside>{FOOT}",
    "a form of a whole page": f"<form><nav>{MENU}</nav>{H1}<div>{PARAGRAPHS}</div>{FOOT}</form>",
}

HIDDEN = {
    "visibility": f"<div style='visibility:hidden'>{H1}{PARAGRAPHS}</div>",
    "opacity": f"<div style='opacity:0'>{H1}{PARAGRAPHS}</div>",
    "display": f"{H1}<div style='display:none'>{PARAGRAPHS}</div>",
    "attribute": f"<main hidden>{H1}{PARAGRAPHS}</main>",
    "noscript": f"{H1}<noscript>{PARAGRAPHS}</noscript>",
    "shadow root": f"{H1}<x-a><template shadowrootmode=open>{PARAGRAPHS}</template></x-a>",
    "off the screen": f"<div style='position:absolute;left:-9999px'>{H1}{PARAGRAPHS}</div>",
    "each paragraph": H1 + PARAGRAPHS.replace("<p>", "<p style='visibility:hidden'>"),
    "struck out": f"{H1}<s>{PARAGRAPHS}</s>",
    "each struck out": H1 + PARAGRAPHS.replace("<p>", "<p><del>").replace("</p>", "</del></p>"),
}


@pytest.mark.parametrize("body", MISUSED.values(), ids=MISUSED)
def test_a_story_in_an_element_for_something_else_is_read(body: str) -> None:
    assert said(body) == [HEAD, *STORY]


@pytest.mark.parametrize("body", HIDDEN.values(), ids=HIDDEN)
def test_a_story_that_is_hidden_as_a_whole_is_read(body: str) -> None:
    assert said(body) == [HEAD, *STORY]


SHORT = {
    "one paragraph": ("The ferry is back. It sails at noon.",),
    "two paragraphs": ("The ferry is back in the harbour again.", "It sails at noon."),
    "two short ones": ("It sails at noon.", "All are welcome."),
    "Chinese": ("第一艘渡轮离开了港口。船长说航程平静。",),
    "Chinese in two": ("第一艘渡轮离开了港口。", "谁会上船？"),
    "Japanese": ("渡し船が港を出た。", "乗客は八十人だった！"),
    "half width": ("渡し船が港を出た｡乗客は八十人だった｡",),
    "quoted": ("「渡し船が港を出た。」", "船長はそう話した。"),
    "Hindi": ("नाव बंदरगाह से निकल गई। कप्तान खुश था।",),
    "Arabic": ("غادرت العبارة الميناء. هل تعود؟",),
}


@pytest.mark.parametrize("lines", SHORT.values(), ids=SHORT)
@pytest.mark.parametrize("wrap", ["{}", "<div class=text>{}</div>", "<main><div>{}</div></main>"])
def test_a_story_of_two_sentences_is_read(lines: tuple[str, ...], wrap: str) -> None:
    text = "".join(f"<p>{line}</p>" for line in lines)
    assert said(f"<nav>{MENU}</nav>{H1}{wrap.format(text)}{FOOT}") == [HEAD, *lines]


@pytest.mark.parametrize(
    "box",
    [
        "<aside><p>{}</p><p>{}</p></aside>",
        "<footer><p>{}</p><p>{}</p></footer>",
        "<div hidden><p>{}</p><p>{}</p></div>",
        "<div style='display:none' class=cookie-consent><p>{}</p><p>{}</p></div>",
        "<dialog><p>{}</p><p>{}</p></dialog>",
    ],
)
def test_beside_a_story_such_an_element_is_none(box: str) -> None:
    beside = ("The paper is made by the people of the town.", "It has been so since the war.")
    out = {item.text for item in read(f"{H1}{PARAGRAPHS}{box.format(*beside)}")[1]}
    assert set(beside) <= out


def test_notes_on_cookies_are_no_story_beside_a_short_one() -> None:
    note = "<p>We use cookies to make the site better for all of its many readers.</p>" * 9
    box = f"<div style='display:none' id=cookie-banner>{note}</div>"
    assert said(f"{H1}<p>The ferry is back. It sails at noon.</p>{box}")[1:] == [
        "The ferry is back. It sails at noon."
    ]
