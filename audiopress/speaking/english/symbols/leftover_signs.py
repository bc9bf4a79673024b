"""Signs that are left when all words and numbers are said: dashes, slashes, "+", "%", bullets.

Here belongs what has a name or a pause of its own wherever it stands. What means something beside
a figure ("<5%", "3×") stands in `signs.py`, which sees it first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.speaking.english.spoken_form import spoken_form

if TYPE_CHECKING:
    import re

    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]


def _join_commas(match: re.Match[str], _variety: Variety) -> str:
    """Make one comma of several, and none in front of a stronger mark."""
    return "," if match[0].strip().endswith(",") and match[0].count(",") > 1 else ""


# A sign with something beside it before the sign alone; the marks of the sentence last.
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "dash",
        # long dashes anywhere, short ones only with a space on both sides
        # only from the first of several spaces, or a long row of them is tried from each
        r"(?:(?<!\s)\s+)?(?:—|―|--+)\s*|(?<!\s)\s+[–-]\s+",
        ", ",
        ("the law—passed in May—was", "the law, passed in May, was"),
        # without spaces a hyphen
        ("well-known", "well-known"),
        needs="—―–-",
    ),
    spoken_form(
        "ellipsis",
        r"\s?(?:…|\.{3,})",
        "...",
        ("He waited… then", "He waited... then"),
        # two points are a slip
        ("the end.. then", "the end.. then"),
        needs="…..",
    ),
    spoken_form(
        "plus words",
        r"(?<=[a-zA-Z+])\+(?!\w)|(?<=[a-zA-Z])\+(?=\+)",
        " plus",
        ("LGBTQ+ people", "LGBTQ plus people"),
        needs="+",
    ),
    spoken_form(
        "glued plus",
        r"(?<!\w)\+(?=\w)|(?<=\w)\+(?=\w)",
        " plus ",
        ("tea+milk", "tea plus milk"),
        needs="+",
    ),
    # From the first space alone, as of the dash.
    spoken_form("slash between", r"(?<!\s)\s+/\s+", ", ", ("tea / milk", "tea, milk"), needs="/"),
    spoken_form(
        "slash at the end",
        r"(?<=[a-z])/(?=\s)",
        " slash",
        ("fourteen/ they", "fourteen slash they"),
        needs="/",
    ),
    spoken_form(
        "squared", r"(?<=[a-z])²(?!\w)", " squared", ("E=mc²", "E equals m c squared"), needs="²"
    ),
    spoken_form("cubed", r"(?<=[a-z])³(?!\w)", " cubed", ("x³", "x cubed"), needs="³"),
    spoken_form(
        "way through menus",
        r"(?<=[A-Za-z]{2}) ?[>›»] ?(?=[A-Z][a-z])",
        ", ",
        ("Open File > Save as", "Open File, Save as"),
        ("the share of A > B", "the share of A is greater than B"),
        needs=">›»",
    ),
    spoken_form(
        "greater",
        r"(?<=\w) ?> ?(?=\w)",
        " is greater than ",
        ("x > y", "x is greater than y"),
        needs=">",
    ),
    spoken_form(
        "less",
        # between words with spaces, or glued to a number that is said by now
        r"(?<=\w) < (?=\w)|(?<=\b[A-Za-z])<(?=(?:zero|one|two|three|four|five|point)\b)",
        " is less than ",
        ("x < y", "x is less than y"),
        ("(p<0.05)", "(p is less than zero point zero five)"),
        needs="<",
    ),
    spoken_form("equals", r"(?<=\w)\s?=\s?(?=\w)", " equals ", ("x = y", "x equals y"), needs="="),
    spoken_form(
        "times between words",
        r"(?<=[a-z]) ?× ?(?=[a-z])",
        " times ",
        ("x × y", "x times y"),
        # figures on both sides
        ("0x10", "zero by ten"),
        needs="×x",
    ),
    spoken_form("plus", r"(?<=\w) \+ (?=\w)", " plus ", ("tea + milk", "tea plus milk"), needs="+"),
    spoken_form("percent alone", r"\s?%", " percent", ("a % of", "a percent of"), needs="%"),
    spoken_form("paragraph sign", r"§§?\s?", "section ", ("of § B", "of section B")),
    spoken_form("hash", r"#", " hash ", ("a # b", "a hash b"), needs="#"),
    spoken_form("at", r"@", " at ", ("a @ b", "a at b"), needs="@"),
    spoken_form(
        "slash between capitals",
        r"(?<![\w/])(?P<a>[A-Z]{1,5})/(?=[A-Z]{1,5}(?![\w/]))",
        r"\g<a> ",
        ("AC/DC played", "AC DC played"),
        ("an A/B test", "an A B test"),
        needs="/",
    ),
    spoken_form(
        "slash",
        r"(?<=[a-zA-Z])/(?=[a-zA-Z])",
        " slash ",
        ("update/upgrade", "update slash upgrade"),
        needs="/",
    ),
    spoken_form(
        "degree",
        r"[°º]\s?(?P<next>\w?)",
        r" degrees \g<next>",
        ("5 of °X", "five of degrees X"),
        needs="°º",
    ),
    spoken_form(
        "bullets",
        r"\s?[•·▪■●◆►▶|]\s?",
        ", ",
        ("tea | milk", "tea, milk"),
        needs="•·▪■●◆►▶|",
    ),
    # From the first space alone, as of the dash.
    spoken_form(
        "space before a mark", r"(?<!\s)\s+(?=[,.;:!?](?:\s|$))", "", ("tea , milk", "tea, milk")
    ),
    spoken_form(
        "two commas",
        r",(?:\s*,)+|,\s*(?=[.;:!?])",
        _join_commas,
        ("tea,, milk", "tea, milk"),
        ("tea,. Milk", "tea. Milk"),
        ("tea, milk", "tea, milk"),
    ),
)
