"""Frames are what mutagen, an ID3 library that many players are built on, writes and reads."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import mutagen.id3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiopress.audio.id3_frames import (
    make_chapter,
    make_comment,
    make_contents,
    make_link,
    make_picture,
    make_text,
    make_user_text,
    wrap_frames,
)
from audiopress.errors import SoundError

if TYPE_CHECKING:
    from collections.abc import Callable

id3: Any = mutagen.id3
UTF16 = 1
HEADER = 10
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


def by_mutagen(frame: Any) -> bytes:
    """Return a frame as mutagen writes it, in a tag of its own whose header is cut off."""
    alone = id3.ID3()
    alone.add(frame)
    body = io.BytesIO()
    alone.save(body, v1=0, v2_version=3, padding=lambda _info: 0)
    return body.getvalue()[HEADER:]


@given(text=TEXTS)
@pytest.mark.parametrize(
    ("ours", "judge"),
    [
        (lambda t: make_text("TIT2", t), lambda t: id3.TIT2(encoding=UTF16, text=[t])),
        (
            lambda t: make_user_text("ai-content", t),
            lambda t: id3.TXXX(encoding=UTF16, desc="ai-content", text=[t]),
        ),
        (
            lambda t: make_comment("eng", t),
            lambda t: id3.COMM(encoding=UTF16, lang="eng", desc="", text=[t]),
        ),
        (
            lambda t: make_chapter("chp0", t, 0, 70_000),
            lambda t: id3.CHAP(
                element_id="chp0",
                start_time=0,
                end_time=70_000,
                start_offset=0xFFFFFFFF,
                end_offset=0xFFFFFFFF,
                sub_frames=[id3.TIT2(encoding=UTF16, text=[t])],
            ),
        ),
    ],
    ids=["text", "user text", "comment", "chapter"],
)
def test_a_frame_with_words(
    text: str, ours: Callable[[str], bytes], judge: Callable[[str], Any]
) -> None:
    assert ours(text) == by_mutagen(judge(text))


@pytest.mark.parametrize("count", [1, 2, 255])
def test_the_table_of_contents(count: int) -> None:
    names = [f"chp{number}" for number in range(count)]
    judge = id3.CTOC(element_id="toc", flags=3, child_element_ids=names, sub_frames=[])
    assert make_contents("toc", names) == by_mutagen(judge)


@given(picture=st.binary(min_size=1, max_size=300))
def test_a_picture(picture: bytes) -> None:
    judge = id3.APIC(encoding=0, mime="image/png", type=3, desc="", data=picture)
    assert make_picture("image/png", picture) == by_mutagen(judge)


def test_an_address() -> None:
    address = "https://harbour.example/caf%C3%A9?x=1"
    assert make_link("WOAF", address) == by_mutagen(id3.WOAF(url=address))


@pytest.mark.parametrize("size", [0, 117, 118, 16_383, 2_097_152 - 10])
def test_a_tag_of_any_size_is_read_whole(size: int) -> None:
    tag = wrap_frames([make_picture("image/png", b"x" * size), make_text("TIT2", "The ferry")])
    found = id3.ID3(io.BytesIO(tag))
    assert found.version == (2, 3, 0)
    assert found.size == len(tag)
    assert str(found["TIT2"]) == "The ferry"


def test_a_tag_that_is_too_large_is_refused() -> None:
    with pytest.raises(SoundError, match="larger than ID3"):
        wrap_frames([b"x" * (1 << 28)])
