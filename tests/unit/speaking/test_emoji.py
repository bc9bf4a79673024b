"""Pictures that are left out, and tags that are cut into their words."""

from __future__ import annotations

import re

import pytest

from audiopress.speaking.emoji import EMOJI, split_hashtag


@pytest.mark.parametrize("picture", ["👏", "👨\u200d👩", "1\ufe0f\u20e3"[1:], "→", "★"])
def test_a_picture_is_found_whole(picture: str) -> None:
    assert re.fullmatch(EMOJI, picture)


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("BlackLivesMatter", "Black Lives Matter"),
        ("SaveOurNHS", "Save Our NHS"),
        ("metoo", "metoo"),
        ("Top10", "Top 10"),
        ("__", "__"),
    ],
)
def test_a_tag_is_cut_at_its_capitals(tag: str, words: str) -> None:
    assert split_hashtag(tag) == words
