"""Paragraphs in a language of their own: what a page says of them, and when that is believed."""

import pytest

from audiopress.model import Reading
from audiopress.reading.formats.html import read_html

ENGLISH = (
    "The council closed the bridge on Monday, for it is not safe for the cars of the town.",
    "People who live on the island have to take the ferry, which comes every two hours.",
    "It was built in the years after the war, and nobody has looked at it since then.",
)
FRENCH = "Nous allons réparer le pont avant la fin de l'année, a dit le maire aux habitants."
SHORT = "Vive le pont !"
GERMAN = "Der Rat hat die Brücke am Montag für den Verkehr gesperrt, denn sie ist nicht sicher."


def read(*parts, root='lang="en"'):
    story = "".join(part if part.startswith("<") else f"<p>{part}</p>" for part in parts)
    page = (
        f"<!doctype html><html {root}><head><title>The bridge</title></head><body><main><article>"
        f"<h1>The bridge</h1>{story}</article></main></body></html>"
    )
    article = read_html(page, "https://n.example/a", Reading())
    return article.language, {block.text: block.language for block in article.blocks}


@pytest.mark.parametrize(
    ("markup", "tag"),
    [
        (f'<p lang="fr">{FRENCH}</p>', "fr"),
        (f'<p lang="fr-CA">{FRENCH}</p>', "fr-CA"),
        (f'<p lang="FR_fr">{FRENCH}</p>', "fr-FR"),
        (f'<p xml:lang="fr">{FRENCH}</p>', "fr"),
        (f'<blockquote lang="fr"><p>{FRENCH}</p></blockquote>', "fr"),
        (f'<section lang="fr"><div><p>{FRENCH}</p></div></section>', "fr"),
        (f'<p><span lang="fr">{FRENCH}</span></p>', "fr"),
        (f'<p>“<em lang="fr">{FRENCH}</em>”</p>', "fr"),
        (f'<p lang="fr">{FRENCH} <em lang="en">Well</em> done.</p>', "fr"),
        (f'<p lang="fr">{SHORT}</p>', "fr"),
        (f'<ul><li lang="fr">{FRENCH}</li></ul>', "fr"),
        (f'<section lang="fr"><p lang="">{FRENCH}</p></section>', "fr"),
        (f'<p lang="de">{GERMAN}</p>', "de"),
        ('<p lang="ru">Совет закрыл мост в понедельник.</p>', "ru"),
        ('<p lang="it">Il consiglio ha chiuso il ponte lunedì scorso.</p>', "it"),
    ],
)
def test_a_paragraph_in_another_language_is_known(markup, tag):
    language, blocks = read(ENGLISH[0], markup, *ENGLISH[1:])
    assert language.startswith("en")
    assert sorted(blocks.values()) == [*[""] * (len(blocks) - 1), tag]
    assert all(not blocks[text] for text in ENGLISH)


@pytest.mark.parametrize(
    "markup",
    [
        f'<p lang="fr">{ENGLISH[0]}</p>',
        f'<p lang="english">{FRENCH}</p>',
        f'<p lang="french">{FRENCH}</p>',
        f'<p lang="xx">{FRENCH}</p>',
        f'<p lang="und">{FRENCH}</p>',
        f'<p lang="">{FRENCH}</p>',
        f'<p lang="en-US">{ENGLISH[0]}</p>',
        f'<p lang="de">{FRENCH} The mayor of the town said that on the day of the vote.</p>',
        f'<p>The mayor said: <q lang="fr">{FRENCH}</q></p>',
        f'<p>The mayor said: <span lang="fr">{SHORT}</span> And he went.</p>',
        '<p lang="fr">1914 – 1918</p>',
    ],
)
def test_what_is_none_or_not_so_is_passed_over(markup):
    _, blocks = read(*ENGLISH, markup)
    assert set(blocks.values()) == {""}


@pytest.mark.parametrize("tag", ["de", "fr", "pt-BR", "nl"])
def test_a_template_that_says_it_of_everything_is_not_believed(tag):
    language, blocks = read(
        *(f'<p lang="{tag}">{text}</p>' for text in (*ENGLISH, "The vote", "Merkel"))
    )
    assert language.startswith("en")
    assert set(blocks.values()) == {""}


def test_one_wrong_claim_costs_the_short_ones_of_its_language():
    _, blocks = read(
        *ENGLISH, f'<p lang="fr">{ENGLISH[0]} It is.</p>', '<p lang="fr">Merci Paris</p>',
        '<p lang="fr">Macron</p>', '<p lang="de">Merkel</p>',
    )  # fmt: skip
    assert (blocks["Macron"], blocks["Merkel"]) == ("", "de")


def test_a_page_in_another_language_may_quote_english():
    language, blocks = read(
        GERMAN,
        GERMAN.replace("Rat", "Stadtrat"),
        f'<p lang="en">{ENGLISH[0]}</p>',
        root='lang="de"',
    )
    assert language == "de"
    assert blocks[ENGLISH[0]] == "en"


def test_an_xhtml_page_says_its_language_too():
    language, _ = read("Kurze Meldung. Der Rat tagt heute.", root='xml:lang="de"')
    assert language == "de"
