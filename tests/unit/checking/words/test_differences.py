"""Runs of words that differ: what a recogniser mishears, and what is wrong."""

from __future__ import annotations

import pytest

from audiopress.checking.words.comparable import list_numerals, list_readings, list_words
from audiopress.checking.words.differences import Difference, find_differences, settle_readings

SAID = "the ferry to vik was late for the third day because of ice on the river"


def find(heard: str) -> list[Difference]:
    return find_differences(SAID.split(), heard.split())


def test_the_same_words_differ_nowhere() -> None:
    assert find(SAID) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [("vik", "vick"), ("ferry to", "ferritu"), ("the third", "third"), ("of ice", "of eyes"),
     ("because", "be cause")],
)  # fmt: skip
def test_what_a_recogniser_mishears_is_not_wrong(old: str, new: str) -> None:
    assert [run for run in find(SAID.replace(old, new)) if run.is_wrong] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [("late ", ""), ("because of ice ", ""), ("late", "late the ferry to vik was late"),
     ("late for the third day", "early in his new house"), ("ice", "ice ice baby yes")],
)  # fmt: skip
def test_words_dropped_doubled_or_replaced_are_wrong(old: str, new: str) -> None:
    (wrong,) = [run for run in find(SAID.replace(old, new)) if run.is_wrong]
    assert wrong.weight > 0.9


def test_a_run_says_where_it_is() -> None:
    assert find(SAID.replace("late", "early on")) == [Difference(5, ("late",), ("early", "on"))]


def test_what_is_written_otherwise_than_it_is_said_may_be_heard_as_either() -> None:
    also = {"skeri": "skerry", "qtwo": "thesecondquarter"}
    assert find_differences(["on", "skeri"], ["on", "skerry"], also) == []
    assert find_differences(["in", "q", "two"], ["in", "the", "second", "quarter"], also) == []
    assert find_differences(["on", "skeri"], ["on", "skeri"], also) == []


@pytest.mark.parametrize(
    ("said", "heard", "changed"),
    [("forty three", "forty two", True), ("two", "to", False), ("two", "tune", False),
     ("nine hundred", "one hundred", True), ("four", "for", False), ("ice", "two", False)],
)  # fmt: skip
def test_a_number_is_another_only_where_another_is_heard(
    said: str, heard: str, changed: bool
) -> None:
    run = Difference(0, tuple(said.split()), tuple(heard.split()))
    assert run.changes_number(list_numerals("en-US")) is changed


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [("en-GB", "The U.S. paid $8,000.", "the US paid eight thousand dollars"),
     ("en-GB", "Programmes of colour", "programs of color"),
     ("de", "Es waren 21 Häuser.", "es waren einundzwanzig hauser"),
     ("fr", "L'œuvre coûte 3 €", "loeuvre coute trois euros")],
)  # fmt: skip
def test_texts_that_sound_alike_are_the_same_words(language: str, one: str, other: str) -> None:
    assert list_words(one, language) == list_words(other, language)


def test_what_is_written_short_is_read_in_each_way_it_may_be_said() -> None:
    ways = list_readings("Q2 HD of 630, 40 years", "en-US")
    assert [" ".join(words) for words in ways] == [
        "the second quarter hd of six hundred thirty forty years",
        "q two hd of six hundred thirty forty years",
        "q two hd of six thirty forty years",
        "q two hd of six three zero four zero years",
    ]


@pytest.mark.parametrize(
    ("said", "heard", "wrong"),
    [
        ("six thirty paid four dollars", "630 paid $4", False),
        ("flight six thirty cost four dollars for the q two hd", "flight 630 cost $4 for the Q2HD",
         False),
        ("between twenty five and seventy five cents", "between 25\u00a2 and 75 cents", False),
        ("five one two a month", "512 a month", False),
        ("six thirty paid four dollars", "640 paid $4", True),
        ("six thirty paid four dollars", "630 paid $5", True),
        ("six hundred thirty paid", "6.30 paid", True),
        ("it grew by two point six percent", "it grew by 2.6%, it grew by 2.6%", True),
        ("they paid $ four in may", "they paid four, they paid four in May", True),
        ("in may it grew by two point six percent", "in may it grew by 2.6% it grew by 2.6%", True),
        ("it grew by two point six two percent, it grew by two point six percent in may",
         "it grew by 2.6% in May", True),
    ],
)  # fmt: skip
def test_a_fault_is_one_in_each_way_of_reading_at_its_place(
    said: str, heard: str, wrong: bool
) -> None:
    ways = [find_differences(said.split(), words) for words in list_readings(heard, "en-US")]
    numerals = list_numerals("en-US")
    assert any(run.is_fault(numerals) for run in settle_readings(ways, numerals)) is wrong


def test_what_differs_less_in_another_way_of_reading_is_taken_from_that() -> None:
    said = ["with", "swiftkey", "three", "at", "four", "dollars"]
    ways = [
        find_differences(said, words) for words in list_readings("with Swift Q3 at $4", "en-US")
    ]
    found = settle_readings(ways, list_numerals("en-US"))
    assert found == [Difference(1, ("swiftkey",), ("swift", "q"))]
