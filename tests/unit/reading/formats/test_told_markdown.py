"""What is named plain text and is Markdown or a page is told by its signs."""

from __future__ import annotations

import pytest

from audiopress.model import Document, Reading
from audiopress.reading.extract import extract
from audiopress.reading.formats.told_markdown import is_markdown, is_page, part_lines

STORY = "The Alba was late because of ice in the harbour, and nobody was hurt."

MARKDOWN = [
    f"The ferry\n\n{STORY} It is [the third time](https://x.example/three).",
    "The ferry\n\nThe **Alba** was late, and nobody was hurt.",
    f"# The ferry is late\n\n{STORY}",
    f"The ferry\n\n## What happened\n\n{STORY}",
    f"The ferry\n\n# What happened\n\n{STORY}\n\n# Who came\n\n{STORY}",
    f"The ferry\n\n```\nls -la\n```\n\n{STORY}",
    f"<h1>The ferry is late</h1>\n<p>{STORY}</p>",
    f'The ferry\n\n{STORY} See <a href="https://x.example">the third</a>.',
]

PLAIN = [
    f"The ferry\n\n{STORY} *So* it was, and _very_ cold: 5 * 3 and 2 ** 4.",
    f"The ferry\n\n# 1 in the list was the Alba.\n\n- {STORY}\n- {STORY}",
    f"#ferry #ice\n\n{STORY} [The mayor] (who was there) left.",
    f"The ferry\n\nA line of HTML begins with <p> and is said to be easy.\n\n{STORY}",
    f"*** START OF THE PROJECT GUTENBERG EBOOK ***\n\n**{STORY}**",
    f"***\n\n{STORY}\n\n***",
    f"The ferry\n\nlist[0](x) is a call. {STORY}",
]


@pytest.mark.parametrize("text", MARKDOWN)
def test_markdown_is_told(text: str) -> None:
    assert is_markdown(text)
    article = extract(Document(uri="a.txt", media_type="text/plain", body=text.encode()), Reading())
    said = " ".join(block.text for block in article.blocks)
    assert not set("*#[]<>`") & set(said + article.title)
    assert "late" in said


@pytest.mark.parametrize("text", PLAIN)
def test_plain_text_is_left_plain(text: str) -> None:
    assert not is_markdown(text)
    assert not is_page(text)


def test_a_page_that_is_named_a_text_is_a_page() -> None:
    page = f"<!DOCTYPE html><html><body><h1>The ferry is late</h1><p>{STORY}</p></body></html>"
    assert is_page(page)
    article = extract(Document(uri="a.txt", media_type="text/plain", body=page.encode()), Reading())
    assert article.title == "The ferry is late"
    assert [block.text for block in article.blocks][-1] == STORY


def test_lines_that_are_a_paragraph_each_stay_apart() -> None:
    lines = ["# The ferry", f"{STORY} {STORY}", "It was **cold**.", "- One", "- Two"]
    body = "\n".join(lines).encode()
    article = extract(Document(uri="a.txt", media_type="text/plain", body=body), Reading())
    assert [block.text for block in article.blocks] == [
        "The ferry",
        f"{STORY} {STORY}",
        "It was cold.",
        "One",
        "Two",
    ]


def test_lines_of_a_listing_and_of_a_table_stay_together() -> None:
    text = f"{STORY} {STORY}\n```\na\nb\n```\n| a | b |\n|---|---|\n| c | d |"
    parted = part_lines(text)
    assert "a\nb\n" in parted
    assert "| a | b |\n|---|---|\n| c | d |" in parted
    # a text that was wrapped by hand is Markdown as it is
    assert part_lines("It was\ncold.") == "It was\ncold."


def test_a_line_with_a_long_link_parts_no_wrapped_lines() -> None:
    wrapped = "The boat was late\nbecause of ice in\nthe harbour, said"
    address = "https://x.example/" + "late/" * 20
    assert part_lines(f"{wrapped}\n[a man]({address})\nof the town.").count("\n\n") == 0
    assert part_lines(f"{wrapped}\na man.\n\n[1]: {address}").count("\n\n") == 1
    # nor does a line that somebody forgot to wrap
    assert "\n\n" not in part_lines(f"{wrapped}\n{STORY} {STORY}\nof the town.")
    # many short paragraphs and a long one are a paragraph each
    assert part_lines(f"Yes.\nNo!\n“Why?”\n{STORY} {STORY}").count("\n\n") == 3
