"""Lines of a list of addresses, as people write them."""

from __future__ import annotations

import pytest

from audiopress.sources.lists.address_lines import read_line

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
    assert read_line(line) == (address, title)
