"""The lines of a message in plain text: what its writer says, what it quotes, its signature."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from audiopress.reading.documents.mail_footers import find_footers, find_sign_off
from audiopress.reading.documents.mail_patches import count_patch
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audiopress.reading.reasons import Reason

__all__ = ["ANSWERED", "FORWARDED", "Said", "judge_lines", "split_mail_text"]

_QUOTED = re.compile(r"[ \t]{0,3}>")
"""How a line begins that is quoted."""

ANSWERED = re.compile(
    r"\W{0,6}"
    + any_of(
        r"on .{6,200}(?:wrote|writes|said)",
        r"am .{6,200}(?:schrieb|hat geschrieben).{0,80}",
        r"le .{6,200}a écrit",
        r"el .{6,200}escribió",
        r"il .{6,200}ha scritto",
        r"op .{6,200}(?:schreef|geschreven).{0,80}",
        r"em .{6,200}escreveu",
        r"den .{6,200}skrev.{0,80}",
        r"[\d.]{6,10} .{6,200}(?:написал|пишет).{0,20}",
        r"\W{0,3}[^\n:]{3,100}<[^<>\s]+@[^<>\s]+>.{0,60}(?:wrote|writes|schrieb|a écrit)",
        r"[A-Z][\w.' -]{2,40} (?:wrote|writes)",
    )
    + r"\s?:\s*",
    re.IGNORECASE | re.DOTALL,
)
"""The line that a mailer puts above what it quotes: "On 3 May 2024, Ada Fenwick wrote:"."""

_OPENING = re.compile(r"\W{0,6}(?:on|am|le|el|il|op|em|den|\d[\d.]+)\s", re.IGNORECASE)
"""How such a line begins that may go on in the next."""

_ORIGINAL = re.compile(
    r"\s*[-_]{2,}\s*(?:original message|original appointment|ursprüngliche nachricht|"
    r"message d'origine|mensaje original|messaggio originale|oorspronkelijk bericht|"
    r"mensagem original|reply message|reply above this line)\s*[-_]{2,}\s*",
    re.IGNORECASE,
)
"""The line above the whole message that is answered."""

FORWARDED = re.compile(
    r"\s*(?:[-_]{2,}\s*(?:forwarded message|weitergeleitete nachricht|message transféré|"
    r"mensaje reenviado|messaggio inoltrato|doorgestuurd bericht)"
    r"(?: (?:from|by) .{1,60})?\s*[-_]{2,}|"
    r"begin forwarded message:|anfang der weitergeleiteten (?:nachricht|e-mail):)\s*",
    re.IGNORECASE,
)
"""The line above a message that is sent on: that message is what is said."""

_FIELD = re.compile(
    r"\W{0,4}(?:from|sent|date|to|cc|bcc|subject|reply-to|importance|"
    r"resent-\w+|von|gesendet|datum|an|"
    r"betreff|kopie|de|envoyé|à|objet|para|asunto|enviado|fecha|da|inviato|a|oggetto|van|verzonden|"
    r"aan|onderwerp|assunto)\W{0,2}:\W?.*",
    re.IGNORECASE,
)
"""A field of a message that is answered or sent on, as mailers write them out."""

_SIGNED_BY_DEVICE = re.compile(
    r"\s*(?:sent (?:from|via|with) (?:my |the )?[\w ]{2,40}|get outlook for \w+.*|"
    r"von meinem [\w ]{2,30} gesendet|envoyé (?:de|depuis) (?:mon|ma) [\w ]{2,30}|"
    r"enviado (?:desde|do|de) (?:mi|meu) [\w ]{2,30}|inviato da[l ][\w ]{2,30})[.!]?\s*",
    re.IGNORECASE,
)
"""What telephones write below a message."""

_FEWEST_FIELDS = 2
"""Fields below a line that announces a message: one line with a colon is somebody's sentence."""

_HEAD_FIELDS = 3
"""Fields that make the head of a message by themselves: sender, date and subject."""

_SIGNATURE = re.compile(r"--[ \t]*")
"""The line above a signature (RFC 3676, 4.3)."""

_RULE = re.compile(r"\s*(?:[_=*~]{10,}|-{10,})\s*")
"""A line that parts a list's footer from the message."""

_LIST_FOOTER = re.compile(
    r"\bmailing list\b|\bunsubscribe\b|\bmailman\b|listinfo|\bto post to this group\b|"
    r"\byou received this message because\b",
    re.IGNORECASE,
)
"""Words of the lines that a list of mail puts below each message."""

_LONGEST_SIGNATURE = 15
"""Lines that a signature may have; more behind two dashes are a message that was parted so."""

_FOOTER_LINES = 8
"""Lines that a list of mail puts below a message at most."""

Said = Literal["", "code", "mail-footer", "quoted-mail", "signature"]
"""Why lines are not spoken, nothing for what is."""


def split_mail_text(
    text: str, *, flowed: bool = False
) -> Iterator[tuple[str, Reason | Literal[""]]]:
    """Yield the pieces of a message in their order, each with the reason why it is not spoken."""
    lines = _join_flowed(text.split("\n")) if flowed else text.split("\n")
    yield from _join_pieces(zip(lines, judge_lines(lines, wrapped=True), strict=True))


def judge_lines(lines: list[str], *, wrapped: bool = False) -> list[Said]:
    """Return of each line of a message why it is not spoken, nothing for what its writer says.

    ``wrapped`` says that an empty line parts paragraphs, not each end of a line.
    """
    said: list[Said] = []
    rest, begun = False, False
    while len(said) < len(lines):
        at = len(said)
        size, reason, ends = _judge(lines, at)
        # below the head of the message that is answered all is that message's; where nothing
        # stands above, it was sent on, and is what is said
        rest = rest or (ends and begun)
        said += ["quoted-mail" if rest else reason] * size
        begun = begun or not (reason or ends or not lines[at].strip())
    _judge_ends(lines, said, wrapped=wrapped)
    return said


def _judge_ends(lines: list[str], said: list[Said], *, wrapped: bool) -> None:
    """Judge what is not told by marks: footers and signatures that only their words tell."""
    own = [number for number, line in enumerate(lines) if line.strip() and not said[number]]
    paragraphs: list[list[int]] = []
    for number in own:
        if wrapped and paragraphs and paragraphs[-1][-1] == number - 1:
            paragraphs[-1].append(number)
        else:
            paragraphs.append([number])
    texts = [" ".join(lines[number].strip() for number in each) for each in paragraphs]
    for at in find_footers(texts):
        for number in paragraphs[at]:
            said[number] = "mail-footer"
    left = [number for number in own if not said[number]]
    for number in left[find_sign_off([lines[number] for number in left]) :]:
        said[number] = "signature"


def _judge(lines: list[str], at: int) -> tuple[int, Said, bool]:
    """Return how many lines from here on are one thing, why not spoken, and whether all below is.

    The last says that it is the head of a message that is answered.
    """
    line = lines[at]
    if size := 1 if _QUOTED.match(line) else _find_answered(lines, at):
        return size, "quoted-mail", False
    original = bool(_ORIGINAL.fullmatch(line))
    if original or FORWARDED.fullmatch(line):
        return 1 + _count_fields(lines, at + 1), "quoted-mail", original
    own = _count_fields(lines, at)
    if own >= _HEAD_FIELDS:
        return own, "quoted-mail", True
    if size := _count_signature(lines, at):
        return size, "signature", False
    if size := count_patch(lines, at):
        return size, "code", False
    return 1, "signature" if _SIGNED_BY_DEVICE.fullmatch(line) else "", False


def _count_signature(lines: list[str], at: int) -> int:
    """Return how many lines from here on are a signature or a list's footer."""
    below = lines[at + 1 :]
    if not (_SIGNATURE.fullmatch(lines[at]) or (_RULE.fullmatch(lines[at]) and _is_footer(below))):
        return 0
    ends = (
        number
        for number, line in enumerate(below)
        if _QUOTED.match(line) or ANSWERED.fullmatch(line.strip())
    )
    size = next(ends, len(below))
    return size + 1 if sum(bool(line.strip()) for line in below[:size]) <= _LONGEST_SIGNATURE else 0


def _find_answered(lines: list[str], at: int) -> int:
    """Return how many lines tell whom the quotation below them is of: mailers wrap that line."""
    # a line that goes on begins as such a line does, or with a sender's name and address
    if not lines[at].strip():
        return 0
    most = 3 if _OPENING.match(lines[at]) else 1
    for size in range(1, most + 1):
        text = " ".join(lines[at : at + size]).strip()
        if ANSWERED.fullmatch(text):
            below = next((line for line in lines[at + size :] if line.strip()), "")
            return size if _QUOTED.match(below) or not below or (size == 1 and "@" in text) else 0
    return 0


def _count_fields(lines: list[str], at: int) -> int:
    """Return how many lines from here on are the head of a message that is quoted."""
    end = at
    while end < len(lines) and (
        _FIELD.fullmatch(lines[end]) or (end == at and not lines[end].strip())
    ):
        end += 1
    found = sum(bool(line.strip()) for line in lines[at:end])
    return end - at if found >= _FEWEST_FIELDS else 0


def _is_footer(lines: list[str]) -> bool:
    rest = [line for line in lines if line.strip()]
    return 0 < len(rest) <= _FOOTER_LINES and bool(_LIST_FOOTER.search(" ".join(rest)))


def _join_flowed(lines: list[str]) -> list[str]:
    """Return the lines as their writer ended them (RFC 3676): one that ends in a blank goes on."""
    joined: list[str] = []
    goes_on = False
    for line in lines:
        if goes_on and not _QUOTED.match(line) and line.strip():
            joined[-1] += line
        else:
            joined.append(line)
        plain = line.rstrip() not in ("", "--") and not _QUOTED.match(line)
        goes_on = plain and line.endswith(" ")
    return joined


def _join_pieces(said: Iterable[tuple[str, Said]]) -> Iterator[tuple[str, Reason | Literal[""]]]:
    lines: list[str] = []
    last: Said = ""
    for line, reason in said:
        if reason != last and line.strip():
            if any(each.strip() for each in lines):
                yield "\n".join(lines), last
            lines, last = [], reason
        lines.append(re.sub(r"^(?:[ \t]*>)+ ?", "", line) if reason == "quoted-mail" else line)
    if any(each.strip() for each in lines):
        yield "\n".join(lines), last
