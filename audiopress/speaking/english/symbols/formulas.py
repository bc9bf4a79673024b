"""Formulas, arrows and raised figures: "x^2 - 4ac", "f(x) = 2x + 1", "a_1", "A → B", "s⁻¹".

Here belongs what mathematics writes with letters. It comes before units and durations, which would
take "4ac" for acres and "2x" for "two times". What a formula of TeX means is not looked at here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.speaking.english.numbers.number_words import say_amount, say_cardinal
from audiopress.speaking.english.spoken_form import spoken_form

if TYPE_CHECKING:
    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS", "LEFTOVER"]

_OPERATORS = {
    "+": "plus",
    "-": "minus",
    "−": "minus",
    "–": "minus",
    "=": "equals",
    "×": "times",
    "·": "times",
    "⋅": "times",
    "*": "times",
    "/": "over",
    "÷": "divided by",
    "<": "is less than",
    ">": "is greater than",
    "≤": "is at most",
    "≥": "is at least",
    "≠": "is not",
    "≈": "is about",
    "±": "plus or minus",
}
"""What the signs of a formula are called."""

_NAMES = {**_OPERATORS, "√": "the square root of", "π": "pi", "(": "", ")": ""}
"""What all signs of a formula are called; brackets are not heard."""

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
"""Raised figures and signs to plain ones."""

_RAISED = "[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}"
"""Matches a raised number."""

_POWER = rf"(?:\^[({{]?[-−]?(?:\d{{1,3}}|[a-z])[)}}]?|{_RAISED})"
"""Matches a power: "^2", "^{-1}", "²"."""

_TERM = (
    r"(?:[a-zA-Z]\([a-zA-Z]\)"
    rf"|[-−√]?(?:\d{{1,4}}(?:\.\d{{1,4}})?)?(?:[a-zA-Zπ]{{1,3}}(?:_\w)?)(?:{_POWER})?"
    rf"|[-−√±]?\d{{1,6}}(?:\.\d{{1,4}})?(?:{_POWER})?)"
)
"""Matches a term of a formula: "2x", "4ac", "x²", "f(x)", "-3"."""

_SIGN = r"[-+−–=×·⋅*/÷<>≤≥≠≈±]"
"""Matches a sign between two terms."""

_FORMULA = rf"\(?{_TERM}\)?(?:\s?{_SIGN}\s?\(?{_TERM}\)?){{1,11}}"
"""Matches terms with signs between them."""

_HAS_VARIABLE = re.compile(r"(?<![a-zA-Z])(?:\d*[a-zA-Z](?![a-zA-Z])|\d+[a-z]{2,3}(?![a-zA-Z]))")
"""Matches a letter that stands for a number, alone or behind a figure."""

_IS_FORMULA = re.compile(
    r"[\^=⁰¹²³⁴-⁹≈≠≤≥√]|\d[a-z]\s[-+−]|[-+−]\s\d+[a-z]\b|[a-z]\s[+×÷]\s[a-z\d]"
)
"""Matches what a formula has and a sentence with a dash does not."""

_POWERS = {"2": "squared", "3": "cubed"}
"""Powers that have a word of their own."""


def _say_power(text: str) -> str:
    power = text.translate(_SUPERSCRIPTS).strip("^(){}")
    return _POWERS.get(power) or _say_exponent(power)


def _say_exponent(text: str) -> str:
    power = text.replace("−", "-")
    minus = "minus " if power.startswith("-") else ""
    figure = power.lstrip("-+")
    return f"to the power of {minus}{say_cardinal(int(figure)) if figure.isdecimal() else figure}"


def _say_formula(match: re.Match[str], variety: Variety) -> str | None:
    """Say each figure, letter and sign; a text that only looks like a formula stays."""
    text = match["formula"]
    if not (_HAS_VARIABLE.search(text) and _IS_FORMULA.search(text)):
        return None
    # "32 ft/(s^2)": behind a space a unit is no variable.
    before = match.string[max(0, match.start() - 2) : match.start()]
    if before[:1].isdecimal() and re.match(r"[a-zA-Z]{2}", text):
        return None
    tokens = re.findall(rf"{_POWER}|\d+(?:\.\d+)?|[a-zA-Z]\([a-zA-Z]\)|_\w|[a-zA-Zπ]|[^\s\w]", text)
    words = " ".join(filter(None, (_say_token(token, variety) for token in tokens)))
    opening, closing = _find_brackets(text)
    return opening + words + closing


def _find_brackets(text: str) -> tuple[str, str]:
    """Return the bracket before and the one behind a formula that are the sentence's: "(n = 5)"."""
    if text[0] == "(" and text.find(")") in (-1, len(text) - 1) and text.count("(") == 1:
        return "(", ")" if text[-1] == ")" else ""
    return "", ")" if text.count(")") > text.count("(") else ""


def _say_token(token: str, variety: Variety) -> str:
    if re.fullmatch(_POWER, token):
        return _say_power(token)
    if token[0].isdecimal():
        return say_amount(token, british=variety.british)
    if re.fullmatch(r"\w\(\w\)", token):
        return f"{token[0]} of {token[2]}"
    return _NAMES.get(token, token.lstrip("_"))


def _say_ion(match: re.Match[str], _variety: Variety) -> str:
    """Say the charge of an ion: "Ca²⁺" is "C A two plus"."""
    number = match["n"].translate(_SUPERSCRIPTS)
    sign = "plus" if match["sign"] == "⁺" else "minus"
    return " ".join(filter(None, (say_cardinal(int(number)) if number else "", sign)))


# Whole formulas before their parts, charges behind powers.
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "formula",
        rf"(?<![\w.,/^$£€#@&'’°-])(?P<formula>{_FORMULA})(?![\w^°%'’/$£€]|[.,]\d|-\w)",
        _say_formula,
        ("x^2 - 4ac is it", "x squared minus four a c is it"),
        ("f(x) = 2x + 1", "f of x equals two x plus one"),
        (
            "it (n = 121) is, (a + b)/2 = c",
            "it (n equals one hundred and twenty one) is, a plus b over two equals c",
        ),
        ("P(A) = 0.5", "P of A equals zero point five"),
        ("y = -3x and E=mc²", "y equals minus three x and E equals m c squared"),
        ("x + y is 5", "x plus y is five"),
        ("a - b", "a, b"),
        ("plan A - I think", "plan A, I think"),
        ("2 + 2 = 4", "two plus two equals four"),
        needs="+-−–=×·⋅*/÷<>≤≥≠≈±",
    ),
    spoken_form(
        "power of a letter",
        r"(?<![\w.])(?P<base>[a-zA-Z]|\d{1,4}(?:\.\d+)?)"
        r"(?P<power>\^[({]?[-−]?(?:\d{1,3}|[a-z])[)}]?)(?!\w)",
        lambda match, _: f"{match['base']} {_say_power(match['power'])}",
        ("of x^2 and 10^6", "of x squared and ten to the power of six"),
        needs="^",
    ),
    spoken_form(
        "scientific notation",
        r"(?<![\w.,])(?P<number>\d\.\d{1,6}|\d(?=[eE][-−+]))[eE](?P<power>[-−+]?\d{1,3})(?![\w.])",
        lambda match, variety: (
            f"{say_amount(match['number'], british=variety.british)} times ten "
            + _say_exponent(match["power"])
        ),
        ("about 1.2e-5 of it", "about one point two times ten to the power of minus five of it"),
        ("a 3E8 code", "a three E eight code"),
        needs="+-.−",
    ),
    spoken_form(
        "subscript",
        r"(?<![\w.])(?P<letter>[a-zA-Z])_\{?(?P<index>\w{1,2})\}?(?!\w)",
        r"\g<letter> \g<index>",
        ("of a_1 and x_n", "of a one and x n"),
        ("my_name 5", "my name five"),
        needs="_",
    ),
    spoken_form(
        "underscore",
        r"(?<=\d)_+(?=\w)|(?<=[^\W\d_])_+(?=\d)",
        " underscore ",
        ("x86_64 chips", "x eighty six underscore sixty four chips"),
        needs="_",
    ),
    spoken_form(
        "emphasis",
        r"(?<!\w)_{1,2}(?P<words>[^\W_](?:[^_\n]{0,80}[^\s_])?)_{1,2}(?!\w)",
        r"\g<words>",
        ("the _very_ first", "the very first"),
        needs="_",
    ),
    spoken_form(
        "arrow between two",
        r"(?<=[\w)])\s?(?:[→⇒➔➜⟶]|->|=>)\s?(?=[\w(£$€])",
        " to ",
        ("London → Paris", "London to Paris"),
        ("from £5 → £7", "from five pounds to seven pounds"),
        ("→ More of it", "More of it"),
        needs="→⇒➔➜⟶>",
    ),
    spoken_form(
        "up and down",
        r"(?P<arrow>[↑↗▲⬆↓↘▼⬇])\ufe0f?\s?(?=[£$€]?\d)",
        lambda match, _: "up " if match["arrow"] in "↑↗▲⬆" else "down ",
        ("▲ 2.5% and ↓3", "up two point five percent and down three"),
        needs="↑↗▲⬆↓↘▼⬇",
    ),
    spoken_form(
        "note behind a word",
        r"(?<=[a-z]{4}[.,;:!?)”\"])[¹²³⁴-⁹⁰]{1,3}(?!\w)|(?<=[a-z]{4})[¹⁰⁴-⁹][⁰¹²³⁴-⁹]{0,2}(?!\w)",
        "",
        ("said the mayor.¹ Then", "said the mayor. Then"),
        ("the mayor¹ said", "the mayor said"),
        needs="⁰¹²³⁴⁵⁶⁷⁸⁹",
    ),
    spoken_form(
        "charge of an ion",
        r"(?<=[A-Za-z₂₃₄\d)])(?P<n>[⁰¹²³⁴⁵⁶⁷⁸⁹]?)(?P<sign>[⁺⁻])(?![\w⁰¹²³⁴⁵⁶⁷⁸⁹])",
        lambda match, variety: f" {_say_ion(match, variety)}",
        ("Ca²⁺ and Na⁺", "Ca two plus and Na plus"),
        needs="⁺⁻",
    ),
)
# When units and powers of ten are said.
LEFTOVER: tuple[SpokenForm, ...] = (
    spoken_form(
        "raised number",
        rf"(?<=[\w)\]])(?P<power>{_RAISED})(?!\w)",
        lambda match, _: f" {_say_power(match['power'])}",
        ("x⁴ and s⁻¹", "x to the power of four and s to the power of minus one"),
        needs="⁰¹²³⁴⁵⁶⁷⁸⁹",
    ),
    # Who writes "max_connections" means two words; it is the figures that need their sign.
    spoken_form(
        "words joined by a line",
        r"(?<=[^\W\d_])_+(?=[^\W\d_])",
        " ",
        ("set max_connections", "set max connections"),
        needs="_",
    ),
)
