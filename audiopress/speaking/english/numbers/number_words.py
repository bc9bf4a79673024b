"""Numbers in English words."""

from __future__ import annotations

__all__ = [
    "NUMBER",
    "is_one",
    "say_amount",
    "say_cardinal",
    "say_code",
    "say_digits",
    "say_ordinal",
    "say_pair",
    "say_year",
]

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCALES = (
    (10**15, "quadrillion"),
    (10**12, "trillion"),
    (10**9, "billion"),
    (10**6, "million"),
    (10**3, "thousand"),
)
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip
_LARGEST = 10**18
_FIGURES = 300

NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,12}|\d+)(?:\.\d+)?|\.\d+"


def say_cardinal(number: int, *, british: bool = False) -> str:
    """Return "one hundred (and) five"; digits one by one beyond 10^18."""
    if number >= _LARGEST:
        return say_digits(str(number))
    if number < 20:  # noqa: PLR2004
        return _ONES[number]
    if number < 100:  # noqa: PLR2004
        tens, ones = divmod(number, 10)
        return _TENS[tens] + (f" {_ONES[ones]}" if ones else "")
    if number < 1000:  # noqa: PLR2004
        hundreds, rest = divmod(number, 100)
        return _ONES[hundreds] + " hundred" + _rest(rest, british=british)
    scale, name = next(found for found in _SCALES if number >= found[0])
    high, rest = divmod(number, scale)
    return f"{say_cardinal(high, british=british)} {name}{_rest(rest, british=british)}"


def _rest(rest: int, *, british: bool) -> str:
    if not rest:
        return ""
    link = " and " if british and rest < 100 else " "  # noqa: PLR2004
    return link + say_cardinal(rest, british=british)


def say_ordinal(number: int, *, british: bool = False) -> str:
    """Return "twenty first"."""
    head, _, last = say_cardinal(number, british=british).rpartition(" ")
    if last in _ORDINALS:
        last = _ORDINALS[last]
    elif last.endswith("y"):
        last = last[:-1] + "ieth"
    else:
        last += "th"
    return f"{head} {last}".strip()


def say_digits(text: str) -> str:
    """Return the digits of ``text`` one by one."""
    return " ".join(_ONES[int(char)] for char in text if char.isdecimal())


def say_pair(number: int) -> str:
    """Return two digits as in years and times: "oh five", "forty"."""
    return f"oh {_ONES[number]}" if number < 10 else say_cardinal(number)  # noqa: PLR2004


def say_year(number: int, *, british: bool = False) -> str:
    """Return "nineteen oh five", "two thousand (and) eight", "twenty twenty four"."""
    high, low = divmod(number, 100)
    if number < 1000 or high % 10 == 0 and low < 10:  # noqa: PLR2004, RUF021
        if 100 < number < 1000 and low:  # noqa: PLR2004
            return f"{_ONES[high]} {say_pair(low)}"
        return say_cardinal(number, british=british)
    if low == 0:
        return f"{say_cardinal(high)} hundred"
    return f"{say_cardinal(high)} {say_pair(low)}"


def say_code(text: str) -> str:
    """Return the digits of a name such as MH370 or A320: pairs up to four digits."""
    if text.startswith("0") or len(text) > 4:  # noqa: PLR2004
        return say_digits(text)
    number = int(text)
    if len(text) <= 2 or number % 1000 == 0 or number < 1000 and number % 100 == 0:  # noqa: PLR2004, RUF021
        return say_cardinal(number)
    high, low = divmod(number, 100)
    if low == 0:
        return f"{say_cardinal(high)} hundred"
    return f"{say_cardinal(high)} {say_pair(low)}"


def say_amount(text: str, *, british: bool = False) -> str:
    """Return a written number in words: "1,512.5", ".5", "007", "2.30"."""
    whole, point, part = text.replace(",", "").partition(".")
    if not point:
        return say_digits(whole) if whole[:1] == "0" != whole else _whole(whole, british=british)
    head = _whole(whole, british=british) if whole else ""
    return f"{head} point {say_digits(part)}".strip()


def _whole(text: str, *, british: bool) -> str:
    """Return a whole number; one that no number is made of is said figure by figure."""
    return say_cardinal(int(text), british=british) if len(text) <= _FIGURES else say_digits(text)


def is_one(text: str) -> bool:
    """Whether a written number takes the singular."""
    return text in ("1", "1.0", "1.00")
