"""What a site's own style sheets say of the boxes of a page, as far as a player's place needs it.

No cascade: what any rule of any width of screen says of an element, it may be. So an element of
which nothing is said is a plain block, and of any other one nothing is promised.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Boxes", "SheetRules", "read_rules"]

_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
"""A remark in a style sheet."""

_PRINT: Final = re.compile(r"@media\s+(?:only\s+)?print\b[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
"""What counts on paper alone."""

_RULE: Final = re.compile(r"([^{};]+)\{([^{}]*)\}")
"""A selector and its declarations; of rules within others the innermost."""

_STATES: Final = re.compile(r"::?(?:before|after|hover|focus[\w-]*|active|visited|marker|selection"
                            r"|placeholder|first-l\w+|target|not\([^()]*\))")  # fmt: skip
"""What an element is only at times, or only a part of it; ``:not`` takes nothing in."""

_CONDITION: Final = re.compile(r"\[[^\]]*\]|(?<!\\):[\w-]+(?:\([^()]*\))?")
"""What a selector asks of an element beside its names."""

_NAME: Final = re.compile(r"[.#](?:[\w-]|\\.)+")
"""A class or an id in a selector."""

_TAG: Final = re.compile(r"[a-zA-Z][\w-]*")
"""The name of an element at the beginning of a part of a selector."""

_PARTS: Final = re.compile(r"[\s>+~]+(?![^(\[]*[)\]])")
"""What stands between the parts of a selector."""

_LAID: Final = re.compile(r"^(?:inline-)?(?:flex|grid)|^(?:inline|table|contents|-webkit-box)")
"""Values of ``display`` whose children do not stand below each other."""

_CELLS: Final = frozenset(("td", "th", "tr", "table", "button", "fieldset", "ruby"))
"""Elements that lay out what is in them in a way of their own without any sheet."""

_NO_WIDTH: Final = re.compile(r"(?:auto|none|100%|0|0px|initial|inherit)")
"""A width or a distance that changes nothing."""

_SIDES: Final = {1: (0,), 2: (1,), 3: (1,), 4: (1, 3)}
"""Which of the values of ``margin`` and ``padding`` are those of left and right, by how many."""

_WIDTHS: Final = re.compile(
    r"(?:max-|min-)?(?:width|inline-size)|grid-(?:column|area)[\w-]*|flex(?:-basis)?"
    r"|(?:margin|padding)(?:-(?:left|right|inline)[\w-]*)?"
)
"""Properties by which a box is narrower than what it stands in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleRule:
    """One selector, and what it says of a box: ``faults`` (`laid`, `out`, `hidden`), ``widths``.

    ``last`` is the last part of the selector, that of the element itself.
    """

    selector: str
    last: str
    faults: frozenset[str]
    widths: frozenset[str]


SheetRules = dict[str, list[StyleRule]]
"""The rules of a sheet by a name that their element must have: ``.class``, ``#id``, ``tag``, or
``*`` where there is none."""


@lru_cache(maxsize=64)  # sheets: a site has one or two, themes up to a dozen
def read_rules(sheet: str) -> SheetRules:
    """Return the rules of a style sheet that have to do with where boxes stand."""
    found: SheetRules = {}
    for selectors, declarations in _RULE.findall(_PRINT.sub("", _COMMENT.sub("", sheet))):
        faults, widths = _judge(declarations)
        if not (faults or widths):
            continue
        for one in re.split(r",(?![^(]*\))", selectors):
            selector = _STATES.sub("", one).strip()
            last = _PARTS.split(selector)[-1]
            rule = StyleRule(selector=selector, last=last, faults=faults, widths=widths)
            if not selector.startswith("@"):
                found.setdefault(_name_key(last), []).append(rule)
    return found


def _name_key(compound: str) -> str:
    bare = _CONDITION.sub("", compound)
    found = _NAME.search(bare)
    return found[0].replace("\\", "") if found else (_TAG.match(bare) or ["*"])[0].lower()


def _judge(declarations: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return what declarations do to a box: faults, and what makes it narrower."""
    faults: set[str] = set()
    widths: set[str] = set()
    pairs = [one.partition(":")[::2] for one in declarations.lower().split(";") if ":" in one]
    said = {name.strip(): value.replace("!important", "").strip() for name, value in pairs}
    for name, value in said.items():
        if name == "display" and value == "none":
            faults.add("hidden")
        elif (name == "display" and _LAID.match(value)) or (
            name in ("columns", "column-count") and value not in ("auto", "1")
        ):
            faults.add("laid")
        elif (name == "position" and value in ("absolute", "fixed", "sticky")) or (
            name == "float" and value != "none"
        ):
            faults.add("out")
        elif name in ("width", "height") and value == "1px":
            faults.add("hidden")
        elif _WIDTHS.fullmatch(name) and not _is_plain(name, value):
            widths.add(f"{name}:{value}")
    # What is cut off below its height would cut off the player.
    if said.get("overflow", said.get("overflow-y", "")) in ("hidden", "clip") and (
        {"height", "max-height", "block-size"} & said.keys()
    ):
        faults.add("out")
    return frozenset(faults), frozenset(widths)


def _is_plain(name: str, value: str) -> bool:
    """Whether a width or a distance leaves a box as wide as what it stands in."""
    parts = value.split()
    if name in ("margin", "padding") and "(" not in value:
        parts = [parts[at] for at in _SIDES.get(len(parts), ())]
    return all(_NO_WIDTH.fullmatch(part) for part in parts)


class Boxes:
    """The boxes of one page; ``known`` is false where one of its sheets could not be read."""

    def __init__(self, tree: Any, sheets: Sequence[SheetRules], *, known: bool = True) -> None:
        """Look at nothing yet."""
        self.known = known
        self._tree = tree
        self._sheets = sheets
        self._selected: dict[str, frozenset[Any]] = {}

    def list_faults(self, element: Any) -> set[str]:
        """Return what may be said of an element's box: `laid`, `out`, `hidden`."""
        own, _ = _judge(element.get("style") or "")
        said = {fault for rule in self._find_rules(element) for fault in rule.faults}
        return {*own, *said, *(["laid"] if element.tag in _CELLS else [])}

    def list_widths(self, elements: Iterable[Any]) -> set[str]:
        """Return what may make some of the elements narrower than what they stand in."""
        found: set[str] = set()
        for element in elements:
            found |= _judge(element.get("style") or "")[1]
            found |= {one for rule in self._find_rules(element) for one in rule.widths}
        return found

    def _find_rules(self, element: Any) -> list[StyleRule]:
        classes = (element.get("class") or "").split()
        keys = ["*", element.tag, f"#{element.get('id')}", *(f".{name}" for name in classes)]
        rules = (rule for sheet in self._sheets for key in keys for rule in sheet.get(key, ()))
        return [rule for rule in rules if self._matches(rule, element)]

    def _matches(self, rule: StyleRule, element: Any) -> bool:
        if not _may_name(rule.last, element):
            return False
        if rule.selector not in self._selected:
            self._selected[rule.selector] = self._select(rule)
        return element in self._selected[rule.selector]

    def _select(self, rule: StyleRule) -> frozenset[Any]:
        try:
            return frozenset(self._tree.cssselect(rule.selector or "*"))
        except Exception:  # noqa: BLE001 - cssselect and lxml have errors of many kinds
            # What it does not know is taken to mean all that its last part may name.
            return frozenset(one for one in self._tree.iter("*") if _may_name(rule.last, one))


def _may_name(compound: str, element: Any) -> bool:
    """Whether the last part of a selector may be the element's, by its name, id and classes."""
    bare = _CONDITION.sub("", compound)
    tag = _TAG.match(bare)
    if tag and tag[0].lower() != element.tag:
        return False
    own = {f".{name}" for name in (element.get("class") or "").split()} | {f"#{element.get('id')}"}
    return all(name.replace("\\", "") in own for name in _NAME.findall(bare))
