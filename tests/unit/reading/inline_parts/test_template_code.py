"""Code of templates in a text that was published with it, and texts on code."""

import pytest

from audiopress.reading.inline_parts import find_only_reason, split_inline_parts

LEFT_OUT = [
    ("Dear {{ user.name }}, welcome.", "Dear, welcome."),
    ("{% if open %}The harbour is open.{% endif %}", "The harbour is open."),
    ('The quay. {{< figure src="a.jpg" >}}', "The quay."),
    ("The {{cite web|url=x|{{lang|de}}}} quay.", "The quay."),
    ("<%= title %> and ${name} left.", "and left."),
    ("Good morning, *|FNAME|*!", "Good morning!"),
    ("Good morning, [object Object].", "Good morning."),
    ("The quay {#the-quay}", "The quay"),
    (
        '[caption id="a" align="left" width="300"]The quay at dawn[/caption] The story.',
        "The story.",
    ),
    ("[quote=Jo]The ferry was late.[/quote]", "The ferry was late."),
    ("The [b]last[/b] [url=https://a.example]ferry[/url].", "The last ferry."),
    ("The quay [img]https://a.example/b.png[/img] at dawn.", "The quay at dawn."),
    ("See [[Harbour Bridge|the bridge]] there.", "See the bridge there."),
    ("See [[Harbour|#the bridge]] there.", "See the bridge there."),
    ("[[File:Bridge.jpg|thumb|The [[bridge]]]] It is old.", "It is old."),
    ("[vc_row][vc_column_text]It is old.[/vc_column_text][/vc_row]", "It is old."),
    ("<!-- wp:paragraph --> It is old.", "It is old."),
]

SPOKEN = [
    "In Jinja {{ name }} prints the name.",
    "A variable is written ${name} there.",
    "The set {1, 2} and a {word} stay.",
    "He gave [more] of it.",
    "It is undefined to this day.",
    "He wrote [a] letter = [no] answer.",
    "100% of {all}.",
]


@pytest.mark.parametrize(("text", "spoken"), LEFT_OUT)
def test_code_is_taken_out_and_listed(text, spoken):
    said, left_out = split_inline_parts(text)
    assert said == spoken
    assert {part.reason for part in left_out} == {"template-code"}


def test_brackets_of_a_link_are_no_text():
    assert split_inline_parts("See [[Quay]] there.") == ("See Quay there.", ())


@pytest.mark.parametrize("text", SPOKEN)
def test_what_tells_of_code_or_only_looks_like_it_stays(text):
    assert split_inline_parts(text) == (text, ())


@pytest.mark.parametrize("text", ["undefined", "null, NaN", "[gallery]", '[gallery ids="1"]'])
def test_a_text_that_is_code_has_its_reason(text):
    assert find_only_reason(text) == "template-code"


def test_a_link_to_a_place_in_a_page_names_both() -> None:
    said, _ = split_inline_parts("See [[Harbour#North end]] and [[#Local]] there.")
    assert said == "See Harbour, North end and Local there."
