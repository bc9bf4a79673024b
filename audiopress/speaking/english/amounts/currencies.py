"""Currencies and their coins, as a table; the forms that say them stand in `money.py`."""

from __future__ import annotations

from audiopress.text.vocabulary import any_of

__all__ = ["COINS", "CURRENCY", "CURRENCY_CODE", "DOLLARS_OF", "PER"]

COINS = {
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
"""A sign or code in small letters: one, many, one of the small coins, many of them.

A plural that is the singular ("yen") also tells that the small coin is left unsaid.
"""

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
    "r": "",
}
"""What stands in front of a dollar sign: "US$3m", "A$20". Of "R$", the real, nothing is said."""

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

_SIGNS = r"[£$€¥₹₩₽₦₺₴฿₪₱]"
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
    "R",
)
"""Whose dollar it is, in front of the sign: keys of ``DOLLARS_OF``."""

CURRENCY_CODE = any_of(
    "EUR",
    "GBP",
    "USD",
    "CHF",
    "AUD",
    "CAD",
    "SEK",
    "NOK",
    "DKK",
    "JPY",
    "INR",
    "CNY",
)
"""Matches the codes of ISO 4217 that the press writes, keys of ``COINS`` in capitals."""

_RANDS = r"\d[\d.,]*\s?(?:bn|m|tn|k|million|billion|trillion)\b|\d{1,3}(?:,\d{3})+"
"""Matches what makes an R in front of it the rand: "R4bn", "R1,500"; "R2" is a road."""

CURRENCY = (
    r"(?P<minus>(?<![\w.])[-−–]\s?)?"
    rf"(?:(?P<land>\b{any_of(_LANDS)})?(?P<coin>{_SIGNS})"
    rf"|\b(?P<coin2>Rs\.?|RM|{CURRENCY_CODE})(?=\s?\d)"
    rf"|\b(?P<rand>R)(?={_RANDS}))\s?"
)
"""Matches the currency in front of an amount: a sign with a country, a code, or the rand."""
