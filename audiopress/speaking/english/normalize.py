"""All spoken forms of English, in the order in which they see the text.

Each form leaves words where it found figures or signs, so the order decides what a later one still
sees. A group stands before those that would misread its text, and behind those whose words it
needs; the line beside each says which. To add a form, see the head of `spoken_form.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from audiopress.speaking.english.abbreviations import (
    beside_figures,
    common,
    compass_points,
    past_forms,
    references,
    shorthand,
)
from audiopress.speaking.english.amounts import (
    cents_or_degrees,
    compound_units,
    degrees,
    feet_and_inches,
    furlongs_and_stone,
    measures,
    meters_or_millions,
    money,
    old_money,
    parted_by_dashes,
)
from audiopress.speaking.english.dates_and_times import (
    clock_times,
    dates,
    durations,
    quarters,
    race_times,
    years,
)
from audiopress.speaking.english.names import (
    initialisms,
    initials,
    numbered_names,
    signed_names,
    titles,
)
from audiopress.speaking.english.numbers import (
    alphanumerics,
    fractions,
    odds,
    ordinals,
    phone_numbers,
    plain_numbers,
    postal_codes,
    ranges,
    rejoined,
    scores,
    slashed_scores,
    written_numbers,
)
from audiopress.speaking.english.spoken_form import SpokenForm, Variety
from audiopress.speaking.english.symbols import (
    addresses,
    command_options,
    formulas,
    leftover_signs,
    not_spoken,
    signs,
)
from audiopress.speaking.unsure import find_unknown_figures

__all__ = ["SPOKEN_FORMS", "choose_variety", "normalize_english", "say_english"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """Forms that stand together; ``needs_figure``: they say nothing where no figure stands."""

    forms: tuple[SpokenForm, ...]
    needs_figure: bool = False


def _group(forms: tuple[SpokenForm, ...]) -> _Group:
    return _Group(forms=forms)


def _group_of_figures(forms: tuple[SpokenForm, ...]) -> _Group:
    return _Group(forms=forms, needs_figure=True)


_ORDER: tuple[_Group, ...] = (
    # First, what the full stops and figures of which mean nothing: addresses, footnotes, emoji.
    _group(not_spoken.BEFORE_ADDRESSES),  # "[3]" goes, else it is glued to an address or a word
    _group(addresses.FORMS),  # before any form that looks at full stops, slashes or "@"
    _group(signed_names.FORMS),  # "C#" before tags, ".NET" and "Node.js" before full stops
    _group(command_options.FORMS),  # "--x" before dashes, and before "-x" is a term of a formula
    _group_of_figures(parted_by_dashes.FORMS),  # "£14m – £2m more" before any range, and formulas
    _group_of_figures(race_times.FORMS),  # "4:30 min/km" before "30 min", 39'45" before feet
    _group(compound_units.FORMS),  # "5 W/m²" before "5 W" and before "W over m squared"
    _group(formulas.FORMS),  # "4ac" before acres, arrows before pictures are left out
    _group(not_spoken.FORMS),  # "5*" and "A*" before signs and numbers; brackets before words
    # Then words that stand beside figures: they tell what the figures are.
    _group_of_figures(postal_codes.FORMS),  # "112 00 Stockholm" before its figures are joined
    _group_of_figures(rejoined.FORMS),  # "1 000 000" is one number before anybody counts it
    _group_of_figures(written_numbers.FORMS),  # "case 12/2024" before dates, "1-in-5" before inches
    _group_of_figures(signs.PLACES),  # "22.01°N" before "22.01" is a time
    _group_of_figures(beside_figures.FORMS),  # "45+2'" before feet, "FY25" before codes
    _group_of_figures(furlongs_and_stone.FORMS),  # "12 st 4 lb" before streets, "2m" before meters
    _group(shorthand.FORMS),  # "Oct." is a month before dates look for one; "p. 12" before pence
    _group(references.FORMS),  # "5 1/2 ft." and "(b. 1920)" before fractions, units and years
    _group_of_figures(durations.FORMS),  # "3m 20s" before meters, "3:40.14" before clocks
    _group_of_figures(dates.TWO_DAYS),  # "29/30 May" before marks out of thirty
    _group_of_figures(slashed_scores.FORMS),  # "54/2 at tea" before dates and fractions
    _group_of_figures(dates.FORMS),  # "10/11/24" before fractions; a day takes its year along
    _group(dates.WEEKDAYS),  # "Sat. 5pm" before times, behind "Sat. 5 May"
    _group_of_figures(quarters.FORMS),  # "Q3 2025" and "Q4'25" before years, "H1" before codes
    _group_of_figures(years.FORMS),  # "1939-45" before scores and ranges
    _group_of_figures(clock_times.FORMS),  # "9-11am" and "21:35" before ranges and ratios
    _group_of_figures(old_money.FORMS),  # "£1 10s 6d" before its pounds are an amount alone
    _group_of_figures(money.FORMS),  # "£5m" before meters or millions, "-£3" before signs
    _group_of_figures(cents_or_degrees.FORMS),  # "0.3c" before codes, behind the dollars near it
    _group(money.SIGN),  # a "$" without an amount is a word, once no amount can follow
    # Names: they need the figures of addresses ("12 St") and leave capitals to the initials.
    _group(compass_points.FORMS),  # "NE wind" before initials, "10 km N" before kilometers
    _group(titles.FORMS),  # "St" and "Dr" before any other short form; "R-Texas" before hyphens
    _group(past_forms.FORMS),  # "est. 1920" and "incl." before other short forms
    _group(common.FORMS),  # "No. 3" before numbers; "etc." keeps the full stop of its sentence
    _group(numbered_names.FORMS),  # "George VI" before its numeral is taken for initials
    _group(initials.FORMS),  # "U.S." becomes "US", which initialisms then leave alone
    _group(initialisms.FORMS),  # "IMF" before codes; what is a numeral is a word by now
    # Numbers with something beside them, from what is surest to what is told by little.
    _group_of_figures(ordinals.FORMS),  # "25th" and house numbers before measures ("45 W 25th")
    _group(
        signs.FORMS
    ),  # "33° 51′ S" before degrees, "<5%" before percent, "4.5/5" before fractions
    _group_of_figures(degrees.FORMS),  # "20-25C" and "10-15%" before ranges
    _group_of_figures(feet_and_inches.FORMS),  # "5ft 10in" before each is a measure of its own
    _group_of_figures(measures.FORMS),  # units before "m": a "5 mm" is no million
    _group_of_figures(meters_or_millions.FORMS),  # "m", "bn", "k", when no other unit took them
    _group_of_figures(odds.FORMS),  # "a 16/1 shot" before fractions, "7-2 favourite" before scores
    _group_of_figures(alphanumerics.SERIES),  # "787-9" before scores
    _group_of_figures(scores.FORMS),  # "won 3-2" and falling pairs before ranges say "to"
    _group_of_figures(phone_numbers.FORMS),  # "020 7946 0018" before ranges and plain numbers
    _group_of_figures(alphanumerics.FIRST),  # "401(k)", "B.1.1.7" before versions and decimals
    _group_of_figures(fractions.FORMS),  # "1.1.3" and "2½" before their parts are numbers
    _group_of_figures(ranges.FORMS),  # "10-15" when it is no date, score or telephone
    _group_of_figures(plain_numbers.SIGNED),  # "#1", "-3" when the dash is no range's
    _group_of_figures(alphanumerics.FORMS),  # "AK-47" when all that has units and signs is said
    # Last, whatever figure and sign is left.
    _group_of_figures(plain_numbers.FORMS),  # every figure that is left, so that none stays
    _group(formulas.LEFTOVER),  # raised figures that no unit and no number took
    _group(leftover_signs.FORMS),  # dashes, slashes and "%" that no number claimed
)
"""The groups, first to last."""

SPOKEN_FORMS: tuple[SpokenForm, ...] = tuple(form for group in _ORDER for form in group.forms)
"""Every form of English, first to last."""

_AMERICAN = ("en-us", "en")
"""Languages that are spoken as in America; plain ``en`` is, as most voices for it are."""


def choose_variety(language: str) -> Variety:
    """Return how English of a language tag is said: ``en`` and ``en-US`` as in America."""
    american = language.lower() in _AMERICAN
    return Variety(british=not american, day_first=not american)


def normalize_english(text: str, language: str) -> str:
    """Return ``text`` as it is said; ``language`` is ``en``, ``en-GB``, ``en-US`` ..."""
    return say_english(text, language)[0]


def say_english(text: str, language: str) -> tuple[str, tuple[str, ...]]:
    """Return ``text`` as it is said, and the figures in it whose signs no form understood."""
    variety, written = choose_variety(language), text
    # Not isdigit, which knows no "½".
    has_figure = any(char.isnumeric() for char in text)
    unknown: tuple[str, ...] = ()
    doubted = dates.list_dates_in_doubt(written, variety) if has_figure else ()
    characters = frozenset(text)
    for group in _ORDER:
        if group.needs_figure and not has_figure:
            continue
        if group.forms is meters_or_millions.FORMS:
            doubted += meters_or_millions.list_distances_in_doubt(text, variety)
        if group.forms is plain_numbers.FORMS:
            # From here on every figure and sign is said somehow.
            unknown = find_unknown_figures(written, text)
        for form in group.forms:
            if not form.may_match(characters):
                continue
            said = form.replace(text, variety)
            if said != text:  # most forms have nothing to do with a text
                text, characters = said, frozenset(said)
    # A dash or bullet at the beginning has become a comma.
    return " ".join(text.split()).lstrip(", "), (*unknown, *doubted)
