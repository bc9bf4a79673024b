"""Calls in languages other than English: only what no story would say."""

from __future__ import annotations

from audiopress.reading.wording.wording import Wording
from audiopress.text.vocabulary import any_of

__all__ = ["WORDINGS"]

WORDINGS: tuple[Wording, ...] = (
    Wording(
        name="a call in another language",
        reason="appeal",
        source=any_of(
            # Portuguese, Spanish
            r"\b(?:deixe|escreva) (?:(?:o|a|os|as) )?"
            r"(?:seus?|suas?)\b.{0,40}(?:aqui|abaixo|coment)",
            r"\b(?:clique aqui|cadastre-se|inscreva-se|receba (?:em|no|por) seu e-?mail)\b",
            r"\b(?:ha(?:z|ga) clic aquí|suscr[ií]b[ea]te|deja (?:tu|un) comentario|síguenos en)\b",
            # French, German, Italian
            r"\b(?:cliquez ici|abonnez-vous|inscrivez-vous (?:à|pour)|suivez-nous|"
            r"laissez un commentaire)\b",
            r"\b(?:hier klicken|klicken sie hier|jetzt (?:abonnieren|anmelden)|folgen sie uns|"
            r"abonnieren sie)\b",
            r"\b(?:clicca qui|iscriviti|seguici su)\b",
            r"^(?:lesen sie auch|mehr zum thema|lees ook|leggi anche|lire aussi|lea también|"
            r"leia também)\b",
        ),
        # a call of two or three sentences
        words=50,
        catches="Haz clic aquí para recibir el boletín",
        passes="El clic de la puerta lo despertó",
    ),
)
"""The rules of this file. A new one goes to the end; how is said in the package's docstring."""
