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
    from collections.abc import Iterator, Sequence
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


class _PublishedVoices:
    """Who spoke what the ledger says is published, whatever there is of output and cache.

    Versions of 0.1.0 say what people were told, such as "Joe". The names for that are in the
    receipt of the version, if the cache has it, else in the ledger's show, which a preview has not,
    else in the manifests.
    """

    def __init__(self, settings: Settings) -> None:
        """Read the ledger; what of it cannot be read is said where it is needed."""
        ledger = Ledger(settings.ledger)
        records: Sequence[Record] = ()
        show = None
        with contextlib.suppress(StoreError):
            records = ledger.load_all()
        with contextlib.suppress(StoreError):
            show = ledger.load_show(settings.show.id)
        self._settings = settings
        self._cache = Cache(settings.cache)
        self._records = records
        self._show = [name for name, _ in (show or ShowRecord(id="")).voices]

    def find(self) -> str:
        """Return the voice of the body of most published articles, or nothing.

        Of two with as many articles the newer; what was withdrawn counts where nothing else is.
        A voice that the configuration names for a role or a language is not the body's, as long as
        there is another one.
        """
        roles = {name for _, name in self._settings.cast.roles}
        newest = sorted(self._records, key=_rank, reverse=True)
        published = [record for record in newest if record.versions]
        if not published:
            return ""
        named = roles | {name for _, name in self._settings.cast.languages}
        found = self._list_bodies(published, roles)
        shown = [name for name in self._show if name not in named]
        # That of a role is the body's too, where nobody else speaks.
        rest = self._list_bodies(published, set())
        names = (name for group in (found, shown, rest) for name in group)
        return next((name for name in names if name and self._is_allowed(name)), "")

    def _list_bodies(self, published: Sequence[Record], roles: set[str]) -> list[str]:
        """Return the voices of these articles' bodies, that of most first.

        One article that was tried in another voice must not have all others spoken again.
        """
        counted = Counter(
            (record.state == "live", self._find_body(record, roles)) for record in published
        )
        # Stable: of as many that of the newer one, which was counted first.
        ordered = sorted(counted, key=lambda pair: (pair[0], counted[pair]), reverse=True)
        return [name for _, name in ordered]

    def count(self, voice: str) -> int:
        """Return of how many articles in the feed ``voice`` is the body's."""
        roles = {name for _, name in self._settings.cast.roles}
        live = (record for record in self._records if record.state == "live" and record.versions)
        return sum(
            voice in (self._find_body(record, roles), self._find_body(record, set()))
            for record in live
        )

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
