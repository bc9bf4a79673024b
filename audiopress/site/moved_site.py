"""A site that is at another address now: its articles stay the episodes that they were.

An address of a page is the site's and the page's path below it. The path stays when a site moves
to another host, so a page that nobody knows at its new address is looked for among all addresses
of the ledger: one that ends in the same path. What both say decides whether that is a site that
moved, or another site with pages of the same names. Where a site has moved, what says the same at
another path has moved too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from audiopress.errors import ReadingError
from audiopress.identity import fold_address, is_address
from audiopress.press.steps.guarded import LARGE_PAGE
from audiopress.site.article_pages import make_page_address, read_built_page
from audiopress.text.comparison import make_comparable
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from audiopress.site.scan import SitePage
    from audiopress.store.ledger import Ledger, Record

__all__ = ["Move", "find_move", "keep_move", "remember_site"]

_SAID = 0.5
"""The part of an article's lines that the page at its new address must have: a correction keeps
most of them, two sites of one template share but a few."""

_ENDING = re.compile(r"\.html?$", re.IGNORECASE)
"""How the name of a page's file ends; some servers give it without, some with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Which articles have moved: by the path of their page, the address that it had.

    ``site`` is where most of them were, ``others`` are pages at the paths of its articles that say
    something else.
    """

    site: str = ""
    former: Mapping[str, str] = field(default_factory=dict)
    others: Sequence[str] = ()

    def describe(self, address: str) -> list[str]:
        """Return notes on what has moved to the site at ``address``, and what has not."""
        notes = []
        if self.former:
            count = count_things(len(self.former), "article")
            kept = "each stays the episode that it was, with guid, date and folder"
            notes.append(f"{count} of {self.site} moved to {address}: {kept}")
        if self.others:
            more = f" and {len(self.others) - 1} more" if len(self.others) > 1 else ""
            new = f"says another thing than the article that {self.site} had at its path"
            notes.append(f"{self.others[0]}{more} {new}: it is a new one")
        return notes


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    """A page, an article, and the address at which the article has the path of the page."""

    page: SitePage
    record: Record
    address: str


def find_move(
    pages: Iterable[SitePage], records: Sequence[Record], address: str, remembered: str
) -> Move:
    """Return which articles stood elsewhere at the paths of ``pages``, new at ``address``.

    ``remembered`` is where the site was the last time, if that was kept.
    """
    known = {fold_address(name) for record in records for name in _list_addresses(record)}
    new = [page for page in pages if not page.reason and fold_address(page.address) not in known]
    # A file that cannot be read has no address.
    here = {fold_address(page.address) for page in pages if page.address}
    placed = {each.id: {*map(fold_address, _list_addresses(each))} for each in records}
    lost = [each for each in records if placed[each.id] and not here & placed[each.id]]
    bases = _pair_by_base(new, lost) if new and lost else {}
    bases.pop(address, None)
    taken = _Taken()
    # Where it was the last time, then where most of it was; the letters decide between two.
    for base in sorted(bases, key=lambda base: (base != remembered, -len(bases[base]), base)):
        taken.take(base, bases[base], sure=base == remembered)
    if taken.former:
        taken.take_by_words(new, lost)
    return Move(site=taken.site or remembered, former=taken.former, others=taken.others)


class _Taken:
    """What has been found to have moved so far."""

    def __init__(self) -> None:
        self.site = ""
        self.former: dict[str, str] = {}
        self.others: list[str] = []

    def take(self, base: str, pairs: Sequence[_Pair], *, sure: bool) -> None:
        """Take of one site what moved from there; ``sure`` is that the site was there."""
        used = set(self.former.values())
        free = [
            each for each in pairs if each.page.path not in self.former and each.address not in used
        ]
        moved = _choose_moved(free, sure=sure)
        self.former |= {pair.page.path: pair.address for pair in moved}
        self.site = self.site or base * bool(moved)
        if sure:
            self.others += [pair.page.path for pair in free if pair not in moved]

    def take_by_words(self, pages: Iterable[SitePage], lost: Iterable[Record]) -> None:
        """Take what a page at another path says, each article once."""
        used = set(self.former.values())
        left = {_name(record): record for record in lost if _name(record) not in used}
        for page in pages:
            if page.path in self.former or not left:
                continue
            pairs = [_Pair(page=page, record=each, address=name) for name, each in left.items()]
            same = sorted(pair.address for pair in pairs if _says_the_same(pair))
            if same:
                self.former[page.path] = same[0]
                del left[same[0]]


def keep_move(move: Move, pages: Iterable[SitePage], ledger: Ledger) -> None:
    """Write down the new address of every article that moved, of those taken back too."""
    if not move.former:
        return
    moved = {move.former[page.path]: page.address for page in pages if page.path in move.former}
    for record in ledger.load_all():
        new = {moved[name] for name in (record.id, *record.aliases) if name in moved}
        aliases = ({*record.aliases} | new) - {record.id}
        if aliases != {*record.aliases}:
            ledger.save(replace(record, aliases=tuple(sorted(aliases))))


def remember_site(ledger: Ledger, show_id: str, address: str) -> None:
    """Write down where the site is; a preview, which promises nothing, has no show to keep it."""
    show = ledger.load_show(show_id)
    if show is not None and show.site != address:
        ledger.save_show(replace(show, site=address))


def _list_addresses(record: Record) -> list[str]:
    return [name for name in (record.id, *record.aliases) if is_address(name)]


def _name(record: Record) -> str:
    """Return the address that an article is known by, its id where that is one."""
    return next(iter(_list_addresses(record)), "")


def _pair_by_base(pages: Sequence[SitePage], records: Sequence[Record]) -> dict[str, list[_Pair]]:
    """Return by site the pages that an article has an address of the same path for there."""
    by_path: dict[str, list[tuple[str, Record]]] = defaultdict(list)
    wanted = {path: page for page in pages for path in _list_paths(page.path)}
    for record in records:
        for name in _list_addresses(record):
            for base, path in _list_splits(name):
                if path in wanted:
                    by_path[path].append((base, record))
    found: dict[str, dict[str, _Pair]] = defaultdict(dict)
    for path, page in wanted.items():
        for base, record in by_path.get(path, ()):
            pair = _Pair(page=page, record=record, address=_name(record))
            found[base].setdefault(page.path, pair)
    return {base: list(pairs.values()) for base, pairs in found.items()}


def _list_paths(path: str) -> list[str]:
    """Return how servers name a page, as it is below its site."""
    served = make_page_address("", path)
    return list(dict.fromkeys((served, _ENDING.sub("", served), served.rstrip("/"))))


def _list_splits(address: str) -> list[tuple[str, str]]:
    """Return all ways to part an address into a site, with a slash at its end, and a path."""
    start = address.index("/", address.index("://") + 3) + 1
    ends = [start, *(at + 1 for at in range(start, len(address)) if address[at] == "/")]
    return [(address[:end], address[end:]) for end in ends if address[end:]]


def _choose_moved(pairs: Sequence[_Pair], *, sure: bool) -> list[_Pair]:
    """Return those that moved: all where most say what they said, else those that do."""
    judged = {pair.page.path: _says_the_same(pair) for pair in pairs}
    told = [each for each in judged.values() if each is not None]
    # What was purged has no words to compare: of a site that is known to have been there it moved.
    if sum(told) * 2 >= len(told) and (told or sure):
        return list(pairs)
    return [pair for pair in pairs if judged[pair.page.path]]


def _says_the_same(pair: _Pair) -> bool | None:
    """Whether a page says most of an article; ``None`` where that cannot be told."""
    lines, text = _list_lines(pair.record), _read_text(pair.page)
    if not lines or not text:
        return None
    return sum(line in text for line in lines) >= _SAID * len(lines)


def _list_lines(record: Record) -> set[str]:
    held = record.held.lines if record.held else ()
    said = record.texts[-1].lines if record.texts else held
    return set(map(make_comparable, said)) - {""}


def _read_text(page: SitePage) -> str:
    """Return the letters and figures of a page; of one as large as traps are, nothing."""
    if len(page.body) >= LARGE_PAGE:
        return ""
    try:
        built = read_built_page(page.path, page.body)
    except ReadingError:
        return ""
    return make_comparable(" ".join(built.tree.itertext())) if built else ""
