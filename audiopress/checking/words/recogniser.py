"""The recogniser: Whisper through ``faster-whisper``, an extra, with a model that is here already.

One thread, a beam of 5, and no text carried from one window to the next, so that one slip does not
lead to another. Nothing is ever fetched.
"""

from __future__ import annotations

import contextlib
import math
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from audiopress.errors import ConfigError, SpeechError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

__all__ = ["RATE", "Recogniser", "find_listening", "open_recogniser"]

RATE: Final = 16_000
"""Samples a second that Whisper hears."""

_MODEL: Final = "model.bin"
"""The file by which a folder with a converted model is known (CTranslate2's name)."""

_LEAST: Final = 1e-12
"""The least probability of a token that counts: zero has no logarithm."""

_INSTALL: Final = "python -m pip install 'audiopress[hear]'"
"""The command that brings faster-whisper."""


class Recogniser:
    """A loaded model."""

    def __init__(self, model: Any) -> None:
        """Hear with a ``WhisperModel``."""
        self._model = model

    def knows(self, language: str) -> bool:
        """Whether it was taught the language of a tag such as ``en-GB``."""
        known: list[str] = self._model.supported_languages
        return language.partition("-")[0].lower() in known

    def hear(self, samples: NDArray[np.float32], language: str) -> str:
        """Return what is said in mono ``samples`` of ±1 at ``RATE``, as it would be written.

        Raises `SpeechError` where the model fails at it, as for want of memory.
        """
        with _explain_failure():
            found, _ = self._model.transcribe(
                samples, language=language.partition("-")[0].lower(), beam_size=5,
                condition_on_previous_text=False, temperature=0.0,
            )  # fmt: skip
            return "".join(segment.text for segment in found)

    def weigh(
        self, samples: NDArray[np.float32], language: str, texts: Sequence[str]
    ) -> list[float]:
        """Return for each text the logarithm of its probability as what is said in ``samples``.

        These are of 30 s at most. The model is told the text and asked at each of its tokens how
        likely that is, after those before it and with this sound. Raises `SpeechError` as `hear`.
        """
        with _explain_failure():
            return self._weigh(samples, language, texts)

    def _weigh(
        self, samples: NDArray[np.float32], language: str, texts: Sequence[str]
    ) -> list[float]:
        from faster_whisper.audio import pad_or_trim  # noqa: PLC0415 - of an extra
        from faster_whisper.tokenizer import Tokenizer  # noqa: PLC0415 - of an extra

        model = self._model
        tokenizer = Tokenizer(
            model.hf_tokenizer, model.model.is_multilingual, task="transcribe",
            language=language.partition("-")[0].lower(),
        )  # fmt: skip
        features = model.feature_extractor(samples)
        frames = min(features.shape[-1], model.feature_extractor.nb_max_frames)
        encoded = model.encode(pad_or_trim(features))
        return [
            sum(math.log(max(chance, _LEAST)) for chance in found.text_token_probs)
            for text in texts
            for found in model.model.align(
                encoded, tokenizer.sot_sequence, [tokenizer.encode(f" {text.strip()}")], frames
            )
        ]


@contextlib.contextmanager
def _explain_failure() -> Iterator[None]:
    """Raise `SpeechError` for what CTranslate2 raises: of memory, and of more than it can take."""
    try:
        yield
    except (RuntimeError, ValueError, MemoryError) as error:
        raise SpeechError(
            f"the recogniser failed: {error or type(error).__name__}",
            where="--model",
            hint="the same command goes on where it ended; a smaller model needs less memory",
        ) from error


def find_listening(model: str, option: str) -> Path:
    """Return the file of a model, without loading it; ``option`` is what asked for it.

    Raises:
        ConfigError: the extra is not installed, or there is no such model.

    """
    if not model:
        raise ConfigError(
            f"{option} needs a model to hear with",
            where="--model",
            hint="--model FOLDER, with a Whisper model for faster-whisper (docs/check.md)",
        )
    file = _find_model(model)
    if find_spec("faster_whisper") is None:
        raise _make_missing_error(option)
    return file


def open_recogniser(model: str, option: str = "--words") -> Recogniser:
    """Return a recogniser with the model in a folder, or in an installed package of that name.

    ``option`` is what asked for it.

    Raises:
        ConfigError: the extra is not installed, or there is no such model.

    """
    folder = find_listening(model, option).parent
    try:
        from faster_whisper import WhisperModel  # noqa: PLC0415 - of an extra
    except ImportError as error:  # a part of it is not there
        raise _make_missing_error(option) from error
    try:
        loaded = WhisperModel(
            str(folder), device="cpu", compute_type="int8", cpu_threads=1, local_files_only=True
        )
    except (RuntimeError, ValueError, OSError) as error:
        raise ConfigError(
            f"is no model that faster-whisper can load: {error}",
            where=str(folder),
            hint="--model another folder (docs/check.md says what belongs into it)",
        ) from error
    return Recogniser(loaded)


def _make_missing_error(option: str) -> ConfigError:
    return ConfigError(
        f"{option} needs faster-whisper, which is not installed", where=option, hint=_INSTALL
    )


def _find_model(name: str) -> Path:
    """Return the file of the model: in the folder ``name``, or in the package called so."""
    folder = Path(name).expanduser()
    if (folder / _MODEL).is_file():
        return folder / _MODEL
    if folder.is_dir():
        raise ConfigError(
            f"has no {_MODEL}", where=name, hint="--model FOLDER that has it (docs/check.md)"
        )
    spec = find_spec(name) if name.isidentifier() else None
    places = spec.submodule_search_locations if spec else None
    found = [path for place in places or () for path in sorted(Path(place).rglob(_MODEL))]
    if not found:
        raise ConfigError(
            "is no folder, and no installed package that holds a model",
            where=f"--model {name}",
            hint="--model FOLDER, or the name of a package (docs/check.md)",
        )
    return found[0]
