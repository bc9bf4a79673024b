"""Every check, rule, ground, wording and list of words of cleaning: taken out one by one.

A list is a constant of a module that is asked while a page is judged: a pattern of at least
`FEWEST_WORDS` alternatives, or a set of words. Without it nothing matches it.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
import time
from collections import Counter
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from audiopress.model import Reading
from audiopress.reading import cleaning, wording
from audiopress.reading.cleaning import kept_in_context
from audiopress.reading.cleaning.pipeline import CHECKS, RULES, judge_article
from audiopress.reading.wording import boilerplate
from audiopress.text import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

    from audiopress.model import Article, Block
    from audiopress.reading.cleaning.judged import JudgedBlocks

NOTHING = re.compile(r"(?!)")
"""What matches nowhere."""
PATTERNS = (re.Pattern, type(lazy_regex.compile_late("")))
FEWEST_WORDS = 5
"""Alternatives from which a pattern is a list of words: others are shapes of a text."""
ASKED = frozenset(("search", "match", "fullmatch", "findall", "finditer", "sub", "subn", "split"))
"""Methods of a pattern by which it is found somewhere."""


@dataclass(frozen=True, order=True)
class RulePiece:
    """Something that can be taken out of cleaning: of which kind, and what it is called."""

    kind: str
    name: str


@cache
def list_pieces() -> tuple[RulePiece, ...]:
    """Return all there is, in the order in which it is asked."""
    return (
        *(RulePiece("check", check.name) for check in CHECKS),
        *(RulePiece("ground", ground.name) for ground in kept_in_context.GROUNDS),
        *(RulePiece("rule", rule.name) for rule in RULES),
        *(RulePiece("wording", rule.name) for rule in boilerplate.RULES),
        *(RulePiece("list", name) for name in sorted(_find_lists())),
    )


@cache
def _find_lists() -> dict[str, Any]:
    """Return every list of words by its module and name."""
    found: dict[str, Any] = {}
    known: set[int] = set()
    for module in _list_modules():
        short = module.__name__.removeprefix("audiopress.reading.")
        for name, value in vars(module).items():
            if id(value) not in known and _is_list(module, value) and _is_made_in(module, name):
                known.add(id(value))
                found[f"{short}.{name.lstrip('_').lower()}"] = value
    return found


def _is_list(module: ModuleType, value: Any) -> bool:
    if isinstance(value, frozenset):
        # those of cleaning are sets of reasons
        return module.__name__.startswith(wording.__name__)
    return isinstance(value, PATTERNS) and value.pattern.count("|") >= FEWEST_WORDS - 1


def _list_modules() -> list[ModuleType]:
    packages = (cleaning, wording)
    names = [
        one.name
        for package in packages
        for one in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    ]
    return [importlib.import_module(name) for name in sorted(names)]


def _is_made_in(module: ModuleType, name: str) -> bool:
    """Whether a module gives a name its value, and has it not from another."""
    source = importlib.import_module("inspect").getsource(module)
    return bool(re.search(rf"^{name}\b.* =", source, re.MULTILINE))


@cache
def _find_holders(name: str) -> tuple[tuple[ModuleType, str], ...]:
    """Return every module that has a list, with the name it goes by there."""
    value = _find_lists()[name]
    return tuple(
        (module, here)
        for key, module in sorted(sys.modules.items())
        if key.startswith("audiopress.reading.")
        for here, held in vars(module).items()
        if held is value
    )


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a page once it is judged, so that nothing is asked a hundred times."""

    verdicts: dict[Block, Any]
    wordings: dict[tuple[str, float], tuple[Any, ...]]

    def find_wordings(self, text: str, links: float) -> tuple[Any, ...]:
        """Return all wordings that match a line, the first to be asked first."""
        if (text, links) not in self.wordings:
            words = text.count(" ") + 1
            self.wordings[text, links] = tuple(
                rule
                for rule in boilerplate.RULES
                if words <= rule.words and links >= rule.links and rule.pattern.search(text)
            )
        return self.wordings[text, links]


def judge_without(article: Article, piece: RulePiece, known: Known) -> JudgedBlocks:
    """Return how an article is judged where a piece is not there."""
    grounds = tuple(one for one in kept_in_context.GROUNDS if not _is(one, "ground", piece))
    checks: tuple[Any, ...] = tuple(one for one in CHECKS if not _is(one, "check", piece))
    if piece.kind in ("ground", "rule"):
        # which judge what the checks have judged before
        checks = (replace(CHECKS[0], judge=lambda block, *_: known.verdicts.get(block)),)
    with ExitStack() as patches:
        patches.enter_context(patch.object(kept_in_context, "GROUNDS", grounds))
        patches.enter_context(_wordings_without(piece, known))
        for module, here in _find_holders(piece.name) if piece.kind == "list" else ():
            empty = frozenset() if isinstance(getattr(module, here), frozenset) else NOTHING
            patches.enter_context(patch.object(module, here, empty))
        rules = tuple(one for one in RULES if not _is(one, "rule", piece))
        return judge_article(article, Reading(), checks=checks, rules=rules)


def _is(one: Any, kind: str, piece: RulePiece) -> bool:
    return piece == RulePiece(kind, one.name)


def _wordings_without(piece: RulePiece, known: Known) -> Any:
    def find_wording(text: str, links: float = 0.0) -> Any:
        found = known.find_wordings(text, links)
        return next((one for one in found if not _is(one, "wording", piece)), None)

    return patch.object(boilerplate, "find_wording", find_wording)


class _WatchedPattern:
    """A pattern that says when it was found."""

    def __init__(self, pattern: Any, found: Callable[[], None]) -> None:
        self._pattern = pattern
        self._found = found

    def __getattr__(self, name: str) -> Any:
        asked = getattr(self._pattern, name)
        if name not in ASKED:
            return asked

        def ask(*given: Any) -> Any:
            if self._pattern.search(given[-1]):
                self._found()
            return asked(*given)

        return ask


def find_fired(article: Article) -> tuple[JudgedBlocks, set[RulePiece], Known]:
    """Return how an article is judged, what had a part in it, and what is known then."""
    fired: set[RulePiece] = set()
    known = Known({}, {})
    with _watched(fired, known) as (checks, rules):
        judged = judge_article(article, Reading(), checks=checks, rules=rules)
    return judged, fired, known


@contextmanager
def _watched(fired: set[RulePiece], known: Known) -> Iterator[tuple[Any, Any]]:
    with ExitStack() as patches:
        grounds = tuple(_watch_ground(one, fired) for one in kept_in_context.GROUNDS)
        patches.enter_context(patch.object(kept_in_context, "GROUNDS", grounds))
        find = _watch_wording(boilerplate.find_wording, fired)
        patches.enter_context(patch.object(boilerplate, "find_wording", find))
        for name, value in _find_lists().items():
            watched = _watch_list(value, RulePiece("list", name), fired)
            for module, here in _find_holders(name):
                patches.enter_context(patch.object(module, here, watched))
        yield (
            tuple(_watch_check(one, fired, known) for one in CHECKS),
            tuple(_watch_rule(one, fired) for one in RULES),
        )


def _watch_list(value: Any, piece: RulePiece, fired: set[RulePiece]) -> Any:
    def found() -> None:
        fired.add(piece)

    if isinstance(value, frozenset):
        # a set has a part in each page: it is asked for every word
        found()
        return value
    return _WatchedPattern(value, found)


def _watch_ground(ground: Any, fired: set[RulePiece]) -> Any:
    def holds(judged: JudgedBlocks, at: int) -> bool:
        held = ground.holds(judged, at)
        if held:
            fired.add(RulePiece("ground", ground.name))
        return bool(held)

    return replace(ground, holds=holds)


def _watch_wording(find: Any, fired: set[RulePiece]) -> Any:
    def find_wording(text: str, links: float = 0.0) -> Any:
        found = find(text, links)
        if found:
            fired.add(RulePiece("wording", found.name))
        return found

    return find_wording


def _watch_check(check: Any, fired: set[RulePiece], known: Known) -> Any:
    def judge(*given: Any) -> Any:
        verdict = check.judge(*given)
        if verdict is not None:
            fired.add(RulePiece("check", check.name))
            known.verdicts[given[0]] = verdict
        return verdict

    return replace(check, judge=judge)


def _watch_rule(rule: Any, fired: set[RulePiece]) -> Any:
    def judge(judged: JudgedBlocks) -> None:
        before = list(judged)
        rule.judge(judged)
        if before != list(judged):
            fired.add(RulePiece("rule", rule.name))

    return replace(rule, judge=judge)


def time_pieces(article: Article) -> Counter[RulePiece]:
    """Return the seconds of CPU that each check and each rule takes of an article."""
    seconds: Counter[RulePiece] = Counter()
    judge_article(
        article,
        Reading(),
        checks=tuple(_time(one, RulePiece("check", one.name), seconds) for one in CHECKS),
        rules=tuple(_time(one, RulePiece("rule", one.name), seconds) for one in RULES),
    )
    return seconds


def _time(one: Any, piece: RulePiece, seconds: Counter[RulePiece]) -> Any:
    def judge(*given: Any) -> Any:
        begun = time.process_time()
        verdict = one.judge(*given)
        seconds[piece] += time.process_time() - begun
        return verdict

    return replace(one, judge=judge)
