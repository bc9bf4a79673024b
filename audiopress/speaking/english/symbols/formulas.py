"""Formulas, arrows and raised figures: "x^2 - 4ac", "f(x) = 2x + 1", "a_1", "A → B", "s⁻¹".

Here belongs what mathematics writes with letters. It comes before units and durations, which would
take "4ac" for acres and "2x" for "two times". What a formula of TeX means is not looked at here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.speaking.english.amounts.unit_table import UNITS
from audiopress.speaking.english.numbers.number_words import say_amount, say_cardinal
from audiopress.speaking.english.spoken_form import spoken_form
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS", "LEFTOVER"]

_GREEK_LETTERS = (
    *("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta"),
    *("iota", "kappa", "lambda", "mu", "nu", "xi", "omicron", "pi"),
    *("rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega"),
)
"""The names of the Greek letters, in their order."""

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
    "∝": "is proportional to",
}
"""What the signs of a formula are called."""

_GREEK = {
    **dict(zip("αβγδεζηθικλμνξοπρστυφχψω", _GREEK_LETTERS, strict=True)),
    **dict(zip("ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ", _GREEK_LETTERS, strict=True)),
    "ς": "sigma",
    "ϕ": "phi",
    "ϑ": "theta",
    "ϵ": "epsilon",
    "∂": "d",
    "∆": "delta",
    "ħ": "h bar",
    "ℏ": "h bar",
}
"""Letters of Greek, and others that formulas have, by their names."""

_NAMES = {**_OPERATORS, "√": "the square root of", "∞": "infinity", **_GREEK, "(": "", ")": ""}
"""What all signs of a formula are called; brackets are not heard."""

_SMALL = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵝᵞᵟᶿᵠᵡ"
"""Figures, signs and letters that Unicode has raised."""

_PLAIN = "0123456789-+=()abcdefghijklmnoprstuvwxyzβγδθφχ"
"""The same as they stand in a line."""

_SUPERSCRIPTS = str.maketrans(_SMALL, _PLAIN)
"""Raised figures, signs and letters to plain ones."""

_FIGURES = "[⁰¹²³⁴⁵⁶⁷⁸⁹]"
"""Matches a raised figure."""

_LETTERS = "[ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵝᵞᵟᶿᵠᵡ]"
"""Matches a raised letter."""

_ITEM = rf"⁽?(?:{_FIGURES}{{1,4}}{_LETTERS}{{0,3}}|{_LETTERS}{{1,3}}{_FIGURES}?)⁾?"
"""Matches a raised number or letters that are multiplied: "²", "²ⁿ"."""

_RAISED = rf"[⁻⁺]?{_ITEM}(?:[⁻⁺⁼]{_ITEM}){{0,4}}"
"""Matches what is raised: "²", "ⁿ⁺¹"."""

_CARET = r"\^(?:\([^()\s]{1,24}\)|[({]?[-−]?(?:\d{1,3}|[a-z])[)}]?)"
"""Matches the same behind a caret: "^2", "^{-1}", "^(iπ)"."""

_POWER = rf"(?:{_CARET}|{_RAISED})"
"""Matches a power."""

_LETTER = "(?:[a-zA-Zα-λν-ωΑ-Ωϕϑϵħℏ]|μ(?![a-zA-Z]))"
"""Matches a letter that stands for a quantity; "μ" stands before units more often."""

_PRODUCT = (
    rf"(?:[a-zA-Z]{{0,2}}[α-λν-ωΑ-Ω]{{1,2}}[a-zA-Z]{{0,2}}|{_LETTER}{{1,3}})"
    rf"(?:(?:(?:\d(?!\d)|_\w)(?:{_POWER})?|{_POWER}){_LETTER}{{0,3}}){{0,4}}"
)
"""Matches letters that are multiplied, with their indices and powers: "kq1q2", "πr²h"."""

_TERM = (
    rf"(?:{_LETTER}\({_LETTER}\)"
    rf"|[-−√]?(?:\d{{1,4}}(?:\.\d{{1,4}})?)?{_PRODUCT}"
    rf"|[-−√±]?\d{{1,6}}(?:\.\d{{1,4}})?(?:{_POWER})?)"
)
"""Matches a term of a formula: "2x", "4ac", "x²", "f(x)", "-3"."""

_SIGN = r"[-+−–=×·⋅*/÷<>≤≥≠≈±∝]"
"""Matches a sign between two terms."""

_FORMULA = rf"\(?{_TERM}\)?(?:\s?{_SIGN}\s?\(?{_TERM}\)?){{1,11}}"
"""Matches terms with signs between them."""

_HAS_VARIABLE = re.compile(
    r"(?<![a-zA-Z])(?:\d*[a-zA-Z](?![a-zA-Z])|\d+[a-z]{2,3}(?![a-zA-Z]))|[α-λν-ωΑ-Ω]"
)
"""Matches a letter that stands for a number, alone or behind a figure."""

_IS_FORMULA = re.compile(
    r"[\^=⁰¹²³⁴-⁹ⁿˣᵏⁱ≈≠≤≥√∝]|[α-λν-ω]/|/[α-ω]"
    r"|\d[a-z]\s[-+−]|[-+−]\s\d+[a-z]\b|[a-z]\s[+×÷]\s[a-z\d]"
)
"""Matches what a formula has and a sentence with a dash does not."""

_HAS_POWER = re.compile(_POWER)
"""Matches a power."""

_FRACTIONS = "½⅓⅔¼¾⅛"
"""Parts that stand before letters: "½mv²"."""

_UNIT_LETTERS = frozenset(("m", "s", "ft", "in", "yd", "mi", "sec", "mol", "dm", "nm"))
"""Units that mean something else by themselves, and are in no table of units."""

_POWERS = {"2": "squared", "3": "cubed"}
"""Powers that have a word of their own."""


_TOKEN = re.compile(
    rf"{_POWER}|\d+(?:\.\d+)?|{_LETTER}\({_LETTER}\)|_\w|[½⅓⅔¼¾⅛]|{_LETTER}|[^\s\w]"
)
"""Matches the next thing that a formula says."""

_PIECE = re.compile(rf"{_RAISED}|\d+(?:\.\d+)?|\S")
"""Matches the next thing that an exponent says."""

_VERSUS = re.compile(r"(?<= )v(?= [A-Z])")
"""Matches the letter that a later form takes for a short word."""

_MIXED = re.compile(r"[a-zA-Z][α-λν-ωΑ-Ω]|[α-λν-ωΑ-Ω][a-zA-Z]")
"""Matches letters of two alphabets side by side, as no word has them."""

_FUNCTIONS = {
    "sin": "sine",
    "cos": "cosine",
    "tan": "tangent",
    "cot": "cotangent",
    "sinh": "hyperbolic sine",
    "cosh": "hyperbolic cosine",
    "tanh": "hyperbolic tangent",
    "log": "log",
    "ln": "natural log",
}
"""Functions as they are called."""

_NO_WORD = re.compile(r"^(?:[b-df-hj-np-tv-z]{2,3}|.*[α-ωΑ-Ω]|[a-z]{1,2}[A-Z])")
"""Matches letters that are no word and no short form in capitals."""


def _say_power(text: str) -> str:
    power = (text if text[0] == "^" else text.translate(_SUPERSCRIPTS)).strip("^{}")
    if power[:1] == "(" and power.find(")") == len(power) - 1:
        power = power[1:-1]
    return _POWERS.get(power) or _say_exponent(power)


def _say_exponent(text: str) -> str:
    """Say "to the power of" with each number, letter and sign of what is raised."""
    return "to the power of " + " ".join(filter(None, map(_say_piece, _PIECE.findall(text))))


def _say_piece(piece: str) -> str:
    if piece[0].isdecimal() and piece.isascii():
        return say_amount(piece, british=True) if "." in piece else say_cardinal(int(piece))
    if re.fullmatch(_RAISED, piece):
        return _say_power(piece)
    return {"-": "minus", "−": "minus"}.get(piece) or _NAMES.get(piece, piece)


def _say_function(match: re.Match[str], variety: Variety) -> str | None:
    """Say a function with its power; behind one, minus one is no power but the inverse."""
    name, power, of = _FUNCTIONS[match["name"]], match["power"] or "", match["of"]
    if not power and of.isascii():
        return None
    said = f"{name} {_say_power(power)}" if power else name
    if power and _say_power(power) == "to the power of minus one":
        said = f"inverse {name}"
    behind = match.string[match.end("of") : match.end("of") + 1]
    return f"{said} {_say_tokens(of, variety)}{' ' if behind.isalpha() else ''}"


def _say_product(match: re.Match[str], variety: Variety) -> str | None:
    """Say letters that are multiplied; a unit with its power is said by the rules of measures."""
    letters = re.split(rf"[\d_^]|{_RAISED}", match["product"])[0]
    front, single = match["front"].strip(), len(letters) == 1
    if letters in UNITS or letters in _UNIT_LETTERS:
        if not front or front in _FRACTIONS:
            return None if not front or not single else _say_tokens(match[0], variety)
        return None
    # A letter with its power alone is said when all units are; here it is what goes on behind it.
    alone = re.fullmatch(rf"{_LETTER}(?:{_POWER})", match["product"])
    mixed = _MIXED.search(match["product"])
    if not (mixed or _HAS_POWER.search(match["product"])) or (
        alone and not front and letters.isascii()
    ):
        return None
    if not (
        single
        or front
        or mixed
        or _NO_WORD.match(letters)
        or match["product"][len(letters)].isdigit()
    ):
        return None
    return _say_tokens(match[0], variety)


def _say_tokens(text: str, variety: Variety) -> str:
    said = " ".join(filter(None, (_say_token(token, variety) for token in _TOKEN.findall(text))))
    return _VERSUS.sub("vee", said)  # "v L" is "versus L" to a later form


def _say_power_of(match: re.Match[str], _variety: Variety) -> str:
    times = " times " if match["times"] else ""
    base = _NAMES.get(match["base"], match["base"])
    return f"{times}{base} {_say_power(match['power'])}"


def _say_formula(match: re.Match[str], variety: Variety) -> str | None:
    """Say each figure, letter and sign; a text that only looks like a formula stays."""
    text = match["formula"]
    if not (_HAS_VARIABLE.search(text) and _IS_FORMULA.search(text)):
        return None
    # "32 ft/(s^2)": behind a space a unit is no variable.
    before = match.string[max(0, match.start() - 2) : match.start()]
    if before[:1].isdecimal() and re.match(r"[a-zA-Z]{2}", text):
        return None
    words = _say_tokens(text, variety)
    opening, closing = _find_brackets(text)
    return opening + words + closing


def _find_brackets(text: str) -> tuple[str, str]:
    """Return the bracket before and the one behind a formula that are the sentence's: "(n = 5)"."""
    if text[0] == "(" and text.find(")") in (-1, len(text) - 1) and text.count("(") == 1:
        return "(", ")" if text[-1] == ")" else ""
    return "", ")" if text.count(")") > text.count("(") else ""


def _part_from_next(match: re.Match[str]) -> str:
    return " " if match.string[match.end() : match.end() + 1].isalnum() else ""


def _say_token(token: str, variety: Variety) -> str:
    if re.fullmatch(_POWER, token):
        return _say_power(token)
    if token[0].isdecimal():
        return say_amount(token, british=variety.british)
    if re.fullmatch(r"\w\(\w\)", token):
        return f"{_NAMES.get(token[0], token[0])} of {_NAMES.get(token[2], token[2])}"
    return _NAMES.get(token, token.lstrip("_"))


def _say_ion(match: re.Match[str], _variety: Variety) -> str:
    """Say the charge of an ion: "Ca²⁺" is "C A two plus"."""
    number = match["n"].translate(_SUPERSCRIPTS)
    sign = "plus" if match["sign"] == "⁺" else "minus"
    return " ".join(filter(None, (say_cardinal(int(number)) if number else "", sign)))


# Whole formulas before their parts, charges behind powers.
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "function",
        rf"(?<![^\W\d])(?P<name>{any_of(_FUNCTIONS)})(?P<power>{_POWER})?\s?"
        rf"(?P<of>\(?(?:\d?[α-ωΑ-Ω]|\d?[a-zA-Z](?!\w)|\d{{1,3}}(?!\w))\)?)",
        _say_function,
        ("sin²θ + cos²θ = 1", "sine squared theta plus cosine squared theta equals one"),
        ("sin⁻¹(x) of it", "inverse sine x of it"),
        ("a sin I know", "a sin I know"),
        needs=_SMALL + "^" + "".join(_GREEK),
    ),
    spoken_form(
        "root of brackets",
        r"√\s?\((?P<inside>[^()]{1,30})\)",
        lambda match, _: f" the square root of {match['inside'].replace('/', ' over ')}",
        ("T = 2π√(l/g) is", "T equals two pi the square root of l over g is"),
        needs="√",
    ),
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
        needs="+-−–=×·⋅*/÷<>≤≥≠≈±∝",
    ),
    spoken_form(
        "product with a power",
        rf"(?<![\w.,/^$£€#@&'’°-])(?P<front>\d{{1,4}}|[{_FRACTIONS}]\s?|)(?P<product>{_PRODUCT})"
        rf"(?![\w^°%'’/{_SMALL}]|-\w)",
        _say_product,
        ("it is ρgH of", "it is rho g H of"),
        ("the area πr² of it", "the area pi r squared of it"),
        ("by mc² and 2πr²h and x²y", "by m c squared and two pi r squared h and x squared y"),
        ("a flat of 25 m² or km²", "a flat of twenty five square meters or square kilometers"),
        needs="^" + _SMALL + "".join(_GREEK),
    ),
    spoken_form(
        "power of a letter",
        rf"(?:(?<=\d)(?P<times>\s?[x×]\s?)|(?<![\w.]))"
        rf"(?P<base>{_LETTER}|\d{{1,4}}(?:\.\d+)?)(?P<power>{_CARET})(?!\w)",
        _say_power_of,
        ("3x10^8", "three times ten to the power of eight"),
        ("6.02 × 10^23", "six point zero two times ten to the power of twenty three"),
        ("of x^2 and 10^6", "of x squared and ten to the power of six"),
        ("of e^(iπ) and e^(−λt)", "of e to the power of i pi and e to the power of minus lambda t"),
        needs="^",
    ),
    spoken_form(
        "power with letters",
        rf"(?<=[\w)\]])(?=[^\s]{{0,24}}{_LETTERS})(?P<power>{_RAISED})(?![{_SMALL}])",
        lambda match, _: f" {_say_power(match['power'])}" + _part_from_next(match),
        ("2ⁿ ways", "two to the power of n ways"),
        ("xⁿ⁺¹ and eⁱˣ", "x to the power of n plus one and e to the power of i x"),
        ("O(2ⁿ) steps", "O(two to the power of n) steps"),
        needs=_SMALL[15:],
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
        r"(?<=[\w)%])\s?→\s?(?=[\w(£$€])",
        " to ",
        ("London → Paris", "London to Paris"),
        ("from £5 → £7", "from five pounds to seven pounds"),
        ("→ More of it", "More of it"),
        needs="→",
    ),
    spoken_form(
        "arrow both ways",
        r"(?<=[\w)])\s?↔\s?(?=[\w(£$€])",
        " and ",
        ("flights Rome ↔ Paris", "flights Rome and Paris"),
        needs="↔",
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
        needs=_SMALL,
    ),
    # The sign itself never reaches a voice.
    spoken_form(
        "raised sign",
        rf"(?P<power>{_RAISED})",
        lambda match, _: f" {_say_power(match['power'])}" + _part_from_next(match),
        ("A⁻¹B", "A to the power of minus one B"),
        needs=_SMALL,
    ),
    spoken_form("raised ending", r"\s?ª", " a", ("the letter ª of", "the letter a of"), needs="ª"),
    # Who writes "max_connections" means two words; it is the figures that need their sign.
    spoken_form(
        "words joined by a line",
        r"(?<=[^\W\d_])_+(?=[^\W\d_])",
        " ",
        ("set max_connections", "set max connections"),
        needs="_",
    ),
)
