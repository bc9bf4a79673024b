"""What servers say in an article's place: of errors, of maintenance, at a login, to robots.

Whole headlines, and sentences of the server about itself or its reader. An article on such a page
says these words too, but it says more.
"""

from __future__ import annotations

import re

from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

__all__ = ["HEADLINES", "SENTENCES"]

_STATUS = any_of(
    "bad request",
    "unauthori[sz]ed",
    "(?:access )?(?:forbidden|denied)",
    "(?:(?:the )?(?:page|site|file|article|content) )?not (?:found|available)",
    "gone",
    "too many requests",
    "(?:internal )?server (?:error|unavailable|maintenance)",
    "bad gateway",
    "(?:service|site|page|website)(?: is)?(?: temporarily)? unavailable",
    "temporarily (?:unavailable|offline|down)",
    "gateway time-?out",
)
"""What a status of HTTP is called (RFC 9110, 15), as servers write it."""

HEADLINES = compile_late(
    any_of(
        rf"(?:(?:http |status )?(?:error )?[45]\d\d\W*)?{_STATUS}",
        r"(?:http |status )?(?:error|fehler|erreur|errore?) ?[45]\d\d",
        r"[45]\d\d(?: (?:error|fehler|erreur|errore?))?",
        "(?:oops|sorry|whoops|an error occurred|something went wrong|error)",
        any_of(
            "(?:we|i)(?: wi|['’])?ll be (?:right )?back(?: soon| shortly)?",
            "be right back",
            "back soon",
        ),
        "(?:(?:site|website) )?(?:is )?(?:down )?(?:for |under |in )?(?:scheduled |planned )?"
        "maintenance(?: mode| in progress| break)?",
        "coming soon",
        "(?:under construction|closed for maintenance)",
        "just a moment|attention required|one moment,? please|checking your browser",
        "(?:security|robot|human) (?:check|verification)|are you (?:a )?(?:human|robot)",
        "(?:please )?(?:log|sign) ?in(?: to (?:continue|your account))?|login required",
        "before you continue|your privacy(?: choices)?|cookie (?:consent|settings|preferences)",
        # German, French, Spanish, Italian, Portuguese, Dutch, Polish and the Nordic languages
        "wartungs(?:arbeiten|modus|pause)|seite nicht gefunden|zugriff verweigert|wir sind gleich"
        " (?:wieder )?(?:da|zurück)|anmelden|anmeldung(?: erforderlich)?|in kürze zurück",
        "(?:site )?(?:en )?(?:cours de )?maintenance|page (?:non trouvée|introuvable)|accès refusé"
        "|(?:nous revenons|de retour) (?:bientôt|dans un instant)|service indisponible|connexion",
        "(?:sitio )?en mantenimiento|página no encontrada|acceso denegado|volvemos (?:pronto"
        "|enseguida)|servicio no disponible|iniciar sesión",
        "(?:sito )?in manutenzione|pagina non trovata|accesso negato|torniamo (?:presto|subito)"
        "|servizio non disponibile|accedi",
        "(?:site )?em manutenção|página não encontrada|acesso negado|voltamos (?:já|em breve)",
        "(?:website )?in onderhoud|pagina niet gevonden|toegang geweigerd|we zijn zo terug",
        "przerwa techniczna|nie znaleziono strony|brak dostępu",
        "sidan (?:hittades inte|kunde inte hittas)|siden (?:blev|ble) ikke funnet|underhåll"
        "|vedlikehold|vedligeholdelse",
    ),
    re.IGNORECASE,
)
"""A headline that is nothing else; of "Service unavailable: how a ferry was lost" it is a part."""

SENTENCES = compile_late(
    any_of(
        # of itself
        r"\b(?:we are|we['’]re|(?:the|this|our) (?:site|website|page|server|service) is)\b"
        r"[^.]{0,40}\b"
        + any_of(
            "maintenance",
            "(?:temporarily|currently) (?:un(?:available|reachable)|offline|down)",
            "performing (?:some )?(?:work|updates?|upgrades?)",
            "updating (?:the|our) (?:site|website|servers?)",
        ),
        r"\bwe (?:wi|['’])?ll be (?:right )?back (?:soon|shortly|in a|online)",
        r"^(?:we(?:['’]ll| will) )?be right back\b",
        r"\b(?:page|file|address|url|content) (?:that )?you (?:requested"
        r"|(?:are|were) looking for|tried to (?:open|reach))\b",
        r"\b(?:the )?requested (?:url|page|resource|file)\b[^.]{0,60}\b(?:not found|found on this"
        " server|not available)",
        r"\bserver (?:encountered|is temporarily unable|could not (?:complete|process))\b",
        r"\byou (?:do not|don['’]t) have (?:permission|access) to\b",
        # of its reader
        r"^(?:please )?(?:try|check) (?:again|back) (?:later|soon|shortly|in (?:a few|some|\d+))\b",
        r"\b(?:verify|confirm|make sure|prove)(?: that)? you are (?:a )?(?:not a robot|human)\b",
        r"\breview the security of your connection\b",
        r"\benable (?:javascript|cookies)(?: and (?:javascript|cookies))?\b[^.]{0,40}\b"
        r"(?:to continue|to (?:use|view)|in your browser)",
        r"\byou (?:must|need to|have to) (?:be )?(?:log(?:ged)?|sign(?:ed)?) ?in\b",
        # the same in other languages
        r"\bwartungsarbeiten\b|\bversuchen sie es (?:bitte )?(?:später|in (?:kürze|einigen))"
        r"|\bangeforderte (?:seite|datei)\b|\bvorübergehend nicht (?:erreichbar|verfügbar)\b",
        r"\b(?:site|service) est (?:actuellement |momentanément |temporairement )?(?:en maintenance"
        r"|indisponible)\b|\bpage (?:demandée|que vous (?:demandez|recherchez))\b"
        r"|\bveuillez réessayer\b",
        r"\b(?:sitio|servicio|página) (?:web )?está (?:temporalmente )?(?:en mantenimiento"
        r"|no disponible)\b|\bpágina (?:solicitada|que (?:busca|buscas))\b|\binténte?lo (?:de nuevo"
        r" )?más tarde\b",
        r"\bsito è (?:attualmente |temporaneamente )?(?:in manutenzione|non disponibile)\b"
        r"|\bpagina (?:richiesta|che (?:cerchi|stai cercando))\b|\briprova(?:re)? più tardi\b",
        r"\bsite está (?:temporariamente )?(?:em manutenção|indisponível)\b|\btente novamente\b",
        r"\bprobeer het (?:later|over)\b|\bwegens onderhoud\b",
    ),
    re.IGNORECASE,
)
"""A sentence of a server about itself, or to its reader."""
