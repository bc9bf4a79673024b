"""Short forms and Roman numerals of German, French, Spanish and Italian, before the numbers."""

from __future__ import annotations

import re
from functools import cache

from audiopress.speaking.english.abbreviations.references import NUMERAL, value

__all__ = ["say_abbreviations"]

# before a figure or a name, as the language writes them: pattern -> word
_SHORT: dict[str, tuple[tuple[str, str], ...]] = {
    "de": (
        (r"\bTel\.\s?(?=[\d+(])", "Telefon "), (r"\bAbb\.\s?(?=\d)", "Abbildung "),
        (r"\bS\.\s?(?=\d)", "Seite "), (r"\bArt\.\s?(?=\d)", "Artikel "),
        (r"\bAbs\.\s?(?=\d)", "Absatz "), (r"\bKap\.\s?(?=\d)", "Kapitel "),
        (r"\bBd\.\s?(?=\d)", "Band "), (r"\bStr\.(?=\s|$)", "Straße"),
        (r"(?<=[a-zäöüß])str\.(?=\s|$)", "straße"), (r"\bSt\.\s(?=[A-Z])", "Sankt "),
        (r"(?<!\d)(?<!\d )\bMio\.(?=\s|$)", "Millionen"),
        (r"(?<!\d)(?<!\d )\bMrd\.(?=\s|$)", "Milliarden"), (r"(?<=\d)\s?%(?=ig)", " prozent"),
        (r"(?<=\d)-Jährig", "-jährig"), (r"(?<=\d)-(?= (?:bis|und|oder) \d)", ""),
        (r"\b(Fr|Sa|So|Mo|Di|Mi|Do)\.(?=,)", r"\1"), (r"\bFr(?=, \d)", "Freitag"),
        (r"(?<=\d)-(?=Euro|Cent|Meter|Liter|Prozent|Punkte?|Stunden|Minuten|Tage|Jahre)", " "),
        (r"(?<=\d)-(?=[a-zäöü])(?!jährig)", " "), (r"\b((?:19|20)\d\d)/(\d\d)\b", r"\1 \2"),
        (r"(?<=\d[.:]\d\d)\s?[-–]\s?(?=\d{1,2}(?:[.:]\d\d)? Uhr)", " Uhr bis "),
        (r"\bo\.\s?ä\.", "oder ähnliche"), (r"\bHbf\b\.?", "Hauptbahnhof"),
        (r"\bJh\.", "Jahrhundert"), (r"\bCO(?:2|₂)\b", "C O zwei"), (r"\bSa\.(?=\s?-)", "Sa"),
    ),
    "fr": (
        (r"\b[Tt]él\.\s?(?=[\d+(])", "téléphone "), (r"\bart\.\s?(?=\d)", "article "),
        (r"\bpp?\.\s?(?=\d)", "page "), (r"\b[Nn]o\.?\s(?=\d)", "numéro "),
        (r"(?<=\barticle )(\d{1,3})\.(\d)\b", r"\1 \2"), (r"\bMlle\b", "mademoiselle"),
        (r"\bMlles\b", "mesdemoiselles"), (r"\bMgr\b", "monseigneur"),
        (r"\bMe (?=[A-Z])", "maître "), (r"\bSte[-\s](?=[A-ZÉ])", "Sainte "),
        (r"\bSt[-\s](?=[A-ZÉ])", "Saint "), (r"\bc\.-à-d\.", "c'est-à-dire"),
        (r"\bp\. ?ex\.", "par exemple"), (r"(?<=\bpar )ex\.", "exemple"),
        (r"\bCO(?:2|₂)\b", "C O deux"), (r"\bapr\. J\.-C\.", "après Jésus-Christ"),
        (r"\bbd (?=[A-Z])", "boulevard "), (r"(?<=\d)\s?k€", " mille euros"),
        (r"(?<=\d)\s?Md€", " milliards d'euros"),
        (r"\b(\d{1,2})\s?h\s?[-–]\s?(?=\d)", r"\1 h à "),
        (r"\b1h(?!\w)", "une heure"), (r"\b(\d{1,2})h(?!\w)", r"\1 heures"),
        (r"(\d)\s?½ heures", r"\1 heures et demie"),
    ),
    "es": (
        (r"\b[Tt]el\.\s?(?=[\d+(])", "teléfono "), (r"\bpp\.\s?(?=\d)", "páginas "),
        (r"\bPág\.\s?(?=\d)", "Página "),
        (r"\bpágs\.\s?(?=\d)", "páginas "),
        (r"\bpág\.\s?(?=\d)", "página "), (r"(?<=\d)\s?º\s?C\b", " °C"),
        (r"\bSrta\.(?=\s)", "señorita"), (r"\bDª\s?\.?\s?(?=[A-Z])", "doña "),
        (r"\bc/\s?(?=[A-Z])", "calle "), (r"\bSto\.\s(?=[A-Z])", "Santo "),
        (r"\bSta\.\s(?=[A-Z])", "Santa "), (r"(?<=\d)\s?h\b\.?(?!\s?\d)", " horas"),
        (r"\bCO(?:2|₂)\b", "C O dos"), (r"\bp\. ?ej\.", "por ejemplo"),
        (r"(?<=\blas )(1[3-9]|2[0-3])[:.]0(\d)\b", r"\1 cero \2"),
        (r"(?<=\blas )(1[3-9]|2[0-3])[:.](\d\d)\b", r"\1 \2"),
        (r"\b1\s?h\s?(?=\d)", "1 hora "), (r"\b(\d{1,2})\s?h\s?(?=\d)", r"\1 horas "),
    ),
    "it": (
        (r"\b[Tt]el\.\s?(?=[\d+(])", "telefono "), (r"\bpag\.\s?(?=\d)", "pagina "),
        (r"\bart\.\s?(?=\d)", "articolo "), (r"\bSig\.\s(?=[A-Z])", "signor "),
        (r"\bSig\.ra\s(?=[A-Z])", "signora "), (r"\bCO(?:2|₂)\b", "C O due"),
    ),
}  # fmt: skip
_MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
    "November", "Dezember",
)  # fmt: skip
_WEEKDAYS = r"(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)"
_GERMAN_DATE = re.compile(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)(?![\d.]*\d)")
_GERMAN_DAY = re.compile(
    rf"(?P<am>\b[Aa]m\s)?(?P<day>\b{_WEEKDAYS}), (?=\d{{1,2}}\. (?:{'|'.join(_MONTHS)})\b)"
)
_GERMAN_WEEK = re.compile(r"\b(Mo|Di|Mi|Do|Fr|Sa|So)\.?\s?[-–]\s?(Mo|Di|Mi|Do|Fr|Sa|So)\b\.?")
_DAYS = {
    "Mo": "Montag", "Di": "Dienstag", "Mi": "Mittwoch", "Do": "Donnerstag", "Fr": "Freitag",
    "Sa": "Samstag", "So": "Sonntag",
}  # fmt: skip
_GERMAN_RACE = re.compile(r"(?<![\d:])(\d{1,2}):([0-5]\d):([0-5]\d)(?![\d:])(?: Std\.?| Stunden)?")
_SCORE = re.compile(r"(?<![\d:.,])(\d{1,2}):(\d{1,2})(?![\d:]|\s?Uhr)")
_GERMAN_KING = re.compile(
    rf"\b(?P<name>(?:Kaiser|König|Königin|Papst|Zar|Fürst|Prinz|Herzog|Queen|King)\s\w+|Elisabeth|"
    rf"Ludwig|Wilhelm|Friedrich(?: Wilhelm)?|Karl|Heinrich|Otto|Johannes Paul|Benedikt|Franz|"
    rf"Nikolaus|Katharina|Charles|Leo|Pius)\s(?P<numeral>{NUMERAL})\.(?P<own>s?)(?=\W|$)"
)
_GERMAN_COUNTED = re.compile(
    rf"\b(?P<word>der|die|das|dem|den|des|im|am|vom|zum)\s(?P<numeral>{NUMERAL})\.\s(?=[A-Z])"
)
# "Le", "Ce", "De", "Me" are words, not the 50th, 100th, 500th and 1000th
_FRENCH_RANK = re.compile(
    rf"\b(?P<numeral>(?=[IVX]|[LCDM][IVXLCDM]){NUMERAL})(?P<end>er|re|e|ème)\b"
)
_SPANISH_COUNTED = re.compile(
    rf"\b(?P<word>siglos?|[Tt]omo|[Cc]apítulo|[Tt]ítulo|[Vv]olumen|[Aa]cto|[Ff]ase|[Pp]arte)"
    rf"\s(?P<numeral>{NUMERAL})\b"
)
_SPANISH_RANK = re.compile(
    rf"\b(?P<numeral>(?=[IVX]){NUMERAL})\s(?P<noun>[a-záéíóúñ]{{4,}}|Guerra|República|Congreso|Cumbre|"
    r"Edición|Feria|Premio|Asamblea|Legislatura)\b"
)
_SPANISH_ORDINALS = (
    "primer", "segundo", "tercer", "cuarto", "quinto", "sexto", "séptimo", "octavo", "noveno",
    "décimo",
)  # fmt: skip
_ONE_CLOCK = re.compile(r"\b(?P<to>a|sobre|desde|hasta) la 1(?![\d:.,]*\d)")


def say_abbreviations(text: str, language: str) -> str:
    """Return ``text`` with short forms written out and Roman numerals as figures or ranks."""
    for pattern, word in _compiled(language):
        text = pattern.sub(word, text)
    more = {"de": _german, "fr": _french, "es": _spanish}.get(language)
    return more(text) if more else text


@cache
def _compiled(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), word) for pattern, word in _SHORT[language])


def _german(text: str) -> str:
    """Dates get their month and article, scores their "zu", numerals their rank."""
    text = _GERMAN_DATE.sub(_german_date, text)
    text = _GERMAN_DAY.sub(_german_day, text)
    text = _GERMAN_WEEK.sub(lambda match: f"{_DAYS[match[1]]} bis {_DAYS[match[2]]}", text)
    text = _GERMAN_RACE.sub(_german_race, text)
    text = _SCORE.sub(r"\1 zu \2", text)
    text = re.sub(r"\b1 (?=Stunde|Minute|Sekunde|Woche|Person|Tonne|Meile)", "eine ", text)
    text = re.sub(
        r"\b1 (?=Meter|Kilo|Liter|Jahr|Tag|Monat|Prozent|Euro|Dollar|Mal)\b", "ein ", text
    )
    text = _GERMAN_KING.sub(_german_king, text)
    return _GERMAN_COUNTED.sub(lambda m: f"{m['word']} {value(m['numeral'])}. ", text)


def _german_date(match: re.Match[str]) -> str:
    month = int(match[2])
    if not 1 <= month <= len(_MONTHS):
        return match[0]
    return f"{int(match[1])}. {_MONTHS[month - 1]} {match[3]}"


def _german_day(match: re.Match[str]) -> str:
    return f"{match['am'] or ''}{match['day']}, {'dem' if match['am'] else 'der'} "


def _german_race(match: re.Match[str]) -> str:
    parts = zip(map(int, match.groups()), ("Stunde", "Minute", "Sekunde"), strict=True)
    return " ".join(f"{number} {word}{'' if number == 1 else 'n'}" for number, word in parts)


def _german_king(match: re.Match[str]) -> str:
    """Return "Ludwig der 14.": the library says the rank by its article."""
    queen = re.search(r"in\b|^Elisabeth|^Katharina", match["name"])
    return f"{match['name']} {'die' if queen else 'der'} {value(match['numeral'])}."


def _french(text: str) -> str:
    """XXIe -> 21e, Ier -> premier."""

    def rank(match: re.Match[str]) -> str:
        number = value(match["numeral"])
        if number == 1:
            return "première" if match["end"] == "re" else "premier"
        return f"{number}e"

    return re.sub(r"(?<=\de)[-–](?=\d{1,2}e\b)", " et ", _FRENCH_RANK.sub(rank, text))


def _spanish(text: str) -> str:
    text = _ONE_CLOCK.sub(r"\g<to> la una", text)
    text = _SPANISH_RANK.sub(_spanish_rank, text)
    return _SPANISH_COUNTED.sub(lambda m: f"{m['word']} {value(m['numeral'])}", text)


def _spanish_rank(match: re.Match[str]) -> str:
    """Return "Segunda Guerra", "cuarto congreso", "25 aniversario": ranks end with the tenth."""
    number, noun = value(match["numeral"]), match["noun"]
    if len(match["numeral"]) == 1 and match["numeral"] != "X" and noun[0].islower():
        return match[0]  # "V de", "I por": a letter
    if number > len(_SPANISH_ORDINALS):
        return f"{number} {noun}"
    word = _SPANISH_ORDINALS[number - 1]
    if re.search(r"(?:a|ión|bre)$", noun):
        word = {"primer": "primera", "tercer": "tercera"}.get(word, word[:-1] + "a")
    return f"{word.title() if noun[0].isupper() else word} {noun}"
