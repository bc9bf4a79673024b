"""A corrected article says at its start that it was corrected: in its language, in our words."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from runner import Press

SAID = "This article has been corrected since it was first published."
TEXT = "---\nlanguage: {}\ndate: 2024-03-01\n---\n\n# Fair\n\nIt opens on {}.\n\nThe mayor goes.\n"
CONFIG = '[edition]\nsources = ["a.md"]\n[corrections]\nwording = "announce"\n'


def publish(press: Press, day: str, *, language: str = "en", config: str = CONFIG) -> list[str]:
    """Build, and return what is said, in order."""
    press.folder.mkdir(parents=True, exist_ok=True)
    (press.folder / "audiopress.toml").write_text(config, "utf-8")
    (press.folder / "a.md").write_text(TEXT.format(language, day), "utf-8")
    press.build()
    home = press.folder / "output" / "episodes" / "fair"
    episode = json.loads((home / "episode.json").read_text("utf-8"))
    said = json.loads((home / episode["alignment"]).read_text("utf-8"))["paragraphs"]
    return [one["source"] for one in said]


def test_it_is_said_before_the_text_and_only_after_a_correction(press: Press) -> None:
    assert SAID not in publish(press, "Tuesday")
    said = publish(press, "Friday")
    assert said.index(SAID) == said.index("It opens on Friday.") - 1
    # It goes on saying so, and is not spoken again, with and without a cache.
    tree = press.tree()
    assert publish(press, "Friday") == said
    shutil.rmtree(press.folder / ".audiopress" / "records")
    assert publish(press, "Friday") == said
    assert press.tree() == tree
    # What is taken back says what it first said.
    assert SAID not in publish(press, "Tuesday")


@pytest.mark.parametrize(
    ("language", "lines", "said"),
    [
        ("de", "", "Dieser Artikel wurde nach der ersten Ver\u00f6ffentlichung berichtigt."),
        ("en", 'announcement = "We were wrong."\n', "We were wrong."),
        ("en-GB", '[corrections.announcements]\nen = "Put right."\n', "Put right."),
        ("de", 'announcement = "We were wrong."\n', "Dieser Artikel wurde nach"),
    ],
)
def test_its_words_are_those_of_the_language(
    press: Press, language: str, lines: str, said: str
) -> None:
    config = '[show]\nlanguage = "en"\n[voices]\nforeign = "speak"\n' + CONFIG + lines
    publish(press, "Tuesday", language=language, config=config)
    told = publish(press, "Friday", language=language, config=config)
    assert [line for line in told if line.startswith(said)]


def test_what_is_published_does_not_change_with_the_setting(press: Press) -> None:
    plain = CONFIG.partition("[corrections]")[0]
    publish(press, "Tuesday", config=plain)
    publish(press, "Friday", config=plain)
    tree = press.tree()
    assert SAID not in publish(press, "Friday")
    assert press.tree() == tree
    assert SAID in publish(press, "Monday")
    tree = press.tree()
    assert SAID in publish(press, "Monday", config=plain)
    assert press.tree() == tree


def test_a_sign_is_not_announced(press: Press) -> None:
    publish(press, "Tuesday")
    assert SAID not in publish(press, "Tuesday!")
