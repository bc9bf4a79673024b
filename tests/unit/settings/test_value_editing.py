"""A value of audiopress.toml is written anew, and nothing else in it."""

import tomllib

import pytest

from audiopress.errors import ConfigError
from audiopress.settings.value_editing import replace_list, replace_value

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


def put(text, table, key, value):
    return replace_value(text, table, key, value, where="audiopress.toml")


@pytest.mark.parametrize(
    ("table", "key", "value", "old", "new"),
    [
        ("show", "title", 'The "Post"', '"Post"   # a', '"The \\"Post\\""   # a'),
        ("reading", "byline", True, "byline = false", "byline = true"),
        ("sound", "bitrate", 128, "bitrate = 96", "bitrate = 128"),
        ("sound", "loudness", -18.5, "[sound]\n", "[sound]\nloudness = -18.5\n"),
        ("show", "title", None, 'title = "Post"   # a name\n', "# a name\n"),
        ("sound", "bitrate", None, "bitrate = 96\n", ""),
        ("voices", "quote", None, "", ""),
    ],
)
def test_one_value_is_changed_and_every_comment_stays(table, key, value, old, new):
    assert put(WHOLE, table, key, value) == WHOLE.replace(old, new, 1)


def test_a_nested_table_is_added_and_written_again():
    once = put(WHOLE, "sound.pauses", "paragraph", 700)
    assert once == f"{WHOLE}\n[sound.pauses]\nparagraph = 700\n"
    assert put(once, "sound.pauses", "paragraph", 800) == once.replace("700", "800")
    assert "paragraph" not in put(once, "sound.pauses", "paragraph", None)


def test_a_list_of_tables_is_not_written_into():
    text = '[show]\nauthor = "We"\n[[shows]]\nid = "sport"\ntitle = "Sport"\n'
    assert put(text, "show", "title", "Post") == text.replace(
        "[show]\n", '[show]\ntitle = "Post"\n'
    )


@pytest.mark.parametrize(
    "text",
    [
        "sound = { pauses = { head = 1 } }\n",
        "[sound]\npauses = { head = 1 }\n",
        "[sound]\npauses.head = 1\n",
        '["sound"."pauses"]\nhead = 1\n',
        '[show]\ntitle = """\n[sound.pauses]\n"""\n',
    ],
)
def test_what_is_written_in_another_way_is_left_to_a_person(text):
    with pytest.raises(ConfigError, match="cannot change") as told:
        put(text, "sound.pauses", "head", 2)
    assert told.value.hint == "write it there yourself: head = 2"
