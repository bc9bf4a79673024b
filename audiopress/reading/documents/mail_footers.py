"""What stands around a message that is about the message itself: newsletters' heads and footers.

"You are receiving this email because ...", "View in browser", notices on who may read it. A line
counts where it is about *this message*; short lines below it count with it, down to the end, unless
a sentence of the writer's comes among them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["find_footers", "find_sign_off"]

_THIS = r"(?:this|these|our|the) (?:e-?mails?|messages?|newsletters?|mails?|emailed? \w+)"
"""The message, as it speaks of itself."""

_ASKED = (
    r"(?:subscri|sign(?:ed|ing) up|opted|regist|member|list\b|account|contact|customer|request|\
purchas|order|attend|group\b|preference)"
)
"""Words of the reason why somebody gets mail."""

_ABOUT_ITSELF = compile_late(
    r"\W{0,6}"
    + any_of(
        # how it is seen
        r"(?:(?:view|read|open|see) )?(?:this (?:e-?mail|message|newsletter|issue|post) )?"
        r"(?:in (?:your|a|the|my) (?:web )?browser|on the web|online)\W{0,3}(?:\S*://\S*)?\W*$",
        r"(?:having )?(?:trouble|problems|difficulty) (?:viewing|reading|seeing) " + _THIS,
        r"(?:can'?t|cannot|unable to) (?:see|view|read) (?:the images|" + _THIS + ")",
        r"(?:is )?(?:this |your )?e-?mail not display\w+ (?:correctly|properly)",
        r"if you (?:can'?t|cannot|are having trouble|have trouble) (?:see|view|read)\w*\s" + _THIS,
        # why it came
        r"you(?:'re| are|'ve| have)? (?:currently )?(?:receiv(?:e|ing|ed)|get(?:ting)?|got) "
        + _THIS
        + r" (?:because|as|since|at|due|from)\b.{0,120}"
        + _ASKED,
        r"you(?:'re| are) (?:currently )?(?:subscribed (?:to|as|with)|(?:a|an) \w+ subscriber "
        r"(?:to|of))\b",
        r"this (?:e-?mail|message|newsletter|mail) (?:was|is|has been) (?:being )?sent to "
        r"(?:\S+@\S|you\b|(?:all |the |our )*subscribers)",
        r"this (?:e-?mail|newsletter|mail) (?:was|is|has been) (?:being )?sent "
        r"(?:by|from|via|using|because|on behalf)\b",
        r"this (?:is an? )?(?:automat|auto-|system-)\w+ (?:e-?mail|message|notification)",
        # how it ends
        r"unsubscribe\b.{0,40}$",
        r"you (?:can|may) (?:.{0,60}\b)?(?:unsubscribe|opt[ -]out)\b.{0,50}$",
        r"(?:click (?:here|below|on the link)|to) (?:.{0,60}\b)?(?:unsubscribe|"
        r"opt[ -]out)\b.{0,120}$",
        r"if you (?:no longer (?:wish|want)|(?:would )?prefer not|don'?t (?:wish|want)|"
        r"do not (?:wish|want)) to (?:receive|get|hear)\b.{0,80}"
        r"(?:mail|message|newsletter|unsubscribe|list|opt|future|from us)",
        r"(?:if you )?(?:wish|want|would like) to (?:unsubscribe|opt[ -]out|be removed from)\b",
        r"(?:want|wish) to change how you (?:receive|get) " + _THIS,
        r"(?:manage|update|change|edit) (?:your )?(?:e-?mail |subscription |"
        r"notification |newsletter )?(?:preferences|settings|subscriptions?)\b.{0,60}$",
        r"you can (?:update your preferences|unsubscribe)\b.{0,60}$",
        # who else may have it
        r"(?:was|is) this (?:e-?mail|newsletter|message|issue) forwarded to you\b",
        r"(?:did|has) (?:someone|somebody|a friend) (?:send|sent|forward\w*) (?:you )?" + _THIS,
        r"(?:forward|share) (?:this (?:e-?mail|newsletter|issue|message) )?(?:to|with) a "
        r"(?:friend|colleague)",
        r"our (?:mailing|postal) address(?: is)?\s*:",
        r"(?:please )?(?:add|whitelist) \S+@\S+ to your (?:address book|contacts|safe)",
        r"(?:please )?do not reply(?: directly)? to (?:this|the) (?:e-?mail|message|address)",
        r"(?:replies to|mail sent to) this (?:e-?mail|message|address|mailbox)",
        r"(?:please )?(?:consider|think of|think about) (?:the|our) (?:environment|planet|"
        r"trees) before (?:you )?print",
        r"(?:this e-?mail (?:has been|was|is) )?(?:scanned|checked) (?:for|by) .{0,40}\bvirus",
        r"virus-free\W",
        # German
        r"(?:sie|du) (?:erh[aä]lt(?:en|st)|bekomm(?:en|st)) dies(?:e|en|es) (?:e-?mail|mail|"
        r"newsletter|nachricht)",
        r"(?:diese[nr]? )?(?:e-?mail|newsletter|nachricht|mail) (?:im browser|online|"
        r"in ihrem browser) (?:ansehen|anzeigen|öffnen|lesen)",
        r"(?:vom )?newsletter (?:abbestellen|abmelden)|(?:hier )?(?:abmelden|abbestellen)\W*$",
        r"(?:wird|falls|wenn) (?:dieser newsletter|diese (?:e-?mail|nachricht)) "
        r".{0,40}(?:angezeigt|dargestellt)",
        r"(?:wenn|falls|möchten) sie .{0,60}(?:newsletter|e-?mails?) .{0,40}(?:mehr|"
        r"abbestellen|abmelden|erhalten)",
        r"diese (?:e-?mail|nachricht) wurde (?:an|automatisch)\b",
        # French
        r"vous (?:recevez|avez reçu) (?:cet? e-?mail|ce (?:message|mail|courriel)|cette "
        r"(?:newsletter|lettre))",
        r"(?:pour )?(?:se|vous) (?:désabonner|désinscrire)\b.{0,60}$",
        r"(?:voir|lire|afficher|consulter) .{0,40}(?:en ligne|dans (?:votre|le|un) "
        r"navigateur)\W*$",
        r"si vous ne souhaitez plus recevoir",
        # Spanish, Portuguese
        r"(?:has recibido|ha recibido|recibes?|estás recibiendo) (?:este|esta) (?:e-?mail|"
        r"correo|mensaje|bolet[ií]n|newsletter)",
        r"(?:date|darse|darte|dese) de baja\b.{0,60}$|cancelar (?:la |mi )?suscripción\b.{0,40}$",
        r"(?:ver|leer|abrir) .{0,40}en (?:el|su|tu) navegador\W*$",
        r"(?:si|se) (?:no deseas?|ya no quieres?|não (?:quiser|deseja)) (?:más |mais "
        r")?reciv?b\w+",
        r"você (?:está receb\w+|recebeu|recebe) (?:este|esse|esta|essa) (?:e-?mail|mensagem|"
        r"newsletter)",
        r"(?:cancelar (?:a )?(?:inscrição|assinatura)|descadastrar)\b.{0,40}$",
        r"(?:ver|abrir) .{0,30}no (?:seu )?navegador\W*$",
        # Italian, Dutch
        r"(?:hai ricevuto|ricevi|riceve|ha ricevuto) quest[ao] (?:e-?mail|messaggio|newsletter)",
        r"(?:annulla (?:l')?iscrizione|disiscriviti|cancella la (?:tua )?iscrizione)\b.{0,40}$",
        r"(?:visualizza|leggi|apri) .{0,40}nel (?:tuo )?browser\W*$",
        r"(?:u|je|jij) (?:ontvangt|krijgt) (?:deze|dit) (?:e-?mail|mail|bericht|nieuwsbrief)",
        r"(?:afmelden|uitschrijven)\b.{0,60}$|(?:bekijk|lees) .{0,40}in (?:je|uw|de) browser\W*$",
    ),
    re.IGNORECASE,
)
"""How a line begins that is about the message it stands in."""

_CONFIDENTIAL = compile_late(
    r"\W{0,6}(?:(?:confidentiality|legal|important|privacy)(?: \w+)? ?(?:notice|disclaimer)?"
    r"\W{1,3}|disclaimer\W{1,3})?"
    + any_of(
        r"(?:(?:the )?(?:information|contents?|data) (?:contained )?(?:in|of|"
        r"transmitted (?:in|by)) )?this (?:e-?mail|message|communication|transmission)\b.{0,200}"
        r"(?:confidential|privileged|intended (?:solely|only|for)|addressee)",
        r"if you (?:are not|have received) .{0,60}(?:intended recipient|in error|by mistake|"
        r"addressee)",
        r"diese (?:e-?mail|nachricht) .{0,160}vertraulich",
        r"ce (?:message|courriel|mail) .{0,160}confidentiel",
        r"este (?:mensaje|correo|e-?mail) .{0,160}confidencial",
        r"questo (?:messaggio|e-?mail) .{0,160}(?:riservat|confidenzial)",
        r"dit (?:bericht|e-?mail|e-?mailbericht) .{0,160}vertrouwelijk",
    ),
    re.IGNORECASE | re.DOTALL,
)
"""How a notice begins on who may read a message."""

_SIGN_OFF = compile_late(
    r"\W{0,3}"
    + any_of(
        r"(?:(?:with|all) )?(?:my |our |the )?(?:very )?(?:best|kind|kindest|warm|warmest)(?: "
        r"(?:regards|wishes))?",
        r"regards|cheers|yours(?: \w+)?|sincerely(?: yours)?|respectfully",
        r"(?:many )?thanks(?: (?:and|&) (?:best |kind )?regards)?|thank you",
        r"(?:mit )?(?:freundlichen|besten|herzlichen|vielen|lieben) grüßen|(?:viele|beste|"
        r"liebe|herzliche|schöne) grüße|mfg|lg|vg",
        r"(?:bien )?cordialement|bien à vous|(?:un )?(?:saludo|abrazo)s?(?: cordial(?:es)?)?|"
        r"atentamente",
        r"(?:cordiali|distinti) saluti|met vriendelijke groet(?:en)?|atenciosamente|abraços?",
    )
    + r"\W{0,3}",
    re.IGNORECASE,
)
"""The line above a signature that no dashes announce."""

_REACHED = compile_late(
    any_of(
        r"[\w.+-]+@[\w-]+\.\w",
        r"https?://",
        r"\bwww\.",
        r"\b(?:t|tel|phone|mob|mobile|cell|office|fax|fon|tél|direct)\b\W{1,3}[+(\d]",
        r"\+\d[\d ().-]{7,}",
    ),
    re.IGNORECASE,
)
"""A way to reach somebody: what makes lines below a greeting a signature."""

_LONGEST = 80
"""Words that a line about its message has at most; notices on who may read it have four times
that."""

_PROSE = 13
"""Words from which a closed line is a sentence of the writer's. Addresses and offers of a footer
are shorter, or no sentences."""

_FOOTER = 25
"""Lines that count as one footer at most."""

_SIGNATURE_LINES = 20
"""Lines of a signature at most: name, position, company, address, telephones, and what the law of
many countries has a company say of itself: seat, register, capital, who heads it."""


def find_footers(lines: Sequence[str]) -> set[int]:
    """Return which lines of a message are about the message itself, by their numbers.

    Each is a line as a reader sees it, a paragraph of plain text.
    """
    found: set[int] = set()
    begun = False
    for number, line in enumerate(lines):
        if _is_about_itself(line, begun=begun):
            found.add(number)
        begun = begun or (number not in found and _is_prose(line))
    said = [number for number, line in enumerate(lines) if number not in found and _is_prose(line)]
    if said:
        start = min((number for number in found if number > said[-1]), default=len(lines))
        if len(lines) - start <= _FOOTER:
            found.update(range(start, len(lines)))
    return found


def _is_about_itself(line: str, *, begun: bool) -> bool:
    words = len(line.split())
    if words <= _LONGEST and _ABOUT_ITSELF.match(line):
        return True
    return begun and words <= 4 * _LONGEST and bool(_CONFIDENTIAL.match(line))


def _is_prose(line: str) -> bool:
    return len(line.split()) >= _PROSE and bool(re.search(r"[.!?…][\"'”’)\]]*\s*$", line))


def find_sign_off(lines: Sequence[str]) -> int:
    """Return where a signature begins that a greeting announces, the number of lines for none."""
    for number in range(len(lines) - 1, -1, -1):
        below = lines[number + 1 :]
        if len(below) > _SIGNATURE_LINES or _is_prose(lines[number]):
            break
        if _SIGN_OFF.fullmatch(lines[number]) and below and any(map(_REACHED.search, below)):
            return number
    return len(lines)
