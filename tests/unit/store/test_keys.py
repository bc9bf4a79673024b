"""What a key holds, and what it does not."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiopress.model import Line, Voice
from audiopress.store.keys import canonical_json, derive_seed, episode_key, frames_key, segment_key

VOICE = Voice(name="joe", engine="piper", languages=("en-US",))
LINE = Line(spoken="Good evening.", language="en", voice=VOICE, options=(("rate", "1"),))


SEED = 8812300019969600744


def key(line=LINE, **changes):
    known = {"voice_digest": "d", "engine_version": "1", "kernel": "f32"}
    return segment_key(line, **(known | changes))


def test_a_key_is_promised():
    # If this changes, every publisher speaks everything again.
    assert key() == "bee0e93129c8a7e0adf0bc13a60dd24e166080e6d651930020c966e905df92b2"


@pytest.mark.parametrize(
    "other",
    [
        key(replace(LINE, spoken="Good evening")),
        key(replace(LINE, language="en-GB")),
        key(replace(LINE, options=(("rate", "1.1"),))),
        key(replace(LINE, voice=replace(VOICE, name="jane"))),
        key(replace(LINE, voice=replace(VOICE, speaker="2"))),
        key(replace(LINE, voice=replace(VOICE, engine="other"))),
        key(voice_digest="e"),
        key(engine_version="2"),
        key(kernel="bf16"),
    ],
)
def test_everything_audible_is_in_the_key(other):
    assert other != key()


@pytest.mark.parametrize(
    "same",
    [
        replace(LINE, seed=7),
        replace(LINE, voice=replace(VOICE, title="Joe", licence="CC0", lineage="x")),
        replace(LINE, voice=replace(VOICE, package="elsewhere", loudness=-20.0)),
        replace(LINE, voice=replace(VOICE, extra="espeak", cost=0.1, sounds="calm")),
    ],
)
def test_nothing_else_is_in_the_key(same):
    assert key(same) == key()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)


@given(st.dictionaries(st.text(), JSON, max_size=5))
def test_the_order_of_names_decides_nothing(value):
    turned = dict(reversed(list(value.items())))
    assert canonical_json(value) == canonical_json(turned)


@pytest.mark.parametrize("value", [1.0, [0.5], {"a": 1.5}, {1: "a"}, b"x", {"a"}])
def test_what_has_no_one_text_is_refused(value):
    with pytest.raises(TypeError):
        canonical_json(value)


def test_a_seed_is_promised():
    # If this changes, engines that make noise of it speak the same line another way.
    assert derive_seed(key()) == SEED
    assert derive_seed(key(kernel="bf16")) != SEED
    assert 0 <= derive_seed(key()) < 2**64


def test_frames_and_episodes():
    assert frames_key("d", gain_steps=1, encoder=["a"]) != frames_key(
        "d", gain_steps=2, encoder=["a"]
    )
    assert episode_key({"a": "1", "b": "2"}) == episode_key({"b": "2", "a": "1"})
    assert episode_key({"a": "1"}) != episode_key({"a": "2"})
