"""A site that changes in every way over twenty rounds, and an edition that follows it."""

from __future__ import annotations

import os
import signal

import pytest
from changing_rounds import Rounds, play
from changing_site import ChangingSite
from runner import PressHere


def test_an_edition_follows_a_site_over_twenty_rounds(tmp_path) -> None:
    # Of this seed the page that is edited under its old ETag is one that the sitemap names for the
    # first time then.
    with ChangingSite(seed=25) as site:
        tally = play(Rounds(PressHere(tmp_path / "edition"), site), articles=20)
    assert tally.told == []
    assert set(tally.faults().values()) == {0}


def test_rounds_that_are_stopped_end_and_say_nothing_of_the_one_that_was_not_done(
    tmp_path,
) -> None:
    with ChangingSite() as site:
        rounds = Rounds(PressHere(tmp_path / "edition"), site)
        article = site.add()

        def stop(path: str) -> None:
            if path == article.path:
                os.kill(os.getpid(), signal.SIGTERM)

        site.hear = stop
        with pytest.raises(KeyboardInterrupt):
            rounds.run("stopped", lambda: None)
    assert rounds.tally.told == []
