"""The voice of an edition whose configuration names none: that of what it has published.

The default may change with audiopress, and podcast apps load again what is spoken anew. So the
default voice is for new editions; one that has published goes on in the voice of most of its
articles, until somebody names another (docs/decisions/0129).
"""

from __future__ import annotations

import contextlib
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress import voices
from audiopress.errors import StoreError, VoiceError
from audiopress.model import Cast
from audiopress.press.edition.planning.receipts import find_receipt
from audiopress.settings.boundary import explain_voice
from audiopress.store.cache import Cache
from audiopress.store.ledger import Ledger, ShowRecord
from audiopress.text.counts import count_things
from audiopress.voices.catalogue import list_shipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from audiopress.model import Episode
    from audiopress.settings import Settings
    from audiopress.store.ledger import Record

__all__ = ["is_kept", "keep_published_voice", "note_kept_voice", "suggest_other_voice"]

_KEPT = "the ledger: what is published is spoken by it, and no other voice is named"
"""Who said ``[voices] body`` where the ledger did, in words for errors."""


def keep_published_voice(settings: Settings) -> Settings:
    """Return settings in which an edition that has published keeps its voice.

    What the configuration, an option or a program names is left as it is. A new edition has the
    default voice.
    """
    if _is_named(settings):
        return settings
    kept = _PublishedVoices(settings).find()
    if kept in ("", settings.cast.body):
        return settings
    named = settings.cast.body
    return replace(
        settings,
        cast=replace(settings.cast, body=kept),
        # A show that names no voice of its own has the edition's.
        shows=tuple(
            replace(each, cast=replace(each.cast, body=kept)) if each.cast.body == named else each
            for each in settings.shows
        ),
        origins=(*settings.origins, ("voices.body", _KEPT)),
    )


def _is_named(settings: Settings) -> bool:
    """Whether somebody named the voice of the body; a program does it without an origin."""
    return "voices.body" in dict(settings.origins) or settings.cast.body != Cast().body


def is_kept(settings: Settings) -> bool:
    """Whether the edition's voice is not the default, for what is published was spoken by it."""
    return dict(settings.origins).get("voices.body") == _KEPT


def note_kept_voice(settings: Settings) -> list[str]:
    """Return a note where the voice is kept: which one, and how to have another."""
    if not is_kept(settings):
        return []
    kept, new = settings.cast.body, Cast().body
    note = (
        f"{kept} goes on speaking, for no voice is named and {_count_spoken(settings)}; "
        f"new editions are spoken by {new}. {_name_ways(settings)}"
    )
    return [note]


def suggest_other_voice(settings: Settings) -> str:
    """Return how to go on without the voice that is kept, and what that costs."""
    return (
        f"or name another voice, and {_count_spoken(settings, again=True)}. {_name_ways(settings)}"
    )


def _name_ways(settings: Settings) -> str:
    kept, new = settings.cast.body, Cast().body
    place = "--voice {}" if settings.file is None else 'body = "{}" under [voices]'
    return (
        f"To change: {place.format(new)} (audiopress plan --voice {new} says what would be spoken "
        f"again); to keep it without this note: {place.format(kept)}"
    )


def _count_spoken(settings: Settings, *, again: bool = False) -> str:
    number = _PublishedVoices(settings).count(settings.cast.body)
    articles = count_things(number, "published article")
    if again:
        return f"{articles} would be spoken again"
    return f"{articles} {'is' if number == 1 else 'are'} spoken by it"


class _BodyCounts:
    """How many articles have which voice, and the newest of them, apart for what was taken back."""

    def __init__(self) -> None:
        self._counts = Counter[tuple[bool, str]]()
        self._newest: dict[tuple[bool, str], tuple[bool, datetime, str]] = {}

    def add(self, record: Record, voice: str) -> None:
        key, rank = (record.state == "live", voice), _rank(record)
        self._counts[key] += 1
        self._newest[key] = max(rank, self._newest.get(key, rank))

    def list_most(self) -> list[str]:
        """Return the voices, that of most first; of as many that of the newer article.

        One article that was tried in another voice must not have all others spoken again.
        """
        ordered = sorted(
            self._counts,
            key=lambda key: (key[0], self._counts[key], self._newest[key]),
            reverse=True,
        )
        return [name for _, name in ordered]


class _PublishedVoices:
    """Who spoke what the ledger says is published, whatever there is of output and cache.

    Versions of 0.1.0 say what people were told, such as "Joe". The names for that are in the
    receipt of the version, if the cache has it, else in the ledger's show, which a preview has not,
    else in the manifests.
    """

    def __init__(self, settings: Settings) -> None:
        """Read the ledger; what of it cannot be read is said where it is needed.

        Of an archive's records none is kept: they are counted.
        """
        ledger = Ledger(settings.ledger)
        show = None
        with contextlib.suppress(StoreError):
            show = ledger.load_show(settings.show.id)
        self._settings = settings
        self._cache = Cache(settings.cache)
        self._show = [name for name, _ in (show or ShowRecord(id="")).voices]
        # With and without the voices of roles, which may be the body's too.
        self._likely, self._possible = _BodyCounts(), _BodyCounts()
        self._live = Counter[tuple[str, str]]()
        with contextlib.suppress(StoreError):
            self._count_all(ledger.iterate())

    def _count_all(self, records: Iterable[Record]) -> None:
        roles = {name for _, name in self._settings.cast.roles}
        for record in records:
            if record.versions:
                likely, possible = self._find_body(record, roles), self._find_body(record, set())
                self._likely.add(record, likely)
                self._possible.add(record, possible)
                self._live[likely, possible] += record.state == "live"

    def find(self) -> str:
        """Return the voice of the body of most published articles, or nothing.

        Of two with as many articles the newer; what was withdrawn counts where nothing else is.
        A voice that the configuration names for a role or a language is not the body's, as long as
        there is another one.
        """
        found = self._likely.list_most()
        if not found:
            return ""
        cast = self._settings.cast
        named = {name for _, name in (*cast.roles, *cast.languages)}
        shown = [name for name in self._show if name not in named]
        # That of a role is the body's too, where nobody else speaks.
        rest = self._possible.list_most()
        names = (name for group in (found, shown, rest) for name in group)
        return next((name for name in names if name and self._is_allowed(name)), "")

    def count(self, voice: str) -> int:
        """Return of how many articles in the feed ``voice`` is the body's."""
        return sum(number for bodies, number in self._live.items() if voice in bodies)

    def _find_body(self, record: Record, roles: set[str]) -> str:
        last = record.versions[-1]
        if last.voice:
            return last.voice
        speaking = last.language.lower()
        named = roles | {
            name
            for tag, name in self._settings.cast.languages
            if f"{speaking}-".startswith(f"{tag.lower()}-")
        }
        return next((name for name in self._list_names(record, last) if name not in named), "")

    def _list_names(self, record: Record, last: Episode) -> Iterator[str]:
        """Yield the names that a version's voices may have, the likeliest for its body first."""
        receipt = find_receipt(self._cache, record.id)
        if receipt is not None and receipt.key == last.key:
            texts = Counter[str]()
            for source, _, voice, _, _ in receipt.past:
                texts[voice] += len(source)
            yield from (name for name, _ in texts.most_common())
            return
        # Those of 0.1.0 were shipped: one of one's own may have taken the narrator's name since.
        manifests = (*list_shipped(), *self._settings.cast.remote, *voices.list_voices())
        for narrator in last.narrators:
            shown = [name for name in self._show if self._name_narrator(name) == narrator]
            yield from shown or (each.name for each in manifests if each.narrator == narrator)
        # Of a package that is gone: what people were told it is called cannot be looked up.
        yield from (name for name in self._show if not self._name_narrator(name))

    def _name_narrator(self, name: str) -> str:
        try:
            return voices.find(name, self._settings.cast.remote).narrator
        except VoiceError:
            return ""

    def _is_allowed(self, name: str) -> bool:
        # A stranger's change may be one of the ledger too.
        return not (self._settings.untrusted and explain_voice(name))


def _rank(record: Record) -> tuple[bool, datetime, str]:
    """Return what newest versions are sorted by: what was taken back tells less."""
    versions = record.versions
    # The first version's date is the article's own.
    made = versions[-1].changed if len(versions) > 1 else record.first_seen
    return record.state == "live", made, record.id
