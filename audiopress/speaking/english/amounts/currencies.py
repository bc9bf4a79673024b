"""Currencies and their coins, as a table; the forms that say them stand in `money.py`."""

from __future__ import annotations

from functools import cache

from audiopress.text.vocabulary import any_of

__all__ = [
    "CODE_BEHIND",
    "COINS",
    "CURRENCY",
    "CURRENCY_CODE",
    "DOLLARS_OF",
    "PER",
    "SIGNS",
    "SIGN_BEHIND",
    "find_coins",
]

COINS = {
    "£": ("pound", "pounds", "penny", "pence"),
    "$": ("dollar", "dollars", "cent", "cents"),
    "€": ("euro", "euros", "cent", "cents"),
    "¥": ("yen", "yen", "", ""),
    "₹": ("rupee", "rupees", "paisa", "paise"),
    "₩": ("won", "won", "", ""),
    "₽": ("rouble", "roubles", "kopeck", "kopecks"),
    "₦": ("naira", "naira", "kobo", "kobo"),
    "₺": ("lira", "lira", "kurus", "kurus"),
    "₴": ("hryvnia", "hryvnias", "kopiyka", "kopiykas"),
    "฿": ("baht", "baht", "satang", "satang"),
    "₪": ("shekel", "shekels", "agora", "agorot"),
    "₱": ("peso", "pesos", "centavo", "centavos"),
    "r": ("rand", "rand", "cent", "cents"),
    "kr": ("krone", "kroner", "ore", "ore"),
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
    "jpy": ("yen", "yen", "", ""),
    "inr": ("rupee", "rupees", "paisa", "paise"),
    "cny": ("yuan", "yuan", "fen", "fen"),
}
"""A sign or code in small letters: one, many, one of the small coins, many of them.

A plural that is the singular ("rand") also tells that the small coin is left unsaid; where there is
none any more ("yen") what stands behind a point is a decimal.
"""

_CODES_OF_SIGNS = {
    "zł": "PLN",
    "kč": "CZK",
    "ft": "HUF",
    "元": "CNY",
    "円": "JPY",
    "₸": "KZT",
    "₫": "VND",
    "₾": "GEL",
    "₼": "AZN",
    "₮": "MNT",
    "₭": "LAK",
    "₡": "CRC",
    "₲": "PYG",
    "₵": "GHS",
    "៛": "KHR",
    "֏": "AMD",
    "؋": "AFN",
    "৳": "BDT",
    "r$": "BRL",
    "mx$": "MXN",
    "j$": "JMD",
    "tt$": "TTD",
    "rmb": "CNY",
    "лв": "BGN",
    "lei": "RON",
}
"""Signs of currencies that are said by the name that their code has in CLDR."""

_CODES = (
    "AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT",
    "BGN", "BHD", "BIF", "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD",
    "CDF", "CHF", "CLP", "CNY", "COP", "CRC", "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD",
    "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ",
    "GYD", "HKD", "HNL", "HRK", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD",
    "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP",
    "LKR", "LRD", "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR",
    "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB",
    "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD",
    "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SYP", "SZL", "THB",
    "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS",
    "VES", "VND", "VUV", "WST", "XAF", "XCD", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWL",
)  # fmt: skip
"""The codes of ISO 4217 of what is money today; CLDR has their names."""

_WORDS = ("ALL", "AMD", "BAM", "BOB", "COP", "CUP", "GEL", "MAD", "MOP", "PEN", "PHP", "RON",
          "SOS", "STN", "TOP", "TRY")  # fmt: skip
"""Codes that are words, firms or names too: "TOP 10", "COP 28", "AMD 7800"."""

_NEVER_BEHIND = ("ALL", "BAM", "CUP", "PHP", "TOP")
"""Those of them that stand behind a number as words do: "IN 5 ALL"."""


@cache
def find_coins(coin: str) -> tuple[str, str, str, str]:
    """Return what a sign or code stands for: one, many, one small coin, many of them.

    ``coin`` is in small letters. The names of what is no line of ``COINS`` are those of CLDR;
    their small coins are left unsaid.
    """
    if coin in COINS:
        return COINS[coin]
    from babel.numbers import get_currency_name  # noqa: PLC0415 - few articles need it

    code = _CODES_OF_SIGNS.get(coin, coin.upper())
    one, many = (get_currency_name(code, count, locale="en") for count in (1, 2))
    return one, many, "", ""


DOLLARS_OF = {
    "us": "U S ",
    "u.s.": "U S ",
    "a": "Australian ",
    "au": "Australian ",
    "aus": "Australian ",
    "c": "Canadian ",
    "ca": "Canadian ",
    "can": "Canadian ",
    "nz": "New Zealand ",
    "hk": "Hong Kong ",
    "s": "Singapore ",
    "sg": "Singapore ",
    "nt": "Taiwan ",
}
"""What stands in front of a dollar sign: "US$3m", "A$20"; "R$" is no dollar but the real."""

PER = {
    "mo": "month",
    "yr": "year",
    "hr": "hour",
    "h": "hour",
    "wk": "week",
    "day": "day",
    "month": "month",
    "year": "year",
    "hour": "hour",
    "week": "week",
    "kg": "kilogram",
    "lb": "pound",
    "t": "tonne",
    "tonne": "tonne",
    "bbl": "barrel",
    "barrel": "barrel",
    "person": "person",
    "share": "share",
    "mile": "mile",
    "ounce": "ounce",
    "head": "head",
    "sq ft": "square foot",
    "night": "night",
    "ton": "ton",
    "oz": "ounce",
    "gallon": "gallon",
    "litre": "litre",
    "MWh": "megawatt hour",
    "kWh": "kilowatt hour",
}
"""What stands behind a slash for which a price is asked: "$20/mo"."""

SIGNS = r"[£$€¥₹₩₽₦₺₴฿₪₱]"
"""Signs of currencies, each a key of ``COINS``."""

_LANDS = (
    r"US\s?",
    r"U\.S\.\s?",
    "A",
    "AU",
    "AUS",
    "C",
    "CA",
    "CAN",
    "NZ",
    "HK",
    "S",
    "SG",
    "NT",
)
"""Whose dollar it is, in front of the sign: keys of ``DOLLARS_OF``."""

_WELL_KNOWN = (
    "AED", "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EGP", "EUR", "GBP", "HKD", "HUF",
    "IDR", "ILS", "INR", "ISK", "JPY", "KES", "KRW", "MXN", "MYR", "NGN", "NOK", "NZD", "PKR",
    "PLN", "RUB", "SEK", "SGD", "THB", "TWD", "UAH", "USD", "VND", "ZAR",
)  # fmt: skip
"""Codes that stand for money in front of any number; other initials do too: "SDG 11"."""

CURRENCY_CODE = (
    rf"(?:{any_of(_WELL_KNOWN)}|{any_of(code for code in _CODES if code not in _WORDS)}"
    r"(?=\s?\d+(?:\d\d|[.,]\d\d|\s?(?:bn|m|k|[bmtr]+illion)\b)))"
)
"""Matches a code of ISO 4217 in front of an amount: of the less known, of one that is large."""

CODE_BEHIND = any_of(code for code in _CODES if code not in _NEVER_BEHIND)
"""Matches a code behind an amount."""

SIGN_BEHIND = rf"(?:{SIGNS}|[₸₫₾₼₮₭₡₲₵៛֏؋৳元円]|(?:zł|Kč|kr|лв|Ft|lei|RMB)\b)"
"""Matches a sign of a currency behind an amount, as most of Europe writes it."""

_RANDS = r"\d[\d.,]*\s?(?:bn|m|tn|k|million|billion|trillion)\b|\d{1,3}(?:,\d{3})+"
"""Matches what makes an R in front of it the rand: "R4bn", "R1,500"; "R2" is a road."""

_CURRENCY_START = rf"(?=[-−–A-Zkz₸₫₾₼₮₭₡₲₵৳]|{SIGNS})"
"""Matches where one may begin: at most letters of a text nothing else is tried."""

CURRENCY = (
    rf"{_CURRENCY_START}"
    r"(?P<minus>(?<![\w.])[-−–]\s?)?"
    rf"(?:(?P<land>\b{any_of(_LANDS)})?(?P<coin>{SIGNS})"
    r"|(?P<coin3>\b(?:R|MX|J|TT)\$|[₸₫₾₼₮₭₡₲₵৳])"
    rf"|\b(?P<coin2>Rs\.?|RM|RMB|Rmb|kr|zł|{CURRENCY_CODE})(?=\s?\d)"
    rf"|\b(?P<rand>R)(?={_RANDS}))\s?"
)
"""Matches the currency in front of an amount: a sign with a country, a code, or the rand."""
