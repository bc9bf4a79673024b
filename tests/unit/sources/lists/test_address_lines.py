"""Lines of a list of addresses, as people write them."""

from __future__ import annotations

import pytest

from audiopress.sources.lists.address_lines import read_addresses, read_line

URL = "https://post.example.org/ferry/"


@pytest.mark.parametrize(
    ("line", "address", "title"),
    [
        (f"{URL}   # the bridge", URL, ""),
        (f"{URL}#part", f"{URL}#part", ""),
        (f"The bridge: {URL}", URL, "The bridge"),
        (f"The bridge - {URL}", URL, "The bridge"),
        (f"{URL} \u2013 The bridge", URL, "The bridge"),
        (f"{URL} (the bridge)", URL, "the bridge"),
        (f"See: {URL} and {URL}2", "", ""),
    ],
)
def test_a_line_may_have_a_title_or_a_remark_beside_its_address(
    line: str, address: str, title: str
) -> None:
    assert read_line(line) == ([(address, title)] if address else [])


@pytest.mark.parametrize(
    "line", [f"{URL}, {URL}2", f"- {URL} {URL}2", f"<{URL}>; <{URL}2>", f"{URL},{URL}2,"]
)
def test_several_addresses_on_a_line_are_each_one(line: str) -> None:
    assert read_line(line) == [(URL, ""), (f"{URL}2", "")]


@pytest.mark.parametrize(
    "text", [f"Ferry\n{URL}\n\nIce\n{URL}2\n", f"{URL}\nFerry\n{URL}2\n- Ice\n"]
)
def test_lines_that_take_turns_with_addresses_are_their_titles(text: str) -> None:
    items = read_addresses(text).items

    assert [item.address for item in items] == [URL, f"{URL}2"]
    assert [item.facts.title.lstrip("- ") for item in items] == ["Ferry", "Ice"]


def test_a_line_that_is_no_address_among_others_is_named_by_its_number() -> None:
    items = read_addresses(f"{URL}\n{URL}2\n\nThe ice\n").items

    assert [item.place for item in items] == ["line 1", "line 2", "line 4"]
    assert [bool(item.fault) for item in items] == [False, False, True]


@pytest.mark.parametrize("odd", ["\f", "\x1c", "\u2028", "\x85", "\v"])
def test_a_line_has_the_number_that_an_editor_shows(odd: str) -> None:
    items = read_addresses(f"{URL}{odd}\r\n\r\n{odd}The ice\r\n{URL}2\n").items

    assert [item.place for item in items] == ["line 1", "line 3", "line 4"]
