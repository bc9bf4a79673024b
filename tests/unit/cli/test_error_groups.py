"""The same trouble of one host is told once, with how many pages have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.cli.error_groups import group_errors, print_errors
from audiopress.errors import SourceError

if TYPE_CHECKING:
    import pytest


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
    assert "https://down.example/0, in pile.csv, row 0, and 16 more pages of down.example" in said
    assert "--json" in said
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
