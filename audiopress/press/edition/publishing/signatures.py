"""Who signs the versions of one edition, and puts kept signatures back.

A new version is signed once, and the tag kept in the ledger before any of its files is written: a
build that is killed in between finds it and goes on with the same bytes. To make a version again
needs neither key nor extra.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from audiopress import __version__, plugins, voices
from audiopress.errors import AudiopressError, ConfigError
from audiopress.signing.claim import Narrator, describe_episode
from audiopress.signing.extra import require
from audiopress.store.atomic_files import read
from audiopress.store.os_errors import explain_os_error
from audiopress.store.signatures import SignatureShelf, SignedTag
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from audiopress.model import Voice
    from audiopress.press.edition.planning.order import Order
    from audiopress.press.edition.told import ToldNotes
    from audiopress.press.steps.bind import BoundEpisode
    from audiopress.settings import Settings
    from audiopress.signing.pair import SigningPair
    from audiopress.store.records import Record

__all__ = ["Signatory", "needs_signature", "note_unsigned", "try_signing"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """The body of a file or a variable, and what errors call it."""

    name: str
    body: bytes


class Signatory:
    """What signs an edition's versions, if its settings ask for it, and recalls what was signed."""

    def __init__(self, settings: Settings) -> None:
        """Read nothing yet: an edition in which nothing is new needs no key."""
        self._settings = settings
        self._shelf = SignatureShelf(settings.ledger)
        self._pair: SigningPair | None = None

    @property
    def signs(self) -> bool:
        """Whether new versions are to be signed."""
        return self._settings.sign.is_set

    def sign(self, bound: BoundEpisode, cover: bytes) -> BoundEpisode:
        """Return a version with a signed tag: the one that is kept, else a new one, which is kept.

        ``cover`` is the picture in its tag. Raises `ConfigError` or `SoundError`.
        """
        pair, article_id = self.prepare(), bound.episode.id
        wanted = SignedTag(
            unsigned=bound.episode.key,
            sound=bound.heard,
            certificate=pair.fingerprint,
            tag=b"",
        )
        kept = self._shelf.find(article_id, wanted.name)
        if kept is None:
            kept = _part_picture(wanted, self._make_tag(bound, pair), cover)
            # Before any file of the version: what is published can be made again for ever.
            self._shelf.save(article_id, kept)
        return bound.seal(kept.join(cover), kept.name)

    def recall(self, bound: BoundEpisode, name: str, cover: bytes) -> BoundEpisode | None:
        """Return a version with the signed tag of this name; ``None`` where it is not kept.

        Also where it is the tag of another MP3. Raises `StoreError` where it is damaged.
        """
        kept = self._shelf.find(bound.episode.id, name)
        # By the sound and not the version: beside the same sound other texts may lie.
        if kept is None or kept.sound != bound.heard:
            return None
        return bound.seal(kept.join(cover), name)

    def _make_tag(self, bound: BoundEpisode, pair: SigningPair) -> bytes:
        from audiopress.signing.signer import sign_sound  # noqa: PLC0415 - loads the extra

        recording = bound.recording
        names = dict.fromkeys(cue.utterance.voice for cue in recording.timeline.cues)
        casts = (self._settings.cast, *(table.cast for table in self._settings.shows))
        remote = [voice for cast in casts for voice in cast.remote]
        narrators = [_describe_voice(name, remote) for name in names]
        try:
            return sign_sound(
                bound.stream_media(),
                describe_episode(bound.episode, recording.timeline, narrators, __version__),
                pair,
                folder=self._settings.cache,
                timestamp=self._settings.sign.timestamp,
            )
        except OSError as error:
            raise explain_os_error(error, self._settings.cache) from error

    def prepare(self) -> SigningPair:
        """Return certificate and key, which may sign; raises `ConfigError`."""
        if self._pair is None:
            require("[sign]")
            from audiopress.signing.pair import read_pair  # noqa: PLC0415 - loads the extra

            certificate, key = self._find("certificate"), self._find("key")
            names = (certificate.name, key.name)
            # The day it is, not the edition's: certificates are of today.
            now = datetime.now(UTC)
            self._pair = read_pair(certificate.body, key.body, names=names, now=now)
        return self._pair

    def _find(self, what: str) -> _Named:
        """Return what a file or a variable of the environment holds."""
        variable = getattr(self._settings.sign, f"{what}_env")
        if variable:
            return _read_variable(f"[sign] {what}_env: {variable}", variable)
        path = self._settings.root / getattr(self._settings.sign, what)
        return _read_file(f"[sign] {what}: {path}", path)


def _part_picture(wanted: SignedTag, tag: bytes, cover: bytes) -> SignedTag:
    """Return a tag without its picture: the ledger would have it once for every version."""
    at = tag.find(cover) if cover else -1
    if at >= 0:
        tag = tag[:at] + tag[at + len(cover) :]
    return msgspec.structs.replace(wanted, tag=tag, picture=at)


def _describe_voice(name: str, remote: Iterable[Voice]) -> Narrator:
    """Return what is known of a voice today; of one that is here no more, its name."""
    try:
        voice = voices.find(name, tuple(remote))
        engine = plugins.find_engine(voice.engine)
    except AudiopressError:
        return Narrator(name=name)
    return Narrator(
        name=name,
        licence=voice.licence,
        engine=voice.engine,
        version=engine.version,
        digest=voices.digest(voice),
    )


def _read_variable(name: str, variable: str) -> _Named:
    body = os.environ.get(variable, "")
    if not body:
        hint = f"export {variable} with the text of the PEM file, not its name"
        raise ConfigError("is not set in the environment", where=name, hint=hint)
    return _Named(name=name, body=body.encode())


def _read_file(name: str, path: Path) -> _Named:
    body = read(path)
    if body is None:
        hint = "audiopress sign --test-certificate makes a pair for trying"
        raise ConfigError("there is no such file", where=name, hint=hint)
    return _Named(name=name, body=body)


def note_unsigned(settings: Settings, records: Iterable[Record], told: ToldNotes) -> list[str]:
    """Return a note of the published versions that stay as they are, unsigned; told once."""
    if not settings.sign.is_set or settings.retag:
        return []
    unsigned = [
        record.id
        for record in records
        if record.state == "live" and record.versions and not _is_signed(record)
    ]
    new = told.pick_new("unsigned", unsigned)
    if not new:
        return []
    count = count_things(len(unsigned), "article")
    way = "to issue what is published anew, signed, under new addresses: audiopress build --retag"
    return [f"published without a signature, and left so: {count}; what is new is signed; {way}"]


def _is_signed(record: Record) -> bool:
    imprint = record.versions[-1].imprint
    return bool(imprint and imprint.signature)


def try_signing(settings: Settings) -> SigningPair:
    """Return the pair that new versions are signed with; raises `ConfigError` where it may not."""
    if not settings.sign.is_set:
        raise ConfigError(
            "nothing says what to sign with: there is no certificate and no key",
            where="[sign]",
            hint="audiopress sign --test-certificate makes a pair for trying",
        )
    return Signatory(settings).prepare()


def needs_signature(order: Order, *, retag: bool) -> bool:
    """Whether an order will need the key: it is new, or says and sounds otherwise than before."""
    record = order.registered.record
    # Where only texts are corrected, the signature stays with the sound.
    kept = bool(order.kept) and not retag
    if order.unchanged is not None or record.state == "withdrawn" or kept:
        return False
    return retag or all(version.recipe != order.recipe for version in record.versions)
