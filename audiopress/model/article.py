"""What comes in and what is said of it: documents, articles, scripts."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime  # noqa: TC003 - msgspec resolves the annotations when it decodes
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from audiopress.errors import AudiopressError

__all__ = [
    "Article",
    "Block",
    "BlockKind",
    "Document",
    "LeftOut",
    "OtherFile",
    "PassedOver",
    "Refused",
    "Role",
    "Script",
    "Selector",
    "SourceFacts",
    "Utterance",
]

BlockKind = Literal["heading", "paragraph", "quote", "list_item", "caption", "table"]
"""What a block of a page is, as its markup says it."""

Role = Literal[
    "headline",
    "opening",
    "standfirst",
    "heading",
    "body",
    "quote",
    "list_item",
    "caption",
    "table",
    "disclosure",
    "correction",
]
"""What a paragraph is in the script: each may have a voice of its own (SSML calls it a role)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFacts:
    """What a feed, a sitemap or a list says of an article; empty where it says nothing.

    ``listed_in`` is where that list came from, ``listed_at`` its place there ("row 4"),
    ``text_from`` says whether the document is the text
    that stood in it (``feed``) or the article's own page (``page``), and ``why`` the reason in a
    few words. ``notes`` tell what the list says and was not understood, ``unread_date`` what that
    is of the date of publication.
    """

    title: str = ""
    byline: str = ""
    published: datetime | None = None
    modified: datetime | None = None
    language: str = ""
    section: str = ""
    tags: tuple[str, ...] = ()
    listed_in: str = ""
    listed_at: str = ""
    text_from: Literal["", "feed", "page"] = ""
    why: str = ""
    notes: tuple[str, ...] = ()
    unread_date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A source as it was fetched: bytes and what is known about them.

    ``uri`` is an http(s) address, or, for a file, its path below the edition's folder with
    forward slashes. ``charset`` is what the server said, if it said anything, ``asked`` the address
    that was asked for when a redirect led elsewhere, ``outside`` whether the file lies outside of
    that folder, so that its name is not its alone; ``place`` is where such a file lies, to tell it
    from others of its name, and is kept nowhere. ``facts`` are those of the list it stood in.
    """

    uri: str
    media_type: str
    body: bytes
    charset: str | None = None
    asked: str = ""
    outside: bool = False
    place: str = ""
    facts: SourceFacts | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A source that could not be had, or an article that is not published, and why.

    ``uri`` is as a `Document` has it. Those beside it are still read.
    """

    uri: str
    error: AudiopressError


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherFile:
    """What lies in a folder or a list of articles and is none, and why in a few words.

    ``uri`` is its path as a `Document` has it, of a folder with a slash at its end; ``count`` files
    of another kind in one folder are one, named by their ending (``pictures/*.png``). ``unwanted``
    says that it is an article, which the settings of its source leave out, and ``repeated`` that
    it is one which is taken where it is named first. ``done`` is the word by which a list says that
    its reader is done with it (archived, deleted).
    """

    uri: str
    reason: str
    count: int = 1
    unwanted: bool = False
    repeated: bool = False
    done: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selector:
    """W3C TextQuoteSelector: ``exact`` as it stands in the page, with context on both sides."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A text that will not be spoken, and why (``read-more``, ``newsletter`` ...).

    ``rule`` is the check or the rule of cleaning that left a block out, nothing for what is no
    block: menus, parts of a sentence. Two that differ in it alone are the same.
    """

    text: str
    reason: str
    rule: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedOver:
    """A text of a document that is none of its blocks: outside of the story, hidden, a control.

    ``before`` is the number of the block that it stands before; at the end, how many there are.
    """

    before: int
    left_out: LeftOut


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block of an article in reading order; ``level`` is the heading's (1-6), else 0.

    ``links`` is the share of the text that is linked (0 to 1), ``hints`` sorted words on where
    the page has it (``aside``, ``standfirst`` ...): what cleaning decides with. ``left_out`` are
    parts that stand in it and are no part of ``text``, in their order: note marks, formulas.
    ``number`` is the mark that a reader sees before an item of an ordered list ("3.", "c."); it
    stands in no text of the page, so it is no part of ``text`` either. ``language`` is its tag
    where it is in another language than the article, else empty.
    """

    kind: BlockKind
    text: str
    level: int = 0
    selector: Selector | None = None
    links: float = 0.0
    hints: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    number: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What a document says, before anything is decided about how it is spoken.

    ``canonical`` is the address the page claims for itself (absolute, not yet believed),
    ``declared_id`` the ``id:`` of a file's front matter. A ``draft`` is never published. ``notes``
    tell its writer what was not understood or not used of the document, where that is no failure.
    ``passed_over`` is the text of the document that no block holds, in reading order.
    ``language_guessed`` says that nothing but its text tells the language, ``opted_out`` by which
    words the document asks not to be read aloud, ``tags`` what it is about by its own word.
    ``claims`` is what kind of page it says that it is, ``listing`` why it is a list of other pages,
    ``notice`` why it is one of its server's (an error, maintenance, a login), ``locked`` by which
    words its text is for subscribers, ``whole_words`` how many it has by its own word, ``unfound``
    whether it asks search engines to leave it out, ``broken_off`` whether it ends before its end.
    """

    uri: str
    title: str
    blocks: tuple[Block, ...]
    canonical: str | None = None
    declared_id: str | None = None
    byline: str = ""
    standfirst: str = ""
    published: datetime | None = None
    modified: datetime | None = None
    language: str = "en"
    section: str = ""
    image: str | None = None
    draft: bool = False
    notes: tuple[str, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()
    language_guessed: bool = False
    opted_out: str = ""
    tags: tuple[str, ...] = ()
    claims: str = ""
    listing: str = ""
    notice: str = ""
    locked: str = ""
    whole_words: int = 0
    unfound: bool = False
    broken_off: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """A paragraph, or the part of one that one voice speaks.

    ``source`` is the article's text, ``spoken`` what the engine gets, ``voice`` a voice's name,
    ``pause`` the silence after it in samples at the show's rate, ``paragraph`` the number of the
    paragraph it belongs to (counted from 0 over the script).
    """

    role: Role
    source: str
    spoken: str
    language: str
    voice: str
    pause: int
    # The same for the parts that several voices speak: a heading of two voices is one chapter.
    paragraph: int
    selector: Selector | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """All that is said of one article, in order, and all that is not.

    ``unsure`` lists pieces of written text that no rule of the spoken-form layer understood.
    """

    utterances: tuple[Utterance, ...]
    left_out: tuple[LeftOut, ...] = ()
    unsure: tuple[str, ...] = ()
