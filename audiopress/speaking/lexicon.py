"""Pronunciation lexicons: W3C PLS 1.0 (https://www.w3.org/TR/pronunciation-lexicon/).

An ``<alias>`` is text that is said instead; a ``<phoneme>`` is left in the spoken text as
``[[ipa]]``, which engines understand or translate.
"""

from __future__ import annotations

import codecs
import difflib
import re
import shlex
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lxml import etree

from audiopress.errors import ConfigError
from audiopress.text.language_names import suits
from audiopress.text.phoneme_marks import IPA
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = [
    "PLS_NAMESPACE",
    "Lexicon",
    "LexiconEntry",
    "LexiconWords",
    "OtherAlphabet",
    "is_empty",
    "parse_pls",
    "read_language",
]

PLS_NAMESPACE = "http://www.w3.org/2005/01/pronunciation-lexicon"
"""The namespace of PLS 1.0, section 4.1, which a file of ours declares."""

_ELEMENTS = {
    "lexicon": ("lexeme", "meta", "metadata"),
    "lexeme": ("grapheme", "phoneme", "alias", "example"),
}
"""What may stand in what, by PLS 1.0, section 4."""

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
"""The attribute that says for which language a lexicon is, as lxml names it."""


_AT_THE_EDGE = re.compile(r"^\d|\d$")
"""Matches a figure at the beginning or the end of a word."""

_NAME = re.compile(r"[A-Z](?:[^\W\d_]{2,}[^\W\d_sS]|[A-Z]{1,2}(?<!S))")
"""Matches a name of four letters or more, or initials: of shorter ones the plural is a word.

"Doe" makes "Does". What ends in s has no plural that one could tell from it.
"""


_HISSING = ("s", "z", "ʃ", "ʒ")
"""Sounds behind which a plural is a syllable."""

_VOICELESS = ("p", "t", "k", "f", "θ")
"""Sounds behind which it is an s."""


_EXAMPLE = "<lexeme><grapheme>KCNA</grapheme><alias>K C N A</alias></lexeme>"
"""A word as it stands in a PLS file."""


class OtherAlphabet(ConfigError):  # noqa: N818 - it stops nothing
    """A lexeme is right, and nobody here can read the alphabet of its phonemes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LexiconEntry:
    """How one word is said: ``grapheme`` as ``alias``, or as ``phoneme`` (IPA), in ``language``.

    Without a language it is said so in all of them. ``line`` is that of its lexeme in the file.
    """

    grapheme: str
    alias: str = ""
    phoneme: str = ""
    language: str = ""
    line: int = field(default=0, compare=False)

    @property
    def said(self) -> str:
        """What stands in the spoken text; a phoneme in double brackets, as engines know it."""
        return f"[[{self.phoneme}]]" if self.phoneme else self.alias


@dataclass(frozen=True, slots=True, kw_only=True)
class LexiconWords:
    """What one language makes of a lexicon: ``pattern`` finds the words, ``said`` says them.

    ``pattern`` is ``None`` where the lexicon has no word for the language.
    """

    pattern: re.Pattern[str] | None
    said: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Entries; of two for one grapheme and language the later counts."""

    entries: tuple[LexiconEntry, ...] = ()

    @classmethod
    def empty(cls) -> Lexicon:
        """Return a lexicon that changes nothing."""
        return cls()

    def merge(self, other: Lexicon) -> Lexicon:
        """Return both; what ``other`` says of a word wins."""
        return Lexicon(entries=self.entries + other.entries)

    def select_words(self, language: str) -> LexiconWords:
        """Return what is said in ``language`` (``en-GB`` takes ``en`` too), whole words only.

        The longest is found first.
        """
        said = self._select(language)
        if language.lower().startswith("en"):
            said = {**_list_plurals(said), **said}
        # Pages have letter and accent in one or apart.
        apart = {unicodedata.normalize("NFD", word): alias for word, alias in said.items()}
        said = {**apart, **said}
        words = sorted(said, key=lambda word: (-len(word), word))
        if not words:
            return LexiconWords(pattern=None, said=said)
        # Not \b, which fails beside a word that begins or ends with a sign: "C++". Words that
        # begin or end with a figure come first and stand in no amount: "3M" is none of "£3M".
        figures = [word for word in words if _AT_THE_EDGE.search(word)]
        plain = [word for word in words if not _AT_THE_EDGE.search(word)]
        ways = []
        if figures:
            ways.append(rf"(?<![\w.,£$€¥₹]){_write_words(figures)}(?!\w|[.,]\d)")
        if plain:
            ways.append(rf"(?<!\w){_write_words(plain)}(?!\w)")
        return LexiconWords(pattern=re.compile("|".join(ways)), said=said)

    def _select(self, wanted: str) -> dict[str, str]:
        """Return what is said for each word in a language."""
        languages = {entry.language for entry in self.entries}
        suiting = {language for language in languages if suits(language, wanted)}
        return {entry.grapheme: entry.said for entry in self.entries if entry.language in suiting}


def _write_words(words: Sequence[str]) -> str:
    """Return a pattern for any of the words, the first that fits.

    By their first letters: at nearly every place of a text one look tells that none begins there.
    """
    rest: dict[str, list[str]] = {}
    for word in words:
        rest.setdefault(word[0], []).append(re.escape(word[1:]))
    # One rest may be empty, that of a word of one letter: it stands last, as the shortest.
    groups = [f"{re.escape(first)}(?:{'|'.join(each)})" for first, each in rest.items()]
    return f"(?=[{re.escape(''.join(rest))}]){any_of(groups)}"


def _list_plurals(said: dict[str, str]) -> dict[str, str]:
    """Return what is said for several of a name or of initials: "the Kellys", "NGOs"."""
    plurals = {}
    for word, alias in said.items():
        ipa = IPA.fullmatch(alias)
        if _NAME.fullmatch(word) and ipa:
            letters = "es" if re.search("(?:[xz]|[cs]h)$", word) else "s"
            plurals[word + letters] = f"[[{ipa[1]}{_sound_plural(ipa[1])}]]"
        elif _NAME.fullmatch(word) and "[[" not in alias:
            if re.search(r"\b[A-Z]$", alias):
                ending = "'s"
            else:
                ending = "es" if re.search("(?:[sxz]|[cs]h)$", alias) else "s"
            plurals[f"{word}s"] = alias + ending
    return plurals


def _sound_plural(ipa: str) -> str:
    """Return how the plural of an English word ends that ends in these sounds."""
    if ipa.endswith(_HISSING):
        return "ɪz"
    return "s" if ipa.endswith(_VOICELESS) else "z"


def is_empty(body: bytes) -> bool:
    """Whether a file has nothing in it but spaces, or a mark of its encoding: a lexicon to be."""
    return not body.removeprefix(codecs.BOM_UTF8).strip()


def parse_pls(body: bytes, where: str, faults: list[ConfigError] | None = None) -> Lexicon:
    """Read a PLS file; an empty one has no words.

    Raises `ConfigError` that names the lexeme in which something is wrong. With ``faults`` wrong
    lexemes are added to it, each with its line, and the others are read. A lexeme whose phonemes
    are in another alphabet than IPA, as PLS allows, is such a fault too, and without ``faults`` it
    is passed over.
    """
    root = _parse_root(body, where)
    if root is None:
        return Lexicon.empty()
    # PLS 1.0 asks for both attributes (4.1); files without them are read as IPA, for all languages.
    language = root.get(_XML_LANG, "").strip()
    alphabet = root.get("alphabet", "ipa")
    entries: list[LexiconEntry] = []
    # "{*}": in any namespace or none, since files are written by hand.
    if faults is not None:
        faults += _find_unread(root, where)
    for lexeme in root.iter("{*}lexeme"):
        try:
            entries.extend(_read_lexeme(lexeme, language, alphabet, where))
        except OtherAlphabet as error:
            if faults is not None:
                faults.append(error)
        except ConfigError as error:
            if faults is None:
                raise
            faults.append(error)
    return Lexicon(entries=tuple(entries))


def read_language(body: bytes, where: str) -> str:
    """Return for which language a PLS file is, or nothing: it is for all, or it is empty.

    Raises `ConfigError` for a broken one.
    """
    root = _parse_root(body, where)
    return "" if root is None else str(root.get(_XML_LANG, "")).strip()


def _parse_root(body: bytes, where: str) -> Any:
    """Return the root of a PLS file, or ``None`` for one that is empty."""
    if is_empty(body):
        return None
    # a lexicon comes from anybody: no entity is followed, to no file and no address
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        raise ConfigError(
            f"the lexicon is no XML: {error.msg}",
            where=f"{where}, line {error.lineno}" if error.lineno else where,
            hint=f"mend that line, a word is {_EXAMPLE}; then audiopress lexicon check"
            f" {shlex.quote(where)}",
        ) from error
    if etree.QName(root).localname != "lexicon":
        raise ConfigError(
            "the root element is not <lexicon>", where=where, hint="write a W3C PLS 1.0 file"
        )
    return root


def _find_unread(root: Any, where: str) -> Iterator[ConfigError]:
    """Yield an error for each element that PLS 1.0 does not have there, and that nobody reads."""
    for element in root.iter("*"):
        name, parent = etree.QName(element), element.getparent()
        if parent is None or name.namespace not in (PLS_NAMESPACE, None):
            continue  # PLS lets others put elements of their own in (4.)
        known = _ELEMENTS.get(etree.QName(parent).localname, ())
        if name.localname in known or etree.QName(parent).localname not in _ELEMENTS:
            continue
        near = difflib.get_close_matches(name.localname, known, n=1)
        meant = near[0] if near else known[0]
        yield ConfigError(
            f"<{name.localname}> is no element of a <{etree.QName(parent).localname}>, "
            "and what is in it is not read",
            where=f"{where}, line {element.sourceline}",
            hint=f"write <{meant}>, or take it out",
        )


def _read_lexeme(lexeme: Any, language: str, alphabet: str, where: str) -> list[LexiconEntry]:
    graphemes = [_read_text(found) for found in lexeme.iterfind("{*}grapheme")]
    # A phoneme's own alphabet counts before the lexicon's (4.6); engines are handed IPA alone.
    alphabets = [
        (found.get("alphabet", alphabet).strip(), _read_text(found))
        for found in lexeme.iterfind("{*}phoneme")
    ]
    phonemes = [text for name, text in alphabets if name.lower() == "ipa"]
    aliases = [_read_text(found) for found in lexeme.iterfind("{*}alias")]
    graphemes = [grapheme for grapheme in graphemes if grapheme]
    others = [name for name, text in alphabets if text and name.lower() != "ipa"]
    if graphemes and others and not any((*phonemes, *aliases)):
        raise OtherAlphabet(
            f"{graphemes[0]}: its phonemes are in {others[0]!r}, and voices are given IPA alone: "
            "it is said as without the entry",
            where=f"{where}, line {lexeme.sourceline}",
            hint='write it in IPA, <phoneme alphabet="ipa">...</phoneme>, or in plain words, '
            "<alias>...</alias>",
        )
    if not graphemes or not (any(phonemes) or any(aliases)):
        raise ConfigError(
            "a lexeme needs a grapheme and an alias or an IPA phoneme",
            where=f"{where}, line {lexeme.sourceline}",
            hint=_EXAMPLE,
        )
    return [
        LexiconEntry(
            grapheme=grapheme,
            alias="" if any(phonemes) else next(filter(None, aliases)),
            phoneme=next(filter(None, phonemes), ""),
            language=language,
            line=lexeme.sourceline or 0,
        )
        for grapheme in graphemes
    ]


def _read_text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
