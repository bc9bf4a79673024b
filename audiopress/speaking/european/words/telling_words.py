"""What a word beside a figure tells: "Abs. 2 S. 1", "um 17 h", "Les - de 18 ans", "25 p. 100".

To add one, add a line to the table of its language: a sign that the text must have, so that most
texts are not searched; what is written, as a pattern; and what is written for it. Numbers stay
figures, which are said afterwards. What needs more than a template stands in `told_times.py`.
"""

from __future__ import annotations

from audiopress.text.lazy_regex import compile_once

__all__ = ["say_telling_words"]

_Rule = tuple[str, str, str]

_GERMAN_DAYS = r"(?:(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend)"
"""Matches a day of the week, as `weekdays.py` writes it."""

_DAY_HOURS = r"(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?"
"""Matches an hour of a day, with minutes or without."""

_RULES: dict[str, tuple[_Rule, ...]] = {
    "de": (
        # A sentence of a law, not a page.
        ("S.", (r"((?:§§?|\b(?:Abs|Art|Nr)\.|\b(?:Absatz|Artikel|Satz)) ?\d{1,4}[a-z]?,?) "
               r"S\. ?(?=\d)"), r"\1 Satz "),
        ("So ", rf"\bSo (?={_DAY_HOURS}(?: ?[-–] ?{_DAY_HOURS})? ?(?:h|Uhr)\b)", "Sonntag "),
        # Opening hours and beginnings; "8-12 h" by itself is how long something takes.
        ("h", (rf"(\b(?:{_GERMAN_DAYS}|Beginn|Start|Einlass|Anpfiff|Treffpunkt|Abfahrt|Ankunft"
              rf"|Ende|Feiertags?|täglich|geöffnet|heute|morgen)[:,]? (?:ab |um |von )?"
              rf"{_DAY_HOURS}(?: ?[-–] ?{_DAY_HOURS})?) ?h\b(?!\w|/)"), r"\1 Uhr"),
        # With a point no duration is written.
        ("h", r"(?<![\w:.,])((?:[01]?\d|2[0-3])\.[0-5]\d) ?h\b(?!/)", r"\1 Uhr"),
        # Behind a word of time, or in the day, it is a clock's; else it lasted so long.
        ("h", (r"(\b(?:[Uu]m|[Aa]b|[Bb]is|[Gg]egen|[Vv]on|[Vv]or|[Ss]eit) )"
              r"((?:[01]?\d|2[0-3]):[0-5]\d) ?h\b(?!/)"), r"\1\2 Uhr"),
        ("h", (r"(?<![\w:.,])(?<!nach )(?<!auert )(?<!auerte )(?<!rund )(?<!etwa )"
              r"(?<!circa )(?<!ca\. )(?<!auer )(?<!zeit )(?<!auer: )(?<!zeit: )(?<!in )"
              r"((?:0?[6-9]|1\d|2[0-3]):[0-5]\d) ?h\b(?!/)"), r"\1 Uhr"),
        # The last figures of a number, behind a dash.
        (" -", r"\b(Fax|Tel\.?|Telefon)[.:]* -(\d{1,4})\b(?![.,:/-]\d)", r"\1 Durchwahl \2"),
        (" Sp.", r"(?<=\d\. )Sp\.(?= [a-zäöü]|[,;:)])", "Spieltag"),
        (" Sp.", r"(?<=\d\. )Sp\.(?=$| [A-ZÄÖÜ])", "Spieltag."),
        (" UG", r"(?<=\d\. )UG\b", "Untergeschoss"),
        ("Vors.", r"(?<=[Dd]er |[Dd]ie )(\d\. )Vors\.(?=,? [\wÄÖÜ])", r"\1Vorsitzende"),
        ("Vors.", r"(?<=\b[Dd]e[mns] )(\d\. )Vors\.(?=,? [\wÄÖÜ])", r"\1Vorsitzenden"),
        ("Vors.", r"(?<=\d\. )Vors\.(?=,? [\wÄÖÜ])", "Vorsitzender"),
        (" Min.", r"(?<=\d\. )Min\.(?=\s[a-zäöü(]|[,;:)])", "Minute"),
        (" Min.", r"(?<=\d\. )Min\.", "Minute."),
        (".-", r"(?<![\w.])(\d{1,2}\.\d{1,2}\.) ?[-–] ?(?=\d{1,2}\.\d{1,2}\.)", r"\1 bis "),
        (".–", r"(?<![\w.])(\d{1,2}\.\d{1,2}\.) ?[-–] ?(?=\d{1,2}\.\d{1,2}\.)", r"\1 bis "),
        ("./", r"(?<![\w.])(\d{1,2}\.)/(?=\d{1,2}\.\s)", r"\1 und "),
        ("T€", r"(?<=\d) ?T€", ".000 €"),
        ("qm", r"(?<=\d)\s?qm\b(?!/)", " m²"),
    ),
    "fr": (
        # "Les - de 18 ans", "les + de 26 ans".
        (" de ", r"(?:(?<=es )|(?<=[Aa]ux )|(?<=our )|(?<=à )|^)[-–−] de (?=\d)", "moins de "),
        (" de ", r"(?:(?<=es )|(?<=[Aa]ux )|(?<=our )|(?<=à )|^)\+ de (?=\d)", "plus de "),
        ("°", r"(?:^|(?<=[,;:(] )|(?<=\(|«)|(?<=de )|(?<=[àÀ] ))[-–−] ?(?=\d{1,2}(?:,\d)? ?°)",
         "moins "),
        ("p. ", r"(?<=\d) p\. (?:100|cent)\b", " %"),
        (" x ", r"(?<![\w.,])(\d{1,2}) x (?=\d{1,4}(?:,\d)? ?(?:min|km|s|h)\b|\d{2,4} ?m\b)",
         r"\1 fois "),
        ("h/", r"(?<=\dh)/(?=\d{1,2}h)", " et "),
        ("/", r"(?<=\dh[0-5]\d)/(?=\d{1,2}h)", " et "),
        ("h", r"(?<=\dh[0-5]\d) ?[-–] ?(?=\d{1,2}h)", " à "),
        ("h/24", r"\b24 ?h(?:/| sur )24\b", "24 heures sur 24"),
        ("j/7", r"\b7 ?j(?:/| sur )7\b", "7 jours sur 7"),
        ("e 1/", r"\b([Dd])e (?=1/(?:[2-9]|10)\b(?!/))", r"\1’"),
        ("k€", r"(?<![\w.,])(\d{1,3}) ?k€", r"\1 000 €"),
        ("er janv", r"(?<=\b1er )janv\.", "janvier"),
        ("€/h", r"(?<=€)/h\b", " par heure"),
        ("50/50", r"\b50/50\b", "50 50"),
        ("1/2 l", r"(?<![\w.,/-])(?<!\d )1/2 l\b(?!/)", "un demi-litre"),
    ),
    "es": (
        ("º", r"(\b[Mm](?:áx|ín)(?:ima|imo|\.)?:?(?: de)? )(\d{1,2}) ?º(?!\w)", r"\1\2 °"),
        ("1/2 l", r"(?<![\w.,/-])(?<!\d )1/2 l\b(?!/)", "medio litro"),
        ("T2", r"\b([1-4])T ?(?:20)?(2\d)\b", r"\1.º trimestre de 20\2"),
        ("l XX", r"(\b[Ee]n el |\b[Dd]el )(?=XX?I?\b(?! [A-Zs]))", r"\1siglo "),
    ),
    "it": (
        ("ll", r"\b([Aa]|[Dd][ae]|[Nn]e)ll['’](?=\d{1,3}['’′](?!\d))", r"\1l "),
        ("ll", r"\b([Aa]|[Dd][ae]|[Nn]e)ll['’](?=1/\d{1,2}(?:/\d{2,4})?\b)", r"\1l "),
        ("1/2 l", r"(?<![\w.,/-])(?<!\d )1/2 l\b(?!/)", "mezzo litro"),
        ("° p.", r"(?<=\d)° p\.", "º piano"),
        ("XX", r"(\b[Nn]el |\b[Dd]el )(?=XXI?\b(?! [A-Zs]))", r"\1secolo "),
    ),
    "pt": (
        ("º", r"(\b[Mm](?:áx|ín)(?:ima|imo|\.)?:?(?: de)? )(\d{1,2}) ?º(?!\w)", r"\1\2 °"),
        ("º/", r"(?<![\w.,/])1º/(?=\d{1,2}(?:/\d{2,4})?\b)", "1/"),
        ("min", r"(?<![\w.,])(\d{1,2})min0?(\d{1,2})s(\d\d)\b", r"\1 min \2 s \3"),
        # The result between two sides.
        ("-", r"(\b[A-ZÀ-Ý][\w-]+ )(\d{1,2}) ?[-–] ?(\d{1,2})(?= [A-ZÀ-Ý][a-zà-ÿ])", r"\1\2 a \3"),
        ("x", r"(\b[A-ZÀ-Ý][\w-]+ )(\d{1,2}) ?[x×] ?(\d{1,2})(?= [A-ZÀ-Ý][a-zà-ÿ])", r"\1\2 a \3"),
        ("1/2 l", r"(?<![\w.,/-])(?<!\d )1/2 l\b(?!/)", "meio litro"),
        ("T2", r"\b([1-4])T ?(?:20)?(2\d)\b", r"\1º trimestre de 20\2"),
        ("a.a.", r"(?<=%) a\.\s?a\.", " ao ano"),
    ),
    "nl": (
        # A day and its month, where hours would have "uur" behind them.
        ("dag ", (r"(\b(?:maan|dins|woens|donder|vrij|zater|zon)dag) (\d{1,2})-(0?[1-9]|1[0-2])"
              r"(?=,? (?:om|vanaf|aanvang|in|te|bij|op|van)\b|[,;)])"), r"\1 \2/\3"),
        ("1/2 l", r"(?<![\w.,/-])(?<!\d )1/2 l\b(?!/)", "een halve liter"),
        (" jr.", r"(?<=\d) jr\.(?= [a-z]|[,;:)])", " jaar"),
        (" jr.", r"(?<=\d) jr\.", " jaar."),
        ("u", r"(?<![\w.,])(\d{1,2})u([0-5]\d)\b", r"\1 uur \2"),
        ("u.", r"(?<=\d,\d) u\.(?= [a-z]|[,;)])", " uur"),
    ),
}  # fmt: skip
"""By language: what the text has, what is written, and what is written for it, in this order."""

_EVERYWHERE: tuple[_Rule, ...] = (
    # Behind hours these are minutes, no meters.
    ("h", r"(?<![\w.,:/])(\d{1,3}) ?h ?([0-5]?\d) ?m\b(?!['’²³/]|\.?\d)", r"\1 h \2 min"),
    ("h", r"(?<![\w.,:/])(\d{1,3}) ?h ?([0-5]?\d)['’′](?![\d'’\"”])", r"\1 h \2 min"),
    # Hours, minutes and seconds with points, which no day has.
    ("in ", r"(?<=\bin )(\d)\.([0-5]\d)\.([0-5]\d)(?!\d|[.,]\d)", r"\1:\2:\3"),
    (",", r"(?<![\w.,])(\d{1,2})\.([0-5]\d),(\d\d)(?![\d.,]*\d| ?[€%$])", r"\1:\2,\3"),
    ("€", r"(?<=€)( ?\d{1,3})[kK]\b", r"\1.000"),
)
"""What is written alike in all six."""


_LETTERS = ("h", "x", "-", "u")
"""Signs that most texts have: with one of these a figure has to stand beside it."""

_BESIDE = {sign: rf"\d ?{sign}" for sign in _LETTERS}
"""Matches such a sign behind a figure."""


def say_telling_words(text: str, language: str) -> str:
    """Return ``text`` with what words beside its figures tell written out; its figures stay."""
    if not any(map(str.isnumeric, text)):
        return text
    beside = {
        sign for sign in _LETTERS if sign in text and compile_once(_BESIDE[sign]).search(text)
    }
    for sign, pattern, said in (*_EVERYWHERE, *_RULES[language]):
        if sign in beside or (sign not in _LETTERS and sign in text):
            text = compile_once(pattern).sub(said, text)
    return text
