"""Messages of e-mail (.eml): what is said in one, without what it quotes and its signature."""

from __future__ import annotations

import contextlib
import email
import re
from email.message import EmailMessage
from email.policy import EmailPolicy
from html import escape
from typing import TYPE_CHECKING, Any

from audiopress.errors import ReadingError
from audiopress.reading.documents.mail_html import mark_mail_html
from audiopress.reading.documents.mail_text import split_mail_text
from audiopress.reading.documents.page import DocumentPage, leave_out_block
from audiopress.reading.formats.text_paragraphs import split_paragraphs
from audiopress.text.comparison import has_words
from audiopress.text.decode import decode, tidy

if TYPE_CHECKING:
    from audiopress.reading.formats.text_paragraphs import TextParagraph

__all__ = ["parse_message", "read_mail", "read_part"]

_ANSWER = re.compile(
    r"(?:\s*(?:re|aw|sv|vs|antw|odp|res|fwd?|wg|tr|rv|enc|doorst)(?:\[\d+\])?\s*:\s*)+",
    re.IGNORECASE,
)
"""What mailers put before the subject of an answer or a message that is sent on."""

_LIST_NAME = re.compile(r"\s*\[[\w .:-]{2,40}\]\s*")
"""What lists put before the subject: their name."""

_CHARSET = re.compile(rb"charset=[\"']?([\w.:-]{2,40})", re.IGNORECASE)
"""The encoding that a message names for its text, which is that of its fields as a rule."""


class _FieldPolicy(EmailPolicy):
    """How fields are read: those with letters as they are, which should be encoded, too.

    The library's parser keeps bytes that it does not know as signs that stand for no letter, and
    leaves them out of names.
    """

    charset: str | None
    """The encoding of a message's text, where it names one."""

    def __init__(self, charset: str | None) -> None:
        """Read fields of a message whose text is in ``charset``."""
        super().__init__(message_factory=EmailMessage)
        self.__dict__["charset"] = charset  # by a name it would be refused: policies are values

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Return name and text of a field, as it stands in ``sourcelines``."""
        name, text = super().header_source_parse(sourcelines)
        if text.isascii():
            return name, text
        return name, decode(text.encode("utf-8", "surrogateescape"), self.charset)


def parse_message(body: bytes, where: str) -> EmailMessage:
    """Return a message; raises `ReadingError` for what has no fields at its head."""
    # an mbox has a line in front of each message that is none of it
    body = re.sub(rb"\A(?:\s*\n|>?From [^\n]*\n)+", b"", body)
    named = _CHARSET.search(body)
    policy = _FieldPolicy(named[1].decode("ascii") if named else None)
    message = email.message_from_bytes(body, policy=policy)
    if not isinstance(message, EmailMessage) or not message.keys():
        raise ReadingError(
            "this is no message: it has no subject, no sender and no date",
            where=where,
            hint="save it from your mail program as .eml",
        )
    return message


def read_mail(body: bytes, where: str) -> DocumentPage:
    """Return the page of a message; raises `ReadingError` where there is nothing to read."""
    message = parse_message(body, where)
    with contextlib.suppress(KeyError, LookupError, ValueError):
        kind = message.get_content_type()
        if kind in ("application/pkcs7-mime", "multipart/encrypted", "application/pgp-encrypted"):
            raise ReadingError(
                "this message is encrypted",
                where=where,
                hint="open it in your mail program, and save its text as .txt or .html",
            )
    return DocumentPage(
        body=_read_body(message),
        title=_read_subject(message),
        byline=_read_sender(message),
        published=_read_date(message),
        language=_read_field(message, "content-language").partition(",")[0].strip(),
        declared_id=_read_id(message),
        notes=tuple(_list_attachments(message)),
    )


def _read_field(message: EmailMessage, name: str) -> str:
    """Return a field's text, nothing for one that is not there or cannot be read."""
    with contextlib.suppress(Exception):  # fields of strangers break its parser in many ways
        return tidy(str(message.get(name) or ""))
    return ""


def _read_subject(message: EmailMessage) -> str:
    subject = _LIST_NAME.sub("", _ANSWER.sub("", _read_field(message, "subject"), count=1), count=1)
    subject = _ANSWER.sub("", subject, count=1) if _ANSWER.match(subject) else subject
    return subject if has_words(subject) else ""


def _read_sender(message: EmailMessage) -> str:
    """Return who wrote it, by name; an address alone is no name."""
    with contextlib.suppress(Exception):
        addresses: Any = getattr(message.get("from"), "addresses", ())
        names = [tidy(each.display_name) for each in addresses]
        return ", ".join(name for name in names if name and "@" not in name)
    return ""


def _read_date(message: EmailMessage) -> str:
    with contextlib.suppress(Exception):
        moment = getattr(message.get("date"), "datetime", None)
        return moment.isoformat() if moment else ""
    return ""


def _read_id(message: EmailMessage) -> str:
    """Return what a message is known by, wherever its file lies (RFC 2392)."""
    found = re.search(r"<([^<>\s]+@[^<>\s]+)>", _read_field(message, "message-id"))
    return f"mid:{found[1]}" if found else ""


def _list_attachments(message: EmailMessage) -> list[str]:
    with contextlib.suppress(Exception):
        names = [
            part.get_filename() or part.get_content_type() for part in message.iter_attachments()
        ]
        return [f"what is attached is not read: {name}" for name in names]
    return []


def _read_body(message: EmailMessage) -> str:
    """Return the HTML of what a message says: its HTML, else its text."""
    part = None
    with contextlib.suppress(Exception):
        part = message.get_body(("html", "plain"))
    if part is None:
        part = next(
            (each for each in message.walk() if each.get_content_maintype() == "text"), None
        )
    if part is None:
        return ""
    text = read_part(part)
    if part.get_content_type() == "text/html":
        return mark_mail_html(text)
    flowed = part.get_param("format") == "flowed"
    return _write_text(text, flowed=flowed)


def read_part(part: Any) -> str:
    """Return the text of a part of a message, in whatever encoding it is."""
    body = part.get_payload(decode=True)
    if not isinstance(body, bytes):
        return str(part.get_payload() or "")
    charset = part.get_content_charset()
    return decode(body, str(charset) if charset else None)


def _write_text(text: str, *, flowed: bool) -> str:
    found = []
    for lines, reason in split_mail_text(text.replace("\r\n", "\n"), flowed=flowed):
        inner = "".join(_write_paragraph(each) for each in split_paragraphs(lines))
        found.append(leave_out_block(inner, reason) if reason else inner)
    return "".join(found)


def _write_paragraph(paragraph: TextParagraph) -> str:
    text = escape(paragraph.text)
    if paragraph.kind == "heading":
        level = min(6, max(2, paragraph.level))
        return f"<h{level}>{text}</h{level}>\n"
    if paragraph.kind == "list_item":
        number = paragraph.number.rstrip(".)")
        return (
            f'<ol start="{number}"><li>{text}</li></ol>\n'
            if number.isdigit()
            else f"<ul><li>{text}</li></ul>\n"
        )
    if paragraph.kind == "quote":
        return f"<blockquote>{text}</blockquote>\n"
    return f"<p>{text}</p>\n"
