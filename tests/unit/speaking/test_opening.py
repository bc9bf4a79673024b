"""What is said before and after an article, by its language."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from audiopress.errors import ConfigError
from audiopress.model import Article, Reading
from audiopress.settings import load_settings
from audiopress.speaking.english.normalize import normalize_english
from audiopress.speaking.normalize import normalize_text
from audiopress.speaking.opening import says_date, write_date, write_disclosure, write_opening


def article(language: str, byline: str = "Ana Roth, Igor Lindt", day: int = 31) -> Article:
    return Article(
        uri="a", title="T", byline=byline, blocks=(), language=language,
        published=datetime(2024, 10, day, tzinfo=UTC),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("language", "spoken"),
    [
        (
            "en-GB",
            "By Ana Roth and Igor Lindt. Thursday the thirty first of October twenty twenty four.",
        ),
        (
            "en-US",
            "By Ana Roth and Igor Lindt. Thursday, October thirty first, twenty twenty four.",
        ),
        (
            "de",
            (
                "Von Ana Roth und Igor Lindt. "
                "Donnerstag, der einunddreißigste Oktober zweitausendvierundzwanzig."
            ),
        ),
        ("fr", "Par Ana Roth et Igor Lindt. Jeudi trente et un octobre deux mille vingt-quatre."),
        (
            "es-MX",
            "Por Ana Roth e Igor Lindt. Jueves treinta y uno de octubre de dos mil veinticuatro.",
        ),
        ("it", "Di Ana Roth e Igor Lindt. Giovedì trentuno ottobre duemilaventiquattro."),
        (
            "pt",
            (
                "Por Ana Roth e Igor Lindt. "
                "Quinta-feira, trinta e um de outubro de dois mil e vinte e quatro."
            ),
        ),
        ("pl", "Ana Roth, Igor Lindt."),
    ],
)
def test_an_article_opens_in_its_own_language(language: str, spoken: str) -> None:
    assert normalize_text(write_opening(article(language), Reading()), language).text == spoken


def test_many_names_and_the_first_of_a_month() -> None:
    many = article("fr", byline="A, B, C, D", day=1)
    assert write_opening(many, Reading()) == "Par A et d'autres. Mardi 1er octobre 2024."


def settings(tmp_path, text: str) -> Reading:
    (tmp_path / "audiopress.toml").write_text(text, "utf-8")
    return load_settings(None, root=tmp_path).reading


def test_words_of_an_english_show_are_not_said_in_a_german_article(tmp_path) -> None:
    reading = settings(
        tmp_path,
        '[show]\nlanguage = "en-GB"\n[reading]\nopening = "Here is {byline}."\n'
        'disclosure_text = "A robot spoke."\n[reading.openings]\nfr = "Voici {byline}."\n',
    )
    assert write_opening(article("en-US"), reading) == "Here is Ana Roth and Igor Lindt."
    assert write_opening(article("fr-CA"), reading) == "Voici Ana Roth et Igor Lindt."
    assert write_opening(article("de"), reading).startswith("Von Ana Roth")
    assert write_disclosure("en-GB", reading) == "A robot spoke."
    assert write_disclosure("de-AT", reading).startswith("Dieser Artikel")


def test_a_template_without_a_language_is_for_all(tmp_path) -> None:
    reading = settings(tmp_path, '[reading]\nopening = "Heute: {title}."\n')
    assert write_opening(article("de"), reading) == "Heute: T."


@pytest.mark.parametrize(
    ("table", "mistake"),
    [
        ('openings = "x"', "[reading] openings: is a table"),
        ('[reading.openings]\nde = "Von {wem}"', "{wem} stands for nothing"),
        ('[reading.openings]\n"de DE" = "Von"', "is no tag of a language"),
        ("[reading.openings]\nde = 3", "[reading.openings] de: is a text"),
        ('words_language = "de"', "no such setting"),
    ],
)
def test_mistakes_in_templates_are_named(tmp_path, table: str, mistake: str) -> None:
    with pytest.raises(ConfigError) as caught:
        settings(tmp_path, f"[reading]\n{table}\n")
    assert mistake in caught.value.message


@pytest.mark.parametrize("language", ["en", "en-GB", "en-US", "en-us", "en-AU"])
def test_dates_and_numbers_are_of_one_variety(language: str) -> None:
    article = Article(
        uri="a", title="A", blocks=(), language=language,
        published=datetime(2024, 4, 3, tzinfo=UTC),
    )  # fmt: skip
    american = write_opening(article, Reading()) == "Wednesday, April 3, 2024."
    assert ("hundred forty" in normalize_english("140 people", language)) is american


@pytest.mark.parametrize("language", ["en", "en-GB", "de", "fr", "es", "it", "pt-BR", "nl"])
@pytest.mark.parametrize("day", [1, 2, 28])
def test_a_date_is_known_again_in_an_opening(language: str, day: int) -> None:
    written = write_date(datetime(2026, 3, day, tzinfo=UTC), language)
    assert says_date(f"Ann Bell. {written.title()}.", language)
    assert not says_date("Ann Bell, 2026.", language)
    assert not says_date(written.replace("2026", ""), language)


def test_of_a_language_without_words_no_date_is_known() -> None:
    assert not says_date("7 March 2026", "cy")
    assert not write_date(datetime(2026, 3, 7, tzinfo=UTC), "cy")
