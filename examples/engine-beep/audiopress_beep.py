"""An engine that beeps: once for each word, the longer the word the longer the beep."""

import re
from dataclasses import replace

import numpy as np

from audiopress.errors import SpeechError
from audiopress.model import Line, Speech, Voice, Word

RATE = 16000  # samples a second
LETTER = RATE // 20  # samples a character: 50 ms
WORD = re.compile(r"\w(?:\S*\w)?")  # without the marks around it: "8,000" but not "8,000."


class BeepEngine:
    name = "beep"  # that of the entry point
    version = "1"  # another one when the same line sounds different: all is spoken again
    kernel = "f64"  # the arithmetic; there is only one here
    threads = True  # several threads may speak at once

    def voices(self) -> tuple[Voice, ...]:
        beep = Voice(name="beep", engine="beep", languages=(), sample_rate=RATE, title="A beep")
        return (beep, replace(beep, name="hum", title="A hum", options=(("pitch", "110"),)))

    def speak(self, line: Line) -> Speech:
        found = list(WORD.finditer(line.spoken))
        if not found:
            raise SpeechError("there is nothing to say", where=line.spoken[:60])
        options = dict(line.options)  # of the voice and of audiopress.toml
        pitch = float(options.get("pitch", "440"))
        letter = round(LETTER / float(options.get("rate", "1")))
        pcm = np.zeros(len(line.spoken) * letter, dtype=np.int16)
        words = []
        for match in found:
            start, end = match.start() * letter, match.end() * letter
            sine = np.sin(2 * np.pi * pitch / RATE * np.arange(end - start))
            pcm[start:end] = 9000 * sine * np.hanning(end - start)  # swells and fades: no click
            words.append(Word(start=start, end=end, at=match.start(), to=match.end()))
        return Speech(pcm=pcm, rate=RATE, words=tuple(words))
