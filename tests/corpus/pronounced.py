"""Measure what voices pronounce: `python tests/corpus/pronounced.py --help`.

For every pair of `newsread` the phonemes of our spoken form are compared with those of each
accepted reference. `joe` (Piper) and `af_heart` (Kokoro) both pronounce through espeak's en-us,
the second in symbols of its own; `heart` (hibari) by lexicons and rules of its own. Compared are
the sounds: stress, pauses and the spaces between words are left out, because punctuation is no
part of the references and moves them. With `--stress` stress counts too.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from piper import PiperConfig, PiperVoice  # noqa: E402 - the checkout comes first
from piper.config import PhonemeType  # noqa: E402

from audiopress.engines.english.phonemizer import EnglishPhonemizer  # noqa: E402 - the same
from audiopress.engines.speech import phonemes  # noqa: E402 - the checkout comes first
from audiopress.engines.speech.misaki import convert_symbols  # noqa: E402

VOICES = ("joe", "af_heart", "heart")
STRESS = "ˈˌ"


@cache
def measure() -> Any:
    """The other measures stand beside this file."""
    if "measure" in sys.modules:
        return sys.modules["measure"]
    spec = importlib.util.spec_from_file_location("measure", HERE / "measure.py")
    if spec is None or spec.loader is None:
        raise ImportError("measure.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["measure"] = module
    spec.loader.exec_module(module)
    return module


@cache
def phonemize() -> Callable[[str], list[list[str]]]:
    """Return joe's own phonemiser; af_heart's is the same with the same language."""
    config = PiperConfig(
        num_symbols=0, num_speakers=1, sample_rate=22050, espeak_voice="en-us",
        phoneme_id_map={}, phoneme_type=PhonemeType.ESPEAK,
    )  # fmt: skip
    return PiperVoice(session=None, config=config).phonemize


@cache
def hibari() -> EnglishPhonemizer:
    return EnglishPhonemizer(british=False)


def _pronounce(text: str, voice: str) -> str:
    if voice == "heart":
        return "".join(each.symbol for part in hibari().phonemize(text) for each in part)
    found = phonemes.phonemize_sentences(text, phonemize(), english=True)
    said = "".join("".join(part) for part in found)
    return convert_symbols(said, "en-us") if voice == "af_heart" else said


@cache
def sounds(text: str, voice: str, *, stress: bool = False) -> str:
    """Return the phonemes that ``voice`` pronounces for ``text``, without pauses."""
    said = _pronounce(text, voice)
    kept = (char for char in said if unicodedata.category(char)[0] in "LM" or char in "ːˈˌ")
    return "".join(char for char in kept if stress or char not in STRESS)


def pronounced(voice: str, *, stress: bool = False) -> dict[str, Any]:
    """Return the share of pairs whose sounds are those of a reference, and the others."""
    pairs = json.loads((measure().CORPUS / "normalisation" / "newsread.json").read_text("utf-8"))
    ours = measure().said([pair["written"] for pair in pairs])
    wrong = [
        (pair["written"], said, pair["spoken"])
        for pair, said in zip(pairs, ours, strict=True)
        if sounds(said, voice, stress=stress)
        not in {sounds(form, voice, stress=stress) for form in measure().accept(pair["spoken"])}
    ]
    return {"same": round(1 - len(wrong) / len(pairs), 4), "wrong": wrong}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stress", action="store_true", help="stress must be the same too")
    parser.add_argument("--wrong", action="store_true", help="print the pairs that differ")
    chosen = parser.parse_args()
    for voice in VOICES:
        found = pronounced(voice, stress=chosen.stress)
        print(voice, found["same"])
        for written, said, forms in found["wrong"] if chosen.wrong else ():
            print("   ", written, "|", said, "|", forms)
            print("       ", sounds(said, voice), *(sounds(form, voice) for form in forms))


if __name__ == "__main__":
    main()
