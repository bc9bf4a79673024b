"""Whether the stop of a short form is the sentence's too: "etc. Die Bauern", "300 v. Chr. Rom".

German writes every noun with a capital, so a capital alone tells nothing.
"""

from __future__ import annotations

import re
from functools import cache

from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

__all__ = ["ends_sentence", "opens_sentence"]

_NOTHING_BUT_MARKS = compile_late(r"[\"”“’'»)]*$")
"""Matches behind a short form where the text ends."""

_CLOSES = compile_late(r"(?:etc|ecc|usw|enz|e\.\s?d|[uo]\.\s?[äÄ])\.")
"""Matches what closes an enumeration: "and so on", "and the like"."""

_CAPITAL = compile_late(r"[\"”“’'»)]*\s[\"“„«(¿¡]*[A-ZÀ-Ý]")
"""Matches a capital letter behind a short form."""

_LEADS_ON = compile_late(
    any_of(r"[A-ZÀ-Ý][a-zà-ÿ]{0,4}\.(?:[a-z]{2,3})?",
           r"(?i:z\.\s?B|p\.\s?(?:ej|ex|es)|par ex|ad es|bv|bijv|vgl)\.",
           r"(?i:cf|cfr|bzw|resp|ca|env|sog|vs)\.",
           r"(?:dhr|mevr|mw|drs?|prof|mr|ir|ing|ds)\.")
)  # fmt: skip
"""Matches a title ("Dr.", "Sig.ra", "St.") and what points to something behind it ("e.g.")."""

_OPENERS = {
    "de": "Der Die Das Ein Eine Es Er Sie Wir Ich Im In Am An Auf Bei Mit Nach Von Zu Als Wenn Dass"
    " Doch Aber Und Auch So Da Dann Dies Diese Dieser Dieses Für Seit Trotz Während Wer Was Wie",
    "fr": "Le La Les L' Un Une Des Il Elle Ils Elles On Ce Cet Cette Ces C'est En Dans Pour Par Sur"
    " Mais Et Or Nous Vous Je À Au Aux Selon Avec Depuis Après Avant Si Quand Lorsque Son Sa Ses",
    "es": "El La Los Las Un Una Unos En De Con Por Para Pero Y Se No Su Sus Este Esta Estos Esto"
    " Ese Al Del Según Tras Desde Cuando Si Como Aunque También Hay Lo Le",
    "it": "Il Lo La I Gli Le L' Un Una Uno In Nel Nella Di Del Della Con Per Ma E Si Non Questo"
    " Questa Questi Al Alla Dal Dalla Da Secondo Dopo Quando Se Anche È C'è Su",
    "pt": "O A Os As Um Uma Em No Na Nos Nas De Do Da Com Por Para Mas E Se Não Este Esta Isso Ele"
    " Ela Eles Ao À Segundo Após Quando Também Há Seu Sua",
    "nl": "De Het Een Dit Dat Deze Die Er Hij Zij Ze We Wij Ik In Op Aan Bij Met Na Van Voor Maar"
    " En Ook Als Toen Om Te Volgens Sinds Wie Wat Hoe",
}
"""Words with which sentences begin and no name does, as articles and prepositions."""


def ends_sentence(match: re.Match[str], language: str) -> bool:
    """Whether the stop of a short form is the sentence's too.

    It is at the end of the text; in front of a word that begins a sentence; and behind what closes
    an enumeration in front of any capital. A title in front of a name ends nothing.
    """
    text, end = match.string, match.end()
    if _NOTHING_BUT_MARKS.match(text, end):
        return True
    if _CLOSES.fullmatch(match[0]):
        return bool(_CAPITAL.match(text, end))
    return not _LEADS_ON.fullmatch(match[0]) and bool(_compile_opener(language).match(text, end))


def opens_sentence(text: str, at: int, language: str) -> bool:
    """Whether the blank at ``at`` is followed by a word with which sentences begin."""
    return bool(_compile_opener(language).match(text, at))


@cache
def _compile_opener(language: str) -> re.Pattern[str]:
    words = any_of(_OPENERS[language].split())
    return re.compile(rf"[\"”“’'»)]*\s[\"“„«(¿¡]*{words}(?:(?<=')|(?!\w))")
