"""The player's place in a page of somebody's site: found without a screen, and taken out again."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from publish_samples import episode

from audiopress.site.player_place import find_place, insert_place, remove_place
from audiopress.site.style_rules import Boxes, read_rules

EPISODE = episode()
TITLE = "The tide mill turns again"
H1 = f"<h1>{TITLE}</h1>"
TEXT = "<p>The tide mill at Skar ground flour on Tuesday for the first time in ninety years.</p>"


def placed(markup: str, sheet: str = "", selector: str = "", *, known: bool = True) -> str:
    """The page with a bar where the player will be."""
    body = f"<!doctype html><title>x</title><body>{markup}".encode()
    rules = (read_rules(sheet),)
    place = find_place(body, TITLE, selector, lambda tree: Boxes(tree, rules, known=known))
    assert (place.at >= 0) != bool(place.reason)
    bar = body if place.at < 0 else body[: place.at] + b"|" + body[place.at :]
    return bar.decode().partition("<body>")[2]


@pytest.mark.parametrize(
    ("markup", "sheet"),
    [
        (f"<main>{H1}|{TEXT}</main>", ""),
        (f"<main><!-- <h1>{TITLE}</h1> -->{H1}|{TEXT}</main>", ""),
        (f"<script>'<h1>{TITLE}</h1>'</script>{H1}|{TEXT}", ""),
        (f"<template>{H1}</template><main>{H1}|{TEXT}</main>", ""),
        (f"<MAIN><H1 CLASS='a>b'>{TITLE}</H1>|{TEXT}</MAIN>", ""),
        (f"<header>{H1}|<p>Ann</p></header><div>{TEXT}</div>", ""),
        (f"<header>{H1}<p>Ann</p></header>|{TEXT}", "header{display:flex}"),
        (f"<header style='display:grid'>{H1}</header>|{TEXT}", ""),
        (f"<header>{H1}</header><div>|{TEXT}</div>", "div{max-width:40em}"),
        (f"<header>{H1}|</header><div>{TEXT}</div>", "div,header{max-width:40em}"),
        (f"<header>{H1}|</header><div>{TEXT}</div>", "@media print{div{max-width:40em}}"),
        (f"<div class=a:b>{H1}</div>|{TEXT}", ".a\\:b{position:absolute}"),
        (f"<h1 class=logo>Skar</h1><h2>{TITLE}</h2>|{TEXT}", ""),
        (f"<h1>Skar</h1><h2>{TITLE}</h2>|{TEXT}", ""),
        (f"<h1 class=x>{TITLE}</h1><h2>{TITLE}</h2>|{TEXT}", ".x{width:1px}"),
        (f"<a href=x>{H1}</a>|{TEXT}", ""),
        (f"<article>|{TEXT}</article>", ""),
        (f"<table><tr><td>{H1}<td>Ad</table>|{TEXT}", ""),
        (f"<main><h1>{TITLE}<p>By Ann</p>|{TEXT}</main>", ""),
    ],
)
def test_the_place_is_below_the_headline(markup: str, sheet: str) -> None:
    assert placed(markup.replace("|", ""), sheet) == markup


def test_of_unknown_boxes_nothing_is_promised() -> None:
    assert placed(f"<div>{H1}</div>{TEXT}", known=False) == f"<div>{H1}</div>|{TEXT}"
    assert placed(f"{H1}<div>{TEXT}</div>", known=False) == f"{H1}<div>|{TEXT}</div>"


def test_a_site_says_what_the_player_follows() -> None:
    assert placed(f"{H1}<i>By Ann</i>{TEXT}", selector="i") == f"{H1}<i>By Ann</i>|{TEXT}"
    assert "|" not in placed(f"{H1}{TEXT}", selector="#none")


@pytest.mark.parametrize(
    ("markup", "why"),
    [
        (f"<div>{TEXT}</div>", "headline"),
        (f"<div id='__next'>{H1}{TEXT}</div>", "script"),
        (f"<div data-reactroot>{H1}{TEXT}</div>", "script"),
        (f"{H1}<!-- audiopress: the player's place -->{TEXT}", "quotes"),
    ],
)
def test_a_page_without_a_place_says_why(markup: str, why: str) -> None:
    place = find_place(markup.encode(), TITLE, "", lambda tree: Boxes(tree, ()))
    assert place.at == -1
    assert why in place.reason
    assert insert_place(markup.encode(), place, EPISODE, "../") == markup.encode()


@given(st.binary(max_size=120), st.binary(max_size=120))
@example(b"", b"</html>")
@example(b"", b"</body></html>")
def test_what_was_inserted_can_be_removed(before: bytes, after: bytes) -> None:
    body = before + H1.encode() + after + TEXT.encode()
    place = find_place(body, TITLE, "", lambda tree: Boxes(tree, ()))
    inserted = insert_place(body, place, EPISODE, "../audio/")
    assert inserted.isascii() or not body.isascii()
    assert (inserted == body) == (place.at < 0)
    assert remove_place(inserted) == body


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "cp1252", "gb18030", "shift_jis"])
def test_every_byte_around_it_stays(encoding: str) -> None:
    page = f"<h1>{TITLE}</h1><p>Ää 一 " + "x" * 90
    body = page.encode(encoding, "replace")
    place = find_place(body, TITLE, "", lambda tree: Boxes(tree, ()))
    assert body[: place.at].endswith(b"</h1>")
