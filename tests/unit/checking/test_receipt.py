"""A receipt has what its articles' receipts have."""

from __future__ import annotations

from audiopress.checking.article import CheckedArticle
from audiopress.checking.receipt import Receipt, find_moment, name_moment
from tests.made_receipt import SOUND, make_receipt


def test_faults_of_articles_are_faults_of_the_edition() -> None:
    receipt = make_receipt()
    assert not receipt.ok
    names = [each.name for each in receipt.list_checks()]
    assert names == ["artwork", "words", "sound", "title", "loudness"]
    assert [each.name for each in receipt.list_own_checks()] == ["artwork", "title"]


def test_a_moment_is_read_as_it_was_named() -> None:
    assert find_moment(name_moment(SOUND, 61.26)) == 61.3
    assert find_moment(f"{SOUND} paragraph 3") is None


def test_what_is_passed_by_of_each_place_is_told_of_each() -> None:
    whole = Receipt()
    for name in ("one", "other"):
        part = Receipt()
        part.pass_by("signature", name, "needs a program")
        part.pass_by("single words", name, "heard unclearly", each=True)
        whole.articles.append(CheckedArticle(title=name, link="", date="", receipt=part))
    told = [(each.name, each.where) for each in whole.list_checks()]
    assert sorted(told) == [
        ("signature", "one"),
        ("single words", "one"),
        ("single words", "other"),
    ]
