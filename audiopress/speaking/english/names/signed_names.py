"""Names with signs in them: "C#", ".NET", "Node.js", "index.html", "y/y", "YoY".

Here belongs a name that ends in a sign or has a point where no number and no address stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.speaking.english.spoken_form import spoken_form
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    import re

    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]

_SPANS = {"d": "day", "w": "week", "m": "month", "q": "quarter", "y": "year"}
"""What a growth is over, by its letter: "y/y"."""

_ENDINGS_AS_WORDS = frozenset(("bat", "bin", "conf", "doc", "exe", "io", "java", "json", "log",
                               "net", "text", "toml", "yaml", "zip"))  # fmt: skip
"""Endings of files that are said as they are written; the others by their letters."""

_ENDINGS = (
    "bat",
    "bin",
    "cfg",
    "conf",
    "cpp",
    "css",
    "csv",
    "docx?",
    "epub",
    "exe",
    "gif",
    "html?",
    "ini",
    "io",
    "java",
    "jpe?g",
    "js",
    "json",
    "jsx",
    "log",
    "md",
    "mp3",
    "mp4",
    "pdf",
    "php",
    "png",
    "pptx?",
    "py",
    "rb",
    "rs",
    "sh",
    "sql",
    "svg",
    "toml",
    "ts",
    "tsx",
    "txt",
    "wav",
    "xlsx?",
    "xml",
    "ya?ml",
    "zip",
)
"""Endings of files and of libraries."""


def _say_growth(match: re.Match[str], _variety: Variety) -> str:
    span = _SPANS[(match["a"] or match["b"]).lower()]
    return f"{span} on {span}"


def _say_file(match: re.Match[str], _variety: Variety) -> str:
    ending = match["ending"]
    said = ending if ending.lower() in _ENDINGS_AS_WORDS else " ".join(ending.upper())
    return f"{match['name']} dot {said}"


FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "sharp",
        r"(?<![\w&#])(?P<n>[CFJ])[#♯](?!\w)",
        r"\g<n> sharp",
        ("a C# class", "a C sharp class"),
        ("F# minor", "F sharp minor"),
        ("B # 5", "B number five"),
        needs="#♯",
    ),
    spoken_form(
        "flat",
        r"(?<![\w])(?P<n>[A-G])♭",
        r"\g<n> flat",
        ("in B♭ major", "in B flat major"),
        needs="♭",
    ),
    spoken_form(
        "dot net",
        r"(?<![\w.])\.NET\b",
        "dot net",
        ("in C++, .NET and F#", "in C plus plus, dot net and F sharp"),
        needs=".",
    ),
    spoken_form(
        "ASP and VB",
        r"\b(?P<n>ASP|VB|ADO)\.NET\b",
        r"\g<n> dot net",
        ("with ASP.NET it", "with A S P dot net it"),
        needs=".",
    ),
    spoken_form(
        "file",
        r"(?<![\w./@])(?P<name>[A-Za-z][\w-]{0,40})"
        rf"\.(?P<ending>{any_of(_ENDINGS)})\b(?![\w/@-]|\.\w)",
        _say_file,
        ("with Node.js and index.html.", "with Node dot J S and index dot H T M L."),
        ("a package.json file", "a package dot json file"),
        # an end of a sentence without a space behind it
        ("the end.The next", "the end.The next"),
        needs=".",
    ),
    spoken_form(
        "growth over a span",
        r"(?<![\w/])(?P<a>[dwmqy])/(?P=a)(?![\w/])|\b(?P<b>[MQY])o(?P=b)\b",
        _say_growth,
        ("up 5% y/y and 1% q/q", "up five percent year on year and one percent quarter on quarter"),
        ("10% YoY", "ten percent year on year"),
        ("the DoD played WoW", "the DoD played WoW"),
        ("a w/o b", "a without b"),
        needs="/MQY",
    ),
    spoken_form("acidity", r"\bpH\b(?=\W)", "p H", ("a pH of 7", "a p H of seven"), needs="H"),
)
