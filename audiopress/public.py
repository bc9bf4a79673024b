"""The public interface: what ``import audiopress`` gives, as functions of few arguments.

Each does what the command of its name does, without printing and without exiting. What is wrong
with the whole run is raised as an `AudiopressError`; what is wrong with one article of several is
in the value that comes back, beside what went well, so that one bad page never costs the others.

Settings are those of ``audiopress.toml`` in the current folder unless others are given. Where they
have none, the edition is a preview, as on the command line.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from audiopress.errors import ConfigError
from audiopress.model import Document, OtherFile, Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from audiopress.checking.receipt import Receipt
    from audiopress.press.preview import PlannedArticle
    from audiopress.press.report import BuildProgress, Report
    from audiopress.press.steps.read import Manuscript
    from audiopress.settings import Settings

__all__ = [
    "BuildPlan",
    "Source",
    "build",
    "check",
    "is_edition_of",
    "load_settings",
    "plan",
    "read",
    "resolve_sources",
    "say",
    "speak",
]

Source: TypeAlias = str | os.PathLike[str] | Document
"""A file, a folder, an http(s) address, ``NAME:WHAT`` for a plug-in, or bytes one has already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildPlan:
    """What a build would do: ``articles``, newest first, and the sources it would refuse.

    ``passed_by`` is what folders among the sources hold that is no article, ``notes`` are those of
    the build: drafts that it would hold back, what it would not use.
    """

    articles: tuple[PlannedArticle, ...]
    refused: tuple[Refused, ...]
    notes: tuple[str, ...] = ()
    passed_by: tuple[OtherFile, ...] = ()

    @property
    def to_speak(self) -> int:
        """How many paragraphs would be spoken; the same words in two articles count once."""
        return len(frozenset[str]().union(*(article.missing for article in self.articles)))

    @property
    def to_reissue(self) -> int:
        """How many published sound files would get a new address."""
        return sum(bool(article.reissued) for article in self.articles)


def load_settings(
    file: str | os.PathLike[str] | None = None,
    folder: str | os.PathLike[str] | None = None,
    *,
    untrusted: bool = False,
) -> Settings:
    """Return the settings of ``file``, else of ``audiopress.toml`` in ``folder``, else a preview's.

    ``folder`` is the current one unless given; output, cache and ledger of a preview lie in it.
    With ``untrusted`` nothing that lies in the folder reaches anything outside of it (SECURITY.md).
    Raises `ConfigError` that names every mistake of the file at once.
    """
    from audiopress import settings

    root = Path.cwd() if folder is None else Path(folder).absolute()
    return settings.load_settings(
        None if file is None else Path(file).absolute(), root=root, untrusted=untrusted
    )


def build(
    sources: Source | Iterable[Source] = (),
    settings: Settings | None = None,
    *,
    strict: bool = False,
    on_progress: Callable[[BuildProgress], None] | None = None,
) -> Report:
    """Speak what is new, publish the edition, and return what was done, article by article.

    ``sources`` are those of the settings unless given. With ``strict`` one failure publishes
    nothing. ``on_progress`` is called in this thread, often. Ctrl-C ends it early with
    ``report.interrupted``; the next build goes on from there.

    Raises `ConfigError` for what concerns the whole edition, `StoreError` when the disk will not.
    An article that failed is an outcome with its ``error``; ``report.failed`` counts them.
    """
    from audiopress.press import build as press
    from audiopress.press.preflight import check_installed

    settings = _settle(settings)
    check_installed(settings)
    return press.build(
        settings, resolve_sources(sources), strict=strict, watch=on_progress or _ignore
    )


def plan(sources: Source | Iterable[Source] = (), settings: Settings | None = None) -> BuildPlan:
    """Return what `build` would speak of the same sources, and why; writes nothing.

    Raises as `build`; a source that would be refused is in ``refused`` with its ``error``.
    """
    from audiopress.press import preview
    from audiopress.press.preflight import check_installed

    settings = _settle(settings)
    check_installed(settings)
    found = preview.plan(settings, resolve_sources(sources))
    return BuildPlan(
        articles=found.articles,
        refused=found.refused,
        notes=found.notes,
        passed_by=found.passed_by,
    )


def read(source: Source, settings: Settings | None = None) -> Manuscript:
    """Return one article and its script: what would be said, what is left out, and why.

    ``manuscript.article`` is what the page says, ``manuscript.script`` how it is spoken. Writes
    nothing. Raises the `AudiopressError` that a build would name for this source, `ConfigError`
    when it is a folder of several articles.
    """
    from audiopress.press import preview
    from audiopress.press.edition.planning.untold import describe_untold

    manuscripts, rejected = preview.read_sources(_settle(settings), resolve_sources(source))
    if rejected:
        raise rejected[0].error
    if len(manuscripts) != 1:
        raise ConfigError(
            f"read gives one article, and here are {len(manuscripts)}",
            where=_name(source),
            hint="name one file, or use plan for all of them",
        )
    untold = describe_untold(manuscripts[0])
    if untold is not None:
        raise untold
    return manuscripts[0]


def speak(
    sources: Source | Iterable[Source],
    path: str | os.PathLike[str] = "story.mp3",
    settings: Settings | None = None,
    *,
    on_progress: Callable[[BuildProgress], None] | None = None,
) -> Report:
    """Write just the sound of articles to ``path``, and return what was done.

    As ``audiopress SOURCE -o story.mp3``: several articles are chapters of one file, and output and
    ledger of the edition stay as they are. The suffix of ``path`` says what it becomes; ``.epub``
    is a book to read along with. One that failed is an outcome with its ``error``, and not in it.

    Raises `ConfigError` for another suffix or more articles than a file holds, else as `build`.
    """
    from audiopress.press.one_file import one_sound
    from audiopress.press.preflight import check_installed

    target = Path(path).absolute()
    if not one_sound.is_sound_name(target):
        raise ConfigError(
            f"speak writes {', '.join(one_sound.SUFFIXES)}, not {target.suffix or 'this'}",
            where=str(path),
            hint="speak(article, 'story.mp3')",
        )
    settings = _settle(settings)
    check_installed(settings)
    return one_sound.build_sound(
        settings, resolve_sources(sources), target, watch=on_progress or _ignore
    )


def say(
    text: str,
    path: str | os.PathLike[str] = "say.mp3",
    *,
    voice: str | None = None,
    language: str | None = None,
    settings: Settings | None = None,
) -> float:
    """Speak ``text``, a paragraph a line, into ``path`` and return its length in seconds.

    The suffix of ``path`` says what it becomes: ``.mp3`` as an episode sounds, ``.wav`` as the
    engine gave it. ``voice`` and ``language`` are those of the settings unless given; of a
    ``voice`` that does not speak the show's language it is its own. Raises `ConfigError` for
    another suffix, an unknown voice or an empty text, `VoiceError` for a voice that is not
    installed or does not speak the ``language``, `SpeechError` when the engine fails.
    """
    from audiopress.press import say as press
    from audiopress.press.preflight import check_text

    check_text(text)
    settings = _settle(settings, voice)
    tongue = language or press.find_spoken_language(settings)
    return press.say(settings, text, Path(path).absolute(), tongue)


def check(
    place: str | os.PathLike[str] | None = None,
    settings: Settings | None = None,
    *,
    previous: str | os.PathLike[str] | None = None,
) -> Receipt:
    """Look whether what was built is what it says it is: feed, files and the sound itself.

    ``place`` is an edition's folder or address, or an MP3; else the output of the settings. Where
    it is another edition than theirs, its sound is held against the usual -16 LUFS. ``previous`` is
    a feed that it had before, its address, or an edition's folder as it was: nothing that it named
    may be gone. ``receipt.ok`` is the verdict, and
    ``receipt.list_checks()`` has a row for each fault and each check. Raises `StoreError` for no
    edition in a place, `SourceError` for an address that cannot be asked.
    """
    from audiopress.checking.files.sound_rules import LEVEL
    from audiopress.checking.places import check_place
    from audiopress.net.transport import FetchLimits

    settings = load_settings() if settings is None else settings
    name = str(settings.public_output) if place is None else os.fspath(place)
    return check_place(
        name,
        FetchLimits(allow_private=settings.allow_private),
        known=settings.output,
        previous=None if previous is None else _name_previous(os.fspath(previous)),
        level=settings.sound.loudness if is_edition_of(settings, name) else LEVEL,
    )


def _name_previous(name: str) -> str:
    from audiopress.identity import is_address

    return name if is_address(name) else str(Path(name).absolute())


def is_edition_of(settings: Settings, place: str) -> bool:
    """Whether ``place`` is where the edition of these settings lies, or is served."""
    from audiopress.identity import is_address

    if is_address(place):
        base = settings.public_address.rstrip("/")
        return bool(base) and place.startswith(base)
    return Path(place).resolve() in (settings.output.resolve(), settings.public_output.resolve())


def resolve_sources(sources: Source | Iterable[Source]) -> tuple[str | Document, ...]:
    """Return sources as the press takes them: a path counts from the current folder."""
    if isinstance(sources, str | os.PathLike | Document):
        return (_resolve(sources),)
    return tuple(_resolve(source) for source in sources)


def _resolve(source: Source) -> str | Document:
    from audiopress.identity import is_address, is_other_address
    from audiopress.plugins import asks_for_source, list_sources

    if isinstance(source, Document):
        return source
    name = os.fspath(source)
    if not name:  # most often a variable of a script that is not set
        raise ConfigError("an empty name is no source", hint="for the current folder say .")
    if name == "-":  # standard input
        return name
    if is_address(name) or is_other_address(name) or name.partition(":")[0] in list_sources():
        return name
    if asks_for_source(name) and not os.path.lexists(name):
        return name  # of a source that is not installed: the error should say that
    return os.path.abspath(name)  # noqa: PTH100 - keeps links


def _settle(settings: Settings | None, voice: str | None = None) -> Settings:
    """Return settings that a run can begin with; raises `ConfigError` when it cannot."""
    from audiopress.press.preflight import settle_settings, use_voice

    settings = load_settings() if settings is None else settings
    if voice:
        settings = use_voice(settings, voice, where="voice")
    return settle_settings(settings)


def _name(source: Source) -> str:
    return source.uri if isinstance(source, Document) else os.fspath(source)


def _ignore(_progress: BuildProgress) -> None:
    pass
