"""What somebody may have meant who wrote no tag of a language."""

import pytest

from audiopress.text.language_slips import check_tag, explain_slip, list_meant, suggest_tag


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("german", ["de"]),
        ("gremany", ["de"]),
        ("dutsch", ["de", "nl"]),
        ("Deutsch", ["de"]),
        ("francais", ["fr"]),
        ("Nederlands", ["nl"]),
        ("español", ["es"]),
        ("Itlaian", ["it"]),
        ("deu", ["de"]),
        ("en-UK", ["en-GB"]),
        ("xyzzy", []),
        # A rare language that is much nearer than a well-known one.
        ("Klingonish", ["tlh"]),
        # What its speakers call it, though a rarer one is written alike.
        ("Plattdeutsch", ["nds"]),
        ("Platdeutsch", ["nds"]),
        ("Farsi", ["fa"]),
    ],
)
def test_a_name_of_a_language_leads_to_its_tag(text: str, tags: list[str]) -> None:
    assert sorted(list_meant(text)) == tags


def test_both_languages_that_a_name_may_mean_are_told() -> None:
    said = explain_slip("dutsch")
    assert "de (German)" in said
    assert "nl (Dutch)" in said
    assert explain_slip("xyzzy") == "'xyzzy' is no tag of a language; say de or en-GB"


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("en-GB", ""),
        ("de", ""),
        ("en_GB", "is written en-GB"),
        ("german", "'german' is no tag of a language; did you mean de (German)?"),
    ],
)
def test_a_tag_in_a_setting_is_one_that_a_feed_may_hold(tag: str, said: str) -> None:
    assert check_tag(tag) == said


def test_what_to_write_is_the_tag_that_was_meant() -> None:
    assert suggest_tag("german", "--language ") == "--language de"
    assert suggest_tag("???", "language: ") == "language: en-GB"
