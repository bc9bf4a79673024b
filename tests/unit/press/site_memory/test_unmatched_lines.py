"""What is said of a correction that matches no line: which line is near, and what is no line."""

import pytest

from audiopress.errors import ConfigError
from audiopress.press.site_memory.known_lines import KnownLines
from audiopress.press.site_memory.unmatched_lines import check_line
from audiopress.reading.site_furniture import make_line_key

LINES = (
    "Boats leave at 9 a.m. and 3 p.m.",
    "Boats leave at 9 a.m.  and 3 p.m. on Sunday.",
    "#ferry",
)


def make_known(*lines):
    return KnownLines(articles={"a.md"}, lines={make_line_key(each): each for each in lines})


@pytest.mark.parametrize("line", [*LINES, "BOATS LEAVE AT 9 AM AND 3 PM", "#Ferry"])
def test_a_line_that_is_there_is_no_matter(line):
    assert check_line(line, "drop", make_known(*LINES), (), one=True) == ""


@pytest.mark.parametrize(
    ("line", "nearest"),
    [
        ("leave at 9", LINES[0]),
        ("3 p.m. on Sunday", "Boats leave at 9 a.m. and 3 p.m. on Sunday."),
        ("The boats leave at nine a.m. and 3 p.m.", LINES[0]),
        ("ferr", "#ferry"),
    ],
)
def test_the_nearest_line_is_proposed_whole(line, nearest):
    known = make_known(*LINES)
    note = check_line(line, "keep", known, ("--of", "a.example"), one=False)
    assert note.endswith(f"audiopress reading keep '{nearest}' --of a.example")
    with pytest.raises(ConfigError) as raised:
        check_line(line, "keep", known, ("--in", "a.md"), one=True)
    assert raised.value.hint.endswith(f"audiopress reading keep '{nearest}' --in a.md")


@pytest.mark.parametrize(
    "entry",
    [
        ".comments",
        "aside.box",
        "div#menu > p",
        '[data-role="promo"]',
        "p.a, p.b",
        "li:nth-child(2)",
    ],
)
def test_a_selector_is_named_as_one(entry):
    with pytest.raises(ConfigError, match="this is a selector"):
        check_line(entry, "drop", make_known(), (), one=False)


@pytest.mark.parametrize(
    "line", ["a.m.", "#harbour", "example.org", "[sic] he said", ".5 per cent"]
)
def test_a_line_is_no_selector_where_no_page_is_known(line):
    assert check_line(line, "drop", KnownLines(), (), one=False) == ""
