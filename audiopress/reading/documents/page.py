"""The page that a document becomes: HTML with what it says of itself, and what is not spoken."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape, unescape
from typing import TYPE_CHECKING

from audiopress.reading.html.whole_pages import MARK
from audiopress.reading.metadata.declared.meta_tags import FILE_CHANGED, FILE_CREATED

if TYPE_CHECKING:
    from audiopress.reading.reasons import Reason

__all__ = [
    "CAPTION_LETTERS",
    "DocumentPage",
    "choose_preformatted",
    "keep_linked_sentence",
    "leave_out",
    "leave_out_block",
    "write_captions",
]

CAPTION_LETTERS = 400
"""Letters of a box with a picture up to which they are its caption; more are a text of its own."""


_STATEMENT = re.compile(r"[.!?…][\"'”’»)\]]*\s*$")
"""How a sentence ends."""

_CODE = re.compile(r"[{}=<>|\\]|;\s*$|\(\)|^\s*[$#%>] ", re.MULTILINE)
"""Signs of code; of a text of this many words perhaps one is in it."""

_LINK = re.compile(r"<a href=\"#\">.*?</a>", re.DOTALL)
"""A link, with its text."""

_LINKED_WORDS = 8
"""Words of a sentence that is said although all of it is a link: a title is shorter, or open."""

_PROSE_WORDS = 12
"""Words of a sentence that is no code, whatever its style is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPage:
    """What a document says, as HTML; ``title`` is empty where its text shows its own headline.

    ``published`` is the date that it states; ``created`` and ``changed`` are those of its file,
    which count where it shows none. All are as HTML has them. ``declared_id`` is an id that the
    document has whatever its file is called, ``notes`` what its writer should know.
    """

    body: str
    title: str = ""
    byline: str = ""
    published: str = ""
    created: str = ""
    changed: str = ""
    language: str = ""
    canonical: str = ""
    declared_id: str = ""
    notes: tuple[str, ...] = ()

    def write(self) -> str:
        """Return the page."""
        metas = (
            ("property", "og:title", self.title),
            ("name", "author", self.byline),
            ("property", "article:published_time", self.published),
            ("name", FILE_CREATED, self.created),
            ("name", FILE_CHANGED, self.changed),
        )
        head = "".join(
            f'<meta {kind}="{name}" content="{escape(text)}">' for kind, name, text in metas if text
        )
        language = f' lang="{escape(self.language)}"' if self.language else ""
        return f"<!DOCTYPE html><html{language}><head>{head}</head><body>{self.body}</body></html>"


def leave_out(text: str, reason: Reason) -> str:
    """Return HTML within a line that is not spoken."""
    return f'<span {MARK}="{reason}">{text}</span>' if text else ""


def leave_out_block(text: str, reason: Reason) -> str:
    """Return a block of HTML that is not spoken."""
    return f'<div {MARK}="{reason}">{text}</div>\n' if text else ""


def write_captions(html: str) -> str:
    """Return HTML whose paragraphs are the caption of a picture."""
    return re.sub(
        r"<p(?: [^>]*)?>(.*?)</p>",
        r"<figure><figcaption>\1</figcaption></figure>",
        html,
        flags=re.DOTALL,
    )


def keep_linked_sentence(html: str) -> str:
    """Return a paragraph without its links where they hold a whole sentence.

    On a page of the web such a line leads to another one; a document names its sources so.
    """
    text = _read_text(html)
    whole = not re.search(r"\w", _read_text(_LINK.sub("", html)))
    if whole and len(text.split()) >= _LINKED_WORDS and _STATEMENT.search(text):
        return re.sub(r"</?a\b[^>]*>", "", html)
    return html


def _read_text(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", " ", html))


def choose_preformatted(html: str) -> tuple[str, str]:
    """Return the tags of a paragraph that is called preformatted: prose that was pasted is none.

    Texts from the web and from plain files keep that style in a word processor.
    """
    text = _read_text(html)
    prose = len(text.split()) >= _PROSE_WORDS and _STATEMENT.search(text) and not _CODE.search(text)
    return ("<p>", "</p>") if prose else ("<pre>", "</pre>")
