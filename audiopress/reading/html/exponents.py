"""Exponents and indices that are more than a figure: how they are told, and written in a line.

"2ⁿ" and "xⁿ⁺¹" are written with the raised signs of Unicode where it has them all, else with a
caret: "e^(iπ)". An index that reckons ("n−1") stays in braces, by which its formula is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["is_bound", "is_expression", "write_lowered", "write_raised"]

_RAISED = str.maketrans(
    "0123456789+-−–=()abcdefghijklmnoprstuvwxyzβγδθφχ",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵝᵞᵟᶿᵠᵡ",
)
"""Figures, signs and letters, and those that Unicode has raised."""

_ALL_RAISED = frozenset(map(chr, _RAISED))
"""What can be written so."""

_LONGEST = 24
"""Characters of the longest exponent that is said; nobody follows more."""

_SMALL = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"
"""Raised signs that an exponent has of its own."""

_ITEM = (
    r"(?:\d{1,3}(?:\.\d{1,2})?(?:[a-zA-Zα-ωΑ-Ω]{1,3})?|[a-zA-Zα-ωΑ-Ω]{1,3}\d?)"
    rf"[{_SMALL}]{{0,3}}"
)
"""A number, or letters that stand for some: "2n", "iωt", "x²"."""

_RECKONED = compile_late(rf"[+\-−–]?\(?{_ITEM}\)?(?:\s?[+\-−–*/·×]\s?\(?{_ITEM}\)?){{0,4}}")
"""An exponent that is reckoned: "n+1", "-λt", "1/2"."""

_SIGN = compile_late(rf"[+\-−–*/·×]|[α-ωΑ-Ω]|\d[a-z]|\d\.\d|[{_SMALL}]")
"""What tells that letters are no ending of a word."""

_LETTERS = compile_late(r"[ijk]?[ijkmnptxyz]|rt|[A-Z]")
"""Letters that stand for a number; "er" and "me" end words."""

_ENDINGS = frozenset(("p", "t", "m"))
"""Letters that end a word which is cut short, and are exponents only in italics."""

_ANY_LETTERS = compile_late(r"[a-z]{1,2}|[A-SU-Z]")
"""The same within a formula, where no word ends."""

_TERM_BEFORE = compile_late(
    rf"[=+×·*<>≤≥≈−]\s?\d{{0,4}}[a-zα-ω{_SMALL}]{{1,6}}$|\([^()]{{0,20}}[-+−–][^()]{{1,20}}\)$"
)
"""A base that stands behind the sign of a formula, or is a sum in brackets."""

_BASE = compile_late(
    any_of(
        rf"(?:^|[^\w.,'’]|[{_SMALL}])(?:\d{{1,4}}|[a-zα-ω]|[a-zA-Zα-ωΑ-Ω]\d)",
        r"\)",
        r"(?:^|[^\w.,'’])\d{0,3}[A-Zα-ωΑ-Ω]{1,2}",
        r"[=+×·*/(−]\s?\d{0,4}[a-zA-Zα-ω]{1,3}",
        r"\d[a-zα-ω]",
    )
    + "$"
)
"""What has an exponent: "2", "e", "(a+b)", "PV"."""

_CAPITAL = compile_late(r"(?:^|\W)[A-Z]{1,2}$")
"""Letters that may be the first of a word that is cut short: "M" of "Mme"."""

_SUMMED = compile_late(r"(?:[∑∏∫∮⋃⋂Σ√]|\b(?:lim|max|min|sup|inf|log))(?:_\{[^{}]*\})?$")
"""A sign with bounds above and below it."""

_MATRIX = compile_late(r"(?:^|[^\w'’])[A-Zb-hj-z]$|\)$")
"""A letter that may stand for a matrix."""

_INDEX = compile_late(r"[^\W\d_]{1,3}\s?[+\-−–=]\s?\w{1,3}|.*[=∈∞→≤≥].*|\d[a-z][+\-−–]\d")
"""An index that reckons: "n−1", "i=1", "x→∞"."""


def is_expression(element: Any, before: str, *, italic: bool) -> bool:
    """Whether what is raised behind ``before`` is an exponent with letters or signs in it.

    ``italic`` tells that the base is set as a variable is.
    """
    text = _write_inside(element)
    if len(text) > _LONGEST or _BASE.search(before) is None:
        return False
    if _RECKONED.fullmatch(text) and _SIGN.search(text):
        return any(map(str.isalnum, text))
    reckoned = _TERM_BEFORE.search(before) is not None
    if reckoned and _ANY_LETTERS.fullmatch(text):
        return True
    if not _LETTERS.fullmatch(text):
        return False
    if text in _ENDINGS or text.isupper():
        return italic
    return not _CAPITAL.search(before) or text in ("n", "x", "k") or italic


def write_raised(element: Any) -> str:
    """Return an exponent as it is written in a line: "ⁿ⁺¹", "^(iπ)"."""
    text = "".join(_write_inside(element).split())
    return text.translate(_RAISED) if set(text) <= _ALL_RAISED else f"^({text})"


def write_lowered(text: str, before: str) -> str:
    """Return an index as it is written in a line; one that reckons in braces, as TeX has it."""
    bound = _SUMMED.search(before) and not before[-1].isalpha()
    return f"_{{{text}}}" if bound or _INDEX.fullmatch(text) else text


def is_bound(element: Any, before: str) -> bool:
    """Whether what is raised is the upper bound of a sum, or the sign of a transposed matrix."""
    text = "".join(element.itertext()).strip()
    if text in ("T", "⊤"):
        return _MATRIX.search(before) is not None
    found = _SUMMED.search(before)
    return found is not None and not found[0].isalpha() and bool(text)


def _write_inside(element: Any) -> str:
    """Return the text of an exponent, with the exponents in it."""
    return "".join(_list_texts(element)).strip()


def _list_texts(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            nested = child.tag == "sup"
            text = _write_inside(child)
            yield text.translate(_RAISED) if nested else text
        yield child.tail or ""
