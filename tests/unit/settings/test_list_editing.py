"""A list of audiopress.toml is written anew, and nothing else in it."""

import tomllib

import pytest

from audiopress.errors import ConfigError
from audiopress.settings.list_editing import replace_list

WHOLE = """# ours
[show]
title = "Post"   # a name

[reading]        # how it is read
# keep = []
byline = false

[sound]
bitrate = 96
"""


def replace(text, values):
    return replace_list(text, "reading", "keep", values, where="audiopress.toml")


def test_a_list_is_added_to_its_table():
    assert replace(WHOLE, ["text:A b"]) == WHOLE.replace(
        "[reading]        # how it is read\n",
        '[reading]        # how it is read\nkeep = ["text:A b"]\n',
    )


def test_a_list_is_replaced_in_its_place():
    once = replace(WHOLE, ['text:"Quoted" ä \\ line'])
    twice = replace(once, ["p.note", "text:Two"])
    assert twice.replace('keep = [\n  "p.note",\n  "text:Two",\n]\n', "") == WHOLE
    assert replace(twice, []) == once.replace('"text:\\"Quoted\\" ä \\\\ line"', "")


def test_brackets_in_its_words_and_lines_of_windows_do_no_harm():
    text = "[reading]\r\nkeep = [\"text:[a]\", '[b']\r\nbyline = true\r\n"
    assert replace(text, ["text:[c]"]) == ('[reading]\r\nkeep = ["text:[c]"]\r\nbyline = true\r\n')


@pytest.mark.parametrize("text", ["", '[show]\ntitle = "Post"', "[show]\n"])
def test_a_table_is_added_at_the_end(text):
    edited = replace(text, ["text:A"])
    assert edited.startswith(text.rstrip())
    assert edited.endswith('[reading]\nkeep = ["text:A"]\n')
    assert tomllib.loads(edited)["reading"] == {"keep": ["text:A"]}


@pytest.mark.parametrize(
    "text",
    [
        'reading = { keep = ["a"] }\n',
        'reading.keep = ["a"]\n',
        '[reading]\n"keep" = ["a"]\n',
        '[show]\ndescription = """\n[reading]\n"""\n',
    ],
)
def test_what_is_not_understood_is_left_to_a_person(text):
    with pytest.raises(ConfigError, match="cannot change") as told:
        replace(text, ["text:A"])
    assert told.value.hint == 'write it there yourself: keep = ["text:A"]'
