"""A text is spoken into one file, as an edition would speak it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.errors import ConfigError, SpeechError, VoiceError
from audiopress.model import Cast
from audiopress.press.edition.voices.kept_voice import is_kept
from audiopress.press.edition.voices.language_voices import LanguageVoices
from audiopress.press.edition.voices.missing_voices import describe_lack
from audiopress.press.preview import read_lines
from audiopress.press.steps.plan import Passage, make_passages
from audiopress.press.steps.speak import (
    PATIENCE,
    ReadySegment,
    WorkerPools,
    find_ready,
    make_jobs,
    perform_job,
)
from audiopress.store.atomic_files import write
from audiopress.store.cache import Cache
from audiopress.text.language import doubt_language
from audiopress.text.language_names import name_language
from audiopress.text.language_slips import explain_slip, suggest_tag
from audiopress.voices import find, speaks_language

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Future
    from pathlib import Path

    from audiopress.model import Utterance
    from audiopress.settings import Settings
    from audiopress.speaking.lexicon import Lexicon

__all__ = ["find_spoken_language", "note_language", "say", "say_utterances"]

_MONO, _BYTES_A_SAMPLE = 1, 2
"""What every engine gives: one channel of 16-bit samples (`audiopress.model.Speech`)."""


_QUOTED = 60
"""Characters of a paragraph that an error quotes: enough to find it by."""


def find_spoken_language(settings: Settings) -> str:
    """Return the language of a text of which nobody says it: the show's.

    Where a voice was chosen for this run that does not speak it, it is the voice's own: whoever
    has a French voice say something says it in French.
    """
    shown = settings.show.language
    if not settings.chosen_voice:
        return shown
    voice = find(settings.chosen_voice, settings.cast.remote)
    return shown if speaks_language(voice, shown) else next(iter(voice.languages), shown)


def note_language(text: str, language: str) -> str:
    """Return a note on a text that is most likely in another language, or nothing."""
    other = doubt_language(text, language)
    if not other:
        return ""
    return (
        f"this looks like {name_language(other)}, and is spoken as {name_language(language)}; "
        f"to have it as it looks: --language {other}"
    )


def say(
    settings: Settings, text: str, target: Path, language: str, lexicon: Lexicon | None = None
) -> float:
    """Speak ``text``, a paragraph a line, into ``target`` and return its length in seconds.

    The suffix says what it becomes: ``.mp3`` as an episode sounds, ``.wav`` as the engine
    gave it. ``lexicon`` takes the place of those that are shipped and the edition's. Raises
    `ConfigError` for another suffix, and for what is no language.
    """
    # Before anything is spoken: a wrong suffix would be told only after minutes of work.
    _check_ending(target)
    if slip := explain_slip(language):
        raise ConfigError(slip, where="language", hint=suggest_tag(language, "--language "))
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    script = read_lines(settings, lines, language, lexicon)
    speakers = LanguageVoices(settings.cast, chosen=settings.chosen_voice)
    script = speakers.settle_lines(script, language)
    return say_utterances(settings, script.utterances, target)


def say_utterances(settings: Settings, utterances: Sequence[Utterance], target: Path) -> float:
    """Speak parts of a script into ``target``, and return how long that is in seconds.

    They are spoken as a build would, which finds them in the cache then. Raises as `say`.
    """
    _check_ending(target)
    _check_kept(settings, {item.voice for item in utterances})
    said = make_passages(utterances, settings.cast)
    cache = Cache(settings.cache)
    done = _speak_missing(settings, said, cache)
    if target.suffix.lower() == ".mp3":
        return _write_mp3(settings, said, done, cache, target)
    return _write_wav(done, cache, target)


def _check_ending(target: Path) -> None:
    if target.suffix.lower() not in (".mp3", ".wav"):
        raise ConfigError(
            f"say writes .mp3 and .wav, not {target.suffix or 'a file without an ending'}",
            where=str(target),
            hint="-o say.mp3",
        )


def _check_kept(settings: Settings, speakers: set[str]) -> None:
    """Refuse a voice that the ledger keeps and that is not here, with both ways on.

    Nobody named it, so that a person may know of no other; raises `VoiceError`.
    """
    if settings.cast.body not in speakers or not is_kept(settings):
        return
    voice = find(settings.cast.body, settings.cast.remote)
    lacking = describe_lack(voice, dict(settings.cast.kernels).get(voice.name, ""))
    if lacking:
        message, hint = lacking
        raise VoiceError(
            f'voice "{voice.name}" {message}',
            where=settings.find_origin("voices.body"),
            hint=f"{hint}; or let another voice say it: --voice {Cast().body}",
        )


def _speak_missing(settings: Settings, said: Sequence[Passage], cache: Cache) -> list[ReadySegment]:
    """Return what is ready of each passage, after speaking what the cache does not have."""
    jobs = make_jobs(said, settings.sound, settings.cache)
    found = {job.key: find_ready(job, cache) for job in jobs}
    ready = {key: segment for key, segment in found.items() if segment is not None}
    with WorkerPools(settings.jobs, PATIENCE) as pools:
        # All are handed in before any is waited for, so that every processor has one.
        futures = {
            job.key: pools.choose(job.line).submit(perform_job, job)
            for job in jobs
            if job.key not in ready
        }
        lines = {job.key: job.line.spoken for job in jobs}
        ready |= {key: _wait_for(future, lines[key]) for key, future in futures.items()}
    return [ready[item.key] for item in said]


def _wait_for(future: Future[ReadySegment], text: str) -> ReadySegment:
    """Return what was spoken; an error names the paragraph, and not this command as the next."""
    try:
        return future.result()
    except SpeechError as error:
        circular = not error.hint or "audiopress say" in error.hint
        raise SpeechError(
            error.message,
            where=error.where or f"paragraph that begins {text[:_QUOTED]!r}",
            hint="say it in other words, or with another voice (audiopress voices list); --debug "
            "shows where in the engine"
            if circular
            else error.hint,
        ) from error


def _write_mp3(
    settings: Settings,
    said: Sequence[Passage],
    done: Sequence[ReadySegment],
    cache: Cache,
    target: Path,
) -> float:
    from audiopress.audio.episode import stream_bytes  # noqa: PLC0415 - numpy
    from audiopress.audio.timeline import Clip, lay_out  # noqa: PLC0415

    pieces = [
        Clip(frames=one.frames, utterance=item.utterance, segment=one.segment)
        for item, one in zip(said, done, strict=True)
    ]
    timeline, plan = lay_out(pieces, settings.sound)
    # No bytes of a file that was damaged just now: `stream_bytes` sees the size and says so.
    write(
        target, stream_bytes(plan, settings.sound, lambda frames: cache.read_frames(frames) or b"")
    )
    return timeline.samples / timeline.rate


def _write_wav(done: Sequence[ReadySegment], cache: Cache, target: Path) -> float:
    import io  # noqa: PLC0415 - only for .wav
    import wave  # noqa: PLC0415

    from audiopress.audio.speech import unpack  # noqa: PLC0415 - numpy

    sounds = [unpack(cache.read_speech(one.segment) or b"") for one in done]
    body = io.BytesIO()
    with wave.open(body, "wb") as file:
        # One voice speaks everything here, so that the rate of the first sound is that of all.
        file.setparams((_MONO, _BYTES_A_SAMPLE, sounds[0][1], 0, "NONE", ""))
        for samples, _ in sounds:
            # WAV is little-endian, whatever the machine is.
            file.writeframes(samples.astype("<i2").tobytes())
    write(target, body.getvalue())
    return sum(len(samples) / rate for samples, rate in sounds)
