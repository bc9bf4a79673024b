"""The whole text of a document, by a plain reading that shares no code with audiopress.

Word and OpenDocument by the text nodes of their XML, books and saved pages by those of their HTML,
printed pages as the library gives them, marked-up texts with their marks taken out. It knows
nothing of what should be spoken: what a document has is either spoken or listed as left out.
"""

from __future__ import annotations

import email
import email.policy
import io
import json
import posixpath
import re
import unicodedata
import zipfile
from collections import Counter
from html import unescape
from typing import TYPE_CHECKING, Any

import lxml.html
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["count_unlisted", "drop_heads", "list_words", "read_text"]

_BROKEN = re.compile("(?<=\\w)[-\u2010\u2011\xad\ufffe\x02]\\s*(?=\\w)")
"""A hyphen between letters, at the end of a line or within it: both writings of a word are one."""

_WORD = re.compile(r"\d+|[^\W\d_]+")
"""A word or a number: in one reading the mark of a note stands apart, in another it does not."""

# fmt: off
_INLINE = frozenset((
    "a", "abbr", "b", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark",
    "q", "s", "small", "span", "strong", "sub", "sup", "tt", "u", "var",
))
# fmt: on
"""Elements of HTML within which a word may go on; the borders of all others end it."""

_UNSHOWN = ("head", "script", "style", "template")
"""Elements of HTML whose text is for programs."""

_WORD_PART = re.compile(r"word/(?:document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml")
"""Parts of a Word document that have text."""

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""What an older Word shows in place of what stands beside it: the same text again."""

_UNSAID = "{*}instrText", "{*}delInstrText", "{*}table-of-content-source", _FALLBACK
"""Elements of documents whose text is for programs, or stands there twice."""

_MARKS = (
    (r"\A---\n.*?\n---\n", ""),  # front matter: what the text says of itself
    (r"^\[[^\]]+\]:\s*\S+.*$", ""),  # where links lead
    (r"\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+\"[^\"]*\")?\)", "]"),
    (r"^(?:import|export) .*$", ""),
    (r"<!--.*?-->", ""),
    (r"\]\[[^\]]*\]", "]"),
    (r"^\s*\d+[.)] ", ""),  # numbers of a list
    (r"^```.*$", ""),  # the language of code, and what a site is told of it
    (r"</?[A-Za-z][^<>]*>", " "),
)
"""Marks of Markdown and MDX with letters that are no text, in the order in which they go."""

_EDGE = 3
"""Lines at the top and bottom of a printed page among which its running heads are."""

_ROLE = re.compile(r":[\w:+-]+:`(?:([^`<]*?)\s*<[^`<>]*>|([^`]*))`")
"""A role of Sphinx, with a text before its target or without."""


def list_words(text: str) -> list[str]:
    """Return the words of a text in small letters, parted ones whole."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return _WORD.findall(_BROKEN.sub("", text))


def count_unlisted(text: str, listed: Iterable[str]) -> tuple[int, list[str]]:
    """Return how many letters of a text ``listed`` does not account for, and their words.

    Each word that is listed accounts for one of the text. Words that two readings part in other
    places are looked for in the letters that are left over.
    """
    found = Counter(word for entry in listed for word in list_words(entry))
    missing = []
    for word in list_words(text):
        if found[word]:
            found[word] -= 1
        else:
            missing.append(word)
    rest = "\0".join(word for word, count in found.items() for _ in range(count))
    lost = []
    for word in sorted(missing, key=len, reverse=True):
        if word in rest:
            rest = rest.replace(word, "\0", 1)
        else:
            lost.append(word)
    return sum(map(len, lost)), lost


def read_text(kind: str, body: bytes, leave_out: Iterable[str] = ()) -> str:
    """Return all text of a document of a kind (``docx``, ``eml`` ...).

    ``leave_out`` are files of a book that are passed by.
    """
    if kind == "epub":
        return _read_book(body, frozenset(leave_out))
    readers: dict[str, Callable[[bytes], str]] = {
        "docx": _read_word,
        "odt": _read_open_document,
        "pdf": _read_printed,
        "eml": _read_message,
        "mhtml": _read_message,
        "rst": _read_restructured_text,
        "ipynb": _read_notebook,
    }
    return readers.get(kind, lambda text: _drop_marks(text.decode()))(body)


def _read_word(body: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(body)) as parts:
        names = [name for name in parts.namelist() if _WORD_PART.fullmatch(name)]
        return "\n".join(_join(etree.fromstring(parts.read(name)), {"r", "t"}) for name in names)


def _read_open_document(body: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(body)) as parts:
        content = etree.fromstring(parts.read("content.xml"))
        styles = etree.fromstring(parts.read("styles.xml"))
    found = (*content.iter("{*}body"), *styles.iter("{*}master-styles"))
    return "\n".join(_join(each, {"span", "a"}) for each in found)


def _join(root: Any, inline: Iterable[str]) -> str:
    """Return the text of a tree, a blank at the border of each element but some."""
    for name in _UNSAID:
        for element in list(root.iter(name)):
            element.getparent().remove(element)
    return "".join(_walk(root, frozenset(inline)))


def _walk(element: Any, inline: frozenset[str]) -> Iterator[str]:
    if not isinstance(element.tag, str):
        return
    border = "" if re.split("[}:]", element.tag)[-1].lower() in inline else " "
    yield f"{border}{element.text or ''}"
    for child in element:
        yield from _walk(child, inline)
        yield child.tail or ""
    yield border


def _read_book(body: bytes, leave_out: frozenset[str]) -> str:
    with zipfile.ZipFile(io.BytesIO(body)) as parts:
        names = [name for name in _list_spine(parts) if not name.endswith(tuple(leave_out))]
        return "\n".join(_read_html(parts.read(name)) for name in names)


def _list_spine(parts: zipfile.ZipFile) -> Iterator[str]:
    """Yield the files of a book that are read one after the other, but its navigation."""
    package = next(name for name in parts.namelist() if name.endswith(".opf"))
    root = etree.fromstring(parts.read(package))
    items = {each.get("id"): each for each in root.iter("{*}item")}
    for each in root.iter("{*}itemref"):
        item = items[each.get("idref")]
        if "nav" not in (item.get("properties") or "").split():
            yield posixpath.normpath(posixpath.join(posixpath.dirname(package), item.get("href")))


def _read_html(body: bytes) -> str:
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, huge_tree=True)
    tree = lxml.html.document_fromstring(re.sub(rb"\A\s*<\?xml[^>]*\?>", b"", body), parser)
    for element in list(tree.iter(*_UNSHOWN)):
        element.drop_tree()
    return _join(tree, _INLINE)


def _read_printed(body: bytes) -> str:
    import pypdfium2  # noqa: PLC0415 - an extra

    pages = pypdfium2.PdfDocument(body)
    texts = (pages[at].get_textpage().get_text_bounded() for at in range(len(pages)))
    return "\f".join(texts)


def drop_heads(text: str, heads: Iterable[str]) -> str:
    """Return the text of printed pages without the running heads of all pages: one listing tells.

    A line at the edge of a page is one if all its words are of heads.
    """
    words = {word for head in heads for word in list_words(head)}
    left = []
    for page in text.split("\f"):
        lines = page.splitlines()
        edges = {*range(_EDGE), *range(len(lines) - _EDGE, len(lines))}
        left += [
            line
            for at, line in enumerate(lines)
            if at not in edges or not words.issuperset(_drop_numbers(list_words(line)))
        ]
    return "\n".join(left)


def _drop_numbers(words: Iterable[str]) -> list[str]:
    return [word for word in words if not word.isdigit()]


def _read_message(body: bytes) -> str:
    message = email.message_from_bytes(body, policy=email.policy.default)
    part = message.get_body(preferencelist=("html", "plain"))
    if part is None:  # a saved page: the first page in it is the page
        part = next(each for each in message.walk() if each.get_content_type() == "text/html")
    raw = part.get_payload(decode=True)
    text = raw.decode(part.get_content_charset() or "utf-8", "replace")
    return _read_html(text.encode()) if part.get_content_type() == "text/html" else text


def _drop_marks(text: str) -> str:
    for mark, instead in _MARKS:
        lines = re.DOTALL if ".*?" in mark else re.NOFLAG
        text = re.sub(mark, instead, text, flags=re.MULTILINE | lines)
    return unescape(text)


def _read_notebook(body: bytes) -> str:
    texts = []
    for cell in json.loads(body)["cells"]:
        source = "".join(cell["source"])
        texts.append(_drop_marks(source) if cell["cell_type"] == "markdown" else source)
        for output in cell.get("outputs", ()):
            texts.append("".join(output.get("text", ())))
            texts.append("".join(output.get("data", {}).get("text/plain", ())))
    return "\n".join(texts)


def _read_restructured_text(body: bytes) -> str:
    from docutils import core, nodes  # noqa: PLC0415 - an extra

    source = _ROLE.sub(lambda found: found[1] or found[2], body.decode())
    settings = {"report_level": 5, "raw_enabled": False, "file_insertion_enabled": False}
    tree = core.publish_doctree(source, settings_overrides=settings)
    for node in list(tree.findall(nodes.system_message)) + list(tree.findall(nodes.comment)):
        node.parent.remove(node)
    return str(tree.astext())
