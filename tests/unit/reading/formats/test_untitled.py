"""The headline of an article that names none, or one of signs alone: its story is read."""

from __future__ import annotations

import pytest

from audiopress.model import Document, Reading
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.extract import extract

STORY = "The ferry is back."
TYPES = {"html": "text/html", "md": "text/markdown", "txt": "text/plain"}


def read(uri: str, text: str) -> tuple[str, list[str], list[tuple[str, str]]]:
    """The title, what is said below it, and what is left out and why."""
    kind = TYPES.get(uri.rpartition(".")[2], "text/html")
    document = Document(uri=uri, media_type=kind, body=text.encode())
    article, left_out = clean(extract(document, Reading()), Reading())
    said = [one.text for one in article.blocks if one.text != article.title]
    return article.title, said, [(left.text, left.reason) for left in left_out]


@pytest.mark.parametrize(
    ("uri", "text", "title"),
    [
        ("ferry-is-back.html", f"<title>🎉</title><h1>🎉</h1><p>{STORY}</p>", "Ferry is back"),
        ("ferry.html", f"<h1>***</h1><p>{STORY}</p>", "Ferry"),
        ("https://x.example/the-ferry/", f"<title>…</title><p>{STORY}</p>", "The ferry"),
        ("https://x.example/?p=12", f"<title>…</title><p>{STORY}</p>", "X.example"),
        ("船.html", "<h1>!!!</h1><p>船が港を出た。</p>", "船"),
        (
            "nav.html",
            f"<title>?!</title><nav><a href=/n>News</a></nav><h1>?!</h1><p>{STORY}</p>",
            "Nav",
        ),
        (
            "menu.html",
            f"<body><nav><a href=/n>News</a></nav><h1>?!</h1><p>{STORY}</p></body>",
            "Menu",
        ),
        ("two-parts.html", f"<h1>♥</h1><p>{STORY}</p><p>All were glad.</p>", "Two parts"),
        ("late/index.md", f"# …\n\n{STORY}\n", "Late"),
        ("front.md", f'---\ntitle: "🎉🎉"\n---\n{STORY}\n', "Front"),
        ("2024-05-03-two-parts.md", f"# 🎉\n\n{STORY}\n\nAll were glad.\n", "Two parts"),
        ("….md", f"# …\n\n{STORY}\n", ""),
        ("party.txt", f"🎉\n\n{STORY}\n", "Party"),
        ("one-line.txt", f"{STORY}\n", "One line"),
        ("one-line.html", f"<p>{STORY}</p>", "One line"),
        ("one-line.md", f"{STORY}\n", "One line"),
    ],
)
def test_a_story_without_a_worded_headline_is_read_below_its_name(
    uri: str, text: str, title: str
) -> None:
    found, said, _left_out = read(uri, text)
    assert found == title
    assert said[0] in (STORY, "船が港を出た。")


@pytest.mark.parametrize(
    ("uri", "text", "title"),
    [
        ("a-b-c.html", f"<h1>♥</h1><h2>Love on the ferry</h2><p>{STORY}</p>", "Love on the ferry"),
        ("a-b-c.txt", f"🎉\n\nFerry is back\n\n{STORY} All were glad.\n", "Ferry is back"),
        ("a-b-c.md", f"# ♥\n\nLove on the ferry\n\n{STORY}\n", "Love on the ferry"),
        ("a-b-c.md", f"Who sails?\n\n{STORY}\n", "Who sails?"),
    ],
)
def test_a_line_that_is_no_sentence_is_the_headline(uri: str, text: str, title: str) -> None:
    found, said, _left_out = read(uri, text)
    assert found == title
    assert said[0].startswith(STORY)


def test_a_headline_of_signs_is_listed_for_what_it_is() -> None:
    _title, _said, left_out = read("ferry.html", f"<h1>🎉</h1><p>{STORY}</p>")
    assert left_out == [("🎉", "no-words")]


def test_a_headline_alone_is_still_no_story() -> None:
    title, said, _left_out = read("file.md", "# Ferry is back\n")
    assert (title, said) == ("Ferry is back", [])


LATE = "The ferry to the island was late again this morning, and nobody at the pier could say why."


@pytest.mark.parametrize(
    ("uri", "text", "title"),
    [
        (
            "https://social.example/@a/112",
            LATE,
            "The ferry to the island was late again this morning, and…",
        ),
        ("feed:feed.xml#x4", LATE, "The ferry to the island was late again this morning, and…"),
        ("112.html", LATE, "The ferry to the island was late again this morning, and…"),
        ("https://micro.example/2026/11/03/113", "Nice weather, today.", "Nice weather…"),
        ("https://x.example/?p=12", "Hello, island!", "Hello…"),
        ("https://x.example/12", "船が港を出た。", "船が港…"),
        ("https://x.example/12", "Hello.", "12"),
        (
            "https://x.example/12",
            f"{LATE} So we all walked home in the rain.</p><p>It was a long way, and cold.",
            "The ferry to the island was late again this morning, and…",
        ),
        # Names that somebody has worded stay, and so does a line that others stand below.
        ("https://x.example/ferry-late-again", LATE, "Ferry late again"),
        ("ferry.html", LATE, "Ferry"),
        ("https://x.example/12", "The ferry is late</p><p>" + LATE, "The ferry is late"),
    ],
)
def test_a_post_is_called_after_its_first_words(uri: str, text: str, title: str) -> None:
    found, said, _left_out = read(uri, f"<article><p>{text}</p></article>")
    assert found == title
    assert text.partition("<")[0] in (said[0], found)
    assert len(found) < len(text)
