"""Articles and lists by their shape."""

from __future__ import annotations

import pytest
from lxml import html

from audiopress.site.page_shape import judge_shape

SITE = "https://coast.example/"
HERE = f"{SITE}ferry.html"
TEXT = f"<p>{'ferry ' * 60}</p>"
LEADING = '<h2><a href="/{0}.html">Story {0}</a></h2>'


def judge(main: str, around: str = "") -> str:
    return judge_shape(
        html.fromstring(f"<html><body>{around}<main>{main}</main></body></html>"), HERE, SITE
    )


@pytest.mark.parametrize(
    "main",
    [
        TEXT,
        LEADING.format(1) + TEXT,  # one heading may lead to a series
        TEXT + LEADING.format(1) + LEADING.format(2),  # other stories at the end
        '<h2><a href="#a">A</a></h2><h2><a href="/ferry.html">B</a></h2>' + TEXT,  # to itself
        '<h2><a href="/">Home</a></h2><h2><a href="/">Home</a></h2>' + TEXT,
        f"{TEXT}<nav>{LEADING.format(1) * 9}</nav>",
    ],
)
def test_an_article(main: str) -> None:
    assert judge(main) == ""


@pytest.mark.parametrize(
    ("main", "reason"),
    [
        (LEADING.format(1) + LEADING.format(2) + TEXT, "a list: 2 of its headings"),
        (f'<p><a href="/a.html">{"ferry " * 60}</a></p>', "most of its text is links"),
        (f"<p>{'a' * 249}</p>", "too short: 249 letters"),
    ],
)
def test_none(main: str, reason: str) -> None:
    assert reason in judge(main)


def test_where_two_parts_are_the_main_one_all_of_the_body_counts() -> None:
    assert judge(f"<p>{'a' * 100}</p>", around=f"<main>{'b' * 150}</main>") == ""


def test_the_shortest_article_has_250_letters() -> None:
    assert judge(f"<p>{'a' * 250}</p>") == ""
