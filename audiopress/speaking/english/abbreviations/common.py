"""Common short forms that need no number and no name beside them: "etc.", "approx.", "Ltd", "Inc.".

Here belongs a word that is short in any sentence. Those that need a figure behind them stand in
`shorthand.py` and `references.py`, titles in `names/titles.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.speaking.english.names.us_states import DOTTED_STATES
from audiopress.speaking.english.spoken_form import ends_sentence, spoken_form
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]

_ANYWHERE = {
    "etc": "et cetera",
    "approx": "approximately",
    "Approx": "Approximately",
    "vs": "versus",
    "Ltd": "Limited",
    "Bros": "Brothers",
    "Blvd": "Boulevard",
    "Dept": "Department",
    "dept": "department",
    "Govt": "Government",
    "govt": "government",
    "Univ": "University",
    "Intl": "International",
    "Natl": "National",
    "Assn": "Association",
    "Assoc": "Association",
    "Hwy": "Highway",
    "Pkwy": "Parkway",
    "incl": "including",
    "excl": "excluding",
    "misc": "miscellaneous",
    "util": "utilities",
    "ltd": "limited",
    "bros": "brothers",
    "mr": "mister",
    "mrs": "missus",
    "Feat": "featuring",
    "max": "max",
}
"""Short forms wherever they stand, with the full stop or without."""

_DOTTED = {
    "Inc": "Incorporated",
    "Corp": "Corporation",
    "Co": "Company",
    "Ave": "Avenue",
    "Rd": "Road",
    "Ln": "Lane",
    "Ct": "Court",
    "Sq": "Square",
    "Pl": "Place",
    "Vol": "Volume",
    "vol": "volume",
    "VOL": "volume",
    "Vols": "Volumes",
    "Fig": "Figure",
    "fig": "figure",
    "Ch": "Chapter",
    "ch": "chapter",
    "Sec": "Section",
    "Ed": "Editor",
    "Jr": "Junior",
    "Sr": "Senior",
    "Mt": "Mount",
    "Ft": "Fort",
    "ft": "featuring",
    "feat": "featuring",
    **DOTTED_STATES,
    "avg": "average",
    "Div": "Division",
    "Bn": "Battalion",
    "Regt": "Regiment",
    "Cav": "Cavalry",
}
"""Short forms that count only with their full stop: without it they are words or names."""

_LEADS_ON = frozenset(
    (
        "Vol",
        "vol",
        "VOL",
        "Vols",
        "Fig",
        "fig",
        "Ch",
        "ch",
        "Sec",
        "Ed",
        "Mt",
        "Ft",
        "ft",
        "feat",
        "Feat",
        "vs",
        "approx",
        "Approx",
        "incl",
        "excl",
        "util",
        "mr",
        "mrs",
        "max",
        "avg",
    )
)
"""Short forms that never end a sentence, since something has to follow: "Fig. A", "feat. The"."""

_ROADS = {
    "Ave": "Avenue",
    "ave": "avenue",
    "Blvd": "Boulevard",
    "Ct": "Court",
    "Rd": "Road",
}
"""Roads without a full stop, at the end of their name: "McKinley ave, Pomona"."""

_LANES = {
    "Cres": "Crescent",
    "Gdns": "Gardens",
    "Ln": "Lane",
    "Pl": "Place",
    "Sq": "Square",
    "Tce": "Terrace",
}
"""Roads that are told by the name in front of them alone: "Harbour Ln"."""


def _expand(table: dict[str, str]) -> Callable[[re.Match[str], Variety], str]:
    """Return what says a short form by a table, and keeps a full stop that ends a sentence."""

    def say(match: re.Match[str], _variety: Variety) -> str:
        word = table[match["short"]]
        # Behind "Fig." a capital is the figure's name and begins no sentence.
        ends = match["stop"] and match["short"] not in _LEADS_ON and ends_sentence(match)
        return word + ("." if ends else "")

    return say


def _say_junior(match: re.Match[str], _variety: Variety) -> str:
    # The space is written here, since the pattern takes comma and space along.
    word = " Junior" if match["which"][0] in "Jj" else " Senior"
    return word + ("." if match["stop"] and ends_sentence(match) else "")


# "versus" and "number" first: they look at what stands beside them, which the tables below change.
# States and firms last, when "St" and "Jr" no longer stand in front of them.
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "versus",
        # between two names or figures; a small v needs none of the capitals' full stop
        r"(?<=[\w.)])\s+(?:(?:v|vs|Vs)\.?|V\.)\s+(?=[A-Z\d])",
        " versus ",
        ("Smith v Jones", "Smith versus Jones"),
        ("the Static V Lite", "the Static V Lite"),
        # nothing to compare
        ("a V sign", "a V sign"),
        needs="Vv",
    ),
    spoken_form(
        "number before a figure",
        r"\b(?:(?:No|NO(?=[.\s]))\.?|no\.)\s?(?=\d)",
        "number ",
        ("No 10", "number ten"),
        ("NO2 levels", "N O two levels"),
        needs=".N",
    ),
    spoken_form(
        "numbers",
        r"\b[Nn]os\.?\s?(?=\d)",
        "numbers ",
        ("Nos. 3 and 4", "numbers three and four"),
    ),
    spoken_form(
        "number at the end",
        r"(?<=[A-Z] )NO\.(?=\s*$)",
        "number.",
        ("CASE NO.", "CASE number."),
        needs="O",
    ),
    spoken_form(
        "page",
        r"\bpp?\.\s?(?=\d)",
        lambda match, _: "P P " if match[0].startswith("pp") else "P ",
        ("Smith, p. 12", "Smith, P twelve"),
        needs="p",
    ),
    spoken_form(
        "for example", r"\be\.\s?g\.,?", "for example,", ("e.g. tea", "for example, tea"), needs="g"
    ),
    spoken_form("that is", r"\bi\.\s?e\.,?", "that is,", ("i.e. tea", "that is, tea"), needs="."),
    spoken_form(
        "and others",
        r"\bet al\.?(?=\W|$)",
        "et al",
        ("Smith et al. found", "Smith et al found"),
        needs="l",
    ),
    spoken_form(
        "with",
        # no letters of a pair ("m/w/d") and no watts ("W/m")
        r"(?<![\w/])w/(?:(?P<end>out|in)\b|(?P<glued>(?=[A-Za-z]{3}|[“\"‘(]))|(?=[\s,;:.)!?]|$))",
        lambda match, _: f"with{match['end'] or ''}" + (" " if match["glued"] is not None else ""),
        ("coffee w/ milk", "coffee with milk"),
        ("w/fries, or w/, as he says", "with fries, or with, as he says"),
        ("w/out Ann, w/in reach", "without Ann, within reach"),
        ("open to all (m/w/d)", "open to all (m slash w slash d)"),
        needs="/",
    ),
    spoken_form(
        "short forms",
        rf"\b(?P<short>{any_of(_ANYWHERE)})\b(?P<stop>\.?)",
        _expand(_ANYWHERE),
        ("approx. 40", "approximately forty"),
        ("Approx. 3%", "Approximately three percent"),
        ("etc.", "et cetera."),
        ("tea, milk etc. They left", "tea, milk et cetera. They left"),
    ),
    spoken_form(
        "junior and senior",
        # a comma before it is not heard
        r",?\s(?P<which>Jr|Sr|Snr|Jnr|jr|sr)\b(?P<stop>\.?)",
        _say_junior,
        ("Robert Downey Jr. said", "Robert Downey Junior said"),
        ("Robert Downey Jr. He won", "Robert Downey Junior. He won"),
        ("John Smith Sr. The firm", "John Smith Senior. The firm"),
        ("Robert Downey Jr. Day", "Robert Downey Junior Day"),
    ),
    spoken_form(
        "states and firms",
        # behind a number "ft." is feet
        rf"(?<=[A-Z\w,)] )(?!(?<=\d )ft\b)(?P<short>{any_of(_DOTTED)})(?P<stop>\.)(?!\w)",
        _expand(_DOTTED),
        ("Acme Corp. said", "Acme Corporation said"),
        ("Acme Inc. The firm grew", "Acme Incorporated. The firm grew"),
        ("see also Fig. A", "see also Figure A"),
        # no full stop: a name
        ("Miss Ill said", "Miss Ill said"),
        needs=".",
    ),
    spoken_form(
        "lane",
        rf"(?P<name>\b[A-Z][a-z]+(?:['’]s)? )(?P<short>{any_of(_LANES)})\b"
        r"(?=[,;.)!?]|\s*$|\s(?:and|or|in|at|on|near|to|is|was|for|from|after|where|by|with)\b)",
        lambda match, _: match["name"] + _LANES[match["short"]],
        ("12 Harbour Ln, Whitby", "twelve Harbour Lane, Whitby"),
        ("the Ln 5 file", "the Ln five file"),
        needs="CGLPST",
    ),
    spoken_form(
        "avenue",
        rf"(?<=[a-z] )(?P<short>{any_of(_ROADS)})\b"
        r"(?=[,;.)]|\s*$|\s(?:and|in|at|on|near|is|was)\b)",
        lambda match, _: _ROADS[match["short"]],
        ("McKinley ave, Pomona", "McKinley avenue, Pomona"),
        ("an Ave Maria", "an Ave Maria"),
        needs="ABCRv",
    ),
)
