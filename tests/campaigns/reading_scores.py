"""How a page's spoken text is scored against its truth, and figures with intervals over hosts.

The definitions are those of the corpus's own scorer: words in overlapping fours; a paragraph is
*foreign* if less than half of its fours are the truth's; F1 is of the mean precision and the mean
recall of pages. A *story lost* is a paragraph that labels want spoken and that is not.
"""

from __future__ import annotations

import hashlib
import ipaddress
import random
import re
import statistics
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tld import get_fld

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

WORD = re.compile(r"\w+")
GRAM = 4
"""Words that are compared together: fewer are said anywhere, more are lost with each comma."""
OWN = 0.5
"""Share of a paragraph's fours that must be the truth's, for it to be the story's."""
FOLDS = 5
RESAMPLES = 1000
"""Drawings of hosts for an interval; the ends move by less than .01 from 1,000 to 10,000."""
TAILS = (0.025, 0.975)


@dataclass(frozen=True, kw_only=True)
class PageScore:
    """What was found on one page."""

    corpus: str
    key: str
    host: str
    language: str
    precision: float | None
    recall: float | None
    foreign: bool
    foreign_below: bool
    """Whether something foreign is said below the standfirst."""
    kept: int = 0
    """Paragraphs that the labels want spoken."""
    lost: int = 0
    furnished: bool | None = None
    """Whether something is spoken that the labels want left out; nothing without labels."""
    ms: float = 0.0

    @property
    def fold(self) -> int:
        return fold_of(self.host)


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A figure with the interval that 95 of 100 drawings of the hosts fall into."""

    value: float
    low: float
    high: float


@dataclass(slots=True)
class Sums:
    """Sums over pages, from which every figure is made; those of hosts can be added."""

    pages: int = 0
    foreign: int = 0
    below: int = 0
    kept: int = 0
    lost: int = 0
    labelled: int = 0
    furnished: int = 0
    precisions: list[float] = field(default_factory=list)
    recalls: list[float] = field(default_factory=list)

    def add(self, page: PageScore) -> None:
        """Count one page more."""
        self.pages += 1
        self.foreign += page.foreign
        self.below += page.foreign_below
        self.kept += page.kept
        self.lost += page.lost
        self.labelled += page.furnished is not None
        self.furnished += bool(page.furnished)
        self.precisions += [] if page.precision is None else [page.precision]
        self.recalls += [] if page.recall is None else [page.recall]


FIGURES: dict[str, Callable[[Sums], float | None]] = {
    "foreign": lambda sums: sums.foreign / sums.pages if sums.pages else None,
    "below": lambda sums: sums.below / sums.pages if sums.pages else None,
    "labelled foreign": lambda sums: sums.furnished / sums.labelled if sums.labelled else None,
    "lost": lambda sums: sums.lost / sums.kept if sums.kept else None,
    "f1": lambda sums: _f1(sums.precisions, sums.recalls),
}
"""How each figure is made of sums."""


def _f1(precisions: Sequence[float], recalls: Sequence[float]) -> float | None:
    if not precisions or not recalls:
        return None
    p, r = statistics.fmean(precisions), statistics.fmean(recalls)
    return 2 * p * r / (p + r) if p + r else 0.0


def host_of(url: str) -> str:
    """Return the registered domain of an address, in which all of a publisher's hosts are one."""
    host = (urlsplit(url).hostname or url).removeprefix("www.")
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return get_fld(host, fix_protocol=True, fail_silently=True) or host
    return host


def fold_of(host: str) -> int:
    """Return which of the folds a host is in: always the same, whatever else is measured."""
    return int(hashlib.sha256(host.encode()).hexdigest()[:8], 16) % FOLDS


def grams(text: str) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text)
    return Counter(tuple(words[at : at + GRAM]) for at in range(max(1, len(words) - GRAM + 1)))


def score_text(truth: str, said: str) -> tuple[float | None, float | None]:
    """Return precision and recall; nothing of a side that has no words."""
    true = grams(truth) if WORD.search(truth) else Counter()
    ours = grams(said) if WORD.search(said) else Counter()
    hits = (true & ours).total()
    precision = hits / ours.total() if ours else None
    return precision, hits / true.total() if true else None


def list_foreign(truth: str, said: str) -> list[str]:
    """Return the paragraphs that are said and are no part of the truth."""
    words = WORD.findall(truth.lower())
    known = {
        size: {tuple(words[at : at + size]) for at in range(max(1, len(words) - size + 1))}
        for size in range(1, GRAM + 1)
    }
    return [line for line in re.split(r"\n+", said) if _is_foreign(line, known)]


def _is_foreign(line: str, known: dict[int, set[tuple[str, ...]]]) -> bool:
    words = WORD.findall(line.lower())
    if not words:
        return False
    size = min(GRAM, len(words))
    found = {tuple(words[at : at + size]) for at in range(len(words) - size + 1)}
    return len(found & known[size]) / len(found) < OWN


def measure_pages(pages: Iterable[PageScore], *, seed: str = "") -> dict[str, Figure | None]:
    """Return every figure of some pages; the same pages give the same intervals."""
    by_host: dict[str, list[PageScore]] = defaultdict(list)
    for page in pages:
        by_host[page.host].append(page)
    hosts = sorted(by_host)
    whole = _sum([by_host[host] for host in hosts])
    dice = random.Random(seed)  # noqa: S311 - the same drawings each time
    drawn = [
        _sum([by_host[host] for host in dice.choices(hosts, k=len(hosts))])
        for _ in range(RESAMPLES if hosts else 0)
    ]
    return {name: _figure(make, whole, drawn) for name, make in FIGURES.items()}


def _sum(groups: Iterable[Iterable[PageScore]]) -> Sums:
    sums = Sums()
    for group in groups:
        for page in group:
            sums.add(page)
    return sums


def _figure(
    make: Callable[[Sums], float | None], whole: Sums, drawn: Sequence[Sums]
) -> Figure | None:
    value = make(whole)
    if value is None:
        return None
    values = sorted(found for found in map(make, drawn) if found is not None)
    low, high = (values[round(tail * (len(values) - 1))] for tail in TAILS)
    return Figure(value=value, low=low, high=high)
