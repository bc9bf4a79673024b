"""A notice of a server is told from an article, also where no page came before it."""

from __future__ import annotations

import pytest

from audiopress.model import Article, Document, Reading, SourceFacts
from audiopress.reading.extract import extract

STORY = (
    "The ferry was late on Monday because of ice in the harbour, and the crew had to wait for the "
    "tide to turn before they could leave the pier at noon."
)


def read(
    title: str, *texts: str, head: str = "", h1: str = "", path: str = "/a", called: str = ""
) -> Article:
    told = "".join(f"<p>{text}</p>" for text in texts)
    html = (
        f'<html lang="en"><head><title>{title}</title>{head}</head><body><h1>{h1 or title}</h1>'
        f"{told}</body></html>"
    )
    facts = SourceFacts(title=called, text_from="page")
    uri = f"https://example.org{path}"
    body = html.encode()
    document = Document(uri=uri, media_type="text/html", body=body, facts=facts)
    return extract(document, Reading())


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("We’ll be right back", "Some work is being done here."),
        ("The Post", "We are currently performing scheduled maintenance. It takes an hour."),
        ("503 Service Unavailable", "Try again."),
        ("404 - Not Found", "There is nothing here, go home or look for it."),
        ("Sign in", "You need to be logged in to read this."),
        ("Are you a robot?", "Please verify that you are human to go on."),
        ("Le Port", "Notre site est actuellement en maintenance. Merci de votre patience."),
        ("Wartungsarbeiten", "Wir sind bald wieder für Sie da."),
        ("Error 500", "Something broke on our side of things."),
    ],
)
def test_what_a_server_says_is_no_article(title: str, text: str) -> None:
    assert text in read(title, text).notice or title in read(title, text).notice


@pytest.mark.parametrize(
    ("title", "texts"),
    [
        ("Page not found", (STORY,) * 6),
        ("Service unavailable: how a ferry was lost", (STORY,)),
        ("The ferry is back", (STORY,)),
        ("Why the harbour site was down for maintenance", (STORY, STORY)),
        ("We need to sign the treaty", (STORY,)),
    ],
)
def test_an_article_on_such_things_is_one(title: str, texts: tuple[str, ...]) -> None:
    assert read(title, *texts).notice == ""


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="og:type" content="article">',
        '<meta property="article:published_time" content="2026-05-04T10:00:00Z">',
    ],
)
def test_who_says_that_it_is_an_article_is_believed(head: str) -> None:
    assert read("Coming soon", "A new ferry comes.", head=head).notice == ""
    assert read("Coming soon", "A new ferry comes.").notice


def test_a_page_without_a_word_of_what_it_is_called_is_none() -> None:
    pause = "Sivustoa huolletaan juuri nyt."
    assert "lautta" in read("Satama", pause, path="/uutiset/lautta-palasi-myrskyn-jalkeen").notice
    assert "Lautta" in read("Satama", pause, called="Lautta palasi myrskyn jälkeen").notice
    # what says any of it may be the article, and so may be what an address says nothing of
    assert (
        read("Lautta on taas täällä", pause, path="/x/lautta-palasi-myrskyn-jalkeen").notice == ""
    )
    assert read("Satama", pause, path="/uutiset/a1b2c3d4-eeff-dead-beef").notice == ""
    assert (
        read("Паром вернулся", "Он пришёл утром.", path="/n/parom-vernulsya-posle-shtorma").notice
        == ""
    )
