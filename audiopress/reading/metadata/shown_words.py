"""What a page shows beside its headline, by which its headline and its site's name are told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from audiopress.text.comparison import has_words, make_comparable
from audiopress.text.decode import tidy

__all__ = ["HOME", "ShownWords", "list_long_words", "list_stems", "read_shown_words"]

HOME = re.compile(r"(?:https?://[^/]+)?/?(?:index\.\w+)?")
"""The address of a site's front, to which a logo leads."""

_LONG = 4
"""Letters of a word from which on two headlines that share it tell of the same."""

_STEM = 5
"""Letters by which words are compared: "Werft" and "Werften" are one."""

_SENTENCE = 8
"""Words from which on a text is one of a story, and no label."""

_LONGEST_LINE = 200
"""Letters of a line that may be a headline."""

_BESIDE = ("a", "aside", "footer", "nav", "noscript", "script", "style", "template")
"""Elements whose text is no part of a story."""


@dataclass(frozen=True, slots=True)
class ShownWords:
    """The letters of a page's lines, of what leads to its site's front, of its hosts; its words.

    ``story`` has the beginnings of all long words of its sentences, ``count`` says how many words
    they have.
    """

    lines: frozenset[str]
    homes: frozenset[str]
    hosts: frozenset[str]
    story: frozenset[str]
    count: int

    def measure_share(self, text: str) -> float:
        """Return the share of the long words of ``text`` that the sentences of the page have."""
        words = list_stems(text)
        return len(words & self.story) / max(1, len(words))

    def is_line(self, text: str) -> bool:
        """Whether a line or a picture of the page says this, or this without a short end."""
        said = make_comparable(text)
        return said in self.lines or make_comparable(_leave_number(text)) in self.lines

    def is_site(self, text: str) -> bool:
        """Whether this leads to the site's front, or has the letters of its host."""
        said = make_comparable(text)
        return bool(said) and (said in self.homes or any(_is_host(said, one) for one in self.hosts))


def read_shown_words(tree: Any, hosts: frozenset[str]) -> ShownWords:
    """Return what the page shows outside of links, navigation and footer."""
    body = tree.find(".//body")
    lines: list[str] = []
    texts: list[str] = []
    if body is not None:
        _walk(body, lines, texts)
    sentences = [text for text in texts if len(re.findall(r"\w+", text)) >= _SENTENCE]
    words = frozenset(stem for text in sentences for stem in list_stems(text))
    count = sum(len(text.split()) for text in sentences)
    return ShownWords(_compare_all(lines), _list_homes(tree), hosts, words, count)


def list_long_words(text: str) -> set[str]:
    """Return the words of a text that tell what it is of: "in", "the", "to" stand in any two."""
    words = re.findall(r"\w+", text.casefold())
    return {word for word in words if len(word) >= _LONG or not word.isascii()}


def list_stems(text: str) -> set[str]:
    """Return the beginnings of a text's long words, by which words of two texts are compared."""
    return {word[:_STEM] for word in list_long_words(text)}


def _walk(element: Any, lines: list[str], texts: list[str]) -> None:
    """Take the lines and the texts of all elements that are not beside the story."""
    around = [element]
    while around:
        here = around.pop()
        if not isinstance(here.tag, str) or here.tag in _BESIDE:
            continue
        if here.tag == "img":
            lines.append(here.get("alt") or "")
        elif len(here) <= 2:  # noqa: PLR2004 - a line has a break or a word in italics
            said = here.text_content()
            lines.append(said if len(said) <= _LONGEST_LINE else "")
        texts += [here.text or "", *(child.tail or "" for child in here)]
        around += list(here)


def _list_homes(tree: Any) -> frozenset[str]:
    """Return the letters of all that leads to the site's front, words and pictures."""
    said: list[str] = []
    for link in tree.iter("a"):
        address = (link.get("href") or "").strip()
        if address and HOME.fullmatch(address):
            pictures = [image.get("alt") or "" for image in link.iter("img")]
            said += [link.text_content(), link.get("title") or "", *pictures]
    return _compare_all(said)


def _compare_all(texts: list[str]) -> frozenset[str]:
    return frozenset(make_comparable(tidy(text)) for text in texts if has_words(text)) - {""}


def _leave_number(text: str) -> str:
    """Return a headline without the number of its page: "The end of the yard (1)"."""
    return re.sub(r"\s*\(\d+(?:/\d+)?\)$", "", text)


def _is_host(said: str, host: str) -> bool:
    """Whether letters are those of a host, of which they may lack the last part (".example")."""
    return len(said) >= _LONG and (host.startswith(said) or said == host)
