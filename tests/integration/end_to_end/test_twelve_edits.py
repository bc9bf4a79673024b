"""Twelve edits of a small edition: no guid changes, no episode is doubled, and check passes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.campaigns.twelve_edits import EDITS, Edition, try_all

if TYPE_CHECKING:
    from runner import Press


def test_each_edit_costs_what_it_must_and_doubles_nothing(press: Press) -> None:
    edition = Edition(folder=press.folder, run=press.run, articles=4, voice="tone")
    rows = {row.edit: row for row in try_all(edition)}
    assert len(rows) == len(EDITS) == 12
    assert {name: row.wrong for name, row in rows.items() if row.wrong} == {}
    assert {name: row.spoken for name, row in rows.items() if name != "voice changed"} == {
        "typo": 1,
        "new paragraph": 1,
        "paragraph moved": 0,
        "new headline": 1,
        "new address, the old one an alias": 0,
        "withdrawn": 0,
        "restored": 0,
        "lexicon rule": 3,
        "source broken": 0,
        "date changed": 1,
        "nothing": 0,
    }
    assert rows["voice changed"].enclosures_changed == 4
    assert rows["nothing"].bytes_changed == 0
    assert {name for name, row in rows.items() if row.enclosures_changed == 1} == {
        "typo",
        "new paragraph",
        "paragraph moved",
        "new headline",
        "lexicon rule",
        "date changed",
    }
