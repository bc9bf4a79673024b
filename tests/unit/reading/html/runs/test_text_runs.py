"""Buttons and icons in a text: what is read of them, and what they do not cut."""

from __future__ import annotations

import pytest

from tests.unit.reading_pages import read


@pytest.mark.parametrize(
    "icon", ["<button></button>", "<button><svg></svg></button>", "<svg></svg>"]
)
def test_an_icon_in_a_paragraph_does_not_cut_it(icon: str) -> None:
    text = "The oldest books in the library were printed by a monk who lived beside the river."
    said, _ = read(f"<p>{text.replace('monk who', f'monk<span>{icon}</span> who')}</p>")
    assert text in said


@pytest.mark.parametrize(
    "question",
    [
        "<h3><button>When will the roof be mended?</button></h3>",
        "<div class=item><button aria-expanded=false>When will the roof be mended?</button></div>",
    ],
)
def test_a_question_on_a_button_is_read(question: str) -> None:
    said, _ = read(
        f"{question}<p>The council hopes to have the roof mended before the first snow falls.</p>"
    )
    assert "When will the roof be mended?" in said


def test_a_button_that_does_something_is_not_read() -> None:
    said, _ = read("<p><button>Show all the photos</button></p>")
    assert "Show all the photos" not in said


RUBY = [
    "<ruby>渡船<rp>(</rp><rt>わたしぶね</rt><rp>)</rp></ruby>",
    "<ruby>渡船<rt>わたしぶね</rt></ruby>",
    "<ruby><rb>渡船</rb><rt>わたしぶね</rt></ruby>",
    "<ruby><rb>渡</rb><rb>船</rb><rtc><rt>わたし</rt><rt>ぶね</rt></rtc></ruby>",
    "<ruby>渡<rt>わたし</rt>船<rt>ぶね</rt></ruby>",
    "<ruby>渡船<rt>わたしぶね<rt></ruby>",
]


@pytest.mark.parametrize("word", RUBY)
def test_a_word_in_ruby_is_read_once_in_each_paragraph(word: str) -> None:
    from tests.unit.ferry_page import read as read_page  # noqa: PLC0415 - a page of its own

    lines = [
        f"{word}が港を出た。乗客は八十人だった。",
        f"船長は{word}が静かだったと話した。座席はほとんど埋まっていたという。",
        f"次の{word}は春に来る予定である。",
    ]
    body = "".join(f"<p>{line}</p>" for line in lines)
    article, out = read_page(f"<h1>渡し船が戻った</h1>{body}", "渡し船が戻った")
    wanted = [line.replace(word, "渡船") for line in lines]
    assert [block.text for block in article.blocks] == ["渡し船が戻った", *wanted]
    assert {item.reason for item in out} == {"reading-aid"}
