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
    items = read_addresses(f"{URL}{odd}\r\n\r\n{odd}The ice\r\n\r\n{URL}2\n").items

    assert [item.place for item in items] == ["line 1", "line 3", "line 5"]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (f"The ferry {URL}", "The ferry"),
        (f"{URL} The ferry", "The ferry"),
        (f"The ferry {URL}   # for Saturday", "The ferry"),
        (f"{URL}   The ferry, again", "The ferry, again"),
        (f"- [ ] The ferry\t{URL} # later", "The ferry"),
        (f"The ferry; {URL}", "The ferry"),
        (f"The ferry ({URL})", "The ferry"),
        (f"The ferry, again,{URL}", "The ferry, again"),
    ],
)
def test_a_title_needs_no_mark_between_it_and_its_address(line: str, title: str) -> None:
    items = read_addresses(f"{line}\n{URL}2\n").items

    assert [item.address for item in items] == [URL, f"{URL}2"]
    assert items[0].facts.title == title


LISTS = [
    f"The owls\t{URL}\n{URL}2   Bread\n{URL}3\nhallo\n",
    f"{URL} | Owls\n{URL}2 Ferry\nBread: {URL}3\nhallo\n",
    f"[Owls]({URL})\tgood\n{URL}2\n",
    f"{URL} Owls {URL}2 Ice\nIce\n{URL}3\n",
    f"A title {URL}\n{URL}2\n",
    f"{URL}\nexample.org\n{URL}2\n",
    f"{URL};Owls\nIce;{URL}2\n{URL}3\n\nhallo, you\n",
    f"He said so at {URL} on Monday.\n{URL}2\n",
    f"{URL}2\nread {URL} and {URL}3.\n",
]


@pytest.mark.parametrize("text", LISTS)
def test_each_line_with_an_address_is_taken_or_named_by_its_number(text: str) -> None:
    items = read_addresses(text).items

    numbers = {item.place for item in items}
    lines = enumerate(text.splitlines(), start=1)
    said = {f"line {at}" for at, line in lines if URL in line or line in ("hallo", "example.org")}
    assert said <= numbers
    assert all(item.address or (item.fault and item.hint) for item in items)


def test_what_cannot_be_read_beside_an_address_is_not_to_be_struck_out() -> None:
    (item, _) = read_addresses(f"{URL} Owls {URL}2 Ice\n{URL}3\n").items

    assert "#" not in item.hint
    assert "line of its own" in item.hint


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (f"{URL}\nThe bridge\n{URL}2\n", ["", "The bridge"]),
        (f"The bridge\n{URL}\n{URL}2\n", ["The bridge", ""]),
        (f"The bridge\n{URL} # late\n\nIce {URL}2\n{URL}3\n", ["The bridge", "Ice", ""]),
        (f"{URL}\nThe bridge\n{URL}2\n{URL}3\nIce\n", ["The bridge", "", "Ice"]),
        (f"The bridge  # Monday\n{URL}\n{URL}2\n", ["The bridge", ""]),
        (f"Ice: {URL}\nThe bridge\n{URL}2\n", ["Ice", "The bridge"]),
    ],
)
def test_a_title_on_its_own_line_may_be_missing_elsewhere(text: str, titles: list[str]) -> None:
    items = read_addresses(text).items

    assert [item.facts.title for item in items] == titles
    assert not any(item.fault for item in items)


@pytest.mark.parametrize("name", ["url", "URL", "Link"])
def test_the_name_of_a_column_is_no_title(name: str) -> None:
    (item, _) = read_addresses(f"{name}\n{URL} # late\n{URL}2\n").items

    assert (item.address, item.facts.title) == (URL, "")
