"""The same trouble of one host is told once, with how many pages have it."""

from __future__ import annotations

import pytest

from audiopress.cli.terminal.error_groups import group_errors, print_errors
from audiopress.errors import LanguageError, SourceError, VoiceError


def make(host: str, name: int, message: str = "the connection failed") -> SourceError:
    return SourceError(
        message, where=f"https://{host}/{name}, in pile.csv, row {name}", hint="wait"
    )


def test_a_host_that_is_down_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    down = [make("down.example", at) for at in range(17)]
    errors = [down[0], make("up.example", 1, "404"), *down[1:], SourceError("odd", where="a.md")]
    print_errors(errors)
    said = capsys.readouterr().err
    assert said.count("the connection failed") == 1
    assert "https://down.example/0, in pile.csv, row 0, and 16 more, rows 1-16" in said
    assert said.count("error:") == 3


def test_other_troubles_and_other_hosts_are_told_apart() -> None:
    errors = [make(host, at, why) for at in range(3) for host in "ab" for why in ("404", "500")]
    assert [len(group) for group in group_errors(errors)] == [3, 3, 3, 3]
    # two are told both, and what is no page is never one of many
    assert [len(group) for group in group_errors([make("a", 1), make("a", 2)])] == [1, 1]
    files = [SourceError("no article", where=f"{at}.md") for at in range(5)]
    assert [len(group) for group in group_errors(files)] == [1] * 5


def test_messages_that_name_their_page_are_the_same_all_the_same() -> None:
    errors = [make("a", at, f"https://a/{at} is not there") for at in range(4)]
    assert [len(group) for group in group_errors(errors)] == [4]


def where(errors: list[SourceError], capsys: pytest.CaptureFixture[str]) -> list[str]:
    print_errors(errors)
    lines = capsys.readouterr().err.splitlines()
    return [line.partition("where: ")[2] for line in lines if "where:" in line]


def test_what_stands_in_other_lists_is_no_more_of_the_same(
    capsys: pytest.CaptureFixture[str],
) -> None:
    items = [("a", 7, "g9"), ("b", 1, "x"), ("a", 2, "y"), ("a", 9, "z"), ("a", 3, "w")]
    faults = [
        SourceError("no address", where=f"https://h.example/{feed}.json, item {at}: {name}")
        for feed, at, name in items
    ]
    assert where(faults, capsys) == [
        "https://h.example/a.json, item 7: g9, and 3 more, items 2-3, 9",
        "https://h.example/b.json, item 1: x",
    ]


def test_a_list_that_cannot_be_had_is_named_itself(capsys: pytest.CaptureFixture[str]) -> None:
    feeds = [SourceError("404", where=f"https://h/{at}, a list of my.opml") for at in range(4)]
    pages = [make("h", at, "404") for at in range(4)]
    found = where([*pages[:2], *feeds, *pages[2:]], capsys)
    assert found[1:] == [error.where for error in feeds]
    assert found[0].endswith("row 0, and 3 more, rows 1-3")


def test_pages_without_a_place_are_named_by_their_addresses(
    capsys: pytest.CaptureFixture[str],
) -> None:
    pages = [SourceError("404", where=f"https://h/{at}, in https://h/map.xml") for at in range(3)]
    plain = [SourceError("404", where=f"https://h/{at}") for at in range(3)]
    assert where([*pages, *plain], capsys) == [
        "https://h/0, in https://h/map.xml, and 2 more pages https://h/1, https://h/2",
        "https://h/0, and 2 more pages https://h/1, https://h/2",
    ]


def test_of_very_many_places_a_command_that_exists_names_the_rest(
    capsys: pytest.CaptureFixture[str],
) -> None:
    (said,) = where([make("h", at) for at in range(0, 200, 2)], capsys)
    assert "80 ... (" in said
    assert said.endswith("plan pile.csv --json names them)")
    pages = [make("h", at) for at in range(3)]
    for page in pages:
        page.where = page.where.replace("pile.csv, row", "https://h/map.xml, entry")
    assert where(pages, capsys)[0].endswith("and 2 more, entries 1-2")


@pytest.mark.parametrize("kind", [VoiceError, LanguageError])
def test_what_a_voice_lacks_is_said_once_whatever_it_would_speak(
    kind: type[VoiceError], capsys: pytest.CaptureFixture[str]
) -> None:
    way = "audiopress voices install eve"
    lacks = [kind('"eve" is not there', where=f"{at}.md", hint=way) for at in range(200)]
    print_errors([*lacks, kind('"bea" is not there', where="x.md", hint=way)])
    said = capsys.readouterr().err
    assert said.count('"eve" is not there') == 1
    assert "0.md, and 199 more articles: 1.md, 2.md, 3.md ..." in said
    assert said.count(way) == 2
    # Two are one as well, and what says no article says how many there are.
    assert [len(group) for group in group_errors(lacks[:2])] == [2]
    print_errors([kind("its file is damaged", where="eve")] * 3)
    assert "eve, of 3 articles" in capsys.readouterr().err
