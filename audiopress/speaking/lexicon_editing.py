"""PLS files that are changed as text: comments, spaces and order of the rest stay as they are."""

from __future__ import annotations

import html
import re
import shlex
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from audiopress.errors import ConfigError
from audiopress.speaking.lexicon import PLS_NAMESPACE, is_empty, parse_pls
from audiopress.text.comparison import has_words

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["add_word", "find_fault_of_form", "has_word", "remove_word"]

_IPA_IN_BOOKS = re.compile(r"/[^/\[\]]+/|\[[^/\[\]]+\]")
"""Matches IPA as dictionaries write it, in slashes or single brackets; nobody speaks those."""

_IPA_ALONE = re.compile(r"\[\[(?=.*\w)[^\[\]]+\]\]")
"""Matches IPA in double brackets with nothing beside it."""

_IPA_BARE = re.compile("[ˈˌː]|(?![əɛɔɓɖɗɣɩʋ])[\u0250-\u02af]")
"""Matches signs of IPA that no alphabet has: letters of African and Turkic ones are not meant."""

_IN_BOTH = re.compile(r"\[\[\s*[\[/]+([^\[\]/]+)[\]/]+\s*\]\]")
"""Matches IPA as dictionaries write it within double brackets."""

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
    parse_pls(body, where)
    text = _write_empty(language) if is_empty(body) else _decode(body, where)
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
    command = f"audiopress lexicon add {shlex.quote(word or 'WORD')} --say"
    if not word or not say:
        raise ConfigError(
            f"how is {word!r} said?" if word else "which word is said so?",
            where=where,
            hint=f'{command} {shlex.quote(say) if say else "TEXT"}, in plain words or as "[[IPA]]"',
        )
    if fault := find_fault_of_form(say):
        message, better = fault
        raise ConfigError(message, where=where, hint=f"{command} {better}")


def find_fault_of_form(say: str) -> tuple[str, str] | None:
    """Say what keeps ``say``, plain words or ``[[IPA]]``, from being said, and what to write.

    Nothing where nothing does.
    """
    books = _IPA_IN_BOOKS.fullmatch(say)
    if books:
        better = f'"[[{say[1:-1].strip()}]]"'
        return f"{say!r} would be read out as words: IPA stands in double brackets", better
    if not re.search(r"\[\[|\]\]", say) and _IPA_BARE.search(say):
        sounds = say.strip("[]/ ")
        return f"{say!r} would be read out as words: IPA stands in double brackets", (
            f'"[[{sounds}]]"'
        )
    inner = _IN_BOTH.fullmatch(say)
    if inner and has_words(inner[1]):
        return f"{say!r}: within double brackets IPA stands alone", f'"[[{inner[1].strip()}]]"'
    if re.search(r"\[\[|\]\]", say) and not _IPA_ALONE.fullmatch(say):
        return _explain_brackets(say)
    if not has_words(say) and "[[" not in say:
        return f"{say!r} has no letter and no figure: nothing would be said", "TEXT"
    return None


def _explain_brackets(say: str) -> tuple[str, str]:
    """Say what is wrong with double brackets, and how the same is written rightly."""
    sounds = say.strip("[]/ ")
    better = f'"[[{sounds}]]"' if has_words(sounds) and not re.search(r"[\[\]]", sounds) else "TEXT"
    if not has_words(sounds):
        return f"{say!r} has no IPA between its brackets", '"[[IPA]]"'
    if "]]" not in say:
        return f"{say!r} is no IPA in double brackets: the closing ]] is missing", better
    if "[[" not in say:
        return f"{say!r} is no IPA in double brackets: the opening [[ is missing", better
    return f"{say!r} is no IPA in double brackets, which hold the whole word and no others", better


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
