"""A site that changes in every way over twenty rounds, and an edition that follows it."""

from __future__ import annotations

from changing_rounds import Rounds, play
from changing_site import ChangingSite
from runner import PressHere


def test_an_edition_follows_a_site_over_twenty_rounds(tmp_path) -> None:
    with ChangingSite(seed=1) as site:
        tally = play(Rounds(PressHere(tmp_path / "edition"), site), articles=20)
    assert tally.told == []
    assert set(tally.faults().values()) == {0}
