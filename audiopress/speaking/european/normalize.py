"""German, French, Spanish, Italian, Portuguese and Dutch: rules of our own, in this order.

Quantities and signs (`quantities.py`, `symbols.py`), short forms (`abbreviations.py`), what a
language alone has (`german.py`, `french.py` ...), regnal numerals (here), then all that is left of
figures (`numbers_in_text.py`). Measured by `python tests/corpus/forms.py`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.speaking.european.amounts.price_ranges import write_price_ranges
from audiopress.speaking.european.amounts.quantities import say_quantities
from audiopress.speaking.european.amounts.round_prices import write_plain_numbers
from audiopress.speaking.european.dates_and_times.race_times import say_race_times
from audiopress.speaking.european.dates_and_times.told_times import say_german_times
from audiopress.speaking.european.dates_and_times.weekdays import say_weekdays
from audiopress.speaking.european.dutch import say_dutch
from audiopress.speaking.european.french import say_french
from audiopress.speaking.european.german import say_german
from audiopress.speaking.european.italian import say_italian
from audiopress.speaking.european.numbers.numerals import say_cardinal
from audiopress.speaking.european.numbers.tennis import write_tennis
from audiopress.speaking.european.numbers_in_text import say_numbers
from audiopress.speaking.european.portugal import is_portugal, write_long_scale, write_teens
from audiopress.speaking.european.portuguese import say_portuguese
from audiopress.speaking.european.spanish import say_spanish
from audiopress.speaking.european.words.abbreviations import say_abbreviations
from audiopress.speaking.european.words.beside_figures import say_beside_figures
from audiopress.speaking.european.words.inclusive_forms import say_inclusive_forms
from audiopress.speaking.european.words.plain_marks import write_plain_marks
from audiopress.speaking.european.words.symbols import say_symbols
from audiopress.speaking.european.words.telling_words import say_telling_words
from audiopress.speaking.postal_codes import say_postal_codes
from audiopress.speaking.roman_numerals import ROMAN_NUMERAL, roman_value
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["normalize_european"]

_OWN_RULES: dict[str, Callable[[str], str]] = {
    "de": say_german,
    "fr": say_french,
    "es": say_spanish,
    "it": say_italian,
    "pt": say_portuguese,
    "nl": say_dutch,
}
"""What a language has beyond its tables."""

_NAME_AND_NUMERAL = re.compile(
    r"\b([A-ZÀ-Ý][a-zà-ÿ]+(?:[ -][A-ZÀ-Ý][a-zà-ÿ]+)?) ([IVX]{1,5})\b(\.?)(?!\w)"
)
"""Matches a name of one or two words and a short numeral: "Louis XIV", "Juan Pablo II"."""

_HIGHEST_RANK = 25
"""No monarch or pope bears a higher numeral (John XXIII); what is higher is something else."""

_MONARCHS = re.compile(
    any_of(
        "Louis",
        "Charles",
        "Henri",
        "François",
        "Philippe",
        "Napoléon",
        "Jean(?:[ -]Paul)?",
        "Benoît",
        "Pie",
        "Léon",
        "Felipe",
        "Carlos",
        "Juan(?: Carlos| Pablo)?",
        "Alfonso",
        "Fernando",
        "Benedicto",
        "León",
        "Enrique",
        "Luis",
        "Guillaume",
        "Georges",
        "Guillermo",
        "Jorge",
        "Isabel",
        "Elisabeth",
        "Élisabeth",
    )
)
"""French and Spanish names of monarchs and popes."""

_SPANISH_ORDINALS = (
    "primero",
    "segundo",
    "tercero",
    "cuarto",
    "quinto",
    "sexto",
    "séptimo",
    "octavo",
    "noveno",
    "décimo",
)
"""Ordinals behind a name; from eleven on the number is said: "Alfonso trece"."""


def normalize_european(text: str, language: str) -> str:
    """Return ``text`` as it is said; no figure is left in it. ``language`` may have a region."""
    text = write_plain_numbers(text, language)
    if is_portugal(language):
        return write_teens(_normalize(write_long_scale(text), "pt"), text)
    return _normalize(text, language.partition("-")[0].lower())


def _normalize(text: str, language: str) -> str:
    # Signs first: the full stops of an address are none of a short form.
    # Units before them: "m²" and arrows would go.
    # Before signs: a dot within a word is none between two.
    text = say_inclusive_forms(text, language)
    # Before signs, whose dashes are pauses, and before "Fr." is "Frau".
    text = say_weekdays(text, language)
    # Before all figures: what stands beside them tells what they are.
    text = say_telling_words(text, language)
    if language == "de":
        text = say_german_times(text)
    text = say_beside_figures(text, language)
    text = say_postal_codes(text, lambda figure: say_cardinal(figure, language))
    text = say_race_times(text, language)
    text = write_price_ranges(write_tennis(text), language)
    text = say_symbols(say_quantities(text, language), language)
    text = say_abbreviations(text, language)
    if language == "es":
        # Before ranks, or "Isabel II vino" has a second coming.
        text = _NAME_AND_NUMERAL.sub(lambda match: _say_monarch(match, language), text)
    if language in _OWN_RULES:
        text = _OWN_RULES[language](text)
    text = _NAME_AND_NUMERAL.sub(lambda match: _say_monarch(match, language), text)
    text = write_plain_marks(text)
    # A sign in words has spaces around it, also in front of a comma.
    return " ".join(say_numbers(text, language).split()).replace(" ,", ",")


def _say_monarch(match: re.Match[str], language: str) -> str:
    """Louis quatorze, Felipe sexto: only for names that monarchs and popes bear."""
    name, stop = match[1], match[3]
    number = roman_value(match[2]) if re.fullmatch(ROMAN_NUMERAL, match[2]) else 0
    if not _MONARCHS.fullmatch(name) or not 0 < number <= _HIGHEST_RANK:
        return match[0]
    if language == "fr":
        # In French the first alone bears an ordinal: "Napoléon premier", "Louis quatorze".
        return f"{name} {'premier' if number == 1 else say_cardinal(str(number), 'fr')}{stop}"
    if language == "es":
        return f"{name} {_say_spanish_rank(number, name)}{stop}"
    return match[0]


def _say_spanish_rank(number: int, name: str) -> str:
    in_words = number <= len(_SPANISH_ORDINALS)
    word = _SPANISH_ORDINALS[number - 1] if in_words else say_cardinal(str(number), "es")
    return word[:-1] + "a" if name == "Isabel" else word
