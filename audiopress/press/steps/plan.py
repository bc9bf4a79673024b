"""What must be spoken, and why, in words. Pure: what is cached and what was before is given."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from audiopress import plugins, voices
from audiopress.errors import VoiceError
from audiopress.model import Line
from audiopress.store.keys import SPEECH_FORM, derive_seed, segment_key, take_key
from audiopress.store.makings import SpokenBy

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from audiopress.model import Cast, Utterance, Voice

__all__ = [
    "CACHED",
    "GONE",
    "NOT_KNOWN",
    "NO_TAKES",
    "Passage",
    "PastUtterance",
    "check_kernels",
    "describe_speaker",
    "describe_voices",
    "explain_passages",
    "make_passages",
    "make_typical_line",
]

CACHED = "cached"
"""The reason of a passage that needs nothing; every other reason means that it is spoken."""

GONE = "cached speech is gone"
"""The reason of a passage that was spoken in just this way: the same bytes come of it."""

NOT_KNOWN: Final[Mapping[str, SpokenBy]] = MappingProxyType({})
"""Of what is new, or was published before the ledger kept it."""

NO_TAKES: Final[Mapping[str, int]] = MappingProxyType({})
"""Where every line is heard as it was first spoken."""

_DIGEST_SHOWN = 12
"""Hex digits of a voice's digest in the ledger: enough to see that its files are others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """An utterance with the line an engine would get and the key of its segment.

    ``by`` is what it sounds by, ``former`` says that this is not here any more: it can be taken
    from the cache and not spoken. ``first`` is the key of its first take, ``take`` the number of
    this one.
    """

    utterance: Utterance
    line: Line
    key: str
    by: SpokenBy | None = None
    former: bool = False
    first: str = ""
    take: int = 0

    def choose_take(self, number: int) -> Passage:
        """Return the same line, spoken with the noise of another take."""
        line = replace(self.line, seed=derive_seed(self.first, number))
        return replace(self, line=line, key=take_key(self.first, number), take=number)

    @property
    def kernel(self) -> str:
        """The kernel the settings name for its voice, or nothing."""
        return dict(self.line.options).get("kernel", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class PastUtterance:
    """An utterance of the last build, as far as it explains what is different now."""

    source: str
    spoken: str
    voice: str
    key: str
    kernel: str = ""


def make_passages(
    utterances: Sequence[Utterance],
    cast: Cast,
    *,
    earlier: bool = False,
    before: Mapping[str, SpokenBy] = NOT_KNOWN,
    takes: Mapping[str, int] = NO_TAKES,
) -> tuple[Passage, ...]:
    """Give every utterance its line and key; raises `VoiceError` for a voice that is unknown.

    With ``earlier`` voices are as they were before their manifests' options changed; those in
    ``before``, by name, are as they were then. ``takes`` are numbers by keys of first takes.
    """
    used = dict.fromkeys(utterance.voice for utterance in utterances)
    by_name = {name: voices.find(name, cast.remote) for name in used}
    if earlier:
        by_name = {
            name: voice if voice.earlier is None else replace(voice, options=voice.earlier)
            for name, voice in by_name.items()
        }
    rates, kernels = dict(cast.rates), dict(cast.kernels)
    passages = (
        _make_passage(
            utterance, by_name[utterance.voice], rates, kernels, before.get(utterance.voice)
        )
        for utterance in utterances
    )
    return tuple(
        item.choose_take(takes[item.first]) if item.first in takes else item for item in passages
    )


def _make_passage(
    utterance: Utterance,
    voice: Voice,
    rates: Mapping[str, float],
    kernels: Mapping[str, str],
    was: SpokenBy | None,
) -> Passage:
    chosen = kernels.get(voice.name, "")
    now = describe_speaker(voice, chosen)
    by = now if was is None else was
    # Another kernel in the settings is somebody's wish.
    by = by if by.chosen == chosen else replace(by, kernel=now.kernel, chosen=chosen)
    former = by != replace(now, options=by.options) or by.options not in (
        voice.options,
        voice.earlier,
    )
    voice = replace(
        voice, engine=by.engine, speaker=by.speaker, options=by.options, loudness=by.loudness
    )
    line = Line(
        spoken=utterance.spoken,
        language=utterance.language,
        voice=voice,
        options=_merge_options(voice, rates, kernels),
    )
    # The seed is made of the key, so the key is made of the line without it.
    key = segment_key(
        line,
        voice_digest=by.digest,
        engine_version=by.version,
        kernel=by.kernel,
        form=by.form,
    )
    line = replace(line, seed=derive_seed(key))
    return Passage(utterance=utterance, line=line, key=key, by=by, former=former, first=key)


def describe_speaker(voice: Voice, chosen: str) -> SpokenBy:
    """Return all that a voice sounds by today; ``chosen`` is the kernel that the settings name."""
    engine = plugins.find_engine(voice.engine)
    return SpokenBy(
        name=voice.name,
        digest=voices.digest(voice),
        engine=voice.engine,
        version=engine.version,
        kernel=_choose_kernel(voice, chosen or None),
        chosen=chosen,
        speaker=voice.speaker,
        options=voice.options,
        loudness=voice.loudness,
        form=SPEECH_FORM,
    )


def _merge_options(
    voice: Voice, rates: Mapping[str, float], kernels: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    # What the settings say of a voice goes before what its manifest says.
    options = dict(voice.options)
    if voice.name in rates:
        options["rate"] = f"{rates[voice.name]:g}"
    if voice.name in kernels:
        options["kernel"] = kernels[voice.name]
    # Sorted, for they are in the key of a segment: the order of a file must not decide it.
    return tuple(sorted(options.items()))


def make_typical_line(cast: Cast) -> Line:
    """Return a line without a text as most of a cast's lines are: the body's voice and options.

    Raises `VoiceError` for a voice that is unknown.
    """
    voice = voices.find(cast.body, cast.remote)
    options = _merge_options(voice, dict(cast.rates), dict(cast.kernels))
    return Line(spoken="", language="", voice=voice, options=options)


def check_kernels(cast: Cast) -> None:
    """Raise `VoiceError` when a voice is unknown, or its engine has no such kernel."""
    for name, chosen in cast.kernels:
        _choose_kernel(voices.find(name, cast.remote), chosen)


def describe_voices(cast: Cast) -> tuple[tuple[str, str], ...]:
    """Return every voice of a cast, by name, with the engine, kernel and files it speaks by."""
    chosen = dict(cast.kernels)
    names = {cast.body, *dict(cast.roles).values(), *dict(cast.languages).values()}
    return tuple(
        (name, _describe_voice(voices.find(name, cast.remote), chosen.get(name)))
        for name in sorted(names)
    )


def _describe_voice(voice: Voice, chosen: str | None) -> str:
    """Return what a voice speaks by, such as ``piper 3 f32 0123456789ab``."""
    engine = plugins.find_engine(voice.engine)
    words = (
        engine.name,
        engine.version,
        _choose_kernel(voice, chosen),
        voices.digest(voice)[:_DIGEST_SHOWN],
    )
    return " ".join(word for word in words if word)


def _choose_kernel(voice: Voice, chosen: str | None) -> str:
    """Return the variant of the arithmetic, as keys have it; raises `VoiceError` for none known."""
    engine = plugins.find_engine(voice.engine)
    if chosen is None:
        # In the key also when the settings name none: if it changes, lines are spoken again.
        return engine.kernel
    offered = plugins.list_kernels(engine)
    if chosen in offered:
        # Not the chosen name but the engine's, which counts up when its samples change.
        return offered[chosen]
    known = f"it has {', '.join(sorted(offered))}" if offered else "it has no other than its own"
    raise VoiceError(
        f'the engine {engine.name} has no kernel "{chosen}"',
        where=f"audiopress.toml, [voices.kernel] {voice.name}",
        hint=f"{known}; take the line out for its own",
    )


def explain_passages(
    now: Sequence[Passage], past: Sequence[PastUtterance], cached: Container[str]
) -> tuple[str, ...]:
    """Say for every passage ``cached``, or why it would be spoken.

    The reasons are ``new``, ``text changed``, ``spoken form changed``, ``voice changed``,
    ``kernel changed``, ``pace, engine or voice files changed`` and ``cached speech is gone``.
    """
    edited = _find_edited(now, past)
    return tuple(
        CACHED if item.key in cached else _explain_passage(item, past, edited=index in edited)
        for index, item in enumerate(now)
    )


def _explain_passage(item: Passage, past: Sequence[PastUtterance], *, edited: bool) -> str:
    """Return why a passage is spoken, by what the last build has in common with it."""
    # It was spoken in just this way, so that nothing changed but the cache.
    if any(old.key == item.key for old in past):
        return GONE
    said = item.utterance
    same = [old for old in past if old.source == said.source]
    if not same:
        return "text changed" if edited else "new"
    # A text may stand twice in an article: what differs must differ from both.
    if all(old.voice != said.voice for old in same):
        return "voice changed"
    if all(old.spoken != said.spoken for old in same):
        return "spoken form changed"
    if all(old.kernel != item.kernel for old in same):
        return "kernel changed"
    return "pace, engine or voice files changed"


def _find_edited(now: Sequence[Passage], past: Sequence[PastUtterance]) -> set[int]:
    """Return the positions in ``now`` at which another text stood before."""
    matcher = difflib.SequenceMatcher(
        # As written: another spoken form of a text is no edit of it.
        a=[old.source for old in past],
        b=[item.utterance.source for item in now],
        # The default passes over what comes often in lists of 200 and more.
        autojunk=False,
    )
    return {
        start + step
        for tag, old_start, old_end, start, end in matcher.get_opcodes()
        if tag == "replace"
        # Paired in order; of a stretch that grew the rest is new and not changed.
        for step in range(min(end - start, old_end - old_start))
    }
