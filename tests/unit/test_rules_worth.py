"""What a rule is worth is counted right, and the table names the rules that there are."""

from __future__ import annotations

import gzip
import json
from collections import Counter

import pytest

from audiopress.model import Reading
from audiopress.reading.cleaning.pipeline import judge_article
from tests.campaigns import rules_worth
from tests.campaigns.reading_measure import extract_page, list_pages
from tests.campaigns.rule_pieces import (
    RulePiece,
    find_fired,
    judge_without,
    list_pieces,
    time_pieces,
)
from tests.campaigns.rules_worth import Change, judge_page, read_names, strip, weigh, write_page

STORY = [
    "The ferry sails again on Monday, after nine weeks in the dry dock of the harbour.",
    "Its crew of twelve had waited on the quay since the early morning of the first day.",
    "Nobody in the harbour office would say what the work on the engine had cost the town.",
    "The captain, who is from the islands, has sailed on her for all of twenty years.",
]
SIGN_UP = "Sign up for our newsletter"
WORDING = RulePiece("wording", "sign up for a newsletter")


@pytest.fixture
def page(tmp_path):
    """A page on which one line is boilerplate by its wording."""
    folder = tmp_path / "made"
    (folder / "html").mkdir(parents=True)
    told = "".join(f"<p>{line}</p>" for line in [*STORY[:2], SIGN_UP, *STORY[2:]])
    html = f"<html lang=en><body><article><h1>Ferry</h1>{told}</article></body></html>"
    (folder / "html" / "a.html.gz").write_bytes(gzip.compress(html.encode()))
    truth = {"a": {"url": "https://harbour.co.uk/a", "body": "\n".join(STORY)}}
    (folder / "truth.json").write_text(json.dumps(truth))
    (found,) = list_pages(tmp_path, "made")
    return found


def test_what_has_a_part_in_a_page_is_found(page):
    article = extract_page(page)
    judged, fired, _ = find_fired(article)
    assert list(judged) == list(judge_article(article, Reading()))
    assert {WORDING, RulePiece("check", "wording")} <= fired
    assert not {piece for piece in fired if piece.kind == "rule"}


def test_checks_and_rules_are_timed(page):
    seconds = time_pieces(extract_page(page))
    assert {piece.kind for piece in seconds} == {"check", "rule"}
    assert len(seconds) == sum(piece.kind in {"check", "rule"} for piece in list_pieces())
    assert seconds[RulePiece("check", "wording")] > 0


def test_a_piece_that_is_taken_out_has_no_part(page):
    article = extract_page(page)
    judged, _, known = find_fired(article)
    assert SIGN_UP in [one.block.text for one in judged if not one.is_spoken]
    for piece in (WORDING, RulePiece("check", "wording")):
        without = judge_without(article, piece, known)
        assert SIGN_UP in [one.block.text for one in without if one.is_spoken]
    same = judge_without(article, RulePiece("rule", "loose-headings"), known)
    assert list(same) == list(judged)


def test_furniture_that_is_caught_is_counted(page):
    changes, _ = judge_page(page)
    assert Change(
        piece=WORDING, corpus="made", host="harbour.co.uk", furniture=1, story=0
    ) in changes  # fmt: skip


def change(host, furniture, story=0):
    return Change(piece=WORDING, corpus="made", host=host, furniture=furniture, story=story)


@pytest.mark.parametrize(
    ("changes", "hosts", "little"),
    [
        ([change("a.example", 2), change("b.example", 1)], 2, False),
        # all on one host, from which it may have been written
        ([change("a.example", 9)], 1, True),
        # a story that is saved is of use too
        ([change("a.example", 0, -1), change("b.example", 0, -2)], 2, False),
        # as much of stories as of furniture
        ([change("a.example", 1, 1), change("b.example", 1, 1)], 2, True),
        ([], 0, True),
    ],
)
def test_what_is_of_use_on_one_host_only_is_worth_little(changes, hosts, little):
    worths = {(one.kind, one.name): one for one in weigh(changes, Counter(), 10)}
    found = worths[WORDING.kind, WORDING.name]
    assert (found.hosts, found.is_little) == (hosts, little)


def test_characters_are_of_vocabulary_and_rules_alone():
    source = '''"""What it is."""
import re
if TYPE_CHECKING:
    from made import Block
# a remark
WORDS = ("one", "two")
"""Why."""
RULE = Rule(name="a", catches="One two", passes="Three")
def judge():
    """Return it."""
    return WORDS
'''
    assert strip(source) == (
        "WORDS = ('one', 'two')\nRULE = Rule(name='a')\ndef judge():\nreturn WORDS"
    )


def test_the_table_has_a_row_for_every_rule_that_there_is():
    page = rules_worth.TABLE.read_text("utf-8")
    assert read_names(page) == [(piece.kind, piece.name) for piece in list_pieces()]


def test_the_names_of_the_table_are_read_as_they_are_written():
    worths = weigh([change("a.example", 2)], Counter(), 10)
    assert read_names(write_page(worths, 10, 5)) == [(one.kind, one.name) for one in worths]
