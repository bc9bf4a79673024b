"""Elements of a page whose text is there and not to be read: hidden from the eye, or struck out.

Hidden is what a reader of the page does not see, whatever hides it: an attribute, a style on the
element, a class that is known to mean it, or a class that the page's own style sheet hides so.
What only a script shows later is no such: see `audiopress.reading.html.late_story`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from audiopress.reading.html.ruby import SAID_BY_READING
from audiopress.reading.html.tree.edit_comments import find_comment
from audiopress.reading.html.tree.elements import STRUCK
from audiopress.reading.html.tree.hiding_styles import find_unread_classes, hides, strikes_out
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from audiopress.reading.reasons import Reason

__all__ = ["Unread", "find_unread"]

_FOR_SCREEN_READERS = compile_late(
    any_of(
        "a11y-?(?:hidden|only|text)",
        "access(?:ibility|ibly)?-?(?:hidden?|hide|only|text)",
        "assistive-?(?:text|only)",
        "acc(?:essibly)?-?hid(?:e|den)",
        "elementor-?screen-?only",
        "element-?(?:invisible|focusable)",  # Drupal
        "hide-?visually|visually-?hide$",
        "invisible-?accessible",
        "^(?:aria|readers?)-?only$",
        "^(?:text-)?assistive$",
        "for-?screen-?readers?",
        "helper-?hidden-?accessible",  # jQuery UI
        "hidden-?(?:accessible|visually|text-?for-?screen-?readers?)",
        "screen-?readers?(?:-?(?:only|text|hidden))?$",
        "show-?for-?sr",  # Foundation
        "sr-?(?:only|text)",  # Bootstrap, Tailwind
        "visual(?:ly)?-?hidden",  # Bootstrap 5, GOV.UK, HTML5 Boilerplate
        "^off-?screen$",
        "a-offscreen$",
        "^vh$",
    )
)
"""What frameworks call a text that only screen readers say; CSS modules put letters around it."""

_SEEN_AGAIN = compile_late(r"(?:^|[a-z0-9]:)not-(?:sr-only|visually-hidden)|undo|reset")
"""The classes that show such a text on some screens or always ("md:not-sr-only")."""

_ON_FOCUS = compile_late(r"focus[\w-]*:not-")
"""Of those, what is shown to somebody who tabs to it: a skip link, which nobody reads."""

_FORMULAS = frozenset(("annotation", "annotation-xml", "math", "mjx-container"))
"""Elements of formulas; an annotation is the source of the one it stands in."""

_OWN_TEXT = ".//text()[not(ancestor::annotation)]"
"""What of a formula is drawn."""

_LETTER = compile_late(r"[^\W_]|\d{1,4}")
"""A formula that is said as a word: "x", "12"."""

_FORMULA = compile_late(r"^(?:katex|math-?jax\b|mwe-math-element|mjx-(?:chtml|container)|mjpage)")
"""Classes of formulas that a program has drawn with elements of its own (KaTeX, MathJax)."""

_LETTERS = compile_late(r"\w*")
"""The letters that go on without a space."""


class Unread(NamedTuple):
    """Why an element is not read, and whether it stands in the text of the page for programs."""

    reason: Reason
    shown: bool = True


def find_unread(body: Any) -> dict[Any, Unread]:
    """Return the elements whose text is not read, each with the reason, in document order."""
    classes = find_unread_classes(body)
    unread: dict[Any, Unread] = {}
    # `iter("*")`: without comments, which have no attributes
    for element in body.iter("*"):
        found = _judge(element, classes)
        if found is not None:
            unread[element] = found
        if element.attrib and (comment := find_comment(element)) is not None:
            unread[comment] = Unread("comment")
    for element in [one for one in unread if one.get("aria-hidden") != "true"]:
        _prefer_whole_word(element, unread)
    return unread


def _judge(element: Any, classes: dict[str, Reason]) -> Unread | None:
    tag = element.tag
    if tag in STRUCK:
        return Unread("struck-out")
    if element.get(SAID_BY_READING) is not None:
        return Unread("other-script")
    if tag in _FORMULAS:
        return _judge_formula(element)
    # most elements have nothing to tell
    return _judge_attributes(element, classes) if element.attrib else None


def _judge_attributes(element: Any, classes: dict[str, Reason]) -> Unread | None:
    if element.get("hidden", "until-found") != "until-found":  # which a browser unfolds to find
        return Unread("hidden", shown=False)
    style = element.get("style")
    how = hides(style) if style else ""
    if how:
        return Unread("hidden", shown=how != "display")
    names = element.get("class")
    reason = _judge_names(names) if names else None
    if reason is None and names and classes:
        reason = next((classes[name] for name in names.split() if name in classes), None)
    if reason is None and style and strikes_out(style):
        reason = "struck-out"
    return Unread(reason) if reason else None


def _judge_formula(element: Any) -> Unread | None:
    """Leave a formula out whole; a letter or a number by itself is said, without its source."""
    if element.tag.startswith("annotation"):
        return Unread("formula", shown=False)
    if element.tag != "math":
        return Unread("formula")
    simple = _LETTER.fullmatch("".join(element.xpath(_OWN_TEXT)).strip())
    return None if simple else Unread("formula", shown=False)


@lru_cache(maxsize=4096)
def _judge_names(names: str) -> Reason | None:
    """Return why an element with these classes is not read, if they say so."""
    if _SEEN_AGAIN.search(names.lower()) and not _ON_FOCUS.search(names.lower()):
        return None
    for name in names.split():
        # camelCase of CSS modules ("Label_visuallyHidden__x1"), and BEM's double marks
        plain = re.sub(r"(?<=[a-z])(?=[A-Z])|_+|-+", "-", name).lower()
        if _FOR_SCREEN_READERS.search(plain):
            return "hidden"
        if _FORMULA.search(plain):
            return "formula"
    return None


def _prefer_whole_word(element: Any, unread: dict[Any, Unread]) -> None:
    """Read a hidden word in place of the large letter beside it, if nothing completes the letter.

    Most pages hide the whole word and show all its letters in parts, which are read as they are
    seen.
    """
    if unread[element].reason != "hidden" or not unread[element].shown:
        return
    word = _join_text([element])
    after = _list_beside(element)
    before = _list_beside(element, preceding=True)
    # what stands behind a letter may go on with its word
    tail = (after[-1] if after else element).tail or ""
    behind = _join_text(after) + _LETTERS.match(tail)[0]  # type: ignore[index]
    for twins, seen in ((before, _join_text(before) + behind), (after, behind)):
        if twins and seen != word and word.startswith(seen) and " " not in word:
            unread.update(dict.fromkeys(twins, Unread("hidden")))
            del unread[element]
            return


def _list_beside(element: Any, *, preceding: bool = False) -> list[Any]:
    """Return what stands right beside an element and is for the eye alone, in document order."""
    twins: list[Any] = []
    last = element
    for sibling in element.itersiblings("*", preceding=preceding):
        between = sibling.tail if preceding else last.tail
        if sibling.get("aria-hidden") != "true" or (between or "").strip():
            break
        twins.append(sibling)
        last = sibling
    return twins[::-1] if preceding else twins


def _join_text(elements: list[Any]) -> str:
    return "".join(text for element in elements for text in element.itertext()).strip()
