"""What is added to a page of somebody's site, and how it is taken out again: bytes to bytes.

All of it is one block at the end of the head, between two comments, in ASCII, so that it is right
in whatever encoding the page has; not one other byte of the page is touched. Where the head ends
is found as browsers find it, for its tags may be left out.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final

from markupsafe import escape

from audiopress.publish.pages.schema_org import describe_audio
from audiopress.publish.player_files import name_player_version
from audiopress.publish.sanitize import choose_title, clean_text, clean_url, format_json

if TYPE_CHECKING:
    from audiopress.model import Episode, Show

__all__ = ["Head", "insert_block", "read_head", "remove_blocks", "write_block"]

BEGIN: Final = "<!-- audiopress: what stands up to its end is made by audiopress site -->"
"""The line by which a block of ours is found again; it may never change, for pages have it."""

END: Final = "<!-- audiopress: end -->"
"""The line after which the page is somebody else's again."""

_HEAD_TAGS: Final = frozenset(("html", "head", "base", "basefont", "bgsound", "link", "meta"))
"""Start tags of a head, or before it, whose content need not be skipped (HTML, 13.2.6.4.4)."""

_HOLDING_TAGS: Final = frozenset(("title", "script", "style", "noscript", "noframes", "template"))
"""Start tags that leave a page in its head, and whose content is not looked at."""

_CLOSING_TAGS: Final = frozenset(("head", "html", "body", "br"))
"""End tags that end the head; all other end tags in it are passed over."""

_MARK: Final = "\xef\xbb\xbf"
"""UTF-8's byte order mark, read as Latin-1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A page's head: ``end`` is where it ends, ``ours`` our blocks, in bytes from the beginning.

    ``based`` is whether a ``<base>`` moves the page's relative addresses.
    """

    end: int
    ours: tuple[tuple[int, int], ...] = ()
    based: bool = False


class _EndOfHeadError(Exception):
    """The parser has seen enough."""


class _HeadParser(HTMLParser):
    """Follows the head's tokens; what ends the head by the HTML standard (13.2.6.4) ends it."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        # the parser tells line and column, and we cut by offsets
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]
        self._within: list[str] = []
        self._begin = -1
        self.ours: list[tuple[int, int]] = []
        self.based = False
        self.end = -1
        self.cut = False

    def _here(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _stop(self) -> None:
        self.end = self._here()
        raise _EndOfHeadError

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._within:
            # only templates hold elements; in a script or a title a tag is text
            self._within += [tag] * (tag == "template" == self._within[0])
        elif tag in _HOLDING_TAGS:
            self._within.append(tag)
        elif tag not in _HEAD_TAGS:
            self._stop()
        elif tag == "base" and any(name == "href" for name, _ in attrs):
            self.based = True

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)  # in HTML the slash means nothing

    def handle_endtag(self, tag: str) -> None:
        if self._within:
            if tag == self._within[-1]:
                self._within.pop()
        elif tag in _CLOSING_TAGS:
            self._stop()

    def handle_data(self, data: str) -> None:
        # white space stands in a head; any other text begins the body
        if not self._within and data.strip():
            self._stop()

    def handle_entityref(self, name: str) -> None:
        self.handle_data(name)

    handle_charref = handle_entityref

    def handle_comment(self, data: str) -> None:
        # within a template or a title it is none of ours
        if self._within:
            return
        comment, here = f"<!--{data}-->", self._here()
        if comment == BEGIN:
            # two beginnings, or an end without one: somebody
            # has cut the block, and how much is unknown
            self.cut = self._begin >= 0
            self._begin = here
        elif comment == END:
            self.cut = self.cut or self._begin < 0
            self.ours.append((self._begin, here + len(END)))
            self._begin = -1

    def is_whole(self) -> bool:
        """Whether everything that was opened in the head was closed."""
        return not (self._within or self.cut or self._begin >= 0)


def read_head(body: bytes) -> Head | None:
    """Return the head of a page; ``None`` where it cannot be found, or a block of ours was cut.

    UTF-16 and UTF-32, in which no ASCII can be put between the bytes, are among those.
    """
    if body.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in body:
        return None
    # a character a byte, so that offsets in the text are offsets in the file
    text = body.decode("latin-1")
    parser = _HeadParser(text)
    skip = len(_MARK) if text.startswith(_MARK) else 0
    try:
        # as a text the mark would end the head before it began
        parser.feed(" " * skip + text[skip:])
        parser.close()
    except _EndOfHeadError:
        pass
    except AssertionError:  # what the standard library says of "<![ nonsense"
        return None
    if not parser.is_whole():
        return None
    end = parser.end if parser.end >= 0 else len(body)
    ours = tuple((start, _skip_line_end(body, to)) for start, to in parser.ours)
    return Head(end=max(end, skip), ours=ours, based=parser.based)


def _skip_line_end(body: bytes, at: int) -> int:
    found = re.compile(rb"\r?\n").match(body, at)
    return found.end() if found else at


def remove_blocks(body: bytes, head: Head) -> bytes:
    """Return the page as it was before `insert_block`, byte for byte."""
    # from the last: cutting moves what stands behind
    for start, end in reversed(head.ours):
        body = body[:start] + body[end:]
    return body


def insert_block(body: bytes, head: Head, added: str) -> bytes:
    """Return an unmarked page with ``added`` at the end of its head, in the page's line ends."""
    first = re.search(rb"\r?\n", body)
    line_end = first[0] if first else b"\n"
    inserted = added.encode("ascii").replace(b"\n", line_end)
    return body[: head.end] + inserted + body[head.end :]


def write_block(  # noqa: PLR0913 - a page differs in all of these
    show: Show,
    episode: Episode,
    *,
    edition: str,
    place: str = "",
    script: bool = True,
    style: bool = False,
) -> str:
    """Return what is added to the page of an episode: ASCII, lines that end in a line feed.

    ``edition`` is the way from the page to the edition, relative or absolute, with a closing
    slash. ``script`` is false where the page has a player's tag of its own, ``style`` true where
    it keeps a place for the player.
    """
    sound = show.address + episode.enclosure.path
    feed = f"{show.address}feed.xml"
    lines = [
        BEGIN,
        _write_tag("link", rel="alternate", type="application/rss+xml",
                   title=clean_text(show.title), href=feed),
        _write_tag("meta", property="og:audio", content=sound),
        _write_tag("meta", property="og:audio:type", content=episode.enclosure.media_type),
        f'<script type="application/ld+json">{_write_structured_data(show, episode)}</script>',
    ]  # fmt: skip
    player, version = f"{edition}player/audiopress-player", name_player_version()
    if style:
        lines.append(_write_tag("link", rel="stylesheet", href=f"{player}.css?v={version}"))
    if script:
        # From the script's own address, so that it is right wherever the page lies.
        record = {"data-auto": f"../{episode.home}episode.json"}
        where = {"data-place": place} if place else {}
        source = f"{player}.js?v={version}"
        opened = _write_tag("script", type="module", src=source, **record, **where)
        # in HTML a slash does not close a script, and the rest of the page would be its program
        lines.append(opened.removesuffix("/>") + "></script>")
    lines.append(END)
    return "".join(f"{line}\n" for line in lines)


def _write_tag(name: str, **attributes: str) -> str:
    pairs = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
    return f"<{name}{pairs}/>".encode("ascii", "xmlcharrefreplace").decode("ascii")


def _write_structured_data(show: Show, episode: Episode) -> str:
    """Return the ``AudioObject``, and which article it is the sound of."""
    article: dict[str, object] = {"@type": "Article", "headline": choose_title(episode)}
    if url := clean_url(episode.url):
        article |= {"@id": url, "url": url}
    record = {"@context": "https://schema.org"} | describe_audio(show, episode)
    text = format_json(record | {"encodesCreativeWork": article})
    # escaped by JSON's own rules: references of HTML mean nothing within a script
    return "".join(sign if sign.isascii() else json.dumps(sign)[1:-1] for sign in text)
