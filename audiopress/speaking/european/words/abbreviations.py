"""Short forms of six languages, before the numbers are said.

To add one, add a line to the table of its language: what is written, as a pattern, and the word.
"""

from __future__ import annotations

import re
from functools import cache

from audiopress.speaking.european.words.sentence_ends import ends_sentence
from audiopress.speaking.european.words.short_forms import SHORT_FORMS
from audiopress.text.vocabulary import any_of

__all__ = ["say_abbreviations"]

_SHORT_FORMS: dict[str, tuple[tuple[str, str], ...]] = {
    "de": (
        (r"(?<!\d )(?<!\d)\bkm\.?\s(?=\d)", "Kilometer "),
        (r"\bTel\.:?\s?(?=[\d+(])", "Telefon "),
        (r"\bAbb\.\s?(?=\d)", "Abbildung "),
        (r"\bS\.\s?(?=\d)", "Seite "),
        (r"\bFr\.\s(?=\d)", "Franken "),
        (r"\blit\.\s(?=[a-z]\b)", "Buchstabe "),
        (r"(?<=\d )ff\.", "folgende"),
        (r"(?<=\d )f\.(?=[\s,;)])", "folgende"),
        (r"(?<=\d\. )OG\b", "Obergeschoss"),
        # Behind a score: "4:3 i. E.", "2:1 n. V.".
        (r"(?<=\d )\(?i\.\s?E\.", "im Elfmeterschießen"),
        (r"(?<=\d )n\.\s?E\.", "nach Elfmeterschießen"),
        (r"(?<=\d )n\.\s?V\.", "nach Verlängerung"),
        (r"\bArt\.\s?(?=\d)", "Artikel "),
        (r"\bAbs\.\s?(?=\d)", "Absatz "),
        (r"\bKap\.\s?(?=\d)", "Kapitel "),
        (r"\bBd\.\s?(?=\d)", "Band "),
        (r"(?<=ürger)mstr\.", "meister"),
        # "und", where no longer short form begins.
        (r"(?<=[\w.,;)\"“”»«-] )u\. (?!(?:[aUäÄvsZ]|dgl|ggf)\.)(?=[\wÄÖÜ„\"»(])", "und "),
        (r"\bpro kg\b", "pro Kilogramm"),
        (r"\bStr\.(?=\s|$)", "Straße"),
        # "Hauptstr.": the end of a name.
        (r"(?<=[a-zäöüß])str\.(?=\s|$)", "straße"),
        (r"\bSt\.\s(?=[A-Z])", "Sankt "),
        (r"(?<!\d)(?<!\d )\bMio\.(?=\s|$)", "Millionen"),
        (r"(?<!\d)(?<!\d )\bMrd\.(?=\s|$)", "Milliarden"),
        (r"\bmax\.\s?(?=\d)", "maximal "),
        (r"\bmin\.\s?(?=\d)", "mindestens "),
        (r"(?<=\d )Fr\.", "Franken"),
        # "unter 110": a number to dial, in front of no noun.
        (r"\b([Uu]nter|[Nn]otruf) 11([025])\b(?![.,]?\d)(?! ?[A-Z%€])", r"\1 1 1 \2"),
        (r"\bgeb\.\s(?=[A-ZÄÖÜ])", "geborene "),
        # "10%ig".
        (r"(?<=\d)\s?%(?=ig)", " prozent"),
        # "der 20-Jährige" is said like the adjective.
        (r"(?<=\d)-Jährig", "-jährig"),
        # "20- bis 30-Jährige": with its hyphen the first number is left in figures.
        (r"(?<=\d)-(?= (?:bis|und|oder) \d)", ""),
        # "5-Euro-Schein": a number of its own.
        (r"(?<=\d)-(?=Euro|Cent|Meter|Liter|Prozent|Punkte?|Stunden|Minuten|Tage|Jahre)", " "),
        (r"(?<=\d)-(?=[a-zäöü])(?!jährig)", " "),
        # "9.00-17.00 Uhr": a time is known by "Uhr" behind it, so the first gets one too.
        (r"(?<=\d[.:]\d\d)\s?[-–]\s?(?=\d{1,2}(?:[.:]\d\d)? Uhr)", " Uhr bis "),
        (r"\bHbf\b\.?", "Hauptbahnhof"),
        (r"\bCO(?:2|₂)\b", "C O zwei"),
    ),
    "fr": (
        (r"(?<!\d )(?<!\d)\bkm\.?\s(?=\d)", "kilomètre "),
        (r"\b[Tt]él\.? ?:?\s?(?=[\d+(])", "téléphone "),
        (r"\barts?\.\s?(?=\d|[LRD]\.)", "article "),
        (r"\b([Ll])es nos (?=\d)", r"\1es numéros "),
        (r"(?<=\d )(?:tab|TAB)\b(?=\)| à \d)", "tirs au but"),
        (r"(?<=\d )pts\b\.?", "points"),
        (r"(?<=\d )pt\b(?!\.)", "point"),
        (r"\bt\.\s(?=[IVX]+\b)", "tome "),
        (r"\b(\d)\s?m\s?(\d\d)\b(?! ?[\w%€])", r"\1 m \2"),
        (r"\bpp?\.\s?(?=\d)", "page "),
        (r"\b[Nn]o\.?\s(?=\d)", "numéro "),
        # "article 3.2", two numbers.
        (r"(?<=\barticle )(\d{1,3})\.(\d)\b", r"\1 \2"),
        (r"\bMlle\b", "mademoiselle"),
        (r"\bMlles\b", "mesdemoiselles"),
        (r"\bMgr\b", "monseigneur"),
        # A capital has to follow: "Me" is "me" at the head of a sentence.
        (r"\bMe (?=[A-Z])", "maître "),
        (r"\bSte[-\s](?=[A-ZÉ])", "Sainte "),
        (r"\bSt[-\s](?=[A-ZÉ])", "Saint "),
        (r"\bmax\.\s?(?=\d)", "maximum "),
        (r"\bmin\.\s?(?=\d)", "minimum "),
        (r"\bMM\.\s(?=[A-ZÀ-Ý])", "messieurs "),
        (r"\bM\.\s(?=[A-ZÀ-Ý])", "monsieur "),
        (r"\b[Mm]mes\b", "mesdames"),
        (r"\b[Mm]me\b", "madame"),
        (r"\b[Dd]r\s(?=[A-ZÀ-Ý])", "docteur "),
        (r"\b[Pp]r\s(?=[A-ZÀ-Ý])", "professeur "),
        (r"\b[Nn][°º]s?\s?(?=\d)", "numéro "),
        (r"\bchap\.\s?(?=\d)", "chapitre "),
        (r"\bvol\.\s?(?=\d)", "volume "),
        # "XXe s.", a century.
        (r"(?<=[IVX]e )s\.", "siècle"),
        (r"\bCO(?:2|₂)\b", "C O deux"),
        (r"\bbd (?=[A-Z])", "boulevard "),
        (r"\b(\d{1,2})\s?h\s?[-–]\s?(?=\d)", r"\1 h à "),
        (r"(?<![\w.,:/-])1h(?!\w)", "une heure"),
        (r"\b(\d{1,2})h(?!\w)", r"\1 heures"),
        # What `symbols.py` has made of "2½": the half stands behind its noun.
        (r"(?<=\b1) et demi\s?h(?!\w)", " heure et demie"),
        (r"(?<=\d) et demi\s?h(?!\w)", " heures et demie"),
        (r"(?<=\d) et demi (heures?|journées?|semaines?|années?)\b", r" \1 et demie"),
        (r"(?<=\d) et demi (tonnes?|livres?|douzaines?|tasses?)\b", r" \1 et demie"),
        (r"(?<=\d) et demi (kilos?|k?m|(?:kilo)?mètres?|litres?)\b", r" \1 et demi"),
        (r"(?<=\d) et demi (mois|ans?|jours?|milliards?)\b", r" \1 et demi"),
        (r"\b(?:une )?un demi heure\b", "une demi-heure"),
        (r"(?<![\w.,:/-])1 (?=heure|journée|semaine|année|tonne|livre|douzaine|tasse)", "une "),
    ),
    "es": (
        (r"(?<!\d )(?<!\d)\bkm\.?\s(?=\d)", "kilómetro "),
        (r"\b[Tt]el\.:?\s?(?=[\d+(])", "teléfono "),
        (r"\bpp\.\s?(?=\d)", "páginas "),
        (r"\bPág\.\s?(?=\d)", "Página "),
        (r"\bpágs\.\s?(?=\d)", "páginas "),
        (r"\bpág\.\s?(?=\d)", "página "),
        (r"\b[Aa]pdo\.\s?(?=\d)", "apartado "),
        (r"\bC/\s?(?=[A-ZÁÉÍÓÚÑ][a-záéíóúñ])", "calle "),
        # The ordinal sign in place of the one for degrees.
        (r"(?<=\d)\s?º\s?C\b", " °C"),
        (r"\b[Nn](?:\.\s?[ºo°]|[º°]|úm\.)\s?(?=\d)", "número "),
        (r"\bD\.\s(?=[A-ZÁÉÍÓÚ][a-záéíóú])", "don "),
        (r"\b[Aa]rts?\.\s?(?=\d)", "artículo "),
        (r"\b[Cc]ap\.\s?(?=\d)", "capítulo "),
        (r"\bvol\.\s?(?=\d)", "volumen "),
        (r"\bs\.\s(?=[IVX]+\b)", "siglo "),
        (r"(?<=\d)\s?ha\b", " hectáreas"),
        (r"\bDª\s?\.?\s?(?=[A-Z])", "doña "),
        (r"\bc/\s?(?=[A-Z])", "calle "),
        (r"\bSto\.\s(?=[A-Z])", "Santo "),
        (r"\bSta\.\s(?=[A-Z])", "Santa "),
        (r"(?<=\d)\s?h\b(?:\.(?= [a-z]))?(?!\s?\d)", " horas"),
        (r"\bCO(?:2|₂)\b", "C O dos"),
        (r"(?<![\w.,:/-])1\s?h\s?(?=\d)", "1 hora "),
        (r"\b(\d{1,2})\s?h\s?(?=\d)", r"\1 horas "),
    ),
    "it": (
        (r"(?<!\d )(?<!\d)\bkm\.?\s(?=\d)", "chilometro "),
        (r"\b[Tt]el\.:?\s?(?=[\d+(])", "telefono "),
        (r"\bpag\.\s?(?=\d)", "pagina "),
        (r"\bart\.\s?(?=\d)", "articolo "),
        (r"\blett\.\s(?=[a-z]\b)", "lettera "),
        (r"\bD\.\s?Lgs\.(?=\s)", "decreto legislativo"),
        (r"\bD\.\s?L\.(?=\s\d)", "decreto legge"),
        (r"\bsec\.\s(?=[IVX]+\b)", "secolo "),
        (r"(?<=\b[IVX])\ssec\.", " secolo"),
        (r"(?<=[IVX][IVX])\ssec\.", " secolo"),
        (r"(?<=\d)\s?mq\b", " m²"),
        (r"\bpagg\.\s?(?=\d)", "pagine "),
        (r"\b[Nn]\.\s?(?=\d)", "numero "),
        (r"\b[Nn][°º]\s?(?=\d)", "numero "),
        (r"\b[Cc]ap\.\s?(?=\d)", "capitolo "),
        (r"\b[Vv]ol\.\s?(?=\d)", "volume "),
        (r"\bCO(?:2|₂)\b", "C O due"),
        (r"\bmax\.?\s(?=\d)", "massimo "),
        (r"\bmin\.\s?(?=\d)", "minimo "),
        # The thirties of a century: "gli anni '30".
        (r"(?<=\banni )['’](?=\d0\b)", ""),
    ),
    "pt": (
        (r"(?<!\d )(?<!\d)\bkm\.?\s(?=\d)", "quilômetro "),
        (r"\b[Nn](?:\.\s?[ºo°]|[º°]|r\.)\s?(?=\d)", "número "),
        (r"\bpp\.\s?(?=\d)", "páginas "),
        (r"\b[Pp](?:ág)?\.\s?(?=\d)", "página "),
        (r"\b[Pp]ágs\.\s?(?=\d)", "páginas "),
        (r"\b[Aa]rt\.\s?(?=\d)", "artigo "),
        (r"\bcap\.\s?(?=\d)", "capítulo "),
        (r"\bvol\.\s?(?=\d)", "volume "),
        (r"\bD\.\s(?=(?:Ana|Maria|Teresa|Carlota|Leopoldina|Isabel|Inês)\b)", "dona "),
        (r"\bD\.\s(?=[A-ZÀ-Ý][a-zà-ÿ])", "dom "),
        (r"\bR\.\s(?=[A-ZÀ-Ý][a-zà-ÿ])", "rua "),
        (r"\bSto\.\s(?=[A-Z])", "Santo "),
        (r"\bSta\.\s(?=[A-Z])", "Santa "),
        (r"(?<=\d)\s?º\s?C\b", " °C"),
        (r"\bCO(?:2|₂)\b", "C O dois"),
        (r"\bEUA\b", "Estados Unidos"),
    ),
    "nl": (
        (r"(?<!\d )(?<!\d)\bkm\.?\s(?=\d)", "kilometer "),
        (r"\b[Aa]rt\.\s?(?=\d)", "artikel "),
        (r"\bp\.\s?(?=\d)", "pagina "),
        (r"\b([Oo]m|tot|van|vanaf) (\d{1,2})\s?u\.(?= [a-z])", r"\1 \2 uur"),
        (r"\b([Oo]m|tot|van|vanaf) (\d{1,2})\s?u\.", r"\1 \2 uur."),
        # "9-17 u.": hours, as the dash between two numbers tells.
        (r"(?<=\d[-–]\d\d)\s?u\b(?:\.(?= [a-z]))?", " uur"),
        (r"\b[Nn]o\.\s?(?=\d)", "nummer "),
        (r"\b(\d)\s?m\s?(\d\d)\b(?! ?[\w%€])", r"\1 m \2"),
        (r"(?<=[a-z])str\.(?=\s\d)", "straat"),
        (r"\bCO(?:2|₂)\b", "C O twee"),
        (r"\bmax\.\s?(?=\d)", "maximaal "),
        (r"\bmin\.\s?(?=\d)", "minimaal "),
        # The sixties of a century: "de jaren '60".
        (r"(?<=\bjaren )['’](?=\d0\b)", ""),
        # "1012 AB": the code of a place, in pairs.
        (r"\b([1-9]\d)(\d\d) (?=[A-Z]{2}\b)", r"\1 \2 "),
        # "5-jarige", "3-daags": a word with its number.
        (r"(?<=\d)-(?=(?:jarig|daags|koppig|voudig))", ""),
        (r"(?<=\d)-(?=[a-z])", " "),
    ),
}
"""By language: what is written beside a figure or a name, and what is said, in this order.

A word that is a short form only in front of a figure ("S. 5") looks ahead to it, so that the end
of a sentence ("am S.") is left alone.
"""


def say_abbreviations(text: str, language: str) -> str:
    """Return ``text`` with the short forms of ``language`` written out."""
    for pattern, word in _compile(language):
        text = pattern.sub(word, text)
    return _compile_forms(language).sub(lambda match: _write_out(match, language), text)


@cache
def _compile_forms(language: str) -> re.Pattern[str]:
    forms = sorted(SHORT_FORMS[language], key=len, reverse=True)
    written = [re.escape(form).replace(r"\.\ ", r"\.\s?") for form in forms]
    either = [
        rf"[{form[0]}{form[0].upper()}]{form[1:]}" if _may_head(form) else form for form in written
    ]
    titles = [form[0].lower() + form[1:] for form in written if _is_title(form)]
    low = rf"|{any_of(titles)}(?=\s[A-ZÀ-Ý][a-zà-ÿ])"
    return re.compile(rf"(?<![\w.])(?:{any_of(either)}(?!\w){low if titles else ''})")


def _is_title(form: str) -> bool:
    """Whether a form may be written small in front of a name: "o prof. Carlos", "el dr. Pérez"."""
    return form[0].isupper() and form[1:2].islower() and form.endswith(r"\.")


def _may_head(form: str) -> bool:
    """Whether a form may begin a sentence: "A. C." is no time before Christ, but initials."""
    return form[1:2].isalpha() or form.startswith(_AT_HEAD)


_AT_HEAD = (r"z\.\s?B", r"d\.\s?h", r"p\.\s?e", r"i\.\s?d\.", r"d\.w", r"m\.a", r"o\.a")
"""How those forms of single letters begin, as patterns, that stand at the head of sentences."""


@cache
def _list_forms(language: str) -> dict[str, str]:
    return {form.replace(" ", ""): said for form, said in SHORT_FORMS[language].items()}


def _write_out(match: re.Match[str], language: str) -> str:
    written = re.sub(r"\s", "", match[0])
    forms = _list_forms(language)
    said = forms.get(written) or forms.get(written[0].lower() + written[1:])
    said = said or forms[written[0].upper() + written[1:]]
    if written[0].isupper() and written not in forms:
        said = said[0].upper() + said[1:]
    ends = written.endswith(".") and match.start() > 0 and ends_sentence(match, language)
    return said + ("." if ends else "")


@cache
def _compile(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), word) for pattern, word in _SHORT_FORMS[language])
