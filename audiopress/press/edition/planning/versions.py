"""Which version an article's recording is: one that was published, or a new one, and why.

An address promises its bytes, and podcast apps load again what has a new one. So a version stays as
long as its *recipe* is the same: what is heard, and what its files tell of the article. What they
tell of the show is of the day the version was made, its *imprint*, and kept with it in the ledger:
a changed credit line makes no new version, and lost files are made again with the same bytes. What
0.1.0 published has neither; it is known by its bytes (docs/decisions/0164).
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from audiopress.model import Imprint
from audiopress.press.edition.planning.receipts import find_receipt
from audiopress.press.edition.planning.recipe import find_recipe
from audiopress.press.steps.ship import holds_sound, is_complete, list_sizes
from audiopress.store.atomic_files import read
from audiopress.store.file_names import join_below

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.model import Episode, Show
    from audiopress.press.edition.open_edition import OpenEdition
    from audiopress.press.steps.bind import BoundEpisode, Recording
    from audiopress.store.ledger import Record

__all__ = [
    "CHANGED",
    "KEPT",
    "LOST",
    "RETAGGED",
    "SettledVersion",
    "is_whole",
    "list_sidecars",
    "settle_version",
]

CHANGED = "text or sound changed"
"""Why a published article gets a new address: it is heard otherwise, or tells something else."""

KEPT = "texts corrected, and the sound kept"
"""Why there is a new version whose sound is that of the last, at its address."""

RETAGGED = "tags made anew"
"""Why it does when somebody asked for it by ``--retag``."""

LOST = "its files were gone and cannot be made again byte for byte"
"""Why it does when an old version is in no folder any more, and its tag, or what encodes and
writes the files, is another one by now."""

_DIGEST = re.compile(r"[0-9a-f]{64}")
"""A sha256, as hex."""

_SIDECARS = ("alignment.json", "transcript.vtt", "transcript.srt", "transcript.json")
"""What lies beside the sound of every version, whoever published it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledVersion:
    """The version that a recording is.

    ``episode`` is as it will stand in the ledger, but for the date of a new one. ``bound`` has its
    files, ``None`` where they lie in the output folder and are left as they are. ``is_last`` says
    that it is the article's published version, ``reason`` why it is not, if one was published.
    """

    episode: Episode
    bound: BoundEpisode | None
    is_last: bool = False
    reason: str = ""


def settle_version(
    edition: OpenEdition, record: Record, recipe: str, recording: Recording, *, kept: bool = False
) -> SettledVersion:
    """Return which version the recording of an article is; nothing is written.

    The last one stays if its files can be made again with the same bytes, or if its recipe is the
    same and they are all there. An older one whose bytes can be made is published again under its
    own address: so is an edit that was taken back. With ``kept`` what is heard is what was read
    before a correction: then the sound stays where it is, if it is the same to the byte.
    """
    if not record.versions:
        return _issue(edition, record, recipe, recording, "")
    if edition.settings.retag:
        known = find_recipe(edition, record)
        reason = RETAGGED if known in ("", recipe) else CHANGED
        return _issue(edition, record, recipe, recording, reason)
    return (
        _find_proven(edition, record, recipe, recording)
        or (_keep_sound(edition, record, recipe, recording) if kept else None)
        or _find_unproven(edition, record, recipe, recording)
    )


def _keep_sound(
    edition: OpenEdition, record: Record, recipe: str, recording: Recording
) -> SettledVersion | None:
    """Return a version with new texts and the sound of the last; nothing where that is no more."""
    last = record.versions[-1]
    # Of the same recipe it is the last one itself, with files that cannot be made again.
    if find_recipe(edition, record) == recipe:
        return None
    bound = _bind_as(edition, last, recording, elsewhere=True)
    if bound is None or bound.episode.enclosure != last.enclosure:
        return None
    episode = replace(
        bound.episode, recipe=recipe, voice=last.voice, language_voice=last.language_voice
    )
    return SettledVersion(episode=episode, bound=replace(bound, episode=episode), reason=KEPT)


def _bind_as(
    edition: OpenEdition, version: Episode, recording: Recording, *, elsewhere: bool
) -> BoundEpisode | None:
    """Return the recording with the imprint of a version; ``elsewhere`` with its very sound.

    ``None`` where its picture or its signature is not kept.
    """
    # 0.1.0 put the show's picture into every tag, and kept no imprint: it may be today's.
    cover = edition.show_files.cover_digest
    imprint = version.imprint or _make_imprint(edition.settings.show, version, cover)
    picture = _find_picture(edition, imprint.cover)
    if picture is None:
        return None
    address, folder = edition.settings.show.address, version.enclosure.path.rpartition("/")[0]
    sound = f"../{folder.removeprefix(version.home)}/" if elsewhere else ""
    signature, unsigned = imprint.signature, replace(imprint, signature="")
    bound = recording.bind(unsigned, picture, address, sound, to_sign=bool(signature))
    # A signature is one of the sound: other texts may lie beside it.
    return edition.signatory.recall(bound, signature, picture) if signature else bound


def _find_proven(
    edition: OpenEdition, record: Record, recipe: str, recording: Recording
) -> SettledVersion | None:
    """Return the newest published version whose very bytes the recording gives, if any."""
    last = record.versions[-1]
    for version, bound in _remake(edition, record, recipe, recording):
        if version is last:
            # Perhaps of another recipe, such as a limit of peaks that no peak has reached.
            kept = replace(_refresh(edition, last, recording), recipe=last.recipe and recipe)
            return SettledVersion(episode=kept, bound=bound, is_last=True)
        return SettledVersion(episode=bound.episode, bound=bound, reason=CHANGED)
    return None


def _find_unproven(
    edition: OpenEdition, record: Record, recipe: str, recording: Recording
) -> SettledVersion:
    """Return the last version where its recipe is the same and its files are there, or a new one.

    The tag, or what encodes and writes the files, is another one since: they are left as they are.
    """
    last = record.versions[-1]
    if not _is_same(edition, record, recipe, recording):
        reason = CHANGED if _is_comparable(edition, record, recording) else LOST
        return _issue(edition, record, recipe, recording, reason)
    if is_whole(edition, record.id, last):
        return SettledVersion(episode=_refresh(edition, last, recording), bound=None, is_last=True)
    return _issue(edition, record, recipe, recording, LOST)


def _issue(
    edition: OpenEdition, record: Record, recipe: str, recording: Recording, reason: str
) -> SettledVersion:
    """Return a new version with the imprint of today, or the last one if that is the same."""
    files = edition.show_files.find(record.show)
    cover = files.cover_digest if files.show.cover else ""
    imprint = _make_imprint(files.show, recording.draft, cover)
    picture = files.cover if cover else b""
    # A plan writes nothing, and so signs nothing: what it has is as new without a signature.
    signs = edition.signatory.signs and edition.keep
    bound = recording.bind(imprint, picture, edition.settings.show.address, to_sign=signs)
    bound = edition.signatory.sign(bound, picture) if signs else bound
    last = record.versions[-1] if record.versions else None
    if last and last.key == bound.episode.key:
        return SettledVersion(episode=_refresh(edition, last, recording), bound=bound, is_last=True)
    episode = replace(bound.episode, recipe=recipe, voice=edition.find_cast(record).body)
    return SettledVersion(episode=episode, bound=replace(bound, episode=episode), reason=reason)


def _make_imprint(show: Show, episode: Episode, cover: str) -> Imprint:
    """Return what the files of an episode say of the show today."""
    return Imprint(
        show=show.title,
        author=show.author,
        copyright=show.copyright,
        disclosure=show.disclosure,
        cover=cover,
        url=episode.url,
        narrators=episode.narrators,
        credits=episode.credits,
    )


def _remake(
    edition: OpenEdition, record: Record, recipe: str, recording: Recording
) -> Iterator[tuple[Episode, BoundEpisode]]:
    """Yield published versions, newest first, whose very bytes the recording gives."""
    for version in reversed(record.versions):
        # Whatever its recipe, the last one is tried: the same bytes are the same version.
        if version.recipe not in ("", recipe) and version is not record.versions[-1]:
            continue
        # Of another length, it has other bytes: nothing need be made to see that.
        if version.samples != recording.draft.samples:
            continue
        elsewhere = not version.enclosure.path.startswith(version.folder)
        bound = _bind_as(edition, version, recording, elsewhere=elsewhere)
        if bound is None:
            continue
        if bound.episode.key == version.key:
            kept = replace(
                bound.episode,
                voice=version.voice,
                language_voice=version.language_voice,
                recipe=version.recipe,
                imprint=version.imprint,
            )
            yield version, replace(bound, episode=kept)


def _find_picture(edition: OpenEdition, cover: str) -> bytes | None:
    """Return the picture of this digest, today's or a former one that still lies in the output."""
    if not cover:
        return b""
    if cover == edition.show_files.cover_digest:
        return edition.show_files.cover
    # The ledger may have been mended by hand: what is no digest is no part of a path.
    if not _DIGEST.fullmatch(cover):
        return None
    for suffix in ("png", "jpg"):
        body = read(join_below(edition.settings.output, f"artwork-{cover[:12]}.{suffix}"))
        if body is not None and hashlib.sha256(body).hexdigest() == cover:
            return body
    return None


def _refresh(edition: OpenEdition, last: Episode, recording: Recording) -> Episode:
    """Return a version with what feed and pages tell of the article today, which no file holds.

    Title and byline are in its files, and the same today; of a purged article they are not known.
    What shows and editions choose by is brought up to date where there are any: a version of before
    has none, and its record stays as it is, to the byte.
    """
    now = recording.draft
    chosen = now if edition.settings.chooses else last
    return replace(
        last,
        title=now.title,
        byline=now.byline,
        summary=now.summary,
        section=now.section,
        url=now.url,
        image=now.image,
        narrators=now.narrators,
        credits=now.credits,
        words=now.words,
        tags=chosen.tags,
        source=chosen.source,
    )


def _is_same(edition: OpenEdition, record: Record, recipe: str, recording: Recording) -> bool:
    """Whether the last version is this recording, although its bytes cannot be made again."""
    last = record.versions[-1]
    known = find_recipe(edition, record)
    if known:
        return known == recipe
    # Of 0.1.0, and the cache has forgotten it too: what is shipped says what it is.
    path = join_below(edition.settings.output, last.enclosure.path)
    return _tells_the_same(last, recording) and holds_sound(path, recording.stream_sound())


def _tells_the_same(last: Episode, recording: Recording) -> bool:
    """Whether a version's files tell of the article what they would tell today."""
    now = recording.draft
    told = [(one.title, one.byline, one.language, one.published, one.slug) for one in (last, now)]
    return told[0] == told[1]


def _is_comparable(edition: OpenEdition, record: Record, recording: Recording) -> bool:
    """Whether it can be seen that the last version is another recording.

    Of a version of 0.1.0 that is in no folder any more nothing says what is heard in it but its
    length.
    """
    last = record.versions[-1]
    return (
        bool(find_recipe(edition, record))
        or last.samples != recording.draft.samples
        or not _tells_the_same(last, recording)
        or read(join_below(edition.settings.output, last.enclosure.path)) is not None
    )


def is_whole(edition: OpenEdition, article_id: str, last: Episode) -> bool:
    """Whether all files of a version are where it was published."""
    output, receipt = edition.settings.output, find_receipt(edition.cache, article_id)
    if receipt and receipt.key == last.key:
        files = [(name, size) for name, size in receipt.files if _is_of(last, name)]
        return is_complete(output, files)
    sound = (last.enclosure.path, last.enclosure.length)
    return is_complete(output, [sound]) and None not in list_sizes(output, list_sidecars(last))


def _is_of(version: Episode, name: str) -> bool:
    return name.startswith(version.folder) or name == version.enclosure.path


def list_sidecars(episode: Episode) -> list[str]:
    """Return the files beside the sound of a published version, below the output folder."""
    chapters = ("chapters.json",) if episode.chapters else ()
    return [episode.folder + name for name in chain(_SIDECARS, chapters)]
