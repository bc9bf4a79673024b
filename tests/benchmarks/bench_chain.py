"""What sound costs beside the MP3 encoder alone: ``python -m tests.benchmarks.bench_chain``.

Eight paragraphs of joe, every step on all of them, the best of five runs, in one process; what is
printed is CPU seconds for 158 s of speech (the article the design measured with) and the ratio to
the encoder.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from audiopress import voices
from audiopress.audio import frames, limiter, loudness, speech
from audiopress.engines.piper.engine import PiperEngine
from audiopress.model import Line, Sound

if TYPE_CHECKING:
    from collections.abc import Callable

_LINES = (
    "For nine days nobody crossed the bridge at Hallow Mill. On Tuesday the first bus did.",
    "She had put the piano on bricks, she said, and the bricks had floated away.",
    "It was quiet, that was the worst of it. You could hear the fridge turn over in its sleep.",
    "Half of Fifth Street will be pulled down before the frost, which hits four families.",
    "The council met in the school, because the town hall still smells of the river.",
    "Nobody was hurt, and nobody can quite say why, though the fire brigade has an idea.",
    "The price of sand has doubled since Monday, and the price of pumps has not been seen since.",
    "By the end of the week the ferry will run again, twice a day, if the mud allows it.",
)
_ARTICLE = 158.0


def _best(step: Callable[[], object]) -> float:
    found = []
    for _ in range(5):
        begin = time.process_time()
        step()
        found.append(time.process_time() - begin)
    return min(found)


def main() -> None:
    """Speak once, then time each step over all paragraphs."""
    sound, engine, joe = Sound(), PiperEngine(), voices.find("joe")
    raw = [engine.speak(Line(spoken=text, language="en", voice=joe, seed=1)) for text in _LINES]
    said = [speech.trim(one) for one in raw]
    rate, ceiling = said[0].rate, sound.peak - 0.9
    packed = [speech.pack(one) for one in said]
    measured = [loudness.measure(one.pcm, rate) for one in said]
    gains = [loudness.choose_gain(one, sound) for one in measured]
    whole = [frames.resample(one.pcm, rate, sound.rate) for one in said]
    levelled = [
        limiter.limit(one, sound.rate, gain, ceiling).samples
        for one, gain in zip(whole, gains, strict=True)
    ]
    coded = [frames.encode_mp3(one, sound) for one in levelled]

    def limit() -> object:
        pairs = zip(whole, gains, strict=True)
        return [limiter.limit(one, sound.rate, gain, ceiling) for one, gain in pairs]

    steps: dict[str, Callable[[], object]] = {
        "MP3 encoder": lambda: [frames.encode_mp3(one, sound) for one in levelled],
        "trim": lambda: [speech.trim(one) for one in raw],
        "FLAC out": lambda: [speech.pack(one) for one in said],
        "FLAC in": lambda: [speech.unpack(one) for one in packed],
        "measure": lambda: [loudness.measure(one.pcm, rate) for one in said],
        "resample": lambda: [frames.resample(one.pcm, rate, sound.rate) for one in said],
        "limit": limit,
        "listen again": lambda: [frames.measure_decoded_peak(one) for one in coded],
    }
    seconds = sum(len(one.pcm) for one in said) / rate
    cost = {name: _best(step) * _ARTICLE / seconds for name, step in steps.items()}
    for name, spent in cost.items():
        share = spent / cost["MP3 encoder"]
        sys.stdout.write(f"{name:14} {spent:6.3f} CPU s  {share:5.2f} of the encoder\n")
    rest = sum(cost.values()) - cost["MP3 encoder"]
    sys.stdout.write(f"all but it     {rest:6.3f} CPU s  {rest / cost['MP3 encoder']:5.2f}\n")


if __name__ == "__main__":
    main()
