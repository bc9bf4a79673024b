"""A public edition without a title or an owner's e-mail is told so, once; others are not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from runner import Press

ADDRESS = 'address = "https://audio.example.org/"'
EMAIL = 'email = "audio@example.org"'


def edition(press: Press, show: str = "", address: str = ADDRESS) -> None:
    press.folder.mkdir(exist_ok=True)
    (press.folder / "article.md").write_text("# Ferry\n\nThe ferry was late.\n", "utf-8")
    (press.folder / "audiopress.toml").write_text(
        f'[show]\n{show}\n[edition]\nsources = ["article.md"]\n{address}\n', "utf-8"
    )


def list_lacks(press: Press, command: str = "build") -> set[str]:
    notes = json.loads(press.run(command, "--json").stdout)["notes"]
    told = [note for note in notes if "show is public" in note]
    return {name for name in ("title", "email") for note in told if f" {name} = " in note}


@pytest.mark.parametrize(
    ("show", "lacks"),
    [
        ("", {"title", "email"}),
        ('title = "The Post"', {"email"}),
        ('title = "The Post"\nemail = "audio at example.org"', {"email"}),
        (EMAIL, {"title"}),
        ('title = "Listen"\n' + EMAIL, {"title"}),
        ('title = "The Post"\n' + EMAIL, set()),
        ("private = true", set()),
    ],
)
def test_each_that_is_lacking_is_named_with_its_line(
    press: Press, show: str, lacks: set[str]
) -> None:
    edition(press, show)
    assert list_lacks(press, "plan") == lacks
    assert list_lacks(press) == lacks


def test_a_build_tells_it_once_and_a_plan_each_time(press: Press) -> None:
    edition(press)
    assert list_lacks(press)
    assert not list_lacks(press)
    assert list_lacks(press, "plan") == {"title", "email"}


def test_one_that_comes_later_is_told_then(press: Press) -> None:
    edition(press, 'title = "The Post"')
    assert list_lacks(press) == {"email"}
    edition(press)
    assert list_lacks(press) == {"title"}


def test_a_preview_lacks_nothing(press: Press) -> None:
    edition(press, address="")
    assert list_lacks(press, "plan") == set()
    assert list_lacks(press) == set()
