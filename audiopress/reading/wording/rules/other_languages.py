"""The plainest calls in other languages: "Lesen Sie auch", "Cliquez ici", "Haz clic aquí".

Few on purpose: only what no story would say.
"""

from __future__ import annotations

from audiopress.reading.wording.wording import Wording
from audiopress.text.vocabulary import any_of

__all__ = ["WORDINGS"]

WORDINGS: tuple[Wording, ...] = (
    Wording(
        name="how long it takes to read, in other languages",
        reason="reading-time",
        source="^"
        + any_of(
            "tempo de leitura",
            "tiempo de lectura",
            "temps de lecture",
            "lesezeit",
            "lesedauer",
            "leestijd",
            "tempo di lettura",
        )
        + r"\b.{0,20}$",
        # a label and a figure
        words=8,
        catches="Lesezeit: 5 Minuten",
        passes="Lesedauer und Lebensdauer sind zwei Dinge, die man gern verwechselt",
    ),
    Wording(
        name="a call in Portuguese or Spanish",
        reason="appeal",
        source=any_of(
            r"\b(?:deixe|escreva) (?:(?:o|a|os|as) )?"
            r"(?:seus?|suas?)\b.{0,40}(?:aqui|abaixo|coment)",
            r"\b(?:clique aqui|cadastre-se|inscreva-se|receba (?:em|no|por) seu e-?mail)\b",
            r"\b"
            + any_of(
                "ha(?:z|ga) clic aquí",
                "suscr[ií]b(?:e|a)te",
                "deja (?:tu|un) comentario",
                "síguenos en",
            )
            + r"\b",
        ),
        # a call of two or three sentences
        words=50,
        catches="Haz clic aquí para recibir el boletín",
        passes="El clic de la puerta lo despertó",
    ),
    Wording(
        name="a call in French, German, Dutch or Italian",
        reason="appeal",
        source=any_of(
            r"\b"
            + any_of(
                "cliquez ici",
                "abonnez-vous",
                "inscrivez-vous (?:à|pour)",
                "suivez-nous",
                "laissez un commentaire",
            )
            + r"\b",
            r"\b"
            + any_of(
                "hier klicken",
                "klicken sie hier",
                "jetzt (?:abonnieren|anmelden)",
                "folgen sie uns",
                "abonnieren sie",
            )
            + r"\b",
            "^"
            + any_of(
                "lesen sie auch",
                "mehr zum thema",
                "lees ook",
                "leggi anche",
                "lire aussi",
                "lea también",
                "leia também",
            )
            + r"\b",
            r"\b(?:clicca qui|iscriviti|seguici su)\b",
        ),
        # a call of two or three sentences
        words=50,
        catches="Lesen Sie auch die Geschichte der Brücke",
        passes="Lesen ist seine Freude",
    ),
)
"""The rules of this file. A new one goes to the end; how is said in the package's docstring."""
