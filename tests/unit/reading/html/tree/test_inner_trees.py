"""What stands in a tree within the page is spoken or listed, in the order in which it is seen."""

from __future__ import annotations

from html import escape

import pytest

from audiopress.model import Document, Reading
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.extract import extract
from tests.unit.reading_pages import HEAD, STORY, read

TOLD = "The pier is closed on Sunday, as the council said."
LATER = "The ferry sails on Monday, as the council said."

LISTED = {
    f'<iframe srcdoc="{escape(f"<p>{TOLD}</p>")}"></iframe>': [(TOLD, "frame")],
    f'<iframe srcdoc="{TOLD}">{LATER}</iframe>': [(LATER, "frame"), (TOLD, "frame")],
    f"<iframe>{TOLD}</iframe>": [(TOLD, "frame")],
    f'<iframe srcdoc="{escape(f"<iframe srcdoc={chr(39)}{TOLD}{chr(39)}></iframe>")}"></iframe>': [
        (TOLD, "frame")
    ],
    f"<template><p>{TOLD}</p></template>": [(TOLD, "hidden")],
    f"<p>{LATER[:-1]}<template>{TOLD}</template> today.</p>": [(TOLD, "hidden")],
    f"<noscript>{TOLD}</noscript>": [(TOLD, "hidden")],
    f'<object data="a.pdf">{TOLD}</object>': [(TOLD, "hidden")],
    f"<canvas>{TOLD}</canvas>": [(TOLD, "hidden")],
    f"<video>{TOLD}</video>": [(TOLD, "player")],
    f"<svg><text>{TOLD}</text></svg>": [(TOLD, "drawing")],
    f"<x-a><template shadowrootmode=open><slot>{TOLD}</slot></template><p>{LATER}</p></x-a>": [
        (TOLD, "hidden")
    ],
    f"<x-a><template shadowrootmode=open><p>{LATER}</p><slot name=b></slot></template>"
    f"<p slot=c>{TOLD}</p></x-a>": [(TOLD, "hidden")],
}

SPOKEN = {
    f"<object>{TOLD}</object>": [TOLD],
    f'<embed src="a.swf"><p>{TOLD}</p><p>{LATER}</p>': [TOLD, LATER],
    f"<div><embed src=a>{TOLD} <b>Now.</b></div><p>{LATER}</p>": [f"{TOLD} Now.", LATER],
    f"<div><template shadowrootmode=open><p>{TOLD}</p></template></div>": [TOLD],
    f"<x-a><template shadowrootmode=open><slot name=s></slot><p>{LATER}</p></template>"
    f"<p slot=s>{TOLD}</p></x-a>": [TOLD, LATER],
    f"<x-a><template shadowrootmode=closed><p>{TOLD}</p><slot></slot></template>{LATER}</x-a>": [
        TOLD,
        LATER,
    ],
    f"<x-a><template shadowrootmode=open><slot name=s>{TOLD}</slot></template></x-a>": [TOLD],
}


@pytest.mark.parametrize("inside", LISTED)
def test_what_is_not_shown_is_listed(inside: str) -> None:
    spoken, left_out = read(inside)
    assert left_out == LISTED[inside]
    assert set(STORY) < set(spoken)


@pytest.mark.parametrize("inside", SPOKEN)
def test_what_is_shown_is_spoken_in_its_order(inside: str) -> None:
    spoken, left_out = read(inside)
    assert spoken == [HEAD, *STORY[:2], *SPOKEN[inside], *STORY[2:]]
    assert not left_out


@pytest.mark.parametrize("tag", ["iframe srcdoc", "template"])
def test_a_story_that_stands_in_one_alone_is_read(tag: str) -> None:
    story = "".join(f"<p>{text}</p>" for text in STORY)
    box = f"<{tag}>{story}</{tag}>"
    if "srcdoc" in tag:
        box = f'<iframe srcdoc="{escape(story)}"></iframe>'
    page = f"<title>{HEAD}</title><body><h1>{HEAD}</h1>{box}</body>"
    document = Document(uri="https://example.org/a", media_type="text/html", body=page.encode())
    article, left_out = clean(extract(document, Reading()), Reading())
    assert [block.text for block in article.blocks] == [HEAD, *STORY]
    assert not left_out
