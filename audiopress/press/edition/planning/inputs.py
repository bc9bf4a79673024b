"""The inputs of an article's files, as a digest: as long as it is the same, nothing is to be done.

What lies in the cache beside it is a receipt (`audiopress.press.edition.planning.receipts`).
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import msgspec

from audiopress import plugins, voices
from audiopress.press.rule_digests import digest_binding_rules
from audiopress.store.keys import digest

if TYPE_CHECKING:
    from audiopress.model import Cast, Voice
    from audiopress.press.edition.open_edition import OpenEdition
    from audiopress.press.edition.publishing.show_files import ShowFiles
    from audiopress.press.steps.identify import RegisteredArticle
    from audiopress.press.steps.read import Manuscript

__all__ = ["ArticleInputs"]


class ArticleInputs:
    """Digests of what the files of an edition's articles are made from."""

    def __init__(self, edition: OpenEdition) -> None:
        """Read nothing yet."""
        self._edition = edition

    def check_show(self) -> None:
        """Raise `ConfigError` where artwork or music of the main show cannot be had."""
        _ = self._of_all

    def digest(self, registered: RegisteredArticle) -> str:
        """Return the digest of everything that an article's files are made from."""
        names = sorted({item.voice for item in registered.manuscript.script.utterances})
        cast = self._edition.find_cast(registered.record)
        home = self._edition.show_files.find(registered.record.show)
        own = [] if home is self._edition.show_files else [_describe_show(home, cast)]
        return digest(
            [
                registered.manuscript.digest,
                registered.record.id,
                # Slug and date stand in the files, and the ledger may have been mended by hand.
                registered.record.slug,
                registered.record.published.isoformat(),
                # What shows choose by is in the ledger alone; only where somebody chooses.
                *(_list_choices(registered.manuscript) if self._edition.settings.chooses else []),
                *own,
                [_describe_voice(voices.find(name, cast.remote)) for name in names],
                self._of_all,
            ]
        )

    @functools.cached_property
    def _of_all(self) -> str:
        """Digest of what every article's files are made from, whatever the article."""
        settings = self._edition.settings
        # All of them as JSON: a setting that is new some day is in the digest by itself.
        values = (settings.show, settings.sound, settings.cast.rates, settings.cast.kernels)
        return digest(
            [
                [msgspec.json.encode(value).decode() for value in values],
                self._edition.show_files.cover_digest,
                self._edition.music.digest(),
                digest_binding_rules(),
            ]
        )


def _describe_show(files: ShowFiles, cast: Cast) -> list[str]:
    """Return what the files of an article say of a show that is not the main one."""
    values = (files.show, cast.rates, cast.kernels)
    return [*(msgspec.json.encode(value).decode() for value in values), files.cover_digest]


def _list_choices(manuscript: Manuscript) -> list[str]:
    """Return the tags of an article, and the source it came from."""
    return [*manuscript.tags, *filter(None, [manuscript.source])]


@functools.cache
def _describe_voice(voice: Voice) -> list[str]:
    """Return what a voice's sound depends on; a voice may have been changed under its name."""
    engine = plugins.find_engine(voice.engine)
    mark = [voice.name, voices.digest(voice), engine.name, engine.version, engine.kernel]
    # What a line too short to be measured is levelled by; no file of the voice says it.
    loudness = "" if voice.loudness is None else f"{voice.loudness:g}"
    # Of a model with several. Of a voice without files the name or the digest has it already.
    speaker = [f"speaker {voice.speaker}"] if voice.speaker and voice.files else []
    return [
        *mark,
        loudness,
        *speaker,
        # Said on the page and in the feed; of most voices nothing is.
        *([f"credit {voice.attribution}"] if voice.attribution else []),
        *(f"{name} {value}" for name, value in voice.options),
        *(f"{chosen} {kernel}" for chosen, kernel in plugins.list_kernels(engine).items()),
    ]
