"""The article this project began with is read as it should be, as text and as a page."""

import json

import pytest
from runner import Press

BESIDES = ("opening", "disclosure")


@pytest.fixture(scope="module", params=["txt", "html"])
def told(request, shared, tmp_path_factory):
    press = Press(tmp_path_factory.mktemp("north"))
    source = shared / "articles" / f"north-korean-troops.{request.param}"
    return json.loads(press.run("script", "--json", source).stdout)


@pytest.fixture(scope="module")
def expected(shared):
    return json.loads((shared / "articles" / "north-korean-troops.expected.json").read_text())


def test_what_is_spoken_is_the_article(told, expected):
    lines = [item["source"] for item in told["utterances"] if item["role"] not in BESIDES]
    assert lines == expected["spoken"]


def test_nothing_that_is_left_out_is_heard(told, expected):
    heard = " ".join(item["spoken"] for item in told["utterances"])
    for text in expected["left_out"]:
        assert text not in heard


def test_what_is_left_out_has_a_reason(told, expected):
    reasons = {item["text"]: item["reason"] for item in told["left_out"]}
    assert all(reasons.values())


def test_title_and_date(told, expected):
    assert told["article"]["title"] == expected["title"]
    assert told["article"]["published"].startswith(expected["published"])
