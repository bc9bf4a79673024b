"""Addresses, handles and hashtags: "bbc.co.uk/news", "abc1@gmail.com", "@PizzaHut", "#5G".

Here belongs what a computer finds by its name. It comes before all that looks at full stops and
figures, which mean nothing of their own within an address.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.speaking.emoji import split_hashtag
from audiopress.speaking.english.numbers.number_words import say_digits
from audiopress.speaking.english.spoken_form import spoken_form
from audiopress.speaking.english.symbols.domains import SPELLED_DOMAINS, TOP_DOMAINS
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]

_SIGNS = {
    "-": "dash",
    "_": "underscore",
    "/": "slash",
    ".": "dot",
    "~": "tilde",
    "+": "plus",
    "=": "equals",
    "&": "and",
    "%": "percent",
    "?": "question mark",
    "#": "hash",
    ":": "colon",
}
"""What the signs of an address are called."""

_LONGEST_PATH = 24
"""Characters of a path that anybody would read out; a longer one is left unsaid."""


def _spell(text: str) -> str:
    """Say an address part by part: words stay words, figures and signs are said."""
    words = []
    for part in re.findall(r"\d+|[A-Za-z]+|[^\w\s]|[^\W\d]+|_", text):
        if part.isdecimal():
            words.append(say_digits(part))
        elif part in _SIGNS:
            words.append(_SIGNS[part])
        elif part.isalpha():
            words.append(part)
    return " ".join(words)


def _say_host(text: str) -> str:
    """Say a host; "uk" at its end is said by its letters, at its beginning as a word."""
    labels = text.split(".")
    return " dot ".join(
        " ".join(label.upper()) if label.lower() in SPELLED_DOMAINS and at else _spell(label)
        for at, label in enumerate(labels)
    )


def _say_address(match: re.Match[str], _variety: Variety) -> str:
    path = (match["path"] or "").rstrip("/")
    # A query and what is escaped are written for a computer, however short.
    if len(path) > _LONGEST_PATH or "?" in path or "%" in path:
        path = ""
    scheme = _say_scheme(match["scheme"] or "")
    return scheme + _say_host(match["host"]) + (f" {_spell(path)}" if path else "")


def _say_scheme(scheme: str) -> str:
    """Return how a place is reached; nobody says that a page is one."""
    return "" if scheme.lower() in ("", "http", "https") else " ".join(scheme.upper()) + " "


def _say_email(match: re.Match[str], _variety: Variety) -> str:
    path = f" {_spell(match['path'])}" if match["path"] else ""
    return f"{_spell(match['name'])} at {_say_host(match['host'])}{path}"


def _say_tag(match: re.Match[str], _variety: Variety) -> str:
    return f"hashtag {split_hashtag(match['tag'])}"


# Mail before addresses, whose host it contains; handles and tags when no address is left.
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "scheme without a host",
        r"(?<!\w)(?:mailto|tel|sms):(?=[\w+])",
        "",
        ("mailto:abc@gmail.com", "abc at gmail dot com"),
        ("tel: 0800 1111", "tel: zero eight zero zero, one one one one"),
        needs=":",
    ),
    spoken_form(
        "e-mail",
        # The longest name (RFC 5321, 4.5.3.1.1) has 64 characters, the longest label 63 (RFC 1035,
        # 2.3.4); without a bound a long word is looked through from each of its letters.
        r"(?<![\w@])(?P<name>[A-Za-z0-9][\w.+-]{0,63})@"
        r"(?P<host>[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,9})"
        r"(?P<path>/[\w/-]+)?",
        _say_email,
        ("abc1@gmail.com", "abc one at gmail dot com"),
        # nothing in front of the sign: a handle
        ("meet @noon at 5", "meet at noon at five"),
        needs="@",
    ),
    spoken_form(
        "address",
        # "https" and "www" may be missing, so the end has to be a domain we know
        r"(?<![\w@.])(?:(?P<scheme>[a-zA-Z][a-zA-Z0-9+.-]{1,9})://)?"
        r"(?:[wW]{3}\.)?"
        r"(?P<host>(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,9}"
        rf"{any_of(TOP_DOMAINS)})"
        # The domain is the end of the host: "bbc.co" is not what "bbc.co.uk" says.
        r"(?![\w-]|\.\w)(?::\d+)?(?P<path>/[\w./%?=&#~+-]*[\w/])?/?",
        _say_address,
        ("Visit bbc.co.uk/news.", "Visit bbc dot co dot U K slash news."),
        ("https://www.lbc.co.uk", "lbc dot co dot U K"),
        ("from ftp://x.org it", "from F T P x dot org it"),
        # a missing space, and no domain behind the point
        ("the end.The next", "the end.The next"),
        needs=".",
    ),
    spoken_form(
        "other address",
        r"\b(?P<scheme>[a-zA-Z][a-zA-Z0-9+.-]{1,9})://(?:www\.)?"
        r"(?P<host>[\w.-]*\w)(?::\d+)?(?P<path>/[^\s<>\"]*[\w/])?/?",
        _say_address,
        ("http://example.museum/x", "example dot museum slash x"),
        ("ssh://host.example:22/", "S S H host dot example"),
        needs="/",
    ),
    spoken_form(
        "address by its first part",
        # with "www" any end is a domain, of which there are over a thousand
        r"(?<![\w@.])(?P<scheme>)[wW]{3}\.(?P<host>[\w-]+(?:\.[\w-]+)+)"
        r"(?::\d+)?(?P<path>/[^\s<>\"]*[\w/])?/?",
        _say_address,
        ("See www.harbour.example/mill?x=1.", "See harbour dot example."),
        ("www.the-mill.museum", "the dash mill dot museum"),
        # without a domain it is no address
        ("the www. of 1994", "the www. of nineteen ninety four"),
        needs=".",
    ),
    spoken_form(
        "host before a path",
        # of any domain, since the path tells that it is an address
        r"(?<![\w@./-])(?P<scheme>(?!))?(?P<host>(?:[a-z0-9-]{2,63}\.){1,9}[a-z]{2,24})"
        r"(?P<path>/[a-z][\w./-]*[\w/])(?![\w-])",
        _say_address,
        ("See courier.example/tram now", "See courier dot example slash tram now"),
        ("he and/or she.", "he and or she."),
        needs="/",
    ),
    spoken_form(
        "handle",
        r"(?<![\w.])@(?P<name>\w+)",
        lambda match, _: f"at {split_hashtag(match['name'])}",
        ("@PizzaHut", "at Pizza Hut"),
        needs="@",
    ),
    spoken_form(
        "hashtag",
        r"(?<![\w&])#(?P<tag>[^\W\d]\w*)",
        _say_tag,
        ("#BlackLivesMatter", "hashtag Black Lives Matter"),
        # behind a letter it is no tag
        ("a D# class", "a D hash class"),
        needs="#",
    ),
)
