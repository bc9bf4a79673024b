"""Italian Roman numerals: "XXI secolo", "Luigi XIV", "la II guerra mondiale"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.speaking.european.numbers.numerals import say_cardinal, say_ordinal
from audiopress.speaking.roman_numerals import PLAIN_NUMERAL, roman_value
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    import re

__all__ = ["say_italian"]

_MONTHS = any_of("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto",
                 "settembre", "ottobre", "novembre", "dicembre")  # fmt: skip
"""Matches a month."""

_RANK = compile_late(
    rf"\b(?P<numeral>{PLAIN_NUMERAL})\s(?P<noun>[a-zà-ù]{{4,}}|Guerra|Repubblica|Congresso"
    r"|Edizione|Municipio|Legislatura|Internazionale)\b"
)
"""Matches a numeral in front of a noun: "XXI secolo", "II guerra"."""

_COUNTED_NOUN = compile_late(
    any_of("secolo", "millennio", "anniversario", "congresso", "municipio", "edizione",
           "legislatura", "sezione", "classe", "divisione", "commissione", "dinastia",
           "[a-z]*mestre", "[Gg]uerra", "Repubblica", "Congresso", "Edizione", "Municipio",
           "Legislatura", "Internazionale") + "$"
)  # fmt: skip
"""Matches what one letter counts: else "I" is an article ("I ragazzi") and "X" a network."""

_ONE_THING = compile_late(
    r"\b" + any_of("[Ii]l", "[Ll]a", "[Dd]e(?:l|lla)", "[Aa]l(?:la)?", "[Dd]al(?:la)?",
                   "[Nn]el(?:la)?", "[Ss]ul(?:la)?", "[Uu]na?") + r"\s$"
)  # fmt: skip
"""Matches the article of one thing at the end, behind which a letter counts: "il I turno"."""

_CENTURY = compile_late(rf"\b(?P<word>[Ss]ecol[oi])\s(?P<numeral>{PLAIN_NUMERAL})\b")
"""Matches "secolo XIX"."""

_CENTURIES = compile_late(rf"\b[Ss]ecoli(?: (?:e |ed |o |al )?{PLAIN_NUMERAL},?)+(?!\w)")
"""Matches several centuries: "secoli XV e XVI"."""

_NUMERAL = compile_late(rf"\b{PLAIN_NUMERAL}\b")
"""Matches one of their numerals."""

_IN_LETTERS = compile_late(r"(?<![\w.,-])(?P<number>\d{1,4})(?:esim|m)(?P<end>[oaie])\b")
"""Matches "21esima", "12mo"."""

_COUNTED = compile_late(
    r"\b(?P<word>[Cc]apitolo|[Tt]omo|[Vv]olume|[Aa]tto|[Ll]ibro|[Tt]itolo|[Ff]ase)"
    rf"\s(?P<numeral>{PLAIN_NUMERAL})\b"
)
"""Matches what is counted by numerals, said as ordinals: "capitolo IV"."""

_MONARCH = compile_late(
    r"\b(?P<name>"
    + any_of("Luigi", "Carlo", "Enrico", "Francesco", "Filippo", "Napoleone", "Benedetto", "Leone",
             "Giovanni(?: Paolo)?", "Pio", "Paolo", "Vittorio Emanuele", "Umberto", "Federico",
             "Elisabetta", "Caterina", "Alessandro", "Giulio", "Gregorio", "Clemente", "Sisto",
             "Urbano", "Innocenzo", "Margherita", "Nicola", "Guglielmo", "Ferdinando", "Cosimo",
             "Alfonso", "Felipe", "Giacomo", "Edoardo", "Giorgio", "Ludovico", "Ottone")
    + rf")\s(?P<numeral>{PLAIN_NUMERAL})\b"
)  # fmt: skip
"""Matches a name that kings and popes bear, and its numeral."""

_QUEENS = ("Elisabetta", "Caterina", "Margherita")
"""Names of women among them."""

_HIGHEST_RANK = 25
"""No monarch or pope bears a higher numeral."""

_FEMININE = compile_late(r"(?:a|ione|te)$")
"""Matches the endings of the feminine nouns that ranks stand before."""

_ONE_ELIDED = compile_late(r"(?<![\w.,:/-])1 (?=[aeiou][a-zà-ù]*(?:a|tà|zione)\b)")
"""Matches one before a feminine noun with a vowel: "un'ora"."""

_ONE_FULL = compile_late(r"(?<![\w.,:/-])1 (?=(?:s[bcdfghlmnpqrtv]|z|gn|ps)[a-z]*[eo]\b)")
"""Matches one before a masculine noun that keeps its vowel: "uno studente"."""


_FIRST = compile_late(rf"\b(?P<article>[LlDdAaNn](?:[ae]?ll)?)['’](?=1[°º]?\s{_MONTHS}\b)")
"""Matches the article of "l'1 maggio", which is said "il primo"."""

_FULL_ARTICLES = {"l": "il", "dall": "dal", "all": "al", "dell": "del", "nell": "nel"}
"""Articles that have lost their vowel before a number, and what they are before "primo"."""

_FROM_FIRST = compile_late(
    rf"(?P<dal>\b[Dd]al )?(?<![\w.,/-])1[°º]\s?[-–]\s?(?=\d{{1,2}} {_MONTHS}\b)"
)
"""Matches "1°-" of "1°-3 maggio"."""


_SAINT = compile_late(
    r"\bS\.\s(?:(?P<vowel>(?:A(?:nna|ntonio|gnese|gata|mbrogio|ndrea|pollinare|gostino|lessandro)"
    r"|E(?:lena|ufemia|gidio|lia)|Orsola|I(?:gnazio|lario|rene))\b)"
    r"|(?P<she>(?:Maria|Lucia|Chiara|Caterina|Rita|Teresa|Barbara|Croce|Sofia|Cecilia|Margherita"
    r"|Giustina|Marta|Monica)\b)"
    r"|(?P<he>(?:Francesco|Giovanni|Pietro|Paolo|Marco|Giuseppe|Lorenzo|Nicola|Michele|Martino"
    r"|Giorgio|Rocco|Vito|Gennaro|Luca|Matteo|Bartolomeo|Giacomo|Sebastiano|Vincenzo|Domenico"
    r"|Benedetto|Bernardino|Carlo|Siro|Donato|Vitale|Zeno)\b)|(?P<sto>Stefano\b))"
)
"""Matches a saint by name: before others "S." is a person's first name."""

_SAINTS = compile_late(r"\bSS\.\s(?=[A-Z][a-z])")
"""Matches several of them."""

_TITLES = {"vowel": "Sant'", "she": "Santa ", "he": "San ", "sto": "Santo "}
"""What a saint is called, by which group has matched."""


def say_italian(text: str) -> str:
    """Return ``text`` with Roman numerals as ordinals."""
    if "S." in text:
        text = _SAINTS.sub("Santi ", _SAINT.sub(_write_saint, text))
    text = _FIRST.sub(_write_article, text)
    text = _FROM_FIRST.sub(lambda m: f"{m['dal'] or 'dal '}primo al ", text)
    text = _ONE_ELIDED.sub("un'", text)
    text = _ONE_FULL.sub("uno ", text)
    text = _MONARCH.sub(_say_monarch, text)
    text = _RANK.sub(_say_rank, text)
    text = _CENTURIES.sub(lambda m: _NUMERAL.sub(lambda n: _say_ordinal(n[0]), m[0]), text)
    text = _IN_LETTERS.sub(lambda m: say_ordinal(int(m["number"]), "it")[:-1] + m["end"], text)
    text = _CENTURY.sub(lambda m: f"{m['word']} {_say_ordinal(m['numeral'])}", text)
    return _COUNTED.sub(lambda m: f"{m['word']} {_say_ordinal(m['numeral'])}", text)


def _write_saint(match: re.Match[str]) -> str:
    group = str(match.lastgroup)
    return _TITLES[group] + match[group]


def _write_article(match: re.Match[str]) -> str:
    full = _FULL_ARTICLES.get(match["article"].lower())
    if not full:
        return match[0]
    return f"{full.capitalize() if match['article'][0].isupper() else full} "


def _say_ordinal(numeral: str) -> str:
    return say_ordinal(roman_value(numeral), "it")


def _say_monarch(match: re.Match[str]) -> str:
    number = roman_value(match["numeral"])
    if number > _HIGHEST_RANK:
        return f"{match['name']} {say_cardinal(str(number), 'it')}"
    rank = say_ordinal(number, "it", feminine=match["name"] in _QUEENS)
    return f"{match['name']} {rank}"


def _say_rank(match: re.Match[str]) -> str:
    noun = match["noun"]
    if len(match["numeral"]) == 1 and not _COUNTED_NOUN.match(noun):
        counts = _ONE_THING.search(match.string[: match.start()])
        if not counts or noun in ("come", "della", "sono", "che", "con"):
            return match[0]
    rank = say_ordinal(roman_value(match["numeral"]), "it", feminine=bool(_FEMININE.search(noun)))
    return f"{rank} {noun}"
