"""The measure of reading counts right, on small pages that were made for it."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace

import pytest

from tests.campaigns import reading_measure
from tests.campaigns.reading_measure import list_pages, list_sets, make_rows, score_page
from tests.campaigns.reading_scores import (
    FOLDS,
    PageScore,
    fold_of,
    host_of,
    list_foreign,
    measure_pages,
    score_text,
)
from tests.corpus.labelled import name_of

STORY = [
    "The ferry sails again on Monday, after nine weeks in the dry dock of the harbour.",
    "Its crew of twelve had waited on the quay since the early morning of the first day.",
    "Nobody in the harbour office would say what the work on the engine had cost the town.",
]
ADVERT = "Sailors of the north have always liked our boots, which are made of honest leather."
PAGE = PageScore(
    corpus="made",
    key="a",
    host="harbour.example",
    language="en",
    precision=1.0,
    recall=0.5,
    foreign=False,
    foreign_below=False,
    kept=4,
    lost=1,
    furnished=False,
)


@pytest.mark.parametrize(
    ("said", "expected"),
    [("a b c d e", (1.0, 1.0)), ("a b c d", (1.0, 0.5)), ("", (None, 0.0)), ("x y", (0.0, 0.0))],
)
def test_words_are_compared_in_fours(said, expected):
    assert score_text("a b c d e", said) == expected


@pytest.mark.parametrize(
    ("said", "foreign"),
    [
        (f"{STORY[0]}\n\n{ADVERT}", [ADVERT]),
        (STORY[0], []),
        # most of it is the story's
        (f"{STORY[0]} Read it", []),
        # short lines are compared whole
        ("dry dock\nthe boots", ["the boots"]),
        ("* * *", []),
    ],
)
def test_a_paragraph_that_is_not_of_the_truth_is_foreign(said, foreign):
    assert list_foreign("\n".join(STORY), said) == foreign


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://news.harbour.co.uk/a", "harbour.co.uk"),
        ("https://www.harbour.com/", "harbour.com"),
        ("http://192.0.2.7/a", "192.0.2.7"),
        ("https://made.example/a", "made.example"),
    ],
)
def test_all_hosts_of_a_publisher_are_one(url, host):
    assert host_of(url) == host


def test_a_host_stays_in_its_fold():
    assert fold_of("harbour.example") == 3
    assert {fold_of(f"harbour{number}.example") for number in range(99)} == set(range(FOLDS))


def test_figures_are_of_pages_and_the_lost_of_paragraphs():
    other = replace(PAGE, host="b.example", foreign=True, kept=12, lost=0, furnished=None)
    found = measure_pages([PAGE, other])
    assert found["foreign"].value == 0.5
    assert found["below"].value == 0
    assert found["lost"].value == 1 / 16
    assert found["labelled foreign"].value == 0
    assert found["f1"].value == pytest.approx(2 / 3)


def test_an_interval_is_drawn_over_hosts_and_is_the_same_each_time():
    pages = [replace(PAGE, host=f"{at}.example", foreign=at % 2 == 0) for at in range(20)]
    of_one = [replace(page, host=f"{int(page.foreign)}.example") for page in pages]
    found = measure_pages(pages, seed="x")["foreign"]
    assert 0.2 < found.low < 0.4
    assert 0.6 < found.high < 0.8
    assert measure_pages(pages, seed="x")["foreign"] == found
    # twenty pages of two hosts tell as much as two
    assert (measure_pages(of_one)["foreign"].low, measure_pages(of_one)["foreign"].high) == (0, 1)


def test_a_figure_without_labels_is_none():
    found = measure_pages([replace(PAGE, kept=0, lost=0, furnished=None)])
    assert found["lost"] is None
    assert found["labelled foreign"] is None


@pytest.fixture
def corpus(tmp_path):
    """A set of one page, on which an advert is said and a paragraph of the truth is missing."""
    folder = tmp_path / "made"
    (folder / "html").mkdir(parents=True)
    told = "".join(f"<p>{line}</p>" for line in [*STORY, ADVERT])
    page = f"<html lang=en><body><article><h1>Ferry</h1>{told}</article></body></html>"
    (folder / "html" / "a.html.gz").write_bytes(gzip.compress(page.encode()))
    truth = {"a": {"url": "https://news.harbour.co.uk/a", "body": "\n".join([*STORY, "Gone."])}}
    (folder / "truth.json").write_text(json.dumps(truth))
    labels = {"a": {name_of(STORY[0]): "k", name_of(STORY[1]): "k", name_of(ADVERT): "s"}}
    (folder / "labels.json").write_text(json.dumps(labels))
    return tmp_path


def test_a_set_is_read_from_a_folder(corpus):
    assert list_sets(corpus) == ["made"]
    (page,) = list_pages(corpus, "made")
    score = score_page(page)
    assert (score.host, score.language, score.foreign, score.furnished) == (
        "harbour.co.uk", "en", True, True,
    )  # fmt: skip
    assert (score.kept, score.lost) == (2, 0)
    assert 0.6 < score.precision < 0.8
    assert 0.9 < score.recall < 1


def test_what_is_labelled_and_not_said_is_lost(corpus, monkeypatch):
    monkeypatch.setattr(reading_measure, "list_said", lambda _: [("body", STORY[0])])
    (page,) = list_pages(corpus, "made")
    score = score_page(page)
    assert (score.kept, score.lost, score.furnished, score.foreign) == (2, 1, False, False)


def test_rows_are_by_set_language_and_fold():
    pages = [PAGE, replace(PAGE, host="b.example", language="fr"), replace(PAGE, corpus="two")]
    rows = make_rows(pages)
    assert [(row["set"], row["language"], row["fold"], row["pages"]) for row in rows] == [
        ("all sets", "English", "all", 2),
        ("all sets", "English", "3", 2),
        ("all sets", "French", "all", 1),
        ("all sets", "French", str(fold_of("b.example")), 1),
        ("made", "English", "all", 1),
        ("made", "English", "3", 1),
        ("made", "French", "all", 1),
        ("made", "French", str(fold_of("b.example")), 1),
        ("two", "English", "all", 1),
        ("two", "English", "3", 1),
    ]


@pytest.mark.parametrize(("declared", "measured"), [("de", "de"), ("", "en")])
def test_the_language_is_the_truth_s_where_it_has_one(corpus, declared, measured):
    (page,) = list_pages(corpus, "made")
    assert score_page(replace(page, language=declared)).language == measured


def test_languages_with_few_pages_are_one_row():
    rows = make_rows([replace(PAGE, language=language) for language in ("pt", "", "it")])
    assert {(row["language"], row["pages"]) for row in rows} == {("other", 3)}


def test_the_command_prints_a_table_or_one_document(corpus, monkeypatch, capsys):
    command = ["reading_measure", str(corpus), "--jobs", "1"]
    monkeypatch.setattr("sys.argv", command)
    assert reading_measure.main() == 0
    assert "1.000 1.000 1.000" in capsys.readouterr().out
    monkeypatch.setattr("sys.argv", [*command, "--json"])
    reading_measure.main()
    rows = json.loads(capsys.readouterr().out)
    assert rows[0]["foreign"] == {"value": 1.0, "low": 1.0, "high": 1.0}


def test_a_folder_without_sets_is_an_error(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["reading_measure", str(tmp_path)])
    with pytest.raises(SystemExit):
        reading_measure.main()
    assert "no set in" in capsys.readouterr().err
