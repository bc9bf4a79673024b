# ruff: noqa: E501 - a pattern is read whole, and typographic marks are what it is about
"""Money: the symbol goes behind, the suffix becomes a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.speaking.english.amounts.before_noun import stands_before_noun
from audiopress.speaking.english.numbers.number_words import NUMBER, say_amount, say_cardinal
from audiopress.speaking.english.spoken_form import spoken_form

if TYPE_CHECKING:
    import re

    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS", "SCALE", "SIGN", "scale_word"]

_COINS = {
    "£": ("pound", "pounds", "penny", "pence"),
    "$": ("dollar", "dollars", "cent", "cents"),
    "€": ("euro", "euros", "cent", "cents"),
    "¥": ("yen", "yen", "sen", "sen"),
    "₹": ("rupee", "rupees", "paisa", "paise"),
    "₩": ("won", "won", "jeon", "jeon"),
    "₽": ("rouble", "roubles", "kopeck", "kopecks"),
    "₦": ("naira", "naira", "kobo", "kobo"),
    "₺": ("lira", "lira", "kurus", "kurus"),
    "₴": ("hryvnia", "hryvnias", "kopiyka", "kopiykas"),
    "฿": ("baht", "baht", "satang", "satang"),
    "₪": ("shekel", "shekels", "agora", "agorot"),
    "₱": ("peso", "pesos", "centavo", "centavos"),
    "r": ("rand", "rand", "cent", "cents"),
    "rs": ("rupee", "rupees", "paisa", "paise"),
    "rm": ("ringgit", "ringgit", "sen", "sen"),
    "eur": ("euro", "euros", "cent", "cents"),
    "gbp": ("pound", "pounds", "penny", "pence"),
    "usd": ("United States dollar", "United States dollars", "cent", "cents"),
    "chf": ("Swiss franc", "Swiss francs", "centime", "centimes"),
    "aud": ("Australian dollar", "Australian dollars", "cent", "cents"),
    "cad": ("Canadian dollar", "Canadian dollars", "cent", "cents"),
    "sek": ("Swedish krona", "Swedish kronor", "ore", "ore"),
    "nok": ("Norwegian krone", "Norwegian kroner", "ore", "ore"),
    "dkk": ("Danish krone", "Danish kroner", "ore", "ore"),
    "jpy": ("yen", "yen", "sen", "sen"),
    "inr": ("rupee", "rupees", "paisa", "paise"),
    "cny": ("yuan", "yuan", "fen", "fen"),
}
_COUNTRY = {
    "us": "U S ", "u.s.": "U S ", "a": "Australian ", "au": "Australian ", "aus": "Australian ",
    "c": "Canadian ", "ca": "Canadian ", "can": "Canadian ", "nz": "New Zealand ",
    "hk": "Hong Kong ", "s": "Singapore ", "sg": "Singapore ", "nt": "Taiwan ", "r": "",
}  # fmt: skip
SCALE = r"(?:\s?-?(?:billion|million|trillion|thousand|crore|lakh)\b|\s?(?:bn|mn|mln|tn|trn|[bmtkBMTK])\b)"
_WORDS = {"k": "thousand", "m": "million", "b": "billion", "t": "trillion"}
_SIGN = r"(?P<minus>(?<![\w.])[-−–]\s?)?(?:(?P<land>\b(?:US\s?|U\.S\.\s?|A|AU|AUS|C|CA|CAN|NZ|HK|S|SG|NT|R))?(?P<coin>[£$€¥₹₩₽₦₺₴฿₪₱])|\b(?P<coin2>Rs\.?|RM|EUR|GBP|USD|CHF|AUD|CAD|SEK|NOK|DKK|JPY|INR|CNY)(?=\s?\d)|\b(?P<rand>R)(?=\d[\d.,]*\s?(?:bn|m|tn|k|million|billion|trillion)\b|\d{1,3}(?:,\d{3})+))\s?"
_PER = {"mo": "month", "yr": "year", "hr": "hour", "h": "hour", "wk": "week", "day": "day",
        "month": "month", "year": "year", "hour": "hour", "week": "week", "kg": "kilogram",
        "lb": "pound", "t": "tonne", "tonne": "tonne", "bbl": "barrel", "barrel": "barrel",
        "person": "person", "share": "share", "mile": "mile", "ounce": "ounce", "head": "head", "sq ft": "square foot", "night": "night", "ton": "ton", "oz": "ounce", "gallon": "gallon",
        "litre": "litre", "MWh": "megawatt hour", "kWh": "kilowatt hour"}  # fmt: skip


def scale_word(text: str | None) -> str:
    """Return "million" for "m", "bn" ...; nothing for nothing."""
    word = (text or "").strip(" -").lower()
    return word if len(word) > 3 else _WORDS.get(word[:1], "")  # noqa: PLR2004


def _coins(match: re.Match[str]) -> tuple[str, str, str, str]:
    coin = (match["coin"] or match["coin2"] or match["rand"]).lower().rstrip(".")
    land = _COUNTRY[match["land"].lower().strip()] if match["land"] else ""
    one, many, small, smalls = _COINS[coin]
    return land + one, land + many, small, smalls


def _money(match: re.Match[str], variety: Variety) -> str:
    minus = "minus " if match["minus"] else ""
    number, scale = match["number"], scale_word(match["scale"])
    coins = _coins(match)
    hyphened = (match["scale"] or "").startswith("-")
    if not match["per"] and (hyphened or stands_before_noun(match, "the" if scale else "any")):
        coins = (coins[0], coins[0], *coins[2:])
    said = _scaled(number, scale, coins, variety) if scale else _exact(number, coins, variety)
    per = f" per {_PER[match['per']]}" if match["per"] else ""
    return minus + said + per


def _scaled(number: str, scale: str, coins: tuple[str, ...], variety: Variety) -> str:
    return f"{say_amount(number, british=variety.british)} {scale} {coins[1]}"


def _exact(number: str, coins: tuple[str, ...], variety: Variety) -> str:
    """Pounds and pence where there are two places, else a decimal."""
    whole, _, part = number.replace(",", "").partition(".")
    one, many, small, smalls = coins
    if part.strip("0") and len(part.rstrip("0")) > 2:  # noqa: PLR2004
        return f"{say_amount(number, british=variety.british)} {many}"
    cents = int(part[:2].ljust(2, "0")) if part else 0
    units = int(whole or 0)
    said = []
    if units or not cents:
        said.append(f"{say_cardinal(units, british=variety.british)} {one if units == 1 else many}")
    if cents:
        single = cents == 1 and smalls != "pence"
        said.append(
            say_cardinal(cents)
            if units and one == many
            else f"{say_cardinal(cents)} {small if single else smalls}"
        )
    return " ".join(said)


def _before_noun(match: re.Match[str], variety: Variety) -> str:
    """In front of a noun the unit is singular: a five million pound deal."""
    number, scale = match["number"], scale_word(match["scale"])
    one = _coins(match)[0]
    words = say_amount(number, british=variety.british)
    return " ".join(filter(None, (words, scale, one)))


def _worth(match: re.Match[str], variety: Variety) -> str:
    coins = _coins(match)
    return _scaled(match["number"], scale_word(match["scale"]), coins, variety).replace("  ", " ")


def _range(match: re.Match[str], variety: Variety) -> str:
    first, second = match["first"], match["number"]
    scale, early = scale_word(match["scale"]), scale_word(match["early"])
    words = say_amount(first, british=variety.british)
    if early and (early != scale or len(match["early"].strip()) > 3):  # noqa: PLR2004
        words += f" {early}"
    many = _coins(match)[1]
    last = say_amount(second, british=variety.british)
    return " ".join(filter(None, (words, "to", last, scale, many)))


def _pence(match: re.Match[str], variety: Variety) -> str:
    number = match["number"]
    small = {"p": ("penny", "pence"), "c": ("cent", "cents"), "¢": ("cent", "cents")}[match["c"]]
    return (
        f"{say_amount(number, british=variety.british)} {small[0] if number == '1' else small[1]}"
    )


FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "money range",
        rf"{_SIGN}(?P<first>{NUMBER})(?P<early>{SCALE})?\s?(?:-|–|—|to)\s?(?:[£$€¥₹])?(?P<number>{NUMBER})(?P<scale>{SCALE})",
        _range,
        ("a £10-£15m fee", "a ten to fifteen million pounds fee"),
        ("$5bn to $6bn", "five to six billion dollars"),
        ("$5 million to $7 million", "five million to seven million dollars"),
    ),
    spoken_form(
        "money range without a scale",
        rf"{_SIGN}(?P<first>\d{{1,3}}(?:,\d{{3}})*)(?P<early>)\s?[-–—]\s?(?P<number>\d[\d,]*)(?P<scale>)(?![\w-]|[.,]\d|\s?(?:%|-))",
        _range,
        ("$10-20 a head", "ten to twenty dollars a head"),
    ),
    spoken_form(
        "from one amount to another",
        r"(?<=\d)(?P<scale>bn|m|k|tn)?\s?[-–—]\s?(?=[£$€¥₹]\s?\d)",
        lambda match, _: f"{match['scale'] or ''} to ",
        ("$50.00-$100.00", "fifty dollars to one hundred dollars"),
    ),
    spoken_form(
        "money compound",
        rf"{_SIGN}(?P<number>\d[\d,]*(?:\.\d+)?)(?P<scale>{SCALE})?-(?P<a>an?-)?(?!(?:b|m|tr)illion\b)(?=per\b|plus\b|[a-z]{{3,}})",
        lambda match, variety: (
            f"{(_worth if match.string[match.end() :].startswith('worth') else _before_noun)(match, variety)} {(match['a'] or '').replace('-', ' ')}"
        ),
        ("£5m-worth of it", "five million pounds worth of it"),
        ("The £9,250-a-year fee", "The nine thousand two hundred and fifty pound a year fee"),
    ),
    spoken_form(
        "money",
        rf"{_SIGN}(?P<number>{NUMBER})(?P<scale>{SCALE})?(?:\s?/\s?(?P<per>{'|'.join(_PER)})\b(?:\.(?=[,;]|\s[a-z]))?)?",
        _money,
        ("a £5m deal", "a five million pound deal"),
        ("its $65-billion plan", "its sixty five billion dollar plan"),
        ("a $100 note", "a one hundred dollar note"),
        ("the £20 note", "the twenty pound note"),
        ("a new $3bn debt", "a new three billion dollar debt"),
        ("the £5 raised", "the five pounds raised"),
        ("a £3.50 fare", "a three pound fifty fare"),
        ("£1.5bn", "one point five billion pounds"),
        ("€20k", "twenty thousand euros"),
        ("an estimated £5m. The", "an estimated five million pounds. The"),
        ("the $36T debt", "the thirty six trillion dollar debt"),
        ("$1.64 vs. $1.60", "one dollar sixty four cents versus one dollar sixty cents"),
        ("$0.45", "forty five cents"),
        ("£1.20", "one pound twenty pence"),
        ("$20/mo", "twenty dollars per month"),
        ("US$3m", "three million U S dollars"),
        ("the US $3m", "the three million U S dollars"),
        ("CHF 300", "three hundred Swiss francs"),
        ("R4bn", "four billion rand"),
        ("Rs 500 crore", "five hundred crore rupees"),
    ),
    spoken_form(
        "money with its code behind",
        rf"(?<![\w.,$£€])(?P<number>{NUMBER})(?P<scale>{SCALE})?\s(?P<coin>EUR|GBP|USD|CHF|AUD|CAD|SEK|NOK|DKK|JPY|INR|CNY)\b(?P<minus>)(?P<land>)(?P<per>)",
        _money,
        ("500 SEK", "five hundred Swedish kronor"),
        ("2.5 million USD", "two point five million United States dollars"),
        needs="UGECASNDJI",
    ),
    spoken_form(
        "pence",
        rf"(?<![\w.])(?<!K )(?<!HD )(?P<number>{NUMBER})(?P<c>[p¢])(?![\w/]|\s(?:video|footage|recording)\b)",
        _pence,
        ("a 99p shop", "a ninety nine pence shop"),
        ("fell 2.5p", "fell two point five pence"),
        ("8K 60p, 24p video", "eight K sixty p, twenty four p video"),
        ("50p recordings tax", "fifty pence recordings tax"),
    ),
)
SIGN: tuple[SpokenForm, ...] = (
    spoken_form("dollar sign", r"(?<=\w)\$(?!\w)|\$(?=\s?[A-Za-z/])|(?<=\s)\$(?=$)", " dollar ", ("test$", "test dollar"), needs="$"),
)  # fmt: skip
