"""Money: the symbol goes behind, the suffix becomes a word: "£5m" is "five million pounds".

Here belongs what has a currency in it. The currencies themselves are a table, `currencies.py`;
whether "pound" or "pounds" is said is told by `before_noun.py`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.speaking.english.amounts.before_noun import stands_before_noun
from audiopress.speaking.english.amounts.currencies import (
    CODE_BEHIND,
    CURRENCY,
    DOLLARS_OF,
    PER,
    SIGN_BEHIND,
    find_coins,
)
from audiopress.speaking.english.amounts.noun_behind_money import has_noun_behind
from audiopress.speaking.english.amounts.scales import SCALE, find_scale
from audiopress.speaking.english.amounts.unit_table import UNITS
from audiopress.speaking.english.numbers.number_words import NUMBER, say_amount, say_cardinal
from audiopress.speaking.english.spoken_form import spoken_form
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS", "SIGN"]

_PER_UNITS = {**{unit: one for unit, (one, _) in UNITS.items()}, **PER, "m": "meter"}
"""What a price may be asked for: one of each unit too."""

_PER_WHAT = (
    rf"(?:{any_of(map(re.escape, sorted(_PER_UNITS, key=lambda unit: (-len(unit), unit))))}"
    r"|[A-Z]?[a-z]{3,})(?!\w)"
)
"""Matches it, or any other word: "$10/click"."""

_PLACES = 2
"""Figures behind the point that are the small coin: "£1.20"; more are a decimal: "$1.255"."""

_SHORT_SCALE = 3
"""Letters of a scale that is shortened ("bn"); one in full is said twice in a range too."""

_SMALL_COINS = {"p": ("penny", "pence"), "c": ("cent", "cents"), "¢": ("cent", "cents")}
"""Coins that are written behind a number: "99p"."""


def _find_coins(match: re.Match[str]) -> tuple[str, str, str, str]:
    # A sign, a code or the R of the rand: one of three groups has matched.
    found = match.groupdict()
    coin = (
        next(filter(None, map(found.get, ("coin", "coin2", "coin3", "rand")))).lower().rstrip(".")
    )
    land = DOLLARS_OF[found["land"].lower().strip()] if found.get("land") else ""
    one, many, small, smalls = find_coins(coin)
    return land + one, land + many, small, smalls


def _say_money(match: re.Match[str], variety: Variety) -> str:
    minus = "minus " if match.groupdict().get("minus") else ""
    number, scale = match["number"], find_scale(match["scale"])
    coins = _find_coins(match)
    hyphened = (match["scale"] or "").startswith("-")
    per = match.groupdict().get("per")
    if not per and (hyphened or _belongs_to_noun(match, scale)):
        coins = (coins[0], coins[0], *coins[2:])
    if scale:
        words = _say_scaled(number, scale, coins, variety)
    else:
        words = _say_exact(number, coins, variety)
    return minus + words + _say_per(per or "")


def _belongs_to_noun(match: re.Match[str], scale: str) -> bool:
    """Whether the coin is said as one, as the noun behind takes the amount."""
    return stands_before_noun(match, "the" if scale else "any") or has_noun_behind(match)


def _say_per(text: str) -> str:
    """Return " per month" for "/mo", " per square meter" for "/m²", " per click" for "/click"."""
    parts = (part.strip() for part in text.split("/")[1:])
    return "".join(f" per {_PER_UNITS.get(part, part)}" for part in parts)


def _say_scaled(number: str, scale: str, coins: tuple[str, ...], variety: Variety) -> str:
    return f"{say_amount(number, british=variety.british)} {scale} {coins[1]}"


def _say_exact(number: str, coins: tuple[str, ...], variety: Variety) -> str:
    """Pounds and pence where there are two places, else a decimal."""
    whole, _, part = number.replace(",", "").partition(".")
    one, many, small, smalls = coins
    # A currency without coins that anybody says has decimals: "157.3 yen".
    if len(part.rstrip("0")) > _PLACES or (part.rstrip("0") and not small):
        return f"{say_amount(number, british=variety.british)} {many}"
    cents = int(part[:_PLACES].ljust(_PLACES, "0")) if part else 0
    units = int(whole or 0)
    words = []
    if units or not cents:
        words.append(
            f"{say_cardinal(units, british=variety.british)} {one if units == 1 else many}"
        )
    if cents:
        # "One pence" is what Britain says; "one cent" keeps its singular.
        single = cents == 1 and smalls != "pence"
        small_coin = f" {small if single else smalls}"
        # Before a noun both forms are the singular ("a three pound fifty fare"), as of yen.
        words.append(say_cardinal(cents) + ("" if units and one == many else small_coin))
    return " ".join(words)


def _say_before_noun(match: re.Match[str], variety: Variety) -> str:
    """In front of a noun the unit is singular: a five million pound deal."""
    number, scale = match["number"], find_scale(match["scale"])
    one = _find_coins(match)[0]
    words = say_amount(number, british=variety.british)
    return " ".join(filter(None, (words, scale, one)))


def _say_worth(match: re.Match[str], variety: Variety) -> str:
    coins, scale = _find_coins(match), find_scale(match["scale"])
    # Without a scale two spaces are left where it would stand.
    return _say_scaled(match["number"], scale, coins, variety).replace("  ", " ")


def _say_compound(match: re.Match[str], variety: Variety) -> str:
    """Say an amount with a hyphen behind: "£9,250-a-year", "£5m-worth"."""
    is_worth = match.string[match.end() :].startswith("worth")
    words = (_say_worth if is_worth else _say_before_noun)(match, variety)
    return f"{words} {(match['a'] or '').replace('-', ' ')}"


def _say_range(match: re.Match[str], variety: Variety) -> str:
    """Say "$5bn to $6bn" with one scale and coin, "$5 million to $7 million" with two scales."""
    first, second = match["first"], match["number"]
    scale, early = find_scale(match["scale"]), find_scale(match["early"])
    words = say_amount(first, british=variety.british)
    if early and (early != scale or len(match["early"].strip()) > _SHORT_SCALE):
        words += f" {early}"
    coin = _find_coins(match)[0 if scale and _belongs_to_noun(match, scale) else 1]
    last = say_amount(second, british=variety.british)
    return " ".join(filter(None, (words, "to", last, scale, coin)))


def _say_pence(match: re.Match[str], variety: Variety) -> str:
    number = match["number"]
    one, many = _SMALL_COINS[match["c"]]
    return f"{say_amount(number, british=variety.british)} {one if number == '1' else many}"


# Ranges before amounts, or each end would be one; "£9,250-a-year" before "£9,250".
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "money range",
        rf"{CURRENCY}(?P<first>{NUMBER})"
        rf"(?P<early>{SCALE})?\s?(?:-|–|—|to)\s?(?:[£$€¥₹])?"
        rf"(?P<number>{NUMBER})(?P<scale>{SCALE})",
        _say_range,
        ("a £10-£15m fee", "a ten to fifteen million pound fee"),
        ("$5bn to $6bn", "five to six billion dollars"),
        ("$5 million to $7 million", "five million to seven million dollars"),
    ),
    spoken_form(
        "money range without a scale",
        rf"{CURRENCY}(?P<first>\d{{1,3}}(?:,\d{{3}})*)(?P<early>)\s?[-–—]\s?"
        # Empty groups in place of scales, because the function asks for them.
        r"(?P<number>\d[\d,]*)(?P<scale>)"
        r"(?![\w-]|[.,]\d|\s?(?:%|-))",
        _say_range,
        ("$10-20 a head", "ten to twenty dollars a head"),
        needs="-–—",
    ),
    spoken_form(
        "from one amount to another",
        r"(?<=\d)(?P<scale>bn|m|k|tn)?\s?[-–—]\s?(?=[£$€¥₹]\s?\d)",
        lambda match, _: f"{match['scale'] or ''} to ",
        ("$50.00-$100.00", "fifty dollars to one hundred dollars"),
        needs="$£¥€₹",
    ),
    spoken_form(
        "money compound",
        rf"{CURRENCY}(?P<number>\d[\d,]*(?:\.\d+)?)(?P<scale>{SCALE})?"
        # "$65-billion" is a scale with a hyphen, which the next form knows.
        r"-(?P<a>an?-)?(?!(?:b|m|tr)illion\b)(?=per\b|plus\b|[a-z]{3,})",
        _say_compound,
        ("£5m-worth of it", "five million pounds worth of it"),
        ("The £9,250-a-year fee", "The nine thousand two hundred and fifty pound a year fee"),
        needs="-",
    ),
    spoken_form(
        "money",
        # a price may be by a unit: "$20/mo", "$5/kg"
        rf"{CURRENCY}(?P<number>{NUMBER})"
        rf"(?P<scale>{SCALE})?(?:(?P<per>(?:\s?/\s?{_PER_WHAT})+)(?:\.(?=[,;]|\s[a-z]))?)?",
        _say_money,
        ("a £5m deal", "a five million pound deal"),
        ("its $65-billion plan", "its sixty five billion dollar plan"),
        ("a $100 note", "a one hundred dollar note"),
        ("the £20 note", "the twenty pound note"),
        ("a new $3bn debt", "a new three billion dollar debt"),
        ("the £5 raised", "the five pounds raised"),
        ("the pier’s £2m repair", "the pier’s two million pound repair"),
        ("Today's £5m rises", "Today's five million pounds rises"),
        (
            "a stalled £3m pier, it's £5m money",
            "a stalled three million pound pier, it's five million pounds money",
        ),
        ("$3 Million Grant Is Made", "three million dollar Grant Is Made"),
        ("£12.3m pier repair", "twelve point three million pound pier repair"),
        ("its £9bn Wylfa B plan", "its nine billion pound Wylfa B plan"),
        (
            "The £5m sank, and £2m ran out",
            "The five million pounds sank, and two million pounds ran out",
        ),
        ("the £20 saw blade", "the twenty pound saw blade"),
        ("its £3m stuck ship", "its three million pound stuck ship"),
        ("the £5 struck coin", "the five pound struck coin"),
        ("£5m R&D Centre", "five million pound R and D Centre"),
        ("£5m M25 Link Opens", "five million pound M twenty five Link Opens"),
        ("£2m was spent", "two million pounds was spent"),
        ("He pays £5m tax", "He pays five million pounds tax"),
        ("a £3.50 fare", "a three pound fifty fare"),
        ("£1.5bn", "one point five billion pounds"),
        ("€20k", "twenty thousand euros"),
        ("an estimated £5m. The", "an estimated five million pounds. The"),
        ("the $36T debt", "the thirty six trillion dollar debt"),
        ("$1.64 vs. $1.60", "one dollar sixty four cents versus one dollar sixty cents"),
        ("$0.45", "forty five cents"),
        ("£1.20", "one pound twenty pence"),
        ("$20/mo", "twenty dollars per month"),
        ("€12.50/m² it", "twelve euros fifty cents per square meter it"),
        ("$599/employee/month", "five hundred and ninety nine dollars per employee per month"),
        ("US$3m", "three million U S dollars"),
        ("the US $3m", "the three million U S dollars"),
        ("CHF 300", "three hundred Swiss francs"),
        ("R4bn", "four billion rand"),
        ("Rs 500 crore", "five hundred crore rupees"),
        ("₹1.2 lakh crore", "one point two lakh crore rupees"),
        ("at ¥157.3 it", "at one hundred and fifty seven point three yen it"),
        ("PLN 12.50", "twelve point five zero Polish zlotys"),
        ("R$5m and HK$20", "five million Brazilian reals and twenty Hong Kong dollars"),
        # codes that are words
        ("the TOP 10 and COP 28, SDG 11", "the TOP ten and COP twenty eight, SDG eleven"),
        ("MAD 5 and QAR 500", "M A D five and five hundred Qatari riyals"),
        # too little to be rand
        ("the R2 road", "the R two road"),
    ),
    spoken_form(
        "money with its code behind",
        rf"(?<![\w.,$£€])(?P<number>{NUMBER})(?P<scale>{SCALE})?\s"
        # The empty groups are what `_say_money` asks for, and a code behind has none of.
        rf"(?P<coin>{CODE_BEHIND})\b",
        _say_money,
        ("500 SEK", "five hundred Swedish kronor"),
        ("2.5 million USD", "two point five million United States dollars"),
        ("30 PLN and 1 KZT", "thirty Polish zlotys and one Kazakhstani tenge"),
        ("CASE 5 ALL", "CASE five ALL"),
        needs="ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    ),
    spoken_form(
        "money with its sign behind",
        rf"(?P<minus>(?<![\w.])[-−–]\s?)?(?<![\w.,$£€])(?P<number>{NUMBER})(?P<scale>{SCALE})?\s?"
        rf"(?P<coin>{SIGN_BEHIND})(?![\w/]|\s?\d)",
        _say_money,
        ("20 zł, 500 kr and 5 €", "twenty Polish zlotys, five hundred kroner and five euros"),
        ("5,000₸ of it", "five thousand Kazakhstani tenges of it"),
        ("3 million Kč", "three million Czech korunas"),
        ("5 ft of it", "five feet of it"),
    ),
    spoken_form(
        "pence",
        # behind "K" and "HD" and before "video" the p are lines or pictures
        r"(?<![\w.])(?<!K )(?<!HD )"
        rf"(?P<number>{NUMBER})(?P<c>[p¢])"
        r"(?![\w/]|\s(?:video|footage|recording)\b)",
        _say_pence,
        ("a 99p shop", "a ninety nine pence shop"),
        ("fell 2.5p", "fell two point five pence"),
        ("8K 60p, 24p video", "eight K sixty p, twenty four p video"),
        ("50p recordings tax", "fifty pence recordings tax"),
        needs="p¢",
    ),
)
# A form of its own, since it needs no figure in the text.
SIGN: tuple[SpokenForm, ...] = (
    spoken_form(
        "dollar sign",
        r"(?<=\w)\$(?!\w)|\$(?=\s?[A-Za-z/])|(?<=\s)\$(?=$)",
        " dollar ",
        ("test$", "test dollar"),
        needs="$",
    ),
)
