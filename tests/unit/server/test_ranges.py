from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiopress.server.ranges import parse_range


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("bytes=0-0", range(1)),
        ("bytes=0-99", range(100)),
        ("bytes=0-100", range(100)),
        ("bytes=99-", range(99, 100)),
        ("bytes=10-19", range(10, 20)),
        ("bytes=-1", range(99, 100)),
        ("bytes=-100", range(100)),
        ("bytes=-1000", range(100)),
        ("Bytes=5-6", range(5, 7)),
        (" bytes= 5-6 ", range(5, 7)),
        ("bytes=0-" + "9" * 4000, range(100)),
    ],
)
def test_a_range_that_exists(header: str, expected: range) -> None:
    assert parse_range(header, 100) == expected


@pytest.mark.parametrize("header", ["bytes=100-", "bytes=100-200", "bytes=-0", "bytes=5000-6000"])
def test_a_range_that_does_not_exist_is_empty(header: str) -> None:
    part = parse_range(header, 100)
    assert part is not None
    assert not part


@pytest.mark.parametrize(
    "header",
    [
        None, "", "bytes", "bytes=", "bytes=-", "bytes=5-4", "bytes=a-b", "bytes=1-2,4-5",
        "bytes=+1-2", "bytes=1 -2", "items=0-1", "bytes:0-1", "bytes=0x1-2", "bytes=-1-2",
        "bytes=--1",
        "bytes=1-2-3",
        "bytes=1.5-2", "bytes=٣-٤", "bytes=0-" + "9" * 5000, "0-1", "bytes=0-1;q=1",
    ],
)  # fmt: skip
def test_what_is_no_single_byte_range_is_ignored(header: str | None) -> None:
    assert parse_range(header, 100) is None


@given(size=st.integers(0, 50), first=st.integers(0, 60), last=st.integers(0, 60))
def test_a_range_holds_what_a_slice_would(size: int, first: int, last: int) -> None:
    body = bytes(range(size))
    part = parse_range(f"bytes={first}-{last}", size)
    if last < first:
        assert part is None
    else:
        assert part is not None
        assert bytes(body[at] for at in part) == body[first : last + 1]


@given(size=st.integers(0, 50), suffix=st.integers(0, 60))
def test_a_suffix_holds_the_end(size: int, suffix: int) -> None:
    part = parse_range(f"bytes=-{suffix}", size)
    assert part is not None
    assert len(part) == min(size, suffix)
    assert not part or part[-1] == size - 1


@given(header=st.text())
def test_no_header_crashes_or_reaches_outside(header: str) -> None:
    part = parse_range(header, 10)
    assert part is None or set(part) <= set(range(10))
