"""The samples of docs/voices, made anew: ``python -m tests.benchmarks.samples [VOICE ...]``.

Two sentences in the language of each voice that is installed, as an episode sounds but for the bit
rate, which keeps a file below 60 kB. Running it again gives the same bytes. Without a name those
of all voices are made; one that is not installed, or whose engine is not, is left out by name.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import audiopress
from audiopress import voices
from audiopress.errors import AudiopressError
from audiopress.model import Cast, Sound
from audiopress.settings import Settings

__all__ = ["SAMPLED", "SAMPLES", "SENTENCES"]

SAMPLES = Path(__file__).resolve().parents[2] / "docs" / "voices"
"""Where they lie: ``heart.mp3`` is of the voice ``heart``."""

SAMPLED = (
    "heart", "emma", "fable", "fenrir", "kore", "joe", "af_heart", "am_michael", "bf_emma",
    "bm_george", "ff_siwis", "ef_dora", "em_alex", "if_sara", "im_nicola", "pf_dora",
)  # fmt: skip
"""Voices that are the same on every machine; the operating system's are not."""

SENTENCES = {
    "en": "The old lighthouse will stay. Its keeper, who came ashore on Friday, is not so sure.",
    "fr": "Le vieux phare restera. Son gardien, revenu à terre vendredi, n'en est pas si sûr.",
    "es": "El viejo faro se queda. Su guardián, que volvió a tierra el viernes, no está seguro.",
    "it": "Il vecchio faro resterà. Il guardiano, tornato a terra venerdì, non ne è così sicuro.",
    "pt": "O velho farol vai ficar. O guarda, que voltou à terra na sexta, não tem tanta certeza.",
}
"""The same two sentences in each language, by the first two letters of its tag. No names in them:
it is the voice that is heard, and not the lexicon."""

_BITRATE = 56
"""Kilobits a second: seven kB a second, of six to eight seconds."""


def _make(name: str, folder: Path) -> None:
    voice = voices.find(name)
    language = voice.languages[0]
    # Cache and all: what was kept from an older voice is not to be heard.
    settings = Settings(
        root=folder,
        output=folder / "output",
        cache=folder / "cache",
        ledger=folder / "ledger",
        cast=Cast(body=name),
        sound=replace(Sound(), bitrate=_BITRATE),
    )
    path = SAMPLES / f"{name}.mp3"
    audiopress.say(SENTENCES[language[:2]], path, language=language, settings=settings)
    sys.stdout.write(f"{name}: {path.stat().st_size} bytes\n")


def main() -> None:
    """Make them."""
    parser = argparse.ArgumentParser(prog="samples", description=__doc__)
    parser.add_argument("voices", nargs="*", default=SAMPLED, metavar="VOICE")
    for name in parser.parse_args().voices:
        with tempfile.TemporaryDirectory() as folder:
            try:
                _make(name, Path(folder))
            except AudiopressError as error:
                sys.stdout.write(f"{name} is left out: {error.message}\n")


if __name__ == "__main__":
    main()
