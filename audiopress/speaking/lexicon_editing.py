"""PLS files that are changed as text: comments, spaces and order of the rest stay as they are."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from audiopress.errors import ConfigError
from audiopress.speaking.lexicon import PLS_NAMESPACE, parse_pls

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["add_word", "has_word", "remove_word"]

_IPA_IN_BOOKS = re.compile(r"/[^/\[\]]+/|\[[^/\[\]]+\]")
"""Matches IPA as dictionaries write it, in slashes or single brackets; nobody speaks those."""

# A comment is passed over whole: a lexeme that somebody put into one is none.
_LEXEME = re.compile(
    r"<!--.*?-->"
    r"|(?P<lexeme><(?:[\w.-]+:)?lexeme\b[^>]*(?<!/)>.*?</(?:[\w.-]+:)?lexeme\s*>)",
    re.DOTALL,
)

# A spelling within a lexeme; comments are passed over whole here too.
_GRAPHEME = re.compile(
    r"<!--.*?-->|<(?P<name>(?:[\w.-]+:)?grapheme)\b[^>]*>(?P<word>.*?)</(?P=name)\s*>", re.DOTALL
)


def add_word(body: bytes, word: str, say: str, *, language: str = "en", where: str = "") -> bytes:
    """Return the PLS file ``body`` (empty: a new one) with ``word`` said as ``say``.

    ``say`` in ``[[ ]]`` is IPA. A word that is there already is said anew; everything else in the
    file stays as it is, to the byte. Raises `ConfigError` for a broken file, empty words and
    double brackets that hold no IPA.
    """
    word, say = " ".join(word.split()), " ".join(say.split())
    _check_words(word, say, where)
    # Before anything is written: a broken file is refused whole.
    if body.strip():
        parse_pls(body, where)
    text = _decode(body, where) if body.strip() else _write_empty(language)
    # Looked for by pattern, since it has to stay the same text; the file is XML, as was just seen.
    # A lexeme of several spellings is left as it is: the new one comes later, and the later counts.
    lexeme = _write_lexeme(word, say)
    for match in _find_lexemes(text):
        if [each for _, each in _list_graphemes(match[0])] == [word]:
            return (text[: match.start()] + lexeme + text[match.end() :]).encode("utf-8")
    return _add_lexeme(text, lexeme).encode("utf-8")


def has_word(body: bytes, word: str, where: str) -> bool:
    """Tell whether a PLS file says how ``word`` is said; raises `ConfigError` for a broken one."""
    word = " ".join(word.split())
    return any(entry.grapheme == word for entry in parse_pls(body, where).entries)


def remove_word(body: bytes, word: str, *, where: str = "") -> bytes:
    """Return the PLS file without what it says of ``word``; other spellings beside it stay.

    Everything else stays as it is, to the byte. Raises `ConfigError` for a broken file, and where
    the word stands in a form that cannot be cut out of it.
    """
    word = " ".join(word.split())
    parse_pls(body, where)
    text = _decode(body, where)
    for match in reversed([*_find_lexemes(text)]):
        start, end = match.span()
        found = _list_graphemes(match[0])
        if not any(each == word for _, each in found):
            continue
        if all(each == word for _, each in found):
            start = _widen_to_line(text, start, end)
        else:
            spans = [(start + at, start + to) for (at, to), each in found if each == word]
            for at, to in reversed(spans):
                text = text[:at] + text[to:]
            continue
        text = text[:start] + text[end:]
    left = text.encode("utf-8")
    if has_word(left, word, where):
        line = next(e.line for e in parse_pls(left, where).entries if e.grapheme == word)
        raise ConfigError(
            f"{word} stands in a form that cannot be cut out",
            where=f"{where}, line {line}",
            hint="remove it by hand",
        )
    return left


def _widen_to_line(text: str, start: int, end: int) -> int:
    """Return where the line of a lexeme begins, with the break before it, if it has one alone."""
    begins = len(text[:start].rstrip(" \t"))
    alone = text[begins - 1 : begins] == "\n" and text[end:].lstrip(" \t")[:1] in ("\n", "\r")
    if not alone:
        return start
    return begins - (2 if text[begins - 2 : begins] == "\r\n" else 1)


def _check_words(word: str, say: str, where: str) -> None:
    if not word or not say:
        raise ConfigError(
            "a word and what is said for it are needed",
            where=where,
            hint='audiopress lexicon add KCNA --say "K C N A"',
        )
    if _IPA_IN_BOOKS.fullmatch(say):
        raise ConfigError(
            f"{say!r} would be read out as words: IPA stands in double brackets",
            where=where,
            hint=f'audiopress lexicon add {word} --say "[[{say[1:-1]}]]"',
        )
    if re.search(r"\[\[|\]\]", say) and not re.fullmatch(r"\[\[(?=.*\w)[^\[\]]+\]\]", say):
        raise ConfigError(
            f"{say!r} is no IPA in double brackets",
            where=where,
            hint='audiopress lexicon add KCNA --say "[[kasena]]"',
        )


def _find_lexemes(text: str) -> Iterator[re.Match[str]]:
    return (match for match in _LEXEME.finditer(text) if match["lexeme"])


def _list_graphemes(lexeme: str) -> list[tuple[tuple[int, int], str]]:
    """Return where each spelling of a lexeme stands in it, and the word."""
    return [
        (match.span(), " ".join(html.unescape(match["word"]).split()))
        for match in _GRAPHEME.finditer(lexeme)
        if match["name"]
    ]


def _decode(body: bytes, where: str) -> str:
    """Return the text of a file that is read as XML; another encoding is not written to."""
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ConfigError(
            "the lexicon is not in UTF-8", where=where, hint="save it as UTF-8, then add the word"
        ) from error


def _add_lexeme(text: str, lexeme: str) -> str:
    """Return the file with one lexeme more at its end; a root without any is opened for it."""
    ends = [*re.finditer(r"</(?:[\w.-]+:)?lexicon\s*>", text)]
    if ends:
        at = ends[-1].start()
        return f"{text[:at]}  {lexeme}\n{text[at:]}"
    return re.sub(
        r"<((?:[\w.-]+:)?lexicon)\b([^<>]*?)\s*/>",
        lambda root: f"<{root[1]}{root[2]}>\n  {lexeme}\n</{root[1]}>",
        text,
        count=1,
    )


def _write_lexeme(word: str, say: str) -> str:
    ipa = re.fullmatch(r"\[\[(.+)\]\]", say)
    said = f"<phoneme>{escape(ipa[1])}</phoneme>" if ipa else f"<alias>{escape(say)}</alias>"
    return f"<lexeme><grapheme>{escape(word)}</grapheme>{said}</lexeme>"


def _write_empty(language: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<lexicon version="1.0" xmlns="{PLS_NAMESPACE}" alphabet="ipa"'
        f" xml:lang={quoteattr(language)}>\n</lexicon>\n"
    )
